// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Lane: one run (or the plan of one) beside others, its film, and in which settings it differs from what all lanes have in
// common. Board: 1 to 8 lanes. GUI thread.
#include "session/Film.h"
#include "session/GenerationForm.h"
#include <QList>
#include <optional>

namespace ard::ui {

/// What a lane has of its own; nullopt: as all lanes.
struct LaneChanges {
    std::optional<protocol::ModelSummary> model;  ///< another one than the form's
    std::optional<TimestepScheduleSpec> schedule; ///< its length, diffusion steps and knots stay those of all lanes
    std::optional<RulerSpec> ruler;
    std::optional<int> samplingSteps; ///< M
    std::optional<double> eta;        ///< 0..1
    std::optional<std::uint64_t> seed;
    std::optional<ClampMode> clamp;

    bool operator==(const LaneChanges &) const = default;
    bool isEmpty() const { return *this == LaneChanges{}; }
    GenerationRequest applied(GenerationRequest common) const; ///< of the lane's model already
};

/// What the next run of a lane with these changes is: the form's values, with N, T and the learned timesteps of the lane's model.
GenerationRequest laneValues(const LaneChanges &changes, const GenerationForm &form);
/// The model that will make it.
const protocol::ModelSummary &laneModel(const LaneChanges &changes, const GenerationForm &form);

class Lane : public QObject {
    Q_OBJECT

public:
    /// tick must outlive the lane.
    Lane(Tick *tick, int mark, QObject *parent = nullptr) : QObject(parent), m_film(tick), m_mark(mark) { }

    Film *film() { return &m_film; }
    const Film *film() const { return &m_film; }
    Run *run() const { return m_film.run(); }

    /// 0..7: its letter and colour (paint/LaneMark), its own wherever it stands on the board.
    int mark() const { return m_mark; }
    void setMark(int mark) { m_mark = mark; }                                               ///< of the board only
    QString letter() const { return QString(QChar(u'A' + static_cast<char16_t>(m_mark))); } ///< "A".."H"
    QString title() const { return m_title; } ///< what it is called beside others; may be empty
    void setTitle(const QString &title);
    const LaneChanges &changes() const { return m_changes; }
    void setChanges(const LaneChanges &changes);
    /// What is shown while there is no run, and why there is no plan: one sentence, empty when there is one.
    void setPlan(const SamplingPlan &plan, int diffusionSteps, const QString &problem);
    QString problem() const { return m_problem; }

Q_SIGNALS:
    void titleChanged(const QString &title);
    void changesChanged();

private:
    Film m_film;
    int m_mark;
    QString m_title;
    LaneChanges m_changes;
    QString m_problem;
};

class Board : public QObject {
    Q_OBJECT

public:
    static constexpr int kMaxLanes = 8;

    /// With one lane. tick must outlive the board.
    explicit Board(Tick *tick, QObject *parent = nullptr);

    int size() const { return static_cast<int>(m_lanes.size()); }
    Lane *at(int index) const { return m_lanes.value(index); } ///< nullptr outside
    int indexOf(const Lane *lane) const { return static_cast<int>(m_lanes.indexOf(lane)); }
    const QList<Lane *> &lanes() const { return m_lanes; }

    Lane *add(); ///< at the end; nullptr when there are 8
    /// So many lanes (2..8) with these letters, all different: those of a board that was saved. They have no runs.
    void letter(const std::vector<int> &marks);
    bool remove(int index);  ///< the last one stays. The lane is deleted later, its run is not.
    void swap(int a, int b); ///< the two lanes change places; nothing when there are none

Q_SIGNALS:
    void added(int index);
    void removed(int index);
    void swapped(int a, int b);

private:
    int freeMark() const;
    Lane *add(int mark);

    Tick *m_tick;
    QList<Lane *> m_lanes;
};

} // namespace ard::ui
