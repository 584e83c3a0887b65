import DrillFiles
import Testing
import Wording

@Suite struct LanguageTests {
    @Test func `the first variable that is set decides`() {
        #expect(Language.preferred(in: [:]) == .english)
        #expect(Language.preferred(in: ["LANG": "zh_CN.UTF-8"]) == .chinese)
        #expect(Language.preferred(in: ["LANG": "zh_CN", "LC_ALL": "C"]) == .english)
        #expect(Language.preferred(in: ["LANG": "zh_CN", "LC_ALL": ""]) == .chinese)
        #expect(Language.preferred(in: ["LANG": "C", "LC_MESSAGES": "zh_TW"]) == .chinese)
        #expect(Language.preferred(in: ["LANG": "de_DE.UTF-8"]) == .english)
    }
}
