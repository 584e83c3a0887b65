import Vocabulary
import Wording

/// What a fact is about: the sorts by which the feed of a page is filtered.
enum FactSort: Int, CaseIterable {
    case exercise, hazard, people, care, teams, supplies, reports, command, opinion

    /// Name for readers.
    var title: Bilingual {
        switch self {
        case .exercise: Bilingual("Exercise control", "导调")
        case .hazard: Bilingual("Hazards", "灾情")
        case .people: Bilingual("People", "人员")
        case .care: Bilingual("Medical care", "医疗救治")
        case .teams: Bilingual("Teams", "队伍")
        case .supplies: Bilingual("Supplies", "物资")
        case .reports: Bilingual("Reports and pictures", "信息与态势")
        case .command: Bilingual("Command", "指挥")
        case .opinion: Bilingual("Public opinion", "舆情")
        }
    }
}

extension FactContent {
    /// What the fact is about.
    var sort: FactSort {
        switch self {
        case .started, .injected, .ended: .exercise
        case .exploded, .ignited, .controlled, .extinguished, .reflared, .damaged, .lost, .began,
            .shifted, .ceased, .guideline, .fireSpread:
            .hazard
        case .exposed, .hurt, .trapped, .found, .freed, .died, .warned, .evacuated, .sheltered,
            .cleared, .housed:
            .people
        case .collected, .triaged, .stabilised, .departed, .turnedAway, .admitted,
            .treatedAndSentHome, .operated, .discharged:
            .care
        case .turnedOut, .arrived, .beganWork, .stoppedWork, .returned, .contradicted, .swept,
            .surveyed, .rerouted, .diverted:
            .teams
        case .demanded, .stocked, .ranOut, .reordered, .convoyLeft, .convoyArrived: .supplies
        case .observed, .sent, .reportLost, .delivered, .believed, .abandonedCall, .reportFellDue:
            .reports
        case .activated, .decided, .levelChanged, .ordered, .orderedSupplies, .orderedWarning,
            .orderDelivered, .orderLost, .published, .requested, .approved:
            .command
        case .released, .rumourBegan, .rumourPeaked, .rumourCounted, .trustChanged: .opinion
        }
    }

    /// What the page must know of a fact to walk up its causes and to find those it concerns.
    enum Role: Int {
        /// Nothing more than its text.
        case plain = 0
        /// A belief, which a line of a report told.
        case belief = 1
        /// The sending of a report, at which a chain goes on with that line.
        case sending = 2
        /// A death.
        case death = 3
        /// An order.
        case order = 4
        /// A decision.
        case decision = 5
        /// The report was lost.
        case loss = 6
    }

    /// What the page must know of it.
    var role: Role {
        switch self {
        case .believed: .belief
        case .sent: .sending
        case .died: .death
        case .ordered, .orderedSupplies, .orderedWarning: .order
        case .decided: .decision
        case .reportLost: .loss
        default: .plain
        }
    }
}
