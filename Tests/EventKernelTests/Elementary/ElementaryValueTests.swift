import EventKernel
import Testing

/// Distance in units in the last place of the expected value.
func ulps(_ value: Double, from expected: Double) -> Double {
    if value == expected { return 0 }
    return (value - expected).magnitude / expected.ulp
}

@Suite struct ElementaryValueTests {
    @Test(arguments: KnownValues.exponentials + KnownValues.angles + KnownValues.probabilities)
    func `values agree with a higher precision`(_ known: KnownValues) {
        for (argument, value) in known.points {
            let distance = ulps(known.function(argument), from: value)
            #expect(distance <= known.tolerance, "\(known.name)(\(argument))")
        }
    }

    @Test func `powers agree with a higher precision`() {
        let known: [(base: Double, exponent: Double, value: Double)] = [
            (2, 0.5, 1.4142135623730951), (10, -3.3, 0.0005011872336272725),
            (1.0000001, 10000000, 2.7182816941320818), (0.3, 2.7, 0.038746045822494066),
            (1e-300, 0.9, 9.999999999999847e-271), (1.5, -1700, 4.414277236595764e-300),
            (7, 300, 3.38385702007491e+253),
        ]
        for (base, exponent, value) in known {
            #expect(ulps(Elementary.pow(base, exponent), from: value) <= 1)
        }
    }

    @Test func `directions of points agree with a higher precision`() {
        let known: [(y: Double, x: Double, value: Double)] = [
            (1.0, 2.0, 0.4636476090008061),
            (-1.0, 2.0, -0.4636476090008061),
            (1.0, -2.0, 2.677945044588987),
            (-3.0, -0.5, -1.7359450042095235),
            (1e-05, 3.0, 3.333333333320988e-06),
            (1e+300, 1e+299, 1.4711276743037347),
            (1e-300, 1e-301, 1.4711276743037345),
            (1.0, 1e+17, 1e-17),
        ]
        for (y, x, value) in known {
            #expect(ulps(Elementary.atan2(y, x), from: value) <= 1)
        }
    }

    @Test func `results that are doubles come out exactly`() {
        for exponent in -1074...1023 {
            let power = Elementary.pow(2, Double(exponent))
            #expect(Elementary.log2(power) == Double(exponent))
        }
        for exponent in 0...22 {
            #expect(Elementary.log10(Elementary.pow(10, Double(exponent))) == Double(exponent))
        }
        var factorial = 1.0
        for number in 1...22 {
            #expect(Elementary.gamma(Double(number)) == factorial)
            factorial *= Double(number)
        }
        for root in -100...100 {
            #expect(Elementary.cbrt(Double(root * root * root)) == Double(root))
        }
    }

    @Test func `whole powers of whole numbers come out exactly`() {
        for base in 2...30 {
            var power = Double(base)
            var exponent = 1.0
            while power < 0x1p53 {
                #expect(Elementary.pow(Double(base), exponent) == power)
                power *= Double(base)
                exponent += 1
            }
        }
    }

    @Test func `an angle beyond all digits is still reduced exactly`() {
        // The double closest to a multiple of π/2, relative to its size.
        let angle = 6381956970095103 * 0x1p797
        #expect(Elementary.cos(angle) == -4.6871659242546277e-19)
        #expect(Elementary.sin(angle) == 1)
    }
}
