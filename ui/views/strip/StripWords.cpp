// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/strip/StripWords.h"

namespace ard::ui {

namespace {

StripWord stripWord(const QModelIndex &index)
{
    const auto phase = static_cast<TextStripModel::TokenPhase>(index.data(TextStripModel::PhaseRole).toInt());
    const QVariant starts = index.data(TextStripModel::StartsWordRole);
    StripWord word;
    word.text = index.data().toString();
    word.padding = index.data(TextStripModel::PaddingRole).toBool();
    word.changed = index.data(TextStripModel::ChangedRole).toBool();
    word.differs = index.data(TextStripModel::DiffersRole).toBool();
    word.pinned = index.data(TextStripModel::PinnedRole).toBool();
    word.startsWord = !starts.isValid() || starts.toBool();
    word.settledByWord = index.data(TextStripModel::SettledByWordRole).toInt();
    word.settledBySchedule = index.data(TextStripModel::SettledByScheduleRole).toInt();
    word.settled = phase == TextStripModel::TokenPhase::Settled;
    return word;
}

} // namespace

std::vector<StripWord> stripWords(const TextStripModel &model, int shown)
{
    std::vector<StripWord> words;
    for (int n = 0; n < std::min(shown, model.rowCount()); ++n)
        words.push_back(stripWord(model.index(n, 0)));
    return words;
}

int SpokenWords::startOf(int position) const
{
    return position >= 0 && position < static_cast<int>(ranges.size())
        ? ranges[static_cast<std::size_t>(position)].start
        : -1;
}

int SpokenWords::endOf(int position) const
{
    return position >= 0 && position < static_cast<int>(ranges.size()) ? ranges[static_cast<std::size_t>(position)].end
                                                                       : -1;
}

int SpokenWords::positionAt(int offset) const
{
    int found = -1;
    for (std::size_t n = 0; n < ranges.size(); ++n)
        if (ranges[n].start >= 0 && ranges[n].start <= offset)
            found = static_cast<int>(n);
    return found;
}

SpokenWords spokenWords(const std::vector<StripWord> &words)
{
    SpokenWords spoken;
    for (const StripWord &word : words) {
        if (word.padding || word.text.isEmpty()) {
            spoken.ranges.emplace_back();
            continue;
        }
        if (word.startsWord && !spoken.text.isEmpty())
            spoken.text += QLatin1Char(' ');
        const int start = static_cast<int>(spoken.text.size());
        spoken.text += word.text;
        spoken.ranges.push_back({start, static_cast<int>(spoken.text.size())});
    }
    return spoken;
}

} // namespace ard::ui
