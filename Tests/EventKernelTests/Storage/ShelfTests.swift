import EventKernel
import Testing

@Suite("Lists in storage of their own")
struct ShelfTests {
    /// Counts how many of its values are alive.
    private final class Count {
        var alive = 0
    }

    private struct Guest: ~Copyable {
        let count: Count
        init(_ count: Count) {
            self.count = count
            count.alive += 1
        }
        deinit { count.alive -= 1 }
    }

    @Test func `what is appended is there in order, also when storage grows`() {
        var shelf = Shelf<Int>()
        for number in 0..<1000 { shelf.append(number * number) }
        #expect(shelf.indices.map { shelf[$0] } == (0..<1000).map { $0 * $0 })
        shelf[999] += 1
        #expect(shelf[999] == 998_002)
        shelf.truncate(to: 3)
        #expect(shelf.indices.map { shelf[$0] } == [0, 1, 4])
        shelf.clear()
        let isEmpty = shelf.isEmpty
        #expect(isEmpty)
    }

    @Test func `filling replaces all that was there`() {
        var shelf = Shelf<Int>()
        var other = Shelf<Int>()
        shelf.append(1)
        shelf.fill(7, count: 100)
        #expect(shelf.indices.map { shelf[$0] } == Array(repeating: 7, count: 100))
        other.append(5)
        other.fill(from: shelf)
        shelf[0] = 8
        #expect(other.indices.map { other[$0] } == Array(repeating: 7, count: 100))
    }

    @Test func `what is on it goes when it goes, each once`() {
        let count = Count()
        do {
            var shelf = Shelf<Guest>()
            for _ in 0..<40 { shelf.append(Guest(count)) }
            #expect(count.alive == 40)
            #expect(shelf.count == 40)
        }
        #expect(count.alive == 0)
    }

    @Test func `a position that is none is refused`() async {
        await #expect(processExitsWith: .failure) {
            var shelf = Shelf<Int>()
            shelf.append(1)
            _ = shelf[1]
        }
        await #expect(processExitsWith: .failure) {
            let shelf = Shelf<Int>()
            _ = shelf[-1]
        }
    }
}
