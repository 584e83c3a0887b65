import Foundation
import Wording

/// Reads an OpenStreetMap file in XML, in any order of its elements.
struct OSMReader {
    private var scanner: XMLScanner
    private var data = OSMData()
    private let keys: [String: OSMKey]

    // The element that is being read.
    private var tags = OSMTags()
    private var members: [OSMData.Member] = []
    private var firstReference = 0

    private init(_ path: String) throws(MapProblem) {
        scanner = XMLScanner(try ByteSource(path: path))
        var keys: [String: OSMKey] = [:]
        for key in OSMKey.allCases { keys[key.rawValue] = key }
        self.keys = keys
    }

    /// Reads a file.
    ///
    /// - Throws: `MapProblem` where it cannot be used.
    static func read(_ path: String) throws(MapProblem) -> OSMData {
        try refuseOtherFormats(path)
        var reader = try OSMReader(path)
        try reader.readAll()
        return reader.data
    }

    /// Names the formats that maps often come in instead.
    private static func refuseOtherFormats(_ path: String) throws(MapProblem) {
        let start = try ByteSource(path: path).read(64)
        if start.starts(with: [0x1F, 0x8B]) {
            throw MapProblem(
                "packed-file",
                at: 0,
                Bilingual("the file is packed with gzip", "文件经过 gzip 压缩"),
                help: Bilingual(verbatim: "gunzip -k " + displayed(path))
            )
        }
        if start.dropFirst(4).starts(with: [0x0A, 0x09] + Array("OSMHeader".utf8)) {
            throw MapProblem(
                "packed-file",
                at: 0,
                Bilingual(
                    "the file is in OpenStreetMap's binary form (PBF)",
                    "文件是 OpenStreetMap 二进制格式（PBF）"
                ),
                help: Bilingual(verbatim: "osmium cat map.osm.pbf -o map.osm")
            )
        }
        guard start.isEmpty || start.contains(ASCII.less) else { throw .notXML(at: 0) }
    }

    private mutating func readAll() throws(MapProblem) {
        var isRoot = true
        while true {
            switch try scanner.next() {
            case .end:
                guard !isRoot else { throw Self.notMap(at: 0) }
                data.sortNodes()
                return
            case .opens(let isEmpty):
                if isRoot {
                    guard scanner.isWord(scanner.name, "osm") else {
                        throw Self.notMap(at: scanner.tagOffset)
                    }
                    isRoot = false
                } else {
                    try element(isEmpty: isEmpty)
                }
            case .closes: break
            }
        }
    }

    private static func notMap(at offset: Int) -> MapProblem {
        MapProblem(
            "not-a-map",
            at: offset,
            Bilingual("this is no OpenStreetMap file", "这不是 OpenStreetMap 文件"),
            expected: Bilingual("an element <osm> around everything", "最外层元素 <osm>")
        )
    }

    private mutating func element(isEmpty: Bool) throws(MapProblem) {
        let name = scanner.name
        if scanner.isWord(name, "node") {
            try node(isEmpty: isEmpty)
        } else if scanner.isWord(name, "way") {
            try way(isEmpty: isEmpty)
        } else if scanner.isWord(name, "relation") {
            try relation(isEmpty: isEmpty)
        } else if !isEmpty {
            try inner { _ throws(MapProblem) in }
        }
    }

    /// Reads what an element holds, to its end.
    private mutating func inner(
        _ take: (inout OSMReader) throws(MapProblem) -> Void
    ) throws(MapProblem) {
        let depth = scanner.depth
        while true {
            switch try scanner.next() {
            case .closes: if scanner.depth < depth { return }
            case .opens: try take(&self)
            case .end: throw .cutOff(at: scanner.offset)
            }
        }
    }

    private mutating func node(isEmpty: Bool) throws(MapProblem) {
        let id = try identifier()
        let longitude = scanner.value("lon").flatMap(coordinate)
        let latitude = scanner.value("lat").flatMap(coordinate)
        let offset = scanner.tagOffset
        tags = OSMTags()
        if !isEmpty { try inner { reader throws(MapProblem) in try reader.tag() } }
        data.counts.nodes += 1
        guard let longitude, let latitude else {
            data.nodesWithoutPosition += 1
            return
        }
        guard abs(longitude) <= 1_800_000_000, abs(latitude) <= 900_000_000 else {
            data.nodesOffEarth += 1
            data.doubt(Self.offEarth(id, at: offset))
            return
        }
        let position = Position(longitude: Int32(longitude), latitude: Int32(latitude))
        data.nodeIDs.append(id)
        data.positions.append(position)
        if !tags.isEmpty { data.tagged.append(.init(position: position, tags: tags)) }
    }

