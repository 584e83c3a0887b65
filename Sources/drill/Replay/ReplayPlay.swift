import Command
import DrillFiles
import DrillModel
import EventKernel
import Experiments
import GroundTruth
import Reports
import Scoring
import Vocabulary
import Wording

/// One drill played for being shown, with all that the page says of it.
struct ReplayPlay {
    let inputs: Inputs
    let scene: ReplayScene
    /// Row of the drill.
    let row: DrillRow
    private(set) var drill = ReplayDrill()

    /// Plays the drill that the command line asks for.
    init(_ inputs: Inputs, _ arguments: Arguments) throws {
        self.inputs = inputs
        scene = ReplayScene(inputs)
        drill.seed = UInt64(arguments.whole("seed"))
        drill.drill = UInt64(arguments.whole("drill"))
        drill.planID = inputs.planName
        drill.plan = inputs.plan.title
        drill.rules = inputs.plan.ruleNames
        drill.shelteredZones = inputs.plan.plan.rules.map { rule in
            rule.actions.flatMap { action -> [ZoneID] in
                if case .shelter(let zones) = action { zones } else { [] }
            }
        }
        var facts: [Fact] = []
        var player = try Player(inputs.setup.byteForm)
        row = player.play(seed: drill.seed, drill: drill.drill) { facts.append($0) }
        drill.facts = facts
        drill.curves = row.curves
        drill.goals = goals
        drill.rings = rings
        drill.clouds = CloudSampler(inputs, scene, drill).clouds
    }

    // MARK: Goals

    private var goals: [ReplayGoal] {
        let scoring = inputs.scenario.scoring
        return zip(scoring.goals, inputs.names.goals).map { goal, name in
            let value = row.values[goal.measure]
            let isMet = goal.isMet(by: value)
            return ReplayGoal(
                title: name.title,
                wanted: GoalWords.wanted(goal),
                reached: GoalWords.reached(value, goal.measure),
                isMet: isMet,
                cause: isMet ? nil : blame(goal)?.title,
                fact: DecidingFact.of(goal.measure, in: drill.facts)
            )
        }
    }

    /// Returns what missing a goal is laid to, by scoring the record on this goal alone.
    private func blame(_ goal: Goal) -> CauseName? {
        var scoring = inputs.scenario.scoring
        scoring.goals = [goal]
        var fold = Fold(scoring)
        let values = fold.measures(of: drill.facts)
        let columns = Frame.causesOfMissedGoals.measures
        return columns.first { values[$0] > 0 }?.cause
    }

    // MARK: Circles

    private var rings: [[ReplayHazard.Ring]] {
        let luck = DrillKey(seed: drill.seed, drill: drill.drill)
        var charges: [Int: Double] = [:]
        for fact in drill.facts {
            if case .exploded(let hazard, let kilograms) = fact.content {
                charges[hazard.index] = kilograms
            }
        }
        return inputs.scenario.scenario.truth.hazards.enumerated().map { number, hazard in
            switch hazard.form {
            case .explosion, .gasLeak: HazardRings.blast(of: charges[number] ?? 0)
            case .fireball(let ball): HazardRings.heat(of: ball, HazardID(number), luck)
            // What happens underground has no circles on the ground.
            case .selfHeating, .fire, .collapse, .release, .buildingFire, .mineGas: []
            }
        }
    }
}

/// Circles that the page draws around hazards.
enum HazardRings {
    /// Peak overpressures and what they do to brick houses -- Clancey (1972), as in CCPS (L).
    private static let pressures: [(kilopascals: Double, label: Bilingual)] = [
        (70, Bilingual("70 kPa: total destruction", "70 kPa：全毁")),
        (17, Bilingual("17 kPa: half the brickwork gone", "17 kPa：砖房半毁")),
        (7, Bilingual("7 kPa: houses uninhabitable", "7 kPa：房屋不可居住")),
        (2, Bilingual("2 kPa: windows broken", "2 kPa：门窗破损")),
    ]

    /// Heat fluxes -- DOE and CCPS thresholds (L).
    private static let fluxes: [(kilowatts: Double, label: Bilingual)] = [
        (37.5, Bilingual("37.5 kW/m²: equipment damaged", "37.5 kW/m²：设备损坏")),
        (12.5, Bilingual("12.5 kW/m²: wood ignites", "12.5 kW/m²：木材可燃")),
        (4.7, Bilingual("4.7 kW/m²: pain within 20 s", "4.7 kW/m²：20 秒内灼痛")),
    ]

    /// Circles of the blast of a charge as TNT [kg].
    static func blast(of kilograms: Double) -> [ReplayHazard.Ring] {
        pressures.compactMap { pressure in
            let meters = HazardReach.meters(
                toKilopascals: pressure.kilopascals,
                of: kilograms
            )
            return meters > 0 ? ReplayHazard.Ring(meters: meters, label: pressure.label) : nil
        }
    }

    /// Circles of a fire while it burns.
    static func heat(of fire: FireDefinition) -> [ReplayHazard.Ring] {
        fluxes.suffix(2).map { flux in
            ReplayHazard.Ring(
                meters: HazardReach.meters(toKilowattsPerSquareMeter: flux.kilowatts, of: fire),
                label: flux.label
            )
        }
    }

    /// Circles of a fireball.
    static func heat(
        of ball: FireballDefinition,
        _ hazard: HazardID,
        _ luck: DrillKey
    ) -> [ReplayHazard.Ring] {
        fluxes.compactMap { flux in
            let meters = HazardReach.meters(
                toKilowattsPerSquareMeter: flux.kilowatts,
                of: ball,
                hazard,
                luck
            )
            return meters > 0 ? ReplayHazard.Ring(meters: meters, label: flux.label) : nil
        }
    }
}

/// The fact by which a measure was decided, for those where one stands for it.
enum DecidingFact {
    /// Returns the fact whose causes explain a measure best; nil where none does.
    static func of(_ measure: Measure, in facts: [Fact]) -> FactID? {
        switch measure {
        case .deaths, .deathsAfterFirstInstant, .weightedCasualties:
            last(facts) { if case .died = $0 { true } else { false } }
        case .secondsToFirstArrival, .lateFirstArrivals, .responseEfficiency:
            first(facts) { if case .arrived = $0 { true } else { false } }
        case .secondsToFirstReport:
            first(facts) { if case .delivered = $0 { true } else { false } }
        case .secondsToDetect:
            first(facts) {
                if case .observed(_, .incident, _) = $0 { true } else { false }
            }
        case .secondsToControl:
            last(facts) { if case .controlled = $0 { true } else { false } }
        case .secondsToFireOut, .secondsToResolve:
            last(facts) { if case .extinguished = $0 { true } else { false } }
        case .secondsToTargetLevel:
            last(facts) { if case .levelChanged = $0 { true } else { false } }
        case .secondsToFirstRelease:
            first(facts) {
                switch $0 {
                case .published, .released: true
                default: false
                }
            }
        case .unmetDemandShare, .stockouts, .suppliesEnoughShare:
            first(facts) { if case .ranOut = $0 { true } else { false } }
        default: nil
        }
    }

    private static func first(_ facts: [Fact], _ test: (FactContent) -> Bool) -> FactID? {
        facts.first { test($0.content) }?.id
    }

    private static func last(_ facts: [Fact], _ test: (FactContent) -> Bool) -> FactID? {
        facts.last { test($0.content) }?.id
    }
}
