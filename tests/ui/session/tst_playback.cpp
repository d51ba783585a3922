// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The transport on a wound clock: stepping, playing, following a live run; that nothing depends on how fast frames come.
#include "session/Playback.h"
#include "ui/ManualClock.h"
#include "ui/RunFeeder.h"
#include <QSignalSpy>
#include <QTest>

using namespace ard;
using namespace ard::ui;
using ard::test::FilmStage;
using ard::test::RunFeeder;

namespace {

struct Stage : FilmStage {
    explicit Stage(Run *run = nullptr) : FilmStage(run) { }
    Playback playback{&cursor, &clock};
};

} // namespace

class TestPlayback : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordedRunIsShownAtItsEnd();
    void steps();
    void playRestartsAtTheEndAndStops();
    void whoMovesTheCursorStopsTheFilm();
    void loop();
    void speed();
    void followsALiveRun();
    void stepBackEndsFollowing();
    void lastFollowsAgain();
    void playCatchesUpWithALiveRun();
    void oneBeatForManyFrames();
    void pacedRunLeavesNoStepOut();
    void pacedRunWaitsForTheEngine();
    void otherRun();
    void otherLane();
    void deletedRun();
    void nothingWithoutARun();
};

void TestPlayback::recordedRunIsShownAtItsEnd()
{
    Run run(RunFeeder().fake().record(10));
    Stage stage(&run);
    QCOMPARE(stage.playback.stepCount(), 10);
    QCOMPARE(stage.playback.step(), 10);
    QVERIFY(!stage.playback.isFollowing());
    QVERIFY(!stage.playback.isPlaying());
}

void TestPlayback::steps()
{
    Run run(RunFeeder().fake().record(10));
    Stage stage(&run);
    Playback &playback = stage.playback;
    QSignalSpy changed(&stage.cursor, &Cursor::momentChanged);
    playback.stepBack();
    QCOMPARE(playback.step(), 9);
    playback.stepBack(4);
    QCOMPARE(playback.step(), 5);
    playback.stepForward();
    QCOMPARE(playback.step(), 6);
    playback.first();
    QCOMPARE(playback.step(), 0);
    playback.stepBack();
    QCOMPARE(playback.step(), 0);
    playback.last();
    QCOMPARE(playback.step(), 10);
    playback.stepForward();
    QCOMPARE(playback.step(), 10);
    playback.seek(3);
    QCOMPARE(playback.step(), 3);
    playback.seek(1000);
    QCOMPARE(playback.step(), 10);
    QCOMPARE(changed.size(), 7); // the two at the ends changed nothing
}

void TestPlayback::playRestartsAtTheEndAndStops()
{
    Run run(RunFeeder().fake().record(10));
    Stage stage(&run);
    Playback &playback = stage.playback;
    playback.setSpeed(4);
    QList<int> seen;
    connect(&stage.cursor, &Cursor::momentChanged, this, [&](Moment moment) { seen << moment.call; });
    playback.togglePlay();
    QVERIFY(playback.isPlaying());
    stage.clock.advance(249);
    QCOMPARE(seen, QList<int>{0});
    stage.clock.advance(1);
    QCOMPARE(seen, (QList<int>{0, 1}));
    stage.clock.advance(9 * 250);
    QCOMPARE(seen, (QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}));
    QVERIFY(!playback.isPlaying());
    playback.seek(4);
    playback.play();
    stage.clock.advance(2 * 250);
    QCOMPARE(playback.step(), 6);
    playback.togglePlay();
    QVERIFY(!playback.isPlaying());
    stage.clock.advance(10'000);
    QCOMPARE(playback.step(), 6);
}

