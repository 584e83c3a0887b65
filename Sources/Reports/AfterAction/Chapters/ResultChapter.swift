import Experiments
import Scoring
import Wording

/// What came out, measure by measure, over time and from drill to drill.
extension AfterActionReport {
    var resultChapter: Chapter {
        var blocks: [Block] = curveFigures.map { .figure($0) }
        blocks += timeFigures.map { .figure($0) }
        blocks.append(.table(measureTable))
        blocks.append(.remark(measureRemark))
        blocks.append(.pairs(topGradeTable))
        return Chapter("results", "Results", "推演结果", blocks)
    }

    // MARK: Measures

    private var measureTable: ReportTable {
        var table = ReportTable(
            "measures",
            Bilingual("Measures by the frame of evaluation", "各项指标（按评估框架）"),
            [
                .words("measure", "Measure", "指标"), .init("mean", "Mean", "均值"),
                .init("meanLow", "95 % from", "95%下限"), .init("meanHigh", "to", "95%上限"),
                .init("median", "Median", "中位数"), .init("p5", "P5", "P5"),
                .init("p95", "P95", "P95"), .init("never", "Never in", "未发生次数"),
            ]
        )
        for frame in Frame.allCases where frame.total == nil {
            let lines = results.measures.filter { $0.measure.frame == frame }
            guard !lines.isEmpty else { continue }
            table.add(heading: frame.title)
            for line in lines { table.add(cells(line.measure, line.summary)) }
        }
        return table
    }

    private func cells(_ measure: Measure, _ summary: MeasureSummary) -> [Cell] {
        let source = "measures.\(measure.name)."
        return [
            Cell(measure.title), words.cell(summary.mean, measure, source + "mean"),
            words.cell(summary.meanLow, measure, source + "meanLow"),
            words.cell(summary.meanHigh, measure, source + "meanHigh"),
            words.cell(summary.median, measure, source + "median"),
            words.cell(summary.lowerQuantile, measure, source + "p5"),
            words.cell(summary.upperQuantile, measure, source + "p95"),
            summary.never > 0 ? Cell(summary.never, source: source + "never") : .blank,
        ]
    }

    private var measureRemark: Bilingual {
        Bilingual(
            "The interval says how surely the mean is known (error); P5 and P95 say how much drills differ "
                + "(risk). A mean leaves out drills in which it never happened.",
            "置信区间反映均值的估计误差；P5、P95反映各次推演间的差异（风险）。均值不计未发生的推演。"
        )
    }

    private var topGradeTable: ReportTable {
        var table = ReportTable(
            "top-grade",
            Bilingual("Accidents of the two top grades", "重大及以上事故"),
            [.words("item", "Item", "项目"), .words("content", "Content", "内容")]
        )
        let share = results.topGrade
        table.add([
            Cell(Bilingual("Share of drills with one", "重大及以上事故概率")),
            words.percent(share.share, "topGradeAccident.probability"),
        ])
        table.add([
            Cell(Bilingual("95 % interval from", "95%置信区间下限")),
            words.percent(share.low, "topGradeAccident.low"),
        ])
        table.add([
            Cell(Bilingual("to", "上限")), words.percent(share.high, "topGradeAccident.high"),
        ])
        return table
    }

    // MARK: Curves

    private static let shownCurves: [(Curve, Bilingual, Bilingual)] = [
        (
            .deaths, Bilingual("Deaths over time", "死亡人数变化曲线"),
            Bilingual("People dead in truth", "真实死亡人数（人）")
        ),
        (
            .trapped, Bilingual("People trapped over time", "被困人数变化曲线"),
            Bilingual("People trapped", "被困人数（人）")
        ),
        (
            .admissions, Bilingual("Hospital admissions over time", "住院人数变化曲线"),
            Bilingual("People admitted", "累计住院人数（人）")
        ),
    ]

    private var curveFigures: [Figure] {
        Self.shownCurves.compactMap { curve, title, unit in
            guard let quantiles = results.curves.first(where: { $0.curve == curve })?.quantiles,
                (quantiles.last?.max() ?? 0) > 0
            else { return nil }
            return figure(curve, quantiles, title, unit)
        }
    }

    private func figure(
        _ curve: Curve,
        _ quantiles: [[Double]],
        _ title: Bilingual,
        _ unit: Bilingual
    ) -> Figure {
        let (seconds, quantiles) = (thinned(results.curveSeconds), quantiles.map { thinned($0) })
        let single = thinned(digest?.curve(curve) ?? [])
        let chart = FanChart(
            seconds: seconds,
            quantiles: quantiles,
            single: single,
            unit: unit,
            singleTitle: typicalTitle
        )
        let message = message(quantiles)
        return Figure(
            title: title,
            message: message,
            drawing: { chart.draw($0, $1, title: title, message: message) },
            table: table(curve, title, seconds, quantiles, single)
        )
    }

    /// Most points of a curve -- constant.
    private static let mostPoints = 240

