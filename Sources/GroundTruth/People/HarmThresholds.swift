import EventKernel
import Vocabulary

/// How a uniform draw decides how badly a person is hurt: the smaller, the worse.
///
/// A person with draw u is dead if u < `dead`, else seriously hurt if u < `serious`, and so on, so
/// that less harm in the world never means more harm to anybody under the same luck.
struct HarmThresholds: BitwiseCopyable, Sendable {
    var dead = 0.0
    var serious = 0.0
    var moderate = 0.0
    var slight = 0.0

    init() {}

    /// Creates the thresholds of exclusive shares.
    init(_ shares: HarmShares) {
        dead = shares.dead
        serious = dead + shares.serious
        moderate = serious + shares.moderate
        slight = moderate + shares.slight
    }

    /// Returns how badly a person with a draw is hurt.
    func severity(_ draw: Double) -> Severity {
        if draw < dead { return .dead }
        if draw < serious { return .serious }
        if draw < moderate { return .moderate }
        return draw < slight ? .slight : .unhurt
    }

    /// Returns the thresholds of two independent causes together, 1 − (1 − a)(1 − b) at each step.
    func united(with other: HarmThresholds) -> HarmThresholds {
        var both = HarmThresholds()
        both.dead = Self.either(dead, other.dead)
        both.serious = Self.either(serious, other.serious)
        both.moderate = Self.either(moderate, other.moderate)
        both.slight = Self.either(slight, other.slight)
        return both
    }

    /// Returns the thresholds of a cause that meets only a share of people.
    func scaled(by share: Double) -> HarmThresholds {
        var part = self
        part.dead *= share
        part.serious *= share
        part.moderate *= share
        part.slight *= share
        return part
    }

    private static func either(_ left: Double, _ right: Double) -> Double {
        1 - (1 - left) * (1 - right)
    }
}
