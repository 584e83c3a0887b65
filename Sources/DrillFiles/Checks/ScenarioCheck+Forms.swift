import EventKernel
import GroundTruth
import Wording

/// Checks of what one sort of hazard asks of its own values and of its zone.
extension ScenarioCheck {
    /// Checks a hazard by its sort.
    mutating func checkForm(of hazard: Checked) {
        guard hazard.isSound else { return }
        let (key, value) = hazard.alternative()
        switch key {
        case "collapse": checkCollapse(value, of: hazard)
        case "release": checkRelease(value)
        case "buildingFire": checkBuildingFire(value, of: hazard)
        case "mineGas": checkMine(value, of: hazard)
        default: break
        }
    }

    // MARK: Collapse

    private mutating func checkCollapse(_ collapse: Checked, of hazard: Checked) {
        checkBuildings(collapse.value("buildings"), of: hazard)
        checkShares(
            ["dead", "serious", "moderate"],
            in: collapse.value("stateOfTrapped"),
            Bilingual("at most 1; the rest is slightly hurt", "不超过 1，其余为轻微伤")
        )
        let burial = collapse.value("burial")
        let weights = ["surface", "light", "void", "pancake"].map { burial.number($0) }
        if weights.reduce(0, +) <= 0 {
            report(
                "weights",
                Bilingual("all weights are 0", "权重全部为 0"),
                at: burial.range,
                expected: Bilingual("a weight above 0", "至少一个大于 0 的权重")
            )
        }
        checkRubbleIsSearched(hazard)
    }

    private mutating func checkBuildings(_ buildings: Checked, of hazard: Checked) {
        guard let zone = zones[hazard.value("zone")], let all = zone.sound("buildings"),
            buildings.number() > all.number()
        else { return }
        let count = numeral(all.number())
        report(
            "buildings",
            Bilingual(
                "\(quoted(zone.text("id"))) has only \(count) buildings",
                "\(quotedChinese(zone.text("id")))只有 \(count) 栋建筑"
            ),
            at: buildings.range,
            expected: Bilingual("at most \(count)", "不超过 \(count)")
        )
    }

    // MARK: Fires in buildings

    /// A fire in buildings needs wind and buildings that do not overlap, and Hamada's front its town.
    private mutating func checkBuildingFire(_ fire: Checked, of hazard: Checked) {
        guard let weather = root.optional("weather") else {
            report(
                "no-weather",
                Bilingual(
                    "fire goes over with the wind, and there is no weather",
                    "火势随风蔓延，但未给出气象条件"
                ),
                at: hazard.value("id").range,
                help: Bilingual(
                    "add \"weather\" with its \"winds\"",
                    "请补充 \"weather\" 及其 \"winds\""
                )
            )
            return
        }
        checkHouses(fire, of: hazard)
        guard weather.isSound, fire.text("spread") == "hamada" else { return }
        checkHamada(fire, weather.list("winds").map { $0.number("speedMetersPerSecond") })
    }

    private mutating func checkHouses(_ fire: Checked, of hazard: Checked) {
        guard let zone = zones[hazard.value("zone")], zone.isSound else { return }
        let houses = zone.number("buildings")
        guard houses > 0 else {
            report(
                "buildings",
                Bilingual(
                    "\(quoted(zone.text("id"))) has no buildings that could burn",
                    "\(quotedChinese(zone.text("id")))没有可燃烧的建筑"
                ),
                at: hazard.value("zone").range,
                help: Bilingual(
                    "give the zone its \"buildings\"",
                    "请在该区域写明 \"buildings\""
                )
            )
            return
        }
        let spacing = BuildingFireDefinition.spacingMeters(
            houses: Int(houses),
            radiusMeters: zone.number("radiusMeters")
        )
        let side = fire.value("sideMeters")
        guard houses > 1, side.number() > spacing else { return }
        let most = numeral(spacing.rounded())
        doubt(
            "buildings-overlap",
            Bilingual(
                "buildings of this side do not fit: they stand \(most) m apart, middle to middle",
                "按此边长建筑会重叠：相邻建筑中心距为 \(most) 米"
            ),
            at: side.range,
            help: Bilingual(
                "gaps are taken as 0; check the side, \"buildings\" and \"radiusMeters\"",
                "间距按 0 计；请核对边长、\"buildings\" 和 \"radiusMeters\""
            )
        )
    }

