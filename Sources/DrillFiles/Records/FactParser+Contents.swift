import EventKernel
import Vocabulary
import Wording

/// Kinds of facts, read back.
extension FactParser {
    /// Kinds that a record knows, for guesses at what a wrong one means -- constant.
    private static let kinds = [
        "started", "injected", "ended", "exploded", "ignited", "controlled", "extinguished",
        "reflared", "damaged", "lost", "exposed", "hurt", "trapped", "found", "freed", "collected",
        "triaged", "stabilised", "departed", "turnedAway", "admitted", "treatedAndSentHome",
        "operated", "died", "warned", "evacuated", "turnedOut", "arrived", "beganWork",
        "stoppedWork", "returned", "contradicted", "swept", "surveyed", "demanded", "stocked",
        "ranOut", "convoyLeft", "convoyArrived", "observed", "sent", "reportLost", "delivered",
        "believed", "abandonedCall", "activated", "decided", "levelChanged", "ordered",
        "orderedSupplies", "orderedWarning", "orderDelivered", "orderLost", "published",
        "requested", "approved", "reportFellDue", "began", "shifted", "ceased", "fireSpread",
        "guideline",
        "sheltered", "cleared", "housed", "discharged", "rerouted", "released", "rumourBegan",
        "rumourPeaked", "rumourCounted", "trustChanged", "diverted", "reordered",
    ]

    /// Returns what a fact of a kind says.
    func content(_ kind: String, _ line: RecordLine) throws(Problem) -> FactContent {
        if let content = try information(kind, line) { return content }
        if let content = try person(kind, line) { return content }
        if let content = try means(kind, line) { return content }
        if let content = try command(kind, line) { return content }
        if let content = try hazard(kind, line) { return content }
        if let content = try opinion(kind, line) { return content }
        throw unknown(kind, "kind", line, among: Self.kinds)
    }

    private func opinion(_ kind: String, _ line: RecordLine) throws(Problem) -> FactContent? {
        switch kind {
        case "released": .released(try post(line), try named(line, "release"))
        case "rumourBegan": .rumourBegan(persons: try persons(line))
        case "rumourPeaked":
            .rumourPeaked(
                persons: try persons(line),
                at: try moment("peakSeconds", line)
            )
        case "rumourCounted":
            .rumourCounted(
                believed: try count(line, "believed"),
                spreading: try count(line, "spreading"),
                informed: try count(line, "informed")
            )
        case "trustChanged": .trustChanged(try line.number("trust"))
        default: nil
        }
    }

    private func hazard(_ kind: String, _ line: RecordLine) throws(Problem) -> FactContent? {
        switch kind {
        case "started": .started
        case "injected": .injected(InjectID(try number(line, "inject")))
        case "ended": .ended
        case "exploded":
            .exploded(
                try hazard(line),
                trinitrotolueneKilograms: try line.number("trinitrotolueneKilograms")
            )
        case "ignited": .ignited(try hazard(line), secondary: try line.flag("secondary"))
        case "began": .began(try hazard(line), secondary: try line.flag("secondary"))
        case "shifted": .shifted(try hazard(line))
        case "ceased": .ceased(try hazard(line))
        case "fireSpread":
            .fireSpread(try hazard(line), buildings: try count(line, "buildings"))
        case "guideline": .guideline(try zone(line), level: try count(line, "level"))
        case "sheltered": .sheltered(try zone(line), persons: try persons(line))
        case "cleared":
            .cleared(
                try zone(line),
                left: try count(line, "left"),
                stayed: try count(line, "stayed")
            )
        case "housed":
            .housed(try zone(line), shelter: try shelter(line), persons: try persons(line))
        case "controlled": .controlled(try hazard(line))
        case "extinguished": .extinguished(try hazard(line), burnedOut: try line.flag("burnedOut"))
        case "reflared": .reflared(try hazard(line))
        case "damaged":
            .damaged(
                try zone(line),
                collapsed: try count(line, "collapsed"),
                badly: try count(line, "badly"),
                windows: try count(line, "windows")
            )
        case "lost":
            .lost(try zone(line), yuan: try line.whole("yuan", 0...1_000_000_000_000))
        default: nil
        }
    }

    private func person(_ kind: String, _ line: RecordLine) throws(Problem) -> FactContent? {
        switch kind {
        case "exposed": .exposed(try zone(line), persons: try persons(line))
        case "hurt":
            .hurt(
                try person(line),
                try named(line, "severity"),
                try named(line, "by"),
                canWalk: try line.flag("canWalk")
            )
        case "trapped": .trapped(try person(line))
        case "found":
            .found(try person(line), alive: try line.flag("alive"), by: try teamIfThere(line))
        case "freed": .freed(try person(line), alive: try line.flag("alive"))
        case "died": .died(try person(line), try named(line, "place"))
        case "warned": .warned(try zone(line))
        case "evacuated": .evacuated(try zone(line), persons: try persons(line))
        default: try care(kind, line)
        }
    }

