import DrillModel
import EventKernel
import Experiments
import Foundation

/// Allocations so far, as counted by the library that scripts/benchmark preloads.
private func allocationCount() -> UInt64 {
    typealias Count = @convention(c) () -> UInt64
    guard let symbol = dlsym(UnsafeMutableRawPointer(bitPattern: 0), "allocation_count") else {
        fatalError("The counter of allocations is not loaded.")
    }
    return unsafeBitCast(symbol, to: Count.self)()
}

private func allocations(during work: () -> Void) -> UInt64 {
    let before = allocationCount()
    work()
    return allocationCount() - before
}

/// Prints allocations between events 10^5 and 10^6 of the hold model and of M/M/1, and those of a
/// drill.
func printAllocations(increments path: String, setup: String) throws {
    let increments = readIncrements(path)
    // The counter itself must be seen to count.
    print(
        "array",
        allocations { _ = [UInt8](repeating: 1, count: Int.random(in: 10_000...20_000)) }
    )
    for pending in [100, 10_000] {
        var hold = HoldModel(pending: pending, increments: increments, withTickets: false)
        hold.hold(100_000)
        print("hold-\(pending)", allocations { hold.hold(900_000) })
        var moving = HoldModel(pending: pending, increments: increments, withTickets: true)
        moving.holdAndMove(100_000)
        print("moving-\(pending)", allocations { moving.holdAndMove(900_000) })
    }
    var station = Station(servers: 1, byCustomer: false)
    // A customer has two events.
    station.run(customers: 50_000)
    print("station", allocations { station.run(customers: 500_000) })
    try printDrillAllocations(setup)
}

private func printDrillAllocations(_ setup: String) throws {
    var player = try Player(readSetup(setup))
    for drill in 0..<200 as Range<UInt64> { _ = player.play(seed: 1, drill: drill) }
    var events: Int64 = 0
    let count = allocations {
        for drill in 200..<400 as Range<UInt64> {
            events += player.play(seed: 1, drill: drill).eventCount
        }
    }
    print("drill", Double(count) / 200)
    print("drill-event", Double(count) / Double(events))
}

/// Prints sizes in bytes of events and of the calendar around them.
func printSizes() {
    print("drill-event", MemoryLayout<DrillEvent>.size, MemoryLayout<DrillEvent>.stride)
    // What a calendar keeps: key, event, number of the ticket.
    print("pending-drill-event", MemoryLayout<(UInt64, DrillEvent, UInt32)>.stride)
    print("empty-calendar", EventCalendar<DrillEvent>().reservedBytes)
}
