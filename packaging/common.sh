# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by run.sh, test.sh, package.sh and appimage.sh: where the tree is, how it is configured and built. Sourced, not run.
# The caller sets `program` (its own name for messages) and `root` (the folder that holds CMakeLists.txt).
# shellcheck disable=SC2154

say() { printf '%s: %s\n' "$program" "$*" >&2; }
die() { say "$@"; exit 1; }

# The folder above the script, also when the script is called through a symbolic link.
treeRoot() { dirname -- "$(dirname -- "$(readlink -f -- "$1")")"; }

setUp() {
    bash "$root/packaging/setup.sh" "$@" || exit
}

# The options of package.sh and appimage.sh: sets doSetup, folder and out, which have their defaults before; usage is the caller's.
# shellcheck disable=SC2034
readPackagingOptions() {
    while (( $# )); do
        case "$1" in
            -h | --help) usage; exit 0 ;;
            --no-setup) doSetup= ;;
            --build-dir) [[ -n ${2:-} ]] || { say "--build-dir needs a folder"; exit 2; }; folder=$(readlink -m -- "$2"); shift ;;
            --out) [[ -n ${2:-} ]] || { say "--out needs a folder"; exit 2; }; out=$(readlink -m -- "$2"); shift ;;
            *) say "unknown option $1 (see --help)"; exit 2 ;;
        esac
        shift
    done
}

# Compile jobs: one a core, but never more than the memory holds (a file that includes LibTorch takes up to 1.2 GB).
compileJobs() {
    local cores megabytes limit jobs
    cores=$(nproc)
    megabytes=$(awk '$1 == "MemAvailable:" {print int($2 / 1024)}' /proc/meminfo 2>/dev/null || true)
    limit=$(cat /sys/fs/cgroup/memory.max 2>/dev/null || echo max)
    if [[ $limit =~ ^[0-9]+$ ]] && (( limit / 1048576 < ${megabytes:-limit} )); then
        megabytes=$(( limit / 1048576 ))
    fi
    jobs=$(( ${megabytes:-1200} / 1200 ))
    (( jobs < 1 )) && jobs=1
    (( jobs > cores )) && jobs=$cores
    echo "$jobs"
}

# The value of an entry of a build folder's CMakeCache.txt.
cacheEntry() { sed -n "s/^$2:[A-Z]*=//p" "$1/CMakeCache.txt" 2>/dev/null | head -n 1; }

# configure PRESET FOLDER [OPTION...]: runs CMake where it has to run. A folder that was made for another place, by another
# generator or by a CMake run that did not finish is made afresh; later changes of CMake files are noticed by ninja itself.
configure() {
    local preset=$1 folder=$2 fresh=()
    shift 2
    if [[ -e $folder/CMakeCache.txt ]]; then
        if [[ $(cacheEntry "$folder" CMAKE_HOME_DIRECTORY) != "$root" || $(cacheEntry "$folder" CMAKE_CACHEFILE_DIR) != "$folder" ||
              $(cacheEntry "$folder" CMAKE_GENERATOR) != Ninja || ! -e $folder/build.ninja ]]; then
            say "$folder was made for another place or was left unfinished: configuring it afresh"
            fresh=(--fresh)
        elif [[ ! $root/CMakePresets.json -nt $folder/CMakeCache.txt && $# == 0 ]]; then
            return 0
        fi
    fi
    say "configuring $folder"
    (cd -- "$root" && cmake ${fresh[@]+"${fresh[@]}"} --preset "$preset" -B "$folder" "$@" >"$folder/configure.log" 2>&1) || {
        tail -n 30 -- "$folder/configure.log" >&2
        die "CMake could not configure the tree; the whole output is in $folder/configure.log"
    }
}

# build FOLDER [TARGET...]: builds what is out of date, says next to nothing when nothing is.
build() {
    local folder=$1 jobs
    shift
    jobs=$(compileJobs)
    [[ -e $folder/.ninja_log ]] ||
        say "building in $folder, $jobs at a time; the first time this takes some minutes"
    if [[ -t 2 ]]; then
        ninja -C "$folder" -j "$jobs" "$@" >&2
    else # not the lines that say that there was nothing to do
        ninja -C "$folder" -j "$jobs" "$@" 2>&1 | sed -u '/^ninja: Entering/d; /Re-checking globbed/d; /no work to do/d' >&2
    fi || die "the build failed; the messages above say where"
}

# Makes the build folder where it is not there, and lets one caller at a time work in it: until the script ends or unlocks.
lock() {
    if ! mkdir -p -- "$1" 2>/dev/null || [[ ! -w $1 ]]; then
        die "cannot write to $1; copy the tree to a folder of your own, or give another one with --build-dir DIR"
    fi
    exec 9>"$1/.lock"
    flock -n 9 || { say "waiting for another build in $1"; flock 9; }
}
unlock() { exec 9>&-; }

# Tools that misbehave where the environment is bare: Qt and CMake want UTF-8, ccache wants a place to write to.
prepareEnvironment() {
    [[ ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} == *[Uu][Tt][Ff]* ]] || export LC_ALL=C.UTF-8
    [[ -n ${CCACHE_DIR:-} || -w ${HOME:-/nonexistent} ]] || export CCACHE_DISABLE=1
    export CCACHE_SLOPPINESS=${CCACHE_SLOPPINESS:-pch_defines,time_macros} # without it nothing with the precompiled header is kept
}
