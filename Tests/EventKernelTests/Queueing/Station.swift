import EventKernel

/// M/G/c station, first come, first served, that measures how long customers wait.
///
/// The random numbers of a customer are keyed by the customer, so that another number of servers
/// leaves gaps and services as they are.
final class Station {
    private enum Event: UInt8, BitwiseCopyable {
        case arrival
        case departure
    }

    private var calendar = EventCalendar<Event>()
    private let key: DrillKey
    private let gap: Distribution
    private let service: Distribution
    private var idle: Int
    private var arrived: UInt64 = 0

    /// Customers who wait: since when, and the service that each will need [s].
    private var queue: [(since: SimTime, service: Double)] = []
    private var head = 0

    private let ignored: Int
    private var begun = 0

    /// Waiting times [s] of all customers but the first ones, who found the station empty.
    private(set) var waits = Tally()

    /// Customers in the station over time.
    private(set) var load = TimeWeighted(level: 0, from: .start)

    init(
        drill: UInt64,
        servers: Int,
        gap: Distribution,
        service: Distribution,
        ignoring ignored: Int
    ) {
        key = DrillKey(seed: 2_019, drill: drill)
        self.gap = gap
        self.service = service
        idle = servers
        self.ignored = ignored
        scheduleArrival()
    }

    func run(customers: Int) {
        while begun < customers, let event = calendar.next() {
            switch event {
            case .arrival: arrive()
            case .departure: depart()
            }
        }
    }

    private func draw(_ law: Distribution, _ purpose: UInt16) -> Double {
        law.quantile(RandomStream.uniform(key, purpose: purpose, entity: arrived, index: 0))
    }

    private func scheduleArrival() {
        let length = SimDuration(seconds: draw(gap, 1))
        calendar.schedule(.arrival, at: calendar.now + length, rank: 0)
    }

    private func arrive() {
        let need = draw(service, 2)
        arrived += 1
        scheduleArrival()
        load.change(to: load.level + 1, at: calendar.now)
        if idle > 0 {
            idle -= 1
            begin(need, after: 0)
        } else {
            queue.append((calendar.now, need))
        }
    }

    private func depart() {
        load.change(to: load.level - 1, at: calendar.now)
        guard head < queue.count else {
            idle += 1
            return
        }
        let next = queue[head]
        head += 1
        begin(next.service, after: (calendar.now - next.since).seconds)
    }

    private func begin(_ need: Double, after wait: Double) {
        begun += 1
        if begun > ignored { waits.add(wait) }
        calendar.schedule(.departure, at: calendar.now + SimDuration(seconds: need), rank: 1)
    }
}
