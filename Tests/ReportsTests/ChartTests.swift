@testable import Reports
import Testing
import Wording

/// Scales and drawings behind the charts.
@Suite struct ChartTests {
    @Test func `axes are marked at round numbers within their range`() {
        #expect(Ticks(0...97, about: 5, whole: true).values == [0, 20, 40, 60, 80])
        #expect(
            Ticks(0...1, about: 5).values.map { Ticks(0...1, about: 5).label($0) } == [
                "0.0", "0.2", "0.4", "0.6", "0.8", "1.0",
            ]
        )
        #expect(Ticks(-3...4, about: 4).values == [-2, 0, 2, 4])
        #expect(Ticks.time(until: 96 * 3600, about: 10).step == 12 * 3600)
        #expect(Ticks.time(until: 0, about: 10).values.first == 0)
    }

    @Test(arguments: [0, 1e-7, 3, 12.5, 99_999, 1e12])
    func `marks never lie outside nor run away`(length: Double) {
        let ticks = Ticks(0...length, about: 6)
        #expect(ticks.values.allSatisfy { $0 >= 0 && $0 <= length * 1.000_001 + 1e-9 })
        #expect(ticks.values.count < 16)
    }

    @Test func `places outside a scale stand at its ends, and a scale without length works`() {
        let scale = Scale(0...10, from: 100, to: 200)
        #expect(scale(5) == 150)
        #expect(scale(-4) == 100)
        #expect(scale(40) == 200)
        #expect(Scale(3...3, from: 0, to: 1)(3) == 0)
    }

    @Test func `coordinates have at most one digit behind the point`() {
        #expect(Drawing.number(12) == "12")
        #expect(Drawing.number(-0.04) == "0")
        #expect(Drawing.number(-1.26) == "-1.3")
        #expect(Drawing.number(.nan) == "0")
        #expect(Drawing.number(.infinity) == "0")
    }

    @Test func `a path keeps where the line turns and leaves out what is level`() {
        let plot = Plot(left: 0, top: 0, right: 10, bottom: 10, x: 0...10, y: 0...10)
        let points = [(0.0, 0.0), (1, 0), (2, 0), (3, 5), (4, 5), (5, 5)].map { (x: $0.0, y: $0.1) }
        #expect(plot.path(points) == "M0 10L2 10L3 5L5 5")
        #expect(plot.steps([(x: 0, y: 0), (x: 4, y: 10)], until: 10) == "M0 10H4V0H10")
    }

    @Test func `bars take in every value but those that never happened`() {
        let chart = distribution([600, 610, 655, .infinity])
        #expect(chart.counts.reduce(0, +) == 3)
        #expect(distribution([]).counts.reduce(0, +) == 0)
        #expect(distribution([42]).counts == [1])
        #expect(distribution([-5, -5, -5]).counts.reduce(0, +) == 3)
    }

    private func distribution(_ values: [Double]) -> DistributionChart {
        let word = Bilingual(verbatim: "")
        return DistributionChart(
            values,
            bound: nil,
            missesAbove: true,
            median: nil,
            axis: word,
            boundTitle: word
        )
    }

    @Test(arguments: Language.allCases)
    func `a drawing says what it shows, and its words are text`(language: Language) {
        let hostile = Bilingual("<script>&\"", "<script>＆")
        let chart = StepChart(
            lines: [.init(title: hostile, points: [(x: 0, y: 0), (x: 60, y: 3)])],
            end: 3600,
            unit: hostile
        )
        let svg = chart.draw(language, "x", title: hostile, message: hostile).source
        #expect(svg.hasPrefix("<svg viewBox=\"0 0 760 340\" role=\"img\""))
        #expect(svg.contains("aria-labelledby=\"x-title x-description\""))
        #expect(!svg.contains("<script"))
        #expect(svg.ranges(of: "&lt;script&gt;").count == 4)
    }

    @Test func `chapters are numbered as in Chinese documents`() {
        let numbers = [1, 9, 10, 11, 19, 20, 21].map { ChineseNumeral.text($0) }
        #expect(numbers == ["一", "九", "十", "十一", "十九", "二十", "二十一"])
    }
}
