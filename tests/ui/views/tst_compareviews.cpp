// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The views under several lanes: settling order, curves, words side by side, difference grid; for one lane, two and eight, without
// runs, live, cancelled, with one position and 256. And the docks that they stand in, in the window.
#include "support/Refusal.h"
#include "ui/RunFeeder.h"
#include "ui/shell/WindowFixture.h"
#include "views/card/TokenCurvesView.h"
#include "views/compare/CurvesView.h"
#include "views/compare/DifferenceView.h"
#include "views/compare/SettleView.h"
#include "views/compare/WordsView.h"
#include <QAccessible>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QToolButton>

using namespace ard;
using namespace ard::ui;
using test::RunFeeder;
using test::WindowFixture;

class TestCompareViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutRuns();
    void lanesOfAnySize_data();
    void lanesOfAnySize();
    void settlingOrder();
    void settlingOrderTellsNothingAhead();
    void curves();
    void curvesOfTheToken();
    void differences();
    void differencesOfChosenLanes();
    void wordsSideBySide();
    void aLiveLane();
    void docksComeWithASecondLane();
    void nothingIsMadeWhileNobodySeesIt();

private:
    /// A finished run (or one that was stopped after so many calls) in the lane, which is added where there is none.
    Run *put(int lane, int length = 12, int calls = 10, std::uint64_t seed = 1, int frames = -1)
    {
        Board *board = m_session->board();
        while (board->size() <= lane)
            board->add();
        m_runs.push_back(
            std::make_unique<Run>(RunFeeder(length, 200, calls, seed).fake().record(frames < 0 ? calls : frames)));
        board->at(lane)->film()->setRun(m_runs.back().get());
        return m_runs.back().get();
    }
    template <class View>
    View *show()
    {
        auto *view = new View(m_session.get());
        m_views.emplace_back(view);
        view->resize(900, 260);
        view->show();
        return view;
    }
    Cursor *cursor() { return m_session->cursor(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::vector<std::unique_ptr<Run>> m_runs;
    std::unique_ptr<Session> m_session;
    std::vector<std::unique_ptr<QWidget>> m_views;
};

void TestCompareViews::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("explorer.ini")));
    m_session = std::make_unique<Session>(m_settings.get());
}

void TestCompareViews::cleanup()
{
    m_views.clear();
    m_runs.clear();
    m_session.reset();
    m_settings.reset();
}

void TestCompareViews::withoutRuns()
{
    const auto *settle = show<SettleView>();
    const auto *curves = show<CurvesView>();
    const auto *words = show<WordsView>();
    const auto *grid = show<DifferenceView>();
    for (const auto &view : m_views)
        view->grab();
    QCOMPARE(settle->chart().state().positions, 0);
    QCOMPARE(curves->chart().state().calls, 0);
    const auto *token = show<TokenCurvesView>();
    QCOMPARE(token->chart().state().calls, 0);
    ARD_SAYS(token->chart().state().empty, "Run a sentence");
    QVERIFY(!m_views.back()->grab().isNull());
    QCOMPARE(grid->grid().state().positions, 0);
    QVERIFY(!words->summary().isEmpty());
    QVERIFY(!settle->chart().state().empty.isEmpty());
}

void TestCompareViews::lanesOfAnySize_data()
{
    QTest::addColumn<int>("lanes");
    QTest::addColumn<int>("length");
    for (const int lanes : {1, 2, 8})
        for (const int length : {1, 12, 256})
            QTest::addRow("%d lanes of %d", lanes, length) << lanes << length;
}

void TestCompareViews::lanesOfAnySize()
{
    QFETCH(int, lanes);
    QFETCH(int, length);
    for (int lane = 0; lane < lanes; ++lane)
        put(lane, length, 10 + lane, static_cast<std::uint64_t>(lane + 1), lane == 3 ? 4 : -1);
    const auto *settle = show<SettleView>();
    const auto *curves = show<CurvesView>();
    const auto *words = show<WordsView>();
    const auto *grid = show<DifferenceView>();
    for (const auto &view : m_views)
        QVERIFY(!view->grab().isNull());
    QCOMPARE(settle->chart().state().lanes.size(), static_cast<std::size_t>(lanes));
    QCOMPARE(curves->chart().state().calls, 9 + lanes);
    QCOMPARE(words->model()->rowCount(), lanes);
    QVERIFY(words->model()->columnCount() > 0);
    QCOMPARE(grid->grid().state().positions, lanes > 1 ? m_session->positions()->shown(length) : 0);
    m_session->positions()->setShowsAll(true); // what finished sentences do not need is folded away, as in the planes
    QCOMPARE(grid->grid().state().positions, lanes > 1 ? length : 0);
    QCOMPARE(grid->lane(0)->count(), lanes);
}