    private static func offEarth(_ id: Int64, at offset: Int) -> MapProblem {
        MapProblem(
            "coordinates-out-of-range",
            at: offset,
            Bilingual("node \(id) lies nowhere on earth and is left out", "节点 \(id) 的坐标超出范围，已略去"),
            expected: Bilingual(
                "lon from -180 to 180, lat from -90 to 90",
                "lon 在 -180 至 180 之间，lat 在 -90 至 90 之间"
            )
        )
    }

    private mutating func way(isEmpty: Bool) throws(MapProblem) {
        let id = try identifier()
        let offset = scanner.tagOffset
        tags = OSMTags()
        firstReference = data.references.count
        if !isEmpty {
            try inner { reader throws(MapProblem) in
                if reader.scanner.isWord(reader.scanner.name, "nd") {
                    reader.data.references.append(try reader.reference())
                } else {
                    try reader.tag()
                }
            }
        }
        data.counts.ways += 1
        // Ways without tags may be outlines of what a relation describes.
        let nodes = firstReference..<data.references.count
        data.ways.append(OSMData.Way(id: id, nodes: nodes, tags: tags, offset: offset))
    }

    /// Whether the tags may be those of a place or building.
    private var isPlace: Bool {
        [.building, .amenity, .emergency, .healthcare, .landuse, .manMade, .leisure]
            .contains { tags[$0] != nil }
    }

    private mutating func relation(isEmpty: Bool) throws(MapProblem) {
        let id = try identifier()
        tags = OSMTags()
        members = []
        if !isEmpty {
            try inner { reader throws(MapProblem) in
                if reader.scanner.isWord(reader.scanner.name, "member") {
                    try reader.member()
                } else {
                    try reader.tag()
                }
            }
        }
        data.counts.relations += 1
        // Ways of buildings may come later in the file, so that all relations of use are kept.
        guard tags[.type]?.hasPrefix("restriction") == true || isPlace else { return }
        data.relations.append(OSMData.Relation(id: id, members: members, tags: tags))
    }

    private mutating func member() throws(MapProblem) {
        let kind: OSMData.Member.Kind
        switch scanner.value("type").map(scanner.text) {
        case "node": kind = .node
        case "way": kind = .way
        default: kind = .relation
        }
        let role = scanner.value("role").map(scanner.text) ?? ""
        members.append(OSMData.Member(kind: kind, id: try reference(), role: role))
    }

    private mutating func tag() throws(MapProblem) {
        guard scanner.isWord(scanner.name, "tag"), let key = scanner.value("k"),
            let known = keys[String(decoding: scanner.window[key], as: UTF8.self)],
            let value = scanner.value("v")
        else { return }
        let text = scanner.text(value)
        // What takes the place of bytes that are no UTF-8, unless the file itself holds it.
        if text.contains("\u{FFFD}"), !scanner.holdsReplacement(in: value) {
            throw .wrongEncoding(at: scanner.tagOffset)
        }
        tags.add(known, text)
    }

    private func identifier() throws(MapProblem) -> Int64 { try number("id") }

    private func reference() throws(MapProblem) -> Int64 { try number("ref") }

    private func number(_ key: StaticString) throws(MapProblem) -> Int64 {
        guard let value = scanner.value(key).flatMap(scanner.integer) else {
            throw MapProblem(
                "missing-number",
                at: scanner.tagOffset,
                Bilingual("the element has no whole number \(key)", "该元素缺少整数属性 \(key)"),
                expected: Bilingual(verbatim: "\(key)=\"123\"")
            )
        }
        return value
    }

    /// Reads degrees as ten-millionths, or nil.
    private func coordinate(_ range: Range<Int>) -> Int64? {
        var place = range.lowerBound
        let isNegative = place < range.upperBound && scanner.window[place] == ASCII.minus
        if isNegative { place += 1 }
        var result: Int64 = 0
        var decimals = -1
        var digits = 0
        while place < range.upperBound, digits < 17 {
            let byte = scanner.window[place]
            place += 1
            if byte == ASCII.dot, decimals < 0 {
                decimals = 0
                continue
            }
            guard ASCII.isDigit(byte) else { return slowCoordinate(range) }
            guard decimals < 7 else { break }
            result = result * 10 + Int64(byte - ASCII.zero)
            digits += 1
            if decimals >= 0 { decimals += 1 }
        }
        // No coordinate has ten digits before its point; more would not fit below.
        guard digits > 0, digits - max(0, decimals) <= 10 else { return nil }
        for _ in max(0, decimals)..<7 { result *= 10 }
        return isNegative ? -result : result
    }

    private func slowCoordinate(_ range: Range<Int>) -> Int64? {
        guard let value = Double(scanner.text(range)), value.isFinite, abs(value) < 1e9 else {
            return nil
        }
        return Int64((value * 1e7).rounded())
    }
}
