import EventKernel
import Testing
import Vocabulary

@testable import Scoring

/// Reports up the chain, with boundaries to the second.
@Suite struct ReportingTests {
    private let hour: Int64 = 3600
    private let blast = FactContent.exploded(HazardID(0), trinitrotolueneKilograms: 1)

    /// A record of a blast with so many dead at once, in which reports reach the levels of the chain.
    private func record(
        deaths: Int = 0,
        firm: Int64? = nil,
        county: Int64? = nil,
        city: Int64? = nil,
        province: Int64? = nil,
        state: Int64? = nil
    ) -> [Fact] {
        var lines: [(seconds: Int64, cause: Int, content: FactContent)] = [(0, -1, blast)]
        for number in 0..<deaths {
            lines.append((0, 0, .died(PersonID(in: ZoneID(0), number: number), .atOnce)))
        }
        lines.append((0, 0, .observed(Observer(.staff, 0), .incident(SiteID(0)), value: 1)))
        var report = 0
        func tell(_ post: PostID, over link: Int, at time: Int64?) {
            guard let time else { return }
            let sent = lines.count
            lines.append((time, deaths + 1, .sent(ReportID(report), LinkID(link), .first)))
            lines.append((time, sent, .delivered(ReportID(report), post)))
            report += 1
        }
        let steps = [
            (Posts.firm, 9, firm), (Posts.county, 0, county), (Posts.city, 1, city),
            (Posts.province, 2, province), (Posts.state, 3, state),
        ]
        for (post, link, time) in steps.sorted(by: { ($0.2 ?? 0) < ($1.2 ?? 0) }) {
            tell(post, over: link, at: time)
        }
        return facts(causing: lines)
    }

    @Test func `a deadline met on the second is met, and a second later it is missed`() {
        let inTime = record(
            deaths: 30,
            county: hour,
            city: 3 * hour,
            province: 5 * hour,
            state: 7 * hour
        )
        #expect(measured(facts: inTime)[.deadlinesKeptShare] == 1)
        let late = record(
            deaths: 30,
            county: hour + 1,
            city: 3 * hour,
            province: 5 * hour + 1,
            state: 7 * hour
        )
        #expect(measured(facts: late)[.deadlinesKeptShare] == 0.5)
    }

    @Test(arguments: [(2, 0.75), (3, 0.5), (9, 0.5), (10, 0.25), (30, 0.25)])
    func `how far a report must go follows from the grade`(deaths: Int, share: Double) {
        // Only the county is told.
        let values = measured(facts: record(deaths: deaths, county: 60))
        #expect(values[.deadlinesKeptShare] == share)
    }

    @Test func `a silent post earns no credit for punctual reporting`() {
        let silent = measured(facts: record(deaths: 30))
        #expect(silent[.deadlinesKeptShare] == 0)
        #expect(silent[.dutiesKeptShare] == .infinity)
        let told = measured(facts: record(deaths: 30, firm: 10, county: 600))
        // The firm keeps its duty; the county is told and stays silent.
        #expect(told[.dutiesKeptShare] == 0.5)
        #expect(measured(facts: record(deaths: 30, firm: 10))[.dutiesKeptShare] == 0)
    }

    @Test func `each duty counts from being told`() {
        let kept = record(
            deaths: 30,
            firm: 100,
            county: 100 + hour,
            city: 100 + 3 * hour,
            province: 100 + 5 * hour,
            state: 100 + 7 * hour
        )
        #expect(measured(facts: kept)[.dutiesKeptShare] == 1)
        let broken = record(
            deaths: 30,
            firm: 100,
            county: 101 + hour,
            city: 101 + 3 * hour,
            province: 102 + 5 * hour,
            state: 102 + 7 * hour
        )
        // The firm and the city were a second late.
        #expect(measured(facts: broken)[.dutiesKeptShare] == 0.5)
    }

    @Test func `the due level follows from the grade, and the time runs from the detection`() {
        let times = record(deaths: 2, county: 60, city: 500, province: 900, state: 1300)
        #expect(measured(facts: times)[.secondsToTargetLevel] == 500)
        let more = record(deaths: 3, county: 60, city: 500, province: 900, state: 1300)
        #expect(measured(facts: more)[.secondsToTargetLevel] == 900)
        let most = record(deaths: 30, county: 60, city: 500, province: 900)
        #expect(measured(facts: most)[.secondsToTargetLevel] == .infinity)
    }

