import EventKernel

/// A calendar written as plainly as possible: a sorted array.
///
/// Tickets are the numbers of events.
struct PlainCalendar {
    private struct Pending {
        let time: SimTime
        let rank: UInt8
        let event: Int
    }

    private var pending: [Pending] = []
    private(set) var now = SimTime.start

    var count: Int { pending.count }

    mutating func schedule(_ event: Int, at time: SimTime, rank: UInt8) {
        if time.isNever { return }
        let isLater = { (other: Pending) in
            other.time > time || (other.time == time && other.rank > rank)
        }
        let place = pending.firstIndex(where: isLater) ?? pending.endIndex
        pending.insert(Pending(time: time, rank: rank, event: event), at: place)
    }

    mutating func next() -> Int? {
        guard let first = pending.first else { return nil }
        pending.removeFirst()
        now = first.time
        return first.event
    }

    mutating func cancel(_ event: Int) -> Bool {
        guard let place = pending.firstIndex(where: { $0.event == event }) else { return false }
        pending.remove(at: place)
        return true
    }
}
