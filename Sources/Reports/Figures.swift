import Foundation
public import Wording

/// Numbers as readers see them.
public enum Figures {
    /// Returns a number with so many digits behind the point.
    public static func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite else { return value > 0 ? "∞" : (value < 0 ? "−∞" : "?") }
        var factor = 1.0
        for _ in 0..<places { factor *= 10 }
        let scaled = (abs(value) * factor).rounded()
        guard scaled < 9e15 else { return "\(value)" }
        let digits = "\(Int64(scaled))"
        let sign = value < 0 && scaled > 0 ? "−" : ""
        guard places > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let split = padded.index(padded.endIndex, offsetBy: -places)
        return sign + padded[..<split] + "." + padded[split...]
    }

    /// Returns a number with three or four telling digits; a whole one without any behind the point.
    public static func plain(_ value: Double) -> String {
        if value == value.rounded(.towardZero) { return decimal(value, places: 0) }
        return switch abs(value) {
        case 100...: decimal(value, places: 0)
        case 10..<100: decimal(value, places: 1)
        default: decimal(value, places: 2)
        }
    }

    /// Returns a share as per cent.
    public static func percent(_ share: Double) -> String {
        share.isFinite ? decimal(share * 100, places: 1) + " %" : "∞"
    }

    /// Returns a length of time given in seconds, as minutes below two hours, else as hours.
    public static func duration(_ seconds: Double, _ language: Language) -> String {
        guard seconds.isFinite else { return "∞" }
        return abs(seconds) < 7200
            ? decimal(seconds / 60, places: 1) + Bilingual(" min", "分钟")[language]
            : decimal(seconds / 3600, places: 1) + Bilingual(" h", "小时")[language]
    }

    /// Returns a moment as day and time of day.
    public static func clock(_ instant: AbsoluteInstant, _ language: Language) -> String {
        let now = instant.calendar
        let time = two(now.hour) + ":" + two(now.minute)
        switch language {
        case .english: return two(now.day) + " " + months[now.month - 1] + " " + time
        case .chinese: return "\(now.month)月\(two(now.day))日 " + time
        }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
