import Wording

/// A report as one HTML file.
struct ReportPage {
    private let document: ReportDocument

    init(_ document: ReportDocument) {
        self.document = document
    }

    /// Returns the file.
    func html(_ language: Language) -> String {
        let page = Page(
            title: title,
            language: language,
            styles: ReportStyle.sheet,
            scripts: ReportStyle.script
        )
        return page.html(
            Markup([
                skipLink,
                .element("header", ["class": "banner"], page.languageSwitch(), front),
                .element("div", ["class": "sheet"], contents, main),
            ])
        )
    }

    private var title: Bilingual {
        let about = document.subtitles.first ?? Bilingual(verbatim: "")
        return Bilingual(
            "\(about.english) – \(document.title.english)",
            "\(about.chinese)　\(document.title.chinese)"
        )
    }

    private var skipLink: Markup {
        .element(
            "a",
            ["href": "#report", "class": "skip"],
            Page.words(Bilingual("Skip to the report", "跳至正文"))
        )
    }

    private var front: Markup {
        Markup(
            [.element("h1", [:], Page.words(document.title))]
                + document.subtitles.enumerated().map { number, line in
                    .element(
                        "p",
                        ["class": number == 0 ? "subject" : "subtitle"],
                        Page.words(line)
                    )
                }
        )
    }

    private var contents: Markup {
        let entries = document.chapters.enumerated().map { number, chapter in
            Markup.element(
                "li",
                [:],
                .element("a", ["href": "#\(chapter.name)"], heading(chapter, number))
            )
        }
        return .element(
            "nav",
            ["class": "contents", "aria-labelledby": "contents"],
            .element(
                "h2",
                ["id": "contents"],
                Page.words(Bilingual("Contents", "目录"))
            ),
            .element("ul", [:], entries)
        )
    }

    private var main: Markup {
        .element(
            "main",
            ["id": "report", "tabindex": "-1"],
            document.chapters.enumerated().map { number, chapter in
                .element(
                    "section",
                    ["id": chapter.name, "aria-labelledby": "\(chapter.name)-heading"],
                    .element(
                        "h2",
                        ["id": "\(chapter.name)-heading"],
                        heading(chapter, number)
                    ),
                    Markup(chapter.blocks.map { block($0) })
                )
            }
        )
    }

    private func heading(_ chapter: Chapter, _ number: Int) -> Markup {
        Page.words(
            Bilingual(
                "\(number + 1). \(chapter.title.english)",
                "\(ChineseNumeral.text(number + 1))、\(chapter.title.chinese)"
            )
        )
    }

    // MARK: Blocks

    private func block(_ block: Block) -> Markup {
        switch block {
        case .paragraph(let text): .element("p", [:], Page.words(text))
        case .remark(let text): .element("p", ["class": "remark"], Page.words(text))
        case .heading(let text): .element("h3", [:], Page.words(text))
        case .pairs(let table): pairs(table)
        case .table(let table): scroll(TablePart(table).markup, table)
        case .folded(let table, let isPrinted): folded(table, isPrinted)
        case .figure(let figure): self.figure(figure)
        case .statements(let list): .element("ol", ["class": "plan"], statements(list))
        case .keyFigures(let figures): keyFigures(figures)
        }
    }

    private func pairs(_ table: ReportTable) -> Markup {
        let rows = table.rows.compactMap { row -> Markup? in
            guard case .cells(let cells) = row, cells.count == 2 else { return nil }
            return .element(
                "div",
                [:],
                .element("dt", [:], TablePart.content(cells[0])),
                .element("dd", [:], TablePart.content(cells[1]))
            )
        }
        return .element("dl", ["class": "pairs", "data-table": table.name], rows)
    }

    /// A table that may be wider than the screen: reached by the keyboard too.
    private func scroll(_ content: Markup, _ table: ReportTable) -> Markup {
        .element(
            "div",
            [
                "class": "scroll", "tabindex": "0", "role": "region",
                "aria-labelledby": "\(table.name)-caption",
            ],
            content
        )
    }

    private func folded(_ table: ReportTable, _ isPrinted: Bool) -> Markup {
        .element(
            "details",
            ["class": isPrinted ? "folded" : "folded unprinted"],
            .element("summary", [:], Page.words(table.caption)),
            scroll(TablePart(table).markup, table)
        )
    }

