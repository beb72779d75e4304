# Shared by the scripts in tools/ and .ci/: `source`d, never run.
# shellcheck shell=bash

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD=${THETHUC_BUILD:-$ROOT/build}

# Libraries of other software on the machine must not get between us and the office.
unset LIBRARY_PATH LD_LIBRARY_PATH
# The office and its Python bindings belong together: never another Python that stands earlier in PATH.
PYTHON=/usr/bin/python3
OFFICE=${THETHUC_OFFICE:-/usr/lib/libreoffice}

say() { printf '%s\n' "$*"; }
step() { printf '\n== %s (%s)\n' "$*" "$(date +%H:%M:%S)"; }
die() { printf '%s: %s\n' "${0##*/}" "$1" >&2; exit "${2:-1}"; }

# Every Debian package that building, running and testing needs; the reason for each is in docs/building.md.
packages() {
    cat <<LIST
cmake ninja-build g++ pkg-config
libreoffice-writer libreoffice-dev libreoffice-gtk3 libreoffice-l10n-vi python3-uno
fonts-croscore fonts-dejavu-core
libboost-dev nlohmann-json3-dev libutf8proc-dev catch2
binutils zip unzip file
xvfb xauth openbox xdotool imagemagick poppler-utils procps util-linux ca-certificates
LIST
}

# Packages of the list that are not installed, one a line.
missing_packages() {
    local name
    for name in $(packages); do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || printf '%s\n' "$name"
    done
}

# Runs a command as root: directly, or through sudo.
as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "cần quyền root để cài gói, mà máy không có sudo / installing packages needs root, and there is no sudo" 2
    fi
}

# Cores to build with: all, unless THETHUC_JOBS says otherwise.
jobs_count() { printf '%s' "${THETHUC_JOBS:-$(nproc)}"; }

codename() { . /etc/os-release && printf '%s' "${VERSION_CODENAME:-unknown}"; }
