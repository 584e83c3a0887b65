public import EventKernel
public import Vocabulary

/// A zone with its buildings and people as a scenario defines it; its area is part of the map.
public struct ZoneDefinition: Portable, Sendable {
    /// Site to which casualties of the zone belong.
    public var site = SiteID(0)
    /// Groups of people.
    public var groups: [GroupDefinition] = []
    /// Number of buildings, spread evenly over the zone.
    public var buildings: Int32 = 0
    /// Worth of one building with its contents [CNY].
    public var yuanPerBuilding = 0.0
    /// Area that has to be searched [m2]; 0 where nothing is searched.
    public var searchSquareMeters = 0.0
    /// Whether crews work in breathing apparatus there.
    public var needsBreathingAir = false
    /// Calls to the call centre per thousand people present who notice.
    public var callersPerThousand = 0.0

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&site)
        try carrier.carry(&groups)
        try carrier.carry(&buildings)
        try carrier.carry(&yuanPerBuilding)
        try carrier.carry(&searchSquareMeters)
        try carrier.carry(&needsBreathingAir)
        try carrier.carry(&callersPerThousand)
    }
}

/// People of one sort in a zone.
public struct GroupDefinition: Hashable, BitwiseCopyable, Portable, Sendable {
    /// People who belong to the zone [persons].
    public var persons: Int32 = 0
    /// Share present at the hour of the incident [0…1].
    public var presentShare = 0.0
    /// Share of those present who are outdoors [0…1].
    public var outdoorsShare = 0.0
    /// Time to get ready to leave against that of others: above 1 for the old, the ill, pupils.
    public var mobilizationFactor = 1.0
    /// Share of those who would leave who refuse to [0…1].
    public var refusingShare = 0.0

    /// Creates a definition with nothing in it.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&persons)
        try carrier.carry(&presentShare)
        try carrier.carry(&outdoorsShare)
        try carrier.carry(&mobilizationFactor)
        try carrier.carry(&refusingShare)
    }
}

/// Shares of people hurt to each severity, exclusive of each other.
public struct HarmShares: Hashable, BitwiseCopyable, Portable, Sendable {
    /// Share slightly hurt [0…1].
    public var slight = 0.0
    /// Share moderately hurt [0…1].
    public var moderate = 0.0
    /// Share seriously hurt [0…1].
    public var serious = 0.0
    /// Share killed [0…1].
    public var dead = 0.0

    /// Creates shares of nobody.
    public init() {}

    /// Creates shares; their sum does not exceed 1.
    public init(slight: Double, moderate: Double, serious: Double, dead: Double) {
        self.slight = slight
        self.moderate = moderate
        self.serious = serious
        self.dead = dead
    }

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&slight)
        try carrier.carry(&moderate)
        try carrier.carry(&serious)
        try carrier.carry(&dead)
    }
}

/// Parameters of harm to people, the same everywhere in a scenario.
public struct HarmDefinition: Portable, Sendable {
    /// Harm in a building that collapses -- HAZUS 6.1, complete damage with collapse (V).
    public var collapsed = HarmShares(slight: 0.40, moderate: 0.20, serious: 0.05, dead: 0.10)
    /// Harm in a building badly damaged that stands -- HAZUS, complete, unreinforced masonry (V).
    public var badlyDamaged = HarmShares(
        slight: 0.10,
        moderate: 0.02,
        serious: 0.0002,
        dead: 0.0002
    )
    /// Harm to those hit by glass -- Beirut 2020 (L).
    ///
    /// Of 637 patients scored in five hospitals 548, 62 and 27 were lightly, moderately and severely
    /// hurt: S. Al-Hajj and others, Journal of Trauma and Acute Care Surgery 92 (2022), page 328.
    public var glass = HarmShares(slight: 0.86, moderate: 0.10, serious: 0.04, dead: 0)
    /// Harm to those hit by fragments outdoors -- assumption (D).
    public var fragments = HarmShares(slight: 0.50, moderate: 0.35, serious: 0.13, dead: 0.02)
    /// Share of people indoors who face a window [0…1] -- assumption (D).
    public var facingWindows = 0.3
    /// Share of people in a collapsed building who are trapped [0…1] -- Coburn and Spence (L).
    public var trappedShare = 0.6
    /// Life of trapped people [s] -- Weibull fit to Tangshan 1976 (V).
    public var trappedSurvival = Distribution.weibull(shape: 1.49866, scale: 68.215 * 3600)
    /// Life of casualties whom care can no longer save [s] -- assumption (D).
    public var timeToDeath = Distribution.lognormal(median: 2 * 3600, sigma: 1.2)
    /// Share of the moderately hurt who can walk [0…1] -- assumption (D).
    public var walkingShareModerate = 0.5
    /// Share of those moderately cut by glass who can walk [0…1] -- Beirut 2020: two wounds in three
    /// at the head and the arms (L), that these can walk (D).
    public var walkingShareCut = 0.65

    /// Creates the default parameters.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&collapsed)
        try carrier.carry(&badlyDamaged)
        try carrier.carry(&glass)
        try carrier.carry(&fragments)
        try carrier.carry(&facingWindows)
        try carrier.carry(&trappedShare)
        try carrier.carry(&trappedSurvival)
        try carrier.carry(&timeToDeath)
        try carrier.carry(&walkingShareModerate)
        try carrier.carry(&walkingShareCut)
    }
}

