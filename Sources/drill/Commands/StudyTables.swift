import DrillFiles
import EventKernel
import Experiments
import Reports
import Scoring
import Wording

/// The tables of a study, made from its rows.
struct StudyTables {
    let inputs: StudyInputs

    init(_ inputs: StudyInputs) {
        self.inputs = inputs
    }

    var study: StudyFile { inputs.study }

    /// Makes all tables.
    func all(
        _ rows: StudyRows,
        _ selection: SelectionResult?,
        _ search: SearchResult?
    ) throws -> StudyReport {
        var means: [Measure: [Double]] = [:]
        var points = pointTable
        var effects = EffectTable(table: effectTable)
        var indices = indexTable
        for measure in study.measures {
            let values = try rows.values(measure)
            let summaries = values.map { MeasureSummary($0) }
            means[measure] = summaries.map { $0.mean ?? .infinity }
            add(measure, summaries, rows.counts, to: &points)
            add(measure, values, to: &effects)
            add(measure, means[measure] ?? [], to: &indices)
        }
        points.show([])
        effects.showTelling()
        var design = design
        design.show([])
        var tables = [design, points, meanTable(means), effects.table, indices]
        if let selection { tables.append(selectionTable(selection)) }
        if let search { tables.append(searchTable(search)) }
        if study.pareto.count > 1 { tables.append(try paretoTable(rows)) }
        if let failure = study.failure {
            tables.append(try failureTable(failure, rows))
        }
        return StudyReport(head(rows), tables, description: ModelText(inputs).text)
    }

    private func head(_ rows: StudyRows) -> Bilingual {
        let (title, name) = (study.title, inputs.scenario.title)
        let drills = rows.counts.reduce(0, +)
        let count = study.points.count
        return Bilingual(
            "\(title.english.isEmpty ? inputs.name : title.english) · \(name.english) · \(count) points · "
                + "\(drills) drills · seed \(study.seed)",
            "\(title.chinese.isEmpty ? inputs.name : title.chinese) · \(name.chinese) · \(count) 个设计点 · "
                + "\(drills) 次推演 · 种子 \(study.seed)"
        )
    }

    // MARK: Cells

    var factorColumns: [StudyTable.Column] {
        [StudyTable.Column("plan", "Plan", "预案")]
            + study.factors.map {
                StudyTable.Column($0.name.id, $0.name.title.english, $0.name.title.chinese)
            }
    }

    /// Cells of the plan and of all factors at a point.
    func cells(_ point: StudyPoint) -> [StudyTable.Cell] {
        let plan = StudyTable.Cell.name(inputs.plans[point.plan].name, inputs.titles[point.plan])
        return [plan]
            + zip(study.factors, zip(point.levels, point.values)).map { factor, place in
                factor.isContinuous ? .number(place.1, nil) : levelCell(factor, place.0)
            }
    }

    private func levelCell(_ factor: StudyFactor, _ level: Int) -> StudyTable.Cell {
        .name(factor.levels[level].name, factor.levels[level].title)
    }

    private static func measureCell(_ measure: Measure) -> StudyTable.Cell {
        .name(measure.name, measure.title)
    }

    private static let measureColumn = StudyTable.Column("measure", "Measure", "指标")

    // MARK: Points

    /// The points, without results.
    var design: StudyTable {
        var table = StudyTable(
            "design.csv",
            Bilingual("Points", "设计点"),
            [StudyTable.Column("point", "Point", "点")] + factorColumns
        )
        for (number, point) in study.points.enumerated() {
            table.add([.count(number)] + cells(point))
        }
        return table
    }

    private var pointTable: StudyTable {
        StudyTable(
            "points.csv",
            Bilingual("Results at the points", "各设计点结果"),
            [StudyTable.Column("point", "Point", "点")] + factorColumns + [
                Self.measureColumn, StudyTable.Column("drills", "Drills", "次数", isShown: false),
                StudyTable.Column("mean", "Mean", "均值"),
                StudyTable.Column("meanLow", "95 % from", "95% 下限"),
                StudyTable.Column("meanHigh", "to", "上限"),
                StudyTable.Column("standardDeviation", "SD", "标准差", isShown: false),
                StudyTable.Column("median", "Median", "中位数", isShown: false),
                StudyTable.Column("p5", "P5", "P5"), StudyTable.Column("p95", "P95", "P95"),
                StudyTable.Column("never", "Never", "未发生", isShown: false),
            ],
            remark: Bilingual(
                "Mean of the drills in which it happened, with its 95 % interval (error); P5 and P95 of all "
                    + "drills (risk).",
                "均值仅计发生的推演，附 95% 置信区间（误差）；P5、P95 为全部推演的分位（风险）。"
            )
        )
    }

