/// A character that looks like punctuation of JSON and is none, as input methods produce them.
struct Lookalike {
    /// What its author meant.
    enum Meaning: Equatable {
        case blank
        case quote
        case punctuation(Token.Kind)
    }

    /// The character that was written.
    let scalar: Unicode.Scalar

    /// The character that was meant.
    let replacement: String

    let meaning: Meaning

    /// Length of the written character [bytes].
    let length: Int

    /// Finds a look-alike at an offset of valid UTF-8, or nil.
    static func at(_ offset: Int, of bytes: [UInt8]) -> Lookalike? {
        // Only these bytes begin one; all others, such as those of Chinese letters, are let go fast.
        guard [0xC2, 0xE2, 0xE3, 0xEF].contains(bytes[offset]) else { return nil }
        let slice = bytes[offset..<min(offset + 3, bytes.count)]
        guard let scalar = String(decoding: slice, as: UTF8.self).unicodeScalars.first,
            let (meaning, replacement) = meaning(of: scalar)
        else {
            return nil
        }
        return Lookalike(
            scalar: scalar,
            replacement: replacement,
            meaning: meaning,
            length: UTF8.width(scalar)
        )
    }

    private static func meaning(of scalar: Unicode.Scalar) -> (Meaning, String)? {
        switch scalar {
        case "\u{A0}", "\u{2000}"..."\u{200B}", "\u{202F}", "\u{3000}", "\u{FEFF}": (.blank, " ")
        case "“", "”", "‘", "’", "＂": (.quote, "\"")
        case "，", "、": (.punctuation(.comma), ",")
        case "：": (.punctuation(.colon), ":")
        case "｛": (.punctuation(.openBrace), "{")
        case "｝": (.punctuation(.closeBrace), "}")
        case "［", "【": (.punctuation(.openBracket), "[")
        case "］", "】": (.punctuation(.closeBracket), "]")
        default: nil
        }
    }
}
