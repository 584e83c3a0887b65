import DrillFiles
import EventKernel
import Experiments
import Scoring
import Synchronization
import Wording

/// Plays the references of a plan: no response and ideal response, under the same luck.
struct ReferencePlay {
    let seed: UInt64
    let drills: Int
    let threads: Int
    let language: Language

    /// Compares the drills of a plan with those of its references.
    func comparison(of result: BatchResult, _ inputs: Inputs) throws -> ReferenceComparison {
        let none = try play(inputs, .noResponse)
        let ideal = try play(inputs, .idealResponse)
        let lines = try ReferenceComparison.measures.map { measure in
            ReferenceComparison.Line(
                measure,
                plan: try result[measure],
                noResponse: try none[measure],
                idealResponse: try ideal[measure]
            )
        }
        return ReferenceComparison(lines)
    }

    /// Rows as they come.
    private final class Rows: Sendable {
        let result: Mutex<BatchResult>

        init(_ measures: [Measure]) {
            result = Mutex(BatchResult(measures))
        }
    }

    private func play(_ inputs: Inputs, _ reference: Reference) throws -> BatchResult {
        let rows = Rows(inputs.scenario.scoring.measures)
        let progress = Progress(total: drills, language: language)
        var batch = Batch(
            setup: inputs.setup.reference(reference).byteForm,
            seed: seed,
            drills: 0..<UInt64(drills),
            threads: threads
        )
        batch.curvesEnd = 0
        try batch.run { row in
            rows.result.withLock { result in
                result.add(row)
                progress.show(result.count)
            }
            return true
        }
        progress.finish()
        return rows.result.withLock { $0 }
    }
}

extension Option {
    /// Whether references are played too.
    static let references = Option(
        name: "references",
        kind: .flag,
        meaning: Bilingual(
            "Also plays no response and ideal response under the same luck: lives saved, preventable deaths.",
            "另在相同随机条件下推演“无响应”和“理想响应”，给出挽救生命与可避免死亡。"
        )
    )
}
