import Experiments
import Reports
import Scoring
import TestSupport
import Testing
import Wording

/// Tables as they stand in the terminal.
@Suite struct TableTests {
    @Test(arguments: Language.allCases)
    func `tables of a batch and a comparison are aligned`(language: Language) throws {
        let report = BatchReport(language)
        let (base, other): ([Double], [Double]) = (
            [70, 81, 95, 102, 60], [71, 80, 90, 99, 61]
        )
        let arrivals: ([Double], [Double]) = (
            [1200, 1500, .infinity, 9000, 1300], [600, 700, 800, .infinity, 650]
        )
        let text = [
            report.measures([
                (.deaths, MeasureSummary(base)),
                (.secondsToFirstArrival, MeasureSummary(arrivals.0)),
                (.secondsToResolve, MeasureSummary([.infinity, .infinity])),
                (.directLossYuan, MeasureSummary([6.4e8, 7.1e8])),
                (.unmetDemandShare, MeasureSummary([0.034, 0.2])),
            ]),
            report.goals(
                Self.goals.map { goal, name in
                    let summary = GoalSummary(goal, goal.measure == .deaths ? base : arrivals.0)
                    return (goal, name, summary, Bilingual("met or not", "达标与否"))
                }
            ),
            report.kept(Self.goals.map { ($0, $1, $0.measure == .deaths ? 81 : .infinity) }),
            report.plans([
                (
                    Bilingual("As usual", "常规预案"),
                    BatchReport.leading.map { _ in MeasureSummary(base) }
                ),
                (
                    Bilingual("Aid", "增援"),
                    BatchReport.leading.map { _ in MeasureSummary(arrivals.1) }
                ),
            ]),
            report.differences([
                (.deaths, PairedSummary(other, baseline: base)),
                (.secondsToFirstArrival, PairedSummary(arrivals.1, baseline: arrivals.0)),
                (.reflares, PairedSummary(base, baseline: base)),
            ]),
        ].joined(separator: "\n")
        let path = "ReportsTests/Golden/tables.\(language.rawValue).txt"
        #expect(try Golden.difference(of: text, from: path) == nil)
        for table in text.split(separator: "\n\n") {
            let rule = table.split(separator: "\n").first { $0.hasPrefix("─") }
            let width = rule.map { DisplayWidth.of(String($0)) } ?? 0
            #expect(
                table.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= width }
            )
        }
    }

    private static let goals: [(Goal, Name)] = {
        var (deaths, arrival) = (Goal(), Goal())
        deaths.bound = 80
        arrival.measure = .secondsToFirstArrival
        arrival.bound = 1800
        return [
            (deaths, Name(id: "deaths", title: Bilingual("At most 80 deaths", "死亡不超过80人"))),
            (arrival, Name(id: "arrival", title: Bilingual("Half an hour", "半小时内到场"))),
        ]
    }()
}
