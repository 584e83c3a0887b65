import EventKernel
import Terrain
import Vocabulary

/// A fire in the houses of a zone in a drill.
///
/// Storage is kept from drill to drill.
struct BuildingFire: Sendable {
    /// Houses of the zone, by number -- state.
    var houses: [House] = []
    /// Houses that have caught fire, in order -- state.
    var order: [Int32] = []
    /// Houses within reach of each that has caught fire, one after another -- derived.
    var near: [Int32] = []
    /// People who were in houses that caught fire, house after house -- state.
    var occupants: [Occupant] = []
    /// Steps done -- state.
    var steps: Int32 = 0
    /// When the first house caught fire -- state.
    var begunAt = SimTime.never
    /// Houses that crews have put out -- state.
    var putOut: Int32 = 0
    /// Water on it -- state.
    var water = HoseWater()
    /// Damage that is not on record yet -- state.
    var damage = Damage()

    /// Damage to houses that no longer burn.
    struct Damage: BitwiseCopyable, Sendable {
        /// Houses that are down.
        var down: Int32 = 0
        /// Houses that stand, badly damaged.
        var badly: Int32 = 0
        /// What it is worth, as so many whole houses.
        var houses = 0.0
    }

    /// Water on a fire in buildings.
    struct HoseWater: BitwiseCopyable, Sendable {
        /// What all houses that burn need [L/min].
        var needed = 0.0
        /// What the teams that attack it apply, to them and to what is left over for the next [L/min].
        var applied = 0.0
        /// What all houses that are about to be lit need [L/min].
        var curtainNeeded = 0.0
        /// What cooling teams apply to those [L/min].
        var curtain = 0.0
    }

    /// A house.
    struct House: BitwiseCopyable, Sendable {
        /// What has become of a house.
        enum Status: BitwiseCopyable {
            /// Has not burnt.
            case unlit
            /// Burns.
            case burning
            /// Has burnt, and crews have put it out.
            case out
            /// Has burnt out.
            case gone
        }

        /// What has become of it.
        var status = Status.unlit
        /// Whether it is of the kind that resists fire -- drawn.
        var isResistant = false
        /// Time for which its fire has grown [s].
        var grownSeconds = 0.0
        /// Heat given off so far [kJ].
        var burntKilojoules = 0.0
        /// Heat release [kW].
        var kilowatts = 0.0
        /// Share of the attack that is done [0…1].
        var knockdown = 0.0
        /// Share of what lights it that it has had [0…1].
        var heat = 0.0
        /// Heat flux from others [kW/m2].
        var flux = 0.0
        /// Share of its way that the foremost of the fronts towards it has made [0…1].
        var front = 0.0
        /// Time for which it burnt already when the step in which it was lit ended [s].
        var lateSeconds = 0.0
        /// Brands that have come down on it, against those that light one house.
        var brands = 0.0
        /// Brands that light it -- drawn.
        var brandTolerance = Double.infinity
        /// Carbon monoxide inside [kg].
        var carbonMonoxideKilograms = 0.0
        /// Toxic load of somebody inside since the start of its fire [mg/m3·min].
        var smokeLoad = 0.0
        /// Toxic load a step before [mg/m3·min].
        var smokeLoadBefore = 0.0
        /// Whether crews attack it with all that it needs.
        var isAttacked = false
        /// Whether a curtain of water covers it.
        var isCovered = false
        /// Whether its damage and its people are accounted for.
        var isCleared = false
        /// First of the houses within its reach, and their number.
        var firstNear: Int32 = 0
        var nearCount: Int32 = 0
        /// First of the people who were inside, and their number.
        var firstOccupant: Int32 = 0
        var occupantCount: Int32 = 0
    }

    /// Somebody who is in a house that burns: a few numbers, until smoke makes a casualty.
    struct Occupant: BitwiseCopyable, Sendable {
        /// Number of the person in the zone.
        var number: Int32
        /// When the person is out, since the start of the drill [s].
        var out: Double
        /// Toxic load of which the person dies [mg/m3·min].
        var deadly: Double
        /// Casualty that the person has become, or −1.
        var casualty: Int32 = -1
        /// Whether nothing more can happen to the person here.
        var isSettled = false
    }

    /// Whether any house burns.
    var isBurning: Bool { order.contains { houses[Int($0)].status == .burning } }

    /// Puts everything to the start of a fire and keeps the storage.
    mutating func reset(houses count: Int) {
        if houses.count == count {
            for index in houses.indices { houses[index] = House() }
        } else {
            houses = Array(repeating: House(), count: count)
        }
        order.removeAll(keepingCapacity: true)
        near.removeAll(keepingCapacity: true)
        occupants.removeAll(keepingCapacity: true)
        (steps, putOut, begunAt, water) = (0, 0, .never, HoseWater())
        damage = Damage()
    }
}

