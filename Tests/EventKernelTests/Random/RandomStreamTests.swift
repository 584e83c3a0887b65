import EventKernel
import Testing

@Suite struct RandomStreamTests {
    private let key = DrillKey(seed: 1, drill: 0)

    @Test func `blocks equal the published vectors`() {
        // Random123, kat_vectors, philox2x64 10.
        let zero = Philox.block(low: 0, high: 0, key: 0)
        #expect(zero == (0xCA00_A045_9843_D731, 0x66C2_4222_C9A8_45B5))
        let ones = Philox.block(low: .max, high: .max, key: .max)
        #expect(ones == (0x65B0_21D6_0CD8_310F, 0x4D02_F322_2F86_DF20))
        let pi = Philox.block(
            low: 0x243F_6A88_85A3_08D3,
            high: 0x1319_8A2E_0370_7344,
            key: 0xA409_3822_299F_31D0
        )
        #expect(pi == (0x0A5E_742C_2997_341C, 0xB0F8_83D3_8000_DE5D))
    }

    @Test func `a draw depends on its index, not on the draws before it`() {
        var stream = RandomStream(key, purpose: 7, entity: 42)
        for index in 0..<100 {
            let alone = RandomStream.uniform(key, purpose: 7, entity: 42, index: UInt64(index))
            #expect(stream.index == UInt64(index))
            #expect(stream.uniform() == alone)
        }
    }

    @Test(arguments: [0, 42, UInt64.max])
    func `three first draws at once are those of three streams`(entity: UInt64) {
        let draws = RandomStream.firstUniforms(key, purposes: (1, 700, .max), entity: entity)
        #expect(draws.0 == RandomStream.uniform(key, purpose: 1, entity: entity, index: 0))
        #expect(draws.1 == RandomStream.uniform(key, purpose: 700, entity: entity, index: 0))
        #expect(draws.2 == RandomStream.uniform(key, purpose: .max, entity: entity, index: 0))
    }

    @Test func `a copy repeats its draws`() {
        var stream = RandomStream(key, purpose: 7, entity: 42)
        _ = stream.uniform()
        var copy = stream
        #expect(stream.uniform() == copy.uniform())
        #expect(stream.uniform() == copy.uniform())
    }

    @Test func `numbers lie in the half-open unit interval`() {
        var stream = RandomStream(key, purpose: 0, entity: 0)
        for _ in 0..<10_000 {
            let number = stream.uniform()
            #expect(number >= 0 && number < 1)
        }
    }

    @Test func `neighbouring keys share no draw`() {
        var seen: Set<UInt64> = []
        var count = 0
        for seed in 0..<8 as Range<UInt64> {
            for drill in 0..<8 as Range<UInt64> {
                let key = DrillKey(seed: seed, drill: drill)
                for purpose in 0..<4 as Range<UInt16> {
                    for entity in 0..<4 as Range<UInt64> {
                        var stream = RandomStream(key, purpose: purpose, entity: entity)
                        for _ in 0..<4 { seen.insert(stream.bits()) }
                        count += 4
                    }
                }
            }
        }
        #expect(seen.count == count)
    }

    @Test func `the same purpose and entity of another drill are independent`() {
        let streams = (0..<1000).map {
            RandomStream.uniform(DrillKey(seed: 5, drill: $0), purpose: 3, entity: 9, index: 0)
        }
        let mean = streams.reduce(0, +) / 1000
        #expect((mean - 0.5).magnitude < 4 * (1.0 / 12 / 1000).squareRoot())
    }

    @Test func `whole numbers below a bound are equally likely`() {
        var stream = RandomStream(key, purpose: 1, entity: 0)
        var counts = [0, 0, 0, 0, 0, 0]
        for _ in 0..<6000 { counts[Int(stream.whole(below: 6))] += 1 }
        for count in counts {
            #expect(Double(count - 1000).magnitude < 4 * (6000.0 * 5 / 36).squareRoot())
        }
    }

    @Test func `a shuffle keeps every element and favours no place`() {
        var stream = RandomStream(key, purpose: 2, entity: 0)
        var places = [0, 0, 0, 0]
        for _ in 0..<4000 {
            var elements = [10, 11, 12, 13]
            stream.shuffle(&elements)
            #expect(elements.sorted() == [10, 11, 12, 13])
            places[elements.firstIndex(of: 10) ?? 0] += 1
        }
        for count in places {
            #expect(Double(count - 1000).magnitude < 4 * (4000.0 * 3 / 16).squareRoot())
        }
    }

    @Test func `an empty array can be shuffled`() {
        var stream = RandomStream(key, purpose: 2, entity: 0)
        var none: [Int] = []
        stream.shuffle(&none)
        #expect(none.isEmpty)
        #expect(stream.index == 0)
    }
}
