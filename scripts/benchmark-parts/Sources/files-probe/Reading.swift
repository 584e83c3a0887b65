import DrillFiles
import Experiments

struct Refusal: Error {}

/// Returns a scenario with one of its plans.
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
