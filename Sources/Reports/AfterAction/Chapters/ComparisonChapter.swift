import EventKernel
import Experiments
import Scoring
import Wording

/// Other plans under the same luck, and what a delay costs.
extension AfterActionReport {
    var comparisonChapter: Chapter {
        var blocks: [Block] = []
        if input.comparisons.isEmpty {
            let text = Bilingual(
                "No other plan was compared; drill report DIR --against OTHER takes results of other plans with "
                    + "the same scenario and seed.",
                "未与其他预案比较；用 drill report DIR --against 其他结果文件夹，可加入同一情景、同一种子下其他预案的结果。"
            )
            blocks.append(.remark(text))
        } else {
            let figures = BatchReport.leading.compactMap { differenceFigure($0) }
            blocks = figures.map { .figure($0) } + [.remark(comparisonRemark)]
        }
        if let price = input.price {
            blocks += price.curves.compactMap { priceFigure($0.measure, $0.points, price) }
                .map { .figure($0) }
        }
        return Chapter("comparison", "Comparison of plans", "预案比较", blocks)
    }

    private var comparisonRemark: Bilingual {
        Bilingual(
            "Other plan minus this one, drill by drill under the same luck. The intervals of all plans and "
                + "measures compared hold together with 95 %.",
            "其他预案减本预案，相同随机条件下逐次配对。全部预案与指标的区间以95%的置信度同时成立。"
        )
    }

    /// Differences of one measure, a row a plan; nil where no plan has it.
    private func differenceFigure(_ measure: Measure) -> Figure? {
        let found = input.comparisons.compactMap { comparison in
            comparison.differences.first { $0.measure == measure }.map {
                (comparison: comparison, pair: $0.pair)
            }
        }.filter { $0.pair.mean != nil }
        guard !found.isEmpty else { return nil }
        let unit = unit(measure, found.map(\.pair))
        let rows = found.map { row($0.comparison, $0.pair, measure, unit.seconds) }
        let ticks = rows.flatMap { [$0.low, $0.high, 0] }.filter(\.isFinite)
        let range = (ticks.min() ?? 0)...(max(ticks.max() ?? 1, (ticks.min() ?? 0) + 1e-9))
        let labels = Ticks(range, about: 5)
        let chart = IntervalChart(
            rows: rows,
            range: range,
            line: 0,
            axis: unit.title,
            label: { labels.label($0) },
            wantedTitle: Bilingual("no difference", "无差异")
        )
        let title = Bilingual(
            "\(measure.title.english): other plans minus this one",
            "\(measure.title.chinese)：其他预案减本预案"
        )
        let message = Bilingual(
            "Mean paired difference with its interval; left of the line means less.",
            "配对差均值及区间；位于零线左侧表示减少。"
        )
        return Figure(
            title: title,
            message: message,
            drawing: { chart.draw($0, $1, title: title, message: message) },
            table: differenceTable(measure, found, title)
        )
    }

    private func row(
        _ comparison: PlanComparison,
        _ pair: PairedSummary,
        _ measure: Measure,
        _ unit: Double
    ) -> IntervalChart.Row {
        let mean = pair.mean ?? 0
        let (low, high) = (pair.simultaneous?.low ?? mean, pair.simultaneous?.high ?? mean)
        let text = signed(mean, measure)
        // Of all leading measures less is better.
        let tone: Cell.Tone = high < 0 ? .good : (low > 0 ? .bad : .open)
        return IntervalChart.Row(
            title: comparison.title,
            value: mean / unit,
            low: low / unit,
            high: high / unit,
            remark: text,
            tone: tone
        )
    }

    private func signed(_ value: Double, _ measure: Measure) -> Bilingual {
        let text = words.figure(value, measure)
        let sign = value > 0 ? "+" : ""
        return Bilingual(sign + text.english, sign + text.chinese)
    }

    private func unit(
        _ measure: Measure,
        _ pairs: [PairedSummary]
    ) -> (
        seconds: Double, title: Bilingual
    ) {
        guard measure.isTime else { return (1, measure.title) }
        let most = pairs.compactMap(\.mean).map { abs($0) }.max() ?? 0
        let isLong = most >= 7200
        let unit = isLong ? Bilingual("h", "小时") : Bilingual("min", "分钟")
        return (
            isLong ? 3600 : 60,
            Bilingual(
                "\(measure.title.english) [\(unit.english)]",
                "\(measure.title.chinese)（\(unit.chinese)）"
            )
        )
    }

    private func differenceTable(
        _ measure: Measure,
        _ found: [(comparison: PlanComparison, pair: PairedSummary)],
        _ title: Bilingual
    ) -> ReportTable {
        var table = ReportTable(
            "difference-\(measure.name)",
            title,
            [
                .words("plan", "Plan", "预案"), .init("drills", "Pairs", "配对数"),
                .init("mean", "Difference", "配对差"), .init("low", "Interval from", "区间下限"),
                .init("high", "to", "上限"), .init("less", "Less in", "减少次数"),
                .init("more", "More in", "增加次数"), .init("leftOut", "Left out", "未计入"),
            ]
        )
        for (comparison, pair) in found {
            table.add([
                Cell(comparison.title), Cell(pair.total), words.cell(pair.mean, measure),
                words.cell(pair.simultaneous?.low, measure),
                words.cell(pair.simultaneous?.high, measure), Cell(pair.smaller),
                Cell(pair.greater), Cell(pair.leftOut),
            ])
        }
        return table
    }

    // MARK: Price of a minute

    private func priceFigure(
        _ measure: Measure,
        _ points: [PriceOfDelay.Point],
        _ price: PriceOfDelay
    ) -> Figure? {
        guard points.contains(where: { $0.estimate.mean != nil }) else { return nil }
        let most = points.compactMap { $0.estimate.high ?? $0.estimate.mean }.max() ?? 0
        let unit = measure.isTime ? (most >= 7200 ? 3600.0 : 60) : 1
        let axis =
            measure.isTime
            ? Bilingual(
                measure.title.english + (unit == 60 ? " [min]" : " [h]"),
                measure.title.chinese + (unit == 60 ? "（分钟）" : "（小时）")
            ) : measure.title
        let chart = DelayChart(points: points, unit: unit, axis: axis)
        let title = Bilingual(
            "The price of a minute: \(measure.title.english)",
            "一分钟的代价：\(measure.title.chinese)"
        )
        let message = Bilingual(
            "Mean with its 95 % interval by the delay of first reports; \(price.drills) drills at each delay.",
            "首报迟缓时间与均值（95%置信区间），每档推演\(price.drills)次。"
        )
        var table = ReportTable(
            "price-\(measure.name)",
            title,
            [
                .init("delayMinutes", "Delay [min]", "迟缓（分钟）"), .init("mean", "Mean", "均值"),
                .init("meanLow", "95 % from", "95%下限"), .init("meanHigh", "to", "95%上限"),
            ]
        )
        for point in points {
            table.add([
                Cell(plain: point.minutes), words.cell(point.estimate.mean, measure),
                words.cell(point.estimate.low, measure), words.cell(point.estimate.high, measure),
            ])
        }
        return Figure(
            title: title,
            message: message,
            drawing: { chart.draw($0, $1, title: title, message: message) },
            table: table
        )
    }
}
