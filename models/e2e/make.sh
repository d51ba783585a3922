#!/bin/sh
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh DATA OUT: how this model was made, from a folder with train.src, train.tgt, valid.refs.tsv and test.refs.tsv (E2E
# NLG challenge). About two hours on two cores. The model is OUT/run/model.
set -eu
data=$1 out=$2
here=$(cd "$(dirname "$0")" && pwd)
ardiff=${ARDIFF:-$here/../../build/release/bin/ardiff}

# The vocabulary, on what people wrote, and the teacher: the autoregressive twin.
"$ardiff" prepare --source "$data/train.src" --target "$data/train.tgt" --valid-refs "$data/valid.refs.tsv" \
    --vocab-size 1000 --field-symbols 10 --max-source 24 --max-target 48 --out "$out/data"
"$ardiff" train --config "$here/twin.json" --decoder autoregressive --data "$out/data" --out "$out/twin"

# What the teacher writes for the training sources and for 15,000 mixtures of them; half of the pairs get invented names.
"$ardiff" distill --model "$out/twin/model" --source "$data/train.src" --mix-fields 15000 \
    --exclude "$data/valid.refs.tsv" "$data/test.refs.tsv" --invent-names name,near --beam 3 --batch 384 --out "$out/distilled"
"$ardiff" prepare --source "$out/distilled/train.src" --target "$out/distilled/train.tgt" --valid-refs "$data/valid.refs.tsv" \
    --tokenizer "$out/data/tokenizer.model" --max-source 32 --max-target 48 --out "$out/data-distilled"
"$ardiff" train --config "$here/train.json" --data "$out/data-distilled" --out "$out/run"
