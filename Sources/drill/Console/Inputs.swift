import Command
import DrillFiles
import DrillModel
import Experiments
import Foundation
import Scoring
import Wording

/// A scenario with one of its plans, read without an error.
struct Inputs {
    /// Name of the scenario's folder.
    let name: String
    let planName: String
    let scenario: ScenarioFile
    let plan: PlanFile
    /// Names for readers, the plan's rules included.
    let names: ScenarioNames

    /// Everything that decides results but for seed and drill numbers.
    var setup: Setup {
        var setup = Setup()
        setup.scenario = scenario.scenario
        setup.plan = plan.plan
        setup.scoring = scenario.scoring
        return setup
    }

    /// First line of the record of one of its drills.
    func header(seed: UInt64, drill: UInt64) -> RecordHeader {
        RecordHeader(
            program: "drill \(DrillProgram.version)",
            scenario: name,
            plan: planName,
            seed: seed,
            drill: drill,
            scoring: scenario.scoring,
            names: names
        )
    }
}

/// Reads scenarios and plans, and collects all that is wrong with them.
struct InputReader {
    let language: Language
    private(set) var diagnostics = Diagnostics()

    init(language: Language) {
        self.language = language
    }

    /// Folder and file of a scenario argument, which may be either.
    static func place(_ argument: String) -> (folder: String, file: String) {
        if argument.hasSuffix(".jsonc") {
            let folder = (argument as NSString).deletingLastPathComponent
            return (folder.isEmpty ? "." : folder, argument)
        }
        var folder = argument
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return (folder, folder + "/scenario.jsonc")
    }

    /// Folder of the scenario to which a plan file belongs, and its name; nil for what is none.
    static func plan(at argument: String) -> (folder: String, name: String)? {
        // Foundation traps on the folder of a path of one character, such as ".".
        guard argument.hasSuffix(".jsonc") else { return nil }
        let path = argument as NSString
        let folder = path.deletingLastPathComponent as NSString
        guard folder.lastPathComponent == "plans" else { return nil }
        let scenario = folder.deletingLastPathComponent
        let name = (path.lastPathComponent as NSString).deletingPathExtension
        return (scenario.isEmpty ? "." : scenario, name)
    }

    /// Reads a scenario.
    mutating func scenario(_ argument: String) -> ScenarioFile? {
        let file = Self.place(argument).file
        guard let source = SourceText.read(at: file, into: &diagnostics) else { return nil }
        return ScenarioFile.read(source, into: &diagnostics)
    }

    /// Reads a file.
    mutating func read(_ path: String) -> SourceText? {
        SourceText.read(at: path, into: &diagnostics)
    }

    /// Reads a study of a scenario.
    mutating func study(
        _ source: SourceText,
        _ scenario: ScenarioFile,
        _ plans: [(name: String, source: SourceText)]
    ) -> StudyFile {
        StudyFile.read(source, for: scenario, plans: plans, into: &diagnostics)
    }

    /// Reads a plan of a scenario.
    mutating func plan(_ name: String, of argument: String, _ scenario: ScenarioFile) -> PlanFile? {
        let file = Self.place(argument).folder + "/plans/\(name).jsonc"
        guard FileManager.default.fileExists(atPath: file) else {
            diagnostics.error(.noPlan(name, at: file, among: planNames(of: argument)))
            return nil
        }
        guard let source = SourceText.read(at: file, into: &diagnostics) else { return nil }
        return PlanFile.read(source, for: scenario, into: &diagnostics)
    }

    /// Reads a scenario with one of its plans.
    ///
    /// - Throws: `InputProblem` where anything is wrong.
    mutating func inputs(_ argument: String, plan: String) throws -> Inputs {
        let all = try inputs(argument, plans: [plan])
        return all[0]
    }

    /// Reads a scenario with several of its plans, and says what is doubtful about them.
    ///
    /// - Returns: One value for each plan, in the order of their names.
    /// - Throws: `InputProblem` where anything is wrong.
    mutating func inputs(_ argument: String, plans planNames: [String]) throws -> [Inputs] {
        guard let scenario = scenario(argument) else { throw problem }
        let plans = planNames.map { plan($0, of: argument, scenario) }
        guard !diagnostics.hasErrors else { throw problem }
        if diagnostics.count > 0 { Console.complain(text) }
        return zip(planNames, plans).compactMap { name, plan in
            plan.map { inputs(argument, scenario, name, $0) }
        }
    }

    private func inputs(
        _ argument: String,
        _ scenario: ScenarioFile,
        _ planName: String,
        _ plan: PlanFile
    ) -> Inputs {
        var names = scenario.names
        names.rules = plan.ruleNames
        let folder = URL(fileURLWithPath: Self.place(argument).folder).standardizedFileURL
        let name = folder.lastPathComponent
        return Inputs(
            name: name,
            planName: planName,
            scenario: scenario,
            plan: plan,
            names: names
        )
    }

    /// Reads the scenario and plan that results carry with them.
    ///
    /// - Throws: `InputProblem` where anything is wrong with them, `ResultMismatch` where they are not
    ///   those that the results were made from.
    mutating func inputs(of results: ResultFolder) throws -> Inputs {
        let folder = results.path + "/inputs"
        let (wanted, wantedPlan) = (results.manifest.scenario, results.manifest.plan)
        guard let source = SourceText.read(at: folder + "/scenario.jsonc", into: &diagnostics),
            let planSource = SourceText.read(at: folder + "/plan.jsonc", into: &diagnostics)
        else { throw problem }
        for (text, input) in [(source, wanted), (planSource, wantedPlan)]
        where SHA256.of(text.bytes) != input.sha256 {
            let reason = Bilingual(
                "its checksum is not the one in the manifest: the file was changed",
                "校验和与清单不符：文件已被改动"
            )
            throw ResultMismatch(path: text.path, [reason])
        }
        let scenario = ScenarioFile.read(source, into: &diagnostics)
        let plan = PlanFile.read(planSource, for: scenario, into: &diagnostics)
        guard !diagnostics.hasErrors else { throw problem }
        var names = scenario.names
        names.rules = plan.ruleNames
        return Inputs(
            name: wanted.name,
            planName: wantedPlan.name,
            scenario: scenario,
            plan: plan,
            names: names
        )
    }

    /// Everything that was found wrong, as text.
    var text: String { DiagnosticRenderer(language: language).text(diagnostics) }

    /// Everything that was found wrong, as an error.
    var problem: InputProblem { InputProblem(text: text) }
}

/// Returns the names of the plans beside a scenario, in alphabetical order.
func planNames(of argument: String) -> [String] {
    let folder = InputReader.place(argument).folder + "/plans"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".jsonc") }.map { String($0.dropLast(6)) }.sorted()
}

extension Diagnostic {
    /// Says that a scenario has no plan of some name.
    fileprivate static func noPlan(
        _ name: String,
        at file: String,
        among plans: [String]
    ) -> Diagnostic {
        Diagnostic(
            "no-such-plan",
            at: SourceText(path: file, bytes: []).whole,
            Bilingual("the scenario has no plan \"\(name)\"", "该情景没有名为“\(name)”的预案"),
            expected: plans.isEmpty
                ? nil
                : Bilingual(
                    "one of " + plans.joined(separator: ", "),
                    plans.joined(separator: "、") + " 之一"
                ),
            help: Nearest.name(to: name, among: plans).map {
                Bilingual("did you mean \"\($0)\"?", "是不是“\($0)”？")
            }
        )
    }
}
