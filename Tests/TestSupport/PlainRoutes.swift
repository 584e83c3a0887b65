import EventKernel
public import Terrain
import Vocabulary

/// Shortest times over roads by Dijkstra's plain method, a step from road to road: obvious code against
/// which clever code is checked.
public struct PlainRoutes {
    private let terrain: Terrain
    private let times: [Int64]
    private let leaving: [[Int32]]
    private let bans: Set<TurnBan>
    /// Roads that are closed.
    public var closed: Set<Int> = []

    /// Prepares a map.
    public init(_ terrain: Terrain) {
        self.terrain = terrain
        times = terrain.roads.map { $0.travelTime.milliseconds }
        var leaving = Array(repeating: [Int32](), count: terrain.places.count)
        for (number, road) in terrain.roads.enumerated() {
            leaving[road.from.index].append(Int32(number))
        }
        self.leaving = leaving
        bans = Set(terrain.turnBans)
    }

    /// Returns the shortest time [ms], or nil where no open road leads there.
    public func milliseconds(from origin: Int, to goal: Int) -> Int64? {
        if origin == goal { return 0 }
        var best = Array(repeating: Int64.max, count: times.count)
        var heap = Heap()
        func reach(_ road: Int32, _ time: Int64) {
            guard !closed.contains(Int(road)), time + times[Int(road)] < best[Int(road)] else {
                return
            }
            best[Int(road)] = time + times[Int(road)]
            heap.push((best[Int(road)], road))
        }
        for road in leaving[origin] { reach(road, 0) }
        while let (time, road) = heap.pop() {
            guard time == best[Int(road)] else { continue }
            let end = terrain.roads[Int(road)].to
            if end.index == goal { return time }
            for next in leaving[end.index] {
                let turn = TurnBan(from: RoadID(Int(road)), to: RoadID(Int(next)))
                if !bans.contains(turn) { reach(next, time) }
            }
        }
        return nil
    }

    /// A binary heap.
    private struct Heap {
        private var items: [(Int64, Int32)] = []

        mutating func push(_ item: (Int64, Int32)) {
            items.append(item)
            var child = items.count - 1
            while child > 0, items[child] < items[(child - 1) / 2] {
                items.swapAt(child, (child - 1) / 2)
                child = (child - 1) / 2
            }
        }

        mutating func pop() -> (Int64, Int32)? {
            guard let top = items.first else { return nil }
            let last = items.removeLast()
            guard !items.isEmpty else { return top }
            items[0] = last
            var parent = 0
            while 2 * parent + 1 < items.count {
                var child = 2 * parent + 1
                if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
                guard items[child] < items[parent] else { break }
                items.swapAt(child, parent)
                parent = child
            }
            return top
        }
    }
}
