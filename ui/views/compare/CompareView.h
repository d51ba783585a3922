// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CompareView: what the charts under the lanes have in common: a row of controls, a canvas, and a chart that is made anew when
// the lanes, the cursor or the size change; not while nobody sees it.
#include "session/Comparison.h"
#include "session/Session.h"
#include "views/compare/ChartCanvas.h"
#include "views/page/OnPage.h"
#include <QWidget>

class QHBoxLayout;

namespace ard::ui {

class CompareView : public QWidget, public OnPage {
    Q_OBJECT

public:
    ChartCanvas *canvas() const { return m_canvas; }

protected:
    /// session must outlive the view.
    CompareView(Session *session, const QString &name, QWidget *parent);

    virtual void rebuild() = 0; ///< the chart, for canvas()->chartRect()
    void refresh();             ///< rebuild() and paint, or when it is seen next
    void start();               ///< at the end of a constructor
    void showEvent(QShowEvent *event) override;

    Session *session() const { return m_session; }
    const Comparison &comparison() const { return m_comparison; }
    QHBoxLayout *controls() const { return m_controls; }

private:
    Session *m_session;
    Comparison m_comparison;
    QHBoxLayout *m_controls;
    ChartCanvas *m_canvas;
};

} // namespace ard::ui
