import DrillFiles
import EventKernel
import Experiments
import Scoring
import Wording

/// Plays the references of a plan: no response and ideal response, under the same luck.
struct ReferencePlay {
    let seed: UInt64
    let drills: Int
    let threads: Int
    let language: Language

    /// Compares the drills of a plan with those of its references.
    ///
    /// - Returns: The comparison; nil where the user has interrupted it.
    func comparison(of result: BatchResult, _ inputs: Inputs) throws -> ReferenceComparison? {
        guard let none = try play(inputs, .noResponse),
            let ideal = try play(inputs, .idealResponse)
        else { return nil }
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

    private func play(_ inputs: Inputs, _ reference: Reference) throws -> BatchResult? {
        let progress = Progress(total: drills, language: language)
        defer { progress.finish() }
        let batch = MemoryBatch(
            setup: inputs.setup.reference(reference),
            measures: inputs.scenario.scoring.measures,
            seed: seed,
            drills: drills,
            threads: threads
        )
        let result = try batch.play { progress.show($0) }
        return result.count == drills ? result : nil
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
