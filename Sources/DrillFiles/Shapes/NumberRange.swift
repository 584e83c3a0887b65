public import Wording

/// Numbers that may stand at a place, each end with or without its bound.
public struct NumberRange: Hashable, Sendable {
    /// One end of a range.
    public struct Bound: Hashable, Sendable {
        /// The bound itself.
        public let value: Double

        /// Whether the bound belongs to the range.
        public let isIncluded: Bool
    }

    /// Lower end, or nil.
    public let lower: Bound?

    /// Upper end, or nil.
    public let upper: Bound?

    /// Every finite number.
    public static let any = NumberRange(lower: nil, upper: nil)

    /// Makes the range of numbers not below a bound.
    public static func atLeast(_ bound: Double) -> NumberRange {
        NumberRange(lower: Bound(value: bound, isIncluded: true), upper: nil)
    }

    /// Makes the range of numbers above a bound.
    public static func above(_ bound: Double) -> NumberRange {
        NumberRange(lower: Bound(value: bound, isIncluded: false), upper: nil)
    }

    /// Makes the range of numbers not above a bound.
    public static func atMost(_ bound: Double) -> NumberRange {
        NumberRange(lower: nil, upper: Bound(value: bound, isIncluded: true))
    }

    /// Makes the range between two bounds, both included.
    public static func between(_ lower: Double, _ upper: Double) -> NumberRange {
        precondition(lower <= upper, "A range is not empty.")
        return NumberRange(
            lower: Bound(value: lower, isIncluded: true),
            upper: Bound(value: upper, isIncluded: true)
        )
    }

    /// The same range with an upper end.
    public func upTo(_ bound: Double) -> NumberRange {
        NumberRange(lower: lower, upper: Bound(value: bound, isIncluded: true))
    }

    /// The same range with an upper end that does not belong to it.
    public func below(_ bound: Double) -> NumberRange {
        NumberRange(lower: lower, upper: Bound(value: bound, isIncluded: false))
    }

    /// Tells whether a number lies in the range.
    public func contains(_ value: Double) -> Bool {
        if let lower, lower.isIncluded ? value < lower.value : value <= lower.value { return false }
        if let upper, upper.isIncluded ? value > upper.value : value >= upper.value { return false }
        return true
    }

    /// The range in words, such as "more than 0 and at most 1"; nil where every number is allowed.
    public var wording: Bilingual? {
        if let lower, let upper, lower.isIncluded, upper.isIncluded {
            let (first, last) = (numeral(lower.value), numeral(upper.value))
            return Bilingual("from \(first) to \(last)", "\(first) 至 \(last)")
        }
        let low = lower.map { bound in
            let number = numeral(bound.value)
            return bound.isIncluded
                ? Bilingual("\(number) or more", "不小于 \(number)")
                : Bilingual("more than \(number)", "大于 \(number)")
        }
        let high = upper.map { bound in
            let number = numeral(bound.value)
            return bound.isIncluded
                ? Bilingual("at most \(number)", "不大于 \(number)")
                : Bilingual("less than \(number)", "小于 \(number)")
        }
        guard let low, let high else { return low ?? high }
        return low + Bilingual(" and ", " 且") + high
    }
}
