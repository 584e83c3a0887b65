import Foundation
import Wording

/// What makes a map file unusable, with its place in the file.
struct MapProblem: Error {
    /// Stable name of the kind.
    let code: String
    /// Place in the file [bytes].
    let offset: Int
    let message: Bilingual
    var expected: Bilingual?
    var help: Bilingual?

    init(
        _ code: String,
        at offset: Int,
        _ message: Bilingual,
        expected: Bilingual? = nil,
        help: Bilingual? = nil
    ) {
        self.code = code
        self.offset = offset
        self.message = message
        self.expected = expected
        self.help = help
    }

    static func cutOff(at offset: Int) -> Self {
        Self(
            "cut-off-file",
            at: offset,
            Bilingual("the file ends before its last element does", "文件在最后一个元素结束之前中断"),
            help: Bilingual("it was not copied to its end: copy it again", "文件没有复制完整，请重新复制")
        )
    }

    static func notXML(at offset: Int) -> Self {
        Self(
            "not-xml",
            at: offset,
            Bilingual("this is no XML", "此处不符合 XML 语法"),
            expected: Bilingual(
                "a tag such as <node id=\"1\" lat=\"31.2\" lon=\"121.5\"/>",
                "形如 <node id=\"1\" lat=\"31.2\" lon=\"121.5\"/> 的标签"
            )
        )
    }

    static func wrongEncoding(at offset: Int) -> Self {
        Self(
            "wrong-encoding",
            at: offset,
            Bilingual("the tag holds bytes that are not UTF-8", "标签中含有非 UTF-8 字节"),
            expected: Bilingual(verbatim: "UTF-8"),
            help: Bilingual("save the map as UTF-8", "请将地图另存为 UTF-8 编码")
        )
    }

    static func longTag(at offset: Int) -> Self {
        Self(
            "long-tag",
            at: offset,
            Bilingual(
                "the tag is longer than 1 MiB, or a quotation mark is missing",
                "标签超过 1 MiB，或缺少引号"
            )
        )
    }

    static func tooDeep(at offset: Int) -> Self {
        Self(
            "too-deep",
            at: offset,
            Bilingual("elements are nested more than 64 deep", "元素嵌套超过 64 层"),
            expected: Bilingual("nodes, ways and relations", "node、way 和 relation 元素")
        )
    }

    static func declaration(at offset: Int) -> Self {
        Self(
            "document-type",
            at: offset,
            Bilingual(
                "document type declarations are refused: entities could blow up the file or read others",
                "拒绝文档类型声明：其中的实体可能使文件膨胀或读取其他文件"
            ),
            help: Bilingual(
                "map files need none: take the line out",
                "地图文件不需要该声明，请删除这一行"
            )
        )
    }

    static func unexpectedEnd(_ name: String, _ open: String?, at offset: Int) -> Self {
        let expected = open.map { "</\($0)>" }
        return Self(
            "unexpected-end",
            at: offset,
            Bilingual(
                "</\(displayed(name))> ends nothing that is open",
                "</\(displayed(name))> 没有对应的开始标签"
            ),
            expected: expected.map { Bilingual(verbatim: displayed($0)) }
        )
    }

    static func unreadable(_ reason: Bilingual) -> Self {
        Self("unreadable-file", at: 0, reason)
    }
}

extension Diagnostics {
    /// Reports a problem of a map file as an error.
    mutating func error(_ problem: MapProblem, in path: String) {
        let file = MapFileText(path)
        error(file.diagnostic(problem))
    }

    /// Reports doubts about a map file.
    mutating func warn(_ problems: [MapProblem], in path: String) {
        guard !problems.isEmpty else { return }
        let file = MapFileText(path)
        for problem in problems { warning(file.diagnostic(problem)) }
    }
}

/// Text of a map file for messages, where it is small enough to show.
private struct MapFileText {
    private let path: String
    private let text: SourceText?

    init(_ path: String) {
        self.path = path
        var nothing = Diagnostics()
        text = SourceText.read(at: path, into: &nothing)
    }

    func diagnostic(_ problem: MapProblem) -> Diagnostic {
        let range =
            text?.range(problem.offset..<problem.offset + 1)
            ?? SourceText(path: path, bytes: []).whole
        let place = Bilingual("byte \(problem.offset): ", "第 \(problem.offset) 字节：")
        return Diagnostic(
            problem.code,
            at: range,
            text == nil && problem.offset > 0 ? place + problem.message : problem.message,
            expected: problem.expected,
            help: problem.help
        )
    }
}

/// Bytes of a file, a stretch at a time.
struct ByteSource {
    private let file: FileHandle

    /// Opens a file.
    init(path: String) throws(MapProblem) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw MapProblem("no-such-file", at: 0, Bilingual("there is no such file", "没有这个文件"))
        }
        guard !isFolder.boolValue, let file = FileHandle(forReadingAtPath: path) else {
            throw .unreadable(
                isFolder.boolValue
                    ? Bilingual("this is a folder, not a file", "这是文件夹，不是文件")
                    : Bilingual("the file cannot be read", "文件无法读取")
            )
        }
        self.file = file
    }

    /// Reads on, at most so many bytes; none at the end.
    func read(_ count: Int) throws(MapProblem) -> [UInt8] {
        do {
            return [UInt8](try file.read(upToCount: count) ?? Data())
        } catch {
            throw .unreadable(Bilingual("the file cannot be read", "文件无法读取"))
        }
    }
}
