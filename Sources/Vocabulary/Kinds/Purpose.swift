public import EventKernel

/// What a random draw decides.
///
/// One purpose a decision. Raw values are part of every stream's key: they are written out, never
/// changed and never reused, so that no new decision shifts the luck of another.
public enum Purpose: UInt16, CaseIterable, BitwiseCopyable, Sendable {
    // Hazards
    /// Explosive power of an explosion; entity: hazard.
    case charge = 1
    /// Time from the start of self-heating to runaway; entity: hazard.
    case selfHeating = 2
    /// Whether a hazard sets off another; entity: the one set off.
    case cascade = 3
    /// How much a tank holds; entity: hazard.
    case fill = 4
    /// When a fire that is out flares up again; entity: hazard, ordinal of the going out.
    case reflare = 5
    /// Noise of a reading; entity: sensor, ordinal of the reading.
    case sensorNoise = 6
    /// When the initiating hazard strikes; entity: hazard.
    case onset = 7
    /// How long a hazard takes to set off another; entity: the one set off.
    case cascadeDelay = 8

    // Buildings and people
    /// Whether a building collapses; entity: zone, building.
    case collapse = 20
    /// Whether a building is badly damaged; entity: zone, building.
    case structure = 21
    /// Whether a person is outdoors; entity: person.
    case outdoors = 22
    /// How badly a person is hurt; entity: person.
    case injury = 23
    /// Whether a person in a collapsed building is trapped; entity: person.
    case entrapment = 24
    /// How long a trapped person lives; entity: person.
    case trappedSurvival = 25
    /// Vital signs of a casualty; entity: person.
    case vitalSigns = 26
    /// Whether definitive care comes in time; entity: person.
    case survival = 27
    /// How long a person lives whom care cannot save; entity: person.
    case timeToDeath = 28
    /// Whether and when those nearby help; entity: person.
    case bystanders = 29
    /// When a walking casualty sets out; entity: person.
    case selfEvacuation = 30
    /// Heat dose a person survives; entity: person.
    case heatTolerance = 31
    /// When a warning reaches a person; entity: person.
    case warningReceipt = 32
    /// How long a warned person takes to leave; entity: person.
    case mobilization = 33
    /// Whether a warned person leaves at all; entity: person.
    case compliance = 34
    /// Whether a person is present at all; entity: person.
    case presence = 35
    /// Whether a casualty can walk; entity: person.
    case walking = 36

    // Search, rescue and care
    /// Where in a sweep a casualty lies; entity: person, sweep.
    case searchPosition = 50
    /// Whether a sweep finds a casualty; entity: person, sweep.
    case detection = 51
    /// Work to free a trapped person; entity: person.
    case extrication = 52
    /// Time to carry a casualty to the collection point; entity: person.
    case carrying = 53
    /// Whether triage goes wrong; entity: person.
    case triageError = 54
    /// Time of field treatment; entity: person.
    case fieldTreatment = 55
    /// Time at hospital before the next casualty can be taken; entity: person.
    case definitiveCare = 56
    /// Time an ambulance needs to load; entity: person loaded first.
    case ambulanceLoading = 57
    /// Whether a slightly injured person is admitted; entity: person.
    case admission = 58
    /// Which hospital a person reaches by private means; entity: person.
    case privateTransport = 59
    /// Time an ambulance needs to hand over; entity: team, ordinal of the trip.
    case ambulanceHandover = 60
    /// How long a patient stays in hospital; entity: person.
    case stay = 62
    /// Travel time of a person without an ambulance against its median; entity: person; index: times
    /// the person has been sent on from a hospital.
    case privateTravel = 61

    /// Which signs of a casualty somebody who triages sees; entity: person.
    case triageSigns = 63
    /// Share of the slightly hurt whom the hospitals of this incident admit; entity: 0.
    case admissionPractice = 64

    // Teams and supplies
    /// Turnout time; entity: team, ordinal of the order.
    case turnout = 70
    /// Travel time against its median; entity: team, ordinal of the trip.
    case travel = 71
    /// Confusion by contradictory orders; entity: team, ordinal.
    case confusion = 72
    /// Time to load a convoy; entity: depot, ordinal.
    case loading = 73
    /// Travel time of a convoy; entity: depot, ordinal.
    case convoyTravel = 74
    /// Time to identify chemicals; entity: site.
    case survey = 75
    /// Time for a depot's request to reach another and be granted; entity: depot, ordinal and kind.
    case supplyRequest = 76

