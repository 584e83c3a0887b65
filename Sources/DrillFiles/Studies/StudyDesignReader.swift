import Experiments
import Wording

/// Designs: whether they can be, and their points.
extension StudyReader {
    mutating func readDesign() {
        let (kind, value) = root.value("design").alternative()
        switch kind {
        case "start": file.design = .start
        case "factorial": file.design = .factorial
        case "fraction": file.design = .fraction(resolution: value.count("resolution"))
        case "latinHypercube": file.design = .latinHypercube(value.count("points"))
        case "sobolSequence": file.design = .sobolSequence(value.count("points"))
        case "list": file.design = .list
        case "morris": file.design = .morris(value.count("trajectories"))
        default: file.design = .sobolIndices(value.count("base"))
        }
        checkFactors(at: value)
        checkSize(at: value)
    }

    /// Sees to it that the factors have the levels that the design needs.
    private mutating func checkFactors(at design: Checked) {
        switch file.design {
        case .factorial, .fraction, .start:
            for factor in root.list("factors") where factor.alternative().key == "range" {
                diagnostics.error(.rangeWithoutLevels(at: factor.alternative().value.node.keyRange))
            }
        case .latinHypercube, .sobolSequence, .morris, .sobolIndices:
            if file.factors.isEmpty { diagnostics.error(.noFactors(at: design.node.keyRange)) }
        case .list: break
        }
        guard case .fraction = file.design else { return }
        for (factor, value) in zip(file.factors, root.list("factors")) where factor.levels.count > 2
        {
            diagnostics.error(
                .notTwoLevels(factor.levels.count, at: value.alternative().value.node.keyRange)
            )
        }
        if file.factors.count < 3 || file.factors.count > 30 {
            diagnostics.error(.fractionOfFactors(file.factors.count, at: design.node.keyRange))
        }
    }

    /// Points of one plan, or nil beyond all whole numbers.
    private var pointsOfPlan: Int? {
        switch file.design {
        case .factorial: Factorial.count(file.factors.map { max(1, $0.levels.count) })
        case .fraction, .start: 1
        case .latinHypercube(let count), .sobolSequence(let count): count
        case .list: root.value("design").alternative().value.list().count
        case .morris(let count): count * (file.factors.count + 1)
        case .sobolIndices(let base): base * (file.factors.count + 2)
        }
    }

    private mutating func checkSize(at design: Checked) {
        let points = pointsOfPlan.map {
            $0.multipliedReportingOverflow(by: max(1, file.plans.count))
        }
        guard let points, !points.overflow, points.partialValue <= StudyFile.pointLimit else {
            let count = points.flatMap { $0.overflow ? nil : $0.partialValue }
            diagnostics.error(.tooManyPoints(count, at: design.node.keyRange))
            return
        }
        let drills = points.partialValue.multipliedReportingOverflow(by: file.drills)
        if drills.overflow || drills.partialValue > StudyFile.drillLimit {
            diagnostics.error(
                .tooManyDrills(points.partialValue, file.drills, at: design.node.keyRange)
            )
        }
    }

    /// Makes the points, plan after plan.
    mutating func readPoints() {
        let counts = file.factors.map { $0.levels.count }
        var rows: [(levels: [Int], values: [Double], place: [Double])] = []
        switch file.design {
        case .start: rows = [row(counts.map { _ in 0 })]
        case .factorial: rows = Factorial.full(counts).map { row($0) }
        case .fraction(let resolution):
            rows = Factorial.fraction(factors: counts.count, resolution: resolution).map { row($0) }
        case .list: rows = listed()
        case .latinHypercube(let count):
            let places = LatinHypercube.points(count, dimensions: counts.count, seed: file.seed)
            rows = places.map { row(at: $0) }
        case .sobolSequence(let count):
            var sequence = SobolSequence(dimensions: counts.count)
            rows = (0..<count).map { _ in row(at: sequence.next()) }
        case .morris(let count):
            let design = MorrisDesign(trajectories: count, factors: counts.count, seed: file.seed)
            rows = design.points.map { row(at: $0) }
        case .sobolIndices(let base):
            let design = SobolDesign(base: base, factors: counts.count)
            rows = design.points.map { row(at: $0) }
        }
        file.points = file.plans.indices.flatMap { plan in
            rows.map {
                StudyPoint(plan: plan, levels: $0.levels, values: $0.values, place: $0.place)
            }
        }
    }

    private func row(_ levels: [Int]) -> (levels: [Int], values: [Double], place: [Double]) {
        (levels, levels.map { Double($0) }, [])
    }

