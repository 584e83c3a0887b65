import Wording

/// Estimates with their intervals, one a row, beside a line to compare with: goals against what is
/// wanted, plans against a baseline.
struct IntervalChart {
    /// One row.
    struct Row {
        let title: Bilingual
        let value: Double
        let low: Double
        let high: Double
        /// What is wanted of this row; nil where the line of the chart counts.
        var wanted: Double?
        /// What stands at the right.
        let remark: Bilingual
        /// Whether what the interval says is good, bad or open.
        var tone: Cell.Tone = .open
    }

    let rows: [Row]
    /// Range of the axis that must be shown.
    let range: ClosedRange<Double>
    /// Line for all rows; nil where each has its own mark.
    let line: Double?
    /// What the axis shows, with its unit.
    let axis: Bilingual
    /// Label of a value on the axis.
    let label: @Sendable (Double) -> String
    /// What the mark of a row or the line means.
    let wantedTitle: Bilingual

    private static let rowHeight = 30.0
    private static let titleWidth = 210.0
    private static let remarkWidth = 168.0

    /// Returns the drawing.
    func draw(_ language: Language, _ id: String, title: Bilingual, message: Bilingual) -> Markup {
        let height = 96 + Double(rows.count) * Self.rowHeight
        var drawing = Drawing(id, height: height)
        let top = 12 + Legend.draw(legend(language), left: 8, top: 4, in: &drawing)
        let ends =
            rows.flatMap { [$0.low, $0.high] }.filter(\.isFinite) + (line.map { [$0] } ?? [])
        let least = min(range.lowerBound, ends.min() ?? range.lowerBound)
        let most = max(range.upperBound, ends.max() ?? range.upperBound)
        let plot = Plot(
            left: Self.titleWidth,
            top: top,
            right: drawing.width - Self.remarkWidth,
            bottom: height - 50,
            x: least...most,
            y: 0...1
        )
        let ticks = Ticks(plot.x.domain, about: 5)
        for value in ticks.values {
            drawing.line(plot.x(value), top, plot.x(value), plot.bottom, .init(color: Ink.grid))
        }
        plot.drawX(ticks, axis[language], in: &drawing, label: label)
        if let line {
            drawing.line(plot.x(line), top, plot.x(line), plot.bottom, Self.reference)
        }
        for (number, row) in rows.enumerated() {
            let y = top + (Double(number) + 0.5) * Self.rowHeight
            draw(row, y, plot, language, &drawing)
        }
        return drawing.svg(title: title[language], description: message[language])
    }

    private func draw(
        _ row: Row,
        _ y: Double,
        _ plot: Plot,
        _ language: Language,
        _ drawing: inout Drawing
    ) {
        let name = Drawing.shortened(row.title[language], to: Self.titleWidth - 22)
        drawing.text(name, 8, y + 4.5)
        let color = Self.color(row.tone)
        if row.low.isFinite, row.high.isFinite {
            drawing.line(plot.x(row.low), y, plot.x(row.high), y, .init(color: color, width: 3))
            for end in [row.low, row.high] {
                let place = plot.x(end)
                drawing.line(place, y - 5, place, y + 5, .init(color: color, width: 2))
            }
        }
        if row.value.isFinite { drawMark(row.tone, plot.x(row.value), y, &drawing) }
        if let wanted = row.wanted {
            let place = plot.x(wanted)
            drawing.line(place, y - 12, place, y + 12, Self.reference)
        }
        drawing.text(row.remark[language], plot.right + 12, y + 4.5, size: 12.5)
    }

    /// The estimate: a filled circle for good, a diamond for bad, an open circle for what is open.
    private func drawMark(_ tone: Cell.Tone, _ x: Double, _ y: Double, _ drawing: inout Drawing) {
        let place = { (dx: Double, dy: Double) in
            Drawing.number(x + dx) + " " + Drawing.number(y + dy)
        }
        let circle = "M\(place(-5.5, 0))a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0Z"
        let diamond = "M\(place(0, -7))L\(place(7, 0))L\(place(0, 7))L\(place(-7, 0))Z"
        switch tone {
        case .good: drawing.fill(circle, Self.color(tone), outline: Ink.paper)
        case .bad: drawing.fill(diamond, Self.color(tone), outline: Ink.paper)
        case .open: drawing.fill(circle, Ink.paper, outline: Self.color(tone))
        }
    }

    private static func color(_ tone: Cell.Tone) -> String {
        switch tone {
        case .good: Ink.blue
        case .bad: Ink.vermilion
        case .open: Ink.muted
        }
    }

    private func legend(_ language: Language) -> [Legend.Entry] {
        let meanings: [(Cell.Tone, Bilingual)] =
            line == nil
            ? [
                (.good, Bilingual("met", "达标")), (.open, Bilingual("undecided", "未定")),
                (.bad, Bilingual("not met", "未达标")),
            ]
            : [
                (.good, Bilingual("better", "改善")), (.open, Bilingual("not told apart", "无显著差异")),
                (.bad, Bilingual("worse", "变差")),
            ]
        let marks = meanings.map { tone, text in
            Legend.Entry(
                draw: { drawing, x, y in
                    drawing.line(x, y + 6, x + 26, y + 6, .init(color: Self.color(tone), width: 3))
                    drawMark(tone, x + 13, y + 6, &drawing)
                },
                text: text[language]
            )
        }
        return marks + [.line(Self.reference, wantedTitle[language])]
    }

    private static let reference = Drawing.Stroke(color: Ink.black, width: 1.6, dash: "4 3")
}
