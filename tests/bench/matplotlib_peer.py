"""What raster and pick are compared with, one JSON line a figure:

    matplotlib_peer.py points COUNT    a frame of matplotlib's Agg: one PathCollection, set_offsets
    matplotlib_peer.py tree COUNT      building scipy's cKDTree and asking it once

Places are drawn from the same distribution as in raster_bench.cpp. Exit 3: the library is not there.
"""
import json
import sys
import time

try:
    import numpy
except ImportError:
    sys.exit(3)


def median_seconds(work, repeats=3):
    work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2]


def between(count, t=0.4):
    random = numpy.random.default_rng(1)
    return [random.normal(0, 2.5, (count, 2)).astype(numpy.float32) for _ in range(2)], t


def points(count):
    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot

    (before, after), t = between(count)
    figure = pyplot.figure(figsize=(12.8, 8), dpi=100)
    axes = figure.add_axes([0, 0, 1, 1])
    axes.set_axis_off()
    axes.set_xlim(-8, 8)
    axes.set_ylim(-8, 8)
    classes = numpy.random.default_rng(2).integers(0, 10, count)
    colours = matplotlib.colormaps["tab10"](classes)
    colours[:, 3] = 0.85
    # s is an area in points: 4 pixels across at 100 dpi.
    dots = axes.scatter(before[:, 0], before[:, 1], s=(4 * 72 / 100) ** 2, c=colours, linewidths=0)

    def frame():
        dots.set_offsets(before * (1 - t) + after * t)
        figure.canvas.draw()

    return {"seconds": median_seconds(frame, 1 if count > 500_000 else 3),
            "version": matplotlib.__version__}


def tree(count):
    import scipy
    from scipy.spatial import cKDTree

    (before, after), t = between(count)
    at = numpy.array([0.3, -0.2])
    return {"seconds": median_seconds(lambda: cKDTree(before * (1 - t) + after * t).query(at)),
            "version": scipy.__version__}


if __name__ == "__main__":
    try:
        result = {"points": points, "tree": tree}[sys.argv[1]](int(sys.argv[2]))
    except ImportError:
        sys.exit(3)
    print(json.dumps(result))
