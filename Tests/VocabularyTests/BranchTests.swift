import EventKernel
import Testing
import Vocabulary

/// What a branch of a drill draws anew, and what it keeps.
@Suite struct BranchTests {
    @Test(arguments: Purpose.allCases)
    func `a branch draws anew all but what lasts`(purpose: Purpose) {
        var moment = Moment(luck: DrillKey(seed: 3, drill: 9))
        let before = moment.instant.uniform(purpose, 5)
        let sampled = moment.instant.sample(.exponential(mean: 1), purpose, 5)
        moment.branch(1)
        #expect((moment.instant.uniform(purpose, 5) == before) == purpose.isLasting)
        let again = moment.instant.sample(.exponential(mean: 1), purpose, 5)
        #expect((again == sampled) == purpose.isLasting)
    }

    @Test func `branches of branches all have luck of their own, and can be gone through again`() {
        let keys = [[], [0], [1], [0, 0], [0, 1], [1, 0]].map { (path: [UInt64]) in
            path.reduce(DrillKey(seed: 1, drill: 2)) { $0.branch($1) }
        }
        #expect(Set(keys).count == keys.count)
        #expect(DrillKey(seed: 1, drill: 2).branch(0).branch(1) == keys[4])
    }

    @Test func `what lasts is the same as where no branch began`() {
        var moment = Moment(luck: DrillKey(seed: 1, drill: 2))
        moment.branch(4)
        #expect(moment.instant.lasting == DrillKey(seed: 1, drill: 2))
        #expect(moment.luck == DrillKey(seed: 1, drill: 2).branch(4))
    }
}