    @Test func `reports with a time of their own are kept or missed`() {
        let due: [(Int64, FactContent)] = [
            (10, .reportFellDue(LinkID(0), inTime: true)),
            (20, .reportFellDue(LinkID(1), inTime: false)),
            (30, .reportFellDue(LinkID(2), inTime: true)),
            (40, .reportFellDue(LinkID(3), inTime: true)),
        ]
        #expect(measured(due)[.dueReportsKeptShare] == 0.75)
        #expect(measured(Array(due.prefix(1)))[.dueReportsKeptShare] == 1)
        #expect(measured([])[.dueReportsKeptShare] == .infinity)
    }

    @Test func `the delay of a hop runs from what the report passes on to its delivery`() {
        let values = measured(facts: record(county: 60, city: 500))
        #expect(values[.secondsPerReportHop] == 280)
        #expect(values[.firstReports] == 2)
        #expect(measured(facts: record(firm: 60))[.secondsPerReportHop] == .infinity)
    }

    @Test func `kinds of reports are counted between posts only`() {
        let kinds: [(LinkID, ReportKind)] = [
            (LinkID(0), .first), (LinkID(0), .followUp), (LinkID(0), .followUp),
            (LinkID(1), .verified), (LinkID(2), .final), (LinkID(77), .followUp),
        ]
        let values = measured(
            kinds.enumerated().map { number, kind in
                (Int64(number), .sent(ReportID(number), kind.0, kind.1))
            }
        )
        #expect(values[.firstReports] == 1)
        #expect(values[.followUpReports] == 2)
        #expect(values[.verifiedReports] == 1)
        #expect(values[.finalReports] == 1)
        #expect(values[.reportsSent] == 6)
    }

    @Test func `the first report at an authority is as complete as what it says`() {
        let head: [(seconds: Int64, cause: Int, content: FactContent)] = [
            (0, -1, blast), (10, 0, .sent(ReportID(0), LinkID(0), .first)),
            (20, 1, .delivered(ReportID(0), Posts.county)),
        ]
        let site = SiteID(0)
        let lines: [FactContent] = [
            .believed(Posts.county, .incident(site), value: 1, told: FactID(0)),
            .believed(Posts.county, .estimate(site), value: 30, told: FactID(0)),
            .believed(Posts.county, .found(.dead, ZoneID(0)), value: 2, told: FactID(0)),
        ]
        let told = head + lines.map { (20, 2, $0) }
        #expect(measured(facts: facts(causing: told))[.firstReportCompleteness] == 0.4)
        #expect(measured(facts: facts(causing: head))[.firstReportCompleteness] == 0)
        let full: [FactContent] = [
            .believed(Posts.county, .fire(HazardID(0)), value: 1, told: FactID(0)),
            .believed(Posts.county, .chemicals(site), value: 1, told: FactID(0)),
            .believed(Posts.county, .team(TeamID(0)), value: 1, told: FactID(0)),
        ]
        let whole = told + full.map { (20, 2, $0) }
        #expect(measured(facts: facts(causing: whole))[.firstReportCompleteness] == 1)
        // What a later report says does not count.
        let later =
            told + [
                (30, 0, .sent(ReportID(1), LinkID(0), .followUp)),
                (40, told.count, .delivered(ReportID(1), Posts.county)),
                (40, told.count + 1, full[0]),
            ]
        #expect(measured(facts: facts(causing: later))[.firstReportCompleteness] == 0.4)
    }

    @Test func `the error of the known deaths is averaged from the first death on`() {
        func died(_ number: Int) -> FactContent {
            .died(PersonID(in: ZoneID(0), number: number), .waiting)
        }
        let county = Posts.county
        // From 600 s to the end at 3600 s: nothing known for 1000 s, then all.
        let half = measured([
            (600, died(0)),
            (1600, .believed(county, .found(.dead, ZoneID(0)), value: 1, told: .none)),
        ])
        #expect(abs(half[.deathCountError] - 1.0 / 3) < 1e-12)
        #expect(measured([(600, died(0))])[.deathCountError] == 1)
        // One known of two for half of the time, four of two for the other half.
        let wrong = measured([
            (599, .believed(county, .found(.dead, ZoneID(0)), value: 1, told: .none)),
            (600, died(0)), (600, died(1)),
            (2100, .believed(county, .found(.dead, ZoneID(1)), value: 3, told: .none)),
        ])
        #expect(abs(wrong[.deathCountError] - 0.75) < 1e-12)
        #expect(measured([])[.deathCountError] == 0)
    }
}
