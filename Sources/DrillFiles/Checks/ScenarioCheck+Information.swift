import Wording

/// Checks of posts and links.
extension ScenarioCheck {
    /// Calls need a call centre, on-scene commands a site, and links two posts.
    mutating func checkInformation() {
        checkCallCentre()
        for post in posts.values { checkScene(post) }
        var links: [String: Checked] = [:]
        for link in root.list("links") { checkLink(link, &links) }
    }

    private mutating func checkCallCentre() {
        guard let witnesses = root.sound("witnesses") else { return }
        if let reference = witnesses.sound("callPost") { checkCallCentre(of: reference) }
        var shares = 0.0
        for other in witnesses.list("otherCallPosts") {
            if let reference = other.sound("post") { checkCallCentre(of: reference) }
            guard let share = other.sound("share") else { continue }
            shares += share.number()
            guard shares > 1 + 1e-9 else { continue }
            report(
                "shares",
                Bilingual("the shares add up to more than 1", "拨打比例之和超过1"),
                at: share,
                help: Bilingual(
                    "what is left of 1 calls \"callPost\"",
                    "其余比例的群众拨打 \"callPost\""
                )
            )
            return
        }
    }

    private mutating func checkCallCentre(of reference: Checked) {
        guard let post = posts[reference], post.isSound, post.optional("callCentre") == nil
        else { return }
        report(
            "no-call-centre",
            Bilingual(
                "the post \(quoted(reference.text())) has no call centre",
                "机构\(quotedChinese(reference.text()))没有接处警中心"
            ),
            at: reference,
            help: Bilingual(
                "give the post a \"callCentre\", or name another post",
                "请为该机构设置 \"callCentre\"，或改为其他机构"
            )
        )
    }

    private mutating func checkScene(_ post: Checked) {
        guard let level = post.sound("level"), level.text() == "scene",
            post.optional("site") == nil
        else { return }
        report(
            "no-site",
            Bilingual("an on-scene command without a site", "现场指挥部没有对应的现场"),
            at: level,
            help: Bilingual("add \"site\" with the site it commands", "请补充 \"site\"，写明所指挥的现场")
        )
    }

    private mutating func checkLink(_ link: Checked, _ links: inout [String: Checked]) {
        guard let from = link.sound("from"), let to = link.sound("to"),
            let channel = link.sound("channel")
        else { return }
        if from.text() == to.text() {
            report(
                "link",
                Bilingual("a post that reports to itself", "机构向自身报告"),
                at: to,
                expected: Bilingual("another post", "其他机构")
            )
        }
        for category in link.sound("carries")?.list() ?? [] {
            let key = [from.text(), to.text(), channel.text(), category.text()].joined(
                separator: "\n"
            )
            guard let other = links[key] else {
                links[key] = category
                continue
            }
            report(
                "repeated-link",
                Bilingual(
                    "\(quoted(from.text())) already reports this to \(quoted(to.text())) over this channel",
                    "\(quotedChinese(from.text()))已通过该渠道向\(quotedChinese(to.text()))报告此类信息"
                ),
                at: category,
                help: Bilingual("take it out of one of the two links", "请从其中一条报告关系中删去"),
                notes: [
                    Diagnostic.Note(
                        Bilingual("the other one stands here", "另一处在这里"),
                        at: other.range
                    )
                ]
            )
        }
    }
}
