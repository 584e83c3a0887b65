import EventKernel
import Terrain
import Wording

/// Makes a network of crossings and roads out of ways.
///
/// Ways are cut where roads meet or end; what lies between becomes the shape of a road. A way whose
/// nodes are partly missing, as at the edge of a cut-out, ends there.
struct OSMNetwork {
    private(set) var data: OSMData
    private(set) var map = MapData()

    /// A stretch of a way of which all nodes are there.
    private struct Piece {
        let nodes: [Int32]
        let tags: OSMRoadTags
        let way: Int
    }

    private var pieces: [Piece] = []
    private var refused = Array(repeating: 0, count: OSMRoadTags.Refusal.allCases.count)
    private var missing = 0
    private var badSpeeds = 0
    private var repeatedPoints = 0
    private var drivableWays = 0

    /// Number of the crossing at each node; −1 where there is none.
    private var crossingOf: [Int32]
    /// Roads that touch each crossing.
    private var touching: [[Int32]] = []
    /// Way of each road.
    private var wayOf: [Int32] = []

    /// Shortest road [m]; shorter ones are made as long -- constant.
    static let shortest = 0.1

    init(_ data: OSMData) {
        self.data = data
        crossingOf = Array(repeating: -1, count: data.positions.count)
    }

    /// Builds the network.
    mutating func build() {
        cutIntoPieces()
        markCrossings()
        for piece in pieces { addRoads(of: piece) }
        addTurns()
        reportFindings()
    }

    // MARK: Pieces

    private mutating func cutIntoPieces() {
        for (number, way) in data.ways.enumerated() where way.tags[.highway] != nil {
            switch OSMRoadTags.read(way.tags) {
            case .failure(let error): refused[error.reason.rawValue] += 1
            case .success(let tags):
                drivableWays += 1
                if tags.hasBadSpeed { doubtSpeed(of: way) }
                cut(way, tags, number)
            }
        }
    }

    private mutating func cut(_ way: OSMData.Way, _ tags: OSMRoadTags, _ number: Int) {
        var piece: [Int32] = []
        var wasMissing = false
        for (place, id) in data.references[way.nodes].enumerated() {
            let node = data.index(ofNode: id)
            if place > 0, node == nil || wasMissing { missing += 1 }
            wasMissing = node == nil
            guard let node else {
                close(&piece, tags, number)
                continue
            }
            if piece.last == Int32(node) {
                repeatedPoints += 1
            } else {
                piece.append(Int32(node))
            }
        }
        close(&piece, tags, number)
    }

    private mutating func close(_ piece: inout [Int32], _ tags: OSMRoadTags, _ way: Int) {
        if piece.count > 1 { pieces.append(Piece(nodes: piece, tags: tags, way: way)) }
        piece = []
    }

    private mutating func doubtSpeed(of way: OSMData.Way) {
        badSpeeds += 1
        let value = displayed(way.tags[.maxspeed] ?? "")
        data.doubt(
            MapProblem(
                "speed",
                at: way.offset,
                Bilingual(
                    "way \(way.id): \"\(value)\" is no speed; that of its class is used",
                    "道路 \(way.id)：“\(value)”不是有效车速，改用该等级道路的车速"
                ),
                expected: Bilingual(
                    "kilometres per hour above 0, or miles with \"mph\"",
                    "大于 0 的千米/时，或以 mph 结尾的英里/时"
                )
            )
        )
    }

    // MARK: Crossings

    /// Finds the nodes at which roads meet or end.
    private mutating func markCrossings() {
        var uses = Array(repeating: Int32(0), count: data.positions.count)
        var isEnd = Array(repeating: false, count: data.positions.count)
        for piece in pieces {
            for node in piece.nodes { uses[Int(node)] += 1 }
            isEnd[Int(piece.nodes[0])] = true
            isEnd[Int(piece.nodes[piece.nodes.count - 1])] = true
        }
        for node in uses.indices where uses[node] > 1 || isEnd[node] { addCrossing(Int32(node)) }
        map.report.find("roadNodes", uses.count { $0 > 0 }, "nodes on roads", "道路节点")
    }

