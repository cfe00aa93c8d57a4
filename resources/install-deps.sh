#!/usr/bin/env bash
# Installs the Debian packages that Epochscope needs and that are not there yet.
#   bash resources/install-deps.sh           to build and run it
#   bash resources/install-deps.sh --tests   to run the tests and checks as well
#   bash resources/install-deps.sh --package to make a Debian package
set -euo pipefail

packages=(
    g++ cmake ninja-build ccache
    qt6-base-dev libqt6opengl6-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n libgl-dev libgl1-mesa-dri
    nlohmann-json3-dev libsimdjson-dev libstb-dev libcli11-dev libtbb-dev libeigen3-dev libhwy-dev libblis-serial-dev libhnswlib-dev libfaiss-dev
    libprotobuf-dev protobuf-compiler libsqlite3-dev zlib1g-dev
    pkg-config librsvg2-dev libcairo2-dev libcurl4-openssl-dev
    ffmpeg fonts-dejavu-core fonts-wqy-microhei
)
if [ "${1:-}" = "--tests" ]; then
    packages+=(catch2 xvfb xauth openbox xdotool x11-utils clang clang-tidy clang-format libclang-rt-dev lld llvm python3 python3-numpy python3-scipy
        python3-torch python3-h5py python3-pip python3-setuptools python3-wheel libtorch-dev libopenmpi-dev openmpi-bin desktop-file-utils appstream man-db chromium
        librsvg2-bin poppler-utils)
fi
if [ "${1:-}" = "--package" ]; then
    packages+=(dpkg-dev lintian debootstrap)
fi

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi

echo "Installing ${#missing[@]} packages: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "install-deps.sh: run it as root, or install sudo" >&2; exit 1; }
    as_root=(sudo)
fi
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
