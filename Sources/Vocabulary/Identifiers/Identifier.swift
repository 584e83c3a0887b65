public import EventKernel

/// Number of one thing of a kind, its place in the array that holds all things of the kind.
///
/// Identifiers of different kinds are different types, so that they cannot be mixed up. Names of
/// things stay in the files; the model knows numbers alone.
///
/// Frozen and inlinable, since every event of a drill passes identifiers between rooms.
@frozen
public struct Identifier<Kind>: Hashable, Comparable, BitwiseCopyable, Portable, Sendable {
    /// Position among the things of the kind, from 0.
    public let number: Int32

    /// Creates the identifier of the thing at a position.
    @inlinable
    public init(_ number: Int) {
        self.number = Int32(truncatingIfNeeded: number)
    }

    /// Creates the identifier of the first thing.
    @inlinable
    public init() { number = 0 }

    /// Tells whether two identifiers of one kind are the same.
    @inlinable
    public static func == (left: Self, right: Self) -> Bool { left.number == right.number }

    /// Feeds the number.
    @inlinable
    public func hash(into hasher: inout Hasher) { hasher.combine(number) }

    /// Moves the number; what it names must exist is the concern of the reader.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var number = number
        try carrier.carry(&number)
        self = Identifier(Int(number))
    }

    /// Position as an array index.
    @inlinable public var index: Int { Int(number) }

    /// Orders identifiers of one kind by number.
    @inlinable
    public static func < (left: Self, right: Self) -> Bool {
        left.number < right.number
    }
}

/// Kinds of things that have identifiers.
public enum Label {
    /// A node of the road network (地点).
    public enum Place {}
    /// A road between two places (道路).
    public enum Road {}
    /// An area with people and buildings (区域).
    public enum Zone {}
    /// A scene of operations with staging area, collection point and stock (现场).
    public enum Site {}
    /// A source of harm (致灾因子).
    public enum Hazard {}
    /// A measuring instrument (传感器).
    public enum Sensor {}
    /// A team that gets orders (救援队伍).
    public enum Team {}
    /// A place where stock is kept (物资储备点).
    public enum Depot {}
    /// A hospital (医院).
    public enum Hospital {}
    /// A place where reports arrive and orders leave (指挥机构).
    public enum Post {}
    /// A way for reports from one sender to one post (信息渠道).
    public enum Link {}
    /// A report on its way or delivered (报告).
    public enum Report {}
    /// A command to a team or depot (指令).
    public enum Order {}
    /// A rule of a plan (预案规则).
    public enum Rule {}
    /// A scripted change from exercise control (情景注入).
    public enum Inject {}
    /// A load of supplies on the road (运输车队).
    public enum Convoy {}
    /// A fact of the record (记录条目).
    public enum Fact {}
}

/// Identifies a place.
public typealias PlaceID = Identifier<Label.Place>
/// Identifies a road.
public typealias RoadID = Identifier<Label.Road>
/// Identifies a zone.
public typealias ZoneID = Identifier<Label.Zone>
/// Identifies a site.
public typealias SiteID = Identifier<Label.Site>
/// Identifies a hazard.
public typealias HazardID = Identifier<Label.Hazard>
/// Identifies a sensor.
public typealias SensorID = Identifier<Label.Sensor>
/// Identifies a team.
public typealias TeamID = Identifier<Label.Team>
/// Identifies a depot.
public typealias DepotID = Identifier<Label.Depot>
/// Identifies a hospital.
public typealias HospitalID = Identifier<Label.Hospital>
/// Identifies a post.
public typealias PostID = Identifier<Label.Post>
/// Identifies a link.
public typealias LinkID = Identifier<Label.Link>
/// Identifies a report.
public typealias ReportID = Identifier<Label.Report>
/// Identifies an order.
public typealias OrderID = Identifier<Label.Order>
/// Identifies a rule.
public typealias RuleID = Identifier<Label.Rule>
/// Identifies an inject.
public typealias InjectID = Identifier<Label.Inject>
/// Identifies a convoy.
public typealias ConvoyID = Identifier<Label.Convoy>
/// Number of a fact in the record of one drill, from 0.
public typealias FactID = Identifier<Label.Fact>

extension Identifier where Kind == Label.Fact {
    /// Cause of a fact that follows from nothing: the scenario itself.
    public static var none: FactID { FactID(-1) }
}

/// Identifies a person by origin: the zone or team to which the person belongs, and a number there.
///
/// The order in which people are hurt leaves no trace in it, so that the same person has the same
/// luck under every plan.
public struct PersonID: Hashable, Comparable, BitwiseCopyable, Portable, Sendable {
    /// Zone number, or minus one minus the team number for a responder.
    public private(set) var group: Int32 = 0

    /// Number of the person within the zone or team, from 0.
    public private(set) var number: Int32 = 0

    /// Creates the identifier of the first person of the first zone.
    public init() {}

    /// Moves both numbers.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&group)
        try carrier.carry(&number)
    }

    /// Creates the identifier of a person who lives, works or learns in a zone.
    public init(in zone: ZoneID, number: Int) {
        group = zone.number
        self.number = Int32(truncatingIfNeeded: number)
    }

    /// Creates the identifier of a responder.
    public init(of team: TeamID, number: Int) {
        group = -1 - team.number
        self.number = Int32(truncatingIfNeeded: number)
    }

    /// Zone of the person, or nil for a responder.
    public var zone: ZoneID? { group >= 0 ? ZoneID(Int(group)) : nil }

    /// Team of a responder, or nil for anybody else.
    public var team: TeamID? { group < 0 ? TeamID(Int(-1 - group)) : nil }

    /// The person as an entity of random streams.
    @inlinable public var entity: UInt64 {
        UInt64(UInt32(bitPattern: group)) << 32 | UInt64(UInt32(bitPattern: number))
    }

    /// Orders people by group, then by number.
    public static func < (left: Self, right: Self) -> Bool {
        left.group != right.group ? left.group < right.group : left.number < right.number
    }
}
