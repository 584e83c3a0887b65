import DrillFiles
import Foundation
import Testing
import Wording

/// Real scenarios and plans with a few random changes: they are read or refused, and never crash or
/// hang the checker.
@Suite struct FileMutationTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test(arguments: 0..<8)
    func `a changed scenario is read or refused`(seed: UInt64) throws {
        let files = try ShippedFiles("Scenarios/xiangshui-2019", in: Self.root)
        var mutator = Mutator(seed: seed)
        for _ in 0..<25 {
            let text = mutator.changed(files.texts[0])
            var diagnostics = Diagnostics()
            let scenario = ScenarioFile.read(text, into: &diagnostics)
            #expect(scenario.isSound != diagnostics.hasErrors)
            // A plan is read whatever has become of its scenario.
            _ = PlanFile.read(files.texts[1], for: scenario, into: &diagnostics)
            expectMessages(diagnostics)
        }
    }

    @Test(arguments: 0..<8)
    func `a changed plan is read or refused`(seed: UInt64) throws {
        let files = try ShippedFiles("Scenarios/xiangshui-2019", in: Self.root)
        var mutator = Mutator(seed: seed &+ 1000)
        for text in files.texts.dropFirst() {
            for _ in 0..<6 {
                var diagnostics = Diagnostics()
                _ = PlanFile.read(mutator.changed(text), for: files.scenario, into: &diagnostics)
                expectMessages(diagnostics)
            }
        }
    }

    private func expectMessages(_ diagnostics: Diagnostics) {
        for language in Language.allCases {
            let message = DiagnosticRenderer(language: language, limit: 5).text(diagnostics)
            #expect(message.isEmpty == (diagnostics.count == 0))
        }
    }
}

/// Changes files at random, in ways that authors do and in ways that they do not.
struct Mutator {
    private var random: SmallGenerator

    private static let numbers = [
        "0", "-1", "1", "0.5", "1e12", "1e-12", "1e999", "999999999", "12345678901234567890",
        "null",
        "true", "\"text\"", "[]", "{}", "{ \"uniform\": { \"low\": 0, \"high\": 1 } }",
    ]

    init(seed: UInt64) {
        random = SmallGenerator(state: seed)
    }

    /// Returns a text with one to three changes.
    mutating func changed(_ text: SourceText) -> SourceText {
        var bytes = text.bytes
        for _ in 0...random.below(3) { change(&bytes) }
        return SourceText(path: "mutant.jsonc", bytes: bytes)
    }

    private mutating func change(_ bytes: inout [UInt8]) {
        switch random.below(6) {
        case 0: replaceNumber(&bytes)
        case 1: swapTexts(&bytes)
        case 2: removeLine(&bytes)
        case 3: repeatLine(&bytes)
        case 4: bytes[random.below(bytes.count)] = UInt8(random.below(256))
        default: bytes.remove(at: random.below(bytes.count))
        }
    }

    /// Puts something else into the place of a number.
    private mutating func replaceNumber(_ bytes: inout [UInt8]) {
        let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
        guard !digits.isEmpty else { return }
        var start = digits[random.below(digits.count)]
        var end = start
        let isPart = { (byte: UInt8) in (0x30...0x39).contains(byte) || byte == 0x2E }
        while start > 0, isPart(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, isPart(bytes[end]) { end += 1 }
        let instead = Self.numbers[random.below(Self.numbers.count)]
        bytes.replaceSubrange(start..<end, with: Array(instead.utf8))
    }

    /// Puts one text of the file into the place of another.
    private mutating func swapTexts(_ bytes: inout [UInt8]) {
        let quotes = bytes.indices.filter { bytes[$0] == 0x22 }
        guard quotes.count > 4 else { return }
        let from = random.below(quotes.count / 2) * 2
        let to = random.below(quotes.count / 2) * 2
        let text = Array(bytes[quotes[from]...quotes[from + 1]])
        bytes.replaceSubrange(quotes[to]...quotes[to + 1], with: text)
    }

    private mutating func removeLine(_ bytes: inout [UInt8]) {
        if let line = line(of: bytes) { bytes.removeSubrange(line) }
    }

    private mutating func repeatLine(_ bytes: inout [UInt8]) {
        if let line = line(of: bytes) { bytes.insert(contentsOf: bytes[line], at: line.lowerBound) }
    }

    private mutating func line(of bytes: [UInt8]) -> Range<Int>? {
        let ends = bytes.indices.filter { bytes[$0] == 0x0A }
        guard ends.count > 2 else { return nil }
        let index = random.below(ends.count - 1)
        return ends[index] + 1..<ends[index + 1] + 1
    }
}
