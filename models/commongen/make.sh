#!/bin/sh
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh DATA OUT: how this model is made (under way, see docs/training.md; not run as a whole yet), from a folder with train.src, train.tgt and valid.refs.tsv (CommonGen v1.1). About two
# and a half hours on two cores. The model is OUT/run/model.
set -eu
data=$1 out=$2
here=$(cd "$(dirname "$0")" && pwd)
ardiff=${ARDIFF:-$here/../../build/release/bin/ardiff}
mkdir -p "$out"

# Half of the sentences end with a full stop and half do not: none does from here on. Four concept sets for each.
sed 's/[[:space:]]*[.!?]*[[:space:]]*$//' "$data/train.tgt" | paste "$data/train.src" - > "$out/pairs.tsv"
awk -f "$here/concepts.awk" "$out/pairs.tsv" "$out/pairs.tsv" > "$out/more.tsv"
cut -f1 "$out/more.tsv" > "$out/more.src"
cut -f2 "$out/more.tsv" > "$out/more.tgt"

# The vocabulary, and the teacher: the autoregressive twin.
"$ardiff" prepare --source "$out/more.src" --target "$out/more.tgt" --valid-refs "$data/valid.refs.tsv" \
    --vocab-size 4000 --lower --max-source 16 --max-target 24 --out "$out/data"
"$ardiff" train --config "$here/twin.json" --decoder autoregressive --data "$out/data" --out "$out/twin"

# What the teacher writes for three of five concept sets (more took too long here); each in two orders.
cut -f1 "$data/valid.refs.tsv" > "$out/held_out.src"
awk -f "$here/one_of_each_set.awk" "$out/held_out.src" "$out/more.src" | awk 'NR % 5 < 3' > "$out/sets.src"
"$ardiff" distill --model "$out/twin/model" --source "$out/sets.src" --beam 3 --batch 384 --out "$out/distilled"
paste "$out/distilled/train.src" "$out/distilled/train.tgt" | awk -f "$here/orders.awk" > "$out/distilled/pairs.tsv"
cut -f1 "$out/distilled/pairs.tsv" | awk -f "$here/../unknown_words.awk" > "$out/distilled/orders.src"
cut -f2 "$out/distilled/pairs.tsv" > "$out/distilled/orders.tgt"
"$ardiff" prepare --source "$out/distilled/orders.src" --target "$out/distilled/orders.tgt" --valid-refs "$data/valid.refs.tsv" \
    --tokenizer "$out/data/tokenizer.model" --max-source 20 --max-target 24 --out "$out/data-distilled"

# First with PAD after the sentence, then with a head that chooses its length.
"$ardiff" train --config "$here/train.json" --data "$out/data-distilled" --initial "$out/twin/model" --out "$out/first"
"$ardiff" train --config "$here/length.json" --data "$out/data-distilled" --initial "$out/first/model" --out "$out/run"
