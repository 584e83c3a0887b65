import Reports
import Testing
import Wording

/// Numbers as readers see them.
@Suite struct FiguresTests {
    @Test func `decimals are rounded, and what never happened is infinite`() {
        #expect(Figures.decimal(2.345, places: 1) == "2.3")
        #expect(Figures.decimal(-0.04, places: 1) == "0.0")
        #expect(Figures.decimal(-12.06, places: 1) == "−12.1")
        #expect(Figures.decimal(0.5, places: 0) == "1")
        #expect(Figures.decimal(.infinity, places: 1) == "∞")
    }

    @Test func `times below two hours are minutes, others hours`() {
        #expect(Figures.duration(90, .english) == "1.5 min")
        #expect(Figures.duration(7199, .english) == "120.0 min")
        #expect(Figures.duration(7200, .english) == "2.0 h")
        #expect(Figures.duration(-5400, .english) == "−90.0 min")
        #expect(Figures.duration(.infinity, .english) == "∞")
        #expect(Figures.duration(90, .chinese) == "1.5分钟")
        #expect(Figures.duration(7200, .chinese) == "2.0小时")
    }

    @Test func `shares are per cent`() {
        #expect(Figures.percent(0.0345) == "3.5 %")
        #expect(Figures.percent(1) == "100.0 %")
    }
}
