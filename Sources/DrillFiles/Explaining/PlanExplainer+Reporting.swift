import Command
import DrillModel
import EventKernel
import GroundTruth
import Situation
import Vocabulary
import Wording

/// Who reports what to whom, how fast, and who holds back.
extension PlanExplainer {
    var reporting: [Entry] {
        sources + [links].filter { !$0.details.isEmpty } + behaviour
    }

    /// Who learns first.
    private var sources: [Entry] {
        let situation = scenario.scenario.situation
        var entries: [Entry] = []
        if let centre = situation.witnessPost { entries += calls(answeredBy: centre) }
        for staff in scenario.scenario.truth.staff {
            let (zone, who) = (names.zones[staff.zone.index].title, post(staff.post))
            entries.append(
                Entry(
                    Bilingual(
                        "Staff at \(zone.english) tell \(who.english).",
                        "\(zone.chinese)人员向\(who.chinese)报告。"
                    )
                )
            )
        }
        for sensor in plan.monitored {
            let title = names.sensors[sensor.index].title
            let who = post(situation.sensorPosts[sensor.index])
            entries.append(
                Entry(
                    Bilingual(
                        "Readings of \(quoted(title.english)) come in at \(who.english).",
                        "\(title.chinese)监测数据接入\(who.chinese)。"
                    )
                )
            )
        }
        return entries
    }

    /// Who answers the calls of witnesses.
    private func calls(answeredBy centre: PostID) -> [Entry] {
        let shares = scenario.scenario.situation.callShares
        guard !shares.isEmpty else {
            let who = post(centre)
            return [
                Entry(
                    Bilingual(
                        "Witnesses call \(who.english).",
                        "群众报警由\(who.chinese)接警。"
                    )
                )
            ]
        }
        let rest = shares.reduce(1) { $0 - $1.share }
        let all = [(centre, rest)] + shares.map { ($0.post, $0.share) }
        let centres = actions.listed(
            all.map { centre, share in
                let (who, percent) = (post(centre), numeral((share * 100).rounded()))
                return Bilingual(
                    "\(who.english) (\(percent) %)",
                    "\(who.chinese)（占\(percent)%）"
                )
            }
        )
        let isMerged = plan.reporting.mergesCalls
        return [
            Entry(
                Bilingual(
                    "Witnesses call \(centres.english).",
                    "群众报警分别拨打\(centres.chinese)。"
                )
            ),
            Entry(
                isMerged
                    ? Bilingual(
                        "All call centres work as one: one queue, and all know at once.",
                        "各接警中心合并受理（多台合一），信息即时共享。"
                    )
                    : Bilingual(
                        "Each call centre answers its own number.",
                        "各接警中心分别受理，信息按报送关系相互通报。"
                    )
            ),
        ]
    }

    /// The reporting chain of the scenario.
    private var links: Entry {
        let rows = scenario.scenario.situation.links.map { link -> Entry in
            let sorts = CategoryName.allCases.filter { link.carries.contains($0.category) }
            let what = Bilingual(
                sorts.map { $0 == .incident ? "the incident" : $0.meaning.0 }
                    .joined(separator: ", "),
                sorts.map { $0.meaning.1 }.joined(separator: "、")
            )
            let time = Bilingual.minutes(roundedMinutes(link.channel.typicalSeconds))
            let (from, to) = (post(link.from), post(link.to))
            let due = link.deadlineSeconds.map { Bilingual.minutes($0 / 60) }
            let limit =
                due.map { Bilingual(", due within \($0.english)", "，时限\($0.chinese)") }
                ?? Bilingual("", "")
            return Entry(
                Bilingual(
                    "\(from.english) → \(to.english), about \(time.english)\(limit.english): \(what.english)",
                    "\(from.chinese)→\(to.chinese)（约\(time.chinese)\(limit.chinese)）：\(what.chinese)"
                )
            )
        }
        let heading = Bilingual(
            "Reporting chain of the scenario, with the usual time of a first report:",
            "报送关系（情景设定）及首报通常用时："
        )
        return Entry(heading, rows)
    }

    /// Posts that report late or conceal.
    private var behaviour: [Entry] {
        let reporting = plan.reporting
        let rows = names.posts.indices.compactMap { number -> Entry? in
            var (english, chinese): ([String], [String]) = ([], [])
            if let time = reporting.hesitation[number].time {
                let delay = Bilingual.minutes(roundedMinutes(time.typical))
                english.append("holds its first report back for about \(delay.english)")
                chinese.append("首报迟疑约\(delay.chinese)（迟报）")
            }
            let share = reporting.concealedShare[number]
            if share > 0 {
                let percent = numeral((share * 100).rounded())
                english.append("conceals \(percent) % of the numbers it reports")
                chinese.append("隐瞒上报人数的\(percent)%（瞒报）")
            }
            guard !english.isEmpty else { return nil }
            let who = names.posts[number].title
            return Entry(
                Bilingual(
                    "\(who.english) \(english.joined(separator: " and ")).",
                    "\(who.chinese)\(chinese.joined(separator: "，"))。"
                )
            )
        }
        guard rows.isEmpty else { return rows }
        return [
            Entry(
                Bilingual(
                    "Nobody holds reports back or conceals numbers.",
                    "各级如实、及时报告，无迟报、瞒报设定。"
                )
            )
        ]
    }
}

extension ChannelDefinition {
    /// Usual time of a first report from the one who sends it to the one who has taken it in [s].
    fileprivate var typicalSeconds: Double {
        preparation.typical + transmission.typical + processing.typical
    }
}
