import Scoring
import Vocabulary
import Wording

/// What was there, what ran out, and who did what when.
extension AfterActionReport {
    var supplyChapter: Chapter {
        guard let digest else {
            return Chapter("supplies", "Supplies", "应急物资保障", [noRecord])
        }
        var blocks: [Block] = []
        let demand = demandTable(digest.stocks)
        if !demand.isEmpty { blocks.append(.table(demand)) }
        let stocks = digest.stocks.leading(Self.mostStocks)
        if stocks.isEmpty {
            let text = Bilingual("No stock changed in this drill.", "该次推演中库存无变化。")
            blocks.append(.paragraph(text))
        } else {
            blocks.append(.figure(stockFigure(stocks, digest)))
        }
        return Chapter("supplies", "Supplies", "应急物资保障", blocks)
    }

    /// Most stocks that are drawn -- constant.
    private static let mostStocks = 8

    private func demandTable(_ stocks: StockLevels) -> ReportTable {
        var table = ReportTable(
            "demand",
            Bilingual(
                "Wanted and given out at sites, \(typicalTitle.english)",
                "现场物资需求与满足情况，\(typicalTitle.chinese)"
            ),
            [
                .words("kind", "Kind", "物资"), .words("unit", "Unit", "单位"),
                .init("wanted", "Wanted", "需求"), .init("met", "Given out", "满足"),
                .init("unmet", "Unmet", "缺口率"), .init("outages", "Stock-outs", "缺货次数"),
            ]
        )
        for kind in SupplyKind.allCases {
            let demand = stocks.demands[Int(kind.rawValue)]
            guard demand.wanted > 0 else { continue }
            let outages = stocks.stocks.filter { $0.kind == kind }.reduce(0) {
                $0 + $1.outages.count
            }
            table.add([
                Cell(kind.title), Cell(kind.unit), Cell(plain: Double(demand.wanted)),
                Cell(plain: Double(demand.met)),
                words.percent(1 - Double(demand.met) / Double(demand.wanted)), Cell(outages),
            ])
        }
        return table
    }

    private func stockFigure(_ stocks: [StockLevels.Stock], _ digest: RecordDigest) -> Figure {
        let panels = stocks.map { stock in
            StockChart.Panel(
                title: self.title(of: stock),
                unit: stock.kind.unit,
                points: stock.points,
                outages: stock.outages
            )
        }
        let chart = StockChart(panels: panels, end: digest.end)
        let title = Bilingual(
            "Stocks over time, \(typicalTitle.english)",
            "库存变化，\(typicalTitle.chinese)"
        )
        let outages = stocks.reduce(0) { $0 + $1.outages.count }
        let message = Bilingual(
            "\(stocks.count) of \(digest.stocks.stocks.count) stocks that changed, first those that ran out; "
                + "\(outages) stock-outs are marked; \(digest.stocks.convoys.arrived) of "
                + "\(digest.stocks.convoys.left) convoys arrived.",
            "共\(digest.stocks.stocks.count)项库存有变化，绘出\(stocks.count)项（缺货者优先）；标出缺货\(outages)次；"
                + "运输车队出发\(digest.stocks.convoys.left)次，到达\(digest.stocks.convoys.arrived)次。"
        )
        return Figure(
            title: title,
            message: message,
            drawing: { chart.draw($0, $1, title: title, message: message) },
            table: stockTable(stocks, title)
        )
    }

    private func stockTable(_ stocks: [StockLevels.Stock], _ title: Bilingual) -> ReportTable {
        var table = ReportTable(
            "stocks",
            title,
            [
                .init("secondsFromStart", "From", "自"), .init("onHand", "On hand", "库存"),
                .init("stockOut", "Stock-out", "缺货", .short),
            ]
        )
        let out = Cell(Bilingual("yes", "是"))
        for stock in stocks {
            table.add(heading: self.title(of: stock))
            for point in stock.points {
                table.add([words.shortClock(point.x), Cell(plain: point.y), .blank])
            }
            for outage in stock.outages {
                table.add([words.shortClock(outage), Cell(plain: 0), out])
            }
        }
        return table
    }

    private func title(of stock: StockLevels.Stock) -> Bilingual {
        let depot = words.title(stock.depot, names.depots)
        return Bilingual(
            "\(depot.english): \(stock.kind.title.english)",
            "\(depot.chinese)：\(stock.kind.title.chinese)"
        )
    }

    // MARK: Teams

    /// Most teams that are drawn -- constant.
    private static let mostTeams = 40

    var teamChapter: Chapter {
        guard let digest else {
            return Chapter("teams-at-work", "Teams at work", "力量投入", [noRecord])
        }
        let teams = digest.teams.teams
        let out = teams.indices.filter { teams[$0].turnedOut != nil }.sorted { one, two in
            let (own, other) = (teams[one].turnedOut ?? 0, teams[two].turnedOut ?? 0)
            return own != other ? own < other : one < two
        }
        guard !out.isEmpty else {
            let text = Bilingual("No team turned out in this drill.", "该次推演中无队伍出动。")
            return Chapter("teams-at-work", "Teams at work", "力量投入", [.paragraph(text)])
        }
        let figure = teamFigure(Array(out.prefix(Self.mostTeams)), out.count, digest)
        return Chapter("teams-at-work", "Teams at work", "力量投入", [.figure(figure)])
    }

    private func teamFigure(_ shown: [Int], _ count: Int, _ digest: RecordDigest) -> Figure {
        let teams = digest.teams.teams
        let chart = GanttChart(
            rows: shown.map { team in
                GanttChart.Row(
                    title: words.title(team, names.teams),
                    spans: teams[team].spans.map { ($0.state, $0.from, $0.to) }
                )
            },
            start: shown.compactMap { teams[$0].turnedOut }.min() ?? 0,
            end: shown.flatMap { teams[$0].spans.map(\.to) }.max() ?? digest.end
        )
        let title = Bilingual(
            "What teams did when, \(typicalTitle.english)",
            "队伍行动时序，\(typicalTitle.chinese)"
        )
        let message = Bilingual(
            "\(shown.count) of the \(count) teams that turned out, by the time of turning out.",
            "出动队伍\(count)支，按出动先后绘出\(shown.count)支。"
        )
        return Figure(
            title: title,
            message: message,
            drawing: { chart.draw($0, $1, title: title, message: message) },
            table: teamTable(shown, digest, title)
        )
    }

    private func teamTable(
        _ shown: [Int],
        _ digest: RecordDigest,
        _ title: Bilingual
    ) -> ReportTable {
        var table = ReportTable(
            "team-times",
            title,
            [
                .words("team", "Team", "队伍"), .words("kind", "Kind", "队种"),
                .init("turnedOut", "Turned out", "出动"), .init("arrived", "First arrival", "首次到场"),
                .init("secondsAtWork", "At work", "作业时长"),
                .init("secondsWithoutTask", "Without a task", "待命时长"),
            ]
        )
        for number in shown {
            let team = digest.teams.teams[number]
            func total(_ state: GanttChart.State) -> Double {
                team.spans.filter { $0.state == state }.reduce(0) { $0 + $1.to - $1.from }
            }
            let kinds = input.scoring.teamKinds
            table.add([
                Cell(words.title(number, names.teams)),
                kinds.indices.contains(number) ? Cell(kinds[number].title) : .blank,
                team.turnedOut.map { words.shortClock($0) } ?? ReportWords.dash,
                team.arrived.map { words.shortClock($0) } ?? ReportWords.dash,
                words.length(total(.work)), words.length(total(.standby)),
            ])
        }
        return table
    }
}