void TestCompareViews::settlingOrder()
{
    const Run *a = put(0);
    const Run *b = put(1, 12, 20, 3);
    const auto *view = show<SettleView>();
    cursor()->setMoment(10);
    cursor()->setShowsFuture(true);
    const auto isByWord = [view](std::size_t lane, const Run *run) {
        const std::vector<SettlePoint> &points = view->chart().state().lanes[lane].points;
        return !points.empty() && std::all_of(points.begin(), points.end(), [run](const SettlePoint &point) {
            return point.call == run->settle().byWord(point.position) &&
                !run->isPadding(run->token(run->modelCalls(), point.position)->wordId);
        });
    };
    QTRY_VERIFY(isByWord(0, a));
    QTRY_VERIFY(isByWord(1, b));
    QVERIFY(view->chart().state().lanes[0].key.figure.contains(QStringLiteral("τ")));
    view->measure()->setCurrentIndex(1);
    for (const SettlePoint &point : view->chart().state().lanes[1].points)
        QCOMPARE(point.call, b->settle().bySchedule(point.position));
    // A click on a point goes to its cell, in its lane.
    const SettlePoint point = view->chart().state().lanes[1].points.front();
    QTest::mouseClick(view->canvas(), Qt::LeftButton, {}, view->chart().pointOf(1, point).toPoint());
    QCOMPARE(cursor()->laneIndex(), 1);
    QCOMPARE(cursor()->selected(), (Cell{point.position, point.call, 1}));
    QVERIFY(view->tip(view->chart().pointOf(1, point)).contains(b->labelAt(20, point.position)));
    QTest::keyClick(view->canvas(), Qt::Key_Right);
    QCOMPARE(cursor()->position(), point.position + 1);
}

void TestCompareViews::settlingOrderTellsNothingAhead()
{
    put(0);
    put(1, 12, 10, 3);
    const auto *view = show<SettleView>();
    cursor()->setMoment(4);
    QTRY_COMPARE(view->chart().state().shownCall, 4);
    QTRY_VERIFY(!view->chart().state().lanes[0].points.empty());
    for (const auto &lane : view->chart().state().lanes)
        for (const SettlePoint &point : lane.points) {
            QVERIFY(point.call <= 4);
            QVERIFY(!point.isFinal); // no timestep is 0 yet
        }
    QVERIFY(view->chart().state().lanes[0].key.figure.contains(QStringLiteral("–")));
}

void TestCompareViews::curves()
{
    put(0);
    put(1, 12, 20, 3);
    const auto *view = show<CurvesView>();
    cursor()->setShowsFuture(true);
    QTRY_COMPARE(view->chart().state().lanes[1].values[0].size(), std::size_t(20));
    QCOMPARE(view->chart().state().lanes[0].values[0].back(), 1.0);
    cursor()->setShowsFuture(false);
    cursor()->setMoment(3);
    QTRY_COMPARE(view->chart().state().lanes[0].values[1].size(), std::size_t(3));
    const ChartArea &area = view->chart().area(0);
    QTest::mouseClick(view->canvas(), Qt::LeftButton, {}, QPointF(area.x(7), area.rect().center().y()).toPoint());
    QCOMPARE(cursor()->moment(), Moment(7));
    QTest::keyClick(view->canvas(), Qt::Key_Left);
    QCOMPARE(cursor()->moment(), Moment(6));
}

