import DrillFiles
import EventKernel
import Experiments
import Reports
import Vocabulary
import Wording

/// The first event in which one drill parts under two plans, and what led to it under each.
struct FirstDifference {
    private let inputs: [Inputs]
    private let language: Language
    private let seed: UInt64
    private let drill: UInt64

    init(_ inputs: [Inputs], _ arguments: Arguments, drill: UInt64) {
        self.inputs = inputs
        language = arguments.language
        seed = UInt64(arguments.whole("seed"))
        self.drill = drill
    }

    /// Facts of the drill under one plan, each also as its line in a record.
    private struct Story {
        var facts: [Fact] = []
        var lines: [String] = []
    }

    private func story(_ input: Inputs) throws -> Story {
        var player = try Player(input.setup.byteForm)
        let format = FactFormat(names: input.names)
        var story = Story()
        _ = player.play(seed: seed, drill: drill) { fact in
            story.facts.append(fact)
            story.lines.append(format.line(fact))
        }
        return story
    }

    /// What the reader sees: for every plan but the first, where it parts from the first.
    func text() throws -> String {
        let base = try story(inputs[0])
        let parts = try inputs.dropFirst().map { input in
            try compare(base, try story(input), input)
        }
        let title = Bilingual(
            "\(inputs[0].scenario.title.english) · seed \(seed) · drill \(drill)\n\n",
            "\(inputs[0].scenario.title.chinese) · 种子 \(seed) · 第 \(drill) 次推演\n\n"
        )
        return title[language] + parts.joined(separator: "\n")
    }

    private func compare(_ base: Story, _ other: Story, _ input: Inputs) throws -> String {
        let (own, its) = (input.plan.title, inputs[0].plan.title)
        let common = zip(base.lines, other.lines).prefix { $0 == $1 }.count
        guard common < base.lines.count || common < other.lines.count else {
            return Bilingual(
                "\(own.english) and \(its.english): the same to the last of \(common) facts\n",
                "\(own.chinese)与\(its.chinese)：全部 \(common) 条记录完全相同\n"
            )[language]
        }
        let heading = Bilingual(
            "\(own.english) parts from \(its.english) after \(common) equal facts",
            "\(own.chinese)与\(its.chinese)在 \(common) 条相同记录之后出现差异"
        )
        return heading[language] + "\n"
            + side(its, base, common, inputs[0]) + side(own, other, common, input)
    }

    /// The last links of the chain that leads to a fact.
    private func side(_ title: Bilingual, _ story: Story, _ place: Int, _ input: Inputs) -> String {
        let label = "  " + title[language] + "\n"
        guard place < story.facts.count else {
            return label + Bilingual("    nothing more happens\n", "    此后无事\n")[language]
        }
        let why = WhyChain(names: input.names, start: input.scenario.start, language: language)
        let chain = why.text(Array(Fact.chain(to: place, in: story.facts).suffix(4)))
        return label + chain.split(separator: "\n").map { "    " + $0 + "\n" }.joined()
    }
}
