import EventKernel

/// The fully sequential procedure of Kim and Nelson (2001): picks the best of several alternatives, with
/// a stated probability.
///
/// If the best is better than all others by the indifference or more, it is picked with at least the
/// stated probability; otherwise one within the indifference of the best is. This holds for normal
/// values, with or without common random numbers; means over blocks of drills are nearly normal. Smaller
/// is better.
public struct KimNelson: Sendable {
    /// Difference that matters, in the unit of the values, positive.
    public let indifference: Double
    /// Least probability of correct selection, inside 0…1.
    public let confidence: Double
    /// Values of each alternative before the first is left out, at least 2.
    public let firstStage: Int
    /// Alternatives that may still be the best, ascending -- state.
    public private(set) var survivors: [Int]
    /// Values taken of each survivor so far -- state.
    public private(set) var count = 0

    private var sums: [Double]
    /// Values of the first stage, alternative by alternative; empty once it is over.
    private var stage: [[Double]]
    /// Variances of the differences in the first stage times h² / δ².
    private var reaches: [[Double]] = []

    /// Begins to select.
    public init(alternatives: Int, indifference: Double, confidence: Double, firstStage: Int) {
        self.indifference = indifference
        self.confidence = confidence
        self.firstStage = max(2, firstStage)
        survivors = Array(0..<alternatives)
        sums = Array(repeating: 0, count: alternatives)
        stage = Array(repeating: [], count: alternatives)
    }

    /// Alternative that is selected, once only one is left.
    public var selected: Int? { survivors.count == 1 ? survivors[0] : nil }

    /// Mean of an alternative's values so far.
    public func mean(_ alternative: Int) -> Double { sums[alternative] / Double(max(1, count)) }

    /// Takes in the next value of every survivor, in their order.
    public mutating func add(_ values: [Double]) {
        guard survivors.count > 1 else { return }
        count += 1
        for (alternative, value) in zip(survivors, values) {
            sums[alternative] += value
            if count <= firstStage { stage[alternative].append(value) }
        }
        if count == firstStage { endFirstStage() }
        if count >= firstStage { screen() }
    }

    private mutating func endFirstStage() {
        let others = Double(survivors.count - 1)
        let exponent = -2 / Double(firstStage - 1)
        let eta = (Elementary.pow(2 * (1 - confidence) / others, exponent) - 1) / 2
        let factor = 2 * eta * Double(firstStage - 1) / (indifference * indifference)
        reaches = stage.map { one in
            stage.map { two in
                var differences = Tally()
                for (a, b) in zip(one, two) { differences.add(a - b) }
                return factor * differences.variance
            }
        }
        stage = []
    }

    /// Leaves out who lies too far behind another survivor; at the last step all but the best.
    private mutating func screen() {
        let last = survivors.map { one in survivors.map { reaches[one][$0] }.max() ?? 0 }.max() ?? 0
        guard Double(count) <= last else {
            let best = survivors.min { sums[$0] < sums[$1] }
            survivors = best.map { [$0] } ?? []
            return
        }
        let all = survivors
        survivors = all.filter { one in
            all.allSatisfy { other in
                let reach = indifference / 2 * max(0, reaches[one][other] - Double(count))
                return one == other || sums[one] <= sums[other] + reach
            }
        }
    }
}
