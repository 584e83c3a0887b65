import Foundation
import Terrain
import Vocabulary
import Wording

/// An imported road network as part of a scenario's map.
///
/// Crossings follow the places that the scenario names, and the network's roads those that it lists.
/// A place joins the network by a short road to its crossing: the one it gives, or the nearest from
/// which one gets everywhere and back.
struct MapNetwork {
    let map: MapData
    /// Whether one gets from each crossing to all others and back, on the largest such part.
    let isMain: [Bool]
    /// The tables by their path beside the scenario's file.
    let tables: [(path: String, bytes: [UInt8])]

    /// Distance over which a place joins by itself [m] -- constant.
    static let reachMeters = 2000.0
    /// Speed on the way from a place to its crossing [km/h] -- constant, assumed.
    private static let accessKilometersPerHour = 20.0

    /// Reads the network of a folder.
    ///
    /// - Parameters:
    ///   - folder: Path of the folder.
    ///   - name: What the scenario calls it.
    ///   - diagnostics: Takes what is wrong.
    /// - Returns: The network, or nil where something is wrong with it.
    static func read(
        _ folder: String,
        named name: String,
        into diagnostics: inout Diagnostics
    ) -> MapNetwork? {
        let errors = diagnostics.errorCount
        var reader = MapFolderReader(folder, diagnostics)
        reader.readAll()
        diagnostics = reader.diagnostics
        guard diagnostics.errorCount == errors else { return nil }
        let tables = reader.tables.map { (path: name + "/" + $0.name, bytes: $0.bytes) }
        return MapNetwork(reader.map, tables: tables)
    }

    /// Reads the network that a scenario names, from the folder beside its file.
    ///
    /// - Returns: The network; nil where the scenario names none, or something is wrong with it.
    static func beside(
        _ source: SourceText,
        _ root: Checked,
        into diagnostics: inout Diagnostics
    ) -> MapNetwork? {
        guard let place = root.value("map").optional("folder"), place.isSound else { return nil }
        let name = place.text()
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !steps.contains(".."), !steps.contains("") else {
            diagnostics.error(
                Diagnostic(
                    "map-folder",
                    at: place.range,
                    Bilingual("the folder leads out of the scenario's", "该文件夹不在情景文件夹之内"),
                    expected: Bilingual(
                        "a folder beside the file, such as \"map\"",
                        "本文件旁的文件夹，如 \"map\""
                    )
                )
            )
            return nil
        }
        let beside = (source.path as NSString).deletingLastPathComponent
        let folder = beside.isEmpty ? name : beside + "/" + name
        return read(folder, named: name, into: &diagnostics)
    }

    init(_ map: MapData, tables: [(path: String, bytes: [UInt8])] = []) {
        self.map = map
        self.tables = tables
        isMain = StrongParts(map).largest
    }

    /// Numbers of the two directions of every road, the second −1 where it is one-way, if those listed
    /// by the scenario come first.
    func directions(behind listed: Int) -> [(there: Int32, back: Int32)] {
        var next = Int32(listed)
        return map.roads.map { road in
            defer { next += road.isOneWay ? 1 : 2 }
            return (next, road.isOneWay ? -1 : next + 1)
        }
    }

    /// Returns the roads of the network, each direction on its own.
    func roads(behind named: Int) -> [Road] {
        map.roads.flatMap { road -> [Road] in
            func direction(_ from: Int32, _ to: Int32) -> Road {
                Road(
                    from: PlaceID(named + Int(from)),
                    to: PlaceID(named + Int(to)),
                    lengthMeters: road.lengthMeters,
                    speedMetersPerSecond: road.speedKilometersPerHour / 3.6,
                    kind: road.kind,
                    isBridge: road.isBridge
                )
            }
            let there = direction(road.from, road.to)
            return road.isOneWay ? [there] : [there, direction(road.to, road.from)]
        }
    }

    /// Returns the forbidden turns between the directions of roads.
    func turnBans(behind listed: Int) -> [TurnBan] {
        let numbers = directions(behind: listed)
        return map.turns.compactMap { turn in
            let (first, second) = (map.roads[Int(turn.from)], map.roads[Int(turn.to)])
            let from =
                first.to == turn.crossing
                ? numbers[Int(turn.from)].there : numbers[Int(turn.from)].back
            let to =
                second.from == turn.crossing
                ? numbers[Int(turn.to)].there : numbers[Int(turn.to)].back
            guard from >= 0, to >= 0 else { return nil }
            return TurnBan(from: RoadID(Int(from)), to: RoadID(Int(to)))
        }
    }

