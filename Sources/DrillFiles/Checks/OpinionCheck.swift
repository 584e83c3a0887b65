import DrillModel
import GroundTruth
import Scoring
import Wording

/// Checks of public opinion.
extension ScenarioCheck {
    /// People whose meetings one by one still take a blink of an eye -- constant.
    private static let manyMeetings = 100_000.0

    /// Somebody must be left to hear the rumour, and nobody is believed in two ways.
    mutating func checkOpinion() {
        guard root.optional("publicOpinion") != nil else { return checkGoalsWithoutPublic() }
        guard let opinion = root.sound("publicOpinion") else { return }
        let (persons, first) = (opinion.value("persons"), opinion.value("firstSpreaders"))
        if first.number() >= persons.number() {
            report(
                "first-spreaders",
                Bilingual(
                    "the rumour begins with all \(numeral(persons.number())) people: nobody is left to hear it",
                    "全部\(numeral(persons.number()))人都是最初传播者，谣言无人可传"
                ),
                at: persons,
                expected: Bilingual("fewer than \"persons\"", "少于 \"persons\" 的人数")
            )
        }
        checkScheme(of: opinion, persons.number())
        checkCredibility(of: opinion)
    }

    /// What only a public can give cannot be a goal where there is none.
    private mutating func checkGoalsWithoutPublic() {
        let names = Measure.allCases.filter { $0.isOfOpinion }.map { $0.name }
        for goal in root.list("goals") {
            guard let measure = goal.sound("measure"), names.contains(measure.text()) else {
                continue
            }
            report(
                "goal",
                Bilingual(
                    "the scenario has no public that could give this measure",
                    "情景中没有设置公众，无法得出该指标"
                ),
                at: measure,
                help: Bilingual(
                    "add \"publicOpinion\", or bound another measure",
                    "请补充 \"publicOpinion\"，或改用其他指标"
                )
            )
        }
    }

    private mutating func checkScheme(of opinion: Checked, _ persons: Double) {
        guard let scheme = opinion.optional("scheme"), scheme.text() == "exact",
            persons > Self.manyMeetings
        else { return }
        doubt(
            "slow",
            Bilingual(
                "\(numeral(persons)) people one by one: about two events each in every drill",
                "\(numeral(persons))人逐次接触，每次推演每人约需两个事件，速度很慢"
            ),
            at: scheme.range,
            help: Bilingual("leave it out, or say \"steps\"", "请删去，或改为 \"steps\"")
        )
    }

    private mutating func checkCredibility(of opinion: Checked) {
        var places: [String: SourceRange] = [:]
        for entry in opinion.list("credibility") {
            let post = entry.value("post")
            guard let first = places[post.text()] else {
                places[post.text()] = post.range
                continue
            }
            report(
                "repeated-entry",
                Bilingual(
                    "the credibility of \(quoted(post.text())) stands here twice",
                    "\(quotedChinese(post.text()))的可信程度重复设定"
                ),
                at: post,
                help: Bilingual("make one entry of the two", "请合并为一条"),
                notes: [
                    Diagnostic.Note(
                        Bilingual("the other one stands here", "另一处在这里"),
                        at: first
                    )
                ]
            )
        }
    }
}

extension PlanCheck {
    /// Words without numbers change nothing where the scenario has no public.
    mutating func checkPublic(for release: Checked) {
        guard release.text("kind") != "verifiedDeaths", scenario.scenario.truth.opinion == nil
        else { return }
        doubt(
            "no-effect",
            Bilingual(
                "the scenario has no public that could hear it",
                "情景中没有设置公众，发布不产生影响"
            ),
            at: release.range,
            help: Bilingual(
                "add \"publicOpinion\" to the scenario",
                "请在情景文件中补充 \"publicOpinion\""
            )
        )
    }
}
