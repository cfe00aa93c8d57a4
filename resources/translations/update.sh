#!/usr/bin/env bash
# Brings the translations up to date with the words in src/app; new ones are marked "unfinished".
set -euo pipefail
cd "$(dirname "$0")/../.."
lupdate=$(command -v lupdate6 || echo /usr/lib/qt6/bin/lupdate)
# The include folders let lupdate see the classes' namespaces.
"$lupdate" -silent -I src -I include src/app -recursive -no-obsolete -locations none \
    -source-language en -target-language zh_CN -ts resources/translations/epochscope_zh_CN.ts
echo "unfinished: $(grep -c 'type="unfinished"' resources/translations/epochscope_zh_CN.ts || true)"
