/// Smallest meaningful piece of a file.
struct Token {
    /// What a piece is.
    enum Kind {
        case openBrace
        case closeBrace
        case openBracket
        case closeBracket
        case colon
        case comma
        /// A string in good order.
        case text
        /// A number in good order.
        case number
        /// `true`, `false`, `null`, or a bare word that should not be there.
        case word
        /// A text or number that is not in good order; already reported.
        case broken
        /// The end of the file.
        case end
    }

    var kind: Kind

    /// Where it stands, in bytes.
    var range: Range<Int>

    /// Whether a string holds escapes.
    var hasEscapes = false

    /// Whether it may have swallowed keys and values that follow it.
    var mayHideOthers = false

    /// Whether something before it was reported and skipped, so that nothing more is missing there.
    var followsMistake = false
}
