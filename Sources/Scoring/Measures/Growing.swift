extension Fold {
    /// Measures that never fall while a drill goes on, so that one can see how far it has come.
    public static let growing: [Measure] = [
        .deaths, .responderDeaths, .hospitalAdmissions, .trappedRescuedAlive, .collapsedBuildings,
        .secondaryIncidents,
    ]

    /// Returns the value so far of a measure that never falls.
    ///
    /// - Precondition: The measure is one of `growing`.
    public func soFar(_ measure: Measure) -> Int {
        switch measure {
        case .deaths: people.counts.deaths
        case .responderDeaths: people.counts.responderDeaths
        case .hospitalAdmissions: people.counts.admissions
        case .trappedRescuedAlive: people.counts.rescued
        case .collapsedBuildings: people.counts.collapsed
        case .secondaryIncidents: times.secondary
        default: preconditionFailure("Only measures that never fall are followed.")
        }
    }
}
