import Reports
import Testing
import Wording

/// Whatever stands in a file is shown as text, wherever it is put.
@Suite struct EscapingTests {
    @Test func `what would be unseen or turn the writing round is written out`() {
        #expect(Escaping.visible("a\u{0}b\u{1B}c\u{7F}") == "a␀b␛c␡")
        #expect(Escaping.visible("a\u{202E}b\u{200F}c\u{FEFF}") == "a⟦U+202E⟧b⟦U+200F⟧c⟦U+FEFF⟧")
        #expect(Escaping.visible("a\tb\nc\u{2028}d") == "a b c d")
        #expect(Escaping.visible("响水“3·21” 👩‍🚒") == "响水“3·21” 👩‍🚒")
    }

    @Test func `no text becomes markup`() {
        #expect(
            Escaping.html("<script>a && b</script>")
                == "&lt;script&gt;a &amp;&amp; b&lt;/script&gt;"
        )
        #expect(Escaping.attribute("\" onload='x'") == "&quot; onload=&#39;x&#39;")
        let element = Markup.element("p", ["title": "\"><b>"], "<i>", Markup("</p>"))
        #expect(element.source == "<p title=\"&quot;&gt;&lt;b&gt;\">&lt;i&gt;&lt;/p&gt;</p>")
    }

    @Test func `nothing ends a script or begins a comment in it`() {
        let json = "{\"a\":\"</script><!--\u{2028}&\"}"
        let safe = Escaping.scriptJSON(json)
        #expect(!safe.contains("<") && !safe.contains("&") && !safe.contains("\u{2028}"))
        #expect(safe == "{\"a\":\"\\u003C/script\\u003E\\u003C!--\\u2028\\u0026\"}")
        #expect(Escaping.scriptString("a\"\\</script>") == "\"a\\\"\\\\\\u003C/script\\u003E\"")
    }

    @Test(arguments: ["=cmd|'/c calc'!A1", "+1", "-1", "@x", "＝1", "\t=1".trimmed, "\"=1"])
    func `no spreadsheet takes a name for a formula`(text: String) {
        let cell = Escaping.csv(text)
        let shown = cell.hasPrefix("\"") ? String(cell.dropFirst()) : cell
        #expect(!"=+-@＝".contains(shown.first ?? " "))
    }

    @Test func `cells are quoted where they must be`() {
        #expect(Escaping.csv("a,b") == "\"a,b\"")
        #expect(Escaping.csv("say \"a\"") == "\"say \"\"a\"\"\"")
        #expect(Escaping.csv("plain 文字") == "plain 文字")
        #expect(Escaping.csv("two\nlines") == "two lines")
    }

    @Test func `no text becomes Markdown`() {
        #expect(Escaping.markdown("*a* _b_ `c` [d](e)") == "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e)")
        #expect(Escaping.markdown("<b>&amp;|") == "&lt;b&gt;&amp;amp;\\|")
        #expect(Escaping.markdown("1. x") == "1\\. x")
        #expect(Escaping.markdown("- x") == "\\- x")
        #expect(
            Escaping.markdown("https://a.b www.c.d x@y.z")
                == "https&#58;//a.b www&#46;c.d x&#64;y.z"
        )
    }

    @Test(arguments: Language.allCases)
    func `a page has both languages, loads nothing and shows its title as text`(language: Language)
    {
        let title = Bilingual("A </title><script>", "甲</title><script>")
        let page = Page(title: title, language: language)
        let html = page.html(page.languageSwitch() + Page.words(title))
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(Page.tag(language))\""))
        #expect(html.components(of: "<script>") == 1)
        #expect(html.components(of: "</title>") == 1)
        #expect(html.contains("default-src &#39;none&#39;"))
        #expect(html.contains("<span lang=\"zh-CN\">甲&lt;/title&gt;&lt;script&gt;</span>"))
        #expect(!html.contains("http://") && !html.contains("https://"))
    }
}

extension String {
    /// Without blanks in front.
    fileprivate var trimmed: String { String(drop { $0 == "\t" }) }

    /// How many times a text stands in this one.
    func components(of part: String) -> Int { ranges(of: part).count }
}