    /// Says where Hamada's front does not hold: in light winds, and between buildings that resist fire.
    private mutating func checkHamada(_ fire: Checked, _ winds: [Double]) {
        let share = fire.value("resistantShare")
        if share.number() >= 0.8 {
            doubt(
                "hamada-of-stone",
                Bilingual(
                    "Hamada's front is that of a town of wood; between buildings that resist fire it is too fast",
                    "Hamada 前锋适用于木结构连片建筑，对耐火建筑偏快"
                ),
                at: share.range,
                help: Bilingual(
                    "take \"spread\": \"radiation\"",
                    "请改用 \"spread\": \"radiation\""
                )
            )
        }
        guard let least = winds.min(), least < 10 else { return }
        doubt(
            "hamada-in-light-wind",
            Bilingual(
                "Hamada's front was fitted to winds of some 10 m/s and more; here the least is \(numeral(least)) m/s",
                "Hamada 前锋由约10米/秒以上的大风火灾拟合，此处最小风速为 \(numeral(least)) 米/秒"
            ),
            at: fire.range,
            help: Bilingual(
                "take times with care, or \"spread\": \"radiation\"",
                "蔓延时间请谨慎使用，或改用 \"spread\": \"radiation\""
            )
        )
    }

    // MARK: Release

    private mutating func checkRelease(_ release: Checked) {
        guard let weather = root.optional("weather") else {
            report(
                "no-weather",
                Bilingual(
                    "a cloud drifts with the wind, and there is no weather",
                    "云团随风扩散，但未给出气象条件"
                ),
                at: release.value("substance").range,
                help: Bilingual(
                    "add \"weather\" with its \"winds\"",
                    "请补充 \"weather\" 及其 \"winds\""
                )
            )
            return
        }
        guard weather.isSound, let substance = substances[release.value("substance")],
            substance.isSound
        else { return }
        checkWeight(of: release, substance, weather)
    }

    /// Says where a Gaussian cloud does not hold: near the source of a gas that is heavier than air.
    private mutating func checkWeight(
        of release: Checked,
        _ substance: Checked,
        _ weather: Checked
    ) {
        let definition = ReleaseFormat.definition(
            release,
            [
                SubstanceFormat.definition(substance)
            ]
        )
        let density = substance.number("molarGrams") / SubstanceDefinition.molarVolume
        let number = Richardson.number(
            kilogramsPerSecond: definition.kilogramsPerSecond.quantile(0.5),
            density: density,
            wind: weather.list("winds")[0].number("speedMetersPerSecond")
        )
        guard number > Richardson.limit else { return }
        let found = numeral(number.rounded())
        doubt(
            "heavy-gas",
            Bilingual(
                "the gas is heavier than air: near the source it spreads along the ground, which the model leaves out",
                "气体重于空气，源附近沿地面扩散，模型未予考虑"
            ),
            at: release.value("substance").range,
            help: Bilingual(
                "release Richardson number \(found), above 50: take distances within some hundred metres with care",
                "释放理查逊数为 \(found)，大于 50；数百米以内的结果请谨慎使用"
            )
        )
    }

    /// Guideline concentrations stand for ascending times, as many for each level.
    mutating func checkSubstances() {
        for guidelines in root.list("substances").compactMap({ $0.sound("guidelines") }) {
            let minutes = guidelines.list("minutes").map { $0.number() }
            if zip(minutes, minutes.dropFirst()).contains(where: { $0 >= $1 }) {
                report(
                    "not-in-order",
                    Bilingual("these times do not ascend", "时间未由短到长排列"),
                    at: guidelines.value("minutes").range
                )
            }
            for key in ["level1Ppm", "level2Ppm", "level3Ppm"]
            where guidelines.list(key).count != minutes.count {
                let count = numeral(Double(minutes.count))
                report(
                    "guidelines",
                    Bilingual("as many concentrations as times are needed", "浓度个数应与时间个数相同"),
                    at: guidelines.value(key).range,
                    expected: Bilingual("\(count) values", "\(count) 个数值")
                )
            }
        }
    }

    /// Shares that exclude each other add up to 1 at most.
    mutating func checkShares(_ keys: [String], in shares: Checked, _ expected: Bilingual) {
        let sum = keys.map { shares.number($0) }.reduce(0, +)
        guard sum > 1 + 1e-9 else { return }
        report(
            "shares",
            Bilingual("these shares add up to more than 1", "各比例之和大于 1"),
            at: shares.range,
            expected: expected
        )
    }

    private mutating func checkRubbleIsSearched(_ hazard: Checked) {
        guard let zone = zones[hazard.value("zone")], zone.isSound,
            zone.number("searchSquareMeters") == 0
        else { return }
        doubt(
            "never-searched",
            Bilingual(
                "nobody can search the rubble: \(quoted(zone.text("id"))) has no \"searchSquareMeters\"",
                "废墟无法搜索：\(quotedChinese(zone.text("id")))没有 \"searchSquareMeters\""
            ),
            at: hazard.value("zone").range,
            help: Bilingual(
                "give the zone the floor area that is to be searched",
                "请在该区域写明需搜索的建筑面积"
            )
        )
    }
}
