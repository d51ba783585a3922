#!/bin/sh
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# results.sh MODEL DATA TWIN OUT: the tables of docs/results.md for one bundled model. DATA holds valid.refs.tsv, train.src and train.tgt;
# TWIN is the model folder of its autoregressive twin. Hours of CPU for k = 50; what is done is kept in OUT/cells, so that a call
# that was stopped goes on.
set -eu
model=$1 data=$2 twin=$3 out=$4
root=$(cd "$(dirname "$0")/.." && pwd)
ardiff=${ARDIFF:-$root/build/release/bin/ardiff}
tokens=auto
[ "$model" = commongen ] && tokens=words

# compared all|N NAME OPTIONS..: the table of all sources, or of every Nth.
compared() {
    part=$1 name=$2
    shift 2
    awk -v n="$part" 'n == "all" || NR % n == 1' "$data/valid.refs.tsv" > "$out/$part.refs.tsv"
    "$ardiff" compare --model "$root/models/$model" --refs "$out/$part.refs.tsv" --tokenize $tokens \
        --markdown "$out/$model-$name.md" --csv "$out/$model-$name.csv" "$@"
}
table() {
    compared "$@" --cells "$out/cells"
}
mkdir -p "$out/cells"

# One candidate, every source; autoregressive writes one word after the other, so it needs as many steps as there are words.
table all k1 --schedules ar-diffusion,uniform --steps 2,3,5,10,20,50 \
    --twin "$twin" --beam 1,5 --floor "$data/train.src" "$data/train.tgt"
table all autoregressive --schedules autoregressive --steps 20,50,200
# More candidates cost as much more: fewer sources, spread over the file (one of them is sorted by length).
table 5 k10 --schedules ar-diffusion,uniform --steps 2,3,5,10,20,50 --candidates 10
table 20 k50 --schedules ar-diffusion,uniform --steps 2,3,5,10,20,50 --candidates 50

# Seconds for a source, one at a time: of this table only the seconds count, and the machine must do nothing else.
compared 20 seconds --batch 1 --schedules ar-diffusion --steps 2,3,5,10,20 --bootstrap 0 \
    --twin "$twin" --beam 1,5
