public import Experiments
public import Scoring
public import Vocabulary
public import Wording

/// All that an after-action report is made from.
public struct AfterActionInput: Sendable {
    /// Title of the scenario.
    public var scenario: Bilingual
    /// Title of the plan.
    public var plan: Bilingual
    /// When the drill begins.
    public var start: AbsoluteInstant
    /// Names of everything.
    public var names: ScenarioNames
    /// How drills are scored.
    public var scoring: ScoringDefinition
    /// What there is.
    public var setting = Setting()
    /// What the author says about the plan; nil where nothing.
    public var planOutline: Bilingual?
    /// The plan in plain words, chapter by chapter.
    public var planChapters: [(heading: Bilingual, statements: [Statement])] = []
    /// What the drills say.
    public var results: Results
    /// Facts of the typical drill; empty where there is no record of it.
    public var facts: [Fact] = []
    /// Measures beside those of reference drills; empty where none were played.
    public var references: [ReferenceLine] = []
    /// Public safety index against no response; nil where it is not known.
    public var referenceIndex: Double?
    /// Other plans under the same luck.
    public var comparisons: [PlanComparison] = []
    /// What a delay costs, from a study; nil where none is given.
    public var price: PriceOfDelay?
    /// Values relied on without having been confirmed.
    public var assumptions: [AssumptionLine] = []
    /// What made the results.
    public var provenance: Provenance

    /// Creates an input; what is not given here is empty.
    public init(
        scenario: Bilingual,
        plan: Bilingual,
        start: AbsoluteInstant,
        names: ScenarioNames,
        scoring: ScoringDefinition,
        results: Results,
        provenance: Provenance
    ) {
        self.scenario = scenario
        self.plan = plan
        self.start = start
        self.names = names
        self.scoring = scoring
        self.results = results
        self.provenance = provenance
    }
}

/// What a scenario puts on the map, by number.
public struct Setting: Sendable {
    /// People of each zone, before chance and hour [persons].
    public var zonePersons: [Int] = []
    /// Area of each zone that has to be searched [m2].
    public var zoneSearchSquareMeters: [Double] = []
    /// Members of each team [persons].
    public var teamCrews: [Int] = []
    /// Post of each team.
    public var teamPosts: [Int] = []
    /// Depots.
    public var depots: [DepotDefinition] = []
    /// Beds of each hospital that can be cleared.
    public var hospitalBeds: [Int] = []
    /// When each inject comes [s from the start]; nil for one that waits for something.
    public var injectSeconds: [Double?] = []

    /// Creates a setting with nothing in it.
    public init() {}
}

/// What the drills of a batch say.
public struct Results: Sendable {
    /// Drills.
    public var drills: Int
    /// Drills in which something was found that must not be.
    public var failed: Int
    /// Number of the typical drill; nil where there is none.
    public var typicalDrill: UInt64?
    /// Every measure, in the order of result files.
    public var measures: [(measure: Measure, summary: MeasureSummary)]
    /// Every goal, in the order of the scenario.
    public var goals: [GoalSummary]
    /// Accidents of the two top grades.
    public var topGrade: ShareSummary
    /// The mark.
    public var score: ScoreSummary
    /// Values of measures drill by drill, for those whose spread is shown.
    public var values: [(measure: Measure, values: [Double])] = []
    /// Times of the points of curves [s from the start].
    public var curveSeconds: [Double] = []
    /// Quantiles of each curve at these points: 5, 25, 50, 75, 95 %.
    public var curves: [(curve: Curve, quantiles: [[Double]])] = []

    /// Creates results; what is not given here is empty.
    public init(
        drills: Int,
        failed: Int,
        typicalDrill: UInt64?,
        measures: [(measure: Measure, summary: MeasureSummary)],
        goals: [GoalSummary],
        topGrade: ShareSummary,
        score: ScoreSummary
    ) {
        self.drills = drills
        self.failed = failed
        self.typicalDrill = typicalDrill
        self.measures = measures
        self.goals = goals
        self.topGrade = topGrade
        self.score = score
    }

    /// What is said about a measure; nil for one the scenario has not.
    func summary(_ measure: Measure) -> MeasureSummary? {
        measures.first { $0.measure == measure }?.summary
    }
}

