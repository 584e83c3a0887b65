import EventKernel
public import Terrain

/// Metres east and north of a declared origin as longitude and latitude.
///
/// The inverse of the projection by which scenario files are read: equirectangular on a sphere of
/// 6,371 km around the origin. So every position comes out where the file put it, and what a file gives
/// in metres lies on WGS84 to a few metres in a thousand within some hundred kilometres. CGCS2000
/// agrees with WGS84 within a metre. An invented place lies where its file declares the origin.
public struct LocalProjection: Hashable, Sendable {
    /// Longitude of the origin [°].
    public let longitudeDegrees: Double
    /// Latitude of the origin [°].
    public let latitudeDegrees: Double
    /// Metres of a degree of longitude at the origin [m] -- derived.
    private let metersPerDegreeEast: Double

    /// Radius of the sphere [m] -- constant.
    private static let radiusMeters = 6_371_000.0
    /// Metres of a degree of latitude [m] -- derived.
    private static let metersPerDegree = radiusMeters * .pi / 180

    /// Creates the projection around an origin.
    public init(longitudeDegrees: Double, latitudeDegrees: Double) {
        self.longitudeDegrees = longitudeDegrees
        self.latitudeDegrees = latitudeDegrees
        metersPerDegreeEast =
            Self.metersPerDegree * Elementary.cos(latitudeDegrees * .pi / 180)
    }

    /// Whether positions can be given as longitude and latitude: an origin at a pole has none.
    public var isUsable: Bool {
        abs(latitudeDegrees) < 89 && abs(longitudeDegrees) <= 180
    }

    /// Returns longitude and latitude of a point [°].
    public func degrees(_ point: Point) -> (longitude: Double, latitude: Double) {
        (
            longitudeDegrees + point.eastMeters / metersPerDegreeEast,
            latitudeDegrees + point.northMeters / Self.metersPerDegree
        )
    }
}
