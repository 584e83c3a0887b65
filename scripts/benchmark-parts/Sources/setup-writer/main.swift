import DrillFiles
import EventKernel
import Experiments
import Foundation

// setup-writer SCENARIO-FOLDER PLAN FILE    the compact byte form of a scenario with a plan

struct Refusal: Error {}

func setup(_ folder: String, plan name: String) throws -> Setup {
    var diagnostics = Diagnostics()
    guard let text = SourceText.read(at: folder + "/scenario.jsonc", into: &diagnostics),
        let planText = SourceText.read(at: folder + "/plans/\(name).jsonc", into: &diagnostics)
    else { throw Refusal() }
    let scenario = ScenarioFile.read(text, into: &diagnostics)
    let plan = PlanFile.read(planText, for: scenario, into: &diagnostics)
    if diagnostics.hasErrors { throw Refusal() }
    var setup = Setup()
    setup.scenario = scenario.scenario
    setup.plan = plan.plan
    setup.scoring = scenario.scoring
    return setup
}

let words = CommandLine.arguments
guard words.count == 4 else {
    print("usage: setup-writer SCENARIO-FOLDER PLAN FILE")
    exit(64)
}
try Data(setup(words[1], plan: words[2]).byteForm).write(to: URL(fileURLWithPath: words[3]))
