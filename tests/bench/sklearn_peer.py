"""What neighbours and t-SNE are compared with, one JSON line a figure:

    sklearn_peer.py neighbours ROWS.npy K           the seconds of NearestNeighbors(algorithm="brute"),
                                                    and of a product of matrices for the processor's speed
    sklearn_peer.py tsne ROWS.npy PLACES.npy        the seconds of TSNE(init="pca", random_state=0), and how
                                                    good both pictures are: [E, N, D] and [E, N, 2] are epochs

How good pictures are is worked out here for both alike: the divergence exactly, in double precision.
Exit 3: a library is not there.
"""
import json
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "2")
# OpenBLAS as Debian 12 has it takes a processor that it has not heard of for one of 2004.
os.environ.setdefault("OPENBLAS_CORETYPE", "Haswell")
try:
    import numpy
    from scipy import sparse, stats
    from sklearn.manifold import TSNE, trustworthiness
    from sklearn.neighbors import NearestNeighbors
except ImportError:
    sys.exit(3)


def nearest(rows, count):
    found = NearestNeighbors(n_neighbors=count, algorithm="brute").fit(rows)
    return found.kneighbors(return_distance=True)


def neighbours(rows, count):
    start = time.perf_counter()
    nearest(rows, count)
    seconds = time.perf_counter() - start
    side = 2048
    square = numpy.random.default_rng(0).random((side, side), dtype=numpy.float32)
    square @ square
    start = time.perf_counter()
    square @ square
    return {"seconds": seconds, "gemm_gflops": 2 * side**3 / (time.perf_counter() - start) / 1e9}


def affinities(rows, perplexity=30):
    rows = rows.astype(numpy.float64)
    count = len(rows)
    distances, others = nearest(rows, int(3 * perplexity))
    squares = distances**2 - distances[:, :1]**2
    squares /= squares[:, -1:] + (squares[:, -1:] == 0)
    low, high = numpy.zeros((count, 1)), numpy.full((count, 1), numpy.inf)
    precision = numpy.ones((count, 1))
    for _ in range(100):
        shares = numpy.exp(-precision * squares)
        total = shares.sum(1, keepdims=True)
        entropy = numpy.log(total) + precision * (shares * squares).sum(1, keepdims=True) / total
        wide = entropy > numpy.log(perplexity)
        low, high = numpy.where(wide, precision, low), numpy.where(wide, high, precision)
        precision = numpy.where(numpy.isinf(high), precision * 2, (low + high) / 2)
    ends = numpy.arange(0, others.size + 1, others.shape[1])
    found = sparse.csr_matrix(((shares / total).ravel(), others.ravel(), ends), (count, count))
    return ((found + found.T) / (2 * count)).tocoo()


def divergence(p, places):
    places = places.astype(numpy.float64)
    total = 0
    for first in range(0, len(places), 500):
        apart = places[first:first + 500, None] - places[None]
        total += (1 / (1 + (apart**2).sum(2))).sum()
    total -= len(places)
    weights = 1 / (1 + ((places[p.row] - places[p.col])**2).sum(1))
    return (p.data * numpy.log(p.data * total / weights)).sum()


def recall(rows, places, count):
    shared = [len(set(a) & set(b))
              for a, b in zip(nearest(rows, count)[1], nearest(places, count)[1])]
    return numpy.mean(shared) / count


def temporal(rows, places):
    """Kendall's tau-b between distances to oneself at other epochs, as temp_g of the metrics."""
    def self_distances(at):
        at = at.astype(numpy.float64).transpose(1, 0, 2)
        return numpy.sqrt(((at[:, :, None] - at[:, None])**2).sum(-1))
    high, low = self_distances(rows), self_distances(places)
    epochs = len(rows)
    taus = [stats.kendalltau(numpy.delete(high[i, e], e), numpy.delete(low[i, e], e))[0]
            for i in range(0, rows.shape[1], 10) for e in range(epochs)]
    return numpy.nanmean(taus)


def quality(rows, places):
    # Trustworthiness takes all ranks of all samples: of one epoch, and where they fit.
    small = rows.shape[1] <= 5000
    found = {"divergence": numpy.mean([divergence(affinities(r), p) for r, p in zip(rows, places)]),
             "recall_10": numpy.mean([recall(r, p, 10) for r, p in zip(rows, places)]),
             "nn_pv_15": numpy.mean([recall(r, p, 15) for r, p in zip(rows, places)])}
    if small:
        found["trustworthiness_15"] = trustworthiness(rows[-1], places[-1], n_neighbors=15)
    if len(rows) > 2:
        found["temp_g"] = temporal(rows, places)
    return found


def tsne(rows, ours):
    start = time.perf_counter()
    theirs = numpy.stack([TSNE(init="pca", random_state=0).fit_transform(epoch) for epoch in rows])
    seconds = time.perf_counter() - start
    return {"seconds": seconds, "theirs": quality(rows, theirs), "ours": quality(rows, ours)}


if __name__ == "__main__":
    if sys.argv[1] == "neighbours":
        result = neighbours(numpy.load(sys.argv[2])[0], int(sys.argv[3]))
    else:
        result = tsne(numpy.load(sys.argv[2]), numpy.load(sys.argv[3]))
    print(json.dumps(result, default=float))
