import EventKernel
import Testing

@testable import GroundTruth

/// Check values of warning and leaving, by number: 128, 130, 131 and 133, with others of the same
/// relations.
@Suite struct EvacuationLawTests {
    /// Check value 128.
    @Test func `a warning after Weibull reaches the published share`() {
        var warning = WarningDefinition()
        var law = WeibullDiffusion()
        law.scale = 0.01
        law.shape = 1.5
        warning.weibull = law
        #expect(abs(warning.shareReached(afterMinutes: 30) - 0.806633451) < 1e-5)
        #expect(warning.shareReached(afterMinutes: 0) == 0)
        #expect(warning.shareReached(afterMinutes: -1) == 0)
        expect(warning.minutesToReceive(0.806633451), near: 30, relative: 1e-6)
    }

    @Test func `people set out after Rayleigh as published`() {
        var warning = WarningDefinition()
        warning.mobilizationMinutes = 30
        expect(warning.shareLeaving(afterMinutes: 60), near: 0.864665, relative: 1e-5)
        expect(warning.minutesToLeave(0.5), near: 35.32, relative: 1e-3)
        for draw in [0.1, 0.5, 0.9] {
            let minutes = warning.minutesToLeave(draw)
            expect(warning.shareLeaving(afterMinutes: minutes), near: draw, relative: 1e-9)
        }
    }

    @Test func `people set out after the logistic curve, half of them at its middle`() {
        var warning = WarningDefinition()
        var law = LogisticMobilization()
        law.halfMinutes = 40
        law.steepnessPerMinute = 0.1
        warning.logistic = law
        expect(warning.shareLeaving(afterMinutes: 40), near: 0.5, relative: 1e-12)
        let sum = warning.shareLeaving(afterMinutes: 60) + warning.shareLeaving(afterMinutes: 20)
        expect(sum, near: 1, relative: 1e-12)
        expect(warning.minutesToLeave(0.5), near: 40, relative: 1e-12)
        expect(warning.minutesToLeave(0.9), near: 40 + 21.9722458, relative: 1e-8)
        #expect(warning.minutesToLeave(0) == 0)
    }

    /// Check value 130.
    @Test(
        arguments: [
            (28.0, 65.0), (40, 52.0671223), (60, 34.4715823), (80, 21.4429515), (120, 7.08350733),
            (160, 4), (200, 4),
        ]
    )
    func `cars slow down as published`(density: Double, speed: Double) {
        expect(RoadTraffic.freeway.speed(density: density), near: speed, relative: 1e-4)
    }

    /// Check value 131, and a local road.
    @Test func `a lane bears the published flow`() {
        let freeway = RoadTraffic.freeway.capacity
        expect(freeway.flow, near: 2134.20378, relative: 5e-4)
        expect(freeway.density, near: 48.88, relative: 1e-3)
        let local = RoadTraffic.local.capacity
        expect(local.flow, near: 1333.1, relative: 5e-4)
        expect(local.density, near: 73.8, relative: 2e-3)
    }

    @Test func `no density bears more than the capacity of its road`() {
        let roads: [RoadTraffic] = [.freeway, .highway, .secondary, .local, .residential]
        for road in roads {
            let capacity = road.capacity.flow
            let most = stride(from: 0.0, through: 160, by: 0.5).map { road.flow(density: $0) }.max()
            #expect((most ?? 0) <= capacity * (1 + 1e-9))
            #expect((most ?? 0) > capacity * 0.999)
        }
    }

    @Test func `an area clears in the published time`() {
        let hours = Clearance.hours(
            persons: 50_000,
            complyingShare: 0.8,
            personsPerVehicle: 2.5,
            vehiclesPerHour: 2400
        )
        expect(hours, near: 6.667, relative: 1e-3)
    }

    /// Check value 133.
    @Test(arguments: [(1.0, 1.05806286), (2, 0.606238421), (4, 0.156260053), (0, 1.34), (6, 0)])
    func `crowds walk as in Weidmann`(density: Double, speed: Double) {
        let found = CrowdWalking.metersPerSecond(perSquareMeter: density)
        #expect(abs(found - speed) <= 1e-4 * speed)
    }

    @Test func `a corridor bears some one and a quarter persons a metre and second`() {
        let flows = stride(from: 0.1, through: 5.4, by: 0.05).map {
            CrowdWalking.flow(perSquareMeter: $0)
        }
        let most = flows.max() ?? 0
        #expect(most > 1.2 && most < 1.3)
    }
}
