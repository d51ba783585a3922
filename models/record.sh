#!/bin/sh
# SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
# SPDX-License-Identifier: GPL-3.0-or-later
# record.sh MODEL..: records the example runs of bundled models anew (models/MODEL/runs). A run names the model folder that wrote it by
# its digest, model.json included: call this after every change there. With 20 sampling steps unless said.
set -eu
cd "$(dirname "$0")/.."
ardiff=${ARDIFF:-build/release/bin/ardiff}

# record NAME SEED SOURCE OPTIONS..
record() {
    name=$1 seed=$2 source=$3
    shift 3
    "$ardiff" generate --model "models/$model" --source "$source" --seed "$seed" "$@" --trace "models/$model/runs/$name.ardrun"
}

# The comparison that the window shows at its first start: the lanes in the order of the names.
record_tiny() {
    dogs="agent: two dogs | action: chase | object: a ball | place: in the park | time: yesterday"
    record compare_1_uniform 3 "$dogs" --schedule uniform
    record compare_2_autoregressive 3 "$dogs" --schedule autoregressive
    record compare_3_ar-diffusion 3 "$dogs"
}

record_e2e() {
    long="name: The Punter | type: restaurant | food: Italian | price: cheap | customer rating: average | area: riverside | \
family friendly: yes | near: Express by Holiday Inn"
    record long_sentence_ar-diffusion 1 "$long"
    record long_sentence_uniform 1 "$long" --schedule uniform
    record long_sentence_five_steps 1 "$long" --steps 5
    record a_failure_with_names_never_seen 1 \
        "name: Kimchi & Co | type: pub | price: more than £30 | customer rating: 5 out of 5 | area: city centre | near: 北京"
}

record_commongen() {
    record four_concepts_ar-diffusion 2 "guitar stage sing crowd"
    record four_concepts_uniform 2 "guitar stage sing crowd" --schedule uniform
    record bear_with_expected_words 1 "river bear catch fish" --clamp expected
    record a_failure_with_words_never_seen 1 "submarine volcano juggle"
}

record_tatoeba() {
    record castle_or_lock_decided_late 3 "Er öffnete das Schloss mit einem Schlüssel."
    record bank_is_bench_in_a_park 1 "Wir saßen auf der Bank im Park."
    record with_a_subordinate_clause 1 "Ich weiß nicht, ob ich heute Abend kommen kann."
    record a_failure_with_a_long_sentence 1 \
        "Meine Großmutter wohnt seit vierzig Jahren in einem kleinen Dorf in der Nähe von Hamburg."
}

for model; do
    mkdir -p "models/$model/runs"
    case $model in
        tiny) record_tiny ;;
        e2e) record_e2e ;;
        commongen) record_commongen ;;
        tatoeba-de-en) record_tatoeba ;;
        *) echo "record.sh: no example runs are known for $model" >&2; exit 2 ;;
    esac
done
