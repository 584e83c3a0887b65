import Command
import Wording

/// Reads a condition of a plan: `incident(park) && (known.deaths >= 3 || level < II)`.
///
/// Operators from the loosest: `||`, `&&`, comparisons, `+ -`, `* /`, `! -`. Level constants are I, II,
/// III, IV and none; a higher level compares greater, so that `level < II` holds from level III down.
struct ConditionParser {
    let literal: StringLiteral
    let tokens: [ConditionToken]
    private let names: NameTable
    private var position = 0
    private var depth = 0
    var isTooDeep = false
    var diagnostics: Diagnostics

    /// A part of a condition with what it leaves.
    private struct Part {
        var steps: [Instruction]
        let type: ConditionType
        let range: Range<Int>
        let node: ConditionNode
        /// Whether it stands for something that was reported.
        var isReported = false

        init(
            steps: [Instruction],
            type: ConditionType,
            range: Range<Int>,
            node: ConditionNode,
            isReported: Bool = false
        ) {
            self.steps = steps
            self.type = type
            self.range = range
            self.node = node
            self.isReported = isReported
        }

        /// Makes the part that is a number or level.
        init(pushing value: Double, _ type: ConditionType, _ range: Range<Int>) {
            let kind: ConditionNode.Kind = type == .level ? .level(value) : .number(value)
            let node = ConditionNode(kind, range)
            self.init(steps: [.push(value)], type: type, range: range, node: node)
        }

        /// Makes the part that is something a post knows.
        init(reading quantity: Quantity, _ type: ConditionType, _ range: Range<Int>) {
            let node = ConditionNode(.quantity(quantity), range)
            self.init(steps: [.read(quantity)], type: type, range: range, node: node)
        }
    }

    /// Longest condition [bytes] -- constant.
    private static let longest = 4000

    /// Reads a condition, which must be a truth value, and reports all that is wrong with it.
    ///
    /// - Returns: The condition; the one that always holds where an error was reported.
    static func parse(
        _ literal: StringLiteral,
        names: NameTable,
        into diagnostics: inout Diagnostics
    ) -> Condition {
        var parser = ConditionParser(literal, names, diagnostics)
        let errors = diagnostics.errorCount
        let length = literal.text.utf8.count
        guard length <= longest else {
            let (message, expected) = (
                Bilingual("the condition is too long", "条件过长"),
                Bilingual("at most \(longest) characters", "不超过 \(longest) 个字符")
            )
            parser.report("condition", 0..<length, message, expected: expected)
            diagnostics = parser.diagnostics
            return Condition(literal)
        }
        parser.reportStrangeSigns()
        guard parser.tokens.count > 1 else {
            let message = Bilingual("the condition is empty", "条件为空")
            let help = Bilingual(
                "a sample: incident(park) && known.deaths >= 3",
                "示例：incident(park) && known.deaths >= 3"
            )
            parser.report("condition", 0..<length, message, help: help)
            diagnostics = parser.diagnostics
            return Condition(literal)
        }
        let part = parser.disjunction()
        parser.expectEnd()
        if parser.diagnostics.errorCount == errors { parser.expect(part, .truth) }
        if parser.diagnostics.errorCount == errors, !Expression.isSound(part.steps) {
            parser.reportTooDeep(at: part.range)
        }
        diagnostics = parser.diagnostics
        guard diagnostics.errorCount == errors else { return Condition(literal) }
        return Condition(literal, Expression(part.steps), part.node)
    }

    private init(_ literal: StringLiteral, _ names: NameTable, _ diagnostics: Diagnostics) {
        self.literal = literal
        self.names = names
        self.diagnostics = diagnostics
        tokens = ConditionLexer.tokens(of: literal.text)
    }

    // MARK: Grammar

    private mutating func disjunction() -> Part {
        chain(["||": .or]) { $0.conjunction() }
    }

    private mutating func conjunction() -> Part {
        chain(["&&": .and]) { $0.comparison() }
    }

