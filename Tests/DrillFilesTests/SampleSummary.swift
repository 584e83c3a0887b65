import Wording

import DrillFiles

/// What a program would make of a sample file: plain values, read without optionals or errors.
struct SampleSummary: Equatable {
    enum Level: String, CaseIterable {
        case full, volunteer
    }

    struct Team: Equatable {
        var name: String
        var persons: Int
        var speed: Double
        var depot: Int
        var level: Level?
        var turnout: UncertainNumber
        var loss: UncertainNumber
    }

    enum Inject: Equatable {
        case message(String, at: Int64)
        case dispatch(team: Int, when: String?, at: Int64)
    }

    var name: String
    var start: AbsoluteInstant?
    var length: Int64
    var stocks: [[Int: Double]]
    var teams: [Team]
    var injects: [Inject]
    var parts: [String]

    init(_ file: Checked) {
        name = file.text("name")
        start = file.optional("startsAt")?.instant()
        length = file.milliseconds("length")
        stocks = file.list("depots").map { depot in
            Dictionary(
                depot.entries("onHandLiters").map { ($0.index, $0.value.number()) },
                uniquingKeysWith: max
            )
        }
        teams = file.list("teams").map { team in
            Team(
                name: team.text("id"),
                persons: team.count("persons"),
                speed: team.number("speedKilometersPerHour"),
                depot: team.reference("depot"),
                level: team.optional("level")?.choice(),
                turnout: team.uncertain("turnoutMinutes"),
                loss: team.uncertain("lossProbability")
            )
        }
        injects = file.list("injects").map(Self.inject)
        parts = file.optional("area")?.list("parts").map { $0.text("name") } ?? []
    }

    private static func inject(_ checked: Checked) -> Inject {
        let at = checked.milliseconds("at")
        let (kind, value) = checked.alternative()
        guard kind == "dispatch" else { return .message(value.text(), at: at) }
        let condition = value.optional("when")?.expression().text
        return .dispatch(team: value.reference("team"), when: condition, at: at)
    }
}
