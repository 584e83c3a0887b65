import EventKernel
import Foundation

/// A function of one argument under its name in the tables.
struct Function {
    let name: String
    let ours: (Double) -> Double

    /// Foundation's function of the same meaning, where there is one.
    let theirs: ((Double) -> Double)?

    /// Arguments of the timing, spread evenly.
    let timed: ClosedRange<Double>

    /// Stretch on which the function is monotone, and whether it rises there.
    let monotone: ClosedRange<Double>
    let rises: Bool

    init(
        _ name: String,
        _ ours: @escaping (Double) -> Double,
        _ theirs: ((Double) -> Double)?,
        timed: ClosedRange<Double>,
        monotone: ClosedRange<Double>,
        rises: Bool = true
    ) {
        self.name = name
        self.ours = ours
        self.theirs = theirs
        self.timed = timed
        self.monotone = monotone
        self.rises = rises
    }
}

var functions: [Function] { exponentials + trigonometry + probability }

private let largest = Double.greatestFiniteMagnitude
private let smallest = Double.leastNonzeroMagnitude

private var exponentials: [Function] {
    [
        Function("exp", Elementary.exp, exp, timed: -20...20, monotone: -746...710),
        Function("expm1", Elementary.expm1, expm1, timed: -2...2, monotone: -746...710),
        Function("log", Elementary.log, log, timed: 0.01...10, monotone: smallest...largest),
        Function("log1p", Elementary.log1p, log1p, timed: -0.9...3, monotone: -1...largest),
        Function("log2", Elementary.log2, log2, timed: 0.01...10, monotone: smallest...largest),
        Function("log10", Elementary.log10, log10, timed: 0.01...10, monotone: smallest...largest),
        Function("cbrt", Elementary.cbrt, cbrt, timed: 0.01...10, monotone: -largest...largest),
        Function(
            "pow",
            { Elementary.pow($0, 1.7) },
            { pow($0, 1.7) },
            timed: 0.01...10,
            monotone: smallest...1e180
        ),
        Function(
            "pow by exponent",
            { Elementary.pow(1.37, $0) },
            { pow(1.37, $0) },
            timed: -100...100,
            monotone: -2400...2250
        ),
        Function("sinh", Elementary.sinh, sinh, timed: -5...5, monotone: -711...711),
        Function("cosh", Elementary.cosh, cosh, timed: -5...5, monotone: 0...711),
        Function("tanh", Elementary.tanh, tanh, timed: -5...5, monotone: -25...25),
    ]
}

private var trigonometry: [Function] {
    [
        Function(
            "sin",
            Elementary.sin,
            sin,
            timed: -6...6,
            monotone: -1.5707963267948966...1.5707963267948966
        ),
        Function(
            "cos",
            Elementary.cos,
            cos,
            timed: -6...6,
            monotone: 0...3.1415926535897931,
            rises: false
        ),
        Function(
            "tan",
            Elementary.tan,
            tan,
            timed: -6...6,
            monotone: -1.5707963267948966...1.5707963267948966
        ),
        Function("sin far out", Elementary.sin, sin, timed: 1e6...1e12, monotone: 7854.0...7855.5),
        Function("asin", Elementary.asin, asin, timed: -1...1, monotone: -1...1),
        Function("acos", Elementary.acos, acos, timed: -1...1, monotone: -1...1, rises: false),
        Function("atan", Elementary.atan, atan, timed: -5...5, monotone: -largest...largest),
        Function(
            "atan2",
            { Elementary.atan2($0, 1.3) },
            { atan2($0, 1.3) },
            timed: -5...5,
            monotone: -largest...largest
        ),
    ]
}

private var probability: [Function] {
    [
        Function("erf", Elementary.erf, erf, timed: -4...4, monotone: -7...7),
        Function("erfc", Elementary.erfc, erfc, timed: -2...8, monotone: -7...28, rises: false),
        Function(
            "normalCDF",
            Elementary.normalCDF,
            { 0.5 * erfc(-$0 * 0.5.squareRoot()) },
            timed: -6...6,
            monotone: -39...9
        ),
        Function(
            "normalQuantile",
            Elementary.normalQuantile,
            nil,
            timed: 0.001...0.999,
            monotone: 0...1
        ),
        Function(
            "gamma",
            Elementary.gamma,
            tgamma,
            timed: 0.1...20,
            monotone: 1.4616321449683624...172
        ),
        Function(
            "gamma below 1.46",
            Elementary.gamma,
            tgamma,
            timed: 0.1...1.4,
            monotone: smallest...1.4616321449683622,
            rises: false
        ),
        Function(
            "logGamma",
            Elementary.logGamma,
            lgamma,
            timed: 0.1...50,
            monotone: 1.4616321449683624...1e300
        ),
        Function(
            "logGamma below 1.46",
            Elementary.logGamma,
            lgamma,
            timed: 0.1...1.4,
            monotone: smallest...1.4616321449683622,
            rises: false
        ),
    ]
}
