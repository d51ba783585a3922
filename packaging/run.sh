#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds what is out of date, opens the window.
set -euo pipefail
program=run.sh
# shellcheck source=packaging/common.sh
. "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"
root=$(treeRoot "${BASH_SOURCE[0]}")
folder=$root/build/release

usage() {
    cat <<END
Usage: packaging/run.sh [--no-setup] [--no-build] [--build-dir DIR] [OPTIONS OF ardiff-explorer...]

Installs with apt what is missing (packaging/setup.sh), builds the programs into build/release where they are out of
date, and opens AR-Diffusion Explorer. A second call with nothing to do opens it at once.

  --no-setup        do not look for missing packages (on systems other than Debian)
  --no-build        start what is built already
  --build-dir DIR   build there and not in build/release
  --help            this text; everything else goes to ardiff-explorer:

  --model DIR       start with this model folder          --source TEXT   put this text into the source field
  --open FILE       open a run or a board                 --run           run at once
  --engine COMMAND  start the engine with this command, for example "ssh gpu-box ardiff serve"
  --screenshot F.png --quit    write a picture of the window when the run is done, then leave

Examples:
  packaging/run.sh
  packaging/run.sh --model models/tiny --run
  xvfb-run -a packaging/run.sh --run --screenshot window.png --quit

Exit status: that of ardiff-explorer; 1 where something could not be installed or built, or where there is no display;
2 on wrong usage.
END
}

doSetup=1 doBuild=1
while (( $# )); do
    case "$1" in
        -h | --help) usage; exit 0 ;;
        --no-setup) doSetup= ;;
        --no-build) doBuild= ;;
        --build-dir) [[ -n ${2:-} ]] || { say "--build-dir needs a folder"; exit 2; }; folder=$(readlink -m -- "$2"); shift ;;
        *) break ;;
    esac
    shift
done

prepareEnvironment
[[ -z $doSetup ]] || setUp
explorer=$folder/bin/ardiff-explorer
# What is built in a folder that cannot be written to (installed for everybody, read-only disk) is started as it is.
if [[ -n $doBuild && ! ( -x $explorer && ! -w $folder ) ]]; then
    lock "$folder"
    configure release "$folder"
    build "$folder" bin/ardiff bin/ardiff-explorer # the engine is called ardiff, too: "ardiff" would be that one alone
    unlock
fi
[[ -x $explorer ]] || die "$explorer is not built yet; call packaging/run.sh without --no-build"

if [[ -z ${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-} ]]; then
    die "no display here (DISPLAY and WAYLAND_DISPLAY are empty): use the command line, $(printf %q "$folder/bin/ardiff")" \
        "generate --help, or a virtual display, xvfb-run -a packaging/run.sh --run --screenshot window.png --quit"
fi
exec "$explorer" "$@"
