// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/Builders.h"
#include <algorithm>
#include <string>

namespace ard {

namespace {

/// f(n,s) = table[S-1-s][n]: the rows in the order in which they are run.
class CustomSchedule final : public TimestepSchedule {
public:
    explicit CustomSchedule(std::shared_ptr<const ScheduleTable> table) : m_table(std::move(table)) { }
    int sentenceSteps() const override { return static_cast<int>(m_table->size()); }
    void timesteps(int sentenceStep, std::span<int> out) const override
    {
        const int last = sentenceSteps() - 1;
        const auto &row = (*m_table)[static_cast<std::size_t>(last - std::clamp(sentenceStep, 0, last))];
        std::copy_n(row.begin(), out.size(), out.begin());
    }

private:
    std::shared_ptr<const ScheduleTable> m_table;
};

Status checkRow(const ScheduleTable &table, std::size_t r, const TimestepScheduleSpec &spec)
{
    const std::vector<int> &row = table[r];
    const std::string name = "Row " + std::to_string(r + 1) + " of the custom timestep schedule ";
    if (row.size() != static_cast<std::size_t>(spec.length))
        return fail(ErrorCode::InvalidArgument,
                    name + "has " + std::to_string(row.size()) + " positions, but the length is " +
                        std::to_string(spec.length) + ": give every row one timestep a position");
    const int noise = spec.diffusionSteps - 1;
    for (std::size_t n = 0; n < row.size(); ++n) {
        const std::string cell = "timestep " + std::to_string(row[n]) + " at position " + std::to_string(n);
        if (row[n] < 0 || row[n] > noise)
            return fail(ErrorCode::InvalidArgument, name + "has " + cell + ": use 0 to " + std::to_string(noise));
        if (r == 0 && row[n] != noise)
            return fail(ErrorCode::InvalidArgument,
                        name + "has " + cell + ": the first row must be all noise, " + std::to_string(noise));
        if (r + 1 == table.size() && row[n] != 0)
            return fail(ErrorCode::InvalidArgument, name + "has " + cell + ": the last row must be all clean, 0");
        if (r > 0 && row[n] > table[r - 1][n])
            return fail(ErrorCode::InvalidArgument,
                        name + "rises from " + std::to_string(table[r - 1][n]) + " to " + cell +
                            ": a word never goes back to more noise, so lower it or raise the rows above");
    }
    return {};
}

Result<std::shared_ptr<const TimestepSchedule>> makeCustom(const TimestepScheduleSpec &spec)
{
    if (!spec.table)
        return fail(ErrorCode::InvalidArgument,
                    "A custom timestep schedule needs a table: a row for each sentence step, in the "
                    "order in which they are run, with one timestep a position");
    if (spec.table->size() < 2)
        return fail(ErrorCode::InvalidArgument,
                    "A custom timestep schedule needs at least two rows: all noise, then all clean");
    for (std::size_t r = 0; r < spec.table->size(); ++r)
        ARD_TRY(checkRow(*spec.table, r, spec));
    return std::make_shared<CustomSchedule>(spec.table);
}

} // namespace

TimestepScheduleBuilder customBuilder()
{
    return {{"custom", "Custom", "The timesteps of every position as a table of your own", false, {}, true},
            makeCustom};
}

} // namespace ard
