// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The views of single words: traces over the model calls, when each settled, its way among the words of the model; without a run,
// live, cancelled, finished, with one position and 256; nothing ahead of the moment.
#include "session/CommandLine.h"
#include "support/Refusal.h"
#include "ui/RunFeeder.h"
#include "views/compare/SettleMapView.h"
#include "views/map/WordMapView.h"
#include "views/traces/WordTracesView.h"
#include <QComboBox>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace ard;
using namespace ard::ui;
using test::RunFeeder;

namespace {
constexpr int kWait = 20'000;
} // namespace

class TestWordViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutRuns();
    void runsOfAnySize_data();
    void runsOfAnySize();
    void tracesFollowTheMoment();
    void tracesByMouseAndKeys();
    void tracesScroll();
    void tracesByOrderAndRange();
    void aLiveRun();
    void threeMeasures();
    void mapsOfSeveralLanes();
    void theWayAmongTheWords();
    void withoutAnEngineThereIsTheWayAlone();

private:
    Run *put(int length = 12, int calls = 10, int frames = -1, int lane = 0, std::uint64_t seed = 1)
    {
        RunRecord record = RunFeeder(length, 200, calls, seed).fake().record(frames < 0 ? calls : frames);
        return show(std::move(record), lane);
    }
    Run *show(RunRecord record, int lane = 0)
    {
        for (StepFrame &frame : record.frames)
            for (std::size_t n = 0; n < frame.tokens.size(); ++n)
                frame.tokens[n].projection = {{static_cast<float>(n) / 8, static_cast<float>(frame.modelCall) / 8}};
        while (m_session->board()->size() <= lane)
            m_session->board()->add();
        m_runs.push_back(std::make_unique<Run>(std::move(record)));
        m_session->board()->at(lane)->film()->setRun(m_runs.back().get());
        return m_runs.back().get();
    }
    template <class View>
    View *view(const QSize &size = {900, 260})
    {
        auto *made = new View(m_session.get());
        m_views.emplace_back(made);
        made->resize(size);
        made->show();
        return made;
    }
    Cursor *cursor() { return m_session->cursor(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::vector<std::unique_ptr<Run>> m_runs;
    std::unique_ptr<Session> m_session;
    std::vector<std::unique_ptr<QWidget>> m_views;
};

void TestWordViews::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("explorer.ini")));
    m_settings->engineCommand.set(quoteWord(QStringLiteral(ARD_FAKE_ENGINE)));
    m_session = std::make_unique<Session>(m_settings.get());
}

void TestWordViews::cleanup()
{
    if (const QString folder = qEnvironmentVariable("ARD_TEST_PICTURES"); !folder.isEmpty()) // to be looked at
        for (std::size_t i = 0; i < m_views.size(); ++i)
            m_views[i]->grab().save(QStringLiteral("%1/%2 %3 %4.png")
                                        .arg(folder, QString::fromLatin1(QTest::currentTestFunction()),
                                             QString::fromLatin1(QTest::currentDataTag()))
                                        .arg(i));
    m_views.clear();
    m_runs.clear();
    m_session.reset();
    m_settings.reset();
}

void TestWordViews::withoutRuns()
{
    const auto *traces = view<WordTracesView>();
    const auto *settled = view<SettleMapView>();
    const auto *map = view<WordMapView>();
    for (const auto &each : m_views)
        QVERIFY(!each->grab().isNull());
    QVERIFY(traces->traces().state().rows.empty());
    ARD_SAYS(traces->traces().state().empty, "Run a sentence");
    QCOMPARE(settled->map().state().positions, 0);
    ARD_SAYS(settled->map().state().empty, "Run a sentence");
    QVERIFY(map->map().state().paths.empty());
    ARD_SAYS(map->map().state().empty, "Run a sentence");
    for (const QString &text : {traces->summary(), map->summary(), settled->summary()})
        QVERIFY2(text.isEmpty(), qPrintable(text));
}

void TestWordViews::runsOfAnySize_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("frames");
    for (const int length : {1, 12, 256})
        for (const int frames : {0, 4, 10}) // cancelled before and after a call, finished
            QTest::addRow("%d positions, %d calls", length, frames) << length << frames;
}

