import EventKernel
import Vocabulary

extension GroundTruth {
    /// Carries a casualty to the collection point of the site.
    mutating func carry(_ index: CasualtyIndex, _ moment: inout Moment) {
        let casualty = casualties[index.index]
        casualties[index.index].stage = .carried
        reconsider(index, moment.instant)
        zones[casualty.zone.index].count(casualty.livingCount, 1)
        let time = moment.instant.duration(
            definition.care.carrying,
            .carrying,
            casualty.person.entity
        )
        outbox.schedule(.collected(casualty: index.number), at: moment.now + time, .movement)
    }

    /// A casualty reaches the collection point and is triaged.
    mutating func collected(_ index: CasualtyIndex, _ moment: inout Moment) {
        guard casualties[index.index].stage == .carried else { return }
        let casualty = casualties[index.index]
        let site = zoneSites[casualty.zone.index]
        let arrived = moment.record(
            .collected(casualty.person, site),
            because: casualty.lastFact
        )
        let category = triage(casualty, moment.instant)
        casualties[index.index].triage = category
        casualties[index.index].lastFact = moment.record(
            .triaged(casualty.person, category),
            because: arrived
        )
        casualties[index.index].stage = .awaitingTreatment
        sites[site.index].awaitingTreatment.append(index)
        treatNext(at: site, &moment)
        reportWaiting(at: site, arrived, &moment)
    }

    /// Triage by the severity or by START, one category too high or too low by chance.
    private func triage(_ casualty: Casualty, _ instant: Instant) -> TriageCategory {
        let right = triageWithoutError(casualty, instant)
        if right == .black { return .black }
        let draw = instant.uniform(.triageError, casualty.person.entity)
        if draw < definition.care.undertriage {
            return right == .red ? .yellow : .green
        }
        if draw > 1 - definition.care.overtriage {
            return right == .green ? .yellow : .red
        }
        return right
    }

    private func triageWithoutError(
        _ casualty: Casualty,
        _ instant: Instant
    ) -> TriageCategory {
        switch definition.care.triage {
        case .severity:
            switch casualty.severity {
            case .serious: .red
            case .moderate: .yellow
            default: .green
            }
        case .start:
            TriageRules.start(
                TriageSigns(
                    score: casualty.vitals.score(at: instant.now),
                    walks: casualty.canWalk,
                    draw: instant.uniform(.triageSigns, casualty.person.entity)
                )
            )
        }
    }

    /// Begins the treatment of those who wait, as far as there are places and people to treat.
    mutating func treatNext(at site: SiteID, _ moment: inout Moment) {
        while sites[site.index].treating < sites[site.index].treatmentPlaces,
            let index = takeFirst(from: .treatment, at: site)
        {
            sites[site.index].treating += 1
            casualties[index.index].stage = .inTreatment
            let met = draw(.medical, wanted: 1, at: site, casualties[index.index].lastFact, &moment)
            let person = casualties[index.index].person
            let time = moment.instant.duration(
                definition.care.fieldTreatment,
                .fieldTreatment,
                person.entity
            )
            outbox.schedule(
                .treated(casualty: index.number, supplied: met > 0),
                at: moment.now + time,
                .work
            )
        }
    }

    /// Field treatment of a casualty ends.
    mutating func treated(_ index: CasualtyIndex, supplied: Bool, _ moment: inout Moment) {
        let casualty = casualties[index.index]
        let site = zoneSites[casualty.zone.index]
        sites[site.index].treating -= 1
        if casualty.stage == .inTreatment {
            if supplied { stabilize(index, &moment) }
            casualties[index.index].stage = .awaitingTransport
            sites[site.index].awaitingTransport.append(index)
            reportWaiting(at: site, casualties[index.index].lastFact, &moment)
        }
        treatNext(at: site, &moment)
    }

    /// Takes the most urgent casualty out of a queue: by triage category, then the longest waiting.
    mutating func takeFirst(from queue: WaitingFor, at site: SiteID) -> CasualtyIndex? {
        guard var best = sites[site.index][queue].first else { return nil }
        for index in sites[site.index][queue]
        where casualties[index.index].triage < casualties[best.index].triage { best = index }
        sites[site.index][queue].removeAll { $0 == best }
        return best
    }

    /// Takes a casualty who has died off the queues of the collection point.
    mutating func removeFromCollection(_ index: CasualtyIndex) {
        let site = zoneSites[casualties[index.index].zone.index]
        sites[site.index].awaitingTreatment.removeAll { $0 == index }
        sites[site.index].awaitingTransport.removeAll { $0 == index }
    }

    /// Reports how many casualties wait for transport, through a team on the spot.
    mutating func reportWaiting(at site: SiteID, _ cause: FactID, _ moment: inout Moment) {
        guard let observer = observer(at: site) else { return }
        let hasTreatment = sites[site.index].treatmentPlaces > 0
        let untreated = hasTreatment ? 0 : sites[site.index].awaitingTreatment.count
        let waiting = Int32(sites[site.index].awaitingTransport.count + untreated)
        observe(observer, .awaitingTransport(site), waiting, cause, &moment)
    }
}