void TestPlayback::whoMovesTheCursorStopsTheFilm()
{
    Run run(RunFeeder().fake().record(10));
    Stage stage(&run);
    stage.playback.first();
    stage.playback.play();
    stage.cursor.select(3, 5);
    QVERIFY(!stage.playback.isPlaying());
    stage.clock.advance(10'000);
    QCOMPARE(stage.playback.step(), 5);
    stage.playback.play();
    stage.cursor.select(2, 5); // another position at the same moment: the film goes on
    QVERIFY(stage.playback.isPlaying());
}

void TestPlayback::loop()
{
    Run run(RunFeeder(12, 200, 3).fake().record(3));
    Stage stage(&run);
    stage.playback.setLooping(true);
    stage.playback.setSpeed(4);
    QList<int> seen;
    connect(&stage.cursor, &Cursor::momentChanged, this, [&](Moment moment) { seen << moment.call; });
    stage.playback.play();
    stage.clock.advance(8 * 250);
    QCOMPARE(seen, (QList<int>{0, 1, 2, 3, 0, 1, 2, 3, 0}));
    QVERIFY(stage.playback.isPlaying());
}

void TestPlayback::speed()
{
    Stage stage;
    Playback &playback = stage.playback;
    QSignalSpy changed(&playback, &Playback::speedChanged);
    QCOMPARE(playback.speed(), Playback::kNormalSpeed);
    playback.setSpeed(1000);
    QCOMPARE(playback.speed(), 32.0);
    playback.faster();
    QCOMPARE(playback.speed(), 32.0);
    playback.setSpeed(0);
    QCOMPARE(playback.speed(), 0.25);
    playback.slower();
    QCOMPARE(playback.speed(), 0.25);
    playback.faster();
    QCOMPARE(playback.speed(), 0.5);
    playback.setSpeed(std::numeric_limits<double>::quiet_NaN());
    QCOMPARE(playback.speed(), Playback::kNormalSpeed);
    QCOMPARE(changed.size(), 4);
}

void TestPlayback::followsALiveRun()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    Stage stage(&run);
    QVERIFY(stage.playback.isFollowing());
    QCOMPARE(stage.playback.step(), 0);
    feeder.begin(run);
    for (int call = 1; call <= 10; ++call) {
        feeder.append(run);
        stage.tick();
        QCOMPARE(stage.playback.step(), call);
        QCOMPARE(stage.playback.stepCount(), call);
    }
    feeder.finish(run);
    QVERIFY(!stage.playback.isFollowing());
    QCOMPARE(stage.playback.step(), 10);
}

void TestPlayback::stepBackEndsFollowing()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    Stage stage(&run);
    feeder.begin(run);
    feeder.append(run, 5);
    stage.tick();
    QCOMPARE(stage.playback.step(), 5);
    stage.playback.stepBack();
    QVERIFY(!stage.playback.isFollowing());
    feeder.append(run, 3);
    stage.tick();
    QCOMPARE(stage.playback.stepCount(), 8);
    QCOMPARE(stage.playback.step(), 4);
    QCOMPARE(run.frameCount(), 8);
}

void TestPlayback::lastFollowsAgain()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    Stage stage(&run);
    feeder.begin(run);
    feeder.append(run, 5);
    stage.playback.first();
    stage.playback.last();
    QCOMPARE(stage.playback.step(), 5);
    QVERIFY(stage.playback.isFollowing());
    stage.playback.pause();
    QVERIFY(!stage.playback.isFollowing());
    stage.playback.play(); // at the newest frame of a live run: watch it grow
    QVERIFY(stage.playback.isFollowing());
    feeder.append(run, 2);
    stage.tick();
    QCOMPARE(stage.playback.step(), 7);
}

void TestPlayback::playCatchesUpWithALiveRun()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    Stage stage(&run);
    stage.playback.setSpeed(4);
    feeder.begin(run);
    feeder.append(run, 4);
    stage.playback.first();
    stage.playback.play();
    QVERIFY(stage.playback.isPlaying());
    stage.clock.advance(4 * 250);
    QVERIFY(stage.playback.isFollowing());
    QVERIFY(!stage.playback.isPlaying());
    QCOMPARE(stage.playback.step(), 4);
    feeder.append(run);
    stage.tick();
    QCOMPARE(stage.playback.step(), 5);
}

void TestPlayback::oneBeatForManyFrames()
{
    const RunFeeder feeder(12, 2000, 400);
    Run run(feeder.request());
    Stage stage(&run);
    feeder.begin(run);
    QSignalSpy grew(stage.film, &Film::grew);
    QSignalSpy moved(&stage.cursor, &Cursor::momentChanged);
    for (int beat = 0; beat < 4; ++beat) { // 100 frames a beat
        feeder.append(run, 100);
        QCOMPARE(grew.size(), beat);
        stage.tick();
        QCOMPARE(grew.size(), beat + 1);
        QCOMPARE(grew.last(), (QVariantList{beat * 100 + 1, beat * 100 + 100}));
        QCOMPARE(moved.size(), beat + 1);
    }
    feeder.finish(run);
    QCOMPARE(stage.playback.step(), 400);
}

