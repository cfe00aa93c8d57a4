"""What two processes gain over one, one thread each, and how much they exchange; one JSON line a figure.

    python3 tests/bench/team_times.py build/release/epochscope [SHARE...]

SHARE: neighbours, tsne, spacetime, metrics; all of them otherwise. Needs mpirun and numpy.
"""
import filecmp
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import numpy as np

program = pathlib.Path(sys.argv[1]).resolve()
wanted = sys.argv[2:]
work = pathlib.Path(tempfile.mkdtemp())
DIMENSION = 64
EPOCHS = 8
# What a node has to others, in bytes a second, and how many nodes there are to be.
NETWORK = 25e9 / 8
NODES = 16


def record(samples):
    folder = work / f'recording-{samples}'
    if folder.exists():
        return folder
    random = np.random.default_rng(1)
    classes = random.integers(0, 10, samples).astype(np.int32)
    (folder / 'dataset').mkdir(parents=True)
    np.save(folder / 'dataset/labels.npy', classes)
    middles = random.normal(size=(10, DIMENSION))
    rows = random.normal(size=(samples, DIMENSION))
    for epoch in range(EPOCHS):
        rows += 0.1 * random.normal(size=rows.shape) + 0.3 * middles[classes]
        place = folder / f'epochs/epoch_{epoch + 1}'
        place.mkdir(parents=True)
        np.save(place / 'embeddings.npy', rows.astype(np.float32))
    return folder


def seconds_of(words, ranks):
    start = [] if ranks == 1 else ['mpirun', '--oversubscribe', '--allow-run-as-root', '--bind-to', 'core', '-n', str(ranks)]
    begun = time.monotonic()
    done = subprocess.run([*start, program, *map(str, words), '--threads', '1'], capture_output=True, text=True, check=True)
    taken = time.monotonic() - begun
    told = re.search(r'exchanged ([\d.]+) MB', done.stderr)
    return taken, float(told[1]) if told else 0.0, done.stdout


def same(one, other):
    names = [p.relative_to(one) for p in one.rglob('*') if p.is_file()]
    return all(filecmp.cmp(one / name, other / name, shallow=False) for name in names)


def compare(name, samples, words, writes=True):
    if wanted and name not in wanted:
        return
    recording = record(samples)
    outs = [work / f'{ranks}/{name}' for ranks in (1, 2)]
    seconds, said = [], []
    for ranks, out in zip((1, 2), outs):
        out.parent.mkdir(exist_ok=True)
        place = ('--out', out) if writes else ()
        taken, megabytes, told = seconds_of([words[0], recording, *words[1:], *place], ranks)
        seconds.append(round(taken, 2))
        said.append(told)
    print(json.dumps({'figure': f'team {name}', 'samples': samples, 'epochs': EPOCHS, 'dimension': DIMENSION,
                      'seconds_alone': seconds[0], 'seconds_of_two': seconds[1],
                      'times_faster': round(seconds[0] / seconds[1], 2), 'megabytes_exchanged': megabytes,
                      # Each rank more is sent as much again, at most.
                      'seconds_to_exchange_on_16_nodes': round((NODES - 1) * megabytes * 1e6 / NETWORK, 2),
                      'same_bytes': same(*outs) if writes else said[0] == said[1]}), flush=True)


compare('neighbours', 12_000, ('project', '--method', 'pca', '--neighbours', '10'))
compare('tsne', 2_500, ('project', '--method', 'tsne', '--no-warm-start', '--neighbours', '0'))
compare('spacetime', 2_500, ('project', '--method', 'spacetime', '--neighbours', '0'))
if not wanted or 'metrics' in wanted:
    place = work / 'picture'
    seconds_of(('project', record(3_000), '--method', 'pca', '--neighbours', '0', '--out', place), 1)
    compare('metrics', 3_000, ('metrics', place, '--json'), writes=False)
