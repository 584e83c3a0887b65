public import Wording

extension Shape {
    /// Returns the JSON Schema (draft 2020-12) of files of this shape, for editors.
    ///
    /// - Parameters:
    ///   - title: Title of the schema.
    ///   - language: Language of the descriptions.
    /// - Returns: The schema.
    public func jsonSchema(title: Bilingual, in language: Language) -> JSONValue {
        var builder = SchemaBuilder(language: language)
        var members: [(key: String, value: JSONValue)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("title", .text(title[language])),
        ]
        members += builder.members(of: self)
        let definitions = builder.definitions()
        if !definitions.isEmpty { members.append(("$defs", .object(definitions))) }
        return .object(members)
    }
}

/// Turns shapes into JSON Schema.
private struct SchemaBuilder {
    typealias Members = [(key: String, value: JSONValue)]

    let language: Language

    /// Named shapes that were referred to, in that order.
    private var pending: [(name: String, shape: @Sendable () -> Shape)] = []

    init(language: Language) {
        self.language = language
    }

    /// Returns the definitions of all named shapes, those that they refer to included.
    mutating func definitions() -> Members {
        var result: Members = []
        // The list grows while it is worked off.
        while result.count < pending.count {
            let (name, shape) = pending[result.count]
            result.append((name, .object(members(of: shape()))))
        }
        return result
    }

    mutating func members(of shape: Shape) -> Members {
        switch shape {
        case .object(let object): return members(of: object)
        case .list(let element, let count):
            var result: Members = [
                ("type", .text("array")), ("items", .object(members(of: element))),
            ]
            if count.lower > 0 { result.append(("minItems", .integer(count.lower))) }
            if let upper = count.upper { result.append(("maxItems", .integer(upper))) }
            if count.upper == nil, element.namesOneThing {
                result.append(("uniqueItems", .flag(true)))
            }
            return result
        case .dictionary(let keys, let values):
            return [
                ("type", .text("object")), ("propertyNames", .object(members(of: keys))),
                ("additionalProperties", .object(members(of: values))),
            ]
        case .number(let range, let isWhole): return numberMembers(range, isWhole)
        case .uncertain(let range, let isWhole):
            let distribution = members(of: DistributionShape.shape)
            let choices = [numberMembers(range, isWhole), distribution].map(JSONValue.object)
            return [("anyOf", .list(choices))]
        case .flag: return [("type", .text("boolean"))]
        case .text(let limit):
            return [("type", .text("string")), ("maxLength", .integer(limit))]
        case .choice(let choices): return choiceMembers(choices)
        case .duration: return pattern(TimeText.durationPattern)
        case .instant: return pattern(TimeText.instantPattern)
        case .identifier: return pattern(Identifier.pattern)
        case .reference, .expression: return [("type", .text("string"))]
        case .version(let version): return [("const", .integer(version))]
        case .anything: return []
        case .named(let name, let shape):
            if !pending.contains(where: { $0.name == name }) { pending.append((name, shape)) }
            return [("$ref", .text("#/$defs/" + name))]
        }
    }

    private mutating func members(of object: ObjectShape) -> Members {
        let properties = object.fields.map { (key: $0.key, value: property($0)) }
        let required = object.fields.filter { field in
            if case .required = field.presence { true } else { false }
        }
        var result: Members = [("type", .text("object")), ("properties", .object(properties))]
        if !required.isEmpty {
            result.append(("required", .list(required.map { .text($0.key) })))
        }
        let alternatives = object.alternatives
        if !alternatives.isEmpty {
            let choices = alternatives.map { JSONValue.object([("required", .list([.text($0)]))]) }
            result.append(("oneOf", .list(choices)))
        }
        result.append(("additionalProperties", .flag(false)))
        return result
    }

    private mutating func property(_ field: Field) -> JSONValue {
        var sentences = [meaning(of: field), remark(on: field.shape)].compactMap { $0 }
        var result: Members = []
        if case .defaulted(let usual) = field.presence {
            if let origin = usual.origin { sentences.append(wording(of: origin)) }
            result.append(("default", usual.value.node.json))
        }
        let text = sentences.joined(separator: language == .english ? " " : "")
        return .object([("description", .text(text))] + result + members(of: field.shape))
    }

    /// What a field means, with its unit before the full stop.
    private func meaning(of field: Field) -> String {
        let text = field.meaning[language]
        guard let unit = field.unit else { return text }
        return text.dropLast() + " [" + unit.symbol[language] + "]" + text.suffix(1)
    }

    /// What the schema of a shape does not say by itself.
    private func remark(on shape: Shape) -> String? {
        switch shape {
        case .reference, .duration, .instant:
            let wording = shape.wording(nil)
            return Bilingual("Expected: \(wording.english).", "应为：\(wording.chinese)。")[language]
        default:
            return nil
        }
    }

    private func wording(of origin: (source: String, confidence: Confidence)) -> String {
        let (source, tag) = origin
        return Bilingual(
            "Default from: \(source) (\(tag.rawValue): \(tag.meaning.english)).",
            "默认值来源：\(source)（\(tag.rawValue)：\(tag.meaning.chinese)）。"
        )[language]
    }

    private func members(of keys: KeyShape) -> Members {
        switch keys {
        case .free, .reference: [("minLength", .integer(1))]
        case .identifier: [("pattern", .text(Identifier.pattern))]
        }
    }

    private func numberMembers(_ range: NumberRange, _ isWhole: Bool) -> Members {
        var result: Members = [("type", .text(isWhole ? "integer" : "number"))]
        if let lower = range.lower {
            let word = lower.isIncluded ? "minimum" : "exclusiveMinimum"
            result.append((word, .number(lower.value)))
        }
        if let upper = range.upper {
            let word = upper.isIncluded ? "maximum" : "exclusiveMaximum"
            result.append((word, .number(upper.value)))
        }
        return result
    }

    /// One constant for each case, so that editors can explain it.
    private func choiceMembers(_ choices: [Choice]) -> Members {
        let cases = choices.map { choice in
            JSONValue.object([
                ("const", .text(choice.name)), ("description", .text(choice.meaning[language])),
            ])
        }
        return [("oneOf", .list(cases))]
    }

    private func pattern(_ pattern: String) -> Members {
        [("type", .text("string")), ("pattern", .text(pattern))]
    }
}

extension SyntaxNode {
    /// The value as it is to be written again.
    var json: JSONValue {
        switch kind {
        case .object: .object(children.map { ($0.key ?? "", $0.json) })
        case .list: .list(children.map(\.json))
        case .text: .text(text)
        case .number: .number(number)
        case .yes: .flag(true)
        case .no: .flag(false)
        case .null, .broken: .null
        }
    }
}
