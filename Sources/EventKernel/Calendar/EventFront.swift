/// Short sorted list that takes events due before all others.
///
/// New events mostly fall due last, so the list is searched from its end.
@usableFromInline
struct EventFront<Event: BitwiseCopyable>: ~Copyable {
    @usableFromInline typealias Pending = PendingEvent<Event>

    @usableFromInline var events: UnsafeMutablePointer<Pending>

    /// Places that may be used -- state.
    @usableFromInline var capacity: Int

    /// Places there are; beside a run of usual length the list never needs more.
    @usableFromInline var reserved = EventRun<Event>.longest / 4

    /// Position of the first event -- state.
    @usableFromInline var first = 0

    /// Position after the last event -- state.
    @usableFromInline var end = 0

    /// Creates an empty list.
    ///
    /// Sixteen places were fastest: fewer send a handful of events through the buckets, more make
    /// every insertion longer.
    @inlinable
    init(capacity: Int = 16) {
        self.capacity = capacity
        reserved = max(reserved, capacity)
        events = .allocate(capacity: reserved)
    }

    @inlinable
    deinit { events.deallocate() }

    @inlinable @inline(__always) var isEmpty: Bool { first == end }
    @inlinable @inline(__always) var isFull: Bool { end == capacity }
    @inlinable var count: Int { end - first }
    @inlinable @inline(__always) var firstKey: UInt64 { events[first].key }
    @inlinable var middleKey: UInt64 { events[first + count / 2].key }
    @inlinable var reservedBytes: Int { reserved * MemoryLayout<Pending>.stride }

    /// Inserts an event after all that are not later.
    ///
    /// - Precondition: The list is not full.
    /// - Complexity: O(*k*), where *k* events are later.
    @inlinable
    @inline(__always)
    mutating func insert(_ event: Pending) {
        if end &- first > Self.near, events[end &- Self.near].key > event.key {
            insertFar(event)
            return
        }
        var place = end
        while place > first, events[place &- 1].key > event.key {
            events[place] = events[place &- 1]
            place &-= 1
        }
        events[place] = event
        end &+= 1
    }

    /// Events from the end of the list up to which a place is found one by one -- constant.
    @inlinable static var near: Int { 8 }

    /// Inserts an event before the last few, moving the later ones or, where these are fewer and there
    /// is room, the earlier ones at once.
    @inlinable
    @inline(never)
    mutating func insertFar(_ event: Pending) {
        var low = first
        var high = end &- Self.near
        while low < high {
            let middle = (low &+ high) &>> 1
            if events[middle].key > event.key { high = middle } else { low = middle &+ 1 }
        }
        if first > 0, low &- first < end &- low {
            (events + first - 1).update(from: events + first, count: low &- first)
            first &-= 1
            events[low &- 1] = event
        } else {
            (events + low + 1).update(from: events + low, count: end &- low)
            events[low] = event
            end &+= 1
        }
    }

    @inlinable
    @inline(__always)
    mutating func takeFirst() -> Pending {
        let event = events[first]
        first &+= 1
        return event
    }

    /// Moves the events to the beginning of the storage; false if they are there already.
    @inlinable
    mutating func slideDown() -> Bool {
        if first == 0 { return false }
        events.update(from: events + first, count: count)
        end = count
        first = 0
        return true
    }

    /// Doubles the places that may be used.
    @inlinable
    mutating func grow() {
        capacity *= 2
        guard capacity > reserved else { return }
        let larger = UnsafeMutablePointer<Pending>.allocate(capacity: capacity)
        larger.update(from: events, count: end)
        events.deallocate()
        events = larger
        reserved = capacity
    }

    /// Moves the events from a key on to the buckets, in order.
    @inlinable
    mutating func moveAll(from key: UInt64, to buckets: inout EventBuckets<Event>) {
        var place = end
        while place > first, events[place - 1].key >= key { place -= 1 }
        for index in place..<end { buckets.add(events[index]) }
        end = place
    }

    @inlinable
    mutating func removeAll() {
        first = 0
        end = 0
    }

    /// Removes cancelled events.
    @inlinable
    mutating func removeStale(_ tickets: inout TicketBook<Event>) {
        end = tickets.removeStale(events, from: first, to: end)
    }

    @inlinable
    borrowing func copy() -> EventFront {
        var other = EventFront(capacity: capacity)
        other.events.update(from: events, count: end)
        other.first = first
        other.end = end
        return other
    }
}