void TestWordViews::runsOfAnySize()
{
    QFETCH(int, length);
    QFETCH(int, frames);
    put(length, 10, frames);
    m_session->positions()->setShowsAll(true);
    const auto *traces = view<WordTracesView>();
    const auto *settled = view<SettleMapView>();
    const auto *map = view<WordMapView>();
    for (const int call : {frames, 0}) {
        cursor()->select(length - 1, Moment{call});
        for (const auto &each : m_views)
            QVERIFY(!each->grab().isNull());
        QCOMPARE(traces->traces().state().seenCalls, call);
        QCOMPARE(static_cast<int>(traces->traces().state().rows.size()),
                 std::min(length, traces->scroll()->pageStep()));
        QCOMPARE(settled->map().state().positions, length);
        QCOMPARE(map->map().state().paths.size(), std::size_t(1));
        QCOMPARE(static_cast<int>(map->map().state().paths.front().points.size()), call);
    }
}

void TestWordViews::tracesFollowTheMoment()
{
    const Run *run = put();
    const auto *traces = view<WordTracesView>();
    cursor()->setMoment(6);
    const auto isTrue = [&](int calls) {
        for (const WordTracesState::Row &row : traces->traces().state().rows) {
            int next = 1;
            for (const WordTracesState::Segment &segment : row.segments) {
                if (segment.first != next || segment.last < segment.first)
                    return false;
                for (int call = segment.first; call <= segment.last; ++call)
                    if (segment.word != run->labelAt(call, row.position))
                        return false;
                next = segment.last + 1;
            }
            if (next != calls + 1)
                return false;
        }
        return !traces->traces().state().rows.empty();
    };
    QVERIFY(isTrue(6));
    for (const auto &row : traces->traces().state().rows)
        for (const auto &segment : row.segments)
            QVERIFY(!segment.settled); // no timestep is 0 yet
    cursor()->setShowsFuture(true);
    QVERIFY(isTrue(10));
    QCOMPARE(traces->traces().state().shownCall, 6);
    for (const auto &row : traces->traces().state().rows)
        QVERIFY(row.segments.back().settled && row.segments.back().first == run->settle().byWord(row.position));
    cursor()->setShowsFuture(false);
    cursor()->setMoment(0);
    for (const auto &row : traces->traces().state().rows)
        QVERIFY(row.segments.empty());
    QVERIFY2(traces->summary().contains(QStringLiteral("0 of 0 words can change no more")),
             qPrintable(traces->summary()));
}

void TestWordViews::tracesByMouseAndKeys()
{
    const Run *run = put();
    const auto *traces = view<WordTracesView>();
    cursor()->setMoment(8);
    const WordTraces &chart = traces->traces();
    const QPointF place(chart.x(5), chart.rowRect(2).center().y());
    QVERIFY2(traces->tip(place).contains(run->labelAt(5, 2)), qPrintable(traces->tip(place)));
    QTest::mouseMove(traces->canvas(), place.toPoint());
    QCOMPARE(cursor()->hovered(), (Cell{2, Moment{5}, 0}));
    QTest::mouseClick(traces->canvas(), Qt::LeftButton, {}, place.toPoint());
    QCOMPARE(cursor()->selected(), (Cell{2, Moment{5}, 0}));
    QCOMPARE(chart.state().selected, 2);
    QCOMPARE(chart.state().seenCalls, 5);
    QTest::keyClick(traces->canvas(), Qt::Key_Down);
    QCOMPARE(cursor()->position(), 3);
    QTest::keyClick(traces->canvas(), Qt::Key_Right);
    QCOMPARE(cursor()->selected(), (Cell{3, Moment{6}, 0}));
    QTest::keyClick(traces->canvas(), Qt::Key_Up);
    QCOMPARE(cursor()->position(), 2);
}

