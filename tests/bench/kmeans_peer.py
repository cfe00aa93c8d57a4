"""k-means by scikit-learn, one JSON line: the seconds of all, and for each level its inertia at each epoch.

    kmeans_peer.py ROWS.npy K...            ROWS is [E, N, D]

Exit 3: a library is not there.
"""
import json
import os
import sys
import time
import warnings

os.environ.setdefault("OMP_NUM_THREADS", "2")
# OpenBLAS as Debian 12 has it takes a processor that it has not heard of for one of 2004.
os.environ.setdefault("OPENBLAS_CORETYPE", "Haswell")
try:
    import numpy
    from sklearn.cluster import KMeans
except ImportError:
    sys.exit(3)

warnings.filterwarnings("ignore")
rows = numpy.load(sys.argv[1])
KMeans(n_clusters=3, n_init=1).fit(rows[0])
start = time.perf_counter()
inertia = [[KMeans(n_clusters=int(count), n_init=5, max_iter=20, random_state=0).fit(epoch).inertia_
            for epoch in rows] for count in sys.argv[2:]]
print(json.dumps({"seconds": time.perf_counter() - start, "inertia": inertia}, default=float))
