"""A page of `epochscope export --html` in Chromium, by real events: page_test.py PROGRAM REPOSITORY

Exits with 77, which CTest shows as skipped, without Chromium.
"""

import json
import math
import pathlib
import subprocess
import sys
import tempfile

import chromium
import numpy

EPOCHS = [1, 2, 5]
CLASSES = ["<script>hacked = 1</script>", "</script><img src=x onerror='hacked = 1'>", "blue \" & ' {{data}}"]
COLOURS = [[220, 30, 30], [20, 140, 20], [30, 60, 230]]
FRAME = [[-2, -1], [6, 5]]
SAMPLES = 12
# A sample that is not there at the first epoch.
LATE = 7


def positions():
    """Far from each other at each epoch, and moving."""
    places = numpy.zeros((len(EPOCHS), SAMPLES, 2), numpy.float32)
    for i in range(SAMPLES):
        places[0, i] = (-1.25 + 1.9 * (i % 4), 0 + 1.9 * (i // 4))
        places[1, i] = places[0, i] + (0.35, -0.3 + 0.05 * i)
    places[2] = numpy.roll(places[1], -4, axis=0) + (0.1, 0.2)
    places[0, LATE] = numpy.nan
    return places


def write_folder(folder):
    folder.mkdir()
    labels = numpy.arange(SAMPLES) % len(CLASSES)
    predictions = numpy.tile(labels, (len(EPOCHS), 1))
    predictions[0, :6] = 0
    others = numpy.array([[j for j in range(SAMPLES) if j != i and (labels[j] == labels[i])] for i in range(SAMPLES)])
    numpy.save(folder / "positions.npy", positions())
    numpy.save(folder / "labels.npy", labels.astype(numpy.int32))
    numpy.save(folder / "predictions.npy", predictions.astype(numpy.int32))
    numpy.save(folder / "confidence.npy", numpy.full(predictions.shape, 0.75, numpy.float32))
    numpy.save(folder / "intra_similarity.npy", numpy.tile(others, (len(EPOCHS), 1, 1)).astype(numpy.int32))
    pictures = numpy.zeros((SAMPLES, 6, 6), numpy.uint8)
    pictures[:, 1:5, 2:4] = 200
    numpy.save(folder / "images.npy", pictures)
    (folder / "info.json").write_text(json.dumps(
        {"label_text": CLASSES, "label_color": COLOURS, "epochs": EPOCHS, "frame": FRAME}))
    rows = [f"{i},\"<b onclick='hacked = 1'>words {i}</b>\"" for i in range(SAMPLES)]
    (folder / "samples.csv").write_text("\n".join(["id,text", *rows]) + "\n")


def centres(picture):
    """The centres of the coloured spots of a picture, from the top down."""
    height, width, rgb = picture
    pixels = numpy.frombuffer(rgb, numpy.uint8).reshape(height, width, 3).astype(float)
    strength = pixels.max(2) - pixels.min(2)
    left = {(int(y), int(x)) for y, x in zip(*numpy.nonzero(strength > 40))}
    found = []
    while left:
        spot, edge = [], [left.pop()]
        while edge:
            y, x = edge.pop()
            spot.append((y, x))
            near = {(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)} & left
            left -= near
            edge += near
        weights = [strength[at] for at in spot]
        middle = [sum(w * (at[axis] + 0.5) for w, at in zip(weights, spot)) / sum(weights) for axis in (1, 0)]
        if len(spot) > 12:
            found.append(tuple(middle))
    return found


def farthest(some, others):
    """How far the spots of one picture are from the nearest of another, at most."""
    assert len(some) == len(others), f"{len(some)} spots, expected {len(others)}"
    return max(min(math.dist(a, b) for b in others) for a in some)


class Test:
    def __init__(self, browser, program, folder, work):
        self.browser, self.program, self.folder, self.work = browser, program, folder, work
        self.stage = browser.box("#stage")

    def spots(self):
        # The pointer would mark a sample.
        self.browser.move(5, 5)
        stage = self.stage
        return centres(self.browser.picture(stage["x"], stage["y"], stage["width"], stage["height"]))

    def at(self, epoch, sample):
        """Where a sample should be at an epoch between two, by its index."""
        before = min(int(epoch), len(EPOCHS) - 2)
        t = epoch - before
        x, y = positions()[before, sample] * (1 - t) + positions()[before + 1, sample] * t
        (left, low), (right, high) = FRAME
        return (x - left) / (right - left) * self.stage["width"], (high - y) / (high - low) * self.stage["height"]

    def on_screen(self, epoch, sample):
        x, y = self.at(epoch, sample)
        return self.stage["x"] + x, self.stage["y"] + y

    def rendered(self, epoch):
        """The spots of our own picture."""
        out = self.work / f"frames-{epoch}"
        size = f"{round(self.stage['width'])}x{round(self.stage['height'])}"
        subprocess.run([self.program, "export", self.folder, "--out", out, "--epochs", str(epoch), "--size", size,
                        "--no-text", "--no-axes", "--no-epoch-number", "--no-thumbnails", "--no-landscape"], check=True)
        return centres(chromium.pixels_of((out / "frame_00001.png").read_bytes()))

    def epoch_is(self, number):
        self.browser.until(f"document.querySelector('#epoch').value === 'Epoch {number}'")

    def places(self):
        for key, epoch in (("Home", 1), ("End", 5), ("ArrowLeft", 2)):
            self.browser.press(key)
            self.epoch_is(epoch)
            expected = SAMPLES - 1 if epoch == 1 else SAMPLES
            ours = self.rendered(epoch)
            assert len(ours) == expected, ours
            assert farthest(self.spots(), ours) < 0.5, epoch

    def scrubbing(self):
        track = self.browser.box("#time")
        self.browser.click(track["x"] + 0.7 * track["width"], track["y"] + track["height"] / 2)
        epoch = float(self.browser.value("document.querySelector('#time').value"))
        assert 1.2 < epoch < 1.6, epoch
        assert farthest(self.spots(), [self.at(epoch, i) for i in range(SAMPLES)]) < 1

    def playing(self):
        # Slow enough that an epoch is not missed.
        self.browser.value("document.querySelector('#speed').value = '0.25'")
        self.browser.press("Home")
        self.epoch_is(1)
        self.browser.press(" ")
        self.epoch_is(2)
        self.browser.press(" ")
        still = "document.querySelector('#time').value"
        before = self.browser.value(still)
        self.browser.frames()
        assert self.browser.value(still) == before
        self.browser.press("End")
        self.epoch_is(5)

    def classes(self):
        item = "#classes li:nth-child({}) button"
        texts = self.browser.value("[...document.querySelectorAll('#classes .name')].map((e) => e.textContent)")
        assert texts == CLASSES, texts
        self.browser.click_on(item.format(1))
        assert len(self.spots()) == SAMPLES - 4
        self.browser.click_on(item.format(2), times=2)
        assert len(self.spots()) == 4
        self.browser.click_on("#all")
        assert len(self.spots()) == SAMPLES

    def neighbours(self):
        self.browser.move(*self.on_screen(2, 3))
        card = self.browser.value("document.querySelector('#hover').innerText")
        for words in ("Sample 3", CLASSES[0], "75%", "<b onclick='hacked = 1'>words 3</b>"):
            assert words in card, (words, card)
        assert self.browser.value("document.querySelectorAll('#hover canvas.thumb').length") == 1
        self.browser.click(*self.on_screen(2, 3))
        tiles = "[...document.querySelectorAll('#sample .others button')].map((e) => e.title.split(' · ')[0])"
        assert self.browser.value(tiles) == ["Sample 0", "Sample 6", "Sample 9"], self.browser.value(tiles)
        self.browser.click_on("#sample .others button:nth-child(2)")
        assert self.browser.value("document.querySelector('#sample h3').textContent") == "Sample 6"
        self.browser.press("Escape")
        assert self.browser.value("document.querySelector('#sample').hidden")

    def camera(self):
        whole = [self.at(2, i) for i in range(SAMPLES)]
        assert farthest(self.spots(), whole) < 1
        x, y = self.on_screen(2, 5)
        self.browser.drag((x + 30, y + 30), (x + 90, y - 10))
        moved = [(px + 60, py - 40) for px, py in whole]
        inside = [(px, py) for px, py in moved if 6 < px < self.stage["width"] - 6 and 6 < py < self.stage["height"] - 6]
        near = [min(math.dist(a, b) for b in self.spots()) for a in inside]
        assert max(near) < 1, near
        self.browser.press("0")
        assert farthest(self.spots(), whole) < 1
        middle = self.stage["width"] / 2, self.stage["height"] / 2
        zooms = [lambda: self.browser.press("+"),
                 lambda: self.browser.mouse("mouseWheel", self.stage["x"] + middle[0], self.stage["y"] + middle[1],
                                            deltaX=0, deltaY=-100),
                 lambda: self.browser.pinch((self.stage["x"] + middle[0], self.stage["y"] + middle[1]), 100, 125)]
        nearest = min(whole, key=lambda at: math.dist(at, middle))
        for zoom, factor in zip(zooms, (1.25, math.exp(0.22), 1.25)):
            zoom()
            self.browser.frames()
            expected = [m + (p - m) * factor for m, p in zip(middle, nearest)]
            assert min(math.dist(expected, spot) for spot in self.spots()) < 1, factor
            self.browser.press("0")

    def looks(self):
        dark = "document.documentElement.className"
        self.browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        self.browser.until(f"{dark} === 'dark'")
        self.browser.click_on("#theme")
        assert self.browser.value(dark) == ""
        self.browser.click_on("#language")
        assert self.browser.value("document.querySelector('#epoch').value") == "轮次 5"
        self.browser.click_on("#language")
        self.browser.resize(390, 780, 2, True)
        self.browser.until("document.querySelector('#stage').clientWidth === 390")
        assert self.browser.value("document.documentElement.scrollWidth") <= 390
        assert self.browser.value("document.querySelector('#stage').clientHeight") > 400


def main():
    if not chromium.is_installed():
        print("chromium is missing")
        return 77
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as name, chromium.Chromium(1100, 760) as browser:
        work = pathlib.Path(name)
        folder, page = work / "<i>data", work / "page.html"
        write_folder(folder)
        subprocess.run([program, "export", folder, "--html", page, "--no-landscape"], check=True)
        browser.open(page)
        browser.until("document.querySelector('#epoch').value !== ''")
        test = Test(browser, program, folder, work)
        for step in (test.places, test.scrubbing, test.playing, test.classes, test.neighbours, test.camera, test.looks):
            print(step.__name__, flush=True)
            step()
        assert browser.value("document.title") == "<i>data"
        assert browser.value("typeof hacked") == "undefined"
        assert browser.complaints() == [], browser.complaints()
    return 0


if __name__ == "__main__":
    sys.exit(main())
