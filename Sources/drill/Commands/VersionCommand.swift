import DrillFiles
import Wording

/// `drill version`: which program this is.
let versionCommand = Subcommand(
    name: "version",
    summary: Bilingual("Prints the version.", "输出版本号。"),
    example: "drill version"
) { _ in
    try Console.print("drill \(DrillProgram.version)\n")
    return .done
}

/// `drill schema`: the JSON Schema of a file format, for editors.
let schemaCommand = Subcommand(
    name: "schema",
    summary: Bilingual(
        "Prints the JSON Schema of a file format, for editors.",
        "输出文件格式的 JSON Schema，供编辑器使用。"
    ),
    example: "drill schema scenario > scenario.schema.json",
    positionals: [
        Positional(
            name: "KIND",
            count: .one,
            meaning: Bilingual("scenario, plan or study.", "scenario、plan 或 study。")
        )
    ]
) { arguments in
    let language = arguments.language
    switch arguments.text("KIND") {
    case "scenario":
        let title = Bilingual("Scenario-construction file", "情景构建文件")
        try Console.print(ScenarioFormat.shape.jsonSchema(title: title, in: language).indented)
    case "plan":
        let title = Bilingual("Plan", "预案")
        try Console.print(PlanFormat.shape.jsonSchema(title: title, in: language).indented)
    case "study":
        let title = Bilingual("Study", "研究文件")
        try Console.print(StudyFormat.shape.jsonSchema(title: title, in: language).indented)
    case let kind:
        let message = Bilingual(
            "error: no format is called \"\(kind)\"; there are scenario, plan and study\n",
            "错误：没有名为“\(kind)”的格式；可用 scenario、plan、study\n"
        )
        Console.complain(message[language])
        return .usage
    }
    return .done
}
