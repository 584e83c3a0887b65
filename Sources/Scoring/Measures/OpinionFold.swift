public import EventKernel
import Vocabulary

/// How the public judges a response: weights of a scenario, all of them assumptions (D).
///
/// Satisfaction (满意度) is a logistic of what people have seen (FACTS §1.8, D): how soon there was
/// official word, how far the rumour went, what of needs was not met, and trust; fairness of allocation
/// is left out. An incident has a great impact on the public (重大社会影响) where the rumour reaches a
/// share of it at a time.
public struct OpinionScoring: Portable, Sendable {
    /// People of the public [persons].
    public var persons: Int32 = 1
    /// Time for the first release, up to which its timeliness is whole [h].
    public var firstReleaseHours = 4.0
    /// Weight of timeliness, 0 or more.
    public var timelinessWeight = 1.0
    /// Weight of those who never believed the rumour, 0 or more.
    public var rumourWeight = 1.0
    /// Weight of needs that were met, 0 or more.
    public var needsWeight = 1.0
    /// Weight of trust, 0 or more.
    public var trustWeight = 1.0
    /// Steepness of the logistic about a mean of one half.
    public var steepness = 8.0
    /// Share of the public that spreads the rumour at a time, from which the impact is great [0…1].
    public var greatImpactShare = 0.2

    /// Creates the judgement of a public of one.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&persons)
        try carrier.carry(&firstReleaseHours)
        try carrier.carry(&timelinessWeight)
        try carrier.carry(&rumourWeight)
        try carrier.carry(&needsWeight)
        try carrier.carry(&trustWeight)
        try carrier.carry(&steepness)
        try carrier.carry(&greatImpactShare)
    }

    /// Returns how timely a first release is [0…1]: the ratio of the time granted to the time taken, at
    /// most 1; 0 where there was none.
    func timeliness(_ seconds: Double) -> Double {
        guard seconds > 0 else { return 1 }
        return min(1, firstReleaseHours * 3600 / seconds)
    }

    /// Returns the satisfaction of the public [0…1].
    ///
    /// - Parameters:
    ///   - timeliness: Timeliness of the first release [0…1].
    ///   - believed: Share of the public that has believed the rumour [0…1].
    ///   - unmet: Share of needs that were not met [0…1].
    ///   - trust: Trust at the end [0…1].
    /// - Returns: Satisfaction; one half where what was good and bad weigh the same.
    public func satisfaction(
        timeliness: Double,
        believed: Double,
        unmet: Double,
        trust: Double
    ) -> Double {
        let weights = timelinessWeight + rumourWeight + needsWeight + trustWeight
        let sum =
            timelinessWeight * timeliness + rumourWeight * (1 - believed)
            + needsWeight * (1 - unmet) + trustWeight * trust
        let mean = weights > 0 ? sum / weights : 0.5
        return 1 / (1 + Elementary.exp(-steepness * (mean - 0.5)))
    }
}

/// Follows what the public makes of an incident.
struct OpinionFold: Sendable {
    private var believed: Int32 = 0
    private var peak: Int32 = 0
    private var trust = Double.infinity

    /// Takes in a fact.
    mutating func fold(_ fact: Fact) {
        switch fact.content {
        case .rumourBegan(let persons): peak = max(peak, persons)
        case .rumourPeaked(let persons, _): peak = max(peak, persons)
        case .rumourCounted(let persons, _, _): believed = persons
        case .trustChanged(let share): trust = share
        default: break
        }
    }

    /// Gives the measures of public opinion; needs those of releases and of unmet demand.
    ///
    /// Where there is a public its satisfaction takes the place of the index made of releases and
    /// supplies alone, and an incident also has a great impact where the rumour reaches far.
    ///
    /// Where nothing has happened nobody judges: trust and satisfaction are then never.
    func finish(
        _ values: inout MeasureValues,
        by scoring: OpinionScoring,
        hasHappened: Bool
    ) {
        let persons = Double(max(1, scoring.persons))
        let final = Double(believed) / persons
        values[.rumourFinalShare] = final
        values[.rumourPeakShare] = Double(peak) / persons
        if Double(peak) >= scoring.greatImpactShare * persons { values[.greatPublicImpact] = 1 }
        values[.trustAtEnd] = trust
        guard hasHappened, trust < .infinity else { return }
        values[.publicSatisfaction] = scoring.satisfaction(
            timeliness: scoring.timeliness(values[.secondsToFirstRelease]),
            believed: final,
            unmet: values[.unmetDemandShare],
            trust: trust
        )
    }
}

extension Measure {
    /// Whether the measure says something only where a scenario has public opinion.
    public var isOfOpinion: Bool {
        switch self {
        case .rumourFinalShare, .rumourPeakShare, .trustAtEnd: true
        default: false
        }
    }

    /// All measures in the order of result files: those of public opinion last, since only some
    /// scenarios have them.
    public static let inRows = allCases.filter { !$0.isOfOpinion } + ofOpinion

    private static let ofOpinion = allCases.filter { $0.isOfOpinion }
}

extension ScoringDefinition {
    /// Measures that say something about the scenario, in order.
    public var measures: [Measure] {
        Measure.inRows.filter { opinion != nil || !$0.isOfOpinion }
    }
}
