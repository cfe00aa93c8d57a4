"""From the rename of an epoch's folder to its row in what `project --follow` writes, by the clock.

    follow_times.py PROGRAM [--samples 1797] [--features 64] [--before 20] [--epochs 5] [--method spacetime]
                    [--window epochscope_scrub_bench]

Prints a JSON line: the median and the longest of some epochs that come one by one, in seconds, and the
processor time that an epoch takes. With --window, to its picture in a window that shows what is written
(an X display is needed), and the longest that the window's event loop did not turn.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

import numpy

PATIENCE = 600
# What a window does with the epoch before, its curves and signals, is done by then.
BETWEEN = 2


class Run:
    """A recording of clusters that move apart, an epoch after another."""

    def __init__(self, folder, samples, features):
        self.folder, self.random = folder, numpy.random.default_rng(1)
        self.labels = numpy.arange(samples) % 10
        self.centres = self.random.standard_normal((10, features)).astype(numpy.float32)
        self.noise = self.random.standard_normal((samples, features)).astype(numpy.float32)
        (folder / "dataset").mkdir(parents=True)
        (folder / "epochs").mkdir()
        numpy.save(folder / "dataset" / "labels.npy", self.labels)

    def add(self, number):
        """Written beside and renamed, as the recorder does. The time of the rename."""
        part = self.folder / f".epoch_{number}"
        part.mkdir()
        apart = 4 * (1 - 0.97 ** number)
        change = self.random.standard_normal(self.noise.shape).astype(numpy.float32)
        numpy.save(part / "embeddings.npy", self.noise + 0.1 * change + apart * self.centres[self.labels])
        part.rename(self.folder / "epochs" / f"epoch_{number}")
        return time.monotonic()


def wait_for(info, number, process):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise SystemExit("the program has ended")
        try:
            if number in json.loads(info.read_text())["epochs"]:
                return time.monotonic()
        except (OSError, ValueError, KeyError):
            pass
        time.sleep(0.01)
    raise SystemExit(f"epoch {number} did not come")


class Window:
    """The window on a folder, which tells when an epoch is on the screen."""

    def __init__(self, program, folder):
        self.process = subprocess.Popen([program, "follow", folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True)
        self.longest_stall = 0
        time.sleep(3)

    def wait_for(self, number):
        for line in self.process.stdout:
            told = json.loads(line)
            if told["epoch"] >= number:
                self.longest_stall = max(self.longest_stall, told["longest_stall_s"])
                return told["at"]
        raise SystemExit("the window has ended")

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def seconds_of(process):
    """The processor time that it took so far."""
    fields = pathlib.Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    for name, value in (("samples", 1797), ("features", 64), ("before", 20), ("epochs", 5)):
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--method", default="spacetime")
    parser.add_argument("--window")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder, made = pathlib.Path(name) / "run", pathlib.Path(name) / "made"
        run = Run(folder, asked.samples, asked.features)
        for number in range(1, asked.before + 1):
            run.add(number)
        process = subprocess.Popen([asked.program, "project", folder, "--follow", "--method", asked.method, "--out",
                                    made], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for(made / "info.json", asked.before, process)
            window = Window(asked.window, made) if asked.window else None
            if window:
                window.wait_for(asked.before)
            times, computing = [], seconds_of(process)
            for number in range(asked.before + 1, asked.before + asked.epochs + 1):
                time.sleep(BETWEEN)
                begin = run.add(number)
                end = window.wait_for(number) if window else wait_for(made / "info.json", number, process)
                times.append(end - begin)
            computing = (seconds_of(process) - computing) / asked.epochs
            if window:
                window.close()
        finally:
            process.terminate()
            process.wait()
    what = "picture" if window else "row"
    stall = {"longest_stall_ms": round(1000 * window.longest_stall)} if window else {}
    print(json.dumps({"figure": f"follow: rename to {what}", "samples": asked.samples, "features": asked.features,
                      "before": asked.before, "method": asked.method, "median_s": round(statistics.median(times), 3),
                      "longest_s": round(max(times), 3), "cpu_s_an_epoch": round(computing, 3)} | stall))


if __name__ == "__main__":
    main()
