import Scoring
import Vocabulary
import Wording

/// What was found, what was left undone, what is to be mended.
extension AfterActionReport {
    func findingChapter(_ findings: [Finding]) -> Chapter {
        let mends = findings.filter { !$0.isStrength }
        let strengths = findings.filter(\.isStrength)
        var blocks: [Block] = []
        if mends.isEmpty {
            let text = Bilingual(
                "By the rules of this report nothing stands out that is to be mended.",
                "按本报告规则，未发现突出问题。"
            )
            blocks.append(.paragraph(text))
        } else {
            let title = Bilingual("Areas for improvement", "存在问题")
            blocks.append(.table(table("findings", title, mends)))
        }
        if !strengths.isEmpty {
            blocks.append(.table(table("strengths", Bilingual("Strengths", "主要成效"), strengths)))
        }
        blocks.append(.remark(findingRemark))
        return Chapter("findings", "Findings and evidence", "评估发现与依据", blocks)
    }

    private func table(_ name: String, _ caption: Bilingual, _ findings: [Finding]) -> ReportTable {
        var table = ReportTable(
            name,
            caption,
            [
                .init("number", "No.", "序号", .short), .words("area", "Item of evaluation", "评估项目"),
                .words("finding", "Finding", "发现"), .words("evidence", "Evidence", "依据"),
                .init("value", "Value", "数值"),
            ]
        )
        for (number, finding) in findings.enumerated() {
            for (place, evidence) in finding.evidence.enumerated() {
                let head =
                    place == 0
                    ? [Cell("\(number + 1)"), Cell(finding.area), Cell(finding.statement)]
                    : [.blank, .blank, .blank]
                table.add(head + [Cell(evidence.label), evidence.value])
            }
        }
        return table
    }

    private var findingRemark: Bilingual {
        let share = Figures.percent(Findings.leastShare)
        return Bilingual(
            "Listed by rule (assumption D): goals that are not surely met; causes that make up \(share) at least "
                + "of deaths or late arrivals; levels or reports out of time; counts of the dead off by more than "
                + "20 %; unmet demand above 1 % or more than 0.5 stock-outs a drill; contradictory orders; "
                + "teams without a task for more than half of their time. The evaluation team adds what it saw itself.",
            "列入规则（假定，D）：未确定达标的目标；占死亡或到场超时\(share)以上的归因；超时的层级或报告；死亡人数掌握误差大于20%；"
                + "物资缺口大于1%或次均缺货超过0.5次；矛盾指令；半数以上时间无任务的队伍。评估组可补充现场观察到的问题。"
        )
    }

    // MARK: Left undone

    var unmetChapter: Chapter {
        guard let digest else {
            return Chapter("unmet", "Unmet tasks", "未完成任务", [noRecord])
        }
        var table = ReportTable(
            "unmet",
            Bilingual(
                "Not done by the end of the \(typicalTitle.english)",
                "\(typicalTitle.chinese)结束时尚未完成的事项"
            ),
            [
                .words("task", "Task", "任务"), .init("count", "Number", "数量"),
                .words("which", "Which", "明细"),
            ]
        )
        for line in unmet(digest) where line.count > 0 {
            table.add([Cell(line.task), Cell(line.count), Cell(line.which)])
        }
        var blocks: [Block] = [.table(table)]
        if table.isEmpty {
            let text = Bilingual("Nothing was left undone.", "无未完成事项。")
            blocks = [.paragraph(text)]
        }
        blocks.append(contentsOf: missedGoals(digest).map { .table($0) })
        return Chapter("unmet", "Unmet tasks", "未完成任务", blocks)
    }

    private typealias Unmet = (task: Bilingual, count: Int, which: Bilingual)

