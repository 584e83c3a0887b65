import DrillFiles
import Foundation
import Wording

/// `drill import`: a map from elsewhere as a scenario folder.
let importCommand = Subcommand(
    name: "import",
    summary: Bilingual(
        "Makes a scenario folder out of a map, or injects out of a list of events.",
        "将地图转换为情景文件夹，或将事件清单转换为情景注入。"
    ),
    example: "drill import osm town.osm --out Scenarios/town",
    positionals: [
        Positional(
            name: "FORMAT",
            meaning: Bilingual(
                "osm (OpenStreetMap XML), geojson, csv (tables of places and roads), or msel (a list of events in CSV).",
                "osm（OpenStreetMap XML）、geojson、csv（地点表与道路表）或 msel（主情景事件清单 CSV）。"
            )
        ),
        Positional(
            name: "FILE",
            count: .oneOrMore,
            meaning: Bilingual(
                "File of the map or list; for csv several tables.",
                "地图或清单文件；csv 可给多个表。"
            )
        ),
    ],
    options: [
        Option(
            name: "out",
            kind: .text("DIR"),
            meaning: Bilingual(
                "Folder of the scenario; otherwise Scenarios/ and the name of the file.",
                "情景文件夹；默认 Scenarios/文件名。"
            )
        ),
        Option(
            name: "crs",
            kind: .choice("CRS", CoordinateSystem.allCases.map(\.rawValue)),
            meaning: Bilingual(
                "Coordinate system: WGS84, CGCS2000 or GCJ02; csv and geojson need it.",
                "坐标系：WGS84、CGCS2000 或 GCJ02；csv 与 geojson 必须给出。"
            )
        ),
        Option(
            name: "square-meters-per-person",
            kind: .number("M2", .between(1, 1000)),
            usual: "41.76",
            meaning: Bilingual(
                "Floor area a person has, for the estimate of people.",
                "估算人口所用的人均建筑面积。"
            )
        ),
        Option(
            name: "population",
            kind: .whole("N", .between(1, 1e8)),
            meaning: Bilingual(
                "People on the map, where known; the estimate is scaled to it.",
                "已知总人口；估算结果按此缩放。"
            )
        ),
        Option(
            name: "scenario",
            kind: .text("SCENARIO"),
            meaning: Bilingual(
                "Scenario whose names a list of events may use, to check them.",
                "用于核对事件清单中名称的情景。"
            )
        ),
        Option.json,
    ]
) { arguments in
    let files = arguments.texts("FILE")
    let takesMany = arguments.text("FORMAT") == "csv"
    guard takesMany || files.count == 1 else {
        throw UsageError(
            "only csv takes several files; \(files.count) were given",
            "只有 csv 可给多个文件，现给了 \(files.count) 个"
        )
    }
    if arguments.text("FORMAT") == "msel" { return try importInjects(files[0], arguments) }
    let name = (((files[0] as NSString).lastPathComponent as NSString).deletingPathExtension)
    var options = MapImport.Options()
    options.name = name
    options.squareMetersPerPerson = arguments.number("square-meters-per-person")
    options.population = arguments.optionalWhole("population").map { Int($0) }
    var diagnostics = Diagnostics()
    let system = arguments.optionalText("crs").flatMap { CoordinateSystem(rawValue: $0) }
    let map: MapImport?
    switch (arguments.text("FORMAT"), system) {
    case ("osm", nil), ("osm", .worldGeodetic):
        map = MapImport.openStreetMap(files[0], options, into: &diagnostics)
    case ("geojson", let system?):
        map = MapImport.geoJSON(files[0], in: system, options, into: &diagnostics)
    case ("csv", let system?):
        map = MapImport.tables(files, in: system, options, into: &diagnostics)
    default: return misuse(arguments)
    }
    return try finish(map, diagnostics, arguments, name)
}

/// Says what is wrong with the format or the coordinate system that was asked for.
private func misuse(_ arguments: Arguments) -> ExitStatus {
    let format = arguments.text("FORMAT")
    let message =
        switch format {
        case "osm":
            Bilingual(
                "error: --crs: maps of OpenStreetMap are in WGS84",
                "错误：--crs：OpenStreetMap 地图均为 WGS84"
            )
        case "csv", "geojson":
            Bilingual(
                "error: \(format) needs --crs WGS84, CGCS2000 or GCJ02",
                "错误：\(format) 必须用 --crs 指明 WGS84、CGCS2000 或 GCJ02"
            )
        default:
            Bilingual(
                "error: nothing is read from \"\(format)\"; there are osm, geojson, csv and msel",
                "错误：不支持的格式“\(format)”；可用 osm、geojson、csv、msel"
            )
        }
    Console.complain(message[arguments.language] + "\n")
    return .usage
}

/// Writes an imported map, and says what became of it.
func finish(
    _ map: MapImport?,
    _ diagnostics: Diagnostics,
    _ arguments: Arguments,
    _ name: String
) throws -> ExitStatus {
    let language = arguments.language
    Console.complain(DiagnosticRenderer(language: language, limit: 20).text(diagnostics))
    guard let map else { return .badInput }
    let folder = arguments.optionalText("out") ?? "Scenarios/" + name
    for inner in ["map", "plans"] {
        try OutputFile.makeFolder(folder + "/" + inner)
    }
    try map.write(to: folder)
    if arguments.has("json") {
        try Console.print(map.reportJSON.indented)
    } else {
        let next = Bilingual(
            "\nWritten to \(folder). Try: drill run \(folder)\n",
            "\n已写入 \(folder)。试运行：drill run \(folder)\n"
        )
        try Console.print(map.reportText(language) + next[language])
    }
    return .done
}
