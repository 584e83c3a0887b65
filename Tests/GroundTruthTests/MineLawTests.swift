import EventKernel
import Terrain
import Testing
import Vocabulary

@testable import GroundTruth

/// Laws of a mine: gas and air in a working, what can be lit, the wave along roadways, afterdamp in the air.
@Suite struct MineLawTests {
    // MARK: Gas and air

    /// 4 m3/min of methane in 396 m3/min of air are 1 %.
    @Test func `in good order methane is its inflow over all that flows`() {
        #expect(abs(WorkingAir.steadyMethane(inflow: 4, air: 396) - 0.01) < 1e-15)
        #expect(WorkingAir.steadyMethane(inflow: 0, air: 0) == 0)
        #expect(WorkingAir.steadyMethane(inflow: 4, air: 0) == 1)
    }

    /// V dc/dt = q (1 − c): from 1 to 5 % takes V/q · ln(0.99/0.95) = 500 · 0.0412429 min.
    @Test func `without air methane comes from one to five per cent in a time by hand`() {
        var air = WorkingAir(methane: 0.01)
        _ = air.flow(minutes: 20.62145, inflow: 6, air: 0, cubicMeters: 3000)
        #expect(abs(air.methane - 0.05) < 1e-6)
    }

    @Test func `what is in good order stays as it is`() {
        var air = WorkingAir(methane: WorkingAir.steadyMethane(inflow: 4, air: 600))
        let before = air.methane
        _ = air.flow(minutes: 60, inflow: 4, air: 600, cubicMeters: 3000)
        #expect(abs(air.methane - before) < 1e-15)
    }

    /// Burnt gas falls by e as often as the space has been filled: 3000 m3 by 300 m3/min in 10 min.
    @Test func `fresh air drives out what is burnt, and the carbon monoxide is counted`() {
        var air = WorkingAir(methane: 0, burnt: 0.5, carbonMonoxide: 0.02)
        let out = air.flow(minutes: 10, inflow: 0, air: 300, cubicMeters: 3000)
        #expect(abs(air.burnt - 0.5 * 0.367879441) < 1e-9)
        #expect(abs(out - 0.02 * 3000 * (1 - 0.367879441)) < 1e-6)
    }

    // MARK: Explosion

    @Test(arguments: [(0.049, false), (0.051, true), (0.149, true), (0.151, false)])
    func `in fresh air five to fifteen per cent can be lit`(methane: Double, canBeLit: Bool) {
        #expect(WorkingAir(methane: methane).isExplosive == canBeLit)
    }

    /// At 15 % oxygen the limits are 5.573 and 10.444 %: on the lines from 19.903 and 17.808 % oxygen to the nose.
    @Test(arguments: [(0.0556, false), (0.0559, true), (0.1043, true), (0.1046, false)])
    func `with less oxygen the limits approach each other`(methane: Double, canBeLit: Bool) {
        #expect(CowardTriangle.isExplosive(methane: methane, oxygen: 0.15) == canBeLit)
    }

    @Test func `below the nose nothing can be lit`() {
        for percent in 0...100 {
            let methane = Double(percent) / 100
            #expect(!CowardTriangle.isExplosive(methane: methane, oxygen: 0.1219))
        }
        #expect(CowardTriangle.isExplosive(methane: 0.059, oxygen: 0.1221))
    }

    /// 6 % methane burn with 12 of the 19.693 % oxygen; a fifth of the carbon makes 1.2 % carbon monoxide.
    @Test func `lean gas burns whole and leaves oxygen`() {
        var air = WorkingAir(methane: 0.06)
        #expect(abs(air.burn(carbonMonoxideYield: 0.2) - 0.06) < 1e-15)
        #expect(abs(air.methane) < 1e-15)
        #expect(abs(air.oxygen - 0.07693) < 1e-9)
        #expect(abs(air.carbonMonoxide - 0.012) < 1e-15)
        #expect(!air.isExplosive)
    }

    /// Of 14 % methane half the oxygen, 9.00850 %, burns.
    @Test func `rich gas burns as far as there is oxygen`() {
        var air = WorkingAir(methane: 0.14)
        #expect(abs(air.burn(carbonMonoxideYield: 0) - 0.0900850) < 1e-9)
        #expect(abs(air.oxygen) < 1e-12)
        #expect(abs(air.methane + air.burnt - 1) < 1e-12)
    }

    /// With a tenth of the air left, gas can be lit again once oxygen has come back.
    @Test func `after an explosion gas can be lit again after a while, not at once`() {
        var air = WorkingAir(methane: 0.09)
        _ = air.burn(carbonMonoxideYield: 0.3)
        var minutes = 0.0
        while !air.isExplosive, minutes < 1000 {
            _ = air.flow(minutes: 1, inflow: 4, air: 60, cubicMeters: 3000)
            minutes += 1
        }
        #expect(minutes > 30 && minutes < 120)
    }

