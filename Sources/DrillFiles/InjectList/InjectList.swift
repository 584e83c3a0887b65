public import Wording

extension ScenarioFile {
    /// Returns the injects as a master scenario events list (主情景事件清单), in comma-separated values.
    ///
    /// - Parameters:
    ///   - language: Language of the headings and words.
    ///   - forPlayers: Whether hidden injects, changes of the scenario and expected actions are left
    ///     out.
    /// - Returns: The table with its headings; times from the start, and on the clock where they are
    ///   fixed.
    public func injectList(in language: Language, forPlayers: Bool) -> String {
        let hidden: Set<InjectColumn> = [.trigger, .hidden, .expected, .change, .status, .note]
        let columns = InjectColumn.allCases.filter { !forPlayers || !hidden.contains($0) }
        let shown = inOrder.filter { !forPlayers || !$0.flag("hidden") }
        let headings = columns.map { $0.heading[language] }
        let rows = shown.enumerated().map { number, inject in
            columns.map { column in
                // Players are not to guess from a delay what it counts from.
                let isSecret = forPlayers && column == .time && inject.optional("at") == nil
                return isSecret ? "" : cell(column, of: inject, number: number + 1, language)
            }
        }
        return CSVTable.text([headings] + rows)
    }

    /// Injects with a fixed time in order of time, then those that wait for something.
    private var inOrder: [Checked] {
        let keys = injects.enumerated().map { number, inject in
            (inject.optional("at") == nil, Self.milliseconds(of: inject), number)
        }
        return injects.indices.sorted { left, right in
            let (one, other) = (keys[left], keys[right])
            if one.0 != other.0 { return other.0 }
            return !one.0 && one.1 != other.1 ? one.1 < other.1 : left < right
        }
        .map { injects[$0] }
    }

    private func cell(
        _ column: InjectColumn,
        of inject: Checked,
        number: Int,
        _ language: Language
    ) -> String {
        switch column {
        case .number: return inject.optional("id")?.text() ?? "\(number)"
        case .time: return Self.clockLength(Self.milliseconds(of: inject))
        case .clock:
            guard inject.optional("at") != nil else { return "" }
            return Self.clock(start.later(milliseconds: Self.milliseconds(of: inject)))
        case .trigger: return inject.optional("after").map { Self.trigger($0, language) } ?? ""
        case .kind: return Self.kind(of: inject)[language]
        case .hidden:
            return (inject.flag("hidden") ? Bilingual("yes", "是") : Bilingual("no", "否"))[language]
        case .description:
            if let name = inject.optional("name") { return name.text(language.rawValue) }
            return InjectFormat.change(inject, names)[language]
        case .change: return Self.change(inject, language)
        default: return column.key.flatMap { inject.optional($0)?.text() } ?? ""
        }
    }

    private static func milliseconds(of inject: Checked) -> Int64 {
        inject.optional("after")?.milliseconds("delay") ?? inject.optional("at")?.milliseconds()
            ?? 0
    }

    private static func kind(of inject: Checked) -> Bilingual {
        if inject.alternative().key == "message" { return Bilingual("message", "情况通报") }
        return inject.optional("after") == nil
            ? Bilingual("scheduled", "定时注入") : Bilingual("conditional", "条件注入")
    }

    private static func trigger(_ trigger: Checked, _ language: Language) -> String {
        let (key, content) = trigger.alternative()
        switch key {
        case "begins": return written(.begins, [content.text()], language)
        case "isOut": return written(.isOut, [content.text()], language)
        case "arrivalAt": return written(.arrival, [content.text()], language)
        default:
            let names = [content.text("post"), content.text("atLeast")]
            return written(.level, names, language)
        }
    }

    private static func change(_ inject: Checked, _ language: Language) -> String {
        let (key, content) = inject.alternative()
        switch key {
        case "message": return ""
        case "hazard": return written(.hazard, [content.text()], language)
        case "channelsCut": return written(content.flag() ? .cut : .restored, [], language)
        case "postCut":
            return written(
                content.flag("cut") ? .cutOff : .reached,
                [content.text("post")],
                language
            )
        case "casualty":
            let person = "\(content.count("person"))"
            let names = [content.text("zone"), person, content.text("severity")]
            return written(.casualty, names, language)
        // In words only: what concerns an imported network is not read back from a list.
        case "network": return InjectFormat.networkTitle(content)[language]
        case "traffic": return InjectFormat.trafficTitle(content)[language]
        default:
            let ends = content.list("between").map { $0.text() }
            return written(content.flag("closed") ? .closes : .opens, ends, language)
        }
    }

    private static func written(
        _ word: InjectWord,
        _ names: [String],
        _ language: Language
    ) -> String {
        ([word.word[language]] + names).joined(separator: " ")
    }

    /// A length of time as hours and minutes, with seconds where there are some.
    private static func clockLength(_ milliseconds: Int64) -> String {
        let seconds = milliseconds / 1000
        let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
        let text = "\(two(hours)):\(two(minutes))"
        return rest == 0 ? text : text + ":\(two(rest))"
    }

    private static func clock(_ instant: AbsoluteInstant) -> String {
        let now = instant.calendar
        let date = "\(now.year)-\(two(Int64(now.month)))-\(two(Int64(now.day)))"
        return "\(date) \(two(Int64(now.hour))):\(two(Int64(now.minute)))"
    }

    private static func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
