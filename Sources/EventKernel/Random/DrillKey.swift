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

    private init(bits: UInt64) {
        self.bits = bits
    }

    /// Returns the key of one branch of this drill: from an instant on, other luck.
    ///
    /// - Parameter number: Number of the branch among those of the instant.
    /// - Returns: Its key.
    public func branch(_ number: UInt64) -> DrillKey {
        // The key is the text "branches".
        DrillKey(bits: Philox.block(low: bits, high: number, key: 0x6272_616E_6368_6573).first)
    }
}
