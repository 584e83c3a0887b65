import Command
import DrillModel
import GroundTruth
import Situation
import Vocabulary
import Wording

/// What a condition reads, in plain words.
struct QuantityWording {
    /// What is counted or measured, as the subject of a sentence.
    let subject: Bilingual
    /// Whether the English subject is plural.
    var isPlural = true
    /// What stands behind a number; empty where nothing does.
    var unit = Bilingual("", "")
    /// That there is some of it; nil where that is said by a number.
    var some: Bilingual?
    /// That there is none of it.
    var none: Bilingual?
}

/// Puts quantities into words.
struct QuantityWords {
    let scenario: ScenarioFile

    private var names: ScenarioNames { scenario.names }

    /// Returns the words for a quantity that is a number.
    func words(for quantity: Quantity) -> QuantityWording {
        switch quantity {
        case .counted(let tally): counted(tally)
        case .verified(let tally, let site): verified(tally, names.sites[site.index].title)
        case .estimate(let site): estimate(names.sites[site.index].title)
        case .burningFires:
            QuantityWording(
                subject: Bilingual("fires known to burn", "已知正在燃烧的着火点"),
                unit: Bilingual("", "处"),
                some: Bilingual("a fire is known to burn", "已知有着火点燃烧"),
                none: Bilingual("no fire is known to burn", "已知无着火点燃烧")
            )
        case .buried(let site): buried(names.sites[site.index].title)
        case .missing(let site): missing(names.sites[site.index].title)
        case .reading(let sensor): reading(sensor)
        case .stock(let depot, let kind): stock(kind, names.depots[depot.index].title)
        case .sweeps(let zone): sweeps(names.zones[zone.index].title)
        case .awaitingTransport(let site): waiting(names.sites[site.index].title)
        case .teams(let kind, let status): teams(kind, status)
        case .aid(let post): aid(names.posts[post.index].title)
        case .published:
            QuantityWording(
                subject: Bilingual("deaths the post has made public", "本级已发布的死亡人数"),
                unit: Bilingual("", "人"),
                some: Bilingual("the post has made deaths public", "本级已发布死亡人数"),
                none: Bilingual("the post has made no deaths public", "本级尚未发布死亡人数")
            )
        case .minutesKnown:
            QuantityWording(
                subject: Bilingual("the time since the post knew [min]", "获知事件后的分钟数"),
                isPlural: false
            )
        // Truths and levels are worded where they are compared.
        case .incident, .chemicals, .ownLevel, .level:
            QuantityWording(subject: Bilingual("", ""))
        }
    }

    private func counted(_ tally: Headcount) -> QuantityWording {
        let people = Bilingual("", "人")
        switch tally {
        case .dead:
            return QuantityWording(
                subject: Bilingual("known deaths", "已知死亡人数"),
                unit: people,
                some: Bilingual("a death is known", "已知有人员死亡"),
                none: Bilingual("no death is known", "尚未获知人员死亡")
            )
        case .serious:
            return QuantityWording(
                subject: Bilingual("known serious injuries", "已知重伤人数"),
                unit: people,
                some: Bilingual("a serious injury is known", "已知有重伤人员"),
                none: Bilingual("no serious injury is known", "尚未获知重伤人员")
            )
        case .slight:
            return QuantityWording(
                subject: Bilingual("other known injuries", "已知轻伤人数"),
                unit: people,
                some: Bilingual("an injury is known", "已知有轻伤人员"),
                none: Bilingual("no injury is known", "尚未获知轻伤人员")
            )
        case .rescued:
            return QuantityWording(
                subject: Bilingual("people known to be rescued", "已知获救人数"),
                unit: people,
                some: Bilingual("a rescue is known", "已有人员获救"),
                none: Bilingual("no rescue is known", "尚无人员获救")
            )
        case .trapped:
            return QuantityWording(
                subject: Bilingual("people known to be trapped", "已知被困人数"),
                unit: people,
                some: Bilingual("somebody is known to be trapped", "已知有人员被困"),
                none: Bilingual("nobody is known to be trapped", "未获知人员被困")
            )
        }
    }

    private func verified(_ tally: Headcount, _ site: Bilingual) -> QuantityWording {
        QuantityWording(
            subject: Bilingual(
                "people verified as \(tally.title.english) at \(site.english)",
                "\(site.chinese)核报的\(tally.title.chinese)人数"
            ),
            unit: Bilingual("", "人")
        )
    }

    private func estimate(_ site: Bilingual) -> QuantityWording {
        QuantityWording(
            subject: Bilingual(
                "casualties estimated at \(site.english)",
                "\(site.chinese)估计伤亡人数"
            ),
            unit: Bilingual("", "人"),
            some: Bilingual(
                "casualties are thought likely at \(site.english)",
                "估计\(site.chinese)有人员伤亡"
            ),
            none: Bilingual(
                "no casualties are thought likely at \(site.english)",
                "估计\(site.chinese)无人员伤亡"
            )
        )
    }

