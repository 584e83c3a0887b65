import DrillFiles
import Experiments
import Reports
import Wording

/// `drill replay`: a page that shows how a drill went.
let replayCommand = Subcommand(
    name: "replay",
    summary: Bilingual(
        "Plays one drill, under one plan or under two, and writes a page that shows how it went.",
        "进行一次推演（一个或两个预案），生成可离线观看的回放页面。"
    ),
    example: "drill replay Scenarios/xiangshui-2019 --plan baseline --plan early-warning",
    positionals: [Positional.scenario],
    options: [
        Option(
            name: "plan",
            kind: .list("NAME"),
            meaning: Bilingual(
                "Plan, baseline unless given; given twice, both are shown under the same luck.",
                "预案名称，默认 baseline；给出两次则在相同随机条件下并列显示。"
            )
        ),
        Option.seed, Option.drill,
        Option(
            name: "results",
            kind: .text("DIR"),
            meaning: Bilingual(
                "Results of a batch in which the drill is placed; Results/<scenario>/<plan> unless given.",
                "用于定位本次推演的批次结果文件夹；默认 Results/<情景>/<预案>。"
            )
        ),
        Option(
            name: "out",
            kind: .text("FILE"),
            meaning: Bilingual(
                "The page; replay-<scenario>.html unless given.",
                "页面文件；默认 replay-<情景>.html。"
            )
        ),
    ]
) { arguments in
    let plans = arguments.has("plan") ? arguments.texts("plan") : ["baseline"]
    guard plans.count <= 2 else {
        throw UsageError("--plan: two plans at most", "--plan：最多两个预案")
    }
    var reader = InputReader(language: arguments.language)
    let inputs = try reader.inputs(arguments.text("SCENARIO"), plans: plans)
    let plays = try inputs.map { try ReplayPlay($0, arguments) }
    let page = try ReplayMaker(plays, arguments).replay.page(arguments.language)
    let file = arguments.optionalText("out") ?? "replay-\(inputs[0].name).html"
    try OutputFile.write(page, to: file)
    let kilobytes = page.utf8.count / 1000
    let message = Bilingual(
        "\(file): \(plays.reduce(0) { $0 + $1.drill.facts.count }) facts, \(kilobytes) kB\n",
        "\(file)：\(plays.reduce(0) { $0 + $1.drill.facts.count }) 条记录，\(kilobytes) kB\n"
    )
    try Console.print(message[arguments.language])
    return .done
}

extension Option {
    /// Number of one drill.
    static let drill = Option(
        name: "drill",
        kind: .whole("K", .between(0, 9e15)),
        usual: "0",
        meaning: Bilingual("Number of the drill within its batch.", "推演编号。")
    )
}

/// Puts played drills together into a replay.
private struct ReplayMaker {
    private let plays: [ReplayPlay]
    private let arguments: Arguments

    init(_ plays: [ReplayPlay], _ arguments: Arguments) {
        self.plays = plays
        self.arguments = arguments
    }

    /// The replay, with everything said about where it comes from.
    var replay: Replay {
        get throws {
            let place = try StandingReader(plays[0], arguments).read()
            var replay = Replay(
                plays[0].scene,
                plays.map(\.drill),
                standingNote: place.note
            )
            replay.standing = place.standing
            replay.divergence = plays.count > 1 ? divergence : nil
            replay.program = DrillProgram.title
            replay.command = command
            return replay
        }
    }

    /// Number of the first fact in which two records differ; nil where they are the same to the end.
    private var divergence: Int? {
        let lines = plays.map { play in
            let format = FactFormat(names: play.inputs.names)
            return play.drill.facts.lazy.map { format.line($0) }
        }
        let common = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
        let isSame = plays.allSatisfy { $0.drill.facts.count == common }
        return isSame ? nil : common
    }

    private var command: String {
        let names = plays.map { " --plan " + $0.inputs.planName }.joined()
        let drill = plays[0].drill
        return "drill replay Scenarios/\(plays[0].inputs.name)\(names) --seed \(drill.seed)"
            + " --drill \(drill.drill)"
    }
}
