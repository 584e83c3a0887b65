import Wording

/// Who told whom, when, and how old it was by then: posts side by side, messages from above to below.
///
/// Messages stand in the order in which they came, not to scale: minutes of the first hour and days of
/// the last would not go together.
struct SequenceChart {
    /// One message.
    struct Message {
        /// Places of sender and receiver among the posts.
        let from: Int
        let to: Int
        /// When it was sent, for readers.
        let clock: Bilingual
        /// What it is, how long it took and how old it was.
        let label: Bilingual
        /// Whether it never came.
        let isLost: Bool
    }

    let posts: [Bilingual]
    let messages: [Message]

    private static let rowHeight = 34.0
    private static let left = 92.0
    private static let top = 84.0

    /// Returns the drawing.
    func draw(_ language: Language, _ id: String, title: Bilingual, message: Bilingual) -> Markup {
        let height = Self.top + Double(messages.count) * Self.rowHeight + 16
        let width = max(Drawing.usualWidth, Self.left + Double(posts.count) * 104)
        var drawing = Drawing(id, width: width, height: height)
        let step = (width - Self.left) / Double(max(1, posts.count))
        let place = { (post: Int) in Self.left + (Double(post) + 0.5) * step }
        let legend: [Legend.Entry] = [
            .line(Self.came, Bilingual("delivered", "已送达")[language]),
            .line(Self.lost, Bilingual("never delivered", "未送达")[language]),
        ]
        Legend.draw(legend, left: 8, top: 4, in: &drawing)
        for (number, post) in posts.enumerated() {
            drawPost(post[language], place(number), step, height, &drawing)
        }
        for (number, message) in messages.enumerated() {
            let y = Self.top + (Double(number) + 0.6) * Self.rowHeight
            drawing.text(message.clock[language], 8, y + 4, size: 12, color: Ink.muted)
            draw(message, place(message.from), place(message.to), y, language, &drawing)
        }
        return drawing.svg(title: title[language], description: message[language])
    }

    /// The name of a post, on two lines where it is long, and its line of life.
    private func drawPost(
        _ name: String,
        _ x: Double,
        _ step: Double,
        _ height: Double,
        _ drawing: inout Drawing
    ) {
        let lines = Self.lines(of: name, width: step - 12)
        for (number, line) in lines.enumerated() {
            let shown = Drawing.shortened(line, to: step - 8, size: 12)
            let y = 76 - Double(lines.count - 1 - number) * 15
            drawing.text(shown, x, y, .middle, size: 12, weight: "600")
        }
        drawing.line(x, Self.top, x, height - 6, .init(color: "#b4bec7", dash: "3 3"))
    }

    /// Breaks a name into at most three lines, between words where it has several.
    private static func lines(of name: String, width: Double) -> [String] {
        let shown = Escaping.visible(name)
        let hasWords = shown.contains(" ")
        let parts =
            hasWords ? shown.split(separator: " ").map(String.init) : shown.map { String($0) }
        var lines = [""]
        for part in parts {
            let last = lines[lines.count - 1]
            let joined = last.isEmpty || !hasWords ? last + part : last + " " + part
            if last.isEmpty || lines.count == 3 || Drawing.width(of: joined, size: 12.5) <= width {
                lines[lines.count - 1] = joined
            } else {
                lines.append(part)
            }
        }
        return lines
    }

    private func draw(
        _ message: Message,
        _ from: Double,
        _ to: Double,
        _ y: Double,
        _ language: Language,
        _ drawing: inout Drawing
    ) {
        let stroke = message.isLost ? Self.lost : Self.came
        let direction = to >= from ? 1.0 : -1
        let end = message.isLost ? from + (to - from) * 0.7 : to - direction * 2
        drawing.line(from, y, end, y, stroke)
        drawing.fill(circle(from, y), stroke.color)
        if message.isLost {
            for slope in [-5.0, 5] {
                drawing.line(
                    end - 5,
                    y - slope,
                    end + 5,
                    y + slope,
                    .init(color: stroke.color, width: 2)
                )
            }
        } else {
            let back = end - direction * 9
            drawing.fill(
                "M\(Drawing.number(end)) \(Drawing.number(y))L\(Drawing.number(back)) "
                    + "\(Drawing.number(y - 4.5))V\(Drawing.number(y + 4.5))Z",
                stroke.color
            )
        }
        let text = message.label[language]
        let half = Drawing.width(of: text, size: 12) / 2
        let middle = min(max((from + to) / 2, Self.left + half - 20), drawing.width - half - 4)
        drawing.text(text, middle, y - 7, .middle, size: 12)
    }

    private func circle(_ x: Double, _ y: Double) -> String {
        "M\(Drawing.number(x - 3)) \(Drawing.number(y))a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z"
    }

    private static let came = Drawing.Stroke(color: Ink.blue, width: 1.8)
    private static let lost = Drawing.Stroke(color: Ink.vermilion, width: 1.8, dash: "5 3")
}