    // Information
    /// When a witness calls; entity: zone, caller.
    case witness = 90
    /// How many casualties an observer thinks there are; entity: zone and caller, or the post of staff
    /// or a team marked by one of the two highest bits.
    case perception = 91
    /// Length of a call; entity: post, caller.
    case call = 92
    /// How long a caller waits; entity: zone, caller.
    case patience = 93
    /// Preparation of a report; entity: link, ordinal.
    case preparation = 94
    /// Transmission of a report; entity: link, ordinal.
    case transmission = 95
    /// Processing of a report; entity: link, ordinal.
    case processing = 96
    /// Loss of a report; entity: link, ordinal.
    case loss = 97
    /// Clerical error in a count; entity: link, ordinal of the report; index: line.
    case distortion = 98
    /// Time to verify counts; entity: post, ordinal.
    case verification = 99
    /// When the staff of an enterprise notice; entity: post.
    case staffNotice = 101
    /// Hesitation before the first report; entity: post.
    case hesitation = 100
    /// Which call centre a witness calls; entity: zone, caller.
    case callCentre = 102

    // Command
    /// Time to decide; entity: name of the rule and ordinal, or a post marked by the highest bit and
    /// the ordinal of its allocation.
    case decision = 110
    /// Transmission of an order; entity: post and team, ordinal.
    case orderTransmission = 111
    /// Loss of an order; entity: post and team, ordinal.
    case orderLoss = 112
    /// Time to decide on a request for approval; entity: name of the rule.
    case approval = 113

    // Collapses
    /// Where in the rubble a person lies; entity: person.
    case burial = 130
    /// When rubble moves again; entity: hazard, ordinal. Whom it hurts; entity: person; index: ordinal.
    case secondCollapse = 131
    /// Whether it is certain that a person is under the rubble; entity: person.
    case knownInside = 132
    /// When somebody is missed; entity: person, or hazard and a negative number for one missed in vain.
    case missed = 133
    /// When somebody missed in vain turns up; entity: hazard, negative number.
    case turnsUp = 134

    // Releases
    /// How fast a gas gets out; entity: hazard.
    case outflow = 140
    /// For how long it does; entity: hazard.
    case outflowTime = 141
    /// How much there is of it; entity: hazard.
    case inventory = 142
    /// Where the wind of the drill comes from against its forecast; entity: 0.
    case windDirection = 143

    // Fires in buildings
    /// Whether a house resists fire; entity: zone, building.
    case resistance = 160
    /// Brands that light a house; entity: zone, building.
    case brands = 161
    /// Whether smoke reaches a person, and when the person notices and is out; entity: person.
    case escape = 162
    /// Whether somebody of a crew is hurt while a house is put out, who and how badly; entity: zone, building.
    case crewHarm = 163
    /// When something lights the gas of a leak; entity: hazard.
    case gasIgnition = 164
    /// How long it takes to shut off a leak; entity: hazard.
    case gasShutting = 165

    // Mines
    /// Whether the sensors of a working measure rightly; entity: hazard.
    case gasMonitoring = 166
    /// How long it takes until a mine has air again; entity: hazard, explosions since.
    case ventilation = 167
    /// When something lights the gas of a working, and whether something goes on burning; entity: hazard, explosions.
    case mineIgnition = 168
    /// How much carbon monoxide an explosion makes; entity: hazard, explosions before.
    case afterdamp = 169
    /// Whether a fall blocks a roadway; entity: zone, explosions.
    case roadwayFall = 170
    /// Whether a miner has a self-rescuer on in time, and leaves by himself; entity: person.
    case mineEscape = 171

    // Public opinion
    /// When and how a rumour moves from person to person, one meeting after another; entity: 0.
    case rumourMeeting = 150
    /// How a rumour moves within a step of time; entity: the step; index: way of moving.
    case rumourStep = 151
    /// How often people talk to each other; entity: 0.
    case contactRate = 152
    /// Trust of the public before anything is said; entity: 0.
    case publicTrust = 153
}

extension Purpose {
    /// Whether the same draw is looked up by several events of a drill, as it lasts: it must not change
    /// when the drill goes on in a branch with other luck.
    @inlinable
    public var isLasting: Bool {
        switch self {
        case .collapse, .structure, .injury, .presence, .outdoors, .heatTolerance, .timeToDeath,
            .warningReceipt, .mobilization,
            .compliance, .searchPosition, .extrication, .admission, .knownInside, .missed,
            .turnsUp, .windDirection, .admissionPractice:
            true
        default: false
        }
    }
}

extension DrillKey {
    /// Returns the stream of one purpose for one entity.
    @inlinable
    public func stream(_ purpose: Purpose, _ entity: UInt64) -> RandomStream {
        RandomStream(self, purpose: purpose.rawValue, entity: entity)
    }

    /// Returns one draw of a stream, the first unless an index is given, uniform on [0, 1).
    @inlinable
    public func uniform(_ purpose: Purpose, _ entity: UInt64, index: UInt64 = 0) -> Double {
        RandomStream.uniform(self, purpose: purpose.rawValue, entity: entity, index: index)
    }
}

extension Identifier {
    /// The thing as an entity of random streams.
    @inlinable public var entity: UInt64 { UInt64(UInt32(bitPattern: number)) }

    /// The so many-th occasion of the thing as an entity of random streams.
    @inlinable
    public func entity(_ ordinal: Int32) -> UInt64 {
        entity << 32 | UInt64(UInt32(bitPattern: ordinal))
    }
}
