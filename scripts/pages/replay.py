"""Checks of the replay page in a browser: what it says, what it does, how fast it is."""

import json
import pathlib

# Limits of the page; times on a quiet machine of two cores with software rendering.
LONGEST_OPENING = 2000
LEAST_FRAMES = 55


class Failed(Exception):
    """A check that failed."""


def expect(condition, what):
    if not condition:
        raise Failed(what)


def seconds(browser):
    return browser.run("drillReplay.app.time") / 1000


def open_page(browser, page, fragment=""):
    """Opens the page and returns the milliseconds until it has drawn its first picture."""
    browser.console.clear()
    browser.requests.clear()
    browser.open(page, fragment)
    browser.frames(2)
    return browser.run("drillReplay.ready")


def quiet(browser):
    """Nothing was said on the console and nothing was asked of the network but the page itself."""
    expect(not browser.console, f"console: {browser.console}")
    asked = [url for url in browser.requests if not url.startswith(("file://", "data:"))]
    expect(not asked and len(browser.requests) <= 1, f"requests: {browser.requests}")


def check_time(browser):
    browser.run("(s => { s.value = s.max / 2; s.dispatchEvent(new Event('input')); })(document.getElementById('slider'))")
    browser.frames()
    half = browser.run("Number(document.getElementById('slider').max) / 2000")
    expect(abs(seconds(browser) - half) < 2, "the slider sets the time")
    link = browser.run("location.hash")
    expect(f"t={round(half)}" in link or f"t={int(half)}" in link, f"the link holds the time: {link}")
    before = browser.text("#clock")
    browser.click("#next")
    browser.frames()
    expect(seconds(browser) > half, "the next event is later")
    browser.click("#previous")
    browser.frames()
    expect(seconds(browser) <= half + 1, "the event before is earlier")
    browser.click("#to-onset")
    browser.frames()
    expect(browser.text("#since") == "T+00:00:00", "the onset is T+0")
    expect(browser.text("#clock") != before, "the clock follows")


def check_play(browser):
    began = seconds(browser)
    browser.run("(s => { s.value = '600'; s.dispatchEvent(new Event('change')); })(document.getElementById('speed'))")
    browser.click("#play")
    browser.run("new Promise(done => setTimeout(done, 700))")
    expect(browser.run("document.getElementById('play').getAttribute('aria-pressed')") == "true", "play is pressed")
    browser.click("#play")
    went = seconds(browser) - began
    expect(100 < went < 900, f"0.7 s at 600 times are about 420 s, not {went}")
    still = seconds(browser)
    browser.frames(5)
    expect(seconds(browser) == still, "a pause holds the time")
    browser.run("document.activeElement.blur()")
    browser.key(" ")
    browser.frames(3)
    expect(browser.run("drillReplay.app.isPlaying"), "the space bar plays")
    browser.key(" ")


def check_language(browser):
    for code, words in [("en", ["Truth", "Events", "Why", "Legend"]), ("zh", ["真实态势", "事件", "因果链", "图例"])]:
        browser.click(f"[data-choose={code}]")
        browser.frames(3)
        text = browser.text()
        for word in words:
            expect(word in text, f"{code}: {word}")
        missing = browser.run("[...document.querySelectorAll('button, select, input, canvas')].filter(e => !e.hidden && e.offsetParent && !(e.innerText || '').trim() && !e.getAttribute('aria-label') && !e.getAttribute('aria-hidden') && !e.closest('label') && !e.closest('[aria-hidden]')).map(e => e.outerHTML.slice(0, 80))")
        expect(not missing, f"without a label: {missing}")


def check_plans(browser):
    browser.click("[data-plan=AB]")
    browser.frames(3)
    expect(browser.run("document.querySelectorAll('.pane').length") == 2, "two plans are two panes")
    expect(browser.run("!document.getElementById('divergence').hidden"), "where the plans part is said")
    browser.click("[data-plan=B]")
    browser.frames(3)
    expect(browser.run("document.querySelectorAll('.pane').length") == 1, "one plan is one pane")
    browser.click("[data-plan=A]")


def check_picture(browser):
    browser.click("[data-view=both]")
    browser.frames(3)
    titles = browser.run("[...document.querySelectorAll('.pane-title strong')].map(e => e.innerText)")
    expect(len(titles) == 2 and titles[0] != titles[1], f"truth beside picture: {titles}")
    expect(browser.run("!document.getElementById('post-choice').hidden"), "the post can be chosen")
    before = browser.text("#now")
    browser.run("(s => { s.selectedIndex = (s.selectedIndex + 1) % s.options.length; s.dispatchEvent(new Event('change')); })(document.getElementById('post'))")
    browser.frames(3)
    expect(browser.text("#now") != before, "another post believes something else")
    browser.click("[data-view=truth]")


