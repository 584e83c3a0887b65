import EventKernel
import Terrain
import Testing
import Vocabulary

@testable import GroundTruth

/// Houses that burn, followed step by step without any crews.
@Suite struct BuildingFireTests {
    private let zone = ZoneID(0)
    private let hazard = HazardID(0)

    /// A block of houses with people, in a wind from the west.
    private func world(
        houses: Int32 = 100,
        radius: Double = 100,
        persons: Int32 = 400,
        wind: Double = 12,
        _ moment: inout Moment,
        _ change: (inout BuildingFireDefinition) -> Void = { _ in }
    ) -> GroundTruth {
        var fire = BuildingFireDefinition()
        change(&fire)
        var entry = HazardDefinition()
        entry.form = .buildingFire(fire)
        var area = ZoneDefinition()
        area.buildings = houses
        area.yuanPerBuilding = 1e6
        area.groups = [GroupDefinition()]
        area.groups[0].persons = persons
        area.groups[0].presentShare = 1
        var definition = GroundTruthDefinition()
        definition.hazards = [entry]
        definition.zones = [area]
        var blowing = WindDefinition()
        blowing.metersPerSecond = wind
        blowing.fromDegrees = 270
        definition.weather.winds = [blowing]
        var register = Register()
        register.sites = [SiteDefinition()]
        register.depots = [DepotDefinition()]
        let middle = Point(eastMeters: 0, northMeters: 0)
        let place = ZoneArea(place: PlaceID(0), center: middle, radiusMeters: radius)
        let terrain = Terrain(places: [middle], roads: [], zones: [place])
        var world = GroundTruth(
            definition: definition,
            register: register,
            terrain: terrain,
            posts: 1
        )
        world.begin(monitoring: [], &moment)
        return world
    }

    /// Lets the fire begin and burn for so many minutes, or until it is out.
    private func burn(
        _ world: inout GroundTruth,
        minutes: Int = 5000,
        _ moment: inout Moment,
        _ look: (GroundTruth, Int) -> Void = { _, _ in }
    ) {
        world.begin(hazard, because: .none, &moment)
        for minute in 1...minutes where world.fire(hazard).status == .burning {
            moment.now = .start + SimDuration(minutes: Double(minute))
            world.apply(.hazardChanges(hazard, epoch: Int32(minute - 1)), &moment)
            look(world, minute)
        }
    }

    private func newMoment(_ seed: UInt64 = 1) -> Moment {
        Moment(luck: DrillKey(seed: seed, drill: 0))
    }

    private func houses(_ world: GroundTruth) -> [BuildingFire.House] {
        world.buildingFires[0].houses
    }

    @Test func `left alone, a town of wood burns down and gives off all of its heat`() {
        var moment = newMoment()
        var world = world(&moment)
        burn(&world, &moment)
        #expect(world.fire(hazard).status == .out)
        #expect(houses(world).allSatisfy { $0.status == .gone && $0.isCleared })
        let load = BuildingFireDefinition().course.loadKilojoules
        for house in houses(world) { expect(house.burntKilojoules, near: load, relative: 0.02) }
    }

    /// The front goes with the wind as fast as Hamada has it, as far as a grid of houses lets it.
    @Test func `the front goes as fast as Hamada has it`() throws {
        var moment = newMoment()
        var world = world(houses: 400, radius: 200, &moment)
        let points = world.buildings[0]
        var caught: [Int: Int] = [:]
        burn(&world, minutes: 60, &moment) { world, minute in
            for (number, house) in houses(world).enumerated()
            where house.status != .unlit && caught[number] == nil {
                caught[number] = minute
            }
        }
        let side = BuildingFireDefinition().sideMeters
        let spacing = BuildingFireDefinition.spacingMeters(houses: 400, radiusMeters: 200)
        let front = Hamada(sideMeters: side, gapMeters: spacing - side, windMetersPerSecond: 12)
            .front(resistantShare: 0)
        let start = points[0]
        var ratios: [Double] = []
        for (number, minute) in caught where minute >= 10 {
            let (east, north) = (
                points[number].eastMeters - start.eastMeters,
                points[number].northMeters - start.northMeters
            )
            let distance = (east * east + north * north).squareRoot()
            ratios.append(distance / Double(minute) / front.speed(cosine: east / distance))
        }
        try #require(ratios.count > 50)
        // A minute of rounding in ten or more, and the detours from house to house.
        #expect(ratios.allSatisfy { $0 < 1.02 })
        #expect(ratios.sorted()[ratios.count / 2] > 0.8)
    }

    @Test func `houses that resist fire slow it down`() {
        func burnt(_ share: Double) -> Int {
            var moment = newMoment()
            var world = world(houses: 400, radius: 200, &moment) { $0.resistantShare = share }
            burn(&world, minutes: 40, &moment)
            return houses(world).count { $0.status != .unlit }
        }
        #expect(burnt(0.6) < burnt(0))
        #expect(burnt(1) < burnt(0.6))
    }