    private func figure(_ figure: Figure) -> Markup {
        let name = figure.table.name
        let drawing = Page.blocks { figure.drawing($0, "\(name)-\($0.rawValue)") }
        return .element(
            "figure",
            ["id": "figure-\(name)"],
            .element(
                "figcaption",
                ["id": "figure-\(name)-caption"],
                .element("strong", [:], Page.words(figure.title)),
                .element("span", ["class": "message"], Page.words(figure.message))
            ),
            .element(
                "div",
                [
                    "class": "scroll drawing", "tabindex": "0", "role": "region",
                    "aria-labelledby": "figure-\(name)-caption",
                ],
                drawing
            ),
            figure.showsTable
                ? scroll(TablePart(figure.table).markup, figure.table)
                : .element(
                    "details",
                    ["class": "numbers"],
                    .element("summary", [:], Page.words(Self.numbers)),
                    scroll(TablePart(figure.table).markup, figure.table)
                )
        )
    }

    private static let numbers = Bilingual("Numbers of this chart", "图中数据")

    private func statements(_ list: [Statement]) -> Markup {
        Markup(
            list.map { statement in
                .element(
                    "li",
                    [:],
                    Page.words(statement.text),
                    statement.details.isEmpty
                        ? Markup() : .element("ul", [:], statements(statement.details))
                )
            }
        )
    }

    private func keyFigures(_ figures: [KeyFigure]) -> Markup {
        .element(
            "ul",
            ["class": "key-figures"],
            figures.map { figure in
                .element(
                    "li",
                    [:],
                    .element("span", ["class": "name"], Page.words(figure.title)),
                    .element("span", ["class": "value"], TablePart.content(figure.value)),
                    Markup(figure.remarks.map { remark($0) })
                )
            }
        )
    }

    private func remark(_ remark: (label: Bilingual, low: Cell, high: Cell?)) -> Markup {
        var parts = [Page.words(remark.label), " ", TablePart.content(remark.low)]
        if let high = remark.high { parts += [" – ", TablePart.content(high)] }
        return .element("span", ["class": "range"], parts)
    }
}

/// A table as HTML.
struct TablePart {
    private let table: ReportTable

    init(_ table: ReportTable) {
        self.table = table
    }

    var markup: Markup {
        .element(
            "table",
            isAllNumbers
                ? ["data-table": table.name, "class": "all-n"] : ["data-table": table.name],
            .element(
                "caption",
                ["id": "\(table.name)-caption"],
                Page.words(table.caption)
            ),
            .element("thead", [:], .element("tr", [:], headings)),
            .element("tbody", [:], table.rows.map { row($0) })
        )
    }

    /// Whether every column is one of numbers, so that cells need not say so.
    private var isAllNumbers: Bool { table.columns.allSatisfy { $0.setting == .number } }

    private var headings: [Markup] {
        table.columns.map { column in
            column.setting == .words || isAllNumbers
                ? .element("th", ["scope": "col"], Page.words(column.title))
                : .element(
                    "th",
                    ["scope": "col", "class": column.setting.rawValue],
                    Page.words(column.title)
                )
        }
    }

    private func row(_ row: ReportTable.Row) -> Markup {
        switch row {
        case .heading(let title):
            .element(
                "tr",
                ["class": "group"],
                .element(
                    "th",
                    ["scope": "rowgroup", "colspan": "\(table.columns.count)"],
                    Page.words(title)
                )
            )
        case .cells(let cells):
            cells.first?.isBlank == true
                ? .element("tr", ["class": "more"], self.cells(cells))
                : .element("tr", [:], self.cells(cells))
        }
    }

    private func cells(_ cells: [Cell]) -> [Markup] {
        cells.enumerated().map { place, cell in
            let content = Self.content(cell)
            let setting = table.columns[place].setting
            let name = place == 0 && setting != .number ? "th" : "td"
            if name == "th" { return Self.head(content, setting) }
            return setting == .words || isAllNumbers
                ? .element(name, [:], content)
                : .element(name, ["class": setting.rawValue], content)
        }
    }

    private static func head(
        _ content: Markup,
        _ setting: ReportTable.Column.Setting
    ) -> Markup {
        setting == .words
            ? .element("th", ["scope": "row"], content)
            : .element("th", ["scope": "row", "class": setting.rawValue], content)
    }

    /// Returns what a cell shows; a number names its value in files where that reads otherwise.
    static func content(_ cell: Cell) -> Markup {
        let words = Page.words(cell.shown)
        var content = words
        if let value = cell.value {
            if let source = cell.source {
                content = .element("data", ["value": value, "data-from": source], words)
            } else if cell.shown != Bilingual(verbatim: value) {
                content = .element("data", ["value": value], words)
            }
        }
        guard let tone = cell.tone else { return content }
        return .element("span", ["class": "badge \(tone.rawValue)"], content)
    }
}

/// Numbers of chapters in Chinese.
enum ChineseNumeral {
    private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// Returns a number from 1 to 99 in words.
    static func text(_ number: Int) -> String {
        let (tens, ones) = (number / 10, number % 10)
        guard tens > 0, tens < 10 else { return digits[max(0, min(9, ones))] }
        return (tens > 1 ? digits[tens] : "") + "十" + digits[ones]
    }
}
