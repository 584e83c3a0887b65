import EventKernel
import Terrain
import Vocabulary

/// Shortest ways by Dijkstra's plain method from road to road, and by ALT (A*, landmarks, triangle
/// inequality; Goldberg and Harrelson 2005), to compare with.
struct Search {
    private let terrain: Terrain
    private let times: [Int64]
    private let next: [[Int32]]
    private let leaving: [[Int32]]
    private var best: [Int64]
    private var touched: [Int32] = []
    private var heap = Heap()

    init(_ terrain: Terrain) {
        self.terrain = terrain
        times = terrain.roads.map { $0.travelTime.milliseconds }
        (leaving, next) = Self.turns(terrain)
        best = Array(repeating: .max, count: times.count)
    }

    /// Roads that leave each place, and those into which one may turn from each road.
    static func turns(_ terrain: Terrain) -> (leaving: [[Int32]], next: [[Int32]]) {
        var leaving = Array(repeating: [Int32](), count: terrain.places.count)
        for (number, road) in terrain.roads.enumerated() { leaving[road.from.index].append(Int32(number)) }
        let bans = Set(terrain.turnBans)
        let next = terrain.roads.enumerated().map { number, road in
            leaving[road.to.index].filter { other in
                bans.isEmpty || !bans.contains(TurnBan(from: RoadID(number), to: RoadID(Int(other))))
            }
        }
        return (leaving, next)
    }

    mutating func milliseconds(from origin: Int, to goal: Int, _ landmarks: Landmarks?) -> Int64? {
        if origin == goal { return 0 }
        defer { clear() }
        let bound = landmarks?.bound(to: goal)
        for road in leaving[origin] { reach(road, 0, bound) }
        while let (_, road) = heap.pop() {
            let time = best[Int(road)]
            guard time >= 0 else { continue }
            if terrain.roads[Int(road)].to.index == goal { return time }
            best[Int(road)] = -time - 1
            for other in next[Int(road)] { reach(other, time, bound) }
        }
        return nil
    }

    private mutating func reach(_ road: Int32, _ time: Int64, _ bound: Landmarks.Bound?) {
        let arrival = time + times[Int(road)]
        guard best[Int(road)] >= 0, arrival < best[Int(road)] else { return }
        if best[Int(road)] == .max { touched.append(road) }
        best[Int(road)] = arrival
        let place = terrain.roads[Int(road)].to.index
        let left = bound?.milliseconds(from: place) ?? 0
        heap.push((arrival + left, road))
    }

    private mutating func clear() {
        for road in touched { best[Int(road)] = .max }
        touched.removeAll(keepingCapacity: true)
        heap.clear()
    }
}

/// Times from and to a few far places, free of forbidden turns, which only make ways longer.
struct Landmarks {
    private var from: [[Int64]] = []
    private var to: [[Int64]] = []

    init(_ terrain: Terrain, count: Int) {
        let forward = Tree(terrain, backward: false)
        let backward = Tree(terrain, backward: true)
        var farthest = Array(repeating: Int64.max, count: terrain.places.count)
        var landmark = terrain.places.count / 2
        for _ in 0..<count {
            from.append(forward.times(from: landmark))
            to.append(backward.times(from: landmark))
            for place in farthest.indices {
                farthest[place] = min(farthest[place], from[from.count - 1][place])
            }
            let reachable = farthest.indices.filter { farthest[$0] < .max }
            landmark = reachable.max { (farthest[$0], $0) < (farthest[$1], $1) } ?? 0
        }
    }

    /// Bounds on the time to one place.
    struct Bound {
        let landmarks: Landmarks
        let goal: Int

        func milliseconds(from place: Int) -> Int64 {
            var best: Int64 = 0
            for number in landmarks.from.indices {
                let (a, b) = (landmarks.from[number][goal], landmarks.from[number][place])
                if a < .max, b < .max { best = max(best, a - b) }
                let (c, d) = (landmarks.to[number][place], landmarks.to[number][goal])
                if c < .max, d < .max { best = max(best, c - d) }
            }
            return best
        }
    }

    func bound(to goal: Int) -> Bound { Bound(landmarks: self, goal: goal) }
}

/// Times from one place to all, or from all to one.
private struct Tree {
    private let edges: [[(place: Int32, time: Int64)]]

    init(_ terrain: Terrain, backward: Bool) {
        var edges = Array(repeating: [(place: Int32, time: Int64)](), count: terrain.places.count)
        for road in terrain.roads {
            let (tail, head) = backward ? (road.to, road.from) : (road.from, road.to)
            edges[tail.index].append((head.number, road.travelTime.milliseconds))
        }
        self.edges = edges
    }

    func times(from start: Int) -> [Int64] {
        var best = Array(repeating: Int64.max, count: edges.count)
        var heap = Heap()
        best[start] = 0
        heap.push((0, Int32(start)))
        while let (time, place) = heap.pop() {
            guard time == best[Int(place)] else { continue }
            for (head, length) in edges[Int(place)] where time + length < best[Int(head)] {
                best[Int(head)] = time + length
                heap.push((time + length, head))
            }
        }
        return best
    }
}

/// A binary heap.
struct Heap {
    private var items: [(Int64, Int32)] = []

    mutating func clear() { items.removeAll(keepingCapacity: true) }

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
