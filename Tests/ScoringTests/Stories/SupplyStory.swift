import EventKernel
import Vocabulary

@testable import Scoring

extension Story {
    /// Foam, air and medical sets run out; what is sent for comes late or not at all, as do teams.
    static var suppliesRunOut: Story {
        var story = Story("supplies that run out", hours: 5)
        story.definition.teamKinds = [.fire, .rescue, .machinery, .medical, .ambulance, .police]
        story.definition.stock[.medical] = 15
        story.definition.stock[.foam] = 25
        story.definition.goals = goalsMissedTwice
        let blast = story.at(0, .exploded(HazardID(0), trinitrotolueneKilograms: 1))
        story.addHarm(because: blast)
        let seen = story.at(5, sighting(by: .witness), because: blast)
        let sent = story.at(6, .sent(ReportID(0), LinkID(4), .first), because: seen)
        story.at(8, .delivered(ReportID(0), Posts.county), because: sent)
        story.addDemands()
        story.addSupplyRuns()
        let links: [CauseLink] = [.ordering, .turnout, .travel]
        for number in 0..<6 {
            story.addTeamLate(number, by: links[number / 2], because: blast)
        }
        let attack = Task(.suppress, at: site, target: 1)
        story.at(4620, .beganWork(TeamID(0), attack))
        for _ in 0..<2 { story.at(5000, .contradicted(TeamID(1), OrderID(101))) }
        story.expectSupplies()
        story.expectHarm()
        story.expectTeams()
        story.expectGoalsMissedTwice()
        return story
    }

    private mutating func addHarm(because blast: Int) {
        at(0, .ignited(HazardID(1), secondary: false), because: blast)
        at(0, .damaged(Self.zone, collapsed: 3, badly: 0, windows: 0), because: blast)
        at(0, .lost(Self.zone, yuan: 20_000_000), because: blast)
        let victim = at(0, Self.hurt(Self.person(0)), because: blast)
        at(0, .trapped(Self.person(0)), because: victim)
        at(100, .began(HazardID(2), secondary: true), because: blast)
        at(100, .began(HazardID(3), secondary: true), because: blast)
        at(9000, .died(Self.person(0), .trapped), because: victim)
        at(17_000, .extinguished(HazardID(1), burnedOut: true), because: blast)
    }

    private mutating func addDemands() {
        let (site, stock) = (Self.site, Self.siteStock)
        at(600, .stocked(stock, .medical, onHand: 10))
        at(700, .demanded(site, .medical, wanted: 8, met: 8))
        at(800, .demanded(site, .medical, wanted: 12, met: 2))
        at(800, .ranOut(stock, .medical))
        at(850, .stocked(stock, .breathingAir, onHand: 50))
        at(900, .demanded(site, .breathingAir, wanted: 40, met: 40))
        at(1000, .demanded(site, .foam, wanted: 100, met: 0))
        at(1000, .ranOut(stock, .foam))
    }

    private mutating func addSupplyRuns() {
        func order(_ number: Int, _ kind: SupplyKind, _ amount: Int32) -> FactContent {
            .orderedSupplies(
                OrderID(number),
                Posts.county,
                from: Self.store,
                to: Self.siteStock,
                kind,
                amount: amount
            )
        }
        let sets = at(1100, order(0, .medical, 20))
        let told = at(1160, .orderDelivered(OrderID(0)), because: sets)
        let convoy = ConvoyID(0)
        let left = at(
            1700,
            .convoyLeft(convoy, from: Self.store, .medical, amount: 20),
            because: told
        )
        at(4700, .convoyArrived(convoy, at: Self.siteStock, .medical, amount: 20), because: left)
        at(4700, .stocked(Self.siteStock, .medical, onHand: 20))
        let foam = at(1200, order(1, .foam, 100))
        let asked = at(1260, .orderDelivered(OrderID(1)), because: foam)
        at(1260, .ranOut(Self.store, .foam), because: asked)
    }

    private mutating func expectSupplies() {
        // Of 20 sets 10 were there, of 40 cylinders all, of foam nothing.
        expect(.unmetDemandShare, (0.5 + 0 + 1) / 3)
        // 15 sets held of 20 wanted, air as met, 25 L of foam of 100.
        expect(.suppliesEnoughShare, (0.75 + 1 + 0.25) / 3)
        // Sets: 10 and 20 came, 10 were used; 40 of 50 cylinders; no foam came.
        expect(.suppliesUsedShare, (10.0 / 30 + 0.8 + 1) / 3)
        // Sets left, foam was not there; ordered at 1100, there at 4700.
        expect([.suppliesFoundShare: 0.5, .secondsPerSupplyRun: 3600, .stockouts: 3])
        // Two for supplies, six for teams.
        expect([.ordersGiven: 8, .contradictoryOrders: 2])
    }

