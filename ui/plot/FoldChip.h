// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FoldChip: the edge along the right of the plane as a button: shows the positions that are folded away, or folds them.
#include "paint/FoldMark.h"
#include <QAbstractButton>

namespace ard::ui {

class FoldChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit FoldChip(QWidget *parent = nullptr);
    /// positions: that can be folded away; 0: hidden, as it is where something else needs its place.
    void show(int positions, bool folded, bool hasPlace);
    int positions() const { return m_state.positions; }
    bool isFolded() const { return m_state.folded; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tell();

    FoldMarkState m_state;
};

} // namespace ard::ui
