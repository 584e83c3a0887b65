import DrillModel
import GroundTruth
import Vocabulary
import Wording

/// Checks of the tasks of a plan.
extension PlanCheck {
    /// A task names the targets it needs, at its own site, and teams that can do it.
    mutating func check(_ value: Checked) {
        guard let name = value.sound("task") else { return }
        let kind: TaskKind = name.named()
        checkKeys(of: kind, value)
        guard scenario.isSound else { return }
        if let key = kind.targetsKey, let targets = value.sound(key), let site = value.sound("site")
        {
            for target in targets.list() { check(target, under: key, at: site) }
        }
        if let kinds = value.sound("kinds") { checkAbility(of: kinds, for: kind) }
    }

    private mutating func checkKeys(of kind: TaskKind, _ value: Checked) {
        for other in ["zones", "hazards", "hospitals"] where other != kind.targetsKey {
            guard let unused = value.optional(other) else { continue }
            report(
                "targets",
                Bilingual(
                    "\(quoted(other)) has no meaning for the task \"\(kind.name)\"",
                    "任务 \"\(kind.name)\" 不需要 \(quoted(other))"
                ),
                at: unused.node.keyRange,
                help: Bilingual("leave the key out", "请删去此键")
            )
        }
        guard let key = kind.targetsKey, value.optional(key) == nil else { return }
        report(
            "targets",
            Bilingual(
                "the task \"\(kind.name)\" does not say where: \(quoted(key)) is missing",
                "任务 \"\(kind.name)\" 没有写明目标：缺少 \(quoted(key))"
            ),
            at: value.value("task").range,
            help: Bilingual(
                "add \(quoted(key)): [ … ], the most urgent first",
                "请补上 \(quoted(key)): [ … ]，按轻重缓急排列"
            )
        )
    }

    private mutating func check(_ target: Checked, under key: String, at site: Checked) {
        let truth = scenario.scenario.truth
        let place: SiteID
        switch key {
        case "zones": place = truth.zones[target.reference()].site
        case "hazards":
            let hazard = truth.hazards[target.reference()]
            place = hazard.site
            if hazard.form.burns { break }
            report(
                "targets",
                Bilingual(
                    "\(quoted(target.text())) is no pool, tank or building that can burn",
                    "\(quotedChinese(target.text()))不是可燃烧的液池、储罐或建筑"
                ),
                at: target.range,
                expected: Bilingual(
                    "a hazard with \"fire\" or \"buildingFire\"",
                    "含有 \"fire\" 或 \"buildingFire\" 的致灾因子"
                )
            )
        default: return
        }
        guard place.index != site.reference() else { return }
        let other = scenario.names.sites[place.index].id
        report(
            "targets",
            Bilingual(
                "\(quoted(target.text())) belongs to the site \(quoted(other))",
                "\(quotedChinese(target.text()))属于现场\(quotedChinese(other))"
            ),
            at: target.range,
            help: Bilingual("make a task of its own for that site", "请为该现场另设任务")
        )
    }

    private mutating func checkAbility(of kinds: Checked, for task: TaskKind) {
        let able = teams.filter { $0.capability.allows(task) }
        let named: [TeamKind] = kinds.list().map { $0.named() }
        guard !able.contains(where: { named.contains($0.kind) }) else { return }
        let others = TeamKind.allCases.filter { kind in able.contains { $0.kind == kind } }
        let names = others.map { quoted($0.name) }
        doubt(
            "no-effect",
            Bilingual(
                "no team of these kinds can do this task (\(task.title.english))",
                "这些种类的队伍都不具备该任务（\(task.title.chinese)）的能力"
            ),
            at: kinds.range,
            help: names.isEmpty
                ? Bilingual(
                    "no team of the scenario can: see \"capability\" of its \"teamTypes\"",
                    "情景中没有具备此能力的队伍：请查看 \"teamTypes\" 的 \"capability\""
                )
                : Bilingual(
                    "teams of these kinds can: \(names.joined(separator: ", "))",
                    "具备此能力的队伍种类：\(names.joined(separator: "、"))"
                )
        )
    }
}

extension TeamCapability {
    /// Tells whether a team with these abilities gets anywhere with a task.
    func allows(_ task: TaskKind) -> Bool {
        switch task {
        case .search: searchSquareMetersPerHour > 0 || extricationFactor > 0
        case .suppress: foamSolutionLitersPerMinute > 0
        case .cool: coolingLitersPerMinute > 0
        case .treat: treatmentPlaces > 0
        case .carry: carriedPersons > 0
        case .pump: pumpLitersPerMinute > 0
        case .refill: refillCylindersPerHour > 0
        case .stage, .evacuate, .survey, .release: true
        }
    }
}
