import DrillFiles
import EventKernel
import Experiments
import Scoring
import Synchronization
import Wording

/// Values of one measure at any point and drill, played when they are asked for; smaller is better.
struct MoreDrills {
    private let inputs: StudyInputs
    let measure: Measure
    private let sign: Double
    private let threads: Int
    /// Number of the drill that gives the first value.
    private let first: UInt64
    private var setups: SetupSource
    private var forms: [Int: [UInt8]] = [:]
    /// Points that may be played.
    private var points: [StudyPoint] = []
    /// Values so far, point by point.
    private(set) var known: [[Double]] = []

    init(
        _ inputs: StudyInputs,
        aim: StudyFile.Aim,
        threads: Int,
        from first: UInt64 = 0
    ) {
        self.inputs = inputs
        self.first = first
        measure = aim.measure
        sign = aim.isMost ? -1 : 1
        self.threads = threads
        setups = SetupSource(inputs)
    }

    /// Takes in a point, and values that are known of it, the better the smaller.
    mutating func add(_ point: StudyPoint, knowing values: [Double] = []) {
        points.append(point)
        known.append(values.map { sign * $0 })
    }

    /// The study whose points these are.
    var study: StudyFile { inputs.study }

    /// Drills played or taken over so far.
    var count: Int { known.reduce(0) { $0 + $1.count } }

    /// Turns a value back into one of the measure.
    func measured(_ value: Double) -> Double { sign * value }

    /// Sees to it that a point has so many values.
    mutating func extend(_ point: Int, to count: Int) throws {
        guard known[point].count < count, !Interruption.isAsked else { return }
        if forms[point] == nil {
            forms[point] = try setups.setup(of: points[point]).byteForm
        }
        let drills = first + UInt64(known[point].count)..<first + UInt64(count)
        let setup = forms[point] ?? []
        var batch = Batch(setup: setup, seed: inputs.study.seed, drills: drills, threads: threads)
        batch.curvesEnd = 0
        let box = ValueBox()
        let (measure, sign) = (measure, sign)
        try batch.run { row in
            box.values.withLock { $0.append(sign * row.values[measure]) }
            return !Interruption.isAsked
        }
        known[point] += box.values.withLock { $0 }
    }

    /// Returns the values of some points in a drill, which is played where it has not been; nil where it
    /// happened at none of them, or where the user has interrupted.
    ///
    /// - Throws: `ResultMismatch` where it happened at some of them only, so that they have no means to be
    ///   compared; as `extend` otherwise.
    mutating func values(of points: [Int], drill: Int) throws -> [Double]? {
        // A whole block at a time, since players are costly to prepare.
        for point in points { try extend(point, to: (drill / Self.block + 1) * Self.block) }
        guard points.allSatisfy({ known[$0].count > drill }) else { return nil }
        let values = points.map { known[$0][drill] }
        guard values.contains(where: { $0.isFinite }) else { return nil }
        try Self.requireMeans(of: values, measure, inputs.study)
        return values
    }

    /// Drills that are played at a time -- constant.
    private static let block = 50

    /// Sees to it that values have a mean.
    static func requireMeans(
        of values: [Double],
        _ measure: Measure,
        _ study: StudyFile
    ) throws(ResultMismatch) {
        guard !values.allSatisfy({ $0.isFinite }) else { return }
        throw ResultMismatch(
            path: study.source.path,
            [
                Bilingual(
                    "\(measure.name) did not happen in some drills, so that points have no mean to be compared",
                    "指标 \(measure.name) 在部分推演中未发生，无法比较均值"
                )
            ]
        )
    }

    private final class ValueBox: Sendable {
        let values = Mutex<[Double]>([])
    }
}

