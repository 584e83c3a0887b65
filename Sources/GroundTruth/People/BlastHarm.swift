import EventKernel
import Vocabulary

/// What a blast does at one point: to people outdoors, to a building and to those inside it.
struct BlastHarm {
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
    init(of wave: BlastWave, atMeters meters: Double, _ definition: HarmDefinition) {
        let (pressure, impulse) = wave.logarithms(atMeters: meters)
        collapse = Probit.probability(
            Probit.collapse(logPascals: pressure, logPascalSeconds: impulse)
        )
        let damaged = Probit.probability(Probit.structuralDamage(logPascals: pressure))
        badDamage = max(collapse, damaged)
        glass = Probit.probability(Probit.glassBreakage(logPascals: pressure))

        let lung = Probit.probability(Probit.lungDeath(logPascals: pressure))
        let thrown = Probit.probability(Probit.bodyImpactDeath(logPascalSeconds: impulse))
        let head = Probit.probability(
            Probit.headImpactDeath(logPascals: pressure, logPascalSeconds: impulse)
        )
        var harm = HarmThresholds()
        harm.dead = 1 - (1 - lung) * (1 - thrown) * (1 - head)
        let injured = Probit.probability(Probit.bodyImpactInjury(logPascalSeconds: impulse))
        harm.serious = max(harm.dead, injured)
        harm.moderate = harm.serious
        let eardrum = Probit.probability(Probit.eardrumRupture(logPascals: pressure))
        harm.slight = max(harm.moderate, eardrum)
        let fragments = Probit.probability(Probit.fragmentInjury(logPascalSeconds: impulse))
        outdoors = harm.united(with: HarmThresholds(definition.fragments).scaled(by: fragments))
        lungDominates = lung > max(thrown, head)
    }

    /// Overpressure below which nothing is computed [kPa] -- constant; fewer than one window in a
    /// thousand breaks.
    static let negligibleKilopascals = 1.2
}
