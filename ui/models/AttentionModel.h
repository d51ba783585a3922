// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AttentionModel: one position's row (from it) or column (to it) of an attention map, a row for every position and, from it, for
// every piece of the source. Logits are told as differences from the mean of what the same position asks: a softmax does not see more.
#include "trace/Insight.h"
#include <QAbstractTableModel>
#include <QStringList>

namespace ard::ui {

/// Content or timestep logits [N x N] less the mean of each row.
std::vector<float> centredLogits(const std::vector<float> &logits, int length);

class AttentionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { WordColumn, PlaceColumn, WeightColumn, ContentColumn, TimeColumn, ColumnCount };
    enum Role { ValueRole = Qt::UserRole + 1, SourceRole }; ///< number to sort by; bool: a piece of the source

    explicit AttentionModel(QObject *parent = nullptr) : QAbstractTableModel(parent) { }

    /// words: of the N positions; source: of the S pieces, or empty where they are not known. position 0..N-1.
    void setMap(const AttentionMap &map, const QStringList &words, const QStringList &source);
    void setPosition(int position, bool toIt);
    int position() const { return m_position; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    int rows() const;
    bool isSource(int row) const { return row >= m_map.length; }
    QString wordOf(int row) const;
    double value(int row, int column) const; ///< of a number's column; NaN: none

    AttentionMap m_map; ///< its logits are centred
    QStringList m_words, m_source;
    int m_position = -1;
    bool m_toIt = false;
};

} // namespace ard::ui
