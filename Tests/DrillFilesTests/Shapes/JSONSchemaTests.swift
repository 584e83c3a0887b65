import DrillFiles
import TestSupport
import Testing
import Wording

@Suite struct JSONSchemaTests {
    @Test(arguments: Language.allCases)
    func `the schema says what the checker checks`(language: Language) throws {
        let title = Bilingual("Sample", "示例")
        let schema = SampleFile.shape.jsonSchema(title: title, in: language).indented
        let path = "DrillFilesTests/Golden/schema.\(language.rawValue).json"
        #expect(try Golden.difference(of: schema, from: path) == nil)
    }

    @Test func `the schema is itself a file we can read`() {
        let title = Bilingual("Sample", "示例")
        let schema = SampleFile.shape.jsonSchema(title: title, in: .english)
        for text in [schema.indented, schema.line] {
            var names = NameTable()
            var diagnostics = Diagnostics()
            let source = SourceText(path: "schema.json", text: text)
            let file = Shape.anything.read(source, names: &names, into: &diagnostics)
            #expect(file.isSound)
            #expect(file.root.node["properties"]?["teams"]?["type"]?.text == "array")
        }
    }
}
