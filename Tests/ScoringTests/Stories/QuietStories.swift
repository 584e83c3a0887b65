import EventKernel
import Vocabulary

@testable import Scoring

extension Story {
    /// A caller is mistaken: the county warns a zone and sends a team, and nothing has happened.
    static var falseAlarm: Story {
        var story = Story("false alarm")
        let seen = story.at(60, sighting(by: .witness))
        let call = story.at(100, .sent(ReportID(0), telephone, .first), because: seen)
        story.at(120, .delivered(ReportID(0), Posts.callCentre), because: call)
        let report = story.at(180, .sent(ReportID(1), LinkID(4), .first), because: seen)
        let told = story.at(240, .delivered(ReportID(1), Posts.county), because: report)
        let belief = FactContent.believed(Posts.county, .incident(site), value: 1, told: FactID(0))
        let known = story.at(240, belief, because: told)
        let task = Task(.stage, at: site)
        let order = story.at(
            300,
            .ordered(OrderID(0), Posts.county, TeamID(0), task),
            because: known
        )
        let warning = story.at(300, .orderedWarning(OrderID(1), Posts.county, zone), because: known)
        let delivered = story.at(330, .orderDelivered(OrderID(0)), because: order)
        let warned = story.at(360, .warned(zone), because: warning)
        let out = story.at(390, .turnedOut(TeamID(0)), because: delivered)
        story.at(990, .arrived(TeamID(0), site), because: out)
        story.at(1500, .cleared(zone, left: 30, stayed: 5), because: warned)
        let home = Task(.release, at: site)
        story.at(1890, .ordered(OrderID(2), Posts.county, TeamID(0), home), because: known)
        story.at(2500, .returned(TeamID(0)))
        story.expectFalseAlarm()
        return story
    }

    private mutating func expectFalseAlarm() {
        // No harm came: nothing runs from it.
        expectNever([
            .secondsToDetect, .secondsToFirstReport, .secondsToFirstArrival, .secondsToResolve,
            .greatPublicImpact, .dutiesKeptShare,
        ])
        expectNone([
            .deaths, .incidents, .incidentGrade, .hospitalAdmissions, .evacuatedPersons,
            .lateFirstArrivals,
        ])
        // The county takes it for an ordinary incident. Call and report; the call is not from a post.
        expect([.incidentGradeBelieved: 1, .reportsSent: 2, .firstReports: 1])
        // Seen at 60, at the county at 240. Of five contents it says what happened.
        expect([.secondsPerReportHop: 180, .firstReportCompleteness: 0.2])
        // To go, to warn, to go home. Delivered 330, out 390, there 990.
        expect([.ordersGiven: 3, .teamsArrived: 1, .secondsPerTurnout: 60, .secondsPerTravel: 600])
        // There from 990 to the order at 1890, all of it idle. Out from 390 to 2500.
        expect(.teamIdleShare, 1)
        expect(.longestDutyHours, 2110.0 / 3600)
        expect(.movedInVain, 30)
        // Nothing was wanted or ordered.
        expect([.suppliesEnoughShare: 1, .suppliesFoundShare: 1, .suppliesUsedShare: 1])
    }

    /// An explosion that hurts nobody, reported up to the last second of every time.
    static var everythingInTime: Story {
        var story = Story("everything in time, on the second", hours: 8)
        var opinion = OpinionScoring()
        opinion.persons = 500
        story.definition.opinion = opinion
        let blast = story.at(0, .exploded(HazardID(0), trinitrotolueneKilograms: 1))
        let seen = story.at(0, sighting(by: .staff), because: blast)
        let call = story.at(0, .sent(ReportID(0), telephone, .first), because: seen)
        story.at(0, .delivered(ReportID(0), Posts.firm), because: call)
        let first = story.at(3000, .sent(ReportID(1), LinkID(0), .first), because: seen)
        let county = story.at(3600, .delivered(ReportID(1), Posts.county), because: first)
        for item in [Item.incident(site), .estimate(site), .chemicals(site)] {
            let belief = FactContent.believed(Posts.county, item, value: 1, told: FactID(1))
            story.at(3600, belief, because: county)
        }
        story.at(3600, .reportFellDue(LinkID(0), inTime: true))
        let second = story.at(3600, .sent(ReportID(2), LinkID(1), .first), because: county)
        let city = story.at(10_800, .delivered(ReportID(2), Posts.city), because: second)
        story.at(10_800, .reportFellDue(LinkID(1), inTime: true))
        let third = story.at(12_000, .sent(ReportID(3), LinkID(2), .followUp), because: city)
        let fourth = story.at(12_500, .sent(ReportID(4), LinkID(1), .followUp), because: seen)
        story.at(12_600, .delivered(ReportID(4), Posts.city), because: fourth)
        story.at(14_400, .released(Posts.city, .first))
        story.at(18_000, .delivered(ReportID(3), Posts.province), because: third)
        let lost = story.at(20_000, .sent(ReportID(5), LinkID(0), .verified), because: seen)
        story.at(20_010, .reportLost(ReportID(5)), because: lost)
        let last = story.at(21_000, .sent(ReportID(6), LinkID(0), .final), because: seen)
        story.at(21_600, .delivered(ReportID(6), Posts.county), because: last)
        story.at(28_800, .trustChanged(0.9))
        story.expectEverythingInTime()
        return story
    }

