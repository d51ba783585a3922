// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts/Settled.h"

#include "facts/SettleHistory.h"
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

/// The history that the run comes with, or one made for this.
class HistoryOf {
public:
    explicit HistoryOf(const SeenRun &run) : m_kept(run.history())
    {
        if (!m_kept)
            m_own.follow(run.record(), run.calls());
    }
    const SettleHistory *operator->() const { return m_kept ? m_kept : &m_own; }

private:
    const SettleHistory *m_kept;
    SettleHistory m_own;
};

SettleOrder orderOf(const SeenRun &run, const HistoryOf &history)
{
    const auto length = static_cast<std::size_t>(run.length());
    SettleOrder order{std::vector<int>(length, 0), std::vector<int>(length, 0), std::vector<bool>(length, false),
                      std::vector<bool>(length, false)};
    order.isComplete = run.isEndSeen();
    for (std::size_t n = 0; n < length; ++n) {
        const auto position = static_cast<int>(n);
        order.byWord[n] = history->byWord(position, run.calls());
        order.bySchedule[n] = history->bySchedule(position, run.calls());
        const TokenState *last = run.token(run.calls(), position);
        order.isFinal[n] = last && (order.isComplete || last->timestepAfter == 0);
        order.isPadding[n] = last && run.isPadding(last->wordId);
    }
    if (order.isComplete)
        order.tauByWord = tauOf(order.byWord, order.isPadding);
    order.tauBySchedule = tauOf(order.bySchedule, order.isPadding);
    return order;
}

/// [calls] the share of the words that had settled after each call.
std::vector<double> sharesOf(const std::vector<int> &settled, const SettleOrder &order, bool onlyFinal, int calls)
{
    std::vector<double> shares(static_cast<std::size_t>(calls), 0);
    int words = 0;
    for (std::size_t n = 0; n < settled.size(); ++n) {
        if (order.isPadding[n])
            continue;
        ++words;
        if (settled[n] > 0 && (!onlyFinal || order.isFinal[n]))
            ++shares[static_cast<std::size_t>(settled[n] - 1)];
    }
    double done = 0;
    for (double &share : shares) {
        done += share;
        share = words > 0 ? done / words : 0;
    }
    return shares;
}

/// Of the most probable word over the next, 0..1.
double marginOf(const TokenState &token)
{
    return static_cast<double>(token.topProbabilities[0] - token.topProbabilities[1]);
}

} // namespace

SettleOrder settleOrder(const SeenRun &run)
{
    return orderOf(run, HistoryOf(run));
}

Curves curves(const SeenRun &run)
{
    const HistoryOf history(run);
    const SettleOrder order = orderOf(run, history);
    // A word at timestep 0 can be told to be final from the call in which it got there.
    const std::vector<int> &byWord = order.isComplete ? order.byWord : order.bySchedule;
    const auto &entropy = history->entropy();
    return {sharesOf(byWord, order, true, run.calls()),
            sharesOf(order.bySchedule, order, false, run.calls()),
            {entropy.begin(), entropy.begin() + run.calls()}};
}

std::vector<int> settledByMargin(const SeenRun &run, double margin)
{
    std::vector<int> calls(static_cast<std::size_t>(run.length()), 0);
    for (std::size_t n = 0; n < calls.size(); ++n)
        for (int call = run.calls(); call >= 1; --call) {
            const TokenState *token = run.token(call, static_cast<int>(n));
            if (!token || marginOf(*token) < margin)
                break;
            calls[n] = call;
        }
    return calls;
}

TokenCurves tokenCurves(const SeenRun &run, int position)
{
    TokenCurves curves;
    if (position < 0 || position >= run.length())
        return curves;
    for (int call = 1; call <= run.calls(); ++call) {
        const TokenState &token =
            run.record().frames[static_cast<std::size_t>(call - 1)].tokens[static_cast<std::size_t>(position)];
        curves.probability.push_back(wordProbability(token));
        curves.margin.push_back(marginOf(token));
        curves.entropy.push_back(static_cast<double>(token.entropy));
        curves.distance.push_back(static_cast<double>(token.distance));
    }
    return curves;
}

std::vector<CallMark> callMarks(const SeenRun &run)
{
    const HistoryOf history(run);
    std::vector<CallMark> marks(static_cast<std::size_t>(run.calls()));
    for (std::size_t m = 0; m < marks.size(); ++m)
        marks[m].flips = history->flips()[m];
    for (int n = 0; n < run.length(); ++n) {
        if (const int call = history->bySchedule(n, run.calls()); call > 0)
            ++marks[static_cast<std::size_t>(call - 1)].clean;
        if (const int call = history->byWord(n, run.calls()); call > 0 && run.isEndSeen())
            ++marks[static_cast<std::size_t>(call - 1)].settles;
    }
    return marks;
}

} // namespace ard
