import EventKernel

/// Rumour of Daley and Kendall (1965): spreaders tell those who do not know, and fall silent when they
/// meet somebody who does.
///
/// Every pair of persons meets at the same rate. Each spreader has an event for its next meeting that
/// matters, which is cancelled when it falls silent.
final class Rumour {
    private var calendar = EventCalendar<UInt32>()
    private let key: DrillKey
    private let persons: Int
    private var spreaders: [Int] = []
    private var tickets: [EventTicket]
    private var draws: [RandomStream]
    private(set) var ignorant: Int

    /// Mean time between meetings of one pair [s] -- constant.
    private static let meanMeeting = 1e9

    init(drill: UInt64, ignorant: Int) {
        key = DrillKey(seed: 136, drill: drill)
        persons = ignorant + 1
        self.ignorant = ignorant
        let key = key
        draws = (0..<persons).map { RandomStream(key, purpose: 1, entity: UInt64($0)) }
        tickets = []
        tell()
    }

    /// Runs until nobody spreads the rumour.
    ///
    /// - Returns: How many never hear it.
    func run() -> Int {
        while let spreader = calendar.next() { meet(Int(spreader)) }
        return ignorant
    }

    /// Somebody hears the rumour and starts to spread it; persons are numbered in this order.
    private func tell() {
        let person = tickets.count
        spreaders.append(person)
        tickets.append(schedule(person))
    }

    private func schedule(_ person: Int) -> EventTicket {
        let mean = Self.meanMeeting / Double(persons - 1)
        let delay = Distribution.exponential(mean: mean).quantile(draws[person].uniform())
        let time = calendar.now + SimDuration(seconds: delay)
        return calendar.scheduleCancellable(UInt32(person), at: time, rank: 0)
    }

    /// A spreader calls on any of the others.
    ///
    /// Two spreaders may call on each other, so of those meetings every second one is left out.
    private func meet(_ person: Int) {
        var other = Int(draws[person].whole(below: UInt64(persons - 1)))
        if other >= person { other += 1 }
        let isIgnorant = other >= tickets.count
        let isSpreader = spreaders.contains(other)
        if isSpreader, draws[person].whole(below: 2) == 0 {
            tickets[person] = schedule(person)
        } else if isIgnorant {
            ignorant -= 1
            tickets[person] = schedule(person)
            tell()
        } else {
            silence(person)
            if isSpreader { silence(other) }
        }
    }

    private func silence(_ person: Int) {
        calendar.cancel(tickets[person])
        spreaders.removeAll { $0 == person }
    }
}
