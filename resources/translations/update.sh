#!/usr/bin/env bash
# Brings the translations up to date with the words in src/app; new ones are marked "unfinished".
set -euo pipefail
cd "$(dirname "$0")/../.."
lupdate=$(command -v lupdate6 || echo /usr/lib/qt6/bin/lupdate)
file=resources/translations/epochscope_zh_CN.ts
# The words of methods and options are in src/projection, which knows of no translation.
options() {
    awk '/<context>/ { text = "" } { text = text $0 "\n" }
         /<\/context>/ && text ~ /<name>epochscope::Option</ { printf "%s", text }' "$file"
}
kept=$(options)
# The include folders let lupdate see the classes' namespaces.
"$lupdate" -silent -I src -I include src/app -recursive -no-obsolete -locations none \
    -source-language en -target-language zh_CN -ts "$file"
if [ -z "$(options)" ]; then
    { sed '/<\/TS>/d' "$file" && printf '%s\n</TS>\n' "$kept"; } > "$file.new"
    mv "$file.new" "$file"
fi
echo "unfinished: $(grep -c 'type="unfinished"' "$file" || true)"
