extension Elementary {
    /// A number to the power of another, within 0.52 ulp; exact where the result is.
    ///
    /// A negative base needs a whole exponent. Any base to the power 0 is 1, and 1 to any power.
    ///
    /// - Parameters:
    ///   - base: The base.
    ///   - exponent: The exponent.
    /// - Returns: The power; a NaN where it is not a real number.
    public static func pow(_ base: Double, _ exponent: Double) -> Double {
        let usual = base > 0 && base < .infinity && exponent.magnitude < 0x1p64
        guard usual else { return powOfAny(base, exponent) }
        return exp(logDoubleDouble(base) * exponent)
    }

    @inline(never)
    private static func powOfAny(_ base: Double, _ exponent: Double) -> Double {
        if exponent == 0 || base == 1 { return 1 }
        if base.isNaN || exponent.isNaN { return .nan }
        let isOdd = isOddWhole(exponent)
        if base < 0, base > -.infinity, !isOdd, exponent.magnitude < 0x1p52,
            floor(exponent) != exponent
        {
            return .nan
        }
        let magnitude = powOfMagnitude(base.magnitude, exponent)
        return base.sign == .minus && isOdd ? -magnitude : magnitude
    }

    /// The power of a base without sign, either number possibly huge, infinite or zero.
    private static func powOfMagnitude(_ base: Double, _ exponent: Double) -> Double {
        if base == 1 { return 1 }
        let grows = (base > 1) == (exponent > 0)
        if base == 0 || base == .infinity || exponent.magnitude >= 0x1p64 {
            return grows ? .infinity : 0
        }
        return exp(logDoubleDouble(base) * exponent)
    }

    private static func isOddWhole(_ x: Double) -> Bool {
        guard x.magnitude < 0x1p53 else { return false }
        let half = x * 0.5
        return floor(x) == x && floor(half) != half
    }

    /// Cube root, within 0.51 ulp; exact for cubes.
    public static func cbrt(_ x: Double) -> Double {
        let magnitude = x.magnitude
        guard magnitude > 0, magnitude < .infinity else { return x }
        if magnitude < .leastNormalMagnitude { return cbrt(x * 0x1p54) * 0x1p-18 }
        if magnitude > 0x1p1000 { return cbrt(x * 0x1p-54) * 0x1p18 }
        let guess = Double(bitPattern: magnitude.bitPattern / 3 + 0x2A9F_7893_0000_0000)
        let better = guess * polynomial(CubeRootTable.series, guess * guess * (guess / magnitude))
        // With 17 digits its cube is exact, and so is the difference.
        let short = Double(bitPattern: better.bitPattern & 0xFFFF_FFF0_0000_0000)
        let cube = short * short * short
        let excess = (magnitude - cube) / cube
        let growth = excess * (1.0 / 3 - excess * (1.0 / 9 - excess * (5.0 / 81)))
        return Double(signOf: x, magnitudeOf: short + short * growth)
    }
}
