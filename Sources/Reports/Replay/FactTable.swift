import EventKernel
import Vocabulary
import Wording

/// The record of a drill as a page holds it: a few bytes a fact.
///
/// One fact after another: pattern, time since the fact before [ms], how many facts back its cause is (0
/// for none), what fills the holes; for a belief also how many facts back the line is that told it (0
/// for none), and for a report that is sent or lost the post it is for, plus 1.
struct FactTable {
    private var templates: FactTemplates
    private var packed = PackedBytes()
    private var last: Int64 = 0
    /// Post for which each report is, by its number.
    private let receivers: [PostID?]
    private let count: Int

    /// Packs a record.
    ///
    /// - Complexity: O(facts).
    init(_ facts: [Fact], _ names: ScenarioNames) {
        templates = FactTemplates(names)
        receivers = Self.receivers(facts)
        count = facts.count
        for fact in facts { add(fact) }
    }

    private static func receivers(_ facts: [Fact]) -> [PostID?] {
        var receivers: [PostID?] = []
        for fact in facts {
            guard case .delivered(let report, let post) = fact.content, report.index >= 0 else {
                continue
            }
            while receivers.count <= report.index { receivers.append(nil) }
            receivers[report.index] = post
        }
        return receivers
    }

    private mutating func add(_ fact: Fact) {
        let (template, holes) = templates.parts(of: fact.content)
        packed.add(template)
        packed.add(Int(fact.time.milliseconds - last))
        last = fact.time.milliseconds
        packed.add(back(from: fact, to: fact.cause))
        for hole in holes { packed.add(signed: hole.value) }
        switch fact.content {
        case .believed(_, _, _, let told): packed.add(back(from: fact, to: told))
        case .sent(let report, _, _), .reportLost(let report):
            let post = receivers.indices.contains(report.index) ? receivers[report.index] : nil
            packed.add(post.map { $0.index + 1 } ?? 0)
        default: break
        }
    }

    private func back(from fact: Fact, to other: FactID) -> Int {
        other == .none || other >= fact.id ? 0 : fact.id.index - other.index
    }

    /// The table for the page.
    var json: PageJSON {
        .object([
            ("count", .whole(count)),
            (
                "templates",
                .list(
                    templates.templates.map { template in
                        .list([
                            .whole(template.sort), .whole(template.role), .text(template.english),
                            .text(template.chinese), .text(template.holes),
                        ])
                    }
                )
            ),
            ("texts", .list(templates.texts.map { .text($0) })),
            ("bytes", .text(packed.base64)),
        ])
    }
}
