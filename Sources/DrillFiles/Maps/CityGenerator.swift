import EventKernel
import Terrain
import Wording

/// Makes up a city of any size: blocks half a kilometre wide between main roads, streets within them
/// that meet the main roads at few gates, a river with few bridges, stations and hospitals.
///
/// Made for tests and runs at scale; nothing in it is of a real place (D). One station to seven square
/// kilometres is the rule of 建标152-2017.
struct CityGenerator {
    private let columns: Int
    private let rows: Int
    private var stream: RandomStream
    private(set) var map = MapData()

    /// Crossings of streets along a block -- constant.
    private static let streets = 4
    /// Crossings that a block brings: the corner of its main roads, two gates, and its streets.
    static let crossingsPerBlock = 3 + streets * streets
    private static let blockMeters = 500.0
    /// Every so many main roads cross the river -- constant.
    private static let bridgeEvery = 4
    private static let origin = Position(longitude: 1_170_000_000, latitude: 320_000_000)
    private let plane = Plane(around: CityGenerator.origin)

    /// Prepares a city of about so many crossings.
    ///
    /// - Precondition: At least one crossing is wanted.
    init(crossings: Int, seed: UInt64) {
        let blocks = max(4, (crossings + Self.crossingsPerBlock - 1) / Self.crossingsPerBlock)
        columns = max(2, Int(Double(blocks).squareRoot()))
        rows = max(2, (blocks + columns - 1) / columns)
        stream = RandomStream(DrillKey(seed: seed, drill: 0), purpose: 1, entity: 0)
    }

    /// Makes the city.
    mutating func make() {
        for row in 0..<rows {
            for column in 0..<columns { addCrossings(row, column) }
        }
        for row in 0..<rows {
            for column in 0..<columns {
                addMainRoads(row, column)
                addStreets(row, column)
            }
        }
        addPlaces()
        map.attribution = Bilingual("A made-up city.", "虚构城市。")
        map.report.find("crossings", map.crossings.count, "crossings", "交叉口")
        map.report.find("roads", map.roads.count, "roads", "路段")
        map.report.assume("everything: the city is made up", "全部内容：虚构城市")
    }

    // MARK: Crossings

    private mutating func addCrossings(_ row: Int, _ column: Int) {
        let (east, north) = (Double(column) * Self.blockMeters, Double(row) * Self.blockMeters)
        add(east, north)
        add(east + Self.blockMeters / 2, north)
        add(east, north + Self.blockMeters / 2)
        let step = Self.blockMeters / Double(Self.streets + 1)
        for street in 0..<Self.streets * Self.streets {
            let (across, up) = (street % Self.streets + 1, street / Self.streets + 1)
            add(
                east + Double(across) * step + 20 * stream.uniform() - 10,
                north + Double(up) * step + 20 * stream.uniform() - 10
            )
        }
    }

    private mutating func add(_ east: Double, _ north: Double) {
        map.crossings.append(plane.position(Point(eastMeters: east, northMeters: north)))
    }

    /// Number of a crossing of a block: 0 the corner, 1 and 2 the gates on its southern and western
    /// main road, then its streets.
    private func crossing(_ row: Int, _ column: Int, _ place: Int) -> Int32 {
        Int32((row * columns + column) * Self.crossingsPerBlock + place)
    }

    // MARK: Roads

    private mutating func addMainRoads(_ row: Int, _ column: Int) {
        let (kind, speed) = row % 4 == 0 ? (RoadKind.primary, 60.0) : (.secondary, 50)
        join(crossing(row, column, 0), crossing(row, column, 1), kind, speed)
        if column + 1 < columns {
            join(crossing(row, column, 1), crossing(row, column + 1, 0), kind, speed)
        }
        let isRiver = row == rows / 2 && rows > 2
        join(crossing(row, column, 0), crossing(row, column, 2), .secondary, 50)
        guard row + 1 < rows, !isRiver || column % Self.bridgeEvery == 0 else { return }
        join(
            crossing(row, column, 2),
            crossing(row + 1, column, 0),
            .secondary,
            50,
            isBridge: isRiver
        )
    }

    private mutating func addStreets(_ row: Int, _ column: Int) {
        func street(_ across: Int, _ up: Int) -> Int32 {
            crossing(row, column, 3 + up * Self.streets + across)
        }
        let last = Self.streets - 1
        for up in 0..<Self.streets {
            for across in 0..<Self.streets {
                // One street in eight is missing, but for the two that keep the block together.
                if across < last, up == 0 || stream.whole(below: 8) > 0 {
                    join(street(across, up), street(across + 1, up), .residential, 30)
                }
                if up < last, across == 0 || stream.whole(below: 8) > 0 {
                    join(street(across, up), street(across, up + 1), .residential, 30)
                }
            }
        }
        join(crossing(row, column, 1), street(Self.streets / 2, 0), .tertiary, 30)
        join(crossing(row, column, 2), street(0, Self.streets / 2), .tertiary, 30)
    }

    private mutating func join(
        _ from: Int32,
        _ to: Int32,
        _ kind: RoadKind,
        _ speed: Double,
        isBridge: Bool = false
    ) {
        let length = map.crossings[Int(from)].distanceMeters(to: map.crossings[Int(to)])
        map.roads.append(
            MapRoad(
                from: from,
                to: to,
                lengthMeters: max(length, OSMNetwork.shortest),
                speedKilometersPerHour: speed,
                kind: kind,
                isBridge: isBridge
            )
        )
    }

    // MARK: Places

    private mutating func addPlaces() {
        let blocks = rows * columns
        add(.fireStation, every: 28, of: blocks, from: 14)
        add(.hospital, every: 80, of: blocks, from: 40)
        add(.fuelStation, every: 60, of: blocks, from: blocks / 2)
        // Ten thousand people to a square kilometre, a million at most, by squares of blocks.
        let persons = max(1, min(2500, 1_000_000 / blocks))
        let side = max(1, Int((Double(blocks) / 50).squareRoot().rounded(.up)))
        for row in stride(from: 0, to: rows, by: side) {
            for column in stride(from: 0, to: columns, by: side) {
                let height = min(side, rows - row)
                let width = min(side, columns - column)
                let middle = crossing(row + height / 2, column + width / 2, 3)
                map.settlements.append(
                    MapSettlement(
                        position: map.crossings[Int(middle)],
                        persons: height * width * persons,
                        name: ""
                    )
                )
            }
        }
    }

    private mutating func add(
        _ kind: MapFeatureKind,
        every step: Int,
        of blocks: Int,
        from first: Int
    ) {
        for block in stride(from: min(first, blocks - 1), to: blocks, by: step) {
            let position = map.crossings[block * Self.crossingsPerBlock + 1]
            map.features.append(MapFeature(kind: kind, position: position))
        }
    }
}

extension Plane {
    /// Returns the position of a point of the plane.
    func position(_ point: Point) -> Position {
        let metersPerDegree = 6_371_000 * Double.pi / 180
        let east = point.eastMeters / (metersPerDegree * cosine)
        let north = point.northMeters / metersPerDegree
        return Position(
            longitude: origin.longitude + Int32((east * 1e7).rounded()),
            latitude: origin.latitude + Int32((north * 1e7).rounded())
        )
    }
}
