// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SourceNote: what became of the source in the model, told beside the field: pieces that it does not know, and that it was
// cut. Said by the engine for every run; hidden while there is nothing to tell, or another source stands in the field.
#include "plot/ElidedLabel.h"
#include "session/Session.h"

namespace ard::ui {

class SourceNote : public ElidedLabel {
    Q_OBJECT

public:
    /// session must outlive the note.
    explicit SourceNote(Session *session, QWidget *parent = nullptr);

private:
    void follow(Run *run);
    void refresh();

    Session *m_session;
    QPointer<Run> m_run; ///< the newest one of this session's engine
};

} // namespace ard::ui
