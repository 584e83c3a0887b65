public import EventKernel

/// A building that comes down (建筑倒塌), with those who are in it.
///
/// People trapped lie near the surface, under light rubble, in a void between slabs, or pressed under
/// the pancake. Where they lie decides how long they live, how well they can be located, and how much
/// work it takes to free them.
public struct CollapseDefinition: Portable, Sendable {
    /// Buildings of the zone that come down, the nearest to the position first.
    public var buildings: Int32 = 1
    /// Share of those inside who are trapped [0…1] -- Coburn and Spence, reinforced concrete near the
    /// source (L).
    public var trappedShare = 0.7
    /// State of the trapped at the collapse, the rest slightly hurt -- Coburn and Spence, reinforced
    /// concrete: 40 % dead, 10 % in danger of life, 40 % for hospital (L).
    public var harm = HarmShares(slight: 0.1, moderate: 0.4, serious: 0.1, dead: 0.4)
    /// Where the trapped lie, shares that need not sum to 1: they are weights -- assumption (D).
    public var burial = BurialWeights()
    /// Life in a void [s] -- Weibull fit to Tangshan 1976 (V).
    public var voidSurvival = Distribution.weibull(shape: 1.49866, scale: 68.215 * 3600)
    /// Life under the pancake [s] -- assumption (D).
    public var pressedSurvival = Distribution.lognormal(median: 4 * 3600, sigma: 1)
    /// Times as slow to search as open ground -- assumption (D).
    public var searchDifficulty = 100.0
    /// Work to free somebody near the surface [team·s] -- median 15 min, sd of ln 0.7 (D).
    public var surfaceWork = Distribution.lognormal(median: 900, sigma: 0.7)
    /// Work to free somebody under light rubble [team·s] -- median 1 h (D).
    public var lightWork = Distribution.lognormal(median: 3600, sigma: 0.7)
    /// Work to free somebody from a void [team·s] -- median 3 h (D).
    public var voidWork = Distribution.lognormal(median: 3 * 3600, sigma: 0.7)
    /// Work to free somebody from under the pancake [team·s] -- median 10 h (D).
    public var pancakeWork = Distribution.lognormal(median: 10 * 3600, sigma: 0.7)
    /// Distance within which people hear or see it and call [m] -- assumption (D).
    public var heardMeters = 200.0
    /// Rate at which the rubble moves again [1/day] -- assumption (D).
    public var secondCollapsesPerDay = 0.1
    /// Share of the living trapped whom a second collapse kills [0…1] -- assumption (D).
    public var secondCollapseDeaths = 0.1
    /// Share of responders on the rubble who are out of the way in time, being warned by those who
    /// watch it [0…1] -- assumption (D).
    public var watchedShare = 0.99
    /// Share of the trapped of whom it is certain from the start that they are inside [0…1] --
    /// Changsha 2022: 23 of 62 (V).
    public var knownShare = 0.37
    /// Time until somebody misses one of the others [s] -- assumption (D).
    public var missed = Distribution.lognormal(median: 4 * 3600, sigma: 1)
    /// People missed who were never inside, per person trapped [0…1] -- assumption (D).
    public var missedInVain = 0.1
    /// Time until such a person turns up [s] -- exponential of 6–24 h (D).
    public var turnsUp = Distribution.exponential(mean: 12 * 3600)

    /// Creates a collapse with the usual parameters.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&buildings)
        try carrier.carry(&trappedShare)
        try carrier.carry(&harm)
        try carrier.carry(&burial)
        try carrier.carry(&voidSurvival)
        try carrier.carry(&pressedSurvival)
        try carrier.carry(&searchDifficulty)
        try carrier.carry(&surfaceWork)
        try carrier.carry(&lightWork)
        try carrier.carry(&voidWork)
        try carrier.carry(&pancakeWork)
        try carrier.carry(&heardMeters)
        try carrier.carry(&secondCollapsesPerDay)
        try carrier.carry(&secondCollapseDeaths)
        try carrier.carry(&watchedShare)
        try carrier.carry(&knownShare)
        try carrier.carry(&missed)
        try carrier.carry(&missedInVain)
        try carrier.carry(&turnsUp)
    }
}

/// How many of the trapped lie where, as weights.
public struct BurialWeights: Hashable, BitwiseCopyable, Portable, Sendable {
    /// Near the surface.
    public var surface = 0.1
    /// Under light rubble.
    public var light = 0.2
    /// In a void between slabs.
    public var void = 0.2
    /// Pressed under the pancake.
    public var pancake = 0.5

    /// Creates the usual weights.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&surface)
        try carrier.carry(&light)
        try carrier.carry(&void)
        try carrier.carry(&pancake)
    }

    /// Returns where a trapped person with a draw lies, the deepest for the smallest draws.
    func burial(_ draw: Double) -> Burial {
        let sum = surface + light + void + pancake
        let place = draw * sum
        if place < pancake { return .pancake }
        if place < pancake + void { return .void }
        return place < pancake + void + light ? .light : .surface
    }
}

/// Where a trapped person lies in the rubble of a collapse.
enum Burial: UInt8, BitwiseCopyable, Sendable {
    /// In a building that something else brought down: as everywhere.
    case ordinary
    /// Near the surface.
    case surface
    /// Under light rubble.
    case light
    /// In a void between slabs.
    case void
    /// Pressed under the pancake.
    case pancake

    /// Chance to locate a living person in one sweep by calling and listening [0…1] -- assumption (D).
    var detection: Double {
        switch self {
        case .ordinary: 0.5
        case .surface: 0.95
        case .light: 0.7
        case .void: 0.3
        case .pancake: 0.1
        }
    }

    /// Share of the help that those nearby give to people trapped elsewhere [0…1] -- assumption (D):
    /// neighbours reach the surface and light rubble, not what takes machines.
    var reachByNeighbours: Double {
        switch self {
        case .ordinary, .surface: 1
        case .light: 0.5
        case .void, .pancake: 0
        }
    }
}

extension CollapseDefinition {
    /// Returns the law of the life of somebody trapped, or nil where it is that of everywhere.
    func survival(_ burial: Burial) -> Distribution? {
        switch burial {
        case .ordinary: nil
        case .surface, .light, .void: voidSurvival
        case .pancake: pressedSurvival
        }
    }

    /// Returns the law of the work to free somebody [team·s], or nil where it is that of everywhere.
    func work(_ burial: Burial) -> Distribution? {
        switch burial {
        case .ordinary: nil
        case .surface: surfaceWork
        case .light: lightWork
        case .void: voidWork
        case .pancake: pancakeWork
        }
    }
}
