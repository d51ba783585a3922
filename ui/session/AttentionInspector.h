// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AttentionInspector: what the positions of a model call of a run looked at, in one layer and head (attention). GUI thread.
#include "session/EngineQuestion.h"

namespace ard::ui {

class AttentionInspector : public EngineQuestion {
    Q_OBJECT

public:
    explicit AttentionInspector(Engines *engines, QObject *parent = nullptr);

    /// Model call 1..M of a run (nullptr: none), layer and head from 0.
    void look(Run *run, int call, int layer, int head);
    /// What is known of that; nullptr: nothing (yet).
    const AttentionMap *answer() const { return isKnown() ? &m_answer : nullptr; }

private:
    protocol::Body request(const Place &place) const override;
    bool keep(const protocol::Body &answer) override;
    QString noAnswer() const override;

    AttentionMap m_answer;
};

} // namespace ard::ui
