extension Array {
    /// Makes this the array of an element so many times, in the storage there is.
    @inlinable
    public mutating func fill(_ element: Element, count: Int) {
        removeAll(keepingCapacity: true)
        append(contentsOf: repeatElement(element, count: count))
    }
}

/// A list that is filled, read and emptied over and over without giving its storage back.
///
/// Emptying costs nothing, unlike `removeAll(keepingCapacity:)`. For plain values only: what was
/// emptied stays in memory until it is overwritten.
@frozen
public struct Buffer<Element: BitwiseCopyable & Sendable>: Sendable {
    @usableFromInline var storage: ContiguousArray<Element> = []

    /// Number of elements -- state.
    @usableFromInline var used = 0

    /// Number of elements.
    @inlinable public var count: Int { used }

    /// Creates an empty list.
    @inlinable
    public init() {}

    /// Whether there is no element.
    @inlinable public var isEmpty: Bool { count == 0 }

    /// Positions of all elements, in order.
    @inlinable public var indices: Range<Int> { 0..<count }

    /// The element at a position.
    ///
    /// - Precondition: The position is one of `indices`.
    @inlinable
    public subscript(index: Int) -> Element {
        get {
            precondition(index < count, "There is no element at this position.")
            return storage[index]
        }
        set {
            precondition(index < count, "There is no element at this position.")
            storage[index] = newValue
        }
    }

    /// Adds an element at the end.
    ///
    /// - Complexity: O(1), amortised.
    @inlinable
    public mutating func append(_ element: Element) {
        if used < storage.count {
            storage[used] = element
        } else {
            storage.append(element)
        }
        used += 1
    }

    /// Shortens the list to its first elements.
    ///
    /// - Precondition: It has at least so many.
    @inlinable
    public mutating func truncate(to count: Int) {
        precondition(count <= used, "A list is only made shorter.")
        used = count
    }

    /// Sorts the list in its own storage, by a heap.
    ///
    /// - Parameter precedes: Whether one element stands before another; of two that differ one must.
    /// - Complexity: O(n log n).
    @inlinable
    public mutating func sort(by precedes: (Element, Element) -> Bool) {
        storage.sortInPlace(first: count, by: precedes)
    }

    /// Empties the list.
    @inlinable
    public mutating func clear() { used = 0 }
}
