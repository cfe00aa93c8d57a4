#!/usr/bin/env bash
# Inputs as people have them, opened (see tests/README.md): cases.sh PROGRAM REPOSITORY
# Exits with 77, which CTest shows as skipped, where there is no numpy or no ../shared/cases.
set -euo pipefail
cases="$2/../shared/cases"
[ -d "$cases" ] || { echo "$cases is not there"; exit 77; }
for python in python3 /usr/bin/python3 none; do "$python" -c 'import numpy' 2>/dev/null && break; done
[ "$python" != none ] || { echo "numpy is not there"; exit 77; }
exec "$python" "$(dirname "$0")/cases.py" "$1" "$cases" "$python"
