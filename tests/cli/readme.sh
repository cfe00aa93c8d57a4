#!/usr/bin/env bash
# The README's words, carried out: its Python makes a folder that opens without a warning, and its commands work.
#   readme.sh PROGRAM REPOSITORY
set -euo pipefail
program=$1
repository=$2
for python in python3 /usr/bin/python3 none; do "$python" -c 'import numpy' 2>/dev/null && break; done
[ "$python" != none ] || { echo "[skipped] numpy is not there"; exit 0; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$repository/data" "$work/data"
cd "$work"

sed -n '/^```python$/,/^```$/p' "$repository/README.md" | sed '/^```/d' >make_folder.py
[ -s make_folder.py ] || { echo "README.md has no Python"; exit 1; }
"$python" make_folder.py
"$program" info my-run --json >info.json
"$python" - <<'PYTHON'
import json
info = json.load(open("info.json"))
assert info["samples"] == 500 and info["epochs"] == 10, info
assert info["warnings"] == [], info["warnings"]
assert info["accuracy"][-1] > 0.9, info["accuracy"]
PYTHON

# Every line of an indented block that begins with the program's name.
epochscope() { "$program" "$@"; }
grep -E '^    epochscope ' "$repository/README.md" >commands
[ -s commands ] || { echo "README.md has no commands"; exit 1; }
while read -r command; do
    echo "$command"
    # Without letters where the build has none; small and few, since this is about the words.
    options=()
    if [[ $command == *" export "* ]]; then options=(--no-text --size 320x200); fi
    if [[ $command == *" --video "* ]] && ! command -v ffmpeg >/dev/null; then continue; fi
    $command "${options[@]}"
done <commands
[ -s frames/frame_00020.png ]

# Every verb that the program has is named, and none that it does not have.
"$program" --help | sed -n '/^Verbs:/,/^$/p' | awk 'NR > 1 && NF { print $1 }' | while read -r verb; do
    grep -q "^| \`epochscope $verb " "$repository/README.md" || { echo "README.md does not name the verb $verb"; exit 1; }
done
