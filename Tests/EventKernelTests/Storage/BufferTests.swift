import EventKernel
import Testing

@Suite("Lists that keep their storage")
struct BufferTests {
    @Test("sorting in place gives the order of the standard library", arguments: 0..<60)
    func sorts(count: Int) {
        var random = RandomStream(DrillKey(seed: 7, drill: 0), purpose: 1, entity: UInt64(count))
        // Few different values, so that many are equal.
        let numbers = (0..<count).map { _ in Int(random.whole(below: 20)) }
        var buffer = Buffer<Int>()
        buffer.append(-5)
        buffer.clear()
        for number in numbers { buffer.append(number) }
        buffer.sort { $0 < $1 }
        #expect(buffer.indices.map { buffer[$0] } == numbers.sorted())
    }

    @Test("filling an array replaces all that was in it")
    func fills() {
        var array = [1, 2, 3]
        array.fill(7, count: 2)
        #expect(array == [7, 7])
        array.fill(0, count: 4)
        #expect(array == [0, 0, 0, 0])
    }
}
