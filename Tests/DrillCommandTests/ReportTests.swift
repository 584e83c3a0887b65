import Foundation
import Testing

/// Reports that the built program makes of a batch.
@Suite struct ReportTests {
    @Test func `a report made anew is the one that the batch wrote`() throws {
        try withBatch(["--references"]) { folder in
            let written = try Self.text("report.html", folder)
            let out = folder.appendingPathComponent("again")
            let outcome = try BuiltProgram.run(["report", folder.path, "--out", out.path])
            #expect(outcome.status == 0)
            #expect(outcome.output == out.path + "/report.html\n")
            #expect(try Self.text("report.html", out) == written)
            #expect(written.utf8.count < 1_000_000)
        }
    }

    @Test func `every number of a report is the one of the file it comes from`() throws {
        try withBatch(["--references"]) { folder in
            let html = try Self.text("report.html", folder)
            let numbers = ReportPage.numbers(in: html)
            #expect(numbers.count > 200)
            var files: [String: StoredValue] = [:]
            for (source, value) in numbers {
                let parts = source.split(separator: "#").map(String.init)
                let file = parts.count > 1 ? parts[0] : "summary.json"
                let root = try files[file] ?? StoredValue.read(folder.appendingPathComponent(file))
                files[file] = root
                switch root.value(at: parts.last ?? "") {
                case .text(let text): #expect(text == value, "\(source)")
                case .number(let number): #expect(number == Double(value), "\(source)")
                case .null: #expect(value.isEmpty, "\(source)")
                default: Issue.record("\(source) is not there")
                }
            }
        }
    }

    @Test func `the table behind every chart, and every other, is the one in its file`() throws {
        try withBatch([]) { folder in
            let line = ["report", folder.path, "--csv", "--lang", "en"]
            let outcome = try BuiltProgram.run(line)
            #expect(outcome.status == 0)
            let html = try Self.text("report.html", folder)
            let tables = ReportPage.tables(in: html)
            #expect(tables.count > 15)
            for (name, rows) in tables {
                let file = try Self.text("report/\(name).csv", folder)
                let lines = file.split(separator: "\n").dropFirst().map(ReportPage.cells)
                #expect(rows == lines, "\(name)")
            }
        }
    }

    @Test func `curves and spreads are those of the results`() throws {
        try withBatch([]) { folder in
            _ = try BuiltProgram.run(["report", folder.path, "--csv"])
            let curves = try Self.rows("curves.csv", folder)
            let shown = try Self.rows("report/curve-deaths.csv", folder)
            #expect(shown.map { $0.prefix(6) } == curves.map { $0.prefix(6) })
            let drills = try Self.rows("drills.csv", folder, header: true)
            let column = try #require(drills[0].firstIndex(of: "secondsToFirstArrival"))
            let arrivals = drills.dropFirst().compactMap { Double($0[column]) }
            for bar in try Self.rows("report/spread-secondsToFirstArrival.csv", folder) {
                let (low, high) = (Double(bar[0]) ?? 0, Double(bar[1]) ?? 0)
                // An edge may differ from a value by the last bit.
                let count = arrivals.count { $0 >= low - 1e-6 && $0 < high - 1e-6 }
                #expect(count == Int(bar[2]), "from \(low)")
            }
        }
    }

    @Test func `other plans are compared under the same luck, and no others`() throws {
        try withBatch([]) { folder in
            let other = folder.appendingPathComponent("other")
            let line = ["batch", BuiltProgram.small, "--drills", "12", "--out", other.path]
            #expect(try BuiltProgram.run(line).status == 0)
            let compared = ["report", folder.path, "--against", other.path]
            #expect(try BuiltProgram.run(compared).status == 0)
            let html = try Self.text("report.html", folder)
            #expect(html.contains("data-table=\"difference-deaths\""))
            #expect(try BuiltProgram.run(line + ["--seed", "2"]).status == 0)
            let refused = try BuiltProgram.run(compared)
            #expect(refused.status == 65)
            #expect(refused.complaints.contains("the seed is another"))
        }
    }

    @Test func `a folder without results is refused, and Markdown is written where asked for`()
        throws
    {
        try withBatch([]) { folder in
            #expect(try BuiltProgram.run(["report", folder.path + "/inputs"]).status == 65)
            let outcome = try BuiltProgram.run(["report", folder.path, "--markdown", "--json"])
            #expect((try outcome.json()["files"] as? [String])?.count == 2)
            #expect(try Self.text("report.md", folder).hasPrefix("# After-action report"))
        }
    }

    // MARK: Helping

