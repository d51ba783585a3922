// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Selection: the cell that all views show, one object. Its call follows the transport (Session links them): a selected
// position can be watched through the film. GUI thread.
#include <QObject>

namespace ard::ui {

/// position 0..N-1, call 0..M (0: the starting noise); -1: none.
struct Cell {
    int position = -1;
    int call = -1;
    bool isValid() const { return position >= 0 && call >= 0; }
    bool operator==(const Cell &) const = default;
};

class Selection : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    Cell selected() const { return m_selected; }
    Cell hovered() const { return m_hovered; }

public Q_SLOTS:
    void select(int position, int call);
    void select(ard::ui::Cell cell);
    void setCall(int call); ///< keeps the position; nothing when none is selected
    void hover(int position, int call);
    void clearHover();
    void clear(); ///< selection and hover

Q_SIGNALS:
    void selectedChanged(ard::ui::Cell cell);
    void hoveredChanged(ard::ui::Cell cell);

private:
    Cell m_selected;
    Cell m_hovered;
};

} // namespace ard::ui
