// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/CallStagesModel.h"
#include "session/Run.h"
#include <QFont>
#include <QLocale>
#include <algorithm>

namespace ard::ui {

void CallStagesModel::setInside(std::optional<CallInside> inside)
{
    beginResetModel();
    m_inside = std::move(inside);
    endResetModel();
}

void CallStagesModel::setStage(int stage)
{
    const int wanted = std::clamp(stage, 0, static_cast<int>(kCallStages) - 1);
    if (wanted == m_stage)
        return;
    m_stage = wanted;
    if (columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Vertical, 0, static_cast<int>(kCallStages) - 1);
}

QString CallStagesModel::title(CallStage stage)
{
    switch (stage) {
    case CallStage::Noisy:
        return tr("Noisy in");
    case CallStage::Prediction:
        return tr("Prediction");
    case CallStage::Clamped:
        return tr("Clamp");
    case CallStage::Step:
        return tr("Step");
    case CallStage::Noise:
        return tr("Noise");
    }
    return {};
}

int CallStagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_inside ? 0 : static_cast<int>(kCallStages);
}

int CallStagesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_inside ? 0 : static_cast<int>(m_inside->headWords.size());
}

QString CallStagesModel::label(std::int32_t word) const
{
    const auto known = m_inside->words.find(word);
    return known == m_inside->words.end() ? QStringLiteral("#%1").arg(word)
                                          : Run::labelOf(QString::fromStdString(known->second));
}

QVariant CallStagesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == CurrentRole)
        return index.row() == m_stage;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignCenter);
    if (index.row() > m_stage)
        return {};
    const auto row = static_cast<std::size_t>(index.row()), column = static_cast<std::size_t>(index.column());
    const CallStageView &stage = m_inside->stages[row];
    const QString word = label(stage.words[column]);
    const bool changed = row > 0 && m_inside->stages[row - 1].words[column] != stage.words[column];
    switch (role) {
    case Qt::DisplayRole:
        return word;
    case Qt::AccessibleTextRole:
        return tr("%1, position %2: %3").arg(title(static_cast<CallStage>(row))).arg(index.column()).arg(word);
    case Qt::ToolTipRole:
        return tr("Nearest word: %1, distance %2")
            .arg(word, QLocale().toString(static_cast<double>(stage.distance[column]), 'f', 3));
    case Qt::FontRole: {
        QFont font;
        font.setBold(changed);
        return font;
    }
    case WordIdRole:
        return stage.words[column];
    case DistanceRole:
        return stage.distance[column];
    case ChangedRole:
        return changed;
    default:
        return {};
    }
}

QVariant CallStagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal)
        return role == Qt::DisplayRole && section >= 0 && section < columnCount() ? QVariant(section) : QVariant();
    if (section < 0 || section >= static_cast<int>(kCallStages))
        return {};
    if (role == Qt::DisplayRole)
        return QStringLiteral("%1  %2").arg(section + 1).arg(title(static_cast<CallStage>(section)));
    return role == CurrentRole ? QVariant(section == m_stage) : QVariant();
}

} // namespace ard::ui

#include "moc_CallStagesModel.cpp"
