/// Language in which the program speaks to its user.
public enum Language: String, CaseIterable, Sendable {
    /// English.
    case english = "en"

    /// Chinese, simplified.
    case chinese = "zh"

    /// Finds the language a user's environment asks for.
    ///
    /// - Parameter environment: Variables of the process; the first of `LC_ALL`, `LC_MESSAGES` and
    ///   `LANG` that is set and not empty decides.
    /// - Returns: Chinese where that value begins with `zh`, English otherwise.
    public static func preferred(in environment: [String: String]) -> Self {
        let settings = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
        let decisive = settings.first { !$0.isEmpty } ?? ""
        return decisive.lowercased().hasPrefix("zh") ? .chinese : .english
    }
}

/// One sentence in every language of the program.
public struct Bilingual: Hashable, Sendable {
    /// The sentence in English.
    public let english: String

    /// The sentence in Chinese.
    public let chinese: String

    /// Creates a sentence from its two wordings.
    public init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// Creates a text that is the same in every language, such as a name or a unit.
    public init(verbatim text: String) {
        self.init(text, text)
    }

    /// The wording in one language.
    public subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }
}
