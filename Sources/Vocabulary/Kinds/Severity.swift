/// How badly a person is hurt, the four steps of HAZUS and the unhurt.
///
/// Raw values ascend with harm and stand in records; they are never reused.
public enum Severity: UInt8, CaseIterable, Comparable, BitwiseCopyable, Sendable {
    /// Not hurt.
    case unhurt = 0
    /// First aid suffices (轻伤，无需住院), HAZUS severity 1.
    case slight = 1
    /// Hospital care, not life-threatening (轻伤住院), HAZUS severity 2.
    case moderate = 2
    /// Life-threatening (重伤), HAZUS severity 3.
    case serious = 3
    /// Dead (死亡), HAZUS severity 4.
    case dead = 4

    /// Orders by harm.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What hurt a person first.
public enum InjuryCause: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Blast on the lung (肺冲击伤).
    case lungBlast = 0
    /// The body thrown by the blast wind (抛掷撞击).
    case bodyImpact = 1
    /// Fragments of the explosion (破片).
    case fragments = 2
    /// A building that came down (建筑倒塌).
    case collapse = 3
    /// A building badly damaged but standing (建筑严重破坏).
    case structure = 4
    /// Broken windows (玻璃).
    case glass = 5
    /// Heat (烧伤).
    case heat = 6
    /// Set by exercise control (导调设定).
    case inject = 7
    /// Poisonous gas (中毒).
    case poison = 8
    /// Smoke of a burning building (烟气中毒).
    case smoke = 9
}

/// Triage category (检伤分类), from the first to be treated to the last.
public enum TriageCategory: UInt8, CaseIterable, Comparable, BitwiseCopyable, Sendable {
    /// Immediate (红，危重).
    case red = 0
    /// Delayed (黄，重).
    case yellow = 1
    /// Minor (绿，轻).
    case green = 2
    /// Dead or expectant (黑).
    case black = 3

    /// Orders by who is treated first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Where a person died.
public enum DeathPlace: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// At once, by the hazard itself (当场死亡).
    case atOnce = 0
    /// Trapped in a collapsed building (被埋压期间).
    case trapped = 1
    /// In the open, not yet reached (等待救援).
    case waiting = 2
    /// At the casualty collection point (伤员集中点).
    case collectionPoint = 3
    /// On the way to hospital (转运途中).
    case transport = 4
    /// In hospital, before or after definitive care (医院).
    case hospital = 5
}
