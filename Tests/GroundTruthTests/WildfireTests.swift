import EventKernel
import Testing

@testable import GroundTruth

/// Check values of forest fires, by number: 052, 053, 055, 056, 058, 059, 061, 062, 064, 065 and 076, with
/// others of the same relations.
@Suite struct WildfireTests {
    private func fire(_ bed: Int, _ dead: (Double, Double, Double)) throws -> SurfaceFire {
        let moisture = FuelMoisture(oneHour: dead.0, tenHour: dead.1, hundredHour: dead.2)
        return SurfaceFire(try #require(FuelBed.anderson(bed)), moisture)
    }

    /// Check values 052 and 053.
    @Test(arguments: [(0.0, 1.40369678), (2, 25.2932893)])
    func `short grass spreads as published`(wind: Double, metersPerMinute: Double) throws {
        let speed = try fire(1, (0.06, 0.06, 0.06)).metersPerSecond(midflame: wind) * 60
        expect(speed, near: metersPerMinute, relative: 1e-4)
    }

    /// Check values 055 and 056.
    @Test(arguments: [(0.0, 0.280493), (1, 0.945099234), (2, 2.47154908)])
    func `litter spreads as published`(wind: Double, metersPerMinute: Double) throws {
        let speed = try fire(9, (0.06, 0.07, 0.08)).metersPerSecond(midflame: wind) * 60
        expect(speed, near: metersPerMinute, relative: 1e-4)
    }

    /// GS4 with live fuel, cured herbs, trees above and a slope: 8.876216, 2.916147 and 5.087666 chains/h.
    @Test func `a dynamic bed under trees on a slope spreads as the BehavePlus library has it`() {
        let moisture = FuelMoisture(
            oneHour: 0.06,
            tenHour: 0.07,
            hundredHour: 0.08,
            herbs: 0.6,
            wood: 0.9
        )
        let fire = SurfaceFire(.grassShrub4, moisture)
        let share = SurfaceFire.windShare(canopyFeet: 30, cover: 0.5, crownRatio: 0.5)
        let wind = 5 * 0.44704 * share
        let chains = fire.metersPerSecond(midflame: wind, slope: 0.3) / 0.005588
        expect(chains, near: 8.876216, relative: 1e-4)
        let effective = fire.effectiveWind(midflame: wind, slope: 0.3)
        let shape = WildfireEllipse(
            headMetersPerMinute: chains,
            lengthToBreadth: WildfireEllipse.anderson(midflameMetersPerSecond: effective)
        )
        expect(shape.backMetersPerMinute, near: 2.916147, relative: 1e-3)
        expect(shape.flankMetersPerMinute, near: 5.087666, relative: 1e-3)
    }

    @Test(arguments: 1...13)
    func `every standard bed spreads, faster in wind and uphill, slower when moist, not when wet`(
        bed: Int
    ) throws {
        let dry = try fire(bed, (0.05, 0.06, 0.07))
        let moist = try fire(bed, (0.09, 0.10, 0.11))
        let wet = try fire(bed, (0.6, 0.6, 0.6))
        let still = dry.metersPerSecond(midflame: 0)
        #expect(still > 0)
        #expect(moist.metersPerSecond(midflame: 0) < still)
        #expect(dry.metersPerSecond(midflame: 1) > still)
        #expect(dry.metersPerSecond(midflame: 0, slope: 0.3) > still)
        #expect(wet.metersPerSecond(midflame: 0) < still)
        #expect(FuelBed.anderson(bed + 13) == nil)
    }

    @Test func `nothing on the ground does not burn`() throws {
        var bed = try #require(FuelBed.anderson(1))
        bed.oneHour.load = 0
        let fire = SurfaceFire(bed, FuelMoisture(oneHour: 0.06, tenHour: 0.06, hundredHour: 0.06))
        #expect(fire.metersPerSecond(midflame: 5) == 0)
        #expect(fire.effectiveWind(midflame: 5, slope: 0.2) == 0)
    }

    /// Check value 058.
    @Test(arguments: [(0.0, 0.83508048), (0.5, 0.289000409), (1, 0.100015793)])
    func `fire goes to the next cell as in Alexandridis`(halfTurns: Double, chance: Double) {
        let found = FireCell().chance(wind: 8.1, towards: halfTurns * .pi)
        #expect(abs(found - chance) < 1e-5)
    }

    @Test func `chances of cells keep within 0 and 1, and bare ground does not burn`() {
        #expect(FireCell(vegetation: 0.4, density: 0.3).chance(wind: 40, towards: 0) == 1)
        #expect(FireCell(vegetation: -1).chance(wind: 5, towards: 0) == 0)
    }

    /// Check value 059.
    @Test(arguments: [(2.0, 1.50496275), (5, 3.19216625), (10, 8), (0, 1)])
    func `length against breadth follows Anderson`(wind: Double, ratio: Double) {
        expect(WildfireEllipse.anderson(midflameMetersPerSecond: wind), near: ratio, relative: 1e-3)
    }

    @Test(arguments: [(10.0, 1.475644), (20, 2.570745), (40, 5.032299)])
    func `length against breadth follows the Canadian system`(wind: Double, ratio: Double) {
        let found = WildfireEllipse.canadianForest(windKilometersPerHour: wind)
        expect(found, near: ratio, relative: 1e-5)
        #expect(WildfireEllipse.canadianGrass(windKilometersPerHour: wind) > 1)
    }

    /// Check value 061.
    @Test func `an ellipse has the published measures`() {
        let shape = WildfireEllipse(headMetersPerMinute: 10, lengthToBreadth: 2)
        expect(shape.eccentricity, near: 0.866025404, relative: 1e-4)
        expect(shape.backMetersPerMinute, near: 0.717967697, relative: 1e-4)
        expect(shape.lengthMeters(afterMinutes: 60), near: 643.078062, relative: 1e-4)
        expect(shape.breadthMeters(afterMinutes: 60), near: 321.539031, relative: 1e-4)
        expect(shape.hectares(afterMinutes: 60), near: 16.2400467, relative: 1e-4)
        expect(shape.perimeterMeters(afterMinutes: 60), near: 1557.59863, relative: 1e-4)
        expect(shape.metersPerMinute(towards: 0), near: 10, relative: 1e-12)
        expect(shape.metersPerMinute(towards: .pi), near: 0.717967697, relative: 1e-8)
    }

    @Test func `a round fire is as fast everywhere, and its edge is a circle`() {
        let shape = WildfireEllipse(headMetersPerMinute: 3, lengthToBreadth: 1)
        expect(shape.backMetersPerMinute, near: 3, relative: 1e-12)
        expect(shape.perimeterMeters(afterMinutes: 10), near: 2 * .pi * 30, relative: 1e-12)
        let still = WildfireEllipse(headMetersPerMinute: 0, lengthToBreadth: 3)
        #expect(still.perimeterMeters(afterMinutes: 10) == 0)
    }

    @Test func `a fire lit at a point takes time to grow`() {
        #expect(WildfireEllipse.grownShare(afterMinutes: 0) == 0)
        expect(WildfireEllipse.grownShare(afterMinutes: 20), near: 0.899741, relative: 1e-5)
    }

    @Test func `the rate of Wang Zhengfei has the published values`() {
        let fire = WangZhengfeiFire(celsius: 25, beaufort: 3, humidityPercent: 30)
        expect(fire.initialMetersPerMinute, near: 1.3, relative: 1e-12)
        expect(fire.metersPerMinute(wind: 5), near: 3.17042, relative: 1e-5)
        expect(fire.metersPerMinute(wind: 5, slopeDegrees: 15), near: 6.56216, relative: 1e-4)
        #expect(fire.metersPerMinute(wind: 5, slopeDegrees: -15) < 3.17)
        let winter = WangZhengfeiFire(celsius: -20, beaufort: 0, humidityPercent: 100)
        #expect(winter.initialMetersPerMinute == 0)
    }

    @Test func `intensity and flames follow Byram`() {
        let intensity = FirelineIntensity.kilowattsPerMeter(
            kilogramsPerSquareMeter: 1,
            metersPerSecond: 0.1
        )
        expect(intensity, near: 1800, relative: 1e-12)
        let flames = FirelineIntensity.flameMeters(kilowattsPerMeter: intensity)
        expect(flames, near: 2.436, relative: 1e-3)
        #expect(FirelineIntensity.control(kilowattsPerMeter: 345) == .handCrews)
        #expect(FirelineIntensity.control(kilowattsPerMeter: 1729) == .equipment)
        #expect(FirelineIntensity.control(kilowattsPerMeter: 3459) == .flanksOnly)
        #expect(FirelineIntensity.control(kilowattsPerMeter: 3460) == .nothing)
        #expect(FirelineIntensity.safeMeters(flameHeightMeters: 3) == 12)
    }

    /// Check values 062, 064 and 065.
    @Test(
        arguments: [
            (1.0, 1000.0, 0.971173219), (5, 2000, 0.455617), (0.1, 500, 0.987936928),
            (10, 4000, 0.00228409201),
        ]
    )
    func `the first attack holds a fire as in Hirsch`(
        hectares: Double,
        intensity: Double,
        chance: Double
    ) {
        let found = FirelineIntensity.initialAttackChance(
            hectares: hectares,
            kilowattsPerMeter: intensity
        )
        #expect(abs(found - chance) < 1e-5)
    }

    /// Check value 076, and the published table in metres an hour.
    @Test func `crews make line as fast as published`() {
        expect(LineProduction.metersPerHour(.fm1, .first), near: 603.504, relative: 1e-6)
        let published: [(LineProduction.Ground, Double, Double)] = [
            (.fm1, 604, 362), (.fm1Tundra, 181, 101), (.fm2, 483, 322), (.fm3, 101, 60),
            (.fm4, 101, 60), (.fm5, 121, 80), (.fm6BlackSpruce, 141, 101), (.fm6, 121, 80),
            (.fm7, 80, 40), (.fm8, 141, 101), (.fm8Hardwood, 805, 483), (.fm9, 563, 322),
            (.fm9Hardwood, 805, 483), (.fm10, 121, 80), (.fm11, 302, 181), (.fm12, 141, 80),
            (.fm13, 101, 60),
        ]
        for (ground, first, second) in published {
            #expect(abs(LineProduction.metersPerHour(ground, .first) - first) < 0.6)
            #expect(abs(LineProduction.metersPerHour(ground, .second) - second) < 0.6)
        }
        let tired = LineProduction.metersPerHour(.fm1, .first, hoursWorked: 13, isNight: true)
        expect(tired, near: 603.504 * 0.3, relative: 1e-9)
    }
}
