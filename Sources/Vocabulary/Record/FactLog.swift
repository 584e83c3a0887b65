public import EventKernel

/// Collects the facts of a drill as they come and numbers them.
///
/// Numbers are given whether or not anybody keeps the facts: how much is recorded never changes
/// results. Cannot be copied, like the lists that it holds.
public struct FactLog: ~Copyable {
    /// Facts recorded since they were last cleared, in order.
    public private(set) var fresh = Shelf<Fact>()

    /// What why-chains need of all facts of the drill.
    public private(set) var trace = Trace()

    /// Places of the fresh facts, topic by topic.
    private var topics = TopicChains()

    /// Creates an empty log.
    public init() {}

    /// Creates the log of facts that were recorded before, all of them fresh.
    public init(_ facts: [Fact]) {
        for fact in facts { add(fact) }
    }

    /// Number of facts recorded in this drill.
    public var count: Int { trace.count }

    /// Records a fact.
    ///
    /// - Parameters:
    ///   - content: What happened.
    ///   - time: When it happened.
    ///   - cause: Fact from which it follows.
    /// - Returns: Number of the fact.
    @inlinable
    @inline(__always)
    @discardableResult
    public mutating func record(
        _ content: FactContent,
        at time: SimTime,
        because cause: FactID
    ) -> FactID {
        let fact = append(content, at: time, because: cause, TraceNote(content), content.topic)
        if content.isLoss { markLost(cause) }
        return fact
    }

    @usableFromInline
    @inline(never)
    mutating func append(
        _ content: FactContent,
        at time: SimTime,
        because cause: FactID,
        _ note: TraceNote,
        _ topic: FactTopic
    ) -> FactID {
        let id = FactID(trace.count)
        add(Fact(id: id, cause: cause, time: time, content: content), note, topic)
        return id
    }

    @inline(__always)
    private mutating func add(_ fact: Fact, _ note: TraceNote, _ topic: FactTopic) {
        trace.add(fact.cause, fact.time, note)
        topics.add(topic)
        fresh.append(fact)
    }

    @usableFromInline
    mutating func markLost(_ message: FactID) { trace.markLost(message) }

    /// Takes in a fact that was recorded before, with the number that it has.
    public mutating func add(_ fact: Fact) {
        add(fact, TraceNote(fact.content), fact.content.topic)
        if fact.content.isLoss { markLost(fact.cause) }
    }

    /// Returns the place among the fresh facts of the first of a topic; nil where there is none.
    public func first(of topic: FactTopic) -> Int? { topics.first(of: topic) }

    /// Returns the place of the next fact of the topic of that at a place; nil for the last.
    public func next(after place: Int) -> Int? { topics.next(after: place) }

    /// Forgets the fresh facts; numbering goes on.
    public mutating func clear() {
        fresh.clear()
        topics.clear()
    }

    /// Starts the record of another drill.
    public mutating func reset() {
        clear()
        trace.clear()
    }
}

/// Places of facts, those of a topic linked into a chain.
struct TopicChains: ~Copyable {
    /// Place of the next fact of the same topic, by place; the first ones are the beginnings of the
    /// chains; −1 at their ends.
    private var next = Shelf<Int32>()
    /// Where each chain ends, by topic.
    private var ends = InlineArray<8, Int32>(repeating: 0)

    init() { clear() }

    /// Adds the next place to a topic.
    @inline(__always)
    mutating func add(_ topic: FactTopic) {
        let place = Int32(truncatingIfNeeded: next.count)
        next[Int(ends[Int(topic.rawValue)])] = place
        ends[Int(topic.rawValue)] = place
        next.append(-1)
    }

    func first(of topic: FactTopic) -> Int? { following(Int(topic.rawValue)) }

    func next(after place: Int) -> Int? { following(place &+ FactTopic.count) }

    @inline(__always)
    private func following(_ index: Int) -> Int? {
        let place = Int(next[index])
        return place < 0 ? nil : place &- FactTopic.count
    }

    mutating func clear() {
        next.fill(-1, count: FactTopic.count)
        for index in ends.indices { ends[index] = Int32(index) }
    }
}

extension FactContent {
    /// Whether it says that a message has been lost.
    @inlinable var isLoss: Bool {
        switch self {
        case .reportLost, .orderLost: true
        default: false
        }
    }
}
