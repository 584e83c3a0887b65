import EventKernel
import Vocabulary
import Wording

/// Sentences with holes: what `FactWording` says, taken apart into a few hundred patterns, so that a
/// page holds tens of thousands of facts in both languages without their sentences.
///
/// The wording is asked with marks in place of names. Whatever it makes of them, a sentence is a
/// pattern with what was in the holes; filled in again with the names it is the sentence itself. So
/// nothing is worded a second time, and no name of a scenario passes through here.
struct FactTemplates {
    /// A pattern in both languages; `{0}`, `{1}`, … are its holes.
    struct Template: Hashable {
        let sort: Int
        let role: Int
        let english: String
        let chinese: String
        /// What goes into each hole: a letter of `Hole.Kind`.
        let holes: String
    }

    /// What was in a hole.
    struct Hole: Equatable {
        /// Sort of thing; the letters stand in the page.
        enum Kind: Character {
            case zone = "z"
            case site = "s"
            case hazard = "h"
            case sensor = "e"
            case team = "t"
            case depot = "d"
            case hospital = "o"
            case shelter = "k"
            case post = "p"
            case inject = "i"
            case rule = "r"
            /// A whole number.
            case number = "n"
            /// A number that is written otherwise than a whole one, by its place among such texts.
            case text = "x"
        }

        let kind: Kind
        let value: Int
    }

    /// Patterns in the order in which they first came.
    private(set) var templates: [Template] = []
    /// Numbers that are not written as whole ones.
    private(set) var texts: [String] = []

    private var places: [Template: Int] = [:]
    private var textPlaces: [String: Int] = [:]
    private let wording: FactWording

    /// Prepares patterns for the numbers of things that a scenario has.
    init(_ names: ScenarioNames) {
        wording = FactWording(names: Self.marked(names))
    }

    /// Returns the pattern of a fact and what fills its holes.
    mutating func parts(of content: FactContent) -> (template: Int, holes: [Hole]) {
        let text = wording.text(content)
        var holes: [Hole] = []
        let english = pattern(text.english, &holes, fresh: true)
        let chinese = pattern(text.chinese, &holes, fresh: false)
        let template = Template(
            sort: content.sort.rawValue,
            role: content.role.rawValue,
            english: english,
            chinese: chinese,
            holes: String(holes.map { $0.kind.rawValue })
        )
        return (place(of: template), holes)
    }

    private mutating func place(of template: Template) -> Int {
        if let place = places[template] { return place }
        templates.append(template)
        places[template] = templates.count - 1
        return templates.count - 1
    }

    // MARK: Marks

    /// Begins a mark, followed by the letter of its kind, the number and the end; characters for
    /// private use, which no wording of the program holds.
    private static let opening: Unicode.Scalar = "\u{F0000}"
    private static let closing: Unicode.Scalar = "\u{F0001}"

    private static func marked(_ names: ScenarioNames) -> ScenarioNames {
        func marks(_ list: [Name], _ kind: Hole.Kind) -> [Name] {
            list.indices.map { index in
                let mark = "\(opening)\(kind.rawValue)\(index)\(closing)"
                return Name(id: "", title: Bilingual(verbatim: mark))
            }
        }
        var marked = ScenarioNames()
        marked.zones = marks(names.zones, .zone)
        marked.sites = marks(names.sites, .site)
        marked.hazards = marks(names.hazards, .hazard)
        marked.sensors = marks(names.sensors, .sensor)
        marked.teams = marks(names.teams, .team)
        marked.depots = marks(names.depots, .depot)
        marked.hospitals = marks(names.hospitals, .hospital)
        marked.shelters = marks(names.shelters, .shelter)
        marked.posts = marks(names.posts, .post)
        marked.injects = marks(names.injects, .inject)
        marked.rules = marks(names.rules, .rule)
        return marked
    }

    // MARK: Taking apart

    /// Returns a sentence with holes and adds what was in them.
    ///
    /// - Parameters:
    ///   - text: The sentence.
    ///   - holes: What was in the holes so far; each is used once by every language.
    ///   - fresh: Whether every hole is a new one; else those that are there already are used first.
    /// - Returns: The sentence with holes.
    private mutating func pattern(_ text: String, _ holes: inout [Hole], fresh: Bool) -> String {
        var scanner = Scanner(text)
        var isFree = holes.map { _ in !fresh }
        var result = ""
        while let piece = scanner.next() {
            guard let hole = hole(piece) else {
                result += piece.text
                continue
            }
            let known = holes.indices.first { isFree[$0] && holes[$0] == hole }
            let place = known ?? holes.count
            if let known {
                isFree[known] = false
            } else {
                holes.append(hole)
                isFree.append(false)
            }
            result += "{\(place)}"
        }
        return result
    }

    private mutating func hole(_ piece: Scanner.Piece) -> Hole? {
        if let kind = piece.kind { return Hole(kind: kind, value: Int(piece.text) ?? 0) }
        guard piece.isNumber else { return nil }
        if let value = Int(piece.text), "\(value)" == piece.text, piece.text.utf8.count < 10 {
            return Hole(kind: .number, value: value)
        }
        let place = textPlaces[piece.text] ?? texts.count
        if place == texts.count {
            texts.append(piece.text)
            textPlaces[piece.text] = place
        }
        return Hole(kind: .text, value: place)
    }

    /// Goes through marks, numbers and what is between them.
    private struct Scanner {
        struct Piece {
            var text: String
            var kind: Hole.Kind?
            var isNumber = false
        }

        private let scalars: [Unicode.Scalar]
        private var place = 0

        init(_ text: String) { scalars = Array(text.unicodeScalars) }

        private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
            (0x30...0x39).contains(scalar.value)
        }

        mutating func next() -> Piece? {
            guard place < scalars.count else { return nil }
            if scalars[place] == opening { return mark() }
            return Self.isDigit(scalars[place]) ? number() : words()
        }

        private mutating func mark() -> Piece {
            let kind = Hole.Kind(rawValue: Character(scalars[place + 1]))
            let start = place + 2
            while place < scalars.count, scalars[place] != closing { place += 1 }
            let digits = Self.text(scalars[start..<place])
            place += 1
            return Piece(text: digits, kind: kind)
        }

        private mutating func number() -> Piece {
            let start = place
            while place < scalars.count {
                let isPoint =
                    scalars[place] == "." && place + 1 < scalars.count
                    && Self.isDigit(scalars[place + 1])
                guard isPoint || Self.isDigit(scalars[place]) else { break }
                place += 1
            }
            return Piece(text: Self.text(scalars[start..<place]), isNumber: true)
        }

        private mutating func words() -> Piece {
            let start = place
            while place < scalars.count, scalars[place] != opening, !Self.isDigit(scalars[place]) {
                place += 1
            }
            return Piece(text: Self.text(scalars[start..<place]))
        }

        private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        }
    }
}
