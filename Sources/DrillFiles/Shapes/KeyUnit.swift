public import Wording

/// Unit of a quantity, named by the end of a key: `speedKilometersPerHour`.
public struct KeyUnit: Hashable, Sendable {
    /// What a unit measures; only units of one kind convert into each other.
    public enum Quantity: Hashable, Sendable {
        case length, area, volume, mass, time, speed, volumeFlow, massFlow, frequency
        case pressure, energy, power, heatFlux, temperature, angle, share, money
    }

    /// End of the keys in this unit, such as `KilometersPerHour`.
    public let keyEnding: String

    /// Sign in messages and reports, such as `km/h`.
    public let symbol: Bilingual

    /// What it measures.
    public let quantity: Quantity

    /// Size in the base unit of its quantity, as a fraction, so that conversions stay exact.
    private let size: (numerator: Double, denominator: Double)

    /// Zero of the scale in the base unit; 0 except for temperatures.
    private let zero: Double

    private init(
        _ keyEnding: String,
        _ symbol: String,
        _ quantity: Quantity,
        _ numerator: Double = 1,
        per denominator: Double = 1,
        zero: Double = 0,
        chinese: String? = nil
    ) {
        self.keyEnding = keyEnding
        self.symbol = Bilingual(symbol, chinese ?? symbol)
        self.quantity = quantity
        size = (numerator, denominator)
        self.zero = zero
    }

    /// Tells whether two units are the same.
    public static func == (left: KeyUnit, right: KeyUnit) -> Bool {
        left.keyEnding == right.keyEnding
    }

    /// Feeds what makes the unit.
    public func hash(into hasher: inout Hasher) { hasher.combine(keyEnding) }

    /// Converts a value in this unit to another of the same quantity, or returns nil.
    func convert(_ value: Double, to other: KeyUnit) -> Double? {
        guard quantity == other.quantity else { return nil }
        let base = value * size.numerator / size.denominator + zero
        return (base - other.zero) * other.size.denominator / other.size.numerator
    }

    /// Splits a key into its stem and the unit at its end, or returns nil where it names no unit.
    ///
    /// The longest ending wins: `PerHour` is no unit in `KilometersPerHour`.
    static func ending(_ key: String) -> (stem: String, unit: KeyUnit)? {
        var best: KeyUnit?
        for unit in all where key.hasSuffix(unit.keyEnding) {
            if unit.keyEnding.utf8.count > best?.keyEnding.utf8.count ?? 0 { best = unit }
        }
        return best.map { (String(key.dropLast($0.keyEnding.count)), $0) }
    }

    /// All units that keys may name.
    public static let all: [KeyUnit] = [
        KeyUnit("Millimeters", "mm", .length, per: 1000),
        KeyUnit("Centimeters", "cm", .length, per: 100),
        KeyUnit("Meters", "m", .length),
        KeyUnit("Kilometers", "km", .length, 1000),
        KeyUnit("SquareMeters", "m²", .area),
        KeyUnit("Mu", "mu", .area, 2000, per: 3, chinese: "亩"),
        KeyUnit("Hectares", "ha", .area, 10_000),
        KeyUnit("SquareKilometers", "km²", .area, 1_000_000),
        KeyUnit("Milliliters", "mL", .volume, per: 1_000_000),
        KeyUnit("Liters", "L", .volume, per: 1000),
        KeyUnit("CubicMeters", "m³", .volume),
        KeyUnit("Grams", "g", .mass, per: 1000),
        KeyUnit("Kilograms", "kg", .mass),
        KeyUnit("Tonnes", "t", .mass, 1000),
        KeyUnit("Milliseconds", "ms", .time, per: 1000),
        KeyUnit("Seconds", "s", .time),
        KeyUnit("Minutes", "min", .time, 60),
        KeyUnit("Hours", "h", .time, 3600),
        KeyUnit("Days", "d", .time, 86_400),
        KeyUnit("MetersPerSecond", "m/s", .speed),
        KeyUnit("MetersPerMinute", "m/min", .speed, per: 60),
        KeyUnit("KilometersPerHour", "km/h", .speed, 1000, per: 3600),
        KeyUnit("LitersPerSecond", "L/s", .volumeFlow, per: 1000),
        KeyUnit("LitersPerMinute", "L/min", .volumeFlow, per: 60_000),
        KeyUnit("LitersPerHour", "L/h", .volumeFlow, per: 3_600_000),
        KeyUnit("CubicMetersPerSecond", "m³/s", .volumeFlow),
        KeyUnit("CubicMetersPerMinute", "m³/min", .volumeFlow, per: 60),
        KeyUnit("CubicMetersPerHour", "m³/h", .volumeFlow, per: 3600),
        KeyUnit("KilogramsPerSecond", "kg/s", .massFlow),
        KeyUnit("KilogramsPerMinute", "kg/min", .massFlow, per: 60),
        KeyUnit("KilogramsPerHour", "kg/h", .massFlow, per: 3600),
        KeyUnit("PerSecond", "1/s", .frequency),
        KeyUnit("PerMinute", "1/min", .frequency, per: 60),
        KeyUnit("PerHour", "1/h", .frequency, per: 3600),
        KeyUnit("PerDay", "1/d", .frequency, per: 86_400),
        KeyUnit("PerYear", "1/a", .frequency, per: 31_557_600),
        KeyUnit("Pascals", "Pa", .pressure),
        KeyUnit("Kilopascals", "kPa", .pressure, 1000),
        KeyUnit("Megapascals", "MPa", .pressure, 1_000_000),
        KeyUnit("Bar", "bar", .pressure, 100_000),
        KeyUnit("Kilojoules", "kJ", .energy, 1000),
        KeyUnit("Megajoules", "MJ", .energy, 1_000_000),
        KeyUnit("KilowattHours", "kWh", .energy, 3_600_000),
        KeyUnit("Watts", "W", .power),
        KeyUnit("Kilowatts", "kW", .power, 1000),
        KeyUnit("Megawatts", "MW", .power, 1_000_000),
        KeyUnit("KilowattsPerSquareMeter", "kW/m²", .heatFlux),
        KeyUnit("WattsPerSquareMeter", "W/m²", .heatFlux, per: 1000),
        KeyUnit("DegreesCelsius", "°C", .temperature, zero: 273.15),
        KeyUnit("Kelvin", "K", .temperature),
        KeyUnit("Degrees", "°", .angle),
        KeyUnit("Radians", "rad", .angle, 57.295779513082323),
        KeyUnit("Share", "share", .share, chinese: "比例"),
        KeyUnit("Percent", "%", .share, per: 100),
        KeyUnit("Yuan", "yuan", .money, chinese: "元"),
        KeyUnit("TenThousandYuan", "10⁴ yuan", .money, 10_000, chinese: "万元"),
    ]
}
