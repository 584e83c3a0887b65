import EventKernel
import Vocabulary

@testable import Scoring

extension Story {
    /// Ten die at once; news goes up the chain late and with wrong numbers, and teams come late.
    static var lateAndWrong: Story {
        var story = Story("reports late and wrong", hours: 10)
        story.definition.teamKinds = [
            .fire, .rescue, .machinery, .medical, .ambulance, .police, .chemical, .waterSupply,
        ]
        story.definition.goals = [
            goal(.deaths, atMost: 20, weight: 3), goal(.secondsToFirstReport, atMost: 3600),
        ]
        let blast = story.at(0, .exploded(HazardID(0), trinitrotolueneKilograms: 1))
        for number in 0..<10 { story.at(0, .died(person(number), .atOnce), because: blast) }
        for number in 10..<12 { story.at(0, hurt(person(number)), because: blast) }
        let county = story.addFirstReport(because: blast)
        story.addReportsUpward(county)
        story.at(28_800, .published(Posts.city, dead: 10))
        let links: [CauseLink] = [.detection, .reporting, .loss, .deciding]
        for number in 0..<8 {
            story.addTeamLate(number, by: links[number / 2], because: blast)
        }
        story.expectReports()
        story.expectCounts()
        story.expectWhoWasLate()
        return story
    }

    /// The firm knows at 600 s and tells the county a second too late, but all that is due.
    private mutating func addFirstReport(because blast: Int) -> Int {
        let seen = at(600, Self.sighting(by: .staff), because: blast)
        let call = at(600, .sent(ReportID(0), Self.telephone, .first), because: seen)
        at(600, .delivered(ReportID(0), Posts.firm), because: call)
        let sent = at(4200, .sent(ReportID(1), LinkID(0), .first), because: seen)
        at(4200, .reportFellDue(LinkID(0), inTime: false))
        let told = at(4201, .delivered(ReportID(1), Posts.county), because: sent)
        let items = [
            Item.incident(Self.site), .fire(HazardID(0)), .chemicals(Self.site), .team(TeamID(0)),
        ]
        for item in items {
            at(4201, .believed(Posts.county, item, value: 1, told: .none), because: told)
        }
        return at(4201, counted(4, at: Posts.county), because: told)
    }

    private func counted(_ dead: Int32, at post: PostID) -> FactContent {
        .believed(post, .found(.dead, Self.zone), value: dead, told: .none)
    }

    private mutating func addReportsUpward(_ county: Int) {
        let toCity = at(4300, .sent(ReportID(2), LinkID(1), .first), because: county)
        let city = at(11_401, .delivered(ReportID(2), Posts.city), because: toCity)
        at(11_401, .reportFellDue(LinkID(1), inTime: true))
        let tooMany = at(11_401, counted(20, at: Posts.city), because: city)
        let toProvince = at(12_000, .sent(ReportID(3), LinkID(2), .verified), because: tooMany)
        let lost = at(12_100, .sent(ReportID(4), LinkID(2), .followUp), because: tooMany)
        at(12_110, .reportLost(ReportID(4)), because: lost)
        at(12_200, .sent(ReportID(5), LinkID(2), .verified), because: tooMany)
        let province = at(18_000, .delivered(ReportID(3), Posts.province), because: toProvince)
        let verified = Item.verified(.dead, Self.site)
        at(
            18_000,
            .believed(Posts.province, verified, value: 10, told: .none),
            because: province
        )
        let right = at(21_600, counted(10, at: Posts.city))
        let toState = at(25_200, .sent(ReportID(6), LinkID(3), .final), because: right)
        at(25_200, .delivered(ReportID(6), Posts.state), because: toState)
        at(30_000, .sent(ReportID(7), LinkID(3), .final), because: right)
    }

