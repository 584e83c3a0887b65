import Wording

/// Checks of what one sort of hazard asks of its own values and of its zone.
extension ScenarioCheck {
    /// Checks a hazard by its sort.
    mutating func checkForm(of hazard: Checked) {
        guard hazard.isSound else { return }
        let (key, value) = hazard.alternative()
        switch key {
        case "collapse": checkCollapse(value, of: hazard)
        default: break
        }
    }

    // MARK: Collapse

    private mutating func checkCollapse(_ collapse: Checked, of hazard: Checked) {
        checkBuildings(collapse.value("buildings"), of: hazard)
        let state = collapse.value("stateOfTrapped")
        let sum = ["dead", "serious", "moderate"].map { state.number($0) }.reduce(0, +)
        if sum > 1 + 1e-9 {
            report(
                "shares",
                Bilingual("these shares add up to more than 1", "各比例之和大于 1"),
                at: state.range,
                expected: Bilingual("at most 1; the rest is slightly hurt", "不超过 1，其余为轻微伤")
            )
        }
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
