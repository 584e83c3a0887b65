/// Designs that combine levels of factors, each point as the numbers of its levels.
public enum Factorial {
    /// Returns the number of points of a full factorial, or nil where it is beyond all whole numbers.
    public static func count(_ levels: [Int]) -> Int? {
        var count = 1
        for level in levels {
            let (product, overflow) = count.multipliedReportingOverflow(by: level)
            if overflow { return nil }
            count = product
        }
        return count
    }

    /// Returns all combinations of levels; the last factor changes fastest.
    public static func full(_ levels: [Int]) -> [[Int]] {
        levels.reduce([[]]) { points, count in
            points.flatMap { point in (0..<count).map { point + [$0] } }
        }
    }

    /// Returns a fraction of the combinations of factors with two levels each.
    ///
    /// Factors are words over the columns of a smaller full factorial, chosen in ascending order so that
    /// no product of fewer than `resolution` of them is constant. Resolution 3 keeps main effects apart
    /// from each other, 4 also from interactions of two, 5 also these from each other.
    ///
    /// - Parameters:
    ///   - factors: Number of factors, 1 to 40.
    ///   - resolution: 3, 4 or 5.
    /// - Returns: The points; the full factorial where nothing smaller will do.
    public static func fraction(factors: Int, resolution: Int) -> [[Int]] {
        for columns in 1..<factors {
            let words = words(over: columns, atMost: factors, resolution)
            guard words.count == factors else { continue }
            return (0..<1 << columns).map { run in
                words.map { (run & $0).nonzeroBitCount & 1 }
            }
        }
        return full(Array(repeating: 2, count: factors))
    }

    /// Chooses words over so many columns; the columns themselves come first.
    private static func words(over columns: Int, atMost limit: Int, _ resolution: Int) -> [Int] {
        var words = (0..<min(columns, limit)).map { 1 << $0 }
        /// Products of up to so many words, by their number.
        var products: [Set<Int>] = [[0]]
        for word in words { add(word, to: &products, upTo: resolution - 2) }
        guard limit > columns else { return words }
        for word in 1..<1 << columns where words.count < limit {
            // A product of word and fewer than resolution - 1 others must not be constant.
            let isFree = products.prefix(resolution - 1).allSatisfy { !$0.contains(word) }
            guard isFree else { continue }
            words.append(word)
            add(word, to: &products, upTo: resolution - 2)
        }
        return words
    }

    private static func add(_ word: Int, to products: inout [Set<Int>], upTo size: Int) {
        while products.count <= size { products.append([]) }
        for count in stride(from: size, through: 1, by: -1) {
            products[count].formUnion(products[count - 1].map { $0 ^ word })
        }
    }
}
