import EventKernel
import Foundation

/// What an event of the hold model carries besides its place in the order: 24 bytes.
struct HoldEvent: BitwiseCopyable {
    var entity: UInt32
    var count: UInt32
    var first: UInt64
    var second: UInt64
}

/// The hold model: the first event leaves, another of the same entity is scheduled.
///
/// Its increments come from a file, so that other programs can do exactly the same; the checksum of
/// the order in which events leave shows that they did.
struct HoldModel: ~Copyable {
    private var calendar = EventCalendar<HoldEvent>()
    private let increments: [UInt32]
    private var position = 0
    private(set) var checksum: UInt64 = 0

    /// Tickets of the pending events, where the mix is wanted.
    private var tickets: [EventTicket] = []
    private var choice: UInt64 = 1
    private let pending: Int

    var reservedBytes: Int { calendar.reservedBytes }

    init(pending: Int, increments: [UInt32], withTickets: Bool) {
        self.pending = pending
        self.increments = increments
        for entity in 0..<pending {
            let event = HoldEvent(entity: UInt32(entity), count: 0, first: 0, second: 0)
            let time = SimTime.start + increment()
            if withTickets {
                tickets.append(calendar.scheduleCancellable(event, at: time, rank: rank(entity)))
            } else {
                calendar.schedule(event, at: time, rank: rank(entity))
            }
        }
    }

    @inline(__always)
    private func rank(_ entity: Int) -> UInt8 { UInt8(truncatingIfNeeded: entity & 7) }

    @inline(__always)
    private mutating func increment() -> SimDuration {
        let milliseconds = increments[position]
        position = (position &+ 1) & (increments.count &- 1)
        return SimDuration(milliseconds: Int64(milliseconds))
    }

    @inline(__always)
    private mutating func take() -> HoldEvent? {
        guard var event = calendar.next() else { return nil }
        let mark = UInt64(bitPattern: calendar.now.milliseconds) &+ UInt64(event.entity)
        checksum = (checksum &<< 5 | checksum &>> 59) ^ mark
        event.count &+= 1
        return event
    }

    /// Takes and schedules a number of times.
    mutating func hold(_ times: Int) {
        for _ in 0..<times {
            guard let event = take() else { return }
            calendar.schedule(
                event,
                at: calendar.now + increment(),
                rank: rank(Int(event.entity))
            )
        }
    }

    /// The same with tickets; every fourth time another event is moved, by turns with `reschedule`
    /// and by cancelling it and scheduling it anew.
    mutating func holdAndMove(_ times: Int) {
        for time in 0..<times {
            guard let event = take() else { return }
            let entity = Int(event.entity)
            tickets[entity] = calendar.scheduleCancellable(
                event,
                at: calendar.now + increment(),
                rank: rank(entity)
            )
            if time & 3 == 0 { move(byCancelling: time & 4 != 0) }
        }
    }

    @inline(__always)
    private mutating func move(byCancelling: Bool) {
        choice = choice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let entity = Int(((choice &>> 32) &* UInt64(pending)) &>> 32)
        let time = calendar.now + increment()
        if byCancelling {
            calendar.cancel(tickets[entity])
            let event = HoldEvent(entity: UInt32(entity), count: 0, first: 0, second: 0)
            tickets[entity] = calendar.scheduleCancellable(event, at: time, rank: rank(entity))
        } else if let ticket = calendar.reschedule(
            tickets[entity],
            at: time,
            rank: rank(entity)
        ) {
            tickets[entity] = ticket
        }
    }
}

/// Reads increments [ms]; their count is a power of two.
func readIncrements(_ path: String) -> [UInt32] {
    let data = FileManager.default.contents(atPath: path) ?? Data()
    let increments = data.withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
    precondition(increments.count.nonzeroBitCount == 1, "The increments are not a power of two.")
    return increments
}

/// Writes 2^16 exponential increments with a mean of 10^8 ms, as little-endian 32-bit numbers.
func writeIncrements(_ path: String) {
    var stream = RandomStream(DrillKey(seed: 1, drill: 0), purpose: 0, entity: 0)
    let law = Distribution.exponential(mean: 1e8)
    let increments = (0..<65_536).map { _ in UInt32(law.quantile(stream.uniform())) }
    let data = increments.withUnsafeBytes { Data($0) }
    let isWritten = FileManager.default.createFile(atPath: path, contents: data)
    precondition(isWritten, "The increments could not be written.")
}

/// Prints nanoseconds a hold and the checksum, after a warm-up of the same length as `times` / 4.
func printHold(pending: Int, times: Int, increments: String, withTickets: Bool) {
    var model = HoldModel(
        pending: pending,
        increments: readIncrements(increments),
        withTickets: withTickets
    )
    if withTickets { model.holdAndMove(times / 4) } else { model.hold(times / 4) }
    let start = processorSeconds()
    if withTickets { model.holdAndMove(times) } else { model.hold(times) }
    let elapsed = processorSeconds() - start
    print(elapsed * 1e9 / Double(times), model.checksum, model.reservedBytes)
}

/// Processor time of this process [s], which other programs on the machine disturb least.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}
