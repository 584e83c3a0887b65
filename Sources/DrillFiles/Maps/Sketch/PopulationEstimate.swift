import EventKernel
import Terrain
import Wording

/// How many people live where, guessed from buildings.
struct PopulationEstimate {
    /// Homes and their people on a square of the map.
    struct Block {
        var buildings: Int
        /// Ground and floors together [m2].
        var floorSquareMeters: Double
        var persons: Int
        /// Name; empty where it has none.
        var name = ""
        var center: Point
        var radiusMeters: Double
    }

    /// Floor area a person has [m2], outer walls included -- constant.
    ///
    /// Dwelling floor area per person in households of China, census of 2020 (41.76 m2); in Germany it
    /// was 47.
    static let squareMetersPerPerson = 41.76

    /// Largest number of blocks -- constant.
    private static let blockLimit = 60

    private(set) var blocks: [Block] = []
    /// Side of a square [m].
    private(set) var sideMeters = 200.0

    /// Guesses the people of all buildings.
    ///
    /// - Parameters:
    ///   - buildings: Buildings of the map.
    ///   - plane: Plane of the map.
    ///   - squareMeters: Floor area a person has [m2].
    ///   - known: Number of all people, where it is known; the guess is scaled to it.
    init(_ buildings: [MapBuilding], on plane: Plane, squareMeters: Double, known: Int?) {
        let homes = buildings.filter(\.isHome)
        let points = homes.map { plane.point($0.position) }
        var groups = Self.groups(points, sideMeters)
        while groups.count > Self.blockLimit {
            sideMeters *= 1.25
            groups = Self.groups(points, sideMeters)
        }
        var floors = homes.map { $0.groundSquareMeters * $0.levels }
        let sum = floors.reduce(0, +)
        if let known, sum > 0 {
            floors = floors.map { $0 * Double(known) * squareMeters / sum }
        }
        blocks = groups.map { Self.block($0, homes, floors, points, squareMeters) }
    }

    /// Adds places whose people are known.
    mutating func add(_ settlements: [MapSettlement], on plane: Plane) {
        for settlement in settlements.prefix(500) {
            let persons = Double(settlement.persons)
            blocks.append(
                Block(
                    // Four people to a house, ten thousand to a square kilometre (D).
                    buildings: max(1, min(5000, settlement.persons / 4)),
                    floorSquareMeters: persons * Self.squareMetersPerPerson,
                    persons: settlement.persons,
                    name: settlement.name,
                    center: plane.point(settlement.position),
                    radiusMeters: max(30, (persons * 100 / .pi).squareRoot())
                )
            )
        }
    }

    /// Scales all blocks down where there are more people than a drill plays.
    mutating func limit(to most: Int) {
        let all = persons
        guard all > most else { return }
        for place in blocks.indices {
            blocks[place].persons = Int(Double(blocks[place].persons) * Double(most) / Double(all))
        }
    }

    /// People of all blocks.
    var persons: Int { blocks.reduce(0) { $0 + $1.persons } }

    /// Groups points by squares, in the order of squares from the south-west.
    private static func groups(_ points: [Point], _ side: Double) -> [[Int]] {
        let keys = points.map { point in
            (
                Int((point.northMeters / side).rounded(.down)),
                Int((point.eastMeters / side).rounded(.down))
            )
        }
        let order = points.indices.sorted { left, right in
            (keys[left].0, keys[left].1, left) < (keys[right].0, keys[right].1, right)
        }
        var groups: [[Int]] = []
        for index in order {
            if let last = groups.last?.last, keys[last] == keys[index] {
                groups[groups.count - 1].append(index)
            } else {
                groups.append([index])
            }
        }
        return groups
    }

    private static func block(
        _ members: [Int],
        _ homes: [MapBuilding],
        _ floors: [Double],
        _ points: [Point],
        _ squareMeters: Double
    ) -> Block {
        let count = Double(members.count)
        let east = members.reduce(0) { $0 + points[$1].eastMeters } / count
        let north = members.reduce(0) { $0 + points[$1].northMeters } / count
        let center = Point(eastMeters: east, northMeters: north)
        let spread = members.reduce(0) { sum, index in
            let distance = points[index].distanceMeters(to: center)
            return sum + distance * distance
        }
        let persons = members.reduce(0) { $0 + floors[$1] } / squareMeters
        return Block(
            buildings: members.count,
            floorSquareMeters: members.reduce(0) {
                $0 + homes[$1].groundSquareMeters * homes[$1].levels
            },
            persons: Int(persons.rounded()),
            center: center,
            // A disc with the same spread around its middle.
            radiusMeters: max(30, (2 * spread / count).squareRoot())
        )
    }
}
