#!/bin/sh
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh DATA OUT: how the model of classical verse is to be made, from a folder with quatrains.train.tsv and couplets.train.tsv
# (dynasty, author, title, then the lines without marks, tab-separated) and quatrains.valid.refs.tsv and couplets.valid.refs.tsv
# (a line and what follows it). NOT YET RUN TO ITS END: steps and shares are where to begin, from what the first twin showed
# (README.md beside it). Each part goes on where it was stopped. The model is OUT/run/model.
set -eu
data=$1 out=$2
here=$(cd "$(dirname "$0")" && pwd)
ardiff=${ARDIFF:-$here/../../build/release/bin/ardiff}
mkdir -p "$out"

# once NAME COMMAND...: does not do again what was done to its end.
once() {
    mark=$out/$1.done
    shift
    [ -f "$mark" ] && return
    "$@"
    touch "$mark"
}

# A first line becomes the rest of the quatrain with its marks; a line after 对： becomes the one that answers it. The prefix alone
# tells the two apart.
awk -F '\t' '{ print $4 "\t" $5 "。" $6 "，" $7 "。" }' "$data/quatrains.train.tsv" > "$out/quatrains.tsv"
awk -F '\t' '{ print "对：" $4 "\t" $5 }' "$data/couplets.train.tsv" > "$out/couplets.tsv"
cat "$out/quatrains.tsv" "$out/couplets.tsv" > "$out/pairs.tsv"
sed 's/^/对：/' "$data/couplets.valid.refs.tsv" > "$out/couplets.valid.refs.tsv"
cat "$data/quatrains.valid.refs.tsv" "$out/couplets.valid.refs.tsv" > "$out/valid.refs.tsv"

# prepared NAME [OPTION...]: makes the training data OUT/NAME of OUT/NAME.tsv.
prepared() {
    name=$1
    shift
    cut -f1 "$out/$name.tsv" > "$out/$name.src"
    cut -f2 "$out/$name.tsv" > "$out/$name.tgt"
    "$ardiff" prepare --source "$out/$name.src" --target "$out/$name.tgt" --valid-refs "$out/valid.refs.tsv" \
        --max-source 9 --max-target 24 --out "$out/data-$name" "$@"
}

# trained NAME CONFIG DATA OPTION...: trains OUT/NAME, or goes on from its checkpoint.
trained() {
    name=$1 config=$2 prepared=$3
    shift 3
    if [ -f "$out/$name/checkpoint.safetensors" ]; then
        [ "$1" = --initial ] && shift 2
        set -- "$@" --resume
    fi
    "$ardiff" train --config "$here/$config" --data "$out/$prepared" --out "$out/$name" "$@"
}

# One character is one piece; full-width marks stay what they are. The teacher: the autoregressive twin.
once data prepared pairs --character-model --vocab-size 5900 --normalization identity
once twin trained twin twin.json data-pairs --decoder autoregressive

# Verse is open-ended, so that the likeliest poem is a dull one: the teacher draws eight for each first line and keeps the two best
# by their form, rhyme and repetitions, and for every third couplet the best of four by how it answers.
cut -f1 "$out/quatrains.tsv" > "$out/first.src"
cut -f1 "$out/couplets.tsv" | awk 'NR % 3 == 1' > "$out/upper.src"
once first "$ardiff" distill --model "$out/twin/model" --source "$out/first.src" --exclude "$out/valid.refs.tsv" \
    --temperature 0.8 --top-p 0.95 --candidates 8 --samples 2 --choose verse --known-verse "$out/pairs.tsv" --batch 512 \
    --out "$out/first"
once upper "$ardiff" distill --model "$out/twin/model" --source "$out/upper.src" --exclude "$out/valid.refs.tsv" \
    --temperature 0.8 --top-p 0.95 --candidates 4 --samples 1 --choose verse --known-verse "$out/pairs.tsv" --batch 512 \
    --out "$out/upper"
for part in first upper; do
    paste "$out/$part/train.src" "$out/$part/train.tgt"
done > "$out/distilled.tsv"

# The model. Its length head reads from the source how long the answer is: 18 or 24 positions for the rest of a quatrain, 5 or 7 for
# a line of a couplet. It learns this, and the form of what is written shows whether it has: no rule of the program does it.
once distilled prepared distilled --tokenizer "$out/data-pairs/tokenizer.model"
once run trained run train.json data-distilled --initial "$out/twin/model"

# judged NAME REFS COMMAND [OPTION...]: what is said of verse, as text, in OUT/NAME.txt.
judged() {
    name=$1 refs=$2
    shift 2
    "$ardiff" "$@" --refs "$refs" --tokenize char --known-verse "$out/pairs.tsv" --twin "$out/twin/model" > "$out/$name.txt"
}
for kind in quatrains couplets; do
    refs=$out/$kind.valid.refs.tsv
    [ "$kind" = quatrains ] && refs=$data/quatrains.valid.refs.tsv
    cut -f2 "$refs" > "$out/$kind.people"
    judged "$kind.people" "$refs" metrics --hypotheses "$out/$kind.people"
    judged "$kind.twin" "$refs" evaluate --model "$out/twin/model"
    judged "$kind.twin-drawn" "$refs" evaluate --model "$out/twin/model" --temperature 1 --candidates 4
    judged "$kind.model" "$refs" evaluate --model "$out/run/model" --steps 20
    judged "$kind.four-seeds" "$refs" evaluate --model "$out/run/model" --steps 20 --candidates 4
    judged "$kind.ten" "$refs" evaluate --model "$out/run/model" --steps 20 --candidates 10 --choose verse
done