    /// Counts the nodes at which ways meet or end, those included that the file does not hold.
    private func countJunctions() -> Int {
        var touched: [(node: Int64, isEnd: Bool)] = []
        for way in data.ways {
            guard way.tags[.highway] != nil, case .success = OSMRoadTags.read(way.tags) else {
                continue
            }
            let nodes = data.references[way.nodes]
            for node in Set(nodes) {
                touched.append((node, node == nodes.first || node == nodes.last))
            }
        }
        touched.sort { $0.node < $1.node }
        var count = 0
        var start = 0
        while start < touched.count {
            var end = start
            var isJunction = false
            while end < touched.count, touched[end].node == touched[start].node {
                isJunction = isJunction || touched[end].isEnd || end > start
                end += 1
            }
            if isJunction { count += 1 }
            start = end
        }
        return count
    }

    private mutating func addCrossing(_ node: Int32) {
        guard crossingOf[Int(node)] < 0 else { return }
        crossingOf[Int(node)] = Int32(map.crossings.count)
        map.crossings.append(data.positions[Int(node)])
        touching.append([])
    }

    // MARK: Roads

    private mutating func addRoads(of piece: Piece) {
        var start = 0
        for place in piece.nodes.indices.dropFirst() where crossingOf[Int(piece.nodes[place])] >= 0
        {
            let isRing = piece.nodes[start] == piece.nodes[place]
            if isRing, place - start > 1 {
                // A ring has two roads, so that it is clear from which side one comes.
                let middle = (start + place) / 2
                addCrossing(piece.nodes[middle])
                addRoad(piece, start, middle)
                addRoad(piece, middle, place)
            } else if !isRing {
                addRoad(piece, start, place)
            }
            start = place
        }
    }

    private mutating func addRoad(_ piece: Piece, _ start: Int, _ end: Int) {
        var positions = piece.nodes[start...end].map { data.positions[Int($0)] }
        var length = 0.0
        for place in positions.indices.dropFirst() {
            length += positions[place - 1].distanceMeters(to: positions[place])
        }
        let isReversed = piece.tags.direction < 0
        if isReversed { positions.reverse() }
        let ends = [piece.nodes[start], piece.nodes[end]].map { crossingOf[Int($0)] }
        let road = Int32(map.roads.count)
        map.roads.append(
            MapRoad(
                from: isReversed ? ends[1] : ends[0],
                to: isReversed ? ends[0] : ends[1],
                lengthMeters: max(length, Self.shortest),
                speedKilometersPerHour: piece.tags.speedKilometersPerHour,
                kind: piece.tags.kind,
                lanes: piece.tags.lanes,
                isOneWay: piece.tags.direction != 0,
                isBridge: piece.tags.isBridge,
                name: piece.tags.name,
                shape: Array(positions.dropFirst().dropLast())
            )
        )
        wayOf.append(Int32(piece.way))
        for end in ends { touching[Int(end)].append(road) }
    }

    // MARK: Turns

    private mutating func addTurns() {
        var wayNumber: [Int64: Int32] = [:]
        for (number, way) in data.ways.enumerated() where way.tags[.highway] != nil {
            wayNumber[way.id] = Int32(number)
        }
        var restrictions = OSMRestrictions()
        for relation in data.relations where relation.tags[.type]?.hasPrefix("restriction") == true
        {
            guard let rule = restrictions.rule(relation, wayNumber) else { continue }
            guard let node = data.index(ofNode: rule.via), crossingOf[node] >= 0 else {
                restrictions.count(.notOnMap)
                continue
            }
            restrictions.count(ban(rule, at: crossingOf[node]))
        }
        map.turns.sort()
        var unique: [MapTurn] = []
        for turn in map.turns where unique.last != turn { unique.append(turn) }
        map.turns = unique
        restrictions.report(to: &map.report)
    }

