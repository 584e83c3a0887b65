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

    @Test func `ten tonnes at 500 metres arrive, last and push as the fits have it`() {
        let wave = BlastWave(trinitrotolueneKilograms: 10_000)
        expect(wave.arrivalMilliseconds(atMeters: 500), near: 1276.16501, relative: 1e-6)
        expect(wave.durationMilliseconds(atMeters: 500), near: 133.23345, relative: 1e-6)
        expect(wave.impulsePascalSeconds(atMeters: 500), near: 295.876895, relative: 1e-6)
        let near = [(0.5, 0.143241319, 0.280743293), (1, 0.467479398, 1.72047429)]
        for (meters, arrival, duration) in near + [(2, 1.69296152, 2.05318692)] {
            expect(unit.arrivalMilliseconds(atMeters: meters), near: arrival, relative: 1e-6)
            expect(unit.durationMilliseconds(atMeters: meters), near: duration, relative: 1e-6)
        }
    }

    /// Table of the fact base, §2.2.
    @Test(
        arguments: [
            (1.0, 236.3, 117.2), (2, 134.6, 86.4), (5, 59.31, 38.88), (10, 31.04, 19.61),
            (20, 15.89, 9.814), (40, 7.885, 4.908),
        ]
    )
    func `impulses of both curves are as tabulated`(scaled: Double, ground: Double, air: Double) {
        let free = FreeAirBlastWave(trinitrotolueneKilograms: 1)
        expect(unit.impulsePascalSeconds(atMeters: scaled), near: ground, relative: 1e-3)
        expect(free.impulsePascalSeconds(atMeters: scaled), near: air, relative: 1e-3)
    }

    @Test(arguments: [(1.0, 0.520159150), (5, 2.47220834), (20, 3.98288693)])
    func `free-air durations follow Kinney and Graham`(scaled: Double, milliseconds: Double) {
        let free = FreeAirBlastWave(trinitrotolueneKilograms: 1)
        expect(free.durationMilliseconds(atMeters: scaled), near: milliseconds, relative: 1e-6)
    }

    @Test func `a tonne of propane is as much TNT as published`() {
        let kilograms = ExplosiveEquivalent.kilograms(
            of: 1000,
            megajoulesPerKilogram: 46.35,
            efficiency: 0.04
        )
        expect(kilograms, near: 410.177, relative: 1e-5)
    }

    /// Pressures and impulses of which half are affected, §2.3 of the fact base.
    @Test func `half are affected where published`() {
        func half(_ probit: (Double) -> Double, _ pascals: Double) {
            #expect(abs(probit(Elementary.log(pascals)) - 5) < 0.02)
        }
        half(Probit.lungDeath, 144_500)
        half(Probit.eardrumRupture, 43_200)
        half(Probit.structuralDamage, 19_200)
        half(Probit.glassBreakage, 3940)
        half(Probit.bodyImpactDeath, 40_200)
        half(Probit.bodyImpactInjury, 20_100)
        half(Probit.fragmentInjury, 1870)
    }

    @Test func `probits kept for comparison follow their equations`() {
        let (pascals, impulse) = (50_000.0, 2000.0)
        let body = Probit.bodyImpactDeathTNO(pascals: pascals, pascalSeconds: impulse)
        expect(body, near: -1.28602373, relative: 1e-7)
        let lung = Probit.lungDeathTNO(pascals: pascals, pascalSeconds: impulse)
        expect(lung, near: -7.83965816, relative: 1e-7)
        let minor = Probit.minorDamage(pascals: pascals, pascalSeconds: impulse)
        expect(minor, near: 7.41793536, relative: 1e-7)
        let major = Probit.majorDamage(pascals: pascals, pascalSeconds: impulse)
        expect(major, near: 7.29278363, relative: 1e-7)
        expect(Probit.lungDeathHSE(logPascals: Elementary.log(1e5)), near: 5.13, relative: 1e-12)
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
