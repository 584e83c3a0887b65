/// Events due but not yet happened, in the order in which they will happen.
///
/// An event leaves by (time, rank, order of scheduling), smallest first: events of one instant in
/// order of rank, and those of equal rank in the order in which they were scheduled. One event
/// leaves at a time, so that it may still cancel a later one of the same instant. The calendar
/// offers no iteration.
///
/// Three parts hold the events, each later than the one before. The *front* is short and sorted and
/// takes what falls due before everything else. The *run* is longer and sorted, and is used up in
/// turn. The *buckets* take the rest by the bytes of its time; when front and run are empty, the
/// first bucket is sorted into the run, or spread over finer buckets if it is large. On none of
/// these ways does an event overtake another of the same key, so that no sequence number is kept.
/// The buckets rest on the rule that nothing is scheduled in the past.
///
/// A calendar is never copied unawares; `copy()` takes a snapshot.
public struct EventCalendar<Event: BitwiseCopyable>: ~Copyable {
    /// Instant of the event taken last -- state.
    @usableFromInline var instant = SimTime(milliseconds: 0)

    /// Number of pending events, cancelled ones left out -- state.
    @usableFromInline var live = 0

    /// Keys below this go to the front, the others to the buckets -- state.
    ///
    /// It lies above all keys of front and run, and not above any key of the buckets.
    @usableFromInline var limit = UInt64.max

    @usableFromInline var front = EventFront<Event>()
    @usableFromInline var run = EventRun<Event>()
    @usableFromInline var buckets = EventBuckets<Event>()
    @usableFromInline var tickets = TicketBook<Event>()

    /// Creates an empty calendar at the start of a drill.
    @inlinable
    public init() {}

    /// Current instant: that of the event taken last -- state.
    @inlinable public var now: SimTime { instant }

    /// Number of pending events -- state.
    @inlinable public var count: Int { live }

    /// Schedules an event; one that is never due is dropped.
    ///
    /// - Parameters:
    ///   - event: What will happen.
    ///   - time: When it will happen; from 2^54 ms on it is never.
    ///   - rank: Its place among events of the same instant, smallest first.
    /// - Precondition: `time` does not precede `now`.
    /// - Complexity: O(1) amortised, with at most eight moves of the event until it happens.
    @inlinable
    public mutating func schedule(_ event: Event, at time: SimTime, rank: UInt8) {
        guard isWithinReach(time) else { return }
        live &+= 1
        add(PendingEvent(key: Self.key(time, rank), event: event, ticket: 0))
    }

    /// Takes the next event and moves the clock to its instant.
    ///
    /// - Returns: The event, or nil when nothing is pending.
    /// - Complexity: O(1) amortised.
    @inlinable
    public mutating func next() -> Event? {
        guard live > 0 else { return nil }
        while true {
            let first = takeFirst()
            // A cancelled event does not move the clock.
            if first.ticket != 0, !tickets.redeem(first.ticket) { continue }
            live &-= 1
            instant = SimTime(milliseconds: Int64(bitPattern: first.key &>> 8))
            return first.event
        }
    }

    /// Forgets all pending events and goes back to the start; tickets become void.
    ///
    /// Storage is kept for the next drill.
    ///
    /// - Complexity: O(*n*), where *n* is the number of events and tickets.
    @inlinable
    public mutating func reset() {
        instant = SimTime(milliseconds: 0)
        live = 0
        limit = .max
        front.removeAll()
        run.removeAll()
        buckets.removeAll()
        tickets.removeAll()
    }

    /// Returns a calendar with the same instant, events and tickets.
    ///
    /// - Complexity: O(*n*), where *n* is the number of events and tickets.
    @inlinable
    public borrowing func copy() -> EventCalendar {
        var other = EventCalendar()
        other.instant = instant
        other.live = live
        other.limit = limit
        other.front = front.copy()
        other.run = run.copy()
        other.buckets = buckets.copy()
        other.tickets = tickets.copy()
        return other
    }

    /// Memory reserved for events and tickets [B].
    @inlinable public var reservedBytes: Int {
        front.reservedBytes + run.reservedBytes + buckets.reservedBytes + tickets.reservedBytes
    }
}

// The parts at work.

extension EventCalendar {
    /// Place of an event in the order: time, then rank.
    @inlinable
    @inline(__always)
    static func key(_ time: SimTime, _ rank: UInt8) -> UInt64 {
        UInt64(bitPattern: time.milliseconds) &<< 8 | UInt64(rank)
    }

    /// Whether an instant is ever reached; traps when it is past.
    @inlinable
    @inline(__always)
    func isWithinReach(_ time: SimTime) -> Bool {
        precondition(time >= instant, "An event cannot be scheduled in the past.")
        return time.milliseconds < 0x40_0000_0000_0000
    }

    /// Puts an event where it belongs.
    @inlinable
    @inline(__always)
    mutating func add(_ event: PendingEvent<Event>) {
        if event.key < limit { addToFront(event) } else { buckets.add(event) }
    }

    @inlinable
    @inline(__always)
    mutating func addToFront(_ event: PendingEvent<Event>) {
        if front.isFull { makeRoomInFront() }
        if event.key < limit { front.insert(event) } else { buckets.add(event) }
    }

    /// Makes room for one more event in the front.
    ///
    /// Moves the later half of the front, and what lies beyond it in the run, to the buckets; or
    /// enlarges the front where that would move much for little.
    @inlinable
    @inline(never)
    mutating func makeRoomInFront() {
        if front.slideDown() { return }
        if run.count > 4 * front.count {
            front.grow()
            return
        }
        limit = front.middleKey
        // Events of one key are older in the run than in the front.
        run.moveAll(from: limit, to: &buckets)
        front.moveAll(from: limit, to: &buckets)
    }

    /// Takes the first event of all, cancelled or not.
    @inlinable
    @inline(__always)
    mutating func takeFirst() -> PendingEvent<Event> {
        if !front.isEmpty {
            if run.isEmpty || front.firstKey < run.firstKey { return front.takeFirst() }
        } else if run.isEmpty {
            refill()
        }
        return run.takeFirst()
    }

    /// Fills the run from the buckets.
    @inlinable
    @inline(never)
    mutating func refill() {
        front.removeAll()
        repeat {
            let batch = buckets.takeFirst()
            if batch.count > EventRun<Event>.longest, !batch.hasOneKey {
                buckets.spread(batch)
                continue
            }
            run.load(batch, from: &buckets)
            if tickets.stale > 0 { run.removeStale(&tickets) }
        } while run.isEmpty
        limit = buckets.isEmpty ? .max : run.lastKey + 1
    }
}
