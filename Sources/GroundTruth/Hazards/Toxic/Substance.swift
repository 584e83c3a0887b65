public import EventKernel

/// A poisonous gas: how much of it kills, and which concentrations guidelines name.
public struct SubstanceDefinition: Portable, Sendable {
    /// Molar mass [g/mol].
    public var molarGrams = 29.0
    /// Constant of the probit Y = a + b ln(Cⁿt).
    public var probitA = 0.0
    /// Slope of the probit.
    public var probitB = 1.0
    /// Exponent of the concentration.
    public var exponent = 1.0
    /// Size of the probit's unit of concentration [kg/m3]: a milligram per cubic metre, or a part per
    /// million of this gas.
    public var unit = 1e-6
    /// Times for which the guideline concentrations hold, ascending [min].
    public var guidelineMinutes: [Double] = []
    /// Concentrations of level 1 (notable discomfort), 2 (lasting harm or unable to escape) and 3
    /// (danger of life), level after level, each for the times above [kg/m3].
    public var guidelines: [Double] = []
    /// Share of the deadly concentration at which a person is seriously hurt [0…1] -- assumption (D).
    public var seriousShare = 1.0 / 3
    /// Share at which a person is moderately hurt [0…1] -- assumption (D).
    public var moderateShare = 0.1
    /// Share at which a person is slightly hurt [0…1] -- assumption (D).
    public var slightShare = 1.0 / 30

    /// Creates a substance that harms nobody.
    public init() {}

    /// Moves all fields.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&molarGrams)
        try carrier.carry(&probitA)
        try carrier.carry(&probitB)
        try carrier.carry(&exponent)
        try carrier.carry(&unit)
        try carrier.carry(&guidelineMinutes)
        try carrier.carry(&guidelines)
        try carrier.carry(&seriousShare)
        try carrier.carry(&moderateShare)
        try carrier.carry(&slightShare)
    }
}

extension SubstanceDefinition {
    /// Volume of a mole of gas at 25 °C [m3/kmol] -- constant (C).
    public static let molarVolume = 24.45

    /// Returns one part per million of a gas [kg/m3].
    ///
    /// - Parameter molarGrams: Molar mass [g/mol].
    /// - Returns: Mass in a cubic metre of air [kg/m3].
    public static func partPerMillion(molarGrams: Double) -> Double {
        molarGrams / molarVolume * 1e-6
    }

    /// Returns the toxic load of a constant concentration, Cⁿt [unitⁿ·min].
    func load(kilogramsPerCubicMeter: Double, minutes: Double) -> Double {
        Elementary.pow(kilogramsPerCubicMeter / unit, exponent) * minutes
    }

    /// Returns the probit of death for a toxic load.
    func probit(load: Double) -> Double { probitA + probitB * Elementary.log(load) }

    /// Returns the toxic load of which a person dies.
    ///
    /// - Parameter tolerance: Share of people who die of less [0…1).
    /// - Returns: Toxic load [unitⁿ·min].
    func deadlyLoad(tolerance: Double) -> Double {
        let normal = Elementary.normalQuantile(max(tolerance, 0x1p-54))
        return Elementary.exp((5 + normal - probitA) / probitB)
    }

    /// Returns what share of the deadly load a share of the deadly concentration makes.
    func loadShare(ofConcentrationShare share: Double) -> Double {
        Elementary.pow(share, exponent)
    }

    /// Returns the highest guideline level that a concentration reaches if it lasts so long.
    ///
    /// Between the times of a guideline concentrations are interpolated by their logarithms; before
    /// the first and after the last the guideline of that time holds.
    ///
    /// - Returns: 0 for none, 1, 2 or 3.
    func guidelineLevel(kilogramsPerCubicMeter: Double, minutes: Double) -> Int32 {
        let count = guidelineMinutes.count
        guard count > 0, guidelines.count == 3 * count else { return 0 }
        for level in stride(from: 3, through: 1, by: -1)
        where kilogramsPerCubicMeter >= guideline(level, minutes) {
            return Int32(level)
        }
        return 0
    }

    private func guideline(_ level: Int, _ minutes: Double) -> Double {
        let first = (level - 1) * guidelineMinutes.count
        var place = 0
        while place + 1 < guidelineMinutes.count, guidelineMinutes[place + 1] <= minutes {
            place += 1
        }
        let here = guidelines[first + place]
        guard place + 1 < guidelineMinutes.count, minutes > guidelineMinutes[place], here > 0
        else { return here }
        let share =
            Elementary.log(minutes / guidelineMinutes[place])
            / Elementary.log(guidelineMinutes[place + 1] / guidelineMinutes[place])
        return here * Elementary.pow(guidelines[first + place + 1] / here, share)
    }
}

/// Gas that comes into a building through its leaks: dC/dt = λ (C_out − C).
enum Infiltration {
    /// Returns the share of a constant concentration outdoors that is reached indoors [0…1].
    static func share(changesPerHour: Double, minutes: Double) -> Double {
        -Elementary.expm1(-changesPerHour * minutes / 60)
    }
}
