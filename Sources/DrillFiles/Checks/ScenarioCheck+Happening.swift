import Scoring
import Terrain
import Wording

/// Checks of hazards, injects and goals.
extension ScenarioCheck {
    // MARK: Hazards

    /// Sensors read what heats itself, blasts come from explosions, and everything can begin.
    mutating func checkHazards() {
        for sensor in root.list("sensors") { checkSensor(sensor) }
        let injected = Set(
            root.list("injects").compactMap { hazards.index(of: $0.optional("hazard")) }
        )
        for (index, hazard) in hazards.values.enumerated() {
            if hazard.isSound { checkPosition(of: hazard) }
            checkForm(of: hazard)
            if let trigger = hazard.optional("setOffBy") {
                checkOverpressure(trigger)
                checkHeat(trigger)
            } else if hazard.isSound, !injected.contains(index) {
                checkBeginning(of: hazard)
            }
        }
    }

    private mutating func checkSensor(_ sensor: Checked) {
        guard let reference = sensor.sound("hazard"), let hazard = hazards[reference],
            hazard.isSound
        else { return }
        if hazard.optional("selfHeating") != nil {
            return checkNoise(of: sensor, isIn: "noiseKelvins", not: "noisePercent")
        }
        if hazard.optional("mineGas") != nil {
            return checkNoise(of: sensor, isIn: "noisePercent", not: "noiseKelvins")
        }
        report(
            "sensor",
            Bilingual(
                "there is no temperature and no methane to read at \(quoted(reference.text()))",
                "\(quotedChinese(reference.text()))没有可监测的温度或甲烷浓度"
            ),
            at: reference,
            expected: Bilingual(
                "a hazard with \"selfHeating\" or \"mineGas\"",
                "含有 \"selfHeating\" 或 \"mineGas\" 的致灾因子"
            )
        )
    }

    /// The noise of a sensor is in the unit of what it reads.
    private mutating func checkNoise(of sensor: Checked, isIn key: String, not other: String) {
        let noise = sensor.value(other)
        guard noise.isSound, noise.number() > 0 else { return }
        report(
            "sensor",
            Bilingual("this sensor reads in another unit", "该传感器的读数单位与此不符"),
            at: noise,
            expected: Bilingual("\"\(key)\"", "\"\(key)\"")
        )
    }

    private mutating func checkOverpressure(_ trigger: Checked) {
        guard let threshold = trigger.sound("overpressureAtLeastKilopascals"),
            let reference = trigger.sound("hazard"), let hazard = hazards[reference],
            hazard.isSound, hazard.optional("explosion") == nil,
            hazard.optional("vapourCloud") == nil
        else { return }
        report(
            "overpressure",
            Bilingual(
                "\(quoted(reference.text())) does not explode and has no overpressure",
                "\(quotedChinese(reference.text()))不是爆炸，没有超压"
            ),
            at: threshold,
            help: Bilingual(
                "leave the key out: that it happens is then enough",
                "请删去此键：引发者发生即可引发"
            )
        )
    }

    private mutating func checkHeat(_ trigger: Checked) {
        guard let threshold = trigger.sound("heatAtLeastKilowattsPerSquareMeter"),
            let reference = trigger.sound("hazard"), let hazard = hazards[reference],
            hazard.isSound, hazard.optional("fire") == nil, hazard.optional("fireball") == nil
        else { return }
        report(
            "heat",
            Bilingual(
                "no heat of \(quoted(reference.text())) is known at other hazards",
                "\(quotedChinese(reference.text()))对其他致灾因子没有可计算的热辐射"
            ),
            at: threshold,
            expected: Bilingual(
                "a hazard with \"fire\" or \"fireball\"",
                "含有 \"fire\" 或 \"fireball\" 的致灾因子"
            ),
            help: Bilingual(
                "leave the key out: that it happens is then enough",
                "请删去此键：引发者发生即可引发"
            )
        )
    }

    private mutating func checkPosition(of hazard: Checked) {
        guard let zone = zones[hazard.value("zone")], zone.isSound else { return }
        let (here, middle) = (hazard.value("position"), zone.value("position"))
        let distance = MapFormat.point(here).distanceMeters(to: MapFormat.point(middle))
        let radius = zone.number("radiusMeters")
        guard distance > 2 * radius else { return }
        let (far, zoneName) = (numeral(distance.rounded()), zone.text("id"))
        doubt(
            "far-from-zone",
            Bilingual(
                "\(far) m from the middle of \(quoted(zoneName)), whose radius is \(numeral(radius)) m",
                "距\(quotedChinese(zoneName))中心 \(far) 米，而该区域半径为 \(numeral(radius)) 米"
            ),
            at: here.range,
            help: Bilingual("check the position, and the \"zone\"", "请核对位置和 \"zone\"")
        )
    }

