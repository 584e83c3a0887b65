import Vocabulary
import Wording

/// Kinds of facts and what belongs to each.
extension FactFormat {
    typealias Description = (kind: String, members: Members)

    func describeExercise(_ content: FactContent) -> Description? {
        switch content {
        case .started: ("started", [])
        case .injected(let inject): ("injected", [number("inject", inject.index)])
        case .ended: ("ended", [])
        default: nil
        }
    }

    func describeHazard(_ content: FactContent) -> Description? {
        switch content {
        case .exploded(let id, let kilograms):
            ("exploded", [hazard(id), ("trinitrotolueneKilograms", .number(kilograms))])
        case .ignited(let id, let secondary):
            ("ignited", [hazard(id), ("secondary", .flag(secondary))])
        case .controlled(let id): ("controlled", [hazard(id)])
        case .extinguished(let id, let burned):
            ("extinguished", [hazard(id), ("burnedOut", .flag(burned))])
        case .reflared(let id): ("reflared", [hazard(id)])
        case .damaged(let id, let collapsed, let badly, let windows):
            (
                "damaged",
                [
                    zone(id), number("collapsed", collapsed), number("badly", badly),
                    number("windows", windows),
                ]
            )
        case .lost(let id, let yuan): ("lost", [zone(id), number("yuan", yuan)])
        default: describeOtherHazard(content)
        }
    }

    private func describeOtherHazard(_ content: FactContent) -> Description? {
        switch content {
        case .began(let id, let secondary):
            ("began", [hazard(id), ("secondary", .flag(secondary))])
        case .shifted(let id): ("shifted", [hazard(id)])
        case .ceased(let id): ("ceased", [hazard(id)])
        case .fireSpread(let id, let buildings):
            ("fireSpread", [hazard(id), number("buildings", buildings)])
        case .guideline(let id, let level): ("guideline", [zone(id), number("level", level)])
        case .sheltered(let id, let persons):
            ("sheltered", [zone(id), number("persons", persons)])
        case .cleared(let id, let left, let stayed):
            ("cleared", [zone(id), number("left", left), number("stayed", stayed)])
        case .housed(let id, let shelter, let persons):
            ("housed", [zone(id), self.shelter(shelter), number("persons", persons)])
        default: nil
        }
    }

    func describePerson(_ content: FactContent) -> Description? {
        switch content {
        case .exposed(let id, let persons): ("exposed", [zone(id), number("persons", persons)])
        case .hurt(let id, let severity, let cause, let canWalk):
            (
                "hurt",
                [
                    person(id), ("severity", .text(severity.name)), ("by", .text(cause.name)),
                    ("canWalk", .flag(canWalk)),
                ]
            )
        case .trapped(let id): ("trapped", [person(id)])
        case .found(let id, let alive, let team):
            ("found", [person(id), ("alive", .flag(alive))] + by(team))
        case .freed(let id, let alive): ("freed", [person(id), ("alive", .flag(alive))])
        case .died(let id, let place): ("died", [person(id), ("place", .text(place.name))])
        case .warned(let id): ("warned", [zone(id)])
        case .evacuated(let id, let persons):
            ("evacuated", [zone(id), number("persons", persons)])
        default: describeCare(content)
        }
    }

    private func describeCare(_ content: FactContent) -> Description? {
        switch content {
        case .collected(let id, let place): ("collected", [person(id), site(place)])
        case .triaged(let id, let category):
            ("triaged", [person(id), ("category", .text(category.name))])
        case .stabilised(let id): ("stabilised", [person(id)])
        case .departed(let id, let place, let team):
            ("departed", [person(id), hospital(place)] + by(team))
        case .turnedAway(let id, let place): ("turnedAway", [person(id), hospital(place)])
        case .admitted(let id, let place): ("admitted", [person(id), hospital(place)])
        case .treatedAndSentHome(let id, let place):
            ("treatedAndSentHome", [person(id), hospital(place)])
        case .operated(let id, let place): ("operated", [person(id), hospital(place)])
        case .discharged(let id, let place): ("discharged", [person(id), hospital(place)])
        default: nil
        }
    }

    private func by(_ team: TeamID?) -> Members { team.map { [self.team($0)] } ?? [] }

