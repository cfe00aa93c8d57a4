"""How well signals of training find changed labels, and propose the right class: small networks of
numpy on data of known labels. One JSON line for each half of the runs: the first is for choosing a
signal, the second says what it is worth. Each has the mean of all runs of: AUC; the share of the
changed labels that is missed among as many samples as were changed; the share of the changed labels
whose right class is proposed. `found` and `precision` are of suspicion above 0.5.

    label_noise.py [IMAGES.npy LABELS.npy]     with these images as a further data set
"""
import json
import os
import sys

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# OpenBLAS as Debian 12 has it takes a processor that it has not heard of for one of 2004.
os.environ.setdefault("OPENBLAS_CORETYPE", "Haswell")

import numpy as np

SAMPLES = 800
NEIGHBOURS = 15
# Evaluations at which neighbours are looked for.
EVALUATIONS = 5
TOP = 10


def mixture(random, classes, dimension, spread):
    centres = random.normal(size=(classes, dimension))
    labels = random.integers(classes, size=SAMPLES)
    return centres[labels] + spread * random.normal(size=(SAMPLES, dimension)), labels


def pairs(random):
    """Classes in pairs that are close to each other."""
    centres = np.repeat(2 * random.normal(size=(4, 20)), 2, axis=0) + 0.5 * random.normal(size=(8, 20))
    labels = random.integers(8, size=SAMPLES)
    return centres[labels] + 0.8 * random.normal(size=(SAMPLES, 20)), labels


def rings(random):
    """Classes one within the other, which no linear layer tells apart."""
    labels = random.integers(4, size=SAMPLES)
    x = random.normal(size=(SAMPLES, 6))
    x *= ((labels + 1) / np.linalg.norm(x, axis=1))[:, None]
    return x + 0.1 * random.normal(size=x.shape), labels


def rare(random):
    """Classes of which some are rare, and of several clumps each."""
    shares = 0.7 ** np.arange(6)
    labels = random.choice(6, size=SAMPLES, p=shares / shares.sum())
    centres = 1.3 * random.normal(size=(6, 3, 12))
    return centres[labels, random.integers(3, size=SAMPLES)] + 0.8 * random.normal(size=(SAMPLES, 12)), labels


DATA = {"mixture": lambda random: mixture(random, 10, 24, 1.0), "pairs": pairs, "rings": rings, "rare": rare}


def changed(random, labels, kind, share):
    """Labels of which a share is wrong: any other class, or the next."""
    count = labels.max() + 1
    wrong = random.permutation(len(labels))[: round(share * len(labels))]
    by = random.integers(1, count, size=len(wrong)) if kind == "symmetric" else 1
    noisy = labels.copy()
    noisy[wrong] = (labels[wrong] + by) % count
    return noisy


def softmax(logits):
    p = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return p / p.sum(axis=-1, keepdims=True)


def trained(random, x, labels, epochs):
    """Features, logits and learning rates of all epochs of a network with two hidden layers."""
    classes = labels.max() + 1
    sizes = [x.shape[1], 64, 32, classes]
    weights = [random.normal(size=(a, b)) * np.sqrt(2 / a) for a, b in zip(sizes, sizes[1:])]
    biases = [np.zeros(b) for b in sizes[1:]]
    speeds = [np.zeros_like(one) for one in weights + biases]
    kept = {"features": [], "logits": [], "rates": []}

    def forward(rows):
        layers = [rows]
        for i in range(3):
            z = layers[-1] @ weights[i] + biases[i]
            layers.append(np.maximum(z, 0) if i < 2 else z)
        return layers

    for epoch in range(epochs):
        rate = 0.05 * (0.5 + 0.5 * np.cos(np.pi * epoch / epochs))
        order = random.permutation(len(x))
        for begin in range(0, len(x), 32):
            rows = order[begin : begin + 32]
            layers = forward(x[rows])
            delta = softmax(layers[-1])
            delta[np.arange(len(rows)), labels[rows]] -= 1
            delta /= len(rows)
            slopes = [None] * 6
            for i in (2, 1, 0):
                slopes[i], slopes[3 + i] = layers[i].T @ delta, delta.sum(axis=0)
                delta = (delta @ weights[i].T) * (layers[i] > 0)
            for parameter, speed, slope in zip(weights + biases, speeds, slopes):
                speed *= 0.9
                speed -= rate * slope
                parameter += speed
        layers = forward(x)
        kept["features"].append(layers[2])
        kept["logits"].append(layers[3])
        kept["rates"].append(rate)
    return {name: np.array(values) for name, values in kept.items()}


def others(values, labels):
    """Of each sample the largest value of another class."""
    masked = values.copy()
    masked[:, np.arange(len(labels)), labels] = -np.inf
    return masked.max(axis=2)


def neighbour_votes(run, labels, weights):
    """Of each sample the shares of the labels of its nearest in feature space, over epochs."""
    onehot = np.eye(labels.max() + 1)[labels]
    votes = np.zeros_like(onehot)
    for features, weight in zip(run["features"], weights):
        if weight == 0:
            continue
        squares = (features**2).sum(axis=1)
        distances = squares[:, None] + squares - 2 * features @ features.T
        np.fill_diagonal(distances, np.inf)
        near = np.argpartition(distances, NEIGHBOURS, axis=1)[:, :NEIGHBOURS]
        votes += weight * onehot[near].mean(axis=1)
    return votes / weights.sum()


def influences(run, labels):
    scores = np.zeros((len(labels), len(labels)))
    for features, logits, rate in zip(run["features"], run["logits"], run["rates"]):
        error = softmax(logits)
        error[np.arange(len(labels)), labels] -= 1
        scores += rate * (features @ features.T) * (error @ error.T)
    return scores


