// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Builders: what a kind's file gives to the registry. Internal to core/diffusion.
#include "diffusion/TimestepSchedule.h"

namespace ard {

/// A registry line. The builder may rely on N and T being in range.
struct TimestepScheduleBuilder {
    TimestepScheduleKind kind;
    Result<std::shared_ptr<const TimestepSchedule>> (*make)(const TimestepScheduleSpec &spec);
};

TimestepScheduleBuilder uniformBuilder();
TimestepScheduleBuilder arDiffusionBuilder();
TimestepScheduleBuilder autoregressiveBuilder();
TimestepScheduleBuilder laggedBuilder();
TimestepScheduleBuilder blockBuilder();
TimestepScheduleBuilder customBuilder();
TimestepScheduleBuilder learnedBuilder();

} // namespace ard
