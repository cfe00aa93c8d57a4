"""The same landscapes by a learned decoder as numpy makes them: its products at every pixel; times itself.

    landscape_peer.py DIMENSION WIDTH CLASSES EPOCHS
The decoder is gone through once for all epochs, as one would, and only then each epoch's head; colours are left out,
which is to numpy's favour. Prints one JSON object.
"""
import json
import sys
import time

import numpy as np

dimension, width, classes, epochs = map(int, sys.argv[1:5])
random = np.random.default_rng(0)


def layer(inputs, outputs):
    return (random.normal(size=(inputs, outputs)) / np.sqrt(inputs)).astype(np.float32), random.normal(size=outputs).astype(np.float32)


widths = [2, width, width, width, width, dimension]
decoder = [layer(a, b) for a, b in zip(widths, widths[1:])]
heads = [layer(dimension, classes) for _ in range(epochs)]


def decoded(columns, rows):
    x, y = np.meshgrid(np.linspace(-8, 8, columns), np.linspace(-8, 8, rows))
    values = np.stack([x.ravel(), y.ravel()], 1).astype(np.float32)
    for index, (weight, bias) in enumerate(decoder):
        values = values @ weight + bias
        if index + 1 < len(decoder):
            np.maximum(values, 0, out=values)
    return values


def decided(values, head):
    logits = values @ head[0] + head[1]
    top = np.partition(logits, -2, 1)
    gap = (top[:, -1] - top[:, -2]) / (top[:, -1] - logits.min(1))
    return logits.argmax(1), gap


grid = decoded(200, 200)
decided(grid, heads[0])
start = time.perf_counter()
decided(grid, heads[0])
live = time.perf_counter() - start
start = time.perf_counter()
grid = decoded(1000, 800)
for head in heads:
    decided(grid, head)
print(json.dumps({"live_seconds": live, "all_seconds": time.perf_counter() - start}))
