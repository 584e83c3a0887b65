import EventKernel
import Vocabulary
import Wording

/// Sentences about people and the means that help them.
extension FactWording {
    func people(_ content: FactContent) -> Bilingual? {
        switch content {
        case .exposed(let id, let persons):
            return of(zone(id), ": \(persons) people within reach of the hazard", "：受威胁\(persons)人")
        case .hurt(let id, let severity, let cause, _):
            let (how, why) = (severity.title, cause.title)
            return of(
                person(id),
                ": \(how.english) (\(why.english))",
                "：\(how.chinese)（\(why.chinese)）"
            )
        case .trapped(let id): return of(person(id), "is trapped", "被埋压")
        case .found(let id, let alive, let team):
            let by = team.map { self.team($0) }
            return of(
                person(id),
                "is found " + (alive ? "alive" : "dead") + (by.map { " by \($0.english)" } ?? ""),
                "被\(by?.chinese ?? "")找到，" + (alive ? "生还" : "已死亡")
            )
        case .freed(let id, let alive):
            return of(
                person(id),
                alive ? "is freed alive" : "is brought out dead",
                alive ? "获救脱困" : "遗体被移出"
            )
        case .died(let id, let place):
            return of(person(id), "dies " + place.title.english, "死亡（\(place.title.chinese)）")
        case .warned(let id):
            return Bilingual(
                "the people of \(zone(id).english) are warned",
                "\(zone(id).chinese)：发出预警，组织撤离"
            )
        case .evacuated(let id, let persons):
            return of(zone(id), ": \(persons) people had left in time", "：\(persons)人已提前撤离")
        default: return nil
        }
    }

    func care(_ content: FactContent) -> Bilingual? {
        switch content {
        case .collected(let id, _):
            return of(person(id), "is at the collection point", "送达伤员集中点")
        case .triaged(let id, let category):
            let tag = category.title
            return of(person(id), "is triaged \(tag.english)", "检伤分类：\(tag.chinese)")
        case .stabilised(let id): return of(person(id), "is stabilised in the field", "经现场救治稳定")
        case .departed(let id, let hospital, let team):
            let (place, by) = (self.hospital(hospital), team.map { self.team($0) })
            return of(
                person(id),
                "is on the way to \(place.english)" + (by.map { " with \($0.english)" } ?? ""),
                (by.map { "由\($0.chinese)" } ?? "") + (by == nil ? "前往" : "转运至") + place.chinese
            )
        case .turnedAway(let id, let hospital):
            let place = self.hospital(hospital)
            return of(
                person(id),
                "is sent on by \(place.english), which has no bed or surgery free",
                "：\(place.chinese)床位或手术能力不足，转诊他院"
            )
        case .admitted(let id, let hospital):
            return of(
                person(id),
                "is admitted to \(self.hospital(hospital).english)",
                "入住\(self.hospital(hospital).chinese)"
            )
        case .treatedAndSentHome(let id, let hospital):
            return of(
                person(id),
                "is treated at \(self.hospital(hospital).english) and sent home",
                "经\(self.hospital(hospital).chinese)门诊处置后离院"
            )
        case .discharged(let id, let hospital):
            return of(
                person(id),
                "leaves \(self.hospital(hospital).english)",
                "自\(self.hospital(hospital).chinese)出院"
            )
        case .operated(let id, let hospital):
            return of(
                person(id),
                "is operated on at \(self.hospital(hospital).english)",
                "在\(self.hospital(hospital).chinese)接受手术（确定性治疗）"
            )
        default: return nil
        }
    }

    func teams(_ content: FactContent) -> Bilingual? {
        switch content {
        case .turnedOut(let id): return of(team(id), "sets out", "出动")
        case .arrived(let id, let place):
            return of(
                team(id),
                "arrives at \(site(place).english)",
                "到达\(site(place).chinese)"
            )
        case .beganWork(let id, let task):
            let what = self.task(task)
            return of(team(id), "begins: \(what.english)", "展开作业：\(what.chinese)")
        case .stoppedWork(let id, let reason):
            let why = reason.title
            return of(team(id), "stops work (\(why.english))", "停止作业（\(why.chinese)）")
        case .returned(let id): return of(team(id), "is home again", "归队")
        case .rerouted(let id, let isHeld):
            return isHeld
                ? of(team(id), "is held up: no open road leads on", "受阻：前方无路可通")
                : of(team(id), "has to go on otherwise since roads have changed", "因道路变化改变行进")
        case .diverted(let id, nil, _):
            return of(team(id), "is called back on the road and makes for home", "途中撤回，返回驻地")
        case .diverted(let id, .some(let other), _):
            let place = site(other)
            return of(
                team(id),
                "is sent elsewhere on the road and makes for \(place.english)",
                "途中改派，转赴\(place.chinese)"
            )
        case .contradicted(let id, _):
            return of(
                team(id),
                "gets an order against the one it is carrying out",
                "接到与正在执行任务相矛盾的指令"
            )
        case .swept(let id, let sweeps):
            return of(zone(id), ": sweep \(sweeps) complete", "：第\(sweeps)轮搜索完成")
        case .surveyed(let id):
            return of(site(id), ": the chemicals are identified", "：危化品种类查明")
        default: return nil
        }
    }

    func supplies(_ content: FactContent) -> Bilingual? {
        switch content {
        case .demanded(let id, let kind, let wanted, let met):
            let (want, place) = (load(kind, wanted), site(id))
            return Bilingual(
                "\(place.english) wants \(want.english), \(met) are there",
                "\(place.chinese)需要\(want.chinese)，实际供给\(met)\(kind.unit.chinese)"
            )
        case .stocked(let id, let kind, let onHand):
            let what = load(kind, onHand)
            return of(depot(id), "has \(what.english)", "库存：\(what.chinese)")
        case .ranOut(let id, let kind):
            return of(depot(id), "is out of \(kind.title.english)", "：\(kind.title.chinese)告罄")
        case .reordered(let id, let source, let kind, let amount):
            let (what, other) = (load(kind, amount), depot(source))
            return of(
                depot(id),
                "asks \(other.english) for \(what.english)",
                "向\(other.chinese)申请补货：\(what.chinese)"
            )
        case .convoyLeft(_, let from, let kind, let amount):
            let what = load(kind, amount)
            return Bilingual(
                "convoy leaves \(depot(from).english) with \(what.english)",
                "\(depot(from).chinese)发车：\(what.chinese)"
            )
        case .convoyArrived(_, let place, let kind, let amount):
            let what = load(kind, amount)
            return Bilingual(
                "convoy reaches \(depot(place).english) with \(what.english)",
                "运抵\(depot(place).chinese)：\(what.chinese)"
            )
        default: return nil
        }
    }
}
