#!/bin/sh
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh DATA OUT: how this model was made, from a folder with train.src, train.tgt and valid.refs.tsv (CommonGen v1.1). Five
# hours on one core. The model is OUT/run/model.
set -eu
data=$1 out=$2
here=$(cd "$(dirname "$0")" && pwd)
ardiff=${ARDIFF:-$here/../../build/release/bin/ardiff}
mkdir -p "$out"

# Half of the sentences end with a full stop and half do not: none does from here on. Four concept sets for each.
sed 's/[[:space:]]*[.!?]*[[:space:]]*$//' "$data/train.tgt" | paste "$data/train.src" - > "$out/pairs.tsv"
awk -f "$here/stem.awk" -f "$here/concepts.awk" "$out/pairs.tsv" "$out/pairs.tsv" > "$out/more.tsv"
cut -f1 "$out/more.tsv" > "$out/more.src"
cut -f2 "$out/more.tsv" > "$out/more.tgt"

# The vocabulary, and the teacher: the autoregressive twin.
"$ardiff" prepare --source "$out/more.src" --target "$out/more.tgt" --valid-refs "$data/valid.refs.tsv" \
    --vocab-size 4000 --lower --max-source 16 --max-target 24 --out "$out/data"
"$ardiff" train --config "$here/twin.json" --decoder autoregressive --data "$out/data" --out "$out/twin"

# What the teacher writes for three of five concept sets (more took too long here).
cut -f1 "$data/valid.refs.tsv" > "$out/held_out.src"
awk -f "$here/one_of_each_set.awk" "$out/held_out.src" "$out/more.src" | awk 'NR % 5 < 3' > "$out/sets.src"
"$ardiff" distill --model "$out/twin/model" --source "$out/sets.src" --beam 3 --batch 384 --out "$out/distilled"

# prepared NAME: makes the training data OUT/NAME of the pairs on standard input, each in two orders.
prepared() {
    awk -f "$here/orders.awk" > "$out/$1.tsv"
    cut -f1 "$out/$1.tsv" | awk -f "$here/../unknown_words.awk" > "$out/$1.src"
    cut -f2 "$out/$1.tsv" > "$out/$1.tgt"
    "$ardiff" prepare --source "$out/$1.src" --target "$out/$1.tgt" --valid-refs "$data/valid.refs.tsv" \
        --tokenizer "$out/data/tokenizer.model" --max-source 20 --max-target 24 --out "$out/$1"
}
paste "$out/distilled/train.src" "$out/distilled/train.tgt" > "$out/distilled/pairs.tsv"
prepared data-distilled < "$out/distilled/pairs.tsv"
awk -f "$here/stem.awk" -f "$here/said.awk" "$out/distilled/pairs.tsv" | prepared data-said

# First with PAD after the sentence, then with a head that chooses its length, then without the concepts that the teacher left out.
"$ardiff" train --config "$here/train.json" --data "$out/data-distilled" --initial "$out/twin/model" --out "$out/first"
"$ardiff" train --config "$here/length.json" --data "$out/data-distilled" --initial "$out/first/model" --out "$out/second"
"$ardiff" train --config "$here/said.json" --data "$out/data-said" --initial "$out/second/model" --out "$out/run"
