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
        let data = try OSMReader.read(path)
        var network = OSMNetwork(data)
        network.build()
        var places = OSMPlaces(data)
        places.find()
        var map = network.map
        map.features = places.features
        map.buildings = places.buildings
        places.report(to: &map.report)
        map.attribution = Bilingual(
            "© OpenStreetMap contributors, ODbL 1.0, https://www.openstreetmap.org/copyright",
            "© OpenStreetMap 贡献者，ODbL 1.0，https://www.openstreetmap.org/copyright"
        )
        return (map, network.data.doubts)
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
