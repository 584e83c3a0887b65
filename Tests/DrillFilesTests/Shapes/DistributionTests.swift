import DrillFiles
import Testing

@Suite struct DistributionTests {
    private static let shape = Shape.object([
        .required("x", .uncertain(.any), "Anything.", "任意。")
    ])

    @Test(arguments: [
        ("7", UncertainNumber.Kind.constant(7)),
        (#"{ "constant": 7 }"#, .constant(7)),
        (#"{ "uniform": { "low": -1, "high": 2 } }"#, .uniform(low: -1, high: 2)),
        (#"{ "exponential": { "mean": 3 } }"#, .exponential(mean: 3)),
        (
            #"{ "normal": { "mean": -3, "standardDeviation": 0 } }"#,
            .normal(mean: -3, standardDeviation: 0)
        ),
        (#"{ "lognormal": { "median": 15, "sigma": 0.6 } }"#, .lognormal(median: 15, sigma: 0.6)),
        (#"{ "weibull": { "shape": 2, "scale": 3 } }"#, .weibull(shape: 2, scale: 3)),
        (#"{ "gamma": { "shape": 2, "scale": 3 } }"#, .gamma(shape: 2, scale: 3)),
        (#"{ "erlang": { "stages": 2, "mean": 3 } }"#, .erlang(stages: 2, mean: 3)),
        (
            #"{ "triangular": { "low": 1, "mode": 2, "high": 4 } }"#,
            .triangular(low: 1, mode: 2, high: 4)
        ),
        (#"{ "pert": { "low": 1, "mode": 1, "high": 4 } }"#, .pert(low: 1, mode: 1, high: 4)),
        (#"{ "beta": { "alpha": 2, "beta": 3 } }"#, .beta(alpha: 2, beta: 3)),
        (#"{ "poisson": { "mean": 0 } }"#, .poisson(mean: 0)),
        (
            #"{ "binomial": { "trials": 9, "probability": 1 } }"#,
            .binomial(trials: 9, probability: 1)
        ),
        (#"{ "geometric": { "probability": 0.5 } }"#, .geometric(probability: 0.5)),
        (#"{ "bernoulli": { "probability": 0 } }"#, .bernoulli(probability: 0)),
        (
            #"{ "discrete": { "values": [ 1, -2 ], "weights": [ 0, 3 ] } }"#,
            .discrete(values: [1, -2], weights: [0, 3])
        ),
        (#"{ "empirical": { "values": [ 5, 5 ] } }"#, .empirical(values: [5, 5])),
    ])
    func `every kind is read`(text: String, kind: UncertainNumber.Kind) {
        let (number, codes) = read(text, as: Self.shape)
        #expect(codes == [])
        #expect(number == UncertainNumber(kind))
    }

    @Test(arguments: [
        // A quantity above 0: the end that a continuous kind meets with probability 0 is let pass.
        (NumberRange.above(0), #"{ "exponential": { "mean": 3 } }"#, true),
        (.above(0), #"{ "uniform": { "low": 0, "high": 1 } }"#, true),
        (.above(0), #"{ "poisson": { "mean": 3 } }"#, false),
        (.above(0), #"{ "poisson": { "mean": 3 }, "atLeast": 1 }"#, true),
        (.above(0), #"{ "normal": { "mean": 9, "standardDeviation": 1 } }"#, false),
        (.above(0), #"{ "normal": { "mean": 9, "standardDeviation": 0 } }"#, true),
        (.above(0), #"{ "normal": { "mean": 9, "standardDeviation": 1 }, "atLeast": 0 }"#, true),
        (.between(0, 1), #"{ "beta": { "alpha": 2, "beta": 3 } }"#, true),
        (.between(0, 1), #"{ "bernoulli": { "probability": 0.5 } }"#, true),
        (.between(0, 1), #"{ "lognormal": { "median": 0.1, "sigma": 1 } }"#, false),
        (.between(0, 1), #"{ "lognormal": { "median": 0.1, "sigma": 1 }, "atMost": 1 }"#, true),
        (.between(0, 1), #"{ "triangular": { "low": 0, "mode": 1, "high": 1 } }"#, true),
        (.between(0, 1), #"{ "discrete": { "values": [ 0, 2 ], "weights": [ 1, 1 ] } }"#, false),
    ])
    func `draws keep within the range of the quantity`(
        range: NumberRange,
        text: String,
        isAllowed: Bool
    ) {
        let shape = Shape.object([.required("x", .uncertain(range), "Something.", "某值。")])
        let (_, codes) = read(text, as: shape)
        #expect(codes == (isAllowed ? [] : ["draws-out-of-range"]))
    }

    @Test func `a count that is certain is whole`() {
        let shape = Shape.object([
            .required("x", .uncertainWhole(.atLeast(0)), "A count.", "个数。")
        ])
        #expect(read("2.5", as: shape).codes == ["not-whole"])
        #expect(read(#"{ "constant": 2.5 }"#, as: shape).codes == ["not-whole"])
        #expect(read(#"{ "exponential": { "mean": 2.5 } }"#, as: shape).codes == [])
    }

    private func read(_ text: String, as shape: Shape) -> (number: UncertainNumber, codes: [String])
    {
        var names = NameTable()
        var diagnostics = Diagnostics()
        let source = SourceText(path: "x", text: "{ \"x\": \(text) }")
        let file = shape.read(source, names: &names, into: &diagnostics)
        return (file.root.uncertain("x"), diagnostics.sorted.map(\.code))
    }
}
