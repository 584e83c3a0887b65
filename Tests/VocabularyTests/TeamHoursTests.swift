import Testing

@testable import Vocabulary

/// Hours at which teams turn out otherwise.
@Suite struct TeamHoursTests {
    private static let hour = 3600.0

    private func team() -> TeamDefinition {
        var team = TeamDefinition()
        team.hours = [
            TeamHours(
                fromSeconds: 22 * Self.hour,
                toSeconds: 6 * Self.hour,
                turnoutFactor: 4.0 / 3
            ),
            TeamHours(fromSeconds: 5 * Self.hour, toSeconds: 8 * Self.hour, turnoutFactor: 2),
        ]
        return team
    }

    private static let factors: [(Double, Double)] = [
        (21.99, 1), (22, 4.0 / 3), (0, 4.0 / 3), (5.5, 4.0 / 3), (6, 2), (8, 1),
    ]

    @Test(arguments: factors)
    func `the first hours that hold count, beyond midnight too`(hour: Double, factor: Double) {
        #expect(team().turnoutFactor(atSecondOfDay: hour * Self.hour) == factor)
    }

    @Test func `a team without hours is as ready at night as by day`() {
        #expect(TeamDefinition().turnoutFactor(atSecondOfDay: 0) == 1)
    }
}
