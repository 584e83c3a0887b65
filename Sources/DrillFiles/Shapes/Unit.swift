/// Unit of a quantity, named by the end of a key: `speedKilometersPerHour`.
public struct Unit: Hashable, Sendable {
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
    public static func == (left: Unit, right: Unit) -> Bool { left.keyEnding == right.keyEnding }

    /// Feeds what makes the unit.
    public func hash(into hasher: inout Hasher) { hasher.combine(keyEnding) }

    /// Converts a value in this unit to another of the same quantity, or returns nil.
    func convert(_ value: Double, to other: Unit) -> Double? {
        guard quantity == other.quantity else { return nil }
        let base = value * size.numerator / size.denominator + zero
        return (base - other.zero) * other.size.denominator / other.size.numerator
    }

    /// Splits a key into its stem and the unit at its end, or returns nil where it names no unit.
    ///
    /// The longest ending wins: `PerHour` is no unit in `KilometersPerHour`.
    static func ending(_ key: String) -> (stem: String, unit: Unit)? {
        var best: Unit?
        for unit in all where key.hasSuffix(unit.keyEnding) {
            if unit.keyEnding.utf8.count > best?.keyEnding.utf8.count ?? 0 { best = unit }
        }
        return best.map { (String(key.dropLast($0.keyEnding.count)), $0) }
    }

    /// All units that keys may name.
    public static let all: [Unit] = [
        Unit("Millimeters", "mm", .length, per: 1000),
        Unit("Centimeters", "cm", .length, per: 100),
        Unit("Meters", "m", .length),
        Unit("Kilometers", "km", .length, 1000),
        Unit("SquareMeters", "m²", .area),
        Unit("Mu", "mu", .area, 2000, per: 3, chinese: "亩"),
        Unit("Hectares", "ha", .area, 10_000),
        Unit("SquareKilometers", "km²", .area, 1_000_000),
        Unit("Milliliters", "mL", .volume, per: 1_000_000),
        Unit("Liters", "L", .volume, per: 1000),
        Unit("CubicMeters", "m³", .volume),
        Unit("Grams", "g", .mass, per: 1000),
        Unit("Kilograms", "kg", .mass),
        Unit("Tonnes", "t", .mass, 1000),
        Unit("Milliseconds", "ms", .time, per: 1000),
        Unit("Seconds", "s", .time),
        Unit("Minutes", "min", .time, 60),
        Unit("Hours", "h", .time, 3600),
        Unit("Days", "d", .time, 86_400),
        Unit("MetersPerSecond", "m/s", .speed),
        Unit("MetersPerMinute", "m/min", .speed, per: 60),
        Unit("KilometersPerHour", "km/h", .speed, 1000, per: 3600),
        Unit("LitersPerSecond", "L/s", .volumeFlow, per: 1000),
        Unit("LitersPerMinute", "L/min", .volumeFlow, per: 60_000),
        Unit("LitersPerHour", "L/h", .volumeFlow, per: 3_600_000),
        Unit("CubicMetersPerSecond", "m³/s", .volumeFlow),
        Unit("CubicMetersPerHour", "m³/h", .volumeFlow, per: 3600),
        Unit("KilogramsPerSecond", "kg/s", .massFlow),
        Unit("KilogramsPerMinute", "kg/min", .massFlow, per: 60),
        Unit("KilogramsPerHour", "kg/h", .massFlow, per: 3600),
        Unit("PerSecond", "1/s", .frequency),
        Unit("PerMinute", "1/min", .frequency, per: 60),
        Unit("PerHour", "1/h", .frequency, per: 3600),
        Unit("PerDay", "1/d", .frequency, per: 86_400),
        Unit("PerYear", "1/a", .frequency, per: 31_557_600),
        Unit("Pascals", "Pa", .pressure),
        Unit("Kilopascals", "kPa", .pressure, 1000),
        Unit("Megapascals", "MPa", .pressure, 1_000_000),
        Unit("Bar", "bar", .pressure, 100_000),
        Unit("Kilojoules", "kJ", .energy, 1000),
        Unit("Megajoules", "MJ", .energy, 1_000_000),
        Unit("KilowattHours", "kWh", .energy, 3_600_000),
        Unit("Watts", "W", .power),
        Unit("Kilowatts", "kW", .power, 1000),
        Unit("Megawatts", "MW", .power, 1_000_000),
        Unit("KilowattsPerSquareMeter", "kW/m²", .heatFlux),
        Unit("WattsPerSquareMeter", "W/m²", .heatFlux, per: 1000),
        Unit("DegreesCelsius", "°C", .temperature, zero: 273.15),
        Unit("Kelvin", "K", .temperature),
        Unit("Degrees", "°", .angle),
        Unit("Radians", "rad", .angle, 57.295779513082323),
        Unit("Share", "share", .share, chinese: "比例"),
        Unit("Percent", "%", .share, per: 100),
        Unit("Yuan", "yuan", .money, chinese: "元"),
        Unit("TenThousandYuan", "10⁴ yuan", .money, 10_000, chinese: "万元"),
    ]
}
