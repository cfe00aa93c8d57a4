"""What a straightforward script does with training signals; times itself.

    signals_peer.py trustai FILE        TrustAI's signals
    signals_peer.py cartography FOLDER  Dataset Cartography's metrics
Prints one JSON object.
"""
import collections
import json
import os
import sys
import time

start = time.perf_counter()

import numpy as np


def events(right):
    """How often and when first right followed wrong, and wrong right."""
    counts = {"forget": 0, "learn": 0}
    first = {"forget": 0, "learn": 0}
    for i in range(1, len(right)):
        if right[i] == right[i - 1]:
            continue
        kind = "learn" if right[i] else "forget"
        counts[kind] += 1
        if counts[kind] == 1:
            first[kind] = i
    return counts["forget"], counts["learn"], first["forget"], first["learn"]


def trustai(file):
    samples = {}
    with open(file) as lines:
        for line in lines:
            record = json.loads(line.strip().replace("'", '"'))
            sample = samples.get(record["id"])
            if sample is None:
                sample = samples[record["id"]] = {
                    "label": int(record["label"]),
                    "s_label": int(record.get("noisy_label", 0)),
                    "probs": [],
                    "right": [],
                    "predicted": [],
                }
            sample["probs"].append(float(record["label_probs"]))
            sample["right"].append(record["correct"] == "true")
            sample["predicted"].append(int(np.argmax(record["probs"])))
    total = 0.0
    for sample in samples.values():
        probs = np.array(sample["probs"])
        right = sample["right"]
        row = [sum(right), sum(right) / len(right), probs.mean(), probs.var(), probs.max(), probs.min(),
               *events(right), dict(collections.Counter(sample["predicted"]))]
        total += row[2] + row[3]
    return {"samples": len(samples), "checksum": total}


def cartography(folder):
    samples = {}
    folder = os.path.join(folder, "training_dynamics")
    for epoch in range(len(os.listdir(folder))):
        with open(os.path.join(folder, f"dynamics_epoch_{epoch}.jsonl")) as lines:
            for line in lines:
                record = json.loads(line.strip())
                sample = samples.setdefault(record["guid"], {"gold": record["gold"], "logits": []})
                sample["logits"].append(record[f"logits_epoch_{epoch}"])
    logits = np.array([sample["logits"] for sample in samples.values()])
    gold = np.array([sample["gold"] for sample in samples.values()])
    powers = np.exp(logits - logits.max(axis=2, keepdims=True))
    probs = (powers / powers.sum(axis=2, keepdims=True))[np.arange(len(gold)), :, gold]
    right = logits.argmax(axis=2) == gold[:, None]
    mean = probs.mean(axis=1)
    spread = probs.std(axis=1)
    forgotten = np.where(right.any(axis=1), (right[:, :-1] & ~right[:, 1:]).sum(axis=1), 1000)
    closeness = mean * (1 - mean)
    assert len(forgotten) == len(closeness) == len(right.sum(axis=1))
    return {"samples": len(samples), "checksum": float(mean.sum() + (spread**2).sum())}


if __name__ == "__main__":
    result = {"trustai": trustai, "cartography": cartography}[sys.argv[1]](*sys.argv[2:])
    result["seconds"] = time.perf_counter() - start
    result["processor_seconds"] = time.process_time()
    print(json.dumps(result))
