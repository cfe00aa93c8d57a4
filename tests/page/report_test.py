"""A page of `epochscope report` in Chromium, as it is and on a phone: report_test.py PROGRAM REPOSITORY

Exits with 77, which CTest shows as skipped, without Chromium.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import chromium
import page_test

SECTIONS = ["run", "curves", "epochs", "faithfulness", "health", "confusion", "suspects", "prototypes"]


def of_all(browser, selector, expression):
    """What an expression is of each element e."""
    return browser.value(f"[...document.querySelectorAll({json.dumps(selector)})].map((e) => {expression})")


def sections(browser):
    assert of_all(browser, "section", "e.id") == SECTIONS, of_all(browser, "section", "e.id")
    # Each has a title, an answer and its verbs, and is seen.
    for part in ("h2", "p.answer", "p.from code"):
        words = of_all(browser, f"section > {part}", "e.innerText.trim()")
        assert len(words) >= len(SECTIONS) and all(words), f"{part}: {words}"
    assert all(height > 40 for height in of_all(browser, "section", "e.getBoundingClientRect().height"))


def outline(browser):
    assert of_all(browser, "ol a", "e.getAttribute('href')") == ["#" + name for name in SECTIONS]
    browser.value("scrollTo(0, 0)")
    browser.click_on("a[href='#suspects']")
    browser.until("location.hash === '#suspects'")
    top = browser.box("#suspects")["y"]
    assert -2 <= top < 200 or browser.value("scrollY + innerHeight >= document.body.scrollHeight - 2"), top


def content(browser):
    text = browser.value("document.body.innerText")
    for words in page_test.CLASSES:
        # What would be HTML is text.
        assert words.split("{{")[0].strip() in text, f"{words} is not shown"
    assert browser.value("document.scripts.length") == 0
    assert browser.value("typeof hacked") == "undefined"
    # Pictures of the epochs are drawn.
    sizes = of_all(browser, "#epochs img, #epochs svg:not(.swatch)", "e.getBoundingClientRect().width")
    assert len(sizes) >= len(page_test.EPOCHS) and all(width > 50 for width in sizes), sizes
    assert all(of_all(browser, "img", "e.complete && e.naturalWidth > 0"))
    values = of_all(browser, "data", "Number(e.value)")
    assert len(values) > 20 and all(isinstance(value, (int, float)) for value in values), values


def looks(browser):
    """Nothing is wider than a phone, and the ground is dark where the browser is."""
    light = browser.value("getComputedStyle(document.body).backgroundColor")
    browser.resize(390, 844, 2, mobile=True)
    browser.frames()
    assert browser.value("document.documentElement.scrollWidth") <= 390
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    browser.frames()
    assert browser.value("getComputedStyle(document.body).backgroundColor") != light
    browser.call("Emulation.setEmulatedMedia", media="print")
    browser.frames()
    assert of_all(browser, "section", "e.id") == SECTIONS


def main():
    if not chromium.is_installed():
        print("chromium is missing")
        return 77
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as name, chromium.Chromium(1100, 760) as browser:
        work = pathlib.Path(name)
        folder, page = work / "<i>data", work / "report.html"
        page_test.write_folder(folder)
        subprocess.run([program, "report", folder, "--out", page], check=True)
        browser.open(page)
        for step in (sections, outline, content, looks):
            print(step.__name__, flush=True)
            step(browser)
        assert browser.value("document.title") == "<i>data"
        assert browser.complaints() == [], browser.complaints()
    return 0


if __name__ == "__main__":
    sys.exit(main())
