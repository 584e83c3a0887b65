/// A set of small whole numbers, walked from the least to the greatest.
///
/// One bit a number, and one bit for every 64 of those that tells whether any is set: neither adding, taking
/// away nor finding the next depends on how many numbers there are in the set. A range of numbers may stand
/// for a set of its own, so that one such value holds many sets in one piece of storage.
@frozen
public struct NumberSet: Sendable {
    @usableFromInline var words: ContiguousArray<UInt64>
    @usableFromInline var summary: ContiguousArray<UInt64>

    /// Creates an empty set.
    ///
    /// - Parameter limit: Number below which all of its numbers are, not negative.
    @inlinable
    public init(below limit: Int) {
        words = ContiguousArray(repeating: 0, count: (limit + 63) / 64)
        summary = ContiguousArray(repeating: 0, count: (words.count + 63) / 64)
    }

    /// Tells whether a number is in the set.
    @inlinable
    @inline(__always)
    public func contains(_ number: Int) -> Bool {
        words[number >> 6] & 1 << UInt64(number & 63) != 0
    }

    /// Adds a number, unless it is there.
    ///
    /// - Precondition: It is not negative and below the limit.
    /// - Complexity: O(1).
    @inlinable
    @inline(__always)
    public mutating func insert(_ number: Int) {
        let word = number >> 6
        words[word] |= 1 << UInt64(number & 63)
        summary[word >> 6] |= 1 << UInt64(word & 63)
    }

    /// Takes a number away, if it is there.
    ///
    /// - Precondition: It is not negative and below the limit.
    /// - Complexity: O(1).
    @inlinable
    @inline(__always)
    public mutating func remove(_ number: Int) {
        let word = number >> 6
        words[word] &= ~(1 << UInt64(number & 63))
        if words[word] == 0 { summary[word >> 6] &= ~(1 << UInt64(word & 63)) }
    }

    /// Returns the least number of the set within a range; nil where there is none.
    ///
    /// - Complexity: O(1) for numbers near the beginning of the range, otherwise O(range / 4,096).
    @inlinable
    @inline(__always)
    public func first(in range: Range<Int>) -> Int? {
        guard !range.isEmpty else { return nil }
        let word = range.lowerBound >> 6
        let rest = words[word] & (~0 << UInt64(range.lowerBound & 63))
        let found = rest != 0 ? word << 6 + rest.trailingZeroBitCount : firstBehind(word, range)
        return found < range.upperBound ? found : nil
    }

    /// Returns the least number in words behind one; the end of the range where it has none.
    @inlinable
    func firstBehind(_ word: Int, _ range: Range<Int>) -> Int {
        var group = (word + 1) >> 6
        let last = (range.upperBound - 1) >> 12
        var bits = group <= last ? summary[group] & (~0 << UInt64((word + 1) & 63)) : 0
        while bits == 0 {
            group += 1
            guard group <= last else { return range.upperBound }
            bits = summary[group]
        }
        let next = group << 6 + bits.trailingZeroBitCount
        return next << 6 + words[next].trailingZeroBitCount
    }

    /// Empties the set.
    ///
    /// - Complexity: O(numbers in the set + limit / 4,096).
    @inlinable
    public mutating func clear() {
        for group in summary.indices {
            while summary[group] != 0 {
                words[group << 6 + summary[group].trailingZeroBitCount] = 0
                summary[group] &= summary[group] - 1
            }
        }
    }
}
