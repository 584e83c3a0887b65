import EventKernel
import Testing

@testable import GroundTruth

/// Check values of explosions, by number, recomputed from the sources named beside each formula:
/// 011, 013, 014, 016, 017, 019, 020, 022, 023, 025, 026, 028, 029, 031, 032, 034 and 035.
@Suite struct BlastTests {
    /// A charge of one kilogram, for which distance and scaled distance are the same.
    private let unit = BlastWave(trinitrotolueneKilograms: 1)

    @Test(
        arguments: [
            (0.5, 4887.64987), (2, 283.746429), (5, 43.2299637), (20, 6.10205301),
            (40, 2.37458375),
        ]
    )
    func `overpressure follows Kingery and Bulmash`(scaled: Double, kilopascals: Double) {
        expect(unit.overpressureKilopascals(atMeters: scaled), near: kilopascals, relative: 1e-3)
    }

    @Test(arguments: [(5.0, 29.2381068), (10, 9.98536372)])
    func `free-air overpressure follows Kinney and Graham`(scaled: Double, kilopascals: Double) {
        let wave = FreeAirBlastWave(trinitrotolueneKilograms: 1)
        expect(wave.overpressureKilopascals(atMeters: scaled), near: kilopascals, relative: 1e-3)
    }

    @Test func `ten tonnes at 500 metres give the published quantities`() {
        let wave = BlastWave(trinitrotolueneKilograms: 10_000)
        expect(wave.overpressureKilopascals(atMeters: 500), near: 5.05496397, relative: 1e-4)
        expect(wave.reflectedKilopascals(atMeters: 500), near: 10.2446212, relative: 1e-4)
        expect(wave.reflectedImpulsePascalSeconds(atMeters: 500), near: 528.764506, relative: 1e-4)
        expect(wave.shockMetersPerSecond(atMeters: 500), near: 347.32951, relative: 1e-4)
    }

    @Test(arguments: [(260_000.0, 20.0, 517.863996), (430_000, 3.94, 2106.40647)])
    func `radii of the incidents come out`(charge: Double, kilopascals: Double, meters: Double) {
        let wave = BlastWave(trinitrotolueneKilograms: charge)
        expect(wave.overpressureKilopascals(atMeters: meters), near: kilopascals, relative: 5e-3)
    }

    @Test func `probits give the published shares`() {
        let log20000 = Elementary.log(20_000)
        let structure = Probit.probability(Probit.structuralDamage(logPascals: log20000))
        #expect(abs(structure - 0.547038929) < 1e-4)
        let glass = [2000.0, 5000].map {
            Probit.probability(Probit.glassBreakage(logPascals: Elementary.log($0)))
        }
        #expect(abs(glass[0] - 0.0291468907) < 1e-4)
        #expect(abs(glass[1] - 0.746324797) < 1e-4)
        let collapse = Probit.collapse(
            logPascals: Elementary.log(50_000),
            logPascalSeconds: Elementary.log(2000)
        )
        #expect(abs(collapse - 5.36327763) < 1e-4)
        #expect(abs(Probit.probability(collapse) - 0.641801249) < 1e-4)
        let head = Probit.headImpactDeath(
            logPascals: Elementary.log(1e5),
            logPascalSeconds: Elementary.log(1e4)
        )
        #expect(abs(head - 12.2786003) < 1e-4)
    }

    @Test func `every quantity falls with distance`() {
        let wave = BlastWave(trinitrotolueneKilograms: 260_000)
        var nearer = wave.overpressureKilopascals(atMeters: 20)
        for meters in stride(from: 30.0, to: 8000, by: 10) {
            let pressure = wave.overpressureKilopascals(atMeters: meters)
            #expect(pressure < nearer)
            nearer = pressure
        }
    }
}

/// Expects a value within a relative tolerance of another.
func expect(
    _ value: Double,
    near expected: Double,
    relative tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(abs(value - expected) <= tolerance * abs(expected), sourceLocation: sourceLocation)
}
