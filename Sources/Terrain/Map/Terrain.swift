public import EventKernel
public import Vocabulary

/// A point of the map in metres east and north of the map's origin.
public struct Point: Hashable, BitwiseCopyable, Portable, Sendable {
    /// Distance east of the origin [m].
    public var eastMeters = 0.0
    /// Distance north of the origin [m].
    public var northMeters = 0.0

    /// Returns the straight-line distance to another point [m].
    public func distanceMeters(to other: Point) -> Double {
        let east = eastMeters - other.eastMeters
        let north = northMeters - other.northMeters
        return (east * east + north * north).squareRoot()
    }

    /// Creates the origin.
    public init() {}

    /// Creates a point.
    public init(eastMeters: Double, northMeters: Double) {
        self.eastMeters = eastMeters
        self.northMeters = northMeters
    }

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&eastMeters)
        try carrier.carry(&northMeters)
    }
}

/// An area with people and buildings, as geometry alone: a disc.
public struct ZoneArea: Hashable, BitwiseCopyable, Portable, Sendable {
    /// Where the zone is reached by road.
    public var place = PlaceID(0)
    /// Middle of the zone.
    public var center = Point()
    /// Radius [m], positive.
    public var radiusMeters = 0.0

    /// Area [m2].
    public var squareMeters: Double { .pi * radiusMeters * radiusMeters }

    /// Returns the so many-th of a number of points spread evenly over the zone.
    ///
    /// A sunflower spiral (Vogel 1979): point k of n lies at radius R √((k + ½)/n) and turns by the
    /// golden angle against point k − 1, here by repeated rotation so that no trigonometric function
    /// of a large argument is needed.
    public func spreadPoints(_ count: Int) -> [Point] {
        let cosine = -0.737_368_878_078_319_7
        let sine = 0.675_490_294_261_523_8
        var (east, north) = (1.0, 0.0)
        return (0..<count).map { index in
            let share = (Double(index) + 0.5) / Double(count)
            let distance = radiusMeters * share.squareRoot()
            let point = Point(
                eastMeters: center.eastMeters + distance * east,
                northMeters: center.northMeters + distance * north
            )
            (east, north) = (east * cosine - north * sine, east * sine + north * cosine)
            return point
        }
    }

    /// Creates an area without extent.
    public init() {}

    /// Creates the geometry of a zone.
    public init(place: PlaceID, center: Point, radiusMeters: Double) {
        self.place = place
        self.center = center
        self.radiusMeters = radiusMeters
    }

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&place)
        try carrier.carry(&center)
        try carrier.carry(&radiusMeters)
    }
}

/// The immutable map of a scenario: places, roads between them, and the areas of zones.
///
/// The places that a scenario names come first; the crossings and ends of roads of an imported map,
/// which nobody names, follow. What is closed or believed closed is not part of the map; a table of
/// routes takes closures.
public struct Terrain: Portable, Sendable {
    /// Position of every place.
    public private(set) var places: [Point] = []
    /// Every direction of every road.
    public private(set) var roads: [Road] = []
    /// Turns that are forbidden, in ascending order, each once.
    public private(set) var turnBans: [TurnBan] = []
    /// Area of every zone.
    public private(set) var zones: [ZoneArea] = []
    /// Number of places that the scenario names; they come first.
    public private(set) var namedPlaceCount = 0

    /// Creates a map.
    ///
    /// - Parameters:
    ///   - places: Position of every place.
    ///   - named: How many of them the scenario names, from the first; all unless given.
    ///   - roads: Every direction of every road.
    ///   - turnBans: Turns that are forbidden, in any order.
    ///   - zones: Area of every zone.
    /// - Precondition: Roads, turns and zones name what exists.
    public init(
        places: [Point],
        named: Int? = nil,
        roads: [Road],
        turnBans: [TurnBan] = [],
        zones: [ZoneArea]
    ) {
        self.places = places
        self.roads = roads
        self.turnBans = Self.ordered(turnBans)
        self.zones = zones
        namedPlaceCount = named ?? places.count
        precondition(isConsistent, "Roads, turns and zones name what exists.")
    }

    private static func ordered(_ bans: [TurnBan]) -> [TurnBan] {
        var result: [TurnBan] = []
        for ban in bans.sorted() where result.last != ban { result.append(ban) }
        return result
    }

    /// Creates a map without places.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&places)
        try carrier.carry(&roads)
        try carrier.carry(&turnBans)
        try carrier.carry(&zones)
        var named = Int32(truncatingIfNeeded: namedPlaceCount)
        try carrier.carry(&named)
        namedPlaceCount = Int(named)
        if C.isReading, !isConsistent || turnBans != Self.ordered(turnBans) { throw .invalid }
    }

    /// Whether roads, turns and zones name what exists, and turns lead from one road to the next.
    private var isConsistent: Bool {
        func exists(_ place: PlaceID) -> Bool { places.indices.contains(place.index) }
        func isTurn(_ ban: TurnBan) -> Bool {
            roads.indices.contains(ban.from.index) && roads.indices.contains(ban.to.index)
                && roads[ban.from.index].to == roads[ban.to.index].from
        }
        return roads.allSatisfy { exists($0.from) && exists($0.to) }
            && turnBans.allSatisfy(isTurn) && zones.allSatisfy { exists($0.place) }
            && (0...places.count).contains(namedPlaceCount)
    }
}
