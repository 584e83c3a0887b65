public import Experiments
import Scoring
public import Wording

/// Precisions as they are written: `deaths 5%, secondsToFirstArrival 120, P(few-deaths) 0.02 @95`.
///
/// A number with a per cent sign is a share of the mean, one without is in the unit of the measure; for
/// a probability it is itself. What follows `@` is the confidence of every interval in per cent, 95
/// unless given.
public struct Precision: Sendable {
    /// Why a precision cannot be read.
    public struct Problem: Error, Sendable {
        /// What is wrong.
        public let message: Bilingual
        /// How to mend it.
        public let help: Bilingual?
    }

    /// Precisions that are wanted, at least one.
    public let targets: [StopRule.Target]
    /// Confidence of every interval, inside 0…1.
    public let confidence: Double

    /// Reads precisions.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - goals: Names of the goals of the scenario, in order.
    /// - Throws: Why they cannot be read.
    public init(_ text: String, goals: [Name]) throws(Problem) {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard halves.count <= 2 else { throw .twoConfidences }
        confidence = halves.count == 2 ? try Self.confidence(halves[1]) : 0.95
        var targets: [StopRule.Target] = []
        for part in halves[0].split(separator: ",", omittingEmptySubsequences: false) {
            let target = try Self.target(part.split(separator: " ").map(String.init), goals)
            guard !targets.contains(where: { $0.quantity == target.quantity }) else {
                throw .twice(part.split(separator: " ").first.map(String.init) ?? "")
            }
            targets.append(target)
        }
        self.targets = targets
    }

    private static func confidence(_ text: Substring) throws(Problem) -> Double {
        let digits = text.filter { $0 != " " && $0 != "%" }
        guard let value = Double(digits), value >= 50, value < 100 else {
            throw .confidence(digits)
        }
        return value / 100
    }

    private static func target(
        _ words: [String],
        _ goals: [Name]
    ) throws(Problem) -> StopRule.Target {
        guard words.count == 2 else { throw .form(words.joined(separator: " ")) }
        let isRelative = words[1].hasSuffix("%")
        let digits = isRelative ? String(words[1].dropLast()) : words[1]
        guard let number = Double(digits), number > 0, number.isFinite, !isRelative || number <= 100
        else { throw .number(words[1]) }
        return StopRule.Target(
            try quantity(words[0], goals),
            halfWidth: isRelative ? number / 100 : number,
            isRelative: isRelative
        )
    }

    private static func quantity(
        _ name: String,
        _ goals: [Name]
    ) throws(Problem) -> StopRule.Quantity {
        if name.hasPrefix("P("), name.hasSuffix(")") {
            let goal = String(name.dropFirst(2).dropLast())
            guard let index = goals.firstIndex(where: { $0.id == goal }) else {
                throw .unknown(goal, among: goals.map { $0.id })
            }
            return .goal(index)
        }
        // What everybody calls the response time is that of the first team to arrive.
        if name == "responseTime" { return .mean(.secondsToFirstArrival) }
        guard let measure = Measure.allCases.first(where: { $0.name == name }) else {
            throw .unknown(name, among: Measure.allCases.map { $0.name } + ["responseTime"])
        }
        return .mean(measure)
    }
}

extension Precision.Problem {
    private static let example = Bilingual(
        "write it like \"deaths 5%, responseTime 3% @95\"",
        "写法示例：“deaths 5%, responseTime 3% @95”"
    )

    fileprivate static var twoConfidences: Self {
        Self(message: Bilingual("there are two confidences", "给出了两个置信度"), help: example)
    }

    fileprivate static func confidence(_ text: String) -> Self {
        Self(
            message: Bilingual(
                "the confidence \"\(text)\" is not from 50 to below 100 per cent",
                "置信度“\(text)”有误，应不小于 50% 且小于 100%"
            ),
            help: example
        )
    }

    fileprivate static func form(_ text: String) -> Self {
        Self(
            message: Bilingual(
                "\"\(text)\" is not a measure with a precision",
                "“\(text)”不是“指标 精度”的形式"
            ),
            help: example
        )
    }

    fileprivate static func number(_ text: String) -> Self {
        Self(
            message: Bilingual(
                "the precision \"\(text)\" is not a number above 0, or a share of up to 100 %",
                "精度“\(text)”有误，应为大于 0 的数，或不超过 100% 的比例"
            ),
            help: example
        )
    }

    fileprivate static func twice(_ name: String) -> Self {
        Self(
            message: Bilingual("\(name) stands there twice", "\(name) 出现了两次"),
            help: Bilingual("leave one of them out", "请删去其中之一")
        )
    }

    fileprivate static func unknown(_ name: String, among names: [String]) -> Self {
        let near = Nearest.name(to: name, among: names)
        return Self(
            message: Bilingual("there is no measure or goal \"\(name)\"", "没有名为“\(name)”的指标或目标"),
            help: near.map { Bilingual("did you mean \"\($0)\"?", "是不是“\($0)”？") }
                ?? Bilingual(
                    "one of " + names.joined(separator: ", "),
                    "可用：" + names.joined(separator: "、")
                )
        )
    }
}
