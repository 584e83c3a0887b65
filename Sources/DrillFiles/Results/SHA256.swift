/// SHA-256 (FIPS 180-4), so that anybody can check a digest with `sha256sum`.
public struct SHA256: Sendable {
    private var state: SIMD8<UInt32> = [
        0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB,
        0x5BE0_CD19,
    ]
    /// Bytes that do not fill a block yet.
    private var pending: [UInt8] = []
    private var byteCount: UInt64 = 0

    /// Creates the digest of nothing.
    public init() {
        pending.reserveCapacity(64)
    }

    /// Adds bytes.
    public mutating func add(_ bytes: some Sequence<UInt8>) {
        let isWhole: Void? = bytes.withContiguousStorageIfAvailable {
            add(UnsafeRawBufferPointer($0))
        }
        if isWhole == nil { Array(bytes).withUnsafeBytes { add($0) } }
    }

    /// Adds bytes that lie one behind another.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        byteCount += UInt64(bytes.count)
        var place = 0
        if !pending.isEmpty {
            place = min(64 - pending.count, bytes.count)
            pending.append(contentsOf: bytes[0..<place])
            guard pending.count == 64 else { return }
            compressPending()
        }
        while place + 64 <= bytes.count {
            compress(UnsafeRawBufferPointer(rebasing: bytes[place..<place + 64]))
            place += 64
        }
        pending.append(contentsOf: bytes[place...])
    }

    /// Returns the digest as 64 hexadecimal digits.
    public func hexadecimal() -> String {
        var end = self
        let bits = byteCount * 8
        end.pending.append(0x80)
        if end.pending.count > 56 { end.pad(to: 64) }
        end.pad(to: 56)
        for shift in stride(from: 56, through: 0, by: -8) {
            end.pending.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        end.compressPending()
        return end.state.indices.map { index in
            let digits = String(end.state[index], radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// Returns the digest of bytes.
    public static func of(_ bytes: some Sequence<UInt8>) -> String {
        var digest = SHA256()
        digest.add(bytes)
        return digest.hexadecimal()
    }

    private mutating func pad(to length: Int) {
        while pending.count < length { pending.append(0) }
        if length == 64 { compressPending() }
    }

    private mutating func compressPending() {
        let block = pending
        block.withUnsafeBytes { compress($0) }
        pending.removeAll(keepingCapacity: true)
    }

    private mutating func compress(_ block: UnsafeRawBufferPointer) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
            Self.spread(block, over: words)
            for (index, constant) in Self.constants.enumerated() { words[index] &+= constant }
            state &+= Self.mixed(state, words)
        }
    }

    /// Returns the state after the rounds of a block, whose words have the constants added, before it is
    /// added to the state before.
    private static func mixed(
        _ state: SIMD8<UInt32>,
        _ words: UnsafeMutableBufferPointer<UInt32>
    ) -> SIMD8<UInt32> {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let sum1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
            let choice = (e & f) ^ (~e & g)
            let first = h &+ sum1 &+ choice &+ words[index]
            let sum0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
            let second = sum0 &+ ((a & b) ^ (a & c) ^ (b & c))
            (h, g, f, e) = (g, f, e, d &+ first)
            (d, c, b, a) = (c, b, a, first &+ second)
        }
        return [a, b, c, d, e, f, g, h]
    }

    /// Fills the words of a block.
    private static func spread(
        _ block: UnsafeRawBufferPointer,
        over words: UnsafeMutableBufferPointer<UInt32>
    ) {
        for index in 0..<16 {
            let word = block.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)
            words[index] = UInt32(bigEndian: word)
        }
        for index in 16..<64 {
            let (early, late) = (words[index - 15], words[index - 2])
            let first = turn(early, 7) ^ turn(early, 18) ^ early >> 3
            let second = turn(late, 17) ^ turn(late, 19) ^ late >> 10
            words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
        }
    }

    @inline(__always)
    private static func turn(_ word: UInt32, _ places: UInt32) -> UInt32 {
        word >> places | word << (32 - places)
    }

    /// First 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428A_2F98, 0x7137_4491, 0xB5C0_FBCF, 0xE9B5_DBA5, 0x3956_C25B, 0x59F1_11F1, 0x923F_82A4,
        0xAB1C_5ED5, 0xD807_AA98, 0x1283_5B01, 0x2431_85BE, 0x550C_7DC3, 0x72BE_5D74, 0x80DE_B1FE,
        0x9BDC_06A7, 0xC19B_F174, 0xE49B_69C1, 0xEFBE_4786, 0x0FC1_9DC6, 0x240C_A1CC, 0x2DE9_2C6F,
        0x4A74_84AA, 0x5CB0_A9DC, 0x76F9_88DA, 0x983E_5152, 0xA831_C66D, 0xB003_27C8, 0xBF59_7FC7,
        0xC6E0_0BF3, 0xD5A7_9147, 0x06CA_6351, 0x1429_2967, 0x27B7_0A85, 0x2E1B_2138, 0x4D2C_6DFC,
        0x5338_0D13, 0x650A_7354, 0x766A_0ABB, 0x81C2_C92E, 0x9272_2C85, 0xA2BF_E8A1, 0xA81A_664B,
        0xC24B_8B70, 0xC76C_51A3, 0xD192_E819, 0xD699_0624, 0xF40E_3585, 0x106A_A070, 0x19A4_C116,
        0x1E37_6C08, 0x2748_774C, 0x34B0_BCB5, 0x391C_0CB3, 0x4ED8_AA4A, 0x5B9C_CA4F, 0x682E_6FF3,
        0x748F_82EE, 0x78A5_636F, 0x84C8_7814, 0x8CC7_0208, 0x90BE_FFFA, 0xA450_6CEB, 0xBEF9_A3F7,
        0xC671_78F2,
    ]
}
