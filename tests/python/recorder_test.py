"""Tests of resources/python/epochscope.py, and of what the program reads of its recordings.

    python3 tests/python/recorder_test.py PROGRAM REPOSITORY
"""

import importlib.util
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import warnings

try:
    import numpy as np
except ImportError:
    print("python3-numpy is missing")
    sys.exit(77)
try:
    import torch
except ImportError:
    torch = None

PROGRAM, REPOSITORY = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path.insert(0, str(REPOSITORY / "resources/python"))
from epochscope import Recorder, RecorderError, RecorderWarning  # noqa: E402

RNG = np.random.default_rng(0)
LABELS = np.repeat(np.arange(3), 20)
EMBEDDINGS = RNG.normal(size=(60, 5)) + 4 * np.eye(5)[LABELS]
WEIGHT, BIAS = np.eye(3, 5), np.array([0.1, 0.2, 0.3])
LOGITS = EMBEDDINGS @ WEIGHT.T + BIAS


def info(folder):
    run = subprocess.run([PROGRAM, "info", str(folder), "--json"], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


class Case(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = pathlib.Path(temporary.name) / "run"

    def saved(self, name, epoch=1):
        return np.load(self.folder / f"epochs/epoch_{epoch}/{name}.npy")


class RecorderTest(Case):
    def test_what_is_recorded_opens(self):
        with Recorder(self.folder, labels=LABELS, classes=["a", "b", "c"],
                      images=RNG.random((60, 4, 6))) as recorder:
            for k in (1, 2, 5):
                self.assertTrue(recorder.epoch(k, EMBEDDINGS, LOGITS, head=(WEIGHT, BIAS),
                                               losses=np.ones(60), curves={"loss": 1 / k}))
            self.assertLess(recorder.cost, 1)
        self.assertTrue((self.folder / "finished").exists())
        facts = info(self.folder)
        self.assertEqual((facts["samples"], facts["epochs"]), (60, 3))
        self.assertEqual(facts["warnings"], [])
        accuracy = (LOGITS.argmax(1) == LABELS).mean()
        self.assertAlmostEqual(facts["accuracy"][-1], accuracy)
        np.testing.assert_array_equal(self.saved("embeddings"), EMBEDDINGS.astype(np.float32))
        np.testing.assert_array_equal(self.saved("predictions"), LOGITS.astype(np.float32))
        np.testing.assert_array_equal(self.saved("losses"), np.ones(60))
        curves = (self.folder / "curves.csv").read_text().split()
        self.assertEqual(curves, ["epoch,loss", "1,1.0", "2,0.5", "5,0.2"])
        self.assertEqual(np.load(self.folder / "dataset/images.npy").dtype, np.uint8)

    def test_a_restarted_run_goes_on(self):
        with self.assertRaises(KeyboardInterrupt), Recorder(self.folder, labels=LABELS) as recorder:
            recorder.epoch(1, EMBEDDINGS, curves={"loss": 3})
            recorder.epoch(2, EMBEDDINGS, curves={"loss": 2})
            raise KeyboardInterrupt
        self.assertFalse((self.folder / "finished").exists())
        with Recorder(self.folder, labels=LABELS) as recorder:
            recorder.epoch(2, 2 * EMBEDDINGS, curves={"loss": 1, "accuracy": 0.5})
            recorder.epoch(3, EMBEDDINGS)
        np.testing.assert_array_equal(self.saved("embeddings", 2), (2 * EMBEDDINGS).astype("f4"))
        self.assertEqual((self.folder / "curves.csv").read_text().split(),
                         ["epoch,loss,accuracy", "1,3.0,", "2,1.0,0.5"])
        self.assertEqual(info(self.folder)["epochs"], 3)
        with self.assertRaisesRegex(RecorderError, "holds another recording"):
            Recorder(self.folder, labels=LABELS[::-1].copy())

    def test_a_killed_run_leaves_whole_epochs(self):
        script = f"""if True:
            import sys; sys.path.insert(0, {str(REPOSITORY / 'resources/python')!r})
            import numpy as np
            from epochscope import Recorder
            recorder = Recorder({str(self.folder)!r}, labels=np.arange(2000) % 4)
            print("begun", flush=True)
            for k in range(10000):
                recorder.epoch(k % 50, np.random.rand(2000, 64))"""
        for delay in (0.05, 0.11, 0.17):
            run = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
            run.stdout.readline()
            time.sleep(delay)
            run.send_signal(signal.SIGKILL)
            run.communicate()
            for epoch in (self.folder / "epochs").glob("epoch_*"):
                self.assertEqual(np.load(epoch / "embeddings.npy").shape, (2000, 64))
        with Recorder(self.folder, labels=np.arange(2000) % 4) as recorder:
            recorder.epoch(99, np.random.rand(2000, 64))
        self.assertEqual([path.name for path in (self.folder / "epochs").glob(".*")], [])
        self.assertGreater(info(self.folder)["epochs"], 1)

    def test_an_epoch_that_does_not_fit_is_left_out_and_told(self):
        faults = (
            ("embeddings has shape", dict(embeddings=EMBEDDINGS[:50])),
            ("embeddings holds", dict(embeddings=["a"] * 60)),
            ("embeddings are missing", dict()),
            ("logits has shape", dict(embeddings=EMBEDDINGS, logits=LOGITS[:3])),
            ("losses has shape", dict(embeddings=EMBEDDINGS, losses=np.ones(7))),
            (r"head\[0\] has shape", dict(embeddings=EMBEDDINGS, logits=LOGITS, head=(BIAS, BIAS))),
            (r"head\[1\] has shape", dict(embeddings=EMBEDDINGS, logits=LOGITS, head=(WEIGHT, WEIGHT))),
        )
        recorder = Recorder(self.folder, labels=LABELS)
        for message, arguments in faults:
            with self.assertWarnsRegex(RecorderWarning, message):
                self.assertFalse(recorder.epoch(1, **arguments))
        self.assertEqual(list((self.folder / "epochs").iterdir()), [])
        recorder.strict = True
        for message, arguments in faults:
            with self.assertRaisesRegex(RecorderError, message):
                recorder.epoch(1, **arguments)
        recorder.close()
        with self.assertRaisesRegex(RecorderError, "closed"):
            recorder.epoch(1, EMBEDDINGS)

    def test_arguments_that_do_not_fit_are_named(self):
        for message, arguments in (
            (r"labels\[3\] is 7, expected -1..2", dict(labels=[0, 1, 2, 7], classes=["a", "b", "c"])),
            ("labels has shape", dict(labels=np.zeros((3, 2)))),
            ("labels are not integers", dict(labels=[0.5, 1])),
            ("labels holds", dict(labels=["cat"])),
            ("images has shape", dict(labels=[0, 1], images=np.zeros((3, 4, 4)))),
            (r"samples\['text'\] has 1 values, expected 2", dict(labels=[0, 1], samples={"text": ["a"]})),
            ("limit is 0", dict(labels=[0, 1], limit=0)),
        ):
            with self.assertRaisesRegex(RecorderError, message):
                Recorder(self.folder, **arguments)

    def test_a_folder_in_use_is_refused(self):
        with Recorder(self.folder, labels=LABELS):
            with self.assertRaisesRegex(RecorderError, "in use by another run"):
                Recorder(self.folder, labels=LABELS)

    def test_what_is_not_a_number_is_recorded_and_told(self):
        broken = EMBEDDINGS.copy()
        broken[7, 2] = np.nan
        with Recorder(self.folder, labels=LABELS) as recorder:
            with self.assertWarnsRegex(RecorderWarning, "embeddings: 1 of 60 samples hold NaN"):
                self.assertTrue(recorder.epoch(1, broken))

    def test_a_full_disk_does_not_stop_the_training(self):
        with Recorder(self.folder, labels=LABELS) as recorder:
            (self.folder / "epochs").rmdir()
            (self.folder / "epochs").touch()
            with self.assertWarns(RecorderWarning):
                self.assertFalse(recorder.epoch(1, EMBEDDINGS))

    @unittest.skipIf(importlib.util.find_spec("pip") is None, "python3-pip is missing")
    def test_it_installs(self):
        source = self.folder.with_name("source")
        shutil.copytree(REPOSITORY / "resources/python", source)
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps",
                        "--no-build-isolation", "--target", self.folder, source], check=True)
        subprocess.run([sys.executable, "-c", "import epochscope; epochscope.Recorder"], check=True,
                       cwd=self.folder)

    def test_a_limit_draws_from_each_class_in_proportion(self):
        labels = np.array([0] * 100 + [1] * 50 + [2])
        embeddings = np.arange(151)[:, None].repeat(2, 1)
        with Recorder(self.folder, labels=labels, limit=31, half=True,
                      samples={"text": [f"number {i}" for i in range(151)]}) as recorder:
            recorder.epoch(1, embeddings)
        drawn = np.load(self.folder / "dataset/labels.npy")
        self.assertEqual(np.bincount(drawn).tolist(), [20, 10, 1])
        saved = self.saved("embeddings")
        self.assertEqual(saved.dtype, np.float16)
        rows = saved[:, 0].astype(int)
        np.testing.assert_array_equal(labels[rows], drawn)
        table = (self.folder / "dataset/samples.csv").read_text().splitlines()
        self.assertEqual(table[0], "id,text")
        self.assertEqual(table[1:], [f"{row},number {row}" for row in rows])


