"""Records what a network makes of its samples, epoch by epoch, in the form that Epochscope opens.

    from epochscope import Recorder

    with Recorder("my-run", labels=labels, classes=["cat", "dog", "ship"]) as recorder:
        for epoch in range(1, 21):
            train_one_epoch(model)
            recorder.epoch(epoch, embeddings, logits, curves={"loss": loss})

With PyTorch the recorder collects embeddings and logits itself: see Recorder.watch.

This file needs numpy only. Copy it beside your script, or `pip install` its folder.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import logging
import os
import pathlib
import random
import shutil
import time
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Optional, Union

import numpy as np

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None

__version__ = "0.1.0"
__all__ = ["Recorder", "RecorderError", "RecorderWarning"]

Array = Any
"""What numpy.asarray takes, or a PyTorch tensor on any device."""


class RecorderError(ValueError):
    """An argument does not fit. The message names it."""


class RecorderWarning(UserWarning):
    """An epoch was not recorded, or something in it is amiss."""


class Recorder:
    """Writes a recording: the folder `dataset` and, for each epoch, a folder in `epochs`.

    An epoch appears whole or not at all. A recording that was interrupted opens, and goes on when
    it is recorded to again with the same labels. The file `finished` marks the end of a run.

    folder    Where the recording is written. It is made if it is missing.
    labels    [N] integers, the class of each sample; -1 if unknown. May be left out if `watch` is
              used: then the labels are those of the loader.
    classes   The names of the classes. Default: their numbers.
    images    [N, H, W], [N, H, W, 1] or [N, H, W, 3], 0..255 as uint8 or 0..1 as floats.
    samples   What is known of each sample: a mapping of N values a column, e.g. {"text": [...]}, or
              a pandas DataFrame.
    limit     Record at most so many samples, drawn by `seed`, from each class in proportion. All
              arrays are still given whole.
    half      Write embeddings as float16, which takes half the space.
    strict    Raise what goes wrong in an epoch. Default: warn, leave that epoch out, and let the
              training go on.
    """

    def __init__(self, folder: Union[str, os.PathLike], *, labels: Optional[Array] = None,
                 classes: Optional[Sequence[str]] = None, images: Optional[Array] = None,
                 samples: Optional[Mapping[str, Sequence]] = None, limit: Optional[int] = None,
                 seed: int = 0, half: bool = False, strict: bool = False) -> None:
        if limit is not None and limit < 1:
            raise RecorderError(f"limit is {limit}, expected at least 1")
        self.folder = pathlib.Path(folder)
        self.strict = strict
        self._classes = None if classes is None else [str(name) for name in classes]
        self._images = images
        self._samples = samples
        self._limit = limit
        self._seed = seed
        self._half = half
        self._rows: Optional[np.ndarray] = None
        self._given = 0
        self._watched: Optional[_Watched] = None
        self._spent = 0.0
        self._began = time.monotonic()
        (self.folder / "epochs").mkdir(parents=True, exist_ok=True)
        self._lock = _lock(self.folder)
        try:
            self._remove_unfinished()
            if labels is not None:
                self._write_dataset(_labels(labels, self._classes))
        except BaseException:
            self._unlock()
            raise

    def __enter__(self) -> Recorder:
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        self.close(finished=kind is None)

    @property
    def cost(self) -> float:
        """The fraction of the time since the start that was spent on recording, 0..1."""
        return self._spent / max(time.monotonic() - self._began, 1e-9)

    def close(self, finished: bool = True) -> None:
        """Ends the recording. `finished`: the run ended normally, and no more epochs will come."""
        if self._lock is None:
            return
        if finished:
            with self._guarded("the mark of the end"):
                (self.folder / "finished").touch()
        self._unlock()
        logging.getLogger("epochscope").info("recording took %.1f %% of the time", 100 * self.cost)

    def epoch(self, number: int, embeddings: Optional[Array] = None, logits: Optional[Array] = None,
              *, losses: Optional[Array] = None,
              head: Optional[tuple[Array, Optional[Array]]] = None,
              curves: Optional[Mapping[str, float]] = None) -> bool:
        """Records an epoch, replacing one of the same number. Returns whether it was recorded.

        embeddings  [N, D], the features of each sample. Left out: those of the model that `watch`
                    was given.
        logits      [N, C], the outputs before softmax.
        losses      [N]
        head        The linear layer that makes logits of embeddings: (weight [C, D], bias [C] or
                    None).
        curves      Numbers of the run at this epoch, e.g. {"train_loss": 0.3, "accuracy": 0.9}.
        """
        start = time.monotonic()
        try:
            with self._guarded(f"epoch {number}"):
                self._record(number, embeddings, logits, losses, head, curves)
                return True
            return False
        finally:
            self._spent += time.monotonic() - start

    def watch(self, model: Any, layer: Any, loader: Iterable, *, device: Any = None) -> Recorder:
        """Lets `epoch` collect embeddings and logits of a PyTorch model by itself.

        model   A torch.nn.Module that makes the logits of a batch.
        layer   The layer whose input is the embedding, e.g. model.fc, or its name, "fc". If the
                model's output is that of the layer, the layer is saved too (a linear one by its
                weights, another as head.pt), and Epochscope can ask it for places in between.
        loader  Batches (inputs, labels) or inputs, always in the same order: shuffle=False.
        device  Where batches go. Default: where the model's parameters are.

        The model runs in eval mode without gradients. Its mode and the state of all random
        generators are put back as they were.
        """
        self._watched = _Watched(model, layer, loader, device)
        return self

    def _record(self, number: int, embeddings: Optional[Array], logits: Optional[Array],
                losses: Optional[Array], head: Optional[tuple], curves: Optional[Mapping]) -> None:
        if self._lock is None:
            raise RecorderError("the recording is closed")
        if isinstance(number, bool) or int(number) != number:
            raise RecorderError(f"number is {number!r}, expected an integer")
        module = None
        if embeddings is None:
            if self._watched is None:
                raise RecorderError("embeddings are missing: pass them, or call watch() first")
            seen = self._watched.run()
            embeddings, logits, head, module = seen.embeddings, seen.logits, seen.head, seen.module
            self._compare_labels(seen.labels)
        if self._rows is None:
            raise RecorderError("labels are missing: pass them to Recorder, or in the loader")
        files = {"embeddings": self._table("embeddings", embeddings, 2)}
        if logits is not None:
            files["predictions"] = self._table("logits", logits, 2)
        if losses is not None:
            files["losses"] = self._table("losses", losses, 1)
        if head is not None:
            files.update(_head(head, files["embeddings"], files.get("predictions")))
        if self._half:
            files["embeddings"] = files["embeddings"].astype(np.float16)
        self._write_epoch(int(number), files, module)
        if curves:
            self._write_curves(int(number), curves)

    def _table(self, name: str, values: Array, dimensions: int) -> np.ndarray:
        table = _numbers(name, values)
        if table.ndim == 0 or len(table) != self._given:
            raise RecorderError(f"{name} has shape {table.shape}, expected {self._given} samples")
        if dimensions == 2 and table.ndim != 2:
            table = table.reshape(len(table), -1)
        if table.ndim != dimensions:
            raise RecorderError(f"{name} has shape {table.shape}, expected {dimensions} dimensions")
        table = table[self._rows].astype(np.float32)
        wrong = ~np.isfinite(table).reshape(len(table), -1).all(1)
        if wrong.any():
            warnings.warn(f"{name}: {wrong.sum()} of {len(table)} samples hold NaN or infinity",
                          RecorderWarning, stacklevel=6)
        return table

    def _write_dataset(self, labels: np.ndarray) -> None:
        rows = _draw(labels, self._limit, self._seed)
        dataset = self.folder / "dataset"
        if (dataset / "labels.npy").exists():
            before = np.load(dataset / "labels.npy")
            if not np.array_equal(before, labels[rows]):
                raise RecorderError(f"folder {self.folder} holds another recording: its "
                                    "dataset/labels.npy differs from labels; choose another folder")
        with _beside(dataset) as new:
            if self._classes is not None:
                (new / "info.json").write_text(json.dumps({"classes": self._classes}))
            if self._images is not None:
                np.save(new / "images.npy", _images(self._images, len(labels))[rows])
            self._write_samples(new / "samples.csv", rows, len(labels))
            np.save(new / "labels.npy", labels[rows])
            if dataset.exists():  # file by file, so that there are labels at any time
                for file in new.iterdir():
                    os.replace(file, dataset / file.name)
        self._rows = rows
        self._given = len(labels)

    def _write_samples(self, file: pathlib.Path, rows: np.ndarray, count: int) -> None:
        columns = {}
        if self._samples is not None:
            columns = {str(name): list(self._samples[name]) for name in self._samples}
        for name, values in columns.items():
            if len(values) != count:
                raise RecorderError(f"samples[{name!r}] has {len(values)} values, expected {count}")
        if len(rows) < count and "id" not in columns:
            columns = {"id": range(count), **columns}
        if not columns:
            return
        with open(file, "w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(columns)
            writer.writerows([values[row] for values in columns.values()] for row in rows)

    def _compare_labels(self, labels: Optional[np.ndarray]) -> None:
        if labels is None:
            return
        if self._rows is None:
            self._write_dataset(_labels(labels, self._classes))
        elif len(labels) != self._given or not np.array_equal(
                labels[self._rows], np.load(self.folder / "dataset/labels.npy")):
            raise RecorderError("loader gives other labels than before: is it shuffled? Pass one "
                                "with shuffle=False")

    def _write_epoch(self, number: int, files: Mapping[str, np.ndarray], module: Any) -> None:
        with contextlib.suppress(FileNotFoundError):
            (self.folder / "finished").unlink()
        with _beside(self.folder / "epochs" / f"epoch_{number}") as new:
            for name, values in files.items():
                np.save(new / f"{name}.npy", values)
            if module is not None:
                module.save(str(new / "head.pt"))

    def _write_curves(self, number: int, curves: Mapping[str, float]) -> None:
        file = self.folder / "curves.csv"
        rows: dict[int, dict[str, Any]] = {}
        if file.exists():
            with open(file, newline="", encoding="utf-8") as old:
                rows = {int(row["epoch"]): row for row in csv.DictReader(old)}
        rows[number] = {"epoch": number}
        rows[number].update((str(name), float(value)) for name, value in curves.items())
        names = list(dict.fromkeys(name for row in rows.values() for name in row))
        text = io.StringIO()
        writer = csv.DictWriter(text, names, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows[k] for k in sorted(rows))
        new = file.with_name(".curves.csv.new")
        new.write_text(text.getvalue(), encoding="utf-8")
        os.replace(new, file)

    def _remove_unfinished(self) -> None:
        """Removes what a killed run left half-written. An epoch that it was replacing comes back."""
        for old in (self.folder / "epochs").glob(".*.old"):
            whole = old.with_name(old.name[1:-len(".old")])
            shutil.rmtree(old) if whole.exists() else old.rename(whole)
        for new in (*self.folder.glob(".*.new"), *(self.folder / "epochs").glob(".*.new")):
            shutil.rmtree(new) if new.is_dir() else new.unlink()

    @contextlib.contextmanager
    def _guarded(self, what: str) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            if self.strict:
                raise
            warnings.warn(f"{what} is not recorded: {error}", RecorderWarning, stacklevel=4)

    def _unlock(self) -> None:
        if self._lock is not None:
            self._lock.close()
            self._lock = None


class _Seen:
    """What a run of the model gave."""

    def __init__(self, embeddings: np.ndarray, logits: Optional[np.ndarray],
                 labels: Optional[np.ndarray], head: Optional[tuple], module: Any) -> None:
        self.embeddings, self.logits, self.labels = embeddings, logits, labels
        self.head, self.module = head, module


class _Watched:
    """A PyTorch model, the layer whose input is recorded, and the batches that go through it."""

    def __init__(self, model: Any, layer: Any, loader: Iterable, device: Any) -> None:
        import torch

        self.torch = torch
        self.model = model
        self.layer = self._find(layer)
        self.loader = loader
        self.device = device
        self.script_failed = False
        if isinstance(getattr(loader, "sampler", None), torch.utils.data.RandomSampler):
            raise RecorderError("loader shuffles, expected the same order each time: shuffle=False")

    def _find(self, layer: Any) -> Any:
        modules = dict(self.model.named_modules())
        if isinstance(layer, str):
            if layer not in modules:
                raise RecorderError(f"layer {layer!r} is not in the model, expected one of: "
                                    + ", ".join(name for name in modules if name))
            return modules[layer]
        if all(layer is not module for module in modules.values()):
            raise RecorderError("layer is not part of the model")
        return layer

    def run(self) -> _Seen:
        embeddings, logits, labels, after = [], [], [], []

        def keep(_: Any, inputs: tuple, output: Any) -> None:
            kept.append((inputs[0].detach(), output.detach()))

        hook = self.layer.register_forward_hook(keep)
        try:
            with self._as_it_was(), self.torch.no_grad():
                device = self._device()
                for batch in self.loader:
                    inputs, target = batch if isinstance(batch, (tuple, list)) else (batch, None)
                    kept: list = []
                    output = self.model(inputs.to(device))
                    if len(kept) != 1:
                        raise RecorderError(f"layer ran {len(kept)} times a batch, expected once")
                    features, result = kept[0]
                    embeddings.append(features.reshape(len(features), -1).float().cpu().numpy())
                    logits.append(output.float().cpu().numpy())
                    after.append(output.shape == result.shape and bool((output == result).all()))
                    if target is not None:
                        labels.append(_numbers("loader's labels", target))
        finally:
            hook.remove()
        if not embeddings:
            raise RecorderError("loader is empty")
        head, module = self._head() if all(after) and features.ndim == 2 else (None, None)
        return _Seen(np.concatenate(embeddings), np.concatenate(logits),
                     np.concatenate(labels) if labels else None, head, module)

    def _device(self) -> Any:
        first = next(self.model.parameters(), None)
        return self.device or ("cpu" if first is None else first.device)

    def _head(self) -> tuple[Optional[tuple], Any]:
        if isinstance(self.layer, self.torch.nn.Linear):
            bias = self.layer.bias
            return (self.layer.weight.detach(), None if bias is None else bias.detach()), None
        if self.script_failed:
            return None, None
        try:
            return None, self.torch.jit.script(self.layer).cpu()
        except Exception as error:  # what TorchScript does not know
            self.script_failed = True
            warnings.warn(f"head.pt is not recorded: {error}", RecorderWarning, stacklevel=6)
            return None, None

    @contextlib.contextmanager
    def _as_it_was(self) -> Iterator[None]:
        torch = self.torch
        modes = [(module, module.training) for module in self.model.modules()]
        states = random.getstate(), np.random.get_state(), torch.get_rng_state()
        cuda = torch.cuda.get_rng_state_all() if torch.cuda.is_initialized() else None
        self.model.eval()
        try:
            yield
        finally:
            for module, mode in modes:
                module.training = mode
            random.setstate(states[0])
            np.random.set_state(states[1])
            torch.set_rng_state(states[2])
            if cuda is not None:
                torch.cuda.set_rng_state_all(cuda)


def _numbers(name: str, values: Array) -> np.ndarray:
    if hasattr(values, "detach"):
        values = values.detach().cpu()
        values = (values.float() if values.is_floating_point() else values).numpy()
    array = np.asarray(values)
    if array.dtype.kind not in "biuf":
        raise RecorderError(f"{name} holds {array.dtype}, expected numbers")
    return array


def _labels(labels: Array, classes: Optional[list]) -> np.ndarray:
    array = _numbers("labels", labels)
    if array.ndim != 1 or len(array) == 0:
        raise RecorderError(f"labels has shape {array.shape}, expected one entry a sample")
    whole = array.astype(np.int64)
    if not np.array_equal(whole, array):
        raise RecorderError("labels are not integers")
    count = whole.max() + 1 if classes is None else len(classes)
    wrong = np.flatnonzero((whole < -1) | (whole >= count))
    if len(wrong):
        raise RecorderError(f"labels[{wrong[0]}] is {whole[wrong[0]]}, expected -1..{count - 1}")
    return whole


def _images(images: Array, count: int) -> np.ndarray:
    array = _numbers("images", images)
    if array.ndim not in (3, 4) or len(array) != count or array.shape[3:] not in ((), (1,), (3,)):
        raise RecorderError(f"images has shape {array.shape}, expected ({count}, H, W) or "
                            f"({count}, H, W, 3)")
    if array.dtype == np.uint8:
        return array
    return np.clip(array * 255, 0, 255).round().astype(np.uint8)


def _head(head: tuple, embeddings: np.ndarray,
          logits: Optional[np.ndarray]) -> dict[str, np.ndarray]:
    weight = _numbers("head[0]", head[0]).astype(np.float32)
    classes = weight.shape[0] if logits is None else logits.shape[1]
    if weight.shape != (classes, embeddings.shape[1]):
        raise RecorderError(f"head[0] has shape {weight.shape}, expected "
                            f"{(classes, embeddings.shape[1])}")
    bias = np.zeros(classes) if head[1] is None else _numbers("head[1]", head[1])
    if bias.shape != (classes,):
        raise RecorderError(f"head[1] has shape {bias.shape}, expected {(classes,)}")
    return {"head_weight": weight, "head_bias": bias.astype(np.float32)}


def _draw(labels: np.ndarray, limit: Optional[int], seed: int) -> np.ndarray:
    """At most `limit` rows in increasing order, from each class in proportion, at least one."""
    if limit is None or limit >= len(labels):
        return np.arange(len(labels))
    order = np.random.default_rng(seed).permutation(len(labels))
    by_class = order[np.argsort(labels[order], kind="stable")]
    counts = np.unique(labels, return_counts=True)[1]
    starts = np.repeat(np.cumsum(counts) - counts, counts)
    # Sorted by how far a sample is in its class, the first ones are a sample of every class.
    turn = (np.arange(len(labels)) - starts) / np.repeat(counts, counts)
    return np.sort(by_class[np.argsort(turn, kind="stable")[:limit]])


@contextlib.contextmanager
def _beside(folder: pathlib.Path) -> Iterator[pathlib.Path]:
    """A new folder beside `folder` that takes its place when all is written."""
    new = folder.with_name(f".{folder.name}.new")
    old = folder.with_name(f".{folder.name}.old")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    try:
        yield new
        if any(new.iterdir()):
            if folder.exists():
                folder.rename(old)
            new.rename(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _lock(folder: pathlib.Path) -> Any:
    file = open(folder / ".lock", "w")
    if fcntl is not None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            raise RecorderError(f"folder {folder} is in use by another run") from None
    return file
