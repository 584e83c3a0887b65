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
        // A block of the generator itself serves as the mixing function. Its key is the text
        // "drill ke", so that no digits of a constant need explaining.
        bits = Philox.block(low: seed, high: drill, key: 0x6472_696C_6C20_6B65).first
    }
}
