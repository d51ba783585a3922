// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RunNames: how runs are told apart in words: a short label for lists, everything that a run came from for the line over
// the plane, and a file name. Only what differs from the ordinary is named, so that labels stay as they are when runs come
// and go. In the window's language, but for file names.
#include "session/Run.h"
#include <QString>
#include <QStringList>

namespace ard::ui {

/// "AR-Diffusion (the paper), anchor (2N, T−1)": the kind's title and its parameters.
QString scheduleTitle(const TimestepScheduleSpec &spec);
/// "clamp: nearest word".
QString clampTitle(ClampMode clamp);
/// As the command line spells it, a long list shortened.
QString rulerTitle(const RulerSpec &ruler);
/// "Uniform", "Lagged, lag 50": the timestep schedule without its explanation, and the parameters that were changed.
QString shortSchedule(const TimestepScheduleSpec &spec);
/// "#3 Uniform · M 20 · seed 7 · tiny · two dogs"; a run that was named begins with its name.
QString runLabel(const Run &run);
/// Model, timestep schedule, ruler, M, eta, clamp, seed and what else was asked for, and whether it was recorded.
QStringList runOrigin(const Run &run);
/// What the last branch of a run changes: "position 3 pinned to “cat”", "seed 7"; empty: nothing.
QString branchChange(const Run &run);
/// "branch of #3 after model call 7: position 3 pinned to “cat”"; empty: it goes on from no run.
QString branchText(const Run &run);
/// "tiny-uniform-M20-seed7.ardrun", or the run's name; no character that a file system refuses.
QString proposedFileName(const Run &run);

} // namespace ard::ui
