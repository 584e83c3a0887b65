/// Values that something may have: an interval, of which perhaps only some small whole numbers occur.
struct ValueRange {
    private(set) var lower: Double
    private(set) var upper: Double
    /// Whether the bounds themselves are excluded.
    private var excludesLower = false
    private var excludesUpper = false
    /// Whether only whole numbers occur.
    let isWhole: Bool
    /// Which of the numbers 0 … 7 occur, one bit each; nil where all do.
    private let occurring: UInt8?

    init(_ lower: Double, _ upper: Double, isWhole: Bool) {
        self.lower = lower
        self.upper = upper
        self.isWhole = isWhole
        occurring = nil
    }

    /// Creates the range of some of the numbers 0 … 7.
    init(occurring: UInt8) {
        lower = Double(occurring.trailingZeroBitCount)
        upper = 7 - Double(occurring.leadingZeroBitCount)
        isWhole = true
        self.occurring = occurring
    }

    /// Whether no value is left.
    var isEmpty: Bool { lower > upper || lower == upper && (excludesLower || excludesUpper) }

    /// Keeps only what is not above a bound.
    ///
    /// - Parameters:
    ///   - bound: The bound.
    ///   - slack: What rounding may have taken off it; 0 for a bound as written.
    ///   - isStrict: Whether the bound itself is excluded, which needs a bound as written.
    /// - Returns: Whether anything was taken away.
    mutating func limit(above bound: Double, slack: Double, isStrict: Bool) -> Bool {
        if isWhole {
            let most = (bound + max(slack, Self.leastSlack)).rounded(.down)
            guard most < upper else { return false }
            upper = most
            while !isEmpty, !occurs(upper) { upper -= 1 }
            return true
        }
        let (most, excludes) = (bound + slack, isStrict && slack == 0)
        guard most < upper || most == upper && excludes && !excludesUpper else { return false }
        upper = most
        excludesUpper = excludes
        return true
    }

    /// Keeps only what is not below a bound; see `limit(above:slack:isStrict:)`.
    mutating func limit(below bound: Double, slack: Double, isStrict: Bool) -> Bool {
        if isWhole {
            let least = (bound - max(slack, Self.leastSlack)).rounded(.up)
            guard least > lower else { return false }
            lower = least
            while !isEmpty, !occurs(lower) { lower += 1 }
            return true
        }
        let (least, excludes) = (bound - slack, isStrict && slack == 0)
        guard least > lower || least == lower && excludes && !excludesLower else { return false }
        lower = least
        excludesLower = excludes
        return true
    }

    private func occurs(_ number: Double) -> Bool {
        guard let occurring, (0...7).contains(number) else { return true }
        return occurring >> UInt8(number) & 1 == 1
    }

    /// What a bound of whole numbers may be off by a division -- constant.
    private static let leastSlack = 1e-6
}
