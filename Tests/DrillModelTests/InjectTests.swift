import DrillModel
import EventKernel
import TestSupport
import Testing
import Vocabulary

/// Injects that wait for something, and those that change nothing.
@Suite struct InjectTests {
    private static let seeds = testSeeds.prefix(10)
    private static let delay = SimDuration(minutes: 10)

    /// Returns the injects of a drill, each with what it followed.
    private func injected(_ record: DrillRecord) -> [(fact: Fact, cause: Fact?)] {
        record.facts.compactMap { fact in
            guard case .injected = fact.content else { return nil }
            return (fact, fact.cause == .none ? nil : record.facts[fact.cause.index])
        }
    }

    private func world(_ trigger: InjectTrigger, delay: SimDuration = Self.delay) -> SmallWorld {
        var world = SmallWorld()
        let time = SimTime.start + delay
        world.scenario.injects.append(Inject(at: time, .message, trigger: trigger))
        return world
    }

    @Test(arguments: seeds)
    func `an inject follows the beginning of a hazard after its delay`(seed: UInt64) throws {
        let record = DrillRecord(world(.begins(HazardID(0))), seed: seed)
        let (fact, cause) = try #require(injected(record).last)
        let begun = try #require(cause)
        guard case .exploded(let hazard, _) = begun.content else {
            Issue.record("The inject follows something else.")
            return
        }
        #expect(hazard == HazardID(0))
        #expect(fact.time == begun.time + Self.delay)
    }

    @Test(arguments: seeds)
    func `an inject follows the first arrival only`(seed: UInt64) throws {
        let record = DrillRecord(world(.arrival(SiteID(0)), delay: .zero), seed: seed)
        let first = try #require(
            record.first { if case .arrived = $0 { true } else { false } }
        )
        let waited = injected(record).filter { $0.cause != nil }
        #expect(waited.map(\.fact.cause) == [first.id])
        #expect(waited.map(\.fact.time) == [first.time])
    }

    @Test func `an inject waits for a level or a higher one`() throws {
        for level in [ResponseLevel.four, .three, .two, .one] {
            let record = DrillRecord(world(.level(PostID(1), level)))
            let reached = record.first { content in
                if case .levelChanged(let post, let other) = content {
                    post == PostID(1) && other >= level
                } else {
                    false
                }
            }
            let waited = injected(record).filter { $0.cause != nil }
            #expect(waited.map(\.fact.cause) == (reached.map { [$0.id] } ?? []))
        }
    }

    @Test func `what never happens never triggers`() {
        let record = DrillRecord(world(.begins(HazardID(99))))
        #expect(injected(record).allSatisfy { $0.cause == nil })
    }

    /// A message is noted and changes nothing: the same deeds, numbered anew.
    @Test(arguments: seeds)
    func `a message changes nothing in the world`(seed: UInt64) {
        let plain = DrillRecord(SmallWorld(), seed: seed)
        let told = DrillRecord(world(.begins(HazardID(0))), seed: seed)
        func deeds(_ record: DrillRecord) -> [Int64] {
            record.facts.filter { if case .injected = $0.content { false } else { true } }
                .map { $0.time.milliseconds }
        }
        #expect(deeds(plain) == deeds(told))
    }

    @Test func `a second drill waits anew`() {
        let world = world(.begins(HazardID(0)))
        var drill = Drill(world.scenario, plan: world.plan)
        let first = DrillRecord(playing: &drill, seed: 3)
        let other = DrillRecord(playing: &drill, seed: 4)
        let again = DrillRecord(playing: &drill, seed: 3)
        #expect(first.lines == again.lines)
        #expect(injected(other).contains { $0.cause != nil })
    }

    @Test func `triggers move through the byte form`() throws {
        var scenario = SmallWorld().scenario
        let triggers: [InjectTrigger?] = [
            nil, .begins(HazardID(2)), .isOut(HazardID(1)), .arrival(SiteID(0)),
            .level(PostID(1), .two),
        ]
        scenario.injects = triggers.map { Inject(at: .start, .message, trigger: $0) }
        let copy = try Scenario(byteForm: scenario.byteForm)
        #expect(copy.injects.map(\.trigger) == triggers)
        #expect(copy.byteForm == scenario.byteForm)
    }
}
