import EventKernel
import Vocabulary
public import Wording

/// The master scenario events list as it was played (实施版主情景事件清单): what exercise control put in,
/// what the hazards did, and what the posts did, in order of time, as comma-separated values.
///
/// An inject that never came stands at the end. Beside every inject stands what a post first did because
/// of it, found by the causes of the record.
public struct PlayedEvents {
    private let scene: ReplayScene
    private let drill: ReplayDrill
    private let language: Language
    private let time: ExchangeTime
    private let wording: FactWording

    /// Takes a drill.
    public init(_ scene: ReplayScene, _ drill: ReplayDrill, _ language: Language) {
        self.scene = scene
        self.drill = drill
        self.language = language
        time = ExchangeTime(start: scene.start)
        wording = FactWording(names: drill.names(in: scene))
    }

    /// The file: a heading, and a line for each event.
    public var text: String {
        let lines = [Self.headings.map { $0[language] }] + played + missing
        return lines.map { $0.map { Escaping.csv($0) }.joined(separator: ",") + "\r\n" }.joined()
    }

    private static let headings = [
        Bilingual("No.", "序号"), Bilingual("Clock time", "时刻"),
        Bilingual("Scenario time", "情景时间"), Bilingual("Type", "类型"),
        Bilingual("Planned", "计划时间"), Bilingual("From", "责任方"),
        Bilingual("Event", "事件"), Bilingual("Because of", "起因"),
        Bilingual("First action because of it", "首个处置行动"),
        Bilingual("After [s]", "用时（秒）"), Bilingual("Status", "状态"),
        Bilingual("Fact", "记录编号"),
    ]

    // MARK: Lines

    /// What a line is about; nil for facts that are no event of the list.
    private func kind(of content: FactContent) -> Bilingual? {
        switch content {
        case .injected: Bilingual("inject", "情景注入")
        case .exploded, .ignited, .controlled, .extinguished, .reflared, .began, .shifted, .ceased:
            Bilingual("hazard", "灾情")
        case .decided: Bilingual("decision", "决策")
        case .requested, .approved: Bilingual("approval", "请示批准")
        case .levelChanged: Bilingual("response level", "响应级别")
        case .activated: Bilingual("post", "指挥机构")
        case .orderedSupplies: Bilingual("supplies", "物资调拨")
        case .orderedWarning: Bilingual("warning", "预警")
        case .published, .released: Bilingual("release", "信息发布")
        case .reportFellDue(_, inTime: false): Bilingual("report overdue", "报送超时")
        default: nil
        }
    }

    private var played: [[String]] {
        let answers = firstActions
        var number = 0
        return drill.facts.compactMap { fact -> [String]? in
            guard let kind = kind(of: fact.content) else { return nil }
            number += 1
            let answer = answers[fact.id]
            return [
                "\(number)", time.table(fact.time), ExchangeTime.length(fact.time),
                kind[language], planned(fact.content), poster(fact.content),
                wording.text(fact.content)[language], cause(of: fact),
                answer.map { wording.text($0.content)[language] } ?? "",
                answer.map { seconds($0.time - fact.time) } ?? "",
                Bilingual("played", "已实施")[language], "#\(fact.id.index)",
            ]
        }
    }

    private func seconds(_ length: SimDuration) -> String {
        Figures.decimal(length.seconds, places: 0)
    }

    private func planned(_ content: FactContent) -> String {
        guard case .injected(let inject) = content else { return "" }
        return planned(inject.index)
    }

    private func planned(_ inject: Int) -> String {
        guard scene.plannedInjects.indices.contains(inject) else { return "" }
        let plan = scene.plannedInjects[inject]
        let length = ExchangeTime.length(plan.time)
        return plan.isConditional
            ? Bilingual("conditional, after \(length)", "条件触发后 \(length)")[language] : length
    }

    private func poster(_ content: FactContent) -> String {
        if case .activated(let post) = content { return wording.post(post)[language] }
        if case .injected = content { return Bilingual("exercise control", "导调组")[language] }
        return content.decider.map { wording.post($0)[language] } ?? ""
    }

    private func cause(of fact: Fact) -> String {
        guard fact.cause != .none, fact.cause < fact.id else { return "" }
        let cause = drill.facts[fact.cause.index]
        return "#\(cause.id.index) " + wording.text(cause.content)[language]
    }

    // MARK: Injects

    /// The first decision, order or release that follows from each inject.
    private var firstActions: [FactID: Fact] {
        var roots = Array(repeating: FactID.none, count: drill.facts.count)
        var first: [FactID: Fact] = [:]
        for fact in drill.facts {
            var cause = fact.cause
            // From a belief the way leads to what was seen, not to the report that carried it.
            if case .believed(_, _, _, let told) = fact.content, told != .none { cause = told }
            if cause != .none, cause < fact.id { roots[fact.id.index] = roots[cause.index] }
            if case .injected = fact.content { roots[fact.id.index] = fact.id }
            let root = roots[fact.id.index]
            guard root != .none, root != fact.id, fact.content.decider != nil else { continue }
            if first[root] == nil { first[root] = fact }
        }
        return first
    }

    /// Injects that never came.
    private var missing: [[String]] {
        var came: Set<InjectID> = []
        for fact in drill.facts {
            if case .injected(let inject) = fact.content { came.insert(inject) }
        }
        let never = scene.names.injects.indices.filter { !came.contains(InjectID($0)) }
        return never.map { inject in
            let title = scene.names.injects[inject].title[language]
            return [
                "", "", "", Bilingual("inject", "情景注入")[language], planned(inject),
                Bilingual("exercise control", "导调组")[language], title, "", "", "",
                Bilingual("never came", "未触发")[language], "",
            ]
        }
    }
}
