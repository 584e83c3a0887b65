import EventKernel
import Scoring
import Vocabulary
import Wording

/// All that a report tells of one drill, gathered from its facts in one pass.
struct RecordDigest {
    let facts: [Fact]
    private(set) var teams: TeamSpans
    private(set) var messages: MessageLog
    private(set) var deaths: KnownDeaths
    private(set) var stocks: StockLevels
    private(set) var leftovers: Leftovers
    private(set) var timeline: Timeline
    /// Measures of the drill.
    let values: MeasureValues
    /// Curves of the drill, point after point, each with all curves in order.
    let curves: [Float]
    /// When the drill ended [s from the start].
    let end: Double

    /// Gathers.
    ///
    /// - Complexity: O(facts).
    init(_ facts: [Fact], _ input: AfterActionInput) {
        self.facts = facts
        teams = TeamSpans(input.scoring.teamKinds.count)
        messages = MessageLog(input.scoring.links.count)
        deaths = KnownDeaths(input.scoring.postLevels)
        stocks = StockLevels(
            input.setting.depots.map(\.stock),
            siteDepots: input.scoring.siteDepots,
            duration: input.scoring.duration
        )
        leftovers = Leftovers(zones: input.names.zones.count)
        timeline = Timeline(names: input.names, start: input.start, language: .english)
        var fold = Fold(input.scoring)
        for fact in facts {
            timeline.add(fact)
            teams.add(fact)
            messages.add(fact, facts)
            deaths.add(fact)
            stocks.add(fact)
            leftovers.add(fact)
        }
        timeline.finish()
        end = input.scoring.duration.seconds
        teams.finish(at: end)
        values = fold.measures(of: facts)
        curves = fold.curves.values
    }

    /// One curve, point after point.
    func curve(_ curve: Curve) -> [Double] {
        stride(from: Int(curve.rawValue), to: curves.count, by: Curve.allCases.count)
            .map { Double(curves[$0]) }
    }
}
