extension Distribution: Portable {
    /// Creates the law that always gives 0.
    public init() { self = .constant(0) }

    /// Moves the number of the case and its parameters.
    public mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        var form = DistributionForm(self)
        try form.carry(by: &carrier)
        guard let read = form.distribution else { throw .invalid }
        self = read
    }
}

/// A law of chance as the number of its case, its numbers, and what it is made of.
private struct DistributionForm {
    private var number: Int32 = 0
    private var parameters: [Double] = []
    private var values: [Double] = []
    private var base: [Distribution] = []

    init(_ distribution: Distribution) {
        switch distribution {
        case .constant(let value): set(0, [value])
        case .uniform(let low, let high): set(1, [low, high])
        case .exponential(let mean): set(2, [mean])
        case .normal(let mean, let deviation): set(3, [mean, deviation])
        case .lognormal(let median, let sigma): set(4, [median, sigma])
        case .weibull(let shape, let scale): set(5, [shape, scale])
        case .gamma(let shape, let scale): set(6, [shape, scale])
        case .erlang(let stages, let mean): set(7, [Double(stages), mean])
        case .triangular(let low, let mode, let high): set(8, [low, mode, high])
        case .pert(let low, let mode, let high): set(9, [low, mode, high])
        case .beta(let alpha, let beta): set(10, [alpha, beta])
        case .poisson(let mean): set(11, [mean])
        case .binomial(let trials, let probability): set(12, [Double(trials), probability])
        case .geometric(let probability): set(13, [probability])
        case .bernoulli(let probability): set(14, [probability])
        case .discrete(let values, let weights): set(15, weights, values: values)
        case .empirical(let values): set(16, [], values: values)
        case .truncated(let base, let low, let high): set(17, [low, high], base: base)
        case .scaled(let base, let factor): set(18, [factor], base: base)
        }
    }

    private mutating func set(
        _ number: Int32,
        _ parameters: [Double],
        values: [Double] = [],
        base: Distribution? = nil
    ) {
        self.number = number
        self.parameters = parameters
        self.values = values
        self.base = base.map { [$0] } ?? []
    }

    mutating func carry<C: Carrier>(by carrier: inout C) throws(ByteFormError) {
        try carrier.carry(&number)
        try carrier.carry(&parameters)
        try carrier.carry(&values)
        try carrier.carry(&base)
    }

    /// The law, or nil where the numbers are those of none.
    var distribution: Distribution? {
        switch number {
        case 15: return .discrete(values: values, weights: parameters)
        case 16: return .empirical(values)
        case 17, 18: return derived
        default: return parameters.count == 3 ? threeNumbers : oneOrTwoNumbers
        }
    }

    private var derived: Distribution? {
        guard let base = base.first else { return nil }
        switch (number, parameters.count) {
        case (17, 2): return .truncated(base, low: parameters[0], high: parameters[1])
        case (18, 1): return .scaled(base, by: parameters[0])
        default: return nil
        }
    }

    private var threeNumbers: Distribution? {
        let (low, mode, high) = (parameters[0], parameters[1], parameters[2])
        switch number {
        case 8: return .triangular(low: low, mode: mode, high: high)
        case 9: return .pert(low: low, mode: mode, high: high)
        default: return nil
        }
    }

    /// Returns a number as a count, or nil where it is none; `Int(exactly:)` calls the C library.
    private func wholeNumber(_ number: Double) -> Int? {
        guard number.magnitude < 0x1p53 else { return nil }
        let whole = Int64(number)
        return Double(whole) == number ? Int(exactly: whole) : nil
    }

    private var oneOrTwoNumbers: Distribution? {
        guard let first = parameters.first else { return nil }
        let second = parameters.count == 2 ? parameters[1] : .nan
        switch (number, parameters.count) {
        case (0, 1): return .constant(first)
        case (1, 2): return .uniform(low: first, high: second)
        case (2, 1): return .exponential(mean: first)
        case (3, 2): return .normal(mean: first, standardDeviation: second)
        case (4, 2): return .lognormal(median: first, sigma: second)
        case (5, 2): return .weibull(shape: first, scale: second)
        case (6, 2): return .gamma(shape: first, scale: second)
        case (7, 2): return wholeNumber(first).map { .erlang(stages: $0, mean: second) }
        case (10, 2): return .beta(alpha: first, beta: second)
        case (11, 1): return .poisson(mean: first)
        case (12, 2): return wholeNumber(first).map { .binomial(trials: $0, probability: second) }
        case (13, 1): return .geometric(probability: first)
        case (14, 1): return .bernoulli(probability: first)
        default: return nil
        }
    }
}
