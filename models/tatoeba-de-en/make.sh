#!/bin/sh
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh DATA OUT: how this model was made, from a folder with train.src, train.tgt and valid.refs.tsv (German sentences, English
# ones, and held-out pairs). Six hours on one core and the last training,
# which took 87 minutes on two cores. The model is OUT/run/model.
set -eu
data=$1 out=$2
here=$(cd "$(dirname "$0")" && pwd)
ardiff=${ARDIFF:-$here/../../build/release/bin/ardiff}

# The vocabulary, on what people wrote, and the teacher: the autoregressive twin.
"$ardiff" prepare --source "$data/train.src" --target "$data/train.tgt" --valid-refs "$data/valid.refs.tsv" \
    --vocab-size 6000 --max-source 32 --max-target 28 --out "$out/data"
"$ardiff" train --config "$here/twin.json" --decoder autoregressive --data "$out/data" --out "$out/twin"

# taught NAME SOURCE OPTIONS..: what the teacher writes for different sentences, in OUT/NAME.
taught() {
    name=$1 source=$2
    shift 2
    "$ardiff" distill --model "$out/twin/model" --source "$source" --exclude "$data/valid.refs.tsv" --batch 512 --out "$out/$name" "$@"
}

# prepared NAME FOLDER..: these folders as training data in OUT/NAME; one source in fifty gets a word that no vocabulary has.
prepared() {
    name=$1
    shift
    mkdir -p "$out/$name"
    for folder; do cat "$out/$folder/train.src"; done | awk -f "$here/../unknown_words.awk" > "$out/$name/noisy.src"
    for folder; do cat "$out/$folder/train.tgt"; done > "$out/$name/noisy.tgt"
    "$ardiff" prepare --source "$out/$name/noisy.src" --target "$out/$name/noisy.tgt" --valid-refs "$data/valid.refs.tsv" \
        --tokenizer "$out/data/tokenizer.model" --max-source 32 --max-target 28 --out "$out/$name"
}

# First with PAD after the sentence, then with a head that chooses its length, then for sampling with expected words.
taught greedy "$data/train.src"
prepared data-greedy greedy
"$ardiff" train --config "$here/train.json" --data "$out/data-greedy" --initial "$out/twin/model" --out "$out/first"
"$ardiff" train --config "$here/length.json" --data "$out/data-greedy" --initial "$out/first/model" --out "$out/second"
"$ardiff" train --config "$here/expected.json" --data "$out/data-greedy" --initial "$out/second/model" --out "$out/third"

# Then on better English for the same German, and on as much German again that nobody wrote.
taught beam "$data/train.src" --beam 3
awk -v count=160000 -f "$here/../cross_over.awk" "$out/beam/train.src" > "$out/crossed.src"
taught crossed "$out/crossed.src"
prepared data-crossed beam crossed
"$ardiff" train --config "$here/crossed.json" --data "$out/data-crossed" --initial "$out/third/model" --out "$out/run"
