import EventKernel
import Terrain
import Vocabulary

/// Where something is over time: stretches that follow one another.
struct Track {
    /// What somebody does, by the numbers that stand in the page.
    enum State: Int {
        case station = 0
        case turningOut = 1
        case underWay = 2
        case free = 3
        case deploying = 4
        case working = 5
        case carrying = 6
        case atHospital = 7
        case comingBack = 8
        case returning = 9
        case held = 10
    }

    /// Where somebody is.
    enum Place: Equatable {
        case place(PlaceID)
        case zone(ZoneID)
        case hazard(HazardID)
        /// On a way by its number, from its start to its end within the stretch.
        case way(Int)
        /// Between a place and a target off the road, going into action.
        case approach(PlaceID, zone: ZoneID?, hazard: HazardID?)
    }

    /// A stretch of time, up to the next one or to `until`.
    struct Stretch {
        var time: SimTime
        let state: State
        let place: Place
        /// Task that is carried out; nil for none.
        var task: Task?
        /// When the way ends if nothing comes in between; never where nothing is under way.
        var until = SimTime.never
        /// Fact with which it begins.
        let fact: FactID
    }

    /// Stretches in order of time.
    var stretches: [Stretch] = []
}

/// Something that goes from one place to another and is then gone: a convoy, or a casualty who finds a
/// way without an ambulance.
struct Passage {
    let way: Int
    let leaves: SimTime
    let arrives: SimTime
    /// Fact with which it begins.
    let fact: FactID
}

/// Follows all who move through the record of a drill.
///
/// Loading and handing over are drawn again from the drill's luck, since the record gives one end of
/// each: what a draw gives depends on nothing but its name.
struct TrackFold {
    let scene: ReplayScene
    let instant: Instant
    var roads: ReplayRoads
    /// Teams by number.
    var tracks: [Track]
    /// Convoys.
    private(set) var convoys: [Passage] = []
    /// Casualties who go by private means.
    private(set) var walkers: [Passage] = []

    /// What is known of a team besides its stretches.
    struct Mind {
        /// Site at which it is or to which it goes.
        var site: SiteID?
        /// Task of its latest order.
        var next: Task?
        /// Trips so far, by which its luck on the road is drawn.
        var trips: Int32 = 0
        /// Since when it goes into action, and by which fact.
        var deploysFrom: (time: SimTime, fact: FactID)?
        /// Factor of its present trip, and when it set out on the present way.
        var factor = 1.0
        var setOut = SimTime.start
        var way: Int?
        var destination: PlaceID?
        var roadState = Track.State.underWay
        /// Times on the roads of the way when it was begun, free of chance.
        var times: [SimDuration] = []
        /// First casualty on board, and hospital.
        var passenger: PersonID?
        var hospital: HospitalID?
    }

    /// A road that is being driven: its place in the way, when it was entered, and when it is left.
    struct Driven {
        let number: Int
        let entered: SimTime
        let leaves: SimTime
    }

    var minds: [Mind]
    private var orders: [OrderID: (team: TeamID, task: Task)] = [:]
    private var carriers: [PersonID: TeamID] = [:]
    private var walking: [PersonID: (way: Int?, leaves: SimTime, fact: FactID)] = [:]
    private var driving: [ConvoyID: (from: DepotID, leaves: SimTime, fact: FactID)] = [:]

    /// Follows the record of a drill.
    ///
    /// - Complexity: O(facts), and the search of every way once for each state of the roads.
    init(_ drill: ReplayDrill, in scene: ReplayScene) {
        self.scene = scene
        instant = Instant(luck: DrillKey(seed: drill.seed, drill: drill.drill))
        roads = ReplayRoads(scene.terrain)
        minds = scene.register.teams.map { _ in Mind() }
        tracks = scene.register.teams.map { team in
            Track(stretches: [
                Track.Stretch(
                    time: .start,
                    state: .station,
                    place: .place(team.station),
                    fact: .none
                )
            ])
        }
        for fact in drill.facts { follow(fact) }
        endWalks(at: .start + scene.duration)
    }

    private mutating func follow(_ fact: Fact) {
        switch fact.content {
        case .injected(let inject): changeRoads(inject)
        case .ordered(let order, _, let team, let task): orders[order] = (team, task)
        case .orderDelivered(let order):
            if let (team, task) = orders[order] { minds[team.index].next = task }
        case .observed(let who, .team(let team), let value)
        where who == Observer(.team, team.number):
            report(team, TeamStatus(rawValue: value), fact)
        case .turnedOut(let team): turnOut(team, fact)
        case .arrived(let team, let site): arrive(team, at: site, fact)
        case .beganWork(let team, let task): begin(team, task, fact)
        case .stoppedWork(let team, _): becomeFree(team, fact)
        case .returned(let team):
            add(team, .station, .place(scene.register.teams[team.index].station), fact)
        case .rerouted(let team, let isHeld): reroute(team, isHeld: isHeld, fact)
        case .diverted(let team, let site, let turnsRound):
            divert(team, to: site, turnsRound: turnsRound, fact)
        default: followPeople(fact)
        }
    }

