"""Makes the runs that the benchmark `faithful` projects: small ones that no method was tuned to.

    faithful_runs.py FOLDER

Writes a recording a run, with a linear head at each epoch, and prints JSON: what each run shows.
Seeds are fixed. Runs on data of scikit-learn's are left out where it is not installed. Exit 3:
numpy is not there.
"""
import json
import pathlib
import sys

try:
    import numpy as np
except ImportError:
    sys.exit(3)

EPOCHS = 15


def heads_of_means(features, labels):
    """The head that decides for the nearest class mean, at each epoch."""
    for x in features:
        means = np.stack([x[labels == c].mean(0) for c in range(labels.max() + 1)])
        yield means, -(means ** 2).sum(1) / 2


def write(folder, labels, features, heads):
    (folder / "dataset").mkdir(parents=True)
    np.save(folder / "dataset/labels.npy", labels.astype(np.int64))
    for epoch, (x, (weight, bias)) in enumerate(zip(features, heads), 1):
        to = folder / "epochs" / f"epoch_{epoch}"
        to.mkdir(parents=True)
        np.save(to / "embeddings.npy", x.astype(np.float32))
        np.save(to / "head_weight.npy", weight.astype(np.float32))
        np.save(to / "head_bias.npy", bias.astype(np.float32))


def train(rows, labels, width, rate=0.05, seed=0, decay=1e-4, steps=EPOCHS):
    """The hidden layer and the head of a network after each epoch of gradient descent."""
    draw = np.random.default_rng(seed)
    rows = (rows - rows.mean(0)) / (rows.std(0) + 1e-9)
    classes = labels.max() + 1
    first = draw.normal(0, np.sqrt(2 / rows.shape[1]), (rows.shape[1], width))
    head, offset, bias = draw.normal(0, 0.1, (width, classes)), np.zeros(width), np.zeros(classes)
    parameters = [first, offset, head, bias]
    speeds = [np.zeros_like(p) for p in parameters]
    for _ in range(steps):
        for batch in np.array_split(draw.permutation(len(rows)), max(1, len(rows) // 32)):
            hidden = np.maximum(rows[batch] @ first + offset, 0)
            logits = hidden @ head + bias
            wrong = np.exp(logits - logits.max(1, keepdims=True))
            wrong /= wrong.sum(1, keepdims=True)
            wrong[np.arange(len(batch)), labels[batch]] -= 1
            wrong /= len(batch)
            back = (wrong @ head.T) * (hidden > 0)
            slopes = [rows[batch].T @ back, back.sum(0), hidden.T @ wrong, wrong.sum(0)]
            for parameter, speed, slope in zip(parameters, speeds, slopes):
                speed *= 0.9
                speed -= rate * (slope + decay * parameter)
                parameter += speed
        yield np.maximum(rows @ first + offset, 0), (head.T.copy(), bias.copy())


def trained(rows, labels, width, **options):
    features, heads = zip(*train(rows, labels, width, **options))
    return labels, features, heads


def swap():
    """Two of three classes change places, passing each other at a distance."""
    draw = np.random.default_rng(1)
    labels = np.repeat([0, 1, 2], 120)
    own = draw.normal(size=(360, 16))
    features = []
    for t in np.linspace(0, np.pi, EPOCHS):
        centres = np.zeros((3, 16))
        centres[0, :2] = 6 * np.cos(t), 3 * np.sin(t)
        centres[1] = -centres[0]
        centres[2, 2] = 8
        features.append(centres[labels] + own + draw.normal(0, 0.15, own.shape))
    return labels, features, heads_of_means(features, labels)


def drift():
    """Eight groups drift; 20 samples go from one group to another in the middle of the run."""
    draw = np.random.default_rng(2)
    labels = np.arange(400) % 8
    centres = draw.normal(0, 1.2, (8, 64))
    own = draw.normal(size=(400, 64)) * 0.8
    movers = draw.choice(400, 20, replace=False)
    features = []
    for t in range(EPOCHS):
        centres = centres + draw.normal(0, 0.12, centres.shape)
        share = np.zeros((400, 1))
        share[movers] = np.clip((t - EPOCHS / 3) / (EPOCHS / 3), 0, 1)
        target = centres[(labels + 3) % 8]
        features.append((1 - share) * centres[labels] + share * target + own
                        + draw.normal(0, 0.25, own.shape))
    return labels, features, heads_of_means(features, labels)


def random_labels():
    draw = np.random.default_rng(3)
    return trained(draw.normal(size=(400, 24)), draw.integers(0, 5, 400), 48)


def hundred_classes():
    """Classes part from one another as they do at the end of training."""
    draw = np.random.default_rng(4)
    labels = np.arange(800) % 100
    centres = draw.normal(size=(100, 64))
    own = draw.normal(size=(800, 64))
    features = [(0.2 + s) * centres[labels] + (1.1 - 0.7 * s) * own
                + draw.normal(0, 0.08, own.shape) for s in np.linspace(0, 1, EPOCHS)]
    return labels, features, heads_of_means(features, labels)


def plane():
    """Features of two dimensions: five classes leave the middle."""
    draw = np.random.default_rng(5)
    labels = np.arange(400) % 5
    angles = 2 * np.pi * labels / 5
    centres = np.stack([np.cos(angles), np.sin(angles)], 1)
    own = draw.normal(size=(400, 2))
    features = [4 * s * centres + (0.6 + 0.3 * s) * own + draw.normal(0, 0.05, own.shape)
                for s in np.linspace(0, 1, EPOCHS)]
    return labels, features, heads_of_means(features, labels)


def runs():
    yield "swap", swap
    yield "drift", drift
    yield "random_labels", random_labels
    yield "hundred_classes", hundred_classes
    yield "plane", plane
    try:
        from sklearn.datasets import load_breast_cancer, load_digits, load_wine
    except ImportError:
        return
    for name, load, count, width in (("digits", load_digits, 500, 48), ("wine", load_wine, 178, 32),
                                     ("breast_cancer", load_breast_cancer, 400, 32)):
        data = load()
        yield name, lambda: trained(data.data[:count], data.target[:count], width, rate=0.02)


if __name__ == "__main__":
    made = {}
    for name, make in runs():
        labels, features, heads = make()
        write(pathlib.Path(sys.argv[1]) / name, labels, features, heads)
        made[name] = {"samples": len(labels), "dimension": features[0].shape[1]}
    print(json.dumps(made))
