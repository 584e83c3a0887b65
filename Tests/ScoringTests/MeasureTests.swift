import EventKernel
import Testing
import Vocabulary

@testable import Scoring

/// Every measure against records of a few lines made by hand.
@Suite struct MeasureTests {
    private let plant = ZoneID(0)
    private let first = HazardID(0)
    private let second = HazardID(1)
    private let site = SiteID(0)

    private func person(_ number: Int) -> PersonID { PersonID(in: plant, number: number) }
    private func crew(_ number: Int) -> PersonID { PersonID(of: TeamID(0), number: number) }

    private func hurt(_ person: PersonID, _ severity: Severity, walks: Bool = false) -> FactContent
    {
        .hurt(person, severity, .collapse, canWalk: walks)
    }

    // MARK: Nothing

    @Test func `where nothing happened, counts are 0 and what could not be measured is infinite`() {
        let values = measured([])
        for measure in Measure.allCases {
            #expect(values[measure] == Story.valueOfNothing(measure), "\(measure)")
        }
    }

    // MARK: People

    @Test func `responders count among the dead, and apart`() {
        let values = measured([
            (60, hurt(person(0), .dead)), (60, .died(person(0), .atOnce)),
            (90, hurt(crew(1), .serious)), (95, .died(crew(1), .waiting)),
            (99, .died(crew(2), .waiting)),
        ])
        #expect(values[.deaths] == 3)
        #expect(values[.responderDeaths] == 2)
    }

    @Test func `the dead are not also injured, whenever they die`() {
        let values = measured([
            (1, hurt(person(5), .serious)), (1, hurt(person(2), .slight, walks: true)),
            (1, hurt(person(9), .serious)), (2, hurt(person(1), .serious)),
            (3, .died(person(5), .hospital)), (4, .died(person(2), .waiting)),
        ])
        #expect(values[.deaths] == 2)
        #expect(values[.seriousInjuries] == 2)
        #expect(values[.slightInjuries] == 0)
    }

    @Test(
        arguments: [
            (Severity.unhurt, true, 0.0, 0.0), (.slight, true, 0, 1), (.moderate, true, 0, 1),
            (.moderate, false, 1, 0), (.serious, false, 1, 0), (.dead, false, 0, 0),
        ]
    )
    func `who needs a hospital and cannot walk is seriously injured`(
        severity: Severity,
        walks: Bool,
        serious: Double,
        slight: Double
    ) {
        let values = measured([(1, hurt(person(0), severity, walks: walks))])
        #expect(values[.seriousInjuries] == serious)
        #expect(values[.slightInjuries] == slight)
    }

    @Test func `admissions, rescues, evacuations and collapses add up`() {
        let values = measured([
            (1, .trapped(person(0))), (1, .trapped(person(1))), (2, .freed(person(0), alive: true)),
            (3, .freed(person(1), alive: false)), (4, .admitted(person(0), HospitalID(0))),
            (4, .treatedAndSentHome(person(3), HospitalID(0))),
            (4, .turnedAway(person(4), HospitalID(0))), (5, .admitted(person(4), HospitalID(1))),
            (6, .evacuated(plant, persons: 30)), (7, .evacuated(ZoneID(1), persons: 12)),
            (8, .damaged(plant, collapsed: 4, badly: 2, windows: 9)),
            (8, .damaged(ZoneID(1), collapsed: 1, badly: 0, windows: 0)),
        ])
        #expect(values[.hospitalAdmissions] == 2)
        #expect(values[.trappedRescuedAlive] == 1)
        #expect(values[.evacuatedPersons] == 42)
        #expect(values[.collapsedBuildings] == 5)
    }

    @Test func `who is trapped twice is rescued once, who is admitted twice is one patient`() {
        let values = measured([
            (1, .trapped(person(0))), (2, .freed(person(0), alive: true)), (3, .trapped(person(0))),
            (4, .freed(person(0), alive: true)), (5, .admitted(person(0), HospitalID(0))),
            (6, .admitted(person(0), HospitalID(1))),
        ])
        #expect(values[.trappedRescuedAlive] == 1)
        #expect(values[.hospitalAdmissions] == 1)
    }

    @Test func `a body under rubble keeps no incident open`() {
        let values = measured([
            (0, .ignited(first, secondary: false)), (0, .died(person(0), .atOnce)),
            (50, .extinguished(first, burnedOut: false)), (60, .trapped(person(0))),
        ])
        #expect(values[.secondsToResolve] == 50)
    }

    // MARK: Times

    @Test func `all times run from the first explosion or fire`() {
        let values = measured([
            (100, .exploded(first, trinitrotolueneKilograms: 1)),
            (130, .observed(Observer(.witness, 0), .incident(site), value: 1)),
            (400, .delivered(ReportID(0), Posts.county)), (1900, .arrived(TeamID(0), site)),
            (2000, .arrived(TeamID(1), site)),
        ])
        #expect(values[.secondsToDetect] == 30)
        #expect(values[.secondsToFirstReport] == 300)
        #expect(values[.secondsToFirstArrival] == 1800)
        #expect(values[.secondsToStateReport] == .infinity)
    }

    @Test func `what comes before the first harm counts as negative`() {
        let values = measured([
            (50, .decided(Posts.firm, RuleID(0))), (70, .delivered(ReportID(0), Posts.county)),
            (100, .ignited(first, secondary: false)),
        ])
        #expect(values[.secondsToDetect] == -50)
        #expect(values[.secondsToFirstReport] == -30)
    }

