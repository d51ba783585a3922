#!/bin/sh
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh DATA OUT: how this model was made, from a folder with train.src, train.tgt and valid.refs.tsv (German sentences, English
# ones, and held-out pairs). Six hours on one core. The model is OUT/run/model.
set -eu
data=$1 out=$2
here=$(cd "$(dirname "$0")" && pwd)
ardiff=${ARDIFF:-$here/../../build/release/bin/ardiff}

# The vocabulary, on what people wrote, and the teacher: the autoregressive twin.
"$ardiff" prepare --source "$data/train.src" --target "$data/train.tgt" --valid-refs "$data/valid.refs.tsv" \
    --vocab-size 6000 --max-source 32 --max-target 28 --out "$out/data"
"$ardiff" train --config "$here/twin.json" --decoder autoregressive --data "$out/data" --out "$out/twin"

# What the teacher writes for every training sentence; one source in fifty gets a word that no vocabulary has.
"$ardiff" distill --model "$out/twin/model" --source "$data/train.src" --exclude "$data/valid.refs.tsv" --batch 512 --out "$out/distilled"
awk -f "$here/../unknown_words.awk" "$out/distilled/train.src" > "$out/distilled/noisy.src"
"$ardiff" prepare --source "$out/distilled/noisy.src" --target "$out/distilled/train.tgt" --valid-refs "$data/valid.refs.tsv" \
    --tokenizer "$out/data/tokenizer.model" --max-source 32 --max-target 28 --out "$out/data-distilled"

# First with PAD after the sentence, then with a head that chooses its length, then for sampling with expected words.
"$ardiff" train --config "$here/train.json" --data "$out/data-distilled" --initial "$out/twin/model" --out "$out/first"
"$ardiff" train --config "$here/length.json" --data "$out/data-distilled" --initial "$out/first/model" --out "$out/second"
"$ardiff" train --config "$here/expected.json" --data "$out/data-distilled" --initial "$out/second/model" --out "$out/run"
