// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EngineChip: the state of the engine in one line: a dot of its own shape, words, and a bar while something has a known
// length. Of several engines it shows the first that does not just wait, that of the form before all others.
#include "session/Engines.h"
#include <QWidget>

namespace ard::ui {

class EngineChip : public QWidget {
    Q_OBJECT

public:
    /// engines must outlive the chip.
    explicit EngineChip(Engines *engines, QWidget *parent = nullptr);
    QString text() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double progress() const; ///< 0..1, -1: none or unknown
    void drawSign(QPainter &painter, const QRectF &box) const;

    const EngineClient *engine() const; ///< that is shown
    static QString textOf(const EngineClient *engine);

    Engines *m_engines;
};

} // namespace ard::ui
