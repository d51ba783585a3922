#!/bin/sh
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# record.sh MODEL..: records the example runs of bundled models anew (models/MODEL/runs). A run names the model folder that wrote it by
# its digest, model.json included: call this after every change there. All with seed 1 and 20 sampling steps unless said.
set -eu
cd "$(dirname "$0")/.."
ardiff=${ARDIFF:-build/release/bin/ardiff}

# record NAME SOURCE OPTIONS..
record() {
    name=$1 source=$2
    shift 2
    "$ardiff" generate --model "models/$model" --source "$source" --seed 1 "$@" --trace "models/$model/runs/$name.ardrun"
}

record_e2e() {
    long="name: The Punter | type: restaurant | food: Italian | price: cheap | customer rating: average | area: riverside | \
family friendly: yes | near: Express by Holiday Inn"
    record long_sentence_ar-diffusion "$long"
    record long_sentence_uniform "$long" --schedule uniform
    record long_sentence_five_steps "$long" --steps 5
    record a_failure_with_names_never_seen \
        "name: Kimchi & Co | type: pub | price: more than £30 | customer rating: 5 out of 5 | area: city centre | near: 北京"
}

for model; do
    mkdir -p "models/$model/runs"
    case $model in
        e2e) record_e2e ;;
        *) echo "record.sh: no example runs are known for $model" >&2; exit 2 ;;
    esac
done