    /// The means of all measures, one row a point.
    private func meanTable(_ means: [Measure: [Double]]) -> StudyTable {
        var table = StudyTable(
            "means.csv",
            Bilingual("Means at the points", "各设计点均值"),
            [StudyTable.Column("point", "Point", "点")] + factorColumns
                + study.measures.map {
                    StudyTable.Column($0.name, $0.title.english, $0.title.chinese)
                },
            remark: Bilingual(
                "Means of the drills in which it happened; points.csv has their intervals, spreads and "
                    + "quantiles.",
                "仅计发生的推演；置信区间、离散程度和分位数见 points.csv。"
            )
        )
        for (number, point) in study.points.enumerated() {
            let numbers = study.measures.map { measure in
                StudyTable.Cell.number(means[measure]?[number] ?? .infinity, measure)
            }
            table.add([.count(number)] + cells(point) + numbers)
        }
        return table
    }

    private func add(
        _ measure: Measure,
        _ summaries: [MeasureSummary],
        _ counts: [Int],
        to table: inout StudyTable
    ) {
        for (number, point) in study.points.enumerated() {
            let summary = summaries[number]
            let numbers = [
                summary.mean, summary.meanLow, summary.meanHigh, summary.standardDeviation,
                summary.median, summary.lowerQuantile, summary.upperQuantile,
            ]
            table.add(
                [.count(number)] + cells(point) + [
                    Self.measureCell(measure), .count(counts[number]),
                ]
                    + numbers.map { .number($0 ?? .infinity, measure) } + [.count(summary.never)]
            )
        }
    }

    // MARK: Effects

    /// Whether effects of levels can be told: in designs that combine them.
    private var hasEffects: Bool {
        switch study.design {
        case .factorial, .fraction: true
        default: false
        }
    }

    /// Effects, and which of them differ from nothing.
    private struct EffectTable {
        var table: StudyTable
        private var count = 0
        private var telling: [Int] = []

        init(table: StudyTable) {
            self.table = table
        }

        mutating func add(_ cells: [StudyTable.Cell], isTelling: Bool) {
            table.add(cells)
            if isTelling { telling.append(count) }
            count += 1
        }

        /// Lets readers see the effects that differ from nothing; all where none does.
        mutating func showTelling() {
            if !telling.isEmpty { table.show(telling) }
        }
    }

    private var effectTable: StudyTable {
        StudyTable(
            "effects.csv",
            Bilingual("Effects of levels", "主效应与交互效应"),
            [
                Self.measureColumn, StudyTable.Column("factors", "Factors", "因子"),
                StudyTable.Column("levels", "Levels", "水平"),
                StudyTable.Column("effect", "Effect", "效应"),
                StudyTable.Column("low", "95 % from", "95% 下限", isShown: false),
                StudyTable.Column("high", "to", "上限", isShown: false),
                StudyTable.Column("simultaneousLow", "95 % together from", "95% 联合下限"),
                StudyTable.Column("simultaneousHigh", "to", "上限"),
                StudyTable.Column("drills", "Drills", "次数", isShown: false),
                StudyTable.Column("leftOut", "Left out", "未计入"),
                StudyTable.Column("alias", "Not told from", "混杂"),
            ],
            remark: Bilingual(
                "Against the first level of each factor, as paired differences under the same luck; an "
                    + "interaction is how the effect of one factor\nchanges with the other. All intervals of "
                    + "the file hold together with 95 % (Bonferroni); shown are the effects whose interval "
                    + "leaves out 0, if any.",
                "相对各因子首个水平，按公共随机数配对；交互效应指一个因子的效应随另一因子的变化。"
                    + "文件中各区间以 95% 的置信度同时成立（Bonferroni）；此处仅列区间不含 0 的效应（如有）。"
            )
        )
    }

    /// The plan stands among the factors, where there are several.
    private var effectFactors: [(name: StudyTable.Cell, levels: [StudyTable.Cell])] {
        let plans = zip(inputs.plans, inputs.titles).map { StudyTable.Cell.name($0.name, $1) }
        let plan = (name: StudyTable.Cell.name("plan", Bilingual("Plan", "预案")), levels: plans)
        let others = study.factors.map { factor in
            (
                name: StudyTable.Cell.name(factor.name.id, factor.name.title),
                levels: factor.levels.indices.map { levelCell(factor, $0) }
            )
        }
        return (plans.count > 1 ? [plan] : []) + others
    }

    private func add(_ measure: Measure, _ values: [[Double]], to table: inout EffectTable) {
        guard hasEffects else { return }
        let factors = effectFactors
        let hasPlans = inputs.plans.count > 1
        var effects = FactorEffects(
            levels: factors.map { $0.levels.count },
            points: study.points.map { (hasPlans ? [$0.plan] : []) + $0.levels }
        )
        let count = values.map { $0.count }.min() ?? 0
        for drill in 0..<count { effects.add(values.map { $0[drill] }) }
        let together = max(1, effects.effects.count * study.measures.count)
        for (effect, tally) in zip(effects.effects, effects.tallies) where tally.count > 1 {
            let alone = tally.meanInterval(confidence: 0.95)
            let joint = tally.meanInterval(confidence: 1 - 0.05 / Double(together))
            let ends = [alone?.low, alone?.high, joint?.low, joint?.high]
            let alias = effect.alias.map { Self.joined(effects.effects[$0], factors).0 } ?? .nothing
            let (names, levels) = Self.joined(effect, factors)
            table.add(
                [Self.measureCell(measure), names, levels, .difference(tally.mean, measure)]
                    + ends.map { .difference($0 ?? .infinity, measure) }
                    + [.count(tally.count), .count(effects.leftOut), alias],
                isTelling: joint.map { !$0.contains(0) } ?? false
            )
        }
    }

