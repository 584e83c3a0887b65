import EventKernel
public import Experiments
import Scoring
import Vocabulary
public import Wording

/// How numbers and moments are put into the cells of a report.
struct ReportWords {
    private let start: AbsoluteInstant

    init(start: AbsoluteInstant) {
        self.start = start
    }

    /// What stands where nothing can be said.
    static let dash = Cell("–")

    /// Returns a value of a measure as readers see it.
    func figure(_ value: Double, _ measure: Measure) -> Bilingual {
        Bilingual(
            BatchReport(.english).figure(value, measure),
            BatchReport(.chinese).figure(value, measure)
        )
    }

    /// Returns the cell of a value of a measure; a dash where there is none, and a word where it never
    /// happened.
    func cell(_ value: Double?, _ measure: Measure, _ source: String? = nil) -> Cell {
        guard let value else { return Self.dash }
        guard value.isFinite else {
            return Cell(value, Bilingual("never", "未发生"), source: source)
        }
        return Cell(value, figure(value, measure), source: source)
    }

    /// Returns the cell of a share.
    func percent(_ share: Double, _ source: String? = nil) -> Cell {
        Cell(share, Bilingual(verbatim: Figures.percent(share)), source: source)
    }

    /// Returns the cell of a number with so many digits behind the point.
    func decimal(_ value: Double?, places: Int, _ source: String? = nil) -> Cell {
        guard let value else { return Self.dash }
        let text = Figures.decimal(value, places: places)
        return Cell(value, Bilingual(verbatim: text), source: source)
    }

    /// Returns the cell of a moment of the drill.
    func clock(_ seconds: Double) -> Cell {
        let instant = start.later(milliseconds: Int64(seconds * 1000))
        return Cell(
            seconds,
            Bilingual(Figures.clock(instant, .english), Figures.clock(instant, .chinese))
        )
    }

    /// Returns the cell of a moment of the drill in figures that are the same in all languages, for long
    /// tables.
    func shortClock(_ seconds: Double) -> Cell {
        let now = start.later(milliseconds: Int64(seconds * 1000)).calendar
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let text = "\(two(now.month))-\(two(now.day)) \(two(now.hour)):\(two(now.minute))"
        return Cell(seconds, Bilingual(verbatim: text))
    }

    /// Returns the cell of a length of time.
    func length(_ seconds: Double?) -> Cell {
        guard let seconds else { return Self.dash }
        return Cell(seconds, duration(seconds))
    }

    /// Returns a length of time as readers see it.
    func duration(_ seconds: Double) -> Bilingual {
        Bilingual(Figures.duration(seconds, .english), Figures.duration(seconds, .chinese))
    }

    /// Returns a date with the year, and the time of day.
    func date(_ instant: AbsoluteInstant) -> Bilingual {
        let year = instant.calendar.year
        let english = Figures.clock(instant, .english)
        let day = english.prefix(6)
        return Bilingual(
            "\(day) \(year)\(english.dropFirst(6))",
            "\(year)年" + Figures.clock(instant, .chinese)
        )
    }

    /// Returns the title of a thing by number; the number where there is no such thing.
    func title(_ index: Int, _ list: [Name]) -> Bilingual {
        list.indices.contains(index) ? list[index].title : Bilingual(verbatim: "\(index)")
    }

    /// Returns what a goal asks for.
    func wanted(_ goal: Goal) -> Bilingual {
        let bound = figure(goal.bound, goal.measure)
        let sign = goal.isUpperBound ? "≤ " : "≥ "
        return Bilingual(sign + bound.english, sign + bound.chinese)
    }
}

extension Verdict {
    /// Name for readers.
    public var title: Bilingual {
        switch self {
        case .met: Bilingual("met", "达标")
        case .notMet: Bilingual("not met", "未达标")
        case .undecided: Bilingual("undecided", "未定")
        }
    }

    var tone: Cell.Tone {
        switch self {
        case .met: .good
        case .notMet: .bad
        case .undecided: .open
        }
    }
}
