import EventKernel

@testable import GroundTruth

// The textbook forms of plume and puff, against which the model's slugs are compared.

/// A steady plume of Gaussian shape, mirrored at the ground.
struct GaussianPlume {
    /// Spread of the air.
    let dispersion: Dispersion
    /// Source [kg/s].
    let kilogramsPerSecond: Double
    /// Wind [m/s].
    let windMetersPerSecond: Double
    /// Height of the source [m].
    let heightMeters: Double

    /// Returns the concentration at a point [kg/m3].
    func concentration(downwind x: Double, across y: Double, height z: Double) -> Double {
        guard x > 0 else { return 0 }
        let (sy, sz) = (dispersion.plumeSigmaY(atMeters: x), dispersion.plumeSigmaZ(atMeters: x))
        return kilogramsPerSecond / (2 * .pi * windMetersPerSecond * sy * sz)
            * Elementary.exp(-y * y / (2 * sy * sy)) * mirrored(z, heightMeters, sz)
    }
}

/// A puff of Gaussian shape, mirrored at the ground, that drifts with the wind.
struct GaussianPuff {
    /// Spread of the air.
    let dispersion: Dispersion
    /// Mass [kg].
    let kilograms: Double
    /// Height of its middle [m].
    let heightMeters: Double

    /// Returns the concentration at a point [kg/m3], when the puff has come so far.
    ///
    /// - Parameters:
    ///   - traveled: Distance from the source to the middle of the puff [m].
    ///   - x: Distance of the point beyond the middle [m].
    ///   - y: Distance across [m].
    ///   - z: Height [m].
    /// - Returns: Concentration [kg/m3].
    func concentration(
        traveled: Double,
        along x: Double,
        across y: Double,
        height z: Double
    )
        -> Double
    {
        let sy = dispersion.puffSigmaY(atMeters: traveled)
        let sz = dispersion.puffSigmaZ(atMeters: traveled)
        let root = 15.749_609_945_722_419  // (2π)^1.5
        return kilograms / (root * sy * sy * sz)
            * Elementary.exp(-(x * x + y * y) / (2 * sy * sy)) * mirrored(z, heightMeters, sz)
    }
}

/// Returns the profile in height of a cloud and of its mirror image below the ground.
private func mirrored(_ z: Double, _ h: Double, _ sigma: Double) -> Double {
    let (below, above) = ((z - h) / sigma, (z + h) / sigma)
    return Elementary.exp(-below * below / 2) + Elementary.exp(-above * above / 2)
}
