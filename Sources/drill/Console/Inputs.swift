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

    /// Reads a scenario.
    mutating func scenario(_ argument: String) -> ScenarioFile? {
        let file = Self.place(argument).file
        guard let source = SourceText.read(at: file, into: &diagnostics) else { return nil }
        return ScenarioFile.read(source, into: &diagnostics)
    }

    /// Reads a plan of a scenario.
    mutating func plan(_ name: String, of argument: String, _ scenario: ScenarioFile) -> PlanFile? {
        let file = Self.place(argument).folder + "/plans/\(name).jsonc"
        guard let source = SourceText.read(at: file, into: &diagnostics) else { return nil }
        return PlanFile.read(source, for: scenario, into: &diagnostics)
    }

    /// Reads a scenario with one of its plans.
    ///
    /// - Throws: `InputProblem` where anything is wrong.
    mutating func inputs(_ argument: String, plan planName: String) throws -> Inputs {
        guard let scenario = scenario(argument), !diagnostics.hasErrors,
            let plan = plan(planName, of: argument, scenario), !diagnostics.hasErrors
        else { throw problem }
        if diagnostics.sorted.count > 0 { Console.complain(text) }
        var names = scenario.names
        names.rules = plan.ruleNames
        let folder = Self.place(argument).folder
        let name = URL(fileURLWithPath: folder).lastPathComponent
        return Inputs(
            name: name,
            planName: planName,
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
