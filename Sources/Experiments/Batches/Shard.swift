/// One part of a batch or study that is cut into several, to be played on several machines.
public struct Shard: Equatable, Sendable {
    /// Which part it is, from 1 to `count`.
    public let index: Int
    /// How many parts there are.
    public let count: Int

    /// Most parts into which a batch may be cut -- constant.
    private static let countAtMost = 1_000_000

    /// Creates a part.
    ///
    /// - Returns: nil where there is no such part.
    public init?(_ index: Int, of count: Int) {
        guard index >= 1, index <= count, count <= Self.countAtMost else { return nil }
        self.index = index
        self.count = count
    }

    /// Reads `K/N`, such as `3/8`.
    ///
    /// - Returns: nil where the text says nothing of the kind.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1])
        else { return nil }
        self.init(index, of: count)
    }

    /// Returns the numbers of its drills, or of its points, among so many: parts differ by one at most, and
    /// may be empty where there are more parts than drills.
    public func drills(of total: UInt64) -> Range<UInt64> {
        func end(_ part: Int) -> UInt64 {
            let (whole, rest) = total.quotientAndRemainder(dividingBy: UInt64(count))
            return whole * UInt64(part) + rest * UInt64(part) / UInt64(count)
        }
        return end(index - 1)..<end(index)
    }

    /// The part as it is written: `3/8`.
    public var text: String { "\(index)/\(count)" }
}
