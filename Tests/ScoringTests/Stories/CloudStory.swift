import EventKernel
import Vocabulary

@testable import Scoring

extension Story {
    /// Gas escapes: an alarm before it does, shelter and leaving, one zone warned in vain.
    static var poisonCloud: Story {
        var story = Story("poison, shelter and evacuation", hours: 4)
        story.definition.lastingHazards = [HazardID(0)]
        // Half of the people are reached after ten minutes: ln 2 / 10 a minute, and nobody tells others.
        story.definition.warningBroadcastPerMinute = 0.693_147_180_559_945_3 / 10
        let alarm = story.at(0, .decided(Posts.firm, RuleID(0)))
        let cloud = story.at(600, .began(HazardID(0), secondary: false))
        story.addCloud(cloud, alarmed: alarm)
        story.addCare(because: cloud)
        story.addAirSupply()
        let seen = story.at(660, sighting(by: .staff), because: cloud)
        let sent = story.at(900, .sent(ReportID(0), LinkID(0), .first), because: seen)
        let told = story.at(1500, .delivered(ReportID(0), Posts.county), because: sent)
        for item in [Item.incident(site), .reading(SensorID(0))] {
            let belief = FactContent.believed(Posts.county, item, value: 1, told: .none)
            story.at(1500, belief, because: told)
        }
        story.at(4200, .reportFellDue(LinkID(1), inTime: false))
        story.expectCloud()
        story.expectHelp()
        return story
    }

    private mutating func addCloud(_ cloud: Int, alarmed alarm: Int) {
        let other = ZoneID(1)
        let order = at(60, .orderedWarning(OrderID(0), Posts.firm, Self.zone), because: alarm)
        let warned = at(600, .warned(Self.zone), because: order)
        at(1200, .guideline(Self.zone, level: 2), because: cloud)
        at(1200, .exposed(Self.zone, persons: 60), because: cloud)
        at(1200, .evacuated(Self.zone, persons: 40), because: cloud)
        at(1200, .sheltered(Self.zone, persons: 20), because: cloud)
        // Fewer are there later: the most at once counts.
        at(1800, .exposed(Self.zone, persons: 50), because: cloud)
        at(2000, .cleared(Self.zone, left: 40, stayed: 60), because: warned)
        let second = at(1800, .orderedWarning(OrderID(1), Posts.county, other))
        let vain = at(2000, .warned(other), because: second)
        at(3000, .cleared(other, left: 25, stayed: 5), because: vain)
        at(7800, .ceased(HazardID(0)), because: cloud)
    }

    private mutating func addCare(because cloud: Int) {
        let severities = [Severity.moderate, .serious, .slight]
        for (number, severity) in severities.enumerated() {
            let walks = severity < .serious
            let wound = FactContent.hurt(Self.person(number), severity, .poison, canWalk: walks)
            at(1500, wound, because: cloud)
        }
        at(2400, .admitted(Self.person(0), HospitalID(0)))
        // Sent on from one hospital to another, and admitted in both.
        at(2700, .admitted(Self.person(1), HospitalID(0)))
        at(2750, .admitted(Self.person(1), HospitalID(1)))
        at(3000, .treatedAndSentHome(Self.person(2), HospitalID(0)))
    }

    private mutating func addAirSupply() {
        let order = FactContent.orderedSupplies(
            OrderID(2),
            Posts.county,
            from: Self.store,
            to: Self.siteStock,
            .breathingAir,
            amount: 10
        )
        let ordered = at(2000, order)
        let told = at(2010, .orderDelivered(OrderID(2)), because: ordered)
        let convoy = ConvoyID(0)
        let left = at(
            2100,
            .convoyLeft(convoy, from: Self.store, .breathingAir, amount: 10),
            because: told
        )
        at(
            2600,
            .convoyArrived(convoy, at: Self.siteStock, .breathingAir, amount: 10),
            because: left
        )
        at(2600, .stocked(Self.siteStock, .breathingAir, onHand: 10))
        at(3000, .demanded(Self.site, .breathingAir, wanted: 4, met: 4))
    }

    private mutating func expectCloud() {
        // The alarm came ten minutes before the gas; the county was told fifteen after.
        expect([.secondsToDetect: -600, .secondsToFirstReport: 900, .secondsToGradeKnown: 900])
        // Under control, and over, when the cloud is: 7800 - 600. There is no fire.
        expect([.secondsToControl: 7200, .secondsToResolve: 7200, .secondsToFireOut: .infinity])
        // Of 14,400 - 600 the cloud went on for 7200.
        expect(.isolationIndex, 1 - 7200.0 / 13_800)
        expect(.settlementIndex, 1 - 7200.0 / 13_800)
        expect([.incidents: 1, .incidentGrade: 1, .incidentGradeBelieved: 1])
        // Who needs a hospital and walks is slightly hurt.
        expect([.seriousInjuries: 1, .slightInjuries: 2, .hospitalAdmissions: 2])
        expect(.weightedCasualties, 1.0 / 10 + 2.0 / 200)
        // Two from 1500 to 2400 and to 2700. At risk: two for 12,900 s, forty who had left for 13,800.
        expect(.personHoursInDanger, 2100.0 / 3600)
        expect(.publicSafetyIndex, 1 - 2100.0 / (2 * 12_900 + 40 * 13_800))
        expect([.evacuatedPersons: 40, .movedInVain: 25])
        // Warned 600 s before: half of the 60 + 40. 40 of them had gone.
        expect(.warningReachShare, 0.5)
        expect(.evacuatedShare, 0.4)
        expect(.handlingIndex, 1)
        // 100 at risk; lost 0.1 + 0.7 + 0.1.
        expect(.roboCupRescueScore, 100 * Elementary.exp(-5 * 0.9 / 100))
    }

    private mutating func expectHelp() {
        // The county in time, the city never; the county told nobody within two hours.
        expect([.deadlinesKeptShare: 0.75, .dutiesKeptShare: 0, .dueReportsKeptShare: 0])
        expect([.secondsToTargetLevel: .infinity, .secondsToStateReport: .infinity])
        // Seen at 660, told at 1500. What happened and the hazard: two of five.
        expect([.secondsPerReportHop: 840, .firstReportCompleteness: 0.4])
        expect([.reportsSent: 1, .firstReports: 1, .greatPublicImpact: 0])
        // Deadlines 0.75, counts right 1, no release 0.
        expect(.communicationIndex, 1.75 / 3)
        expect(.publicSatisfaction, Self.logistic(-1))
        // Two warnings and one convoy, ordered at 2000 and there at 2600; 4 of 10 cylinders are used.
        expect([.ordersGiven: 3, .secondsPerSupplyRun: 600, .suppliesUsedShare: 0.4])
        expect([.suppliesFoundShare: 1, .suppliesEnoughShare: 1])
        expectNone([.deaths, .deathCountError, .longestDutyHours, .teamsArrived])
    }
}
