public import Wording

/// An imported map as a scenario folder: the door through which maps come in.
public struct MapImport {
    /// What a user may decide.
    public struct Options: Sendable {
        /// Name of the scenario, for titles.
        public var name = "map"
        /// Floor area a person has [m2], positive, for the estimate of people.
        public var squareMetersPerPerson = PopulationEstimate.squareMetersPerPerson
        /// Number of all people, where it is known; the estimate is scaled to it.
        public var population: Int?

        /// Creates the usual options.
        public init() {}
    }

    private let sketch: ScenarioSketch

    /// Reads an OpenStreetMap file in XML.
    ///
    /// - Parameters:
    ///   - path: Path of the file.
    ///   - options: What the user has decided.
    ///   - diagnostics: Takes what is wrong or doubtful.
    /// - Returns: The map, or nil where an error was added.
    public static func openStreetMap(
        _ path: String,
        _ options: Options,
        into diagnostics: inout Diagnostics
    ) -> MapImport? {
        do throws(MapProblem) {
            let (map, doubts) = try openStreetMap(path)
            diagnostics.warn(doubts, in: path)
            return MapImport(map, options, path, into: &diagnostics)
        } catch {
            diagnostics.error(error, in: path)
            return nil
        }
    }

    /// Reads the map of an OpenStreetMap file, and what is doubtful about it.
    static func openStreetMap(_ path: String) throws(MapProblem) -> (MapData, [MapProblem]) {
        var (map, doubts) = map(try OSMReader.read(path))
        map.attribution = Bilingual(
            "© OpenStreetMap contributors, ODbL 1.0, https://www.openstreetmap.org/copyright",
            "© OpenStreetMap 贡献者，ODbL 1.0，https://www.openstreetmap.org/copyright"
        )
        return (map, doubts)
    }

    /// Makes a map of the elements of a file.
    private static func map(_ data: OSMData) -> (MapData, [MapProblem]) {
        var network = OSMNetwork(data)
        network.build()
        var places = OSMPlaces(data)
        places.find()
        var map = network.map
        map.features = places.features
        map.buildings = places.buildings
        places.report(to: &map.report)
        return (map, network.data.doubts)
    }

    /// Reads a GeoJSON file.
    ///
    /// - Parameters:
    ///   - path: Path of the file.
    ///   - system: Its coordinate system.
    ///   - options: What the user has decided.
    ///   - diagnostics: Takes what is wrong or doubtful.
    /// - Returns: The map, or nil where an error was added.
    public static func geoJSON(
        _ path: String,
        in system: CoordinateSystem,
        _ options: Options,
        into diagnostics: inout Diagnostics
    ) -> MapImport? {
        let errors = diagnostics.errorCount
        var reader = GeoJSONReader(system, diagnostics)
        reader.read(path)
        diagnostics = reader.diagnostics
        guard diagnostics.errorCount == errors else { return nil }
        var (map, doubts) = self.map(reader.data)
        reader.report(to: &map.report)
        map.attribution = Bilingual("From \(options.name).", "据 \(options.name)。")
        diagnostics.warn(doubts, in: path)
        return MapImport(map, options, path, into: &diagnostics)
    }

    /// Reads tables of places and roads.
    ///
    /// - Parameters:
    ///   - paths: Paths of the files, in any order.
    ///   - system: Their coordinate system.
    ///   - options: What the user has decided.
    ///   - diagnostics: Takes what is wrong or doubtful.
    /// - Returns: The map, or nil where an error was added.
    public static func tables(
        _ paths: [String],
        in system: CoordinateSystem,
        _ options: Options,
        into diagnostics: inout Diagnostics
    ) -> MapImport? {
        let errors = diagnostics.errorCount
        var tables = MapTables(system, diagnostics)
        tables.read(paths)
        diagnostics = tables.diagnostics
        guard diagnostics.errorCount == errors else { return nil }
        return MapImport(tables.map, options, paths.first ?? "", into: &diagnostics)
    }

    /// Makes up a city.
    ///
    /// - Parameters:
    ///   - crossings: About how many crossings it has, positive.
    ///   - seed: Seed; the same gives the same city.
    ///   - options: What the user has decided.
    /// - Returns: The city.
    public static func city(crossings: Int, seed: UInt64, _ options: Options) -> MapImport? {
        var generator = CityGenerator(crossings: crossings, seed: seed)
        generator.make()
        var nothing = Diagnostics()
        return MapImport(generator.map, options, "", into: &nothing)
    }

    private init?(
        _ map: MapData,
        _ options: Options,
        _ path: String,
        into diagnostics: inout Diagnostics
    ) {
        guard let sketch = ScenarioSketch(map, options) else {
            diagnostics.error(
                Diagnostic(
                    "no-roads",
                    at: SourceText(path: path, bytes: []).whole,
                    Bilingual(
                        "there is no road on the map that can be driven there and back",
                        "地图上没有可往返通行的道路"
                    ),
                    help: Bilingual(
                        "check that the file holds ways with the key \"highway\" and their nodes",
                        "请确认文件包含带 highway 标签的道路及其节点"
                    )
                )
            )
            return nil
        }
        self.sketch = sketch
    }

    /// What was found, left out and assumed.
    public func reportText(_ language: Language) -> String { sketch.map.report.text(language) }

    /// What was found, left out and assumed, for programs.
    public var reportJSON: JSONValue { sketch.map.report.json }

    /// Writes the scenario into a folder that exists, with the folders `map` and `plans` in it.
    public func write(to folder: String) throws(OutputError) {
        try MapFolder.write(sketch.map, to: folder + "/map")
        try OutputFile.write(sketch.planText, to: folder + "/plans/baseline.jsonc")
        try OutputFile.write(sketch.readmeText, to: folder + "/README.md")
        try OutputFile.write(sketch.scenarioText, to: folder + "/scenario.jsonc")
    }
}
