// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneNames: what is said of a lane beside others, in words: what it is, what it cost, whether it began with the same noise,
// and what one has to know not to be misled. In the window's language.
#include "session/Session.h"

namespace ard::ui {

/// What the run of the lane was asked, or the next one will be.
GenerationRequest laneRequest(const Lane &lane, const GenerationForm &form);
/// Its timestep schedule, and what else is not the same in all lanes of the board; the user's own title where there is one.
QString laneTitle(const Lane &lane, Session &session);
/// The model of its run, or of the next one, in the window's language.
QString modelTitle(const Lane &lane, Session &session);
/// "20 of 20 calls · 182 ms"; empty without a run.
QString laneCost(const Lane &lane);

/// Whether the lane starts from the noise that the others start from.
struct NoiseBadge {
    bool same = false; ///< as the first of the other lanes
    QString text;      ///< "same noise · seed 1", or the reason why not
};
NoiseBadge noiseBadge(const Lane &lane, Session &session);

/// "live", "recorded: file", the model, seed, M; whether it was trained on this timestep schedule; why it ended. In the order of
/// weight. Without a run: that, the model, and what stands against it.
QStringList laneHonesty(const Lane &lane, Session &session);
/// Why the model that the lane has of its own cannot be loaded; empty: it can, or is being loaded.
QString modelProblem(const Lane &lane, Session &session);
/// Why this timestep schedule is off the training of the model of the run; empty: it is not, or nobody knows.
QString offTraining(const Lane &lane, Session &session);

} // namespace ard::ui
