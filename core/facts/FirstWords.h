// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FirstWords: which run had which word when: of the sentences that the runs show, laid beside each other word by word, and of
// a reference sentence.
#include "facts/Alignment.h"

namespace ard {

/// One run's word in a column.
struct LaneWord {
    std::string text; ///< empty: the run has none there
    int first = -1;   ///< positions
    int last = -1;
    int since = 0;        ///< model call since which all of it is what it is; 0: no word
    bool isFinal = false; ///< it can change no more
    bool isFirst =
        false; ///< of the runs that have this very word for good in the column, none had it in an earlier call
};

struct WordColumn {
    std::vector<LaneWord> lanes; ///< [runs]
    bool differs = false;        ///< not all runs that have words have the same one here
    int reference = -1;          ///< index of the word of the reference that they are laid on; -1: none
};

/// The words that are seen last of every run; calls are those of the run itself. isFirst only where another run has
/// the word for good later: alone, or all at once, none is first. reference: all are laid on it, where it has words.
std::vector<WordColumn> wordColumns(const std::vector<SeenRun> &runs, const std::vector<SentenceWord> &reference = {});

/// When a run had a word of a reference.
struct ReferenceWord {
    int firstSeen =
        0;         ///< model call after which its sentence, laid on the reference, had the word first; 0: never seen
    int since = 0; ///< and since which it has had it up to what is seen last; 0: it has not got it then
    bool operator==(const ReferenceWord &) const = default;
};

/// Follows a run against a reference sentence. Laying a sentence on the reference costs most, and is done once a call.
class ReferenceTrace {
public:
    explicit ReferenceTrace(std::vector<SentenceWord> reference) : m_reference(std::move(reference)) { }

    const std::vector<SentenceWord> &reference() const { return m_reference; }
    /// Looks at calls of the run that were not looked at, at most so many. True: all that are seen have been.
    bool follow(const SeenRun &run, int most);
    /// [words of the reference] as known after so many calls; those that were not looked at count as not seen.
    std::vector<ReferenceWord> after(int calls) const;

private:
    std::vector<SentenceWord> m_reference;
    std::vector<std::vector<bool>> m_has; ///< [calls looked at][words]
};

} // namespace ard