extension BuildingFire {
    /// Water that one burning house needs [L/min].
    func need(of house: House, _ definition: BuildingFireDefinition) -> Double {
        let course = definition.course
        let share = course.kilowatts(
            grownSeconds: house.grownSeconds,
            burntKilojoules: house.burntKilojoules
        )
        let flow =
            definition.litersPerMinutePerSquareMeter * definition.floorSquareMeters * share
            / course.fullKilowatts
        return max(flow, BuildingFireDefinition.leastLitersPerMinute)
    }

    /// Shares the water out: the houses that caught fire last are attacked first, so that the fire is
    /// surrounded; what is left, and what cooling teams bring, covers those nearest to being lit.
    mutating func shareOutWater(_ definition: BuildingFireDefinition) {
        var left = water.applied
        for number in order.reversed() {
            let house = houses[Int(number)]
            let need = need(of: house, definition)
            let isAttacked = house.status == .burning && need <= left
            houses[Int(number)].isAttacked = isAttacked
            if isAttacked { left -= need }
        }
        for index in houses.indices { houses[index].isCovered = false }
        var curtains =
            definition.curtainLitersPerMinute > 0
            ? Int(min((left + water.curtain) / definition.curtainLitersPerMinute, 1e6)) : 0
        while curtains > 0, let next = nextToCover() {
            houses[next].isCovered = true
            curtains -= 1
        }
    }

    /// The house nearest to being lit that nobody covers, of equals the first.
    private func nextToCover() -> Int? {
        var best: Int?
        for index in houses.indices {
            let house = houses[index]
            guard house.status == .unlit, !house.isCovered, house.heat > 0 else { continue }
            if let found = best, houses[found].heat >= house.heat { continue }
            best = index
        }
        return best
    }

    /// Works out anew what water would be needed.
    mutating func askForWater(_ definition: BuildingFireDefinition) {
        water.needed = 0
        water.curtainNeeded = 0
        for house in houses {
            if house.status == .burning {
                water.needed += need(of: house, definition)
            } else if house.status == .unlit, house.heat > 0 {
                water.curtainNeeded += definition.curtainLitersPerMinute
            }
        }
    }

    /// Lets every burning house burn for a step.
    mutating func burn(_ definition: BuildingFireDefinition) {
        let seconds = BuildingFireDefinition.stepSeconds
        let course = definition.course
        let attack = seconds / 60 / definition.knockdownMinutes
        for number in order where houses[Int(number)].status == .burning {
            var house = houses[Int(number)]
            if house.isAttacked {
                house.knockdown += attack
            } else {
                house.knockdown = max(0, house.knockdown - attack)
                house.grownSeconds += seconds + house.lateSeconds
            }
            house.kilowatts =
                max(0, 1 - house.knockdown)
                * course.kilowatts(
                    grownSeconds: house.grownSeconds,
                    burntKilojoules: house.burntKilojoules
                )
            house.burntKilojoules += house.kilowatts * seconds
            fill(&house, definition, seconds)
            if house.knockdown >= 1 {
                house.status = .out
                putOut += 1
            } else if course.isBurntOut(burntKilojoules: house.burntKilojoules) {
                house.status = .gone
            }
            houses[Int(number)] = house
        }
    }

    /// Calls something for every house that burns freely and every unlit one in its reach, by number.
    mutating func forEachPair(_ take: (_ from: (Int, House), _ to: Int, inout House) -> Void) {
        for number in order {
            let house = houses[Int(number)]
            guard house.status == .burning, !house.isAttacked else { continue }
            for place in house.firstNear..<(house.firstNear + house.nearCount) {
                let other = Int(near[Int(place)])
                guard houses[other].status == .unlit else { continue }
                take((Int(number), house), other, &houses[other])
            }
        }
    }

    /// Adds to what lights each house what this step has brought, and sets when in the step it is lit.
    mutating func addHeat(_ definition: BuildingFireDefinition) {
        let seconds = BuildingFireDefinition.stepSeconds
        for index in houses.indices {
            var house = houses[index]
            house.lateSeconds = 0
            if house.status == .unlit, !house.isCovered {
                let before = house.heat
                house.heat = max(house.heat, house.front)
                if house.flux >= definition.ignitionKilowattsPerSquareMeter {
                    house.heat += seconds / 60 / definition.ignitionMinutes
                }
                let gain = house.heat - before
                if house.heat > 1, gain > 0 {
                    house.lateSeconds = min((house.heat - 1) / gain, 1) * seconds
                }
            }
            (house.front, house.flux) = (0, 0)
            houses[index] = house
        }
    }

    /// Fills a house with smoke for a step.
    private func fill(
        _ house: inout House,
        _ definition: BuildingFireDefinition,
        _ seconds: Double
    ) {
        let burnt = house.kilowatts * seconds / BuildingFireDefinition.heatKilojoulesPerKilogram
        let kept = Elementary.exp(-definition.smokeChangesPerHour * seconds / 3600)
        let before = house.carbonMonoxideKilograms
        house.carbonMonoxideKilograms = before * kept + burnt * definition.carbonMonoxideYield
        let mean = (before + house.carbonMonoxideKilograms) / 2 / definition.smokeCubicMeters
        house.smokeLoadBefore = house.smokeLoad
        house.smokeLoad += mean / 1e-6 * seconds / 60
    }
}