    private mutating func chain(
        _ signs: [String: Instruction],
        of next: (inout ConditionParser) -> Part
    ) -> Part {
        var left = next(&self)
        while case .sign(let sign) = current.kind, let step = signs[sign] {
            position += 1
            let right = next(&self)
            let isLogic = step == .or || step == .and
            let type: ConditionType = isLogic ? .truth : .number
            expect(left, type)
            expect(right, type)
            let range = left.range.lowerBound..<right.range.upperBound
            left = Part(
                steps: left.steps + right.steps + [step],
                type: type,
                range: range,
                node: ConditionNode(.binary(step, left.node, right.node), range),
                isReported: left.isReported && right.isReported
            )
        }
        return left
    }

    private static let comparisons = ["<", "<=", ">", ">=", "==", "!="]

    private mutating func comparison() -> Part {
        let left = sum()
        guard case .sign(let sign) = current.kind,
            Self.comparisons.contains(sign)
        else { return left }
        position += 1
        let right = sum()
        expectComparable(left, right)
        let steps: [Instruction] =
            switch sign {
            case "<": left.steps + right.steps + [.less]
            case "<=": left.steps + right.steps + [.lessOrEqual]
            case ">": right.steps + left.steps + [.less]
            case ">=": right.steps + left.steps + [.lessOrEqual]
            case "==": left.steps + right.steps + [.equal]
            default: left.steps + right.steps + [.equal, .not]
            }
        let range = left.range.lowerBound..<right.range.upperBound
        let comparison = ConditionNode.Comparison(rawValue: sign) ?? .equal
        return Part(
            steps: steps,
            type: .truth,
            range: range,
            node: ConditionNode(.comparison(comparison, left.node, right.node), range)
        )
    }

    private mutating func sum() -> Part {
        chain(["+": .add, "-": .subtract]) { $0.product() }
    }

    private mutating func product() -> Part {
        chain(["*": .multiply, "/": .divide]) { $0.unary() }
    }

    private mutating func unary() -> Part {
        guard case .sign(let sign) = current.kind, sign == "!" || sign == "-" else {
            return primary()
        }
        let start = current.range.lowerBound
        position += 1
        guard enter() else { return nothing }
        let part = unary()
        depth -= 1
        let type: ConditionType = sign == "!" ? .truth : .number
        expect(part, type)
        let range = start..<part.range.upperBound
        let step: Instruction = sign == "!" ? .not : .negate
        return Part(
            steps: part.steps + [step],
            type: type,
            range: range,
            node: ConditionNode(.unary(step, part.node), range),
            isReported: part.isReported
        )
    }

    private mutating func primary() -> Part {
        let token = current
        switch token.kind {
        case .number(let value):
            position += 1
            return Part(pushing: value, .number, token.range)
        case .name(let name):
            position += 1
            return named(name, at: token.range)
        case .sign("("):
            position += 1
            guard enter() else { return nothing }
            let part = disjunction()
            depth -= 1
            expectSign(")")
            return part
        case .unknown(let word) where word.first?.isNumber == true:
            position += 1
            let message = Bilingual("\(quoted(word)) is no number", "\(quotedChinese(word))不是数值")
            report("condition", token.range, message)
            return nothing
        default:
            reportUnexpected()
            // A sign that joins two parts, or closes one, is still read as such.
            if case .unknown = token.kind { position += 1 }
            return nothing
        }
    }

    /// Goes one level deeper, unless that is too deep.
    private mutating func enter() -> Bool {
        depth += 1
        if depth <= 40 { return true }
        if !isTooDeep { reportTooDeep(at: current.range) }
        isTooDeep = true
        position = tokens.count - 1
        return false
    }

    // MARK: Names

    private static let levels = ["none": 0.0, "IV": 1, "III": 2, "II": 3, "I": 4]

    private mutating func named(_ name: String, at range: Range<Int>) -> Part {
        if let level = Self.levels[name] {
            return Part(pushing: level, .level, range)
        }
        guard let known = ConditionName.all.first(where: { $0.name == name }) else {
            reportUnknown(name, at: range)
            skipBrackets()
            return nothing
        }
        guard !known.parameters.isEmpty else {
            return Part(reading: known.quantity([]), known.type, range)
        }
        let errors = diagnostics.errorCount
        let numbers = arguments(of: known)
        let whole = range.lowerBound..<tokens[max(0, position - 1)].range.upperBound
        guard diagnostics.errorCount == errors else { return nothing }
        return Part(reading: known.quantity(numbers), known.type, whole)
    }

