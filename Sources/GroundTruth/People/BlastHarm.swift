import EventKernel
import Vocabulary

/// What a blast does at one point: to people outdoors, to a building and to those inside it.
struct BlastHarm {
    /// Peak side-on overpressure [kPa].
    let overpressureKilopascals: Double
    /// Chance that a building collapses [0…1].
    let collapse: Double
    /// Chance that a building is badly damaged, collapse included [0…1].
    let badDamage: Double
    /// Chance that a window breaks [0…1].
    let glass: Double
    /// Harm to people outdoors.
    let outdoors: HarmThresholds
    /// Whether blast kills people outdoors by the lung rather than by being thrown.
    let lungDominates: Bool

    /// Computes the effects of a blast at a distance.
    ///
    /// Mechanisms are independent of each other. Inside a building the blast acts through the
    /// building and its windows alone: the lung probit is not applied to people indoors.
    init(of wave: BlastWave, atMeters meters: Double, harm: HarmDefinition) {
        let kilopascals = wave.overpressureKilopascals(atMeters: meters)
        let impulse = wave.impulsePascalSeconds(atMeters: meters)
        let pascals = kilopascals * 1000
        overpressureKilopascals = kilopascals
        collapse = Probit.probability(Probit.collapse(pascals: pascals, pascalSeconds: impulse))
        let damaged = Probit.probability(Probit.structuralDamage(pascals: pascals))
        badDamage = max(collapse, damaged)
        glass = Probit.probability(Probit.glassBreakage(pascals: pascals))

        let lung = Probit.probability(Probit.lungDeath(pascals: pascals))
        let thrown = Probit.probability(Probit.bodyImpactDeath(pascalSeconds: impulse))
        let head = Probit.probability(
            Probit.headImpactDeath(pascals: pascals, pascalSeconds: impulse)
        )
        var wave = HarmThresholds()
        wave.dead = 1 - (1 - lung) * (1 - thrown) * (1 - head)
        let injured = Probit.probability(Probit.bodyImpactInjury(pascalSeconds: impulse))
        wave.serious = max(wave.dead, injured)
        wave.moderate = wave.serious
        wave.slight = max(
            wave.moderate,
            Probit.probability(Probit.eardrumRupture(pascals: pascals))
        )
        let fragments = Probit.probability(Probit.fragmentInjury(pascalSeconds: impulse))
        outdoors = wave.united(with: HarmThresholds(harm.fragments).scaled(by: fragments))
        lungDominates = lung > max(thrown, head)
    }

    /// Overpressure below which nothing is computed [kPa] -- constant; fewer than one window in a
    /// thousand breaks.
    static let negligibleKilopascals = 1.2
}
