/// Philox4x32 with 10 rounds: 128 bits that depend on a key and a counter alone.
///
/// Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3"; word order
/// of Random123, which is also that of C++26 `std::philox4x32`.
public enum Philox {
    /// Returns the 128 random bits of one counter as two words of 64 bits.
    ///
    /// - Parameters:
    ///   - low: Counter words 0 (low half) and 1 (high half).
    ///   - high: Counter words 2 (low half) and 3 (high half).
    ///   - key: Key words 0 (low half) and 1 (high half).
    /// - Returns: Output words 0 and 1, and output words 2 and 3, the earlier in the low half.
    @inlinable
    public static func block(
        low: UInt64,
        high: UInt64,
        key: UInt64
    ) -> (first: UInt64, second: UInt64) {
        var word0 = UInt32(truncatingIfNeeded: low)
        var word1 = UInt32(truncatingIfNeeded: low >> 32)
        var word2 = UInt32(truncatingIfNeeded: high)
        var word3 = UInt32(truncatingIfNeeded: high >> 32)
        var key0 = UInt32(truncatingIfNeeded: key)
        var key1 = UInt32(truncatingIfNeeded: key >> 32)
        for _ in 0..<10 {
            let product0 = UInt64(word0) &* 0xD251_1F53
            let product1 = UInt64(word2) &* 0xCD9E_8D57
            word0 = UInt32(truncatingIfNeeded: product1 >> 32) ^ word1 ^ key0
            word1 = UInt32(truncatingIfNeeded: product1)
            word2 = UInt32(truncatingIfNeeded: product0 >> 32) ^ word3 ^ key1
            word3 = UInt32(truncatingIfNeeded: product0)
            key0 &+= 0x9E37_79B9
            key1 &+= 0xBB67_AE85
        }
        return (UInt64(word1) << 32 | UInt64(word0), UInt64(word3) << 32 | UInt64(word2))
    }
}