/// By what a casualty is triaged (检伤分类方法).
public enum TriageMethod: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// By the severity of the injury, as a physician would.
    case severity = 0
    /// By breathing, perfusion and mind at that moment, after START.
    case start = 1
}

/// Parameters of self-help, rescue and care.
public struct CareDefinition: Portable, Sendable {
    /// Share of casualties lying in the open whom those nearby help [0…1], where the air can be breathed --
    /// assumption (D).
    public var helpedShareLying = 0.8
    /// Time until those nearby have helped somebody lying in the open [s] -- assumption (D).
    public var helpTimeLying = Distribution.lognormal(median: 20 * 60, sigma: 0.8)
    /// Share of the living trapped whom those nearby free [0…1], where the air can be breathed -- assumption (D).
    public var helpedShareTrapped = 0.4
    /// Time until those nearby have freed somebody [s] -- assumption (D).
    public var helpTimeTrapped = Distribution.lognormal(median: 60 * 60, sigma: 0.8)
    /// Time until a walking casualty sets out for a hospital [s] -- assumption (D).
    public var selfEvacuation = Distribution.lognormal(median: 40 * 60, sigma: 0.7)
    /// Share of the slightly hurt who are admitted, the same in all of a drill [0…1] -- assumption (D).
    ///
    /// Drawn once: it is a practice of the incident, not of the casualty. Tianjin 2015 admitted a fifth
    /// of those who came, Wenling 2020 nearly all.
    public var admittedShareSlight = Distribution.constant(0.3)
    /// Chance to find somebody lying in the open in one sweep [0…1] -- assumption (D).
    public var detectionLying = 0.9
    /// Chance to find a living trapped person in one sweep [0…1] -- assumption (D).
    public var detectionTrapped = 0.5
    /// Chance to find a buried body in one sweep [0…1] -- assumption (D).
    public var detectionBuried = 0.3
    /// Times as fast as a full sweep is the first of a zone, a rapid search for those who can be seen [1…] --
    /// INSARAG's levels 3 (within hours) and 4 (many hours) of assessment, search and rescue; 1, the default, where
    /// the first sweep is as thorough as any (D).
    public var rapidSearchFactor = 1.0
    /// Work to free a trapped person [team·s] -- assumption, masonry void (D).
    public var extrication = Distribution.lognormal(median: 3 * 3600, sigma: 0.7)
    /// Time to carry a casualty to the collection point [s] -- assumption (D).
    public var carrying = Distribution.lognormal(median: 15 * 60, sigma: 0.5)
    /// By what casualties are triaged at the collection point.
    public var triage = TriageMethod.severity
    /// Share of casualties triaged one category too high [0…1] -- ACS target, upper end (C).
    public var overtriage = 0.3
    /// Share of casualties triaged one category too low [0…1] -- ACS target (C).
    public var undertriage = 0.05
    /// Time of field treatment [s] -- 10 min red, 5 min yellow (D).
    public var fieldTreatment = Distribution.lognormal(median: 8 * 60, sigma: 0.5)
    /// Speed of deterioration after field treatment, 1 where it changes nothing -- assumption (D).
    public var stabilizedDeterioration = 0.5
    /// Time an ambulance spends loading [s] -- assumption (D).
    public var ambulanceLoading = Distribution.lognormal(median: 5 * 60, sigma: 0.4)
    /// Time an ambulance spends handing over [s] -- Auckland set of JEMSS, exponential (V).
    public var ambulanceHandover = Distribution.exponential(mean: 12 * 60)
    /// Time for which a place of definitive care is taken [s] -- assumption (D).
    public var definitiveCare = Distribution.lognormal(median: 90 * 60, sigma: 0.5)
    /// Stay of the slightly hurt in hospital [s] -- assumption (D).
    public var staySlight = Distribution.lognormal(median: 2 * 86_400, sigma: 0.6)
    /// Stay of the moderately hurt [s] -- assumption (D).
    public var stayModerate = Distribution.lognormal(median: 8 * 86_400, sigma: 0.6)
    /// Stay of those whose life was in danger [s] -- assumption (D).
    public var staySerious = Distribution.lognormal(median: 20 * 86_400, sigma: 0.6)
    /// Factor on the time of private transport against an ambulance's -- assumption (D).
    public var privateTravelFactor = 1.3

    /// Creates the default parameters.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&helpedShareLying)
        try carrier.carry(&helpTimeLying)
        try carrier.carry(&helpedShareTrapped)
        try carrier.carry(&helpTimeTrapped)
        try carrier.carry(&selfEvacuation)
        try carrier.carry(&admittedShareSlight)
        try carrier.carry(&detectionLying)
        try carrier.carry(&detectionTrapped)
        try carrier.carry(&detectionBuried)
        try carrier.carry(&rapidSearchFactor)
        try carrier.carry(&extrication)
        try carrier.carry(&carrying)
        try carrier.carry(&triage)
        try carrier.carry(&overtriage)
        try carrier.carry(&undertriage)
        try carrier.carry(&fieldTreatment)
        try carrier.carry(&stabilizedDeterioration)
        try carrier.carry(&ambulanceLoading)
        try carrier.carry(&ambulanceHandover)
        try carrier.carry(&definitiveCare)
        try carrier.carry(&staySlight)
        try carrier.carry(&stayModerate)
        try carrier.carry(&staySerious)
        try carrier.carry(&privateTravelFactor)
    }
}
