#!/usr/bin/env bash
# Runs a test with a Python that has numpy: run.sh TEST.py PROGRAM REPOSITORY
# Exits with 77, which CTest shows as skipped, if none has.
set -euo pipefail
for python in python3 /usr/bin/python3 none; do "$python" -c 'import numpy' 2>/dev/null && break; done
[ "$python" != none ] || { echo "numpy is missing"; exit 77; }
exec "$python" -B "$(dirname "$0")/$1" "${@:2}"
