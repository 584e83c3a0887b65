import EventKernel
import Testing

@Suite("Sets of small numbers")
struct NumberSetTests {
    /// All numbers of a set in a range, in the order in which it gives them.
    private func walk(_ set: NumberSet, _ range: Range<Int>) -> [Int] {
        var numbers: [Int] = []
        var start = range.lowerBound
        while let next = set.first(in: start..<range.upperBound) {
            numbers.append(next)
            start = next + 1
        }
        return numbers
    }

    @Test(arguments: [1, 63, 64, 65, 4096, 4097, 20_000])
    func `what is put in comes out in order, once`(limit: Int) {
        var set = NumberSet(below: limit)
        let numbers = [0, limit / 3, limit / 2, limit - 1]
        for number in numbers.reversed() + numbers { set.insert(number) }
        #expect(walk(set, 0..<limit) == Set(numbers).sorted())
        set.clear()
        #expect(set.first(in: 0..<limit) == nil)
    }

    @Test(arguments: 0..<20)
    func `it is like a plain set under random changes`(seed: UInt64) {
        let limit = 10_000
        var set = NumberSet(below: limit)
        var plain: Set<Int> = []
        var chance = RandomStream(DrillKey(seed: seed, drill: 0), purpose: 1, entity: 0)
        // Few numbers lie in many words, many in few.
        let reach: UInt64 = seed % 2 == 0 ? UInt64(limit) : 300
        for step in 0..<600 {
            let number = Int(chance.whole(below: reach))
            if step % 3 == 0 {
                set.remove(number)
                plain.remove(number)
            } else {
                set.insert(number)
                plain.insert(number)
            }
            #expect(set.contains(number) == plain.contains(number))
        }
        #expect(walk(set, 0..<limit) == plain.sorted())
        let (start, end) = (limit / 100, limit / 2 + 1)
        #expect(walk(set, start..<end) == plain.filter { start..<end ~= $0 }.sorted())
    }

    @Test func `an empty range has no number`() {
        var set = NumberSet(below: 10)
        set.insert(9)
        #expect(set.first(in: 9..<9) == nil)
        #expect(set.first(in: 10..<10) == nil)
        #expect(NumberSet(below: 0).first(in: 0..<0) == nil)
    }
}
