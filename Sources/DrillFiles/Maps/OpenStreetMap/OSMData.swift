/// Keys of OpenStreetMap tags that mean something to us; all others are passed over.
enum OSMKey: String, CaseIterable {
    case highway, oneway, junction, maxspeed, lanes, bridge, name, access, area, building, amenity
    case emergency, landuse, healthcare, type, restriction, except, leisure, beds, capacity
    case nameChinese = "name:zh"
    case nameEnglish = "name:en"
    case motorVehicle = "motor_vehicle"
    case levels = "building:levels"
    case manMade = "man_made"
    case shelterType = "shelter_type"
    case motorRestriction = "restriction:motor_vehicle"
}

/// Tags of one element.
struct OSMTags {
    private var entries: [(key: OSMKey, value: String)] = []

    /// Returns the value of a key, or nil.
    subscript(key: OSMKey) -> String? {
        for entry in entries where entry.key == key { return entry.value }
        return nil
    }

    var isEmpty: Bool { entries.isEmpty }

    mutating func add(_ key: OSMKey, _ value: String) { entries.append((key, value)) }

    /// Whether a key says anything but no.
    func says(_ key: OSMKey) -> Bool { self[key].map { $0 != "no" } ?? false }
}

/// A position in ten-millionths of a degree, as OpenStreetMap stores it: a centimetre.
struct Position: Hashable {
    var longitude: Int32
    var latitude: Int32

    init(longitude: Int32, latitude: Int32) {
        self.longitude = longitude
        self.latitude = latitude
    }

    /// Creates a position from degrees, or nil where there is none of that kind on earth.
    init?(longitudeDegrees: Double, latitudeDegrees: Double) {
        guard abs(longitudeDegrees) <= 180, abs(latitudeDegrees) <= 90 else { return nil }
        longitude = Int32((longitudeDegrees * 1e7).rounded())
        latitude = Int32((latitudeDegrees * 1e7).rounded())
    }

    var longitudeDegrees: Double { Double(longitude) / 1e7 }
    var latitudeDegrees: Double { Double(latitude) / 1e7 }
}

/// What an OpenStreetMap file holds that matters to us.
struct OSMData {
    /// A way: places of its nodes in `references`, and its tags.
    struct Way {
        let id: Int64
        let nodes: Range<Int>
        let tags: OSMTags
        let offset: Int
    }

    /// A member of a relation.
    struct Member {
        enum Kind { case node, way, relation }
        let kind: Kind
        let id: Int64
        let role: String
    }

    /// A relation of a kind that we read.
    struct Relation {
        let id: Int64
        let members: [Member]
        let tags: OSMTags
    }

    /// A node with tags of its own.
    struct TaggedNode {
        let position: Position
        let tags: OSMTags
    }

    var nodeIDs: [Int64] = []
    var positions: [Position] = []
    var tagged: [TaggedNode] = []
    var ways: [Way] = []
    var relations: [Relation] = []
    /// Nodes of all ways, one way behind the other.
    var references: [Int64] = []
    var counts = (nodes: 0, ways: 0, relations: 0)
    /// Nodes without a position, as files of deleted things have them.
    var nodesWithoutPosition = 0
    /// Nodes outside the range of coordinates.
    var nodesOffEarth = 0
    /// What is doubtful about single elements; the first hundred.
    private(set) var doubts: [MapProblem] = []
    /// Elements that came again with a number already taken.
    var repeatedNodes = 0

    /// Adds a doubt, unless there are many already.
    mutating func doubt(_ problem: @autoclosure () -> MapProblem) {
        if doubts.count < 100 { doubts.append(problem()) }
    }

    /// Puts nodes in the order of their numbers, so that they can be looked up.
    mutating func sortNodes() {
        let isSorted = zip(nodeIDs, nodeIDs.dropFirst()).allSatisfy { $0 < $1 }
        guard !isSorted else { return }
        let order = nodeIDs.indices.sorted { left, right in
            nodeIDs[left] != nodeIDs[right] ? nodeIDs[left] < nodeIDs[right] : left < right
        }
        var ids: [Int64] = []
        var places: [Position] = []
        for index in order {
            if ids.last == nodeIDs[index] {
                repeatedNodes += 1
                continue
            }
            ids.append(nodeIDs[index])
            places.append(positions[index])
        }
        (nodeIDs, positions) = (ids, places)
    }

    /// Returns the place of a node in `positions`, or nil where the file does not hold it.
    ///
    /// - Complexity: O(log nodes).
    func index(ofNode id: Int64) -> Int? {
        var (low, high) = (0, nodeIDs.count)
        while low < high {
            let middle = (low + high) / 2
            if nodeIDs[middle] < id { low = middle + 1 } else { high = middle }
        }
        return low < nodeIDs.count && nodeIDs[low] == id ? low : nil
    }
}
