#!/usr/bin/env bash
# Runs clang-tidy on one file by the compile_commands.json in a build's folder tidy, unless nothing that it includes has changed since it was
# last found tidy: then its object file, which Ninja keeps up to date, is older than the mark left here.
#   bash tests/support/tidy.sh build/sanitize FILE
set -euo pipefail
build=$1 file=$2
name=${file#"$PWD/"}
mark=$build/tidy/${name#"$build/"}

newest=$file
top=${name%%/*}
for object in "$file.o" "$build/$top"/CMakeFiles/*.dir/"${name#*/}.o"; do
    if [ "$object" -nt "$newest" ]; then newest=$object; fi
done
if [ "$mark" -nt "$newest" ] && [ "$mark" -nt .clang-tidy ]; then exit 0; fi

mkdir -p "$(dirname "$mark")"
if clang-tidy -p "$build/tidy" --quiet "$file" 2>"$mark.log"; then
    touch "$mark"
else
    cat "$mark.log"
    exit 1
fi
