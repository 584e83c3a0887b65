import EventKernel

/// A fire that runs over the ground: spread after Rothermel (1972) with the corrections of Albini (1976)
/// and Andrews (2018, RMRS-GTR-371).
///
/// Fuel and moisture are worked out once; wind and slope are asked for. Crowning, spotting and the growth
/// from a point are left out. Wind and slope point the same way, up the slope; no limit is put on wind.
struct SurfaceFire {
    /// Heat release rate of the reaction [Btu/(ft2·min)] -- derived.
    let reactionIntensity: Double
    /// Spread without wind and slope [ft/min] -- derived.
    private let still: Double
    // Of the wind factor C U^B (β/β_op)^−E, and of the slope factor -- derived.
    private let windCoefficient: Double
    private let windExponent: Double
    private let slopeCoefficient: Double

    /// Works out a bed of fuel with its moisture.
    ///
    /// - Parameters:
    ///   - bed: What burns; with nothing in it, nothing spreads.
    ///   - moisture: Water in it.
    init(_ bed: FuelBed, _ moisture: FuelMoisture) {
        let sizes = FuelSizes(bed, moisture)
        let sigma = sizes.surfaceToVolume
        guard sizes.totalLoad > 0, sigma > 0 else {
            (reactionIntensity, still, windCoefficient, windExponent, slopeCoefficient) =
                (0, 0, 0, 1, 0)
            return
        }
        let bulk = sizes.totalLoad / bed.depthFeet
        let packing = bulk / FuelSizes.particleDensity
        let relative = packing / (3.348 * Elementary.pow(sigma, -0.8189))
        reactionIntensity = Self.velocity(sigma, relative) * sizes.heat
        let flux =
            Elementary.exp((0.792 + 0.681 * sigma.squareRoot()) * (packing + 0.1))
            / (192 + 0.2595 * sigma)
        still = reactionIntensity * flux / (bulk * sizes.heatOfIgnition)
        let c = 7.47 * Elementary.exp(-0.133 * Elementary.pow(sigma, 0.55))
        let e = 0.715 * Elementary.exp(-3.59e-4 * sigma)
        windCoefficient = c * Elementary.pow(relative, -e)
        windExponent = 0.02526 * Elementary.pow(sigma, 0.54)
        slopeCoefficient = 5.275 * Elementary.pow(packing, -0.3)
    }

    /// Returns the reaction velocity Γ [1/min] from the surface per volume and the relative packing.
    private static func velocity(_ sigma: Double, _ relative: Double) -> Double {
        let power = sigma * sigma.squareRoot()
        let greatest = power / (495 + 0.0594 * power)
        let a = 133 * Elementary.pow(sigma, -0.7913)
        return greatest * Elementary.pow(relative, a) * Elementary.exp(a * (1 - relative))
    }

    /// Feet per minute in a metre per second -- constant.
    private static let feetPerMinute = 1 / 0.00508

    /// Returns the speed of the front [m/s].
    ///
    /// - Parameters:
    ///   - midflame: Wind at half the height of the flames [m/s], not negative.
    ///   - slope: Tangent of the slope up which the wind blows.
    /// - Returns: Speed of the head [m/s].
    func metersPerSecond(midflame: Double, slope: Double = 0) -> Double {
        still * (1 + factor(midflame, slope)) / Self.feetPerMinute
    }

    private func factor(_ midflame: Double, _ slope: Double) -> Double {
        let wind =
            midflame > 0
            ? windCoefficient * Elementary.pow(midflame * Self.feetPerMinute, windExponent) : 0
        return wind + slopeCoefficient * slope * slope
    }

    /// Returns the wind that alone would drive the fire as wind and slope do together [m/s]; it decides
    /// the shape of the fire.
    func effectiveWind(midflame: Double, slope: Double) -> Double {
        let factor = factor(midflame, slope)
        guard factor > 0, windCoefficient > 0 else { return 0 }
        return Elementary.pow(factor / windCoefficient, 1 / windExponent) / Self.feetPerMinute
    }

    /// Returns how much of the wind 20 ft above the fuel, or the trees, blows at mid-flame height [0…1]
    /// (Albini and Baughman 1979, as in BehavePlus).
    ///
    /// - Parameter fuelDepthFeet: Depth of the fuel in the open [ft].
    /// - Returns: Share of the wind [0…1].
    static func windShare(fuelDepthFeet: Double) -> Double {
        1.83 / Elementary.log((20 + 0.36 * fuelDepthFeet) / (0.13 * fuelDepthFeet))
    }

    /// Returns the same under trees.
    ///
    /// - Parameters:
    ///   - canopyFeet: Height of the trees [ft].
    ///   - cover: Share of the ground under crowns [0…1].
    ///   - crownRatio: Length of a crown against the height of the tree [0…1].
    /// - Returns: Share of the wind [0…1].
    static func windShare(canopyFeet: Double, cover: Double, crownRatio: Double) -> Double {
        let filled = crownRatio * cover / 3
        let logarithm = Elementary.log((20 + 0.36 * canopyFeet) / (0.13 * canopyFeet))
        return 0.555 / ((filled * canopyFeet).squareRoot() * logarithm)
    }
}