    /// A gigajoule along 12 m2: 0.344 · 1e9 / (12 · 100) Pa at 100 m, and half of people dead at 100 kPa.
    @Test func `the wave falls with distance, and harm with the wave`() {
        let blast = GalleryBlast(joules: 1e9, squareMeters: 12)
        #expect(abs(blast.pascals(atMeters: 100) - 286_666.67) < 0.01)
        #expect(abs(blast.pascals(atMeters: 1000) - 28_666.67) < 0.01)
        #expect(blast.pascals(atMeters: 0) == 8e5)
        let half = blast.harm(atMeters: 0.344 * 1e9 / 12 / 100e3)
        #expect(abs(half.dead - 0.5) < 1e-9)
        #expect(half.serious > 0.97)
        // ln(28.667/25)/0.25 = 0.5475: 71 of 100 slightly hurt; nobody dead.
        let far = blast.harm(atMeters: 1000)
        #expect(abs(far.slight - 0.708) < 1e-3)
        #expect(far.dead < 1e-6)
        #expect(blast.harm(atMeters: 3000).slight == 0)
    }

    @Test func `nothing burnt strikes nobody`() {
        #expect(GalleryBlast(joules: 0, squareMeters: 12).harm(atMeters: 1).slight == 0)
    }

    // MARK: Afterdamp

    /// 1 % of carbon monoxide for ten minutes is nearly half of the load of which half of people die.
    @Test func `load of carbon monoxide`() {
        let load = CarbonMonoxide.load(share: 0.01, minutes: 10)
        #expect(abs(load - 116_500) < 1e-6)
        let median = SmokePoison.deadlyLoad(tolerance: 0.5)
        #expect(abs(load / median - 0.4798) < 1e-3)
    }

    @Test func `what flows into a roadway is there or has gone`() {
        var share = 0.002
        var (into, out) = (0.0, 0.0)
        for step in 0..<100 {
            let incoming = step < 20 ? 0.01 : 0
            into += incoming * 0.25
            out += RoadwayMixing.flow(&share, incoming: incoming, exchanges: 0.25) * 0.25
        }
        #expect(abs(0.002 + into - out - share) < 1e-12)
        #expect(share < 1e-9)
    }

    @Test func `still air keeps what is in it`() {
        var share = 0.01
        #expect(RoadwayMixing.flow(&share, incoming: 0.5, exchanges: 0) == 0.01)
        #expect(share == 0.01)
    }

    // MARK: A mine

    private var definition: MineGasDefinition {
        var definition = MineGasDefinition()
        for (number, length) in [300.0, 600, 500].enumerated() {
            var roadway = RoadwayDefinition()
            roadway.zone = ZoneID(number + 1)
            roadway.lengthMeters = length
            roadway.isIntake = number == 2
            definition.roadways.append(roadway)
        }
        return definition
    }

    private func exploded() -> Mine {
        var mine = Mine()
        mine.reset(definition, teams: 0)
        mine.explosions = 1
        return mine
    }

    private func carbonMonoxide(in mine: Mine) -> Double {
        mine.air.carbonMonoxide * definition.workingCubicMeters
            + mine.roadways.indices.reduce(0) {
                $0 + mine.roadways[$1].carbonMonoxide * definition.cubicMeters(ofRoadway: $1)
            }
    }

    /// The flame reaches (3 − 1) · 250 / 2 = 250 m beyond the mouth, so that all goes into the first 300 m.
    @Test func `afterdamp is driven into the return as far as the flame, none into the intake`() {
        var mine = exploded()
        mine.spread(cubicMeters: 36, definition, most: 1)
        #expect(abs(mine.roadways[0].carbonMonoxide - 36 / (300.0 * 12)) < 1e-12)
        #expect(mine.roadways[1].carbonMonoxide == 0)
        #expect(mine.roadways[2].carbonMonoxide == 0)
        #expect(abs(carbonMonoxide(in: mine) - 36) < 1e-9)
    }

    /// 240 m3/min through 3600 m3: a fifteenth a minute.
    @Test func `afterdamp goes downstream with the air and never upstream`() {
        var mine = exploded()
        mine.spread(cubicMeters: 36, definition, most: 1)
        let first = mine.roadways[0].carbonMonoxide
        var far = 0.0
        for _ in 0..<30 {
            mine.move(definition, at: .start)
            far = max(far, mine.roadways[1].carbonMonoxide)
            #expect(mine.roadways[2].carbonMonoxide == 0)
        }
        #expect(abs(mine.roadways[0].carbonMonoxide - first * 0.367879441) < 1e-6)
        #expect(far > 0 && far < first)
    }

    @Test func `restored air clears the mine`() {
        var mine = exploded()
        mine.methaneCubicMetersPerMinute = 3
        mine.air = WorkingAir(methane: 0.1, burnt: 0.6, carbonMonoxide: 0.02)
        for _ in 0..<240 { mine.move(definition, at: .start) }
        #expect(!mine.isClear(definition))
        mine.restoredAt = .start
        for _ in 0..<240 { mine.move(definition, at: .start) }
        #expect(mine.isClear(definition))
    }
}
