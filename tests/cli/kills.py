"""Kills each verb that writes at random moments: kills.py PROGRAM [--kills N] [--seed S] [--only NAME...]

After each kill, what was to be written is what was there before or what a whole run makes; the same
call once more makes that, and leaves nothing unfinished. Then two runs write one target at once: it
is whole, and who lost says so. Prints a JSON line for each verb; exits with 1 if something does not
hold. Two hundred kills a verb: kills.py PROGRAM --kills 200.
"""

import argparse
import json
import os
import pathlib
import random
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

SAMPLES, DIMENSION, EPOCHS, CLASSES = 400, 16, 6, 3
OLD = b"what was there before"


def put_npy(path, kind, shape, values, code):
    head = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}"
    head += " " * (-(len(head) + 11) % 64) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(head)) + head.encode()
                     + struct.pack(f"<{len(values)}{code}", *values))


def put_recording(run):
    chance = random.Random(1)
    labels = [i % CLASSES for i in range(SAMPLES)]
    put_npy(run / "dataset/labels.npy", "<i8", f"({SAMPLES},)", labels, "q")
    for epoch in range(1, EPOCHS + 1):
        rows = [chance.gauss(epoch * (label == d), 1) for label in labels for d in range(DIMENSION)]
        logits = [rows[i * DIMENSION + c] for i in range(SAMPLES) for c in range(CLASSES)]
        at = run / f"epochs/epoch_{epoch}"
        put_npy(at / "embeddings.npy", "<f4", f"({SAMPLES}, {DIMENSION})", rows, "f")
        put_npy(at / "predictions.npy", "<f4", f"({SAMPLES}, {CLASSES})", logits, "f")
    (run / "finished").touch()


def content(path):
    """A file's bytes, or a folder's files by their names; None if there is nothing in it."""
    if path.is_file():
        return path.read_bytes()
    if not path.is_dir():
        return None
    files = {str(p.relative_to(path)): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}
    return files or None


class Case:
    """A verb, and what it writes: `target` is put behind the words."""

    def __init__(self, name, words, old=None, parts=False, again=()):
        self.name, self.words, self.again = name, words, list(again)
        # What lies at the target before: bytes of a file, a folder that is copied, or nothing.
        self.old = old
        # Whether files of the target come one by one, each whole.
        self.parts = parts


def cases(run, picture):
    run, picture = str(run), str(picture)
    return [
        Case("project", ["project", run, "--method", "pca", "--out", "made"]),
        Case("project --format json", ["project", run, "--method", "pca", "--format", "json", "--out", "made"]),
        Case("project --follow", ["project", run, "--follow", "--method", "pca", "--out", "made"], parts=True),
        Case("project, resumed", ["project", run, "--method", "dvi", "--training-epochs", "2", "--out", "made"],
             again=["--resume"]),
        Case("convert --to npy", ["convert", picture, "--to", "npy", "--out", "made"]),
        Case("convert --to json", ["convert", picture, "--to", "json", "--out", "made"]),
        Case("prototypes", ["prototypes", run, "--over", picture, "--clusters", "3", "--out", "made"]),
        Case("datamap --out", ["datamap", run, "--out", "made"]),
        Case("datamap --tsv", ["datamap", run, "--tsv", "made"], OLD),
        Case("datamap --ids", ["datamap", run, "--select", "aum", "--fraction", "0.5", "--ids", "made"], OLD),
        Case("metrics --csv", ["metrics", run, picture, "--no-controls", "--csv", "made"], OLD),
        Case("metrics --write", ["metrics", run, "made", "--no-controls", "--write"],
             pathlib.Path(picture), parts=True),
        Case("query", ["query", picture, "label = 1", "--out", "made"], OLD),
        Case("compare", ["compare", picture, run, "--csv", "made"], OLD),
        Case("influence", ["influence", run, "--sample", "3", "--csv", "made"], OLD),
        Case("export --out", ["export", picture, "--no-text", "--size", "96x64", "--out", "made"], parts=True),
        Case("export --html", ["export", picture, "--html", "made.html"], OLD),
        Case("report", ["report", picture, "--out", "made.html"], OLD),
    ]