    /// Takes the level or value that stands at a place from 0 to 1 for every factor.
    private func row(at place: [Double]) -> (levels: [Int], values: [Double], place: [Double]) {
        var (levels, values): ([Int], [Double]) = ([], [])
        for (factor, place) in zip(file.factors, place) {
            if let span = factor.span {
                levels.append(0)
                values.append(span.value(at: place))
            } else {
                let level = min(factor.levels.count - 1, Int(place * Double(factor.levels.count)))
                levels.append(level)
                values.append(Double(level))
            }
        }
        return (levels, values, place)
    }

    // MARK: Lists

    private mutating func listed() -> [(levels: [Int], values: [Double], place: [Double])] {
        root.value("design").alternative().value.list().map { entry in
            var (levels, values): ([Int], [Double]) = ([], [])
            let known = file.factors.map { $0.name.id }
            for item in entry.entries() where !known.contains(item.key) {
                diagnostics.error(
                    .unknown("factor", "因子", item.key, among: known, at: item.value.node.keyRange)
                )
            }
            for factor in file.factors {
                let item = entry.entries().first { $0.key == factor.name.id }
                let (level, value) = listed(item?.value, factor, in: entry)
                levels.append(level)
                values.append(value)
            }
            return (levels, values, [])
        }
    }

    /// Reads the level or value of one factor at one point.
    private mutating func listed(
        _ item: Checked?,
        _ factor: StudyFactor,
        in entry: Checked
    ) -> (Int, Double) {
        guard let item else {
            diagnostics.error(.factorMissing(factor.name.id, at: entry.node.opening))
            return (0, 0)
        }
        let node = item.node
        if factor.isContinuous {
            if node.kind != .number { diagnostics.error(.noNumber(at: node.range)) }
            return (0, node.number)
        }
        let text =
            node.kind == .text ? node.text : String(decoding: node.bytes, as: UTF8.self)
        let names = factor.levels.map { $0.name }
        guard let level = names.firstIndex(of: text) else {
            diagnostics.error(.unknown("level", "水平", text, among: names, at: node.range))
            return (0, 0)
        }
        return (level, Double(level))
    }

    // MARK: Levels against files

    /// Applies every level alone to the files it changes and checks what comes out.
    mutating func checkLevels() {
        for factor in file.factors {
            var levels = factor.levels
            if let span = factor.span {
                levels = [span.from, span.to].compactMap { factor.level(at: $0) }
            }
            // What is wrong with a path is wrong for all levels; once is enough.
            _ = levels.allSatisfy { check($0, of: factor) }
        }
        if !diagnostics.hasErrors { checkOverlap() }
    }

    /// Checks one level.
    ///
    /// - Returns: Whether its paths lead somewhere.
    private mutating func check(_ level: StudyFactor.Level, of factor: StudyFactor) -> Bool {
        let sources =
            factor.isOfPlan
            ? plans.filter { file.plans.contains($0.name) }.map { $0.source } : [scenario.source]
        for source in sources {
            let errors = diagnostics.errorCount
            let changed = apply(level.changes, to: source)
            guard diagnostics.errorCount == errors else { return false }
            var found = Diagnostics()
            if factor.isOfPlan {
                _ = PlanFile.read(changed, for: scenario, into: &found)
            } else {
                _ = ScenarioFile.read(changed, into: &found)
            }
            guard found.hasErrors else { continue }
            diagnostics.error(.levelDoesNotFit(level, factor, found))
            return true
        }
        return true
    }

    private mutating func apply(
        _ changes: [StudyFactor.Change],
        to source: SourceText
    ) -> SourceText {
        var ignored = Diagnostics()
        let tree = Parser.parse(source, into: &ignored)
        var edits = SourceEdits()
        for change in changes {
            do {
                try change.add(to: &edits, in: tree)
            } catch let problem as KeyPath.Problem {
                diagnostics.error(.leadsNowhere(problem, at: change.range))
                return source
            } catch let problem as UnsuitedChange {
                diagnostics.error(.unsuited(problem, at: change.range))
                return source
            } catch { return source }
        }
        guard !edits.overlap else {
            if let range = changes.first?.range { diagnostics.error(.changedTwice(at: range)) }
            return source
        }
        return edits.applied(to: source)
    }

    /// Sees to it that no two factors change the same value.
    private mutating func checkOverlap() {
        for isOfPlan in [false, true] {
            let factors = file.factors.filter { $0.isOfPlan == isOfPlan }
            // Last levels: first ones often leave everything as it is.
            let changes = factors.flatMap { factor in
                (factor.levels.last ?? factor.span.flatMap { factor.level(at: $0.to) })?.changes
                    ?? []
            }
            let sources = isOfPlan ? plans.first.map { [$0.source] } ?? [] : [scenario.source]
            for source in sources where factors.count > 1 { _ = apply(changes, to: source) }
        }
    }
}