    private mutating func followPeople(_ fact: Fact) {
        switch fact.content {
        case .departed(let person, let hospital, let team):
            if let team {
                load(team, person, fact)
            } else {
                walk(person, to: hospital, fact)
            }
        case .admitted(let person, let hospital), .treatedAndSentHome(let person, let hospital),
            .turnedAway(let person, let hospital):
            reach(person, hospital, fact)
        case .died(let person, .transport): endWalk(of: person, at: fact.time)
        case .convoyLeft(let convoy, let from, _, _): driving[convoy] = (from, fact.time, fact.id)
        case .convoyArrived(let convoy, let depot, _, _): endConvoy(convoy, at: depot, fact.time)
        default: break
        }
    }

    private mutating func changeRoads(_ inject: InjectID) {
        guard scene.roadChanges.indices.contains(inject.index) else { return }
        roads.apply(scene.roadChanges[inject.index])
    }

    // MARK: Stretches

    mutating func add(
        _ team: TeamID,
        _ state: Track.State,
        _ place: Track.Place,
        task: Task? = nil,
        at time: SimTime? = nil,
        until: SimTime = .never,
        _ fact: Fact
    ) {
        let time = time ?? fact.time
        let next = Track.Stretch(
            time: time,
            state: state,
            place: place,
            task: task,
            until: until,
            fact: fact.id
        )
        // What was foreseen for later has not come to pass.
        while let last = tracks[team.index].stretches.last, last.time >= time,
            tracks[team.index].stretches.count > 1
        {
            tracks[team.index].stretches.removeLast()
        }
        tracks[team.index].stretches.append(next)
    }

    func state(of team: TeamID) -> Track.State {
        tracks[team.index].stretches.last?.state ?? .station
    }

    func staging(_ site: SiteID) -> PlaceID { scene.register.sites[site.index].staging }

    // MARK: Passages

    private mutating func walk(_ person: PersonID, to hospital: HospitalID, _ fact: Fact) {
        let end = scene.register.hospitals[hospital.index].place
        let start = person.zone.map { scene.terrain.zones[$0.index].place } ?? end
        walking[person] = (roads.way(from: start, to: end), fact.time, fact.id)
    }

    private mutating func reach(_ person: PersonID, _ hospital: HospitalID, _ fact: Fact) {
        endWalk(of: person, at: fact.time)
        guard let team = carriers.removeValue(forKey: person),
            minds[team.index].passenger != nil
        else { return }
        arriveAtHospital(team, hospital, fact)
    }

    mutating func carry(_ person: PersonID, with team: TeamID) { carriers[person] = team }

    private mutating func endWalk(of person: PersonID, at time: SimTime) {
        guard let walk = walking.removeValue(forKey: person), let way = walk.way else { return }
        walkers.append(
            Passage(way: way, leaves: walk.leaves, arrives: time, fact: walk.fact)
        )
    }

    /// Those who are still on the road when the drill ends.
    private mutating func endWalks(at end: SimTime) {
        for person in walking.keys.sorted() { endWalk(of: person, at: end) }
        walkers.sort { $0.fact < $1.fact }
    }

    private mutating func endConvoy(_ convoy: ConvoyID, at depot: DepotID, _ time: SimTime) {
        guard let load = driving.removeValue(forKey: convoy) else { return }
        let start = scene.register.depots[load.from.index].place
        let end = scene.register.depots[depot.index].place
        guard let way = roads.way(from: start, to: end) else { return }
        convoys.append(Passage(way: way, leaves: load.leaves, arrives: time, fact: load.fact))
    }
}

extension TrackFold.Mind {
    /// Returns the road of the present way that is driven at an instant; nil for a way without roads.
    func driven(at now: SimTime) -> TrackFold.Driven? {
        var free = SimDuration.zero
        var driven: TrackFold.Driven?
        for (number, time) in times.enumerated() {
            let entered = setOut + free * factor
            free = free + time
            let leaves = setOut + free * factor
            driven = TrackFold.Driven(number: number, entered: entered, leaves: leaves)
            if now < leaves { break }
        }
        return driven
    }
}