class Trial:
    def __init__(self, program, case, folder, chance):
        self.program, self.case, self.folder, self.chance = program, case, folder, chance
        self.place = folder / "place"
        self.faults = []
        self.old_seen = self.new_seen = self.between = 0
        at = next(i for i, word in enumerate(case.words) if word.startswith("made"))
        self.target = self.place / case.words[at]
        self.words = case.words[:at] + [str(self.target)] + case.words[at + 1:]

    def reset(self):
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir()
        if isinstance(self.case.old, bytes):
            self.target.write_bytes(self.case.old)
        elif self.case.old is not None:
            shutil.copytree(self.case.old, self.target)

    def start(self, more=()):
        return subprocess.Popen([self.program, *self.words, *more], stdin=subprocess.DEVNULL,
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def expect(self, holds, what):
        if not holds:
            self.faults.append(what)

    def litter(self):
        return [str(p.relative_to(self.place)) for p in self.place.rglob("*")
                if ".part-" in p.name or p.name.endswith((".next", ".checkpoint"))]

    def measure(self):
        """What a whole run makes, and how long it takes."""
        self.reset()
        self.before = content(self.target)
        begun = time.monotonic()
        run = self.start()
        said = run.communicate()[1]
        self.takes = time.monotonic() - begun
        self.expect(run.returncode == 0, f"a whole run ends with {run.returncode}: {said}")
        self.after = content(self.target)

    def look(self, when):
        now = content(self.target)
        if now == self.before:
            self.old_seen += 1
        elif now == self.after:
            self.new_seen += 1
        elif self.case.parts and self.is_part(now):
            self.between += 1
        else:
            self.faults.append(f"{when}: neither what was there before nor what a run makes")

    def is_part(self, now):
        if self.case.name == "project --follow":
            return subprocess.run([self.program, "info", self.target, "--check"], capture_output=True).returncode == 0
        visible = {name: data for name, data in (now or {}).items() if ".part-" not in name}
        return all(data in ((self.before or {}).get(name), self.after.get(name)) for name, data in visible.items())

    def kill_once(self, number):
        self.reset()
        moment = self.chance.uniform(0, 1.05) * self.takes
        run = self.start()
        time.sleep(moment)
        run.send_signal(signal.SIGKILL)
        run.communicate()
        when = f"kill {number} after {moment:.4f} s"
        self.look(when)
        again = self.case.again if self.target.with_name(self.target.name + ".checkpoint").exists() else []
        if content(self.target) == self.after and not isinstance(self.before, bytes) and not self.case.parts:
            return  # A folder that is whole is not written again.
        run = self.start(again)
        said = run.communicate()[1]
        self.expect(run.returncode == 0, f"{when}: the next run ends with {run.returncode}: {said}")
        self.expect(content(self.target) == self.after, f"{when}: the next run makes something else")
        self.expect(not self.litter(), f"{when}: the next run leaves {self.litter()}")

    def race(self):
        """Two runs at once on one target."""
        self.reset()
        runs = [self.start(), self.start()]
        said = [run.communicate()[1] for run in runs]
        codes = [run.returncode for run in runs]
        self.expect(0 in codes, f"two at once: both fail: {said}")
        for code, words in zip(codes, said):
            self.expect(code in (0, 1, 2) and (code == 0 or words.strip()), f"two at once: {code}: {words}")
        self.expect(content(self.target) == self.after, f"two at once: neither run's result ({codes}, {said})")
        self.expect(not self.litter(), f"two at once: {self.litter()} is left")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--kills", type=int, default=4)
    parser.add_argument("--races", type=int, default=2)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    parser.add_argument("--only", nargs="*")
    call = parser.parse_args()
    print(f"seed {call.seed}", flush=True)
    holds = True
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        # One thread, so that a run takes about as long each time.
        os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")
        program = str(pathlib.Path(call.program).resolve())
        put_recording(folder / "run")
        picture = folder / "picture"
        subprocess.run([program, "project", folder / "run", "--method", "pca", "--out", picture],
                       check=True, capture_output=True)
        for case in cases(folder / "run", picture):
            if call.only and case.name not in call.only:
                continue
            trial = Trial(program, case, folder, random.Random(f"{call.seed} {case.name}"))
            trial.measure()
            if not trial.faults:
                for number in range(call.kills):
                    trial.kill_once(number)
                for _ in range(call.races):
                    trial.race()
            holds = holds and not trial.faults
            print(json.dumps({"verb": case.name, "kills": call.kills, "seconds": round(trial.takes, 3),
                              "old": trial.old_seen, "new": trial.new_seen, "between": trial.between,
                              "faults": trial.faults[:5], "fault_count": len(trial.faults)}), flush=True)
    sys.exit(0 if holds else 1)


main()