    private mutating func arguments(of name: ConditionName) -> [Int] {
        guard current.kind == .sign("(") else {
            report(
                "condition",
                tokens[max(0, position - 1)].range,
                Bilingual(
                    "\"\(name.name)\" needs brackets behind it that say which",
                    "“\(name.name)”后面需要用括号写明对象"
                ),
                expected: Bilingual(verbatim: name.pattern)
            )
            return []
        }
        position += 1
        var numbers: [Int] = []
        for (index, parameter) in name.parameters.enumerated() {
            if index > 0 { expectSign(",") }
            numbers.append(argument(parameter, of: name))
        }
        expectSign(")")
        return numbers
    }

    private mutating func argument(
        _ parameter: ConditionName.Parameter,
        of name: ConditionName
    ) -> Int {
        let token = current
        guard case .name(let word) = token.kind else {
            reportUnexpected(expected: Bilingual(verbatim: name.pattern))
            return 0
        }
        position += 1
        switch parameter {
        case .reference(let space):
            if let index = names.index(of: word, in: space) { return index }
            // Where parts of a file could not be read, a missing name is no news.
            if names.hasGaps { return 0 }
            reportName(word, among: names.names(in: space), label: space.label, at: token.range)
        case .choice(let cases):
            if let index = cases.firstIndex(of: word) { return index }
            let label = Bilingual("kind", "类别")
            reportName(word, among: cases, label: label, at: token.range)
        }
        return 0
    }

    private mutating func skipBrackets() {
        guard current.kind == .sign("(") else { return }
        while current.kind != .sign(")"), current.kind != .end { position += 1 }
        if current.kind == .sign(")") { position += 1 }
    }

    // MARK: Expectations

    var current: ConditionToken { tokens[position] }

    /// A part that stands for one that was reported.
    private var nothing: Part {
        var part = Part(pushing: 0, .truth, current.range)
        part.isReported = true
        return part
    }

    private mutating func expect(_ part: Part, _ type: ConditionType) {
        guard part.type != type, !part.isReported else { return }
        report(
            "condition-type",
            part.range,
            Bilingual(
                "this is \(part.type.label.english), not \(type.label.english)",
                "此处为\(part.type.label.chinese)，应为\(type.label.chinese)"
            ),
            expected: type.label,
            help: type == .truth ? Self.help(for: part.type) : nil
        )
    }

    /// Says how a value becomes a truth value.
    private static func help(for type: ConditionType) -> Bilingual {
        let sample = type == .level ? "level >= II" : "known.deaths >= 3"
        return Bilingual("compare it, as in \(sample)", "请写成比较式，例如 \(sample)")
    }

    private mutating func expectComparable(_ left: Part, _ right: Part) {
        guard left.type != right.type, !left.isReported, !right.isReported else { return }
        report(
            "condition-type",
            left.range.lowerBound..<right.range.upperBound,
            Bilingual(
                "\(left.type.label.english) is compared with \(right.type.label.english)",
                "\(left.type.label.chinese)与\(right.type.label.chinese)不可比较"
            ),
            expected: Bilingual("two values of the same sort", "同类的两个值"),
            help: left.type == .level || right.type == .level
                ? Bilingual("levels are I, II, III, IV and none", "级别写作 I、II、III、IV 或 none") : nil
        )
    }

    private mutating func expectSign(_ sign: String) {
        if current.kind == .sign(sign) {
            position += 1
        } else {
            reportUnexpected(expected: Bilingual(verbatim: "\"\(sign)\""))
        }
    }

    private mutating func expectEnd() {
        guard current.kind != .end else { return }
        if case .sign(let sign) = current.kind, Self.comparisons.contains(sign) {
            report(
                "condition",
                current.range,
                Bilingual("a second comparison", "连续比较"),
                help: Bilingual(
                    "join two comparisons with &&, as in 1 < x && x < 3",
                    "请用 && 连接两个比较式，例如 1 < x && x < 3"
                )
            )
            return
        }
        let message = Bilingual(
            "the end, or a sign such as && or >",
            "条件结束，或 &&、> 等运算符"
        )
        reportUnexpected(expected: message)
    }
}
