import Wording

/// What the results rest on, and how to make them again.
extension AfterActionReport {
    var assumptionChapter: Chapter {
        let lines = input.assumptions
        guard !lines.isEmpty else {
            let text = Bilingual(
                "No value of confidence U or D was relied on.",
                "未采用置信度为 U 或 D 的参数。"
            )
            return Chapter("assumptions", "Assumptions", "假定与待核参数", [.paragraph(text)])
        }
        var table = ReportTable(
            "assumptions",
            Bilingual(
                "Values relied on without having been confirmed (\(lines.count))",
                "采用但未经证实的参数（\(lines.count)项）"
            ),
            [
                .init("file", "File", "文件", .short), .words("path", "Where", "位置"),
                .words("value", "Value", "取值"),
                .init("confidence", "Confidence", "置信度", .short),
                .init("origin", "Origin", "来源类型", .short), .words("source", "Source", "出处"),
            ]
        )
        for line in lines {
            table.add([
                Cell(line.file), Cell(line.path), Cell(line.value), Cell(line.confidence),
                Cell(
                    line.isDefault
                        ? Bilingual("default", "程序默认") : Bilingual("marked in the file", "文件标注")
                ), Cell(line.source),
            ])
        }
        let text = Bilingual(
            "U: unsure; D: assumption. Every value stands in the scenario or the plan, or is a default of the program. "
                + "A bureau that knows better puts its own value in the file and plays the batch again.",
            "U：不确定；D：假定。各值见情景或预案文件，或为程序默认值。如有本地数据，应写入文件后重新推演。"
        )
        return Chapter(
            "assumptions",
            "Assumptions",
            "假定与待核参数",
            [.paragraph(text), .folded(table, isPrinted: true)]
        )
    }

    var provenanceChapter: Chapter {
        let made = input.provenance
        var table = ReportTable(
            "provenance",
            Bilingual("What made these results", "结果来源"),
            [.words("item", "Item", "项目"), .words("content", "Content", "内容")]
        )
        let lines: [(Bilingual, Cell)] = [
            (Bilingual("Program", "程序"), Cell(made.program)),
            (Bilingual("Scenario", "情景"), Cell(made.scenario.name)),
            (Bilingual("SHA-256 of the scenario", "情景 SHA-256"), Cell(made.scenario.sha256)),
            (Bilingual("Plan", "预案"), Cell(made.plan.name)),
            (Bilingual("SHA-256 of the plan", "预案 SHA-256"), Cell(made.plan.sha256)),
            (Bilingual("Seed", "随机种子"), Cell("\(made.seed)")),
            (
                Bilingual("SHA-256 of drills.csv", "drills.csv SHA-256"),
                Cell(Bilingual(verbatim: made.digest), value: made.digest, source: "digest")
            ),
            (Bilingual("Command that makes them again", "重新生成结果的命令"), Cell(made.command)),
        ]
        for (name, cell) in lines { table.add([Cell(name), cell]) }
        let text = Bilingual(
            "The same program, files and seed give the same bytes on any machine. Results and report were made "
                + "without the wall clock; drill verify plays a sample again and compares.",
            "相同程序、文件与种子在任何机器上得到逐字节相同的结果。结果与报告均不含机器时间；drill verify 可抽样重演核对。"
        )
        return Chapter("provenance", "Provenance", "结果来源与复现", [.pairs(table), .remark(text)])
    }
}
