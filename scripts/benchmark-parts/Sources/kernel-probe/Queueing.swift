import EventKernel

/// What happens in a queueing station.
enum StationEvent: UInt8, BitwiseCopyable {
    case arrival
    case departure
}

/// Queue of instants in a ring of storage that grows.
struct InstantRing {
    private var storage = [SimTime](repeating: .start, count: 1024)
    private var first = 0
    private(set) var count = 0

    @inline(__always)
    mutating func append(_ instant: SimTime) {
        if count == storage.count { grow() }
        storage[(first &+ count) & (storage.count &- 1)] = instant
        count &+= 1
    }

    @inline(__always)
    mutating func takeFirst() -> SimTime {
        let instant = storage[first]
        first = (first &+ 1) & (storage.count &- 1)
        count &-= 1
        return instant
    }

    private mutating func grow() {
        storage = Array(storage[first...] + storage[..<first])
        first = 0
        storage += [SimTime](repeating: .start, count: storage.count)
    }
}

/// M/M/c station, first come, first served, that measures waiting times.
///
/// Its random numbers are keyed: arrivals come from one stream, and services from another one or,
/// when `byCustomer`, each from a stream of its customer.
struct Station: ~Copyable {
    private var calendar = EventCalendar<StationEvent>()
    private let key = DrillKey(seed: 1, drill: 1)
    private var arrivals: RandomStream
    private var services: RandomStream
    private let gap = Distribution.exponential(mean: 1000)
    private let service: Distribution
    private let byCustomer: Bool
    private var queue = InstantRing()
    private var idle: Int
    private var served: UInt64 = 0
    private(set) var waits = Tally()

    /// Creates a station of so many servers, each busy 80 % of the time.
    init(servers: Int, byCustomer: Bool) {
        arrivals = RandomStream(key, purpose: 1, entity: 0)
        services = RandomStream(key, purpose: 2, entity: 0)
        service = .exponential(mean: 800 * Double(servers))
        idle = servers
        self.byCustomer = byCustomer
        scheduleArrival()
    }

    /// Serves customers until so many services have begun.
    mutating func run(customers: Int) {
        while waits.count < customers, let event = calendar.next() {
            switch event {
            case .arrival: arrive()
            case .departure: depart()
            }
        }
    }

    @inline(__always)
    private mutating func scheduleArrival() {
        let length = SimDuration(seconds: gap.quantile(arrivals.uniform()))
        calendar.schedule(.arrival, at: calendar.now + length, rank: 0)
    }

    @inline(__always)
    private mutating func arrive() {
        scheduleArrival()
        if idle > 0 {
            idle &-= 1
            begin(after: 0)
        } else {
            queue.append(calendar.now)
        }
    }

    @inline(__always)
    private mutating func depart() {
        if queue.count > 0 {
            begin(after: (calendar.now - queue.takeFirst()).seconds)
        } else {
            idle &+= 1
        }
    }

    @inline(__always)
    private mutating func begin(after wait: Double) {
        waits.add(wait)
        served &+= 1
        let draw =
            byCustomer
            ? RandomStream.uniform(key, purpose: 2, entity: served, index: 0) : services.uniform()
        let length = SimDuration(seconds: service.quantile(draw))
        calendar.schedule(.departure, at: calendar.now + length, rank: 1)
    }
}

/// Prints nanoseconds a customer and the mean wait in mean gaps.
func printStation(servers: Int, customers: Int, byCustomer: Bool) {
    var station = Station(servers: servers, byCustomer: byCustomer)
    let start = processorSeconds()
    station.run(customers: customers)
    let elapsed = processorSeconds() - start
    print(elapsed * 1e9 / Double(customers), station.waits.mean / 1000)
}
