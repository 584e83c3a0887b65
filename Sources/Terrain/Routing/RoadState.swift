import EventKernel
public import Vocabulary

/// Which roads are closed and how fast the others are at present.
///
/// A value: what is really the case and what a post believes are two of them.
public struct RoadState: Sendable {
    /// Whether each road is closed -- state.
    private var closed: [Bool]
    /// Present speed against that without traffic on roads of each kind, 1 where it is the same -- state.
    private var speedFactors = Array(repeating: 1.0, count: RoadKind.allCases.count)

    /// Creates a state in which all roads are open and free.
    init(roadCount: Int) {
        closed = Array(repeating: false, count: roadCount)
    }

    /// Tells whether a road is closed.
    public func isClosed(_ road: RoadID) -> Bool { closed[road.index] }

    /// Returns the present speed on roads of a kind against that without traffic.
    public func speedFactor(on kind: RoadKind) -> Double { speedFactors[Int(kind.rawValue)] }

    /// Closes or opens a road.
    mutating func set(_ road: RoadID, closed isClosed: Bool) { closed[road.index] = isClosed }

    /// Sets the speed on roads of a kind against that without traffic.
    mutating func set(_ kind: RoadKind, speedFactor: Double) {
        speedFactors[Int(kind.rawValue)] = speedFactor
    }

    /// Returns the time to drive a road [ms], `RouteMetric.blocked` where it is closed.
    func milliseconds(_ road: Road, _ number: RoadID) -> Int64 {
        guard !closed[number.index] else { return RouteMetric.blocked }
        let free = road.travelTime
        let factor = speedFactor(on: road.kind)
        let time = factor == 1 ? free : free * (1 / factor)
        return min(time.milliseconds, RouteMetric.blocked)
    }
}
