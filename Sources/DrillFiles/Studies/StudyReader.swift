import Experiments
import Scoring
import Wording

extension StudyFile {
    /// Most points of a study -- constant.
    static let pointLimit = 100_000
    /// Most drills of a study -- constant.
    static let drillLimit = 1_000_000_000

    /// Reads a study and reports all that is wrong with it.
    ///
    /// - Parameters:
    ///   - source: Text of the file.
    ///   - scenario: Scenario that is varied, without errors.
    ///   - plans: Texts of its plans by name, in alphabetical order but for the baseline, which is first.
    ///   - diagnostics: Takes all that is wrong.
    /// - Returns: The study; only to be used if no error was reported.
    public static func read(
        _ source: SourceText,
        for scenario: ScenarioFile,
        plans: [(name: String, source: SourceText)],
        into diagnostics: inout Diagnostics
    ) -> StudyFile {
        var names = NameTable()
        let checked = StudyFormat.shape.read(source, names: &names, into: &diagnostics)
        guard checked.isSound else { return StudyFile(source: source) }
        var reader = StudyReader(
            root: checked.root,
            scenario: scenario,
            plans: plans,
            file: StudyFile(source: source),
            diagnostics: diagnostics
        )
        reader.read()
        diagnostics = reader.diagnostics
        return reader.file
    }

    /// Returns the scenario and a plan with the levels of a point, as texts.
    ///
    /// - Parameters:
    ///   - point: The point.
    ///   - scenario: Text of the scenario.
    ///   - plan: Text of the point's plan.
    /// - Returns: Both texts, changed.
    public func sources(
        of point: StudyPoint,
        _ scenario: SourceText,
        _ plan: SourceText
    ) -> (scenario: SourceText, plan: SourceText) {
        let levels = zip(factors, zip(point.levels, point.values)).map { factor, place in
            (factor, factor.level(at: place.1) ?? factor.levels[place.0])
        }
        func changed(_ source: SourceText, isPlan: Bool) -> SourceText {
            let changes = levels.filter { $0.0.isOfPlan == isPlan }.flatMap { $0.1.changes }
            guard !changes.isEmpty else { return source }
            var ignored = Diagnostics()
            var edits = SourceEdits()
            let root = Parser.parse(source, into: &ignored)
            for change in changes { try? change.add(to: &edits, in: root) }
            return edits.overlap ? source : edits.applied(to: source)
        }
        return (changed(scenario, isPlan: false), changed(plan, isPlan: true))
    }

    /// Returns what stands in the cells of tables for the factors of a point.
    public func cells(of point: StudyPoint) -> [String] {
        zip(factors, zip(point.levels, point.values)).map { factor, place in
            factor.isContinuous ? RowFormat.text(place.1) : factor.levels[place.0].name
        }
    }
}

/// A change that does not suit the value it is to change.
struct UnsuitedChange: Error {
    let message: Bilingual
    let range: SourceRange
}

extension StudyFactor.Change {
    /// Adds the change of every value that its path leads to.
    func add(to edits: inout SourceEdits, in root: SyntaxNode) throws {
        for target in try path.targets(in: root) {
            switch operation {
            case .set(let text): edits.set(target, to: text)
            case .times(let factor):
                guard case .value(let node) = target, node.kind == .number else {
                    throw UnsuitedChange(
                        message: Bilingual(
                            "only a plain number can be multiplied",
                            "只有单个数值才能按倍数改动"
                        ),
                        range: Self.range(of: target)
                    )
                }
                edits.set(target, to: Array(RowFormat.text(node.number * factor).utf8))
            }
        }
    }

    private static func range(of target: KeyPath.Target) -> SourceRange {
        switch target {
        case .value(let node): node.range
        case .missing(_, let object): object.opening
        }
    }
}

/// Turns a checked study file into a study.
struct StudyReader {
    let root: Checked
    let scenario: ScenarioFile
    let plans: [(name: String, source: SourceText)]
    var file: StudyFile
    var diagnostics: Diagnostics

