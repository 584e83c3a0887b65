public import Command
import DrillFiles
public import DrillModel
import Foundation
public import Scoring
public import Wording

/// A scenario of the folder `Scenarios` with one of its plans, read through the files' door.
public struct RealWorld: Sendable {
    /// The scenario.
    public var scenario: Scenario
    /// The plan.
    public var plan: Plan
    /// How its drills are scored.
    public let scoring: ScoringDefinition
    /// Names of everything, the plan's rules included.
    public let names: ScenarioNames

    /// What keeps a scenario from being read.
    public struct Unreadable: Error {
        /// All that is wrong, as a user would see it.
        public let text: String
    }

    private static let scenarios = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Scenarios")

    /// Reads a scenario and a plan.
    ///
    /// - Throws: `Unreadable` where anything is wrong.
    public init(_ name: String, plan planName: String = "baseline") throws {
        let folder = Self.scenarios.appendingPathComponent(name)
        var diagnostics = Diagnostics()
        let scenarioPath = folder.appendingPathComponent("scenario.jsonc").path
        let planPath = folder.appendingPathComponent("plans/\(planName).jsonc").path
        guard let source = SourceText.read(at: scenarioPath, into: &diagnostics),
            let planSource = SourceText.read(at: planPath, into: &diagnostics)
        else { throw Self.unreadable(diagnostics) }
        let file = ScenarioFile.read(source, into: &diagnostics)
        let planFile = PlanFile.read(planSource, for: file, into: &diagnostics)
        if diagnostics.hasErrors { throw Self.unreadable(diagnostics) }
        var names = file.names
        names.rules = planFile.ruleNames
        self.names = names
        self.scenario = file.scenario
        self.plan = planFile.plan
        scoring = file.scoring
    }

    /// Plays drills from 0 on, and returns their records.
    public func records(_ drills: Int, seed: UInt64) -> [DrillRecord] {
        var drill = Drill(scenario, plan: plan)
        return (0..<drills).map { DrillRecord(playing: &drill, seed: seed, drill: UInt64($0)) }
    }

    /// Names of all scenarios that are shipped, each with each of its plans; those of small scenarios with
    /// their folder.
    public static let plans: [(String, String)] = {
        let found = FileManager.default.enumerator(atPath: scenarios.path)?.allObjects ?? []
        let files = found.compactMap { $0 as? String }.filter { $0.hasSuffix(".jsonc") }.sorted()
        return files.compactMap { file in
            let parts = file.components(separatedBy: "/plans/")
            return parts.count == 2 ? (parts[0], String(parts[1].dropLast(6))) : nil
        }
    }()

    private static func unreadable(_ diagnostics: Diagnostics) -> Unreadable {
        Unreadable(text: DiagnosticRenderer(language: .english).text(diagnostics))
    }
}
