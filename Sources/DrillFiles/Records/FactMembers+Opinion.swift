import EventKernel
import Vocabulary
import Wording

/// Facts about public opinion.
extension FactFormat {
    func describeOpinion(_ content: FactContent) -> Description? {
        switch content {
        case .released(let who, let kind):
            ("released", [post(who), ("release", .text(kind.name))])
        case .rumourBegan(let persons): ("rumourBegan", [number("persons", persons)])
        case .rumourPeaked(let persons, let time):
            (
                "rumourPeaked",
                [number("persons", persons), ("peakSeconds", .number(time.seconds))]
            )
        case .rumourCounted(let believed, let spreading, let informed):
            (
                "rumourCounted",
                [
                    number("believed", believed), number("spreading", spreading),
                    number("informed", informed),
                ]
            )
        case .trustChanged(let share): ("trustChanged", [("trust", .number(share))])
        default: nil
        }
    }
}
