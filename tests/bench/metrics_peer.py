"""How faithful a picture of a recording is, the plain numpy and scipy way: what `epochscope metrics` is held against.

    metrics_peer.py RECORDING FOLDER [--no-controls]

One JSON object: seconds (without reading files), and for each picture (the folder's, and unless told otherwise the
controls) the mean of each metric and what it is at each epoch, by the definitions: cdist, sorted rows, kendalltau,
spearmanr. Ties are broken as they come. Boundary points and random controls are drawn here and are others than
those of the program. Exit 3: a library is not there.
"""
import json
import pathlib
import sys
import time

try:
    import numpy as np
    from scipy.spatial.distance import cdist
    from scipy.stats import kendalltau, mannwhitneyu, pearsonr, spearmanr
except ImportError:
    sys.exit(3)

K, NEAR_EPOCHS = 15, 5
WITHIN = {"nn_pv", "boundary_pv", "rec_pv", "trustworthiness", "continuity"}


def read(recording, folder):
    info = json.loads((folder / "info.json").read_text())
    order = np.argsort(info["epochs"])
    places = np.load(folder / "positions.npy").astype(float)[order]
    epochs = [recording / "epochs" / f"epoch_{info['epochs'][i]}" for i in order]
    features = np.stack([np.load(epoch / "embeddings.npy") for epoch in epochs]).astype(float)
    heads = None
    if (epochs[0] / "head_weight.npy").exists():
        heads = [(np.load(epoch / "head_weight.npy").astype(float), np.load(epoch / "head_bias.npy").astype(float))
                 for epoch in epochs]
    maps = None
    if (folder / "map_mean.npy").exists():
        mean, axes = np.load(folder / "map_mean.npy"), np.load(folder / "map_axes.npy")
        maps = [(mean, axes)] * len(epochs) if mean.ndim == 1 else [(mean[i % len(mean)], axes[i % len(axes)]) for i in order]
    return features, places, heads, maps


def boundary_of(features, head, count, random):
    """Points between samples of different classes at which the two classes' logits are equal and on top."""
    weight, bias = head
    logits = features @ weight.T + bias
    classes = logits.argmax(1)
    found = {}
    for _ in range(200 * count):
        i, j = random.integers(0, len(features), 2)
        a, b = sorted((classes[i], classes[j]))
        if a == b or len(found.get((a, b), [])) > 2 * count / max(1, len(found)):
            continue
        before, after = logits[i, a] - logits[i, b], logits[j, a] - logits[j, b]
        share = before / (before - after)
        there = (1 - share) * logits[i] + share * logits[j]
        if there.max() <= there[a] + 1e-9:
            found.setdefault((a, b), []).append((1 - share) * features[i] + share * features[j])
        if sum(map(len, found.values())) == count:
            break
    return np.array([point for points in found.values() for point in points])


def nearest(distances, k):
    return np.argsort(distances, axis=1, kind="stable")[:, :k]


def kept(a, b):
    return np.mean([len(np.intersect1d(x, y)) / len(x) for x, y in zip(a, b)])


def alone(distances):
    distances = distances.copy()
    np.fill_diagonal(distances, np.inf)
    return distances


def excess(near_in, order_of, k):
    """1 less what neighbours in one space exceed k by in the order of the other (Venna & Kaski)."""
    count = len(near_in)
    ranks = np.argsort(np.argsort(order_of, axis=1, kind="stable"), axis=1, kind="stable") + 1
    beyond = np.maximum(0, np.take_along_axis(ranks, near_in, axis=1) - k).sum()
    return 1 - 2 * beyond / (count * k * (2 * count - 3 * k - 1))


