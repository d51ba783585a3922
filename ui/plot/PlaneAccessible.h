// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneAccessible: the plane for those who hear it. What it says is made when somebody asks: a sentence of each step would be made at
// every step of every film otherwise. Its cells are those of the table (View, Table), which can be walked through.
#include <QAccessibleWidget>

namespace ard::ui {

class PlaneView;

class PlaneAccessible : public QAccessibleWidget {
public:
    explicit PlaneAccessible(PlaneView *view);
    QString text(QAccessible::Text kind) const override;

    /// Once in a program: planes are known to QAccessible.
    static void install();
};

} // namespace ard::ui