void TestCompareViews::curvesOfTheToken()
{
    const Run *a = put(0);
    const Run *b = put(1, 8, 20, 3);
    const auto *view = show<TokenCurvesView>();
    ARD_SAYS(view->chart().state().empty, "Click a word");
    cursor()->select(9, {4});
    const CurveChartState &state = view->chart().state();
    QCOMPARE(state.figures.size(), std::size_t(4));
    QCOMPARE(state.calls, 20);
    QCOMPARE(state.shownCall, 4);
    QCOMPARE(state.lanes[0].values[0].size(), std::size_t(4)); // nothing ahead
    QCOMPARE(state.lanes[0].values[0][2], wordProbability(*a->token(3, 9)));
    QCOMPARE(state.lanes[0].values[2][3], static_cast<double>(a->token(4, 9)->entropy));
    QVERIFY(state.lanes[1].values[0].empty()); // it has no such position
    QVERIFY2(view->title().contains(QStringLiteral("Position 9")), qPrintable(view->title()));
    QVERIFY2(view->title().contains(a->labelAt(4, 9)), qPrintable(view->title()));
    cursor()->select(3, {4});
    QCOMPARE(view->chart().state().lanes[1].values[3].back(), static_cast<double>(b->token(4, 3)->distance));
    cursor()->setShowsFuture(true);
    QCOMPARE(view->chart().state().lanes[1].values[3].size(), std::size_t(20));
    const QPointF place(view->chart().area(2).x(7), view->chart().area(2).rect().center().y());
    QTest::mouseClick(view->canvas(), Qt::LeftButton, {}, place.toPoint());
    QCOMPARE(cursor()->moment(), Moment{7});
    QVERIFY(!m_views.back()->grab().isNull());
}

void TestCompareViews::differences()
{
    const Run *a = put(0), *b = put(1, 12, 10, 3);
    const auto *view = show<DifferenceView>();
    cursor()->setMoment(10);
    QTRY_COMPARE(view->grid().state().rows.size(), std::size_t(10));
    for (int call = 1; call <= 10; ++call)
        for (int n = 0; n < 12; ++n) {
            const auto &cell =
                view->grid().state().rows[static_cast<std::size_t>(call - 1)][static_cast<std::size_t>(n)];
            QCOMPARE(cell.isOther, a->labelAt(call, n) != b->labelAt(call, n));
            QCOMPARE(cell.difference, wordProbability(*b->token(call, n)) - wordProbability(*a->token(call, n)));
        }
    QVERIFY(view->summary().startsWith(QStringLiteral("A and B part at model call")));
    // For those who do not see it: the cursor's cell with both words, by the keys of the grid, too.
    const auto heard = [view] {
        return QAccessible::queryAccessibleInterface(view->canvas())->text(QAccessible::Description);
    };
    QCOMPARE(heard(), view->summary());
    cursor()->select(4, 9);
    QVERIFY2(heard().startsWith(view->summary()) &&
                 heard().contains(QStringLiteral("Position 4 after model call 9; A: ")),
             qPrintable(heard()));
    QTest::keyClick(view->canvas(), Qt::Key_Right);
    for (const QString &part :
         {QStringLiteral("Position 5 after model call 9"), QStringLiteral("A: \"%1\"").arg(a->labelAt(9, 5)),
          QStringLiteral("B: \"%1\"").arg(b->labelAt(9, 5))})
        QVERIFY2(heard().contains(part), qPrintable(heard()));
    cursor()->setMoment(10);
    QTRY_COMPARE(view->grid().state().rows.size(), std::size_t(10));
    QTest::mouseClick(view->canvas(), Qt::LeftButton, {}, view->grid().cellRect(5, 3).center().toPoint());
    QCOMPARE(cursor()->selected(), (Cell{5, 3, 0}));
    QTRY_COMPARE(view->grid().state().rows.size(), std::size_t(3)); // and nothing ahead of it
}

void TestCompareViews::differencesOfChosenLanes()
{
    put(0);
    put(1, 12, 10, 3);
    put(2); // as the first
    const auto *view = show<DifferenceView>();
    cursor()->setMoment(10);
    QTRY_COMPARE(view->lane(1)->count(), 3);
    view->lane(1)->setCurrentIndex(2);
    Q_EMIT view->lane(1)->activated(2);
    QVERIFY(view->summary().startsWith(QStringLiteral("A and C have not parted")));
    m_session->board()->remove(1);
    QTRY_COMPARE(view->lane(1)->count(), 2);
    QVERIFY(view->summary().startsWith(QStringLiteral("A and C")));
}