    @Test func `times without any harm are infinite`() {
        let values = measured([
            (50, .observed(Observer(.witness, 0), .incident(site), value: 1)),
            (70, .arrived(TeamID(0), site)),
        ])
        #expect(values[.secondsToDetect] == .infinity)
        #expect(values[.secondsToFirstArrival] == .infinity)
    }

    @Test func `reports to the firm, the scene and a call centre are no reports to an authority`() {
        let values = measured([
            (0, .exploded(first, trinitrotolueneKilograms: 1)),
            (10, .delivered(ReportID(0), Posts.firm)), (20, .delivered(ReportID(1), Posts.scene)),
            (30, .delivered(ReportID(2), Posts.callCentre)),
            (90, .delivered(ReportID(3), Posts.state)), (95, .delivered(ReportID(4), Posts.state)),
        ])
        #expect(values[.secondsToFirstReport] == 90)
        #expect(values[.secondsToStateReport] == 90)
    }

    @Test func `control means all fires, and a fire that is out is under control`() {
        let values = measured([
            (10, .ignited(first, secondary: false)), (10, .ignited(second, secondary: true)),
            (100, .controlled(first)), (200, .extinguished(second, burnedOut: true)),
            (300, .extinguished(first, burnedOut: false)),
        ])
        #expect(values[.secondsToControl] == 190)
        #expect(values[.secondsToFireOut] == 290)
        #expect(values[.secondsToResolve] == 290)
        #expect(values[.secondaryIncidents] == 1)
    }

    @Test func `a fire that flares up again is out at first, and resolved in the end`() {
        let values = measured([
            (0, .ignited(first, secondary: false)), (100, .extinguished(first, burnedOut: false)),
            (150, .reflared(first)), (160, .controlled(first)),
            (180, .extinguished(first, burnedOut: false)), (190, .reflared(first)),
            (260, .extinguished(first, burnedOut: false)),
        ])
        #expect(values[.secondsToFireOut] == 100)
        #expect(values[.secondsToControl] == 100)
        #expect(values[.secondsToResolve] == 260)
        #expect(values[.reflares] == 2)
        #expect(values[.secondaryIncidents] == 0)
    }

    @Test func `nothing is resolved while a fire burns or somebody is trapped`() {
        let burning: [(Int64, FactContent)] = [
            (0, .ignited(first, secondary: false)), (0, .trapped(person(0))),
            (50, .extinguished(first, burnedOut: false)),
        ]
        #expect(measured(burning)[.secondsToResolve] == .infinity)
        let freed = burning + [(70, .freed(person(0), alive: false))]
        #expect(measured(freed)[.secondsToResolve] == 70)
        #expect(measured(freed + [(90, .reflared(first))])[.secondsToResolve] == .infinity)
    }

    // MARK: Means

    @Test func `loss, orders, contradictions, reports and losses add up`() {
        let task = Task(.stage, at: site)
        let values = measured([
            (1, .lost(plant, yuan: 5_000_000_000)), (1, .lost(ZoneID(1), yuan: 7)),
            (2, .ordered(OrderID(0), Posts.county, TeamID(0), task)),
            (2, .orderedWarning(OrderID(1), Posts.county, plant)),
            (
                2,
                .orderedSupplies(
                    OrderID(2),
                    Posts.county,
                    from: DepotID(1),
                    to: DepotID(0),
                    .foam,
                    amount: 9
                )
            ),
            (3, .contradicted(TeamID(0), OrderID(0))), (4, .sent(ReportID(0), LinkID(0), .first)),
            (5, .reportLost(ReportID(0))), (6, .reportLost(ReportID(0))),
            (7, .orderLost(OrderID(0))), (8, .ranOut(DepotID(0), .foam)),
            (9, .arrived(TeamID(0), site)),
        ])
        #expect(values[.directLossYuan] == 5_000_000_007)
        #expect(values[.ordersGiven] == 3)
        #expect(values[.contradictoryOrders] == 1)
        #expect(values[.reportsSent] == 1)
        #expect(values[.reportsLost] == 2)
        #expect(values[.stockouts] == 1)
        #expect(values[.teamsArrived] == 1)
    }

    @Test func `unmet demand is the mean over the kinds that were wanted`() {
        let values = measured([
            (1, .demanded(site, .breathingAir, wanted: 10, met: 10)),
            (2, .demanded(site, .breathingAir, wanted: 30, met: 0)),
            (3, .demanded(site, .medical, wanted: 1, met: 1)),
        ])
        #expect(values[.unmetDemandShare] == (0.75 + 0) / 2)
        let none = measured([(1, .demanded(site, .medical, wanted: 0, met: 0))])
        #expect(none[.unmetDemandShare] == 0)
        let all = measured([(1, .demanded(site, .medical, wanted: 4, met: 0))])
        #expect(all[.unmetDemandShare] == 1)
    }

    @Test func `each drill is folded anew`() {
        var fold = Fold(tinyDefinition)
        fold.begin()
        let log = FactLog(
            facts([(1, hurt(person(0), .serious)), (2, .died(person(0), .waiting))])
        )
        fold.fold(log)
        #expect(fold.finish(log)[.deaths] == 1)
        fold.begin()
        let empty = FactLog()
        #expect(fold.finish(empty)[.deaths] == 0)
        #expect(fold.finish(empty)[.secondsToDetect] == .infinity)
    }
}
