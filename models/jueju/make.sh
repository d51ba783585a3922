#!/bin/sh
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh DATA OUT: makes the model of classical verse from a folder with quatrains.train.tsv and couplets.train.tsv (dynasty, author,
# title, then the lines without marks, tab-separated) and quatrains.valid.refs.tsv and couplets.valid.refs.tsv (a line and what follows
# it), and judges it. About two hours of two cores, of which the model has had too few: README.md beside it. Each part goes on where it was stopped.
# The model is OUT/run/model.
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

# A first line becomes the rest of the quatrain with its marks; a line after 对： becomes the one that answers it; a line after 联： becomes the
# rest of the middle of an eight-line poem, its two couplets, whose lower lines rhyme. The prefix alone tells the three apart.
awk -F '\t' '{ print $4 "\t" $5 "。" $6 "，" $7 "。" }' "$data/quatrains.train.tsv" > "$out/quatrains.tsv"
awk -F '\t' '{ print "对：" $4 "\t" $5 }' "$data/couplets.train.tsv" > "$out/couplets.tsv"
awk -F '\t' -f "$here/middles.awk" "$data/couplets.train.tsv" | LC_ALL=C sort > "$out/middles.tsv"
cat "$out/quatrains.tsv" "$out/couplets.tsv" > "$out/pairs.tsv"
awk 'NR % 2 == 1' "$out/couplets.tsv" | cat "$out/quatrains.tsv" "$out/middles.tsv" - > "$out/linked.tsv"
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

# One character is one piece; full-width marks stay what they are, and traditional characters are read as simplified ones (OpenCC's table,
# those characters whose simplified form is in the text: `opencc -c t2s`). The teacher: the autoregressive twin.
once data prepared pairs --character-model --vocab-size 5900 --read-as "$here/traditional.tsv"
# The middles are there to teach rhyme.
once linked prepared linked --tokenizer "$out/data-pairs/tokenizer.model"
once twin trained twin twin.json data-linked --decoder autoregressive

# The model learns from people's verse, from the twin's weights and from states that drawn words make: verse is open-ended, so that what
# teaches it has to stay so. Its length head reads from the source how long the answer is: 18 or 24 positions for the rest of a quatrain,
# 5 or 7 for a line of a couplet. It learns this, and the form of what is written shows whether it has: no rule of the program does it.
once run trained run train.json data-linked --initial "$out/twin/model"

# judged NAME REFS COMMAND [OPTION...]: what is said of verse, as text, in OUT/NAME.txt.
judged() {
    name=$1 refs=$2
    shift 2
    "$ardiff" "$@" --refs "$refs" --tokenize char --known-verse "$out/pairs.tsv" --twin "$out/twin/model" > "$out/$name.txt"
}
for kind in quatrains couplets; do
    refs=$out/couplets.valid.refs.tsv
    [ "$kind" = quatrains ] && refs=$data/quatrains.valid.refs.tsv
    some=$out/$kind.quarter.tsv
    awk 'NR % 4 == 1' "$refs" > "$some"
    cut -f2 "$refs" > "$out/$kind.people"
    judged "$kind.people" "$refs" metrics --hypotheses "$out/$kind.people"
    twin=$out/twin/model model=$out/run/model
    judged "$kind.twin" "$refs" evaluate --model "$twin"
    judged "$kind.twin-drawn" "$refs" evaluate --model "$twin" --temperature 0.6 --top-p 0.95
    judged "$kind.twin-best" "$some" evaluate --model "$twin" --temperature 0.6 --top-p 0.95 --candidates 4 --choose verse
    judged "$kind.twin-one" "$some" evaluate --model "$twin" --temperature 1 --candidates 4
    set -- --steps 20 --clamp drawn --temperature 0.6
    judged "$kind.model" "$refs" evaluate --model "$model" "$@"
    judged "$kind.nearest" "$refs" evaluate --model "$model" --steps 20 --clamp nearest
    judged "$kind.three" "$refs" evaluate --model "$model" "$@" --steps 3
    judged "$kind.uniform" "$refs" evaluate --model "$model" "$@" --schedule uniform
    judged "$kind.autoregressive" "$refs" evaluate --model "$model" "$@" --schedule autoregressive
    judged "$kind.four-seeds" "$some" evaluate --model "$model" "$@" --candidates 4
    judged "$kind.ten" "$some" evaluate --model "$model" "$@" --candidates 10 --choose verse
done
