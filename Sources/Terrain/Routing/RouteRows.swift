/// Times to a few places from all that the scenario names, kept as long as they hold.
///
/// A place to which many ask the way gets a row, in which every answer stands at once.
struct RouteRows: Sendable {
    private struct Row {
        var destination: Int32
        var version: Int32
        var milliseconds: [Int64]
    }

    /// Rows kept at most -- constant: with ten thousand places twenty megabytes.
    private static let capacity = 256

    private var rows: [Row] = []
    /// Row of each named place, −1 where it has none.
    private var rowOf: [Int32]
    /// Questions about each named place that found no row, in the version of `askedIn`.
    private var asked: [Int32]
    private var askedIn: [Int32]
    /// Row that is given up next.
    private var oldest = 0

    /// Creates no rows for so many named places.
    init(places: Int) {
        rowOf = Array(repeating: -1, count: places)
        asked = Array(repeating: 0, count: places)
        askedIn = asked
    }

    /// Returns the time between two named places, or nil where no row holds it in this version.
    func time(from origin: Int, to destination: Int, version: Int32) -> Int64? {
        let row = rowOf[destination]
        guard row >= 0, rows[Int(row)].version == version else { return nil }
        return rows[Int(row)].milliseconds[origin]
    }

    /// Counts a question that no row answers.
    ///
    /// - Returns: How many there were in this version.
    mutating func count(_ destination: Int, version: Int32) -> Int32 {
        if askedIn[destination] != version {
            askedIn[destination] = version
            asked[destination] = 0
        }
        asked[destination] += 1
        return asked[destination]
    }

    /// Keeps the times from all named places to one.
    mutating func keep(_ milliseconds: [Int64], to destination: Int, version: Int32) {
        let row = Row(
            destination: Int32(destination),
            version: version,
            milliseconds: milliseconds
        )
        if rowOf[destination] >= 0 {
            rows[Int(rowOf[destination])] = row
        } else if rows.count < Self.capacity {
            rowOf[destination] = Int32(rows.count)
            rows.append(row)
        } else {
            rowOf[Int(rows[oldest].destination)] = -1
            rowOf[destination] = Int32(oldest)
            rows[oldest] = row
            oldest = (oldest + 1) % Self.capacity
        }
    }
}
