import EventKernel

/// Stability of the air after Pasquill, from very unstable to stable.
public enum StabilityClass: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Very unstable (极不稳定).
    case a = 0
    /// Unstable (不稳定).
    case b = 1
    /// Slightly unstable (弱不稳定).
    case c = 2
    /// Neutral (中性).
    case d = 3
    /// Slightly stable (较稳定).
    case e = 4
    /// Stable (稳定).
    case f = 5
}

/// How air spreads a gas at a distance: standard deviations of a Gaussian cloud.
///
/// Plumes after Briggs (1973), valid from 100 m to 10 km; nearer and farther the formulas are
/// continued, which is rough. Puffs after CCPS (1999). Terrain, inversions, buildings and deposition are
/// left out, and so is the weight of the gas: near the source a cloud heavier than air spreads along
/// the ground (see `Richardson`).
struct Dispersion: BitwiseCopyable, Sendable {
    /// Stability of the air.
    var stability: StabilityClass
    /// Whether the ground is rough with buildings.
    var isUrban: Bool

    /// Returns the standard deviation of a plume across the wind [m].
    func plumeSigmaY(atMeters x: Double) -> Double {
        let curve = 1 / (1 + (isUrban ? 0.0004 : 0.0001) * x).squareRoot()
        return x * curve * acrossFactor
    }

    private var acrossFactor: Double {
        switch stability {
        case .a: isUrban ? 0.32 : 0.22
        case .b: isUrban ? 0.32 : 0.16
        case .c: isUrban ? 0.22 : 0.11
        case .d: isUrban ? 0.16 : 0.08
        case .e: isUrban ? 0.11 : 0.06
        case .f: isUrban ? 0.11 : 0.04
        }
    }

    /// Returns the standard deviation of a plume in height [m].
    func plumeSigmaZ(atMeters x: Double) -> Double {
        isUrban ? urbanSigmaZ(x) : ruralSigmaZ(x)
    }

    private func ruralSigmaZ(_ x: Double) -> Double {
        switch stability {
        case .a: 0.20 * x
        case .b: 0.12 * x
        case .c: 0.08 * x / (1 + 0.0002 * x).squareRoot()
        case .d: 0.06 * x / (1 + 0.0015 * x).squareRoot()
        case .e: 0.03 * x / (1 + 0.0003 * x)
        case .f: 0.016 * x / (1 + 0.0003 * x)
        }
    }

    private func urbanSigmaZ(_ x: Double) -> Double {
        switch stability {
        case .a, .b: 0.24 * x * (1 + 0.001 * x).squareRoot()
        case .c: 0.20 * x
        case .d: 0.14 * x / (1 + 0.0003 * x).squareRoot()
        case .e, .f: 0.08 * x / (1 + 0.0015 * x).squareRoot()
        }
    }

    /// Returns the standard deviation of a puff along and across the wind [m].
    func puffSigmaY(atMeters x: Double) -> Double {
        switch stability {
        case .a: 0.18 * Elementary.pow(x, 0.92)
        case .b: 0.14 * Elementary.pow(x, 0.92)
        case .c: 0.10 * Elementary.pow(x, 0.92)
        case .d: 0.06 * Elementary.pow(x, 0.92)
        case .e: 0.04 * Elementary.pow(x, 0.92)
        case .f: 0.02 * Elementary.pow(x, 0.89)
        }
    }

    /// Returns the standard deviation of a puff in height [m].
    func puffSigmaZ(atMeters x: Double) -> Double {
        switch stability {
        case .a: 0.60 * Elementary.pow(x, 0.75)
        case .b: 0.53 * Elementary.pow(x, 0.73)
        case .c: 0.34 * Elementary.pow(x, 0.72)
        case .d: 0.15 * Elementary.pow(x, 0.70)
        case .e: 0.10 * Elementary.pow(x, 0.65)
        case .f: 0.05 * Elementary.pow(x, 0.61)
        }
    }

    /// Returns the wind at a height from that at 10 m, u10 (z/10)^p with Irwin's exponents [m/s].
    func windMetersPerSecond(atHeight z: Double, tenMeters: Double) -> Double {
        tenMeters * Elementary.pow(max(z, 1) / 10, profileExponent)
    }

    private var profileExponent: Double {
        switch stability {
        case .a: isUrban ? 0.15 : 0.07
        case .b: isUrban ? 0.15 : 0.07
        case .c: isUrban ? 0.20 : 0.10
        case .d: isUrban ? 0.25 : 0.15
        case .e: isUrban ? 0.40 : 0.35
        case .f: isUrban ? 0.60 : 0.55
        }
    }
}

