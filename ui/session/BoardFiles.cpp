// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/BoardFiles.h"
#include "session/Background.h"
#include "session/CoreSentences.h"
#include "session/PathText.h"
#include "session/SameRequest.h"
#include "session/Session.h"
#include <QMetaEnum>
#include <algorithm>

namespace ard::ui {

namespace {

using Loaded = std::shared_ptr<BoardRecord>;

Result<Loaded> loadCheckedBoard(const QString &path)
{
    ARD_ASSIGN(BoardRecord board, loadBoard(fileSystemPath(path)));
    for (BoardLane &lane : board.lanes) {
        if (lane.run) {
            ARD_TRY(Run::checkRecord(*lane.run));
        }
        std::erase_if(lane.jumps, [](const BoardJump &jump) { return !Run::checkRecord(jump.steps); });
    }
    return std::make_shared<BoardRecord>(std::move(board));
}

/// What a lane has of its own beside these settings.
LaneChanges changesOf(const GenerationRequest &lane, const GenerationRequest &common)
{
    LaneChanges changes;
    GenerationRequest other = common;
    other.schedule = lane.schedule;
    if (!asksForTheSame(other, common))
        changes.schedule = lane.schedule;
    if (lane.ruler != common.ruler)
        changes.ruler = lane.ruler;
    if (lane.samplingSteps != common.samplingSteps)
        changes.samplingSteps = lane.samplingSteps;
    if (lane.eta != common.eta)
        changes.eta = lane.eta;
    if (lane.seed != common.seed)
        changes.seed = lane.seed;
    if (lane.clamp != common.clamp)
        changes.clamp = lane.clamp;
    return changes;
}

/// The letters of its lanes; empty: not known, or not one each.
std::vector<int> lettersOf(const BoardRecord &board)
{
    std::vector<int> letters;
    for (const BoardLane &lane : board.lanes) {
        if (lane.letter < 0 || std::find(letters.begin(), letters.end(), lane.letter) != letters.end())
            return {};
        letters.push_back(lane.letter);
    }
    return letters;
}

/// What a lane shows, held while it is written: records are copied off the window's thread, they can be large.
struct HeldLane {
    struct Jump {
        int call;
        std::shared_ptr<const RunRecord> steps;
        std::optional<FilledSteps> compared;
    };
    std::shared_ptr<const RunRecord> run;
    std::vector<Jump> jumps;
};

HeldLane heldLane(const Lane &lane, const Jumps &jumps)
{
    const Run *run = lane.run();
    if (!run || run->frameCount() == 0)
        return {};
    HeldLane held{run->share(), {}};
    for (int call = 1; call <= run->modelCalls(); ++call) {
        const Run *filled = lane.film()->filled(call);
        if (!filled || filled->frameCount() == 0)
            continue;
        const FilledSteps *compared = jumps.comparison(run, call);
        held.jumps.push_back({call, filled->share(), compared ? std::optional(*compared) : std::nullopt});
    }
    return held;
}

void fillIn(BoardLane &lane, const HeldLane &held)
{
    if (held.run)
        lane.run = *held.run;
    for (const HeldLane::Jump &jump : held.jumps)
        lane.jumps.push_back({jump.call, *jump.steps, jump.compared});
}

} // namespace

BoardFiles::BoardFiles(Session *session) : QObject(session), m_session(session) { }

BoardFiles::~BoardFiles()
{
    m_pool.waitForDone();
}

bool BoardFiles::isBoardFile(const QString &path)
{
    return path.endsWith(QLatin1String(".ardboard"), Qt::CaseInsensitive);
}

BoardRecord BoardFiles::plan(BoardView view) const
{
    const Cursor *cursor = m_session->cursor();
    BoardRecord board;
    for (const Lane *lane : m_session->board()->lanes()) {
        BoardLane kept;
        kept.letter = lane->mark();
        kept.title = lane->title().toStdString();
        if (const Run *run = lane->run(); run && run->frameCount() > 0) {
            kept.request = run->record().request;
            kept.model = run->record().provenance.modelName;
            kept.name = run->name().toStdString();
        } else {
            kept.request = laneValues(lane->changes(), *m_session->form());
            kept.model = laneModel(lane->changes(), *m_session->form()).name;
        }
        board.lanes.push_back(std::move(kept));
    }
    view.lane = cursor->laneIndex();
    view.call = cursor->moment().call;
    view.position = cursor->position();
    view.link = QMetaEnum::fromType<Cursor::Link>().valueToKey(static_cast<int>(cursor->link()));
    view.allPositions = m_session->positions()->showsAll();
    board.view = std::move(view);
    return board;
}

void BoardFiles::save(const QString &path, const BoardView &view)
{
    struct Held {
        QPointer<Run> run;
        int frames;
    };
    QList<Held> held;
    std::vector<HeldLane> lanes;
    for (const Lane *lane : m_session->board()->lanes()) {
        lanes.push_back(heldLane(*lane, *m_session->jumps()));
        if (lanes.back().run)
            held << Held{lane->run(), lane->run()->frameCount()};
    }
    const auto write = [board = plan(view), lanes, path]() mutable {
        for (std::size_t i = 0; i < lanes.size(); ++i)
            fillIn(board.lanes[i], lanes[i]);
        return saveBoard(board, fileSystemPath(path));
    };
    inBackground(&m_pool, this, write, [this, path, held](const Status &written) {
        if (!written) {
            Q_EMIT saveFailed(path, coreSentence(written.error()));
            return;
        }
        for (const Held &one : held)
            if (one.run && !one.run->isLive() && one.run->frameCount() == one.frames && !one.run->isSaved())
                one.run->markSaved(one.run->filePath()); // the board holds it; a file of its own is another thing
        Q_EMIT saved(path);
    });
}

void BoardFiles::open(const QString &path)
{
    inBackground(
        &m_pool, this, [path] { return loadCheckedBoard(path); },
        [this, path](Result<Loaded> board) {
            if (board)
                show(**board, path);
            else
                Q_EMIT openFailed(path, coreSentence(board.error()));
        });
}

void BoardFiles::show(BoardRecord &board, const QString &path)
{
    const auto &chosen = board.lanes[std::min(static_cast<std::size_t>(board.view.lane), board.lanes.size() - 1)];
    const auto known = [this](const std::string &name) {
        return name.empty() ? nullptr : m_session->models()->find(QString::fromStdString(name));
    };
    if (const auto *model = known(chosen.model); model && model->name != m_session->form()->model().name)
        m_session->chooseModel(QString::fromStdString(model->folder));
    m_session->form()->takeRequest(chosen.request);
    std::vector<LaneChanges> lanes;
    for (const BoardLane &lane : board.lanes) {
        lanes.push_back(changesOf(lane.request, chosen.request));
        if (const auto *model = known(lane.model); model && lane.model != chosen.model)
            lanes.back().model = *model;
    }
    m_session->compare(lanes, lettersOf(board));
    for (std::size_t i = 0; i < board.lanes.size(); ++i) {
        Lane *lane = m_session->board()->at(static_cast<int>(i));
        lane->setTitle(QString::fromStdString(board.lanes[i].title));
        if (!board.lanes[i].run)
            continue;
        auto *run = new Run(std::move(*board.lanes[i].run));
        run->setName(QString::fromStdString(board.lanes[i].name).simplified());
        m_session->runs()->add(run);
        run->markSaved({}); // in the board
        lane->film()->setRun(run);
        for (BoardJump &jump : board.lanes[i].jumps) // what does not fit its run is left out
            m_session->jumps()->bringBack(lane, jump.call, std::move(jump.steps), jump.compared);
    }
    placeCursor(board.view);
    Q_EMIT opened(path, board.view);
}

void BoardFiles::placeCursor(const BoardView &view)
{
    Cursor *cursor = m_session->cursor();
    bool isKnown = false;
    const int link = QMetaEnum::fromType<Cursor::Link>().keyToValue(view.link.c_str(), &isKnown);
    if (isKnown)
        cursor->setLink(static_cast<Cursor::Link>(link));
    m_session->positions()->setShowsAll(view.allPositions);
    cursor->setLane(std::min(view.lane, m_session->board()->size() - 1));
    m_session->playback()->pause();
    cursor->setMoment(view.call);
    if (view.position >= 0 && view.position < cursor->film()->length())
        cursor->select(view.position, cursor->moment());
    else
        cursor->clear();
}

} // namespace ard::ui

#include "moc_BoardFiles.cpp"
