extension MutableCollection where Self: RandomAccessCollection, Index == Int {
    /// Sorts the first elements in their own storage, by a heap; unlike `sort(by:)` it allocates nothing.
    ///
    /// - Parameters:
    ///   - count: How many of the first elements to sort.
    ///   - precedes: Whether one element stands before another; of two that differ one must.
    /// - Precondition: The first index is 0, and there are so many elements.
    /// - Complexity: O(n log n).
    @inlinable
    public mutating func sortInPlace(first count: Int, by precedes: (Element, Element) -> Bool) {
        for root in stride(from: count / 2 - 1, through: 0, by: -1) {
            sift(root, below: count, by: precedes)
        }
        for end in stride(from: count - 1, to: 0, by: -1) {
            swapAt(0, end)
            sift(0, below: end, by: precedes)
        }
    }

    /// Lets an element sink in the heap of the first elements, the last in order on top.
    @inlinable
    mutating func sift(_ start: Int, below end: Int, by precedes: (Element, Element) -> Bool) {
        var root = start
        while 2 * root + 1 < end {
            var child = 2 * root + 1
            if child + 1 < end, precedes(self[child], self[child + 1]) { child += 1 }
            guard precedes(self[root], self[child]) else { return }
            swapAt(root, child)
            root = child
        }
    }
}
