extension Elementary {
    /// Largest whole number not above a number.
    public static func floor(_ x: Double) -> Double {
        let whole = nearest(x)
        return Double(signOf: x, magnitudeOf: whole > x ? whole - 1 : whole)
    }

    /// Smallest whole number not below a number.
    public static func ceil(_ x: Double) -> Double {
        -floor(-x)
    }

    /// Whole part of a number, towards zero.
    public static func truncate(_ x: Double) -> Double {
        Double(signOf: x, magnitudeOf: floor(x.magnitude))
    }

    /// Nearest whole number, halves away from zero.
    public static func round(_ x: Double) -> Double {
        let below = floor(x.magnitude)
        let isUpper = x.magnitude - below >= 0.5
        return Double(signOf: x, magnitudeOf: isUpper ? below + 1 : below)
    }

    /// Nearest whole number, halves to the even one.
    public static func nearest(_ x: Double) -> Double {
        guard x.magnitude < 0x1p52 else { return x }
        // From 2^52 on doubles are whole, so that adding it rounds the fraction away.
        return Double(signOf: x, magnitudeOf: (x.magnitude + 0x1p52) - 0x1p52)
    }
}
