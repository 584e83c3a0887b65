import EventKernel
public import Experiments
public import Scoring
import Vocabulary
public import Wording

/// What a batch prints for its reader.
public struct BatchReport {
    private let language: Language

    /// Creates a report in a language.
    public init(_ language: Language) {
        self.language = language
    }

    private func say(_ english: String, _ chinese: String) -> String {
        Bilingual(english, chinese)[language]
    }

    /// Returns the table of measures by the standing frame: error (mean with interval) and risk
    /// (quantiles) side by side.
    ///
    /// Causes stand in tables of their own.
    public func measures(_ summaries: [(Measure, MeasureSummary)]) -> String {
        var table = TextTable([
            (say("Measure", "指标"), .left), (say("Mean", "均值"), .right),
            (say("95 % interval", "95% 置信区间"), .right), (say("Median", "中位数"), .right),
            ("P5", .right), ("P95", .right), (say("Never", "未发生"), .right),
        ])
        for frame in Frame.allCases where frame.total == nil {
            let lines = summaries.filter { $0.0.frame == frame }
            guard !lines.isEmpty else { continue }
            table.add([frame.title[language], "", "", "", "", "", ""])
            for (measure, summary) in lines { table.add(row(measure, summary)) }
        }
        return table.text
    }

    private func row(_ measure: Measure, _ summary: MeasureSummary) -> [String] {
        let interval =
            summary.meanLow.map { low in
                "[\(figure(low, measure)), \(figure(summary.meanHigh ?? low, measure))]"
            } ?? ""
        return [
            "  " + measure.title[language], summary.mean.map { figure($0, measure) } ?? "–",
            interval,
            figure(summary.median, measure), figure(summary.lowerQuantile, measure),
            figure(summary.upperQuantile, measure), summary.never > 0 ? "\(summary.never)" : "",
        ]
    }

    /// Returns the table of goals: the share of drills that keep each, with its interval and verdict.
    public func goals(_ judged: [(Goal, Name, GoalSummary, Bilingual)]) -> String {
        guard !judged.isEmpty else { return "" }
        var table = TextTable([
            (say("Goal", "目标"), .left), (say("Wanted", "要求"), .right),
            (say("P(goal met)", "达标概率"), .right), (say("Interval", "置信区间"), .right),
            (say("Verdict", "判定"), .left),
        ])
        for (goal, name, summary, verdict) in judged {
            table.add([
                name.title[language], "≥ " + Figures.percent(goal.probability),
                Figures.percent(summary.probability),
                "[\(Figures.percent(summary.low)), \(Figures.percent(summary.high))]",
                verdict[language],
            ])
        }
        return table.text
    }

    /// Says how surely the verdicts on several goals hold together.
    public func goalRemark(_ count: Int) -> String {
        guard count > 1 else { return "" }
        let each = Figures.decimal(100 * (1 - 0.05 / Double(count)), places: 2)
        return say(
            "all \(count) verdicts hold together with 95 %: each is judged by an interval of \(each) %\n",
            "\(count) 项判定以 95% 的置信度同时成立：各按 \(each)% 置信区间判定\n"
        )
    }

    /// Returns the line about accidents of the two top grades.
    public func topGrade(_ summary: ShareSummary) -> String {
        let share = Figures.percent(summary.share)
        let interval = "[\(Figures.percent(summary.low)), \(Figures.percent(summary.high))]"
        return say(
            "accident of one of the two top grades: \(share) \(interval)\n",
            "重大及以上事故概率：\(share) \(interval)\n"
        )
    }

    /// Returns the table of the goals that a single drill keeps or not.
    public func kept(_ goals: [(Goal, Name, Double)]) -> String {
        guard !goals.isEmpty else { return "" }
        var table = TextTable([
            (say("Goal", "目标"), .left), (say("Wanted", "要求"), .right),
            (say("Value", "结果"), .right), (say("Verdict", "判定"), .left),
        ])
        for (goal, name, value) in goals {
            table.add([
                name.title[language],
                (goal.isUpperBound ? "≤ " : "≥ ") + figure(goal.bound, goal.measure),
                figure(value, goal.measure),
                goal.isMet(by: value) ? say("kept", "达到") : say("missed", "未达到"),
            ])
        }
        return table.text
    }

    /// Measures by which plans are compared first.
    public static let leading: [Measure] = [
        .deaths, .seriousInjuries, .slightInjuries, .secondsToFirstArrival, .secondsToFireOut,
    ]

    /// Returns the table of plans: for each the leading measures, their mean and the range of 90 % of
    /// the drills.
    public func plans(_ plans: [(Bilingual, [MeasureSummary])]) -> String {
        var table = TextTable(
            [(say("Plan", "预案"), .left)]
                + Self.leading.map { ($0.title[language], .right) }
        )
        for (title, summaries) in plans {
            table.add(
                [title[language]]
                    + zip(Self.leading, summaries).map { measure, summary in
                        let mean = summary.mean.map { figure($0, measure) } ?? "–"
                        let low = figure(summary.lowerQuantile, measure)
                        return "\(mean) (\(low) … \(figure(summary.upperQuantile, measure)))"
                    }
            )
        }
        return table.text
    }

    /// Returns the table of paired differences to a baseline.
    public func differences(_ pairs: [(Measure, PairedSummary)]) -> String {
        var table = TextTable([
            (say("Measure", "指标"), .left), (say("Difference", "配对差"), .right),
            (say("95 % simultaneous", "95% 联合置信区间"), .right),
            (say("Less in", "减少占比"), .right), (say("More in", "增加占比"), .right),
            (say("Left out", "未计入"), .right),
            (say("Variance cut", "方差缩减倍数"), .right),
        ])
        for (measure, pair) in pairs {
            let total = Double(max(1, pair.total))
            table.add([
                measure.title[language], pair.mean.map { signed($0, measure) } ?? "–",
                pair.simultaneous.map {
                    "[\(signed($0.low, measure)), \(signed($0.high, measure))]"
                }
                    ?? "",
                Figures.percent(Double(pair.smaller) / total),
                Figures.percent(Double(pair.greater) / total),
                pair.leftOut > 0 ? "\(pair.leftOut)" : "",
                pair.varianceReduction.map {
                    $0 < 999.95 ? Figures.decimal($0, places: 1) + "×" : "> 1000×"
                } ?? "",
            ])
        }
        return table.text
    }

    private func signed(_ value: Double, _ measure: Measure) -> String {
        let text = figure(value, measure)
        return value > 0 && text != figure(0, measure) ? "+" + text : text
    }

    /// Returns a value of a measure as readers see it.
    public func figure(_ value: Double, _ measure: Measure) -> String {
        if measure.isTime { return Figures.duration(value, language) }
        if measure == .directLossYuan {
            return Figures.decimal(value / 1e8, places: 2) + say("×10⁸", "亿")
        }
        if measure.isShare { return Figures.percent(value) }
        return measure.isIndex ? Figures.decimal(value, places: 3) : Figures.plain(value)
    }

    /// Returns a value of a single drill in words where there are some: what never happened, grades,
    /// yes and no.
    func worded(_ value: Double, _ measure: Measure) -> String {
        guard value.isFinite else { return say("never", "未发生") }
        switch measure {
        case .incidentGrade, .incidentGradeBelieved:
            let grade = IncidentGrade.allCases.first { Double($0.rawValue) + 1 == value }
            return grade?.title[language] ?? say("none", "无")
        case .greatPublicImpact: return value > 0 ? say("yes", "是") : say("no", "否")
        default: return figure(value, measure)
        }
    }
}
