import EventKernel
import Testing

@Suite struct ElementaryLimitTests {
    private let infinity = Double.infinity

    @Test func `a NaN gives a NaN`() {
        let functions: [(Double) -> Double] = [
            Elementary.exp, Elementary.expm1, Elementary.log, Elementary.log1p, Elementary.log2,
            Elementary.log10, Elementary.cbrt, Elementary.sin, Elementary.cos, Elementary.tan,
            Elementary.asin, Elementary.acos, Elementary.atan, Elementary.sinh, Elementary.cosh,
            Elementary.tanh, Elementary.erf, Elementary.erfc, Elementary.normalCDF,
            Elementary.normalQuantile, Elementary.gamma, Elementary.logGamma, Elementary.floor,
            Elementary.round,
        ]
        for function in functions { #expect(function(.nan).isNaN) }
        #expect(Elementary.pow(.nan, 2).isNaN)
        #expect(Elementary.pow(2, .nan).isNaN)
        #expect(Elementary.atan2(.nan, 1).isNaN)
        #expect(Elementary.atan2(1, .nan).isNaN)
    }

    @Test func `odd functions keep the sign of zero`() {
        let functions: [(Double) -> Double] = [
            Elementary.expm1, Elementary.log1p, Elementary.cbrt, Elementary.sin, Elementary.tan,
            Elementary.asin, Elementary.atan, Elementary.sinh, Elementary.tanh, Elementary.erf,
        ]
        for function in functions {
            #expect(function(0).bitPattern == 0)
            #expect(function(-0.0).bitPattern == (-0.0).bitPattern)
        }
    }

    @Test func `exponentials overflow and vanish`() {
        #expect(Elementary.exp(infinity) == infinity)
        #expect(Elementary.exp(-infinity) == 0)
        #expect(Elementary.exp(710) == infinity)
        #expect(Elementary.exp(-746) == 0)
        #expect(Elementary.expm1(-infinity) == -1)
        #expect(Elementary.cosh(-infinity) == infinity)
        #expect(Elementary.sinh(-infinity) == -infinity)
        #expect(Elementary.tanh(infinity) == 1)
    }

    @Test func `logarithms end at zero`() {
        #expect(Elementary.log(0) == -infinity)
        #expect(Elementary.log(infinity) == infinity)
        #expect(Elementary.log(-1).isNaN)
        #expect(Elementary.log1p(-1) == -infinity)
        #expect(Elementary.log1p(-1.5).isNaN)
        #expect(Elementary.log2(-infinity).isNaN)
        #expect(Elementary.log10(0) == -infinity)
    }

    @Test func `powers follow the standard's table`() {
        #expect(Elementary.pow(.nan, 0) == 1)
        #expect(Elementary.pow(1, .nan) == 1)
        #expect(Elementary.pow(-1, infinity) == 1)
        #expect(Elementary.pow(0, -3) == infinity)
        #expect(Elementary.pow(-0.0, -3) == -infinity)
        #expect(Elementary.pow(-0.0, 3).bitPattern == (-0.0).bitPattern)
        #expect(Elementary.pow(-8, 3) == -512)
        #expect(Elementary.pow(-8, 1.0 / 3).isNaN)
        #expect(Elementary.pow(0.5, -infinity) == infinity)
        #expect(Elementary.pow(2, -1074) == .leastNonzeroMagnitude)
    }

    @Test func `angles of infinite points are multiples of an eighth of a turn`() {
        #expect(Elementary.atan2(infinity, -infinity) == 3 * Double.pi / 4)
        #expect(Elementary.atan2(-infinity, infinity) == -Double.pi / 4)
        #expect(Elementary.atan2(1, -infinity) == Double.pi)
        #expect(Elementary.atan2(-0.0, -1) == -Double.pi)
        #expect(Elementary.atan2(infinity, 1) == Double.pi / 2)
    }

    @Test func `an angle without end has no sine`() {
        #expect(Elementary.sin(infinity).isNaN)
        #expect(Elementary.cos(-infinity).isNaN)
        #expect(Elementary.tan(infinity).isNaN)
    }

    @Test func `probabilities end at 0 and 1`() {
        #expect(Elementary.normalCDF(-infinity) == 0)
        #expect(Elementary.normalCDF(infinity) == 1)
        #expect(Elementary.normalCDF(0) == 0.5)
        #expect(Elementary.normalQuantile(0) == -infinity)
        #expect(Elementary.normalQuantile(1) == infinity)
        #expect(Elementary.normalQuantile(0.5) == 0)
        #expect(Elementary.normalQuantile(1.5).isNaN)
        #expect(Elementary.erfc(-infinity) == 2)
        #expect(Elementary.erfc(infinity) == 0)
    }

    @Test func `the gamma function has poles`() {
        #expect(Elementary.gamma(0) == infinity)
        #expect(Elementary.gamma(-0.0) == -infinity)
        #expect(Elementary.gamma(-2).isNaN)
        #expect(Elementary.gamma(172) == infinity)
        #expect(Elementary.gamma(-infinity).isNaN)
        #expect(Elementary.logGamma(-2) == infinity)
        #expect(Elementary.logGamma(1) == 0)
        #expect(Elementary.logGamma(2) == 0)
        #expect(Elementary.logGamma(-infinity) == infinity)
    }

    @Test func `rounding goes where its name says`() {
        #expect(Elementary.floor(-0.5) == -1)
        #expect(Elementary.ceil(-0.5).bitPattern == (-0.0).bitPattern)
        #expect(Elementary.truncate(-1.7) == -1)
        #expect(Elementary.round(2.5) == 3)
        #expect(Elementary.round(-2.5) == -3)
        #expect(Elementary.round(0.49999999999999994) == 0)
        #expect(Elementary.nearest(2.5) == 2)
        #expect(Elementary.floor(-0x1p60 - 1) == -0x1p60)
        #expect(Elementary.ceil(4503599627370495.5) == 4503599627370496)
    }
}
