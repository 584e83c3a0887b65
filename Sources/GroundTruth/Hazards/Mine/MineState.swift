import EventKernel
import Vocabulary

/// A mine in a drill, from the failure of the fan of a working.
///
/// Storage is kept from drill to drill.
struct Mine: Sendable {
    /// The hazard.
    var hazard = HazardID(0)
    /// Methane that the working gives off [m3/min] -- drawn.
    var methaneCubicMetersPerMinute = 0.0
    /// What is in the air of the working -- state.
    var air = WorkingAir()
    /// Roadways, in the order of the scenario -- state.
    var roadways: [Roadway] = []
    /// Those who were there when it exploded first -- state.
    var miners: [Miner] = []
    /// Load of every crew that works there without masks [mg/m3·min] -- state.
    var crewLoads: [Double] = []
    /// Steps done -- state.
    var steps: Int32 = 0
    /// Explosions so far -- state.
    var explosions: Int32 = 0
    /// Whether sensors work -- drawn.
    var isMonitored = false
    /// Whether something goes on burning since an explosion -- drawn.
    var hasFire = false
    /// When the sensors first measured what means leave, or never -- state.
    var cutOffAt = SimTime.never
    /// When the fan runs again -- drawn.
    var restoredAt = SimTime.never
    /// Whether it is known when the air will be restored after the latest explosion -- state.
    var isBeingRestored = false
    /// What is left until something lights the gas, in hours of gas that can be lit times the rate -- drawn, state.
    var margin = Double.infinity
    /// The fact of the beginning, or of the latest explosion.
    var lastFact = FactID.none

    /// The air of a roadway.
    struct Roadway: BitwiseCopyable, Sendable {
        /// Carbon monoxide in its air [0…1] -- state.
        var carbonMonoxide = 0.0
        /// The same, mean of the latest step [0…1] -- state.
        var meanCarbonMonoxide = 0.0
        /// Whether a fall blocks its way out -- drawn.
        var isBlocked = false
        /// Room left in its refuge chamber [persons] -- state.
        var refugePlaces: Int32 = 0
    }

    /// Somebody underground: a few numbers, until harm makes a casualty of the person.
    struct Miner: BitwiseCopyable, Sendable {
        /// Zone to which the person belongs.
        let zone: ZoneID
        /// Number of the person in the zone.
        let number: Int32
        /// Roadway where the person is; -1 in the working.
        let roadway: Int32
        /// Distance from the middle of the gas [m].
        let meters: Double
        /// Load of which the person dies [mg/m3·min].
        let deadly: Double
        /// Whether the person has a self-rescuer on in time.
        let hasRescuer: Bool
        /// When the person is in fresh air, since the start of the drill [s].
        var out = Double.infinity
        /// Until when a self-rescuer protects, since the start of the drill [s].
        var protectedUntil = 0.0
        /// From when a refuge chamber protects, since the start of the drill [s].
        var refugeFrom = Double.infinity
        /// Toxic load so far [mg/m3·min].
        var load = 0.0
        /// Casualty that the person has become, or -1.
        var casualty: Int32 = -1
        /// Whether nothing more can happen to the person here.
        var isSettled = false
    }

    /// Puts everything to the start and keeps the storage.
    mutating func reset(_ definition: MineGasDefinition, teams: Int) {
        roadways.removeAll(keepingCapacity: true)
        for roadway in definition.roadways {
            roadways.append(Roadway(refugePlaces: roadway.refugePlaces))
        }
        miners.removeAll(keepingCapacity: true)
        crewLoads.removeAll(keepingCapacity: true)
        for _ in 0..<teams { crewLoads.append(0) }
        (steps, explosions, air) = (0, 0, WorkingAir())
        (cutOffAt, restoredAt, isBeingRestored) = (.never, .never, false)
        (isMonitored, hasFire) = (false, false)
    }
}

/// Air that flows at an instant [m3/min].
struct MineAirflow: BitwiseCopyable, Sendable {
    /// Through the working.
    let working: Double
    /// Through the roadways on the return.
    let roadways: Double
}

