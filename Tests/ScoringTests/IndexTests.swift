import EventKernel
import Testing
import Vocabulary

@testable import Scoring

/// Indices of the standing frame, by hand.
@Suite struct IndexTests {
    private let zone = ZoneID(0)
    private let blast = FactContent.exploded(HazardID(0), trinitrotolueneKilograms: 1)

    private func person(_ number: Int) -> PersonID { PersonID(in: zone, number: number) }

    private func hurt(_ number: Int, _ severity: Severity) -> FactContent {
        .hurt(person(number), severity, .glass, canWalk: severity < .moderate)
    }

    // MARK: Public safety

    @Test func `danger ends with care, and for the dead with the drill`() {
        let cared = measured([
            (0, blast), (0, hurt(0, .serious)), (1800, .admitted(person(0), HospitalID(0))),
        ])
        #expect(cared[.personHoursInDanger] == 0.5)
        #expect(cared[.publicSafetyIndex] == 0.5)
        let dead = measured([
            (0, blast), (0, hurt(0, .serious)), (1800, .admitted(person(0), HospitalID(0))),
            (1801, .died(person(0), .hospital)),
        ])
        #expect(dead[.personHoursInDanger] == 1)
        #expect(dead[.publicSafetyIndex] == 0)
    }

    @Test func `nobody hurt is all safe, and nobody saved is none`() {
        #expect(measured([(0, blast)])[.publicSafetyIndex] == 1)
        let none = measured([(0, blast), (0, hurt(0, .moderate)), (0, hurt(1, .serious))])
        #expect(none[.publicSafetyIndex] == 0)
        #expect(none[.personHoursInDanger] == 2)
    }

    @Test func `who had left before was at risk and safe, and the slightly hurt are in no danger`()
    {
        let values = measured([
            (0, blast), (0, .evacuated(zone, persons: 3)), (0, hurt(0, .serious)),
            (0, hurt(1, .slight)),
        ])
        #expect(values[.personHoursInDanger] == 1)
        #expect(values[.publicSafetyIndex] == 0.75)
    }

    @Test func `who is trapped is in danger until freed, however slightly hurt`() {
        let values = measured([
            (0, blast), (0, hurt(0, .slight)), (0, .trapped(person(0))),
            (900, .freed(person(0), alive: true)),
        ])
        #expect(values[.personHoursInDanger] == 0.25)
    }

    // MARK: Efficiency

    @Test(arguments: [(1800, 1.0), (2700, 0.5), (3600, 0), (7200, 0)])
    func `efficiency falls with lateness, to nothing at twice the time`(
        arrival: Int,
        efficiency: Double
    ) {
        var definition = tinyDefinition
        var goal = Goal()
        goal.measure = .secondsToFirstArrival
        goal.bound = 1800
        definition.goals = [goal, Goal()]
        let values = measured(
            [(0, blast), (Int64(arrival), .arrived(TeamID(0), SiteID(0)))],
            definition
        )
        #expect(values[.responseEfficiency] == efficiency)
    }

    @Test func `efficiency weighs its goals, counts never as nothing, and needs one`() {
        var definition = tinyDefinition
        var (arrival, detection) = (Goal(), Goal())
        arrival.measure = .secondsToFirstArrival
        arrival.bound = 1800
        detection.measure = .secondsToDetect
        detection.bound = 60
        detection.weight = 3
        definition.goals = [arrival, detection]
        let seen: [(Int64, FactContent)] = [
            (0, blast), (60, .observed(Observer(.witness, 0), .incident(SiteID(0)), value: 1)),
        ]
        #expect(measured(seen, definition)[.responseEfficiency] == 0.75)
        #expect(measured(seen)[.responseEfficiency] == .infinity)
    }

    // MARK: The public

    @Test func `satisfaction rests on a release within four hours and on what is not lacking`() {
        func satisfaction(_ z: Double) -> Double { 1 / (1 + Elementary.exp(-z)) }
        var definition = tinyDefinition
        definition.duration = SimDuration(hours: 20)
        func value(_ more: [(Int64, FactContent)]) -> Double {
            measured([(0, blast)] + more, definition)[.publicSatisfaction]
        }
        let release = FactContent.published(Posts.city, dead: 0)
        #expect(value([(4 * 3600, release)]) == satisfaction(3))
        #expect(abs(value([(8 * 3600, release)]) - satisfaction(2.2)) < 1e-12)
        #expect(value([]) == satisfaction(-1))
        let lacking = FactContent.demanded(SiteID(0), .medical, wanted: 2, met: 1)
        #expect(value([(9, lacking), (60, release)]) == satisfaction(2))
    }

    // MARK: Principles

    @Test func `isolation is the share of fire-hours under control`() {
        let lit: [(Int64, FactContent)] = [(0, .ignited(HazardID(0), secondary: false))]
        #expect(measured(lit)[.isolationIndex] == 0)
        #expect(measured(lit + [(900, .controlled(HazardID(0)))])[.isolationIndex] == 0.75)
        let again =
            lit + [
                (900, .controlled(HazardID(0))), (1800, .reflared(HazardID(0))),
                (2700, .extinguished(HazardID(0), burnedOut: false)),
            ]
        #expect(measured(again)[.isolationIndex] == 0.5)
        #expect(measured([(0, blast)])[.isolationIndex] == 1)
    }

