import Command
import DrillModel
import EventKernel
import Experiments
import Scoring
import Situation
import Synchronization
import TestSupport
import Testing
import Vocabulary

/// A batch gives the same rows on any number of threads.
@Suite struct BatchTests {
    private static var setup: Setup {
        let world = SmallWorld()
        var scoring = ScoringDefinition()
        scoring.postLevels = world.scenario.situation.posts.map { $0.level }
        scoring.duration = world.scenario.duration
        scoring.checkpointHours = [2, 6]
        scoring.goals = [Goal()]
        return Setup(world.scenario, world.plan, scoring)
    }

    /// Keeps rows as text, in the order in which they come.
    private final class Sink: Sendable {
        private let rows = Mutex<[String]>([])
        private let limit: Int

        init(limit: Int = .max) { self.limit = limit }

        func take(_ row: DrillRow) -> Bool {
            rows.withLock { rows in
                rows.append(row.text)
                return rows.count < limit
            }
        }

        var text: [String] { rows.withLock { $0 } }
    }

    private func rows(_ setup: Setup, _ drills: Range<UInt64>, threads: Int) throws -> [String] {
        let sink = Sink()
        let bytes = setup.byteForm
        let batch = Batch(setup: bytes, seed: 7, drills: drills, threads: threads)
        try batch.run { sink.take($0) }
        return sink.text
    }

    @Test func `1, 2, 3 and 8 threads give identical rows in the order of drills`() throws {
        let alone = try rows(Self.setup, 0..<24, threads: 1)
        #expect(alone.count == 24)
        #expect(Set(alone).count == 24)
        for threads in [2, 3, 8] {
            #expect(try rows(Self.setup, 0..<24, threads: threads) == alone)
        }
    }

    @Test func `rows come in the order of drills however short these are`() throws {
        let setup = Setup(Scenario(), Plan(), ScoringDefinition())
        let alone = try rows(setup, 0..<3000, threads: 1)
        #expect(alone.count == 3000)
        let isTheSame = try rows(setup, 0..<3000, threads: 8) == alone
        #expect(isTheSame)
    }

    @Test func `the real incident gives identical rows on 1 and 3 threads`() throws {
        let world = try RealWorld("xiangshui-2019")
        let setup = Setup(world.scenario, world.plan, world.scoring)
        let alone = try rows(setup, 0..<3, threads: 1)
        #expect(try rows(setup, 0..<3, threads: 3) == alone)
    }

    @Test func `a batch cut in two gives the same rows as the whole`() throws {
        let whole = try rows(Self.setup, 0..<12, threads: 2)
        let parts = try rows(Self.setup, 0..<5, threads: 2) + rows(Self.setup, 5..<12, threads: 2)
        #expect(parts == whole)
    }

    @Test func `a player alone gives the rows of the batch, watched or not`() throws {
        let batch = try rows(Self.setup, 0..<4, threads: 2)
        var player = try Player(Self.setup.byteForm)
        var facts = 0
        for number: UInt64 in [3, 1, 0, 2] {
            let row = player.play(seed: 7, drill: number) { _ in facts += 1 }
            #expect(row.text == batch[Int(number)])
            #expect(row.violation == nil)
            let again = player.play(seed: 7, drill: number)
            #expect(again.text == row.text)
        }
        #expect(facts > 4000)
    }

    @Test func `a batch ends early when nobody wants more rows`() throws {
        let sink = Sink(limit: 3)
        let bytes = Self.setup.byteForm
        try Batch(setup: bytes, seed: 7, drills: 0..<40, threads: 2).run { sink.take($0) }
        #expect(sink.text == (try rows(Self.setup, 0..<3, threads: 1)))
    }

    @Test func `an empty batch gives no rows, and no thread at all means one`() throws {
        #expect(try rows(Self.setup, 5..<5, threads: 2) == [])
        #expect(try rows(Self.setup, 5..<6, threads: 0).count == 1)
    }

    @Test func `bytes that are no setup are refused before any drill`() {
        let batch = Batch(setup: [1, 2, 3], seed: 1, drills: 0..<4, threads: 2)
        #expect(throws: ByteFormError.self) { try batch.run { _ in true } }
    }

    @Test func `rows are those of the record, folded`() throws {
        let setup = Self.setup
        var fold = Fold(setup.scoring)
        let record = DrillRecord(setup.scenario, setup.plan, seed: 7, drill: 2)
        let values = fold.measures(of: record.facts)
        var player = try Player(setup.byteForm)
        let row = player.play(seed: 7, drill: 2)
        for measure in Measure.allCases { #expect(row.values[measure] == values[measure]) }
        #expect(row.factCount == Int64(record.facts.count))
        #expect(row.curves == fold.curves.values)
    }
}

extension DrillRow {
    /// Everything in the row, as text.
    fileprivate var text: String {
        let measures = Measure.allCases.map { "\(values[$0])" }
        return "\(number) \(measures) \(knownDeathShares) \(curves) \(eventCount) \(factCount)"
            + " \(String(describing: violation))"
    }
}
