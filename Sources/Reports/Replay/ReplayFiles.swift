/// Script, style sheet and body of the replay page, as they lie in the folder Page.
enum ReplayFiles {
    /// Everything that runs, in one scope.
    static let script: String = {
        let files = [
            PackageResources.data_js, PackageResources.words_js, PackageResources.symbols_js,
            PackageResources.camera_js, PackageResources.ground_js, PackageResources.map_js,
            PackageResources.app_js, PackageResources.panels_js, PackageResources.charts_js,
            PackageResources.main_js,
        ]
        let body = files.map(text).joined(separator: "\n")
        return "(function () {\n\"use strict\";\n" + body + "})();\n"
    }()
    /// Rules that follow those of every page.
    static let styles = text(PackageResources.page_css)
    /// Body without heading and data.
    static let body = text(PackageResources.page_html)

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
