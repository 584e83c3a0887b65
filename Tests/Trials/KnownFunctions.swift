import EventKernel

/// Functions whose shares of variance are known, on the unit cube.
public enum KnownFunctions {
    /// Function of Ishigami and Homma (1990) with a = 7 and b = 0.1, on (−π, π)³.
    public static func ishigami(_ point: [Double]) -> Double {
        let angles = point.map { 2 * Double.pi * $0 - Double.pi }
        let second = Elementary.sin(angles[1])
        let third = angles[2] * angles[2]
        return Elementary.sin(angles[0]) * (1 + 0.1 * third * third) + 7 * second * second
    }

    /// First and total indices of the function of Ishigami and Homma.
    public static var ishigamiIndices: (first: [Double], total: [Double]) {
        let (a, b, pi) = (7.0, 0.1, Double.pi)
        let pi4 = pi * pi * pi * pi
        let alone = 0.5 * (1 + b * pi4 / 5) * (1 + b * pi4 / 5)
        let second = a * a / 8
        let both = b * b * pi4 * pi4 * (1 / 18.0 - 1 / 50.0)
        let all = alone + second + both
        return ([alone / all, second / all, 0], [(alone + both) / all, second / all, both / all])
    }

    /// Coefficients of the g-function of Saltelli and Sobol (1995).
    public static let coefficients = [0, 1, 4.5, 9, 99, 99, 99, 99]

    /// The g-function.
    public static func gFunction(_ point: [Double]) -> Double {
        zip(point, coefficients).reduce(1) { product, pair in
            product * ((4 * pair.0 - 2).magnitude + pair.1) / (1 + pair.1)
        }
    }

    /// First and total indices of the g-function.
    public static var gFunctionIndices: (first: [Double], total: [Double]) {
        let parts = coefficients.map { 1 / (3 * (1 + $0) * (1 + $0)) }
        let product = parts.reduce(1) { $0 * (1 + $1) }
        let all = product - 1
        let first = parts.map { $0 / all }
        let total = parts.map { $0 * product / (1 + $0) / all }
        return (first, total)
    }
}
