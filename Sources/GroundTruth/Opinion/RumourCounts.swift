/// The public by what it makes of a rumour [persons].
struct RumourCounts: BitwiseCopyable, Equatable, Sendable {
    /// People who have heard nothing.
    var ignorant: Int32 = 0
    /// People who believe it and spread it.
    var spreading: Int32 = 0
    /// People who believed it and have fallen silent.
    var silent: Int32 = 0
    /// People who believe the official word and never believed the rumour.
    var informed: Int32 = 0

    /// People who have ever believed it.
    var believed: Int32 { spreading + silent }
    /// People who know and do not spread it: to tell them the rumour is no use.
    var knowing: Int32 { silent + informed }
    /// All people.
    var persons: Int32 { ignorant + spreading + silent + informed }
}

/// How fast a rumour and the official word move, at an instant or as the mean of a stretch of time.
struct RumourRates: BitwiseCopyable, Sendable {
    /// Rate at which one who spreads the rumour calls on one certain other person [1/s].
    var contact = 0.0
    /// Share of those who hear the rumour first and do not believe it, since they trust the official
    /// word [0…1].
    var rejecting = 0.0
    /// Rate at which the official word reaches a person and is believed [1/s].
    var official = 0.0
}

/// A way in which one meeting, or the official word, changes what people make of a rumour.
enum RumourChange: Int, CaseIterable {
    /// Somebody hears the rumour, believes it and begins to spread it.
    case believes = 0
    /// Somebody hears the rumour and does not believe it.
    case rejects = 1
    /// Somebody who spreads it meets somebody who knows, and falls silent.
    case fallsSilent = 2
    /// Two who spread it meet, and both fall silent.
    case bothFallSilent = 3
    /// The official word reaches somebody who has heard nothing.
    case learns = 4
    /// The official word reaches somebody who spreads the rumour.
    case listens = 5
}

/// Rates of all changes from a state: the exact chain.
struct RumourChances: BitwiseCopyable {
    /// Rates by number of the change [1/s].
    private var rates = SIMD8<Double>(repeating: 0)

    init(_ counts: RumourCounts, _ rates: RumourRates, _ model: RumourModel) {
        let (ignorant, spreading) = (Double(counts.ignorant), Double(counts.spreading))
        let knowing = Double(counts.knowing)
        let calls = rates.contact * spreading
        self[.believes] = calls * ignorant * (1 - rates.rejecting)
        self[.rejects] = calls * ignorant * rates.rejecting
        switch model {
        case .makiThompson: self[.fallsSilent] = calls * (spreading - 1 + knowing)
        case .daleyKendall:
            self[.fallsSilent] = calls * knowing
            self[.bothFallSilent] = calls * (spreading - 1) / 2
        }
        self[.learns] = rates.official * ignorant
        self[.listens] = rates.official * spreading
    }

    private subscript(change: RumourChange) -> Double {
        get { rates[change.rawValue] }
        set { rates[change.rawValue] = newValue }
    }

    /// Rate of any change [1/s].
    var total: Double {
        var sum = 0.0
        for change in 0...RumourChange.listens.rawValue { sum += rates[change] }
        return sum
    }

    /// Returns the change that a level of the sum of all rates falls on.
    ///
    /// - Parameter level: Share of the sum, uniform on [0, 1).
    /// - Returns: A change whose rate is above 0.
    /// - Precondition: Some rate is above 0.
    func change(at level: Double) -> RumourChange {
        var rest = level * total
        var chosen = RumourChange.believes
        for number in 0...RumourChange.listens.rawValue where rates[number] > 0 {
            chosen = RumourChange(rawValue: number) ?? chosen
            rest -= rates[number]
            if rest < 0 { break }
        }
        return chosen
    }
}

extension RumourCounts {
    /// Lets a change happen.
    mutating func apply(_ change: RumourChange) {
        switch change {
        case .believes: (ignorant, spreading) = (ignorant - 1, spreading + 1)
        case .rejects, .learns: (ignorant, informed) = (ignorant - 1, informed + 1)
        case .fallsSilent, .listens: (spreading, silent) = (spreading - 1, silent + 1)
        case .bothFallSilent: (spreading, silent) = (spreading - 2, silent + 2)
        }
    }
}
