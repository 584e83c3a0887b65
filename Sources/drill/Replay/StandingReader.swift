import DrillFiles
import Experiments
import Foundation
import Reports
import Scoring
import Wording

/// Finds out where a drill lies in a batch of the same scenario, plan and version, if there is one.
struct StandingReader {
    private let play: ReplayPlay
    private let folder: String
    /// Whether the user named the folder.
    private let isAsked: Bool

    init(_ play: ReplayPlay, _ arguments: Arguments) {
        self.play = play
        let usual = "Results/\(play.inputs.name)/\(play.inputs.planName)"
        folder = arguments.optionalText("results") ?? usual
        isAsked = arguments.has("results")
    }

    /// Measures that place a drill, as far as the scenario has them.
    private static let measures: [Measure] = [
        .deaths, .seriousInjuries, .trappedRescuedAlive, .secondsToDetect, .secondsToFirstReport,
        .secondsToFirstArrival, .secondsToControl, .secondsToFireOut, .score,
    ]

    /// Returns the place of the drill, with a note where it comes from or why there is none.
    ///
    /// - Throws: Where results that the user named are not there, or of something else.
    func read() throws -> (standing: ReplayStanding?, note: Bilingual) {
        guard let results = isAsked ? try ResultFolder(folder) : try? ResultFolder(folder) else {
            return (nil, none)
        }
        if let difference = difference(from: results.manifest) {
            guard !isAsked else { throw ResultMismatch(path: folder, [difference]) }
            return (nil, other(difference))
        }
        let measures = play.inputs.scenario.scoring.measures
        let batch = BatchResult(
            results.table,
            firstDrill: results.drills.lowerBound,
            measures
        )
        let columns = try Self.measures.filter { measures.contains($0) }.map { measure in
            (measure, try batch[measure], play.row.values[measure])
        }
        let standing = ReplayStanding(folder: folder, drills: batch.count, columns)
        return (standing, found(results))
    }

    private func difference(from manifest: Manifest) -> Bilingual? {
        let inputs = play.inputs
        if manifest.digest == nil {
            return Bilingual("the batch is not finished", "该批次尚未完成")
        }
        if manifest.scenario.sha256 != inputs.scenario.checksum {
            return Bilingual("they are of another scenario file", "情景文件不同")
        }
        if manifest.plan.sha256 != SHA256.of(inputs.plan.source.bytes) {
            return Bilingual("they are of another plan file", "预案文件不同")
        }
        if manifest.program != DrillProgram.title {
            return Bilingual("another version made them", "生成版本不同")
        }
        return nil
    }

    private var none: Bilingual {
        Bilingual(
            "Not placed in a distribution: no results lie in \(folder). Play a batch first, or name its "
                + "folder with --results.",
            "未给出本次推演在分布中的位置：\(folder) 中没有批次结果。请先运行 drill batch，或用 --results 指定文件夹。"
        )
    }

    private func other(_ difference: Bilingual) -> Bilingual {
        Bilingual(
            "Not placed in a distribution: results lie in \(folder), but \(difference.english).",
            "未给出本次推演在分布中的位置：\(folder) 中的结果不适用（\(difference.chinese)）。"
        )
    }

    private func found(_ results: ResultFolder) -> Bilingual {
        let (count, seed) = (results.drills.count, results.manifest.seed)
        let isOwn = seed == play.drill.seed && results.drills.contains(play.drill.drill)
        return Bilingual(
            "Among \(count) drills of \(play.inputs.planName) in \(folder), seed \(seed)"
                + (isOwn ? ", of which this is one." : "; this drill is none of them."),
            "与 \(folder) 中预案 \(play.inputs.planName) 的 \(count) 次推演（种子 \(seed)）比较"
                + (isOwn ? "，本次为其中之一。" : "；本次不在其中。")
        )
    }
}
