/// A piece of HTML or SVG that is whole: every text in it went through `Escaping`.
///
/// What is put between quotes in the source is a text like any other, so that nothing gets into a page
/// unescaped but by `Markup(trusted:)`.
public struct Markup: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// The markup as it stands in the file.
    public private(set) var source: String

    /// Creates nothing.
    public init() { source = "" }

    /// Creates markup that shows a text.
    public init(_ text: String) { source = Escaping.html(text) }

    /// Creates markup that shows a text.
    public init(stringLiteral text: String) { self.init(text) }

    /// Takes markup as it is.
    ///
    /// - Parameter source: Markup made by the program itself; never anything out of a file.
    public init(trusted source: String) { self.source = source }

    /// Joins pieces.
    public init(_ pieces: [Markup]) { source = pieces.map(\.source).joined() }

    /// Creates an element.
    ///
    /// - Parameters:
    ///   - name: Name of the element, such as `td` or `circle`.
    ///   - attributes: Attributes with their values, which are escaped.
    ///   - content: What is in it.
    /// - Returns: The element with its end.
    public static func element(
        _ name: String,
        _ attributes: KeyValuePairs<String, String> = [:],
        _ content: Markup...
    ) -> Markup {
        element(name, attributes, content)
    }

    /// Creates an element from a list of pieces.
    public static func element(
        _ name: String,
        _ attributes: KeyValuePairs<String, String> = [:],
        _ content: [Markup]
    ) -> Markup {
        var source = "<" + name
        for (key, value) in attributes { source += " \(key)=\"\(Escaping.attribute(value))\"" }
        source += ">"
        for piece in content { source += piece.source }
        return Markup(trusted: source + "</\(name)>")
    }

    /// Creates an element of HTML without content, such as `meta` or `br`.
    public static func void(
        _ name: String,
        _ attributes: KeyValuePairs<String, String> = [:]
    ) -> Markup {
        var source = "<" + name
        for (key, value) in attributes { source += " \(key)=\"\(Escaping.attribute(value))\"" }
        return Markup(trusted: source + ">")
    }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { source.isEmpty }

    /// Puts a piece behind this one.
    public static func += (left: inout Markup, right: Markup) { left.source += right.source }

    /// Joins two pieces.
    public static func + (left: Markup, right: Markup) -> Markup {
        Markup(trusted: left.source + right.source)
    }
}
