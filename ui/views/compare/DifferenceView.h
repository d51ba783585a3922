// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DifferenceView: two lanes cell by cell: where they have other words, and which is surer of its own. A click moves the cursor.
#include "facts/SharedPart.h"
#include "paint/DifferenceGrid.h"
#include "views/compare/CompareView.h"
#include <QTimer>
#include <array>

class QComboBox;

namespace ard::ui {

class ElidedLabel;

class DifferenceView : public CompareView {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit DifferenceView(Session *session, QWidget *parent = nullptr);

    const DifferenceGrid &grid() const { return m_grid; }
    PageChart onPage(const QString &title) const override { return pageChart<DifferenceGrid>(title, grid().state()); }
    QComboBox *lane(std::size_t which) const { return m_lanes[which]; } ///< 0, 1
    QString summary() const;

protected:
    void rebuild() override;

private:
    void fillLanes();
    void fillRows(DifferenceGridState &state, const SeenRun &first, const SeenRun &second);
    QString sharedText(const SeenRun &first, const SeenRun &second) const;
    QString tip(const QPointF &place) const;
    QString spoken() const;
    QString tell(int position, int call) const; ///< of one cell, a line each

    std::array<QComboBox *, 2> m_lanes;
    ElidedLabel *m_summary;
    DifferenceGrid m_grid;
    std::vector<DifferenceGridState::Row> m_behind; ///< rows of later calls that are not seen any more, the last first
    std::pair<int, int> m_runs;                     ///< numbers of the runs that the rows are of
    SharedPart m_shared;                            ///< of the runs
    QTimer m_goOn;                                  ///< so many rows are made at a time
};

} // namespace ard::ui
