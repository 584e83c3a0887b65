/// Key from which all streams of one drill derive.
///
/// Mixes seed and drill number, so that neighbouring seeds and drills share nothing. Seed 0 is a
/// seed like any other.
public struct DrillKey: Hashable, BitwiseCopyable, Sendable {
    /// Key of the generator -- derived.
    @usableFromInline let bits: UInt64

    /// Creates the key of one drill.
    ///
    /// - Parameters:
    ///   - seed: Seed of the batch, any value.
    ///   - drill: Number of the drill within the batch.
    public init(seed: UInt64, drill: UInt64) {
        // A block of the generator itself serves as the mixing function; no drill draws under key 0
        // with this counter, since a stream's counter never has all bits of its upper word set.
        bits = Philox.block(low: seed, high: drill, key: 0x6472_696C_6C20_6B65).first
    }
}

/// Independent sequence of random numbers for one purpose and entity.
///
/// Every draw is a pure function of (seed, drill, purpose, entity, index): drawing more or less, or
/// for another entity or purpose, shifts nothing.
public struct RandomStream: BitwiseCopyable, Sendable {
    @usableFromInline let key: UInt64
    @usableFromInline let entity: UInt64
    @usableFromInline let purpose: UInt64

    /// Index of the next draw -- state.
    public private(set) var index: UInt32 = 0

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
        self.purpose = UInt64(purpose)
    }

    /// Returns the next number, uniform on [0, 1) with 53 random bits.
    public mutating func uniform() -> Double {
        let bits = Philox.block(low: entity, high: purpose << 32 | UInt64(index), key: key).first
        index += 1
        return Double(bits >> 11) * 0x1p-53
    }

    /// Returns the number at an index, uniform on [0, 1), without moving the stream.
    public func uniform(at index: UInt32) -> Double {
        let bits = Philox.block(low: entity, high: purpose << 32 | UInt64(index), key: key).first
        return Double(bits >> 11) * 0x1p-53
    }
}