void TestWordViews::tracesScroll()
{
    put(256);
    m_session->positions()->setShowsAll(true);
    auto *traces = view<WordTracesView>();
    cursor()->setMoment(10);
    QVERIFY(!traces->scroll()->isHidden());
    QCOMPARE(traces->traces().state().rows.front().position, 0);
    cursor()->select(200, {10}); // comes into view
    const auto &rows = traces->traces().state().rows;
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const auto &row) { return row.position == 200; }));
    const int before = traces->scroll()->value();
    const QPointF middle(traces->canvas()->rect().center());
    QWheelEvent wheel(middle, traces->canvas()->mapToGlobal(middle), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(traces->canvas(), &wheel);
    QVERIFY(traces->scroll()->value() < before);
    put(3);
    cursor()->setMoment(10);
    QTRY_VERIFY(traces->scroll()->isHidden());
}

void TestWordViews::tracesByOrderAndRange()
{
    const Run *run = put(12, 60);
    const auto *traces = view<WordTracesView>({900, 500});
    cursor()->setMoment(60);
    traces->order()->setCurrentIndex(1);
    int last = 0;
    for (const auto &row : traces->traces().state().rows) {
        if (run->isPadding(run->token(60, row.position)->wordId))
            break; // behind the words
        QVERIFY(run->settle().byWord(row.position) >= last);
        last = run->settle().byWord(row.position);
    }
    QVERIFY(last > 0);
    cursor()->setMoment(30);
    traces->range()->setCurrentIndex(1);
    const WordTracesState &state = traces->traces().state();
    QVERIFY(state.firstCall > 1 && state.firstCall < 30 && state.lastCall > 30 && state.lastCall < 60);
    cursor()->setMoment(60);
    QCOMPARE(traces->traces().state().lastCall, 60);
    cursor()->setMoment(0);
    QCOMPARE(traces->traces().state().firstCall, 1);
}

void TestWordViews::aLiveRun()
{
    const RunFeeder feeder;
    Run live(feeder.request());
    m_session->board()->at(0)->film()->setRun(&live);
    const auto *traces = view<WordTracesView>();
    const auto *settled = view<SettleMapView>();
    view<WordMapView>();
    feeder.begin(live);
    feeder.append(live, 3);
    cursor()->setMoment(3);
    QTRY_COMPARE(traces->traces().state().seenCalls, 3);
    QTRY_COMPARE(settled->map().state().calls, 10);
    live.interrupt(QStringLiteral("the engine has gone"));
    for (const auto &each : m_views)
        QVERIFY(!each->grab().isNull());
    m_session->board()->at(0)->film()->setRun(nullptr);
    QTRY_VERIFY(traces->traces().state().rows.empty());
}

void TestWordViews::threeMeasures()
{
    const Run *run = put();
    const auto *view = this->view<SettleMapView>();
    cursor()->setMoment(10);
    const auto &rows = view->map().state().lanes.front().rows;
    QCOMPARE(rows.size(), std::size_t(3));
    for (int n = 0; n < run->length(); ++n) {
        const auto at = static_cast<std::size_t>(n);
        QCOMPARE(rows[SettleMapView::ByWord].cells[at].call, run->settle().byWord(n));
        QCOMPARE(rows[SettleMapView::BySchedule].cells[at].call, run->settle().bySchedule(n));
        const int margin = rows[SettleMapView::ByMargin].cells[at].call;
        const auto isSure = [&](int call) {
            const TokenState &token = *run->token(call, n);
            return static_cast<double>(token.topProbabilities[0] - token.topProbabilities[1]) >= 0.5;
        };
        QVERIFY(margin == 0 ? !isSure(10) : isSure(margin) && (margin == 1 || !isSure(margin - 1)));
    }
    ARD_SAYS(view->summary(), "model calls before their timestep was 0");
    cursor()->setMoment(4);
    for (const auto &cell : view->map().state().lanes.front().rows[SettleMapView::ByWord].cells)
        QVERIFY(cell.call <= 4 && !cell.isFinal);
    cursor()->setMoment(10);
    const QRectF cell = view->map().cellRect(0, SettleMapView::ByWord, 4);
    ARD_SAYS(view->tip(cell.center()).section(QLatin1Char('\n'), 1, 1), "since model call");
    QTest::mouseClick(view->canvas(), Qt::LeftButton, {}, cell.center().toPoint());
    QCOMPARE(cursor()->selected(), (Cell{4, Moment{run->settle().byWord(4)}, 0}));
    cursor()->setMoment(10);
    view->margin()->setCurrentIndex(view->margin()->count() - 1);
    const auto &sure = view->map().state().lanes.front().rows[SettleMapView::ByMargin].cells;
    QVERIFY(std::all_of(sure.begin(), sure.end(), [](const auto &one) { return one.call >= 0 && one.call <= 10; }));
}

