import EventKernel
import Testing

@testable import GroundTruth

/// Check values of fires in buildings, by number: 073 and 074, with the laws of growth and water.
@Suite struct BuildingFireLawTests {
    /// Check values 073 and 074.
    @Test(
        arguments: [
            (0.0, 10.2968024, 2.19574468, 1.58941634),
            (0.6, 7.25406424, 1.47851003, 1.06748301),
        ]
    )
    func `fire goes from house to house as in Hamada`(
        resistant: Double,
        down: Double,
        side: Double,
        up: Double
    ) {
        let hamada = Hamada(sideMeters: 10, gapMeters: 5, windMetersPerSecond: 12)
        expect(hamada.metersPerMinute(.down, resistantShare: resistant), near: down, relative: 1e-5)
        expect(hamada.metersPerMinute(.side, resistantShare: resistant), near: side, relative: 1e-5)
        expect(hamada.metersPerMinute(.up, resistantShare: resistant), near: up, relative: 1e-5)
    }

    @Test func `the time over a mixed block is the mean of its houses`() {
        let hamada = Hamada(sideMeters: 12, gapMeters: 4, windMetersPerSecond: 15)
        for way in Hamada.Way.allCases {
            let wooden = hamada.minutes(way, resistantShare: 0)
            let resistant = hamada.minutes(way, resistantShare: 1)
            let mixed = hamada.minutes(way, resistantShare: 0.3)
            expect(mixed, near: 0.7 * wooden + 0.3 * resistant, relative: 1e-12)
        }
    }

    @Test func `a front goes through its three speeds, and is round where they are one`() {
        let front = FrontSpeeds(down: 10, side: 2, up: 1.5)
        expect(front.speed(cosine: 1), near: 10, relative: 1e-9)
        expect(front.speed(cosine: 0), near: 2, relative: 1e-9)
        expect(front.speed(cosine: -1), near: 1.5, relative: 1e-9)
        for cosine in stride(from: -1.0, through: 0.9, by: 0.1) {
            #expect(front.speed(cosine: cosine) < front.speed(cosine: cosine + 0.1))
        }
        let round = FrontSpeeds(down: 3, side: 3, up: 3)
        expect(round.speed(cosine: 0.37), near: 3, relative: 1e-12)
    }

    @Test func `fires grow with the square of time`() {
        expect(FireGrowth.medium.kilowatts(atSeconds: 900), near: 9493.2, relative: 1e-9)
        expect(FireGrowth.slow.kilowatts(atSeconds: 600), near: 1054.8, relative: 1e-9)
        let rates = FireGrowth.allCases.map { $0.kilowattsPerSquareSecond }
        #expect(rates == rates.sorted())
    }

    @Test func `a fire indoors grows, burns in full, decays and gives off all of its load`() {
        let fire = CompartmentFire(growth: 0.0469, fullKilowatts: 25_000, loadKilojoules: 78e6)
        var (burnt, peak, seconds) = (0.0, 0.0, 0.0)
        while !fire.isBurntOut(burntKilojoules: burnt), seconds < 1e6 {
            let kilowatts = fire.kilowatts(grownSeconds: seconds, burntKilojoules: burnt)
            peak = max(peak, kilowatts)
            burnt += kilowatts
            seconds += 1
        }
        expect(peak, near: 25_000, relative: 1e-12)
        expect(burnt, near: 78e6, relative: 2e-3)
        // Growth to full fire, the rest of seven tenths at full heat, three tenths in a straight line.
        let grown = (25_000 / 0.0469).squareRoot()
        let steady = (0.7 * 78e6 - 0.0469 * grown * grown * grown / 3) / 25_000
        expect(seconds, near: grown + steady + 2 * 0.3 * 78e6 / 25_000, relative: 0.05)
    }

    @Test func `water for a fire follows the two rules`() {
        let academy = FireWater.nationalFireAcademy(floorSquareMeters: 200, share: 0.5)
        expect(academy, near: 1360, relative: 1e-12)
        expect(FireWater.iowa(cubicMeters: 600), near: 804, relative: 1e-12)
    }
}