    func describeMeans(_ content: FactContent) -> Description? {
        switch content {
        case .turnedOut(let id): ("turnedOut", [team(id)])
        case .arrived(let id, let place): ("arrived", [team(id), site(place)])
        case .beganWork(let id, let task): ("beganWork", [team(id)] + self.task(task))
        case .stoppedWork(let id, let reason):
            ("stoppedWork", [team(id), ("reason", .text(reason.name))])
        case .returned(let id): ("returned", [team(id)])
        case .rerouted(let id, let isHeld): ("rerouted", [team(id), ("held", .flag(isHeld))])
        case .diverted(let id, let place, let turnsRound):
            (
                "diverted",
                [team(id)] + (place.map { [site($0)] } ?? []) + [("turnsRound", .flag(turnsRound))]
            )
        case .contradicted(let id, let order):
            ("contradicted", [team(id), number("order", order.index)])
        case .swept(let id, let sweeps): ("swept", [zone(id), number("sweeps", sweeps)])
        case .surveyed(let id): ("surveyed", [site(id)])
        default: describeSupplies(content)
        }
    }

    private func describeSupplies(_ content: FactContent) -> Description? {
        switch content {
        case .demanded(let id, let kind, let wanted, let met):
            ("demanded", [site(id), supply(kind), number("wanted", wanted), number("met", met)])
        case .stocked(let id, let kind, let onHand):
            ("stocked", [depot(id), supply(kind), number("onHand", onHand)])
        case .ranOut(let id, let kind): ("ranOut", [depot(id), supply(kind)])
        case .reordered(let id, let from, let kind, let amount):
            (
                "reordered",
                [depot(id), depot(from, "from"), supply(kind), number("amount", amount)]
            )
        case .convoyLeft(let convoy, let from, let kind, let amount):
            (
                "convoyLeft",
                [
                    number("convoy", convoy.index), depot(from, "from"), supply(kind),
                    number("amount", amount),
                ]
            )
        case .convoyArrived(let convoy, let at, let kind, let amount):
            (
                "convoyArrived",
                [
                    number("convoy", convoy.index), depot(at), supply(kind),
                    number("amount", amount),
                ]
            )
        default: nil
        }
    }

    func describeInformation(_ content: FactContent) -> Description? {
        switch content {
        case .observed(let who, let what, let value):
            ("observed", [observer(who)] + item(what) + [number("value", value)])
        case .sent(let report, let link, let kind):
            (
                "sent",
                [
                    number("report", report.index), number("link", link.index),
                    ("reportKind", .text(kind.name)),
                ]
            )
        case .reportLost(let report): ("reportLost", [number("report", report.index)])
        case .delivered(let report, let to):
            ("delivered", [number("report", report.index), post(to)])
        case .believed(let who, let what, let value, let told):
            (
                "believed",
                [post(who)] + item(what) + [number("value", value)]
                    + (told == .none ? [] : [number("told", told.index)])
            )
        case .abandonedCall(let at, let who): ("abandonedCall", [post(at), observer(who)])
        case .activated(let id): ("activated", [post(id)])
        case .published(let id, let dead): ("published", [post(id), number("dead", dead)])
        case .reportFellDue(let link, let inTime):
            ("reportFellDue", [number("link", link.index), ("inTime", .flag(inTime))])
        default: nil
        }
    }

    private func rule(_ id: RuleID) -> (String, JSONValue) {
        let isNamed = names.rules.indices.contains(id.index)
        return ("rule", .text(isNamed ? names.rules[id.index].id : "\(id.index)"))
    }

    func describeCommand(_ content: FactContent) -> Description? {
        switch content {
        case .decided(let who, let rule): ("decided", [post(who), self.rule(rule)])
        case .requested(let who, let rule, let approver):
            ("requested", [post(who), self.rule(rule), post(approver, "of")])
        case .approved(let who, let rule): ("approved", [post(who), self.rule(rule)])
        case .levelChanged(let who, let level):
            ("levelChanged", [post(who), ("level", .text(level.name))])
        case .ordered(let order, let who, let team, let task):
            (
                "ordered",
                [number("order", order.index), post(who), self.team(team)] + self.task(task)
            )
        case .orderedSupplies(let order, let who, let from, let to, let kind, let amount):
            (
                "orderedSupplies",
                [
                    number("order", order.index), post(who), depot(from, "from"), depot(to, "to"),
                    supply(kind), number("amount", amount),
                ]
            )
        case .orderedWarning(let order, let who, let zone):
            ("orderedWarning", [number("order", order.index), post(who), self.zone(zone)])
        case .orderDelivered(let order): ("orderDelivered", [number("order", order.index)])
        case .orderLost(let order): ("orderLost", [number("order", order.index)])
        default: nil
        }
    }
}
