extension Elementary {
    /// Number that a standard normal variable exceeds with probability 1 - p, within 2 ulp.
    ///
    /// - Parameter p: Probability [0…1].
    /// - Returns: The quantile; infinite at 0 and 1, and a NaN outside.
    public static func normalQuantile(_ p: Double) -> Double {
        // The complement of a probability above 1/2 is exact.
        p >= 0.5 ? upperQuantile(1 - p) : -upperQuantile(p)
    }

    /// The number exceeded with a probability of at most 1/2.
    @inline(__always)
    private static func upperQuantile(_ p: Double) -> Double {
        if p > 0.25 { return centralQuantile(0.5 - p) }
        if p >= 0x1p-6 {
            let table = NormalQuantileTable.flankPieces
            let (head, rest) = Pieces.evaluate(table, p, from: 0x1p-6)
            return head + rest
        }
        guard p > 0 else { return p == 0 ? .infinity : .nan }
        let (head, rest) = Pieces.evaluate(NormalTailTable.pieces, (-log(p)).squareRoot(), from: 2)
        return head + rest
    }

    /// The quantile at a distance of up to 1/4 from the median.
    @inline(__always)
    private static func centralQuantile(_ q: Double) -> Double {
        if q >= 0x1p-4 {
            let table = NormalQuantileTable.centrePieces
            let (head, rest) = Pieces.evaluate(table, q, from: 0x1p-4)
            return head + rest
        }
        let curve = (q * q) * polynomial(NormalQuantileTable.small, q * q)
        return q * NormalQuantileTable.slopeHead + q * (NormalQuantileTable.slopeTail + curve)
    }
}