    @Test func `handling is the share of those alive at first who live`() {
        let values = measured([
            (0, blast), (0, hurt(0, .dead)), (0, .died(person(0), .atOnce)), (0, hurt(1, .serious)),
            (0, hurt(2, .slight)), (60, .died(person(1), .waiting)),
        ])
        #expect(values[.handlingIndex] == 0.5)
        #expect(values[.deathsAfterFirstInstant] == 1)
        #expect(measured([(0, blast)])[.handlingIndex] == 1)
        let all = measured([(0, blast), (0, hurt(1, .serious)), (1, .died(person(1), .trapped))])
        #expect(all[.handlingIndex] == 0)
    }

    @Test func `a cloud of gas is isolated and settled when it is over, and until then neither`() {
        var definition = tinyDefinition
        definition.lastingHazards = [HazardID(1)]
        let began: [(Int64, FactContent)] = [(0, .began(HazardID(1), secondary: false))]
        let endless = measured(began, definition)
        #expect(endless[.isolationIndex] == 0)
        #expect(endless[.settlementIndex] == 0)
        #expect(endless[.secondsToControl] == .infinity)
        #expect(endless[.secondsToResolve] == .infinity)
        let over = measured(began + [(900, .ceased(HazardID(1)))], definition)
        #expect(over[.isolationIndex] == 0.75)
        #expect(over[.secondsToResolve] == 900)
        // A fireball or a collapse is over at once.
        let short = measured([(0, .began(HazardID(0), secondary: false))], definition)
        #expect(short[.secondsToResolve] == 0)
    }

    @Test func `settlement is the share of the time that was settled`() {
        let lit: [(Int64, FactContent)] = [(0, .ignited(HazardID(0), secondary: false))]
        let out = FactContent.extinguished(HazardID(0), burnedOut: false)
        #expect(measured(lit + [(900, out)])[.settlementIndex] == 0.75)
        #expect(measured(lit)[.settlementIndex] == 0)
        #expect(measured([(0, blast)])[.settlementIndex] == 1)
    }

    @Test func `communication is the mean of deadlines, counts and release`() {
        // The ordinary grade asks for county and city; only the county is told, nobody is dead.
        let told: [(Int64, FactContent)] = [(0, blast), (9, .delivered(ReportID(0), Posts.county))]
        #expect(abs(measured(told)[.communicationIndex] - (0.75 + 1 + 0) / 3) < 1e-12)
        let released = measured(told + [(60, .published(Posts.city, dead: 0))])
        #expect(abs(released[.communicationIndex] - (0.75 + 1 + 1) / 3) < 1e-12)
        let dead = measured([(0, blast), (0, .died(person(0), .atOnce))])
        #expect(dead[.communicationIndex] == 0)
    }

    // MARK: Warning

    @Test func `who had left before harm is a share of those at risk`() {
        let values = measured([
            (0, .warned(zone)), (600, blast), (600, .evacuated(zone, persons: 30)),
            (600, .exposed(zone, persons: 60)), (600, .exposed(ZoneID(1), persons: 10)),
        ])
        #expect(values[.evacuatedShare] == 0.3)
        // Without rates of a warning, who left is all that is known.
        #expect(values[.warningReachShare] == 0.3)
        #expect(measured([(0, blast)])[.evacuatedShare] == .infinity)
    }

    @Test func `who left a zone to which no harm came moved in vain`() {
        let moved: [(Int64, FactContent)] = [
            (0, .warned(zone)), (0, .warned(ZoneID(1))), (900, .cleared(zone, left: 40, stayed: 2)),
            (900, .cleared(ZoneID(1), left: 7, stayed: 0)),
        ]
        #expect(measured(moved)[.movedInVain] == 47)
        let struck = moved + [(950, blast), (950, .exposed(zone, persons: 2))]
        #expect(measured(struck)[.movedInVain] == 7)
        #expect(measured([(0, .warned(zone))])[.movedInVain] == 0)
    }

    @Test func `a warning reaches people by the curve of Rogers and Sorensen`() {
        var definition = tinyDefinition
        definition.warningBroadcastPerMinute = 0.2
        definition.warningContagionPerMinute = 0.3
        let warned = measured(
            [(0, .warned(zone)), (600, blast), (600, .exposed(zone, persons: 50))],
            definition
        )
        let left = Elementary.exp(-5)
        #expect(warned[.warningReachShare] == (1 - left) / (1 + 1.5 * left))
        // A zone that nobody warns, and one warned with the blast itself, are not reached.
        let late = measured(
            [
                (600, .warned(zone)), (600, blast), (600, .exposed(zone, persons: 50)),
                (600, .exposed(ZoneID(1), persons: 50)),
            ],
            definition
        )
        #expect(late[.warningReachShare] == 0)
    }

    // MARK: RoboCup Rescue

    @Test func `the composite of RoboCup Rescue multiplies the living by what health is lost`() {
        let values = measured([
            (0, .exposed(zone, persons: 4)), (0, hurt(0, .serious)), (0, hurt(1, .slight)),
            (1, hurt(2, .dead)), (1, .died(person(2), .atOnce)),
        ])
        // 3 of 4 alive; 0.7 + 0.1 + 1 of 4 lost.
        #expect(abs(values[.roboCupRescueScore] - 75 * Elementary.exp(-5 * 1.8 / 4)) < 1e-12)
        #expect(measured([(0, .exposed(zone, persons: 4))])[.roboCupRescueScore] == 100)
        #expect(measured([(0, blast)])[.roboCupRescueScore] == .infinity)
        let crew = FactContent.died(PersonID(of: TeamID(0), number: 0), .atOnce)
        #expect(
            measured([(0, .exposed(zone, persons: 4)), (1, crew)])[.roboCupRescueScore] == 100
        )
    }
}
