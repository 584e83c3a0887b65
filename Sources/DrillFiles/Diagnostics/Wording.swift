import Wording

/// Puts a name from a file into quotation marks, made safe and short enough for a message.
func quoted(_ text: some StringProtocol) -> String {
    "\"" + displayed(text) + "\""
}

/// Puts a name from a file into Chinese quotation marks, made safe and short enough for a message.
func quotedChinese(_ text: some StringProtocol) -> String {
    "“" + displayed(text) + "”"
}

/// Makes a text from a file safe and short: no control characters, at most 60 scalars.
func displayed(_ text: some StringProtocol) -> String {
    let limit = 60
    var result = ""
    for scalar in text.unicodeScalars.prefix(limit) {
        result += DisplayWidth.visible(scalar)
    }
    let isCut = text.unicodeScalars.dropFirst(limit).first != nil
    return isCut ? result + "…" : result
}

/// Writes a number as a person would: without the `.0` of a whole one, and 1e12 with few zeros.
func numeral(_ value: Double) -> String {
    if value == 1e9 { return "1e9" }
    if value == 1e12 { return "1e12" }
    guard value.magnitude < 1e15, value == value.rounded(.towardZero) else {
        return value.description
    }
    return Int64(value).description
}

/// Rounds to seven significant digits, for values shown but not reckoned with.
func roundedForDisplay(_ value: Double) -> Double {
    guard value != 0, value.isFinite, (1e-9...1e12).contains(value.magnitude) else { return value }
    var scale = 1.0
    while value.magnitude * scale < 1e6 { scale *= 10 }
    return (value * scale).rounded() / scale
}

extension Bilingual {
    /// Says that one of several names is expected, naming at most twenty.
    static func oneOf(_ names: [String]) -> Bilingual {
        let shown = names.prefix(20).map { displayed($0) }
        let rest = names.count - shown.count
        if names.count == 1 { return Bilingual(verbatim: shown[0]) }
        let english = shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        let chinese = shown.joined(separator: "、") + (rest > 0 ? " 等 \(names.count) 个" : "")
        return Bilingual("one of \(english)", "\(chinese) 之一")
    }

    /// Asks whether another name was meant.
    static func didYouMean(_ name: String) -> Bilingual {
        Bilingual("did you mean \(quoted(name))?", "是不是\(quotedChinese(name))？")
    }

    /// Joins two texts.
    static func + (left: Bilingual, right: Bilingual) -> Bilingual {
        Bilingual(left.english + right.english, left.chinese + right.chinese)
    }
}
