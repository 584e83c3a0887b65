public import Experiments
public import Scoring
public import Wording

/// How goals, marks, causes and references are told to an evaluator.
public struct JudgementReport {
    private let language: Language
    private let figures: BatchReport

    /// Creates a report in a language.
    public init(_ language: Language) {
        self.language = language
        figures = BatchReport(language)
    }

    private func say(_ english: String, _ chinese: String) -> String {
        Bilingual(english, chinese)[language]
    }

    // MARK: One drill

    /// Returns the measures of a drill, by the standing frame; causes stand in tables of their own.
    ///
    /// - Parameters:
    ///   - values: Values of all measures.
    ///   - wanted: Measures that the scenario has.
    /// - Returns: A table.
    public func measures(_ values: MeasureValues, of wanted: [Measure]) -> String {
        var table = TextTable([(say("Measure", "指标"), .left), (say("Value", "结果"), .right)])
        for frame in Frame.allCases where frame.total == nil {
            table.add([frame.title[language], ""])
            for measure in frame.measures where wanted.contains(measure) {
                table.add([
                    "  " + measure.title[language], figures.worded(values[measure], measure),
                ])
            }
        }
        return table.text
    }

    /// Returns how a drill comes to its mark, goal by goal, with the level.
    public func steps(
        _ values: MeasureValues,
        _ definition: ScoringDefinition,
        _ names: ScenarioNames
    ) -> String {
        let mark = values[.score]
        guard let level = definition.marking.level(of: mark) else {
            return say("no score: the scenario has no goals with weight\n", "无得分：情景未设置带权重的目标\n")
        }
        var text = ""
        if definition.marking.method == .goals {
            var table = stepTable(say("Value", "结果"))
            let steps = Score.steps(values, by: definition.goals)
            for (name, step) in zip(names.goals, steps) {
                table.add([
                    name.title[language], wanted(step.goal),
                    figures.figure(step.value, step.goal.measure), Figures.percent(step.degree),
                    Figures.plain(step.goal.weight), Figures.decimal(step.possible, places: 1),
                    Figures.decimal(step.points, places: 1),
                ])
            }
            table.add(totalRow(mark))
            text = table.text
        }
        return text + conclusion(mark, level, definition) + gradeLine(values) + note(definition)
    }

    /// What the mark does not say: how grave the incident was, and how many goals were missed.
    private func gradeLine(_ values: MeasureValues) -> String {
        let grade = figures.worded(values[.incidentGrade], .incidentGrade)
        let missed = Figures.plain(values[.goalsMissed])
        return say(
            "goals missed: \(missed); grade of the incident: \(grade)\n",
            "未达标目标 \(missed) 项；事故等级：\(grade)\n"
        ) + caution
    }

    private var caution: String {
        say(
            "the mark says how far this scenario's goals were kept, not how grave the incident was\n",
            "得分仅反映本情景所设目标的达成程度，不代表事故后果的轻重\n"
        )
    }

    private func stepTable(_ value: String) -> TextTable {
        TextTable([
            (say("Goal", "目标"), .left), (say("Wanted", "要求"), .right), (value, .right),
            (say("Kept to", "达成度"), .right), (say("Weight", "权重"), .right),
            (say("Full", "满分"), .right), (say("Points", "得分"), .right),
        ])
    }

    private func totalRow(_ mark: Double) -> [String] {
        [say("Sum", "合计"), "", "", "", "", "100.0", Figures.decimal(mark, places: 1)]
    }

    private func wanted(_ goal: Goal) -> String {
        (goal.isUpperBound ? "≤ " : "≥ ") + figures.figure(goal.bound, goal.measure)
    }

    private func conclusion(
        _ mark: Double,
        _ level: ScoreLevel,
        _ definition: ScoringDefinition
    ) -> String {
        let points = Figures.decimal(mark, places: 1)
        return say(
            "score \(points) of 100: \(level.title.english); \(definition.marking.method.title.english)\n",
            "得分 \(points)（百分制），评定等级：\(level.title.chinese)；\(definition.marking.method.title.chinese)\n"
        )
    }

