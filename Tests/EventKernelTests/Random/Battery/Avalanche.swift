import EventKernel

/// How the bits of a draw change with one bit of what it is keyed by.
///
/// Every changed bit must change each bit of the draw in half of the cases.
enum Avalanche: String, CaseIterable, Sendable {
    case seed, drill, entity, purpose, index

    /// Bits of a uniform draw -- constant.
    private static let drawBits = 53

    /// Bits of it that are flipped.
    var bitCount: Int {
        switch self {
        case .seed, .drill, .entity: 64
        case .purpose: 16
        case .index: 48
        }
    }

    /// Probability of the largest departure of any bit pair, corrected for their number.
    func probability(samples: Int) -> Double {
        var largest = 0
        for bit in 0..<bitCount {
            var flips = [Int](repeating: 0, count: Self.drawBits)
            for sample in 0..<samples {
                let difference = draw(UInt64(sample), 0) ^ draw(UInt64(sample), 1 << UInt64(bit))
                for place in 0..<Self.drawBits {
                    flips[place] += Int(difference >> UInt64(place) & 1)
                }
            }
            for count in flips { largest = max(largest, abs(2 * count - samples)) }
        }
        let distance = Double(largest) / Double(samples).squareRoot()
        let single = 2 * Elementary.normalCDF(-distance)
        let pairs = Double(Self.drawBits * bitCount)
        return -Elementary.expm1(pairs * Elementary.log1p(-single))
    }

    /// A draw keyed by a sample with some bits of one key flipped.
    private func draw(_ sample: UInt64, _ flip: UInt64) -> UInt64 {
        let seed = self == .seed ? sample ^ flip : sample / 16
        let drill = self == .drill ? (sample & 15) ^ flip : sample & 15
        let entity = self == .entity ? 3 * sample ^ flip : 3 * sample
        let purpose = self == .purpose ? 5 ^ UInt16(truncatingIfNeeded: flip) : 5
        let index = self == .index ? (sample & 3) ^ flip : sample & 3
        let key = DrillKey(seed: seed, drill: drill)
        return UInt64(
            RandomStream.uniform(key, purpose: purpose, entity: entity, index: index) * 0x1p53
        )
    }
}