    private mutating func expectReports() {
        expect([.secondsToDetect: 600, .secondsToFirstReport: 4201])
        expect([.secondsToStateReport: 25_200, .secondsToTargetLevel: 24_600])
        // Legal 1, 3, 5 and 7 h: the county and the city too late, province and state on the second.
        expect(.deadlinesKeptShare, 0.5)
        // The firm a second late; the county (4201 + 7200), city and province on the second or before.
        expect([.dutiesKeptShare: 0.75, .dueReportsKeptShare: 0.5])
        // 4201 - 600, 11,401 - 4201, 18,000 - 11,401, 25,200 - 21,600.
        expect(.secondsPerReportHop, (3601.0 + 7200 + 6599 + 3600) / 4)
        expect(.firstReportCompleteness, 1)
        // Eight up the chain, and four of callers, two of which are lost.
        expect([.reportsSent: 12, .reportsLost: 3, .firstReports: 2, .followUpReports: 1])
        expect([.verifiedReports: 2, .finalReports: 2])
    }

    private mutating func expectCounts() {
        expect([.deaths: 10, .seriousInjuries: 2, .slightInjuries: 0, .deathsKnown: 10])
        expect(.weightedCasualties, 10 + 2.0 / 10)
        // Ten dead are a major accident; twenty were believed first.
        expect([.incidents: 1, .incidentGrade: 3, .incidentGradeBelieved: 3])
        expect(.secondsToGradeKnown, 11_401)
        // None of 10 known for 4201 s, 4 for 7200 s, 20 for 10,199 s, then all.
        let error = (4201 + 0.6 * 7200 + 10_199) / 36_000
        expect(.deathCountError, error)
        // After 8 h, one doubling of four: 0.8. Later than 5 h for a major accident.
        expect([.secondsToFirstRelease: 28_800, .greatPublicImpact: 1])
        expect(.communicationIndex, (0.5 + (1 - error) + 0.8) / 3)
        expect(.publicSatisfaction, Self.logistic(-3 + 4 * 0.8 + 2))
        // Twelve people for ten hours.
        expect([.personHoursInDanger: 120, .publicSafetyIndex: 0, .handlingIndex: 1])
        // 2 of 12 live, each with 0.3 left.
        expect(.roboCupRescueScore, 100 * 2.0 / 12 * Elementary.exp(-5 * 11.4 / 12))
        expect([.secondsToResolve: 0, .settlementIndex: 1, .isolationIndex: 1])
        expect(.deathsByHazard, 10)
        expectNone([
            .deathsByBeyondReach, .deathsByDetection, .deathsByReporting, .deathsByLoss,
            .deathsByDeciding, .deathsByOrdering, .deathsByTurnout, .deathsByTravel,
            .deathsBySearch, .deathsByFreeing, .deathsByQueue, .deathsByStock,
            .deathsByHospital, .deathsByCare, .deathsByWithdrawal,
            .deathsAfterFirstInstant, .contradictoryOrders,
        ])
    }

    private mutating func expectWhoWasLate() {
        // The first come at 3710, since nobody decided.
        expect([.secondsToFirstArrival: 3710, .lateFirstArrivals: 8, .teamsArrived: 8])
        expect([.ordersGiven: 8, .teamIdleShare: 1, .secondsPerTravel: .infinity])
        expect([.lateArrivalsByDetection: 2, .lateArrivalsByReporting: 2])
        expect([.lateArrivalsByLoss: 2, .lateArrivalsByDeciding: 2])
        expectNone([.lateArrivalsByOrdering, .lateArrivalsByTurnout, .lateArrivalsByTravel])
        // The first report missed its goal: 3601 s of reporting after 600 s of detecting.
        expect([.goalsMissed: 1, .missedGoalsByReporting: 1])
        expectNone([
            .missedGoalsByHazard, .missedGoalsByDetection, .missedGoalsByCommand,
            .missedGoalsByMovement, .missedGoalsByRescue, .missedGoalsByCare,
            .missedGoalsBySupplies, .missedGoalsByWork,
        ])
        // Three weights of four whole, one by 3600 of 4201 s.
        expect(.score, 100 * (3 + 3600.0 / 4201) / 4)
        // 601 s late of 3600.
        expect(.responseEfficiency, 1 - 601.0 / 3600)
    }
}
