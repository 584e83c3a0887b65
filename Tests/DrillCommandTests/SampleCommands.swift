import DrillFiles

@testable import drill
import Wording

/// A small program with every kind of argument.
let sampleCommands = CommandTable(
    name: "drill",
    summary: Bilingual("Plays disaster drills.", "灾害演练推演。"),
    example: "drill batch Scenarios/xiangshui-2019 --drills 2000",
    subcommands: [
        Subcommand(
            name: "check",
            summary: Bilingual("Reads files and says all that is wrong.", "检查文件，列出全部问题。"),
            example: "drill check Scenarios/xiangshui-2019",
            positionals: [
                Positional(
                    name: "PATH",
                    count: .oneOrMore,
                    meaning: Bilingual("Files or folders.", "文件或文件夹。")
                )
            ]
        ) { _ in .done },
        Subcommand(
            name: "batch",
            summary: Bilingual(
                "Plays many drills of one scenario and plan.",
                "对同一情景和预案进行多次推演。"
            ),
            example:
                "drill batch Scenarios/xiangshui-2019 --drills 2000 --plans baseline,aid-at-once",
            positionals: [
                Positional(
                    name: "SCENARIO",
                    count: .one,
                    meaning: Bilingual("Folder of the scenario.", "情景文件夹。")
                ),
                Positional(
                    name: "RECORD",
                    count: .optional,
                    meaning: Bilingual("Where to write.", "输出位置。")
                ),
            ],
            options: [
                Option(
                    name: "plans",
                    kind: .list("A,B,…"),
                    usual: "baseline",
                    meaning: Bilingual("Plans to compare.", "要比较的预案。")
                ),
                Option(
                    name: "drills",
                    kind: .whole("N", .atLeast(1)),
                    usual: "1000",
                    meaning: Bilingual("Number of drills.", "推演次数。")
                ),
                Option(
                    name: "seed",
                    kind: .whole("N", .atLeast(0)),
                    usual: "1",
                    meaning: Bilingual("Seed of all luck.", "随机种子。")
                ),
                Option(
                    name: "precision",
                    kind: .number("X", .above(0).below(1)),
                    meaning: Bilingual("Relative half-width to stop at.", "停止时的相对半宽。")
                ),
                Option(
                    name: "out",
                    kind: .text("DIR"),
                    meaning: Bilingual("Folder for results.", "结果文件夹。")
                ),
                Option(
                    name: "format",
                    kind: .choice("KIND", ["table", "csv"]),
                    usual: "table",
                    meaning: Bilingual("How to print.", "输出格式。")
                ),
                Option(
                    name: "json",
                    kind: .flag,
                    meaning: Bilingual("Prints one JSON object.", "输出一个 JSON 对象。")
                ),
            ]
        ) { _ in .done },
        Subcommand(
            name: "version",
            summary: Bilingual("Prints the version.", "显示版本。"),
            example: "drill version"
        ) { _ in .done },
    ]
)
