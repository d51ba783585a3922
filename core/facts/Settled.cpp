// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/Settled.h"

#include "metrics/KendallTau.h"

namespace ard {

namespace {

/// Positions that hold a word and have settled.
std::optional<double> tauOf(const std::vector<int> &calls, const std::vector<bool> &isPadding)
{
    std::vector<int> positions, settled;
    for (std::size_t n = 0; n < calls.size(); ++n) {
        if (isPadding[n] || calls[n] == 0)
            continue;
        positions.push_back(static_cast<int>(n));
        settled.push_back(calls[n]);
    }
    return kendallTau(positions, settled);
}

double shareUpTo(int call, const std::vector<int> &settled, const SettleOrder &order, bool onlyFinal)
{
    int words = 0, done = 0;
    for (std::size_t n = 0; n < settled.size(); ++n) {
        if (order.isPadding[n])
            continue;
        ++words;
        done += settled[n] > 0 && settled[n] <= call && (!onlyFinal || order.isFinal[n]);
    }
    return words > 0 ? static_cast<double>(done) / words : 0;
}

double meanEntropy(const SeenRun &run, int call)
{
    double sum = 0;
    int words = 0;
    for (int n = 0; n < run.length(); ++n) {
        const TokenState *token = run.token(call, n);
        if (!token || run.isPadding(token->wordId))
            continue;
        sum += static_cast<double>(token->entropy);
        ++words;
    }
    return words > 0 ? sum / words : 0;
}

} // namespace

SettleOrder settleOrder(const SeenRun &run)
{
    const auto length = static_cast<std::size_t>(run.length());
    SettleOrder order{std::vector<int>(length, 0), std::vector<int>(length, 0), std::vector<bool>(length, false),
                      std::vector<bool>(length, false)};
    order.isComplete = run.isEndSeen();
    for (int call = 1; call <= run.calls(); ++call) // call by call, as frames lie in memory
        for (std::size_t n = 0; n < length; ++n) {
            const auto position = static_cast<int>(n);
            const TokenState *token = run.token(call, position), *before = run.token(call - 1, position);
            if (!token)
                continue;
            if (!before || before->wordId != token->wordId)
                order.byWord[n] = call;
            if (token->timestepAfter == 0 && order.bySchedule[n] == 0)
                order.bySchedule[n] = call;
        }
    for (std::size_t n = 0; n < length; ++n) {
        const TokenState *last = run.token(run.calls(), static_cast<int>(n));
        order.isFinal[n] = last && (order.isComplete || last->timestepAfter == 0);
        order.isPadding[n] = last && run.isPadding(last->wordId);
    }
    if (order.isComplete)
        order.tauByWord = tauOf(order.byWord, order.isPadding);
    order.tauBySchedule = tauOf(order.bySchedule, order.isPadding);
    return order;
}

Curves curves(const SeenRun &run)
{
    const SettleOrder order = settleOrder(run);
    Curves curves;
    for (int call = 1; call <= run.calls(); ++call) {
        // A word at timestep 0 can be told to be final from the call in which it got there.
        const double sure = shareUpTo(call, order.bySchedule, order, true);
        curves.settledByWord.push_back(order.isComplete ? shareUpTo(call, order.byWord, order, true) : sure);
        curves.settledBySchedule.push_back(shareUpTo(call, order.bySchedule, order, false));
        curves.entropy.push_back(meanEntropy(run, call));
    }
    return curves;
}

std::vector<CallMark> callMarks(const SeenRun &run)
{
    std::vector<CallMark> marks(static_cast<std::size_t>(run.calls()));
    for (int call = 2; call <= run.calls(); ++call)
        for (int n = 0; n < run.length(); ++n) {
            const TokenState *before = run.token(call - 1, n), *now = run.token(call, n);
            marks[static_cast<std::size_t>(call - 1)].flips += before && now && before->wordId != now->wordId;
        }
    const SettleOrder order = settleOrder(run);
    for (const int call : order.bySchedule)
        if (call > 0)
            ++marks[static_cast<std::size_t>(call - 1)].clean;
    for (const int call : order.byWord)
        if (call > 0 && order.isComplete)
            ++marks[static_cast<std::size_t>(call - 1)].settles;
    return marks;
}

} // namespace ard