@unittest.skipIf(torch is None, "python3-torch is missing")
class WatchTest(Case):
    """A network that learns the sample's digits, watched."""

    def setUp(self):
        super().setUp()
        torch.manual_seed(0)
        digits = REPOSITORY / "data/digits"
        self.images = torch.from_numpy(np.load(digits / "images.npy")).reshape(-1, 64).float() / 255
        self.labels = torch.from_numpy(np.load(digits / "labels.npy")).long()
        self.data = torch.utils.data.TensorDataset(self.images, self.labels)
        self.loader = torch.utils.data.DataLoader(self.data, batch_size=256)

    def network(self, last=None):
        return torch.nn.Sequential(torch.nn.Linear(64, 32), torch.nn.ReLU(), torch.nn.Dropout(0.5),
                                   last or torch.nn.Linear(32, 10))

    def train(self, model, after_epoch):
        optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
        shuffled = torch.utils.data.DataLoader(self.data, batch_size=64, shuffle=True)
        for epoch in (1, 2, 3):
            model.train()
            for x, y in shuffled:
                optimizer.zero_grad()
                torch.nn.functional.cross_entropy(model(x), y).backward()
                optimizer.step()
            after_epoch(epoch)

    def test_a_watched_training_is_recorded_and_goes_on_as_if_it_was_not(self):
        alone = self.network()
        state = alone.state_dict()
        model = self.network()
        model.load_state_dict({name: values.clone() for name, values in state.items()})
        torch.manual_seed(1)
        self.train(alone, lambda epoch: None)
        torch.manual_seed(1)
        with Recorder(self.folder, classes=list("0123456789"), strict=True) as recorder:
            recorder.watch(model, "3", self.loader)

            def record(epoch):
                recorder.epoch(epoch, curves={"epoch_cost": recorder.cost})
                self.assertTrue(model.training and model[2].training)

            self.train(model, record)
        for name, values in alone.state_dict().items():
            self.assertTrue(torch.equal(values, model.state_dict()[name]), name)
        model.eval()
        with torch.no_grad():
            logits = model(self.images)
            features = model[:3](self.images)
        np.testing.assert_allclose(self.saved("embeddings", 3), features.numpy(), atol=1e-5)
        np.testing.assert_allclose(self.saved("predictions", 3), logits.numpy(), atol=1e-5)
        np.testing.assert_array_equal(self.saved("head_weight", 3), model[3].weight.detach().numpy())
        facts = info(self.folder)
        self.assertEqual(facts["warnings"], [])
        self.assertAlmostEqual(facts["accuracy"][-1],
                               (logits.argmax(1) == self.labels).float().mean().item(), places=6)

    def test_a_head_of_several_layers_is_saved_as_a_module(self):
        model = self.network(torch.nn.Sequential(torch.nn.Linear(32, 16), torch.nn.ReLU(),
                                                 torch.nn.Linear(16, 10)))
        with Recorder(self.folder, strict=True) as recorder:
            recorder.watch(model, model[3], self.loader).epoch(1)
        head = torch.jit.load(str(self.folder / "epochs/epoch_1/head.pt"))
        with torch.no_grad():
            logits = head(torch.from_numpy(self.saved("embeddings"))).numpy()
        np.testing.assert_allclose(logits, self.saved("predictions"), atol=1e-5)

    def test_what_cannot_be_watched_is_named(self):
        model = self.network()
        recorder = Recorder(self.folder, strict=True)
        shuffled = torch.utils.data.DataLoader(self.data, shuffle=True)
        with self.assertRaisesRegex(RecorderError, "layer 'fc' is not in the model.*: 0, 1, 2, 3"):
            recorder.watch(model, "fc", self.loader)
        with self.assertRaisesRegex(RecorderError, "layer is not part of the model"):
            recorder.watch(model, torch.nn.Linear(32, 10), self.loader)
        with self.assertRaisesRegex(RecorderError, "loader shuffles"):
            recorder.watch(model, "3", shuffled)
        with self.assertRaisesRegex(RecorderError, "loader is empty"):
            recorder.watch(model, "3", []).epoch(1)
        recorder.watch(model, "3", self.loader).epoch(1)
        other = torch.utils.data.TensorDataset(self.images, self.labels.flip(0))
        with self.assertRaisesRegex(RecorderError, "is it shuffled"):
            recorder.watch(model, "3", torch.utils.data.DataLoader(other, 256)).epoch(2)
        recorder.close()


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    warnings.simplefilter("always")
    result = unittest.main(argv=sys.argv[:1], exit=False).result
    sys.exit(1 if not result.wasSuccessful() else 77 if torch is None else 0)
