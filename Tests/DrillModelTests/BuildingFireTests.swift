import EventKernel
import GroundTruth
import TestSupport
import Testing
import Vocabulary

@testable import DrillModel

/// Fire in an old town with crews: what they do to it.
@Suite struct BuildingFireTests {
    private func records(
        _ plan: String = "baseline",
        _ drills: Int = 10,
        _ change: (inout RealWorld) -> Void = { _ in }
    ) throws -> [DrillRecord] {
        var world = try RealWorld("small/building-fire", plan: plan)
        change(&world)
        return world.records(drills, seed: 4)
    }

    /// Houses of the old town that have caught fire.
    private func caught(_ record: DrillRecord) -> Int32 {
        record.facts.reduce(1) { most, fact in
            if case .fireSpread(HazardID(0), let buildings) = fact.content {
                max(most, buildings)
            } else {
                most
            }
        }
    }

    private func mean(_ records: [DrillRecord], _ number: (DrillRecord) -> Double) -> Double {
        records.map(number).reduce(0, +) / Double(records.count)
    }

    @Test func `the fire spreads, is fought and goes out; what is counted only grows`() throws {
        for record in try records() {
            var before: Int32 = 1
            for fact in record.facts {
                guard case .fireSpread(HazardID(0), let buildings) = fact.content else { continue }
                #expect(buildings > before && buildings <= 400)
                before = buildings
            }
            #expect(before > 1)
            let isOut = record.first {
                if case .extinguished(HazardID(0), _) = $0 { true } else { false }
            }
            #expect(isOut != nil)
        }
    }

    @Test func `crews save houses, and more of them when all come at once`() throws {
        let usual = mean(try records()) { Double(caught($0)) }
        let sooner = mean(try records("all-at-once")) { Double(caught($0)) }
        let alone = mean(try records { $0.scenario.register.teams = [] }) { Double(caught($0)) }
        #expect(sooner < usual / 2)
        #expect(usual <= alone)
        #expect(alone == 400)
    }

    @Test func `without water crews save nothing`() throws {
        let dry = try records("all-at-once") {
            $0.scenario.register.sites[0].mainsLitersPerMinute = 0
            for team in $0.scenario.register.teams.indices {
                $0.scenario.register.teams[team].carried[.water] = 0
                $0.scenario.register.teams[team].capability.pumpLitersPerMinute = 0
            }
        }
        let usual = mean(try records("all-at-once")) { Double(caught($0)) }
        #expect(mean(dry) { Double(caught($0)) } > usual)
        #expect(
            dry.allSatisfy {
                $0.first { if case .extinguished(_, burnedOut: false) = $0 { true } else { false } }
                    == nil
            }
        )
    }

    /// Members of crews hurt in all drills when each house put out hurts so many.
    private func crewsHurt(perHouse share: Double) throws -> Int {
        let records = try records("all-at-once", 5) {
            guard case .buildingFire(var fire) = $0.scenario.truth.hazards[0].form else { return }
            fire.crewInjuriesPerHouse = share
            $0.scenario.truth.hazards[0].form = .buildingFire(fire)
        }
        return records.reduce(0) { sum, record in
            sum
                + record.count {
                    guard case .hurt(let person, _, .structure, _) = $0 else { return false }
                    return person.team != nil
                }
        }
    }

    @Test func `members of crews are hurt where houses are put out, the more the more dangerous`()
        throws
    {
        let (none, some, many) = (
            try crewsHurt(perHouse: 0), try crewsHurt(perHouse: 0.1), try crewsHurt(perHouse: 1)
        )
        #expect(none == 0)
        #expect(some > 0 && some < many)
    }

    @Test func `people are hurt by smoke, and the dead are few against those who get out`() throws {
        let all = try records()
        let hurt = mean(all) { record in
            Double(record.count { if case .hurt(_, _, .smoke, _) = $0 { true } else { false } })
        }
        let dead = mean(all) { record in
            Double(record.count { if case .died = $0 { true } else { false } })
        }
        #expect(hurt > 0)
        #expect(dead > 0 && dead < 20)
    }

    @Test func `brands that come while the old town burns light the flats as a secondary fire`()
        throws
    {
        let alone = try records("baseline", 20) { $0.scenario.register.teams = [] }
        let lit = alone.count {
            $0.first { if case .ignited(HazardID(1), true) = $0 { true } else { false } } != nil
        }
        #expect(lit > 4 && lit < 16)
    }

    @Test func `a fire at the first and at the last instant`() throws {
        let all = try records("baseline", 2) {
            $0.scenario.injects = [
                Inject(at: .start, .hazard(HazardID(0))),
                Inject(at: .start + $0.scenario.duration, .hazard(HazardID(0))),
            ]
        }
        for record in all {
            let begun = record.count {
                if case .ignited(HazardID(0), _) = $0 { true } else { false }
            }
            #expect(begun == 1)
        }
    }

    @Test func `every drill is the same twice`() throws {
        let (once, again) = (try records("baseline", 3), try records("baseline", 3))
        for (one, other) in zip(once, again) { #expect(one.digest == other.digest) }
    }
}
