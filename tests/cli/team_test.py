"""Several processes write what one does: team_test.py PROGRAM REPOSITORY

Exits with 77, which CTest shows as skipped, where there is no mpirun or the program was built without MPI.
"""
import filecmp
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import numpy as np

program, repository = map(pathlib.Path, sys.argv[1:3])
mpirun = shutil.which('mpirun')
if mpirun is None or not (program.parent / 'epochscope_mpi.so').exists():
    print('mpirun or epochscope_mpi.so is not there')
    sys.exit(77)
work = pathlib.Path(tempfile.mkdtemp())
# More processes than cores, and by root in containers.
START = (mpirun, '--oversubscribe', '--allow-run-as-root', '-n')
ENVIRONMENT = {**os.environ, 'LC_ALL': 'C.UTF-8', 'OMPI_MCA_btl_base_warn_component_unused': '0'}
ALONE = 0


def call(*words, ranks=ALONE, **more):
    start = () if ranks == ALONE else (*START, str(ranks))
    return subprocess.run([*start, program, *map(str, words)], capture_output=True, text=True, env=ENVIRONMENT,
                          timeout=120, **more)


def expect(holds, what):
    if not holds:
        sys.exit(f'fails: {what}')


def done(*words, ranks=ALONE):
    result = call(*words, ranks=ranks)
    expect(result.returncode == 0, f'{ranks} processes, {words}: {result.returncode} {result.stderr}')
    return result


def record(folder, samples=90, epochs=5, dimension=6, classes=3):
    random = np.random.default_rng(5)
    (folder / 'dataset').mkdir(parents=True)
    np.save(folder / 'dataset/labels.npy', random.integers(0, classes, samples).astype(np.int32))
    rows = random.normal(size=(samples, dimension))
    for epoch in range(epochs):
        rows = rows + 0.5 * random.normal(size=rows.shape)
        head = random.normal(size=(classes, dimension))
        place = folder / f'epochs/epoch_{epoch + 1}'
        place.mkdir(parents=True)
        np.save(place / 'embeddings.npy', rows.astype(np.float32))
        np.save(place / 'predictions.npy', (rows @ head.T).astype(np.float32))


def expect_same(one, other):
    names = sorted(p.relative_to(one) for p in one.rglob('*') if p.is_file())
    expect(names == sorted(p.relative_to(other) for p in other.rglob('*') if p.is_file()), f'{other}: other files')
    for name in names:
        expect(filecmp.cmp(one / name, other / name, shallow=False), f'{other / name}: other bytes')


def projects_alike(recording):
    pictures = ('--landscape', '--landscape-size', '40x30')
    calls = {
        'pca': ('--method', 'pca', '--per-epoch', *pictures),
        'tsne': ('--method', 'tsne', '--no-warm-start', '--iterations', '30', '--perplexity', '8', *pictures),
        'warm': ('--method', 'tsne', '--iterations', '30', '--warm-iterations', '20', '--approximate'),
        'spacetime': ('--method', 'spacetime', '--landmarks', '60', '--iterations', '20', '--perplexity', '8',
                      '--map-epochs', '3', *pictures),
        'timevis': ('--method', 'timevis', '--training-epochs', '2', *pictures),
        'with': ('--with', work / f'{ALONE}/pca', *pictures),
        'json': ('--method', 'pca', '--format', 'json'),
    }
    for name, words in calls.items():
        for ranks in (ALONE, 2, 4) if name != 'json' else (ALONE, 1, 3):
            (work / str(ranks)).mkdir(exist_ok=True)
            out = work / str(ranks) / name
            result = done('project', recording, *words, '--threads', 1 + ranks % 2, '--out', out, ranks=ranks)
            if ranks == ALONE:
                continue
            expect_same(work / str(ALONE) / name, out)
            told = [line for line in result.stderr.splitlines() if '5 epochs of 90 samples' in line]
            expect(len(told) == 1, f'said once, by the first process: {result.stderr}')
            expect(ranks == 1 or f'{ranks} processes exchanged ' in result.stderr, result.stderr)


def measures_alike(recording):
    measured = work / str(ALONE) / 'spacetime'
    one = done('metrics', recording, measured, '--json').stdout
    expect(one.startswith('{'), one)
    for ranks in (2, 4):
        expect(done('metrics', recording, measured, '--json', ranks=ranks).stdout == one, f'{ranks}: other metrics')
    done('metrics', recording, measured, '--write')
    done('metrics', recording, work / '2/spacetime', '--write', ranks=2)
    expect_same(measured, work / '2/spacetime')