    private mutating func expectHarm() {
        expect([.deaths: 1, .deathsAfterFirstInstant: 1, .weightedCasualties: 1])
        // Trapped; 3700 s of waiting for the order, but 5280 s unfound after the first team.
        expect([.deathsBySearch: 1, .handlingIndex: 0, .collapsedBuildings: 3])
        expect([.directLossYuan: 2e7, .incidentGrade: 2, .incidents: 3, .secondaryIncidents: 2])
        expect([.personHoursInDanger: 5, .publicSafetyIndex: 0, .roboCupRescueScore: 0])
        expect([.secondsToControl: 17_000, .secondsToFireOut: 17_000, .secondsToResolve: 17_000])
        expect([.isolationIndex: 1 / 18.0, .settlementIndex: 1 / 18.0])
        expect([.secondsToDetect: 5, .secondsToFirstReport: 8, .secondsPerReportHop: 3])
        expect([.firstReportCompleteness: 0, .reportsSent: 1, .firstReports: 1])
        // A larger accident goes to the province: only the county is told, and tells nobody.
        expect([.deadlinesKeptShare: 0.5, .dutiesKeptShare: 0, .greatPublicImpact: 0])
        expect([.deathCountError: 1, .reflares: 0])
        // Deadlines 0.5, counts 0, release 0.
        expect(.communicationIndex, 0.5 / 3)
        // No release; half of the needs: -3 + 0 + 1.
        expect(.publicSatisfaction, Self.logistic(-2))
    }

    private mutating func expectTeams() {
        expect([.secondsToFirstArrival: 3720, .teamsArrived: 6, .lateFirstArrivals: 6])
        expect([.lateArrivalsByOrdering: 2, .lateArrivalsByTurnout: 2, .lateArrivalsByTravel: 2])
        expectNone([
            .lateArrivalsByDetection, .lateArrivalsByReporting, .lateArrivalsByLoss,
            .lateArrivalsByDeciding,
        ])
        // 20 to 3720 twice, 20 to 30 twice; 10 s of road twice, 30 to 3730 twice.
        expect([.secondsPerTurnout: 1855, .secondsPerTravel: 1855])
        expect(.longestDutyHours, 17_970.0 / 3600)
        // Two there from 3720, four from 3730; one of them works from 4620 on.
        let there = 2.0 * 14_280 + 4 * 14_270
        expect(.teamIdleShare, (there - 13_380) / there)
    }

    /// Eighteen goals, two missed through each thing.
    private static var goalsMissedTwice: [Goal] {
        [
            goal(.directLossYuan, atMost: 1e6), goal(.collapsedBuildings, atMost: 0),
            goal(.secondsToDetect, atMost: 1), goal(.secondsToFirstReport, atMost: 1),
            goal(.deadlinesKeptShare, atLeast: 1), goal(.secondsToStateReport, atMost: 7200),
            goal(.contradictoryOrders, atMost: 0), goal(.ordersGiven, atMost: 1),
            goal(.secondsPerTurnout, atMost: 100), goal(.secondsPerTravel, atMost: 100),
            goal(.deathsAfterFirstInstant, atMost: 0), goal(.trappedRescuedAlive, atLeast: 1),
            goal(.hospitalAdmissions, atLeast: 1), goal(.hospitalAdmissions, atLeast: 5),
            goal(.stockouts, atMost: 0),
            // Without foam for 16,000 of 17,000 s.
            goal(.secondsToFireOut, atMost: 7200),
            goal(.longestDutyHours, atMost: 2), goal(.longestDutyHours, atMost: 4),
        ]
    }

    private mutating func expectGoalsMissedTwice() {
        expect(.goalsMissed, 18)
        for measure in Frame.causesOfMissedGoals.measures { expect(measure, 2) }
        // 1 of 20 million, 1 of 5 s, 1 of 8 s, half, 1 of 8 orders, twice 100 of 1855 s, 7200 of
        // 17,000 s, 2 and 4 of 17,970 / 3600 h; nothing for the others.
        let report = 1.0 / 20 + 1.0 / 5 + 1.0 / 8 + 1.0 / 2
        let teams = 1.0 / 8 + 2 * 100.0 / 1855
        let work = 7200.0 / 17_000 + 7200.0 / 17_970 + 14_400.0 / 17_970
        expect(.score, 100 * (report + teams + work) / 18)
        // Each of the four times is missed by more than itself.
        expect(.responseEfficiency, 0)
    }
}
