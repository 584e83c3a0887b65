import Wording

/// What teams did when, one row a team.
struct GanttChart {
    /// What a team was doing.
    enum State: Int, CaseIterable {
        case road, standby, work, homeward

        var title: Bilingual {
            switch self {
            case .road: Bilingual("on the road", "途中")
            case .standby: Bilingual("at the site without a task", "到场待命")
            case .work: Bilingual("at work", "作业")
            case .homeward: Bilingual("ordered home", "归队途中")
            }
        }
    }

    /// One row.
    struct Row {
        let title: Bilingual
        let spans: [(state: State, from: Double, to: Double)]
    }

    let rows: [Row]
    /// First instant shown [s from the start].
    let start: Double
    /// Last instant shown [s from the start].
    let end: Double

    private static let rowHeight = 17.0
    private static let titleWidth = 168.0

    /// Returns the drawing.
    func draw(_ language: Language, _ id: String, title: Bilingual, message: Bilingual) -> Markup {
        let height = 82 + Double(rows.count) * Self.rowHeight
        var drawing = Drawing(id, height: height)
        let fills = [
            drawing.hatch("road", Ink.axis, ground: "#eef1f4", angle: 45), Ink.paper, Ink.blue,
            drawing.hatch("home", Ink.orange, ground: "#fdf1d3", angle: -45),
        ]
        let legend = State.allCases.map {
            Legend.Entry.area(fills[$0.rawValue], outline: Ink.axis, $0.title[language])
        }
        let top = 8 + Legend.draw(legend, left: 8, top: 4, in: &drawing)
        let plot = Plot(
            left: Self.titleWidth,
            top: top,
            right: drawing.width - 14,
            bottom: height - 48,
            x: start...max(end, start + 1),
            y: 0...1
        )
        let ticks = drawGrid(plot, &drawing)
        var bars = State.allCases.map { _ in "" }
        for (number, row) in rows.enumerated() {
            let y = top + Double(number) * Self.rowHeight
            let name = Drawing.shortened(row.title[language], to: Self.titleWidth - 16, size: 12)
            drawing.text(name, Self.titleWidth - 8, y + 12.5, .end, size: 12)
            for span in row.spans where span.to > span.from {
                let (left, right) = (plot.x(span.from), plot.x(span.to))
                let width = Drawing.number(max(0.8, right - left))
                bars[span.state.rawValue] +=
                    "M\(Drawing.number(left)) \(Drawing.number(y + 3))h\(width)"
                    + "v\(Drawing.number(Self.rowHeight - 6))h-\(width)z"
            }
        }
        for state in State.allCases {
            drawing.fill(bars[state.rawValue], fills[state.rawValue], outline: Ink.axis)
        }
        let axis = Bilingual("Time from the start of the drill [h]", "演练开始后时间（小时）")
        plot.drawX(ticks, axis[language], in: &drawing) { Figures.plain($0 / 3600) }
        return drawing.svg(title: title[language], description: message[language])
    }

    private func drawGrid(_ plot: Plot, _ drawing: inout Drawing) -> Ticks {
        let step = Ticks.time(until: end - start, about: 10).step
        let ticks = Ticks(plot.x.domain, step: step)
        for value in ticks.values {
            let place = plot.x(value)
            drawing.line(place, plot.top, place, plot.bottom, .init(color: Ink.grid))
        }
        return ticks
    }
}