    @Test func `radiation leaps narrow gaps and no wide ones`() {
        func burnt(_ radius: Double) -> Int {
            var moment = newMoment()
            var world = world(houses: 30, radius: radius, &moment) {
                $0.spread = .radiation
                $0.sideMeters = 17
                $0.floorSquareMeters = 300
                $0.brandsPerHour = 0
            }
            burn(&world, &moment)
            return houses(world).count { $0.status != .unlit }
        }
        #expect(burnt(60) == 30)
        #expect(burnt(120) == 1)
    }

    @Test func `brands go with the wind, and more of them in more wind`() {
        func lit(_ wind: Double) -> (east: Int, west: Int) {
            var (east, west) = (0, 0)
            for seed in UInt64(0)..<20 {
                var moment = newMoment(seed)
                var world = world(houses: 60, radius: 150, wind: wind, &moment) {
                    $0.spread = .radiation
                    $0.brandsPerHour = 5
                    $0.ignitionKilowattsPerSquareMeter = 1000
                }
                burn(&world, minutes: 60, &moment)
                for (number, house) in houses(world).enumerated()
                where house.status != .unlit && number > 0 {
                    if world.buildings[0][number].eastMeters > 0 { east += 1 } else { west += 1 }
                }
            }
            return (east, west)
        }
        let (breeze, gale) = (lit(4), lit(16))
        #expect(gale.east > 2 * gale.west)
        #expect(gale.east > breeze.east)
    }

    @Test func `smoke kills some who are slow, and nobody who is out at once`() {
        func dead(_ notice: Double) -> Int {
            var moment = newMoment()
            var world = world(&moment) {
                $0.growth = .fast
                $0.notice = .constant(notice)
                $0.escape = .constant(0)
            }
            burn(&world, &moment)
            #expect(world.violation() == nil)
            return world.casualties.count { !$0.isAlive }
        }
        #expect(dead(0) == 0)
        let (some, most) = (dead(900), dead(1e6))
        #expect(some > 0)
        #expect(most == 400)
        #expect(some < most)
    }

    /// As a hand calculation has it: carbon monoxide of a fire that grows with the square of time, without
    /// exchange of air, leads to a load that grows with its fourth power.
    @Test func `the smoke of a growing fire is that of its fuel`() {
        var moment = newMoment()
        var world = world(houses: 1, &moment) { $0.smokeChangesPerHour = 0 }
        burn(&world, minutes: 15, &moment)
        let definition = BuildingFireDefinition()
        let seconds = 15.0 * 60
        let burnt = 0.01172 * seconds * seconds * seconds / 3 / 17_500
        let milligrams = burnt * definition.carbonMonoxideYield / (150 * 2.8) * 1e6
        // Steps of a minute take the heat at their end.
        expect(houses(world)[0].smokeLoad, near: milligrams * 15 / 4, relative: 0.25)
        expect(
            SmokePoison.probit(load: SmokePoison.deadlyLoad(tolerance: 0.5)),
            near: 5,
            relative: 1e-9
        )
    }

    @Test(arguments: [0.0, 0.4, 90])
    func `calm and hurricane burn to an end`(wind: Double) {
        var moment = newMoment()
        var world = world(wind: wind, &moment)
        burn(&world, &moment)
        #expect(world.fire(hazard).status == .out)
        #expect(houses(world).allSatisfy { $0.heat.isFinite && $0.smokeLoad.isFinite })
    }

    @Test func `one house with one person, and a zone without houses`() {
        var moment = newMoment()
        var lone = world(houses: 1, persons: 1, &moment)
        burn(&lone, &moment)
        #expect(lone.fire(hazard).status == .out)
        var empty = world(houses: 0, persons: 1, &moment)
        empty.begin(hazard, because: .none, &moment)
        #expect(empty.fire(hazard).status == .unlit)
    }

    @Test func `water goes to the newest fires first, and what is left before the next houses`() {
        var block = BuildingFire()
        block.reset(houses: 4)
        let definition = BuildingFireDefinition()
        block.order = [0, 1]
        block.houses[0].status = .burning
        block.houses[0].grownSeconds = 5000
        block.houses[1].status = .burning
        block.houses[2].heat = 0.2
        block.houses[3].heat = 0.7
        block.askForWater(definition)
        expect(block.water.needed, near: 13.6 * 150 + 200, relative: 1e-9)
        #expect(block.water.curtainNeeded == 1200)
        block.water.applied = 900
        block.shareOutWater(definition)
        #expect(!block.houses[0].isAttacked && block.houses[1].isAttacked)
        #expect(block.houses[3].isCovered && !block.houses[2].isCovered)
        block.water.applied = 13.6 * 150 + 200 + 1200
        block.shareOutWater(definition)
        #expect(block.houses[0].isAttacked && block.houses[2].isCovered)
    }
}
