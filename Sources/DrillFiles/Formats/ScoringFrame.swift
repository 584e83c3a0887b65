import DrillModel
import EventKernel
import GroundTruth
import Scoring
import Situation
import Vocabulary

extension Scenario {
    /// What scoring needs to know of the scenario, without goals.
    var scoringFrame: ScoringDefinition {
        var frame = ScoringDefinition()
        frame.postLevels = situation.posts.map { $0.level }
        frame.links = situation.links.map { LinkPosts(from: $0.from, to: $0.to) }
        frame.teamKinds = register.teams.map { $0.kind }
        frame.lastingHazards = truth.hazards.indices
            .filter { truth.hazards[$0].form.isGas }
            .map { HazardID($0) }
        frame.siteDepots = register.sites.map { $0.depot }
        frame.zoneCount = Int32(clamping: truth.zones.count)
        frame.hospitalCount = Int32(clamping: register.hospitals.count)
        frame.stock = stockAtStart
        frame.warningBroadcastPerMinute = truth.warning.broadcastPerMinute
        frame.warningContagionPerMinute = truth.warning.contagionPerMinute
        frame.duration = duration
        return frame
    }

    /// All that depots hold and teams carry at the start.
    private var stockAtStart: SupplyAmounts {
        var stock = SupplyAmounts()
        for amounts in register.depots.map({ $0.stock }) + register.teams.map({ $0.carried }) {
            for kind in SupplyKind.allCases {
                let sum = Int64(stock[kind]) + Int64(amounts[kind])
                stock[kind] = Int32(clamping: sum)
            }
        }
        return stock
    }
}
