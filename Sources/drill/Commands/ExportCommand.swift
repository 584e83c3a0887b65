import DrillFiles
import Foundation
import Wording

/// `drill export`: parts of a scenario for other programs.
let exportCommand = Subcommand(
    name: "export",
    summary: Bilingual(
        "Writes the injects of a scenario as a master scenario events list, for spreadsheets.",
        "将情景注入导出为主情景事件清单（MSEL），可用电子表格打开。"
    ),
    example: "drill export msel Scenarios/xiangshui-2019 --lang zh > msel.csv",
    positionals: [
        Positional(
            name: "KIND",
            meaning: Bilingual(
                "msel: master scenario events list in CSV.",
                "msel：主情景事件清单（CSV）。"
            )
        ),
        Positional.scenario,
    ],
    options: [
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
    guard arguments.text("KIND") == "msel" else {
        let kind = arguments.text("KIND")
        let message = Bilingual(
            "error: nothing called \"\(kind)\" can be exported; there is msel\n",
            "错误：不能导出“\(kind)”；可用 msel\n"
        )
        Console.complain(message[arguments.language])
        return .usage
    }
    var reader = InputReader(language: arguments.language)
    guard let scenario = reader.scenario(arguments.text("SCENARIO")),
        !reader.diagnostics.hasErrors
    else { throw reader.problem }
    let list = scenario.injectList(
        in: arguments.language,
        forPlayers: arguments.text("for") == "players"
    )
    try Console.print((arguments.has("bom") ? "\u{FEFF}" : "") + list)
    return .done
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
