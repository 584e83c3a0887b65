import EventKernel
import Terrain
import Vocabulary
import Wording

/// A first scenario on an imported map, to be made a real one by a planner: the stations and hospitals
/// of the map, its people by blocks, one incident and a small plan.
struct ScenarioSketch {
    /// Where a thing of the scenario joins the road network.
    struct Spot {
        let id: String
        let name: Bilingual
        let position: Position
        let crossing: Int
    }

    private(set) var map: MapData
    let options: MapImport.Options
    let plane: Plane
    let estimate: PopulationEstimate

    private(set) var fireStations: [Spot] = []
    private(set) var ambulanceStations: [Spot] = []
    private(set) var hospitals: [Spot] = []
    /// Beds of each hospital.
    private(set) var beds: [Int] = []
    private(set) var blocks: [Spot] = []
    private(set) var staging = Spot(
        id: "",
        name: Bilingual(verbatim: ""),
        position: Position(longitude: 0, latitude: 0),
        crossing: 0
    )
    /// Where the incident happens.
    private(set) var incident = Point()
    private(set) var incidentName = Bilingual(verbatim: "")
    /// Block in which it happens.
    private(set) var incidentBlock = 0
    private(set) var hydrantsNear = 0

    private let network: MapNetwork
    private let crossings: [Point]
    /// Routes, where turns are forbidden; elsewhere it is enough to be in the largest part.
    private var routes: RouteTable?

    /// People of all blocks at most -- constant: a drill plays two million.
    private static let personLimit = 1_900_000
    /// Stations and hospitals taken of each kind at most -- constant.
    private static let placeLimit = 40

    /// Makes a scenario out of a map, or returns nil where the map has no road one can drive both ways.
    init?(_ map: MapData, _ options: MapImport.Options) {
        self.map = map
        self.options = options
        let network = MapNetwork(map)
        self.network = network
        let main = map.crossings.indices.filter { network.isMain[$0] }
        guard main.count > 1 else { return nil }
        let plane = Plane(around: Self.middle(main.map { map.crossings[$0] }))
        self.plane = plane
        crossings = map.crossings.map { plane.point($0) }
        if !map.turns.isEmpty {
            routes = RouteTable(
                Terrain(
                    places: crossings,
                    named: 0,
                    roads: network.roads(behind: 0),
                    turnBans: network.turnBans(behind: 0),
                    zones: []
                )
            )
        }
        var estimate = PopulationEstimate(
            map.buildings,
            on: plane,
            squareMeters: options.squareMetersPerPerson,
            known: options.population
        )
        if estimate.blocks.isEmpty { estimate.add(map.settlements, on: plane) }
        let all = estimate.persons
        estimate.limit(to: Self.personLimit)
        self.estimate = estimate
        if all > Self.personLimit {
            self.map.report.assume(
                "people: \(all) are more than a drill plays; all blocks are scaled to \(Self.personLimit)",
                "人口：\(all) 人超出一次推演的规模，各片区按比例缩减至 \(Self.personLimit) 人"
            )
        }
        reportParts(main.count)
        place()
    }

    private static func middle(_ positions: [Position]) -> Position {
        let east = positions.map(\.longitude).sorted()[positions.count / 2]
        let north = positions.map(\.latitude).sorted()[positions.count / 2]
        return Position(longitude: east, latitude: north)
    }

    private mutating func reportParts(_ main: Int) {
        map.report.find(
            "mainCrossings",
            main,
            "crossings from which one gets everywhere and back",
            "可双向到达的交叉口"
        )
        map.report.find(
            "homes",
            map.buildings.count(where: \.isHome),
            "buildings taken as homes",
            "计为住宅的建筑"
        )
        guard !map.buildings.isEmpty else {
            map.report.find("persons", estimate.persons, "people", "人口")
            return
        }
        map.report.find("persons", estimate.persons, "people, estimated from buildings", "按建筑估算的人口")
        let counted = map.buildings.count { $0.isHome && $0.isCounted }
        let each = numeral(options.squareMetersPerPerson)
        map.report.assume(
            "people: floor area of homes / \(each) m2 a person (census of China 2020: 41.76); floors known of \(counted) buildings, else 6 for apartments and 2 for others",
            "人口：住宅建筑面积 ÷ 人均 \(each) 平方米（2020 年人口普查 41.76）；\(counted) 栋建筑有层数，其余公寓按 6 层、其他按 2 层计"
        )
    }

    // MARK: Placing

    private mutating func place() {
        chooseIncident()
        stageTeams()
        fireStations = spots(of: .fireStation, "fire-station", MapFeatureKind.fireStation.title)
        ambulanceStations = spots(
            of: .ambulanceStation,
            "ambulance-station",
            MapFeatureKind.ambulanceStation.title
        )
        hospitals = spots(of: .hospital, "hospital", MapFeatureKind.hospital.title)
        beds = map.features.filter { $0.kind == .hospital }.prefix(Self.placeLimit)
            .map { $0.capacity > 0 ? Int($0.capacity) : 100 }
        assumeMissing()
        for (number, block) in estimate.blocks.enumerated() {
            blocks.append(
                spot(
                    "block-\(number + 1)",
                    block.name.isEmpty
                        ? Bilingual("Block \(number + 1)", "第\(number + 1)片区")
                        : Bilingual(verbatim: block.name),
                    at: block.center
                )
            )
        }
        if !estimate.blocks.isEmpty {
            map.report.find("blocks", blocks.count, "blocks of homes", "居住片区")
        }
        incidentBlock = estimate.blocks.firstIndex { $0.center == incident } ?? blocks.count
        guard incidentBlock == blocks.count else { return }
        blocks.append(
            spot("incident-area", Bilingual("Around the incident", "事发地周边"), at: incident)
        )
        map.report.assume("people: 20 at the place of the incident", "人口：事发地假定 20 人")
    }

