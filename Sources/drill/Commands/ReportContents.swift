import DrillFiles
import DrillModel
import EventKernel
import Experiments
import GroundTruth
import Reports
import Scoring
import Vocabulary
import Wording

/// Gathers what an after-action report is made from: scenario, plan and results of a batch.
struct ReportContents {
    let inputs: Inputs
    let manifest: Manifest
    let result: BatchResult
    let summary: BatchSummary
    let typical: (number: UInt64, facts: [Fact])?

    /// The input of a report, without what other folders hold.
    ///
    /// - Parameters:
    ///   - curves: What `curves.csv` holds.
    ///   - references: What `references.json` holds.
    /// - Returns: The input.
    /// - Throws: Where the table of drills cannot be read.
    func input(_ curves: CurveTable?, _ references: ReferenceTable?) throws -> AfterActionInput {
        var input = AfterActionInput(
            scenario: inputs.scenario.title,
            plan: inputs.plan.title,
            start: inputs.scenario.start,
            names: inputs.names,
            scoring: inputs.scenario.scoring,
            results: try results(curves),
            provenance: provenance
        )
        input.setting = setting
        fillPlan(&input)
        input.facts = typical?.facts ?? []
        input.assumptions =
            lines(inputs.scenario.assumptions, Bilingual("scenario", "情景"))
            + lines(inputs.plan.assumptions, Bilingual("plan", "预案"))
        if let references { fill(references, &input) }
        return input
    }

    // MARK: Results

    private func results(_ curves: CurveTable?) throws -> Results {
        let scoring = inputs.scenario.scoring
        var results = Results(
            drills: result.count,
            failed: result.failed.count,
            typicalDrill: typical?.number,
            measures: summary.measures,
            goals: summary.goals,
            topGrade: summary.topGrade,
            score: try result.score(scoring)
        )
        let times = scoring.goals.map(\.measure).filter(\.isTime) + [.secondsToFirstArrival]
        try result.forEach(scoring.measures.filter { times.contains($0) }) {
            results.values.append(($0, $1))
        }
        if let curves {
            results.curveSeconds = curves.seconds
            results.curves = curves.curves
        }
        return results
    }

    private var provenance: Provenance {
        Provenance(
            program: manifest.program,
            scenario: (manifest.scenario.name, manifest.scenario.sha256),
            plan: (manifest.plan.name, manifest.plan.sha256),
            seed: manifest.seed,
            digest: result.digest,
            command: manifest.command
        )
    }

    private func fill(_ references: ReferenceTable, _ input: inout AfterActionInput) {
        func estimate(_ values: ReferenceTable.Estimate) -> Estimate {
            Estimate(mean: values.mean, low: values.low, high: values.high)
        }
        input.references = references.lines.map { line in
            ReferenceLine(
                line.measure,
                noResponse: estimate(line.noResponse),
                plan: estimate(line.plan),
                ideal: estimate(line.ideal),
                spared: estimate(line.spared),
                preventable: estimate(line.preventable)
            )
        }
        input.referenceIndex = references.publicSafetyIndex
    }

    // MARK: Scenario and plan

    private var setting: Setting {
        let scenario = inputs.scenario.scenario
        var setting = Setting()
        setting.zonePersons = scenario.truth.zones.map { zone in
            zone.groups.reduce(0) { $0 + Int($1.persons) }
        }
        setting.zoneSearchSquareMeters = scenario.truth.zones.map(\.searchSquareMeters)
        setting.teamCrews = scenario.register.teams.map { Int($0.crew) }
        setting.depots = scenario.register.depots
        setting.hospitalBeds = scenario.register.hospitals.map { Int($0.beds) }
        setting.injectSeconds = scenario.injects.map {
            $0.trigger == nil ? $0.time.seconds : nil
        }
        return setting
    }

    private func fillPlan(_ input: inout AfterActionInput) {
        let explanation = inputs.plan.explanation(for: inputs.scenario)
        input.planOutline = explanation.description
        input.planChapters = explanation.sections.map { section in
            (section.heading, section.entries.map { Self.statement($0) })
        }
    }

    private static func statement(_ entry: PlanExplanation.Entry) -> Statement {
        Statement(entry.text, entry.details.map { statement($0) })
    }

    private func lines(_ assumptions: [Assumption], _ file: Bilingual) -> [AssumptionLine] {
        assumptions.filter(\.confidence.isWeak).map { assumption in
            AssumptionLine(
                file: file,
                path: assumption.path,
                value: Self.shortened(assumption.value),
                confidence: assumption.confidence.rawValue,
                source: assumption.source,
                isDefault: assumption.isDefault
            )
        }
    }

    /// Of a whole object the identifier, which says more than its first words.
    private static func shortened(_ value: String) -> String {
        let mark = "{ \"id\": \""
        guard value.hasPrefix(mark) else { return value }
        return String(value.dropFirst(mark.count).prefix { $0 != "\"" })
    }
}