    private mutating func ban(
        _ rule: OSMRestrictions.Rule,
        at crossing: Int32
    ) -> OSMRestrictions.Fate {
        let around = touching[Int(crossing)]
        let from = around.filter { wayOf[Int($0)] == rule.from }
        guard !from.isEmpty, around.contains(where: { wayOf[Int($0)] == rule.to }) else {
            return .notOnMap
        }
        let before = map.turns.count
        for first in from where arrives(first, at: crossing) {
            for second in around where leaves(second, from: crossing) {
                guard rule.forbids(wayOf[Int(second)], isBack: first == second) else { continue }
                map.turns.append(MapTurn(from: first, crossing: crossing, to: second))
            }
        }
        return map.turns.count > before ? .used : .needless
    }

    private func arrives(_ road: Int32, at crossing: Int32) -> Bool {
        map.roads[Int(road)].to == crossing || !map.roads[Int(road)].isOneWay
    }

    private func leaves(_ road: Int32, from crossing: Int32) -> Bool {
        map.roads[Int(road)].from == crossing || !map.roads[Int(road)].isOneWay
    }

    // MARK: Report

    private mutating func reportFindings() {
        var report = ImportReport()
        report.find("nodes", data.counts.nodes, "nodes", "节点")
        report.find("ways", data.counts.ways, "ways", "路径（way）")
        report.find("relations", data.counts.relations, "relations", "关系（relation）")
        report.find("drivableWays", drivableWays, "drivable ways", "可行车路径")
        for line in map.report.found {
            report.find(line.key, line.count, line.title.english, line.title.chinese)
        }
        report.find("junctions", countJunctions(), "crossings and ends of ways", "路径交叉口与端点")
        report.find(
            "crossings",
            map.crossings.count,
            "crossings and ends on the network",
            "路网交叉口与端点"
        )
        report.find("roads", map.roads.count, "roads between them", "路段")
        let meters = map.roads.reduce(0) { $0 + $1.lengthMeters }
        report.find("roadMeters", Int(meters), "metres of road", "道路总长（米）")
        report.find("bridges", bridgeWays, "ways over bridges", "桥梁路径")
        reportDropped(&report)
        for line in map.report.dropped {
            report.drop(line.key, line.count, line.title.english, line.title.chinese)
        }
        map.report = report
    }

    private var bridgeWays: Int {
        data.ways.count { way in
            guard way.tags[.highway] != nil, way.tags.says(.bridge) else { return false }
            if case .success = OSMRoadTags.read(way.tags) { return true }
            return false
        }
    }

    private func reportDropped(_ report: inout ImportReport) {
        report.drop("notForCars", refused[0], "ways not for vehicles", "非机动车道、步道等")
        report.drop("closedWays", refused[1], "ways not to be entered", "禁止通行的道路")
        report.drop("areas", refused[2], "squares and yards", "广场、场院")
        report.drop(
            "notThere",
            refused[3],
            "ways planned, under construction or gone",
            "规划、在建或已废弃道路"
        )
        report.drop(
            "missingNodes",
            missing,
            "stretches of road whose nodes the file does not hold, as at the edge of a cut-out",
            "缺少节点的路段（通常位于截取边界）"
        )
        report.drop("repeatedPoints", repeatedPoints, "points that repeat the one before", "重复点")
        report.drop("badSpeeds", badSpeeds, "speeds that are none", "无效车速")
        report.drop("nodesOffEarth", data.nodesOffEarth, "nodes nowhere on earth", "坐标超出范围的节点")
        report.drop(
            "nodesWithoutPosition",
            data.nodesWithoutPosition,
            "nodes without a position",
            "无坐标的节点"
        )
        report.drop("repeatedNodes", data.repeatedNodes, "nodes that came again", "重复的节点")
    }
}

extension Position {
    /// Returns the distance to another position [m], on a sphere of 6,371 km (haversine).
    func distanceMeters(to other: Position) -> Double {
        let radians = Double.pi / 180
        let north = (other.latitudeDegrees - latitudeDegrees) * radians
        let east = (other.longitudeDegrees - longitudeDegrees) * radians
        let (a, b) = (Elementary.sin(north / 2), Elementary.sin(east / 2))
        let cosines =
            Elementary.cos(latitudeDegrees * radians)
            * Elementary.cos(other.latitudeDegrees * radians)
        let chord = (a * a + cosines * b * b).squareRoot()
        return 2 * 6_371_000 * Elementary.asin(min(1, chord))
    }
}