extension Mine {
    /// Returns the air that flows now.
    func airflow(_ definition: MineGasDefinition, at now: SimTime) -> MineAirflow {
        let whole = definition.airCubicMetersPerMinute
        let isRestored = restoredAt <= now
        let share =
            explosions > 0 ? definition.brokenAirShare : min(definition.airLeftShare, 1)
        let working = isRestored ? whole : whole * share
        let past = definition.returnCubicMetersPerMinute
        let broken = explosions > 0 && !isRestored
        let passing = broken ? past * definition.brokenReturnShare : past
        return MineAirflow(
            working: working,
            roadways: max(passing, working + methaneCubicMetersPerMinute)
        )
    }

    /// Lets the air move for a step: out of the working, and through the roadways on the return, one after another.
    mutating func move(_ definition: MineGasDefinition, at now: SimTime) {
        let minutes = MineGasDefinition.stepSeconds / 60
        let flow = airflow(definition, at: now)
        let out = air.flow(
            minutes: minutes,
            inflow: methaneCubicMetersPerMinute,
            air: flow.working,
            cubicMeters: definition.workingCubicMeters
        )
        guard explosions > 0 else { return }
        var incoming = flow.roadways > 0 ? out / (flow.roadways * minutes) : 0
        for index in roadways.indices where !definition.roadways[index].isIntake {
            let space = definition.cubicMeters(ofRoadway: index)
            let before = roadways[index].carbonMonoxide
            incoming = RoadwayMixing.flow(
                &roadways[index].carbonMonoxide,
                incoming: incoming,
                exchanges: flow.roadways * minutes / space
            )
            roadways[index].meanCarbonMonoxide =
                (before + roadways[index].carbonMonoxide) / 2
        }
    }

    /// Drives afterdamp into the roadways on the return as far as the flame comes, evenly along them.
    ///
    /// - Parameters:
    ///   - cubicMeters: Carbon monoxide in it [m3].
    ///   - definition: The mine.
    ///   - most: Share of it in the afterdamp, which the air of no roadway exceeds thereby [0…1].
    mutating func spread(cubicMeters: Double, _ definition: MineGasDefinition, most: Double) {
        let reach = definition.flameMetersBeyond
        var total = 0.0
        definition.forEachReturn { _, begins, length in
            total += max(0, min(begins + length, reach) - begins)
        }
        guard total > 0 else { return }
        definition.forEachReturn { index, begins, length in
            let part = max(0, min(begins + length, reach) - begins) / total
            let space = definition.cubicMeters(ofRoadway: index)
            let share = roadways[index].carbonMonoxide + cubicMeters * part / space
            roadways[index].carbonMonoxide = min(share, max(most, roadways[index].carbonMonoxide))
        }
    }

    /// Returns the carbon monoxide that somebody breathes [0…1].
    func carbonMonoxide(for miner: Miner) -> Double {
        miner.roadway < 0
            ? air.carbonMonoxide : roadways[Int(miner.roadway)].meanCarbonMonoxide
    }

    /// Whether the air is good everywhere again, as good as it ever was.
    func isClear(_ definition: MineGasDefinition) -> Bool {
        let limit = MineGasDefinition.permittedCarbonMonoxide
        let usual = WorkingAir.steadyMethane(
            inflow: methaneCubicMetersPerMinute,
            air: definition.airCubicMetersPerMinute
        )
        return air.methane < max(definition.alarmShare, usual * 1.01)
            && air.carbonMonoxide < limit
            && roadways.allSatisfy { $0.carbonMonoxide < limit }
    }
}

extension MineGasDefinition {
    /// Distance that the flame comes beyond the mouth of the working, to either side [m].
    var flameMetersBeyond: Double { max(0, flameFactor - 1) * workingMeters / 2 }

    /// Space of a roadway [m3].
    func cubicMeters(ofRoadway index: Int) -> Double {
        max(roadways[index].lengthMeters, 1) * crossSectionSquareMeters
    }

    /// Calls something for every roadway on the return, with its distance from the mouth and its length [m].
    func forEachReturn(_ take: (_ index: Int, _ begins: Double, _ length: Double) -> Void) {
        var begins = 0.0
        for index in roadways.indices where !roadways[index].isIntake {
            take(index, begins, roadways[index].lengthMeters)
            begins += roadways[index].lengthMeters
        }
    }

    /// Distance of the beginning of a roadway from the mouth of the working along its side [m].
    func metersBefore(roadway index: Int) -> Double {
        var sum = 0.0
        for other in 0..<index where roadways[other].isIntake == roadways[index].isIntake {
            sum += roadways[other].lengthMeters
        }
        return sum
    }
}
