"""Reads a file of tensors by numpy.loadtxt; times itself.

    loadtxt_peer.py FILE
Prints one JSON object.
"""
import json
import sys
import time

import numpy as np

start = time.perf_counter()
tensors = np.loadtxt(sys.argv[1], dtype=np.float32, delimiter="\t")
seconds = time.perf_counter() - start
print(json.dumps({"seconds": seconds, "sum": float(tensors.sum(dtype=np.float64)), "version": np.__version__}))
