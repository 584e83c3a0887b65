public import Scoring

extension ScoreLevel {
    /// Name in files.
    public var name: String {
        switch self {
        case .excellent: "excellent"
        case .good: "good"
        case .fair: "fair"
        case .poor: "poor"
        }
    }

    /// Rating of HSEEP beside it.
    public var rating: String {
        switch self {
        case .excellent: "P"
        case .good: "S"
        case .fair: "M"
        case .poor: "U"
        }
    }

    /// Name for readers, with the rating of HSEEP.
    public var title: Bilingual {
        switch self {
        case .excellent: Bilingual("excellent (P)", "优（P）")
        case .good: Bilingual("good (S)", "良（S）")
        case .fair: Bilingual("fair (M)", "中（M）")
        case .poor: Bilingual("poor (U)", "差（U）")
        }
    }
}

extension MarkingMethod {
    /// Name in files.
    public var name: String {
        switch self {
        case .goals: "goals"
        case .roboCupRescue: "roboCupRescue"
        }
    }

    /// Name for readers.
    public var title: Bilingual {
        switch self {
        case .goals: Bilingual("goals by weight", "按目标加权")
        case .roboCupRescue: Bilingual("composite of RoboCup Rescue", "RoboCup救援综合得分")
        }
    }
}

extension Frame {
    /// Heading for readers.
    public var title: Bilingual {
        switch self {
        case .down: Bilingual("Three down: incidents, casualties, loss", "三降：事故、伤亡、损失")
        case .up:
            Bilingual("Three up: safety, efficiency, satisfaction", "三升：安全、效率、满意度")
        case .neither: Bilingual("Two that must not happen", "两个不发生")
        case .early: Bilingual("Four early: detect, report, control, resolve", "四早：发现、报告、控制、解决")
        case .warning: Bilingual("Warning", "预警与转移")
        case .reporting: Bilingual("Reporting", "信息报送")
        case .picture: Bilingual("Picture against truth", "态势研判与实情")
        case .supplies: Bilingual("Supplies: enough, found, moved, used", "物资：备得足、找得到、调得动、用得好")
        case .teams: Bilingual("Teams and orders", "队伍与指令")
        case .principles: Bilingual("Four principles", "四项原则")
        case .communication: Bilingual("Public information", "信息发布")
        case .judgement: Bilingual("Score", "评分")
        case .causesOfDeaths: Bilingual("Deaths by cause", "死亡归因")
        case .causesOfLateArrivals: Bilingual("Late first arrivals by cause", "首到超时归因")
        case .causesOfMissedGoals: Bilingual("Missed goals by cause", "未达标归因")
        }
    }
}

/// What columns of causes add up to.
extension Frame {
    /// Measure that the columns of causes add up to; nil for other frames.
    public var total: Measure? {
        switch self {
        case .causesOfDeaths: .deaths
        case .causesOfLateArrivals: .lateFirstArrivals
        case .causesOfMissedGoals: .goalsMissed
        default: nil
        }
    }
}
