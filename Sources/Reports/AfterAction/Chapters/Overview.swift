import EventKernel
import Experiments
import Scoring
import Wording

/// What was tested and how it came out, on the first page.
extension AfterActionReport {
    var overview: Chapter {
        var table = ReportTable(
            "overview",
            Bilingual("The exercise", "演练基本情况"),
            [.words("item", "Item", "项目"), .words("content", "Content", "内容")]
        )
        for (name, value) in overviewLines { table.add([Cell(name), value]) }
        return Chapter(
            "overview",
            "Overview",
            "基本情况",
            [.keyFigures(keyFigures), .paragraph(conclusion), .pairs(table)]
        )
    }

    private var overviewLines: [(Bilingual, Cell)] {
        let end = input.start.later(milliseconds: input.scoring.duration.milliseconds)
        let (from, to) = (words.date(input.start), words.date(end))
        return [
            (Bilingual("Exercise", "演练名称"), Cell(input.scenario)),
            (
                Bilingual("Form", "演练形式"),
                Cell(Bilingual("tabletop, by simulation", "桌面演练（计算机模拟推演）"))
            ),
            (Bilingual("Plan under test", "检验预案"), Cell(input.plan)),
            (
                Bilingual("Time in the scenario", "情景时间"),
                Cell(
                    Bilingual(
                        "\(from.english) to \(to.english)",
                        "\(from.chinese)至\(to.chinese)"
                    )
                )
            ),
            (
                Bilingual("Drills", "推演次数"), Cell(results.drills, source: "drills")
            ),
            (
                Bilingual("Luck", "随机条件"),
                Cell(
                    Bilingual(
                        "seed \(input.provenance.seed); every drill with its own luck",
                        "随机种子 \(input.provenance.seed)，各次推演随机条件互不相同"
                    )
                )
            ),
            (Bilingual("Typical drill", "典型推演"), typicalCell),
            (
                Bilingual("Drills that broke an invariant", "违反守恒约束的推演"),
                Cell(results.failed)
            ),
        ]
    }

    private var typicalCell: Cell {
        guard let number = results.typicalDrill else { return ReportWords.dash }
        return Cell(
            Double(number),
            Bilingual(
                "no. \(number), nearest the middle in deaths, injuries, arrival and fire-out",
                "第\(number)次（死亡、重伤、首到、灭火用时综合最接近中位）"
            ),
            source: "typicalDrill"
        )
    }

    /// The result in two sentences.
    private var conclusion: Bilingual {
        let goals = results.goals
        let (met, open) = (
            goals.count { $0.verdict == .met }, goals.count { $0.verdict == .undecided }
        )
        let missed = goals.count - met - open
        guard !goals.isEmpty else {
            return Bilingual("The scenario sets no goals.", "情景未设置演练目标。")
        }
        let level = results.score.level
        let english = level.map { " As a whole the response is rated \($0.title.english)." } ?? ""
        let chinese = level.map { "总体评定等级为\($0.title.chinese)。" } ?? ""
        return Bilingual(
            "Goals: \(goals.count). Met: \(met); not met: \(missed); undecided: \(open)." + english,
            "共设\(goals.count)项目标，达标\(met)项，未达标\(missed)项，未定\(open)项。" + chinese
        )
    }

    private var keyFigures: [KeyFigure] {
        let wanted: [Measure] = [
            .deaths, .seriousInjuries, .secondsToFirstArrival, .secondsToResolve,
        ]
        return (scoreFigure.map { [$0] } ?? []) + wanted.compactMap { figure($0) }
    }

    private var scoreFigure: KeyFigure? {
        guard let mean = results.score.mark.mean, let level = results.score.level else {
            return nil
        }
        return KeyFigure(
            title: Bilingual("Score (of 100)", "综合得分（百分制）"),
            value: words.decimal(mean, places: 1, "score.mean"),
            remarks: [
                (
                    Bilingual("rating", "评定等级"),
                    Cell(level.title, value: level.name, source: "score.level"), nil
                )
            ]
        )
    }

    private func figure(_ measure: Measure) -> KeyFigure? {
        guard let summary = results.summary(measure), let mean = summary.mean else { return nil }
        let source = "measures.\(measure.name)."
        var remarks: [(label: Bilingual, low: Cell, high: Cell?)] = []
        if let low = summary.meanLow, let high = summary.meanHigh {
            remarks.append(
                (
                    Bilingual("95 % interval", "95%置信区间"),
                    words.cell(low, measure, source + "meanLow"),
                    words.cell(high, measure, source + "meanHigh")
                )
            )
        }
        remarks.append(
            (
                Bilingual("P5–P95", "P5–P95"),
                words.cell(summary.lowerQuantile, measure, source + "p5"),
                words.cell(summary.upperQuantile, measure, source + "p95")
            )
        )
        return KeyFigure(
            title: Bilingual(
                measure.title.english + ", mean",
                measure.title.chinese + "（均值）"
            ),
            value: words.cell(mean, measure, source + "mean"),
            remarks: remarks
        )
    }
}
