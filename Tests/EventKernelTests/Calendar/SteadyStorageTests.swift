import EventKernel
import Testing

@Suite struct SteadyStorageTests {
    /// Takes events and schedules one for each, so that their number stays the same.
    private func hold(_ calendar: CalendarBox, _ times: Int, _ random: inout RandomStream) {
        let law = Distribution.exponential(mean: 1e5)
        for _ in 0..<times {
            guard let event = calendar.next() else { return }
            let delay = SimDuration(seconds: law.quantile(random.uniform()))
            calendar.schedule(event, at: calendar.now + delay, rank: UInt8(event & 3))
        }
    }

    @Test(arguments: [1, 10, 100, 1000, 2000])
    func `a calendar in its steady state reserves no more storage`(pending: Int) {
        let calendar = CalendarBox()
        var random = RandomStream(DrillKey(seed: 7, drill: 0), purpose: 1, entity: 0)
        for event in 0..<pending {
            calendar.schedule(event, at: at(Int64(random.whole(below: 100_000_000))), rank: 0)
        }
        // The upper bytes of the time take 43 mean delays to go round once.
        hold(calendar, 100 * pending, &random)
        let reserved = calendar.reservedBytes
        hold(calendar, isLongRun ? 1_000_000 : 20_000, &random)
        #expect(calendar.reservedBytes == reserved)
        #expect(calendar.count == pending)
    }

    @Test func `a calendar that is used again reserves no more storage`() {
        let calendar = CalendarBox()
        var reserved: [Int] = []
        for _ in 0..<5 {
            calendar.reset()
            var random = RandomStream(DrillKey(seed: 7, drill: 0), purpose: 1, entity: 0)
            for event in 0..<500 {
                calendar.schedule(event, at: at(Int64(random.whole(below: 9_000_000))), rank: 0)
            }
            hold(calendar, 2000, &random)
            reserved.append(calendar.reservedBytes)
        }
        #expect(Set(reserved).count == 1)
    }
}
