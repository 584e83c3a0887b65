import DrillFiles
import Experiments
import Foundation
import Scoring
import Wording

/// `drill merge`: parts of a batch that were played apart, joined into one.
let mergeCommand = Subcommand(
    name: "merge",
    summary: Bilingual(
        "Joins the shards of a batch into the results of a single run.",
        "将一个批次的各分片合并为与单机运行完全相同的结果。"
    ),
    example: "drill merge Results/xiangshui-2019/baseline/shards",
    positionals: [
        Positional(
            name: "DIR",
            count: .oneOrMore,
            meaning: Bilingual(
                "Folders of shards, in any order, or a folder that holds them.",
                "分片文件夹（顺序不限），或包含它们的文件夹。"
            )
        )
    ],
    options: [
        Option(
            name: "out",
            kind: .text("DIR"),
            meaning: Bilingual(
                "Folder for the whole; Results/<scenario>/<plan> unless given.",
                "合并结果文件夹；默认 Results/<情景>/<预案>。"
            )
        ),
        Option.json,
    ]
) { arguments in
    let merge = try ResultMerge(arguments.texts("DIR").flatMap(ResultFolder.folders))
    var reader = InputReader(language: arguments.language)
    let inputs = try reader.inputs(of: merge.parts[0])
    let (seed, drills) = (merge.manifest.seed, merge.manifest.drills)
    let folder = arguments.optionalText("out") ?? "Results/\(inputs.name)/\(inputs.planName)"
    let result = try merge.join(
        into: folder,
        pointCount: inputs.scenario.scoring.curvePointCount
    )
    let manifest = Manifest(program: merge.manifest.program, inputs, seed: seed, drills: drills)
    let files = ResultFiles(inputs, seed: seed, folder: folder)
    let (summary, typical) = try files.write(result, manifest: manifest)
    try files.writeReport(result, summary, typical, manifest: manifest, arguments.language)
    let report = BatchPrint(inputs, seed: seed, folder: folder, arguments.language)
    let json = try files.summaryJSON(result, summary).indented
    try Console.print(arguments.has("json") ? json : report.text(result, summary))
    return result.failed.isEmpty ? .done : .internalError
}
