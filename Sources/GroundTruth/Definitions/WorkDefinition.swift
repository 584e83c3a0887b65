public import EventKernel

/// Parameters of movement and work of teams, the same everywhere in a scenario.
public struct WorkDefinition: Portable, Sendable {
    /// Travel time against the free one, once per trip -- lognormal, cv .25–.35 (U).
    public var travelFactor = Distribution.lognormal(median: 1.1, sigma: 0.25)
    /// Assembly of a column before it leaves, per ten vehicles [s] -- FACTS §13 (D).
    public var assemblySecondsPerTenVehicles = 300.0
    /// Time to go into action at a target within the site [s] -- assumption (D).
    public var deploymentSeconds = 600.0
    /// Work in breathing apparatus before a rest, two cylinders [s] -- NFPA 1584 (C).
    public var spellSeconds = 50.0 * 60
    /// Rest after a spell [s] -- NFPA 1584 (C).
    public var restSeconds = 20.0 * 60
    /// Cylinders a member uses in a spell [pieces] -- NFPA 1584 (C).
    public var cylindersPerSpell: Int32 = 2
    /// Exponent of the number of teams that search one zone together [0…1] -- assumption (D).
    public var togetherExponent = 0.9
    /// Time lost when an order contradicts another post's [s] -- assumption (D).
    public var confusion = Distribution.lognormal(median: 15 * 60, sigma: 0.6)
    /// Time to identify the chemicals of a site [s] -- assumption (D).
    public var survey = Distribution.lognormal(median: 60 * 60, sigma: 0.5)
    /// Time between looks of a site's stock-keeper [s] -- assumption (D).
    public var stockReportSeconds = 1800.0

    /// Creates the default parameters.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&travelFactor)
        try carrier.carry(&assemblySecondsPerTenVehicles)
        try carrier.carry(&deploymentSeconds)
        try carrier.carry(&spellSeconds)
        try carrier.carry(&restSeconds)
        try carrier.carry(&cylindersPerSpell)
        try carrier.carry(&togetherExponent)
        try carrier.carry(&confusion)
        try carrier.carry(&survey)
        try carrier.carry(&stockReportSeconds)
    }
}

/// How a warning spreads and people leave (预警扩散与转移).
public struct WarningDefinition: Portable, Sendable {
    /// Rate at which the channel itself reaches people [1/min] -- Rogers and Sorensen (D).
    public var broadcastPerMinute = 0.06
    /// Rate at which the warned tell others [1/min] -- Rogers and Sorensen (D).
    public var contagionPerMinute = 0.06
    /// Scale of the Rayleigh law of leaving [min] -- 15, imminent chemical accident (D).
    public var mobilizationMinutes = 15.0
    /// Share of the warned who leave at all [0…1] -- 5–20 % never mobilise (V).
    public var complyingShare = 0.9
    /// Time to walk out of the zone [s] -- assumption (D).
    public var leavingSeconds = 300.0
    /// Time to shut doors and windows [min] -- assumption (D).
    public var shuttingMinutes = 2.0
    /// Law by which a warning spreads in place of Rogers and Sorensen's; nil where theirs holds.
    public var weibull: WeibullDiffusion?
    /// Law by which the warned set out in place of Rayleigh's; nil where that holds.
    public var logistic: LogisticMobilization?

    /// Creates the default parameters.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&broadcastPerMinute)
        try carrier.carry(&contagionPerMinute)
        try carrier.carry(&mobilizationMinutes)
        try carrier.carry(&complyingShare)
        try carrier.carry(&leavingSeconds)
        try carrier.carry(&shuttingMinutes)
        try carrier.carry(&weibull)
        try carrier.carry(&logistic)
    }
}

/// Spread of a warning as 1 − e^(−a t^b), t in minutes (HEC-LifeSim, V).
public struct WeibullDiffusion: Hashable, BitwiseCopyable, Portable, Sendable {
    /// The a of the law, positive.
    public var scale = 0.01
    /// The b of the law, positive.
    public var shape = 1.5

    /// Creates the law with an example of LifeSim's.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&scale)
        try carrier.carry(&shape)
    }

    /// Returns the share whom a warning has reached [0…1].
    ///
    /// - Parameter minutes: Time since it was issued [min]; nobody is reached before.
    /// - Returns: Share [0…1].
    func share(afterMinutes minutes: Double) -> Double {
        -Elementary.expm1(-scale * Elementary.pow(max(minutes, 0), shape))
    }

    /// Returns when a warning reaches a person, the inverse of the share [min].
    func minutes(_ draw: Double) -> Double {
        Elementary.pow(-Elementary.log1p(-draw) / scale, 1 / shape)
    }
}

/// Setting out of the warned as 1/(1 + e^(−k (t − t50))), t in minutes (C); the share that the law has before the
/// warning sets out at once.
public struct LogisticMobilization: Hashable, BitwiseCopyable, Portable, Sendable {
    /// Time at which half have set out [min].
    public var halfMinutes = 30.0
    /// Steepness k [1/min], positive.
    public var steepnessPerMinute = 0.1

    /// Creates a law of half an hour -- assumption (D).
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&halfMinutes)
        try carrier.carry(&steepnessPerMinute)
    }

    /// Returns the share of those who leave who have set out.
    ///
    /// - Parameter minutes: Time since they were warned [min].
    /// - Returns: Share [0…1].
    func share(afterMinutes minutes: Double) -> Double {
        1 / (1 + Elementary.exp(-steepnessPerMinute * (minutes - halfMinutes)))
    }

    /// Returns how long a warned person takes to set out, the inverse of the share, not before the warning [min].
    func minutes(_ draw: Double) -> Double {
        let share = min(max(draw, 0x1p-54), 1 - 0x1p-53)
        return max(0, halfMinutes + Elementary.log(share / (1 - share)) / steepnessPerMinute)
    }
}
