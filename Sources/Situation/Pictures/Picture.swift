public import EventKernel
public import Vocabulary

/// What a post believes of one item.
public struct Belief: BitwiseCopyable, Sendable {
    /// Value believed; its meaning is that of the item.
    public var value: Int32 = 0
    /// Fact that made the post believe it; `none` for what it has known from the start.
    public var fact = FactID.none
    /// When it was so; never where the post knows nothing.
    public var observedAt = SimTime.never

    /// Creates a belief in nothing.
    public init() {}

    /// Whether the post has any idea of the item.
    public var isKnown: Bool { !observedAt.isNever }

    /// Returns how old the belief is (信息时效).
    public func age(at now: SimTime) -> SimDuration { now - observedAt }
}

/// What a post believes, made of delivered reports and of the register alone (态势图).
///
/// Cannot be copied, like the lists it holds: who decides by a picture looks at the post's own.
public struct Picture: ~Copyable {
    let table: ItemTable
    /// Place of the first team -- derived.
    private let firstTeam: Int
    var beliefs = Shelf<Belief>()
    /// Sums of counts over zones and hospitals, by tally -- derived.
    var totals = SIMD8<Int32>(repeating: 0)
    /// Numbers of teams by kind and status -- derived.
    var teamCounts = Shelf<Int32>()
    /// Number of fires believed burning -- derived.
    var burning: Int32 = 0
    /// Number of teams believed free at a site -- derived.
    public private(set) var freeTeams: Int32 = 0
    /// Times a team has become free, by which one knows whether another has -- derived.
    public private(set) var freeRevision: Int32 = 0
    /// When the post first knew of an incident; never where it does not.
    public internal(set) var knowsSince = SimTime.never

    /// Creates a picture in which nothing is known.
    init(_ table: ItemTable) {
        self.table = table
        firstTeam = table.index(of: .team(TeamID(0)))
        beliefs.fill(Belief(), count: table.count)
        teamCounts.fill(0, count: TeamKind.count * TeamStatus.count)
    }

    /// Makes this the same as another picture of the same items, in the storage there is.
    mutating func begin(with other: borrowing Picture) {
        beliefs.fill(from: other.beliefs)
        teamCounts.fill(from: other.teamCounts)
        (totals, burning) = (other.totals, other.burning)
        (freeTeams, freeRevision) = (other.freeTeams, other.freeRevision)
        knowsSince = other.knowsSince
    }

    /// Returns what is believed of an item.
    public subscript(item: Item) -> Belief { beliefs[table.index(of: item)] }

    /// Returns what is believed of a team: the same as of its item, but quicker.
    public func belief(of team: TeamID) -> Belief { beliefs[firstTeam + team.index] }

    /// Returns the sum of a count over zones and hospitals [persons].
    public func total(_ tally: Headcount) -> Int32 { totals[Int(tally.rawValue)] }

    /// Number of fires believed burning.
    public var burningFires: Int32 { burning }

    /// Returns the number of teams of a kind believed in a state.
    public func teams(_ kind: TeamKind, _ status: TeamStatus) -> Int32 {
        teamCounts[Self.place(kind, status)]
    }

    private static func place(_ kind: TeamKind, _ status: TeamStatus) -> Int {
        Int(kind.rawValue) * TeamStatus.count + Int(status.rawValue)
    }

    /// Takes in what the register says of an item, before anything happens.
    mutating func register(_ item: Item, _ value: Int32, _ kinds: [TeamKind]) {
        let place = table.index(of: item)
        _ = take(item, at: place, value, observedAt: .start, at: .start, kinds: kinds)
    }

    /// Takes in a value, unless what is believed is newer.
    ///
    /// - Parameters:
    ///   - item: What it is about.
    ///   - place: Place of the item in the picture.
    ///   - value: The value.
    ///   - observedAt: When it was so.
    ///   - now: When the post is told.
    ///   - kinds: Kind of every team.
    /// - Returns: What is now believed, or nil where the picture has not changed.
    mutating func take(
        _ item: Item,
        at place: Int,
        _ value: Int32,
        observedAt: SimTime,
        at now: SimTime,
        kinds: [TeamKind]
    ) -> Int32? {
        let old = beliefs[place]
        guard !old.isKnown || observedAt >= old.observedAt || Self.addsUp(item) else { return nil }
        let merged = old.isKnown ? merge(item, old: old.value, new: value) : value
        var new = old
        new.observedAt = old.isKnown ? max(old.observedAt, observedAt) : observedAt
        new.value = merged
        beliefs[place] = new
        guard !old.isKnown || merged != old.value else { return nil }
        derive(item, old: old, new: merged, at: now, kinds: kinds)
        return merged
    }

    /// Tells whether values of an item add up, so that an older one still counts: approvals come from
    /// several posts.
    private static func addsUp(_ item: Item) -> Bool {
        switch item {
        case .request, .approval: true
        default: false
        }
    }

    /// Merges a new value into a known one: of guesses the largest stands, since nobody sees the
    /// whole; requests and approvals add up; everything else is replaced by what is newer.
    private func merge(_ item: Item, old: Int32, new: Int32) -> Int32 {
        switch item {
        case .estimate: max(old, new)
        case .request, .approval: old | new
        default: new
        }
    }

    private mutating func derive(
        _ item: Item,
        old: Belief,
        new: Int32,
        at now: SimTime,
        kinds: [TeamKind]
    ) {
        switch item {
        case .found(let tally, _), .inCare(let tally, _):
            totals[Int(tally.rawValue)] += new - (old.isKnown ? old.value : 0)
        case .fire:
            burning += Self.isBurning(new) - (old.isKnown ? Self.isBurning(old.value) : 0)
        case .team(let team):
            let kind = kinds[team.index]
            if old.isKnown { count(kind, old.value, -1) }
            count(kind, new, 1)
        case .incident: knowsSince = min(knowsSince, now)
        default: break
        }
    }

    private mutating func count(_ kind: TeamKind, _ value: Int32, _ change: Int32) {
        guard let status = TeamStatus(rawValue: value) else { return }
        teamCounts[Self.place(kind, status)] += change
        guard status == .free else { return }
        freeTeams += change
        if change > 0 { freeRevision += 1 }
    }

    private static func isBurning(_ value: Int32) -> Int32 {
        value == FireStatus.burning.rawValue || value == FireStatus.controlled.rawValue ? 1 : 0
    }
}
