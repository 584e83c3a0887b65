import EventKernel

/// Coordinate system of a map.
public enum CoordinateSystem: String, CaseIterable, Sendable {
    /// GPS coordinates.
    case worldGeodetic = "WGS84"
    /// China Geodetic Coordinate System 2000 (2000国家大地坐标系), equal to WGS84 within a metre.
    case chinaGeodetic = "CGCS2000"
    /// Shifted coordinates of Chinese online maps (火星坐标), converted to WGS84.
    case chinaShifted = "GCJ02"

    /// Converts degrees of this system to WGS84.
    ///
    /// For GCJ-02 the shift as it is known from published reconstructions ("eviltransform", L) is
    /// inverted by repeating it until less than a centimetre is left; outside China there is none.
    func worldGeodetic(longitude: Double, latitude: Double) -> (longitude: Double, latitude: Double)
    {
        guard self == .chinaShifted else { return (longitude, latitude) }
        var result = (longitude: longitude, latitude: latitude)
        for _ in 0..<10 {
            let shifted = Self.shifted(longitude: result.longitude, latitude: result.latitude)
            result.longitude += longitude - shifted.longitude
            result.latitude += latitude - shifted.latitude
        }
        return result
    }

    /// Converts WGS84 degrees to GCJ-02.
    static func shifted(
        longitude: Double,
        latitude: Double
    ) -> (longitude: Double, latitude: Double) {
        guard (72.004...137.8347).contains(longitude), (0.8293...55.8271).contains(latitude) else {
            return (longitude, latitude)
        }
        let (x, y) = (longitude - 105, latitude - 35)
        let radians = latitude * .pi / 180
        // Krasovsky's ellipsoid.
        let (axis, eccentricity) = (6_378_245.0, 0.006_693_421_622_965_943_23)
        let sine = Elementary.sin(radians)
        let magic = 1 - eccentricity * sine * sine
        let north = axis * (1 - eccentricity) / (magic * magic.squareRoot())
        let east = axis / magic.squareRoot() * Elementary.cos(radians)
        return (
            longitude + eastShift(x, y) * 180 / (east * .pi),
            latitude + northShift(x, y) * 180 / (north * .pi)
        )
    }

    private static func wave(_ value: Double) -> Double { Elementary.sin(value * .pi) }

    private static func eastShift(_ x: Double, _ y: Double) -> Double {
        var shift = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * x.magnitude.squareRoot()
        shift += (20 * wave(6 * x) + 20 * wave(2 * x)) * 2 / 3
        shift += (20 * wave(x) + 40 * wave(x / 3)) * 2 / 3
        return shift + (150 * wave(x / 12) + 300 * wave(x / 30)) * 2 / 3
    }

    private static func northShift(_ x: Double, _ y: Double) -> Double {
        var shift = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y
        shift += 0.2 * x.magnitude.squareRoot()
        shift += (20 * wave(6 * x) + 20 * wave(2 * x)) * 2 / 3
        shift += (20 * wave(y) + 40 * wave(y / 3)) * 2 / 3
        return shift + (160 * wave(y / 12) + 320 * wave(y / 30)) * 2 / 3
    }
}
