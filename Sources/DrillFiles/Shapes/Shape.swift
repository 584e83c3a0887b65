public import Wording

/// What may stand at one place of a file.
///
/// A file format is declared once as a shape; the checker, the reader and the JSON Schema for editors
/// all follow from it.
public indirect enum Shape: Sendable {
    /// An object with known keys.
    case object(ObjectShape)

    /// A list of values of one shape.
    case list(of: Shape, count: CountRange)

    /// An object whose keys the author chooses.
    case dictionary(keys: KeyShape, values: Shape)

    /// A number.
    case number(NumberRange, isWhole: Bool)

    /// A number, or the distribution it is drawn from.
    case uncertain(NumberRange, isWhole: Bool)

    /// `true` or `false`.
    case flag

    /// A text of at most so many characters.
    case text(atMost: Int)

    /// One of several named cases.
    case choice([Choice])

    /// A length of time such as `"PT1H30M"` or `"01:30"`.
    case duration(isSigned: Bool)

    /// A date and time of day with its offset from UTC.
    case instant

    /// The name of something, by which the rest of the files refers to it.
    case identifier(NameSpace)

    /// The name of something defined elsewhere.
    case reference(NameSpace)

    /// A text in a language of its own, such as a condition; others check what it says.
    case expression

    /// The version of the file format.
    case version(Int)

    /// Any value at all.
    case anything

    /// A shape with a name of its own, which may hold itself.
    case named(String, @Sendable () -> Shape)
}

extension Shape {
    /// Makes the shape of a file as a whole: its version, then its fields.
    ///
    /// A file may also name its schema under `$schema`, for editors.
    ///
    /// - Parameters:
    ///   - format: Version of the format.
    ///   - fields: All other fields.
    /// - Returns: The shape.
    public static func file(format: Int, _ fields: [Field]) -> Shape {
        .object([.version(format), .schemaAddress] + fields)
    }

    /// Makes the shape of an object.
    ///
    /// - Parameters:
    ///   - fields: Its fields, in the order in which they are explained.
    ///   - alternatives: Fields of which exactly one must be there; none where the list is empty.
    /// - Returns: The shape.
    public static func object(_ fields: [Field], oneOf alternatives: [Field] = []) -> Shape {
        .object(ObjectShape(fields, oneOf: alternatives))
    }

    /// Makes the shape of a list with at least so many elements.
    public static func list(of shape: Shape, atLeast count: Int = 0) -> Shape {
        .list(of: shape, count: CountRange(atLeast: count))
    }

    /// Makes the shape of a number in a range; its unit stands in the key.
    public static func number(_ range: NumberRange) -> Shape {
        .number(range, isWhole: false)
    }

    /// Makes the shape of a whole number in a range, such as a count.
    public static func whole(_ range: NumberRange) -> Shape {
        .number(range, isWhole: true)
    }

    /// Makes the shape of a number in a range, or of a distribution that keeps within it.
    public static func uncertain(_ range: NumberRange) -> Shape {
        .uncertain(range, isWhole: false)
    }

    /// Makes the shape of a whole number, or of a distribution whose draws are rounded.
    public static func uncertainWhole(_ range: NumberRange) -> Shape {
        .uncertain(range, isWhole: true)
    }

    /// A number from 0 to 1.
    public static let probability = Shape.number(.between(0, 1))

    /// A number from 0 to 1, or a distribution that keeps within.
    public static let uncertainProbability = Shape.uncertain(.between(0, 1))

    /// A text of at most 200 characters, for names and titles.
    public static let title = Shape.text(atMost: 200)

    /// A text of at most 10,000 characters, for descriptions.
    public static let prose = Shape.text(atMost: 10_000)

    /// A length of time that is not negative.
    public static let duration = Shape.duration(isSigned: false)

    /// Makes the shape of an object with keys of free choice.
    public static func dictionary(of values: Shape) -> Shape {
        .dictionary(keys: .free, values: values)
    }
}

/// What the keys of a dictionary are.
public enum KeyShape: Sendable {
    /// Any text that is not empty.
    case free

    /// Names of things defined elsewhere.
    case reference(NameSpace)

    /// Names that the dictionary defines.
    case identifier(NameSpace)
}

/// One of several named cases.
public struct Choice: Sendable {
    /// Name as it stands in files.
    public let name: String

    /// What it means.
    public let meaning: Bilingual

    /// Creates a case from its name and what it means.
    public init(_ name: String, _ english: String, _ chinese: String) {
        self.name = name
        meaning = Bilingual(english, chinese)
    }
}

/// How many elements a list may hold.
public struct CountRange: Hashable, Sendable {
    /// Fewest elements, 0 or more.
    public let lower: Int

    /// Most elements, or nil for any number.
    public let upper: Int?

    /// Creates a range.
    ///
    /// - Precondition: `0 ≤ lower ≤ upper`.
    public init(atLeast lower: Int = 0, atMost upper: Int? = nil) {
        precondition(lower >= 0 && lower <= upper ?? .max, "A range of counts is not empty.")
        self.lower = lower
        self.upper = upper
    }

    func contains(_ count: Int) -> Bool { count >= lower && count <= upper ?? .max }
}
