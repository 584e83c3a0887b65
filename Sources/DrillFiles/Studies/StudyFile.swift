public import Experiments
public import Scoring
public import Wording

/// A study as read from its file.
public struct StudyFile: Sendable {
    /// A measure and which way is better.
    public struct Aim: Sendable {
        /// The measure.
        public let measure: Measure
        /// Whether more is better.
        public let isMost: Bool
    }

    /// How the best point is selected.
    public struct Selection: Sendable {
        /// What is best.
        public let aim: Aim
        /// Whether a budget is spent, else drills are played until the probability is reached.
        public let isWithinBudget: Bool
        /// Difference that matters, or nil where every difference does.
        public let indifference: Double?
        /// Probability of correct selection that is wanted.
        public let confidence: Double
        /// Drills of all points together, or nil for any number.
        public let budget: Int?

        /// Returns the same with what is left of the budget after so many drills.
        public func spending(_ drills: Int) -> Selection {
            Selection(
                aim: aim,
                isWithinBudget: isWithinBudget,
                indifference: indifference,
                confidence: confidence,
                budget: budget.map { max(0, $0 - drills) }
            )
        }
    }

    /// How a good combination of levels is searched for.
    public struct Search: Sendable {
        /// What is best.
        public let aim: Aim
        /// Difference that matters.
        public let indifference: Double
        /// Probability that what is said of the end of the search is right.
        public let confidence: Double
        /// Drills of all points together, or nil for any number.
        public let budget: Int?

        /// Returns how each choice is made where there are so many factors, so that all choices of a
        /// round are right together with the probability that is wanted.
        public func selection(among factors: Int) -> Selection {
            Selection(
                aim: aim,
                isWithinBudget: false,
                indifference: indifference,
                confidence: 1 - (1 - confidence) / Double(max(1, factors)),
                budget: budget
            )
        }
    }

    /// When a drill counts as failed.
    public struct Failure: Sendable {
        /// Measure.
        public let measure: Measure
        /// Bound.
        public let bound: Double
        /// Whether it fails above the bound.
        public let isAbove: Bool

        /// Tells whether a value means failure.
        public func contains(_ value: Double) -> Bool { isAbove ? value > bound : value < bound }
    }

    /// Which points are played.
    public enum Design: Sendable {
        /// The first level of every factor, and nothing else.
        case start
        /// All combinations of levels.
        case factorial
        /// A fraction of them.
        case fraction(resolution: Int)
        /// Latin hypercube of so many points.
        case latinHypercube(Int)
        /// So many points of the Sobol sequence.
        case sobolSequence(Int)
        /// Points one by one.
        case list
        /// Elementary effects along so many trajectories.
        case morris(Int)
        /// Indices from so many base points.
        case sobolIndices(Int)
    }

    /// Title for readers.
    public internal(set) var title = Bilingual(verbatim: "")
    /// Names of the plans, the first the baseline.
    public internal(set) var plans: [String] = []
    /// Seed.
    public internal(set) var seed: UInt64 = 1
    /// Drills at every point; the most where a precision ends them.
    public internal(set) var drills = 200
    /// Precision at which a point has enough drills, and the least number of drills.
    public internal(set) var until: (rule: StopRule, text: String, atLeast: Int)?
    /// Factors.
    public internal(set) var factors: [StudyFactor] = []
    /// Which points are played.
    public internal(set) var design = Design.factorial
    /// Points, plan after plan.
    public internal(set) var points: [StudyPoint] = []
    /// Measures that are analysed.
    public internal(set) var measures: [Measure] = []
    /// Selection of the best point.
    public internal(set) var selection: Selection?
    /// Search for a good combination of levels.
    public internal(set) var search: Search?
    /// Aims that are weighed against each other.
    public internal(set) var pareto: [Aim] = []
    /// When a drill counts as failed.
    public internal(set) var failure: Failure?
    /// Text of the file.
    public let source: SourceText

    init(source: SourceText) {
        self.source = source
    }
}

/// Something that a study varies.
public struct StudyFactor: Sendable {
    /// A level: what it is called, and what it changes.
    public struct Level: Sendable {
        /// Name in tables.
        public let name: String
        /// Title for readers.
        public let title: Bilingual
        let changes: [Change]
        /// Where it stands in the study.
        let range: SourceRange
    }

    /// A change of one value, or of all to which a path leads.
    struct Change: Sendable {
        enum Operation: Sendable {
            case set([UInt8])
            case times(Double)
        }

        let path: KeyPath
        let operation: Operation
        /// Where its path stands in the study.
        let range: SourceRange
    }

    /// A range of numbers.
    struct Span: Sendable {
        let from: Double
        let to: Double
        let isWhole: Bool
        let isRelative: Bool
        let path: KeyPath
        let range: SourceRange

        /// Returns the value at a place from 0 to 1.
        func value(at place: Double) -> Double {
            let value = from + (to - from) * place
            return isWhole ? value.rounded() : value
        }
    }

    /// Name in files.
    public let name: Name
    /// Whether it changes plans, else the scenario.
    public let isOfPlan: Bool
    /// Levels; none where it has a range.
    public let levels: [Level]
    let span: Span?

    /// Whether it has a range of numbers instead of levels.
    public var isContinuous: Bool { span != nil }

    /// Returns the level that stands for a number of the range.
    func level(at value: Double) -> Level? {
        guard let span else { return nil }
        let text = RowFormat.text(value)
        let operation =
            span.isRelative
            ? Change.Operation.times(value) : Change.Operation.set(Array(text.utf8))
        return Level(
            name: text,
            title: Bilingual(verbatim: text),
            changes: [Change(path: span.path, operation: operation, range: span.range)],
            range: span.range
        )
    }
}

/// One point of a study: a plan, and a level or value of every factor.
public struct StudyPoint: Sendable {
    /// Number of the plan.
    public let plan: Int
    /// Numbers of levels, factor by factor; 0 for factors with a range.
    public let levels: [Int]
    /// Values of factors with a range, numbers of levels for others.
    public let values: [Double]
    /// Place in the unit cube; empty where the design has no such places.
    public let place: [Double]

    init(plan: Int, levels: [Int], values: [Double], place: [Double]) {
        self.plan = plan
        self.levels = levels
        self.values = values
        self.place = place
    }

    /// Creates a point at levels, where no factor has a range.
    public init(plan: Int, levels: [Int]) {
        self.init(plan: plan, levels: levels, values: levels.map { Double($0) }, place: [])
    }
}
