import DrillFiles
import Foundation
import Wording

/// `drill import`: a map from elsewhere as a scenario folder.
let importCommand = Subcommand(
    name: "import",
    summary: Bilingual(
        "Makes a scenario folder out of a map, and says what was left out.",
        "将地图转换为情景文件夹，并列出略去的内容。"
    ),
    example: "drill import osm town.osm --out Scenarios/town",
    positionals: [
        Positional(
            name: "FORMAT",
            meaning: Bilingual("osm: OpenStreetMap XML.", "osm：OpenStreetMap XML。")
        ),
        Positional(name: "FILE", meaning: Bilingual("File of the map.", "地图文件。")),
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
        Option.json,
    ]
) { arguments in
    let file = arguments.text("FILE")
    guard arguments.text("FORMAT") == "osm" else {
        let message = Bilingual(
            "error: maps are not read from \"\(arguments.text("FORMAT"))\"; there is osm\n",
            "错误：不支持的地图格式“\(arguments.text("FORMAT"))”；可用 osm\n"
        )
        Console.complain(message[arguments.language])
        return .usage
    }
    let name = (((file as NSString).lastPathComponent as NSString).deletingPathExtension)
    var options = MapImport.Options()
    options.name = name
    options.squareMetersPerPerson = arguments.number("square-meters-per-person")
    options.population = arguments.optionalWhole("population").map { Int($0) }
    var diagnostics = Diagnostics()
    let map = MapImport.openStreetMap(file, options, into: &diagnostics)
    return try finish(map, diagnostics, arguments, name)
}

/// Writes an imported map, and says what became of it.
private func finish(
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
        try FileManager.default.createDirectory(
            atPath: folder + "/" + inner,
            withIntermediateDirectories: true
        )
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
