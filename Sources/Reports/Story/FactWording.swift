import EventKernel
public import Vocabulary
public import Wording

/// Says in one sentence what a fact says, with the names of a scenario.
public struct FactWording: Sendable {
    let names: ScenarioNames

    /// Creates the wording for the names of a scenario.
    public init(names: ScenarioNames) {
        self.names = names
    }

    /// Returns what a fact says; a sentence without a full stop.
    public func text(_ content: FactContent) -> Bilingual {
        exercise(content) ?? hazard(content) ?? people(content) ?? care(content)
            ?? teams(content) ?? supplies(content) ?? reports(content) ?? command(content)
            ?? opinion(content)
            ?? Bilingual("something happens", "发生事件")
    }

    // MARK: Names

    private func name(_ index: Int, _ list: [Name]) -> Bilingual {
        list.indices.contains(index) ? list[index].title : Bilingual(verbatim: "\(index)")
    }

    func zone(_ id: ZoneID) -> Bilingual { name(id.index, names.zones) }
    func site(_ id: SiteID) -> Bilingual { name(id.index, names.sites) }
    func hazard(_ id: HazardID) -> Bilingual { name(id.index, names.hazards) }
    func sensor(_ id: SensorID) -> Bilingual { name(id.index, names.sensors) }
    func team(_ id: TeamID) -> Bilingual { name(id.index, names.teams) }
    func depot(_ id: DepotID) -> Bilingual { name(id.index, names.depots) }
    func hospital(_ id: HospitalID) -> Bilingual { name(id.index, names.hospitals) }
    func post(_ id: PostID) -> Bilingual { name(id.index, names.posts) }
    func rule(_ id: RuleID) -> Bilingual { name(id.index, names.rules) }

    /// A person by zone or team and number.
    func person(_ id: PersonID) -> Bilingual {
        let number = "\(id.number)"
        if let team = id.team {
            let who = self.team(team)
            return Bilingual(
                "responder \(number) of \(who.english)",
                "\(who.chinese)\(number)号队员"
            )
        }
        let place = id.zone.map { zone($0) } ?? Bilingual("the scene", "现场")
        return Bilingual("person \(number) of \(place.english)", "\(place.chinese)\(number)号人员")
    }

    /// An amount of supplies with its unit.
    func load(_ kind: SupplyKind, _ amount: Int32) -> Bilingual {
        let (unit, title) = (kind.unit, kind.title)
        let english =
            switch kind {
            case .water, .foam, .fuel: "\(amount) L of \(title.english)"
            case .breathingAir: counted(amount, "air cylinder", "air cylinders")
            case .medical: counted(amount, "medical kit", "medical kits")
            }
        return Bilingual(english, "\(title.chinese)\(amount)\(unit.chinese)")
    }

    /// A task with its target.
    public func task(_ task: Task) -> Bilingual {
        let target: Bilingual? =
            switch task.kind {
            case .search, .evacuate: zone(task.zone)
            case .suppress, .cool: hazard(task.hazard)
            case .carry: hospital(task.hospital)
            case .stage: site(task.site)
            case .treat, .pump, .survey, .refill, .release: nil
            }
        let kind =
            task.kind == .stage ? Bilingual("go to", "赶赴") : task.kind.title
        guard let target else { return kind }
        return Bilingual("\(kind.english) \(target.english)", "\(kind.chinese)\(target.chinese)")
    }

    /// Returns a number with the noun it counts.
    func counted(_ count: some BinaryInteger, _ one: String, _ more: String) -> String {
        "\(count) \(count == 1 ? one : more)"
    }

    // MARK: Exercise and hazards

    private func exercise(_ content: FactContent) -> Bilingual? {
        switch content {
        case .started: Bilingual("the drill begins", "演练开始")
        case .injected(let id):
            Bilingual(
                "inject: \(name(id.index, names.injects).english)",
                "情景注入：\(name(id.index, names.injects).chinese)"
            )
        case .ended: Bilingual("the drill ends", "演练结束")
        default: nil
        }
    }

