import EventKernel
import Scoring
import Vocabulary
import Wording

/// What happens, to whom, with what there is to respond; and how the response is run.
extension AfterActionReport {
    var scenarioChapter: Chapter {
        Chapter(
            "scenario",
            "Scenario",
            "演练情景",
            [
                .paragraph(happening), .table(zoneTable), .table(teamTable), .table(meansTable),
            ] + (injectTable.isEmpty ? [] : [.table(injectTable)])
        )
    }

    private var happening: Bilingual {
        let hazards = names.hazards.map(\.title)
        let people = input.setting.zonePersons.reduce(0, +)
        let length = words.duration(input.scoring.duration.seconds)
        let hazardList = Bilingual(
            hazards.map(\.english).joined(separator: ", "),
            hazards.map(\.chinese).joined(separator: "、")
        )
        return Bilingual(
            "The drill lasts \(length.english). Hazards: \(hazardList.english). "
                + "\(people) people belong to \(names.zones.count) zones.",
            "演练时长\(length.chinese)。致灾因子：\(hazardList.chinese)。"
                + "涉及区域\(names.zones.count)处，在册人口\(people)人。"
        )
    }

    /// Most rows of a list of the scenario -- constant.
    private static let mostRows = 60

    /// Says how many rows of a longer list are shown.
    private static func caption(_ title: Bilingual, _ count: Int) -> Bilingual {
        guard count > mostRows else { return title }
        return Bilingual(
            title.english + " (the first \(mostRows) of \(count))",
            title.chinese + "（共\(count)项，列出前\(mostRows)项）"
        )
    }

    private var zoneTable: ReportTable {
        var table = ReportTable(
            "zones",
            Self.caption(
                Bilingual("Zones and people", "区域与人口（承灾体）"),
                names.zones.count
            ),
            [
                .words("zone", "Zone", "区域"), .init("persons", "People who belong there", "在册人口"),
            ]
        )
        for (name, persons) in zip(names.zones, input.setting.zonePersons).prefix(Self.mostRows) {
            table.add([Cell(name.title), Cell(persons)])
        }
        return table
    }

    private var teamTable: ReportTable {
        var table = ReportTable(
            "teams",
            Bilingual("Teams by kind", "应急力量（按队种）"),
            [
                .words("kind", "Kind", "队种"), .init("teams", "Teams", "队数"),
                .init("members", "Members", "人数"),
            ]
        )
        let kinds = input.scoring.teamKinds
        for kind in TeamKind.allCases {
            let own = kinds.indices.filter { kinds[$0] == kind }
            guard !own.isEmpty else { continue }
            let crews = input.setting.teamCrews
            let members = own.reduce(0) { $0 + (crews.indices.contains($1) ? crews[$1] : 0) }
            table.add([Cell(kind.title), Cell(own.count), Cell(members)])
        }
        return table
    }

    private var meansTable: ReportTable {
        var table = ReportTable(
            "means",
            Bilingual("Supplies, hospitals and posts", "物资、医院与指挥机构"),
            [.words("item", "Item", "项目"), .words("content", "Content", "内容")]
        )
        for kind in SupplyKind.allCases {
            let amount = input.scoring.stock[kind]
            guard amount > 0 else { continue }
            let unit = kind.unit
            table.add([
                Cell(kind.title),
                Cell(
                    Double(amount),
                    Bilingual("\(amount) \(unit.english)", "\(amount)\(unit.chinese)")
                ),
            ])
        }
        let beds = input.setting.hospitalBeds.reduce(0, +)
        table.add([
            Cell(Bilingual("Hospitals", "医院")),
            Cell(
                Bilingual(
                    "\(names.hospitals.count), beds that can be cleared: \(beds)",
                    "\(names.hospitals.count)家，可腾空床位\(beds)张"
                )
            ),
        ])
        table.add([Cell(Bilingual("Posts", "指挥机构")), Cell(postList)])
        return table
    }

    private var postList: Bilingual {
        let posts = zip(names.posts, input.scoring.postLevels)
        return Bilingual(
            posts.map { "\($0.title.english) (\($1.title.english))" }.joined(separator: ", "),
            posts.map { "\($0.title.chinese)（\($1.title.chinese)）" }.joined(separator: "、")
        )
    }

    private var injectTable: ReportTable {
        var table = ReportTable(
            "injects",
            Self.caption(Bilingual("Injects", "情景注入"), names.injects.count),
            [.init("secondsFromStart", "When", "时间"), .words("inject", "Inject", "内容")]
        )
        for (name, seconds) in zip(names.injects, input.setting.injectSeconds).prefix(Self.mostRows)
        {
            let when = seconds.map { words.clock($0) }
            table.add([
                when ?? Cell(Bilingual("when its condition holds", "条件满足时")), Cell(name.title),
            ])
        }
        return table
    }

    // MARK: Plan

    var planChapter: Chapter {
        var blocks: [Block] = input.planOutline.map { [.paragraph($0)] } ?? []
        for chapter in input.planChapters {
            blocks.append(.heading(chapter.heading))
            blocks.append(.statements(chapter.statements))
        }
        if input.planChapters.isEmpty {
            blocks.append(
                .remark(
                    Bilingual("The plan's text is not in the folder.", "结果文件夹中没有预案文本。")
                )
            )
        }
        return Chapter("plan", "Plan under test", "检验预案", blocks)
    }
}
