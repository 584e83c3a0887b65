import EventKernel
public import Experiments
public import Wording

/// What splitting has shown, as a table or for programs.
public struct RareReport {
    private let heading: Bilingual
    private let splitting: Splitting
    private let result: SplittingResult
    private let seed: UInt64
    private static let confidence = 0.95

    /// Prepares a report.
    ///
    /// - Parameters:
    ///   - heading: What was played.
    ///   - splitting: How drills split.
    ///   - result: What was seen.
    ///   - seed: Seed of the drills.
    public init(
        heading: Bilingual,
        _ splitting: Splitting,
        _ result: SplittingResult,
        seed: UInt64
    ) {
        self.heading = heading
        self.splitting = splitting
        self.result = result
        self.seed = seed
    }

    /// The table for readers, with what is said below it.
    public func text(_ language: Language) -> String {
        var table = TextTable([
            (Bilingual("At least", "不少于")[language], .right),
            (Bilingual("Probability", "概率")[language], .right),
            (Bilingual("95 % interval", "95%置信区间")[language], .right),
            (Bilingual("Drills", "推演次数")[language], .right),
            (Bilingual("Worth plain drills", "相当于普通推演次数")[language], .right),
        ])
        for level in result.levels {
            let interval = level.interval(confidence: Self.confidence)
            table.add([
                "\(level.value)", Figures.probability(level.probability),
                "[\(Figures.probability(interval.low)), \(Figures.probability(interval.high))]",
                "\(level.drills)", level.plainDrills.map { Figures.plain($0.rounded()) } ?? "–",
            ])
        }
        return title[language] + "\n\n" + table.text + "\n" + remarks[language] + "\n"
    }

    private var title: Bilingual {
        let measure = splitting.measure.title
        let (drills, branches) = (result.drills, splitting.branches)
        return Bilingual(
            "\(heading.english) · \(measure.english) · \(drills) drills, \(branches) branches a level · seed \(seed)",
            "\(heading.chinese) · \(measure.chinese) · 起始推演 \(drills) 次，每级 \(branches) 个分支 · 种子 \(seed)"
        )
    }

    /// What it cost, and where not to trust it.
    private var remarks: Bilingual {
        let work = Figures.plain(result.work.rounded())
        let cost = Bilingual(
            "All branches cost as much as \(work) plain drills. Drills: of which a branch came so far.",
            "全部分支的计算量相当于 \(work) 次普通推演。“推演次数”指有分支达到该级的起始推演数。"
        )
        guard let warning else { return cost }
        return Bilingual(
            cost.english + "\n" + warning.english,
            cost.chinese + "\n" + warning.chinese
        )
    }

    /// Drills below which an interval after Student says little -- constant (convention).
    private static let fewDrills = 30

    private var warning: Bilingual? {
        guard let last = result.levels.last, last.drills < Self.fewDrills else { return nil }
        if last.drills == 0 {
            return Bilingual(
                "Nothing came as far as \(last.value): more drills, or levels closer together.",
                "没有推演达到 \(last.value)：请增加推演次数或加密分级。"
            )
        }
        return Bilingual(
            "Drills that came as far as \(last.value): \(last.drills); do not rely on that interval.",
            "仅 \(last.drills) 次推演达到 \(last.value)，该区间不可靠。"
        )
    }
}

extension Figures {
    /// Returns a probability: as per cent, or as a power of ten where it is small.
    public static func probability(_ value: Double) -> String {
        guard value > 0, value < 0.000_999_5 else { return decimal(value * 100, places: 2) + " %" }
        var (digits, exponent) = (value, 0)
        while (digits * 100).rounded() < 100, exponent < 300 {
            digits *= 10
            exponent += 1
        }
        let raised = "\(exponent)".map { superscripts[$0.wholeNumberValue ?? 0] }.joined()
        return decimal(digits, places: 2) + " × 10⁻" + raised
    }

    private static let superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
}
