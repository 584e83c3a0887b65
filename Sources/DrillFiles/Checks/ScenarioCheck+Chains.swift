import Wording

/// Checks of chains: who reports to whom, and what sets off what.
extension ScenarioCheck {
    /// Nobody stands above himself, no hazard sets itself off, and no depot supplies itself.
    mutating func checkChains() {
        checkSuperiors()
        checkTriggers()
        checkReorders()
    }

    private mutating func checkReorders() {
        let sources = depots.values.map { depots.index(of: $0.sound("reorder")?.sound("from")) }
        for loop in Self.loops(sources) {
            let chain = named(loop, depots)
            report(
                "cycle",
                Bilingual("these depots supply each other: \(chain)", "补货来源首尾相接：\(chain)"),
                at: depots.values[loop[0]].value("reorder").value("from"),
                expected: Bilingual(
                    "a chain that ends at a depot without \"reorder\"",
                    "补货链应终止于没有 \"reorder\" 的储备点"
                ),
                help: Bilingual(
                    "leave out \"reorder\" at the central depot",
                    "请删去中心库的 \"reorder\""
                )
            )
        }
        for depot in depots.values { checkLevels(of: depot) }
    }

    /// What a depot fills itself up to is more than that at which it asks.
    private mutating func checkLevels(of depot: Checked) {
        guard let reorder = depot.sound("reorder"), let least = reorder.sound("whenAtMost"),
            let most = reorder.sound("fillTo")
        else { return }
        for (key, kind, _, _) in ResourceFormat.supplyKeys {
            let (low, high) = (least.count(key), most.count(key))
            guard low > 0, high <= low else { continue }
            report(
                "reorder-levels",
                Bilingual(
                    "\(kind.title.english): asked for at \(low), filled up to \(high) only",
                    "\(kind.title.chinese)补货点为\(low)，补足数仅\(high)"
                ),
                at: least.value(key),
                expected: Bilingual("less than under \"fillTo\"", "应小于 \"fillTo\" 中的数值"),
                help: Bilingual("raise \"fillTo\"", "请提高 \"fillTo\"")
            )
        }
    }

    private mutating func checkSuperiors() {
        let superiors = posts.values.map { posts.index(of: $0.optional("superior")) }
        for loop in Self.loops(superiors) {
            let chain = named(loop, posts)
            report(
                "cycle",
                Bilingual("the reporting chain is a circle: \(chain)", "报告链首尾相接：\(chain)"),
                at: posts.values[loop[0]].value("superior"),
                expected: Bilingual(
                    "a chain that ends at a post without superior",
                    "报告链应终止于没有上级的机构"
                ),
                help: Bilingual(
                    "leave out \"superior\" at the highest post of the chain",
                    "请删去其中最高一级机构的 \"superior\""
                )
            )
        }
    }

    private mutating func checkTriggers() {
        let triggers = hazards.values.map {
            hazards.index(of: $0.sound("setOffBy")?.sound("hazard"))
        }
        for loop in Self.loops(triggers) {
            let chain = named(loop, hazards)
            report(
                "cycle",
                Bilingual(
                    "these hazards wait for each other: \(chain)",
                    "致灾因子互为引发条件：\(chain)"
                ),
                at: hazards.values[loop[0]].value("setOffBy").value("hazard"),
                expected: Bilingual(
                    "a chain that begins with a hazard without \"setOffBy\"",
                    "引发链应始于没有 \"setOffBy\" 的致灾因子"
                ),
                help: Bilingual(
                    "let one of them begin by itself or by an inject",
                    "请让其中之一自行发生，或由情景注入引发"
                )
            )
        }
    }

    /// Writes a loop as its names with arrows, the first one again at the end, at most eight.
    private func named(_ loop: [Int], _ things: Defined) -> String {
        let shown = loop.prefix(8).map { displayed(things.values[$0].text("id")) }
        let dots = loop.count > shown.count ? ["…"] : []
        return (shown + dots + [shown[0]]).joined(separator: " → ")
    }

    /// Returns every loop in a table of successors, each from its first member on.
    ///
    /// - Complexity: O(*n*): a member that was walked over is not walked again.
    static func loops(_ next: [Int?]) -> [[Int]] {
        var walkedFrom = [Int?](repeating: nil, count: next.count)
        var loops: [[Int]] = []
        for start in next.indices {
            var current: Int? = start
            while let place = current, walkedFrom[place] == nil {
                walkedFrom[place] = start
                current = next[place]
            }
            guard let entry = current, walkedFrom[entry] == start else { continue }
            loops.append(loop(through: entry, next))
        }
        return loops.sorted { $0[0] < $1[0] }
    }

    private static func loop(through entry: Int, _ next: [Int?]) -> [Int] {
        var loop = [entry]
        while let last = loop.last, let following = next[last], following != entry {
            loop.append(following)
        }
        let least = loop.indices.min { loop[$0] < loop[$1] } ?? 0
        return Array(loop[least...] + loop[..<least])
    }
}
