import DrillFiles
import Testing
import Wording

/// A good file with one to four random changes: whatever comes out is read or refused, never both
/// and never neither.
@Suite struct MutationTests {
    @Test(arguments: 0..<20)
    func `a changed file is read or refused`(seed: UInt64) {
        var random = SmallGenerator(state: seed)
        let good = Array(SampleFile.good.utf8)
        for _ in 0..<150 {
            var bytes = good
            for _ in 0...random.below(4) { change(&bytes, &random) }
            check(bytes)
        }
    }

    private func check(_ bytes: [UInt8]) {
        var names = NameTable()
        var diagnostics = Diagnostics()
        let source = SourceText(path: "mutant.jsonc", bytes: bytes)
        let file = SampleFile.shape.read(source, names: &names, into: &diagnostics)
        #expect(file.isSound != diagnostics.hasErrors)
        #expect(!file.isSound || file.root.isSound)
        #expect(SampleSummary(file.root).teams.count <= bytes.count)
        let message = DiagnosticRenderer(language: .chinese, limit: 5).text(diagnostics)
        #expect(message.isEmpty == (diagnostics.count == 0))
        #expect(!diagnostics.json(in: .english).line.isEmpty)
    }

    private func change(_ bytes: inout [UInt8], _ random: inout SmallGenerator) {
        let place = random.below(bytes.count)
        let length = min(random.below(40), bytes.count - place)
        switch random.below(7) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes[place] = Array(#"{}[]",:/*\'0-eE. "#.utf8)[random.below(17)]
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(Array(#"{}[]",:/*\'0-eE. "#.utf8)[random.below(17)], at: place)
        case 4: bytes.removeSubrange(place..<place + length)
        case 5: bytes.insert(contentsOf: bytes[place..<place + length], at: random.below(place + 1))
        default: if random.below(10) == 0 { bytes.removeSubrange(place...) }
        }
        if bytes.isEmpty { bytes = [0x20] }
    }
}

/// A small generator of repeatable numbers.
struct SmallGenerator {
    var state: UInt64

    /// Returns a number below a bound.
    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }
}
