import Experiments
import Scoring
import Wording

/// What the exercise is to show, how surely it does, and how that becomes a mark.
extension AfterActionReport {
    var objectives: Chapter {
        guard names.goalLinks.contains(where: { $0.title != nil }) else {
            let text = Bilingual(
                "The scenario links its goals to no objectives, tasks or capabilities.",
                "情景未将目标与演练目的、任务、能力相关联。"
            )
            return Chapter("objectives", "Objectives", "演练目标", [.remark(text)])
        }
        var table = ReportTable(
            "objectives",
            Bilingual("From objective to indicator", "演练目标、任务、能力与指标"),
            [
                .words("objective", "Objective", "演练目标"), .words("task", "Task", "任务"),
                .words("capability", "Capability", "能力"), .words("goal", "Goal", "考核目标"),
                .words("measure", "Measure", "指标"),
            ]
        )
        for ((goal, name), link) in zip(zip(input.scoring.goals, names.goals), names.goalLinks) {
            table.add(
                [link.objective, link.task, link.capability].map {
                    $0.map { Cell($0) } ?? ReportWords.dash
                } + [Cell(name.title), Cell(goal.measure.title)]
            )
        }
        return Chapter("objectives", "Objectives", "演练目标", [.table(table)])
    }

    // MARK: Goals

    var goals: Chapter {
        guard !results.goals.isEmpty else {
            let text = Bilingual("The scenario sets no goals.", "情景未设置演练目标。")
            return Chapter("goals", "Goals", "目标达成情况", [.remark(text)])
        }
        return Chapter(
            "goals",
            "Goals",
            "目标达成情况",
            [.figure(goalFigure), .remark(goalRemark), .remark(ratingRemark)]
        )
    }

    private var goalFigure: Figure {
        let rows = zip(zip(input.scoring.goals, names.goals), results.goals).map { pair, summary in
            IntervalChart.Row(
                title: pair.1.title,
                value: summary.probability,
                low: summary.low,
                high: summary.high,
                wanted: pair.0.probability,
                remark: Bilingual(
                    Figures.percent(summary.probability) + " · " + summary.verdict.title.english,
                    Figures.percent(summary.probability) + " · " + summary.verdict.title.chinese
                ),
                tone: summary.verdict.tone
            )
        }
        let chart = IntervalChart(
            rows: rows,
            range: 0...1,
            line: nil,
            axis: Bilingual("Share of drills that keep the goal", "达到目标的推演占比"),
            label: { Figures.decimal($0 * 100, places: 0) + " %" },
            wantedTitle: Bilingual("share wanted", "要求概率")
        )
        let title = Bilingual("Goals: how surely each is kept", "各目标达成概率")
        let message = Bilingual(
            "Share of drills that keep each goal, with its interval, against the share wanted.",
            "达到各目标的推演占比及置信区间，与要求概率对比。"
        )
        return Figure(
            title: title,
            message: message,
            drawing: { chart.draw($0, $1, title: title, message: message) },
            table: goalTable,
            showsTable: true
        )
    }

    private var goalTable: ReportTable {
        var table = ReportTable(
            "goals",
            Bilingual("Goals with probability, interval, verdict and rating", "目标、概率、置信区间、判定与评定"),
            [
                .words("goal", "Goal", "目标"), .init("bound", "Bound", "要求"),
                .init("wanted", "Wanted in", "要求概率"), .init("probability", "Kept in", "达标概率"),
                .init("low", "from", "下限"), .init("high", "to", "上限"),
                .init("kept", "Drills", "达标次数"), .init("verdict", "Verdict", "判定", .short),
                .init("rating", "Rating", "评定", .short),
            ]
        )
        for (number, pair) in zip(zip(input.scoring.goals, names.goals), results.goals).enumerated()
        {
            let ((goal, name), summary) = pair
            let source = "goals.\(number)."
            table.add([
                Cell(name.title), Cell(goal.bound, words.wanted(goal)),
                Cell(
                    goal.probability,
                    Bilingual(verbatim: "≥ " + Figures.percent(goal.probability))
                ),
                words.percent(summary.probability, source + "probability"),
                words.percent(summary.low, source + "low"),
                words.percent(summary.high, source + "high"),
                Cell(summary.kept, source: source + "kept"),
                Cell(
                    summary.verdict.title,
                    value: summary.verdict.rawValue,
                    source: source + "verdict",
                    tone: summary.verdict.tone
                ), Cell(rating(number).title),
            ])
        }
        return table
    }

    /// Rating of one goal (D): 优 met and kept to 90 % on the mean, 良 met, 中 undecided, 差 not met.
    func rating(_ goal: Int) -> ScoreLevel {
        switch results.goals[goal].verdict {
        case .notMet: return .poor
        case .undecided: return .fair
        case .met:
            let steps = results.score.steps
            guard steps.indices.contains(goal), steps[goal].possible > 0 else { return .good }
            let degree = 100 * steps[goal].points / steps[goal].possible
            return degree >= input.scoring.marking.excellentFrom ? .excellent : .good
        }
    }

