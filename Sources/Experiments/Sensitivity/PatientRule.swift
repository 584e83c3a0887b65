/// The patient rule induction method of Friedman and Fisher (1999): finds a box of factor values in which
/// something happens much more often than elsewhere, "the plan fails when …".
///
/// Starting from everything, a thin slice is peeled off again and again, always the one whose loss raises
/// the mean most for what it costs. Of the boxes on the way the one with the best balance of coverage
/// (share of all failures inside) and density (share of failures among what is inside) is taken, as
/// measured by their harmonic mean; then its sides are pasted on again where that does not lower the mean.
public struct PatientRule: Sendable {
    /// A box: for every factor the values that belong to it.
    public struct Box: Equatable, Sendable {
        /// Smallest values.
        public var low: [Double]
        /// Greatest values.
        public var high: [Double]
        /// Share of all points that lie inside [0…1].
        public var mass = 1.0
        /// Mean of the target inside.
        public var density = 0.0
        /// Share of the target's sum that lies inside [0…1].
        public var coverage = 1.0

        /// Tells whether a point lies inside.
        public func contains(_ point: [Double]) -> Bool {
            point.indices.allSatisfy { point[$0] >= low[$0] && point[$0] <= high[$0] }
        }
    }

    private let points: [[Double]]
    private let target: [Double]
    /// Share of the points inside that one peeling takes away at most -- constant.
    private static let peel = 0.05
    /// Smallest share of all points that a box holds -- constant.
    private static let leastMass = 0.05

    /// Prepares a search.
    ///
    /// - Parameters:
    ///   - points: Factor values of every point; names of levels as their numbers.
    ///   - target: How much of what is looked for happens at every point, 0 or more.
    public init(points: [[Double]], target: [Double]) {
        self.points = points
        self.target = target
    }

    /// Returns the box; nil where the target is the same everywhere.
    public func box() -> Box? {
        guard let first = points.first, Set(target).count > 1 else { return nil }
        var current = Box(low: first, high: first)
        for dimension in first.indices {
            current.low[dimension] = points.map { $0[dimension] }.min() ?? 0
            current.high[dimension] = points.map { $0[dimension] }.max() ?? 0
        }
        measure(&current)
        var best = current
        while let next = bestPeeling(of: current) {
            current = next
            if Self.balance(current) > Self.balance(best) { best = current }
        }
        return pasted(best)
    }

    private static func balance(_ box: Box) -> Double {
        let sum = box.coverage + box.density
        return sum > 0 ? 2 * box.coverage * box.density / sum : 0
    }

    private func measure(_ box: inout Box) {
        var (count, sum, all) = (0, 0.0, 0.0)
        for (point, value) in zip(points, target) {
            all += value
            guard box.contains(point) else { continue }
            count += 1
            sum += value
        }
        box.mass = Double(count) / Double(points.count)
        box.density = count > 0 ? sum / Double(count) : 0
        box.coverage = all > 0 ? sum / all : 0
    }

    private func bestPeeling(of box: Box) -> Box? {
        var best: (box: Box, gain: Double)?
        for dimension in box.low.indices {
            let inside = points.filter { box.contains($0) }.map { $0[dimension] }.sorted()
            for candidate in peelings(of: box, dimension, inside) {
                var candidate = candidate
                measure(&candidate)
                let lost = box.mass - candidate.mass
                guard candidate.mass >= Self.leastMass, lost > 0 else { continue }
                let gain = (candidate.density - box.density) / lost
                if gain > best?.gain ?? 0 { best = (candidate, gain) }
            }
        }
        return best?.box
    }

    /// The box without its lowest slice and without its highest one; equal values go together.
    private func peelings(of box: Box, _ dimension: Int, _ inside: [Double]) -> [Box] {
        guard let least = inside.first, let most = inside.last, least < most else { return [] }
        let count = max(1, Int(Self.peel * Double(inside.count)))
        let (bottom, top) = (inside[count - 1], inside[inside.count - count])
        var boxes: [Box] = []
        if let next = inside.first(where: { $0 > bottom }) {
            var box = box
            box.low[dimension] = next
            boxes.append(box)
        }
        if let next = inside.last(where: { $0 < top }) {
            var box = box
            box.high[dimension] = next
            boxes.append(box)
        }
        return boxes
    }

    private func pasted(_ box: Box) -> Box {
        var current = box
        while let next = bestPasting(of: current) { current = next }
        return current
    }

    private func bestPasting(of box: Box) -> Box? {
        var best: Box?
        for dimension in box.low.indices {
            let values = points.map { $0[dimension] }
            let below = values.filter { $0 < box.low[dimension] }.max()
            let above = values.filter { $0 > box.high[dimension] }.min()
            for (value, isLow) in [(below, true), (above, false)] {
                guard let value else { continue }
                var candidate = box
                if isLow {
                    candidate.low[dimension] = value
                } else {
                    candidate.high[dimension] = value
                }
                measure(&candidate)
                guard candidate.mass > box.mass, candidate.density >= box.density else { continue }
                if candidate.density > best?.density ?? -1 { best = candidate }
            }
        }
        return best
    }
}
