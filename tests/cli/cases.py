"""Writes each input of shared/cases and checks the right result: cases.py PROGRAM CASES PYTHON [NAME...]"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

program, cases, python = sys.argv[1:4]
only = sys.argv[4:]
faults = []


def call(*words):
    return subprocess.run([program, *map(str, words)], capture_output=True, text=True)


def info(path, *words):
    """What info --json says, or a fault."""
    done = call('info', path, '--json', *words)
    if done.returncode != 0:
        raise AssertionError(f'{path.name}: {done.stderr.strip()}')
    return json.loads(done.stdout)


def expect(holds, what):
    if not holds:
        raise AssertionError(what)


def says(warnings, *parts):
    expect(any(all(part in warning for part in parts) for warning in warnings),
           f'no warning has {parts}: {warnings}')


def epoch_names(d):
    for name in ('dash', 'number', 'capital', 'joined', 'lightning'):
        expect(info(d / name)['epoch_numbers'] == [1, 2, 3, 4], name)
    expect(info(d / 'checkpoint')['epoch_numbers'] == [500, 1000, 1500, 2000], 'checkpoint')


def half_floats(d):
    right = info(d / 'fortran')['accuracy']
    expect(np.abs(np.subtract(info(d / 'float16')['accuracy'], right)).max() < 0.01, 'float16')
    expect(info(d / 'arrays')['epochs'] == 4, 'arrays')


def one_broken_value(d):
    for name in ('nan', 'null', 'recording'):
        says(info(d / name)['warnings'], '(7)')
    expect(info(d / 'above-one')['warnings'] == [], 'above-one')
    done = call('datamap', d / 'cartography')
    expect(done.returncode == 0, done.stderr)


def outside_frame(d):
    for name in ('json', 'arrays'):
        found = info(d / name)
        low, high = found['frame']
        expect(low[0] < -60 or high[0] > 60 or high[1] > 60 or low[1] < -60, f'{name}: frame {low} {high}')
        says(found['warnings'], 'frame')


def mean_confidence(folder, d):
    table = d / f'{folder.name}.tsv'
    done = call('datamap', folder, '--tsv', table)
    expect(done.returncode == 0, done.stderr)
    rows = list(csv.DictReader(table.open(), delimiter='\t'))
    return np.mean([float(row['avg_probs']) for row in rows])


def probabilities(d):
    expect(abs(mean_confidence(d / 'softmax', d) - mean_confidence(d / 'logits', d)) < 1e-4, 'another table')
    says(info(d / 'softmax')['warnings'], 'probabilities')


def projector_runs(d):
    found = info(d)
    expect(found['epoch_numbers'] == [0, 1, 2, 3] and found['samples'] == 240, found)
    expect(set(found['classes']) >= {'cat', 'dog', 'ship'}, found['classes'])


def shuffled_epochs(d):
    done = call('info', d)
    expect(done.returncode == 1 and 'shuffled' in done.stderr, done.stderr)


def ttv_background(d):
    found = info(d)
    expect(np.abs(np.subtract(found['frame'], [[-2.975, -1.353], [8.072, 7.659]])).max() < 1e-3, found['frame'])
    expect(found['background_origin'] == 'lower', found['background_origin'])
    says(found['warnings'], 'epochs 3 to 6', '100 %')


def ttv_index_order(d):
    done = call('convert', d, '--to', 'npy', '--out', d / 'made')
    expect(done.returncode == 0, done.stderr)
    places, labels = np.load(d / 'made/positions.npy')[-1], np.load(d / 'made/labels.npy')
    for c in range(3):
        of_class = places[labels == c]
        expect(np.linalg.norm(of_class - of_class.mean(0), axis=1).max() < 3, f'class {c} is spread')
    says(info(d)['warnings'], 'index.json')


def two_files(d):
    done = call('project', d / 'data_embed_npy.npy', '--labels', d / 'label_npu.npy', '--method', 'pca',
                '--out', d / 'made')
    expect(done.returncode == 0, done.stderr)
    found = info(d / 'made')
    expect((found['samples'], found['epochs'], len(found['classes'])) == (300, 1, 7), found)
    done = call('info', d)
    expect('data_embed_npy.npy' in done.stderr and '--labels' in done.stderr, done.stderr)


def unlabelled(d):
    for name in ('recording', 'json'):
        found = info(d / name)
        expect(found['classes'][-1] == 'unlabelled' and found['samples_per_class'][-1] == 48, name)
        expect(abs(found['accuracy'][-1] - 1) < 0.02, f'{name}: {found["accuracy"]}')


checks = [epoch_names, half_floats, one_broken_value, outside_frame, probabilities, projector_runs,
          shuffled_epochs, ttv_background, ttv_index_order, two_files, unlabelled]
for check in checks:
    name = check.__name__
    script = pathlib.Path(cases) / f'{name}.py'
    if (only and name not in only) or not script.exists():
        continue
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder) / name
        subprocess.run([python, '-B', script, made], check=True, capture_output=True)
        try:
            check(made)
            print(f'{name}: right')
        except (AssertionError, KeyError, OSError) as fault:
            faults.append(name)
            print(f'{name}: {fault}')
sys.exit(1 if faults else 0)
