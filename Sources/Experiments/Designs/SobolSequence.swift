/// Points of Sobol (1967) that fill the unit cube evenly, in the order of Antonov and Saleev (1979).
///
/// The first point is the origin. The first 2^k points lie evenly; other numbers of points do so less.
public struct SobolSequence: Sendable {
    /// Most dimensions -- constant.
    public static let dimensionLimit = SobolDirections.dimensionCount
    /// Bits of a coordinate -- constant.
    private static let bitCount = 31

    /// Direction numbers, dimension after dimension.
    private let directions: [[UInt32]]
    private var point: [UInt32]
    private var index: UInt32 = 0

    /// Begins a sequence in so many dimensions.
    ///
    /// - Precondition: There are 1 to 128 dimensions.
    public init(dimensions: Int) {
        precondition(dimensions >= 1 && dimensions <= Self.dimensionLimit, "There are 128 at most.")
        var rows = SobolDirections.table[...]
        var directions = [(1...Self.bitCount).map { UInt32(1) << (Self.bitCount - $0) }]
        while directions.count < dimensions {
            let length = Int(rows.removeFirst())
            directions.append(Self.directions(Array(rows.prefix(length))))
            rows = rows.dropFirst(length)
        }
        self.directions = directions
        point = Array(repeating: 0, count: dimensions)
    }

    /// Continues the first direction numbers of a dimension by its recurrence.
    private static func directions(_ row: [UInt32]) -> [UInt32] {
        let (polynomial, degree) = (row[0], row.count - 1)
        var numbers = (1...bitCount).map { place in
            place <= degree ? row[place] << UInt32(bitCount - place) : 0
        }
        for place in degree..<bitCount {
            numbers[place] = numbers[place - degree] ^ numbers[place - degree] >> UInt32(degree)
            for step in 1..<max(1, degree) where polynomial >> UInt32(degree - 1 - step) & 1 == 1 {
                numbers[place] ^= numbers[place - step]
            }
        }
        return numbers
    }

    /// Returns the next point, each coordinate in [0, 1).
    ///
    /// - Precondition: Fewer than 2^31 points have been taken.
    public mutating func next() -> [Double] {
        let result = point.map { Double($0) * 0x1p-31 }
        let flipped = Int((~index).trailingZeroBitCount)
        for dimension in point.indices { point[dimension] ^= directions[dimension][flipped] }
        index += 1
        return result
    }
}
