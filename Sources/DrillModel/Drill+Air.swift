import GroundTruth
public import Terrain
public import Vocabulary

extension Drill {
    /// Returns the guideline level that the air in the open has at points, as it is now; for whoever
    /// shows a drill, never for those who play it.
    ///
    /// - Returns: 0 for none, 1, 2 or 3 at every point; nil where nothing drifts, or the hazard is no
    ///   release.
    /// - Complexity: O(points × parts of the cloud).
    public func airLevels(of hazard: HazardID, at points: [Point]) -> [UInt8]? {
        truth.airLevels(of: hazard, at: points, moment.instant)
    }
}
