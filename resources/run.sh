#!/usr/bin/env bash
# Installs what is missing, builds Epochscope (Release) and opens it.
#   bash resources/run.sh            on the sample in data/digits
#   bash resources/run.sh FOLDER     on a folder of yours
# Further arguments go to the program (see resources/manual/en/command-line.md).
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)

bash "$repository/resources/install-deps.sh"
build=$repository/build/app
if [ ! -f "$build/build.ninja" ]; then
    echo "Configuring in build/app"
    (cd "$repository" && cmake --preset app >/dev/null)
fi
steps=$(ninja -C "$build" -n epochscope | grep -c '^\[' || true)
if [ "$steps" -gt 0 ]; then
    # A step takes about 5 seconds of a processor.
    echo "Building: $steps steps, about $((steps * 5 / $(nproc) / 60 + 1)) minutes on $(nproc) processors"
    NINJA_STATUS="[%p, %e s] " ninja -C "$build" epochscope
fi

if [ $# -eq 0 ]; then
    set -- "$repository/data/digits"
fi
echo "Opening $1"
exec "$build/epochscope" "$@"
