// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CurvesView: how much of the sentence has settled, and how unsure the model is, against model calls, a line a lane. A click
// moves the cursor.
#include "paint/CurveChart.h"
#include "views/compare/CompareView.h"

class QComboBox;

namespace ard::ui {

class CurvesView : public CompareView {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit CurvesView(Session *session, QWidget *parent = nullptr);

    const CurveChart &chart() const { return m_chart; }
    PageChart onPage(const QString &title) const override { return pageChart<CurveChart>(title, chart().state()); }
    QComboBox *measure() const { return m_measure; } ///< 0: by word, 1: by timestep

protected:
    void rebuild() override;

private:
    QString tip(const QPointF &place) const;

    QComboBox *m_measure;
    CurveChart m_chart;
};

} // namespace ard::ui
