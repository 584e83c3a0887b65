import Command
import DrillFiles
import DrillModel
import EventKernel
import Experiments
import Foundation
import GroundTruth
import Situation
import Terrain
import TestSupport
import Testing
import Vocabulary
import Wording

/// Every scenario and plan in the repository loads, and moves through its compact byte form unchanged.
@Suite struct ShippedFileTests {
    /// The repository.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Folders of scenarios, below the repository.
    static let scenarios: [String] = {
        func folders(_ folder: String) -> [String] {
            let path = root.appendingPathComponent(folder).path
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return names.sorted().map { folder + "/" + $0 }
        }
        let all = folders("Scenarios").filter { $0 != "Scenarios/small" }
        return all + folders("Scenarios/small") + ["Tests/DrillFilesTests/Small"]
    }()

    @Test func `there is a scenario to load`() {
        #expect(Self.scenarios.contains("Scenarios/xiangshui-2019"))
    }

    @Test(arguments: scenarios)
    func `a scenario loads with all its plans`(folder: String) throws {
        let files = try ShippedFiles(folder, in: Self.root)
        let messages = DiagnosticRenderer(language: .english).text(files.diagnostics)
        #expect(!files.diagnostics.hasErrors, "\(messages)")
        #expect(!files.plans.isEmpty)
    }

    @Test(arguments: ["Scenarios/xiangshui-2019", "Tests/DrillFilesTests/Small"])
    func `nothing is doubtful about a shipped plan`(folder: String) throws {
        let files = try ShippedFiles(folder, in: Self.root)
        #expect(DiagnosticRenderer(language: .english).text(files.diagnostics) == "")
    }

    @Test
    func
        `how Xiangshui is searched and how its fires flare up again is read, and is in the byte form`()
        throws
    {
        var setup = Setup()
        setup.scenario = try RealWorld("xiangshui-2019").scenario
        let truth = try Setup(byteForm: setup.byteForm).scenario.truth
        #expect(truth.care.rapidSearchFactor == 10)
        let rates = truth.hazards.compactMap { hazard in
            if case .fire(let fire) = hazard.form { fire.reflaresPerHourCooled } else { nil }
        }
        #expect(rates.count == 9 && rates.allSatisfy { $0 == 0.05 })
    }

    @Test func `there are at least twelve plans`() throws {
        let counts = try Self.scenarios.filter { $0.hasPrefix("Scenarios/") }
            .map { try ShippedFiles($0, in: Self.root).plans.count }
        #expect(counts.reduce(0, +) >= 12)
    }

    @Test(arguments: scenarios)
    func `the byte form gives the same bytes again`(folder: String) throws {
        let files = try ShippedFiles(folder, in: Self.root)
        for plan in files.plans {
            var setup = Setup()
            setup.scenario = files.scenario.scenario
            setup.plan = plan.plan
            setup.scoring = files.scenario.scoring
            let bytes = setup.byteForm
            #expect(bytes.count > 1000)
            #expect(try Setup(byteForm: bytes).byteForm == bytes)
        }
    }

    @Test(arguments: scenarios)
    func `every thing of a scenario has a name`(folder: String) throws {
        let files = try ShippedFiles(folder, in: Self.root)
        let (scenario, names) = (files.scenario.scenario, files.scenario.names)
        #expect(names.places.count == scenario.terrain.places.count)
        #expect(names.zones.count == scenario.truth.zones.count)
        #expect(names.hazards.count == scenario.truth.hazards.count)
        #expect(names.teams.count == scenario.register.teams.count)
        #expect(names.depots.count == scenario.register.depots.count)
        #expect(names.posts.count == scenario.situation.posts.count)
        #expect(names.injects.count == scenario.injects.count)
        for plan in files.plans { #expect(plan.ruleNames.count == plan.plan.rules.count) }
    }
}

/// A scenario of the repository with all its plans.
struct ShippedFiles {
    /// The scenario.
    let scenario: ScenarioFile
    /// Its plans, in order of their names.
    private(set) var plans: [PlanFile] = []
    /// All that was found wrong.
    private(set) var diagnostics = Diagnostics()
    /// Text of the scenario, and of the plans.
    private(set) var texts: [SourceText] = []

    init(_ folder: String, in root: URL) throws {
        let place = root.appendingPathComponent(folder)
        let text = try Self.text("scenario.jsonc", in: place)
        scenario = ScenarioFile.read(text, into: &diagnostics)
        texts = [text]
        let names = try FileManager.default
            .contentsOfDirectory(atPath: place.appendingPathComponent("plans").path).sorted()
        for name in names where name.hasSuffix(".jsonc") {
            let text = try Self.text("plans/" + name, in: place)
            plans.append(PlanFile.read(text, for: scenario, into: &diagnostics))
            texts.append(text)
        }
    }

    private static func text(_ name: String, in folder: URL) throws -> SourceText {
        let data = try Data(contentsOf: folder.appendingPathComponent(name))
        return SourceText(path: name, bytes: [UInt8](data))
    }
}