    private func care(_ kind: String, _ line: RecordLine) throws(Problem) -> FactContent? {
        switch kind {
        case "collected": .collected(try person(line), try site(line))
        case "triaged": .triaged(try person(line), try named(line, "category"))
        case "stabilised": .stabilised(try person(line))
        case "departed":
            .departed(try person(line), try hospital(line), with: try teamIfThere(line))
        case "turnedAway": .turnedAway(try person(line), try hospital(line))
        case "admitted": .admitted(try person(line), try hospital(line))
        case "treatedAndSentHome": .treatedAndSentHome(try person(line), try hospital(line))
        case "operated": .operated(try person(line), try hospital(line))
        case "discharged": .discharged(try person(line), try hospital(line))
        default: nil
        }
    }

    private func means(_ kind: String, _ line: RecordLine) throws(Problem) -> FactContent? {
        switch kind {
        case "turnedOut": .turnedOut(try team(line))
        case "arrived": .arrived(try team(line), try site(line))
        case "beganWork": .beganWork(try team(line), try task(line))
        case "stoppedWork": .stoppedWork(try team(line), try named(line, "reason"))
        case "returned": .returned(try team(line))
        case "rerouted": .rerouted(try team(line), isHeld: try line.flag("held"))
        case "diverted":
            .diverted(
                try team(line),
                to: line.optional("site") == nil ? nil : try site(line),
                turnsRound: try line.flag("turnsRound")
            )
        case "contradicted": .contradicted(try team(line), OrderID(try number(line, "order")))
        case "swept": .swept(try zone(line), sweeps: try count(line, "sweeps"))
        case "surveyed": .surveyed(try site(line))
        default: try supplies(kind, line)
        }
    }

    private func supplies(_ kind: String, _ line: RecordLine) throws(Problem) -> FactContent? {
        switch kind {
        case "demanded":
            .demanded(
                try site(line),
                try named(line, "supply"),
                wanted: try count(line, "wanted"),
                met: try count(line, "met")
            )
        case "stocked":
            .stocked(try depot(line), try named(line, "supply"), onHand: try count(line, "onHand"))
        case "ranOut": .ranOut(try depot(line), try named(line, "supply"))
        case "reordered":
            .reordered(
                try depot(line),
                from: try depot(line, "from"),
                try named(line, "supply"),
                amount: try count(line, "amount")
            )
        case "convoyLeft":
            .convoyLeft(
                ConvoyID(try number(line, "convoy")),
                from: try depot(line, "from"),
                try named(line, "supply"),
                amount: try count(line, "amount")
            )
        case "convoyArrived":
            .convoyArrived(
                ConvoyID(try number(line, "convoy")),
                at: try depot(line),
                try named(line, "supply"),
                amount: try count(line, "amount")
            )
        default: nil
        }
    }

    private func information(_ kind: String, _ line: RecordLine) throws(Problem) -> FactContent? {
        switch kind {
        case "observed":
            .observed(try observer(line), try item(line), value: try count(line, "value"))
        case "sent":
            .sent(
                ReportID(try number(line, "report")),
                LinkID(try number(line, "link")),
                try named(line, "reportKind")
            )
        case "reportLost": .reportLost(ReportID(try number(line, "report")))
        case "delivered": .delivered(ReportID(try number(line, "report")), try post(line))
        case "believed":
            .believed(
                try post(line),
                try item(line),
                value: try count(line, "value"),
                told: line.optional("told") == nil ? .none : FactID(try number(line, "told"))
            )
        case "abandonedCall": .abandonedCall(try post(line), try observer(line))
        case "activated": .activated(try post(line))
        case "published": .published(try post(line), dead: try count(line, "dead"))
        case "reportFellDue":
            .reportFellDue(LinkID(try number(line, "link")), inTime: try line.flag("inTime"))
        default: nil
        }
    }

    private func command(_ kind: String, _ line: RecordLine) throws(Problem) -> FactContent? {
        switch kind {
        case "decided": .decided(try post(line), try rule(line))
        case "requested": .requested(try post(line), try rule(line), of: try post(line, "of"))
        case "approved": .approved(try post(line), try rule(line))
        case "levelChanged": .levelChanged(try post(line), try named(line, "level"))
        case "ordered":
            .ordered(
                OrderID(try number(line, "order")),
                try post(line),
                try team(line),
                try task(line)
            )
        case "orderedSupplies":
            .orderedSupplies(
                OrderID(try number(line, "order")),
                try post(line),
                from: try depot(line, "from"),
                to: try depot(line, "to"),
                try named(line, "supply"),
                amount: try count(line, "amount")
            )
        case "orderedWarning":
            .orderedWarning(OrderID(try number(line, "order")), try post(line), try zone(line))
        case "orderDelivered": .orderDelivered(OrderID(try number(line, "order")))
        case "orderLost": .orderLost(OrderID(try number(line, "order")))
        default: nil
        }
    }
}
