import Wording

/// What a delay costs: means with their intervals by delay, joined by a line.
struct DelayChart {
    let points: [PriceOfDelay.Point]
    /// Divides values for display.
    let unit: Double
    /// What the upright axis shows, with its unit.
    let axis: Bilingual

    private static let height = 300.0

    /// Returns the drawing.
    func draw(_ language: Language, _ id: String, title: Bilingual, message: Bilingual) -> Markup {
        var drawing = Drawing(id, height: Self.height)
        let known = points.compactMap { point in
            point.estimate.mean.map { mean in
                (
                    x: point.minutes, y: mean / unit,
                    low: (point.estimate.low ?? mean) / unit,
                    high: (point.estimate.high ?? mean) / unit
                )
            }
        }
        let (least, most) = (known.map(\.low).min() ?? 0, known.map(\.high).max() ?? 1)
        let margin = max((most - least) * 0.15, most * 0.01, 1e-6)
        let plot = Plot(
            left: 60,
            top: 34,
            right: drawing.width - 24,
            bottom: Self.height - 48,
            x: 0...max(known.map(\.x).max() ?? 1, 1),
            y: max(0, least - margin)...(most + margin)
        )
        plot.drawY(Ticks(plot.y.domain, about: 5), axis[language], in: &drawing)
        let minutes = Ticks(plot.x.domain, about: 8)
        let delay = Bilingual("Delay of the first reports [min]", "首报迟缓时间（分钟）")
        plot.drawX(minutes, delay[language], in: &drawing) { minutes.label($0) }
        drawing.path(plot.path(known.map { (x: $0.x, y: $0.y) }), Ink.lines[0])
        for point in known {
            let (x, stroke) = (plot.x(point.x), Drawing.Stroke(color: Ink.blue, width: 1.6))
            drawing.line(x, plot.y(point.low), x, plot.y(point.high), stroke)
            for end in [point.low, point.high] {
                drawing.line(x - 5, plot.y(end), x + 5, plot.y(end), stroke)
            }
            drawing.rectangle(x - 4, plot.y(point.y) - 4, width: 8, height: 8, fill: Ink.blue)
        }
        return drawing.svg(title: title[language], description: message[language])
    }
}
