import EventKernel
import Vocabulary

/// What casualties at a collection point wait for.
enum WaitingFor {
    /// Field treatment.
    case treatment
    /// Transport to a hospital.
    case transport
}

/// A scene of operations in a drill: what its teams together can do, and its collection point.
struct SiteState: Sendable {
    /// Counter by which outdated foresight is known -- state.
    var epoch: Int32 = 0
    /// Instant up to which stocks and fires are accounted for -- state.
    var settledAt = SimTime.start
    /// Whether the stock-keeper's rounds have begun -- state.
    var isKept = false
    /// Whether the chemicals of the site are identified -- state.
    var isSurveyed = false

    /// Water that teams bring [L/min] -- state.
    var pumpCapacity = 0.0
    /// Fuel burnt by working teams [L/h] -- state.
    var fuelRate = 0.0
    /// Cylinders filled by logistics teams [pieces/h] -- state.
    var refillRate = 0.0
    /// Casualties who can be treated at a time -- state.
    var treatmentPlaces: Int32 = 0
    /// Casualties being treated -- state.
    var treating: Int32 = 0

    /// Whether any fire burns or may flare up -- derived at each change.
    var hasActiveFires = false
    /// Water used [L/min] -- derived at each change.
    var waterUse = 0.0
    /// Water drawn from mains and natural sources [L/min] -- derived at each change.
    var waterInflow = 0.0
    /// Foam concentrate used [L/min] -- derived at each change.
    var foamUse = 0.0
    /// Whether water is wanted that is not there -- derived at each change.
    var lacksWater = false
    /// Whether foam is wanted and there is none -- derived at each change.
    var lacksFoam = false

    /// Casualties waiting for treatment -- state.
    var awaitingTreatment: [CasualtyIndex] = []
    /// Casualties waiting for transport -- state.
    var awaitingTransport: [CasualtyIndex] = []

    /// Puts everything to the start of a drill and keeps the storage.
    mutating func reset() {
        var fresh = SiteState()
        swap(&fresh.awaitingTreatment, &awaitingTreatment)
        swap(&fresh.awaitingTransport, &awaitingTransport)
        fresh.awaitingTreatment.removeAll(keepingCapacity: true)
        fresh.awaitingTransport.removeAll(keepingCapacity: true)
        self = fresh
    }

    /// Queue of the collection point.
    subscript(queue: WaitingFor) -> [CasualtyIndex] {
        _read {
            if queue == .treatment { yield awaitingTreatment } else { yield awaitingTransport }
        }
        _modify {
            if queue == .treatment { yield &awaitingTreatment } else { yield &awaitingTransport }
        }
    }
}

extension GroundTruth {
    /// Tells whether any team is at a site.
    func hasTeams(_ site: SiteID) -> Bool { firstTeam(at: site) != nil }

    @inline(__always)
    private func firstTeam(at site: SiteID) -> TeamID? {
        var last = -1
        return roster.next(.present, at: site, after: &last)
    }

    /// Returns a team that can report from a site, or nil where there is none.
    @inline(__always)
    func observer(at site: SiteID) -> Observer? {
        firstTeam(at: site).map { Observer(.team, $0.number) }
    }

    /// Tells whether a team present at a site is the first there of those whom its post has sent, who
    /// tells that post what everybody there sees.
    func isSpokesman(_ team: TeamID, at site: SiteID) -> Bool {
        roster.spokesman(of: teams[team.index].orderedBy, at: site) == team
    }

    /// Lets the stock-keeper of a site look round: stock on hand and the counts of every zone.
    mutating func look(at site: SiteID, _ moment: inout Moment) {
        settle(site, &moment)
        guard let observer = observer(at: site) else {
            sites[site.index].isKept = false
            return
        }
        let depot = register.sites[site.index].depot
        for kind in SupplyKind.allCases {
            let onHand = depots[depot.index].whole(kind)
            observe(observer, .stock(depot, kind), onHand, .none, &moment)
            review(kind, in: depot, because: .none, &moment)
        }
        for zone in definition.zones.indices where zoneSites[zone] == site {
            reportFound(ZoneID(zone), by: observer, .none, &moment)
        }
        showBuried(at: site, to: observer, &moment)
        let period = SimDuration(seconds: definition.work.stockReportSeconds)
        outbox.schedule(.siteLook(site), at: moment.now + period, .observation)
    }
}
