#!/usr/bin/env bash
# Installs what is missing, builds Epochscope in every way that must work, and runs every test, on a display of its own.
#   bash tests/run.sh                  everything
#   bash tests/run.sh release tidy     only these steps: format release core sanitize threads tidy
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }

configure_and_build() {  # preset
    [ -f "build/$1/build.ninja" ] || cmake --preset "$1" >"build/$1.log" 2>&1 || { cat "build/$1.log"; return 1; }
    # Ninja redraws one line on a terminal; elsewhere only what went wrong is worth a line.
    if [ -t 1 ]; then cmake --build "build/$1"; else cmake --build "build/$1" >"build/$1.log" 2>&1 || { grep -v '^\[' "build/$1.log"; return 1; }; fi
}

run_tests() {  # preset
    ctest --test-dir "build/$1" --output-on-failure --no-tests=error --parallel "$(nproc)" --progress 2>&1 |
        grep -vE '^ *[0-9]+/[0-9]+ Test .* Passed|^\[[0-9]+/[0-9]+\]'
}

start_display() {
    exec {display_fd}<> <(:)
    Xvfb -displayfd "$display_fd" -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
    display_server=$!
    trap 'kill "$display_server" 2>/dev/null || true' EXIT
    read -r -t 30 -u "$display_fd" number || { echo "Xvfb did not start" >&2; exit 1; }
    export DISPLAY=":$number"
    openbox >/dev/null 2>&1 &
    echo "Display $DISPLAY"
}

format() {
    say "Format: clang-format"
    git ls-files -- '*.h' '*.cpp' | xargs clang-format --dry-run -Werror
}

release() {
    say "Release: GCC, everything"
    configure_and_build release
    run_tests release
}

core() {
    say "Core: GCC, without Qt"
    configure_and_build core
    run_tests core
}

sanitize() {
    say "Sanitize: Clang, address and undefined, fuzz targets"
    configure_and_build sanitize
    run_tests sanitize
}

threads() {
    say "Threads: Clang, thread sanitizer"
    configure_and_build threads
    run_tests threads
}

tidy() {
    say "Tidy: clang-tidy"
    configure_and_build sanitize
    git ls-files -- 'src/*.cpp' 'tests/*.cpp' | xargs -P "$(nproc)" -n 4 clang-tidy -p build/sanitize --quiet 2>build/tidy.log ||
        { cat build/tidy.log; return 1; }
}

bash resources/install-deps.sh --tests
mkdir -p build
start_display
export LSAN_OPTIONS="suppressions=$PWD/tests/support/leaks.supp:print_suppressions=0"
export TSAN_OPTIONS="suppressions=$PWD/tests/support/threads.supp"
export UBSAN_OPTIONS="print_stacktrace=1"
for step in "${@:-format}"; do
    declare -F "$step" >/dev/null || { echo "tests/run.sh: there is no step $step" >&2; exit 2; }
done
if [ $# -eq 0 ]; then set -- format release core sanitize threads tidy; fi
for step in "$@"; do "$step"; done
say "All steps passed: $*"
