// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/Comparison.h"

namespace ard::ui {

namespace {
constexpr std::size_t kMostKept = 32; ///< what is remembered of runs; more than lie beside each other
} // namespace

Comparison::Comparison(const Board *board, const Cursor *cursor, QObject *parent)
    : QObject(parent), m_board(board), m_cursor(cursor)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &Comparison::changed);
    const auto soon = [this] { m_soon.start(); };
    for (const Lane *lane : board->lanes())
        watch(lane);
    connect(board, &Board::added, this, [this](int index) {
        watch(m_board->at(index));
        m_soon.start();
    });
    connect(board, &Board::removed, this, soon);
    connect(board, &Board::swapped, this, soon);
    connect(cursor, &Cursor::momentChanged, this, &Comparison::tellNow);
    connect(cursor, &Cursor::laneChanged, this, &Comparison::tellNow);
    connect(cursor, &Cursor::linkChanged, this, &Comparison::tellNow);
    connect(cursor, &Cursor::sightChanged, this, &Comparison::tellNow);
}

void Comparison::tellNow()
{
    m_soon.stop();
    Q_EMIT changed();
}

void Comparison::watch(const Lane *lane)
{
    const auto soon = [this] { m_soon.start(); };
    connect(lane->film(), &Film::runChanged, this, soon);
    connect(lane->film(), &Film::planChanged, this, soon);
    connect(lane->film(), &Film::grew, this, soon);
    connect(lane->film(), &Film::stateChanged, this, soon);
    connect(lane, &Lane::titleChanged, this, soon);
}

const Run *Comparison::run(int index) const
{
    const Lane *lane = m_board->at(index);
    return lane ? lane->run() : nullptr;
}

SeenRun Comparison::seen(int index) const
{
    static const RunRecord none;
    const Lane *lane = m_board->at(index);
    const Run *run = this->run(index);
    if (!run)
        return SeenRun(none);
    const int calls = m_cursor->showsFuture() ? run->frameCount() : m_cursor->momentIn(lane).call;
    if (m_histories.size() > kMostKept && !m_histories.contains(run->number()))
        m_histories.clear();
    SettleHistory &history = m_histories[run->number()];
    history.follow(run->record(), calls);
    return {run->record(), calls, &history};
}

std::vector<SeenRun> Comparison::seen() const
{
    std::vector<SeenRun> runs;
    for (int lane = 0; lane < size(); ++lane)
        runs.push_back(seen(lane));
    return runs;
}

Divergence Comparison::divergence(int laneA, int laneB) const
{
    const Run *a = run(laneA), *b = run(laneB);
    if (!a || !b)
        return {};
    if (m_partings.size() > kMostKept)
        m_partings.clear();
    return m_partings[{a->number(), b->number()}].divergence(seen(laneA), seen(laneB));
}

int Comparison::positions() const
{
    int most = 0;
    for (const SeenRun &run : seen())
        most = std::max(most, run.length());
    return most;
}

int Comparison::modelCalls() const
{
    int most = 0;
    for (const SeenRun &run : seen())
        most = std::max(most, run.record().plan.modelCalls());
    return most;
}

} // namespace ard::ui

#include "moc_Comparison.cpp"
