import Wording

/// A report as Markdown in one language; charts as their tables.
struct ReportMarkdown {
    private let document: ReportDocument
    private let language: Language

    init(_ document: ReportDocument, _ language: Language) {
        self.document = document
        self.language = language
    }

    /// The file.
    var text: String {
        var parts = ["# " + words(document.title)]
        parts += document.subtitles.map { words($0) }
        for (number, chapter) in document.chapters.enumerated() {
            let mark =
                language == .chinese
                ? ChineseNumeral.text(number + 1) + "、" : "\(number + 1). "
            parts.append("## " + mark + words(chapter.title))
            parts += chapter.blocks.map { block($0) }
        }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func words(_ text: Bilingual) -> String { Escaping.markdown(text[language]) }

    private func block(_ block: Block) -> String {
        switch block {
        case .paragraph(let text): words(text)
        case .remark(let text): "*" + words(text) + "*"
        case .heading(let text): "### " + words(text)
        case .pairs(let table), .table(let table), .folded(let table, _): self.table(table)
        case .figure(let figure):
            "**" + words(figure.title) + "** " + words(figure.message) + "\n\n"
                + table(figure.table)
        case .statements(let list): statements(list, indent: 0)
        case .keyFigures(let figures): keyFigures(figures)
        }
    }

    private func table(_ table: ReportTable) -> String {
        var lines = ["**" + words(table.caption) + "**", ""]
        lines.append("| " + table.columns.map { words($0.title) }.joined(separator: " | ") + " |")
        lines.append(
            "|" + table.columns.map { $0.setting == .number ? "---:|" : "---|" }.joined()
        )
        for row in table.rows {
            switch row {
            case .heading(let title):
                let rest = Array(repeating: "", count: max(0, table.columns.count - 1))
                let cells = ["**" + words(title) + "**"] + rest
                lines.append("| " + cells.joined(separator: " | ") + " |")
            case .cells(let cells):
                lines.append("| " + cells.map { words($0.shown) }.joined(separator: " | ") + " |")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func statements(_ list: [Statement], indent: Int) -> String {
        let blanks = String(repeating: "  ", count: indent)
        return list.map { statement in
            let line = blanks + "- " + words(statement.text)
            guard !statement.details.isEmpty else { return line }
            return line + "\n" + statements(statement.details, indent: indent + 1)
        }.joined(separator: "\n")
    }

    private func keyFigures(_ figures: [KeyFigure]) -> String {
        figures.map { figure in
            let remarks = figure.remarks.map { remark in
                let high = remark.high.map { " – " + words($0.shown) } ?? ""
                return words(remark.label) + " " + words(remark.low.shown) + high
            }
            let value = "**" + words(figure.value.shown) + "**"
            return "- " + words(figure.title) + "\\: " + value
                + (remarks.isEmpty ? "" : "  (" + remarks.joined(separator: "; ") + ")")
        }.joined(separator: "\n")
    }
}
