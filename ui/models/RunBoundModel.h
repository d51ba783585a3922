// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunBoundModel: what the models of one run share: the run they show, which may change, grow, or be deleted under them.
#include "session/Run.h"
#include <QAbstractTableModel>
#include <QPointer>

namespace ard::ui {

class RunBoundModel : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// Resets the model. nullptr: empty.
    void setRun(Run *run);
    Run *run() const { return m_run; }

protected:
    virtual void resetState() { }       ///< inside the reset
    virtual void onFrame(int call) = 0; ///< a frame was stored
    virtual void onStateChanged() { }   ///< Run::stateChanged

private:
    void reset(Run *run);

    QPointer<Run> m_run;
};

} // namespace ard::ui