    /// The incident happens at what is likeliest to burn; without any such place, where most live.
    private mutating func chooseIncident() {
        for kind in [MapFeatureKind.fuelStation, .storageTank, .works] {
            let candidates = map.features.filter { $0.kind == kind }.filter { feature in
                network.nearest(to: plane.point(feature.position), crossings) != nil
            }
            let origin = Point()
            let nearest = candidates.min { left, right in
                plane.point(left.position).distanceMeters(to: origin)
                    < plane.point(right.position).distanceMeters(to: origin)
            }
            guard let nearest else { continue }
            incident = plane.point(nearest.position)
            incidentName = Self.name(nearest, kind.title)
            return
        }
        let busiest = estimate.blocks.max { $0.persons < $1.persons }
        incident = busiest?.center ?? Point()
        incidentName = Bilingual("Petrol store (assumed)", "汽油储存点（假定）")
        map.report.assume(
            "incident: the map shows no filling station, tank or works; a petrol store where most people live, or in the middle",
            "事故：地图上无加油站、储罐或工厂，假定人口最多处（或中心）有一汽油储存点"
        )
    }

    private mutating func stageTeams() {
        let distances = crossings.indices.filter { network.isMain[$0] }.map { crossing in
            (abs(crossings[crossing].distanceMeters(to: incident) - 250), crossing)
        }
        let best = distances.min { $0 < $1 }?.1 ?? 0
        staging = Spot(
            id: "staging",
            name: Bilingual("Staging area", "集结点"),
            position: map.crossings[best],
            crossing: best
        )
        hydrantsNear = map.features.count { feature in
            feature.kind == .hydrant
                && plane.point(feature.position).distanceMeters(to: incident) < 300
        }
    }

    private mutating func spots(of kind: MapFeatureKind, _ id: String, _ title: Bilingual) -> [Spot]
    {
        let features = map.features.filter { $0.kind == kind }.prefix(Self.placeLimit)
        return features.enumerated().map { number, feature in
            let name = Self.name(
                feature,
                Bilingual("\(title.english) \(number + 1)", "\(title.chinese)\(number + 1)")
            )
            return spot("\(id)-\(number + 1)", name, at: plane.point(feature.position))
        }
    }

    private static func name(_ feature: MapFeature, _ otherwise: Bilingual) -> Bilingual {
        func text(_ name: String, _ usual: String) -> String {
            name.isEmpty ? usual : String(String.UnicodeScalarView(name.unicodeScalars.prefix(200)))
        }
        return Bilingual(
            text(feature.english, otherwise.english),
            text(feature.chinese, otherwise.chinese)
        )
    }

    private mutating func assumeMissing() {
        if fireStations.isEmpty {
            fireStations = [
                spot(
                    "fire-station-1",
                    Bilingual("Fire station (assumed)", "消防救援站（假定）"),
                    at: Point()
                )
            ]
            map.report.assume(
                "fire station: none on the map; one in the middle",
                "消防救援站：地图上没有，假定中心一处"
            )
        }
        if hospitals.isEmpty {
            hospitals = [spot("hospital-1", Bilingual("Hospital (assumed)", "医院（假定）"), at: Point())]
            beds = [100]
            map.report.assume(
                "hospital: none on the map; one of 100 beds in the middle",
                "医院：地图上没有，假定中心一处，100 张床位"
            )
        }
        if ambulanceStations.isEmpty { ambulanceStations = Array(hospitals.prefix(10)) }
    }

    /// Finds the crossing nearest to a point from which one gets to the staging area and back.
    private mutating func spot(_ id: String, _ name: Bilingual, at point: Point) -> Spot {
        let goal = PlaceID(staging.crossing)
        var tried: Set<Int> = []
        var best = staging.crossing
        while tried.count < 30 {
            var nearest: (distance: Double, crossing: Int)?
            for crossing in crossings.indices
            where network.isMain[crossing] && !tried.contains(crossing) {
                let distance = crossings[crossing].distanceMeters(to: point)
                if distance < nearest?.distance ?? .infinity { nearest = (distance, crossing) }
            }
            guard let crossing = nearest?.crossing else { break }
            tried.insert(crossing)
            let place = PlaceID(crossing)
            let there = routes?.travelTime(from: place, to: goal) ?? .zero
            let back = routes?.travelTime(from: goal, to: place) ?? .zero
            if !there.isNever, !back.isNever {
                best = crossing
                break
            }
        }
        return Spot(id: id, name: name, position: map.crossings[best], crossing: best)
    }
}
