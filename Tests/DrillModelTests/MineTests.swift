import EventKernel
import GroundTruth
import TestSupport
import Testing
import Vocabulary

@testable import DrillModel

/// Firedamp at a heading: measured, lit or driven out; afterdamp, self-rescuers, crews and the second explosion.
@Suite struct MineTests {
    private func records(
        _ plan: String = "baseline",
        _ drills: Int = 20,
        _ change: (inout MineGasDefinition) -> Void = { _ in }
    ) throws -> [DrillRecord] {
        var world = try RealWorld("small/mine", plan: plan)
        let form = world.scenario.truth.hazards[0].form
        var mine = try #require({ if case .mineGas(let mine) = form { mine } else { nil } }())
        change(&mine)
        world.scenario.truth.hazards[0].form = .mineGas(mine)
        return world.records(drills, seed: 3)
    }

    /// Nobody mends the fan, and whatever can be lit is lit at once.
    private func exploding(_ mine: inout MineGasDefinition) {
        mine.repair = .constant(1e7)
        mine.ignitionsPerHour = 3600
        mine.ignitionsWithoutPower = 1
    }

    private func explosions(_ record: DrillRecord) -> Int {
        record.count { if case .exploded = $0 { true } else { false } }
    }

    private func deaths(_ records: [DrillRecord], of crews: Bool) -> Int {
        records.reduce(0) { sum, record in
            sum
                + record.count {
                    if case .died(let person, _) = $0 {
                        (person.team != nil) == crews
                    } else {
                        false
                    }
                }
        }
    }

    // MARK: Gas

    @Test func `without methane, or with the fan mended soon, nothing explodes and nobody is hurt`()
        throws
    {
        for record in try records("baseline", 10, { $0.methaneCubicMetersPerMinute = .constant(0) })
            + records("baseline", 10, { $0.repair = .constant(600) })
        {
            #expect(explosions(record) == 0)
            #expect(record.count { if case .hurt = $0 { true } else { false } } == 0)
            #expect(record.count { if case .ceased(HazardID(0)) = $0 { true } else { false } } == 1)
        }
    }

