import Testing

@testable import Scoring

/// Every measure against ten short stories, worked out by hand.
@Suite struct StoryTests {
    static let stories = [
        Story.falseAlarm, .everythingInTime, .rumour, .nobodyComes, .fireFlaresUp, .poisonCloud,
        .sixteenWays, .thirtyTwoDead, .lateAndWrong, .suppliesRunOut,
    ]

    @Test(arguments: stories)
    func `every measure of a story is what it is by hand`(story: Story) {
        let values = measured(facts: story.record, story.definition)
        for measure in Measure.allCases {
            let (value, hand) = (values[measure], story.value(of: measure))
            #expect(isSame(value, hand), "\(measure): \(value), by hand \(hand)")
        }
    }

    @Test(arguments: stories)
    func `causes of a story add up`(story: Story) {
        let values = measured(facts: story.record, story.definition)
        let totals: [(Frame, Measure)] = [
            (.causesOfDeaths, .deaths), (.causesOfLateArrivals, .lateFirstArrivals),
            (.causesOfMissedGoals, .goalsMissed),
        ]
        for (frame, total) in totals {
            #expect(frame.measures.reduce(0) { $0 + values[$1] } == values[total])
        }
    }

    @Test(arguments: Measure.allCases)
    func `three stories at least name every measure, with different values`(measure: Measure) {
        let named = Self.stories.compactMap { $0.expected[measure] }
        #expect(named.count >= 3)
        // The impact is great or it is not.
        #expect(Set(named).count >= (measure == .greatPublicImpact ? 2 : 3))
    }

    /// Whether two values are the same but for the rounding of sums in another order.
    private func isSame(_ one: Double, _ other: Double) -> Bool {
        one == other || abs(one - other) <= 1e-12 * max(1, abs(other))
    }
}