void TestPlayback::pacedRunLeavesNoStepOut()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    Stage stage;
    stage.playback.setPaced(true);
    stage.film->setRun(&run);
    QVERIFY(stage.playback.isPlaying() && !stage.playback.isFollowing());
    feeder.begin(run);
    feeder.append(run, 10); // all at once
    feeder.finish(run);
    stage.tick();
    QCOMPARE(stage.playback.step(), 0);
    for (int step = 1; step <= 10; ++step) {
        stage.clock.advance(250);
        QCOMPARE(stage.playback.step(), step);
    }
    QVERIFY(!stage.playback.isPlaying());
}

void TestPlayback::pacedRunWaitsForTheEngine()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    Stage stage;
    stage.playback.setPaced(true);
    stage.film->setRun(&run);
    feeder.begin(run);
    feeder.append(run, 2);
    stage.tick();
    stage.clock.advance(2000);
    QCOMPARE(stage.playback.step(), 2);
    QVERIFY(stage.playback.isPlaying()); // never ahead of it, and goes on by itself
    feeder.append(run, 3);
    stage.tick();
    QCOMPARE(stage.playback.step(), 2);
    stage.clock.advance(2000);
    QCOMPARE(stage.playback.step(), 5);
    stage.playback.pause();
    feeder.append(run, 5);
    feeder.finish(run);
    stage.tick();
    stage.clock.advance(2000);
    QCOMPARE(stage.playback.step(), 5);
    stage.playback.play();
    stage.clock.advance(2000);
    QCOMPARE(stage.playback.step(), 10);
    QVERIFY(!stage.playback.isPlaying());
}

void TestPlayback::otherRun()
{
    const RunFeeder feeder;
    Run live(feeder.request());
    Run recorded(RunFeeder(12, 200, 5).fake().record(5));
    Stage stage(&live);
    feeder.begin(live);
    feeder.append(live, 3);
    QSignalSpy runs(stage.film, &Film::runChanged);
    stage.film->setRun(&recorded);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(stage.playback.step(), 5);
    QVERIFY(!stage.playback.isFollowing());
    feeder.append(live, 4); // no longer ours
    stage.clock.advance(1000);
    QCOMPARE(stage.playback.step(), 5);
    QCOMPARE(stage.playback.stepCount(), 5);
}

void TestPlayback::otherLane()
{
    Run first(RunFeeder().fake().record(10)), second(RunFeeder(12, 200, 20).fake().record(20));
    Stage stage(&first);
    Lane *lane = stage.board.add();
    lane->film()->setRun(&second);
    stage.playback.seek(4);
    stage.cursor.setLane(1);
    QCOMPARE(stage.playback.stepCount(), 20);
    QCOMPARE(stage.playback.step(), 4);
    stage.playback.play();
    stage.clock.advance(250);
    QCOMPARE(stage.playback.step(), 5);
    QCOMPARE(stage.cursor.momentIn(stage.lane), Moment(5));
}

void TestPlayback::deletedRun()
{
    auto run = std::make_unique<Run>(RunFeeder().fake().record(10));
    Stage stage(run.get());
    stage.playback.first();
    stage.playback.play();
    QSignalSpy runs(stage.film, &Film::runChanged);
    run.reset();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(stage.film->run(), nullptr);
    QCOMPARE(stage.playback.stepCount(), 0);
    QCOMPARE(stage.playback.step(), 0);
    QVERIFY(!stage.playback.isPlaying());
}

void TestPlayback::nothingWithoutARun()
{
    Stage stage;
    stage.playback.play();
    stage.playback.stepForward();
    stage.playback.last();
    stage.playback.seek(5);
    QCOMPARE(stage.playback.step(), 0);
    QVERIFY(!stage.playback.isPlaying());
    QVERIFY(!stage.playback.isFollowing());
}

QTEST_GUILESS_MAIN(TestPlayback)
#include "tst_playback.moc"
