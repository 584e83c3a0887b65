public import Wording

/// One self-contained HTML file in both languages, with a switch between them.
///
/// What belongs to one language stands in `span` or `div` elements with `lang="en"` or `lang="zh-CN"`; the
/// style sheet shows those of the language chosen. The switch sets `lang` and `data-language` (`en`, `zh`)
/// of the root and sends the event `drill-language` to the document, for scripts that write words of their
/// own. The file loads nothing: its policy forbids all network.
public struct Page {
    private let title: Bilingual
    private let language: Language
    /// Rules that follow those of every page.
    private let styles: String
    /// Scripts that follow the one of every page; they are run at the end of the body.
    private let scripts: String

    /// Creates a page.
    ///
    /// - Parameters:
    ///   - title: Title of the document.
    ///   - language: Language shown first.
    ///   - styles: CSS of its own, made by the program.
    ///   - scripts: JavaScript of its own, made by the program, data in it through
    ///     `Escaping.scriptJSON`.
    public init(title: Bilingual, language: Language, styles: String = "", scripts: String = "") {
        self.title = title
        self.language = language
        self.styles = styles
        self.scripts = scripts
    }

    /// Returns the file.
    ///
    /// - Parameter body: What stands in the body, `languageSwitch` included.
    /// - Returns: HTML.
    public func html(_ body: Markup) -> String {
        let policy =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
            + " img-src data:; base-uri 'none'; form-action 'none'"
        let head = Markup([
            .void("meta", ["charset": "utf-8"]),
            .void("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
            .void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            .element("title", [:], Markup(title[language])),
            .element("style", [:], Markup(trusted: StyleSheet.common + styles)),
        ])
        let code = Self.script(titles: title) + scripts
        let root = Markup.element(
            "html",
            ["lang": Self.tag(language), "data-language": language.rawValue],
            .element("head", [:], head),
            .element("body", [:], body, .element("script", [:], Markup(trusted: code)))
        )
        return "<!DOCTYPE html>\n" + root.source + "\n"
    }

    /// Returns the tag of a language as pages name it.
    public static func tag(_ language: Language) -> String {
        switch language {
        case .english: "en"
        case .chinese: "zh-CN"
        }
    }

    /// Returns the switch between the languages: two buttons, the pressed one being that of the page.
    public func languageSwitch() -> Markup {
        let buttons = [(Language.chinese, "中文"), (.english, "English")].map { choice, name in
            Markup.element(
                "button",
                [
                    "type": "button", "lang": Self.tag(choice), "data-choose": choice.rawValue,
                    "aria-pressed": choice == language ? "true" : "false",
                ],
                Markup(name)
            )
        }
        return .element(
            "div",
            ["class": "language-switch", "role": "group", "aria-label": "语言 Language"],
            buttons
        )
    }

    /// Returns both wordings, of which the page shows one, within a line.
    public static func words(_ text: Bilingual) -> Markup {
        guard text.english != text.chinese else { return Markup(text.english) }
        return .element("span", ["lang": "en"], Markup(text.english))
            + .element("span", ["lang": "zh-CN"], Markup(text.chinese))
    }

    /// Returns a block of its own for each language, of which the page shows one.
    public static func blocks(_ block: (Language) -> Markup) -> Markup {
        .element("div", ["lang": "zh-CN"], block(.chinese))
            + .element("div", ["lang": "en"], block(.english))
    }

    private static func script(titles: Bilingual) -> String {
        """
        (function () {
          "use strict";
          var titles = {en: \(Escaping.scriptString(titles.english)), zh: \(Escaping.scriptString(titles.chinese))};
          var buttons = document.querySelectorAll("[data-choose]");
          function choose(language) {
            var root = document.documentElement;
            root.dataset.language = language;
            root.lang = language === "zh" ? "zh-CN" : "en";
            document.title = titles[language];
            buttons.forEach(function (button) {
              button.setAttribute("aria-pressed", String(button.dataset.choose === language));
            });
            document.dispatchEvent(new CustomEvent("drill-language", {detail: language}));
          }
          buttons.forEach(function (button) {
            button.addEventListener("click", function () { choose(button.dataset.choose); });
          });
        })();

        """
    }
}
