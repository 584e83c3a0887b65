import EventKernel
import Testing

@Suite struct TimeWeightedTests {
    private func at(_ seconds: Int64) -> SimTime { SimTime(milliseconds: 1000 * seconds) }

    @Test func `each level counts by how long it held`() {
        var queue = TimeWeighted(level: 0, from: .start)
        queue.change(to: 2, at: at(10))
        queue.change(to: 5, at: at(40))
        queue.advance(to: at(50))
        // (0·10 + 2·30 + 5·10) / 50
        #expect((queue.mean - 2.2).magnitude < 1e-15)
        #expect((queue.variance - (10 * 4.84 + 30 * 0.04 + 10 * 7.84) / 50).magnitude < 1e-14)
        #expect(queue.duration == SimDuration(seconds: 50))
        #expect(queue.level == 5)
    }

    @Test func `counting twice up to the same instant adds nothing`() {
        var queue = TimeWeighted(level: 3, from: at(5))
        queue.advance(to: at(9))
        let once = queue
        queue.advance(to: at(9))
        #expect(queue == once)
    }

    @Test func `while no time has passed the mean is the level`() {
        var queue = TimeWeighted(level: 3, from: at(5))
        queue.change(to: 7, at: at(5))
        #expect(queue.mean == 7)
        #expect(queue.variance == 0)
    }

    @Test func `two halves joined give what the whole gives`() {
        var whole = TimeWeighted(level: 1, from: .start)
        var first = whole
        var second = TimeWeighted(level: 1, from: at(30))
        for (seconds, level) in [(10, 4.0), (25, 0.0)] as [(Int64, Double)] {
            whole.change(to: level, at: at(seconds))
            first.change(to: level, at: at(seconds))
        }
        first.advance(to: at(30))
        whole.change(to: 1, at: at(30))
        whole.change(to: 9, at: at(31))
        second.change(to: 9, at: at(31))
        whole.advance(to: at(100))
        second.advance(to: at(100))
        first.merge(second)
        #expect((first.mean - whole.mean).magnitude < 1e-13)
        #expect((first.variance - whole.variance).magnitude < 1e-12)
        #expect(first.duration == whole.duration)
    }

    @Test func `joining with what has seen no time changes nothing`() {
        var queue = TimeWeighted(level: 1, from: .start)
        queue.change(to: 4, at: at(3))
        let before = queue
        queue.merge(TimeWeighted(level: 100, from: .start))
        #expect(queue == before)
    }

    @Test func `time does not run backwards`() async {
        await #expect(processExitsWith: .failure) {
            var queue = TimeWeighted(level: 1, from: SimTime(milliseconds: 5))
            queue.advance(to: SimTime(milliseconds: 4))
        }
    }
}
