import DrillFiles
import Experiments
import Reports
import Scoring
import Wording

/// Tables that help to choose: selection, trade-offs, and where a plan fails.
extension StudyTables {
    private func pointCells(_ number: Int) -> [StudyTable.Cell] {
        let point = study.points[number]
        let plan = StudyTable.Cell.name(inputs.plans[point.plan].name, inputs.titles[point.plan])
        let levels = zip(study.factors, zip(point.levels, point.values)).map { factor, place in
            factor.isContinuous
                ? StudyTable.Cell.number(place.1, nil)
                : .name(factor.levels[place.0].name, factor.levels[place.0].title)
        }
        return [.count(number), plan] + levels
    }

    private var pointColumns: [StudyTable.Column] {
        [StudyTable.Column("point", "Point", "点"), StudyTable.Column("plan", "Plan", "预案")]
            + study.factors.map {
                StudyTable.Column($0.name.id, $0.name.title.english, $0.name.title.chinese)
            }
    }

    func selectionTable(_ result: SelectionResult) -> StudyTable {
        let measure = study.selection?.aim.measure
        var table = StudyTable(
            "selection.csv",
            Bilingual("Selection of the best", "择优结果"),
            pointColumns + [
                StudyTable.Column("drills", "Drills", "次数"),
                StudyTable.Column("mean", "Mean", "均值"),
                StudyTable.Column("state", "State", "结论"),
            ],
            remark: Self.remark(result, measure)
        )
        for (number, point) in result.points.enumerated() {
            let state: StudyTable.Cell =
                result.selected == number
                ? .name("selected", Bilingual("selected", "选定"))
                : result.survivors.contains(number)
                    ? .name("undecided", Bilingual("may be the best", "未排除"))
                    : .name("", Bilingual(verbatim: ""))
            table.add(
                pointCells(number) + [.count(point.drills), .number(point.mean, measure), state]
            )
        }
        let order = result.points.indices.sorted {
            let sign = study.selection?.aim.isMost == true ? -1.0 : 1
            let (one, two) = (sign * result.points[$0].mean, sign * result.points[$1].mean)
            return one != two ? one < two : $0 < $1
        }
        table.show(order)
        return table
    }

    private static func remark(_ result: SelectionResult, _ measure: Measure?) -> Bilingual {
        let sure = Figures.decimal(result.probability * 100, places: 1)
        let english = measure.map { BatchReport(.english).figure(result.indifference, $0) } ?? ""
        let chinese = measure.map { BatchReport(.chinese).figure(result.indifference, $0) } ?? ""
        guard result.isGuaranteed else {
            return Bilingual(
                "Probability that the selected point is the best, or within \(english) of it: at least "
                    + "\(sure) % (OCBA, Bonferroni bound, normal means).",
                "选定点为最优、或与最优相差不超过 \(chinese) 的概率不低于 \(sure)%"
                    + "（OCBA，Bonferroni 下界，均值近似正态）。"
            )
        }
        guard result.selected != nil else {
            return Bilingual(
                "The budget of drills ended before one point was left; the best is among those marked.",
                "次数用尽时尚未选出唯一最优点；最优点在标注者之中。"
            )
        }
        return Bilingual(
            "With probability of at least \(sure) % the selected point is the best, or within \(english) of it "
                + "(Kim and Nelson, common random numbers, normal values).",
            "选定点为最优、或与最优相差不超过 \(chinese) 的概率不低于 \(sure)%"
                + "（Kim–Nelson，公共随机数，近似正态）。"
        )
    }

    // MARK: Trade-offs

    func paretoTable(_ rows: StudyRows) throws -> StudyTable {
        var means: [[Double]] = []
        for aim in study.pareto {
            let values = try rows.values(aim.measure)
            means.append(values.map { MeasureSummary($0).mean ?? .infinity })
        }
        let values = study.points.indices.map { point in
            zip(study.pareto, means).map { aim, means in
                aim.isMost ? -means[point] : means[point]
            }
        }
        let front = ParetoFront.members(values)
        var table = StudyTable(
            "pareto.csv",
            Bilingual("Points that no other beats in everything", "帕累托前沿"),
            pointColumns
                + study.pareto.map {
                    StudyTable.Column(
                        $0.measure.name,
                        $0.measure.title.english + ($0.isMost ? " ↑" : " ↓"),
                        $0.measure.title.chinese + ($0.isMost ? " ↑" : " ↓")
                    )
                },
            remark: Bilingual("By means; ↓ less is better, ↑ more.", "按均值；↓ 越小越好，↑ 越大越好。")
        )
        for point in front {
            let cells = zip(study.pareto, means).map { aim, means in
                StudyTable.Cell.number(means[point], aim.measure)
            }
            table.add(pointCells(point) + cells)
        }
        return table
    }

