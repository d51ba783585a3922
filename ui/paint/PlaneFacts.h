// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlaneFacts: what follows from the state of a plane, for its host on screen and for pages alike: values of a frame's
// cells, the line under the title, what the legend has to say.
#include "paint/LegendPainter.h"
#include "paint/PlaneState.h"
#include "trace/StepFrame.h"
#include <functional>

namespace ard::ui {

/// The next frame's values; false, and nothing changes: it is not of as many positions as the plane.
/// wordOf: what a word id is called, for the words in the cells; without it there are none.
using WordOf = std::function<CellWord(std::int32_t)>;
bool addFrame(PlaneState &plane, const StepFrame &frame, const WordOf &wordOf = {});
/// "model call 13 of 20 · sentence step 712 of 2012 · next jump to 612"; of a plan how many calls, and its jumps.
QString planeSubtitle(const PlaneState &plane);
LegendContent planeLegend(const PlaneState &plane);

} // namespace ard::ui
