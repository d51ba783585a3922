// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diffusion/Ruler.h"
#include "base/Unicode.h"
#include <algorithm>
#include <charconv>
#include <cstdint>

namespace ard {

namespace {

using Steps = std::vector<int>;

std::string text(std::int64_t value)
{
    return std::to_string(value);
}

Steps strideSteps(int sentenceSteps, int samplingSteps)
{
    const int stride = sentenceSteps / samplingSteps;
    Steps steps(static_cast<std::size_t>(samplingSteps) + 1, 0);
    for (int i = 0; i < samplingSteps; ++i)
        steps[i] = sentenceSteps - 1 - i * stride;
    return steps;
}

/// Appends count values evenly from first down towards, and without, last.
void appendEven(Steps &steps, int first, int last, int count)
{
    for (std::int64_t i = 0; i < count; ++i)
        steps.push_back(static_cast<int>(first - i * (first - last) / count));
}

Result<Steps> tailSteps(int sentenceSteps, int samplingSteps, int tail, int length)
{
    const int head = samplingSteps - tail;
    const int first = std::min(length, sentenceSteps) - 1; // where the tail begins
    if (tail < 1 || head < 1)
        return fail(ErrorCode::InvalidArgument,
                    "The ruler tail=" + text(tail) + " needs more than " + text(std::max(tail, 0)) +
                        " sampling steps and a tail of at least 1; there are " + text(samplingSteps));
    if (tail > first)
        return fail(ErrorCode::InvalidArgument,
                    "The ruler tail=" + text(tail) + " spends more calls on the last " + text(length) +
                        " sentence steps than there are steps between them: use at most " + text(first));
    if (head > sentenceSteps - 1 - first)
        return fail(ErrorCode::InvalidArgument,
                    "The ruler tail=" + text(tail) + " leaves " + text(head) + " calls for " +
                        text(sentenceSteps - 1 - first) + " sentence steps: use fewer sampling steps or a longer tail");
    Steps steps;
    appendEven(steps, sentenceSteps - 1, first, head);
    appendEven(steps, first, 0, tail);
    steps.push_back(0);
    return steps;
}

Steps withEnds(const Steps &list, int sentenceSteps)
{
    Steps steps = list;
    if (steps.empty() || steps.front() != sentenceSteps - 1)
        steps.insert(steps.begin(), sentenceSteps - 1);
    if (steps.size() < 2 || steps.back() != 0)
        steps.push_back(0);
    return steps;
}

Result<Steps> listSteps(int sentenceSteps, int samplingSteps, const Steps &list)
{
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i] < 0 || list[i] >= sentenceSteps)
            return fail(ErrorCode::InvalidArgument,
                        "The ruler's list has sentence step " + text(list[i]) + ", but they run from " +
                            text(sentenceSteps - 1) + " to 0");
        if (i > 0 && list[i] >= list[i - 1])
            return fail(ErrorCode::InvalidArgument,
                        "The ruler's list must fall, but " + text(list[i]) + " follows " + text(list[i - 1]));
    }
    Steps steps = withEnds(list, sentenceSteps);
    if (static_cast<std::size_t>(samplingSteps) + 1 != steps.size())
        return fail(ErrorCode::InvalidArgument,
                    "The ruler's list makes " + text(std::ssize(steps) - 1) + " model calls, not " +
                        text(samplingSteps) + ": leave the sampling steps out or change the list");
    return steps;
}

/// The whole text as a number in 0..INT_MAX; -1: it is none.
int number(std::string_view part)
{
    int value = -1;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
    return error == std::errc() && end == part.data() + part.size() ? value : -1;
}

Result<RulerSpec> parseList(std::string_view values)
{
    RulerSpec ruler{"list", {}, {}};
    while (!values.empty()) {
        const std::size_t end = std::min(values.find(','), values.size());
        const int step = number(values.substr(0, end));
        if (step < 0)
            return fail(ErrorCode::InvalidArgument,
                        "The ruler's list has '" + printable(std::string(values.substr(0, end)), 40) +
                            "' where a sentence step should be, such as in list=1999,1500,1000,0");
        ruler.sentenceSteps.push_back(step);
        values.remove_prefix(std::min(end + 1, values.size()));
    }
    return ruler;
}

} // namespace

const std::vector<RulerKind> &rulerKinds()
{
    static const std::vector<RulerKind> kinds{
        {"stride", "Stride (the paper)", "Every S/M-th sentence step; the last jump can be longer than the others",
         true},
        {"tail", "Tail (ours)",
         "Some of the calls go to the last N sentence steps, where left words are done and right ones are not", false},
        {"list", "List (ours)", "Just these sentence steps", false}};
    return kinds;
}

Result<RulerSpec> parseRuler(std::string_view spelled)
{
    const std::size_t equals = spelled.find('=');
    const std::string_view kind = spelled.substr(0, equals),
                           value = equals == spelled.npos ? std::string_view() : spelled.substr(equals + 1);
    if (kind == "stride" && equals == spelled.npos)
        return RulerSpec{};
    if (kind == "tail") {
        RulerSpec ruler{"tail", number(value), {}};
        if (ruler.tail < 1)
            return fail(ErrorCode::InvalidArgument, "The ruler tail needs a number of model calls, such as tail=5");
        return ruler;
    }
    if (kind == "list" && !value.empty())
        return parseList(value);
    return fail(ErrorCode::InvalidArgument,
                "There is no ruler '" + printable(std::string(spelled), 64) + "': use stride, tail=K or list=S,S,..");
}

std::string rulerText(const RulerSpec &ruler)
{
    if (ruler.kind == "tail")
        return "tail=" + text(ruler.tail);
    std::string spelled = ruler.kind;
    if (ruler.kind == "list")
        for (std::size_t i = 0; i < ruler.sentenceSteps.size(); ++i)
            spelled += (i ? "," : "=") + text(ruler.sentenceSteps[i]);
    return spelled;
}

int modelCallsOf(const RulerSpec &ruler, int sentenceSteps, int samplingSteps)
{
    return ruler.kind == "list" ? static_cast<int>(withEnds(ruler.sentenceSteps, sentenceSteps).size()) - 1
                                : samplingSteps;
}

Result<std::vector<int>> executedSentenceSteps(int sentenceSteps, int samplingSteps, const RulerSpec &ruler, int length)
{
    if (samplingSteps < 1)
        return fail(ErrorCode::InvalidArgument,
                    "The number of sampling steps must be at least 1, not " + text(samplingSteps));
    if (samplingSteps > sentenceSteps)
        return fail(ErrorCode::InvalidArgument,
                    "There are " + text(sentenceSteps) + " sentence steps: take at most as many sampling steps, not " +
                        text(samplingSteps));
    if (ruler.kind == "stride")
        return strideSteps(sentenceSteps, samplingSteps);
    if (ruler.kind == "tail")
        return tailSteps(sentenceSteps, samplingSteps, ruler.tail, length);
    if (ruler.kind == "list")
        return listSteps(sentenceSteps, samplingSteps, ruler.sentenceSteps);
    return fail(ErrorCode::InvalidArgument,
                "There is no ruler '" + printable(ruler.kind, 64) + "': choose stride, tail or list");
}

} // namespace ard
