import DrillFiles
import Wording

/// `drill explain`: a plan in plain words.
let explainCommand = Subcommand(
    name: "explain",
    summary: Bilingual(
        "Says in plain words what a plan does: command, reporting, levels, rules, tasks.",
        "用通俗语言说明预案：指挥体制、信息报送、响应分级、处置规则、现场任务。"
    ),
    example: "drill explain Scenarios/xiangshui-2019 --plan early-warning",
    positionals: [
        Positional(
            name: "PLAN",
            count: .one,
            meaning: Bilingual(
                "A plan file in the plans folder of its scenario, or a scenario.",
                "情景 plans 文件夹内的预案文件，或情景文件夹。"
            )
        )
    ],
    options: [
        Option(
            name: "plan",
            kind: .text("NAME"),
            usual: "baseline",
            meaning: Bilingual(
                "Plan of the scenario, where PLAN is a scenario.",
                "PLAN 为情景文件夹时，其中的预案名称。"
            )
        ),
        Option.json,
    ]
) { arguments in
    let argument = arguments.text("PLAN")
    let (folder, name) = InputReader.plan(at: argument) ?? (argument, arguments.text("plan"))
    var reader = InputReader(language: arguments.language)
    let inputs = try reader.inputs(folder, plan: name)
    let explanation = inputs.plan.explanation(for: inputs.scenario)
    let language = arguments.language
    try Console.print(
        arguments.has("json")
            ? explanation.json(in: language).indented : explanation.text(in: language)
    )
    return .done
}
