// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LengthNote: what comes before the first model call: how the run came to its number of positions, as a note over the plane at the
// starting noise, where nothing is reached yet. The lengths that the length head found likeliest are bars. It takes no clicks.
#include "session/Run.h"
#include <QWidget>
#include <vector>

namespace ard::ui {

class LengthNote : public QWidget {
    Q_OBJECT

public:
    /// Stands in the middle of `over`, which has the same parent, and goes where that is too small.
    LengthNote(QWidget *over, QWidget *parent);

    /// nullptr, or a run that does not say: the note goes.
    void setRun(const Run *run);
    QString text() const { return m_text; }
    QString explanation() const { return m_explanation; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int barsHeight() const;
    int explanationHeight(int width) const;
    int lineHeight() const { return fontMetrics().height(); }
    void paintBars(QPainter &painter, const QRectF &rect) const;
    void fit();

    QString m_text, m_explanation;
    std::vector<LengthChoice::Likely> m_likely; ///< that are shown, the likeliest first
    QWidget *m_over;
    bool m_explains = true; ///< there is room for it
};

} // namespace ard::ui
