import EventKernel
import Testing

@testable import GroundTruth

/// Fireballs, burns and the escalation from one unit to another.
@Suite struct FireballTests {
    private func flux(_ kilograms: Double, at meters: Double) -> Double {
        Fireball(kilograms: kilograms).fluxKilowattsPerSquareMeter(
            atMeters: meters,
            heatMegajoules: 46.35,
            radiatedShare: 0.35
        )
    }

    /// Ten tonnes of propane 200 m away: 0.35 · 10⁴ · 46.35 · 10³ / (9.695 · 4π · (200² + 93.7²)).
    @Test func `heat of a fireball follows from its mass, time and distance`() {
        let expected = 0.35 * 1e4 * 46_350 / 9.694_956_11 / (4 * Double.pi * (40_000 + 8783.13))
        expect(flux(10_000, at: 200), near: expected, relative: 1e-4)
        #expect(flux(0, at: 10) == 0)
        #expect(flux(10_000, at: 300) < flux(10_000, at: 200))
    }

    @Test func `worse burns need more heat, and nobody is hurt by little`() {
        let near = HeatHarm.thresholds(kilowatts: 20, seconds: 15)
        #expect(near.dead < near.serious && near.serious <= near.moderate)
        #expect(near.moderate <= near.slight && near.slight > 0.5)
        #expect(HeatHarm.thresholds(kilowatts: 1.5, seconds: 1000).slight == 0)
        #expect(HeatHarm.thresholds(kilowatts: 20, seconds: 0).slight == 0)
    }

    /// By the law of Cozzani at 50 kW/m2 and 50 m3, by hand: ln t = −0.947 · 3.912 + 8.835 · 1.1334.
    @Test func `a vessel under pressure bursts in minutes in the heat of a pool`() {
        let seconds = HeatEscalation.secondsToBurst(flux: 50, volumeCubicMeters: 50)
        expect(seconds, near: 549, relative: 0.02)
        #expect(HeatEscalation.secondsToBurst(flux: 90, volumeCubicMeters: 50) < seconds)
    }
}
