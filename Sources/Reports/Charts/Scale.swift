import Wording

/// A straight scale from values to places of a drawing.
struct Scale {
    /// Least and greatest value shown.
    let domain: ClosedRange<Double>
    /// Places of these.
    let start: Double
    let end: Double

    /// Creates a scale; a domain without length is made one.
    init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
        let isFlat = domain.upperBound - domain.lowerBound <= 0
        self.domain = isFlat ? domain.lowerBound...(domain.lowerBound + 1) : domain
        self.start = start
        self.end = end
    }

    /// Returns the place of a value; values outside stand at the nearer end.
    func callAsFunction(_ value: Double) -> Double {
        let inside = min(max(value, domain.lowerBound), domain.upperBound)
        let share = (inside - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return start + share * (end - start)
    }
}

/// Where an axis is marked.
struct Ticks {
    /// Values at which it is marked, ascending.
    let values: [Double]
    /// Distance between two.
    let step: Double

    /// Marks a range with about so many round numbers.
    init(_ range: ClosedRange<Double>, about count: Int, whole: Bool = false) {
        let length = max(range.upperBound - range.lowerBound, 1e-9)
        var step = Self.round(length / Double(max(1, count)))
        if whole { step = max(1, step) }
        self.init(range, step: step)
    }

    /// Marks a range at multiples of a step.
    init(_ range: ClosedRange<Double>, step: Double) {
        self.step = step
        let first = (range.lowerBound / step - 1e-9).rounded(.up)
        let last = (range.upperBound / step + 1e-9).rounded(.down)
        values = first <= last ? (0...Int(last - first)).map { (first + Double($0)) * step } : []
    }

    /// Marks a time that begins at 0 [s] at round minutes, hours or days.
    static func time(until end: Double, about count: Int) -> Ticks {
        let minutes: [Double] = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080]
        let wanted = end / 60 / Double(max(1, count))
        let step = minutes.first { $0 >= wanted } ?? Self.round(wanted)
        return Ticks(0...max(end, 60), step: step * 60)
    }

    /// The next of 1, 2, 5, 10, 20, 50, … at or above a number.
    private static func round(_ least: Double) -> Double {
        var power = 1.0
        while power > least { power /= 10 }
        while power * 10 <= least { power *= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= least * 0.999_999 } ?? power * 10
    }

    /// Digits behind the point that the labels need.
    private var places: Int {
        var places = 0
        var scaled = step
        while places < 6, abs(scaled - scaled.rounded()) > 1e-9 {
            scaled *= 10
            places += 1
        }
        return places
    }

    /// Returns the label of a mark.
    func label(_ value: Double) -> String { Figures.decimal(value, places: places) }
}

/// A field with axes in which lines, bands and bars are drawn.
struct Plot {
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double
    let x: Scale
    let y: Scale

    init(
        left: Double,
        top: Double,
        right: Double,
        bottom: Double,
        x: ClosedRange<Double>,
        y: ClosedRange<Double>
    ) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
        self.x = Scale(x, from: left, to: right)
        self.y = Scale(y, from: bottom, to: top)
    }

    /// Draws grid and labels of the upright axis, and what it measures above it.
    func drawY(_ ticks: Ticks, _ title: String, in drawing: inout Drawing) {
        for value in ticks.values {
            let place = y(value)
            drawing.line(left, place, right, place, .init(color: Ink.grid))
            drawing.text(
                ticks.label(value),
                left - 7,
                place + 4.5,
                .end,
                size: 12,
                color: Ink.muted
            )
        }
        drawing.text(title, left - 40, top - 12, size: 12, color: Ink.muted)
    }

    /// Draws marks and labels of the lower axis, and what it measures at its end.
    func drawX(
        _ ticks: Ticks,
        _ title: String,
        in drawing: inout Drawing,
        label: (Double) -> String
    ) {
        drawing.line(left, bottom, right, bottom, .init(color: Ink.axis))
        for value in ticks.values {
            let place = x(value)
            drawing.line(place, bottom, place, bottom + 5, .init(color: Ink.axis))
            drawing.text(label(value), place, bottom + 19, .middle, size: 12, color: Ink.muted)
        }
        drawing.text(title, (left + right) / 2, bottom + 38, .middle, size: 12, color: Ink.muted)
    }

    /// Returns the path through points; those amid others of the same height are left out.
    func path(_ points: [(x: Double, y: Double)]) -> String {
        let telling = points.indices.filter { place in
            place == 0 || place == points.count - 1 || points[place - 1].y != points[place].y
                || points[place + 1].y != points[place].y
        }
        return telling.map { points[$0] }.enumerated().map { index, point in
            (index == 0 ? "M" : "L") + Drawing.number(x(point.x)) + " " + Drawing.number(y(point.y))
        }.joined()
    }

    /// Returns the path of a value that stays until it changes, up to an end.
    func steps(_ points: [(x: Double, y: Double)], until end: Double) -> String {
        guard let first = points.first else { return "" }
        var path = "M" + Drawing.number(x(first.x)) + " " + Drawing.number(y(first.y))
        for point in points.dropFirst() {
            path += "H" + Drawing.number(x(point.x)) + "V" + Drawing.number(y(point.y))
        }
        return path + "H" + Drawing.number(x(end))
    }

    /// Returns the path around a band between two rows of values.
    func band(_ xs: [Double], _ lower: [Double], _ upper: [Double]) -> String {
        let there = zip(xs, upper).map { (x: $0, y: $1) }
        let back = zip(xs, lower).reversed().map { (x: $0, y: $1) }
        return path(there + back) + "Z"
    }
}

/// What the signs of a chart mean, in a row above it.
struct Legend {
    /// One sign and its meaning.
    struct Entry {
        /// Draws the sign into a place 26 wide and 12 high, given its left upper corner.
        let draw: (inout Drawing, Double, Double) -> Void
        let text: String

        /// A line.
        static func line(_ stroke: Drawing.Stroke, _ text: String) -> Entry {
            Entry(draw: { $0.line($1, $2 + 6, $1 + 26, $2 + 6, stroke) }, text: text)
        }

        /// A filled area.
        static func area(_ fill: String, outline: String = "none", _ text: String) -> Entry {
            Entry(
                draw: {
                    $0.rectangle($1, $2, width: 26, height: 12, fill: fill, outline: outline)
                },
                text: text
            )
        }
    }

    /// Draws the row, in several lines where it is too long.
    ///
    /// - Returns: Height taken.
    @discardableResult
    static func draw(
        _ entries: [Entry],
        left: Double,
        top: Double,
        in drawing: inout Drawing
    ) -> Double {
        var (x, y) = (left, top)
        for entry in entries {
            let width = 34 + Drawing.width(of: entry.text, size: 12.5)
            if x + width > drawing.width, x > left {
                x = left
                y += 20
            }
            entry.draw(&drawing, x, y)
            drawing.text(entry.text, x + 32, y + 10.5, size: 12.5)
            x += width + 18
        }
        return y + 20 - top
    }
}
