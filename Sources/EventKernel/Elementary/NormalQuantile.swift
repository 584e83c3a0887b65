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
    static func upperQuantile(_ p: Double) -> Double {
        if p >= 0x1p-6, p <= 0.5 - 0x1p-4 { return flankQuantile(p) }
        if p > 0.25 { return centralQuantile(0.5 - p) }
        guard p > 0 else { return p == 0 ? .infinity : .nan }
        let (head, rest) = Pieces.evaluate(NormalTailTable.pieces, (-log(p)).squareRoot(), from: 2)
        return head + rest
    }

    /// The quantile where the table has it by the distance from the median, or by the probability.
    ///
    /// Six draws in seven lie here, and on which side of 1/4 no processor foresees: so that nothing
    /// waits for a wrong guess, there is no branch.
    @inline(__always)
    private static func flankQuantile(_ p: Double) -> Double {
        let isCentral = p > 0.25
        let argument = isCentral ? 0.5 - p : p
        // Bit patterns at which rows 0 would begin; two octaves of sixteen rows precede those by p.
        let first: UInt64 = isCentral ? 0x3FB0 << 48 : (0x3F90 - 32) << 48
        let (row, distance) = Pieces.locate(argument, from: Double(bitPattern: first))
        let table = NormalQuantileTable.pieces
        let (head, rest) = Pieces.evaluate(table, at: row &* Pieces.stride, distance: distance)
        return head + rest
    }

    /// The quantile at a distance of up to 1/16 from the median.
    @inline(__always)
    private static func centralQuantile(_ q: Double) -> Double {
        let curve = (q * q) * polynomial(NormalQuantileTable.small, q * q)
        return q * NormalQuantileTable.slopeHead + q * (NormalQuantileTable.slopeTail + curve)
    }
}
