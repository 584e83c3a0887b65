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

/// One direction of a road.
public struct Road: Hashable, BitwiseCopyable, Portable, Sendable {
    /// Where it begins.
    public var from = PlaceID(0)
    /// Where it ends.
    public var to = PlaceID(0)
    /// Length [m], positive.
    public var lengthMeters = 0.0
    /// Speed of an emergency vehicle [m/s], positive.
    public var speedMetersPerSecond = 0.0

    /// Time to drive it, free of traffic.
    public var travelTime: SimDuration {
        SimDuration(seconds: lengthMeters / speedMetersPerSecond)
    }

    /// Creates a road without length.
    public init() {}

    /// Creates one direction of a road.
    public init(from: PlaceID, to: PlaceID, lengthMeters: Double, speedMetersPerSecond: Double) {
        self.from = from
        self.to = to
        self.lengthMeters = lengthMeters
        self.speedMetersPerSecond = speedMetersPerSecond
    }

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&from)
        try carrier.carry(&to)
        try carrier.carry(&lengthMeters)
        try carrier.carry(&speedMetersPerSecond)
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
/// What is closed or believed closed is not part of it; routes take a set of closures.
public struct Terrain: Portable, Sendable {
    /// Position of every place.
    public private(set) var places: [Point] = []
    /// Every direction of every road.
    public private(set) var roads: [Road] = []
    /// Area of every zone.
    public private(set) var zones: [ZoneArea] = []

    /// Position in `arriving` of the first road into each place, and the end -- derived.
    private var firstArriving: [Int32] = []
    /// Numbers of the roads grouped by the place into which they lead -- derived.
    private var arriving: [Int32] = []

    /// Creates a map.
    ///
    /// - Precondition: Roads and zones name places that exist.
    /// - Complexity: O(places + roads).
    public init(places: [Point], roads: [Road], zones: [ZoneArea]) {
        self.places = places
        self.roads = roads
        self.zones = zones
        indexRoads()
    }

    /// Creates a map without places.
    public init() {}

    /// Moves all fields and derives the rest.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&places)
        try carrier.carry(&roads)
        try carrier.carry(&zones)
        if C.isReading {
            guard isConsistent else { throw .invalid }
            indexRoads()
        }
    }

    /// Whether roads and zones name places that exist.
    private var isConsistent: Bool {
        func exists(_ place: PlaceID) -> Bool { places.indices.contains(place.index) }
        return roads.allSatisfy { exists($0.from) && exists($0.to) }
            && zones.allSatisfy { exists($0.place) }
    }

    /// Groups the roads by the place into which they lead.
    private mutating func indexRoads() {
        var starts = [Int32](repeating: 0, count: places.count + 1)
        for road in roads { starts[road.to.index + 1] += 1 }
        for place in places.indices { starts[place + 1] += starts[place] }
        var slots = starts
        var sorted = [Int32](repeating: 0, count: roads.count)
        for (number, road) in roads.enumerated() {
            sorted[Int(slots[road.to.index])] = Int32(number)
            slots[road.to.index] += 1
        }
        firstArriving = starts
        arriving = sorted
    }

    /// Returns the numbers of the roads that lead into a place, in ascending order.
    func roadsArriving(at place: PlaceID) -> ArraySlice<Int32> {
        arriving[Int(firstArriving[place.index])..<Int(firstArriving[place.index + 1])]
    }
}
