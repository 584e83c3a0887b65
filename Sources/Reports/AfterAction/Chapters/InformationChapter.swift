import EventKernel
import Scoring
import Vocabulary
import Wording

/// Who was told what when, how late it was, and how far the picture lagged behind the truth.
extension AfterActionReport {
    var informationChapter: Chapter {
        guard let digest else {
            return Chapter("information", "Information", "信息报送与态势掌握", [noRecord])
        }
        var blocks: [Block] = []
        let shown = leading(digest.messages.messages)
        if shown.isEmpty {
            let text = Bilingual("No report passed between posts.", "各机构间无信息报送。")
            blocks.append(.paragraph(text))
        } else {
            blocks.append(.figure(messageFigure(shown, digest)))
            blocks.append(.table(linkTable(digest)))
        }
        let dues = dueTable(digest)
        if !dues.isEmpty { blocks.append(.table(dues)) }
        if (digest.deaths.truth.last?.y ?? 0) > 0 {
            blocks.append(.figure(pictureFigure(digest)))
        }
        return Chapter("information", "Information", "信息报送与态势掌握", blocks)
    }

    // MARK: Messages

    /// Most messages that are drawn -- constant.
    private static let mostMessages = 26

    /// Most posts that stand side by side -- constant.
    private static let mostPosts = 12

    /// The first report of each kind over each link that came, and the first that never did.
    private func leading(_ messages: [MessageLog.Message]) -> [MessageLog.Message] {
        struct Key: Hashable {
            let link: Int
            let kind: ReportKind
            let came: Bool
        }
        var seen: Set<Key> = []
        var posts: Set<Int> = []
        let first = messages.filter { message in
            let link = input.scoring.links[message.link]
            let all = posts.union([link.from.index, link.to.index])
            guard all.count <= Self.mostPosts else { return false }
            posts = all
            let key = Key(link: message.link, kind: message.kind, came: message.delivered != nil)
            return seen.insert(key).inserted
        }
        return Array(first.prefix(Self.mostMessages))
    }

    private func messageFigure(_ shown: [MessageLog.Message], _ digest: RecordDigest) -> Figure {
        let links = input.scoring.links
        let ends = shown.flatMap { [links[$0.link].from.index, links[$0.link].to.index] }
        let posts = names.posts.indices.filter { ends.contains($0) }
        let messages = shown.map { message in
            SequenceChart.Message(
                from: posts.firstIndex(of: links[message.link].from.index) ?? 0,
                to: posts.firstIndex(of: links[message.link].to.index) ?? 0,
                clock: words.clock(message.sent).shown,
                label: label(message),
                isLost: message.delivered == nil
            )
        }
        let chart = SequenceChart(posts: posts.map { names.posts[$0].title }, messages: messages)
        let all = digest.messages.messages
        let title = Bilingual(
            "First reports between posts, \(typicalTitle.english)",
            "各级信息报送时序，\(typicalTitle.chinese)"
        )
        let message = Bilingual(
            "The first report of each kind over each link (\(shown.count) of \(all.count)): how long it took, and "
                + "how old its news was when it came. In order of sending, not to scale.",
            "每条报送关系每类报告的首件（\(all.count)件中的\(shown.count)件），注明用时和送达时信息时效（滞后）。按发出先后排列，非等比例。"
        )
        return Figure(
            title: title,
            message: message,
            drawing: { chart.draw($0, $1, title: title, message: message) },
            table: messageTable(shown, title)
        )
    }

    private func label(_ message: MessageLog.Message) -> Bilingual {
        let kind = message.kind.title
        guard let delivered = message.delivered else { return kind }
        let delay = words.duration(delivered - message.sent)
        let age = message.knownSince.map { words.duration(delivered - $0) }
        return Bilingual(
            "\(kind.english), \(delay.english)" + (age.map { ", age \($0.english)" } ?? ""),
            "\(kind.chinese)，用时\(delay.chinese)" + (age.map { "，时效\($0.chinese)" } ?? "")
        )
    }

    private func messageTable(_ shown: [MessageLog.Message], _ title: Bilingual) -> ReportTable {
        var table = ReportTable(
            "messages",
            title,
            [
                .words("from", "From", "报送机构"), .words("to", "To", "接报机构"),
                .words("kind", "Kind", "类别"), .init("sent", "Sent", "发出"),
                .init("delivered", "Delivered", "送达"), .init("delay", "Delay", "用时"),
                .init("age", "Age of the news", "信息时效"), .init("losses", "Lost", "丢失次数"),
            ]
        )
        for message in shown {
            let link = input.scoring.links[message.link]
            let delivered = message.delivered
            let age = delivered.flatMap { came in message.knownSince.map { came - $0 } }
            table.add([
                Cell(words.title(link.from.index, names.posts)),
                Cell(words.title(link.to.index, names.posts)), Cell(message.kind.title),
                words.shortClock(message.sent),
                delivered.map { words.shortClock($0) } ?? Cell(Bilingual("never", "未送达")),
                words.length(delivered.map { $0 - message.sent }), words.length(age),
                message.losses > 0 ? Cell(message.losses) : .blank,
            ])
        }
        return table
    }