    // MARK: Failure

    func failureTable(_ failure: StudyFile.Failure, _ rows: StudyRows) throws -> StudyTable {
        let values = try rows.values(failure.measure)
        let shares = values.map { values in
            Double(values.count { failure.contains($0) }) / Double(max(1, values.count))
        }
        let bound = { (language: Language) in
            BatchReport(language).figure(failure.bound, failure.measure)
        }
        let sign = failure.isAbove ? ">" : "<"
        let name = failure.measure.title
        var table = StudyTable(
            "failure.csv",
            Bilingual(
                "Where a plan fails (\(name.english) \(sign) \(bound(.english)))",
                "失败情景（\(name.chinese) \(sign) \(bound(.chinese))）"
            ),
            [
                StudyTable.Column("plan", "Plan", "预案"),
                StudyTable.Column("box", "Fails most when", "多发条件"),
                StudyTable.Column("density", "P(fails) inside", "条件内失败率"),
                StudyTable.Column("everywhere", "Everywhere", "总体失败率"),
                StudyTable.Column("coverage", "Of all failures", "覆盖失败比例"),
                StudyTable.Column("mass", "Of all points", "占设计点比例"),
            ],
            remark: Bilingual(
                "Boxes by the patient rule induction method (PRIM).",
                "条件由耐心规则归纳法（PRIM）得出。"
            )
        )
        let perPlan = study.points.count / max(1, inputs.plans.count)
        for plan in inputs.plans.indices {
            let range = plan * perPlan..<(plan + 1) * perPlan
            table.add(row(plan, Array(study.points[range]), Array(shares[range])))
        }
        return table
    }

    private func row(_ plan: Int, _ points: [StudyPoint], _ shares: [Double]) -> [StudyTable.Cell] {
        let head = StudyTable.Cell.name(inputs.plans[plan].name, inputs.titles[plan])
        let mean = shares.reduce(0, +) / Double(max(1, shares.count))
        let box = PatientRule(points: points.map { $0.values }, target: shares).box()
        guard let box else {
            let same = Bilingual("the same everywhere", "各处相同")
            return [
                head, .name("", same), .share(mean), .share(mean), .share(mean > 0 ? 1 : 0),
                .share(1),
            ]
        }
        return [
            head, limits(box, points), .share(box.density), .share(mean), .share(box.coverage),
            .share(box.mass),
        ]
    }

    /// Says what bounds a box.
    private func limits(_ box: PatientRule.Box, _ points: [StudyPoint]) -> StudyTable.Cell {
        var (ids, english, chinese): ([String], [String], [String]) = ([], [], [])
        for (place, factor) in study.factors.enumerated() {
            let values = points.map { $0.values[place] }
            let (low, high) = (box.low[place], box.high[place])
            guard low > values.min() ?? low || high < values.max() ?? high else { continue }
            let ends = [low, high].map { value in
                factor.isContinuous ? Figures.plain(value) : factor.levels[Int(value)].title.english
            }
            let chineseEnds = [low, high].map { value in
                factor.isContinuous ? Figures.plain(value) : factor.levels[Int(value)].title.chinese
            }
            let isOne = low == high
            ids.append("\(factor.name.id)=\(RowFormat.text(low))…\(RowFormat.text(high))")
            english.append(
                factor.name.title.english + " " + (isOne ? ends[0] : ends.joined(separator: " … "))
            )
            chinese.append(
                factor.name.title.chinese + " "
                    + (isOne ? chineseEnds[0] : chineseEnds.joined(separator: " … "))
            )
        }
        let everywhere = Bilingual("everywhere", "各处")
        guard !ids.isEmpty else { return .name("", everywhere) }
        return .name(
            ids.joined(separator: "; "),
            Bilingual(english.joined(separator: ", "), chinese.joined(separator: "，"))
        )
    }
}
