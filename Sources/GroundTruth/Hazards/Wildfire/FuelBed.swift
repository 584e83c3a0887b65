import EventKernel

/// Dead and live matter on the ground that carries a surface fire (地表可燃物).
///
/// As in Rothermel's model everything is in feet, pounds and British thermal units, in which its
/// constants were fitted; `SurfaceFire` converts at its border. The thirteen standard beds are those of
/// Anderson (1982, INT-122); a bed of Scott and Burgan (2005) is `isDynamic`: with drying, a part of its
/// herbs counts as dead.
struct FuelBed {
    /// One size of matter.
    struct Part {
        /// Oven-dry load [lb/ft2].
        var load = 0.0
        /// Surface of the particles per volume [1/ft].
        var surfaceToVolume: Double
    }

    /// Depth [ft], positive.
    var depthFeet: Double
    /// Moisture of the dead matter at which the fire dies out [0…1].
    var deadExtinction: Double
    /// Dead matter that takes up to an hour to dry (1 h).
    var oneHour: Part
    /// Dead matter of the ten-hour class.
    var tenHour = Part(surfaceToVolume: 109)
    /// Dead matter of the hundred-hour class.
    var hundredHour = Part(surfaceToVolume: 30)
    /// Live herbs.
    var herbs = Part(surfaceToVolume: 1500)
    /// Live wood.
    var wood = Part(surfaceToVolume: 1500)
    /// Whether drying herbs count as dead (Scott and Burgan).
    var isDynamic = false

    /// A short ton per acre [lb/ft2] -- constant.
    static let shortTonPerAcre = 2000.0 / 43_560

    private init(
        depthFeet: Double,
        deadExtinction: Double,
        dead: (Double, Double, Double),
        live: (herbs: Double, wood: Double),
        surfaceToVolume: Double
    ) {
        self.depthFeet = depthFeet
        self.deadExtinction = deadExtinction
        oneHour = Part(load: dead.0, surfaceToVolume: surfaceToVolume)
        tenHour.load = dead.1
        hundredHour.load = dead.2
        herbs.load = live.herbs
        wood.load = live.wood
    }

    /// Returns a standard bed of Anderson (1982), or nil where there is none of the number.
    ///
    /// - Parameter number: 1…13; in China 1 stands for short grass (草坡), 2 for open pine with grass
    ///   (云南松疏林), 3 for reed (芦苇), 9 for leaves and long needles (assumptions D).
    /// - Returns: The bed, or nil.
    static func anderson(_ number: Int) -> FuelBed? {
        switch number {
        case 1: bed(1.0, 0.12, (0.034, 0, 0), (0, 0), 3500)
        case 2: bed(1.0, 0.15, (0.092, 0.046, 0.023), (0.023, 0), 3000)
        case 3: bed(2.5, 0.25, (0.138, 0, 0), (0, 0), 1500)
        case 4: bed(6.0, 0.20, (0.230, 0.184, 0.092), (0, 0.230), 2000)
        case 5: bed(2.0, 0.20, (0.046, 0.023, 0), (0, 0.092), 2000)
        case 6: bed(2.5, 0.25, (0.069, 0.115, 0.092), (0, 0), 1750)
        case 7: bed(2.5, 0.40, (0.052, 0.086, 0.069), (0, 0.017), 1750)
        case 8: bed(0.2, 0.30, (0.069, 0.046, 0.115), (0, 0), 2000)
        case 9: bed(0.2, 0.25, (0.134, 0.019, 0.007), (0, 0), 2500)
        case 10: bed(1.0, 0.25, (0.138, 0.092, 0.230), (0, 0.092), 2000)
        case 11: bed(1.0, 0.15, (0.069, 0.207, 0.253), (0, 0), 1500)
        case 12: bed(2.3, 0.20, (0.184, 0.644, 0.759), (0, 0), 1500)
        case 13: bed(3.0, 0.25, (0.322, 1.058, 1.288), (0, 0), 1500)
        default: nil
        }
    }

    private static func bed(
        _ depth: Double,
        _ extinction: Double,
        _ dead: (Double, Double, Double),
        _ live: (Double, Double),
        _ surfaceToVolume: Double
    ) -> FuelBed {
        FuelBed(
            depthFeet: depth,
            deadExtinction: extinction,
            dead: dead,
            live: (live.0, live.1),
            surfaceToVolume: surfaceToVolume
        )
    }

    /// High load, grass and shrub of the dry climate: GS4 of Scott and Burgan (2005).
    static var grassShrub4: FuelBed {
        let ton = shortTonPerAcre
        var bed = bed(
            2.1,
            0.40,
            (1.9 * ton, 0.3 * ton, 0.1 * ton),
            (3.4 * ton, 7.1 * ton),
            1800
        )
        bed.herbs.surfaceToVolume = 1600
        bed.wood.surfaceToVolume = 1600
        bed.isDynamic = true
        return bed
    }
}

/// Water in fuel against its dry mass, by sizes [0…].
struct FuelMoisture {
    /// Dead, one hour.
    var oneHour: Double
    /// Dead, ten hours.
    var tenHour: Double
    /// Dead, a hundred hours.
    var hundredHour: Double
    /// Live herbs.
    var herbs = 1.0
    /// Live wood.
    var wood = 1.0

    /// Share of a dynamic bed's herbs that count as dead, 1.333 − 1.11 m within 0.30 ≤ m ≤ 1.20
    /// (Scott and Burgan 2005) [0…1].
    var curedShare: Double { min(max(1.333 - 1.11 * herbs, 0), 1) }
}
