import EventKernel
import Vocabulary

@testable import Scoring

extension Story {
    /// Adds a team that comes after the hour in which it shall, by one link that takes 3700 s while all
    /// others take 10 s.
    mutating func addTeamLate(_ number: Int, by link: CauseLink, because start: Int) {
        let team = TeamID(number)
        let arrived = FactContent.arrived(team, Self.site)
        let order = FactContent.ordered(
            OrderID(100 + number),
            Posts.county,
            team,
            Task(.stage, at: Self.site)
        )
        switch link {
        case .detection, .reporting, .loss:
            let (time, known) = addLateNews(number, by: link, because: start)
            at(time + 20, arrived, because: at(time + 10, order, because: known))
        case .deciding: at(3710, arrived, because: at(3700, order, because: start))
        default:
            let ordered = at(10, order, because: start)
            addLateTrip(of: team, by: link, arrived, because: ordered)
        }
    }

    private mutating func addLateNews(
        _ number: Int,
        by link: CauseLink,
        because start: Int
    ) -> (Int64, Int) {
        // Numbers that no other report of a story has.
        let report = ReportID(20 + number)
        let sending = FactContent.sent(report, Self.telephone, .first)
        switch link {
        case .detection:
            let guess = FactContent.observed(Observer(.witness, 0), .estimate(Self.site), value: 3)
            return (3700, at(3700, guess, because: start))
        case .reporting: return (3700, at(3700, sending, because: start))
        default:
            let sent = at(10, sending, because: start)
            at(20, .reportLost(report), because: sent)
            return (3710, at(3710, .delivered(report, Posts.scene), because: sent))
        }
    }

    private mutating func addLateTrip(
        of team: TeamID,
        by link: CauseLink,
        _ arrival: FactContent,
        because order: Int
    ) {
        let told: Int64 = link == .ordering ? 3710 : 20
        let delivered = at(told, .orderDelivered(OrderID(100 + team.index)), because: order)
        if link == .ordering {
            at(3720, arrival, because: delivered)
            return
        }
        let wheels: Int64 = link == .turnout ? 3720 : 30
        let out = at(wheels, .turnedOut(team), because: delivered)
        at(3730, arrival, because: out)
    }
}
