// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/LaneSets.h"
#include "diffusion/ScheduleText.h"
#include "session/Session.h"
#include <QCoreApplication>
#include <algorithm>

namespace ard::ui {

std::vector<LaneChanges> figureLanes(const TimestepScheduleSpec &base)
{
    std::vector<LaneChanges> lanes;
    for (const char *kind : {"uniform", "autoregressive", "ar-diffusion"}) {
        LaneChanges changes;
        changes.schedule = base;
        changes.schedule->kind = kind;
        lanes.push_back(std::move(changes));
    }
    return lanes;
}

Result<std::vector<LaneChanges>> lanesOf(const QStringList &schedules, const TimestepScheduleSpec &base)
{
    if (schedules.isEmpty() || schedules.size() > Board::kMaxLanes)
        return fail(ErrorCode::InvalidArgument,
                    QCoreApplication::translate("LaneSets", "A comparison has 1 to %1 timestep schedules, not %2")
                        .arg(Board::kMaxLanes)
                        .arg(schedules.size())
                        .toStdString());
    std::vector<LaneChanges> lanes;
    for (const QString &text : schedules) {
        LaneChanges changes;
        ARD_ASSIGN(changes.schedule, parseTimestepSchedule(text.trimmed().toStdString(), base));
        lanes.push_back(std::move(changes));
    }
    return lanes;
}

void Session::compare(const std::vector<LaneChanges> &lanes, const std::vector<int> &marks)
{
    if (marks.size() == lanes.size() && marks.size() > 1)
        m_board.letter(marks);
    const int wanted = std::clamp(static_cast<int>(lanes.size()), 1, Board::kMaxLanes);
    while (m_board.size() > wanted)
        m_board.remove(m_board.size() - 1);
    while (m_board.size() < wanted)
        m_board.add();
    int own = 0;
    for (int i = 0; i < wanted; ++i) {
        const LaneChanges &changes = lanes[static_cast<std::size_t>(i)];
        m_board.at(i)->film()->setRun(nullptr);
        m_board.at(i)->setChanges(changes);
        if (changes.schedule && changes.schedule->kind == m_form.values().schedule.kind)
            own = i;
    }
    m_cursor.setLane(own);
}

void Session::compareNoMore()
{
    Lane *stays = m_cursor.lane();
    for (int i = m_board.size() - 1; i >= 0; --i)
        if (m_board.at(i) != stays)
            m_board.remove(i);
}

} // namespace ard::ui
