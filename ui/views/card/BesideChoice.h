// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BesideChoice: what stands beside the cell of the token card: nothing, the same position in another lane, or a moment that was
// kept when it was chosen.
#include "session/Session.h"
#include <QPointer>
#include <QWidget>
#include <optional>

class QComboBox;

namespace ard::ui {

class BesideChoice : public QWidget {
    Q_OBJECT

public:
    struct Place {
        Lane *lane;
        Cell cell;
    };

    /// session must outlive the widget.
    explicit BesideChoice(Session *session, QWidget *parent = nullptr);

    /// The cell of the cursor's lane that the card shows; invalid: none.
    void setShown(const Cell &cell);
    std::optional<Place> place() const; ///< unset: nothing is to stand beside it

Q_SIGNALS:
    void changed();

private:
    struct Kept {
        QPointer<Lane> lane;
        QPointer<Run> run;
        Cell cell;
    };

    void fillList();
    void choose(int row);
    void onLane();
    bool isKeptThere() const;

    Session *m_session;
    QComboBox *m_list;
    Cell m_shown;
    QPointer<Lane> m_current;   ///< the cursor's when the list was filled
    QPointer<Lane> m_other;     ///< the lane beside it
    std::optional<Kept> m_kept; ///< or this
};

} // namespace ard::ui