    private func hazard(_ content: FactContent) -> Bilingual? {
        switch content {
        case .exploded(let id, let kilograms):
            let tonnes = Figures.plain(kilograms / 1000)
            let what = hazard(id)
            return Bilingual(
                "\(what.english): equal to \(tonnes) t of TNT",
                "\(what.chinese)：约\(tonnes)吨TNT当量"
            )
        case .ignited(let id, let secondary):
            return of(
                hazard(id),
                secondary ? "is set on fire by another (secondary)" : "begins to burn",
                secondary ? "：被引燃（次生）" : "：起火"
            )
        case .controlled(let id): return of(hazard(id), ": under control", "：火势得到控制")
        case .extinguished(let id, let burned):
            return of(
                hazard(id),
                burned ? ": burnt out" : ": fire out",
                burned ? "：燃尽熄灭" : "：明火扑灭"
            )
        case .reflared(let id): return of(hazard(id), "flares up again", "：复燃")
        case .damaged(let id, let down, let badly, let windows):
            let what = zone(id)
            let damage = self.damage(down, badly, windows)
            return Bilingual(
                "\(what.english): \(damage.english)",
                "\(what.chinese)：\(damage.chinese)"
            )
        case .lost(let id, let yuan):
            let (what, loss) = (zone(id), Figures.decimal(Double(yuan) / 1e4, places: 0))
            return Bilingual(
                "\(what.english): direct loss of \(loss)×10⁴ CNY",
                "\(what.chinese)：直接经济损失\(loss)万元"
            )
        default: return otherHazard(content)
        }
    }

    private func otherHazard(_ content: FactContent) -> Bilingual? {
        switch content {
        case .began(let id, let secondary):
            of(
                hazard(id),
                secondary ? "is set off by another (secondary)" : ": it happens",
                secondary ? "：被引发（次生）" : "：发生"
            )
        case .shifted(let id): of(hazard(id), ": the rubble moves again", "：二次坍塌")
        case .ceased(let id): of(hazard(id), ": it is over", "：终止")
        case .fireSpread(let id, let buildings):
            of(
                hazard(id),
                ": the fire has gone over, \(buildings) buildings have caught fire so far",
                "：火势蔓延，累计\(buildings)栋建筑起火"
            )
        case .guideline(let id, let level):
            of(
                zone(id),
                ": the air reaches guideline level \(level)",
                "：空气中浓度达到\(level)级限值"
            )
        case .sheltered(let id, let persons):
            of(zone(id), ": \(persons) people have shut themselves in", "：\(persons)人就地避险")
        case .cleared(let id, let left, let stayed):
            of(
                zone(id),
                ": the last household leaves; \(left) people left, \(stayed) stayed",
                "：最后一户撤离，共转移\(left)人，未撤离\(stayed)人"
            )
        case .housed(let id, let number, let persons): housed(zone(id), number, persons)
        default: nil
        }
    }

    private func housed(_ zone: Bilingual, _ shelter: Int32, _ persons: Int32) -> Bilingual {
        guard shelter >= 0 else {
            return of(zone, ": \(persons) people find no room in a shelter", "：\(persons)人无处安置")
        }
        let place = name(Int(shelter), names.shelters)
        return of(
            zone,
            ": \(persons) people are taken in at \(place.english)",
            "：\(persons)人安置于\(place.chinese)"
        )
    }

    /// Says what has become of buildings, as far as there is any damage.
    func damage(_ down: Int32, _ badly: Int32, _ windows: Int32) -> Bilingual {
        var parts: [Bilingual] = []
        if down > 0 {
            parts.append(
                Bilingual(counted(down, "building", "buildings") + " collapsed", "建筑倒塌\(down)栋")
            )
        }
        if badly > 0 { parts.append(Bilingual("\(badly) badly damaged", "严重破坏\(badly)栋")) }
        if windows > 0 {
            parts.append(Bilingual("windows broken in \(windows)", "门窗破损\(windows)栋"))
        }
        if parts.isEmpty { return Bilingual("no building damaged", "建筑未受损") }
        return Bilingual(
            parts.map { $0.english }.joined(separator: ", "),
            parts.map { $0.chinese }.joined(separator: "、")
        )
    }

    /// Joins what a sentence is about and what it says of it.
    func of(_ what: Bilingual, _ english: String, _ chinese: String) -> Bilingual {
        let blank = english.first == ":" ? "" : " "
        return Bilingual("\(what.english)\(blank)\(english)", "\(what.chinese)\(chinese)")
    }
}