/// What a selection has found.
struct SelectionResult {
    /// Number of the selected point; nil where a budget ended before one was left.
    let selected: Int?
    /// Points that may still be the best.
    let survivors: [Int]
    /// Drills and mean of every point, in the measure's own sense.
    let points: [(drills: Int, mean: Double)]
    /// Probability that is stated, as a lower bound.
    let probability: Double
    /// Difference that does not matter, 0 where every difference does.
    let indifference: Double
    /// Whether the probability was given and kept, else it is what a budget allowed.
    let isGuaranteed: Bool

    /// Selects after Kim and Nelson, under common random numbers, among some of the points.
    ///
    /// - Parameters:
    ///   - source: Values of the points.
    ///   - wanted: How surely, and what differences matter.
    ///   - points: Points to select from.
    ///   - standard: Point to keep unless another is better by the indifference; it gets half of the
    ///     indifference for nothing, and the procedure looks for differences of the other half (as for
    ///     comparisons with a standard; Nelson and Goldsman, 2001).
    ///   - firstStage: Values of each before the first is left out.
    /// - Returns: What was found.
    /// - Throws: Where drills cannot be played, or some happened at some points only.
    static func kimNelson(
        _ source: inout MoreDrills,
        _ wanted: StudyFile.Selection,
        among points: [Int],
        keeping standard: Int? = nil,
        firstStage: Int
    ) throws -> SelectionResult {
        let advance = standard == nil ? 0 : (wanted.indifference ?? 1) / 2
        var procedure = KimNelson(
            alternatives: points.count,
            indifference: (wanted.indifference ?? 1) - advance,
            confidence: wanted.confidence,
            firstStage: firstStage
        )
        var drill = 0
        while procedure.survivors.count > 1, !Interruption.isAsked {
            let left = procedure.survivors.map { points[$0] }
            if let values = try source.values(of: left, drill: drill) {
                procedure.add(
                    zip(left, values).map { $1 - ($0 == standard ? advance : 0) }
                )
            }
            drill += 1
            // What happens in none of very many drills is no ground to select by.
            if procedure.count == 0, drill >= 1000 {
                try MoreDrills.requireMeans(of: [.infinity], source.measure, source.study)
            }
            if let budget = wanted.budget, source.count >= budget { break }
        }
        return SelectionResult(
            selected: procedure.selected.map { points[$0] },
            survivors: procedure.survivors.map { points[$0] },
            points: means(source),
            probability: wanted.confidence,
            indifference: wanted.indifference ?? 0,
            isGuaranteed: true
        )
    }

    /// Spends a budget after Chen.
    static func ocba(
        _ source: inout MoreDrills,
        _ wanted: StudyFile.Selection
    ) throws -> SelectionResult {
        let (budget, indifference) = (wanted.budget ?? 0, wanted.indifference ?? 0)
        var tallies = self.tallies(source)
        var spent = source.count
        while spent < budget, !Interruption.isAsked {
            let next = min(budget, spent + max(20, budget / 50))
            let shares = BudgetAllocation.shares(tallies, total: next)
            // What rounding and points that have more than their share leave goes to the best.
            let best = BudgetAllocation.best(tallies)
            for (point, share) in shares.enumerated() {
                try source.extend(point, to: min(share, source.known[point].count + next - spent))
            }
            if source.count < next {
                try source.extend(best, to: source.known[best].count + next - source.count)
            }
            tallies = self.tallies(source)
            guard source.count > spent else { break }
            spent = source.count
        }
        return SelectionResult(
            selected: BudgetAllocation.best(tallies),
            survivors: [],
            points: means(source),
            probability: BudgetAllocation.probabilityOfGoodSelection(
                tallies,
                indifference: indifference
            ),
            indifference: indifference,
            isGuaranteed: false
        )
    }

    private static func tallies(_ source: MoreDrills) -> [Tally] {
        source.known.map { values in
            var tally = Tally()
            for value in values where value.isFinite { tally.add(value) }
            return tally
        }
    }

    /// Drills and mean of every point, in the measure's own sense.
    static func means(_ source: MoreDrills) -> [(drills: Int, mean: Double)] {
        tallies(source).map { ($0.count, source.measured($0.mean)) }
    }
}
