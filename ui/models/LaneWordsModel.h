// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneWordsModel: the sentences of all lanes at the cursor's place, laid beside each other word by word: a row a lane, in front of
// them one for the reference sentence where there is one; a column a word.
#include "facts/FirstWords.h"
#include "session/Comparison.h"
#include <QAbstractTableModel>

namespace ard::ui {

class LaneWordsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        DiffersRole = Qt::UserRole + 1, ///< bool: the lanes have not all the same word in the column
        SinceRole,                      ///< model call since which the lane has the word; 0: no word
        FinalRole,                      ///< bool: it can change no more
        FirstRole,                      ///< bool: no lane that has this word for good had it earlier
        PositionRole,                   ///< of its first piece; -1: none
        LaneRole,                       ///< index on the board; -1: the reference
        ReferenceFirstRole, ///< model call after which the lane had the word of the reference first; 0: never
        ReferenceSinceRole  ///< and since which it has had it; 0: it has not got it
    };

    /// comparison must outlive the model.
    explicit LaneWordsModel(const Comparison *comparison, QObject *parent = nullptr);

    /// While it does not follow, it stays as it is: for a view that nobody sees.
    void setFollowing(bool follows);
    /// Empty: none.
    void setReference(const QString &sentence);
    bool hasReference() const { return !m_reference.empty(); }
    void setOnlyDifferences(bool only); ///< columns in which all lanes agree are left out
    int laneOfRow(int row) const { return row - (hasReference() ? 1 : 0); } ///< -1: the reference
    int wordCount() const { return static_cast<int>(m_columns.size()); }    ///< also those that are left out
    int differingCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Vertical: the lane's letter, or what says reference. Horizontal: number of the word, from 1.
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    void onChanged();
    void reload();
    void followReference();
    const WordColumn &columnAt(int column) const;
    QVariant laneData(const WordColumn &column, int lane, int role) const;
    QVariant referenceData(const WordColumn &column, int role) const;
    QString spoken(const LaneWord &word, int lane) const;

    const Comparison *m_comparison;
    std::vector<SentenceWord> m_reference;
    bool m_onlyDifferences = false;
    bool m_follows = true;
    bool m_isStale = false; ///< something changed while it did not follow
    std::vector<WordColumn> m_columns;
    std::vector<int> m_shown; ///< indices of m_columns
    int m_lanes = 0;
    std::vector<ReferenceTrace> m_traces;                ///< [lanes], without a reference none
    std::vector<std::pair<int, const Run *>> m_followed; ///< [lanes] run that the trace is of: number and address
    std::vector<std::vector<ReferenceWord>> m_hits;      ///< [lanes][words of the reference]
    QTimer m_goOn;                                       ///< the traces look at so many calls at a time
};

} // namespace ard::ui
