public import Wording

/// The replay of a drill, or of one drill under two plans, as a page that needs nothing else.
public struct Replay: Sendable {
    /// The scenario.
    public var scene: ReplayScene
    /// The drill under one plan or under two, with the same luck.
    public var drills: [ReplayDrill]
    /// Number of the first fact in which two plans differ; nil for one plan, or where nothing differs.
    public var divergence: Int?
    /// Where the drill lies in a batch, if one is at hand.
    public var standing: ReplayStanding?
    /// Why it is not said where the drill lies in a batch, or what the batch was.
    public var standingNote: Bilingual
    /// Name and version of the program.
    public var program = ""
    /// Command that makes the same page again.
    public var command = ""

    /// Creates the replay of played drills.
    public init(_ scene: ReplayScene, _ drills: [ReplayDrill], standingNote: Bilingual) {
        self.scene = scene
        self.drills = drills
        self.standingNote = standingNote
    }

    /// Returns the page.
    ///
    /// - Parameter language: Language shown first.
    /// - Returns: HTML.
    /// - Complexity: O(facts).
    public func page(_ language: Language) -> String {
        let title = Bilingual(
            "Replay: " + scene.title.english,
            "推演回放：" + scene.title.chinese
        )
        let page = Page(
            title: title,
            language: language,
            styles: ReplayFiles.styles,
            scripts: ReplayFiles.script
        )
        let data = Markup.element(
            "script",
            ["type": "application/json", "id": "drill-data"],
            Markup(trusted: ReplayData(replay: self).json)
        )
        return page.html(ReplayBody(page: page, title: scene.title).markup + data)
    }
}
