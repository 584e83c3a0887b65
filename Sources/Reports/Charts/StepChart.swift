import Wording

/// Several numbers that stay until they change: what is so, and what posts believe of it.
struct StepChart {
    /// One line.
    struct Line {
        let title: Bilingual
        /// When it became what [s from the start].
        let points: [(x: Double, y: Double)]
    }

    let lines: [Line]
    /// End of the drill [s].
    let end: Double
    let unit: Bilingual

    private static let height = 340.0

    /// Returns the drawing.
    func draw(_ language: Language, _ id: String, title: Bilingual, message: Bilingual) -> Markup {
        var drawing = Drawing(id, height: Self.height)
        let strokes = [Drawing.Stroke(color: Ink.text, width: 2.6)] + Ink.lines
        let legend = zip(strokes, lines).map { Legend.Entry.line($0, $1.title[language]) }
        let top = 30 + Legend.draw(legend, left: 52, top: 4, in: &drawing)
        let highest = max(lines.flatMap { $0.points.map(\.y) }.max() ?? 1, 1)
        let plot = Plot(
            left: 52,
            top: top,
            right: drawing.width - 14,
            bottom: Self.height - 48,
            x: 0...max(end, 1),
            y: 0...highest * 1.04
        )
        let ticks = Ticks(0...highest, about: 5, whole: true)
        plot.drawY(ticks, unit[language], in: &drawing)
        for (stroke, line) in zip(strokes, lines) {
            drawing.path(plot.steps(line.points, until: end), stroke)
        }
        plot.drawTime(until: end, language, &drawing)
        return drawing.svg(title: title[language], description: message[language])
    }
}

/// Stocks over time, one panel each, and where they ran out.
struct StockChart {
    /// One stock.
    struct Panel {
        let title: Bilingual
        let unit: Bilingual
        /// Stock on hand from when on [s from the start].
        let points: [(x: Double, y: Double)]
        /// When it was empty and more was wanted [s from the start].
        let outages: [Double]
    }

    let panels: [Panel]
    /// End of the drill [s].
    let end: Double

    private static let panelHeight = 172.0
    private static let gap = 30.0

    /// Returns the drawing.
    func draw(_ language: Language, _ id: String, title: Bilingual, message: Bilingual) -> Markup {
        let rows = (panels.count + 1) / 2
        let height = 40 + Double(rows) * Self.panelHeight
        var drawing = Drawing(id, height: height)
        Legend.draw(legend(language), left: 8, top: 4, in: &drawing)
        let width = (drawing.width - Self.gap) / 2
        for (number, panel) in panels.enumerated() {
            let left = Double(number % 2) * (width + Self.gap)
            let top = 34 + Double(number / 2) * Self.panelHeight
            draw(panel, left, top, width, language, &drawing)
        }
        return drawing.svg(title: title[language], description: message[language])
    }

    private func draw(
        _ panel: Panel,
        _ left: Double,
        _ top: Double,
        _ width: Double,
        _ language: Language,
        _ drawing: inout Drawing
    ) {
        let highest = max(panel.points.map(\.y).max() ?? 1, 1)
        let plot = Plot(
            left: left + 58,
            top: top + 34,
            right: left + width - 16,
            bottom: top + Self.panelHeight - 44,
            x: 0...max(end, 1),
            y: 0...highest
        )
        let heading = panel.title[language] + " [" + panel.unit[language] + "]"
        drawing.text(
            Drawing.shortened(heading, to: width - 12, size: 12.5),
            left + 8,
            top + 20,
            size: 12.5,
            weight: "600"
        )
        plot.drawY(Ticks(0...highest, about: 3, whole: true), "", in: &drawing)
        drawing.path(plot.steps(panel.points, until: end), Ink.lines[0])
        for outage in panel.outages { mark(plot.x(outage), plot.bottom, &drawing) }
        let hours = Ticks.time(until: end, about: 5)
        plot.drawX(hours, "", in: &drawing) {
            Figures.plain($0 / 3600) + (Bilingual(" h", "时")[language])
        }
    }

    /// A triangle that stands on the axis.
    private func mark(_ x: Double, _ y: Double, _ drawing: inout Drawing) {
        let path =
            "M\(Drawing.number(x)) \(Drawing.number(y - 1))L\(Drawing.number(x - 5)) "
            + "\(Drawing.number(y - 11))H\(Drawing.number(x + 5))Z"
        drawing.fill(path, Ink.vermilion, outline: Ink.paper)
    }

    private func legend(_ language: Language) -> [Legend.Entry] {
        [
            .line(Ink.lines[0], Bilingual("stock on hand", "库存量")[language]),
            Legend.Entry(
                draw: { mark($1 + 13, $2 + 12, &$0) },
                text: Bilingual("stock-out: empty while more is wanted", "缺货：库存为零而仍有需求")[language]
            ),
        ]
    }
}
