public import Wording

/// Shape of an object: the keys it may hold.
///
/// Any object may also carry `source`, `note` and `confidence`, unless it gives these keys another
/// meaning of its own.
public struct ObjectShape: Sendable {
    /// All fields, in the order in which they are explained.
    public let fields: [Field]

    /// Whether an object of this shape may define names, itself or within.
    let mayDefineNames: Bool

    /// Creates a shape.
    ///
    /// - Parameters:
    ///   - fields: Fields with their own rule of presence.
    ///   - alternatives: Fields of which exactly one must be there; none where the list is empty.
    /// - Precondition: No key stands twice.
    public init(_ fields: [Field], oneOf alternatives: [Field] = []) {
        let own = fields + alternatives.map { $0.asAlternative }
        let keys = Set(own.map(\.key))
        precondition(keys.count == own.count, "No key of an object stands twice.")
        mayDefineNames = own.contains { $0.shape.mayDefineNames }
        self.fields = own + Field.common.filter { !keys.contains($0.key) }
    }

    /// Keys of the fields of which exactly one must be there.
    var alternatives: [String] {
        fields.filter(\.isAlternative).map(\.key)
    }
}

/// One key of an object, and what may stand there.
public struct Field: Sendable {
    /// Whether a key must be there, and what holds where it is not.
    public enum Presence: Sendable {
        /// The key must be there.
        case required

        /// The key may be left out, which has a meaning of its own.
        case optional

        /// The key may be left out, and then another value holds.
        case defaulted(Default)

        /// The key is one of several of which exactly one must be there.
        case alternative
    }

    /// Key as it stands in files, unit last.
    public let key: String

    /// What may stand there.
    public let shape: Shape

    /// Whether it must be there.
    public let presence: Presence

    /// What it means.
    public let meaning: Bilingual

    /// Unit of the numbers that stand there, as the end of the key says.
    public let unit: KeyUnit?

    /// The key without its unit, in lower case; empty where it names none.
    let stem: String

    private init(_ key: String, _ shape: Shape, _ presence: Presence, _ meaning: Bilingual) {
        self.key = key
        self.shape = shape
        self.presence = presence
        self.meaning = meaning
        let ending = KeyUnit.ending(key)
        unit = ending?.unit
        stem = ending?.stem.lowercased() ?? ""
    }

    /// Makes a field that must be there, explained in English and Chinese.
    public static func required(
        _ key: String,
        _ shape: Shape,
        _ english: String,
        _ chinese: String
    ) -> Field {
        Field(key, shape, .required, Bilingual(english, chinese))
    }

    /// Makes a field that may be left out; its absence has a meaning of its own.
    public static func optional(
        _ key: String,
        _ shape: Shape,
        _ english: String,
        _ chinese: String
    ) -> Field {
        Field(key, shape, .optional, Bilingual(english, chinese))
    }

    /// Makes a field that may be left out, which says the same as a plain value: an empty list, no.
    ///
    /// - Parameters:
    ///   - key: Key as it stands in files, unit last.
    ///   - shape: What may stand there.
    ///   - json: What its absence says, written as in a file.
    ///   - english: What it means, in English.
    ///   - chinese: What it means, in Chinese.
    /// - Returns: The field.
    /// - Precondition: The value fits the shape.
    public static func optional(
        _ key: String,
        _ shape: Shape,
        otherwise json: String,
        _ english: String,
        _ chinese: String
    ) -> Field {
        let value = Checker.valueOfDefault(json, as: shape, key: key)
        let usual = Default(json: json, value: value, origin: nil)
        return Field(key, shape, .defaulted(usual), Bilingual(english, chinese))
    }

    /// Makes a field that may be left out; a number or other value of the field's science holds then.
    ///
    /// Every use of the value is listed with its source among the assumptions of a file.
    ///
    /// - Parameters:
    ///   - key: Key as it stands in files, unit last.
    ///   - shape: What may stand there.
    ///   - json: The value, written as in a file.
    ///   - source: Where the value is from.
    ///   - confidence: How well it is known.
    ///   - english: What it means, in English.
    ///   - chinese: What it means, in Chinese.
    /// - Returns: The field.
    /// - Precondition: The value fits the shape.
    public static func defaulted(
        _ key: String,
        _ shape: Shape,
        to json: String,
        source: String,
        _ confidence: Confidence,
        _ english: String,
        _ chinese: String
    ) -> Field {
        let value = Checker.valueOfDefault(json, as: shape, key: key)
        let usual = Default(json: json, value: value, origin: (source, confidence))
        return Field(key, shape, .defaulted(usual), Bilingual(english, chinese))
    }

    /// The same field as one of several of which exactly one must be there.
    var asAlternative: Field { Field(key, shape, .alternative, meaning) }

    var isAlternative: Bool {
        if case .alternative = presence { true } else { false }
    }

    /// The version of the format, which every file names.
    static func version(_ format: Int) -> Field {
        .required("format", .version(format), "Version of this file format.", "文件格式的版本。")
    }

    /// Where editors find the schema.
    static let schemaAddress = Field.optional(
        "$schema",
        .text(atMost: 2000),
        "Address of the JSON Schema, for editors.",
        "JSON Schema 的地址，供编辑器使用。"
    )

    /// Key of the confidence of an object.
    static let confidenceKey = "confidence"

    /// Key of the source of an object.
    static let sourceKey = "source"

    /// What any object may carry.
    static let common: [Field] = [
        .optional(sourceKey, .prose, "Where the values are from.", "数据来源。"),
        .optional("note", .prose, "Remark of the author.", "备注。"),
        .optional(
            confidenceKey,
            .named("confidence") { .choice(Confidence.allCases.map(\.choice)) },
            "How well the values are known.",
            "数据的可信程度。"
        ),
    ]
}

/// Value that holds where a key is left out.
public struct Default: Sendable {
    /// The value, written as in a file.
    public let json: String

    /// The value.
    public let value: Checked

    /// Where the value is from and how well it is known; nil where absence says the same.
    public let origin: (source: String, confidence: Confidence)?
}

/// How well a value is known.
public enum Confidence: String, CaseIterable, Sendable {
    /// Confirmed in a public copy of its source.
    case verified = "V"

    /// From a standard or textbook, not looked up again.
    case certain = "C"

    /// Recalled with good agreement between independent memories.
    case likely = "L"

    /// Recalled, unsure: to be called unverified.
    case unsure = "U"

    /// No published fact but an assumption of the design.
    case assumed = "D"

    /// Whether reports name the value among what a result rests on.
    public var isWeak: Bool { self == .unsure || self == .assumed }

    /// What the tag says.
    public var meaning: Bilingual {
        switch self {
        case .verified: Bilingual("verified in its source", "已据来源核实")
        case .certain: Bilingual("standard value", "标准或教科书取值")
        case .likely: Bilingual("likely", "较可信")
        case .unsure: Bilingual("unverified", "未经核实")
        case .assumed: Bilingual("assumption", "设计假定")
        }
    }

    var choice: Choice { Choice(rawValue, meaning.english, meaning.chinese) }
}