    mutating func read() {
        if let name = root.optional("name") {
            file.title = Bilingual(name.text("en"), name.text("zh"))
        }
        file.seed = UInt64(root.whole("seed"))
        file.drills = root.count("drills")
        readPlans()
        readUntil()
        for factor in root.list("factors") { file.factors.append(self.factor(factor)) }
        file.measures = root.optional("measures")?.list().map { measure($0.text()) } ?? leading
        readDesign()
        readAnalyses()
        guard !diagnostics.hasErrors else { return }
        checkLevels()
        guard !diagnostics.hasErrors else { return }
        readPoints()
    }

    private var leading: [Measure] {
        [.deaths, .seriousInjuries, .slightInjuries, .secondsToFirstArrival, .secondsToFireOut]
    }

    private func measure(_ name: String) -> Measure {
        Measure.allCases.first { $0.name == name } ?? .deaths
    }

    private mutating func readPlans() {
        let known = plans.map { $0.name }
        guard let list = root.optional("plans") else {
            file.plans = known
            return
        }
        for value in list.list() {
            let name = value.text()
            if !known.contains(name) {
                diagnostics.error(.unknown("plan", "预案", name, among: known, at: value.range))
            } else if file.plans.contains(name) {
                diagnostics.error(.twice(name, at: value.range))
            }
            file.plans.append(name)
        }
    }

    private mutating func readUntil() {
        guard let until = root.optional("until") else { return }
        let (least, most) = (until.count("atLeast"), until.count("atMost"))
        if most < least {
            diagnostics.error(.contradictoryStop(least, most, at: until.value("atMost").range))
        }
        do {
            let text = until.text("precision")
            let precision = try Precision(text, goals: scenario.names.goals)
            let rule = StopRule(
                precision.targets,
                confidence: precision.confidence,
                minimum: least,
                goals: scenario.scoring.goals
            )
            file.until = (rule, text, least)
            file.drills = most
        } catch {
            diagnostics.error(
                Diagnostic(
                    "unreadable-precision",
                    at: until.value("precision").range,
                    error.message,
                    help: error.help
                )
            )
        }
    }

    // MARK: Factors

    private mutating func factor(_ value: Checked) -> StudyFactor {
        let (kind, content) = value.alternative()
        let path = kind == "levels" ? nil : ownPath(of: value)
        var levels: [StudyFactor.Level] = []
        var span: StudyFactor.Span?
        switch kind {
        case "range": span = path.flatMap { self.span(content, $0, value) }
        case "levels": levels = content.list().map { level($0) }
        default:
            if let path { levels = content.list().map { level($0, kind, path, value) } }
        }
        checkNames(of: levels)
        return StudyFactor(
            name: value.asName,
            isOfPlan: value.text("of") == "plan",
            levels: levels,
            span: span
        )
    }

    private mutating func ownPath(of factor: Checked) -> KeyPath? {
        guard let path = factor.optional("path") else {
            diagnostics.error(.noPath(at: factor.node.opening))
            return nil
        }
        return self.path(path.text(), at: path.range)
    }

    private mutating func path(_ text: String, at range: SourceRange) -> KeyPath? {
        if let path = KeyPath(text) { return path }
        diagnostics.error(.noWay(text, at: range))
        return nil
    }

    private mutating func span(
        _ value: Checked,
        _ path: KeyPath,
        _ factor: Checked
    ) -> StudyFactor.Span? {
        let (from, to) = (value.number("from"), value.number("to"))
        guard from < to else {
            diagnostics.error(.emptyRange(from, to, at: value.value("to").range))
            return nil
        }
        return StudyFactor.Span(
            from: from,
            to: to,
            isWhole: value.flag("whole"),
            isRelative: value.flag("relative"),
            path: path,
            range: factor.value("path").range
        )
    }

