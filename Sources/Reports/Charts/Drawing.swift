import Wording

/// A drawing in SVG, in pixels of its own from the upper left corner.
///
/// Everything drawn is hidden from screen readers but title and description; the numbers stand in a
/// table beside it.
struct Drawing {
    /// Width of the drawing.
    let width: Double
    /// Height of the drawing.
    let height: Double
    private var body = Markup()
    private var patterns = Markup()
    /// Name that no other drawing of the page has.
    private let id: String

    /// Creates an empty drawing.
    init(_ id: String, width: Double = Drawing.usualWidth, height: Double) {
        self.id = id
        self.width = width
        self.height = height
    }

    /// Width of most drawings -- constant.
    static let usualWidth = 760.0
    /// Size of letters -- constant.
    static let letters = 13.0

    /// How a line is drawn.
    struct Stroke {
        var color: String
        var width = 1.0
        var dash = ""
    }

    /// Which point of a text stands at its place.
    enum Anchor: String {
        case start, middle, end
    }

    // MARK: Shapes

    /// Draws a straight line.
    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: Stroke) {
        path("M\(Self.number(x1)) \(Self.number(y1))L\(Self.number(x2)) \(Self.number(y2))", stroke)
    }

    /// Draws a path that is not filled.
    mutating func path(_ commands: String, _ stroke: Stroke) {
        body += .element(
            "path",
            [
                "d": commands, "fill": "none", "stroke": stroke.color,
                "stroke-width": Self.number(stroke.width),
                "stroke-dasharray": stroke.dash.isEmpty ? "none" : stroke.dash,
                "stroke-linejoin": "round",
            ]
        )
    }

    /// Fills a path.
    mutating func fill(_ commands: String, _ color: String, outline: String = "none") {
        body += .element("path", ["d": commands, "fill": color, "stroke": outline])
    }

    /// Draws a filled rectangle.
    mutating func rectangle(
        _ x: Double,
        _ y: Double,
        width: Double,
        height: Double,
        fill: String,
        outline: String = "none"
    ) {
        body += .element(
            "rect",
            [
                "x": Self.number(x), "y": Self.number(y), "width": Self.number(max(0, width)),
                "height": Self.number(max(0, height)), "fill": fill, "stroke": outline,
            ]
        )
    }

    /// Writes a text on one line.
    mutating func text(
        _ text: String,
        _ x: Double,
        _ y: Double,
        _ anchor: Anchor = .start,
        size: Double = letters,
        weight: String = "400",
        color: String = Ink.text
    ) {
        body += .element(
            "text",
            [
                "x": Self.number(x), "y": Self.number(y), "text-anchor": anchor.rawValue,
                "font-size": Self.number(size), "font-weight": weight, "style": "fill:\(color)",
            ],
            Markup(text)
        )
    }

    /// Returns a fill of slanted lines that tells an area from others without colour.
    ///
    /// - Parameters:
    ///   - name: Name within the drawing.
    ///   - color: Colour of the lines.
    ///   - ground: Colour between them.
    ///   - angle: Slant [°].
    /// - Returns: What stands as `fill`.
    mutating func hatch(_ name: String, _ color: String, ground: String, angle: Int) -> String {
        patterns += .element(
            "pattern",
            [
                "id": "\(id)-\(name)", "width": "6", "height": "6",
                "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(\(angle))",
            ],
            .element("rect", ["width": "6", "height": "6", "fill": ground]),
            .element("rect", ["width": "2", "height": "6", "fill": color])
        )
        return "url(#\(id)-\(name))"
    }

    // MARK: The whole

    /// Returns the drawing with what it shows in words.
    func svg(title: String, description: String) -> Markup {
        .element(
            "svg",
            [
                "viewBox": "0 0 \(Self.number(width)) \(Self.number(height))", "role": "img",
                "aria-labelledby": "\(id)-title \(id)-description",
                "width": Self.number(width), "height": Self.number(height),
            ],
            .element("title", ["id": "\(id)-title"], Markup(title)),
            .element("desc", ["id": "\(id)-description"], Markup(description)),
            patterns.isEmpty ? Markup() : .element("defs", [:], patterns),
            .element("g", ["aria-hidden": "true"], body)
        )
    }

    /// Returns a coordinate with at most one digit behind the point.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e9 else { return "0" }
        let tenths = Int64((value * 10).rounded())
        guard tenths % 10 != 0 else { return "\(tenths / 10)" }
        let sign = tenths < 0 ? "-" : ""
        return sign + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    /// Returns about how wide a text of the usual size is.
    static func width(of text: String, size: Double = letters) -> Double {
        Double(DisplayWidth.of(Escaping.visible(text))) * size * 0.54
    }

    /// Returns a text cut so that it is about so wide at most.
    static func shortened(_ text: String, to limit: Double, size: Double = letters) -> String {
        let shown = Escaping.visible(text)
        guard width(of: shown, size: size) > limit else { return shown }
        var cut = shown
        while !cut.isEmpty, width(of: cut + "…", size: size) > limit { cut.removeLast() }
        return cut + "…"
    }
}

/// Colours of charts: those of Okabe and Ito, and greys.
///
/// People with any sort of colour vision can tell them apart; lines and areas differ in dash, hatch or
/// shape as well.
enum Ink {
    static let text = "#1b2733"
    static let muted = "#4f5d6b"
    static let axis = "#6b7884"
    static let grid = "#e2e7ec"
    static let paper = "#ffffff"
    static let blue = "#0072b2"
    static let sky = "#56b4e9"
    static let green = "#009e73"
    static let orange = "#e69f00"
    static let vermilion = "#d55e00"
    static let purple = "#cc79a7"
    static let black = "#000000"

    /// Lines that can be told apart without colour, in the order of use.
    static let lines: [Drawing.Stroke] = [
        .init(color: blue, width: 2.2), .init(color: vermilion, width: 2.2, dash: "8 4"),
        .init(color: green, width: 2.2, dash: "2 3"),
        .init(color: purple, width: 2.4, dash: "10 3 2 3"),
        .init(color: orange, width: 2.4, dash: "5 2"),
        .init(color: sky, width: 2.4, dash: "1 4"),
    ]
}
