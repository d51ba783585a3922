#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds what is out of date, makes Debian packages for the Debian that this is.
set -euo pipefail
program=package.sh
# shellcheck source=packaging/common.sh
. "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"
root=$(treeRoot "${BASH_SOURCE[0]}")
folder=$root/build/release

usage() {
    cat <<END
Usage: packaging/package.sh [--no-setup] [--build-dir DIR] [--out DIR]

Builds the programs into build/release where they are out of date, and makes three packages for the Debian that it runs on:
  ardiff            the command line program and engine, without Qt
  ardiff-explorer   the window
  ardiff-models     the bundled models with recorded runs
lintian looks at them where it is installed. Install them with: apt install DIR/*.deb

  --no-setup        do not look for missing packages
  --build-dir DIR   build there and not in build/release
  --out DIR         write the packages there and not in build/package
  --help            this text

Exit status: 0 when the packages are there and lintian has no errors and no warnings; 1 otherwise; 2 on wrong usage.
END
}

doSetup=1 out=$root/build/package
readPackagingOptions "$@"

prepareEnvironment
[[ -z $doSetup ]] || setUp --packages
for tool in dpkg-shlibdeps dpkg-deb file gzip; do
    command -v "$tool" >/dev/null || die "there is no $tool here: packaging/setup.sh --packages installs what is needed"
done
lock "$folder"
configure release "$folder"
build "$folder" bin/ardiff bin/ardiff-explorer ardiff_manual

# CPack works in a folder of its own, so that what it leaves of another version is never taken for a package of this one.
work=$out/work
rm -rf -- "$work"
mkdir -p -- "$work"
umask 022
cpack -G DEB --config "$folder/CPackConfig.cmake" -B "$work" >"$work/cpack.log" 2>&1 || {
    tail -n 30 -- "$work/cpack.log" >&2
    die "CPack could not make the packages; the whole output is in $work/cpack.log"
}
unlock
rm -f -- "$out"/*.deb
mv -- "$work"/*.deb "$out/"
rm -rf -- "$work"
for package in "$out"/*.deb; do
    printf '%s  %s\n' "$(du -h -- "$package" | cut -f 1)" "$package"
done

if command -v lintian >/dev/null; then
    lintian --allow-root --fail-on error,warning --tag-display-limit 0 "$out"/*.deb || die "lintian is not content with the packages (above)"
    say "lintian is content"
else
    say "lintian is not installed: it has not looked at the packages"
fi
