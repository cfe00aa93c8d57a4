#!/usr/bin/env bash
# Installs what is missing, builds Epochscope, and runs its tests on a display of their own.
#   bash tests/run.sh                  release, without benchmarks, and its tests
#   bash tests/run.sh all              every step: format release core sanitize threads tidy
#   bash tests/run.sh core tidy        these steps
# A step that fails does not keep the others from running. The last line says how many tests passed, failed and were skipped.
set -euo pipefail
cd "$(dirname "$0")/.."

all_steps=(format release core sanitize threads tidy)
workers=$(nproc)
passed=0 failed=0 skipped=0
failed_steps=()

say() { printf '\n== %s (%d s)\n' "$1" "$SECONDS"; }

configure_and_build() {  # preset [arguments of cmake --build]
    local build=(cmake --build "build/$1" "${@:2}")
    if [ ! "build/$1/build.ninja" -nt CMakePresets.json ]; then
        cmake --preset "$1" >"build/$1.log" 2>&1 || { cat "build/$1.log"; return 1; }
    fi
    # Ninja redraws one line on a terminal; elsewhere only what went wrong is worth a line.
    if [ -t 1 ]; then "${build[@]}"; return; fi
    "${build[@]}" >"build/$1.log" 2>&1 || { grep -v '^\[' "build/$1.log" || cat "build/$1.log"; return 1; }
}

attribute() { sed -nE "s/.*[[:space:]]$1=\"([0-9]+)\".*/\1/p" | head -n 1; }  # name, of what is read

run_tests() {  # preset [arguments of ctest]
    local report="$PWD/build/$1/tests.xml" status=0 suite all bad passed_over
    # One more than cores: some tests wait for programs and pictures.
    rm -f "$report"
    ctest --test-dir "build/$1" "${@:2}" --output-on-failure --no-tests=error --parallel "$((workers + 1))" --progress --output-junit "$report" 2>&1 |
        { grep -vE '^ *[0-9]+/[0-9]+ Test .* Passed|^ +Start +[0-9]+:|^\[[0-9]+/[0-9]+\]' || true; } || status=1
    suite=$(grep -m 1 -A 8 '<testsuite ' "$report") || return 1
    all=$(attribute tests <<<"$suite") bad=$(attribute failures <<<"$suite") passed_over=$(attribute skipped <<<"$suite")
    passed=$((passed + all - bad - passed_over)) failed=$((failed + bad)) skipped=$((skipped + passed_over))
    echo "$1: $((all - bad - passed_over)) passed, $bad failed, $passed_over skipped"
    return "$status"
}

stop_display() {
    kill "${servants[@]}" 2>/dev/null || true
    wait "${servants[@]}" 2>/dev/null || true
}

start_display() {
    servants=()
    trap stop_display EXIT
    exec {display_fd}<> <(:)
    Xvfb -displayfd "$display_fd" -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 &
    servants+=($!)
    read -r -t 30 -u "$display_fd" number || { echo "Xvfb did not start" >&2; exit 1; }
    export DISPLAY=":$number"
    openbox >/dev/null 2>&1 &
    servants+=($!)
}

format() {
    say "Format: clang-format"
    find include src tests -name '*.h' -o -name '*.cpp' | xargs clang-format --dry-run -Werror
}

release() {
    say "Release: GCC, everything"
    configure_and_build release && run_tests release
}

core() {
    # Libraries and verbs are made of the same sources by the same commands as in release, whose tests hold for them: the
    # manual's commands show that they work together.
    say "Core: GCC, without Qt, with libtorch: the manual, and heads"
    configure_and_build core --target epochscope torch_tests && run_tests core -R '^(cli: what|torch:)'
}

sanitize() {
    say "Sanitize: Clang, address and undefined, fuzz targets"
    configure_and_build sanitize && run_tests sanitize
}

threads() {
    # What starts threads of its own. Not what uses oneTBB: Debian's is not instrumented, and all its loops look like races.
    say "Threads: Clang, thread sanitizer"
    configure_and_build threads --target io_tests && run_tests threads -R '^io:'
}

tidy() {
    say "Tidy: clang-tidy"
    # By the commands of sanitize, so without src/torch, whose headers alone take longer than all the rest.
    configure_and_build tidy --target epochscope_events && python3 tests/support/tidy.py build/tidy "$workers"
}

if [ $# -eq 0 ]; then set -- release; fi
if [ "$*" = all ]; then set -- "${all_steps[@]}"; fi
for step in "$@"; do
    [[ " ${all_steps[*]} " == *" $step "* ]] || { echo "tests/run.sh: there is no step $step; there are: ${all_steps[*]} all" >&2; exit 2; }
done

bash resources/install-deps.sh --tests
mkdir -p build
start_display
# The tests read English.
export LC_ALL=C.UTF-8
export UBSAN_OPTIONS="print_stacktrace=1"

for step in "$@"; do
    failed_before=$failed
    "$step" && continue
    failed_steps+=("$step")
    # What could not be built or is untidy failed no test, and must not look like success on the last line.
    if [ "$failed" -eq "$failed_before" ]; then failed=$((failed + 1)); fi
done
if [ ${#failed_steps[@]} -eq 0 ]; then say "All steps passed: $*"; else say "Steps that failed: ${failed_steps[*]}"; fi
echo "$passed passed, $failed failed, $skipped skipped"
[ ${#failed_steps[@]} -eq 0 ]
