// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/TextStripModel.h"
#include <algorithm>

namespace ard::ui {

int TextStripModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int TextStripModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant TextStripModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !run())
        return {};
    const int position = index.row();
    const int timestep = run()->timestep(m_step, position);
    switch (role) {
    case PhaseRole:
        return static_cast<int>(phase(position));
    case TimestepRole:
        return timestep;
    case NoiseLevelRole:
        return run()->noiseLevel(timestep);
    case SettledByWordRole:
        return run()->settle().byWord(position);
    case SettledByScheduleRole:
        return run()->settle().bySchedule(position);
    case ProvisionalRole:
        return run()->state() != Run::State::Complete;
    case FrozenRole:
        return m_step > 0 && run()->timestep(m_step - 1, position) == timestep;
    default:
        return wordData(position, role);
    }
}

QVariant TextStripModel::wordData(int position, int role) const
{
    const TokenState *token = run()->token(m_step, position);
    if (!token) // step 0: no model has looked yet
        return role == Qt::DisplayRole ? QVariant(QString()) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return run()->label(token->wordId);
    case Qt::AccessibleTextRole:
        return tr("Position %1: %2").arg(position).arg(run()->label(token->wordId));
    case WordIdRole:
        return token->wordId;
    case ProbabilityRole:
        return wordProbability(*token);
    case ChangedRole:
        return token->changed;
    case StartsWordRole:
        return run()->startsWord(token->wordId);
    case PaddingRole:
        return run()->isPadding(token->wordId);
    default:
        return {};
    }
}

QVariant TextStripModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return orientation == Qt::Vertical ? QVariant(section) : QVariant(tr("Word"));
}

QHash<int, QByteArray> TextStripModel::roleNames() const
{
    QHash<int, QByteArray> names = RunBoundModel::roleNames();
    names.insert({{PhaseRole, "phase"},
                  {WordIdRole, "wordId"},
                  {TimestepRole, "timestep"},
                  {NoiseLevelRole, "noiseLevel"},
                  {ProbabilityRole, "probability"},
                  {SettledByWordRole, "settledByWord"},
                  {SettledByScheduleRole, "settledBySchedule"},
                  {ProvisionalRole, "provisional"},
                  {ChangedRole, "changed"},
                  {StartsWordRole, "startsWord"},
                  {PaddingRole, "padding"},
                  {FrozenRole, "frozen"}});
    return names;
}

void TextStripModel::setStep(int step)
{
    step = std::clamp(step, 0, run() ? run()->frameCount() : 0);
    if (step == m_step)
        return;
    m_step = step;
    announceAll();
}

void TextStripModel::resetState()
{
    m_rows = run() ? run()->length() : 0;
    m_step = run() ? std::min(m_step, run()->frameCount()) : 0;
}

void TextStripModel::onFrame(int)
{
    announceAll(); // settle steps move with every frame
}

void TextStripModel::onStateChanged()
{
    announceAll();
}

TextStripModel::TokenPhase TextStripModel::phase(int position) const
{
    const bool untouched = run()->timestep(m_step, position) == run()->timestep(0, position);
    if (m_step == 0 || (untouched && run()->timestep(m_step, position) > 0))
        return TokenPhase::Noise;
    return run()->isSettledByWord(m_step, position) ? TokenPhase::Settled : TokenPhase::Active;
}

void TextStripModel::announceAll()
{
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, 0));
}

} // namespace ard::ui
