import EventKernel
import Testing
import Vocabulary

@testable import GroundTruth

/// Check values of toxic releases, by number: 039–050.
@Suite struct ToxicTests {
    private let ruralF = Dispersion(stability: .f, isUrban: false)

    private var chlorine: SubstanceDefinition {
        var substance = SubstanceDefinition()
        substance.probitA = -6.35
        substance.probitB = 0.5
        substance.exponent = 2.75
        substance.unit = 1e-6
        substance.guidelineMinutes = [10, 30, 60, 240, 480]
        let ppm = SubstanceDefinition.partPerMillion(molarGrams: 70.9)
        substance.guidelines = [
            0.5, 0.5, 0.5, 0.5, 0.5, 2.8, 2.8, 2.0, 1.0, 0.71, 50, 28, 20, 10, 7.1,
        ].map { $0 * ppm }
        return substance
    }

    @Test func `spread in town at a kilometre is that of Briggs`() {
        let urban = Dispersion(stability: .d, isUrban: true)
        expect(urban.plumeSigmaY(atMeters: 1000), near: 135.224681, relative: 1e-5)
        expect(urban.plumeSigmaZ(atMeters: 1000), near: 122.788123, relative: 1e-5)
    }

    @Test func `a plume has the published concentrations`() {
        let ground = GaussianPlume(
            dispersion: ruralF,
            kilogramsPerSecond: 1,
            windMetersPerSecond: 2,
            heightMeters: 0
        )
        let axis = ground.concentration(downwind: 1000, across: 0, height: 0)
        expect(axis * 1e6, near: 339.062572, relative: 1e-4)
        let ppm = SubstanceDefinition.partPerMillion(molarGrams: 70.906)
        expect(axis / ppm, near: 116.916479, relative: 1e-3)
        let high = GaussianPlume(
            dispersion: Dispersion(stability: .d, isUrban: false),
            kilogramsPerSecond: 1,
            windMetersPerSecond: 5,
            heightMeters: 10
        )
        let beside = high.concentration(downwind: 1000, across: 50, height: 1.5)
        expect(beside * 1e6, near: 17.1239668, relative: 1e-4)
    }

    @Test func `a puff has the published concentration`() {
        let puff = GaussianPuff(dispersion: ruralF, kilograms: 1, heightMeters: 0)
        let middle = puff.concentration(traveled: 500, along: 0, across: 0, height: 0)
        expect(middle, near: 0.002_250_048_54, relative: 1e-4)
    }

    @Test func `a chain of slugs makes the plume, a short one the puff`() {
        let dispersion = Dispersion(stability: .d, isUrban: false)
        let wind = 3.0
        let plume = GaussianPlume(
            dispersion: dispersion,
            kilogramsPerSecond: 2,
            windMetersPerSecond: wind,
            heightMeters: 5
        )
        var total = 0.0
        for step in 0..<60 {
            let (tail, head) = (Double(step) * 180, Double(step + 1) * 180)
            let slug = Slug(
                kilograms: 120,
                head: SIMD2(head, 0),
                tail: SIMD2(tail, 0),
                headTraveled: head,
                tailTraveled: tail,
                isPuff: false
            )
            total += slug.concentration(at: SIMD2(1500, 40), dispersion, heightMeters: 5)
        }
        let expected = plume.concentration(downwind: 1500, across: 40, height: 0)
        // Each slug has one spread at its end: the chain is right to a hundredth.
        expect(total, near: expected, relative: 1e-2)
        let puff = GaussianPuff(dispersion: dispersion, kilograms: 10, heightMeters: 0)
        let short = Slug(
            kilograms: 10,
            head: SIMD2(800, 0),
            tail: SIMD2(800, 0),
            headTraveled: 800,
            tailTraveled: 800,
            isPuff: true
        )
        expect(
            short.concentration(at: SIMD2(830, 20), dispersion, heightMeters: 0),
            near: puff.concentration(traveled: 800, along: 30, across: 20, height: 0),
            relative: 1e-3
        )
    }

