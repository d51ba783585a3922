#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# For the day when a GPU is there: builds the engine, checks it on CPU and GPU, times it, trains, writes one report.
set -euo pipefail
program=gpu-check.sh
# shellcheck source=packaging/common.sh
. "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"
root=$(treeRoot "${BASH_SOURCE[0]}")
folder=$root/build/gpu torch='' prefix='' device=cuda minutes=10 report=''

usage() {
    cat <<END_OF_USAGE
Usage: packaging/gpu-check.sh [--torch DIR] [--prefix DIRS] [--device DEVICE] [--minutes N] [--build-dir DIR] [--report FILE]

Builds the engine without the window and SentencePiece, and then, on the CPU and on the GPU: the recorded outputs of the reference
implementation, the same sentences from the same seeds, the benchmark, and on the GPU a training. Nothing is installed.

  --torch DIR      LibTorch, or the folder of a PyTorch (default: that of python3, else what CMake finds)
  --prefix DIRS    where else CMake looks for the other libraries, separated by semicolons
  --device DEVICE  cuda (default), cuda:N, or cpu, to try this script where there is no GPU
  --minutes N      length of the training (default: 10; 0: none)
  --build-dir DIR  build there (default: build/gpu)
  --report FILE    (default: report.md in the build folder)
  --help           this text

Exit status: 0 when all that could be checked agrees, 1 otherwise; without a GPU the CPU's part is done and the exit status is 3.
END_OF_USAGE
}

while (( $# )); do
    case "$1" in
        -h | --help) usage; exit 0 ;;
        --torch | --prefix | --device | --minutes | --build-dir | --report)
            [[ -n ${2:-} ]] || { say "$1 needs a value"; exit 2; }
            case "$1" in
                --torch) torch=$2 ;;
                --prefix) prefix=$2 ;;
                --device) device=$2 ;;
                --minutes) minutes=$2 ;;
                --build-dir) folder=$(readlink -m -- "$2") ;;
                --report) report=$(readlink -m -- "$2") ;;
            esac
            shift ;;
        *) say "unknown option $1 (see --help)"; exit 2 ;;
    esac
    shift
done
[[ $device =~ ^(cpu|cuda(:[0-9]+)?)$ ]] || { say "--device is cpu, cuda or cuda:N"; exit 2; }
[[ $minutes =~ ^[0-9]+([.][0-9]+)?$ ]] || { say "--minutes is a number"; exit 2; }
report=${report:-$folder/report.md}

prepareEnvironment
[[ -n $torch ]] || torch=$(python3 -c 'import torch; print(torch.utils.cmake_prefix_path)' 2>/dev/null) || torch=''
[[ -z $torch || ! -d $torch/share/cmake ]] || torch=$torch/share/cmake
lock "$folder"
paths="$torch${torch:+${prefix:+;}}$prefix"
configure engine-only "$folder" ${paths:+"-DCMAKE_PREFIX_PATH=$paths"} -DARD_BUILD_TESTS=OFF
build "$folder" ardiff
ardiff=$folder/bin/ardiff
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
failures=0
fixtures=("$root"/tests/fixtures/{ar_selfcond,ar_skip,ar_t2000,uniform}.safetensors)

# A part of the report: its title, then what the command says; its exit status is told and counted.
part() {
    local title=$1 status=0
    shift
    say "$title"
    "$@" >"$work/out" 2>&1 || status=$?
    { printf '## %s\n\n```\n' "$title"; cat "$work/out"; printf '```\n\n'; } >>"$report"
    (( status == 0 )) || { echo "Failed with status $status." >>"$report"; echo >>"$report"; failures=$((failures + 1)); }
}

# The same sources and seeds on both: which sentences differ. Sums are in another order there, so a few may.
agreement() {
    local where
    for where in cpu "$device"; do
        "$ardiff" generate --model "$root/models/tiny" --input "$work/sources" --seed 5 --device "$where" >"$work/$where.txt" || return
    done
    local all same
    all=$(wc -l <"$work/sources")
    same=$(awk 'NR == FNR { one[FNR] = $0; next } one[FNR] == $0 { same++ } END { print same + 0 }' "$work/cpu.txt" "$work/$device.txt")
    echo "$same of $all sentences are the same"
    (( same * 100 >= all * 95 ))
}

training() {
    "$ardiff" grammar generate --pairs 60000 --seed 1 --split train --out "$work/grammar" &&
        "$ardiff" grammar generate --pairs 500 --seed 1 --split valid --out "$work/grammar" &&
        "$ardiff" prepare --word-model --vocab-size 400 --source "$work/grammar/train.src" --target "$work/grammar/train.tgt" \
            --max-target 16 --out "$work/data" &&
        "$ardiff" train --config "$root/models/tiny/train.json" --data "$work/data" --out "$work/run" --device "$device" --minutes "$minutes" &&
        tail -n 3 "$work/run/log.csv" &&
        "$ardiff" evaluate --model "$work/run/model" --refs "$work/grammar/valid.refs.tsv" --device "$device"
}

mkdir -p -- "$(dirname -- "$report")"
{ echo "# GPU check, $(date -u +%Y-%m-%d)"; echo; } >"$report"
part "The program and the machine" "$ardiff" info
command -v nvidia-smi >/dev/null && part "The GPU" nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv
part "Recorded outputs on the CPU" "$ardiff" verify --device cpu "${fixtures[@]}"
if ! "$ardiff" generate --model "$root/models/tiny" --source x --steps 1 --device "$device" >/dev/null 2>"$work/why"; then
    say "no GPU that can be used ($(tail -n 1 "$work/why")): only the CPU was checked"
    { echo "No GPU that can be used:"; echo; sed 's/^/    /' "$work/why"; } >>"$report"
    say "the report is $report"
    exit $(( failures ? 1 : 3 ))
fi
"$ardiff" grammar generate --pairs 200 --seed 9 --split test --out "$work/test" >/dev/null
cp -- "$work/test/test.src" "$work/sources"
part "Recorded outputs on $device" "$ardiff" verify --device "$device" "${fixtures[@]}"
part "Sentences on the CPU and on $device" agreement
part "Speed on the CPU" "$ardiff" bench --device cpu --rounds 3 --batches 1,16
[[ $device == cpu ]] || part "Speed on $device" "$ardiff" bench --device "$device" --rounds 5 --batches 1,16,64,256,1024
[[ $minutes == 0 ]] || part "$minutes minutes of training on $device" training
say "the report is $report"
(( failures == 0 )) || { say "$failures of its parts failed"; exit 1; }
