import EventKernel
import Scoring
public import Vocabulary
import Wording

/// A stored record, read back: its header and all its facts.
public struct RecordFile: Sendable {
    /// First line.
    public let header: RecordHeader
    /// Facts in order of their numbers, from 0.
    public let facts: [Fact]

    /// Reads a record and reports what is wrong with it.
    ///
    /// A record is read whole or not at all: facts are numbered without gap, none is before its cause,
    /// time never runs backwards, and the last says that the drill has ended.
    ///
    /// - Parameters:
    ///   - source: Text of the file.
    ///   - diagnostics: Takes what is wrong.
    /// - Returns: The record, or nil where an error was added.
    /// - Complexity: O(length of the file).
    public static func read(
        _ source: SourceText,
        into diagnostics: inout Diagnostics
    ) -> RecordFile? {
        let first = source.bytes.firstIndex(of: 0x0A) ?? source.bytes.endIndex
        let line = SourceText(path: source.path, bytes: Array(source.bytes[..<first]))
        var names = NameTable()
        let checked = RecordHeader.shape.read(line, names: &names, into: &diagnostics)
        guard checked.isSound else { return nil }
        let header = RecordHeader(checked.root)
        guard let problem = header.problem(at: line.whole) else {
            return facts(source, from: first + 1, header, &diagnostics)
        }
        diagnostics.error(problem)
        return nil
    }

    /// Most lines of which it is said what is wrong -- constant.
    private static let problemsAtMost = 20

    private static func facts(
        _ source: SourceText,
        from start: Int,
        _ header: RecordHeader,
        _ diagnostics: inout Diagnostics
    ) -> RecordFile? {
        let parser = FactParser(names: header.names)
        var facts: [Fact] = []
        var problems = 0
        var position = min(start, source.bytes.count)
        while position < source.bytes.count, problems < problemsAtMost {
            let end = source.bytes[position...].firstIndex(of: 0x0A) ?? source.bytes.count
            do throws(RecordLine.Problem) {
                let line = try RecordLine(source.bytes[position..<end])
                facts.append(try parser.fact(line, after: facts.last))
            } catch {
                problems += 1
                diagnostics.error(Diagnostic(error, in: source))
                // What follows a wrong number would be wrong too.
                if error.code == "wrong-number" { break }
            }
            position = end + 1
        }
        guard problems == 0 else { return nil }
        guard case .ended = facts.last?.content else {
            diagnostics.error(.unfinished(source))
            return nil
        }
        return RecordFile(header: header, facts: facts)
    }
}

extension RecordHeader {
    /// Most points of a curve -- constant.
    private static let pointsAtMost = 1e6

    private static func tooManyPoints(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            "out-of-range",
            at: range,
            Bilingual("curves would have too many points", "曲线点数过多"),
            expected: Bilingual(
                "a \"curveStepSeconds\" that divides the drill into a million steps at most",
                "“curveStepSeconds”应使曲线不超过一百万点"
            )
        )
    }

    /// What the header says of one thing must fit what it says of another.
    fileprivate func problem(at range: SourceRange) -> Diagnostic? {
        let pairs = [
            ("postLevels", scoring.postLevels.count, "posts", names.posts.count),
            ("teamKinds", scoring.teamKinds.count, "teams", names.teams.count),
            ("siteDepots", scoring.siteDepots.count, "sites", names.sites.count),
        ]
        let points = scoring.duration.seconds / scoring.curveStep.seconds
        guard points <= Self.pointsAtMost else { return Self.tooManyPoints(at: range) }
        guard let (key, count, name, wanted) = pairs.first(where: { $0.1 != $0.3 }) else {
            return nil
        }
        return Diagnostic(
            "wrong-count",
            at: range,
            Bilingual(
                "\"\(key)\" has \(count) elements, but there are \(wanted) \(name)",
                "“\(key)”有 \(count) 项，而“\(name)”有 \(wanted) 项"
            ),
            help: Bilingual(
                "the header of a record is not to be edited: write the record again",
                "记录首行不应改动，请重新写出记录"
            )
        )
    }
}

extension Diagnostic {
    fileprivate init(_ problem: RecordLine.Problem, in source: SourceText) {
        self.init(
            problem.code,
            at: source.range(problem.range),
            problem.message,
            expected: problem.expected,
            help: problem.help
        )
    }

    fileprivate static func unfinished(_ source: SourceText) -> Diagnostic {
        Diagnostic(
            "unfinished-record",
            at: source.range(source.bytes.count..<source.bytes.count),
            Bilingual("the record ends before the drill does", "记录在演练结束之前中断"),
            expected: Bilingual("a last fact of kind \"ended\"", "末行为“ended”"),
            help: Bilingual(
                "write the whole record again with drill run --record",
                "请用 drill run --record 重新写出完整记录"
            )
        )
    }
}
