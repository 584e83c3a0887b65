import DrillFiles
import EventKernel
import Experiments
import Reports
import Scoring
import Wording

/// What a search has found.
struct SearchResult {
    /// A point on the way.
    struct Step {
        /// The point.
        let point: StudyPoint
        /// Drills played there in the comparison that led to it.
        let drills: Int
        /// Mean of these drills, in the measure's own sense.
        let mean: Double
        /// Mean difference to the point before, in pairs; nil for the start.
        let change: Double?
    }

    /// Points, the start first and the end last.
    let path: [Step]
    /// Drills played.
    let drills: Int
    /// Whether it came back to a point.
    let isCircling: Bool
    /// Whether the budget ended before the search did.
    let isOutOfBudget: Bool
}

/// A search of a study, one exchange after another.
///
/// Every comparison has drills of its own: a point that was chosen for what it showed in some drills is not
/// held against others in the same drills.
struct StudySearch {
    private let inputs: StudyInputs
    private let wanted: StudyFile.Search
    private let selection: StudyFile.Selection
    private let threads: Int
    private let hasPlans: Bool
    private var search: ExchangeSearch
    private var path: [SearchResult.Step] = []
    private var drills = 0
    private var nextDrill: UInt64 = 0

    init(_ inputs: StudyInputs, _ wanted: StudyFile.Search, threads: Int) {
        self.inputs = inputs
        self.wanted = wanted
        self.threads = threads
        hasPlans = inputs.plans.count > 1
        let counts =
            (hasPlans ? [inputs.plans.count] : []) + inputs.study.factors.map { $0.levels.count }
        search = ExchangeSearch(counts)
        selection = wanted.selection(among: counts.count)
    }

    /// Drills of every candidate before the first is left out -- constant.
    private static let firstStage = 50

    /// Searches.
    ///
    /// - Returns: What was found; nil where it was interrupted.
    mutating func run() throws -> SearchResult? {
        var isOutOfBudget = false
        while !search.isOver, !isOutOfBudget {
            isOutOfBudget = try !exchange()
            guard !Interruption.isAsked else { return nil }
        }
        return SearchResult(
            path: path,
            drills: drills,
            isCircling: search.isCircling,
            isOutOfBudget: isOutOfBudget
        )
    }

    /// Compares the levels of one factor and takes the best.
    ///
    /// - Returns: Whether one was left; not so where the budget ended before.
    private mutating func exchange() throws -> Bool {
        let rest = selection.spending(drills)
        guard rest.budget != 0 else { return false }
        let before = search.candidates.firstIndex(of: search.point) ?? 0
        let points = search.candidates.map { studyPoint($0) }
        var source = MoreDrills(inputs, aim: wanted.aim, threads: threads, from: nextDrill)
        for point in points { source.add(point) }
        let result = try SelectionResult.kimNelson(
            &source,
            rest,
            among: Array(points.indices),
            keeping: before,
            firstStage: Self.firstStage
        )
        drills += source.count
        nextDrill += UInt64(source.known.map { $0.count }.max() ?? 0)
        if path.isEmpty { path.append(step(points[before], before, nil, in: source)) }
        guard let level = result.selected else { return false }
        if level != before { path.append(step(points[level], level, before, in: source)) }
        search.choose(level)
        return true
    }

    private func step(
        _ point: StudyPoint,
        _ level: Int,
        _ before: Int?,
        in source: MoreDrills
    ) -> SearchResult.Step {
        let change = before.map { before in
            mean(zip(source.known[level], source.known[before]).map { $0 - $1 })
        }
        return SearchResult.Step(
            point: point,
            drills: source.known[level].count { $0.isFinite },
            mean: source.measured(mean(source.known[level])),
            change: change.map { source.measured($0) }
        )
    }

    /// Mean of the drills in which it happened.
    private func mean(_ values: [Double]) -> Double {
        var tally = Tally()
        for value in values where value.isFinite { tally.add(value) }
        return tally.mean
    }

    private func studyPoint(_ point: [Int]) -> StudyPoint {
        StudyPoint(plan: hasPlans ? point[0] : 0, levels: Array(point.dropFirst(hasPlans ? 1 : 0)))
    }
}

/// The table of a search.
extension StudyTables {
    func searchTable(_ result: SearchResult) -> StudyTable {
        let measure = study.search?.aim.measure
        var table = StudyTable(
            "search.csv",
            Bilingual("Search, one exchange after another", "交换搜索过程"),
            [StudyTable.Column("step", "Step", "步")] + factorColumns + [
                StudyTable.Column("drills", "Drills", "次数"),
                StudyTable.Column("mean", "Mean", "均值"),
                StudyTable.Column("change", "Change", "变化"),
            ],
            remark: remark(result)
        )
        for (number, step) in result.path.enumerated() {
            table.add(
                [.count(number)] + cells(step.point) + [
                    .count(step.drills), .number(step.mean, measure),
                    step.change.map { .difference($0, measure) } ?? .nothing,
                ]
            )
        }
        return table
    }

    private func remark(_ result: SearchResult) -> Bilingual {
        let cost = Bilingual(
            "The last row is the end of the search, after \(result.drills) drills. Change: in pairs, against "
                + "the row above.",
            "末行为搜索终点，共推演 \(result.drills) 次。“变化”为与上一行的配对均值差。"
        )
        let end = meaning(result)
        return Bilingual(cost.english + "\n" + end.english, cost.chinese + "\n" + end.chinese)
    }

    /// Says what is known of the end of a search.
    private func meaning(_ result: SearchResult) -> Bilingual {
        guard let wanted = study.search else { return Bilingual(verbatim: "") }
        guard !result.isOutOfBudget else {
            return Bilingual(
                "The budget of drills ended before the search did: some other level may be better.",
                "次数用尽时搜索尚未结束，仍可能有更优水平。"
            )
        }
        guard !result.isCircling else {
            return Bilingual(
                "It came back to a point it had left: the last points are about as good as each other.",
                "搜索回到了先前的点：最后几个点优劣相当。"
            )
        }
        let sure = Figures.decimal(wanted.confidence * 100, places: 1)
        let english = BatchReport(.english).figure(wanted.indifference, wanted.aim.measure)
        let chinese = BatchReport(.chinese).figure(wanted.indifference, wanted.aim.measure)
        return Bilingual(
            "In its last round no change of one factor alone bettered the end by \(english) or more; all choices of a "
                + "round are right together with \(sure) % (exchange search after Teitz and Bart; each choice as a "
                + "comparison with a standard after Kim and Nelson, Bonferroni, nearly normal values).\nChanges of several "
                + "factors at once may better it.",
            "末轮中单独改变任一因子均未改善 \(chinese) 以上；每轮各步判断同时正确的概率不低于 \(sure)%"
                + "（Teitz–Bart 交换搜索；每步按 Kim–Nelson 与现状比较择优，Bonferroni 校正，近似正态）。同时改变多个因子仍可能更优。"
        )
    }
}
