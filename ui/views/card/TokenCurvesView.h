// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TokenCurvesView: the chosen position over the model calls, in every lane: probability of its word, margin over the next one,
// entropy, distance to the nearest embedding. A click moves the cursor to the call.
#include "paint/CurveChart.h"
#include "views/compare/CompareView.h"

namespace ard::ui {

class ElidedLabel;

class TokenCurvesView : public CompareView {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit TokenCurvesView(Session *session, QWidget *parent = nullptr);

    const CurveChart &chart() const { return m_chart; }
    PageChart onPage(const QString &title) const override { return pageChart<CurveChart>(title, chart().state()); }
    QString title() const; ///< which token, and its words

protected:
    void rebuild() override;

private:
    QString words() const;
    QString tip(const QPointF &place) const;

    ElidedLabel *m_title;
    CurveChart m_chart;
};

} // namespace ard::ui
