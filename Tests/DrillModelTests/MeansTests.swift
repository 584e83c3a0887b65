import GroundTruth
import Testing

/// Teams and supplies under orders, recalls and closures by chance, looked at after every event.
@Suite struct MeansTests {
    @Test func `stocks, convoys and teams hold together in two hundred worlds of chance`() {
        var counts: [String: Int] = [:]
        for seed in 0..<UInt64(200) {
            var play = MeansPlay(seed: seed)
            var book = MeansBook(play.truth, play.terrain)
            while play.step() { book.look(play.truth, play.moment) }
            #expect(book.complaints.first == nil, "seed \(seed)")
            #expect(play.truth.violation() == nil, "seed \(seed)")
            counts.merge(book.counts) { $0 + $1 }
        }
        // All that makes trouble has happened often.
        let likely = [
            "convoy", "unmet", "home", "rerouted", "held", "contradicted", "reassigned", "recalled",
            "diverted", "turned round", "reordered",
        ]
        for what in likely {
            #expect(counts[what, default: 0] > 30, "\(what)")
        }
    }
}
