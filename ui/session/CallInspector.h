// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CallInspector: what happened inside a model call of a run, told of one position in full (inspect_call). GUI thread.
#include "session/EngineQuestion.h"

namespace ard::ui {

class CallInspector : public EngineQuestion {
    Q_OBJECT

public:
    explicit CallInspector(Engines *engines, QObject *parent = nullptr);

    /// Model call 1..M of a run (nullptr: none), position 0..N-1.
    void look(Run *run, int call, int position);
    /// What is known of that; nullptr: nothing (yet).
    const CallInside *answer() const { return isKnown() ? &m_answer : nullptr; }

private:
    protocol::Body request(const Place &place) const override;
    bool keep(const protocol::Body &answer) override;
    QString noAnswer() const override;

    CallInside m_answer;
};

} // namespace ard::ui