    private mutating func expectEverythingInTime() {
        expectNone([.secondsToDetect, .deaths, .seriousInjuries, .deathsKnown, .deathCountError])
        // One hour to the county, three to the city; nobody must go further, the province is told anyway.
        expect([.secondsToFirstReport: 3600, .secondsToTargetLevel: 10_800])
        expect([.deadlinesKeptShare: 1, .dueReportsKeptShare: 1])
        // The firm, told at 0, within 1 h; the county, told at 3600, within 2 h at 10,800.
        expect(.dutiesKeptShare, 1)
        // From what each passes on: 3600 - 0, 10,800 - 3600, 18,000 - 10,800, 12,600 - 0, 21,600 - 0.
        expect(.secondsPerReportHop, (3600.0 + 7200 + 7200 + 12_600 + 21_600) / 5)
        expect([.reportsSent: 7, .reportsLost: 1, .firstReports: 2, .followUpReports: 2])
        expect([.verifiedReports: 1, .finalReports: 1])
        // What happened, casualties, chemicals: three of five.
        expect(.firstReportCompleteness, 0.6)
        // Ordinary, which the county knows with the first report.
        expect([.incidentGrade: 1, .incidentGradeBelieved: 1, .secondsToGradeKnown: 3600])
        expect([.incidents: 1, .greatPublicImpact: 0, .secondsToFirstRelease: 14_400])
        // Nothing burnt, nobody was trapped: resolved at once.
        expect([.secondsToResolve: 0, .settlementIndex: 1, .isolationIndex: 1, .handlingIndex: 1])
        expectNever([
            .secondsToControl, .secondsToFireOut, .secondsToFirstArrival, .secondsToStateReport,
            .roboCupRescueScore, .secondsPerSupplyRun,
        ])
        expectNone([.personHoursInDanger, .unmetDemandShare, .stockouts, .missedGoalsByReporting])
        // Deadlines 1, counts right 1, release within four hours 1.
        expect([.publicSafetyIndex: 1, .communicationIndex: 1])
        expect([.rumourFinalShare: 0, .rumourPeakShare: 0, .trustAtEnd: 0.9])
        // Mean of 1, 1, 1 and 0.9 is 0.975.
        expect(.publicSatisfaction, Self.logistic(8 * 0.475))
    }

    /// A blast breaks windows; a rumour spreads and official word comes.
    static var rumour: Story {
        var story = Story("rumour and releases", hours: 6)
        var opinion = OpinionScoring()
        opinion.persons = 1000
        story.definition.opinion = opinion
        let blast = story.at(0, .exploded(HazardID(0), trinitrotolueneKilograms: 1))
        story.at(0, hurt(person(0), .slight), because: blast)
        story.at(0, .exposed(zone, persons: 200), because: blast)
        story.at(0, .evacuated(zone, persons: 50), because: blast)
        story.at(0, .rumourBegan(persons: 10), because: blast)
        story.at(3600, .rumourPeaked(persons: 150, at: SimTime(milliseconds: 3_000_000)))
        story.at(7200, .released(Posts.county, .first))
        story.at(7200, .trustChanged(0.5))
        story.at(10_800, .published(Posts.city, dead: 0))
        story.at(18_000, .rumourCounted(believed: 300, spreading: 0, informed: 400))
        story.at(21_600, .trustChanged(0.75))
        story.expectRumour()
        return story
    }

    private mutating func expectRumour() {
        // Of 1000; 150 is less than the fifth from which the impact is great.
        expect([.rumourFinalShare: 0.3, .rumourPeakShare: 0.15, .trustAtEnd: 0.75])
        expect([.greatPublicImpact: 0, .secondsToFirstRelease: 7200])
        // Timely 1, believed by 0.3, nothing lacking, trust 0.75: mean 3.45 / 4 = 0.8625.
        expect(.publicSatisfaction, Self.logistic(8 * 0.3625))
        expect([.incidents: 1, .incidentGrade: 1, .slightInjuries: 1])
        expect(.weightedCasualties, 1.0 / 200)
        // Nobody told any level: silence. Counts right 1, release 1.
        expect(.deadlinesKeptShare, 0)
        expect(.communicationIndex, 2.0 / 3)
        expectNever([.dutiesKeptShare, .secondsToDetect, .secondsToFirstReport])
        expect([.handlingIndex: 1, .isolationIndex: 1, .settlementIndex: 1, .secondsToResolve: 0])
        // Slight wounds are no danger.
        expect([.personHoursInDanger: 0, .publicSafetyIndex: 1])
        // 50 of 250 had left, unwarned.
        expect([.evacuatedPersons: 50, .warningReachShare: 0.2, .evacuatedShare: 0.2])
        // A tenth of one of 250 is lost.
        expect(.roboCupRescueScore, 100 * Elementary.exp(-5 * 0.1 / 250))
    }
}
