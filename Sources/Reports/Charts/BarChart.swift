import Wording

/// What a whole is made of: bars with their intervals, the longest first.
struct BarChart {
    /// One bar.
    struct Bar {
        let title: Bilingual
        let value: Double
        let low: Double?
        let high: Double?
        let remark: Bilingual
        /// Whether a response could have changed it.
        let isAvoidable: Bool
    }

    let bars: [Bar]
    /// What the axis shows, with its unit.
    let axis: Bilingual

    private static let rowHeight = 26.0
    private static let titleWidth = 230.0

    /// Returns the drawing.
    func draw(_ language: Language, _ id: String, title: Bilingual, message: Bilingual) -> Markup {
        let height = 82 + Double(bars.count) * Self.rowHeight
        var drawing = Drawing(id, height: height)
        let avoidable = drawing.hatch("avoidable", Ink.orange, ground: "#fdf1d3", angle: 45)
        let top = 8 + Legend.draw(legend(language, avoidable), left: 8, top: 4, in: &drawing)
        let most = bars.flatMap { [$0.value, $0.high ?? 0] }.max() ?? 1
        let plot = Plot(
            left: Self.titleWidth,
            top: top,
            right: drawing.width - 120,
            bottom: height - 48,
            x: 0...max(most, 1e-9),
            y: 0...1
        )
        let ticks = Ticks(plot.x.domain, about: 6)
        for value in ticks.values {
            drawing.line(plot.x(value), top, plot.x(value), plot.bottom, .init(color: Ink.grid))
        }
        plot.drawX(ticks, axis[language], in: &drawing) { ticks.label($0) }
        for (number, bar) in bars.enumerated() {
            let y = top + Double(number) * Self.rowHeight + 5
            draw(bar, y, plot, avoidable, language, &drawing)
        }
        return drawing.svg(title: title[language], description: message[language])
    }

    private func draw(
        _ bar: Bar,
        _ y: Double,
        _ plot: Plot,
        _ avoidable: String,
        _ language: Language,
        _ drawing: inout Drawing
    ) {
        let name = Drawing.shortened(bar.title[language], to: Self.titleWidth - 18)
        drawing.text(name, plot.left - 8, y + 12.5, .end)
        drawing.rectangle(
            plot.left,
            y,
            width: plot.x(bar.value) - plot.left,
            height: 16,
            fill: bar.isAvoidable ? avoidable : "#c3ccd4",
            outline: bar.isAvoidable ? "#8f6200" : Ink.axis
        )
        var end = plot.x(bar.value)
        if let low = bar.low, let high = bar.high {
            let stroke = Drawing.Stroke(color: Ink.text, width: 1.4)
            drawing.line(plot.x(low), y + 8, plot.x(high), y + 8, stroke)
            for place in [plot.x(low), plot.x(high)] {
                drawing.line(place, y + 4, place, y + 12, stroke)
            }
            end = max(end, plot.x(high))
        }
        drawing.text(bar.remark[language], end + 8, y + 12.5, size: 12.5)
    }

    private func legend(_ language: Language, _ avoidable: String) -> [Legend.Entry] {
        [
            .area(
                "#c3ccd4",
                outline: Ink.axis,
                Bilingual("no response could come in time", "任何处置均来不及")[language]
            ),
            .area(
                avoidable,
                outline: "#8f6200",
                Bilingual("laid to a link of the response", "归因于处置环节")[language]
            ),
            .line(
                .init(color: Ink.text, width: 1.4),
                Bilingual("95 % interval of the mean", "均值95%置信区间")[language]
            ),
        ]
    }
}
