// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/PlanJson.h"
#include "trace/RunJson.h"
#include <algorithm>
#include <array>

namespace ard {

namespace {

using ChangeKind = PositionChange::Kind;

constexpr std::array<const char *, 3> kindNames{"pin", "replace", "renoise"};

const char *kindName(ChangeKind kind)
{
    return kindNames[static_cast<std::size_t>(kind)];
}

std::optional<ChangeKind> kindNamed(const std::string &name)
{
    const auto *found = std::find(kindNames.begin(), kindNames.end(), name);
    if (found == kindNames.end())
        return {};
    return static_cast<ChangeKind>(found - kindNames.begin());
}

} // namespace

template <class F>
void fields(F &f, FieldsOf<F, PositionChange> change)
{
    f.choice("kind", change.kind, kindName, kindNamed, "pin, replace or renoise");
    f.integer("position", change.position, 0, kMaxLength - 1);
    f.integer("word", change.word, -1, INT32_MAX, Presence::Optional);
    f.text("text", change.text, kMaxNameBytes, Presence::Optional);
}

template <class F>
void fields(F &f, FieldsOf<F, Continuation> continuation)
{
    f.integer("from_call", continuation.fromCall, 0, kMaxSamplingSteps);
    f.integer("sampling_steps", continuation.samplingSteps, 0, kMaxSamplingSteps, Presence::Optional);
    if (f.has("seed", continuation.seed.has_value()))
        f.unsigned64("seed", f.engaged(continuation.seed));
    if (f.has("schedule", continuation.schedule.has_value()))
        f.object("schedule", f.engaged(continuation.schedule));
    if (f.has("ruler", continuation.ruler.has_value()))
        f.object("ruler", f.engaged(continuation.ruler));
    if (f.has("changes", true))
        f.objects("changes", continuation.changes, static_cast<std::size_t>(kMaxLength));
}

template void fields(FieldFiller &, Continuation &);
template void fields(FieldWriter &, const Continuation &);

} // namespace ard