    /// Leaves out points evenly where there are too many.
    private func thinned(_ values: [Double]) -> [Double] {
        let step = (results.curveSeconds.count + Self.mostPoints - 1) / Self.mostPoints
        guard step > 1 else { return values }
        return stride(from: 0, to: values.count, by: step).map { values[$0] }
    }

    private func message(_ quantiles: [[Double]]) -> Bilingual {
        let end = quantiles.map { Figures.plain($0.last ?? 0) }
        guard end.count == 5 else { return Bilingual(verbatim: "") }
        return Bilingual(
            "At the end of the drill: median \(end[2]), half of the drills \(end[1])–\(end[3]), nine in ten "
                + "\(end[0])–\(end[4]).",
            "演练结束时：中位数\(end[2])，半数推演在\(end[1])–\(end[3])之间，九成推演在\(end[0])–\(end[4])之间。"
        )
    }

    private func table(
        _ curve: Curve,
        _ title: Bilingual,
        _ seconds: [Double],
        _ quantiles: [[Double]],
        _ single: [Double]
    ) -> ReportTable {
        let shares = ["P5", "P25", "P50", "P75", "P95"]
        var columns: [ReportTable.Column] = [.init("secondsFromStart", "Time", "时间")]
        columns += shares.map { .init($0.lowercased(), $0, $0) }
        if !single.isEmpty {
            columns.append(.init("typical", typicalTitle.english, typicalTitle.chinese))
        }
        var table = ReportTable("curve-\(curve.name)", title, columns)
        for (point, time) in seconds.enumerated() {
            var cells = [words.shortClock(time)] + quantiles.map { Cell(plain: $0[point]) }
            if !single.isEmpty {
                cells.append(single.indices.contains(point) ? Cell(plain: single[point]) : .blank)
            }
            table.add(cells)
        }
        return table
    }

    // MARK: Response times

    private var timeFigures: [Figure] {
        results.values.compactMap { measure, values in
            guard values.contains(where: \.isFinite) else { return nil }
            return figure(measure, values)
        }
    }

    private func figure(_ measure: Measure, _ values: [Double]) -> Figure {
        let goal = input.scoring.goals.first { $0.measure == measure }
        let summary = results.summary(measure)
        let isLong = (summary?.upperQuantile ?? 0) >= 3 * 3600 || (goal?.bound ?? 0) >= 3 * 3600
        let unit = measure.isTime ? (isLong ? 3600.0 : 60) : 1
        let median = summary.map { $0.median / unit }
        let chart = DistributionChart(
            values.map { $0 / unit },
            bound: goal.map { $0.bound / unit },
            missesAbove: goal?.isUpperBound ?? true,
            median: median.flatMap { $0.isFinite ? $0 : nil },
            axis: axis(measure, isLong),
            boundTitle: goal.map { goal in
                let wanted = words.wanted(goal)
                return Bilingual("goal: \(wanted.english)", "目标：\(wanted.chinese)")
            } ?? Bilingual(verbatim: "")
        )
        let title = Bilingual(
            "\(measure.title.english): spread over the drills",
            "\(measure.title.chinese)分布"
        )
        let message = message(measure, values, goal)
        return Figure(
            title: title,
            message: message,
            drawing: { chart.draw($0, $1, title: title, message: message) },
            table: table(measure, chart, unit)
        )
    }

    private func axis(_ measure: Measure, _ isLong: Bool) -> Bilingual {
        guard measure.isTime else { return measure.title }
        let unit = isLong ? Bilingual("h", "小时") : Bilingual("min", "分钟")
        return Bilingual(
            "\(measure.title.english) [\(unit.english)]",
            "\(measure.title.chinese)（\(unit.chinese)）"
        )
    }

    private func message(_ measure: Measure, _ values: [Double], _ goal: Goal?) -> Bilingual {
        let never = values.count { !$0.isFinite }
        let left =
            never > 0
            ? Bilingual(
                " It never happened in \(never) drills, which are not drawn.",
                "另有\(never)次推演未发生，未绘出。"
            ) : Bilingual(verbatim: "")
        guard let goal else {
            return Bilingual(
                "\(values.count) drills." + left.english,
                "共\(values.count)次推演。" + left.chinese
            )
        }
        let kept = values.count { goal.isMet(by: $0) }
        return Bilingual(
            "\(kept) of \(values.count) drills keep the goal." + left.english,
            "\(values.count)次推演中\(kept)次达到目标。" + left.chinese
        )
    }

    private func table(
        _ measure: Measure,
        _ chart: DistributionChart,
        _ unit: Double
    ) -> ReportTable {
        var table = ReportTable(
            "spread-\(measure.name)",
            measure.title,
            [
                .init("from", "From", "自"), .init("to", "below", "至（不含）"),
                .init("drills", "Drills", "推演次数"),
            ]
        )
        // An edge is a round number that binary fractions may miss by the last bit.
        func edge(_ value: Double) -> Double { (value * unit * 1e6).rounded() / 1e6 }
        for (from, count) in zip(chart.edges, chart.counts) {
            table.add([
                words.cell(edge(from), measure), words.cell(edge(from + chart.step), measure),
                Cell(count),
            ])
        }
        return table
    }
}
