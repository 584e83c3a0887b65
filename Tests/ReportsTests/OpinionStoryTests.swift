import EventKernel
import Reports
import Testing
import Vocabulary
import Wording

/// What a planner reads of public opinion.
@Suite struct OpinionStoryTests {
    private static let county = PostID(1)

    private static let contents: [FactContent] = [
        .released(county, .first), .rumourBegan(persons: 1), .rumourBegan(persons: 10),
        .rumourPeaked(persons: 26_411, at: SimTime(milliseconds: 23_400_000)),
        .rumourCounted(believed: 52_000, spreading: 310, informed: 40_000),
        .rumourCounted(believed: 52_000, spreading: 0, informed: 1), .trustChanged(0.56),
    ]

    @Test func `every fact of opinion has an English sentence`() {
        let wording = FactWording(names: SampleStory.names)
        #expect(
            Self.contents.map { wording.text($0).english } == [
                "County tells the public: first release, without numbers",
                "a rumour begins to spread: 1 person tells it",
                "a rumour begins to spread: 10 people tell it",
                "the rumour is past its peak: 26411 people spread it 6.5 h after the start",
                "the rumour still runs: 52000 people have believed it, 310 still spread it",
                "the rumour is over: 52000 people have believed it, "
                    + "1 was kept from it by official word",
                "trust of the public in what is officially said: 56.0 %",
            ]
        )
    }

    @Test func `every fact of opinion has a Chinese sentence`() {
        let wording = FactWording(names: SampleStory.names)
        #expect(
            Self.contents.map { wording.text($0).chinese } == [
                "县对外发布：首次发布（不含数字）", "谣言开始传播：最初传播者1人", "谣言开始传播：最初传播者10人",
                "谣言传播已过峰值：演练第6.5小时传播者最多，达26411人",
                "谣言仍在传播：累计52000人相信，310人仍在传播",
                "谣言平息：累计52000人相信，官方信息使1人未信", "官方信息公信力：56.0 %",
            ]
        )
    }

    @Test(arguments: Language.allCases)
    func `the story tells them all`(language: Language) {
        var timeline = Timeline(
            names: SampleStory.names,
            start: SampleStory.start,
            language: language
        )
        for (number, content) in Self.contents.enumerated() {
            let id = FactID(number)
            timeline.add(Fact(id: id, cause: .none, time: .start, content: content))
        }
        timeline.finish()
        let lines = timeline.text.split(separator: "\n")
        #expect(lines.count == Self.contents.count)
        let sort = Bilingual("opinion", "舆情")[language]
        #expect(lines.dropFirst().allSatisfy { $0.contains(sort) })
    }
}
