"""Runs the blocks of README.md and the English manual, and compares the Chinese pages with it.

manual.py PROGRAM REPOSITORY [PAGE...]
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import traceback

# A block: which language, at which line it begins, its lines.
FENCE = re.compile(r"^ *```(\w*)\s*$")
# Links to pages of the manual, and to parts of them.
LINK = re.compile(r"\]\((?!https?:)([^)#\s]*)(#[^)\s]+)?\)")
# Made by the pages that are run first, and used by those after them.
SAMPLES = ("my-run", "my-recording")

# Small pictures without letters, since this is about the words; nothing that the build or the machine lacks.
WRAPPER = """#!/usr/bin/env bash
case $1 in
    export)
        [[ " $* " != *" --video "* ]] || command -v ffmpeg >/dev/null || exit 0
        # Figures are about letters.
        if [[ " $* " =~ " --"(svg|pdf|png)" " ]]; then [ -e '{folder}/epochscope-desktop' ] || exit 0
        elif [[ ! " $* " =~ " --html " ]]; then
            set -- "$@" --no-text
            [[ " $* " == *" --size "* ]] || set -- "$@" --size 320x200
        fi ;;
    project)
        [[ " $* " != *" external "* ]] || python3 -c 'import sklearn' 2>/dev/null || exit 0 ;;
    datamap)
        [[ ! " $* " =~ " --"(svg|pdf|png)" " ]] || [ -e '{folder}/epochscope-desktop' ] || exit 0 ;;
esac
exec '{program}' "$@"
"""


def blocks_of(page):
    blocks, block = [], None
    for number, line in enumerate(page.read_text().splitlines(), 1):
        fence = FENCE.match(line)
        if fence and block is None:
            block = (fence[1], number + 1, [])
        elif fence:
            blocks.append(block)
            block = None
        elif block is not None:
            block[2].append(line)
    if block is not None:
        sys.exit(f"{page}:{block[1]}: the block has no end")
    return blocks


def run_block(page, block, folder, names, environment):
    language, line, lines = block
    # As many empty lines before it as the page has, so that messages name the page's lines.
    text = "\n" * (line - 1) + "\n".join(lines) + "\n"
    if language == "python":
        try:
            exec(compile(text, str(page), "exec"), names)
        except Exception:
            traceback.print_exc()
            sys.exit(f"{page}:{line}: this block fails")
    else:
        script = folder / ".block.sh"
        trap = f"trap 'echo \"{page}:$LINENO: fails: $BASH_COMMAND\" >&2' ERR; "
        script.write_text(trap + text)
        if subprocess.run(["bash", "-euo", "pipefail", script], cwd=folder, env=environment).returncode:
            sys.exit(f"{page}:{line}: this block fails")


def without_comments(block):
    language, _, lines = block
    if language not in ("sh", "python", "console"):
        return language, lines
    return language, [re.sub(r"\s*(^|\s)# .*$", "", line) for line in lines]


def anchors_of(page):
    text = page.read_text()
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {"#" + re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def check_links(page):
    for number, line in enumerate(page.read_text().splitlines(), 1):
        for target, anchor in LINK.findall(line):
            other = page.parent / target if target else page
            if not other.exists():
                sys.exit(f"{page}:{number}: there is no {target}")
            if anchor and other.suffix == ".md" and anchor not in anchors_of(other):
                sys.exit(f"{page}:{number}: {target or page.name} has no {anchor}")


def check_translation(english, chinese):
    if not chinese.exists():
        sys.exit(f"{chinese}: is missing")
    ours, theirs = ([without_comments(b) for b in blocks_of(p)] for p in (english, chinese))
    if len(ours) != len(theirs):
        sys.exit(f"{chinese}: has {len(theirs)} blocks, expected {len(ours)}")
    for a, b, block in zip(ours, theirs, blocks_of(chinese)):
        if a != b:
            sys.exit(f"{chinese}:{block[1]}: this block differs from that of {english}")


def check_verbs(program, readme):
    """Every verb of the program has a row in the README's table, and every row a verb."""
    page = subprocess.run([program, "--help"], capture_output=True, text=True, check=True).stdout
    verbs = set(re.findall(r"^  (\w+) ", page.split("\nVerbs:\n")[1].split("\n\n")[0], re.MULTILINE))
    named = set(re.findall(r"^\| `epochscope (\w+) ", readme.read_text(), re.MULTILINE))
    if verbs != named:
        sys.exit(f"{readme}: names {sorted(named)}, the program has {sorted(verbs)}")


def main(program, repository, *wanted):
    program, repository = pathlib.Path(program).resolve(), pathlib.Path(repository).resolve()
    manual = repository / "resources/manual"
    pages = sorted((manual / "en").glob("*.md"))
    first = [manual / "en" / name for name in ("own-run.md", "recordings.md")]
    order = [repository / "README.md", *first, *(p for p in pages if p not in first)]
    if wanted:
        order = [p for p in order if p in first or p.name in wanted]
    sys.path.insert(0, str(repository / "resources/python"))
    work = pathlib.Path(tempfile.mkdtemp())
    try:
        tools = work / "bin"
        tools.mkdir()
        (tools / "epochscope").write_text(WRAPPER.format(program=program, folder=program.parent))
        (tools / "epochscope").chmod(0o755)
        # Programs of the manual's run with the modules that this one has.
        (tools / "python3").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        (tools / "python3").chmod(0o755)
        environment = {**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"}
        samples = {"data": repository / "data"}
        for page in order:
            folder = work / page.stem
            folder.mkdir()
            for name, source in samples.items():
                shutil.copytree(source, folder / name)
            os.chdir(folder)
            names = {}
            for block in blocks_of(page):
                if block[0] in ("sh", "python"):
                    run_block(page, block, folder, names, environment)
            if page in first:
                samples |= {name: folder / name for name in SAMPLES if (folder / name).exists()}
            print(page.relative_to(repository), flush=True)
    finally:
        os.chdir("/")
        shutil.rmtree(work)
    for page in (repository / "README.md", *pages, *sorted((manual / "zh").glob("*.md"))):
        check_links(page)
    for page in pages:
        check_translation(page, manual / "zh" / page.name)
    check_verbs(program, repository / "README.md")


if __name__ == "__main__":
    main(*sys.argv[1:])