    private func linkTable(_ digest: RecordDigest) -> ReportTable {
        var table = ReportTable(
            "links",
            Bilingual(
                "Reports by link, \(typicalTitle.english)",
                "各报送关系报送情况，\(typicalTitle.chinese)"
            ),
            [
                .words("from", "From", "报送机构"), .words("to", "To", "接报机构"),
                .init("sent", "Sent", "报送件数"), .init("notDelivered", "Not delivered", "未送达"),
                .init("meanDelay", "Mean delay", "平均用时"),
                .init("firstDelivered", "First came", "首件送达"),
            ]
        )
        for (number, link) in input.scoring.links.enumerated() {
            let own = digest.messages.messages.filter { $0.link == number }
            guard !own.isEmpty else { continue }
            let delays = own.compactMap { message in message.delivered.map { $0 - message.sent } }
            let mean = delays.isEmpty ? nil : delays.reduce(0, +) / Double(delays.count)
            table.add([
                Cell(words.title(link.from.index, names.posts)),
                Cell(words.title(link.to.index, names.posts)), Cell(own.count),
                Cell(own.count - delays.count), words.length(mean),
                own.compactMap(\.delivered).min().map { words.clock($0) } ?? ReportWords.dash,
            ])
        }
        return table
    }

    private func dueTable(_ digest: RecordDigest) -> ReportTable {
        var table = ReportTable(
            "deadlines",
            Bilingual("Reports that fell due", "限时报告"),
            [
                .words("from", "From", "报送机构"), .words("to", "To", "接报机构"),
                .init("due", "Due", "时限"), .words("kept", "In time", "是否按时"),
            ]
        )
        for due in digest.messages.dues where input.scoring.links.indices.contains(due.link) {
            let link = input.scoring.links[due.link]
            table.add([
                Cell(words.title(link.from.index, names.posts)),
                Cell(words.title(link.to.index, names.posts)), words.clock(due.at),
                due.inTime
                    ? Cell(Bilingual("in time", "按时"), tone: .good)
                    : Cell(Bilingual("late", "超时"), tone: .bad),
            ])
        }
        return table
    }

    // MARK: Picture against truth

    private func pictureFigure(_ digest: RecordDigest) -> Figure {
        let deaths = digest.deaths
        var lines = [
            StepChart.Line(title: Bilingual("dead in truth", "真实死亡人数"), points: deaths.truth)
        ]
        for (level, points) in zip(KnownDeaths.levels, deaths.known) where points.count > 1 {
            lines.append(
                StepChart.Line(
                    title: Bilingual(
                        "known to the \(level.title.english)",
                        "\(level.title.chinese)掌握"
                    ),
                    points: points
                )
            )
        }
        if deaths.published.count > 1 {
            lines.append(
                StepChart.Line(
                    title: Bilingual("made public", "对外公布"),
                    points: deaths.published
                )
            )
        }
        let chart = StepChart(
            lines: lines,
            end: digest.end,
            unit: Bilingual("Deaths", "死亡人数（人）")
        )
        let title = Bilingual(
            "Picture against truth: deaths, \(typicalTitle.english)",
            "态势掌握与真实情况对比（死亡人数），\(typicalTitle.chinese)"
        )
        let message = Bilingual(
            "How many had died, what the best-informed post of each level believed, and what was made public.",
            "真实死亡人数、各层级掌握最充分的机构所知人数，以及对外公布人数。"
        )
        return Figure(
            title: title,
            message: message,
            drawing: { chart.draw($0, $1, title: title, message: message) },
            table: pictureTable(lines, title, digest.end)
        )
    }

    /// What every line says at every time at which curves have a point.
    private func pictureTable(
        _ lines: [StepChart.Line],
        _ title: Bilingual,
        _ end: Double
    ) -> ReportTable {
        var table = ReportTable(
            "picture",
            title,
            [.init("secondsFromStart", "Time", "时间")]
                + lines.enumerated().map { number, line in
                    .init("line\(number + 1)", line.title.english, line.title.chinese)
                }
        )
        let step = max(1, input.scoring.curveStep.seconds, end / 96)
        var places = Array(repeating: 0, count: lines.count)
        for point in 0...Int(end / step) {
            let now = Double(point) * step
            for (number, line) in lines.enumerated() {
                while places[number] + 1 < line.points.count,
                    line.points[places[number] + 1].x <= now
                {
                    places[number] += 1
                }
            }
            let values = zip(lines, places).map { Cell(plain: $0.points[$1].y) }
            table.add([words.shortClock(now)] + values)
        }
        return table
    }
}
