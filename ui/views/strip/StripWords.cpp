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

} // namespace ard::ui