/// A mean with its interval.
public struct Estimate: Sendable {
    /// Mean; nil where it cannot be said.
    public let mean: Double?
    /// Lower end of the 95 % interval.
    public let low: Double?
    /// Upper end of the 95 % interval.
    public let high: Double?

    /// Creates an estimate.
    public init(mean: Double?, low: Double?, high: Double?) {
        self.mean = mean
        self.low = low
        self.high = high
    }
}

/// A measure of the plan beside that of its reference drills.
public struct ReferenceLine: Sendable {
    /// The measure.
    public let measure: Measure
    /// Without response, under the plan, with ideal information.
    public let noResponse, plan, ideal: Estimate
    /// What the plan spares against no response, and what ideal information could still spare.
    public let spared, preventable: Estimate

    /// Creates a line.
    public init(
        _ measure: Measure,
        noResponse: Estimate,
        plan: Estimate,
        ideal: Estimate,
        spared: Estimate,
        preventable: Estimate
    ) {
        self.measure = measure
        self.noResponse = noResponse
        self.plan = plan
        self.ideal = ideal
        self.spared = spared
        self.preventable = preventable
    }
}

/// Another plan against the one of the report, drill by drill under the same luck.
public struct PlanComparison: Sendable {
    /// Title of the other plan.
    public let title: Bilingual
    /// Name of the other plan in files.
    public let name: String
    /// Drills that both have.
    public let drills: Int
    /// The other plan minus this one.
    public let differences: [(measure: Measure, pair: PairedSummary)]

    /// Creates a comparison.
    public init(
        title: Bilingual,
        name: String,
        drills: Int,
        differences: [(measure: Measure, pair: PairedSummary)]
    ) {
        self.title = title
        self.name = name
        self.drills = drills
        self.differences = differences
    }
}

/// What a delay of so many minutes costs, as a study found it.
public struct PriceOfDelay: Sendable {
    /// One delay.
    public struct Point: Sendable {
        /// Delay [min].
        public let minutes: Double
        /// Mean with its interval, in the unit of the measure.
        public let estimate: Estimate

        /// Creates a point.
        public init(minutes: Double, estimate: Estimate) {
            self.minutes = minutes
            self.estimate = estimate
        }
    }

    /// Folder of the study, for readers.
    public let study: String
    /// Drills at each delay.
    public let drills: Int
    /// For each measure of the study its points by rising delay.
    public let curves: [(measure: Measure, points: [Point])]

    /// Creates a price.
    public init(study: String, drills: Int, curves: [(measure: Measure, points: [Point])]) {
        self.study = study
        self.drills = drills
        self.curves = curves
    }
}

/// A value relied on without having been confirmed.
public struct AssumptionLine: Sendable {
    /// File it stands in or belongs to.
    public let file: Bilingual
    /// Where it belongs within the file.
    public let path: String
    /// The value as written.
    public let value: String
    /// How well it is known: U or D.
    public let confidence: String
    /// Where it is from; empty where nobody says.
    public let source: String
    /// Whether it holds because the file says nothing.
    public let isDefault: Bool

    /// Creates a line.
    public init(
        file: Bilingual,
        path: String,
        value: String,
        confidence: String,
        source: String,
        isDefault: Bool
    ) {
        self.file = file
        self.path = path
        self.value = value
        self.confidence = confidence
        self.source = source
        self.isDefault = isDefault
    }
}

/// What made results, and how to make them again.
public struct Provenance: Sendable {
    /// Name and version of the program.
    public let program: String
    /// Name of the scenario's folder, and SHA-256 of its files.
    public let scenario: (name: String, sha256: String)
    /// Name of the plan, and SHA-256 of its file.
    public let plan: (name: String, sha256: String)
    /// Seed.
    public let seed: UInt64
    /// SHA-256 of `drills.csv`.
    public let digest: String
    /// Command that makes the results again.
    public let command: String

    /// Creates a provenance.
    public init(
        program: String,
        scenario: (name: String, sha256: String),
        plan: (name: String, sha256: String),
        seed: UInt64,
        digest: String,
        command: String
    ) {
        self.program = program
        self.scenario = scenario
        self.plan = plan
        self.seed = seed
        self.digest = digest
        self.command = command
    }
}
