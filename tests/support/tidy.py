#!/usr/bin/env python3
"""Runs clang-tidy on what is new or changed under src since it was last found tidy, by a build folder's compile_commands.json.

    python3 tests/support/tidy.py build/tidy WORKERS

Nearly all that clang-tidy does is to read headers and to look through them. So it takes many files at once, as one source
that includes them. Where it finds something, or they do not compile as one, it takes each alone, which decides. Before, each
is compiled alone and without precompiled headers, so that it includes what it uses.
"""

import concurrent.futures
import json
import pathlib
import re
import shlex
import subprocess
import sys

FILES_AT_ONCE = 16
CONFIG = pathlib.Path(".clang-tidy").absolute()


class Source:
    def __init__(self, entry):
        # Not the compiler's cache, and no precompiled headers: clang-tidy would look through all that is in them.
        command = re.sub(r"^.*?(?=clang\+\+ )| -Winvalid-pch( -Xclang \S+){4}| -MD -MT \S+ -MF \S+", "", entry["command"])
        options, self.object = re.match(r"(.*) -o (\S+) -c ", command).groups()
        self.compiler, *self.options = shlex.split(options)
        self.folder = pathlib.Path(entry["directory"])
        self.path = entry["file"]
        self.hidden = hidden_names(pathlib.Path(self.path).read_text())
        self.mark = self.folder / f"{self.object}.tidy"
        self.includes = self.mark.with_suffix(".d")

    def is_tidy(self):
        if not self.mark.exists():
            return False
        files = re.sub(r"^.*?:|\\\n", "", self.includes.read_text()).split()
        return all(file.exists() and self.mark.stat().st_mtime > file.stat().st_mtime
                   for file in (CONFIG, *(self.folder / name for name in files)))

    def compile(self):
        self.mark.parent.mkdir(parents=True, exist_ok=True)
        return self.said_by([self.compiler, *self.options, "-fsyntax-only", "-MD", "-MF", self.includes, self.path])

    def tidy(self, path):
        # Names of one file shadow those of another: compile() warns of what a file does by itself.
        return self.said_by(["clang-tidy", f"--config-file={CONFIG}", "--quiet", path, "--", *self.options, "-w"])

    def said_by(self, command):
        """What a command has against a file, or nothing."""
        run = subprocess.run(command, cwd=self.folder, capture_output=True, text=True)
        return "" if run.returncode == 0 else run.stdout or run.stderr or f"{command[0]} ended with {run.returncode}: {self.path}"


def hidden_names(text):
    """What a file declares in a nameless namespace, roughly: it clashes with the same name of another file."""
    blocks = re.findall(r"^namespace \{\n(.*?)^\}  // namespace\n", text, re.M | re.S)
    return set(re.findall(r"^(?![ }/#]|namespace|static_assert).*?(\w+)(?= final| :| =| ?[({;[])", "".join(blocks), re.M))


def groups_of(sources):
    """Sources that are compiled alike, without a hidden name in common."""
    groups = []
    for source in sources:
        fitting = (group for group in groups if group[0].options == source.options and len(group) < FILES_AT_ONCE
                   and all(source.hidden.isdisjoint(other.hidden) for other in group))
        group = next(fitting, None)
        if group is None:
            groups.append([source])
        else:
            group.append(source)
    return groups


def check(group, together):
    """What is wrong in these sources; marks those in which nothing is."""
    together.write_text("".join(f'#include "{source.path}"\n' for source in group))
    found = {source: source.compile() for source in group}
    if group[0].tidy(str(together)):
        found = {source: words or source.tidy(source.path) for source, words in found.items()}
    for source, words in found.items():
        if not words:
            source.mark.touch()
    return "".join(found.values())


def main():
    build, workers = pathlib.Path(sys.argv[1]).absolute(), int(sys.argv[2])
    entries = json.loads((build / "compile_commands.json").read_text())
    src = f"{pathlib.Path('src').absolute()}/"
    groups = groups_of([source for source in map(Source, (entry for entry in entries if entry["file"].startswith(src)))
                        if not source.is_tidy()])
    files = [build / f"tidy_{number}.cpp" for number in range(len(groups))]
    with concurrent.futures.ThreadPoolExecutor(workers) as pool:
        found = list(filter(None, pool.map(check, groups, files)))
    print("\n".join([*found, f"tidy: looked at {sum(map(len, groups))} files that are new or changed, in {len(groups)} groups"]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
