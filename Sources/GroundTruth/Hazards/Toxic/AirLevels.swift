import EventKernel
public import Terrain
public import Vocabulary

extension GroundTruth {
    /// Returns the guideline level that the air in the open has at points, as it is now.
    ///
    /// The concentration of the instant is held against the guideline of the shortest time, since a
    /// map of an instant knows no time of exposure. Looked at, not followed: nothing changes.
    ///
    /// - Parameters:
    ///   - hazard: A release.
    ///   - points: Where.
    ///   - instant: Present instant, with the luck of the drill.
    /// - Returns: 0 for none, 1, 2 or 3 at every point; nil where nothing drifts, or the hazard is no
    ///   release.
    /// - Complexity: O(points × parts of the cloud).
    public func airLevels(
        of hazard: HazardID,
        at points: [Point],
        _ instant: Instant
    ) -> [UInt8]? {
        guard clouds.indices.contains(hazard.index), !clouds[hazard.index].slugs.isEmpty,
            case .release(let release) = definition.hazards[hazard.index].form
        else { return nil }
        let (_, dispersion) = wind(
            at: instant.now,
            height: release.heightMeters,
            instant.lasting
        )
        let minutes = release.substance.guidelineMinutes.first ?? 0
        return points.map { point in
            let place = SIMD2(point.eastMeters, point.northMeters)
            var air = 0.0
            for slug in clouds[hazard.index].slugs {
                air += slug.concentration(at: place, dispersion, heightMeters: release.heightMeters)
            }
            let level = release.substance.guidelineLevel(
                kilogramsPerCubicMeter: air,
                minutes: minutes
            )
            return UInt8(clamping: level)
        }
    }
}
