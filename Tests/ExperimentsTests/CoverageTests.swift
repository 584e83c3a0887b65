import Experiments
import Testing
import Trials

/// Intervals hold as often as they say.
@Suite struct CoverageTests {
    /// Repetitions of every trial.
    private static let repetitions = 4000

    @Test func `intervals cover the truth as often as their method does in theory`() {
        for trial in IntervalTrials.all(Self.repetitions) {
            #expect(trial.isWell, "\(trial.name): \(trial.share), demanded \(trial.demand)")
        }
    }

    @Test func `exact coverage is what the literature gives`() {
        let wilson = IntervalTrials.wilsonCoverage(100, 0.01)
        #expect((wilson - 0.9206).magnitude < 1e-4)
        #expect((IntervalTrials.quantileCoverage(200, 0.95) - 0.9672).magnitude < 1e-4)
    }

    @Test func `a batch that ends by itself still covers the truth`() {
        for trial in ProcedureTrials.sequential(400) {
            #expect(trial.share >= 0.91, "\(trial.name): \(trial.share)")
        }
    }

    @Test func `selection keeps its promise, with and without common luck`() {
        for trial in ProcedureTrials.selection(1000) {
            #expect(trial.isWell, "\(trial.name): \(trial.share), demanded \(trial.demand)")
        }
    }

    @Test func `a trial that does not keep its promise is seen`() {
        let coin = Trial("coin", 1000, .exactly(0.6)) { $0.uniform() < 0.5 }
        #expect(!coin.isWell)
        #expect(!Trial("coin", 1000, .atLeast(0.6)) { $0.uniform() < 0.5 }.isWell)
    }
}
