/// A moment on the calendar, as a file gives it.
public struct AbsoluteInstant: Hashable, Sendable {
    /// Time since 1970-01-01T00:00:00Z, leap seconds left out [ms].
    public let millisecondsSince1970: Int64

    /// Offset of the local clock from UTC [min]; 480 in China.
    public let offsetMinutes: Int

    /// Creates a moment.
    public init(millisecondsSince1970: Int64, offsetMinutes: Int) {
        self.millisecondsSince1970 = millisecondsSince1970
        self.offsetMinutes = offsetMinutes
    }
}

extension AbsoluteInstant {
    /// Calendar date and time of day on the local clock.
    public var calendar: (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        let local = millisecondsSince1970 + Int64(offsetMinutes) * 60_000
        let days = Self.floorDivide(local, 86_400_000)
        let inDay = Int((local - days * 86_400_000) / 1000)
        let (year, month, day) = Self.date(daysSince1970: days)
        return (year, month, day, inDay / 3600, inDay / 60 % 60, inDay % 60)
    }

    /// Time since midnight on the local clock [s].
    public var secondOfDay: Double {
        let (_, _, _, hour, minute, second) = calendar
        return Double(hour * 3600 + minute * 60 + second)
    }

    /// Returns the moment a number of milliseconds later.
    public func later(milliseconds: Int64) -> AbsoluteInstant {
        AbsoluteInstant(
            millisecondsSince1970: millisecondsSince1970 + milliseconds,
            offsetMinutes: offsetMinutes
        )
    }

    /// Gregorian date of a day; counts years from March, so that leap days come last.
    private static func date(daysSince1970: Int64) -> (Int, Int, Int) {
        let shifted = daysSince1970 + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (Int(year), Int(month), Int(day))
    }

    private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
    }
}
