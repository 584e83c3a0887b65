import Scoring
import TestSupport
import Testing
import Wording

/// The glossary of measures says what the program says.
@Suite struct GlossaryTests {
    @Test func `the page of measures names each in both languages`() throws {
        var page = "# Measures by name\n\nThe words for every measure (指标), in the order of the "
        page += "standing frame.\n"
        for frame in Frame.allCases {
            page += "\n## \(frame.title.english) · \(frame.title.chinese)\n\n"
            page += "| in files | English | 中文 |\n|---|---|---|\n"
            for measure in frame.measures {
                page += "| `\(measure.name)` | \(measure.title.english) "
                page += "| \(measure.title.chinese) |\n"
            }
        }
        let path = "../Sources/Wording/Wording.docc/MEASURES.md"
        #expect(try Golden.difference(of: page, from: path) == nil)
    }

    @Test func `no two measures have one name`() {
        let measures = Measure.allCases
        #expect(Set(measures.map { $0.name }).count == measures.count)
        #expect(Set(measures.map { $0.title.english }).count == measures.count)
        #expect(Set(measures.map { $0.title.chinese }).count == measures.count)
    }
}
