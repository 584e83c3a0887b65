import DrillFiles
import Foundation
import Reports
import Wording

/// `drill export`: parts of a scenario, or of a played drill, for other programs.
let exportCommand = Subcommand(
    name: "export",
    summary: Bilingual(
        "Writes the injects of a scenario, or a played drill, for other programs.",
        "将情景注入或一次推演导出，供其他软件使用。"
    ),
    example: "drill export msel Scenarios/xiangshui-2019 --lang zh > msel.csv",
    positionals: [
        Positional(
            name: "KIND",
            meaning: Bilingual(
                "msel: list of injects (CSV); of a played drill played-msel (CSV), geojson, czml, cap.",
                "msel：主情景事件清单（CSV）；一次推演：played-msel（实施版清单，CSV）、geojson、czml、cap。"
            )
        ),
        Positional.scenario,
    ],
    options: [
        Option.plan, Option.seed, Option.drill,
        Option(
            name: "out",
            kind: .text("PATH"),
            meaning: Bilingual(
                "File instead of standard output; for cap a folder, one file an alert.",
                "输出文件，默认标准输出；cap 为文件夹，每条预警一个文件。"
            )
        ),
        Option(
            name: "for",
            kind: .choice("WHOM", ["controllers", "players"]),
            usual: "controllers",
            meaning: Bilingual(
                "players get neither hidden injects nor expected actions.",
                "controllers 导调版；players 参演版（不含隐蔽注入和预期行动）。"
            )
        ),
        Option(
            name: "bom",
            kind: .flag,
            meaning: Bilingual(
                "Begins with a byte order mark, for Excel on Chinese Windows.",
                "带 BOM，供中文 Windows 的 Excel 打开。"
            )
        ),
    ]
) { arguments in
    guard let kind = ExportKind(rawValue: arguments.text("KIND")) else {
        let kinds = ExportKind.allCases.map(\.rawValue).joined(separator: ", ")
        let message = Bilingual(
            "error: nothing called \"\(arguments.text("KIND"))\" can be exported; there are \(kinds)\n",
            "错误：不能导出“\(arguments.text("KIND"))”；可用 \(kinds)\n"
        )
        Console.complain(message[arguments.language])
        return .usage
    }
    guard kind == .msel else { return try DrillExport(kind, arguments).write() }
    var reader = InputReader(language: arguments.language)
    guard let scenario = reader.scenario(arguments.text("SCENARIO")),
        !reader.diagnostics.hasErrors
    else { throw reader.problem }
    let list = scenario.injectList(
        in: arguments.language,
        forPlayers: arguments.text("for") == "players"
    )
    try output((arguments.has("bom") ? "\u{FEFF}" : "") + list, arguments)
    return .done
}

/// What can be exported.
private enum ExportKind: String, CaseIterable {
    case msel
    case playedMsel = "played-msel"
    case geojson, czml, cap
}

/// Writes to the file that was asked for, or to standard output.
private func output(_ text: String, _ arguments: Arguments) throws(OutputError) {
    if let file = arguments.optionalText("out") {
        try OutputFile.write(text, to: file)
    } else {
        try Console.print(text)
    }
}

/// A played drill as a file for other programs.
private struct DrillExport {
    private let kind: ExportKind
    private let arguments: Arguments
    private let play: ReplayPlay

    init(_ kind: ExportKind, _ arguments: Arguments) throws {
        self.kind = kind
        self.arguments = arguments
        var reader = InputReader(language: arguments.language)
        let inputs = try reader.inputs(arguments.text("SCENARIO"), plan: arguments.text("plan"))
        play = try ReplayPlay(inputs, arguments)
    }

    func write() throws -> ExitStatus {
        let (scene, drill, language) = (play.scene, play.drill, arguments.language)
        guard kind == .playedMsel || scene.projection.isUsable else { return refuse() }
        switch kind {
        case .msel: break
        case .playedMsel:
            let list = PlayedEvents(scene, drill, language).text
            try output((arguments.has("bom") ? "\u{FEFF}" : "") + list, arguments)
        case .geojson: try output(GeoJSONExport(scene, drill, language).text, arguments)
        case .czml: try output(CZMLExport(scene, drill, language).text, arguments)
        case .cap: return try writeAlerts(AlertExport(scene, drill).alerts)
        }
        return .done
    }

    /// An origin at a pole, or beyond the globe, has no longitude and latitude around it.
    private func refuse() -> ExitStatus {
        let message = Bilingual(
            "error: the origin of the scenario lies at a pole: its map has no longitude and latitude\n",
            "错误：情景原点位于极点附近，地图无法换算为经纬度\n"
        )
        Console.complain(message[arguments.language])
        return .badInput
    }

    /// One alert goes where any text goes, several into a folder.
    private func writeAlerts(_ alerts: [AlertExport.Alert]) throws -> ExitStatus {
        guard !alerts.isEmpty else {
            let message = Bilingual(
                "no warning was sent in this drill\n",
                "本次推演未发出预警\n"
            )
            Console.complain(message[arguments.language])
            return .done
        }
        guard let folder = arguments.optionalText("out") else {
            guard alerts.count == 1 else {
                throw UsageError(
                    "\(alerts.count) alerts are one file each: name a folder with --out",
                    "共 \(alerts.count) 条预警，每条一个文件：请用 --out 指定文件夹"
                )
            }
            try Console.print(alerts[0].text)
            return .done
        }
        try? FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        for alert in alerts {
            try OutputFile.write(alert.text, to: "\(folder)/\(alert.identifier).xml")
        }
        try Console.print(alerts.map { "\(folder)/\($0.identifier).xml\n" }.joined())
        return .done
    }
}

/// `drill import msel`: a master scenario events list as injects of a scenario file.
func importInjects(_ file: String, _ arguments: Arguments) throws -> ExitStatus {
    var reader = InputReader(language: arguments.language)
    let scenario = arguments.optionalText("scenario").map { reader.scenario($0) }
    var diagnostics = reader.diagnostics
    let isReadable = scenario == nil || !diagnostics.hasErrors
    let injects =
        isReadable
        ? ImportedInjects.read(at: file, for: scenario ?? nil, into: &diagnostics) : nil
    Console.complain(DiagnosticRenderer(language: arguments.language).text(diagnostics))
    guard let injects else { return .badInput }
    try Console.print(injects.json.indented)
    let message = Bilingual(
        "\(injects.count) injects: put them under \"injects\" of scenario.jsonc\n",
        "共\(injects.count)条情景注入，请放入 scenario.jsonc 的 \"injects\"\n"
    )
    Console.complain(message[arguments.language])
    return .done
}
