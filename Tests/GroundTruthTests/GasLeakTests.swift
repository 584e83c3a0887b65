import EventKernel
import Terrain
import Testing
import Vocabulary

@testable import GroundTruth

/// Gas in a space that is mixed at every instant.
@Suite struct GasLeakTests {
    private func share(
        from share: Double = 0,
        after seconds: Double,
        inflow: Double = 0.1,
        changes: Double = 1
    ) -> Double {
        GasBuildup.share(
            from: share,
            afterSeconds: seconds,
            inflow: inflow,
            cubicMeters: 1000,
            airChangesPerHour: changes
        )
    }

    @Test func `gas gathers towards inflow over inflow and air change`() {
        let end = 0.1 / (0.1 + 1000.0 / 3600)
        #expect(abs(share(after: 1e6) - end) < 1e-12)
        #expect(share(after: 600) < share(after: 1200))
    }

    @Test func `in a closed space the first minute brings what flows in`() {
        #expect(abs(share(after: 60, changes: 0) - 0.006) < 2e-5)
    }

    @Test func `shut off, what is there falls with the air changes`() {
        let later = share(from: 0.1, after: 3600, inflow: 0)
        #expect(abs(later - 0.1 / 2.718281828459045) < 1e-12)
        #expect(share(from: 0.1, after: 3600, inflow: 0, changes: 0) == 0.1)
    }

    @Test func `two steps are one of twice the length`() {
        let twice = share(from: share(after: 30), after: 30)
        #expect(abs(twice - share(after: 60)) < 1e-15)
    }

    @Test(arguments: FuelGas.allCases)
    func `limits of a gas are in order`(gas: FuelGas) {
        #expect(0 < gas.lowerLimit && gas.lowerLimit < gas.upperLimit && gas.upperLimit < 1)
        #expect(gas.kilogramsPerCubicMeter > 0 && gas.heatMegajoulesPerKilogram > 0)
    }

    /// A thousand cubic metres at ten per cent are 67 kg, and those 29.6 kg of TNT.
    @Test func `what has gathered explodes as its equivalent`() {
        let mass = 0.1 * 1000 * FuelGas.naturalGas.kilogramsPerCubicMeter
        let charge = ExplosiveEquivalent.kilograms(
            of: mass,
            megajoulesPerKilogram: 50,
            efficiency: 0.04
        )
        #expect(abs(charge - 29.646) < 1e-3)
    }
}
