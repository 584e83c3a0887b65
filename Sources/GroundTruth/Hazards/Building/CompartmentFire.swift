import EventKernel

/// How fast a fire indoors grows at first: Q = α t² (NFPA 72, EN 1991-1-2).
public enum FireGrowth: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Slow: a megawatt in ten minutes.
    case slow = 0
    /// Medium: in five; dwellings, offices.
    case medium = 1
    /// Fast: in two and a half; shops, schools.
    case fast = 2
    /// Ultra-fast: in 75 s.
    case ultraFast = 3

    /// The coefficient α [kW/s2] (C).
    public var kilowattsPerSquareSecond: Double {
        switch self {
        case .slow: 0.00293
        case .medium: 0.01172
        case .fast: 0.0469
        case .ultraFast: 0.1876
        }
    }

    /// Returns the heat release after a time [kW].
    public func kilowatts(atSeconds seconds: Double) -> Double {
        kilowattsPerSquareSecond * seconds * seconds
    }
}

/// The course of a fire in a building nobody attacks: growth, full fire, decay (EN 1991-1-2, annex E).
///
/// It grows with the square of time until the whole floor burns, goes on until seven tenths of the load
/// are burnt, and then falls off in a straight line.
struct CompartmentFire: BitwiseCopyable {
    /// Growth at first [kW/s2].
    let growth: Double
    /// Heat release of the full fire [kW].
    let fullKilowatts: Double
    /// Heat of the load [kJ].
    let loadKilojoules: Double

    /// Share of the load after which it decays -- constant, EN 1991-1-2 (C).
    private static let steadyShare = 0.7

    /// Returns the heat release [kW] at a time of growth when so much is burnt.
    ///
    /// - Parameters:
    ///   - grownSeconds: Time for which it has grown [s].
    ///   - burntKilojoules: Heat it has given off [kJ].
    /// - Returns: Heat release [kW]; 0 when nothing is left.
    func kilowatts(grownSeconds: Double, burntKilojoules: Double) -> Double {
        let grown = min(growth * grownSeconds * grownSeconds, fullKilowatts)
        let left = max(0, 1 - burntKilojoules / loadKilojoules) / (1 - Self.steadyShare)
        return left >= 1 ? grown : min(grown, fullKilowatts * left.squareRoot())
    }

    /// Share of the load below which what is left no longer counts as a fire -- constant, assumption (D).
    static let emberShare = 0.001

    /// Tells whether it has burnt out.
    func isBurntOut(burntKilojoules: Double) -> Bool {
        burntKilojoules >= loadKilojoules * (1 - Self.emberShare)
    }
}

/// Water to put out a fire in a building (C).
enum FireWater {
    /// Returns the flow after the National Fire Academy, 13.6 L/min per m2 of floor that burns [L/min].
    static func nationalFireAcademy(floorSquareMeters: Double, share: Double) -> Double {
        13.6 * floorSquareMeters * share
    }

    /// Returns the flow after Iowa State University, 1.34 L/min per m3 of the space [L/min].
    static func iowa(cubicMeters: Double) -> Double { 1.34 * cubicMeters }
}
