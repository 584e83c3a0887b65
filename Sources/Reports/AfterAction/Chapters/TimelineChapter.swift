import EventKernel
import Vocabulary
import Wording

/// The story of the typical drill: what decided it, and all that was told.
extension AfterActionReport {
    var timelineChapter: Chapter {
        guard let digest else {
            return Chapter("timeline", "Timeline of the typical drill", "典型推演过程", [noRecord])
        }
        let entries = digest.timeline.entries
        let key = entries.filter { isKey($0, digest.facts) }
        let text = Bilingual(
            "The \(typicalTitle.english) in its main steps. The number of a fact leads to its causes: "
                + "drill run … --drill \(results.typicalDrill ?? 0) --why FACT.",
            "以下为\(typicalTitle.chinese)的主要环节。凭记录编号可查因果链：drill run … --drill \(results.typicalDrill ?? 0) --why 编号。"
        )
        let all = table(
            "timeline-all",
            Bilingual(
                "The whole story (\(entries.count) entries)",
                "完整时间线（共\(entries.count)条）"
            ),
            Array(entries.prefix(Self.mostEntries)),
            isWhole: true
        )
        return Chapter(
            "timeline",
            "Timeline of the typical drill",
            "典型推演过程",
            [
                .paragraph(text),
                .table(table("timeline", Bilingual("Main steps", "主要环节"), key)),
                .folded(all, isPrinted: false),
            ]
        )
    }

    /// Most entries of the whole story -- constant.
    private static let mostEntries = 600

    private func table(
        _ name: String,
        _ caption: Bilingual,
        _ entries: [Timeline.Entry],
        isWhole: Bool = false
    ) -> ReportTable {
        var table = ReportTable(
            name,
            caption,
            [
                .init("secondsFromStart", "Time", "时间", .short),
                .init("kind", "Kind", "类别", .short),
                .words("event", "Event", "事件"), .init("fact", "Fact", "记录编号"),
            ]
        )
        for entry in entries {
            let sort = entry.sort.title
            let seconds = entry.time.seconds
            table.add([
                isWhole ? words.shortClock(seconds) : words.clock(seconds),
                Cell(Bilingual(Self.trimmed(sort.english), sort.chinese)), Cell(entry.text),
                Cell(entry.fact.index),
            ])
        }
        return table
    }

    private static func trimmed(_ text: String) -> String {
        String(text.reversed().drop { $0 == " " }.reversed())
    }

    /// Tells whether an entry decides the course: hazards, posts that begin, decide or change level,
    /// what is made public, and the first of what comes often.
    private func isKey(_ entry: Timeline.Entry, _ facts: [Fact]) -> Bool {
        guard facts.indices.contains(entry.fact.index) else { return false }
        switch facts[entry.fact.index].content {
        case .started, .ended, .injected, .exploded, .began, .ceased, .controlled, .extinguished,
            .reflared, .shifted, .activated, .levelChanged, .surveyed, .published, .released,
            .decided, .approved, .warned, .ranOut:
            return true
        case .ignited(_, let secondary): return secondary
        case .damaged, .believed(_, .incident, _, _): return true
        case .arrived: return true
        case .freed: return true
        default: return false
        }
    }
}
