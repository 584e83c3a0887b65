import EventKernel
import Testing
import Vocabulary

@testable import GroundTruth

/// Circles that maps draw around hazards.
@Suite struct HazardReachTests {
    @Test(arguments: [2.0, 7, 17, 70])
    func `at the edge of a circle the blast has its pressure`(kilopascals: Double) {
        for charge in [150.0, 26_400, 260_000] {
            let meters = HazardReach.meters(toKilopascals: kilopascals, of: charge)
            let pressure = BlastWave(trinitrotolueneKilograms: charge)
                .overpressureKilopascals(atMeters: meters)
            #expect(abs(pressure / kilopascals - 1) < 0.01)
        }
    }

    @Test func `more reaches farther, and nothing reaches nowhere`() {
        let reach = [1.0, 10, 100].map { HazardReach.meters(toKilopascals: 7, of: $0) }
        #expect(reach[0] < reach[1] && reach[1] < reach[2])
        #expect(HazardReach.meters(toKilopascals: 7, of: 0) == 0)
        let luck = DrillKey(seed: 1, drill: 0)
        var ball = FireballDefinition()
        ball.kilograms = .constant(20_000)
        let near = HazardReach.meters(
            toKilowattsPerSquareMeter: 37.5,
            of: ball,
            HazardID(0),
            luck
        )
        let far = HazardReach.meters(toKilowattsPerSquareMeter: 4.7, of: ball, HazardID(0), luck)
        #expect(0 < near && near < far)
        ball.kilograms = .constant(0)
        #expect(
            HazardReach.meters(toKilowattsPerSquareMeter: 4.7, of: ball, HazardID(0), luck) == 0
        )
    }
}
