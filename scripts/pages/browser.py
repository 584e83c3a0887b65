"""Chromium, driven over its DevTools pipe with nothing but the standard library."""

import base64
import json
import os
import pathlib
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ["chromium", "chromium-browser", "google-chrome"]


def found():
    """Path of a browser, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


class Browser:
    """A headless browser; one page at a time."""

    def __init__(self, program):
        self.folder = tempfile.mkdtemp(prefix="pages-")
        to_browser, self.out = os.pipe()
        self.inn, from_browser = os.pipe()

        def place():
            # Chromium reads commands from descriptor 3 and answers on 4.
            os.dup2(to_browser, 13)
            os.dup2(from_browser, 14)
            os.dup2(13, 3)
            os.dup2(14, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
             "--no-first-run", "--disable-extensions", "--disable-background-networking", "--remote-debugging-pipe",
             f"--user-data-dir={self.folder}", "about:blank"],
            preexec_fn=place, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_browser)
        os.close(from_browser)
        self.number, self.rest, self.events = 0, b"", []

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def call(self, method, session=None, patience=30, **parameters):
        """Sends a command and returns its result."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + patience
        while time.monotonic() < end:
            answer = self.receive(end)
            if answer and answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            if answer:
                self.events.append(answer)
        raise TimeoutError(f"{method}: no answer within {patience} s")

    def receive(self, end):
        """The next message; None where nothing came."""
        while b"\0" not in self.rest:
            if not select.select([self.inn], [], [], max(0, end - time.monotonic()))[0]:
                return None
            data = os.read(self.inn, 1 << 20)
            if not data:
                raise RuntimeError("the browser is gone")
            self.rest += data
        line, self.rest = self.rest.split(b"\0", 1)
        return json.loads(line)

    def wait(self, name, session, patience=30):
        """Waits for an event that may have come already."""
        end = time.monotonic() + patience
        while True:
            for event in self.events:
                if event.get("method") == name and event.get("sessionId") == session:
                    self.events.remove(event)
                    return event
            answer = self.receive(end)
            if answer is None:
                raise TimeoutError(f"{name} did not come within {patience} s")
            self.events.append(answer)


class Page:
    """A page of a file, with all that it complained about and asked the network for."""

    def __init__(self, browser, path, width=1400, height=900, fragment=""):
        self.browser = browser
        self.address = pathlib.Path(path).resolve().as_uri() + fragment
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.target = target
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Runtime", "Network", "Log"]:
            self.call(domain + ".enable")
        self.size(width, height)
        began = time.monotonic()
        self.call("Page.navigate", url=self.address)
        browser.wait("Page.loadEventFired", self.session)
        self.seconds = time.monotonic() - began

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.browser.call("Target.closeTarget", targetId=self.target)

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def size(self, width, height=900):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def evaluate(self, expression):
        """The value of an expression, waited for where it is a promise."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression[:80]}: {answer['exceptionDetails'].get('exception', {}).get('description')}")
        return answer["result"].get("value")

    def press(self, selector):
        """Presses the middle of an element with the mouse."""
        place = self.evaluate(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center'}});"
            " const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        for kind in ["mousePressed", "mouseReleased"]:
            self.call("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def key(self, name, code=None, text=None):
        """Presses a key, such as Tab or ArrowRight."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}
        value = {"key": name, "code": code or ("Space" if name == " " else name), "windowsVirtualKeyCode": codes.get(name, 0)}
        if text:
            value["text"] = text
        self.call("Input.dispatchKeyEvent", type="keyDown", **value)
        self.call("Input.dispatchKeyEvent", type="keyUp", **value)

    def text(self):
        return self.evaluate("document.body.innerText")

    def picture(self, path, whole=True):
        """Saves a picture of the page, or of what the window shows."""
        data = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def paper(self, path):
        """Saves the page as it is printed."""
        data = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def complaints(self):
        """Errors on the console and exceptions so far."""
        self.evaluate("0")
        found = []
        for event in self.of("Runtime.exceptionThrown"):
            found.append(event["exceptionDetails"].get("text", "exception"))
        for event in self.of("Runtime.consoleAPICalled"):
            if event["type"] in ("error", "assert"):
                found.append(" ".join(str(value.get("value")) for value in event["args"]))
        for event in self.of("Log.entryAdded"):
            if event["entry"]["level"] == "error":
                found.append(event["entry"]["text"])
        return found

    def requests(self):
        """Addresses asked for besides the file itself."""
        self.evaluate("0")
        addresses = [event["request"]["url"] for event in self.of("Network.requestWillBeSent")]
        own = self.address.split("#")[0]
        return [one for one in addresses if one.split("#")[0] != own and not one.startswith(("data:", "blob:"))]

    def of(self, name):
        return [
            event["params"] for event in self.browser.events
            if event.get("method") == name and event.get("sessionId") == self.session
        ]  # fmt: skip