def within_epochs(features, places, heads, maps, boundaries):
    """What is of one epoch at a time."""
    count = features.shape[1]
    k = min(K, (count - 1) // 2)
    found = {name: [] for name in WITHIN}
    for t, (x, y) in enumerate(zip(features, places)):
        high, low = alone(cdist(x, x)), alone(cdist(y, y))
        near_high, near_low = nearest(high, k), nearest(low, k)
        found["nn_pv"].append(kept(near_high, near_low))
        found["trustworthiness"].append(excess(near_low, high, k))
        found["continuity"].append(excess(near_high, low, k))
        boundary, rec = None, None
        if maps is not None and heads is not None:
            mean, axes = maps[t]
            points = boundaries[t]
            if len(points) > 1:
                few = min(K, len(points) // 2)
                boundary = kept(nearest(cdist(x, points), few), nearest(cdist(y, (points - mean) @ axes.T), few))
            weight, bias = heads[t]
            back = y @ axes + mean
            rec = np.mean((x @ weight.T + bias).argmax(1) == (back @ weight.T + bias).argmax(1))
        found["boundary_pv"].append(boundary)
        found["rec_pv"].append(rec)
    return found


def neighbours_stay(features):
    k = min(K, (features.shape[1] - 1) // 2)
    near = [nearest(alone(cdist(x, x)), k) for x in features]
    return np.array([[len(np.intersect1d(a, b)) / k for a, b in zip(before, after)] for before, after in zip(near, near[1:])])


def kept_epochs(features, places):
    """temp_l of each epoch and sample."""
    epochs, count = features.shape[:2]
    k = min(NEAR_EPOCHS, (epochs - 1) // 2)
    local = np.zeros((epochs, count))
    for i in range(count):
        high, low = cdist(features[:, i], features[:, i]), cdist(places[:, i], places[:, i])
        for e in range(epochs):
            others = np.arange(epochs) != e
            local[e, i] = len(np.intersect1d(np.argsort(high[e, others])[:k], np.argsort(low[e, others])[:k])) / k
    return local


def between_epochs(features, places, stay):
    """What is of paths."""
    epochs, count = features.shape[:2]
    steps_high = np.linalg.norm(np.diff(features, axis=0), axis=2)
    steps_low = np.linalg.norm(np.diff(places, axis=0), axis=2)
    tau, rho = (np.zeros((epochs, count)) for _ in range(2))
    correlations = []
    for i in range(count):
        high, low = cdist(features[:, i], features[:, i]), cdist(places[:, i], places[:, i])
        for e in range(epochs):
            others = np.arange(epochs) != e
            a, b = high[e, others], low[e, others]
            tau[e, i] = kendalltau(a, b)[0]
            rho[e, i] = spearmanr(a, b)[0]
        if np.ptp(stay[:, i]) > 0 and np.ptp(steps_low[:, i]) > 0:
            correlations.append(pearsonr(stay[:, i], steps_low[:, i])[0])
    agreement = [None] + [spearmanr(a, b)[0] for a, b in zip(steps_high, steps_low)]
    return {"temp_pv": correlations, "temp_l": kept_epochs(features, places).mean(1), "temp_g_tau": np.nanmean(tau, 1), "temp_g_rho": np.nanmean(rho, 1),
            "step_agreement": agreement}


def crossed(features, places):
    """cross_nn of each epoch, over all pairs of epochs."""
    epochs, count = features.shape[:2]
    k = min(K, (count - 1) // 2)
    return [np.mean([kept(nearest(cdist(features[t], features[s]), k), nearest(cdist(places[t], places[s]), k))
                     for s in range(epochs) if s != t]) for t in range(epochs)]


def spread(points):
    return np.sqrt(((points - points.mean(0)) ** 2).sum(1).mean())


def relative_path(points):
    """The length of all paths over the spread of all places."""
    return np.linalg.norm(np.diff(points, axis=0), axis=2).sum() / spread(points.reshape(-1, points.shape[2]))


def across_epochs(features, places):
    return {"cross_nn": crossed(features, places), "travel": [relative_path(places) / relative_path(features)],
            "spread": [spread(y) / spread(places[-1]) for y in places]}


def summary(values):
    cells = [None if value is None else float(value) for value in values]
    known = [cell for cell in cells if cell is not None]
    return {"mean": float(np.mean(known)) if known else None, "per_epoch": cells}


def controls_of(features, places, heads, maps, random):
    epochs, count, dimension = features.shape
    yield "features", features, [(np.zeros(dimension), np.eye(dimension))] * epochs
    yield "random_places", random.normal(size=(epochs, count, 2)), None
    angles = random.uniform(0, 2 * np.pi, (epochs, count))
    lengths = np.concatenate([[1], np.linalg.norm(np.diff(features, axis=0), axis=2).mean(1)])
    yield "random_walk", np.cumsum(lengths[:, None, None] * np.stack([np.cos(angles), np.sin(angles)], 2), 0), None
    flat = features.reshape(-1, dimension)
    mean = flat.mean(0)
    axes = np.linalg.svd(flat - mean, full_matrices=False)[2][:2]
    yield "pca", (features - mean) @ axes.T, [(mean, axes)] * epochs
    order = np.roll(random.permutation(epochs), 1)
    yield "shuffled_epochs", places[order], maps and [maps[e] for e in order]


def measure(features, places, heads, maps, with_controls):
    random = np.random.default_rng(0)
    boundaries = heads and [boundary_of(x, head, len(x) // 10, random) for x, head in zip(features, heads)]
    stay = neighbours_stay(features)
    pictures = [("picture", places, maps)]
    if with_controls:
        pictures += controls_of(features, places, heads, maps, random)
    found = {}
    for name, shown, shown_maps in pictures:
        values = within_epochs(features, shown, heads, shown_maps, boundaries)
        values.update(between_epochs(features, shown, stay))
        values.update(across_epochs(features, shown))
        found[name] = {metric: summary(cells) for metric, cells in values.items()}
    return found


def test_of(features, first, second):
    """Mann-Whitney's of temp_l over samples."""
    first, second = (kept_epochs(features, places).mean(0) for places in (first, second))
    found = mannwhitneyu(first, second, alternative="two-sided", method="asymptotic")
    return {"u": found.statistic, "p": found.pvalue}


if __name__ == "__main__":
    data = read(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    start = time.perf_counter()
    figures = measure(*data, "--no-controls" not in sys.argv)
    output = {"seconds": time.perf_counter() - start, "pictures": figures}
    if other := [a for a in sys.argv[3:] if not a.startswith("--")]:
        output["test"] = test_of(data[0], data[1], read(pathlib.Path(sys.argv[1]), pathlib.Path(other[0]))[1])
    print(json.dumps(output))
