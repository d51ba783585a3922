// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SettleMapView: when every position of the lanes settled, by its word, by the model's margin and by the timestep schedule, as a map;
// and how many model calls lie between word and timestep schedule. A click moves the cursor.
#include "facts/Settled.h"
#include "paint/SettleMap.h"
#include "views/compare/CompareView.h"

class QComboBox;

namespace ard::ui {

class ElidedLabel;

class SettleMapView : public CompareView {
    Q_OBJECT

public:
    enum Measure { ByWord, ByMargin, BySchedule }; ///< the rows of a lane, from the top

    /// session must outlive the view.
    explicit SettleMapView(Session *session, QWidget *parent = nullptr);

    const SettleMap &map() const { return m_map; }
    PageChart onPage(const QString &title) const override { return pageChart<SettleMap>(title, map().state()); }
    QComboBox *margin() const { return m_margin; }
    QString summary() const;
    QString tip(const QPointF &place) const;

protected:
    void rebuild() override;

private:
    SettleMapState::Lane laneState(int index) const;
    QString slackText(const SettleOrder &order) const;
    int laneOf(const SettleMap::Hit &hit) const { return m_first + hit.lane; }
    void onClick(const QPointF &place);

    QComboBox *m_margin;
    ElidedLabel *m_summary;
    int m_first = 0; ///< lane that is drawn on top
    SettleMap m_map;
};

} // namespace ard::ui
