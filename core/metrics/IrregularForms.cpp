// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/IrregularForms.h"
#include "base/Unicode.h"
#include <unordered_map>

namespace ard {

namespace {

/// Dictionary form, then its irregular forms. Words whose forms are all alike (cut, set, sheep) need no line.
// clang-format off
constexpr std::string_view families[] = {
    "arise arose arisen", "awake awoke awoken", "be am is are was were been", "bear bore borne", "beat beaten",
    "become became", "begin began begun", "bend bent", "bid bade bidden", "bind bound", "bite bit bitten",
    "bleed bled", "blow blew blown", "break broke broken", "breed bred", "bring brought", "build built",
    "burn burnt", "buy bought", "calf calves", "catch caught", "child children", "choose chose chosen",
    "cling clung", "come came", "creep crept", "crisis crises", "deal dealt", "dig dug", "do does did done",
    "draw drew drawn", "dream dreamt", "drink drank drunk", "drive drove driven", "dwell dwelt", "eat ate eaten",
    "elf elves", "fall fell fallen", "feed fed", "feel felt", "fight fought", "find found", "fireman firemen",
    "fisherman fishermen", "flee fled", "fling flung", "fly flew flown", "foot feet", "forbid forbade forbidden",
    "foresee foresaw foreseen", "forget forgot forgotten", "forgive forgave forgiven", "freeze froze frozen",
    "gentleman gentlemen", "get got gotten", "give gave given", "go goes went gone", "goose geese",
    "grandchild grandchildren", "grind ground", "grow grew grown", "half halves", "hang hung", "have has had",
    "hear heard", "hide hid hidden", "hold held", "hoof hooves", "keep kept", "kneel knelt", "knife knives",
    "know knew known", "lay laid", "lead led", "leaf leaves", "lean leant", "leap leapt", "learn learnt",
    "leave left", "lend lent", "lie lain lying", "life lives", "light lit", "loaf loaves", "lose lost", "louse lice",
    "make made", "man men", "mean meant", "medium media", "meet met", "mistake mistook mistaken", "mouse mice",
    "mow mown", "overcome overcame", "overtake overtook overtaken", "ox oxen", "pay paid", "person people",
    "phenomenon phenomena", "policeman policemen", "rebuild rebuilt", "ride rode ridden", "ring rang rung",
    "rise rose risen", "run ran", "say said", "scarf scarves", "see saw seen", "seek sought", "self selves",
    "sell sold", "send sent", "sew sewn", "shake shook shaken", "shave shaven", "shear shorn", "sheaf sheaves",
    "shelf shelves", "shine shone", "shoot shot", "show shown", "shrink shrank shrunk", "sing sang sung",
    "sink sank sunk", "sit sat", "slay slew slain", "sleep slept", "slide slid", "sling slung", "snowman snowmen",
    "sow sown", "speak spoke spoken", "speed sped", "spell spelt", "spend spent", "spill spilt", "spin spun",
    "spit spat", "spoil spoilt", "spring sprang sprung", "stand stood", "steal stole stolen", "stick stuck",
    "sting stung", "stink stank stunk", "strew strewn", "stride strode stridden", "strike struck stricken",
    "string strung", "strive strove striven", "swear swore sworn", "sweep swept", "swell swollen", "swim swam swum",
    "swing swung", "take took taken", "teach taught", "tear tore torn", "tell told", "thief thieves",
    "think thought", "throw threw thrown", "tie tied tying", "tooth teeth", "tread trod trodden",
    "undergo underwent undergone", "understand understood", "undertake undertook undertaken", "undo undid undone",
    "wake woke woken", "wear wore worn", "weave wove woven", "weep wept", "wife wives", "win won", "wind wound",
    "withdraw withdrew withdrawn", "withstand withstood", "wolf wolves", "woman women", "wring wrung",
    "write wrote written",
};
// clang-format on

std::unordered_map<std::string_view, std::string_view> formsOfFamilies()
{
    std::unordered_map<std::string_view, std::string_view> forms;
    for (const std::string_view family : families) {
        const auto words = splitWords(family);
        for (std::size_t i = 1; i < words.size(); ++i)
            forms.emplace(words[i], words.front());
    }
    return forms;
}

} // namespace

std::string_view dictionaryForm(std::string_view word)
{
    static const auto forms = formsOfFamilies();
    const auto found = forms.find(word);
    return found == forms.end() ? word : found->second;
}

} // namespace ard