    private func withBatch(_ options: [String], _ check: (URL) throws -> Void) throws {
        try BuiltProgram.withFolder { folder in
            let line = ["batch", BuiltProgram.small, "--drills", "12", "--out", folder.path]
            #expect(try BuiltProgram.run(line + options).status == 0)
            try check(folder)
        }
    }

    private static func text(_ name: String, _ folder: URL) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    private static func rows(
        _ name: String,
        _ folder: URL,
        header: Bool = false
    ) throws -> [[String]] {
        try text(name, folder).split(separator: "\n").dropFirst(header ? 0 : 1).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}

/// A value of a file of JSON, numbers to the last bit.
enum StoredValue: Decodable {
    case null
    case number(Double)
    case text(String)
    case list([StoredValue])
    case object([String: StoredValue])
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([StoredValue].self) {
            self = .list(list)
        } else if let object = try? container.decode([String: StoredValue].self) {
            self = .object(object)
        } else {
            self = .other
        }
    }

    static func read(_ file: URL) throws -> StoredValue {
        try JSONDecoder().decode(StoredValue.self, from: try Data(contentsOf: file))
    }

    /// What stands at a place with points between its steps.
    func value(at place: String) -> StoredValue? {
        place.split(separator: ".").reduce(self) { (value: StoredValue?, step) in
            switch value {
            case .list(let list): Int(step).flatMap { list.indices.contains($0) ? list[$0] : nil }
            case .object(let object): object[String(step)]
            default: nil
            }
        }
    }
}

/// Reads what a page of a report holds, as far as the tests need.
enum ReportPage {
    /// Numbers that say where they come from, with their values.
    static func numbers(in html: String) -> [(source: String, value: String)] {
        html.split(separator: "<data value=\"", omittingEmptySubsequences: false).dropFirst()
            .compactMap { part in
                let value = part.prefix { $0 != "\"" }
                let rest = part.dropFirst(value.count + 1)
                let mark = " data-from=\""
                guard rest.hasPrefix(mark) else { return nil }
                let source = rest.dropFirst(mark.count).prefix { $0 != "\"" }
                return (String(source), String(value))
            }
    }

    /// Tables by name, each as rows of cells, as files hold them in English.
    static func tables(in html: String) -> [(name: String, rows: [[String]])] {
        html.split(separator: "<table data-table=\"", omittingEmptySubsequences: false).dropFirst()
            .map { part in
                let name = part.prefix { $0 != "\"" }
                let table = part.split(separator: "</table>", maxSplits: 1)[0]
                let body = table.split(separator: "<tbody>", maxSplits: 1).last ?? ""
                return (String(name), rows(body))
            }
    }

    private static func rows(_ body: Substring) -> [[String]] {
        let isGrouped = body.contains("<tr class=\"group\">")
        var group = ""
        var rows: [[String]] = []
        for row in body.split(separator: "<tr") where row.contains("</tr>") {
            if row.hasPrefix(" class=\"group\"") {
                group = shown(row.split(separator: ">", maxSplits: 2).last ?? "")
                continue
            }
            let inner = row.drop { $0 != ">" }.dropFirst()
            let cells = inner.split(separator: "</td>").flatMap { $0.split(separator: "</th>") }
                .filter { $0.contains("<td") || $0.contains("<th") }
            rows.append((isGrouped ? [group] : []) + cells.map { value($0) })
        }
        return rows
    }

    /// The value of a cell as files hold it.
    private static func value(_ cell: Substring) -> String {
        if let part = cell.split(separator: "<data value=\"", maxSplits: 1).dropFirst().first {
            return String(part.prefix { $0 != "\"" })
        }
        return shown(cell)
    }

    private static func shown(_ part: Substring) -> String {
        let marks = part.split(
            separator: "<span lang=\"en\">",
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        let text = marks.count > 1 ? String(marks[1].prefix { $0 != "<" }) : stripped(part)
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&amp;", with: "&")
    }

    /// What stands between the tags.
    private static func stripped(_ part: Substring) -> String {
        var text = ""
        var isTag = false
        for letter in part {
            switch letter {
            case "<": isTag = true
            case ">": isTag = false
            default: if !isTag { text.append(letter) }
            }
        }
        return text
    }

    /// Cells of a line of a file, quotation marks taken off.
    static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        var wasQuote = false
        for letter in line {
            let isQuote = letter == "\""
            if isQuote {
                // A mark behind one that closed the cell is a mark within it.
                if wasQuote, !isQuoted { cells[cells.count - 1].append(letter) }
                isQuoted.toggle()
            } else if letter == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(letter)
            }
            wasQuote = isQuote
        }
        return cells
    }
}
