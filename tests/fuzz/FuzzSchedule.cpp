// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people type or hand over of timestep schedules: a table, a schedule of a list, a ruler. The first byte says which.
#include "diffusion/Ruler.h"
#include "diffusion/ScheduleTable.h"
#include "diffusion/ScheduleText.h"
#include "fuzz/Harness.h"
#include <cstdlib>
#include <string_view>

using namespace ard;

namespace {

template <class T>
void saysWhy(const Result<T> &result)
{
    if (!result && result.error().message.empty())
        std::abort();
}

void table(std::string_view text)
{
    const Result<ScheduleTable> table = parseScheduleTable(text);
    saysWhy(table);
    if (!table)
        return;
    const Result<ScheduleTable> again = parseScheduleTable(scheduleTableCsv(*table));
    if (!again || *again != *table)
        std::abort();
}

void ruler(std::string_view text)
{
    const Result<RulerSpec> ruler = parseRuler(text);
    saysWhy(ruler);
    if (ruler)
        saysWhy(parseRuler(rulerText(*ruler)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data) + 1, size - 1);
    switch (data[0] % 3) {
    case 0:
        table(text);
        break;
    case 1:
        if (!text.starts_with("custom")) // that one opens a file of this name
            saysWhy(parseTimestepSchedule(std::string(text), {}));
        break;
    default:
        ruler(text);
    }
    return 0;
}

std::vector<std::vector<std::uint8_t>> ard::test::fuzzSeeds()
{
    return {seedFor(0, "p0,p1,p2\n199,199,199\n100,150,199 # half\n\n0,0,0\n"),
            seedFor(0, R"({"timesteps": [[9, 9], [5, 7], [0, 0]], "steps": 3})"),
            seedFor(0, "[[3,3],[0,0]]"),
            seedFor(1, "ar-diffusion:anchor-scale=1"),
            seedFor(1, "lagged:50"),
            seedFor(1, "block:block=4"),
            seedFor(2, "tail=5"),
            seedFor(2, "list=1999,1500,0")};
}
