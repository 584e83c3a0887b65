import Wording

/// How a quantity goes over the time of many drills: bands of 50 % and 90 %, the median, one drill.
struct FanChart {
    /// Times of the points from the start [s].
    let seconds: [Double]
    /// Quantiles across drills at each point: 5, 25, 50, 75, 95 %.
    let quantiles: [[Double]]
    /// The same quantity in one drill; empty where it is not known.
    let single: [Double]
    /// What stands above the upright axis.
    let unit: Bilingual
    /// What the single drill is.
    let singleTitle: Bilingual

    private static let height = 310.0

    /// Returns the drawing.
    func draw(_ language: Language, _ id: String, title: Bilingual, message: Bilingual) -> Markup {
        var drawing = Drawing(id, height: Self.height)
        let top = 30 + Legend.draw(legend(language), left: 52, top: 4, in: &drawing)
        let highest = max(quantiles.compactMap(\.last).max() ?? 0, single.max() ?? 0, 1)
        let ticks = Ticks(0...highest, about: 5, whole: true)
        let upper = (ticks.values.last ?? 0) < highest ? highest + ticks.step * 0.2 : highest
        let plot = Plot(
            left: 52,
            top: top,
            right: drawing.width - 14,
            bottom: Self.height - 48,
            x: 0...max(seconds.last ?? 1, 1),
            y: 0...upper
        )
        plot.drawY(ticks, unit[language], in: &drawing)
        drawBands(plot, &drawing)
        drawTime(plot, language, &drawing)
        return drawing.svg(title: title[language], description: message[language])
    }

    private func drawBands(_ plot: Plot, _ drawing: inout Drawing) {
        guard quantiles.count == 5 else { return }
        drawing.fill(plot.band(seconds, quantiles[0], quantiles[4]), Self.wide)
        drawing.fill(plot.band(seconds, quantiles[1], quantiles[3]), Self.narrow)
        for edge in [quantiles[0], quantiles[4]] {
            drawing.path(plot.path(points(edge)), .init(color: Ink.blue, width: 0.8, dash: "2 2"))
        }
        drawing.path(plot.path(points(quantiles[2])), Self.median)
        if !single.isEmpty { drawing.path(plot.path(points(single)), Self.one) }
    }

    private func points(_ values: [Double]) -> [(x: Double, y: Double)] {
        zip(seconds, values).map { (x: $0, y: $1) }
    }

    private func drawTime(_ plot: Plot, _ language: Language, _ drawing: inout Drawing) {
        plot.drawTime(until: seconds.last ?? 0, language, &drawing)
    }

    private func legend(_ language: Language) -> [Legend.Entry] {
        var entries: [Legend.Entry] = [
            .line(Self.median, Bilingual("median of all drills", "全部推演中位数")[language]),
            .area(
                Self.narrow,
                Bilingual("half of the drills (P25–P75)", "半数推演（P25–P75）")[language]
            ),
            .area(
                Self.wide,
                outline: Ink.blue,
                Bilingual("90 % of the drills (P5–P95)", "90%推演（P5–P95）")[language]
            ),
        ]
        if !single.isEmpty { entries.append(.line(Self.one, singleTitle[language])) }
        return entries
    }

    private static let wide = "#dcedf8"
    private static let narrow = "#a9d3ee"
    private static let median = Drawing.Stroke(color: Ink.blue, width: 2.4)
    private static let one = Drawing.Stroke(color: Ink.vermilion, width: 2, dash: "7 4")
}

extension Plot {
    /// Draws an axis of time from the start of the drill, in minutes or hours.
    func drawTime(until end: Double, _ language: Language, _ drawing: inout Drawing) {
        let isShort = end <= 3 * 3600
        let unit = isShort ? 60.0 : 3600
        let title =
            isShort
            ? Bilingual("Time from the start of the drill [min]", "演练开始后时间（分钟）")
            : Bilingual("Time from the start of the drill [h]", "演练开始后时间（小时）")
        drawX(.time(until: end, about: 10), title[language], in: &drawing) {
            Figures.plain($0 / unit)
        }
    }
}
