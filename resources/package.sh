#!/usr/bin/env bash
# Makes a Debian package of the program, build/package/epochscope_*.deb, and checks it with lintian.
#   bash resources/package.sh
#   bash resources/package.sh --try    also installs it on a bare Debian 12 in a chroot, and starts it there; as root
set -euo pipefail
cd "$(dirname "$0")/.."

bash resources/install-deps.sh --package
cmake --preset package >/dev/null
cmake --build build/package
rm -f build/package/*.deb
(cd build/package && cpack)
package=$(echo build/package/*.deb)
lintian --fail-on error "$package"
[ "${1:-}" = --try ] || exit 0

root=$(mktemp -d)
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf --one-file-system "$root"' EXIT
debootstrap --variant=minbase bookworm "$root"
mount -t proc proc "$root/proc"
cp "$package" "$root/epochscope.deb"
chroot "$root" apt-get install -y --no-install-recommends /epochscope.deb
chroot "$root" bash -euc '
    cd /tmp
    epochscope --version
    epochscope info /usr/share/epochscope/digits
    epochscope export /usr/share/epochscope/digits --epochs 20 --out frames
    test -s frames/frame_00001.png
    status=0
    QT_QPA_PLATFORM=offscreen timeout 5 epochscope /usr/share/epochscope/digits || status=$?
    [ "$status" -eq 124 ] || { echo "the window ended with $status, expected it to stay open" >&2; exit 1; }'
echo "$package works on a bare Debian 12"