    /// Returns the roads that join a place to a crossing, there and back.
    func access(
        of place: Int,
        at point: Point,
        to crossing: Int,
        _ crossings: [Point],
        named: Int
    ) -> [Road] {
        let length = max(1, point.distanceMeters(to: crossings[crossing]))
        func direction(_ from: Int, _ to: Int) -> Road {
            Road(
                from: PlaceID(from),
                to: PlaceID(to),
                lengthMeters: length,
                speedMetersPerSecond: Self.accessKilometersPerHour / 3.6,
                kind: .service
            )
        }
        return [direction(place, named + crossing), direction(named + crossing, place)]
    }

    /// Returns the nearest crossing of the largest part, or nil where none is near enough.
    func nearest(to point: Point, _ crossings: [Point]) -> Int? {
        var best: (distance: Double, crossing: Int)?
        for crossing in crossings.indices where isMain[crossing] {
            let distance = point.distanceMeters(to: crossings[crossing])
            if distance < best?.distance ?? .infinity { best = (distance, crossing) }
        }
        guard let best, best.distance <= Self.reachMeters else { return nil }
        return best.crossing
    }
}

/// The directions of the roads of a network, as injects name them.
struct NetworkRoads {
    private let network: MapNetwork
    private let directions: [(there: Int32, back: Int32)]

    /// Numbers the directions behind the roads that a scenario lists itself.
    init(_ network: MapNetwork, _ map: Checked) {
        self.network = network
        directions = network.directions(behind: MapFormat.roads(map).count)
    }

    /// Returns both directions of the roads that an inject names, by row or by name.
    func roads(_ content: Checked) -> [RoadID] {
        let (key, value) = content.alternative()
        let rows =
            key == "named"
            ? network.map.roads.indices.filter { network.map.roads[$0].name == value.text() }
            : value.list().map { $0.count() }.filter { network.map.roads.indices.contains($0) }
        return rows.flatMap { [directions[$0].there, directions[$0].back] }
            .filter { $0 >= 0 }.map { RoadID(Int($0)) }
    }
}

/// The parts of a network within which one gets from everywhere to everywhere (Tarjan 1972).
struct StrongParts {
    /// Number of the part of each crossing.
    private(set) var part: [Int32]
    /// Size of each part.
    private(set) var sizes: [Int] = []

    init(_ map: MapData) {
        let count = map.crossings.count
        var first = Array(repeating: 0, count: count + 1)
        for road in map.roads {
            first[Int(road.from) + 1] += 1
            if !road.isOneWay { first[Int(road.to) + 1] += 1 }
        }
        for crossing in 0..<count { first[crossing + 1] += first[crossing] }
        var next = Array(repeating: Int32(0), count: first[count])
        var slots = first
        for road in map.roads {
            next[slots[Int(road.from)]] = road.to
            slots[Int(road.from)] += 1
            guard !road.isOneWay else { continue }
            next[slots[Int(road.to)]] = road.from
            slots[Int(road.to)] += 1
        }
        part = Array(repeating: -1, count: count)
        findParts(first, next)
    }

    private mutating func findParts(_ first: [Int], _ next: [Int32]) {
        let count = part.count
        var order = Array(repeating: -1, count: count)
        var low = order
        var at = first
        var (stack, walk): ([Int], [Int]) = ([], [])
        var time = 0
        for start in 0..<count where order[start] < 0 {
            walk = [start]
            while let vertex = walk.last {
                if order[vertex] < 0 {
                    order[vertex] = time
                    low[vertex] = time
                    time += 1
                    stack.append(vertex)
                }
                if at[vertex] < first[vertex + 1] {
                    let other = Int(next[at[vertex]])
                    at[vertex] += 1
                    if order[other] < 0 {
                        walk.append(other)
                    } else if part[other] < 0 {
                        low[vertex] = min(low[vertex], order[other])
                    }
                    continue
                }
                walk.removeLast()
                if let above = walk.last { low[above] = min(low[above], low[vertex]) }
                if low[vertex] == order[vertex] { close(vertex, &stack) }
            }
        }
    }

    private mutating func close(_ vertex: Int, _ stack: inout [Int]) {
        var size = 0
        while let member = stack.popLast() {
            part[member] = Int32(sizes.count)
            size += 1
            if member == vertex { break }
        }
        sizes.append(size)
    }

    /// Whether each crossing is in the largest part, of equally large ones the first.
    var largest: [Bool] {
        let best = sizes.max().flatMap { sizes.firstIndex(of: $0) } ?? 0
        return part.map { Int($0) == best }
    }
}
