import Wording

/// Reads times as ISO 8601 writes them.
enum TimeText {
    private static let day: Int64 = 86_400_000

    /// Longest length of time that is read [ms], about 274 years -- constant.
    private static let longest = 100_000 * day

    /// Pattern of lengths of time, for editors.
    static let durationPattern =
        #"^-?(P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+(\.\d+)?H)?(\d+(\.\d+)?M)?(\d+(\.\d+)?S)?)?"#
        + #"|\d+:[0-5]\d(:[0-5]\d)?)$"#

    /// Pattern of moments, for editors.
    static let instantPattern =
        #"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$"#

    /// Reads a length of time: `PT1H30M`, `P2D`, `P1W`, `PT0.5S`, or hours and minutes as `01:30`,
    /// with seconds as `01:30:15`; a minus sign may stand before it.
    ///
    /// - Returns: The length [ms], or nil where the text is no length of time.
    static func duration(_ text: String) -> Int64? {
        var scanner = Scanner(text)
        let sign: Int64 = scanner.take("-") ? -1 : 1
        let length = scanner.take("P") ? designated(&scanner) : clockTime(&scanner)
        guard let length, length <= longest, scanner.isAtEnd else { return nil }
        return sign * length
    }

    /// Reads what follows `P`.
    private static func designated(_ scanner: inout Scanner) -> Int64? {
        let start = scanner.offset
        var total = scanner.component("W", 7 * day) + scanner.component("D", day)
        if scanner.take("T") {
            let timeStart = scanner.offset
            total += scanner.component("H", 3_600_000)
            total += scanner.component("M", 60_000)
            total += scanner.component("S", 1000)
            guard scanner.offset > timeStart else { return nil }
        }
        return scanner.offset > start ? total : nil
    }

    /// Reads `hours:minutes`, or `hours:minutes:seconds`.
    private static func clockTime(_ scanner: inout Scanner) -> Int64? {
        guard let hours = scanner.digits(1...6), scanner.take(":"),
            let minutes = scanner.digits(2...2), minutes < 60
        else {
            return nil
        }
        var seconds: Int64 = 0
        if scanner.take(":") {
            guard let given = scanner.digits(2...2), given < 60 else { return nil }
            seconds = given
        }
        return ((hours * 60 + minutes) * 60 + seconds) * 1000
    }

    /// Reads a date, a time of day and the offset from UTC: `2019-03-21T14:48:00+08:00`.
    ///
    /// - Returns: The moment, or nil where the text is none or the date does not exist.
    static func instant(_ text: String) -> AbsoluteInstant? {
        var scanner = Scanner(text)
        guard let days = date(&scanner), scanner.take("T"), let time = timeOfDay(&scanner),
            let offset = offset(&scanner), scanner.isAtEnd
        else {
            return nil
        }
        return AbsoluteInstant(
            millisecondsSince1970: days * day + time - Int64(offset) * 60_000,
            offsetMinutes: offset
        )
    }

    /// Reads a date and returns the days since 1970-01-01.
    private static func date(_ scanner: inout Scanner) -> Int64? {
        guard let year = scanner.digits(4...4), scanner.take("-"),
            let month = scanner.digits(2...2), scanner.take("-"), (1...12).contains(month),
            let dayOfMonth = scanner.digits(2...2), dayOfMonth >= 1
        else {
            return nil
        }
        let first = daysBefore(year: year, month: month)
        let next = daysBefore(year: month == 12 ? year + 1 : year, month: month % 12 + 1)
        return dayOfMonth <= next - first ? first + dayOfMonth - 1 : nil
    }

    /// Counts the days from 1970-01-01 to the first of a month of the Gregorian calendar.
    private static func daysBefore(year: Int64, month: Int64) -> Int64 {
        // Years are taken to begin in March, so that the leap day is the last of its year, and 400
        // years are added, so that nothing is negative; 865,565 days lie between that and 1970.
        let years = (month > 2 ? year : year - 1) + 400
        let months = (month + 9) % 12
        let leapDays = years / 4 - years / 100 + years / 400
        return years * 365 + leapDays + (months * 153 + 2) / 5 - 865_565
    }

    private static func timeOfDay(_ scanner: inout Scanner) -> Int64? {
        guard let hours = scanner.digits(2...2), hours < 24, scanner.take(":"),
            let minutes = scanner.digits(2...2), minutes < 60
        else {
            return nil
        }
        var milliseconds: Int64 = 0
        if scanner.take(":") {
            guard let seconds = scanner.digits(2...2), seconds < 60 else { return nil }
            milliseconds = seconds * 1000 + scanner.thousandths()
        }
        return (hours * 60 + minutes) * 60_000 + milliseconds
    }

    private static func offset(_ scanner: inout Scanner) -> Int? {
        if scanner.take("Z") { return 0 }
        let isBehind = scanner.take("-")
        guard isBehind || scanner.take("+"), let hours = scanner.digits(2...2), hours <= 14,
            scanner.take(":"), let minutes = scanner.digits(2...2), minutes < 60
        else {
            return nil
        }
        return Int(hours * 60 + minutes) * (isBehind ? -1 : 1)
    }

    /// Walks through a short text.
    private struct Scanner {
        private let bytes: [UInt8]
        private(set) var offset = 0

        init(_ text: String) {
            bytes = Array(text.utf8.prefix(64))
        }

        var isAtEnd: Bool { offset == bytes.count }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else {
                return false
            }
            offset += 1
            return true
        }

        /// Reads so many digits; nil where there are fewer.
        mutating func digits(_ count: ClosedRange<Int>) -> Int64? {
            let start = offset
            var value: Int64 = 0
            while offset < bytes.count, offset - start < count.upperBound,
                ASCII.isDigit(bytes[offset])
            {
                value = value * 10 + Int64(bytes[offset] - ASCII.zero)
                offset += 1
            }
            return offset - start >= count.lowerBound ? value : nil
        }

        /// Reads a decimal fraction, if there is one, to three digits.
        mutating func thousandths() -> Int64 {
            guard take(".") else { return 0 }
            let start = offset
            let value = digits(1...3)
            guard let value else {
                // A dot without digits: left in place, so that the end is not reached.
                offset = start - 1
                return 0
            }
            return value * [100, 10, 1][offset - start - 1]
        }

        /// Reads a number with its designator [ms]; 0 and no step where another one stands here.
        mutating func component(_ letter: Unicode.Scalar, _ milliseconds: Int64) -> Int64 {
            let start = offset
            guard let whole = digits(1...7) else { return 0 }
            let fraction = thousandths()
            guard take(letter) else {
                offset = start
                return 0
            }
            return whole * milliseconds + fraction * milliseconds / 1000
        }
    }
}
