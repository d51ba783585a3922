// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SettleView: in which order the words of the lanes settle, by word or by timestep, with Kendall's tau beside each lane. A click
// moves the cursor.
#include "paint/SettleChart.h"
#include "views/compare/CompareView.h"

class QComboBox;

namespace ard::ui {

class SettleView : public CompareView {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit SettleView(Session *session, QWidget *parent = nullptr);

    const SettleChart &chart() const { return m_chart; }
    PageChart onPage(const QString &title) const override { return pageChart<SettleChart>(title, chart().state()); }
    QComboBox *measure() const { return m_measure; } ///< 0: by word, 1: by timestep
    QString tip(const QPointF &place) const;

protected:
    void rebuild() override;

private:
    SettleChartState::Lane lane(int index) const;
    void onClick(const QPointF &place);

    QComboBox *m_measure;
    SettleChart m_chart;
};

} // namespace ard::ui
