import EventKernel
import Foundation

/// Counts neighbours in the wrong order on the stretch where a function is monotone.
///
/// Half of the pairs are spread evenly over the stretch and half evenly by logarithm; runs of
/// neighbours and the ends of all table intervals come on top.
struct MonotoneCheck {
    let function: Function
    private(set) var pairs = 0
    private(set) var violations: [Double] = []

    init(_ function: Function, pairs count: Int) {
        self.function = function
        checkRandom(count)
        checkRuns()
        checkIntervals()
    }

    private mutating func check(_ x: Double) {
        let next = x.nextUp
        guard x >= function.monotone.lowerBound, next <= function.monotone.upperBound else {
            return
        }
        let (first, second) = (function.ours(x), function.ours(next))
        pairs += 1
        if function.rises ? !(first <= second) : !(first >= second) { violations.append(x) }
    }

    private mutating func checkRandom(_ count: Int) {
        var random = RandomStream(DrillKey(seed: 1, drill: 0), purpose: 1, entity: 0)
        for index in 0..<count {
            check(index % 2 == 0 ? spread(random.uniform()) : spreadByLogarithm(random.uniform()))
        }
    }

    private func spread(_ u: Double) -> Double {
        let range = function.monotone
        return range.lowerBound * (1 - u) + range.upperBound * u
    }

    private func spreadByLogarithm(_ u: Double) -> Double {
        let (low, high) = (function.monotone.lowerBound, function.monotone.upperBound)
        if low < 0, u < 0.5 { return -pattern(2 * u, 0, low.magnitude) }
        return pattern(low < 0 ? 2 * u - 1 : u, max(low, 0), high)
    }

    private func pattern(_ u: Double, _ low: Double, _ high: Double) -> Double {
        let span = Double(high.bitPattern - low.bitPattern)
        return Double(bitPattern: low.bitPattern + UInt64(u * span))
    }

    private mutating func checkRuns() {
        for step in 0...1000 {
            var x = spread(Double(step) / 1000)
            for _ in 0..<500 {
                check(x)
                x = x.nextUp
            }
        }
    }

    /// Every interval of the tables ends where the lower 44 bits of an argument are zero, or at an
    /// odd multiple of ln 2 / 256, or at a multiple of 1/128 or 1/16.
    private mutating func checkIntervals() {
        for step in 0..<(2047 * 256) {
            checkAround(Double(bitPattern: UInt64(step) << 44))
        }
        for step in 0..<270_000 { checkAround(Double(2 * step + 1) * (0.69314718055994531 / 256)) }
        for step in 0..<40_000 { checkAround(Double(step) / 128) }
    }

    private mutating func checkAround(_ x: Double) {
        for start in [x, -x] {
            var x = start.nextDown.nextDown
            for _ in 0..<4 {
                check(x)
                x = x.nextUp
            }
        }
    }
}
