import Wording

extension SourceText {
    /// Says why the bytes are no text of ours, or nil where they are UTF-8 without zero bytes.
    var encodingProblem: Diagnostic? {
        if bytes.count > Self.byteLimit { return .tooLarge(at: whole) }
        if let name = wideEncoding { return wrongEncoding(name, at: 0) }
        let invalid = firstInvalid
        if let zero = bytes.firstIndex(of: 0) { return notText(at: zero) }
        guard let invalid else { return nil }
        if invalid.kind == .truncatedScalar, invalid.byteOffsets.upperBound == bytes.count {
            return cutOff(at: invalid.byteOffsets.lowerBound)
        }
        return wrongEncoding(isGB18030 ? "GB18030" : nil, at: invalid.byteOffsets.lowerBound)
    }

    /// The first stretch that is not UTF-8, or nil.
    private var firstInvalid: UTF8.ValidationError? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error
        }
    }

    /// Name of the encoding with units of two or four bytes that the file seems to be in.
    private var wideEncoding: String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            return "UTF-32"
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return "UTF-16"
        }
        // Without a mark, ASCII in UTF-16 gives itself away by a zero in every other byte.
        let start = bytes.prefix(64)
        let zeros = start.indices.filter { start[$0] == 0 }
        let isWide = zeros.count * 2 >= start.count && Set(zeros.map { $0 % 2 }).count == 1
        return isWide && start.count >= 4 ? "UTF-16" : nil
    }

    /// Whether all bytes form characters of GB18030, the national standard that includes GBK.
    var isGB18030: Bool {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            guard (0x81...0xFE).contains(bytes[index]), index + 1 < bytes.count else {
                return false
            }
            switch bytes[index + 1] {
            case 0x40...0x7E, 0x80...0xFE: index += 2
            case 0x30...0x39: index += 4
            default: return false
            }
        }
        return index == bytes.count
    }

    private func wrongEncoding(_ name: String?, at offset: Int) -> Diagnostic {
        let byte = String(bytes[offset], radix: 16, uppercase: true)
        let known = name.map { name in
            (
                message: Bilingual("the file is in \(name)", "文件编码是 \(name)"),
                help: Bilingual(
                    "save it as UTF-8, or convert it: iconv -f \(name) -t UTF-8 old.jsonc > new.jsonc",
                    "请另存为 UTF-8，或转换：iconv -f \(name) -t UTF-8 旧.jsonc > 新.jsonc"
                )
            )
        }
        return Diagnostic(
            "wrong-encoding",
            at: range(offset..<offset + 1),
            known?.message
                ?? Bilingual("the byte 0x\(byte) is not UTF-8", "字节 0x\(byte) 不是 UTF-8"),
            expected: Bilingual("UTF-8, with or without byte order mark", "UTF-8（可带 BOM）"),
            help: known?.help
                ?? Bilingual("save it as UTF-8 in your editor", "请在编辑器中另存为 UTF-8")
        )
    }

    private func cutOff(at offset: Int) -> Diagnostic {
        Diagnostic(
            "cut-off-file",
            at: range(offset..<bytes.count),
            Bilingual("the file ends in the middle of a character", "文件在一个字符中间中断"),
            help: Bilingual("it was not copied to its end: copy it again", "文件没有复制完整，请重新复制")
        )
    }

    private func notText(at offset: Int) -> Diagnostic {
        Diagnostic(
            "not-text",
            at: range(offset..<offset + 1),
            Bilingual("a zero byte: this is not a text file", "出现零字节：这不是文本文件"),
            expected: Bilingual("a text file in UTF-8", "UTF-8 文本文件"),
            help: Bilingual(
                "check whether the right file was given; if so, restore it from a copy",
                "请核对是否给错了文件；如果没有，请用备份恢复"
            )
        )
    }
}
