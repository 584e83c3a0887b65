import DrillFiles
import Wording

/// `drill map generate`: a made-up city as a scenario folder.
let mapCommand = Subcommand(
    name: "map",
    summary: Bilingual("Makes up a city of any size from a seed.", "按种子生成任意规模的虚构城市。"),
    example: "drill map generate --crossings 10000 --seed 1 --out Scenarios/city",
    positionals: [
        Positional(name: "ACTION", meaning: Bilingual("generate.", "generate（生成）。"))
    ],
    options: [
        Option(
            name: "crossings",
            kind: .whole("N", .between(1, 2_000_000)),
            usual: "1000",
            meaning: Bilingual("About how many crossings the city has.", "交叉口数量（约数）。")
        ),
        Option.seed,
        Option(
            name: "out",
            kind: .text("DIR"),
            meaning: Bilingual(
                "Folder of the scenario; otherwise Scenarios/city.",
                "情景文件夹；默认 Scenarios/city。"
            )
        ),
        Option.json,
    ]
) { arguments in
    guard arguments.text("ACTION") == "generate" else {
        let message = Bilingual(
            "error: maps cannot \"\(arguments.text("ACTION"))\"; there is generate\n",
            "错误：没有操作“\(arguments.text("ACTION"))”；可用 generate\n"
        )
        Console.complain(message[arguments.language])
        return .usage
    }
    var options = MapImport.Options()
    options.name = "city"
    let city = MapImport.city(
        crossings: arguments.count("crossings"),
        seed: UInt64(arguments.whole("seed")),
        options
    )
    return try finish(city, Diagnostics(), arguments, "city")
}