    /// What the mark rests on.
    private func note(_ definition: ScoringDefinition) -> String {
        let marking = definition.marking
        func number(_ mark: Double) -> String { Figures.plain(mark) }
        let levels = Bilingual(
            "levels from \(number(marking.excellentFrom)) excellent (P), \(number(marking.goodFrom)) "
                + "good (S), \(number(marking.fairFrom)) fair (M), below poor (U) (assumption)\n",
            "等级：\(number(marking.excellentFrom))分起为优（P），\(number(marking.goodFrom))分起为良（S），"
                + "\(number(marking.fairFrom))分起为中（M），以下为差（U）（假定）\n"
        )
        let degrees = Bilingual(
            "points = full points × kept to; a goal missed is kept to the ratio of bound and value, of a "
                + "bound 0 not at all;\nweights are the scenario's, 1 where it names none (assumption)\n",
            "得分 = 满分 × 达成度；未达标时达成度为界限与结果之比，界限为 0 时计 0；\n权重取自情景，未写明者为 1（假定）\n"
        )
        return (marking.method == .goals ? degrees[language] : "") + levels[language]
    }

    /// Returns what each goal is linked to, from the objective to the measure; empty where the scenario
    /// does not say.
    public func links(_ definition: ScoringDefinition, _ names: ScenarioNames) -> String {
        guard names.goalLinks.contains(where: { $0.title != nil }) else { return "" }
        var table = TextTable([
            (say("Goal", "目标"), .left), (say("Objective", "演练目标"), .left),
            (say("Task", "任务"), .left), (say("Capability", "能力"), .left),
            (say("Measure", "指标"), .left),
        ])
        for ((goal, name), link) in zip(zip(definition.goals, names.goals), names.goalLinks) {
            table.add([
                name.title[language], link.objective?[language] ?? "–",
                link.task?[language] ?? "–", link.capability?[language] ?? "–",
                goal.measure.title[language],
            ])
        }
        return table.text
    }

    /// Returns what deaths, late arrivals and missed goals of a drill are laid to; links without any
    /// are left out.
    public func causes(_ values: MeasureValues) -> String {
        let tables = Frame.allCases.compactMap { frame -> String? in
            guard let total = frame.total, values[total] > 0 else { return nil }
            var table = TextTable([
                (frame.title[language], .left), (say("Number", "数量"), .right),
                (say("Share", "占比"), .right),
            ])
            for measure in ordered(frame, by: { values[$0] }) where values[measure] > 0 {
                table.add([
                    measure.cause?.title[language] ?? "", Figures.plain(values[measure]),
                    Figures.percent(values[measure] / values[total]),
                ])
            }
            table.add([say("Sum", "合计"), Figures.plain(values[total]), Figures.percent(1)])
            return table.text
        }
        return tables.joined(separator: "\n") + (tables.isEmpty ? "" : causeNote)
    }

    /// Columns of a frame, the greatest first; of equal ones in their order.
    private func ordered(_ frame: Frame, by value: (Measure) -> Double) -> [Measure] {
        frame.measures.sorted {
            value($0) != value($1) ? value($0) > value($1) : $0.rawValue < $1.rawValue
        }
    }

    private var causeNote: String {
        say(
            "each is laid to the link of its why-chain that took longest (assumption)\n",
            "每一例归因于其因果链中耗时最长的环节（假定）\n"
        )
    }

    // MARK: Many drills

    /// Returns the mark of a batch: spread over levels, and points lost by goal.
    public func score(
        _ summary: ScoreSummary,
        _ definition: ScoringDefinition,
        _ names: [Name]
    ) -> String {
        guard let mean = summary.mark.mean, let level = summary.level else {
            return say("no score: the scenario has no goals with weight\n", "无得分：情景未设置带权重的目标\n")
        }
        var text = ""
        if !summary.steps.isEmpty {
            var table = TextTable([
                (say("Goal", "目标"), .left), (say("Wanted", "要求"), .right),
                (say("Weight", "权重"), .right), (say("Full", "满分"), .right),
                (say("Mean points", "平均得分"), .right), (say("Lost", "失分"), .right),
            ])
            for (name, step) in zip(names, summary.steps) {
                table.add([
                    name.title[language], wanted(step.goal), Figures.plain(step.goal.weight),
                    Figures.decimal(step.possible, places: 1),
                    Figures.decimal(step.points, places: 1),
                    Figures.decimal(step.possible - step.points, places: 1),
                ])
            }
            table.add([
                say("Sum", "合计"), "", "", "100.0", Figures.decimal(mean, places: 1),
                Figures.decimal(100 - mean, places: 1),
            ])
            text = table.text
        }
        let drills = summary.levels.reduce(0) { $0 + $1.drills }
        let shares = summary.levels.map { entry in
            let share = Figures.percent(Double(entry.drills) / Double(max(1, drills)))
            return entry.level.title[language] + " " + share
        }
        return text + conclusion(mean, level, definition) + caution
            + say("levels of drills: ", "各次推演等级分布：")
            + shares.joined(separator: say(", ", "，")) + "\n" + note(definition)
    }