    /// Reads a level that changes several values.
    private mutating func level(_ value: Checked) -> StudyFactor.Level {
        var changes: [StudyFactor.Change] = []
        for entry in value.entries("set") {
            guard let path = path(entry.key, at: entry.value.node.keyRange) else { continue }
            changes.append(
                StudyFactor.Change(
                    path: path,
                    operation: .set(Array(entry.value.node.bytes)),
                    range: entry.value.node.keyRange
                )
            )
        }
        let name = value.text("id")
        let title = value.optional("name").map { Bilingual($0.text("en"), $0.text("zh")) }
        return StudyFactor.Level(
            name: name,
            title: title ?? Bilingual(verbatim: name),
            changes: changes,
            range: value.node.opening
        )
    }

    /// Reads a level that is a value or a multiple.
    private func level(
        _ value: Checked,
        _ kind: String,
        _ path: KeyPath,
        _ factor: Checked
    ) -> StudyFactor.Level {
        let node = value.node
        let text = String(decoding: node.bytes, as: UTF8.self)
        let name = node.kind == .text ? node.text : text
        let operation =
            kind == "times"
            ? StudyFactor.Change.Operation.times(node.number) : .set(Array(node.bytes))
        let title = kind == "times" ? Bilingual(verbatim: "× " + name) : self.title(of: name)
        return StudyFactor.Level(
            name: name,
            title: title,
            changes: [
                StudyFactor.Change(
                    path: path,
                    operation: operation,
                    range: factor.value("path").range
                )
            ],
            range: node.range
        )
    }

    /// Returns what readers know a value by: the title of what the scenario names so, else itself.
    private func title(of value: String) -> Bilingual {
        let names = scenario.names
        let known = [
            names.places, names.sites, names.zones, names.depots, names.hospitals, names.posts,
        ]
        return known.joined().first { $0.id == value }?.title ?? Bilingual(verbatim: value)
    }

    private mutating func checkNames(of levels: [StudyFactor.Level]) {
        for (index, level) in levels.enumerated()
        where levels[..<index].contains(where: { $0.name == level.name }) {
            diagnostics.error(.twice(level.name, at: level.range))
        }
    }

    // MARK: Analyses

    private mutating func readAnalyses() {
        if let value = root.optional("selection") { readSelection(value) }
        if let value = root.optional("search") { readSearch(value) }
        file.pareto = root.optional("pareto")?.list().map { aim($0) } ?? []
        if let value = root.optional("failure") {
            let (kind, bound) = value.alternative()
            file.failure = StudyFile.Failure(
                measure: measure(value.text("measure")),
                bound: bound.number(),
                isAbove: kind == "above"
            )
        }
    }

    private func aim(_ value: Checked) -> StudyFile.Aim {
        StudyFile.Aim(
            measure: measure(value.text("measure")),
            isMost: value.text("aim") == "most"
        )
    }

    private mutating func readSelection(_ value: Checked) {
        let isSequential = value.text("procedure") == "kimNelson"
        let indifference = value.optional("indifference")?.number()
        let budget = value.optional("budget")?.count()
        if isSequential, indifference == nil {
            diagnostics.error(.missing("indifference", for: "kimNelson", at: value.node.opening))
        }
        if !isSequential, budget == nil {
            diagnostics.error(.missing("budget", for: "ocba", at: value.node.opening))
        }
        if file.until != nil {
            diagnostics.error(.selectionWithUntil(at: value.node.keyRange))
        }
        file.selection = StudyFile.Selection(
            aim: aim(value),
            isWithinBudget: !isSequential,
            indifference: indifference,
            confidence: value.number("confidence"),
            budget: budget
        )
    }

    private mutating func readSearch(_ value: Checked) {
        for factor in root.list("factors") where factor.alternative().key == "range" {
            diagnostics.error(.searchOverRange(at: factor.alternative().value.node.keyRange))
        }
        if file.factors.isEmpty { diagnostics.error(.noFactors(at: value.node.keyRange)) }
        file.search = StudyFile.Search(
            aim: aim(value),
            indifference: value.number("indifference"),
            confidence: value.number("confidence"),
            budget: value.optional("budget")?.count()
        )
    }
}
