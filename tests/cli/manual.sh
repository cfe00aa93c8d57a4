#!/usr/bin/env bash
# What the manual says, carried out (see tests/README.md): manual.sh PROGRAM REPOSITORY
# Exits with 77, which CTest shows as skipped, where there is no numpy.
set -euo pipefail
for python in python3 /usr/bin/python3 none; do "$python" -c 'import numpy' 2>/dev/null && break; done
[ "$python" != none ] || { echo "numpy is not there"; exit 77; }
exec "$python" "$(dirname "$0")/manual.py" "$@"
