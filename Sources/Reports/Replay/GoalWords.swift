public import Scoring
public import Wording

/// Goals and what became of them, in both languages.
public enum GoalWords {
    /// Returns what a goal asks: at most, or at least, a value.
    public static func wanted(_ goal: Goal) -> Bilingual {
        let sign = goal.isUpperBound ? "≤ " : "≥ "
        return Bilingual(
            sign + BatchReport(.english).figure(goal.bound, goal.measure),
            sign + BatchReport(.chinese).figure(goal.bound, goal.measure)
        )
    }

    /// Returns a value of a measure.
    public static func reached(_ value: Double, _ measure: Measure) -> Bilingual {
        Bilingual(
            BatchReport(.english).worded(value, measure),
            BatchReport(.chinese).worded(value, measure)
        )
    }
}

extension Curve {
    /// Name of the curve on the page.
    var pageTitle: Bilingual {
        switch self {
        case .deaths: Bilingual("Dead", "死亡人数")
        case .deathsPublished: Bilingual("Dead, made public", "对外发布死亡人数")
        case .admissions: Bilingual("Admitted to hospital", "累计住院人数")
        case .trapped: Bilingual("Trapped", "被困人数")
        case .firesBurning: Bilingual("Fires burning", "燃烧火点数")
        case .teamsAtSite: Bilingual("Teams at the site", "到场队伍数")
        case .found: Bilingual("Found", "累计发现人数")
        }
    }
}
