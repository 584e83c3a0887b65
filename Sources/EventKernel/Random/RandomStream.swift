/// Independent sequence of random numbers for one purpose and entity.
///
/// Every draw is a pure function of (seed, drill, purpose, entity, index): drawing more or less, or
/// for another entity or purpose, shifts nothing. A stream may be kept and drawn from in turn, or
/// made anew for each decision at no cost.
///
/// Streams travel as `inout`: a copy repeats its draws.
public struct RandomStream: BitwiseCopyable, Sendable {
    /// Key of the drill.
    @usableFromInline let key: UInt64

    /// For whom the draws decide.
    @usableFromInline let entity: UInt64

    /// Purpose in the upper 16 bits, index of the next draw in the lower 48 -- state.
    @usableFromInline var position: UInt64

    /// Block of the next draw, once the first draw has been taken -- state.
    @usableFromInline var block: (first: UInt64, second: UInt64) = (0, 0)

    /// Creates a stream at its first draw.
    ///
    /// - Parameters:
    ///   - key: Key of the drill.
    ///   - purpose: What the draws decide; a number of the domain, never reused.
    ///   - entity: For whom they decide.
    @inlinable
    public init(_ key: DrillKey, purpose: UInt16, entity: UInt64) {
        self.key = key.bits
        self.entity = entity
        position = UInt64(purpose) << 48
    }

    /// Index of the next draw, from 0 -- state.
    @inlinable public var index: UInt64 { position & 0xFFFF_FFFF_FFFF }

    /// Returns the next 64 random bits.
    ///
    /// A block of the generator serves two draws. When it is used up the next one is made at once,
    /// so that nobody waits for it at the next draw; only the first draw has to wait.
    ///
    /// - Precondition: The stream has given less than 2^48 draws.
    @inlinable
    public mutating func bits() -> UInt64 {
        let place = position
        position &+= 1
        if place & 1 != 0 {
            let bits = block.second
            block = Philox.block(low: entity, high: position &>> 1, key: key)
            return bits
        }
        if place &<< 16 == 0 { block = Philox.block(low: entity, high: place &>> 1, key: key) }
        return block.first
    }

    /// Returns the next number, uniform on [0, 1) with 53 random bits.
    @inlinable
    public mutating func uniform() -> Double {
        Double(bits() &>> 11) * 0x1p-53
    }

    /// Returns the next whole number from 0 up to, not including, a bound.
    ///
    /// Takes one draw and rises with it; the largest departure from equal chances is `bound` / 2^64.
    ///
    /// - Precondition: `bound` is positive.
    @inlinable
    public mutating func whole(below bound: UInt64) -> UInt64 {
        precondition(bound > 0, "There is no whole number from 0 up to 0.")
        return bits().multipliedFullWidth(by: bound).high
    }

    /// Puts elements in a random order; takes one draw less than there are elements.
    ///
    /// - Complexity: O(*n*).
    @inlinable
    public mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for last in stride(from: elements.count - 1, to: 0, by: -1) {
            elements.swapAt(last, Int(truncatingIfNeeded: whole(below: UInt64(last) + 1)))
        }
    }

    /// Returns the first draws of three streams of one entity without making the streams.
    ///
    /// - Parameters:
    ///   - key: Key of the drill.
    ///   - purposes: What the draws decide.
    ///   - entity: For whom they decide.
    /// - Returns: The numbers that `uniform()` of each stream gives first.
    @inlinable
    public static func firstUniforms(
        _ key: DrillKey,
        purposes: (UInt16, UInt16, UInt16),
        entity: UInt64
    ) -> (Double, Double, Double) {
        let places = (
            UInt64(purposes.0) << 47, UInt64(purposes.1) << 47, UInt64(purposes.2) << 47
        )
        let words = Philox.firstWords(low: entity, high: places, key: key.bits)
        return (
            Double(words.0 &>> 11) * 0x1p-53, Double(words.1 &>> 11) * 0x1p-53,
            Double(words.2 &>> 11) * 0x1p-53
        )
    }

    /// Returns one draw of a stream without making the stream.
    ///
    /// - Parameters:
    ///   - key: Key of the drill.
    ///   - purpose: What the draw decides.
    ///   - entity: For whom it decides.
    ///   - index: Index of the draw, below 2^48.
    /// - Returns: The number that the stream's `uniform()` gives at this index.
    @inlinable
    public static func uniform(
        _ key: DrillKey,
        purpose: UInt16,
        entity: UInt64,
        index: UInt64
    ) -> Double {
        let place = UInt64(purpose) << 48 | index
        let block = Philox.block(low: entity, high: place &>> 1, key: key.bits)
        return Double((place & 1 != 0 ? block.second : block.first) &>> 11) * 0x1p-53
    }
}