def script_runs(recording):
    """The script of the manual's page, with an srun that hands over to mpirun."""
    page = (repository / 'resources/manual/en/cluster.md').read_text()
    script = work / 'project.sbatch'
    script.write_text(re.search(r'```sbatch\n(.*?)```', page, re.DOTALL)[1])
    tools = work / 'bin'
    tools.mkdir()
    (tools / 'epochscope').symlink_to(program)
    (tools / 'srun').write_text('#!/bin/bash\nwhile [[ $1 == --* ]]; do shift; done\n'
                                f'exec {" ".join(START)} "$SLURM_NTASKS" "$@"\n')
    (tools / 'srun').chmod(0o755)
    for ranks in (1, 2, 4):
        (work / f'script-{ranks}').mkdir()
        environment = {**ENVIRONMENT, 'PATH': f'{tools}:{os.environ["PATH"]}', 'SLURM_NTASKS': str(ranks),
                       # As a batch script has them, which is no rank itself.
                       'SLURM_PROCID': '0'}
        result = subprocess.run(['bash', script, recording, work / f'script-{ranks}/run'], capture_output=True,
                                text=True, env=environment, timeout=240)
        expect(result.returncode == 0, f'the script with {ranks} processes: {result.stderr}')
        expect_same(work / 'script-1/run', work / f'script-{ranks}/run')


def of_rank(launcher, rank):
    """The process id of a rank that mpirun has started, once it is there."""
    for _ in range(200):
        for process in pathlib.Path('/proc').glob('[0-9]*'):
            try:
                parent = (process / 'stat').read_text().rsplit(')', 1)[1].split()[1]
                environment = (process / 'environ').read_bytes().split(b'\0')
            except OSError:
                continue
            if int(parent) == launcher and f'OMPI_COMM_WORLD_RANK={rank}'.encode() in environment:
                return int(process.name)
        time.sleep(0.05)
    sys.exit('fails: mpirun started no process')


def ends_whole(recording, name, send):
    """What is written is absent when one process or all of them are ended, and the next call is as if nothing was."""
    target = work / name / 'run'
    target.parent.mkdir()
    long_work = ('project', recording, '--method', 'spacetime', '--iterations', '100000', '--out', target)
    running = subprocess.Popen([*START, '2', program, *map(str, long_work)], stderr=subprocess.PIPE, text=True,
                               env=ENVIRONMENT)
    send(running.pid)
    said = running.communicate(timeout=60)[1]
    expect(running.returncode != 0, f'{name}: {said}')
    expect(not target.exists(), f'{name}: there is a folder')
    done('project', recording, '--method', 'pca', '--out', target, ranks=2)
    expect([p.name for p in target.parent.iterdir()] == ['run'], f'{name}: something is left')
    return said


def killed(launcher):
    rank = of_rank(launcher, 1)
    time.sleep(1)
    os.kill(rank, signal.SIGKILL)


def stopped(launcher):
    of_rank(launcher, 1)
    time.sleep(1)
    os.kill(launcher, signal.SIGTERM)


def faults_are_told(recording):
    # One process alone finds something amiss.
    bad = ('project', recording, '--method', 'tsne', '--perplexity', '0.5')
    good = ('project', recording, '--method', 'tsne', '--iterations', '100000')
    both = [*START, '1', program, *map(str, good), '--out', work / 'bad', ':', '-n', '1', program, *map(str, bad), '--out',
            work / 'bad']
    result = subprocess.run(both, capture_output=True, text=True, env=ENVIRONMENT, timeout=60)
    expect(result.returncode != 0 and 'process 1 of 2: ' in result.stderr, f'{result.returncode} {result.stderr}')
    # All do.
    result = call(*bad, '--out', work / 'bad', ranks=2)
    expect(result.returncode == 2 and 'perplexity' in result.stderr, f'{result.returncode} {result.stderr}')
    result = call('project', work / 'nowhere', '--method', 'pca', '--out', work / 'bad', ranks=2)
    expect(result.returncode == 1 and 'epochscope: ' in result.stderr, f'{result.returncode} {result.stderr}')
    result = call('info', recording, ranks=2)
    expect(result.returncode == 2 and 'info is for one process' in result.stderr, result.stderr)
    result = call('project', recording, '--method', 'pca', '--follow', '--out', work / 'bad', ranks=2)
    expect(result.returncode == 2 and '--follow is for one process' in result.stderr, result.stderr)
    expect(not (work / 'bad').exists(), 'a call at fault wrote')


def lacks_mpi(recording):
    bare = work / 'bare'
    bare.mkdir()
    shutil.copy(program, bare / 'epochscope')
    call_of = [bare / 'epochscope', 'project', recording, '--method', 'pca', '--out', work / 'bare/run']
    result = subprocess.run([*START, '2', *call_of], capture_output=True, text=True, env=ENVIRONMENT, timeout=60)
    expect(result.returncode == 1 and 'built without MPI' in result.stderr, f'{result.returncode} {result.stderr}')
    expect(not (work / 'bare/run').exists(), 'it wrote without MPI')
    expect(subprocess.run(call_of, env=ENVIRONMENT, timeout=60).returncode == 0, 'alone it needs no MPI')


try:
    here = work / 'recording'
    record(here)
    projects_alike(here)
    measures_alike(here)
    script_runs(here)
    ends_whole(here, 'killed', killed)
    ends_whole(here, 'stopped', stopped)
    faults_are_told(here)
    lacks_mpi(here)
finally:
    shutil.rmtree(work)
