/// Functions given by one polynomial for every sixteenth of an octave.
///
/// A row of a table holds the value at the centre as head and tail, then ten coefficients of the
/// distance from the centre. The polynomial is at most a sixteenth of a unit wide relative to the
/// centre, so its rounding errors come to a small part of the result's last digit.
enum Pieces {
    /// Numbers in one row.
    @inline(__always) static var stride: Int { 12 }

    /// The row of an argument and its distance from the row's centre.
    ///
    /// - Parameters:
    ///   - argument: A positive number within the table.
    ///   - first: The table's lower end.
    /// - Returns: The number of the row, and the signed distance.
    @inline(__always)
    static func locate(_ argument: Double, from first: Double) -> (row: Int, distance: Double) {
        let pattern = argument.bitPattern
        let row = Int(truncatingIfNeeded: (pattern &- first.bitPattern) &>> 48)
        let centre = Double(bitPattern: (pattern & 0xFFFF_0000_0000_0000) | 0x0000_8000_0000_0000)
        return (row, argument - centre)
    }

    /// The value at a distance from the centre of a row: the head, and what is to be added.
    @inline(__always)
    static func evaluate(
        _ table: [Double],
        at start: Int,
        distance d: Double
    ) -> (head: Double, rest: Double) {
        let d2 = d * d
        let low = table[start + 3] + table[start + 4] * d
        let middle = table[start + 5] + table[start + 6] * d
        let upper = table[start + 7] + table[start + 8] * d
        let high = table[start + 9] + table[start + 10] * d
        let top = upper + d2 * (high + d2 * table[start + 11])
        let curve = d2 * (low + d2 * (middle + d2 * top))
        return (table[start], table[start + 2] * d + (curve + table[start + 1]))
    }

    /// The value of a tabulated function at an argument: the head, and what is to be added.
    ///
    /// - Parameters:
    ///   - table: Rows of the function.
    ///   - argument: A positive number within the table.
    ///   - offset: A further part of the argument, smaller than its last digit.
    ///   - first: The table's lower end.
    /// - Returns: Two parts of the value, of which the second is small.
    @inline(__always)
    static func evaluate(
        _ table: [Double],
        _ argument: Double,
        plus offset: Double = 0,
        from first: Double
    ) -> (head: Double, rest: Double) {
        let (row, distance) = locate(argument, from: first)
        return evaluate(table, at: row &* stride, distance: distance + offset)
    }
}

/// Value of a short polynomial, coefficients lowest first.
@inline(__always)
func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
    var index = coefficients.count - 1
    var total = coefficients[index]
    while index > 0 {
        index -= 1
        total = total * x + coefficients[index]
    }
    return total
}
