#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings the C++ sources into the form of .clang-format, or tells which are not in it.
set -euo pipefail
program=format.sh
# shellcheck source=packaging/common.sh
. "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"
root=$(treeRoot "${BASH_SOURCE[0]}")
version=14 # another major version formats otherwise, whatever .clang-format says
skipped=77 # what ctest takes as "not run"

usage() {
    cat <<END
Usage: packaging/format.sh [--check]

Formats all C++ sources with clang-format $version as .clang-format says.

  --check   changes nothing, names the files that are not in that form
  --help    this text

Exit status: 0 when all files are in that form at the end, 1 when one is not, 2 on wrong usage, $skipped where there is no
clang-format $version.
END
}

options=(-i)
case "${1:-}" in
    "") ;;
    --check) options=(--dry-run --Werror -ferror-limit=1) ;;
    -h | --help) usage; exit 0 ;;
    *) say "unknown option $1 (see --help)"; exit 2 ;;
esac

# The first clang-format of the right version, with or without the version in its name.
formatter=
found="none is installed"
for candidate in "clang-format-$version" clang-format; do
    text=$("$candidate" --version 2>/dev/null) || continue
    [[ $text =~ version\ ([0-9]+) ]] || continue
    if (( BASH_REMATCH[1] == version )); then
        formatter=$candidate
        break
    fi
    found="this machine has ${BASH_REMATCH[1]}"
done
if [[ -z $formatter ]]; then
    say "skipped: the sources are formatted with clang-format $version, and $found"
    exit $skipped
fi

cd -- "$root"
status=0
find app core tests ui -type f \( -name '*.h' -o -name '*.cpp' -o -name '*.c' \) -print0 |
    xargs -0 -r -n 40 -P "$(nproc)" "$formatter" "${options[@]}" || status=1
(( status == 0 )) || say "not in the form of .clang-format (above): packaging/format.sh mends it"
exit $status