    /// Tanks may be set off by the heat of others; other fires and explosions need a cause.
    private mutating func checkBeginning(of hazard: Checked) {
        let (key, value) = hazard.alternative()
        guard key != "selfHeating", key != "fire" || !value.flag("isTank") else { return }
        doubt(
            "never-begins",
            Bilingual("nothing sets off this hazard", "没有任何因素引发该致灾因子"),
            at: hazard.value("id").range,
            help: Bilingual(
                "add \"setOffBy\", or an inject with \"hazard\"",
                "请补充 \"setOffBy\"，或在情景注入中用 \"hazard\" 引发"
            )
        )
    }

    // MARK: Injects

    /// Injects come before the end, on roads and persons that are there.
    mutating func checkInjects() {
        let end = root.sound("duration").map { $0.milliseconds() }
        let joined = Set(
            root.value("map").list("roads").compactMap { pair(of: $0.sound("between")) }
        )
        for inject in root.list("injects") {
            checkTime(of: inject)
            if let end, end > 0, let time = inject.sound("at"), time.milliseconds() > end {
                reportLate(time, "this inject", "该情景注入")
            }
            if let between = inject.sound("road")?.sound("between"),
                let pair = pair(of: between), !joined.contains(pair), root.value("map").isSound
            {
                report(
                    "road",
                    Bilingual("no road joins these two places", "这两个地点之间没有道路"),
                    at: between,
                    expected: Bilingual(
                        "two places joined under map.roads",
                        "map.roads 中相连的两个地点"
                    )
                )
            }
            if let casualty = inject.sound("casualty") { checkCasualty(casualty) }
            if let content = inject.sound("network") { checkNetworkInject(content) }
        }
    }

    /// An inject has a time, or something that it waits for.
    private mutating func checkTime(of inject: Checked) {
        let (time, trigger) = (inject.optional("at"), inject.optional("after"))
        guard (time == nil) == (trigger == nil) else { return }
        report(
            "inject-time",
            time == nil
                ? Bilingual("the inject does not say when", "该情景注入没有写明时机")
                : Bilingual("the inject has a time and also waits", "该情景注入既有固定时刻又有条件"),
            at: trigger?.range ?? inject.node.opening,
            expected: Bilingual("either \"at\" or \"after\"", "\"at\" 与 \"after\" 二者之一"),
            help: Bilingual(
                "\"at\" is for a fixed time, \"after\" for an inject that waits for something",
                "固定时刻用 \"at\"，条件注入用 \"after\""
            )
        )
    }

    private func pair(of between: Checked?) -> [Int]? {
        guard let ends = between?.list(), ends.count == 2, let first = places.index(of: ends[0]),
            let second = places.index(of: ends[1])
        else { return nil }
        return [min(first, second), max(first, second)]
    }

    private mutating func checkCasualty(_ casualty: Checked) {
        guard let zone = zones[casualty.value("zone")], zone.value("people").isSound else { return }
        let persons = persons(in: zone)
        let person = casualty.value("person")
        guard person.number() >= persons else { return }
        let count = numeral(persons)
        report(
            "person",
            Bilingual(
                "\(quoted(zone.text("id"))) has only \(count) persons",
                "\(quotedChinese(zone.text("id")))只有 \(count) 人"
            ),
            at: person,
            expected: Bilingual(
                "a number below \(count); the first person is 0",
                "小于 \(count) 的序号（从 0 起）"
            )
        )
    }

    // MARK: Goals

    private static func isMadeOfGoals(_ name: String) -> Bool {
        Measure.allCases.contains { $0.name == name && !$0.canBeGoal }
    }

    /// Goals bound what can be otherwise.
    mutating func checkGoals() {
        for goal in root.list("goals") {
            if let measure = goal.sound("measure"), Self.isMadeOfGoals(measure.text()) {
                report(
                    "goal",
                    Bilingual(
                        "this measure is made of the goals and cannot be one",
                        "该指标由各目标计算得出，不能再作为目标"
                    ),
                    at: measure,
                    help: Bilingual("bound another measure", "请改用其他指标")
                )
            }
            if let bound = goal.sound("atMost"), bound.number() < 0 {
                report(
                    "goal",
                    Bilingual("no measure is ever below 0", "任何指标都不会小于 0"),
                    at: bound,
                    expected: Bilingual("0 or more", "不小于 0")
                )
            }
        }
    }
}
