import EventKernel
import Experiments
import Scoring

/// Coverage of procedures that decide when to stop and what to pick.
public enum ProcedureTrials {
    /// Tries the sequential end of a batch.
    public static func sequential(_ repetitions: Int) -> [Trial] {
        let laws: [(String, Double, Double, @Sendable (inout Luck) -> Double)] = [
            ("normal, to 5 %", 0.05, 10, { 10 + 4 * $0.normal() }),
            ("exponential, to 5 %", 0.05, 1, { $0.exponential() }),
            ("exponential, to 15 %", 0.15, 1, { $0.exponential() }),
            ("one in ten, to 10 %", 0.1, 0.1, { $0.uniform() < 0.1 ? 1 : 0 }),
        ]
        return laws.map { name, width, truth, next in
            let target = StopRule.Target(.mean(.deaths), halfWidth: width, isRelative: true)
            return Trial("sequential end, \(name)", repetitions, .surely(0.93)) { luck in
                var rule = StopRule([target], confidence: 0.95, minimum: 200, goals: [])
                var tally = Tally()
                var values = MeasureValues()
                repeat {
                    values[.deaths] = next(&luck)
                    tally.add(values[.deaths])
                } while !rule.add(values)
                return tally.meanInterval(confidence: 0.95)?.contains(truth) ?? false
            }
        }
    }

    /// Tries selection where the best is better by just the indifference.
    public static func selection(_ repetitions: Int) -> [Trial] {
        var trials: [Trial] = []
        for common in [0.0, 0.8] {
            for (plans, spread) in [(5, 4.0), (20, 2.0)] {
                let name = "Kim–Nelson, \(plans) plans, correlation \(common)"
                trials.append(
                    Trial(name, repetitions, .atLeast(0.95)) { luck in
                        picksBest(&luck, alternatives: plans, common: common, spread: spread)
                    }
                )
            }
        }
        return trials + [budget(repetitions)]
    }

    private static func picksBest(
        _ luck: inout Luck,
        alternatives: Int,
        common: Double,
        spread: Double
    ) -> Bool {
        var procedure = KimNelson(
            alternatives: alternatives,
            indifference: 1,
            confidence: 0.95,
            firstStage: 20
        )
        let (shared, own) = (common.squareRoot() * spread, (1 - common).squareRoot() * spread)
        while procedure.selected == nil {
            let all = shared * luck.normal()
            procedure.add(
                procedure.survivors.map { ($0 == 3 ? -1 : 0) + all + own * luck.normal() }
            )
        }
        return procedure.selected == 3
    }

    /// The stated probability of a budgeted selection is a lower bound of the observed one on average;
    /// a repetition counts as a hit with the probability that it states less than what came out.
    private static func budget(_ repetitions: Int) -> Trial {
        var (stated, right) = (0.0, 0)
        for repetition in 0..<repetitions {
            var luck = Luck("budget", repetition)
            let (isRight, probability) = budgeted(&luck)
            stated += probability
            right += isRight ? 1 : 0
        }
        let mean = stated / Double(repetitions)
        var place = 0
        let name = "OCBA, 6 plans, 400 drills (stated on average)"
        return Trial(name, repetitions, .atLeast(mean)) { _ in
            place += 1
            return place <= right
        }
    }

    private static func budgeted(_ luck: inout Luck) -> (Bool, Double) {
        var tallies = Array(repeating: Tally(), count: 6)
        for plan in 0..<6 {
            for _ in 0..<20 { tallies[plan].add(value(plan, &luck)) }
        }
        for total in stride(from: 140, through: 400, by: 20) {
            let wanted = BudgetAllocation.shares(tallies, total: total)
            for plan in 0..<6 {
                while tallies[plan].count < wanted[plan] { tallies[plan].add(value(plan, &luck)) }
            }
        }
        let stated = BudgetAllocation.probabilityOfGoodSelection(tallies, indifference: 0)
        return (BudgetAllocation.best(tallies) == 0, stated)
    }

    private static func value(_ plan: Int, _ luck: inout Luck) -> Double {
        Double(plan) * 0.8 + 3 * luck.normal()
    }
}
