// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FilmModel: what the models of one lane share: its film, whose run may change, grow, or be deleted under them, and the
// cursor, which says at which moment of it and with how much sight they read.
#include "session/Cursor.h"
#include <QAbstractTableModel>
#include <QPointer>

namespace ard::ui {

class FilmModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// Both must outlive the model, or setLane() comes first. lane: one of the cursor's board.
    FilmModel(Lane *lane, const Cursor *cursor, QObject *parent = nullptr);

    const Film *film() const { return m_lane->film(); }
    void setLane(Lane *lane); ///< one of the cursor's board; the model is reset
    Moment moment() const { return m_cursor->momentIn(m_lane); }
    Sight sight() const { return m_cursor->sight(); }
    /// The reader is not to know it yet.
    bool isAhead(Moment other) const { return sight() == Sight::UpToMoment && other > moment(); }

protected:
    virtual void resetState() = 0;                ///< inside a reset of the model; also called by start()
    virtual void onGrew(int first, int last) = 0; ///< these model calls are there
    virtual void onMoment() = 0;                  ///< moment() or sight() may be another
    virtual void onStateChanged() { onMoment(); } ///< of the run
    const Lane *lane() const { return m_lane; }
    const Cursor *cursor() const { return m_cursor; }
    void start(); ///< at the end of a constructor

private:
    void reset();
    void watch();

    QPointer<Lane> m_lane;
    const Cursor *m_cursor;
};

} // namespace ard::ui
