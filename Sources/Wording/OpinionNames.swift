public import Vocabulary

extension ReleaseKind: Named {
    /// Names of the case.
    public var described: (name: String, english: String, chinese: String) {
        switch self {
        case .verifiedDeaths: ("verifiedDeaths", "verified deaths", "核定死亡人数")
        case .first: ("firstRelease", "first release, without numbers", "首次发布（不含数字）")
        case .update: ("update", "how the response goes on", "处置进展滚动发布")
        }
    }
}
