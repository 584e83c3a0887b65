"""A headless Chromium, spoken to over its DevTools protocol with the standard library alone."""

import base64
import json
import os
import pathlib
import re
import secrets
import shutil
import socket
import struct
import subprocess
import tempfile
import time


class PageError(Exception):
    """What was wrong on a page."""


def chromium():
    """Returns the browser's path, or None where there is none."""
    for name in ["chromium", "chromium-browser", "google-chrome"]:
        path = shutil.which(name)
        if path:
            return path
    return None


class Browser:
    """One browser with one page; a context manager."""

    def __init__(self, width=1440, height=900, arguments=()):
        self.width, self.height, self.arguments = width, height, arguments

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="drill-page-")
        self.process = subprocess.Popen(
            [
                chromium(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                "--force-device-scale-factor=1", "--disable-background-networking", "--no-first-run",
                f"--window-size={self.width},{self.height}", f"--user-data-dir={self.folder}",
                "--remote-debugging-port=0", "--remote-allow-origins=*", *self.arguments, "about:blank",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._connect()
        self.console, self.requests = [], []
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.send(domain + ".enable")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    # The way to the page

    def _connect(self):
        limit = time.monotonic() + 30
        while time.monotonic() < limit:
            line = self.process.stderr.readline()
            found = re.search(r"ws://127\.0\.0\.1:(\d+)/", line)
            if found:
                break
        else:
            raise PageError("the browser did not start")
        port = int(found.group(1))
        os.set_blocking(self.process.stderr.fileno(), False)
        target = self._page_target(port)
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        key = base64.b64encode(secrets.token_bytes(16)).decode()
        self.socket.sendall(
            f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
            f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        self.buffer = b""
        while b"\r\n\r\n" not in self.buffer:
            self.buffer += self.socket.recv(65536)
        self.buffer = self.buffer.split(b"\r\n\r\n", 1)[1]
        self.number = 0

    @staticmethod
    def _page_target(port):
        for _ in range(100):
            with socket.create_connection(("127.0.0.1", port), timeout=10) as web:
                web.sendall(f"GET /json/list HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
                answer = b""
                while chunk := web.recv(65536):
                    answer += chunk
            found = re.search(rb'"webSocketDebuggerUrl":\s*"ws://[^/]+(/devtools/page/[^"]+)"', answer)
            if found:
                return found.group(1).decode()
            time.sleep(0.05)
        raise PageError("the browser has no page")

    def _exactly(self, count):
        while len(self.buffer) < count:
            chunk = self.socket.recv(1 << 20)
            if not chunk:
                raise PageError("the browser has closed the connection")
            self.buffer += chunk
        part, self.buffer = self.buffer[:count], self.buffer[count:]
        return part

    def _receive(self):
        message = b""
        while True:
            first, second = self._exactly(2)
            length = second & 127
            if length == 126:
                length = struct.unpack(">H", self._exactly(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self._exactly(8))[0]
            message += self._exactly(length)
            if first & 128:
                return json.loads(message)

    def send(self, method, **parameters):
        """Sends a command and returns its result; events that come in between are kept."""
        self.number += 1
        number = self.number
        data = json.dumps({"id": number, "method": method, "params": parameters}).encode()
        mask = secrets.token_bytes(4)
        if len(data) < 126:
            head = struct.pack(">BB", 0x81, 0x80 | len(data))
        elif len(data) < 65536:
            head = struct.pack(">BBH", 0x81, 0x80 | 126, len(data))
        else:
            head = struct.pack(">BBQ", 0x81, 0x80 | 127, len(data))
        self.socket.sendall(head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)))
        while True:
            message = self._receive()
            if message.get("id") == number:
                if "error" in message:
                    raise PageError(f"{method}: {message['error']['message']}")
                return message["result"]
            self._note(message)

    def _note(self, message):
        method, parameters = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.console.append(details.get("exception", {}).get("description", details["text"]))
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning", "assert"):
            self.console.append(str([value.get("value") for value in parameters["args"]]))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.console.append(parameters["entry"]["text"])
        elif method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])

    # What tests do with a page

    def open(self, path, fragment=""):
        """Opens a file and waits until it is ready; returns the milliseconds that took."""
        began = time.monotonic()
        self.send("Page.navigate", url=pathlib.Path(path).resolve().as_uri() + fragment)
        while self.run("document.readyState") != "complete" or self.run("location.href") == "about:blank":
            time.sleep(0.01)
        return (time.monotonic() - began) * 1000

    def run(self, expression):
        """Evaluates JavaScript and returns its value, awaited."""
        answer = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise PageError(f"{expression}: {details.get('exception', {}).get('description', details['text'])}")
        return answer["result"].get("value")

    def text(self, selector="body"):
        return self.run(f"document.querySelector({json.dumps(selector)}).innerText")

    def click(self, selector):
        self.run(f"document.querySelector({json.dumps(selector)}).click()")

    def key(self, key, modifiers=0):
        for kind in ["keyDown", "keyUp"]:
            self.send("Input.dispatchKeyEvent", type=kind, key=key, modifiers=modifiers, text=key if len(key) == 1 and kind == "keyDown" else "")

    def resize(self, width, height):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.frames(3)

    def frames(self, count=2):
        """Waits for so many pictures."""
        self.run(f"new Promise(done => {{ let left = {count}; const next = () => --left < 0 ? done() : requestAnimationFrame(next); next(); }})")

    def screenshot(self, path, whole=False):
        options = {"format": "png", "captureBeyondViewport": whole}
        if whole:
            size = self.send("Page.getLayoutMetrics")["cssContentSize"]
            options["clip"] = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        data = self.send("Page.captureScreenshot", **options)["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))