void TestWordViews::mapsOfSeveralLanes()
{
    put();
    put(8, 20, -1, 1, 3);
    const auto *low = view<SettleMapView>({900, 160});
    const auto *high = view<SettleMapView>({900, 500});
    const auto *map = view<WordMapView>();
    cursor()->setLane(1);
    cursor()->select(2, {20});
    QCOMPARE(low->map().state().lanes.size(), std::size_t(1)); // that of the cursor
    QCOMPARE(low->map().state().lanes.front().mark, 1);
    QCOMPARE(high->map().state().lanes.size(), std::size_t(2));
    QTest::mouseClick(low->canvas(), Qt::LeftButton, {}, low->map().cellRect(0, 0, 5).center().toPoint());
    QCOMPARE(cursor()->laneIndex(), 1);
    QCOMPARE(cursor()->position(), 5);
    QCOMPARE(map->map().state().paths.size(), std::size_t(2));
    QVERIFY(!map->map().state().paths[0].key.title.isEmpty());
    for (const auto &each : m_views)
        QVERIFY(!each->grab().isNull());
}

void TestWordViews::theWayAmongTheWords()
{
    m_session->engine()->loadModel(QStringLiteral("somewhere"));
    m_session->engine()->start();
    m_session->form()->setSource(QStringLiteral("name[Blue Spice]"));
    QTRY_VERIFY_WITH_TIMEOUT(m_session->canRun(), kWait);
    Run *made = m_session->startRun();
    QVERIFY(made);
    QTRY_VERIFY_WITH_TIMEOUT(made->state() == Run::State::Complete, kWait);
    const Run *run = show(made->record());
    const auto *map = view<WordMapView>();
    cursor()->select(2, {4});
    QTRY_VERIFY_WITH_TIMEOUT(m_session->vocabulary()->answer() != nullptr, kWait);
    QTRY_VERIFY(map->map().state().words != nullptr);
    const WordMapState &state = map->map().state();
    QCOMPARE(state.words->size(), m_session->vocabulary()->answer()->points.size());
    QCOMPARE(state.paths.front().points.size(), std::size_t(4));
    QCOMPARE(state.paths.front().points.back(), QPointF(0.25, 0.5));
    ARD_SAYS(map->summary(), "holds 25 %");
    const bool hasFrequent = std::any_of(state.landmarks.begin(), state.landmarks.end(),
                                         [](const auto &one) { return one.word == QLatin1String("the"); });
    QVERIFY(hasFrequent);
    const QRectF bounds = state.bounds;
    cursor()->setMoment(7);
    QCOMPARE(map->map().state().bounds, bounds); // the plane stays
    const QPointF place = map->map().pixelOf(map->map().state().paths.front().points[4]);
    QVERIFY2(map->tip(place).contains(run->labelAt(5, 2)), qPrintable(map->tip(place)));
    QTest::mouseClick(map->canvas(), Qt::LeftButton, {}, place.toPoint());
    QCOMPARE(cursor()->selected(), (Cell{2, Moment{5}, 0}));
    QTest::keyClick(map->canvas(), Qt::Key_Right);
    QCOMPARE(cursor()->moment(), Moment{6});
    QVERIFY(!m_views.back()->grab().isNull());
}

void TestWordViews::withoutAnEngineThereIsTheWayAlone()
{
    put();
    const auto *map = view<WordMapView>();
    ARD_SAYS(map->map().state().empty, "Click a word");
    cursor()->select(3, {5});
    QVERIFY(map->map().state().words == nullptr);
    QCOMPARE(map->map().state().paths.front().points.size(), std::size_t(5));
    ARD_SAYS(map->summary(), "without the words of the model");
}

QTEST_MAIN(TestWordViews)
#include "tst_wordviews.moc"
