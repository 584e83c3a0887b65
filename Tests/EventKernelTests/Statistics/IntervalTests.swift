import EventKernel
import Testing

@Suite struct StudentTTests {
    /// Quantiles computed with 40 digits from the incomplete beta function.
    private static let known: [(p: Double, degrees: Double, t: Double)] = [
        (0.975, 1, 12.706204736174694), (0.975, 2, 4.302652729749462),
        (0.995, 3, 5.840909309733355), (0.975, 9, 2.262157162798205),
        (0.9, 4.5, 1.5008853175085577), (0.975, 29, 2.045229642132704),
        (0.999, 99, 3.174603849755752), (0.975, 999, 1.9623414611334495),
        (0.975, 9999, 1.9602012636213573), (0.975, 10_000, 1.960201239890626),
        (0.9999995, 10_000, 4.894688616331824), (0.975, 1e6, 1.9599663568141066),
        (0.9999999999990905, 5, 401.5031580874538), (0.75, 1, 1),
        (0.5009765625, 7, 0.00253658540920503),
    ]

    @Test func `quantiles equal references of many digits`() {
        for (p, degrees, t) in Self.known {
            let quantile = StudentT.quantile(p, degreesOfFreedom: degrees)
            #expect((quantile / t - 1).magnitude < 1e-12, "\(p) at \(degrees)")
        }
    }

    @Test func `both sides mirror each other`() {
        for degrees in [1.0, 2.5, 30, 20_000] {
            for p in [0.0, 0.0625, 0.25, 0.5] {
                let below = StudentT.quantile(p, degreesOfFreedom: degrees)
                #expect(below == -StudentT.quantile(1 - p, degreesOfFreedom: degrees))
            }
        }
        #expect(StudentT.quantile(1, degreesOfFreedom: 3) == .infinity)
        #expect(StudentT.quantile(1.5, degreesOfFreedom: 3).isNaN)
    }

    @Test func `quantiles fall towards the normal law as degrees of freedom grow`() {
        var last = Double.infinity
        for degrees in [1.0, 2, 5, 17, 100, 2000, 9_999, 10_001, 1e5, 1e8] {
            let quantile = StudentT.critical(confidence: 0.95, degreesOfFreedom: degrees)
            #expect(quantile < last)
            last = quantile
        }
        #expect((last - Elementary.normalQuantile(0.975)).magnitude < 3e-8)
    }
}

@Suite struct WilsonTests {
    @Test func `forty of four hundred`() {
        let interval = Wilson.interval(successes: 40, trials: 400, confidence: 0.95)
        #expect((interval.low - 0.0742988517).magnitude < 1e-5)
        #expect((interval.high - 0.133311261).magnitude < 1e-5)
    }

    @Test func `ends equal those of SciPy`() {
        let known: [(successes: Int, trials: Int, confidence: Double, low: Double, high: Double)] =
            [
                (40, 400, 0.95, 0.07429925914003438, 0.13331057632740284),
                (0, 10, 0.95, 0, 0.27753279986288926), (10, 10, 0.95, 0.7224672001371109, 1),
                (1, 100_000, 0.95, 1.765247730378316e-06, 5.664709659040965e-05),
            ]
        for (successes, trials, confidence, low, high) in known {
            let interval = Wilson.interval(
                successes: successes,
                trials: trials,
                confidence: confidence
            )
            #expect((interval.low - low).magnitude < 1e-15)
            #expect((interval.high - high).magnitude < 1e-15)
        }
    }

    @Test func `what never or always happened has an end at 0 or 1 exactly`() {
        #expect(Wilson.interval(successes: 0, trials: 7, confidence: 0.99).low == 0)
        #expect(Wilson.interval(successes: 7, trials: 7, confidence: 0.99).high == 1)
    }

    @Test func `no trial says nothing`() {
        let interval = Wilson.interval(successes: 0, trials: 0, confidence: 0.95)
        #expect(interval == ConfidenceInterval(low: 0, high: 1))
    }
}
