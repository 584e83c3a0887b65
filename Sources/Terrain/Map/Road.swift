public import EventKernel
public import Vocabulary

/// What a road is for, which decides speed and traffic.
///
/// Classes of OpenStreetMap, from which most maps come; the Chinese class of CJJ 37 beside it.
public enum RoadKind: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Nothing is known of it.
    case unclassified = 0
    /// Motorway (高速公路、快速路).
    case motorway = 1
    /// Trunk road (国道、快速路).
    case trunk = 2
    /// Main road (主干路).
    case primary = 3
    /// Road between quarters (次干路).
    case secondary = 4
    /// Road within a quarter (支路).
    case tertiary = 5
    /// Street of houses (居住区道路).
    case residential = 6
    /// Way to a building, yard or parking place (内部道路).
    case service = 7
}

/// One direction of a road.
public struct Road: Hashable, BitwiseCopyable, Portable, Sendable {
    /// Where it begins.
    public var from = PlaceID(0)
    /// Where it ends.
    public var to = PlaceID(0)
    /// Length [m], positive.
    public var lengthMeters = 0.0
    /// Speed of an emergency vehicle, free of traffic [m/s], positive.
    public var speedMetersPerSecond = 0.0
    /// What it is for.
    public var kind = RoadKind.unclassified
    /// Whether it is or leads over a bridge.
    public var isBridge = false

    /// Time to drive it, free of traffic.
    public var travelTime: SimDuration {
        SimDuration(seconds: lengthMeters / speedMetersPerSecond)
    }

    /// Creates a road without length.
    public init() {}

    /// Creates one direction of a road.
    public init(
        from: PlaceID,
        to: PlaceID,
        lengthMeters: Double,
        speedMetersPerSecond: Double,
        kind: RoadKind = .unclassified,
        isBridge: Bool = false
    ) {
        self.from = from
        self.to = to
        self.lengthMeters = lengthMeters
        self.speedMetersPerSecond = speedMetersPerSecond
        self.kind = kind
        self.isBridge = isBridge
    }

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&from)
        try carrier.carry(&to)
        try carrier.carry(&lengthMeters)
        try carrier.carry(&speedMetersPerSecond)
        try carrier.carry(&kind)
        try carrier.carry(&isBridge)
    }
}

/// A turn that is forbidden: from the end of one road into another that begins there.
public struct TurnBan: Hashable, Comparable, BitwiseCopyable, Portable, Sendable {
    /// Road on which one comes.
    public var from = RoadID(0)
    /// Road into which one must not turn.
    public var to = RoadID(0)

    /// Creates the turn from the first road into itself, which is none.
    public init() {}

    /// Creates a turn.
    public init(from: RoadID, to: RoadID) {
        self.from = from
        self.to = to
    }

    /// Orders turns by the road on which one comes, then by the other.
    public static func < (left: Self, right: Self) -> Bool {
        left.from != right.from ? left.from < right.from : left.to < right.to
    }

    /// Moves both roads.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&from)
        try carrier.carry(&to)
    }
}
