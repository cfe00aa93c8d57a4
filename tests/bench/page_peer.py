"""The web page of `epochscope export --html` beside regl-scatterplot, in Chromium on software GL.

    page_peer.py PROGRAM [--modules NODE_MODULES] [--samples 100000] [--epochs 20] [--pictures FOLDER]

Both show the same samples on canvases of one size, as discs of one size, and move them from each epoch to the next in
the same time; no frame is shorter than the 16.7 ms of a screen. NODE_MODULES is what `npm install regl-scatterplot` makes. Prints one
JSON line for each: the times from frame to frame in milliseconds. What is not installed is passed over by its name.
"""

import argparse
import base64
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "page"))
import chromium

WINDOW = (1280, 800)
# As the page plays.
SECONDS_AN_EPOCH = 0.9
CLASSES = 10
# The page's, of so many samples (see Page and Picture in resources/web).
RADIUS = lambda samples: max(3.5 * (20000 / max(samples, 20000)) ** 0.5, 1.2)
OPACITY = lambda samples: 0.85 * min(1, max(0.5, (20000 / samples) ** 0.5))
# Notes the times of frames while isTimed, until a page that plays has come to its end.
CLOCK = """
window.times = [];
window.isTimed = false;
(function tick() {
  if (isTimed) times.push(performance.now());
  const time = document.getElementById("time");
  if (times.length > 1 && time && time.value === time.max) isTimed = false;
  requestAnimationFrame(tick);
})();
"""
PEER = """<!doctype html><meta charset="utf-8"><style>body {{ margin: 0 }} canvas {{ display: block }}</style>
<canvas id="picture" style="width: {width}px; height: {height}px"></canvas>
<script>{regl}</script>
<script type="importmap">{map}</script>
<script type="module">
import createScatterplot from "regl-scatterplot";
const numbers = (text, Type) => new Type(Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer);
const places = numbers("{places}", Float32Array), labels = numbers("{labels}", Float32Array), n = {samples};
const at = (e) => ({{ x: places.slice(2 * e * n, (2 * e + 1) * n), y: places.slice((2 * e + 1) * n, (2 * e + 2) * n), z: labels }});
const plot = createScatterplot({{ canvas: document.getElementById("picture"), width: {width}, height: {height},
  pointSize: {size}, opacity: {opacity}, colorBy: "valueA", pointColor: {colours}, backgroundColor: "#ffffff" }});
await plot.draw(at(0));
window.isReady = true;
window.play = async () => {{
  for (let e = 1; e < {epochs}; ++e)
    await plot.draw(at(e), {{ transition: true, transitionDuration: {duration}, transitionEasing: "linear" }});
  isTimed = false;
}};
</script>"""


def positions(samples, epochs):
    """Clusters that leave the middle, each sample on a way of its own; all within -0.95..0.95."""
    random = numpy.random.default_rng(1)
    labels = numpy.arange(samples) % CLASSES
    angle = 2 * numpy.pi * labels / CLASSES
    centre = 0.6 * numpy.stack([numpy.cos(angle), numpy.sin(angle)], 1)
    noise = random.standard_normal((epochs, samples, 2)) * 0.03
    begin = random.standard_normal((samples, 2)) * 0.25
    share = numpy.linspace(0, 1, epochs)[:, None, None]
    places = (1 - share) * begin + share * (centre + 0.4 * begin) + noise
    return numpy.clip(places, -0.95, 0.95).astype(numpy.float32), labels.astype(numpy.int32)


def colours():
    wheel = [(230, 25, 75), (60, 180, 75), (0, 130, 200), (245, 130, 48), (145, 30, 180), (70, 240, 240), (240, 50, 230),
             (128, 128, 0), (170, 110, 40), (0, 0, 128)]
    return ["#%02x%02x%02x" % colour for colour in wheel], wheel


