/// A list in storage of its own, which is filled, changed and emptied over and over.
///
/// It cannot be copied. So no change has to look whether a copy shares the storage, as every change
/// of an array has; and who holds such a list cannot be copied by accident either. For what changes
/// at every event of a drill.
@frozen
public struct Shelf<Element: ~Copyable>: ~Copyable {
    @usableFromInline var elements: UnsafeMutablePointer<Element>

    /// Elements for which there is storage -- state.
    @usableFromInline var capacity = 16

    /// Number of elements -- state.
    @usableFromInline var used = 0

    /// Creates an empty list.
    @inlinable
    public init() { elements = .allocate(capacity: 16) }

    @inlinable
    deinit {
        elements.deinitialize(count: used)
        elements.deallocate()
    }

    /// Number of elements.
    @inlinable public var count: Int { used }

    /// Whether there is no element.
    @inlinable public var isEmpty: Bool { used == 0 }

    /// Positions of all elements, in order.
    @inlinable public var indices: Range<Int> { 0..<used }

    /// The element at a position.
    ///
    /// - Precondition: The position is one of `indices`.
    @inlinable
    public subscript(index: Int) -> Element {
        @inline(__always)
        _read {
            precondition(isPlace(index), "There is no element at this position.")
            yield elements[index]
        }
        @inline(__always)
        _modify {
            precondition(isPlace(index), "There is no element at this position.")
            yield &elements[index]
        }
    }

    /// One comparison tells both: a negative position is a huge one without its sign.
    @inlinable
    @inline(__always)
    func isPlace(_ index: Int) -> Bool {
        UInt(bitPattern: index) < UInt(bitPattern: used)
    }

    /// Adds an element at the end.
    ///
    /// - Complexity: O(1), amortised.
    @inlinable
    @inline(__always)
    public mutating func append(_ element: consuming Element) {
        if used == capacity { grow(to: 2 * capacity) }
        (elements + used).initialize(to: element)
        used &+= 1
    }

    @inlinable
    @inline(never)
    mutating func grow(to larger: Int) {
        let storage = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        storage.moveInitialize(from: elements, count: used)
        elements.deallocate()
        elements = storage
        capacity = larger
    }
}

extension Shelf where Element: BitwiseCopyable {
    /// Empties the list and keeps its storage.
    @inlinable
    public mutating func clear() { used = 0 }

    /// Makes this the list of an element so many times.
    @inlinable
    public mutating func fill(_ element: Element, count: Int) {
        precondition(count >= 0, "A list has no less than no element.")
        if count > capacity { grow(to: count) }
        elements.update(repeating: element, count: count)
        used = count
    }

    /// Makes this the same as another list.
    @inlinable
    public mutating func fill(from other: borrowing Shelf) {
        if other.used > capacity { grow(to: other.used) }
        elements.update(from: other.elements, count: other.used)
        used = other.used
    }

    /// Shortens the list to its first elements.
    ///
    /// - Precondition: It has at least so many.
    @inlinable
    public mutating func truncate(to count: Int) {
        precondition(count >= 0 && count <= used, "A list is only made shorter.")
        used = count
    }
}
