import EventKernel

/// Spread of fire from building to building after Hamada, as in HAZUS and ELMFIRE (V).
///
/// Fitted to Japanese towns of wood in winds of some 10 m/s and more. For blocks of brick and concrete it
/// is too fast: there, fire goes over by radiation through windows and by brands.
struct Hamada {
    /// Side of a building [m], positive.
    let sideMeters: Double
    /// Gap to the next [m], not negative.
    let gapMeters: Double
    /// Wind [m/s].
    let windMetersPerSecond: Double

    /// Way of the fire against the wind.
    enum Way: CaseIterable {
        /// With the wind.
        case down
        /// Across it.
        case side
        /// Against it.
        case up

        fileprivate var constants: (c1: Double, c2: Double, c3: Double, c4: Double, c5: Double) {
            switch self {
            case .down: (1.6, 0.1, 0.007, 25, 2.5)
            case .side: (1, 0, 0.005, 5, 0.25)
            case .up: (1, 0, 0.002, 5, 0.2)
            }
        }
    }

    /// Returns how long fire takes through a building and over the gap behind it [min].
    ///
    /// - Parameters:
    ///   - way: With, across or against the wind.
    ///   - resistantShare: Share of buildings that resist fire [0…1]; the time is a mean over both kinds.
    /// - Returns: Time [min].
    func minutes(_ way: Way, resistantShare: Double) -> Double {
        let c = way.constants
        let v = windMetersPerSecond
        let gap = gapMeters / (c.c4 + c.c5 * v)
        let wooden = 3 + 0.375 * sideMeters + 8 * gap
        let resistant = 5 + 0.625 * sideMeters + 16 * gap
        let blown = c.c1 * (1 + c.c2 * v + c.c3 * v * v)
        return ((1 - resistantShare) * wooden + resistantShare * resistant) / blown
    }

    /// Returns the speed of the front [m/min].
    func metersPerMinute(_ way: Way, resistantShare: Double) -> Double {
        (sideMeters + gapMeters) / minutes(way, resistantShare: resistantShare)
    }

    /// Returns the speeds of the front in all directions [m/min].
    func front(resistantShare: Double) -> FrontSpeeds {
        FrontSpeeds(
            down: metersPerMinute(.down, resistantShare: resistantShare),
            side: metersPerMinute(.side, resistantShare: resistantShare),
            up: metersPerMinute(.up, resistantShare: resistantShare)
        )
    }
}

/// Speed of a front in every direction, from its speeds with, across and against the wind.
///
/// The front of a fire lit at a point is the ellipse through the three (assumption D between them).
struct FrontSpeeds: BitwiseCopyable {
    private let half: Double
    private let shift: Double
    private let breadth: Double

    /// Takes the three speeds, all positive and in one unit.
    init(down: Double, side: Double, up: Double) {
        half = (down + up) / 2
        shift = (down - up) / 2
        let across = 1 - shift * shift / (half * half)
        breadth = side / across.squareRoot()
    }

    /// Returns the speed in a direction.
    ///
    /// - Parameter cosine: Cosine of its angle with the wind.
    /// - Returns: Speed, in the unit of the three.
    func speed(cosine: Double) -> Double {
        let c = min(max(cosine, -1), 1)
        let along = c / half
        let across = 1 - c * c
        let a = along * along + across / (breadth * breadth)
        let b = along * shift / half
        let rest = 1 - shift * shift / (half * half)
        return (b + (b * b + a * rest).squareRoot()) / a
    }
}
