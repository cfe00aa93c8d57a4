"""Chromium without a window, driven by its DevTools protocol through a pipe."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
import time

# What a page does, and what is slow on a busy machine.
PATIENCE = 60


def is_installed():
    return shutil.which("chromium") is not None


class Chromium:
    def __init__(self, width, height):
        self.profile = tempfile.mkdtemp()
        commands, self.commands = os.pipe()
        self.answers, answers = os.pipe()
        self.process = subprocess.Popen(
            # The shell gives it the pipe's ends as the files 3 and 4, where it looks for them.
            ["sh", "-c", f'exec "$@" 3<&{commands} 4>&{answers}', "sh", "chromium", "--headless=new", "--no-sandbox",
             "--remote-debugging-pipe", "--no-first-run", "--disable-component-update", "--use-angle=swiftshader",
             "--enable-unsafe-swiftshader", "--lang=en-US", f"--user-data-dir={self.profile}"],
            pass_fds=(commands, answers), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(commands)
        os.close(answers)
        self.read, self.number, self.events, self.session = b"", 0, [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        self.resize(width, height)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def message(self):
        while b"\0" not in self.read:
            part = os.read(self.answers, 1 << 20)
            if not part:
                raise EOFError("Chromium has ended")
            self.read += part
        text, self.read = self.read.split(b"\0", 1)
        return json.loads(text)

    def call(self, method, **params):
        self.number += 1
        call = {"id": self.number, "method": method, "params": params}
        if self.session:
            call["sessionId"] = self.session
        os.write(self.commands, json.dumps(call).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") != self.number:
                self.events.append(answer)
            elif "error" in answer:
                raise RuntimeError(f"{method}: {answer['error']}")
            else:
                return answer["result"]

    def resize(self, width, height, scale=1, mobile=False):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale,
                  mobile=mobile, screenWidth=width, screenHeight=height)

    def open(self, file):
        self.call("Page.navigate", url=f"file://{file}")
        self.until("document.readyState === 'complete'")

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def until(self, expression):
        """Waits until it is true, and a frame longer, so that what is drawn is on the screen."""
        end = time.monotonic() + PATIENCE
        while not self.value(expression):
            if time.monotonic() > end:
                raise AssertionError(f"never: {expression}")
            time.sleep(0.05)
        self.frames()

    def frames(self):
        self.call("Runtime.evaluate", awaitPromise=True, expression="new Promise((done) => "
                  "requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done))))")

    def picture(self, x, y, width, height):
        """The pixels there as bytes of R, G and B."""
        clip = {"x": x, "y": y, "width": width, "height": height, "scale": 1}
        png = base64.b64decode(self.call("Page.captureScreenshot", format="png", clip=clip)["data"])
        return pixels_of(png)

    def box(self, selector):
        """The middle and the size of an element."""
        return self.value(f"(() => {{ const r = document.querySelector({json.dumps(selector)}).getBoundingClientRect();"
                          "return {x: r.x, y: r.y, width: r.width, height: r.height}; })()")

    def mouse(self, kind, x, y, **more):
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def move(self, x, y):
        self.mouse("mouseMoved", x, y)
        self.frames()

    def click(self, x, y, times=1):
        self.mouse("mouseMoved", x, y)
        for count in range(1, times + 1):
            for kind in ("mousePressed", "mouseReleased"):
                self.mouse(kind, x, y, button="left", clickCount=count)
        self.frames()

    def click_on(self, selector, times=1):
        box = self.box(selector)
        self.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, times)

    def drag(self, begin, end):
        self.mouse("mouseMoved", *begin)
        self.mouse("mousePressed", *begin, button="left", clickCount=1)
        for way in (0.3, 0.7, 1):
            self.mouse("mouseMoved", *[a + (b - a) * way for a, b in zip(begin, end)], button="left", buttons=1)
        self.mouse("mouseReleased", *end, button="left", clickCount=1)
        self.frames()

    def pinch(self, centre, apart, then):
        """Two fingers, so many pixels apart, before and after."""
        def touch(kind, distance):
            points = [{"x": centre[0] + side * distance / 2, "y": centre[1], "id": side + 1} for side in (-1, 1)]
            self.call("Input.dispatchTouchEvent", type=kind, touchPoints=points if distance else [])
        touch("touchStart", apart)
        for way in (0.5, 1):
            touch("touchMove", apart + (then - apart) * way)
        touch("touchEnd", 0)
        self.frames()

    def press(self, key):
        text = {"text": key} if len(key) == 1 else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key)
        self.frames()

    def complaints(self):
        """Errors, refusals of the page's policy, and what was asked of a network."""
        kinds = ("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled")
        asked = [e["params"]["request"]["url"] for e in self.events if e["method"] == "Network.requestWillBeSent"]
        return [e for e in self.events if e["method"] in kinds] + [url for url in asked if not url.startswith(("file:", "data:"))]


def pixels_of(png):
    """The rows of a PNG as (height, width, bytes of R, G and B)."""
    width, height = (int.from_bytes(png[at:at + 4], "big") for at in (16, 20))
    done = subprocess.run(["ffmpeg", "-v", "error", "-i", "-", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"], input=png,
                          capture_output=True, check=True)
    return height, width, done.stdout
