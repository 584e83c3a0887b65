import EventKernel
import Experiments
import Reports
import Scoring
import Vocabulary
import Wording

/// The input of a report about the made-up drill, with names that may be anything.
struct SampleReport: Sendable {
    /// Returns the wording of a name in both languages.
    let name: @Sendable (String) -> Bilingual

    /// Names as they are.
    static let plain = SampleReport { Bilingual(verbatim: $0) }

    /// The input, every part of it there.
    var input: AfterActionInput {
        var input = AfterActionInput(
            scenario: name("scenario"),
            plan: name("plan"),
            start: SampleStory.start,
            names: names,
            scoring: Self.scoring,
            results: Self.results,
            provenance: Provenance(
                program: text("program"),
                scenario: (text("folder"), text("sum")),
                plan: (text("plan-file"), text("sum")),
                seed: 1,
                digest: text("digest"),
                command: text("command")
            )
        )
        input.setting = setting
        input.facts = SampleStory.facts
        input.planOutline = name("outline")
        input.planChapters = [
            (name("chapter"), [Statement(name("statement"), [Statement(name("detail"))])])
        ]
        input.assumptions = [
            AssumptionLine(
                file: name("file"),
                path: text("path"),
                value: text("value"),
                confidence: "D",
                source: text("source"),
                isDefault: true
            )
        ]
        fillComparisons(&input)
        return input
    }

    private func text(_ text: String) -> String { name(text).english }

    private func fillComparisons(_ input: inout AfterActionInput) {
        let estimate = Estimate(mean: 2, low: 1, high: 3)
        input.references = [
            ReferenceLine(
                .deaths,
                noResponse: estimate,
                plan: estimate,
                ideal: estimate,
                spared: estimate,
                preventable: estimate
            )
        ]
        input.referenceIndex = 0.5
        let pair = PairedSummary([1, 2, 4], baseline: [2, 4, 4])
        input.comparisons = [
            PlanComparison(
                title: name("other"),
                name: text("other-file"),
                drills: 3,
                differences: [(.deaths, pair)]
            )
        ]
        let point = PriceOfDelay.Point(minutes: 5, estimate: estimate)
        input.price = PriceOfDelay(study: text("study"), drills: 3, curves: [(.deaths, [point])])
    }

    private var names: ScenarioNames {
        func all(_ list: [Name]) -> [Name] {
            list.map { Name(id: $0.id, title: name($0.id)) }
        }
        let sample = SampleStory.names
        var names = ScenarioNames()
        names.places = all(sample.places)
        names.zones = all(sample.zones)
        names.sites = all(sample.sites)
        names.hazards = all(sample.hazards)
        names.sensors = all(sample.sensors)
        names.teams = all(sample.teams)
        names.depots = all(sample.depots)
        names.hospitals = all(sample.hospitals)
        names.posts = all(sample.posts)
        names.rules = all(sample.rules)
        names.injects = all(sample.injects)
        names.goals = [Name(id: "goal", title: name("goal"))]
        names.goalLinks = [
            GoalLink(objective: name("objective"), task: name("task"), capability: name("skill"))
        ]
        return names
    }

    private var setting: Setting {
        var setting = Setting()
        setting.zonePersons = [160, 400]
        setting.zoneSearchSquareMeters = [1000, 0]
        setting.teamCrews = [14, 14, 3]
        var depot = DepotDefinition()
        depot.stock[.foam] = 9000
        setting.depots = [depot, depot]
        setting.hospitalBeds = [20]
        setting.injectSeconds = [4500]
        return setting
    }

    static var scoring: ScoringDefinition {
        var scoring = ScoringDefinition()
        var goal = Goal()
        goal.bound = 1
        scoring.goals = [goal]
        scoring.postLevels = [.callCentre, .county, .scene]
        scoring.links = [LinkPosts(from: PostID(0), to: PostID(1))]
        scoring.teamKinds = [.fire, .fire, .ambulance]
        scoring.siteDepots = [DepotID(0)]
        scoring.zoneCount = 2
        scoring.hospitalCount = 1
        scoring.duration = SimDuration(minutes: 720)
        return scoring
    }

    /// Deaths of three drills, and a time that one of them never saw.
    static let deaths: [Double] = [0, 1, 4]
    static let arrivals: [Double] = [1200, .infinity, 1500]

    private static var results: Results {
        let score = ScoreSummary(scoring, marks: [100, 100, 25], degrees: [0.75])
        var results = Results(
            drills: 3,
            failed: 0,
            typicalDrill: 1,
            measures: [
                (.deaths, MeasureSummary(deaths)),
                (.secondsToFirstArrival, MeasureSummary(arrivals)),
                (.deathsBySearch, MeasureSummary(deaths)),
            ],
            goals: [GoalSummary(scoring.goals[0], deaths)],
            topGrade: ShareSummary(0, of: 3),
            score: score
        )
        results.values = [(.secondsToFirstArrival, arrivals)]
        results.curveSeconds = [0, 1800, 3600]
        let quantiles = [0, 1, 2, 3, 4].map { [0, Double($0), Double($0)] }
        results.curves = [(.deaths, quantiles)]
        return results
    }
}
