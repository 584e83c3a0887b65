import EventKernel

/// Revised Trauma Score: coma scale, blood pressure and breathing, each coded 0…4 (Champion and others
/// 1989).
struct TraumaScore {
    /// Glasgow Coma Scale [3…15].
    let comaScale: Int
    /// Systolic blood pressure [mmHg].
    let systolic: Int
    /// Breaths [1/min].
    let breaths: Int

    /// Code of the coma scale [0…4].
    var comaCode: Int {
        switch comaScale {
        case 13...: 4
        case 9...12: 3
        case 6...8: 2
        case 4...5: 1
        default: 0
        }
    }

    /// Code of the blood pressure [0…4].
    var pressureCode: Int {
        switch systolic {
        case 90...: 4
        case 76...89: 3
        case 50...75: 2
        case 1...49: 1
        default: 0
        }
    }

    /// Code of breathing [0…4].
    var breathCode: Int {
        switch breaths {
        case 30...: 3
        case 10...29: 4
        case 6...9: 2
        case 1...5: 1
        default: 0
        }
    }

    /// The weighted score [0…7.8408].
    var revised: Double {
        Self.revised(coma: comaCode, pressure: pressureCode, breath: breathCode)
    }

    /// Returns the weighted score of three codes, each 0…4.
    static func revised(coma: Int, pressure: Int, breath: Int) -> Double {
        0.9368 * Double(coma) + 0.7326 * Double(pressure) + 0.2908 * Double(breath)
    }
}

/// Chance to survive by trauma score, injury severity and age (TRISS, Boyd and others 1987).
struct SurvivalByInjury {
    private let constant, score, severity, old: Double

    /// Blunt injury, coefficients of 1987 (V).
    static let blunt1987 = SurvivalByInjury(-1.2470, 0.9544, -0.0768, -1.9052)
    /// Penetrating injury, coefficients of 1987 (V).
    static let penetrating1987 = SurvivalByInjury(-0.6029, 1.1430, -0.1516, -2.6676)
    /// Blunt injury, revision by the Major Trauma Outcome Study 1995 (L).
    static let blunt1995 = SurvivalByInjury(-0.4499, 0.8085, -0.0835, -1.7430)
    /// Penetrating injury, the same revision (L).
    static let penetrating1995 = SurvivalByInjury(-2.5355, 0.9934, -0.0651, -1.1360)

    private init(_ constant: Double, _ score: Double, _ severity: Double, _ old: Double) {
        (self.constant, self.score, self.severity, self.old) = (constant, score, severity, old)
    }

    /// Returns 1/(1 + e^−b), b = b0 + b1 RTS + b2 ISS + b3 [age ≥ 55].
    ///
    /// - Parameters:
    ///   - trauma: Revised Trauma Score [0…7.8408].
    ///   - injury: Injury Severity Score [0…75].
    ///   - years: Age [years].
    /// - Returns: Chance [0…1].
    func chance(trauma: Double, injury: Double, years: Int) -> Double {
        let b = constant + score * trauma + severity * injury + (years >= 55 ? old : 0)
        return 1 / (1 + Elementary.exp(-b))
    }
}

/// Chance to survive against the time to definitive care, b0/((t/b1)^b2 + 1) with t in minutes: scaled
/// log-logistic.
struct SurvivalInTime {
    /// Chance with care at once [0…1].
    let atOnce: Double
    /// Time at which half of it is left [min], positive.
    let halfMinutes: Double
    /// Steepness.
    let steepness: Double

    /// Immediate (red), parameters in public code (V).
    static let immediate = SurvivalInTime(atOnce: 0.3510, halfMinutes: 35.838, steepness: 1.9886)
    /// Delayed (yellow), the same (V).
    static let delayed = SurvivalInTime(atOnce: 0.9124, halfMinutes: 213.5976, steepness: 2.3445)

    /// Returns the sets of Mills and others (2013), from the worst to the best (U): immediate, delayed.
    ///
    /// - Parameter number: 1…5.
    /// - Returns: nil for any other number.
    static func mills(_ number: Int) -> (immediate: SurvivalInTime, delayed: SurvivalInTime)? {
        func pair(
            _ red: (Double, Double, Double),
            _ yellow: (Double, Double, Double)
        ) -> (SurvivalInTime, SurvivalInTime) {
            (
                SurvivalInTime(atOnce: red.0, halfMinutes: red.1, steepness: red.2),
                SurvivalInTime(atOnce: yellow.0, halfMinutes: yellow.1, steepness: yellow.2)
            )
        }
        return switch number {
        case 1: pair((0.09, 17, 1.01), (0.57, 61, 2.03))
        case 2: pair((0.15, 28, 1.38), (0.65, 86, 2.11))
        case 3: pair((0.24, 47, 1.53), (0.76, 138, 2.17))
        case 4: pair((0.40, 59, 1.47), (0.77, 140, 2.29))
        case 5: pair((0.56, 91, 1.58), (0.81, 160, 2.41))
        default: nil
        }
    }

    /// Returns the chance with definitive care after a time.
    ///
    /// - Parameter minutes: Time from the injury [min], not negative.
    /// - Returns: Chance [0…1].
    func chance(afterMinutes minutes: Double) -> Double {
        guard minutes > 0 else { return atOnce }
        return atOnce / (Elementary.pow(minutes / halfMinutes, steepness) + 1)
    }
}
