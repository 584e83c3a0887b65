import EventKernel
import Terrain
import Vocabulary

/// A release in a drill: its slugs, the air at every receptor, and the people in it.
///
/// Storage is allocated when the first drill begins and kept from drill to drill.
struct Cloud: Sendable {
    /// Slugs that drift, oldest first -- state.
    var slugs: [Slug] = []
    /// Flow [kg/s] -- drawn once a drill.
    var kilogramsPerSecond = 0.0
    /// Time for which it still flows [s] -- state.
    var flowSeconds = 0.0
    /// Steps done -- state.
    var steps: Int32 = 0
    /// Length of the present step [s] -- state.
    var stepSeconds = 0.0
    /// Latest fact about the release.
    var lastFact = FactID.none

    /// Concentrations at the receptors, zone after zone [kg/m3] -- state.
    var air: [Air] = []
    /// What has been in the air of each zone so far -- state.
    var zones: [ZoneAir] = []
    /// People in reach, in order of the zones reached -- state.
    var crowd: [Exposed] = []
    /// Toxic load of each team in the open -- state.
    var teamLoads: [Double] = []

    /// Air at a receptor.
    struct Air: BitwiseCopyable, Sendable {
        /// Outdoors [kg/m3].
        var outdoors = 0.0
        /// Indoors as people live [kg/m3].
        var indoors = 0.0
        /// In a room that is shut [kg/m3].
        var shut = 0.0
        /// Load of the present step outdoors, indoors and in a shut room [unitⁿ·min].
        var loads = SIMD4<Float>(repeating: 0)
    }

    /// Air of a zone.
    struct ZoneAir: BitwiseCopyable, Sendable {
        /// Whether the cloud has reached it.
        var isReached = false
        /// Whether all who were in reach are settled.
        var isSettled = false
        /// When the cloud reached it.
        var reachedAt = SimTime.never
        /// Sum of concentration over time at the worst receptor [kg/m3·s].
        var dose = 0.0
        /// Highest guideline level so far.
        var level: Int32 = 0
        /// People of the zone in the crowd.
        var first: Int32 = 0
        var count: Int32 = 0
    }

    /// A person in reach: a few numbers, until harm makes a casualty of the person.
    struct Exposed: BitwiseCopyable, Sendable {
        /// Number of the person in the zone.
        var number: Int32
        /// Receptor whose air the person breathes.
        var receptor: Int32
        /// When the person acts on a warning, since the start of the drill [s].
        var acts = Int32.max
        /// When the person has left the zone [s].
        var gone = Int32.max
        /// Until when the person is outdoors, unless warned [s].
        var outdoorsUntil: Int32
        /// Toxic load so far [unitⁿ·min].
        var load: Float = 0
        /// Toxic load of which the person dies [unitⁿ·min].
        var deadly: Float
        /// Casualty that the person has become, or -1.
        var casualty: Int32 = -1
        /// Whether nothing more can happen to the person here.
        var isSettled = false
    }

    /// Puts everything to the start of a drill and keeps the storage.
    mutating func reset(receptors: Int, zones zoneCount: Int, teams: Int) {
        slugs.removeAll(keepingCapacity: true)
        crowd.removeAll(keepingCapacity: true)
        (kilogramsPerSecond, flowSeconds, steps, stepSeconds) = (0, 0, 0, 0)
        lastFact = .none
        Self.refill(&air, with: Air(), count: receptors)
        Self.refill(&zones, with: ZoneAir(), count: zoneCount)
        Self.refill(&teamLoads, with: 0, count: teams)
    }

    private static func refill<T>(_ array: inout [T], with value: T, count: Int) {
        if array.count == count {
            for index in array.indices { array[index] = value }
        } else {
            array = Array(repeating: value, count: count)
        }
    }
}

/// Where air is looked at: a few points of every zone, and which of them is nearest to each building.
struct Receptors: Sendable {
    /// Most points of one zone -- constant.
    static let perZone = 7

    /// First receptor of each zone, and the end.
    private(set) var starts: [Int] = [0]
    /// All receptors, east and north [m].
    private(set) var points: [SIMD2<Double>] = []
    /// Middle of each zone, east and north [m], and its radius [m].
    private(set) var zones: [SIMD4<Double>] = []
    /// Middle of all zones, east and north [m], and the radius of a circle around them [m].
    private(set) var extent = SIMD4<Double>(repeating: 0)
    /// Receptor of each building, zone after zone.
    private var nearest: [[Int32]] = []

    /// Chooses the receptors of zones with their buildings.
    init(_ buildings: [[Point]], _ areas: [ZoneArea]) {
        for (zone, area) in areas.enumerated() {
            let count = min(Self.perZone, max(1, buildings[zone].count))
            let chosen = area.spreadPoints(count).map { SIMD2($0.eastMeters, $0.northMeters) }
            let first = points.count
            points += chosen
            starts.append(points.count)
            nearest.append(
                buildings[zone].map { building in
                    let place = SIMD2(building.eastMeters, building.northMeters)
                    var best = 0
                    for other in chosen.indices
                    where Self.square(chosen[other] - place) < Self.square(chosen[best] - place) {
                        best = other
                    }
                    return Int32(first + best)
                }
            )
            zones.append(
                SIMD4(area.center.eastMeters, area.center.northMeters, area.radiusMeters, 0)
            )
        }
        encircle()
    }

    private mutating func encircle() {
        guard !zones.isEmpty else { return }
        for zone in zones { extent += zone / Double(zones.count) }
        extent.z = 0
        for zone in zones {
            let (east, north) = (zone.x - extent.x, zone.y - extent.y)
            extent.z = max(extent.z, (east * east + north * north).squareRoot() + zone.z)
        }
    }

    private static func square(_ way: SIMD2<Double>) -> Double { (way * way).sum() }

    /// Returns the receptor whose air a person of a zone breathes.
    func receptor(of number: Int, in zone: Int) -> Int32 {
        let all = nearest[zone]
        return all.isEmpty ? Int32(starts[zone]) : all[number % all.count]
    }
}
