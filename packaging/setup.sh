#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what building, running and testing need on Debian 12 or 13 and is missing. Does nothing where nothing is missing.
set -euo pipefail

# The linear algebra library. Debian's default, libblas3, is some thirty times slower in matrix products; this one puts itself before
# it. A choice made by hand with update-alternatives is left alone.
blas=libblis4-openmp

packages=(
    g++ cmake ninja-build ccache                                    # build tools
    nlohmann-json3-dev libcli11-dev libspdlog-dev libexpected-dev   # core
    libtorch-dev "$blas" libgoogle-perftools-dev libgloo-dev        # engine; an allocator that keeps its memory; several processes
    libsentencepiece-dev libutf8proc-dev                            # tokenizers
    zlib1g-dev                                                      # checkpoints
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools qt6-translations-l10n libqcustomplot-dev libgif-dev   # window, in your language
    fonts-dejavu-core fonts-noto-cjk                                # Latin, symbols; Chinese
    xvfb xauth                                                      # a display for tests and screenshots
    clang-format                                                    # for the test of the sources' form
    desktop-file-utils appstream libxml2-utils shared-mime-info man-db   # for the test of what desktops and man read
)
packaging=(dpkg-dev file lintian)                                   # for package.sh
appimage=(patchelf squashfs-tools libsquashfuse-dev libzstd-dev liblzma-dev liblz4-dev liblzo2-dev)   # for appimage.sh
browser=(chromium)                                                  # for the test of exported pages in a browser

usage() {
    cat <<END
Usage: packaging/setup.sh [--packages] [--appimage] [--browser] [--cuda] [--list]

Installs with apt what AR-Diffusion Explorer needs on Debian 12 or 13 and is missing, and names it first.
Asks for the password through sudo where it is not run as root. Nothing is installed or asked when nothing is missing.

  --packages   also what packaging/package.sh needs
  --appimage   also what packaging/appimage.sh needs
  --browser    also Chromium, for the test that opens exported pages in it (a download of 120 MB)
  --cuda       Debian's LibTorch for NVIDIA GPUs in the place of the other one (Debian 13, from contrib and non-free; a
               download of some gigabytes). Programs that are built then run on a GPU where there is one, else on the CPU
  --list       only prints the names of what is missing
  --help       this text

Exit status: 0 when everything is there at the end, 1 otherwise, 2 on wrong usage.
END
}

say() { printf 'setup.sh: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

listOnly='' cuda=''
while (( $# )); do
    case "$1" in
        --packages) packages+=("${packaging[@]}") ;;
        --appimage) packages+=("${appimage[@]}") ;;
        --browser) packages+=("${browser[@]}") ;;
        --cuda) cuda=1 ;;
        --list) listOnly=1 ;;
        -h | --help) usage; exit 0 ;;
        *) say "unknown option $1 (see --help)"; exit 2 ;;
    esac
    shift
done
release=$(. /etc/os-release 2>/dev/null && echo "${ID:-} ${VERSION_ID:-}") || release=
[[ $release == "debian 12" ]] || packages+=(qt6-svg-plugins) # on Debian 12 they are in libqt6svg6

# Debian has LibTorch and Gloo twice, and only one of each can be installed: who has those for GPUs keeps them. What CMake is told of
# LibTorch for GPUs asks for nvcc.
hasCuda() { [[ $(dpkg-query -W -f '${db:Status-Abbrev}' libtorch-cuda-dev 2>/dev/null) == ii* ]]; }
if [[ -n $cuda ]] || hasCuda; then
    for i in "${!packages[@]}"; do
        case "${packages[i]}" in
            libtorch-dev) packages[i]=libtorch-cuda-dev ;;
            libgloo-dev) packages[i]=libgloo-cuda-dev ;;
        esac
    done
    command -v nvcc >/dev/null || packages+=(nvidia-cuda-toolkit)
fi

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    die "this is not Debian; install what these Debian packages hold, then call run.sh or test.sh with --no-setup: ${packages[*]}"
fi

# What dpkg does not know as installed, in the order of the list.
missingPackages() {
    local package
    declare -A installed=()
    while read -r status package; do
        [[ $status == ii || $status == hi ]] && installed[$package]=1
    done < <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "${packages[@]}" 2>/dev/null)
    for package in "${packages[@]}"; do
        [[ -n ${installed[$package]:-} ]] || printf '%s\n' "$package"
    done
}

mapfile -t missing < <(missingPackages)
if [[ -n $listOnly ]]; then
    (( ${#missing[@]} == 0 )) || printf '%s\n' "${missing[@]}"
    exit 0
fi
(( ${#missing[@]} )) || exit 0

[[ $release == "debian 12" || $release == "debian 13" ]] || say "made for Debian 12 and 13, this is \"$release\": trying all the same"
say "missing: ${missing[*]}"

asRoot=()
if (( EUID != 0 )); then
    command -v sudo >/dev/null ||
        die "not root and no sudo here; ask an administrator to run \"apt-get install --no-install-recommends ${missing[*]}\"," \
            "or try without them: run.sh --no-setup"
    if ! sudo -n true 2>/dev/null; then
        [[ -t 0 ]] || die "sudo wants a password and there is no terminal to ask on; run packaging/setup.sh in a terminal first"
        say "installing them with apt needs administrator rights: sudo may ask for your password"
    fi
    asRoot=(sudo)
fi

aptGet() {
    ${asRoot[@]+"${asRoot[@]}"} env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -q -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 \
        -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "$@" >&2 # nobody is asked about configuration files
}

aptGet update || say "the lists of packages could not be brought up to date; trying with those that are here"
for package in libtorch-cuda-dev nvidia-cuda-toolkit; do
    [[ " ${missing[*]} " == *" $package "* && -z $(apt-cache show "$package" 2>/dev/null) ]] || continue
    die "there is no package $package here: it is in contrib or non-free of Debian 13; add both to the components in" \
        "/etc/apt/sources.list or /etc/apt/sources.list.d/debian.sources, then call this again"
done
aptGet install -y --no-install-recommends "${missing[@]}" || die "apt could not install what is missing (its messages are above)"

mapfile -t missing < <(missingPackages)
(( ${#missing[@]} == 0 )) || die "still missing after the installation: ${missing[*]}"
say "everything that is needed is installed"
if [[ -n $cuda && ! -e /dev/nvidiactl ]]; then
    say "no NVIDIA GPU is seen here (there is no /dev/nvidiactl): what is built now runs on the CPU until there is one"
fi
