// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/AttentionModel.h"
#include <QLocale>
#include <cmath>
#include <limits>
#include <numeric>

namespace ard::ui {

std::vector<float> centredLogits(const std::vector<float> &logits, int length)
{
    std::vector<float> centred = logits;
    for (auto row = centred.begin(); row != centred.end(); row += length) {
        const float mean = std::accumulate(row, row + length, 0.0F) / static_cast<float>(length);
        std::for_each(row, row + length, [mean](float &value) { value -= mean; });
    }
    return centred;
}

void AttentionModel::setMap(const AttentionMap &map, const QStringList &words, const QStringList &source)
{
    beginResetModel();
    m_map = map;
    m_map.content = centredLogits(map.content, map.length);
    m_map.time = centredLogits(map.time, map.length);
    m_words = words;
    m_source = source;
    endResetModel();
}

void AttentionModel::setPosition(int position, bool toIt)
{
    if (position == m_position && toIt == m_toIt)
        return;
    beginResetModel();
    m_position = position;
    m_toIt = toIt;
    endResetModel();
}

int AttentionModel::rows() const
{
    if (m_position < 0 || m_position >= m_map.length)
        return 0;
    return m_map.length + (m_toIt ? 0 : m_map.sourceLength);
}

int AttentionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows();
}

int AttentionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString AttentionModel::wordOf(int row) const
{
    return isSource(row) ? m_source.value(row - m_map.length) : m_words.value(row);
}

double AttentionModel::value(int row, int column) const
{
    if (column == PlaceColumn)
        return row;
    const auto at = [](const std::vector<float> &values, int asks, int looked, int width) {
        return static_cast<double>(values[static_cast<std::size_t>(asks) * static_cast<std::size_t>(width) +
                                          static_cast<std::size_t>(looked)]);
    };
    if (isSource(row))
        return column == WeightColumn ? at(m_map.cross, m_position, row - m_map.length, m_map.sourceLength)
                                      : std::numeric_limits<double>::quiet_NaN();
    const std::vector<float> &of = column == WeightColumn ? m_map.weights
        : column == ContentColumn                         ? m_map.content
                                                          : m_map.time;
    return m_toIt ? at(of, row, m_position, m_map.length) : at(of, m_position, row, m_map.length);
}

QVariant AttentionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row(), column = index.column();
    if (role == SourceRole)
        return isSource(row);
    if (role == Qt::TextAlignmentRole && column >= WeightColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == ValueRole)
        return column == WordColumn ? QVariant(wordOf(row)) : QVariant(value(row, column));
    if (role != Qt::DisplayRole)
        return {};
    if (column == WordColumn)
        return wordOf(row);
    if (column == PlaceColumn)
        return isSource(row) ? tr("source %1").arg(row - m_map.length) : QString::number(row);
    const double number = value(row, column);
    if (!std::isfinite(number))
        return QString();
    const QString text = column == WeightColumn ? tr("%1 %", "a share").arg(QLocale().toString(number * 100, 'f', 1))
                                                : QLocale().toString(number, 'f', 2);
    return column != WeightColumn && number >= 0 ? QLatin1Char('+') + text : text;
}

QVariant AttentionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::ToolTipRole && section == ContentColumn)
        return tr("The part of the logit that comes from what stands there: (q + r_w) · k / √d, less its mean over the "
                  "positions");
    if (role == Qt::ToolTipRole && section == TimeColumn)
        return tr("The part of the logit that comes from the timestep there: (q + r_r) · τ(t) / √d, less its mean over "
                  "the positions");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WordColumn:
        return tr("Word");
    case PlaceColumn:
        return tr("Position");
    case WeightColumn:
        return tr("Weight");
    case ContentColumn:
        return tr("by content");
    case TimeColumn:
        return tr("by timestep");
    default:
        return {};
    }
}

} // namespace ard::ui

#include "moc_AttentionModel.cpp"
