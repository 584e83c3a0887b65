public import Wording

/// A plan in plain words, in the order in which a planner reads.
public struct PlanExplanation: Sendable {
    /// One statement, with what belongs to it.
    public struct Entry: Sendable {
        /// Name in files of what it is about; nil where it has none.
        public var id: String?
        /// The statement.
        public var text: Bilingual
        /// Whether it is numbered among its neighbours.
        public var isNumbered = false
        /// What belongs to it.
        public var details: [Entry] = []

        init(
            _ text: Bilingual,
            id: String? = nil,
            isNumbered: Bool = false,
            _ details: [Entry] = []
        ) {
            self.text = text
            self.id = id
            self.isNumbered = isNumbered
            self.details = details
        }
    }

    /// A chapter.
    public struct Section: Sendable {
        /// Stable name, for programs.
        public let key: String
        /// Heading.
        public let heading: Bilingual
        /// What it says.
        public let entries: [Entry]
    }

    /// Title of the scenario.
    public var scenario = Bilingual(verbatim: "")
    /// Title of the plan.
    public var plan = Bilingual(verbatim: "")
    /// What the author says about the plan; nil where nothing.
    public var description: Bilingual?
    /// Chapters in order; none is empty.
    public var sections: [Section] = []

    /// Returns the explanation as text, each line at most as long as its statement.
    public func text(in language: Language) -> String {
        var lines = ["\(plan[language]) · \(scenario[language])"]
        if let description { lines += ["", description[language]] }
        for (index, section) in sections.enumerated() {
            lines += ["", Self.heading(section.heading, index, language)]
            Self.write(section.entries, indent: 1, language, to: &lines)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func heading(_ heading: Bilingual, _ index: Int, _ language: Language) -> String
    {
        let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
        guard language == .chinese, numerals.indices.contains(index) else {
            return "\(index + 1). \(heading[language])"
        }
        return "\(numerals[index])、\(heading[language])"
    }

    private static func write(
        _ entries: [Entry],
        indent: Int,
        _ language: Language,
        to lines: inout [String]
    ) {
        let blanks = String(repeating: "  ", count: indent)
        var number = 0
        for entry in entries {
            if entry.isNumbered { number += 1 }
            let mark = entry.isNumbered ? "(\(number)) " : ""
            lines.append(blanks + mark + entry.text[language])
            write(
                entry.details,
                indent: indent + 1 + (entry.isNumbered ? 1 : 0),
                language,
                to: &lines
            )
        }
    }

    /// Returns the explanation for programs.
    public func json(in language: Language) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("format", .integer(1)), ("language", .text(language.rawValue)),
            ("scenario", .text(scenario[language])), ("plan", .text(plan[language])),
        ]
        if let description { members.append(("description", .text(description[language]))) }
        let sections = sections.map { section in
            JSONValue.object([
                ("section", .text(section.key)), ("heading", .text(section.heading[language])),
                ("entries", .list(section.entries.map { Self.json($0, language) })),
            ])
        }
        members.append(("sections", .list(sections)))
        return .object(members)
    }

    private static func json(_ entry: Entry, _ language: Language) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        if let id = entry.id { members.append(("id", .text(id))) }
        members.append(("text", .text(entry.text[language])))
        if !entry.details.isEmpty {
            members.append(("details", .list(entry.details.map { json($0, language) })))
        }
        return .object(members)
    }
}
