/// What an official release says (信息发布).
public enum ReleaseKind: UInt8, CaseIterable, BitwiseCopyable, Sendable {
    /// How many people are verified dead (核定死亡人数).
    case verifiedDeaths = 0
    /// The first word: when, where and what is being done, without numbers (首次发布).
    case first = 1
    /// How the response goes on, without numbers (滚动发布).
    case update = 2
}

/// An official release: what a post tells the public.
public struct Release: BitwiseCopyable, Sendable {
    /// Post that speaks.
    public let post: PostID
    /// What it says.
    public let kind: ReleaseKind
    /// Verified dead it names [persons]; of no meaning for releases without numbers.
    public let dead: Int32
    /// Fact of the release.
    public let cause: FactID

    /// Creates a release.
    public init(by post: PostID, _ kind: ReleaseKind, dead: Int32 = 0, cause: FactID) {
        self.post = post
        self.kind = kind
        self.dead = dead
        self.cause = cause
    }
}