    private func buried(_ site: Bilingual) -> QuantityWording {
        QuantityWording(
            subject: Bilingual(
                "people certain to be under rubble at \(site.english)",
                "\(site.chinese)确认被埋压人数"
            ),
            unit: Bilingual("", "人"),
            some: Bilingual(
                "somebody is certain to be under rubble at \(site.english)",
                "\(site.chinese)确认有人员被埋压"
            ),
            none: Bilingual(
                "nobody is certain to be under rubble at \(site.english)",
                "\(site.chinese)未确认有人员被埋压"
            )
        )
    }

    private func missing(_ site: Bilingual) -> QuantityWording {
        QuantityWording(
            subject: Bilingual("people missed at \(site.english)", "\(site.chinese)失联人数"),
            unit: Bilingual("", "人"),
            some: Bilingual("people are missed at \(site.english)", "\(site.chinese)有人员失联"),
            none: Bilingual("nobody is missed at \(site.english)", "\(site.chinese)无人员失联")
        )
    }

    private func reading(_ sensor: SensorID) -> QuantityWording {
        let title = names.sensors[sensor.index].title
        let truth = scenario.scenario.truth
        var unit = Bilingual("", "")
        if case .selfHeating = truth.hazards[truth.sensors[sensor.index].hazard.index].form {
            unit = Bilingual("°C", "℃")
        }
        return QuantityWording(
            subject: Bilingual(
                "the reading of \(quoted(title.english))",
                "\(title.chinese)读数"
            ),
            isPlural: false,
            unit: unit
        )
    }

    private func stock(_ kind: SupplyKind, _ depot: Bilingual) -> QuantityWording {
        QuantityWording(
            subject: Bilingual(
                "the stock of \(kind.title.english) at \(quoted(depot.english))",
                "\(depot.chinese)\(kind.title.chinese)库存"
            ),
            isPlural: false,
            unit: kind.unit,
            some: Bilingual(
                "there is \(kind.title.english) at \(quoted(depot.english))",
                "\(depot.chinese)尚有\(kind.title.chinese)"
            ),
            none: Bilingual(
                "there is no \(kind.title.english) at \(quoted(depot.english))",
                "\(depot.chinese)\(kind.title.chinese)告罄"
            )
        )
    }

    private func sweeps(_ zone: Bilingual) -> QuantityWording {
        QuantityWording(
            subject: Bilingual(
                "complete sweeps of \(quoted(zone.english))",
                "\(zone.chinese)已完成的搜索轮次"
            ),
            unit: Bilingual("", "轮"),
            some: Bilingual(
                "\(quoted(zone.english)) has been swept",
                "\(zone.chinese)已完成首轮搜索"
            ),
            none: Bilingual(
                "\(quoted(zone.english)) has not been swept yet",
                "\(zone.chinese)尚未完成首轮搜索"
            )
        )
    }

    private func waiting(_ site: Bilingual) -> QuantityWording {
        QuantityWording(
            subject: Bilingual(
                "casualties waiting for transport at \(site.english)",
                "\(site.chinese)待转运伤员"
            ),
            unit: Bilingual("", "人"),
            some: Bilingual(
                "casualties wait for transport at \(site.english)",
                "\(site.chinese)有伤员待转运"
            ),
            none: Bilingual(
                "no casualty waits for transport at \(site.english)",
                "\(site.chinese)无伤员待转运"
            )
        )
    }

    private func teams(_ kind: TeamKind, _ status: TeamStatus) -> QuantityWording {
        let (english, chinese) = (
            "known to be \(status.title.english) (\(kind.title.english))",
            status == .underWay ? "在途" : status.title.chinese
        )
        return QuantityWording(
            subject: Bilingual(
                "teams \(english)",
                "已知\(chinese)的\(kind.title.chinese)"
            ),
            unit: Bilingual("", kind.measureWord),
            some: Bilingual(
                "a team is \(english)",
                "已知有\(kind.title.chinese)\(chinese)"
            ),
            none: Bilingual(
                "no team is \(english)",
                "已知无\(kind.title.chinese)\(chinese)"
            )
        )
    }

    private func aid(_ post: Bilingual) -> QuantityWording {
        QuantityWording(
            subject: Bilingual(
                "teams that \(post.english) asks for",
                "\(post.chinese)请求增援的队伍数"
            ),
            unit: Bilingual("", "支"),
            some: Bilingual("\(post.english) has asked for aid", "\(post.chinese)已请求增援"),
            none: Bilingual("\(post.english) has not asked for aid", "\(post.chinese)未请求增援")
        )
    }
}

extension TeamKind {
    /// Chinese measure word for teams of the kind.
    var measureWord: String {
        switch self {
        case .machinery: "台"
        case .ambulance: "辆"
        default: "支"
        }
    }
}
