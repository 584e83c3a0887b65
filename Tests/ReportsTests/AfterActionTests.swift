import Reports
import Testing
import Wording

/// The report as a page, as Markdown and as tables.
@Suite struct AfterActionTests {
    /// What a file may hold to do harm, or to be shown wrongly.
    private static let hostile =
        "=cmd|'<script>alert(\"x\")</script>'&amp;\u{0}\u{1B}\u{202E}\u{200F}]]>--><!--`|*"

    /// A name of every part of the input that is as hostile as can be.
    private static var report: AfterActionReport {
        AfterActionReport(SampleReport { Bilingual(hostile + $0, hostile + $0) }.input)
    }

    @Test(arguments: Language.allCases)
    func `a page shows hostile names as text`(language: Language) {
        let html = Self.report.html(language)
        #expect(html.components(of: "<script") == 1)
        #expect(html.components(of: "</script") == 1)
        #expect(!html.contains("<!--"))
        expectSeen(html)
        // Each part of the input is there, as text.
        for part in Self.parts {
            #expect(html.contains("]]&gt;--&gt;&lt;!--`|*" + part), "\(part)")
        }
    }

    @Test func `Markdown shows hostile names as text`() {
        let text = Self.report.markdown(.english)
        #expect(!text.contains("<") && !text.contains("alert(\"x\")</"))
        expectSeen(text)
        for part in Self.parts { #expect(text.contains("\\`\\|\\*" + part), "\(part)") }
    }

    @Test func `tables show hostile names as text`() {
        for (name, text) in Self.report.csv(.english) {
            expectSeen(text)
            for line in text.split(separator: "\n") {
                for cell in line.split(separator: ",") where cell.first == "=" {
                    Issue.record("\(name): a cell that is a formula: \(cell)")
                }
            }
        }
    }

    /// No control characters but line ends, and no marks of direction.
    private func expectSeen(_ text: String) {
        let unseen = text.unicodeScalars.filter {
            ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
                || (0x200E...0x200F).contains($0.value) || (0x202A...0x202E).contains($0.value)
        }
        #expect(unseen.isEmpty)
    }

    /// Parts of the input that a report must show.
    private static let parts = [
        "scenario", "plan", "outline", "chapter", "statement", "detail", "file", "path", "value",
        "source", "other", "goal", "objective", "task", "skill", "program", "folder", "digest",
        "command", "plant", "park", "tank", "fire-1", "store", "hospital", "county", "alarm",
        "road",
    ]

    // MARK: What it says

    @Test func `every chapter is there, whatever is missing`() {
        var input = SampleReport.plain.input
        let full = AfterActionReport(input).document.chapters.map(\.name)
        input.facts = []
        input.references = []
        input.comparisons = []
        input.price = nil
        input.assumptions = []
        input.planChapters = []
        input.results.curves = []
        input.results.curveSeconds = []
        let bare = AfterActionReport(input)
        #expect(bare.document.chapters.map(\.name) == full)
        #expect(full.count == 19)
        let html = bare.html(.english)
        #expect(html.contains("holds no record of a typical drill"))
        #expect(html.contains("No reference drills were played"))
        #expect(html.contains("No other plan was compared"))
    }

    @Test func `names of tables are unlike, and so are all names within a page`() {
        let report = AfterActionReport(SampleReport.plain.input)
        let names = report.document.tables.map(\.name)
        #expect(Set(names).count == names.count)
        let ids = report.html(.chinese).split(separator: " id=\"").dropFirst().map {
            $0.prefix { $0 != "\"" }
        }
        #expect(Set(ids).count == ids.count)
    }

    @Test func `a distribution counts every drill in which it happened`() throws {
        let tables = AfterActionReport(SampleReport.plain.input).document.tables
        let spread = try #require(tables.first { $0.name == "spread-secondsToFirstArrival" })
        let drills = spread.csv(.english).split(separator: "\n").dropFirst().map { line in
            Int(line.split(separator: ",")[2]) ?? -1
        }
        #expect(drills.reduce(0, +) == 2)
    }

    @Test func `goals are rated by verdict and degree`() throws {
        let tables = AfterActionReport(SampleReport.plain.input).document.tables
        let goals = try #require(tables.first { $0.name == "goals" }).csv(.english)
        #expect(goals.contains("undecided,fair (M)"))
    }

    @Test func `what was left undone in the made-up drill is listed`() throws {
        let tables = AfterActionReport(SampleReport.plain.input).document.tables
        let unmet = try #require(tables.first { $0.name == "unmet" }).csv(.english)
        #expect(unmet.contains("Teams ordered that never came,2,\"fire-2, ambulance\""))
        let messages = tables.first { $0.name == "stocks" }?.csv(.english) ?? ""
        #expect(messages.contains("site-stock: foam concentrate,7800,0,yes"))
    }

    @Test func `tables as files hold numbers as all files do`() throws {
        let files = AfterActionReport(SampleReport.plain.input).csv(.chinese)
        let curve = try #require(files.first { $0.name == "curve-deaths.csv" }).text
        #expect(
            curve.hasPrefix(
                "secondsFromStart,p5,p25,p50,p75,p95,typical\n0,0,0,0,0,0,0\n1800,0,1,2,3,4,"
            )
        )
    }
}