    /// Names of the factors of an effect, and of their levels.
    private static func joined(
        _ effect: FactorEffects.Effect,
        _ factors: [(name: StudyTable.Cell, levels: [StudyTable.Cell])]
    ) -> (StudyTable.Cell, StudyTable.Cell) {
        let names = effect.factors.map { factors[$0].name }
        let levels = zip(effect.factors, effect.levels).map { factors[$0].levels[$1] }
        return (join(names, " × "), join(levels, ", "))
    }

    private static func join(_ cells: [StudyTable.Cell], _ sign: String) -> StudyTable.Cell {
        var (ids, english, chinese): ([String], [String], [String]) = ([], [], [])
        for case .name(let id, let title) in cells {
            ids.append(id)
            english.append(title.english)
            chinese.append(title.chinese)
        }
        return .name(
            ids.joined(separator: sign),
            Bilingual(english.joined(separator: sign), chinese.joined(separator: sign))
        )
    }

    // MARK: Indices

    private var indexTable: StudyTable {
        let plan = StudyTable.Column("plan", "Plan", "预案")
        let factor = StudyTable.Column("factor", "Factor", "因子")
        if case .morris = study.design {
            return StudyTable(
                "morris.csv",
                Bilingual("Elementary effects (Morris)", "基本效应（Morris）"),
                [
                    plan, Self.measureColumn, factor, StudyTable.Column("mu", "Mean", "均值 μ"),
                    StudyTable.Column("muStar", "Mean magnitude", "绝对均值 μ*"),
                    StudyTable.Column("muStarLow", "95 % from", "95% 下限"),
                    StudyTable.Column("muStarHigh", "to", "上限"),
                    StudyTable.Column("sigma", "SD", "标准差 σ"),
                ],
                remark: Bilingual(
                    "Change of the mean over the whole range of a factor.",
                    "因子在其全部取值范围内变化时均值的改变量。"
                )
            )
        }
        return StudyTable(
            "sobol.csv",
            Bilingual("Shares of the variance between points (Sobol)", "方差分解（Sobol 指数）"),
            [
                plan, Self.measureColumn, factor, StudyTable.Column("first", "Alone", "一阶 S1"),
                StudyTable.Column("firstHalfWidth", "±", "±"),
                StudyTable.Column("total", "In all", "总效应 ST"),
                StudyTable.Column("totalHalfWidth", "±", "±"),
            ],
            remark: Bilingual(
                "Of the variance of the mean between points, with 95 % bootstrap intervals.",
                "针对设计点之间均值的方差；± 为 95% 自助法区间半宽。"
            )
        )
    }

    private func add(_ measure: Measure, _ means: [Double], to table: inout StudyTable) {
        let perPlan = study.points.count / max(1, inputs.plans.count)
        for plan in inputs.plans.indices {
            let values = Array(means[plan * perPlan..<(plan + 1) * perPlan])
            let head = StudyTable.Cell.name(inputs.plans[plan].name, inputs.titles[plan])
            for (factor, numbers) in zip(study.factors, indices(values, measure)) {
                let name = StudyTable.Cell.name(factor.name.id, factor.name.title)
                table.add([head, Self.measureCell(measure), name] + numbers)
            }
        }
    }

    /// Cells of every factor; none for other designs and for values that do not vary.
    private func indices(_ values: [Double], _ measure: Measure) -> [[StudyTable.Cell]] {
        let factors = study.factors.count
        switch study.design {
        case .morris(let count):
            let design = MorrisDesign(trajectories: count, factors: factors, seed: study.seed)
            return design.effects(values).map { effects in
                let summary = MorrisSummary(effects)
                let ends = [summary.interval?.low, summary.interval?.high].map { $0 ?? .infinity }
                return [
                    .difference(summary.mean, measure), .number(summary.meanMagnitude, measure),
                    .number(ends[0], measure), .number(ends[1], measure),
                    .number(summary.standardDeviation, measure),
                ]
            }
        case .sobolIndices(let base):
            let design = SobolDesign(base: base, factors: factors)
            let found = design.indices(values, resamples: 1000, seed: study.seed) ?? []
            return found.map { index in
                [index.first, index.firstHalfWidth, index.total, index.totalHalfWidth]
                    .map { .number($0, nil) }
            }
        default: return []
        }
    }
}