void TestCompareViews::wordsSideBySide()
{
    const Run *a = put(0);
    put(1, 12, 10, 3);
    const auto *view = show<WordsView>();
    cursor()->setMoment(10);
    QTRY_COMPARE(view->model()->rowCount(), 2);
    const int all = view->model()->columnCount();
    view->onlyDifferences()->click();
    QVERIFY(view->model()->columnCount() < all || view->model()->differingCount() == all);
    view->onlyDifferences()->click();
    QCOMPARE(view->model()->columnCount(), all);
    QTest::keyClicks(view->reference(), a->textAt(10));
    QCOMPARE(view->model()->rowCount(), 3);
    const auto since = [view](int column) {
        return view->model()->index(1, column).data(LaneWordsModel::ReferenceSinceRole).toInt();
    };
    QTRY_VERIFY(since(0) > 0);
    const QModelIndex cell = view->model()->index(2, 0);
    if (const int position = cell.data(LaneWordsModel::PositionRole).toInt(); position >= 0) {
        view->table()->scrollTo(cell);
        QTest::mouseClick(view->table()->viewport(), Qt::LeftButton, {}, view->table()->visualRect(cell).center());
        QCOMPARE(cursor()->laneIndex(), 1);
        QCOMPARE(cursor()->position(), position);
    }
}

void TestCompareViews::aLiveLane()
{
    const RunFeeder feeder;
    put(0);
    Run live(feeder.request());
    m_session->board()->add()->film()->setRun(&live);
    const auto *settle = show<SettleView>();
    const auto *grid = show<DifferenceView>();
    show<WordsView>();
    show<CurvesView>();
    feeder.begin(live);
    cursor()->setMoment(6);
    feeder.append(live, 3);
    QTRY_COMPARE(grid->grid().state().rows.size(), std::size_t(3));
    feeder.append(live, 5);
    QTRY_COMPARE(grid->grid().state().rows.size(), std::size_t(6));
    live.interrupt(QStringLiteral("the engine has gone"));
    QTRY_VERIFY(!settle->chart().state().lanes[1].points.empty());
    for (const auto &view : m_views)
        QVERIFY(!view->grab().isNull());
    m_session->board()->remove(1);
}

void TestCompareViews::docksComeWithASecondLane()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    const DockLayout *docks = f.window().docks();
    const QStringList ids{QStringLiteral("settleDock"), QStringLiteral("curvesDock"), QStringLiteral("wordsDock"),
                          QStringLiteral("differenceDock")};
    const auto shown = [docks, &ids] {
        QStringList found;
        for (const QString &id : ids)
            if (!docks->dock(id)->isHidden())
                found << id;
        return found;
    };
    QVERIFY(shown().isEmpty());
    QVERIFY(!f.actions().lanePanels->isVisible());
    f.window().resize(1440, 700);
    f.session().board()->add();
    QVERIFY(shown().isEmpty()); // in a low window the planes have the room
    QVERIFY(f.actions().lanePanels->isVisible() && !f.actions().lanePanels->isChecked());
    f.actions().lanePanels->trigger();
    QCOMPARE(shown(), ids);
    f.actions().lanePanels->trigger();
    QVERIFY(shown().isEmpty());
    f.actions().lanePanels->trigger();
    QCOMPARE(shown(), ids);
    docks->dock(ids[1])->close();
    f.session().board()->add();
    QCOMPARE(shown().size(), 3); // what was closed stays so
    f.session().board()->remove(2);
    f.session().board()->remove(1);
    QVERIFY(shown().isEmpty());
    f.session().board()->add();
    QCOMPARE(shown().size(), 3);
    f.actions().resetLayout->trigger();
    QVERIFY(shown().isEmpty());
    f.window().resize(1440, 100 * f.window().fontMetrics().height());
    f.actions().resetLayout->trigger();
    QCOMPARE(shown(), ids);
    f.session().startLanes();
    QTRY_VERIFY(f.session().board()->at(1)->run() && !f.session().board()->at(1)->run()->isLive());
    QTRY_VERIFY(!f.session().board()->at(0)->run()->isLive());
    for (const QString &id : ids) {
        docks->dock(id)->raise();
        f.picture(QStringLiteral("lanes-") + id);
    }
}

void TestCompareViews::nothingIsMadeWhileNobodySeesIt()
{
    put(0);
    put(1, 12, 10, 3);
    auto *view = show<SettleView>();
    view->hide();
    cursor()->setMoment(2);
    QCoreApplication::processEvents();
    QVERIFY(view->chart().state().shownCall != 2);
    view->show();
    QCOMPARE(view->chart().state().shownCall, 2);
}

QTEST_MAIN(TestCompareViews)
#include "tst_compareviews.moc"
