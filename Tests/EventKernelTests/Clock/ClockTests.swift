import EventKernel
import Testing

@Suite struct ClockTests {
    @Test func `a length that is not finite is never`() {
        #expect(SimDuration(seconds: .infinity).isNever)
        #expect(SimDuration(seconds: .nan).isNever)
        #expect(SimDuration(seconds: 1e300).isNever)
    }

    @Test func `seconds round to the nearest millisecond`() {
        #expect(SimDuration(seconds: 0.0014).milliseconds == 1)
        #expect(SimDuration(seconds: 0.0016).milliseconds == 2)
        #expect(SimDuration(seconds: -0.0016).milliseconds == -2)
    }
}
