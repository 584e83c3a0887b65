import Foundation

let usage = """
    usage: kernel-probe increments FILE                                 writes increments
           kernel-probe hold|move PENDING TIMES INCREMENTS              ns, checksum, bytes
           kernel-probe station SERVERS CUSTOMERS stream|customer       ns, mean wait
           kernel-probe drills SETUP FIRST COUNT THREADS [wait]         s, processor s, events, digest, KiB
           kernel-probe scoring SETUP COUNT                             s with, s without, share, facts
           kernel-probe allocations INCREMENTS SETUP                    counts
           kernel-probe sizes                                           bytes
    """

let words = Array(CommandLine.arguments.dropFirst())

func word(_ index: Int) -> String { index < words.count ? words[index] : "" }
func number(_ index: Int) -> Int { Int(word(index)) ?? 0 }

switch word(0) {
case "increments": writeIncrements(word(1))
case "hold", "move":
    printHold(
        pending: number(1),
        times: number(2),
        increments: word(3),
        withTickets: word(0) == "move"
    )
case "station":
    printStation(
        servers: number(1),
        customers: number(2),
        byCustomer: word(3) == "customer"
    )
case "drills":
    try printDrills(
        setup: word(1),
        first: UInt64(number(2)),
        count: number(3),
        threads: number(4),
        waits: word(5) == "wait"
    )
case "scoring": try printScoring(setup: word(1), count: number(2))
case "allocations": try printAllocations(increments: word(1), setup: word(2))
case "sizes": printSizes()
default: print(usage)
}
