import EventKernel
import Testing

/// A function on a stretch where it is monotone.
struct MonotoneStretch: Sendable, CustomStringConvertible {
    let name: String
    let function: @Sendable (Double) -> Double
    let range: ClosedRange<Double>
    var rises = true

    var description: String { name }

    static let all: [MonotoneStretch] = [
        .init(name: "exp", function: Elementary.exp, range: -745...709),
        .init(name: "expm1", function: Elementary.expm1, range: -40...709),
        .init(name: "log", function: Elementary.log, range: 1e-300...1e300),
        .init(name: "log1p", function: Elementary.log1p, range: -0.999...1e10),
        .init(name: "log2", function: Elementary.log2, range: 0.01...100),
        .init(name: "log10", function: Elementary.log10, range: 0.01...100),
        .init(name: "cbrt", function: Elementary.cbrt, range: -100...100),
        .init(name: "pow", function: { Elementary.pow($0, 0.01) }, range: 0.001...1000),
        .init(name: "sin", function: Elementary.sin, range: -1.57...1.57),
        .init(name: "cos", function: Elementary.cos, range: 0...3.14, rises: false),
        .init(name: "tan", function: Elementary.tan, range: -1.57...1.57),
        .init(name: "asin", function: Elementary.asin, range: -1...1),
        .init(name: "acos", function: Elementary.acos, range: -1...1, rises: false),
        .init(name: "atan", function: Elementary.atan, range: -100...100),
        .init(name: "sinh", function: Elementary.sinh, range: -20...20),
        .init(name: "cosh", function: Elementary.cosh, range: 0...20),
        .init(name: "tanh", function: Elementary.tanh, range: -20...20),
        .init(name: "erf", function: Elementary.erf, range: -6...6),
        .init(name: "erfc", function: Elementary.erfc, range: -6...27, rises: false),
        .init(name: "normalCDF", function: Elementary.normalCDF, range: -38...9),
        .init(name: "normalQuantile", function: Elementary.normalQuantile, range: 0...1),
        .init(name: "gamma", function: Elementary.gamma, range: 1.4617...171),
        .init(name: "logGamma", function: Elementary.logGamma, range: 1.4617...1000),
    ]
}

@Suite struct ElementaryMonotoneTests {
    @Test(arguments: MonotoneStretch.all)
    func `neighbouring arguments keep their order`(_ stretch: MonotoneStretch) {
        let width = stretch.range.upperBound - stretch.range.lowerBound
        for step in 0..<(isLongRun ? 2_000_000 : 4000) {
            // The golden section scatters the arguments evenly without a generator.
            let share = Double(step) * 0.61803398874989485
            let x = stretch.range.lowerBound + width * (share - Elementary.floor(share))
            let next = x.nextUp
            guard next <= stretch.range.upperBound else { continue }
            let (first, second) = (stretch.function(x), stretch.function(next))
            #expect(stretch.rises ? first <= second : first >= second, "\(stretch.name)(\(x))")
        }
    }

    @Test func `table intervals join in order`() {
        for pattern in stride(
            from: UInt64(0x3F00_0000_0000_0000),
            to: 0x4080_0000_0000_0000,
            by: 1 << 45
        ) {
            let x = Double(bitPattern: pattern)
            for stretch in MonotoneStretch.all where stretch.range.contains(x) {
                let (first, second) = (stretch.function(x.nextDown), stretch.function(x))
                #expect(stretch.rises ? first <= second : first >= second, "\(stretch.name)(\(x))")
            }
        }
    }
}
