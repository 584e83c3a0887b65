import Experiments
import Scoring
import Wording

/// What deaths, late arrivals and missed goals are laid to, and what a response could have changed.
extension AfterActionReport {
    var causeChapter: Chapter {
        var blocks: [Block] = []
        for frame in Frame.allCases {
            guard let total = frame.total, let whole = results.summary(total),
                let mean = whole.mean, mean > 0
            else { continue }
            if frame == .causesOfDeaths {
                blocks.append(.figure(deathFigure(whole, mean)))
            } else {
                blocks.append(.table(causeTable(frame, whole, mean)))
            }
        }
        if blocks.isEmpty {
            let text = Bilingual("There is nothing to be laid to a cause.", "无需归因的事项。")
            blocks.append(.paragraph(text))
        }
        blocks.append(
            .remark(
                Bilingual(
                    "Each is laid to the link of its why-chain that took longest (assumption D); "
                        + "causes add up to the whole.",
                    "每一例归因于其因果链中耗时最长的环节（假定，D）；各项之和等于合计。"
                )
            )
        )
        return Chapter("causes", "Causes of deaths", "伤亡归因", blocks)
    }

    /// Causes of a frame that had any, the greatest first.
    private func causes(_ frame: Frame) -> [(measure: Measure, summary: MeasureSummary)] {
        results.measures.filter { $0.measure.frame == frame && ($0.summary.mean ?? 0) > 0 }
            .sorted {
                let (one, two) = ($0.summary.mean ?? 0, $1.summary.mean ?? 0)
                return one != two ? one > two : $0.measure.rawValue < $1.measure.rawValue
            }
    }

    private func deathFigure(_ whole: MeasureSummary, _ mean: Double) -> Figure {
        let bars = causes(.causesOfDeaths).map { cause in
            let value = cause.summary.mean ?? 0
            let text = Figures.decimal(value, places: 2) + " · " + Figures.percent(value / mean)
            return BarChart.Bar(
                title: cause.measure.cause?.title ?? cause.measure.title,
                value: value,
                low: cause.summary.meanLow,
                high: cause.summary.meanHigh,
                remark: Bilingual(verbatim: text),
                isAvoidable: cause.measure != .deathsByHazard
                    && cause.measure != .deathsByBeyondReach
            )
        }
        let chart = BarChart(
            bars: bars,
            axis: Bilingual("Deaths a drill, mean", "次均死亡人数（人）")
        )
        let title = Bilingual("What deaths are laid to", "死亡归因")
        let message = Bilingual(
            "Mean number of deaths a drill by the link that took longest; "
                + "\(Figures.decimal(mean, places: 2)) in all.",
            "按耗时最长环节归因的次均死亡人数，合计\(Figures.decimal(mean, places: 2))人。"
        )
        return Figure(
            title: title,
            message: message,
            drawing: { chart.draw($0, $1, title: title, message: message) },
            table: causeTable(.causesOfDeaths, whole, mean),
            showsTable: true
        )
    }

    private func causeTable(
        _ frame: Frame,
        _ whole: MeasureSummary,
        _ mean: Double
    ) -> ReportTable {
        let total = frame.total ?? .deaths
        var table = ReportTable(
            "causes-\(total.name)",
            frame.title,
            [
                .words("cause", "Laid to", "归因"), .init("mean", "Mean a drill", "次均"),
                .init("meanLow", "95 % from", "95%下限"), .init("meanHigh", "to", "95%上限"),
                .init("share", "Share", "占比"),
            ]
        )
        for cause in causes(frame) {
            table.add(
                cells(
                    cause.measure.cause?.title ?? cause.measure.title,
                    cause.measure,
                    cause.summary,
                    of: mean
                )
            )
        }
        table.add(cells(Bilingual("Sum", "合计"), total, whole, of: mean))
        return table
    }

    private func cells(
        _ title: Bilingual,
        _ measure: Measure,
        _ summary: MeasureSummary,
        of mean: Double
    ) -> [Cell] {
        let source = "measures.\(measure.name)."
        return [
            Cell(title), words.decimal(summary.mean, places: 2, source + "mean"),
            words.decimal(summary.meanLow, places: 2, source + "meanLow"),
            words.decimal(summary.meanHigh, places: 2, source + "meanHigh"),
            words.percent((summary.mean ?? 0) / mean),
        ]
    }

    // MARK: References

    var referenceChapter: Chapter {
        guard !input.references.isEmpty else {
            let text = Bilingual(
                "No reference drills were played; drill batch … --references adds no response and ideal "
                    + "response under the same luck.",
                "未推演参照情形；用 drill batch … --references 可在相同随机条件下加入“无响应”和“理想响应”。"
            )
            return Chapter("references", "Reference drills", "参照推演", [.remark(text)])
        }
        var table = ReportTable(
            "references",
            Bilingual(
                "The plan against no response and ideal information, means a drill",
                "本预案与无响应、理想响应对比（次均）"
            ),
            [
                .words("measure", "Measure", "指标"), .init("noResponse", "No response", "无响应"),
                .init("plan", "This plan", "本预案"), .init("ideal", "Ideal", "理想响应"),
                .init("spared", "No response less this plan", "无响应减本预案"),
                .init("sparedLow", "95 % from", "95%下限"), .init("sparedHigh", "to", "95%上限"),
                .init("preventable", "This plan less ideal", "本预案减理想响应"),
                .init("preventableLow", "95 % from", "95%下限"),
                .init("preventableHigh", "to", "95%上限"),
            ]
        )
        for line in input.references { table.add(cells(line)) }
        var blocks: [Block] = [.table(table)]
        if let index = input.referenceIndex {
            let text = Figures.decimal(index, places: 3)
            blocks.append(
                .paragraph(
                    Bilingual(
                        "Public safety index against no response: \(text) (assumption D).",
                        "公共安全指数（相对无响应）：\(text)（假定，D）。"
                    )
                )
            )
        }
        let note = Bilingual(
            "The same luck in all three. Ideal: this plan with information that is complete, right and at once; "
                + "never a plan that sees the truth.",
            "三者随机条件相同。理想响应：本预案不变，信息零时延、零丢失、零误差，但并非全知。"
        )
        blocks.append(.remark(note))
        return Chapter("references", "Reference drills", "参照推演", blocks)
    }

    private func cells(_ line: ReferenceLine) -> [Cell] {
        let source = "references.json#measures.\(line.measure.name)."
        func mean(_ estimate: Estimate, _ name: String) -> Cell {
            words.cell(estimate.mean, line.measure, source + name + ".mean")
        }
        func difference(_ estimate: Estimate, _ name: String) -> [Cell] {
            [("mean", estimate.mean), ("low", estimate.low), ("high", estimate.high)].map {
                words.decimal($0.1, places: 2, source + name + "." + $0.0)
            }
        }
        return [
            Cell(line.measure.title), mean(line.noResponse, "noResponse"), mean(line.plan, "plan"),
            mean(line.ideal, "idealResponse"),
        ] + difference(line.spared, "sparedByThePlan")
            + difference(line.preventable, "stillPreventable")
    }
}