def check_feed(browser):
    browser.run("drillReplay.setTime(drillReplay.app.time + 7200000)")
    browser.frames(3)
    browser.click("[data-mode=story]")
    browser.frames(3)
    story = browser.run("drillReplay.app.feed.list.length")
    browser.click("[data-mode=all]")
    browser.frames(3)
    everything = browser.run("drillReplay.app.feed.list.length")
    expect(everything > story > 3, f"all facts are more than the story: {everything}, {story}")
    for sort in range(9):
        if sort != 1:
            browser.click(f"[data-sort='{sort}']")
    browser.frames(3)
    kinds = browser.run("[...new Set([...document.querySelectorAll('#feed li')].map(e => e.className.match(/sort-(\\d)/)?.[1]))]")
    expect(kinds in (["1"], [None]), f"only hazards are left: {kinds}")
    for sort in range(9):
        if sort != 1:
            browser.click(f"[data-sort='{sort}']")
    browser.run("(s => { s.selectedIndex = 1; s.dispatchEvent(new Event('change')); })(document.getElementById('feed-post'))")
    browser.frames(3)
    expect(browser.run("drillReplay.app.feed.list.length") < everything, "one post has fewer facts than all")
    browser.run("(s => { s.selectedIndex = 0; s.dispatchEvent(new Event('change')); })(document.getElementById('feed-post'))")
    browser.click("[data-mode=story]")
    browser.frames(2)


def check_why(browser):
    role = "(drill, role) => { for (let i = drill.facts.count - 1; i >= 0; i--) if (drill.facts.role(i) === role) return i; return -1; }"
    for number in (3, 4):
        fact = browser.run(f"({role})(drillReplay.drills[0], {number})")
        if fact < 0:
            continue
        browser.run(f"location.hash = '#t=0&why=A{fact}'")
        browser.run("new Promise(done => setTimeout(done, 100))")
        chain = browser.run("[...document.querySelectorAll('#why .chain:not(.effects) small')].map(e => parseInt(e.innerText.trim().slice(1)))")
        expect(chain == browser.run(f"drillReplay.drills[0].facts.chain({fact})"), f"the chain of #{fact} is shown")
        expect(chain == sorted(chain) and chain[-1] == fact, f"causes are older: {chain}")
        browser.click("#why .chain:not(.effects) li:first-child button")
        browser.frames(2)
        expect(browser.run("drillReplay.app.why.fact") == chain[0], "a link of the chain leads on")


def check_reduced(browser):
    browser.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
    browser.run("drillReplay.setTime(0)")
    browser.click("#play")
    times = browser.run(
        "new Promise(done => { const seen = new Set(); const end = performance.now() + 1500;"
        " const look = () => { seen.add(drillReplay.app.time); performance.now() < end ? requestAnimationFrame(look) : done(seen.size); }; look(); })"
    )
    browser.click("#play")
    browser.send("Emulation.setEmulatedMedia", features=[])
    expect(times <= 4, f"without motion time goes on in steps: {times}")


def contrast(browser):
    """Texts whose contrast with their ground is below 4.5 to 1."""
    return browser.run(
        """(() => {
          const parse = c => { const m = c.match(/[\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
          const light = ([r, g, b]) => [r, g, b].map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; })
            .reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
          const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] > 0.9) return c; } return [255, 255, 255, 1]; };
          const bad = [];
          for (const e of document.querySelectorAll('body *')) {
            if (!e.offsetParent || ![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
            const a = light(parse(getComputedStyle(e).color)), b = light(ground(e));
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) bad.push(e.className + ' ' + e.textContent.slice(0, 30) + ' ' + ratio.toFixed(2));
          }
          return bad.slice(0, 10);
        })()"""
    )


def targets(browser):
    """Buttons and choices smaller than 24 pixels."""
    return browser.run(
        "[...document.querySelectorAll('button, select, label.chip, summary')].filter(e => e.offsetParent)"
        ".map(e => [e.className + e.id + e.textContent.slice(0, 20), e.getBoundingClientRect()])"
        ".filter(([, b]) => b.width < 24 || b.height < 24).map(([n, b]) => n + ' ' + b.width.toFixed(0) + '×' + b.height.toFixed(0)).slice(0, 10)"
    )


def measure(browser, at=None, speed=600, milliseconds=4000):
    """Plays for some seconds and returns what the page measured itself."""
    if at is not None:
        browser.run(f"drillReplay.setTime({at})")
    browser.frames(5)
    browser.run(f"drillReplay.app.speed = {speed}; drillReplay.play(true)")
    moving = browser.run(f"new Promise(done => setTimeout(() => done(drillReplay.moving), {milliseconds // 2}))")
    browser.run(f"new Promise(done => setTimeout(done, {milliseconds // 2}))")
    result = browser.run("drillReplay.meter.result")
    browser.run("drillReplay.play(false)")
    result["moving"] = moving
    return result


def check(browser, page, pictures, two_plans):
    """Checks one page and saves its pictures; raises at the first thing wrong."""
    pictures = pathlib.Path(pictures)
    ready = open_page(browser, page)
    expect(ready < LONGEST_OPENING, f"opens within {LONGEST_OPENING} ms, not {ready:.0f}")
    check_time(browser)
    check_play(browser)
    check_language(browser)
    if two_plans:
        check_plans(browser)
    check_picture(browser)
    check_feed(browser)
    check_why(browser)
    check_reduced(browser)
    for what, found in [("contrast", contrast(browser)), ("targets", targets(browser))]:
        expect(not found, f"{what}: {found}")
    quiet(browser)
    name = pathlib.Path(page).stem
    for language in ["en", "zh"]:
        browser.click(f"[data-choose={language}]")
        for width, height in [(1440, 900), (390, 844)]:
            browser.resize(width, height)
            browser.run("new Promise(done => setTimeout(done, 300))")
            browser.screenshot(pictures / f"{name}-{language}-{width}.png", whole=True)
    browser.resize(1440, 900)
    quiet(browser)
    return {"ready": ready, **measure(browser, at="1000 * 60 * 200")}