/// The matter of a bed by size, weighted as Rothermel's model does.
struct FuelSizes {
    /// Density of dry wood [lb/ft3] -- constant.
    static let particleDensity = 32.0
    /// Share of minerals in the dry mass -- constant.
    private static let mineralShare = 0.0555
    /// Heat of combustion [Btu/lb] -- constant.
    private static let heatContent = 8000.0
    /// What is left of the reaction by minerals: 0.174 · 0.010^−0.19 -- constant.
    private static let mineralDamping = 0.4173969279093913

    private struct Size {
        var load: Double
        var surfaceToVolume: Double
        var moisture: Double
        var isDead: Bool
        /// Surface against ground.
        var area: Double { load * surfaceToVolume / FuelSizes.particleDensity }
        /// Class of sizes that burn together, 0 for the finest.
        var sizeClass: Int {
            let ends: [Double] = [1200, 192, 96, 48, 16]
            return ends.firstIndex { surfaceToVolume >= $0 } ?? 5
        }
    }

    private let sizes: [Size]
    private let deadExtinction: Double

    init(_ bed: FuelBed, _ moisture: FuelMoisture) {
        let cured = bed.isDynamic ? moisture.curedShare : 0
        var all: [Size] = []
        func add(_ part: FuelBed.Part, _ share: Double, _ moisture: Double, dead: Bool) {
            guard part.load * share > 0 else { return }
            all.append(
                Size(
                    load: part.load * share,
                    surfaceToVolume: part.surfaceToVolume,
                    moisture: moisture,
                    isDead: dead
                )
            )
        }
        add(bed.oneHour, 1, moisture.oneHour, dead: true)
        add(bed.tenHour, 1, moisture.tenHour, dead: true)
        add(bed.hundredHour, 1, moisture.hundredHour, dead: true)
        add(bed.herbs, cured, moisture.oneHour, dead: true)
        add(bed.herbs, 1 - cured, moisture.herbs, dead: false)
        add(bed.wood, 1, moisture.wood, dead: false)
        sizes = all
        deadExtinction = bed.deadExtinction
    }

    /// Dry load of everything [lb/ft2].
    var totalLoad: Double { sizes.reduce(0) { $0 + $1.load } }

    private func area(dead: Bool) -> Double {
        sizes.reduce(0) { $0 + ($1.isDead == dead ? $1.area : 0) }
    }

    /// Returns the sum over all sizes, each weighted by its share of the surface of all.
    private func weighted(_ value: (Size) -> Double) -> Double {
        let whole = area(dead: true) + area(dead: false)
        guard whole > 0 else { return 0 }
        return sizes.reduce(0) { $0 + $1.area / whole * value($1) }
    }

    /// Surface per volume of the bed [1/ft].
    var surfaceToVolume: Double { weighted { $0.surfaceToVolume } }

    /// Heat to bring a pound of the bed to burn, weighted [Btu/lb].
    var heatOfIgnition: Double {
        weighted { Elementary.exp(-138 / $0.surfaceToVolume) * (250 + 1116 * $0.moisture) }
    }

    /// Heat that the load can give after damping by water and minerals [Btu/ft2].
    var heat: Double {
        let dead = netLoad(dead: true) * damping(moisture(dead: true) / deadExtinction)
        let live = netLoad(dead: false) * damping(moisture(dead: false) / liveExtinction)
        return (dead + live) * Self.heatContent * Self.mineralDamping
    }

    /// Load of a category without minerals, each size weighted by the surface of all of its class.
    private func netLoad(dead: Bool) -> Double {
        let whole = area(dead: dead)
        guard whole > 0 else { return 0 }
        return sizes.reduce(0) { sum, size in
            guard size.isDead == dead else { return sum }
            let ofClass = sizes.reduce(0) { area, other in
                other.isDead == dead && other.sizeClass == size.sizeClass ? area + other.area : area
            }
            return sum + ofClass / whole * size.load * (1 - Self.mineralShare)
        }
    }

    private func moisture(dead: Bool) -> Double {
        let whole = area(dead: dead)
        guard whole > 0 else { return 0 }
        return sizes.reduce(0) { sum, size in
            size.isDead == dead ? sum + size.area / whole * size.moisture : sum
        }
    }

    /// Damping by water, 1 − 2.59 r + 5.11 r² − 3.52 r³ for the moisture against that of extinction.
    private func damping(_ ratio: Double) -> Double {
        let r = min(max(ratio, 0), 1)
        return 1 + r * (-2.59 + r * (5.11 - 3.52 * r))
    }

    /// Moisture at which live matter no longer burns, from the dead that dries it (Albini 1976).
    private var liveExtinction: Double {
        var (dead, water, live) = (0.0, 0.0, 0.0)
        for size in sizes {
            if size.isDead {
                let fine = size.load * Elementary.exp(-138 / size.surfaceToVolume)
                dead += fine
                water += fine * size.moisture
            } else {
                live += size.load * Elementary.exp(-500 / size.surfaceToVolume)
            }
        }
        guard dead > 0, live > 0 else { return deadExtinction }
        let extinction = 2.9 * dead / live * (1 - water / dead / deadExtinction) - 0.226
        return max(deadExtinction, extinction)
    }
}