def signals_of(run, labels):
    """Signals, large where a label is suspicious, and proposals of classes."""
    at = np.arange(len(labels))
    p = softmax(run["logits"])
    accuracy = (p.argmax(axis=2) == labels).mean(axis=1)
    weights = accuracy * (1 - accuracy) + 0.001
    lead = p[:, at, labels] - others(p, labels)
    margin = run["logits"][:, at, labels] - others(run["logits"], labels)
    suspicion = (weights[:, None] * (1 - lead) / 2).sum(axis=0) / weights.sum()
    votes = neighbour_votes(run, labels, weights)
    heavy = np.zeros_like(weights)
    heaviest = np.argsort(-weights, kind="stable")[:EVALUATIONS]
    heavy[heaviest] = weights[heaviest]
    disagreement = 1 - neighbour_votes(run, labels, heavy)[at, labels]
    scores = influences(run, labels)
    own = scores[at, at].copy()
    scores[at, at] = 0
    against = np.where(scores < 0, -scores, 0)
    strength = np.abs(scores).sum(axis=1)
    top = np.argpartition(scores, TOP, axis=1)[:, :TOP]
    opposed = np.zeros((len(labels), labels.max() + 1))
    for k in range(TOP):
        np.add.at(opposed, (at, labels[top[:, k]]), against[at, top[:, k]])
    opposed[at, labels] = 0
    ranks = lambda values: values.argsort(kind="stable").argsort()
    mean_p = (weights[:, None, None] * p).sum(axis=0) / weights.sum()
    without = lambda values: np.where(np.eye(values.shape[1], dtype=bool)[labels], -np.inf, values)
    neighbours = 1 - votes[at, labels]
    signals = {
        "suspicion": (suspicion + disagreement) / 2,
        "suspicion without features": suspicion,
        "neighbour_disagreement": disagreement,
        "aum": -margin.mean(axis=0),
        "confidence": -p[:, at, labels].mean(axis=0),
        "probability_margin": -lead.mean(axis=0),
        "neighbours": neighbours,
        "neighbour_margin": without(votes).max(axis=1) - votes[at, labels],
        "opponents": against.sum(axis=1) / np.maximum(strength, 1e-300),
        "self_influence": own,
        "suspicion+neighbours": suspicion + neighbours,
        "suspicion+neighbour_ranks": ranks(suspicion) + ranks(neighbours),
    }
    joint = (mean_p + votes) / 2
    shown = np.zeros_like(mean_p)
    for epoch in p:
        shown[at, epoch.argmax(axis=1)] += epoch.max(axis=1)
    proposals = {
        # LabelProposer's where it proposes another class than the label.
        "proposed": without(shown).argmax(axis=1),
        "last_prediction": p[-1].argmax(axis=1),
        "mean_prediction": p.sum(axis=0).argmax(axis=1),
        "weighted_prediction": without(mean_p).argmax(axis=1),
        "neighbours": without(votes).argmax(axis=1),
        "opponents": opposed.argmax(axis=1),
        "weighted_prediction+neighbours": without(joint).argmax(axis=1),
    }
    return signals, proposals


def auc(values, positive):
    order = np.sort(values[~positive])
    below = np.searchsorted(order, values[positive], "left") + np.searchsorted(order, values[positive], "right")
    return below.mean() / 2 / len(order)


def figures_of(run, labels, truth):
    wrong = labels != truth
    signals, proposals = signals_of(run, labels)
    figures = {}
    for name, values in signals.items():
        first = np.argsort(-values, kind="stable")[: wrong.sum()]
        figures[name] = {"auc": auc(values, wrong), "missed": 1 - wrong[first].mean()}
        if name in ("suspicion", "suspicion without features"):
            likely = values > 0.5
            precision = wrong[likely].mean() if likely.any() else 1
            figures[name] |= {"found": likely[wrong].mean(), "precision": precision}
    for name, classes in proposals.items():
        figures.setdefault(name, {})["right_class"] = (classes[wrong] == truth[wrong]).mean()
    return figures


def main():
    data = dict(DATA)
    if len(sys.argv) > 2:
        images = np.load(sys.argv[1]).astype(float)
        images = images.reshape(len(images), -1) / images.max()
        classes = np.load(sys.argv[2])
        def pictures(random):
            rows = random.permutation(len(images))[:SAMPLES]
            return images[rows], classes[rows].astype(int)
        data["images"] = pictures
    halves = {"chosen on these": {}, "not used for choosing": {}}
    number = 0
    for name, make in data.items():
        for kind in ("symmetric", "asymmetric"):
            for share in (0.05, 0.2, 0.35):
                for epochs in (15, 50):
                    for half in halves:
                        number += 1
                        random = np.random.default_rng(number)
                        x, truth = make(random)
                        labels = changed(random, truth, kind, share)
                        found = figures_of(trained(random, x, labels, epochs), labels, truth)
                        halves[half][f"{name} {kind} {share} {epochs}"] = found
    for half, runs in halves.items():
        line = {"figure": "label noise", "runs": len(runs), "half": half}
        for signal in next(iter(runs.values())):
            for figure in next(iter(runs.values()))[signal]:
                values = [run[signal][figure] for run in runs.values()]
                base = [run["suspicion" if figure != "right_class" else "proposed"][figure] for run in runs.values()]
                line.setdefault(figure, {})[signal] = round(float(np.mean(values)), 4)
                better = np.array(values) - base if figure != "missed" else base - np.array(values)
                line.setdefault(figure + " better/worse than suspicion or proposed", {})[signal] = [int((better > 1e-9).sum()), int((better < -1e-9).sum())]
        print(json.dumps(line))


if __name__ == "__main__":
    main()
