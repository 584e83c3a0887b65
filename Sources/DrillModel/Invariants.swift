public import GroundTruth
import Situation

/// Something that must not be in a drill.
public enum DrillViolation: Error, Equatable, Sendable {
    /// People, teams or supplies have appeared or vanished.
    case world(WorldViolation)
    /// A message has appeared or vanished.
    case messages
}

extension Drill {
    /// Returns the first violation of conservation, or nil; checked after every event in tests and at
    /// the end of every drill in batches.
    ///
    /// - Complexity: As `GroundTruth.violation()`.
    public func violation() -> DrillViolation? {
        if let world = truth.violation() { return .world(world) }
        return situation.messages.isBalanced ? nil : .messages
    }
}