def write_page(program, folder, places, labels):
    data = folder / "data"
    data.mkdir()
    numpy.save(data / "positions.npy", places)
    numpy.save(data / "labels.npy", labels)
    (data / "info.json").write_text(json.dumps({
        "label_text": [f"class {c}" for c in range(CLASSES)], "label_color": colours()[1],
        "epochs": list(range(1, len(places) + 1)), "frame": [[-1, -1], [1, 1]]}))
    page = folder / "page.html"
    subprocess.run([program, "export", data, "--html", page, "--no-background"], check=True, capture_output=True)
    return page


def as_module(text):
    return "data:text/javascript;base64," + base64.b64encode(text.encode()).decode()


def write_peer(modules, folder, places, labels, width, height):
    """regl-scatterplot shows -1..1 of the shorter side."""
    samples = places.shape[1]
    scaled = places * numpy.float32([width, height]) / numpy.float32(min(width, height))
    encoded = lambda array: base64.b64encode(numpy.ascontiguousarray(array, numpy.float32).tobytes()).decode()
    read = lambda *path: modules.joinpath(*path).read_text()
    imports = {"regl-scatterplot": as_module(read("regl-scatterplot", "dist", "regl-scatterplot.esm.js")),
               "pub-sub-es": as_module(read("pub-sub-es", "dist", "index.js")),
               "regl": as_module("export default globalThis.createREGL;")}
    page = folder / "peer.html"
    page.write_text(PEER.format(
        width=width, height=height, regl=read("regl", "dist", "regl.min.js"), map=json.dumps({"imports": imports}),
        places=encoded(scaled.transpose(0, 2, 1)), labels=encoded(labels), samples=samples, epochs=len(places),
        size=2 * RADIUS(samples), opacity=OPACITY(samples), colours=json.dumps(colours()[0]),
        duration=1000 * SECONDS_AN_EPOCH))
    return page


def figure(name, times, **more):
    apart = numpy.diff(times)
    print(json.dumps({"figure": name, **more, "frames": len(apart), "median_ms": float(numpy.median(apart)),
                      "p95_ms": float(numpy.percentile(apart, 95)), "longest_ms": float(apart.max())}), flush=True)


def keep_picture(browser, pictures, name):
    if pictures is None:
        return
    box = browser.box("#picture")
    shot = browser.call("Page.captureScreenshot", format="png", clip={**box, "scale": 1})
    (pictures / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))


def measure_page(browser, page, pictures, samples, epochs):
    browser.open(page)
    browser.until("document.getElementById('counts').textContent !== ''")
    browser.press("Home")
    browser.value(CLOCK)
    keep_picture(browser, pictures, "page")
    browser.value("isTimed = true")
    browser.press(" ")
    browser.until("!isTimed")
    box = browser.box("#picture")
    size = (round(box["width"]), round(box["height"]))
    figure("page in chromium", browser.value("times"), samples=samples, epochs=epochs, canvas=list(size))
    return size


def measure_peer(browser, page, pictures, samples, epochs, size):
    browser.open(page)
    browser.until("window.isReady")
    browser.value(CLOCK)
    keep_picture(browser, pictures, "peer")
    browser.value("isTimed = true; play(); 0")
    browser.until("!isTimed")
    figure("regl-scatterplot in chromium", browser.value("times"), samples=samples, epochs=epochs, canvas=list(size))


def pass_over(what):
    print(json.dumps({"figure": "page in chromium", "skipped": f"{what} is not installed"}))
    sys.exit()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--modules", type=pathlib.Path, default=pathlib.Path("node_modules"))
    parser.add_argument("--samples", type=int, default=100_000)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--pictures", type=pathlib.Path)
    call = parser.parse_args()
    if not chromium.is_installed():
        pass_over("Chromium")
    if not (call.modules / "regl-scatterplot").is_dir():
        pass_over("regl-scatterplot")
    places, labels = positions(call.samples, call.epochs)
    with tempfile.TemporaryDirectory() as name, \
            chromium.Chromium(*WINDOW) as browser:
        folder = pathlib.Path(name)
        page = write_page(call.program, folder, places, labels)
        size = measure_page(browser, page, call.pictures, call.samples, call.epochs)
        peer = write_peer(call.modules, folder, places, labels, *size)
        measure_peer(browser, peer, call.pictures, call.samples, call.epochs, size)


main()
