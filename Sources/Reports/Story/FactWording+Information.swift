import EventKernel
import Vocabulary
import Wording

/// Sentences about reports, pictures and orders.
extension FactWording {
    func reports(_ content: FactContent) -> Bilingual? {
        switch content {
        case .observed(let who, let what, let value):
            let item = self.item(what, value)
            if case .team(let team) = what, who == Observer(.team, Int32(team.index)) {
                return item
            }
            let observer = self.observer(who)
            return Bilingual(
                "\(observer.english) notices: \(item.english)",
                "\(observer.chinese)发现：\(item.chinese)"
            )
        case .sent(let report, _, let kind):
            let number = report.index
            return Bilingual(
                "report \(number) is sent (\(kind.title.english))",
                "发出第\(number)号报告（\(kind.title.chinese)）"
            )
        case .reportLost(let report):
            return Bilingual("report \(report.index) is lost", "第\(report.index)号报告丢失")
        case .delivered(let report, let to):
            let (number, who) = (report.index, post(to))
            return Bilingual(
                "report \(number) reaches \(who.english)",
                "第\(number)号报告送达\(who.chinese)"
            )
        case .believed(let who, let what, let value, _):
            let item = self.item(what, value)
            return of(post(who), "now knows: \(item.english)", "获悉：\(item.chinese)")
        case .reportFellDue(_, let inTime):
            return inTime
                ? Bilingual("a first report was in time", "首报在时限内送达")
                : Bilingual("a first report is overdue", "首报超过时限仍未送达")
        case .abandonedCall(let at, let who):
            let observer = self.observer(who)
            return Bilingual(
                "\(observer.english) gives up calling \(post(at).english): all lines busy",
                "\(observer.chinese)呼叫\(post(at).chinese)占线，放弃"
            )
        default: return nil
        }
    }

    func command(_ content: FactContent) -> Bilingual? {
        switch content {
        case .activated(let id): return of(post(id), "begins to work", "成立并开始运转")
        case .published(let id, let dead):
            return of(post(id), "makes public: \(dead) dead", "发布：死亡\(dead)人")
        case .decided(let id, let rule):
            let what = self.rule(rule)
            return of(post(id), "decides: \(what.english)", "决策：\(what.chinese)")
        case .requested(let id, let rule, let approver):
            let (what, whom) = (self.rule(rule), post(approver))
            return of(
                post(id),
                "asks \(whom.english) to approve: \(what.english)",
                "向\(whom.chinese)请示：\(what.chinese)"
            )
        case .approved(let id, let rule):
            let what = self.rule(rule)
            return of(post(id), "approves: \(what.english)", "批准：\(what.chinese)")
        case .levelChanged(let id, let level):
            let what = level.title
            return level == .none
                ? of(post(id), "ends its response", "终止应急响应")
                : of(post(id), "starts a \(what.english)", "启动\(what.chinese)")
        case .ordered(_, let id, let team, let task):
            let (who, what) = (self.team(team), self.task(task))
            return of(
                post(id),
                "orders \(who.english): \(what.english)",
                "命令\(who.chinese)：\(what.chinese)"
            )
        case .orderedSupplies(_, let id, let from, let to, let kind, let amount):
            let what = load(kind, amount)
            return of(
                post(id),
                "orders \(what.english) from \(depot(from).english) to \(depot(to).english)",
                "从\(depot(from).chinese)向\(depot(to).chinese)调拨\(what.chinese)"
            )
        case .orderedWarning(_, let id, let zone):
            let what = self.zone(zone)
            return of(
                post(id),
                "orders that \(what.english) be warned",
                "下令向\(what.chinese)发布预警"
            )
        case .orderDelivered(let order):
            return Bilingual("order \(order.index) is received", "第\(order.index)号指令送达")
        case .orderLost(let order):
            return Bilingual("order \(order.index) is lost on the way", "第\(order.index)号指令丢失")
        default: return nil
        }
    }

    /// Who perceives.
    private func observer(_ observer: Observer) -> Bilingual {
        let index = Int(observer.number)
        return switch observer.kind {
        case .witness: Bilingual("a caller", "报警群众")
        case .staff:
            of(post(PostID(index)), "(its staff)", "员工")
        case .sensor: sensor(SensorID(index))
        case .team: team(TeamID(index))
        case .hospital: hospital(HospitalID(index))
        case .depot: depot(DepotID(index))
        case .post: post(PostID(index))
        }
    }

    /// What is known of something.
    func item(_ item: Item, _ value: Int32) -> Bilingual {
        switch item {
        case .incident(let id):
            return Bilingual("incident at \(site(id).english)", "\(site(id).chinese)发生突发事件")
        case .estimate(let id):
            return about(site(id), "about \(value) casualties (guess)", "估计伤亡约\(value)人")
        case .found(let count, let id): return people(zone(id), count, value)
        case .inCare(let count, let id): return people(hospital(id), count, value)
        case .verified(let count, let id):
            return about(
                site(id),
                "\(value) \(count.title.english), verified",
                "核报\(count.title.chinese)\(value)人"
            )
        case .fire(let id): return fire(hazard(id), value)
        case .reading(let id):
            let reading = Figures.decimal(Double(value) / 10, places: 1)
            return about(sensor(id), "reading \(reading)", "读数\(reading)")
        case .sweeps(let id):
            return about(zone(id), counted(value, "sweep", "sweeps") + " done", "已完成搜索\(value)轮")
        case .awaitingTransport(let id):
            let casualties = counted(value, "casualty", "casualties")
            return about(site(id), "\(casualties) to be carried", "待转运伤员\(value)人")
        case .chemicals(let id): return about(site(id), "chemicals identified", "危化品已查明")
        case .team(let id):
            let status = TeamStatus(rawValue: value)?.title ?? Bilingual(verbatim: "\(value)")
            return about(team(id), status.english, status.chinese)
        case .stock(let id, let kind):
            let what = load(kind, value)
            return about(depot(id), what.english, "库存\(what.chinese)")
        case .beds(let id):
            return about(hospital(id), counted(value, "free bed", "free beds"), "空床\(value)张")
        case .level(let id):
            let level = ResponseLevel(rawValue: UInt8(clamping: value))?.title
            let title = level ?? Bilingual(verbatim: "\(value)")
            return about(post(id), title.english, title.chinese)
        case .aid(let id):
            return about(post(id), "asks for " + counted(value, "team", "teams"), "请求增援\(value)支队伍")
        case .request(let id): return about(post(id), "asks for approval", "请示待批")
        case .approval(let id): return about(post(id), "has approval", "请示获批")
        case .buried(let id):
            return about(site(id), "\(value) certain to be under rubble", "确认被埋压\(value)人")
        case .missing(let id): return about(site(id), "\(value) missed", "失联\(value)人")
        }
    }

    private func people(_ place: Bilingual, _ count: Headcount, _ value: Int32) -> Bilingual {
        about(place, "\(value) \(count.title.english)", "\(count.title.chinese)\(value)人")
    }

    private func fire(_ what: Bilingual, _ value: Int32) -> Bilingual {
        switch FireStatus(rawValue: value) {
        case .burning: about(what, "burning", "正在燃烧")
        case .controlled: about(what, "under control", "火势得到控制")
        case .out: about(what, "out", "已熄灭")
        case Optional.none, .some(.none): about(what, "not burning", "未燃烧")
        }
    }

    private func about(_ what: Bilingual, _ english: String, _ chinese: String) -> Bilingual {
        Bilingual("\(what.english): \(english)", "\(what.chinese)：\(chinese)")
    }
}
