import EventKernel
import Experiments
import Scoring
import Vocabulary
public import Wording

/// The after-action report of a batch (演练评估报告): what was tested, how it went, how sure that is, what
/// to mend.
///
/// Chapters stand in the order in which a bureau of emergency management reads them, after AQ/T 9009 and
/// the after-action report of HSEEP. Everything comes from the results of a batch; what they do not say
/// is said to be missing.
public struct AfterActionReport {
    let input: AfterActionInput
    let digest: RecordDigest?
    let words: ReportWords

    /// Prepares a report.
    ///
    /// - Complexity: O(facts of the typical drill).
    public init(_ input: AfterActionInput) {
        self.input = input
        words = ReportWords(start: input.start)
        digest = input.facts.isEmpty ? nil : RecordDigest(input.facts, input)
    }

    var results: Results { input.results }
    var names: ScenarioNames { input.names }

    /// The report as chapters.
    public var document: ReportDocument {
        let drills = results.drills
        var document = ReportDocument(
            title: Bilingual("After-action report of an emergency exercise", "应急演练评估报告"),
            subtitles: [
                input.scenario,
                Bilingual(
                    "\(input.plan.english) · \(drills) drills by simulation",
                    "\(input.plan.chinese) · 模拟推演\(drills)次"
                ),
                Bilingual(
                    "Draft by the program, for review by the evaluation team",
                    "初稿由推演程序生成，待评估组审定"
                ),
            ]
        )
        let findings = Findings(self).all
        document.chapters = [
            overview, scenarioChapter, planChapter, objectives, goals, scoreChapter,
            resultChapter, timelineChapter, findingChapter(findings), unmetChapter,
            supplyChapter, teamChapter, informationChapter, causeChapter, referenceChapter,
            comparisonChapter, improvementChapter(findings), assumptionChapter,
            provenanceChapter,
        ]
        return document
    }

    /// Returns the report as one HTML file that needs nothing else.
    ///
    /// - Parameter language: Language shown first.
    /// - Returns: The file.
    public func html(_ language: Language) -> String {
        ReportPage(document).html(language)
    }

    /// Returns the report as Markdown.
    public func markdown(_ language: Language) -> String {
        ReportMarkdown(document, language).text
    }

    /// Returns all tables as comma-separated values, each with its name as a file.
    public func csv(_ language: Language) -> [(name: String, text: String)] {
        document.tables.map { ("\($0.name).csv", $0.csv(language)) }
    }

    /// What is said where the record of the typical drill is not there.
    var noRecord: Block {
        .remark(
            Bilingual(
                "The folder holds no record of a typical drill (typical.jsonl), so that nothing can be said here.",
                "结果文件夹中没有典型推演记录（typical.jsonl），本节无法给出内容。"
            )
        )
    }

    /// The typical drill in words.
    var typicalTitle: Bilingual {
        let number = results.typicalDrill.map { "\($0)" } ?? "–"
        return Bilingual("typical drill (no. \(number))", "典型推演（第\(number)次）")
    }
}
