"""Last-layer TracIn by numpy in double precision, one JSON object: the seconds, and for each of the
first ASKED samples its proponents and opponents as [sample, score].

    influence_peer.py RUN EPOCHS ASKED TOP
"""
import json
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "2")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "2")
# OpenBLAS as Debian 12 has it takes a processor that it has not heard of for one of 2004.
os.environ.setdefault("OPENBLAS_CORETYPE", "Haswell")

import numpy as np

run, epochs, asked, top = sys.argv[1], *map(int, sys.argv[2:])
start = time.perf_counter()
labels = np.load(os.path.join(run, "dataset/labels.npy"))
scores = np.zeros((asked, len(labels)))
for epoch in range(1, epochs + 1):
    folder = os.path.join(run, f"epochs/epoch_{epoch}")
    x = np.load(os.path.join(folder, "embeddings.npy")).astype(np.float64)
    logits = np.load(os.path.join(folder, "predictions.npy")).astype(np.float64)
    error = np.exp(logits - logits.max(axis=1, keepdims=True))
    error /= error.sum(axis=1, keepdims=True)
    error[np.arange(len(labels)), labels] -= 1
    scores += (x[:asked] @ x.T) * (error[:asked] @ error.T)
scores[np.arange(asked), np.arange(asked)] = 0
order = np.argsort(-scores, axis=1, kind="stable")
lists = {
    "proponents": [[[int(j), row[j]] for j in places[:top] if row[j] > 0] for row, places in zip(scores, order)],
    "opponents": [[[int(j), row[j]] for j in places[::-1][:top] if row[j] < 0] for row, places in zip(scores, order)],
}
lists["seconds"] = time.perf_counter() - start
print(json.dumps(lists, default=float))
