"""Runs the manual's recipes for formats that the program does not read, each if its library is there.

    python3 tests/python/recipes_test.py PROGRAM REPOSITORY
"""

import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import numpy as np

PROGRAM, REPOSITORY = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
FEATURES = np.arange(40, dtype=np.float32).reshape(10, 4)
LABELS = np.arange(10) % 2


def write_hdf5():
    import h5py
    with h5py.File("features.h5", "w") as file:
        file["features"], file["labels"] = FEATURES, LABELS


def write_parquet():
    import pandas as pd
    pd.DataFrame({"embedding": list(FEATURES), "label": LABELS}).to_parquet("features.parquet")


def write_safetensors():
    from safetensors.numpy import save_file
    save_file({"X": FEATURES, "y": LABELS}, "features.safetensors")


def write_torch():
    import torch
    torch.save({"X": torch.from_numpy(FEATURES), "y": torch.from_numpy(LABELS)}, "features.pt")


class RecipesTest(unittest.TestCase):
    def run_recipe(self, file, write):
        page = (REPOSITORY / "resources/manual/en/formats.md").read_text()
        recipe, = (block for block in re.findall(r"```text\n(.*?)```", page, re.DOTALL) if f'"{file}"' in block)
        with tempfile.TemporaryDirectory() as folder:
            self.addCleanup(os.chdir, os.getcwd())
            os.chdir(folder)
            try:
                write()
            except ImportError as missing:
                self.skipTest(str(missing))
            exec(recipe, {})
            run = subprocess.run([PROGRAM, "info", "features.npz", "--json"], capture_output=True, text=True)
            self.assertEqual(run.returncode, 0, run.stderr)
            self.assertEqual(json.loads(run.stdout)["samples_per_class"], [5, 5])
            os.chdir("/")

    def test_hdf5(self):
        self.run_recipe("features.h5", write_hdf5)

    def test_parquet(self):
        self.run_recipe("features.parquet", write_parquet)

    def test_safetensors(self):
        self.run_recipe("features.safetensors", write_safetensors)

    def test_torch(self):
        self.run_recipe("features.pt", write_torch)


if __name__ == "__main__":
    result = unittest.main(argv=sys.argv[:1], exit=False).result
    sys.exit(0 if result.wasSuccessful() else 1)