    private var goalRemark: Bilingual {
        let count = results.goals.count
        let each = Figures.decimal(100 * (1 - 0.05 / Double(max(1, count))), places: 2)
        return Bilingual(
            "Met: the whole interval lies at or above the share wanted; not met: below; undecided: the "
                + "interval contains it. Intervals are of \(each) % each, so that all verdicts hold together "
                + "with 95 %.",
            "达标：置信区间整体不低于要求概率；未达标：整体低于；未定：区间包含要求概率。各目标采用\(each)%置信区间，"
                + "全部判定以95%的置信度同时成立。"
        )
    }

    private var ratingRemark: Bilingual {
        let least = Figures.plain(input.scoring.marking.excellentFrom)
        return Bilingual(
            "Rating after AQ/T 9009 and HSEEP by our rule (assumption D): excellent (P), met and kept to "
                + "\(least) % on the mean; good (S), met; fair (M), undecided; poor (U), not met.",
            "评定参照 AQ/T 9009 与 HSEEP，规则为本程序假定（D）：优（P）为达标且平均达成度不低于\(least)%；良（S）为达标；"
                + "中（M）为未定；差（U）为未达标。"
        )
    }

    // MARK: Score

    var scoreChapter: Chapter {
        let score = results.score
        guard let mean = score.mark.mean, let level = score.level else {
            let text = Bilingual(
                "No score: the scenario has no goals with weight.",
                "无得分：情景未设置带权重的目标。"
            )
            return Chapter("score", "Score", "评分", [.remark(text)])
        }
        var blocks: [Block] = [.table(levelTable)]
        if !score.steps.isEmpty { blocks.insert(.table(stepTable(mean)), at: 0) }
        let marking = score.marking
        blocks.append(
            .remark(
                Bilingual(
                    "Mean mark rated \(level.title.english), by \(marking.method.title.english). Excellent from "
                        + "\(Figures.plain(marking.excellentFrom)), good from "
                        + "\(Figures.plain(marking.goodFrom)), fair from \(Figures.plain(marking.fairFrom)). "
                        + "The mark says how far this scenario's goals were kept, not how grave the incident was.",
                    "平均得分评定为\(level.title.chinese)，评分方法：\(marking.method.title.chinese)。"
                        + "\(Figures.plain(marking.excellentFrom))分以上为优，"
                        + "\(Figures.plain(marking.goodFrom))分以上为良，"
                        + "\(Figures.plain(marking.fairFrom))分以上为中。得分仅反映本情景所设目标的达成程度，不代表事故后果的轻重。"
                )
            )
        )
        return Chapter("score", "Score", "评分", blocks)
    }

    private func stepTable(_ mean: Double) -> ReportTable {
        var table = ReportTable(
            "score",
            Bilingual("How the goals become the mark, step by step", "得分计算过程（逐项）"),
            [
                .words("goal", "Goal", "目标"), .init("bound", "Bound", "要求"),
                .init("weight", "Weight", "权重"), .init("fullPoints", "Full", "满分"),
                .init("meanPoints", "Mean points", "平均得分"), .init("lost", "Lost", "失分"),
            ]
        )
        for (number, pair) in zip(names.goals, results.score.steps).enumerated() {
            let (name, step) = pair
            let source = "score.steps.\(number)."
            table.add([
                Cell(name.title), Cell(step.goal.bound, words.wanted(step.goal)),
                Cell(
                    step.goal.weight,
                    Bilingual(verbatim: Figures.plain(step.goal.weight)),
                    source: source + "weight"
                ),
                words.decimal(step.possible, places: 1, source + "fullPoints"),
                words.decimal(step.points, places: 1, source + "meanPoints"),
                words.decimal(step.possible - step.points, places: 1),
            ])
        }
        table.add([
            Cell(Bilingual("Sum", "合计")), .blank, .blank, words.decimal(100, places: 1),
            words.decimal(mean, places: 1, "score.mean"), words.decimal(100 - mean, places: 1),
        ])
        return table
    }

    private var levelTable: ReportTable {
        var table = ReportTable(
            "levels",
            Bilingual("Rating of the single drills", "各次推演的评定等级"),
            [
                .words("rating", "Rating", "评定等级"), .init("drills", "Drills", "推演次数"),
                .init("share", "Share", "占比"),
            ]
        )
        let all = max(1, results.score.levels.reduce(0) { $0 + $1.drills })
        for (level, drills) in results.score.levels {
            table.add([
                Cell(level.title), Cell(drills, source: "score.drillsAtLevel.\(level.name)"),
                words.percent(Double(drills) / Double(all)),
            ])
        }
        return table
    }
}
