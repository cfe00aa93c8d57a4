"""Trains small networks, half of them with a planted fault, and records them.

    health_runs.py FOLDER NETWORKS FIRST_SEED
Writes a recording of a held-out set for each network, and prints JSON: for each, its fault and the
first epoch that shows it (null: healthy), and the losses of a held-out set after each epoch. Seeds
are fixed; a network is made from its seed alone.
"""
import json
import pathlib
import sys

try:
    import numpy as np
    import torch
except ImportError:
    sys.exit(3)

FAULTS = ["learning_rate", "swapped_class", "zeroed_head", "collapse", "noise", "nan"]
EPOCHS = 30


def make_data(draw, classes, samples, dimension=20):
    centres = draw.normal(size=(classes, dimension)) * draw.uniform(0.7, 1.2)
    labels = np.arange(samples) % classes
    draw.shuffle(labels)
    rows = centres[labels] + draw.normal(size=(samples, dimension))
    return torch.tensor(rows, dtype=torch.float32), torch.tensor(labels)


def contrastive_loss(features, labels, temperature=0.2):
    """Supervised contrastive loss (Khosla et al. 2020)."""
    unit = torch.nn.functional.normalize(features, dim=1)
    scores = unit @ unit.T / temperature
    itself = torch.eye(len(labels), dtype=torch.bool)
    scores = scores.masked_fill(itself, -1e9)
    alike = (labels[:, None] == labels[None, :]) & ~itself
    logs = scores - torch.logsumexp(scores, dim=1, keepdim=True)
    return -(logs * alike).sum(1).div(alike.sum(1).clamp(min=1)).mean()


class Network(torch.nn.Module):
    def __init__(self, dimension, classes, width):
        super().__init__()
        self.body = torch.nn.Sequential(torch.nn.Linear(dimension, width), torch.nn.ReLU(),
                                        torch.nn.Linear(width, 32), torch.nn.ReLU())
        self.head = torch.nn.Linear(32, classes)


def train(folder, seed, fault):
    draw = np.random.default_rng(seed)
    torch.manual_seed(seed)
    classes = int(draw.integers(4, 11))
    rows, labels = make_data(draw, classes, 1400)
    train_rows, train_labels = rows[:800], labels[:800].clone()
    test_rows, test_labels = rows[800:], labels[800:]
    contrastive = fault == "collapse" or (fault is None and seed % 6 == 0)
    network = Network(rows.shape[1], classes, int(draw.choice([48, 64, 96])))
    rate = float(draw.choice([0.02, 0.05, 0.1]))
    optimiser = torch.optim.SGD(network.parameters(), lr=rate, momentum=0.9, weight_decay=5e-4)
    batch = int(draw.choice([32, 64]))
    when = int(draw.integers(8, 24)) if fault else None
    # A healthy change that must not be taken for a fault.
    decay = int(draw.integers(10, 25)) if draw.random() < 0.4 else None
    if fault == "learning_rate":
        decay = None
    held_out = []

    (folder / "dataset").mkdir(parents=True)
    np.save(folder / "dataset" / "labels.npy", test_labels.numpy().astype(np.int64))
    for epoch in range(1, EPOCHS + 1):
        if epoch == decay:
            for group in optimiser.param_groups:
                group["lr"] *= 0.1
        if epoch == when:
            if fault == "learning_rate":
                for group in optimiser.param_groups:
                    group["lr"] *= 30
            elif fault == "swapped_class":
                train_labels[labels[:800] == 0] = 1
            elif fault == "noise":
                # A few samples with labels drawn at random, which the network learns by heart.
                few = torch.tensor(draw.permutation(800)[:160])
                train_rows, train_labels = train_rows[few], torch.tensor(draw.integers(0, classes, 160))
            elif fault == "nan":
                with torch.no_grad():
                    network.body[2].weight[0, 0] = float("nan")
        order = torch.tensor(draw.permutation(len(train_rows)))
        network.train()
        for start in range(0, len(order), batch):
            part = order[start:start + batch]
            features = network.body(train_rows[part])
            if contrastive and fault == "collapse" and epoch >= when:
                # Only pulls together: nothing keeps features apart.
                loss = (features - features.mean(0)).square().sum(1).mean()
            elif contrastive:
                loss = contrastive_loss(features, train_labels[part])
            else:
                loss = torch.nn.functional.cross_entropy(network.head(features), train_labels[part])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        if epoch == when and fault == "zeroed_head":
            with torch.no_grad():
                network.head.weight.zero_()
        network.eval()
        with torch.no_grad():
            features = network.body(test_rows)
            logits = network.head(features)
            if contrastive:
                held_out.append(float(contrastive_loss(features, test_labels)))
            else:
                held_out.append(float(torch.nn.functional.cross_entropy(logits, test_labels)))
        place = folder / "epochs" / f"epoch_{epoch}"
        place.mkdir(parents=True)
        np.save(place / "embeddings.npy", features.numpy().astype(np.float32))
        if not contrastive:
            np.save(place / "predictions.npy", logits.numpy().astype(np.float32))
    return {"fault": fault, "epoch": when, "held_out_loss": held_out}


def main():
    torch.set_num_threads(1)
    folder = pathlib.Path(sys.argv[1])
    networks, first = int(sys.argv[2]), int(sys.argv[3])
    truth = {}
    for i in range(networks):
        seed = first + i
        fault = FAULTS[(i // 2) % len(FAULTS)] if i % 2 else None
        truth[f"run-{seed}"] = train(folder / f"run-{seed}", seed, fault)
    print(json.dumps(truth).replace("NaN", "null").replace("Infinity", "null"))


main()
