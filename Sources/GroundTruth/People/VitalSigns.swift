import EventKernel
import Vocabulary

/// Vital signs of a casualty by the RPM score (respiration, pulse, motor; 0…12) and their decline.
///
/// Survival under definitive care is logistic in the score at that moment (Sacco et al. 2005, fit to
/// the Pennsylvania Trauma Outcome Study, L). The decline per half hour is a reconstruction of Sacco's
/// Delphi table, which was not found in public text (U); between its points the score is linear, and
/// after three hours it falls by one point each half hour.
struct VitalSigns: BitwiseCopyable {
    /// Score at the injury [0…12].
    let initialScore: Int32
    /// When the person was hurt.
    let hurtAt: SimTime
    /// Survival below which this person does not survive [0…1].
    let tolerance: Double
    /// When field treatment slowed the decline; never where it did not.
    var stabilizedAt: SimTime = .never

    /// Returns the share of casualties with a score who survive under definitive care [0…1].
    static func survival(score: Double) -> Double {
        1 / (1 + Elementary.exp(2.903 - 0.5753 * score))
    }

    /// Score below which care cannot save this person.
    private var fatalScore: Double {
        let share = max(tolerance, 0x1p-54)
        return (2.903 + Elementary.log(share / (1 - min(share, 1 - 0x1p-53)))) / 0.5753
    }

    /// Returns when care can no longer save this person.
    ///
    /// - Parameter slowdown: Speed of deterioration after field treatment [0…1].
    /// - Returns: The instant; never where treatment has stopped the deterioration before.
    func pointOfNoReturn(slowdown: Double) -> SimTime {
        let age = SimDuration(minutes: Self.minutes(from: initialScore, to: fatalScore))
        let unslowed = hurtAt + age
        guard stabilizedAt < unslowed else { return unslowed }
        let rest = unslowed - stabilizedAt
        return slowdown > 0 ? stabilizedAt + rest * (1 / slowdown) : .never
    }

    /// Returns the score at an instant, untreated: linear between the points of the table [0…12].
    func score(at instant: SimTime) -> Double {
        let halves = max(0, (instant - hurtAt).minutes / 30)
        let before = Int(min(halves, 1000))
        let earlier = Double(Self.score(from: initialScore, afterHalfHours: before))
        let later = Double(Self.score(from: initialScore, afterHalfHours: before + 1))
        return earlier + (later - earlier) * min(halves - Double(before), 1)
    }

    /// Returns how long the score takes to fall from one value to another, untreated [min].
    static func minutes(from initial: Int32, to fatal: Double) -> Double {
        if fatal < 0 { return .infinity }
        if Double(initial) <= fatal { return 0 }
        var before = Double(initial)
        var half = 1
        while true {
            let after = Double(score(from: initial, afterHalfHours: half))
            if after <= fatal {
                return 30 * (Double(half) - (fatal - after) / (before - after))
            }
            before = after
            half += 1
        }
    }

    /// Returns the score after a number of half hours without treatment.
    static func score(from initial: Int32, afterHalfHours half: Int) -> Int32 {
        let row = declineRow(initial)
        if half <= 6 { return row[half] }
        return max(0, row[6] - Int32(half - 6))
    }

    /// Returns the scores after 0, 30, … 180 minutes (FACTS §8.2, reconstruction, U).
    private static func declineRow(_ initial: Int32) -> SIMD8<Int32> {
        switch initial {
        case 12: SIMD8(12, 12, 11, 11, 10, 10, 9, 0)
        case 11: SIMD8(11, 11, 10, 10, 9, 8, 8, 0)
        case 10: SIMD8(10, 10, 9, 8, 8, 7, 6, 0)
        case 9: SIMD8(9, 8, 8, 7, 6, 5, 4, 0)
        case 8: SIMD8(8, 7, 6, 5, 4, 3, 2, 0)
        case 7: SIMD8(7, 6, 5, 4, 3, 2, 1, 0)
        case 6: SIMD8(6, 5, 4, 3, 2, 1, 0, 0)
        case 5: SIMD8(5, 4, 3, 2, 1, 0, 0, 0)
        case 4: SIMD8(4, 3, 2, 1, 0, 0, 0, 0)
        case 3: SIMD8(3, 2, 1, 0, 0, 0, 0, 0)
        case 2: SIMD8(2, 1, 0, 0, 0, 0, 0, 0)
        case 1: SIMD8(1, 0, 0, 0, 0, 0, 0, 0)
        default: SIMD8(repeating: 0)
        }
    }
}
