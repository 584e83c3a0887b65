import Wording

/// What stands in the body of a replay page before its scripts run.
struct ReplayBody {
    let page: Page
    let title: Bilingual

    /// The body: heading, switch between the languages, and the parts that the scripts fill.
    var markup: Markup {
        let heading = Markup.element(
            "div",
            [:],
            .element("h1", [:], Page.words(title)),
            .element("p", ["id": "subtitle"])
        )
        let top = Markup.element("header", ["class": "top"], heading, page.languageSwitch())
        let notice = Markup.element(
            "noscript",
            [:],
            .element("p", ["class": "hint"], Page.words(Self.noScript))
        )
        return top + notice + Markup(trusted: ReplayFiles.body)
    }

    private static let noScript = Bilingual(
        "This page needs scripts to be allowed; it loads nothing from anywhere.",
        "本页需要启用脚本；不访问任何网络。"
    )
}
