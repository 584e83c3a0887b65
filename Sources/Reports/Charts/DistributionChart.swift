import Wording

/// How often a time or number came out how: bars of drills, and the bound that a goal sets.
struct DistributionChart {
    /// Lower edges of the bars, ascending, in the unit shown.
    let edges: [Double]
    /// Width of a bar.
    let step: Double
    /// Drills in each bar.
    let counts: [Int]
    /// What a goal asks for, in the unit shown; nil where there is no goal.
    let bound: Double?
    /// Whether values above the bound miss it; else those below.
    let missesAbove: Bool
    /// Median of all drills, in the unit shown; nil where it never happened in half of them.
    let median: Double?
    /// What the lower axis shows, with its unit.
    let axis: Bilingual
    /// The bound in words.
    let boundTitle: Bilingual

    private static let height = 300.0

    /// Sorts values, which are in the unit shown, into bars of a round width; those that are not finite
    /// are left out.
    init(
        _ values: [Double],
        bound: Double?,
        missesAbove: Bool,
        median: Double?,
        axis: Bilingual,
        boundTitle: Bilingual
    ) {
        let finite = values.filter(\.isFinite)
        let (least, most) = (finite.min() ?? 0, finite.max() ?? 1)
        let step = Ticks(least...max(most, least + 1e-6), about: 26).step
        let first = (least / step).rounded(.down)
        let count = max(1, Int((most / step).rounded(.down) - first) + 1)
        var counts = Array(repeating: 0, count: count)
        for value in finite {
            counts[min(count - 1, max(0, Int((value / step).rounded(.down) - first)))] += 1
        }
        self.step = step
        edges = (0..<count).map { (first + Double($0)) * step }
        self.counts = counts
        self.bound = bound
        self.missesAbove = missesAbove
        self.median = median
        self.axis = axis
        self.boundTitle = boundTitle
    }

    /// Returns the drawing.
    func draw(_ language: Language, _ id: String, title: Bilingual, message: Bilingual) -> Markup {
        var drawing = Drawing(id, height: Self.height)
        let missed = drawing.hatch("missed", Ink.vermilion, ground: "#fbe3d6", angle: 45)
        let top = 30 + Legend.draw(legend(language, missed), left: 52, top: 4, in: &drawing)
        let plot = plot(top, drawing.width)
        plot.drawY(
            Ticks(0...plot.y.domain.upperBound, about: 4, whole: true),
            Bilingual("Drills", "推演次数")[language],
            in: &drawing
        )
        for (edge, count) in zip(edges, counts) where count > 0 {
            let (left, right) = (plot.x(edge), plot.x(edge + step))
            drawing.rectangle(
                left + 0.5,
                plot.y(Double(count)),
                width: right - left - 1,
                height: plot.bottom - plot.y(Double(count)),
                fill: isMissed(edge) ? missed : Ink.sky,
                outline: isMissed(edge) ? Ink.vermilion : Ink.blue
            )
        }
        drawLines(plot, &drawing)
        let ticks = Ticks(plot.x.domain, about: 9)
        plot.drawX(ticks, axis[language], in: &drawing) { ticks.label($0) }
        return drawing.svg(title: title[language], description: message[language])
    }

    private func isMissed(_ edge: Double) -> Bool {
        guard let bound else { return false }
        return missesAbove ? edge >= bound - step * 1e-6 : edge + step <= bound + step * 1e-6
    }

    private func plot(_ top: Double, _ width: Double) -> Plot {
        var (least, most) = (edges.first ?? 0, (edges.last ?? 0) + step)
        if let bound {
            least = min(least, bound - step)
            most = max(most, bound + step)
        }
        return Plot(
            left: 52,
            top: top,
            right: width - 14,
            bottom: Self.height - 48,
            x: least...most,
            y: 0...Double(max(1, counts.max() ?? 1)) * 1.05
        )
    }

    private func drawLines(_ plot: Plot, _ drawing: inout Drawing) {
        if let median {
            let place = plot.x(median)
            drawing.line(place, plot.top, place, plot.bottom, Self.middle)
        }
        guard let bound else { return }
        let place = plot.x(bound)
        drawing.line(place, plot.top - 6, place, plot.bottom, Self.limit)
    }

    private func legend(_ language: Language, _ missed: String) -> [Legend.Entry] {
        var entries: [Legend.Entry] = []
        if bound != nil {
            entries.append(.line(Self.limit, boundTitle[language]))
            entries.append(
                .area(
                    missed,
                    outline: Ink.vermilion,
                    Bilingual("bound missed", "未达到要求")[language]
                )
            )
        }
        if median != nil {
            entries.append(.line(Self.middle, Bilingual("median", "中位数")[language]))
        }
        return entries
    }

    private static let limit = Drawing.Stroke(color: Ink.vermilion, width: 2.4, dash: "7 4")
    private static let middle = Drawing.Stroke(color: Ink.text, width: 1.6, dash: "2 3")
}
