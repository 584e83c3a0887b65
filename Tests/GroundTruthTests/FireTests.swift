import EventKernel
import Testing

@testable import GroundTruth

/// Check values of fires, by number: 037, 038, 067, 068, 070, 071 and 140.
@Suite struct FireTests {
    private var gasoline: PoolFire {
        var fuel = FuelDefinition()
        fuel.massFluxLimit = 0.055
        fuel.extinctionPerMeter = 2.1
        fuel.heatMegajoulesPerKilogram = 43.7
        fuel.densityKilogramsPerCubicMeter = 740
        fuel.radiativeFraction = 0.35
        return PoolFire(areaSquareMeters: .pi * 100, fuel: fuel)
    }

    @Test func `a gasoline pool of 20 metres burns as published`() {
        expect(gasoline.heatKilowatts / 1000, near: 755.081794, relative: 1e-4)
        expect(gasoline.thomasFlameMeters, near: 25.6051174, relative: 1e-4)
        expect(gasoline.heskestadFlameMeters, near: 32.3552229, relative: 1e-4)
        expect(gasoline.emissivePowerKilowattsPerSquareMeter, near: 30.8861544, relative: 1e-4)
        expect(gasoline.fluxKilowattsPerSquareMeter(atMeters: 60), near: 5.84184028, relative: 1e-4)
    }

    @Test(
        arguments: [
            (37.5, 23.6815681), (12.5, 41.0176791), (4, 72.5096976), (1.6, 114.647898),
        ]
    )
    func `heat flux falls to its thresholds where published`(flux: Double, meters: Double) {
        expect(gasoline.distanceMeters(toFlux: flux), near: meters, relative: 1e-4)
    }

    @Test(
        arguments: [
            (37.5, 20.0, 0.55512861, 0.917527308, 0.98740999),
            (10, 60, 0.0593189821, 0.378084252, 0.705223492),
        ]
    )
    func `heat kills the published shares`(
        kilowatts: Double,
        seconds: Double,
        eisenberg: Double,
        greenBook: Double,
        tsaoPerry: Double
    ) {
        let dose = seconds * Elementary.pow(kilowatts * 1000, 4.0 / 3)
        #expect(abs(Probit.probability(Probit.heatDeathEisenberg(dose: dose)) - eisenberg) < 1e-4)
        #expect(abs(Probit.probability(Probit.heatDeathTNO(dose: dose)) - greenBook) < 1e-4)
        #expect(abs(Probit.probability(Probit.heatDeathTsaoPerry(dose: dose)) - tsaoPerry) < 1e-4)
    }

    @Test(arguments: [(10_000.0, 124.957212, 9.69495611), (50_000, 213.673827, 15.781018)])
    func `fireballs have the published size and duration`(
        kilograms: Double,
        meters: Double,
        seconds: Double
    ) {
        let fireball = Fireball(kilograms: kilograms)
        expect(fireball.diameterMeters, near: meters, relative: 1e-5)
        expect(fireball.durationSeconds, near: seconds, relative: 1e-5)
    }

    @Test func `foam for 1000 square metres is what the standard asks for`() {
        var fire = FireDefinition()
        fire.areaSquareMeters = 1000
        let plan = FirePlan(fire)
        let solutionLiters = plan.foamLitersPerMinute * plan.foamMinutes
        #expect(solutionLiters == 422_500)
        #expect(abs(solutionLiters * plan.foamConcentrateShare - 12_675) < 1e-9)
    }

    @Test func `a time to death by heat is the inverse of its probit`() {
        let seconds = HeatExposure.secondsToDeath(flux: 20, tolerance: 0.3)
        let dose = seconds * Elementary.pow(20_000, 4.0 / 3)
        #expect(abs(Probit.probability(Probit.heatDeathEisenberg(dose: dose)) - 0.3) < 1e-9)
        #expect(HeatExposure.secondsToDeath(flux: 1.5, tolerance: 0.3) == .infinity)
    }

    @Test func `tanks stand below the threshold and fail sooner the hotter it is`() {
        #expect(HeatEscalation.secondsToFailure(flux: 14.9, volumeCubicMeters: 1500) == .infinity)
        let warm = HeatEscalation.secondsToFailure(flux: 15, volumeCubicMeters: 1500)
        let hot = HeatEscalation.secondsToFailure(flux: 40, volumeCubicMeters: 1500)
        #expect(hot < warm)
        expect(warm, near: 883.4, relative: 0.01)
    }
}
