import EventKernel
import Vocabulary

/// A step of time in which many meet at once: binomial tau-leaping with rates at the middle of the step.
///
/// Everybody who may change does so with the chance that rates at the middle of the step give, so that
/// numbers never become negative and people neither vanish nor appear (after Chatterjee, Vlachos and
/// Katsoulakis, 2005; the midpoint after Gillespie, 2001). The error of means falls with the square of
/// the step.
struct RumourStep {
    let model: RumourModel
    let rates: RumourRates
    /// Length [s].
    let seconds: Double
    /// Number of the step, for the streams.
    let number: UInt64
    let instant: Instant

    /// Decisions of a step, as indices of its draws.
    private enum Draw: UInt64 {
        case leaving = 0
        case hearing = 1
        case believing = 2
        case meetingSpreaders = 3
        case fallingSilent = 4
        case fallingSilentAtOnce = 5
    }

    /// Lets the step pass.
    func advance(_ counts: inout RumourCounts) {
        let middle = State(counts).moved(by: seconds / 2, rates, model)
        let hears = rates.contact * middle.spreading
        let leaving = draw(.leaving, counts.ignorant, chance(hears + rates.official, seconds))
        let share = hears + rates.official > 0 ? hears / (hears + rates.official) : 0
        let hearing = draw(.hearing, leaving, share)
        let believing = draw(.believing, hearing, 1 - rates.rejecting)

        let pairs = rates.contact * middle.pairing(model)
        let alone = rates.contact * middle.meeting(model) + rates.official
        let both = 2 * draw(.meetingSpreaders, counts.spreading / 2, chance(pairs, seconds))
        let silent = draw(.fallingSilent, counts.spreading - both, chance(alone, seconds))
        // Those who begin to spread it within the step have half of it left to meet somebody.
        let atOnce = draw(.fallingSilentAtOnce, believing, chance(pairs + alone, seconds / 2))

        counts.ignorant -= leaving
        counts.informed += leaving - believing
        counts.spreading += believing - both - silent - atOnce
        counts.silent += both + silent + atOnce
    }

    /// Chance that something of a rate happens within a time.
    private func chance(_ rate: Double, _ seconds: Double) -> Double {
        -Elementary.expm1(-max(0, rate) * seconds)
    }

    private func draw(_ decision: Draw, _ trials: Int32, _ chance: Double) -> Int32 {
        guard trials > 0, chance > 0 else { return 0 }
        guard chance < 1 else { return trials }
        let level = instant.uniform(.rumourStep, number, index: decision.rawValue)
        return Self.successes(of: trials, chance, at: level)
    }

    /// Expected number from which on a normal law with a correction for skewness stands for the
    /// binomial -- constant.
    private static let largeMean = 40.0

    /// Returns the quantile of a binomial law at a level, off by one at most where many are expected.
    ///
    /// The kernel's law is exact and takes microseconds in between; here a hundred draws a drill must
    /// cost next to nothing, and one person in forty or more does not count.
    static func successes(of trials: Int32, _ chance: Double, at level: Double) -> Int32 {
        let all = Double(trials)
        let mean = all * chance
        guard min(mean, all - mean) >= largeMean else {
            let law = Distribution.binomial(trials: Int(trials), probability: chance)
            return Int32(law.quantile(level))
        }
        let normal = max(-9, min(9, Elementary.normalQuantile(level)))
        let skew = (1 - 2 * chance) * (normal * normal - 1) / 6
        let quantile = mean + normal * (mean * (1 - chance)).squareRoot() + skew
        return Int32(max(0, min(all, Elementary.floor(quantile + 0.5))))
    }
}

/// Numbers of people as they are on average, in fractions.
private struct State {
    var ignorant: Double
    var spreading: Double
    var knowing: Double

    init(_ counts: RumourCounts) {
        ignorant = Double(counts.ignorant)
        spreading = Double(counts.spreading)
        knowing = Double(counts.knowing)
    }

    /// People whom one who spreads the rumour may meet and fall silent alone.
    func meeting(_ model: RumourModel) -> Double {
        model == .makiThompson ? max(0, spreading - 1) + knowing : knowing
    }

    /// People with whom one who spreads the rumour may meet so that both fall silent.
    func pairing(_ model: RumourModel) -> Double {
        model == .daleyKendall ? max(0, spreading - 1) : 0
    }

    /// Returns the state some time later, by rates as they are now.
    func moved(by seconds: Double, _ rates: RumourRates, _ model: RumourModel) -> State {
        let hears = ignorant * rates.contact * spreading
        let learns = ignorant * rates.official
        let stops =
            spreading
            * (rates.contact * (meeting(model) + pairing(model)) + rates.official)
        let leaving = min(ignorant, (hears + learns) * seconds)
        let believing = min(ignorant, hears * (1 - rates.rejecting) * seconds)
        var later = self
        later.ignorant -= leaving
        later.spreading = max(0, spreading + believing - stops * seconds)
        later.knowing += leaving - believing + stops * seconds
        return later
    }
}
