/// Place of an event within its instant: the world moves before it is seen, and a post decides on
/// every report delivered by now.
///
/// 1. `inject`: exercise control changes the world;
/// 2. `hazard`: hazards spread and strike, people are hurt;
/// 3. `movement`: teams, convoys and casualties arrive;
/// 4. `work`: work begins, advances and ends, with what it consumes;
/// 5. `observation`: sensors read, witnesses and crews perceive what now is the case;
/// 6. `delivery`: reports and orders arrive;
/// 7. `decision`: posts decide on their pictures;
/// 8. `measurement`: the state of this instant is measured, and the drill may end.
public enum Phase: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// Exercise control changes the world (情景注入).
    case inject = 0
    /// Hazards spread and strike (致灾).
    case hazard = 1
    /// Teams, convoys and casualties arrive (移动).
    case movement = 2
    /// Work begins, advances and ends (作业).
    case work = 3
    /// Sensors read, witnesses and crews perceive (观测).
    case observation = 4
    /// Reports and orders arrive (送达).
    case delivery = 5
    /// Posts decide (决策).
    case decision = 6
    /// The state is measured (计量).
    case measurement = 7
}
