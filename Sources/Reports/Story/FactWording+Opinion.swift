import EventKernel
import Vocabulary
import Wording

/// Sentences about public opinion.
extension FactWording {
    func opinion(_ content: FactContent) -> Bilingual? {
        switch content {
        case .released(let id, let kind):
            let what = kind.title
            return of(
                post(id),
                "tells the public: \(what.english)",
                "对外发布：\(what.chinese)"
            )
        case .rumourBegan(let persons):
            return Bilingual(
                "a rumour begins to spread: \(counted(persons, "person tells", "people tell")) it",
                "谣言开始传播：最初传播者\(persons)人"
            )
        case .rumourPeaked(let persons, let time):
            let hours = Figures.decimal(time.hours, places: 1)
            return Bilingual(
                "the rumour is past its peak: \(counted(persons, "person", "people")) spread it "
                    + "\(hours) h after the start",
                "谣言传播已过峰值：演练第\(hours)小时传播者最多，达\(persons)人"
            )
        case .rumourCounted(let believed, let spreading, let informed):
            return rumour(believed, spreading, informed)
        case .trustChanged(let share):
            let percent = Figures.percent(share)
            return Bilingual(
                "trust of the public in what is officially said: \(percent)",
                "官方信息公信力：\(percent)"
            )
        default: return nil
        }
    }

    private func rumour(_ believed: Int32, _ spreading: Int32, _ informed: Int32) -> Bilingual {
        let have = counted(believed, "person has", "people have")
        let kept = counted(informed, "was", "were")
        guard spreading > 0 else {
            return Bilingual(
                "the rumour is over: \(have) believed it, \(kept) kept from it by official word",
                "谣言平息：累计\(believed)人相信，官方信息使\(informed)人未信"
            )
        }
        return Bilingual(
            "the rumour still runs: \(have) believed it, \(spreading) still spread it",
            "谣言仍在传播：累计\(believed)人相信，\(spreading)人仍在传播"
        )
    }
}

/// What of public opinion is told.
extension Timeline {
    mutating func tellOpinion(_ fact: Fact) -> Bool {
        switch fact.content {
        case .released: tell(fact, .reports)
        case .rumourBegan, .rumourPeaked, .rumourCounted, .trustChanged: tell(fact, .opinion)
        default: return false
        }
        return true
    }
}
