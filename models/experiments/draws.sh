#!/bin/sh
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# draws.sh DATA TWIN VALID OUT: what does it cost that one model knows every timestep schedule? Two models of the same recipe on
# commongen's distilled text, one on mixed draws of timesteps, one on the paper's alone; then each under each schedule. DATA and TWIN
# are the folders data-distilled and twin/model that models/commongen/make.sh leaves; VALID is valid.refs.tsv. Half an hour on one core.
set -eu
data=$1 twin=$2 valid=$3 out=$4
here=$(cd "$(dirname "$0")" && pwd)
ardiff=${ARDIFF:-$here/../../build/release/bin/ardiff}
mkdir -p "$out"
for draws in mixed paper; do
    [ -f "$out/$draws.done" ] ||
        "$ardiff" train --config "$here/draws-$draws.json" --data "$data" --initial "$twin" --out "$out/$draws"
    touch "$out/$draws.done"
    "$ardiff" compare --model "$out/$draws/model" --refs "$valid" --tokenize words --schedules ar-diffusion,uniform,autoregressive \
        --steps 5,20 --markdown "$out/$draws.md" --csv "$out/$draws.csv"
done
