"""What pandas takes for a condition over the samples of a CSV file; times itself.

    pandas_peer.py FILE
Prints one JSON object.
"""
import json
import sys
import time

import pandas

CONDITION = "split == 'test' and size > 300 and ratio < 0.5 and suspicion > 0.3 and flips > 3"


def main(file):
    start = time.perf_counter()
    table = pandas.read_csv(file)
    # `size` is a property of tables too; query() takes names of columns first.
    found = len(table.query(CONDITION))
    cold = time.perf_counter() - start
    warm = []
    for _ in range(7):
        start = time.perf_counter()
        table.query(CONDITION)
        warm.append(time.perf_counter() - start)
    return {"found": found, "cold_seconds": cold, "warm_seconds": sorted(warm)[3]}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
