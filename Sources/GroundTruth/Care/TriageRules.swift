import EventKernel
import Vocabulary

/// What somebody who triages sees of a casualty.
struct TriageSigns {
    /// Whether the casualty walks.
    var walks = false
    /// Breaths before anything is done [1/min]; 0 for one who does not breathe.
    var breaths = 18.0
    /// Whether a casualty who did not breathe does once the airway is open.
    var breathesOnceOpened = false
    /// Time until a pressed nail turns red again [s].
    var capillarySeconds = 1.5
    /// Whether there is a pulse at the wrist, where it has been felt.
    var hasRadialPulse = true
    /// Whether the casualty does as told.
    var obeys = true
}

extension TriageSigns {
    /// Signs of somebody with an RPM score [0…12].
    ///
    /// The points that are missing from 12 are shared as evenly as can be between breathing, pulse and motor
    /// response, the draw deciding which bears one more (assumption D); each code then stands for a sign
    /// within its range.
    ///
    /// - Parameters:
    ///   - score: The score.
    ///   - walks: Whether the casualty walks.
    ///   - draw: A number in [0, 1), of the casualty.
    init(score: Double, walks: Bool, draw: Double) {
        let missing = 12 - Int(Elementary.floor(min(max(score, 0), 12) + 0.5))
        let first = Int(draw * 3)
        func code(_ place: Int) -> Int {
            let bearsMore = (place - first + 3) % 3 < missing % 3
            return 4 - missing / 3 - (bearsMore ? 1 : 0)
        }
        self.walks = walks
        let rest = draw * 3 - Double(first)
        breaths =
            switch code(0) {
            case 4: 18
            case 3: 25 + 10 * rest
            case 2: 38
            case 1: 6
            default: 0
            }
        let pulse = code(1)
        capillarySeconds = pulse >= 3 ? 1.5 : 3
        hasRadialPulse = pulse >= 2
        breathesOnceOpened = pulse >= 1
        obeys = code(2) == 4
    }
}

/// What somebody who triages a child sees besides.
struct ChildSigns {
    /// Signs as of anybody.
    var signs = TriageSigns()
    /// Whether a child that does not breathe once the airway is open has a pulse.
    var hasPulse = false
    /// Whether it breathes after five rescue breaths.
    var breathesAfterRescueBreaths = false
    /// Whether it is alert, or answers to voice, or fitly to pain (A, V and the better part of P of AVPU).
    var responds = true
}

/// What somebody who triages by SALT sees.
struct SaltSigns {
    /// Whether the casualty breathes, after a child's two rescue breaths where it is one.
    var breathes = true
    /// Whether the casualty obeys or moves with purpose.
    var obeys = true
    /// Whether there is a pulse at wrist or ankle.
    var hasPulse = true
    /// Whether the casualty fights for breath.
    var isInDistress = false
    /// Whether heavy bleeding is stopped.
    var bleedingIsControlled = true
    /// Whether the injuries are minor only.
    var isMinor = false
    /// Whether the casualty is likely to survive with what there is.
    var isLikelyToSurvive = true
}

/// Rules of triage (检伤分类).
enum TriageRules {
    /// Returns the category after START: walking green; not breathing black, or red once the airway is
    /// open; more than 30 breaths, no pulse at the wrist or more than 2 s of refill, or not obeying red;
    /// else yellow (C).
    static func start(_ signs: TriageSigns) -> TriageCategory {
        if signs.walks { return .green }
        guard signs.breaths > 0 else { return signs.breathesOnceOpened ? .red : .black }
        let isPoorlyPerfused = !signs.hasRadialPulse || signs.capillarySeconds > 2
        return signs.breaths > 30 || isPoorlyPerfused || !signs.obeys ? .red : .yellow
    }

    /// Returns the category of a child after JumpSTART: as START, but five rescue breaths where there is a
    /// pulse; red below 15 or above 45 breaths; and response instead of obeying (C).
    static func jumpStart(_ child: ChildSigns) -> TriageCategory {
        let signs = child.signs
        if signs.walks { return .green }
        guard signs.breaths > 0 else {
            if signs.breathesOnceOpened { return .red }
            return child.hasPulse && child.breathesAfterRescueBreaths ? .red : .black
        }
        let isOutside = signs.breaths < 15 || signs.breaths > 45
        return isOutside || !signs.hasRadialPulse || !child.responds ? .red : .yellow
    }

    /// Order in which SALT looks at casualties: the still, those who wave, those who walk.
    ///
    /// - Returns: 1, 2 or 3.
    static func saltOrder(walks: Bool, waves: Bool) -> Int { walks ? 3 : waves ? 2 : 1 }

    /// Returns the category after SALT (Lerner and others 2008), the expectant as black (C).
    static func salt(_ signs: SaltSigns) -> TriageCategory {
        guard signs.breathes else { return .black }
        let isStable =
            signs.obeys && signs.hasPulse && !signs.isInDistress && signs.bleedingIsControlled
        if isStable { return signs.isMinor ? .green : .yellow }
        return signs.isLikelyToSurvive ? .red : .black
    }
}

/// Codes of respiration, pulse and motor response, whose sum is the RPM score (Sacco and others, L).
struct VitalCodes {
    /// Code of breathing [0…4].
    static func respiration(perMinute breaths: Int) -> Int {
        switch breaths {
        case 36...: 2
        case 25...35: 3
        case 10...24: 4
        case 1...9: 1
        default: 0
        }
    }

    /// Code of the pulse [0…4].
    static func pulse(perMinute beats: Int) -> Int {
        switch beats {
        case 121...: 3
        case 61...120: 4
        case 41...60: 2
        case 1...40: 1
        default: 0
        }
    }

    /// Best motor response, from none to obeying.
    enum Motor: Int, CaseIterable {
        /// None.
        case none = 0
        /// Extends or flexes.
        case flexes = 1
        /// Withdraws.
        case withdraws = 2
        /// Localises.
        case localises = 3
        /// Obeys.
        case obeys = 4
    }

    /// Returns the RPM score [0…12].
    static func score(breaths: Int, beats: Int, motor: Motor) -> Int {
        respiration(perMinute: breaths) + pulse(perMinute: beats) + motor.rawValue
    }
}
