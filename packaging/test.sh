#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds everything, runs all tests with ctest.
set -euo pipefail
program=test.sh
# shellcheck source=packaging/common.sh
. "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"
root=$(treeRoot "${BASH_SOURCE[0]}")
preset=release folder=

usage() {
    cat <<END
Usage: packaging/test.sh [--asan | --asan-no-torch | --ci | --dev] [--selected] [--no-setup] [--build-dir DIR] [OPTIONS OF ctest...]

Installs with apt what is missing (packaging/setup.sh), builds everything into build/release and runs all tests with
ctest, with the output of those that fail.

  --asan            build with AddressSanitizer and UndefinedBehaviorSanitizer, into build/asan
  --asan-no-torch   the same without the engine and the command line, which takes half the time, into build/asan-no-torch
  --ci              build with warnings as errors, into build/ci; installs Chromium, too, for the test of exported pages
  --dev             build with debug information and warnings as errors, into build/dev
  --selected        build only the test programs that the options for ctest choose, and what they need
  --no-setup        do not look for missing packages (on systems other than Debian)
  --build-dir DIR   build there
  --help            this text; everything else goes to ctest: -R NAME (only these), -E NAME (all but these), -V, ...

Examples:
  packaging/test.sh
  packaging/test.sh -R structure
  packaging/test.sh --asan -E bench
  packaging/test.sh --dev --selected -R film

Exit status: 0 when all tests passed, otherwise that of ctest; 1 where something could not be installed or built.
END
}

doSetup=1 onlySelected=
while (( $# )); do
    case "$1" in
        -h | --help) usage; exit 0 ;;
        --asan) preset=asan ;;
        --asan-no-torch) preset=asan-no-torch ;;
        --ci) preset=ci ;;
        --dev) preset=dev ;;
        --selected) onlySelected=1 ;;
        --no-setup) doSetup= ;;
        --build-dir) [[ -n ${2:-} ]] || { say "--build-dir needs a folder"; exit 2; }; folder=$(readlink -m -- "$2"); shift ;;
        *) break ;;
    esac
    shift
done
folder=${folder:-$root/build/$preset}

# targetsOf FOLDER OPTIONS OF ctest...: the targets of the tests that they choose: they have the same names. None where one of the
# tests is no program of its own: then all is built.
targetsOf() {
    local tests
    tests=$(ctest --test-dir "$1" -N "${@:2}" | sed -n 's/^ *Test *#[0-9]*: //p')
    [[ -n $tests && -z $(comm -23 <(sort <<<"$tests") <(ninja -C "$1" -t targets all | sed -n 's/: phony$//p' | sort)) ]] || return 0
    echo "$tests"
}

prepareEnvironment
# Continuous integration opens exported pages in a browser, too: half a minute more. Elsewhere that test is skipped where there is none.
[[ -z $doSetup ]] || if [[ $preset == ci ]]; then setUp --browser; else setUp; fi
lock "$folder"
configure "$preset" "$folder"
targets=()
[[ -z $onlySelected ]] || mapfile -t targets < <(targetsOf "$folder" "$@")
build "$folder" "${targets[@]}"

# Two tests at a time at most: those of the engine use all cores themselves. Tests that must be alone say so to ctest.
jobs=$(nproc)
(( jobs > 2 )) && jobs=2
# Open descriptor 9, the lock, is not for the tests: a child that outlives one would keep it.
ctest --test-dir "$folder" --output-on-failure --no-tests=error --timeout 1200 -j "$jobs" "$@" 9>&-
