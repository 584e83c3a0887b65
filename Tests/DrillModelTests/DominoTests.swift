import EventKernel
import GroundTruth
import TestSupport
import Testing
import Vocabulary

@testable import DrillModel

/// From one unit to another: blast, pool, fireball, boil-over.
@Suite struct DominoTests {
    private func began(_ hazard: Int, _ record: DrillRecord) -> Bool {
        record.first { if case .began(HazardID(hazard), _) = $0 { true } else { false } } != nil
    }

    @Test func `the vessel bursts as a secondary incident where nobody puts the pool out`() throws {
        var world = try RealWorld("small/domino")
        world.scenario.register.teams = []
        var drill = Drill(world.scenario, plan: world.plan)
        var (bursts, pools) = (0, 0)
        for number in 0..<20 {
            let record = DrillRecord(playing: &drill, seed: 1, drill: UInt64(number))
            let burst = record.first {
                if case .began(HazardID(2), secondary: true) = $0 { true } else { false }
            }
            bursts += burst == nil ? 0 : 1
            let pool = record.first {
                if case .ignited(HazardID(1), _) = $0 { true } else { false }
            }
            pools += pool == nil ? 0 : 1
        }
        #expect(pools > 10)
        #expect(bursts == pools)
    }

    @Test func `an explosion that heat sets off is a secondary incident too`() throws {
        var world = try RealWorld("small/domino")
        world.scenario.register.teams = []
        var explosion = ExplosionDefinition()
        explosion.trinitrotolueneKilograms = .constant(50)
        world.scenario.truth.hazards[2].form = .explosion(explosion)
        var drill = Drill(world.scenario, plan: world.plan)
        var explosions = 0
        for number in 0..<10 {
            let record = DrillRecord(playing: &drill, seed: 1, drill: UInt64(number))
            let exploded = record.first {
                if case .exploded(HazardID(2), _) = $0 { true } else { false }
            }
            let began = record.first {
                if case .began(HazardID(2), secondary: true) = $0 { true } else { false }
            }
            explosions += exploded == nil ? 0 : 1
            #expect(exploded?.time == began?.time)
            #expect(exploded == nil || exploded?.cause == began?.id)
        }
        #expect(explosions > 5)
    }

    @Test func `a tank that is put out in time does not boil over`() throws {
        let world = try RealWorld("small/domino")
        var drill = Drill(world.scenario, plan: world.plan)
        var (burnt, boiled) = (0, 0)
        for number in 0..<40 {
            let record = DrillRecord(playing: &drill, seed: 1, drill: UInt64(number))
            let isOut = record.first {
                if case .extinguished(HazardID(3), burnedOut: false) = $0 { true } else { false }
            }
            let didBurn = record.first {
                if case .ignited(HazardID(3), _) = $0 { true } else { false }
            }
            burnt += didBurn == nil ? 0 : 1
            boiled += began(4, record) ? 1 : 0
            if let isOut,
                let boil = record.first(where: {
                    if case .began(HazardID(4), _) = $0 { true } else { false }
                })
            {
                // It boiled over before it went out, or burnt again.
                #expect(
                    boil.time <= isOut.time
                        || record.first {
                            if case .reflared(HazardID(3)) = $0 { true } else { false }
                        } != nil
                )
            }
        }
        #expect(burnt > 5)
        #expect(boiled < burnt)
    }

    @Test func `no gas, no blast, no fire`() throws {
        var world = try RealWorld("small/domino")
        world.scenario.truth.hazards[0].form = .explosion(ExplosionDefinition())
        let record = DrillRecord(world.scenario, world.plan)
        #expect(record.first { if case .hurt = $0 { true } else { false } } == nil)
        #expect(record.first { if case .ignited = $0 { true } else { false } } == nil)
    }
}
