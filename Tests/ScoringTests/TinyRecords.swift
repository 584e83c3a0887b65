import EventKernel
import Vocabulary

@testable import Scoring

/// Posts of the tiny records, by name.
enum Posts {
    static let firm = PostID(0)
    static let callCentre = PostID(1)
    static let county = PostID(2)
    static let state = PostID(3)
    static let scene = PostID(4)
    static let city = PostID(5)
    static let province = PostID(6)
}

/// How the tiny records are scored: an hour long, a point of the curves each ten minutes.
var tinyDefinition: ScoringDefinition {
    var definition = ScoringDefinition()
    definition.postLevels = [.firm, .callCentre, .county, .state, .scene, .city, .province]
    // Firm → county → city → province → state.
    definition.links = [
        LinkPosts(from: Posts.firm, to: Posts.county),
        LinkPosts(from: Posts.county, to: Posts.city),
        LinkPosts(from: Posts.city, to: Posts.province),
        LinkPosts(from: Posts.province, to: Posts.state),
    ]
    definition.teamKinds = [.fire, .medical]
    definition.siteDepots = [DepotID(0)]
    definition.zoneCount = 2
    definition.hospitalCount = 2
    definition.duration = SimDuration(hours: 1)
    definition.curveStep = SimDuration(minutes: 10)
    return definition
}

/// Makes a record of contents with their seconds and the numbers of their causes.
func facts(
    causing contents: [(seconds: Int64, cause: Int, content: FactContent)]
) -> [Fact] {
    contents.enumerated().map { number, entry in
        Fact(
            id: FactID(number),
            cause: FactID(entry.cause),
            time: SimTime(milliseconds: entry.seconds * 1000),
            content: entry.content
        )
    }
}

/// Returns the measures of facts.
func measured(facts: [Fact], _ definition: ScoringDefinition = tinyDefinition) -> MeasureValues {
    var fold = Fold(definition)
    return fold.measures(of: facts)
}

/// Makes a record of contents with their seconds.
func facts(_ contents: [(seconds: Int64, content: FactContent)]) -> [Fact] {
    contents.enumerated().map { number, entry in
        Fact(
            id: FactID(number),
            cause: .none,
            time: SimTime(milliseconds: entry.seconds * 1000),
            content: entry.content
        )
    }
}

/// Folds a record of contents with their seconds.
func folded(
    _ contents: [(Int64, FactContent)],
    _ definition: ScoringDefinition = tinyDefinition
) -> Fold {
    var fold = Fold(definition)
    fold.begin()
    fold.fold(FactLog(facts(contents)))
    return fold
}

/// Returns the measures of a record of contents with their seconds.
func measured(
    _ contents: [(Int64, FactContent)],
    _ definition: ScoringDefinition = tinyDefinition
) -> MeasureValues {
    measured(facts: facts(contents), definition)
}
