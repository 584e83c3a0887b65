import Experiments
import Testing

/// An exchange search ends where no single exchange is better.
@Suite struct ExchangeSearchTests {
    /// Searches with exact values.
    private func searched(
        _ counts: [Int],
        from function: ([Int]) -> Double
    ) -> ExchangeSearch {
        var search = ExchangeSearch(counts)
        while !search.isOver {
            let values = search.candidates.map(function)
            search.choose(values.indices.min { values[$0] < values[$1] } ?? 0)
        }
        return search
    }

    @Test func `things that do not concern each other end at the best of all`() {
        let best = [3, 0, 2, 4]
        let search = searched([5, 4, 3, 6]) { point in
            zip(point, best).reduce(0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
        }
        #expect(search.point == best)
        #expect(search.moves.count == 3)
        #expect(!search.isCircling)
    }

    @Test func `no exchange of one factor betters the end, whatever the function`() {
        for seed in 0..<50 {
            let function = { (point: [Int]) in
                let number = point.reduce(seed &+ 1) { ($0 &* 31 &+ $1) &* 2_654_435_761 }
                return Double(UInt32(truncatingIfNeeded: number >> 7))
            }
            let search = searched([4, 3, 5], from: function)
            for factor in 0..<3 {
                for level in 0..<[4, 3, 5][factor] {
                    var other = search.point
                    other[factor] = level
                    #expect(function(other) >= function(search.point))
                }
            }
        }
    }

    @Test func `three stations of a line are put where the ways are shortest`() {
        // Nine places in a row, each to be served by its nearest station: by hand 1, 4 and 7.
        let search = searched([9, 9, 9]) { stations in
            (0..<9).reduce(0) { sum, place in
                sum + Double(stations.map { ($0 - place).magnitude }.min() ?? 0)
            }
        }
        #expect(search.point.sorted() == [1, 4, 7])
    }

    @Test func `who chooses now this, now that comes to an end`() {
        var search = ExchangeSearch([2, 2])
        for level in [1, 1, 0] {
            search.choose(level)
            #expect(!search.isOver)
        }
        search.choose(0)
        #expect(search.isOver && search.isCircling && search.point == [0, 0])
        #expect(
            search.moves.map { [$0.factor, $0.from, $0.to] } == [
                [0, 0, 1], [1, 0, 1], [0, 1, 0], [1, 1, 0],
            ]
        )
    }

    @Test func `a single level is kept at once`() {
        var search = ExchangeSearch([1])
        #expect(search.candidates == [[0]])
        search.choose(0)
        #expect(search.isOver && !search.isCircling)
    }
}