/// Returns the profile in height of a cloud and of its mirror image below the ground.
private func mirrored(_ z: Double, _ h: Double, _ sigma: Double) -> Double {
    let (below, above) = ((z - h) / sigma, (z + h) / sigma)
    return Elementary.exp(-below * below / 2) + Elementary.exp(-above * above / 2)
}

/// Gas that was let out in one stretch of time: a cylinder with round ends that drifts and grows.
///
/// A release is a chain of these, head to tail, so that they make the Gaussian plume while the wind
/// holds, and bend where it turns; a sudden release is a single short one, the Gaussian puff. What
/// drifts within a step counts with its mean over the step.
struct Slug: BitwiseCopyable, Sendable {
    /// Mass [kg].
    var kilograms: Double
    /// What was let out first.
    var head: SIMD2<Double>
    /// What was let out last.
    var tail: SIMD2<Double>
    /// Way of the head through the air [m].
    var headTraveled: Double
    /// Way of the tail through the air [m].
    var tailTraveled: Double
    /// Whether it was let out at once, and so spreads like a puff.
    var isPuff: Bool

    /// Returns the concentration at ground level [kg/m3].
    ///
    /// - Parameters:
    ///   - point: Where, east and north [m].
    ///   - dispersion: Spread of the air.
    ///   - heightMeters: Height of the source [m].
    /// - Returns: Concentration [kg/m3]; 0 beyond its reach.
    func concentration(
        at point: SIMD2<Double>,
        _ dispersion: Dispersion,
        heightMeters: Double
    )
        -> Double
    {
        let axis = head - tail
        let length = (axis * axis).sum().squareRoot()
        let unit = length > 1e-6 ? axis / length : SIMD2(1, 0)
        let offset = point - tail
        let along = (offset * unit).sum()
        let share = length > 1e-6 ? min(max(along / length, 0), 1) : 0.5
        let way = max(tailTraveled + share * (headTraveled - tailTraveled), 1)
        let sy =
            isPuff ? dispersion.puffSigmaY(atMeters: way) : dispersion.plumeSigmaY(atMeters: way)
        let across = offset.x * unit.y - offset.y * unit.x
        let reach = Self.reach * sy
        guard abs(across) < reach, along > -reach, along < length + reach else { return 0 }
        let sz =
            isPuff ? dispersion.puffSigmaZ(atMeters: way) : dispersion.plumeSigmaZ(atMeters: way)
        let line = Self.linear(along, length, sy) * kilograms
        return line / (2 * .pi * sy * sz) * Elementary.exp(-across * across / (2 * sy * sy))
            * mirrored(0, heightMeters, sz)
    }

    /// Standard deviations beyond which nothing is computed -- constant; 1/3000 of the middle is left.
    static let reach = 4.0

    /// Returns the density along the axis of a unit mass spread over a length [1/m].
    private static func linear(_ along: Double, _ length: Double, _ sigma: Double) -> Double {
        let root = 1.414_213_562_373_095_1 * sigma
        guard length > 0.02 * sigma else {
            let off = (along - length / 2) / sigma
            return Elementary.exp(-off * off / 2) / (2.506_628_274_631_000_5 * sigma)
        }
        let ends = Elementary.erf(along / root) + Elementary.erf((length - along) / root)
        return ends / (2 * length)
    }
}

/// Whether a cloud is too heavy for a Gaussian model near its source.
public enum Richardson {
    /// Release Richardson number above which a cloud spreads by its weight -- constant (C).
    public static let limit = 50.0

    /// Returns the release Richardson number of a steady source: g' V' / (u D u*²), with the width
    /// D = √(V'/u) and the friction velocity u* = u/15.
    ///
    /// - Parameters:
    ///   - kilogramsPerSecond: Source.
    ///   - density: Density of the gas as released [kg/m3].
    ///   - wind: Wind at 10 m [m/s].
    /// - Returns: The number; 0 for a gas no heavier than air.
    public static func number(kilogramsPerSecond: Double, density: Double, wind: Double) -> Double {
        let air = 1.2
        guard density > air, wind > 0, kilogramsPerSecond > 0 else { return 0 }
        let volume = kilogramsPerSecond / density
        let width = (volume / wind).squareRoot()
        let friction = wind / 15
        return 9.81 * (density - air) / air * volume / (wind * width * friction * friction)
    }
}
