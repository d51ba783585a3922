// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ContactSheet: one sentence under several timestep schedules, numbers of sampling steps and seeds, a cell each. Cells are
// filled in order by the engine, and read from and written to the folder of `ardiff compare --cells`. GUI thread.
#include "protocol/Messages.h"
#include "session/SheetFolder.h"
#include "session/Tick.h"
#include <QList>
#include <QPointer>
#include <QSet>
#include <QThreadPool>
#include <atomic>
#include <deque>
#include <optional>

namespace ard::ui {

class EngineCall;
class EngineClient;
class GenerationForm;
class Run;

struct SheetSchedule {
    QString text; ///< as `ardiff compare` has it: "lagged:50"
    /// Nothing: no such timestep schedule is known here; what a folder has of it can be looked at.
    std::optional<TimestepScheduleSpec> spec;

    bool operator==(const SheetSchedule &) const = default;
};

/// Index into each of the lists.
struct SheetPlace {
    int schedule = 0, step = 0, seed = 0;
};

struct SheetCell {
    enum class State {
        Missing,  ///< can be filled
        Reading,  ///< its run file is being read
        Waiting,  ///< for the engine
        Running,  ///< run grows
        Done,     ///< record is the run
        TextOnly, ///< what it wrote is known, but not how: the folder has no run of it
        Failed    ///< reason says why
    };
    State state = State::Missing;
    QString reason;      ///< one sentence
    QString text;        ///< what it wrote; empty until then
    int calls = 0;       ///< model calls; 0: not known
    double seconds = -1; ///< of the run; -1: not known
    std::shared_ptr<const RunRecord> record;
    QPointer<Run> run; ///< made here
    QString file;      ///< its run file; empty: none
    /// Of the whole cell, all seeds and sources, where a folder says it.
    std::shared_ptr<const ListedCell> kept;

    bool isOver() const { return state == State::Done || state == State::TextOnly || state == State::Failed; }
};

class ContactSheet : public QObject {
    Q_OBJECT

public:
    static constexpr int kMostSchedules = 16, kMostSteps = 24, kMostSeeds = 64;

    /// Engine and form must outlive the sheet, or end in its parent's destructor.
    ContactSheet(EngineClient *engine, GenerationForm *form, QObject *parent = nullptr);
    ~ContactSheet() override; ///< waits for the file that is being read or written

    const QList<SheetSchedule> &schedules() const { return m_schedules; }
    const QList<int> &steps() const { return m_steps; }
    const QList<quint64> &seeds() const { return m_seeds; }
    /// What all cells have in common, the source among it.
    const GenerationRequest &common() const { return m_common; }
    QString source() const { return QString::fromStdString(m_common.source).simplified(); }
    GenerationRequest requestOf(SheetPlace place) const;
    const SheetCell &cell(SheetPlace place) const { return m_cells.at(static_cast<std::size_t>(indexOf(place))); }
    int size() const { return static_cast<int>(m_cells.size()); }
    SheetPlace placeOf(int index) const;
    int indexOf(SheetPlace place) const;

    // The lists as a person writes them, separated by commas. Answer: one sentence why not, and nothing changes; empty: taken.
    // Cells that stay keep what they have.
    QString setSchedules(const QString &texts);
    QString setSteps(const QString &texts);
    QString setSeeds(const QString &texts);

    /// The form asks for another sentence or other settings than the sheet.
    bool formDiffers() const;
    /// Sentence and settings of the form; all cells are missing then. While no cell has anything the sheet does so by itself.
    void takeForm();

    QString whyNotFill() const; ///< one sentence; empty: it can be filled, or is full
    /// All that are missing or failed, in order: timestep schedules, then sampling steps, then seeds.
    void fill();
    void fill(SheetPlace place); ///< this one, also where it has something that failed
    void stop();                 ///< what is done stays
    bool isFilling() const { return !m_queue.empty() || !m_calls.isEmpty(); }
    int filled() const { return m_filled; } ///< of wanted(), since the sheet was last at rest; those that failed too
    int wanted() const { return m_wanted; }
    int failed() const;
    int missing() const;    ///< cells that fill() would ask for
    int inNoFolder() const; ///< cells that were computed here and are written nowhere

    // The folder of a comparison. Answers with opened() or problem().
    void open(const QString &folder);
    /// All that is there, and from now on every cell as it is done. Answers with kept() or problem().
    void keepIn(const QString &folder);
    QString folder() const { return m_folder; } ///< empty: none
    bool isBusy() const { return m_jobs > 0; }  ///< files are being read or written
    const std::vector<SheetSet> &sets() const { return m_sets; }
    int setIndex() const { return m_setIndex; }
    int sourceIndex() const { return m_sourceIndex; } ///< of the sources of the set
    void show(int set, int source);

Q_SIGNALS:
    void arranged(); ///< other rows, columns, seeds or source: all cells are others
    void cellsChanged(const QList<int> &indices);
    void progressed(); ///< filled(), wanted(), isFilling(), isBusy()
    void opened();
    void kept();
    void problem(const QString &sentence);

private:
    struct Axes {
        QList<SheetSchedule> schedules;
        QList<int> steps;
        QList<quint64> seeds;
    };

    void arrange(Axes axes, bool anew = false);
    SheetCell &at(int index) { return m_cells[static_cast<std::size_t>(index)]; }
    void followForm();
    bool isEmpty() const;
    void change(int index);
    void announce();

    void dropQueue();
    void pump();
    void start(int index);
    void settle(int index, Run *run);
    QString whyNoPlan(int index) const;

    void take(std::vector<SheetSet> sets, const QString &folder);
    Axes axesOf(const SheetSet &set) const;
    SheetCell cellFrom(const SheetSet &set, SheetPlace place) const;
    void readRuns();
    void takeRun(int index, Result<RunRecord> record);
    void keep(int schedule, int step);
    CellKey keyOf(int schedule, int step, const RunRecord &record) const;
    void addJob(int change);

    EngineClient *m_engine;
    GenerationForm *m_form;
    Tick m_tick;
    QList<SheetSchedule> m_schedules;
    QList<int> m_steps{2, 3, 5, 10, 20, 50};
    QList<quint64> m_seeds;
    GenerationRequest m_common;
    bool m_hasCommon = true; ///< false: of a folder whose runs have not said it yet
    std::vector<SheetCell> m_cells;
    QSet<int> m_changed; ///< since the last tick

    std::deque<int> m_queue;
    QSet<EngineCall *> m_calls; ///< in flight
    int m_filled = 0, m_wanted = 0;

    QString m_folder;
    std::vector<SheetSet> m_sets;
    int m_setIndex = 0, m_sourceIndex = 0;
    int m_arrangement = 0; ///< counts arrange(): answers for an earlier one are late
    int m_jobs = 0;
    std::atomic<bool> m_isClosing = false;
    QThreadPool m_files; ///< one after the other
};

} // namespace ard::ui