    private func unmet(_ digest: RecordDigest) -> [Unmet] {
        let left = digest.leftovers
        let unswept = names.zones.indices.filter { zone in
            let areas = input.setting.zoneSearchSquareMeters
            return areas.indices.contains(zone) && areas[zone] > 0 && left.sweeps[zone] == 0
        }
        let never = digest.teams.teams.indices.filter {
            digest.teams.teams[$0].wasOrdered && digest.teams.teams[$0].arrived == nil
        }
        let unfired = names.rules.indices.filter { !left.firedRules.contains($0) }
        let none = Bilingual(verbatim: "")
        return [
            (
                Bilingual("People alive still trapped", "仍被困（生还）人员"), left.trapped.alive, none
            ),
            (
                Bilingual("Dead not yet brought out", "尚未清理出的遇难者"), left.trapped.dead, none
            ),
            (
                Bilingual("In need of a hospital, not there", "需住院而未送医的伤员"),
                left.uncared, none
            ),
            (
                Bilingual("Fires still burning", "仍在燃烧的着火点"), left.fires.count,
                list(left.fires.map(\.index), names.hazards)
            ),
            (
                Bilingual("Zones never searched through", "未完成一轮搜救的区域"), unswept.count,
                list(unswept, names.zones)
            ),
            (
                Bilingual("Teams ordered that never came", "受命而未到场的队伍"), never.count,
                list(never, names.teams)
            ),
            (Bilingual("Orders that never arrived", "未送达的指令"), left.ordersOpen, none),
            (
                Bilingual("Approvals asked for and not given", "请示未获批准"),
                left.unapproved.count, list(left.unapproved, names.rules)
            ),
            (
                Bilingual("Rules of the plan that were not set off", "未触发的预案规则"),
                unfired.count, list(unfired, names.rules)
            ),
        ]
    }

    /// Returns the names of some of the things of a list.
    func list(_ indices: [Int], _ all: [Name]) -> Bilingual {
        let most = 8
        let shown = indices.prefix(most).map { words.title($0, all) }
        let more = indices.count > most
        return Bilingual(
            shown.map(\.english).joined(separator: ", ") + (more ? ", …" : ""),
            shown.map(\.chinese).joined(separator: "、") + (more ? "等" : "")
        )
    }

    private func missedGoals(_ digest: RecordDigest) -> [ReportTable] {
        let missed = zip(names.goals, input.scoring.goals).filter {
            !$0.1.isMet(by: digest.values[$0.1.measure])
        }
        guard !missed.isEmpty else { return [] }
        var table = ReportTable(
            "missed-goals",
            Bilingual("Goals missed in this drill", "该次推演未达到的目标"),
            [
                .words("goal", "Goal", "目标"), .init("bound", "Bound", "要求"),
                .init("value", "Value", "结果"),
            ]
        )
        for (name, goal) in missed {
            table.add([
                Cell(name.title), Cell(goal.bound, words.wanted(goal)),
                words.cell(digest.values[goal.measure], goal.measure),
            ])
        }
        return [table]
    }

    // MARK: To mend

    func improvementChapter(_ findings: [Finding]) -> Chapter {
        let mends = findings.filter { !$0.isStrength }
        var table = ReportTable(
            "improvement",
            Bilingual("Improvement plan, to be filled in by the bureau", "整改计划（由组织单位填写）"),
            [
                .init("number", "No.", "序号", .short),
                .words("area", "Item of evaluation", "评估项目"),
                .words("problem", "Problem", "问题"), .words("measure", "Corrective action", "整改措施"),
                .words("owner", "Owner", "责任单位"), .words("due", "Due", "完成时限"),
            ]
        )
        for (number, finding) in mends.enumerated() {
            table.add([
                Cell("\(number + 1)"), Cell(finding.area), Cell(finding.statement), .blank, .blank,
                .blank,
            ])
        }
        for number in mends.count..<max(mends.count + 2, 3) {
            table.add([Cell("\(number + 1)")] + Array(repeating: .blank, count: 5))
        }
        return Chapter(
            "improvement",
            "Improvement items",
            "改进建议与整改计划",
            [.table(table), .pairs(signatures)]
        )
    }

    private var signatures: ReportTable {
        var table = ReportTable(
            "signatures",
            Bilingual("Signatures", "签署"),
            [.words("item", "Item", "项目"), .words("content", "Content", "内容")]
        )
        let roles = [
            Bilingual("Head of the evaluation team", "评估组组长"),
            Bilingual("Approved by", "审定"), Bilingual("Date", "日期"),
        ]
        for role in roles { table.add([Cell(role), .blank]) }
        return table
    }
}
