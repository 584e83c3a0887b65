import EventKernel
import Testing
import Vocabulary

@testable import Scoring

/// Supplies and teams, by hand.
@Suite struct MeansTests {
    private let site = SiteID(0)
    private let stock = DepotID(0)
    private let task = Task(.stage, at: SiteID(0))

    // MARK: Supplies

    @Test func `enough is what was held at the start against what was wanted`() {
        var definition = tinyDefinition
        definition.stock[.medical] = 3
        func share(_ wanted: Int32) -> Double {
            measured([(1, .demanded(site, .medical, wanted: wanted, met: 0))], definition)[
                .suppliesEnoughShare
            ]
        }
        #expect(share(3) == 1)
        #expect(share(4) == 0.75)
        #expect(share(0) == 1)
        let air = measured([(1, .demanded(site, .breathingAir, wanted: 8, met: 2))], definition)
        #expect(air[.suppliesEnoughShare] == 0.25)
    }

    @Test func `found is the orders that found something, moved the time from order to arrival`() {
        let order = FactContent.orderedSupplies(
            OrderID(0),
            Posts.county,
            from: DepotID(1),
            to: stock,
            .foam,
            amount: 9
        )
        let lines: [(seconds: Int64, cause: Int, content: FactContent)] = [
            (0, -1, order), (60, 0, .orderDelivered(OrderID(0))),
            (600, 1, .convoyLeft(ConvoyID(0), from: DepotID(1), .foam, amount: 9)),
            (1200, 2, .convoyArrived(ConvoyID(0), at: stock, .foam, amount: 9)), (1300, -1, order),
        ]
        let values = measured(facts: facts(causing: lines))
        #expect(values[.suppliesFoundShare] == 0.5)
        #expect(values[.secondsPerSupplyRun] == 1200)
        #expect(measured([(0, order)])[.suppliesFoundShare] == 0)
        #expect(measured([(0, order)])[.secondsPerSupplyRun] == .infinity)
    }

    @Test func `used is the share of what came to the site`() {
        func share(_ used: Int32) -> Double {
            measured([
                (1, .stocked(stock, .medical, onHand: 10)),
                (2, .demanded(site, .medical, wanted: used, met: used)),
                (3, .stocked(DepotID(1), .medical, onHand: 500)),
            ])[.suppliesUsedShare]
        }
        #expect(share(10) == 1)
        #expect(share(4) == 0.4)
        #expect(share(0) == 1)
        // What comes on top of what is left has come too.
        let twice = measured([
            (1, .stocked(stock, .medical, onHand: 10)),
            (2, .demanded(site, .medical, wanted: 5, met: 5)),
            (3, .stocked(stock, .medical, onHand: 15)),
        ])
        #expect(twice[.suppliesUsedShare] == 0.25)
    }

    // MARK: Teams

    @Test func `turnout and travel run from the order and from the wheels turning`() {
        let team = TeamID(0)
        let lines: [(seconds: Int64, cause: Int, content: FactContent)] = [
            (0, -1, .ordered(OrderID(0), Posts.county, team, task)),
            (30, 0, .orderDelivered(OrderID(0))), (90, 1, .turnedOut(team)),
            (690, 2, .arrived(team, site)), (900, -1, .arrived(TeamID(1), site)),
        ]
        let values = measured(facts: facts(causing: lines))
        #expect(values[.secondsPerTurnout] == 60)
        #expect(values[.secondsPerTravel] == 600)
        #expect(values[.teamsArrived] == 2)
        #expect(measured([])[.secondsPerTravel] == .infinity)
    }

    @Test func `another order on the road changes neither where the trip began nor how long it is`()
    {
        let team = TeamID(0)
        let lines: [(seconds: Int64, cause: Int, content: FactContent)] = [
            (0, -1, .ordered(OrderID(0), Posts.county, team, task)),
            (30, 0, .orderDelivered(OrderID(0))), (90, 1, .turnedOut(team)),
            (200, -1, .ordered(OrderID(1), Posts.county, team, Task(.search, at: site))),
            (230, 3, .orderDelivered(OrderID(1))), (690, 4, .arrived(team, site)),
        ]
        #expect(measured(facts: facts(causing: lines))[.secondsPerTravel] == 600)
    }

    @Test func `a team that goes on to another site has been at both`() {
        let team = TeamID(0)
        let work = Task(.search, at: site, target: 0)
        let onward = Task(.stage, at: SiteID(1))
        // At the first from 0 to 900, idle for 300; at the second from 1800 to 3600, idle throughout.
        let values = measured([
            (0, .arrived(team, site)), (300, .beganWork(team, work)),
            (900, .stoppedWork(team, .done)),
            (900, .ordered(OrderID(0), Posts.county, team, onward)),
            (1800, .arrived(team, SiteID(1))),
        ])
        #expect(abs(values[.teamIdleShare] - 2100.0 / 2700) < 1e-12)
    }

    @Test func `who works again before the order to go home has reached him has not left`() {
        let team = TeamID(0)
        let work = Task(.search, at: site, target: 0)
        let values = measured([
            (0, .arrived(team, site)),
            (900, .ordered(OrderID(0), Posts.county, team, Task(.release, at: site))),
            (1800, .beganWork(team, work)),
        ])
        // Idle 0–900 and at work 1800–3600.
        #expect(abs(values[.teamIdleShare] - 900.0 / 2700) < 1e-12)
    }

    @Test func `idle is the time at a site without a task`() {
        let team = TeamID(0)
        let work = Task(.search, at: site, target: 0)
        func share(_ more: [(Int64, FactContent)]) -> Double {
            measured([(0, .arrived(team, site))] + more)[.teamIdleShare]
        }
        #expect(share([]) == 1)
        #expect(share([(0, .beganWork(team, work))]) == 0)
        #expect(share([(900, .beganWork(team, work))]) == 0.25)
        #expect(
            share([(900, .beganWork(team, work)), (1800, .stoppedWork(team, .done))]) == 0.75
        )
        // From the order to go home on it is at the site no more.
        let home = FactContent.ordered(OrderID(0), Posts.county, team, Task(.release, at: site))
        #expect(
            share([
                (450, .beganWork(team, work)), (900, .stoppedWork(team, .done)),
                (1800, home),
            ]) == 0.75
        )
    }

    @Test func `duty lasts from turning out to coming home, or to the end`() {
        let team = TeamID(0)
        #expect(measured([])[.longestDutyHours] == 0)
        #expect(measured([(1800, .turnedOut(team))])[.longestDutyHours] == 0.5)
        let home: [(Int64, FactContent)] = [
            (0, .turnedOut(team)), (900, .returned(team)), (3000, .turnedOut(TeamID(1))),
        ]
        #expect(measured(home)[.longestDutyHours] == 0.25)
    }
}
