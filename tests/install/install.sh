#!/usr/bin/env bash
# Installs a build, starts the program that was installed, and builds a program of others on the modules.
#   install.sh CMAKE BUILD REPOSITORY
set -euo pipefail
cmake=$1 build=$2 repository=$3

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
prefix=$work/prefix
"$cmake" --install "$build" --prefix "$prefix" >/dev/null
share=$prefix/share

"$prefix/bin/epochscope" --version | grep -q "^epochscope "
"$prefix/bin/epochscope" info "$share/epochscope/digits" >/dev/null
for file in man/man1/epochscope.1 man/man1/epochscope-export.1 bash-completion/completions/epochscope \
    zsh/site-functions/_epochscope fish/vendor_completions.d/epochscope.fish doc/*/manual/en/index.md doc/*/LICENSE; do
    [ -s "$(echo "$share"/$file)" ] || { echo "$share/$file is missing"; exit 1; }
done
if command -v man >/dev/null; then
    warnings=$(MANWIDTH=80 man --warnings -E UTF-8 -l "$share"/man/man1/*.1 2>&1 >/dev/null)
    [ -z "$warnings" ] || { echo "$warnings"; exit 1; }
fi
if [ -e "$share/applications" ]; then
    [ -s "$share/icons/hicolor/scalable/apps/epochscope.svg" ]
    if command -v desktop-file-validate >/dev/null; then desktop-file-validate "$share"/applications/*.desktop; fi
    if command -v appstreamcli >/dev/null; then appstreamcli validate --no-net "$share"/metainfo/*.xml; fi
fi

"$cmake" -S "$repository/tests/install" -B "$work/build" -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_BUILD_TYPE=Release >/dev/null
"$cmake" --build "$work/build" >/dev/null
"$work/build/render_one_frame" "$share/epochscope/digits" "$work/frame.png"
head -c 8 "$work/frame.png" | grep -q PNG