    @Test func `probits give the published shares`() {
        let load = chlorine.load(kilogramsPerCubicMeter: 1000e-6, minutes: 30)
        #expect(abs(chlorine.probit(load: load) - 4.8487622) < 1e-4)
        #expect(abs(Probit.probability(chlorine.probit(load: load)) - 0.439894066) < 1e-4)
        var sulphide = SubstanceDefinition()
        sulphide.probitA = -31.42
        sulphide.probitB = 3.008
        sulphide.exponent = 1.43
        sulphide.unit = SubstanceDefinition.partPerMillion(molarGrams: 34.08)
        let other = sulphide.load(kilogramsPerCubicMeter: 500 * sulphide.unit, minutes: 30)
        #expect(abs(sulphide.probit(load: other) - 5.54256558) < 1e-4)
        #expect(abs(Probit.probability(sulphide.probit(load: other)) - 0.706285529) < 1e-4)
    }

    @Test func `a deadly load is the inverse of its probit`() {
        for tolerance in [0.01, 0.3, 0.5, 0.99] {
            let load = chlorine.deadlyLoad(tolerance: tolerance)
            #expect(abs(Probit.probability(chlorine.probit(load: load)) - tolerance) < 1e-9)
        }
    }

    @Test func `gas seeps in as published, and goes out again`() {
        let half = Infiltration.share(changesPerHour: 0.5, minutes: 30)
        #expect(abs(half - 0.221199217) < 1e-6)
        let whole = Infiltration.share(changesPerHour: 0.5, minutes: 60)
        #expect(abs(whole - 0.39346934) < 1e-6)
        // Whoever stays inhales as much in the end as outdoors (check value 050).
        var (indoors, dose) = (0.0, 0.0)
        let share = Infiltration.share(changesPerHour: 0.5, minutes: 0.1)
        for step in 0..<40_000 {
            let before = indoors
            indoors += ((step < 300 ? 1.0 : 0) - indoors) * share
            dose += (before + indoors) / 2 * 0.1
        }
        expect(dose, near: 30, relative: 1e-3)
    }

    @Test func `guideline levels follow the time`() {
        let ppm = SubstanceDefinition.partPerMillion(molarGrams: 70.9)
        #expect(chlorine.guidelineLevel(kilogramsPerCubicMeter: 0.4 * ppm, minutes: 60) == 0)
        #expect(chlorine.guidelineLevel(kilogramsPerCubicMeter: 0.6 * ppm, minutes: 60) == 1)
        #expect(chlorine.guidelineLevel(kilogramsPerCubicMeter: 2.1 * ppm, minutes: 60) == 2)
        #expect(chlorine.guidelineLevel(kilogramsPerCubicMeter: 2.1 * ppm, minutes: 31) == 1)
        #expect(chlorine.guidelineLevel(kilogramsPerCubicMeter: 30 * ppm, minutes: 60) == 3)
        #expect(chlorine.guidelineLevel(kilogramsPerCubicMeter: 30 * ppm, minutes: 10) == 2)
    }

    @Test func `wind grows with height as Irwin found`() {
        let dispersion = Dispersion(stability: .d, isUrban: false)
        let high = dispersion.windMetersPerSecond(atHeight: 100, tenMeters: 5)
        expect(high, near: 5 * Elementary.pow(10, 0.15), relative: 1e-12)
    }

    /// A hole of 20 mm, 580 kPa, a metre of liquid chlorine: 0.61 A √(2ρ(P + ρgh)), by hand.
    @Test func `a liquid flows out by its pressure and height`() {
        let flow = SourceTerm.liquid(
            holeMeters: 0.02,
            gaugePascals: 580_000,
            headMeters: 1,
            density: 1410
        )
        expect(flow, near: 7.842, relative: 1e-3)
    }

    @Test func `a gas flows faster the higher the pressure, and not at all without any`() {
        func flow(_ pascals: Double) -> Double {
            SourceTerm.gas(
                holeMeters: 0.05,
                pascals: pascals,
                kelvins: 298,
                molarGrams: 16,
                heatRatio: 1.31
            )
        }
        #expect(flow(101_325) == 0)
        var last = 0.0
        for pascals in stride(from: 110_000.0, to: 1e6, by: 10_000) {
            #expect(flow(pascals) > last)
            last = flow(pascals)
        }
    }

    @Test func `chlorine from a large leak is too heavy for a Gaussian cloud, a whiff is not`() {
        let heavy = Richardson.number(kilogramsPerSecond: 10, density: 3, wind: 3)
        #expect(heavy > Richardson.limit)
        #expect(
            Richardson.number(kilogramsPerSecond: 0.001, density: 3, wind: 5) < Richardson.limit
        )
        #expect(Richardson.number(kilogramsPerSecond: 10, density: 1, wind: 3) == 0)
    }
}