    /// Returns what deaths, late arrivals and missed goals of a batch are laid to: means a drill with
    /// intervals, which add up to the mean of the whole.
    public func causes(_ summaries: [(measure: Measure, summary: MeasureSummary)]) -> String {
        let tables = Frame.allCases.compactMap { frame -> String? in
            guard let total = frame.total,
                let whole = summaries.first(where: { $0.measure == total })?.summary,
                let sum = whole.mean, sum > 0
            else { return nil }
            var table = TextTable([
                (frame.title[language], .left), (say("Mean a drill", "次均"), .right),
                (say("95 % interval", "95% 置信区间"), .right), (say("Share", "占比"), .right),
            ])
            let lines = summaries.filter { $0.measure.frame == frame && ($0.summary.mean ?? 0) > 0 }
            for line in lines.sorted(by: { ($0.summary.mean ?? 0) > ($1.summary.mean ?? 0) }) {
                let title = line.measure.cause?.title[language] ?? ""
                table.add(cells(title, line.summary, of: sum))
            }
            table.add(cells(say("Sum", "合计"), whole, of: sum))
            return table.text
        }
        return tables.joined(separator: "\n") + (tables.isEmpty ? "" : causeNote)
    }

    private func cells(_ title: String, _ summary: MeasureSummary, of sum: Double) -> [String] {
        let mean = summary.mean ?? 0
        return [
            title, Figures.decimal(mean, places: 2), interval(summary.meanLow, summary.meanHigh),
            Figures.percent(mean / sum),
        ]
    }

    private func interval(_ low: Double?, _ high: Double?) -> String {
        guard let low, let high else { return "" }
        return "[\(Figures.decimal(low, places: 2)), \(Figures.decimal(high, places: 2))]"
    }

    /// Returns what a plan spares against no response, and what ideal information could still spare.
    public func references(_ comparison: ReferenceComparison) -> String {
        var table = TextTable([
            (say("Measure", "指标"), .left), (say("No response", "无响应"), .right),
            (say("This plan", "本预案"), .right), (say("Ideal", "理想响应"), .right),
            (say("No response − plan", "无响应 − 本预案"), .right),
            (say("Plan − ideal", "本预案 − 理想"), .right),
        ])
        for line in comparison.lines {
            let (measure, mean) = (
                line.measure,
                { (summary: MeasureSummary) in
                    summary.mean.map { figures.figure($0, line.measure) } ?? "–"
                }
            )
            table.add([
                measure.title[language], mean(line.noResponse), mean(line.plan),
                mean(line.idealResponse), difference(line.spared, measure),
                difference(line.preventable, measure),
            ])
        }
        return table.text + referenceNote(comparison)
    }

    private func difference(_ pair: PairedSummary, _ measure: Measure) -> String {
        guard let mean = pair.mean else { return "–" }
        let text = Figures.decimal(mean, places: 2)
        guard let low = pair.low, let high = pair.high else { return text }
        return "\(text) [\(Figures.decimal(low, places: 2)), \(Figures.decimal(high, places: 2))]"
    }

    private func referenceNote(_ comparison: ReferenceComparison) -> String {
        var text = ""
        if let saved = comparison.lines.first?.spared,
            let late = comparison.lines.first?.preventable
        {
            let lives = difference(saved, .deaths)
            let rest = difference(late, .deaths)
            text += say(
                "lives saved by the plan: \(lives); preventable deaths: \(rest) (mean a drill, 95 % interval)\n",
                "本预案挽救生命 \(lives) 人；可避免死亡 \(rest) 人（次均，95% 置信区间）\n"
            )
        }
        if let index = comparison.publicSafetyIndex {
            let share = Figures.decimal(index, places: 3)
            text += say(
                "public safety index against no response: \(share) (assumption)\n",
                "公共安全指数（相对无响应）：\(share)（假定）\n"
            )
        }
        return text
            + say(
                "same luck in all three; ideal: this plan with information that is complete, right and at "
                    + "once\n",
                "三者随机条件相同；理想响应：本预案不变，信息零时延、零丢失、零误差\n"
            )
    }
}
