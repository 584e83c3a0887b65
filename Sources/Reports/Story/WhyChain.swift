import EventKernel
public import Vocabulary
public import Wording

/// Why something happened: a fact and all it follows from, the first cause first.
public struct WhyChain {
    private let wording: FactWording
    private let start: AbsoluteInstant
    private let language: Language

    /// Creates a teller of causes.
    ///
    /// - Parameters:
    ///   - names: Names of the scenario.
    ///   - start: Moment at which the drill begins.
    ///   - language: Language of the chain.
    public init(names: ScenarioNames, start: AbsoluteInstant, language: Language) {
        wording = FactWording(names: names)
        self.start = start
        self.language = language
    }

    /// Returns the chain as text, one line a fact: when, its number, how long after the line above,
    /// what.
    public func text(_ chain: [Fact]) -> String {
        var text = ""
        var last: Fact?
        for fact in chain {
            let clock = Figures.clock(start.later(milliseconds: fact.time.milliseconds), language)
            let gap = last.map { fact.time.milliseconds - $0.time.milliseconds } ?? 0
            let later = gap > 0 ? "+" + Figures.duration(Double(gap) / 1000, language) : ""
            let what = wording.text(fact.content)[language]
            text += "\(clock)  \(Self.right("#\(fact.id.index)", 7))"
            text += "  \(Self.right(later, 9))  \(what)\n"
            last = fact
        }
        return text
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - DisplayWidth.of(text))) + text
    }
}
