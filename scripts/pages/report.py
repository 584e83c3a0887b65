"""The after-action report of a batch, as a reader opens it."""

import json
import os
import re
import shutil

import basics
from browser import Page

# Every number of the page that names its place in a file, with what the page shows.
NUMBERS = r"""
[...document.querySelectorAll("data[data-from]")].map((e) => [e.dataset.from, e.getAttribute("value")])
"""

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

CHAPTERS = {
    "zh": ["基本情况", "演练情景", "检验预案", "演练目标", "目标达成情况", "评分", "推演结果", "典型推演过程", "评估发现与依据",
           "未完成任务", "应急物资保障", "力量投入", "信息报送与态势掌握", "伤亡归因", "参照推演", "预案比较", "改进建议与整改计划",
           "假定与待核参数", "结果来源与复现"],
    "en": ["Overview", "Scenario", "Plan under test", "Objectives", "Goals", "Score", "Results",
           "Timeline of the typical drill", "Findings and evidence", "Unmet tasks", "Supplies", "Teams at work",
           "Information", "Causes of deaths", "Reference drills", "Comparison of plans", "Improvement items",
           "Assumptions", "Provenance"],
}  # fmt: skip


def check(run):
    """Opens the report of a small batch, presses what can be pressed, and looks at every width."""
    folder = run.batch("xiangshui-2019", "baseline", 60, "--lang", "zh")
    path = folder / "report.html"
    size = os.path.getsize(path)
    run.say(size < 1_000_000, f"the report has {size // 1000} kB")
    with Page(run.browser, path) as page:
        run.pace(page.seconds < 2, f"it opens in {page.seconds:.2f} s")
        language(run, page, "zh")
        page.press("[data-choose=en]")
        language(run, page, "en")
        numbers(run, page, folder)
        foldings(run, page)
        widths(run, page)
        run.say(page.evaluate("document.querySelectorAll('figure svg').length") >= 16, "charts are drawn in both languages")
        for name in ["en", "zh"]:
            page.press(f"[data-choose={name}]")
            page.paper(run.shots / f"report-{name}.pdf")
        found = [f"on the console: {text}" for text in page.complaints()] + page.requests()
        run.say(not found, f"nothing is complained about or asked for at the end {found}")
    hostile(run)


# What a name may hold to do harm: markup, the end of a script, a formula, and a mark that turns writing round.
HOSTILE = r"=<img src=x onerror='window.harm=1'></script><script>window.harm=1</script>&\u202e"


def hostile(run):
    """Names that are markup are shown as text, and nothing in them is run."""
    folder = run.folder / "hostile"
    shutil.copytree(run.root / "Tests/DrillFilesTests/Small", folder)
    for path in [folder / "scenario.jsonc", *(folder / "plans").glob("*.jsonc")]:
        text = path.read_text(encoding="utf-8")
        text = re.sub(r'("(?:en|zh)": ")', lambda found: found[1] + HOSTILE, text)
        path.write_text(text, encoding="utf-8")
    out = run.folder / "hostile-results"
    run.drill("batch", folder, "--drills", 6, "--out", out)
    with Page(run.browser, out / "report.html") as page:
        for name in ["zh", "en"]:
            page.press(f"[data-choose={name}]")
            run.say(page.evaluate("window.harm") is None, f"{name}: nothing in a name is run")
            shown = "onerror='window.harm=1'></script>" in page.text() and "⟦U+202E⟧" in page.text()
            run.say(shown, f"{name}: names are shown as they are written")
        found = [f"on the console: {text}" for text in page.complaints()] + page.requests()
        run.say(not found, f"hostile names leave console and network alone {found[:3]}")
    run.drill("report", out, "--csv")
    cells = "".join(path.read_text() for path in (out / "report").glob("*.csv"))
    run.say(not re.search(r'(^|[,"])=<', cells, re.MULTILINE), "no cell of a table begins as a formula")


def language(run, page, name):
    """The page shows one language, and only that one."""
    titles = page.evaluate("[...document.querySelectorAll('main h2')].map((e) => e.innerText.trim())")
    wanted = CHAPTERS[name]
    said = [title.split("、" if name == "zh" else ". ", 1)[-1] for title in titles]
    run.say(said == wanted, f"{name}: the chapters stand in order" if said == wanted else f"{name}: chapters are {titles}")
    tag = page.evaluate("document.documentElement.lang")
    run.say(tag == {"zh": "zh-CN", "en": "en"}[name], f"{name}: the page names its language")
    title = page.evaluate("document.title")
    run.say(("评估报告" in title) == (name == "zh"), f"{name}: the title is “{title}”")
    found = basics.complaints(page)
    run.say(not found, f"{name}: contrast, names, targets, focus, console, network {found[:8]}")


def numbers(run, page, folder):
    """Every number that names its place in a file is the one that stands there."""
    files = {}
    wrong = []
    found = page.evaluate(NUMBERS)
    for source, shown in found:
        name, _, place = source.rpartition("#")
        name = name or "summary.json"
        if name not in files:
            files[name] = json.loads((folder / name).read_text())
        value = files[name]
        for step in place.split("."):
            value = value[int(step)] if isinstance(value, list) else value[step]
        same = shown == "" if value is None else shown == value if isinstance(value, str) else float(shown) == value
        if not same:
            wrong.append((source, shown, value))
    run.say(len(found) > 200 and not wrong, f"{len(found)} numbers equal those of the files {wrong[:5]}")


def foldings(run, page):
    """What is folded up opens, and shows its numbers."""
    page.press("figure details.numbers summary")
    seen = page.evaluate("document.querySelector('figure details.numbers table').checkVisibility()")
    run.say(seen, "the numbers behind a chart open with a press")
    page.press("figure details.numbers summary")


def widths(run, page):
    """No width makes the page itself scroll sideways; pictures of all are kept."""
    for name in ["en", "zh"]:
        page.press(f"[data-choose={name}]")
        for width in [360, 768, 1400]:
            page.size(width)
            over = page.evaluate(OVERFLOW)
            run.say(over <= 0, f"{name}, {width} px: the page does not scroll sideways ({over} px)")
            page.picture(run.shots / f"report-{name}-{width}.png")
        page.size(360)
        found = [one for one in page.evaluate(basics.TARGETS)]
        run.say(not found, f"{name}, 360 px: targets {found[:5]}")
        page.size(1400)
