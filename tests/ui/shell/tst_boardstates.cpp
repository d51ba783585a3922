// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A board of one, two and eight lanes with one token and with 256: empty, running, finished, stopped, failed in one lane. In each
// the lanes fit into the window, are painted, and say what they are.
#include "shell/LaneController.h"
#include "ui/shell/LaneChecks.h"
#include "views/transport/TransportBar.h"
#include <QImage>

using namespace ard;
using namespace ard::ui;
using test::allEnded;
using test::steps;
using test::verifyLanesFit;
using test::WindowFixture;

namespace {

enum class State { Empty, Running, Finished, Stopped, FailedInOne };

constexpr int kTooMany =
    1000; ///< sampling steps: more than 256 positions have sentence steps, no more than a run may keep

/// The lane that fails is the last one.
std::vector<LaneChanges> lanesOf(int count, State state)
{
    std::vector<LaneChanges> lanes;
    for (int i = 0; i < count; ++i)
        lanes.push_back(steps(i + 3));
    if (state == State::FailedInOne)
        lanes.back() = steps(kTooMany);
    return lanes;
}

/// More than one colour: it is not an empty field.
bool isPainted(QWidget *widget)
{
    const QImage image = widget->grab().toImage();
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixel(x, y) != image.pixel(0, 0))
                return true;
    return false;
}

} // namespace

class TestBoardStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void states_data();
    void states();

private:
    static void verifyLane(const LaneView &view, State state, int length, bool isLast);
    static bool reach(WindowFixture &f, State state);
};

void TestBoardStates::states_data()
{
    QTest::addColumn<int>("lanes");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("state");
    const std::pair<const char *, State> states[] = {{"empty", State::Empty},
                                                     {"running", State::Running},
                                                     {"finished", State::Finished},
                                                     {"stopped", State::Stopped},
                                                     {"failed in one", State::FailedInOne}};
    for (const int lanes : {1, 2, 8})
        for (const int length : {1, 256})
            for (const auto &[name, state] : states)
                QTest::addRow("%d lanes, %d tokens, %s", lanes, length, name) << lanes << length << int(state);
}

bool TestBoardStates::reach(WindowFixture &f, State state)
{
    Session &session = f.session();
    if (state == State::Empty)
        return true;
    f.actions().run->trigger();
    if (state == State::Finished || state == State::FailedInOne)
        return allEnded(session);
    const auto isUnderWay = [&] {
        const QList<Lane *> &all = session.board()->lanes();
        return std::all_of(all.begin(), all.end(),
                           [](const Lane *lane) { return lane->run() && lane->run()->frameCount() > 0; });
    };
    if (!QTest::qWaitFor(isUnderWay, WindowFixture::kWait))
        return false;
    if (state == State::Running)
        return true;
    f.actions().stop->trigger();
    return allEnded(session);
}

void TestBoardStates::verifyLane(const LaneView &view, State state, int length, bool isLast)
{
    const Lane &lane = *view.lane();
    const Run *run = lane.run();
    const bool fails = state == State::FailedInOne && isLast;
    if (state == State::Empty) {
        QVERIFY(!run);
        QVERIFY(view.plane()->view()->state().preview);
        QVERIFY(view.isAlone() || view.honesty().startsWith(QStringLiteral("not run yet")));
        return;
    }
    QVERIFY(run);
    const Run::State expected = fails ? view.isAlone() ? Run::State::Interrupted : Run::State::Failed
        : state == State::Stopped     ? Run::State::Cancelled
        : state == State::Running     ? Run::State::Live
                                      : Run::State::Complete;
    QCOMPARE(run->state(), expected);
    if (!fails)
        QCOMPARE(lane.film()->length(), length);
    if (view.isAlone())
        return; // what is said of one lane stands elsewhere
    QVERIFY(!view.header()->title().isEmpty());
    const char *told[] = {"", "live", "finished", "stopped after", "failed"};
    const State said = fails ? State::FailedInOne : state == State::FailedInOne ? State::Finished : state;
    QVERIFY2(view.honesty().contains(QLatin1String(told[int(said)])), qPrintable(view.honesty()));
    QVERIFY2(view.honesty().contains(QStringLiteral("Tiny")), qPrintable(view.honesty())); // the model
    QVERIFY(fails || view.cost().contains(QStringLiteral("ms")));
    QVERIFY2(fails || view.noise().startsWith(QStringLiteral("= ")), qPrintable(view.noise()));
    QCOMPARE(view.plane()->view()->notice().isEmpty(), !fails);
}

void TestBoardStates::states()
{
    QFETCH(int, lanes);
    QFETCH(int, length);
    QFETCH(int, state);
    const auto wanted = static_cast<State>(state);
    // Slow where it is to be met under way: a run of three calls must not be over before the last lane has begun.
    const bool isSlow = wanted == State::Running || wanted == State::Stopped;
    // Where there is one lane, what makes no plan cannot be asked for: there the engine stops.
    const bool stops = lanes == 1 && wanted == State::FailedInOne;
    WindowFixture f(isSlow      ? QStringLiteral("--delay 400")
                        : stops ? QStringLiteral("--exit-after 2")
                                : QString(),
                    length);
    QVERIFY(f.startEngine());
    f.window().resize(1280, 720);
    if (lanes > 1)
        f.window().lanes()->compare(lanesOf(lanes, wanted), false);
    QVERIFY(reach(f, wanted));
    f.central().board()->flush();
    const QList<LaneView *> &views = f.central().board()->lanes();
    QCOMPARE(views.size(), lanes);
    for (LaneView *view : views) {
        verifyLane(*view, wanted, length, view == views.back());
        QVERIFY(isPainted(view->plane()));
    }
    if (lanes > 1)
        verifyLanesFit(f);
    QVERIFY(f.central().transport()->isVisible());
    f.picture(QStringLiteral("board-%1-%2-%3").arg(lanes).arg(length).arg(state));
}

QTEST_MAIN(TestBoardStates)
#include "tst_boardstates.moc"