    /// 4 m3/min in 3000 m3 from 0.662 %: 5 % after 750 · ln(0.99338/0.95) = 33.5 min.
    @Test func `gas that is lit at once explodes when it has come to five per cent`() throws {
        for record in try records(
            "baseline",
            5,
            {
                exploding(&$0)
                $0.methaneCubicMetersPerMinute = .constant(4)
            }
        ) {
            let fact = try #require(
                record.facts.first { if case .exploded = $0.content { true } else { false } }
            )
            let minutes = (fact.time - .start).minutes - 10
            #expect(abs(minutes - 33.5) <= 0.5)
        }
    }

    @Test func `sensors tell of gas before it explodes, broken ones do not`() throws {
        func alarmed(_ record: DrillRecord) -> Bool {
            for fact in record.facts {
                if case .exploded = fact.content { return false }
                if case .observed(let observer, .incident, _) = fact.content,
                    observer.kind == .staff
                {
                    return true
                }
            }
            return false
        }
        let working = try records("baseline", 10) {
            exploding(&$0)
            $0.monitoringShare = 1
        }
        #expect(working.allSatisfy(alarmed))
        let broken = try records("baseline", 10) {
            exploding(&$0)
            $0.monitoringShare = 0
        }
        #expect(!broken.contains(where: alarmed))
    }

    @Test func `who has been told to leave in time is not there when it explodes`() throws {
        let stay = try records("baseline", 20, exploding)
        let leave = try records("withdraw", 20, exploding)
        #expect(leave.allSatisfy { explosions($0) > 0 })
        #expect(deaths(leave, of: false) * 4 < deaths(stay, of: false))
    }

    // MARK: After the explosion

    @Test func `nothing is read after an explosion until the mine is reconnoitred`() throws {
        var readings = 0
        for record in try records("baseline", 10, exploding) {
            var (hasExploded, isSurveyed) = (false, false)
            for fact in record.facts {
                switch fact.content {
                case .exploded: hasExploded = true
                case .surveyed: isSurveyed = true
                case .observed(_, .reading, _):
                    #expect(!hasExploded || isSurveyed)
                    if isSurveyed { readings += 1 }
                default: break
                }
            }
        }
        #expect(readings > 0)
    }

    @Test func `afterdamp poisons on the return and never on the intake`() throws {
        var poisoned = 0
        for record in try records(
            "baseline",
            20,
            {
                exploding(&$0)
                $0.selfRescuerShare = 0
            }
        ) {
            for fact in record.facts {
                guard case .hurt(let person, _, .poison, _) = fact.content else { continue }
                #expect(person.zone != ZoneID(3))
                poisoned += 1
            }
        }
        #expect(poisoned > 0)
    }

    @Test func `self-rescuers and refuge chambers save lives`() throws {
        func dead(_ share: Double, places: Int32, minutes: Double = 30) throws -> Int {
            let records = try records("baseline", 30) {
                exploding(&$0)
                $0.selfRescuerShare = share
                $0.selfRescuerSeconds = minutes * 60
                // Far downstream the way out is long.
                $0.roadways[1].refugePlaces = places
                $0.roadways[1].exitMeters = 3000
            }
            return deaths(records, of: false)
        }
        let bare = try dead(0, places: 0)
        let masked = try dead(1, places: 0)
        let sheltered = try dead(1, places: 20)
        #expect(masked < bare)
        #expect(sheltered < masked)
    }

    @Test func `whose way is blocked is shut in, and freed by crews`() throws {
        func count(_ share: Double) throws -> (trapped: Int, freed: Int) {
            var world = try RealWorld("small/mine")
            guard case .mineGas(var mine) = world.scenario.truth.hazards[0].form else {
                return (0, 0)
            }
            exploding(&mine)
            mine.blockedShare = share
            mine.fireShare = 0
            world.scenario.truth.hazards = [world.scenario.truth.hazards[0]]
            world.scenario.truth.hazards[0].form = .mineGas(mine)
            let records = world.records(10, seed: 3)
            return records.reduce((0, 0)) { sum, record in
                (
                    sum.0 + record.count { if case .trapped = $0 { true } else { false } },
                    sum.1 + record.count { if case .freed(_, true) = $0 { true } else { false } }
                )
            }
        }
        let open = try count(0)
        #expect(open.trapped == 0 && open.freed == 0)
        let blocked = try count(1)
        #expect(blocked.trapped > 100 && blocked.freed > 20)
    }

    // MARK: The second explosion

    @Test func `it explodes again where something burns and some air is left, and only there`()
        throws
    {
        let burning = try records("baseline", 10) {
            exploding(&$0)
            $0.fireShare = 1
            $0.fireIgnitionsPerHour = 3600
            $0.restoring = .constant(1e6)
        }
        #expect(burning.allSatisfy { explosions($0) > 1 })
        let out = try records("baseline", 10) {
            exploding(&$0)
            $0.fireShare = 0
        }
        #expect(out.allSatisfy { explosions($0) == 1 })
        let still = try records("baseline", 10) {
            exploding(&$0)
            $0.fireShare = 1
            $0.fireIgnitionsPerHour = 3600
            // No air comes in, nor is any drawn back as the gas cools.
            $0.brokenAirShare = 0
            $0.expelledShare = 0
            $0.restoring = .constant(1e6)
        }
        #expect(still.allSatisfy { explosions($0) == 1 })
    }

    @Test func `who goes in before the mine is reconnoitred loses more of the crews`() throws {
        func burning(_ mine: inout MineGasDefinition) {
            exploding(&mine)
            mine.fireShare = 1
        }
        let waiting = try records("baseline", 40, burning)
        let pushing = try records("push-in", 40, burning)
        #expect(deaths(pushing, of: true) > deaths(waiting, of: true))
        #expect(deaths(pushing, of: true) > 0)
    }

    @Test func `crews who measure gas come out, unless they are told to stay`() throws {
        func withdrawn(_ records: [DrillRecord]) -> Int {
            records.reduce(0) { sum, record in
                sum + record.count { if case .stoppedWork(_, .danger) = $0 { true } else { false } }
            }
        }
        #expect(withdrawn(try records("push-in", 10, exploding)) > 0)
        let staying = try records("push-in", 10) {
            exploding(&$0)
            $0.crewsOutShare = 1
        }
        #expect(withdrawn(staying) == 0)
    }

    @Test func `crews without masks are poisoned`() throws {
        var world = try RealWorld("small/mine", plan: "push-in")
        guard case .mineGas(var mine) = world.scenario.truth.hazards[0].form else { return }
        exploding(&mine)
        mine.fireShare = 0
        mine.restoring = .constant(1e6)
        mine.brokenReturnShare = 0.01
        world.scenario.truth.hazards[0].form = .mineGas(mine)
        for index in world.scenario.register.teams.indices
        where world.scenario.register.teams[index].kind == .rescue {
            world.scenario.register.teams[index].capability.maskedMembers = 0
        }
        let records = world.records(5, seed: 3)
        let poisoned = records.reduce(0) { sum, record in
            sum
                + record.count {
                    if case .hurt(let person, _, .poison, _) = $0 {
                        person.team != nil
                    } else {
                        false
                    }
                }
        }
        #expect(poisoned > 0)
    }
}
