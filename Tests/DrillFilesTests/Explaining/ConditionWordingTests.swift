import EventKernel
import TestSupport
import Testing
import Wording

@testable import DrillFiles

/// Conditions in words.
@Suite struct ConditionWordingTests {
    @Test(arguments: [
        ("known.deaths >= 3", "known deaths are at least 3", "已知死亡人数达到3人以上"),
        ("known.deaths > 0", "a death is known", "已知有人员死亡"),
        ("known.deaths < 1", "no death is known", "尚未获知人员死亡"),
        ("3 > known.trapped", "people known to be trapped are below 3", "已知被困人数不足3人"),
        ("!(known.trapped < 3)", "people known to be trapped are at least 3", "已知被困人数达到3人以上"),
        ("level == none", "the post has started no response", "本级未启动响应"),
        ("level > none", "the post has started a response", "本级已启动响应"),
        ("level < II", "the post is below level II response", "本级响应级别低于二级"),
        (
            "II <= levelOf(county)", "county has started a level II response or higher",
            "county已启动二级以上响应"
        ),
        ("minutesKnown >= 90", "the post has known for 90 min", "获知事件已满90分钟"),
        ("minutesKnown < 240", "the post has known for less than 4 h", "获知事件不足4小时"),
        (
            "incident(park) && !chemicals(park)",
            "an incident at Chemical park is known and the chemicals at Chemical park are not identified yet",
            "获知化工园区发生事件，且化工园区危化品尚未查明"
        ),
        (
            "known.deaths + known.trapped >= 10",
            "known deaths and people known to be trapped together are at least 10",
            "已知死亡人数与已知被困人数之和达到10人以上"
        ),
        (
            "verified.deaths(park) > published",
            "people verified as dead at Chemical park exceed deaths the post has made public",
            "化工园区核报的死亡人数多于本级已发布的死亡人数"
        ),
        (
            "stock(site-stock, foam) < 8000",
            "the stock of foam concentrate at \"site-stock\" is below 8000 L",
            "site-stock泡沫液库存不足8000升"
        ),
        (
            "teams(fire, free) >= 1",
            "a team is known to be free at the site (fire squadron)", "已知有消防救援队到场待命"
        ),
        (
            "reading(thermometer) >= 35.5",
            "the reading of \"thermometer\" is at least 35.5 °C", "thermometer读数达到35.5℃以上"
        ),
        (
            "burningFires == 0 && (known.deaths >= 3 || level >= I || estimate(park) > 10)",
            "no fire is known to burn and (known deaths are at least 3, or the post has started a level I response, or casualties estimated at Chemical park are above 10)",
            "已知无着火点燃烧，且（已知死亡人数达到3人以上，或本级已启动一级响应，或化工园区估计伤亡人数超过10人）"
        ),
        (
            "!(incident(park) && burningFires > 0)",
            "no incident at Chemical park is known, or no fire is known to burn",
            "未获知化工园区发生事件，或已知无着火点燃烧"
        ),
    ])
    func `a condition says what it means`(text: String, english: String, chinese: String) throws {
        let world = try ConditionWorld()
        let condition = try world.condition(text)
        let words = try #require(ConditionWording(world.scenario).words(for: condition))
        #expect(words.english == english)
        #expect(words.chinese == chinese)
    }
}
