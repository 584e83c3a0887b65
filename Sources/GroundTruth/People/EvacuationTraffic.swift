import EventKernel

/// Speed of cars that leave by how many there are: Greenshields, modified (HEC-LifeSim, V).
///
/// In miles and hours, in which its classes are published.
struct RoadTraffic {
    /// Speed on the empty road [mi/h].
    let freeSpeed: Double
    /// Cars on a mile of lane up to which they go freely.
    let freeDensity: Double
    /// Speed in the jam [mi/h].
    var jamSpeed = 4.0
    /// Steepness of the fall between.
    let exponent: Double
    /// Cars on a mile of lane in the jam.
    var jamDensity = 160.0

    /// Motorway.
    static let freeway = RoadTraffic(freeSpeed: 65, freeDensity: 28, exponent: 2.5)
    /// Highway.
    static let highway = RoadTraffic(freeSpeed: 55, freeDensity: 23, exponent: 2)
    /// Secondary road.
    static let secondary = RoadTraffic(freeSpeed: 45, freeDensity: 23, exponent: 2)
    /// Local road.
    static let local = RoadTraffic(freeSpeed: 35, freeDensity: 14, exponent: 1.5)
    /// Street with houses.
    static let residential = RoadTraffic(freeSpeed: 25, freeDensity: 5, exponent: 1.5)

    /// Kilometres in a mile -- constant.
    static let mileKilometers = 1.609344

    /// Speed at which the falling curve would begin on the empty road, so that it joins the free speed.
    private var begin: Double {
        let rest = 1 - freeDensity / jamDensity
        return jamSpeed + (freeSpeed - jamSpeed) / Elementary.pow(rest, exponent)
    }

    /// Returns the speed at a density [mi/h].
    ///
    /// - Parameter density: Cars on a mile of lane, not negative; beyond the jam as in it.
    /// - Returns: Speed [mi/h].
    func speed(density: Double) -> Double {
        if density <= freeDensity { return freeSpeed }
        let rest = max(0, 1 - density / jamDensity)
        return jamSpeed + (begin - jamSpeed) * Elementary.pow(rest, exponent)
    }

    /// Returns the cars that pass in an hour on a lane.
    func flow(density: Double) -> Double { density * speed(density: density) }

    /// Greatest flow that a lane bears [1/h], and the density at which it does, by bisection of the slope
    /// between the free density and the jam.
    ///
    /// - Complexity: 60 steps.
    var capacity: (flow: Double, density: Double) {
        // Where the flow still rises with the density, the density is too low.
        func rises(_ k: Double) -> Bool {
            let rest = 1 - k / jamDensity
            let fall = (begin - jamSpeed) * Elementary.pow(rest, exponent - 1)
            return jamSpeed + fall * (rest - exponent * k / jamDensity) > 0
        }
        var (low, high) = (freeDensity, jamDensity / (1 + exponent) * 1.5)
        guard rises(low) else { return (flow(density: low), low) }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if rises(middle) { low = middle } else { high = middle }
        }
        return (flow(density: low), low)
    }
}

/// How long it takes until everybody is out.
enum Clearance {
    /// Returns the time to clear an area by road [h].
    ///
    /// - Parameters:
    ///   - persons: People.
    ///   - complyingShare: Share who leave [0…1].
    ///   - personsPerVehicle: People in a car, positive.
    ///   - vehiclesPerHour: Cars that the roads out bear together, positive.
    /// - Returns: Time [h].
    static func hours(
        persons: Double,
        complyingShare: Double,
        personsPerVehicle: Double,
        vehiclesPerHour: Double
    ) -> Double {
        persons * complyingShare / personsPerVehicle / vehiclesPerHour
    }
}

/// Walking in a crowd (Weidmann 1993, C).
enum CrowdWalking {
    /// Speed of somebody alone [m/s] -- constant.
    static let freeMetersPerSecond = 1.34
    /// Density at which nobody moves [1/m2] -- constant.
    static let jamPerSquareMeter = 5.4

    /// Returns the speed at a density, 1.34 (1 − e^(−1.913 (1/ρ − 1/5.4))) [m/s].
    ///
    /// - Parameter density: People on a square metre.
    /// - Returns: Speed [m/s].
    static func metersPerSecond(perSquareMeter density: Double) -> Double {
        guard density > 0 else { return freeMetersPerSecond }
        let room = max(0, 1 / density - 1 / jamPerSquareMeter)
        return freeMetersPerSecond * -Elementary.expm1(-1.913 * room)
    }

    /// Returns the people who pass a metre of width in a second.
    static func flow(perSquareMeter density: Double) -> Double {
        density * metersPerSecond(perSquareMeter: density)
    }
}
