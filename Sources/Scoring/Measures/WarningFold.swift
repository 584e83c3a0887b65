import EventKernel
import Vocabulary

/// Who was warned before harm came, to the last household, and who had left.
struct WarningFold: Sendable {
    private struct Zone: BitwiseCopyable, Sendable {
        var warnedAt = SimTime.never
        var harmedAt = SimTime.never
        /// Most people within reach at once [persons].
        var exposed: Int32 = 0
        var evacuated: Int32 = 0
        /// All who have left on a warning, whether harm came or not [persons].
        var left: Int32 = 0

        var atRisk: Double { Double(exposed) + Double(evacuated) }
    }

    private var zones: [Zone] = []

    mutating func begin() { zones.removeAll(keepingCapacity: true) }

    mutating func fold(_ fact: Fact) {
        switch fact.content {
        case .warned(let zone):
            make(zone)
            zones[zone.index].warnedAt = min(zones[zone.index].warnedAt, fact.time)
        case .exposed(let zone, let persons):
            make(zone)
            zones[zone.index].harmedAt = min(zones[zone.index].harmedAt, fact.time)
            zones[zone.index].exposed = max(zones[zone.index].exposed, persons)
        case .evacuated(let zone, let persons):
            make(zone)
            zones[zone.index].harmedAt = min(zones[zone.index].harmedAt, fact.time)
            zones[zone.index].evacuated += persons
        case .cleared(let zone, let left, _):
            make(zone)
            zones[zone.index].left = max(zones[zone.index].left, left)
        default: break
        }
    }

    private mutating func make(_ zone: ZoneID) {
        while zones.count <= zone.index { zones.append(Zone()) }
    }

    /// People within reach of harm, with those who had left [persons].
    var atRisk: Double { zones.reduce(0) { $0 + $1.atRisk } }

    /// People who left zones to which no harm came [persons].
    private var movedInVain: Double {
        zones.reduce(0) { $0 + ($1.harmedAt.isNever ? Double($1.left) : 0) }
    }

    func finish(_ values: inout MeasureValues, _ definition: ScoringDefinition) {
        values[.movedInVain] = movedInVain
        let people = atRisk
        guard people > 0 else { return }
        var reached = 0.0
        var gone = 0.0
        for zone in zones {
            gone += Double(zone.evacuated)
            guard zone.warnedAt < zone.harmedAt else { continue }
            let minutes = (zone.harmedAt - zone.warnedAt).seconds / 60
            reached += zone.atRisk * Self.share(reachedAfter: minutes, definition)
        }
        values[.warningReachShare] = min(1, max(reached, gone) / people)
        values[.evacuatedShare] = gone / people
    }

    /// Returns the share of people whom a warning has reached after a time [0…1], by the curve of
    /// Rogers and Sorensen (1988); none where the scenario tells no rates.
    static func share(
        reachedAfter minutes: Double,
        _ definition: ScoringDefinition
    ) -> Double {
        let broadcast = definition.warningBroadcastPerMinute
        let contagion = definition.warningContagionPerMinute
        guard broadcast > 0 else { return 0 }
        let left = Elementary.exp(-(broadcast + contagion) * minutes)
        return (1 - left) / (1 + contagion / broadcast * left)
    }
}
