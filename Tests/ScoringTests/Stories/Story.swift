import EventKernel
import Testing
import Vocabulary

@testable import Scoring

/// A short story as a record of few facts, with the values of its measures worked out by hand.
///
/// The values follow from the definitions (Order 493, FACTS §1.8, the comments of `Measure`), not from
/// the program; the arithmetic stands beside them. What a story does not name must be what nothing at
/// all gives.
struct Story: CustomTestStringConvertible, Sendable {
    /// What is told.
    let testDescription: String
    /// How it is scored.
    var definition = Story.frame
    /// Values by hand.
    private(set) var expected: [Measure: Double] = [:]
    private var lines: [(seconds: Int64, cause: Int, content: FactContent)] = []

    init(_ title: String, hours: Double = 1) {
        testDescription = title
        definition.duration = SimDuration(hours: hours)
    }

    /// Adds a fact.
    ///
    /// - Returns: Its place, by which it may be named as a cause.
    @discardableResult
    mutating func at(_ seconds: Int64, _ content: FactContent, because cause: Int = -1) -> Int {
        lines.append((seconds, cause, content))
        return lines.count - 1
    }

    // MARK: Values by hand

    mutating func expect(_ measure: Measure, _ value: Double) {
        precondition(expected[measure] == nil, "A value is worked out once.")
        expected[measure] = value
    }

    mutating func expect(_ values: [Measure: Double]) {
        for (measure, value) in values { expect(measure, value) }
    }

    mutating func expectNone(_ measures: [Measure]) {
        for measure in measures { expect(measure, 0) }
    }

    mutating func expectNever(_ measures: [Measure]) {
        for measure in measures { expect(measure, .infinity) }
    }

    /// Value that a measure must have.
    func value(of measure: Measure) -> Double {
        expected[measure] ?? Self.valueOfNothing(measure)
    }

    // MARK: The record

    /// Facts in order of time, those of an instant in the order in which they are told.
    var record: [Fact] {
        let order = lines.indices.sorted { (lines[$0].seconds, $0) < (lines[$1].seconds, $1) }
        var places = Array(repeating: -1, count: lines.count)
        for (place, line) in order.enumerated() { places[line] = place }
        return facts(
            causing: order.map { line in
                let cause = lines[line].cause
                return (lines[line].seconds, cause < 0 ? -1 : places[cause], lines[line].content)
            }
        )
    }
}

/// What stories share.
extension Story {
    static let zone = ZoneID(0)
    static let site = SiteID(0)
    static let siteStock = DepotID(0)
    static let store = DepotID(1)
    /// A link that is not between posts: a caller's telephone.
    static let telephone = LinkID(99)

    /// The tiny definition, with links from the call centre and from the scene to the county.
    static var frame: ScoringDefinition {
        var definition = tinyDefinition
        definition.links += [
            LinkPosts(from: Posts.callCentre, to: Posts.county),
            LinkPosts(from: Posts.scene, to: Posts.county),
        ]
        return definition
    }

    static func person(_ number: Int) -> PersonID { PersonID(in: zone, number: number) }

    static func crew(_ number: Int) -> PersonID { PersonID(of: TeamID(0), number: number) }

    static func sighting(by kind: Observer.Kind) -> FactContent {
        .observed(Observer(kind, 0), .incident(site), value: 1)
    }

    static func hurt(_ person: PersonID, _ severity: Severity = .serious) -> FactContent {
        .hurt(person, severity, .collapse, canWalk: severity < .moderate)
    }

    static func goal(_ measure: Measure, atMost bound: Double, weight: Double = 1) -> Goal {
        var goal = Goal()
        goal.measure = measure
        goal.bound = bound
        goal.weight = weight
        return goal
    }

    static func goal(_ measure: Measure, atLeast bound: Double) -> Goal {
        var goal = Self.goal(measure, atMost: bound)
        goal.isUpperBound = false
        return goal
    }

    /// The logistic function.
    static func logistic(_ x: Double) -> Double { 1 / (1 + Elementary.exp(-x)) }

    // MARK: Where nothing happens

    /// Value where nothing at all is on record: counts are 0, where nothing was wanted nothing lacked,
    /// and what could not be measured never happened.
    static func valueOfNothing(_ measure: Measure) -> Double {
        switch measure {
        case .suppliesEnoughShare, .suppliesFoundShare, .suppliesUsedShare: 1
        case .secondsToDetect, .secondsToFirstReport, .secondsToFirstArrival, .secondsToControl,
            .secondsToResolve, .secondsToFireOut, .secondsToStateReport, .secondsToGradeKnown,
            .secondsToTargetLevel, .secondsToFirstRelease, .secondsPerReportHop,
            .secondsPerSupplyRun, .secondsPerTurnout, .secondsPerTravel, .score,
            .greatPublicImpact, .publicSafetyIndex, .responseEfficiency, .publicSatisfaction,
            .deadlinesKeptShare, .dutiesKeptShare, .dueReportsKeptShare,
            .firstReportCompleteness, .teamIdleShare, .warningReachShare, .evacuatedShare,
            .isolationIndex, .handlingIndex, .communicationIndex, .settlementIndex,
            .roboCupRescueScore, .rumourFinalShare, .rumourPeakShare, .trustAtEnd:
            .infinity
        default: 0
        }
    }
}
