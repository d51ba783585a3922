// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SheetModel: the contact sheet as a table: a row a timestep schedule and seed, a column a number of sampling steps. The text of
// a cell is its sentence, or what there is instead of one.
#include "session/ContactSheet.h"
#include <QAbstractTableModel>

namespace ard::ui {

class SheetModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        IndexRole = Qt::UserRole + 1, ///< int: of the cell in the sheet
        StateRole,                    ///< int: SheetCell::State
        CostRole,                     ///< "20 calls · 182 ms"; empty: not known
        ScoreRole,                    ///< "chrF 71.3" against the reference; empty: there is none
        SameRole ///< int: the sentence is that with so many sampling steps, the most of the row; 0: it is another, or itself
    };

    /// sheet must outlive the model.
    explicit SheetModel(ContactSheet *sheet, QObject *parent = nullptr);

    /// One seed alone, an index of the sheet's; -1: all, below each other.
    void setSeed(int seed);
    int seed() const { return m_seed; }
    void setReference(const QString &sentence); ///< empty: none
    SheetPlace placeOf(const QModelIndex &index) const;
    int indexOf(const QModelIndex &index) const { return m_sheet->indexOf(placeOf(index)); }
    QModelIndex indexOfCell(int cell) const; ///< invalid: of a seed that is not shown
    bool isFirstOfSchedule(int row) const { return m_seed >= 0 || row % seedsShown() == 0; }
    QString scheduleOf(int row) const; ///< as it is called
    quint64 seedOf(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    int seedsShown() const { return m_seed >= 0 ? 1 : static_cast<int>(m_sheet->seeds().size()); }
    QString text(const SheetCell &cell) const;
    QString cost(const SheetCell &cell) const;
    QString score(const SheetCell &cell) const;
    QString tip(const QModelIndex &index) const;
    QString spoken(const QModelIndex &index) const;
    int sameAs(const QModelIndex &index) const;
    void announce(const QList<int> &cells);

    ContactSheet *m_sheet;
    int m_seed = -1;
    std::string m_reference;
};

} // namespace ard::ui
