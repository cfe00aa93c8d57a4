#!/usr/bin/env bash
# The program goes on as epochscope-desktop where letters are to be painted, and says so where that is not there.
#   handover.sh PROGRAM REPOSITORY
set -euo pipefail
program=$1
folder=$2/data/digits

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
frame() { "$1" export "$folder" --epochs 3 --size 320x240 --out "$work/$2" "${@:3}"; }

frame "$program" plain --no-text
frame "$program" letters
frame "$program-desktop" same
cmp "$work"/letters/*.png "$work"/same/*.png
if cmp -s "$work"/plain/*.png "$work"/letters/*.png; then echo "there are no letters"; exit 1; fi

ln -s "$program" "$work/linked"
frame "$work/linked" through-a-link

cp "$program" "$work/alone"
if "$work/alone" export "$folder" --out "$work/none" 2>"$work/message"; then echo "who painted the letters?"; exit 1; fi
grep -q "epochscope-desktop, expected beside" "$work/message"
[ ! -e "$work/none" ]
