// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Film and cursor: the order of moments with filled in steps, what a moment may know of what comes later, one place for
// several lanes.
#include "ui/ManualClock.h"
#include "ui/RunFeeder.h"
#include <QSignalSpy>
#include <QTest>

using namespace ard;
using namespace ard::ui;
using ard::test::FilmStage;
using ard::test::RunFeeder;

namespace {

/// The skipped sentence steps of a model call, as the engine would send them; all of them, or so many frames.
Run *filledRun(const RunFeeder &feeder, int call, int frames = -1)
{
    const fake::FakeRun filled = *feeder.fake().filled(call);
    return new Run(filled.record(frames < 0 ? filled.modelCalls() : frames));
}

} // namespace

class TestFilm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void momentsOfARun();
    void filledStepsStandBetween();
    void filledStepsGrow();
    void filledStepsThatDoNotFit();
    void readsTheShownWord();
    void nothingIsKnownOfTheFuture();
    void sameStepLiveAndAfterwards();
    void settleStepsSoFar();
    void aPlanWithoutARun();
    void cursorSelects();
    void cursorKeepsTheStepOfAKnownRun();
    void lanesFollowTheCursor();
    void lanesFollowTheNoise();
    void unlinkedLanesKeepTheirMoment();
    void longerLanesPlayOn();
    void lanesKeepTheirLetters();
    void lanesComeAndGo();
    void laneChanges();
};

void TestFilm::momentsOfARun()
{
    Run run(RunFeeder().fake().record(10));
    FilmStage stage(&run);
    const Film &film = *stage.film;
    QCOMPARE(film.size(), 11);
    for (int i = 0; i <= 10; ++i) {
        QCOMPARE(film.at(i), Moment(i));
        QCOMPARE(film.indexOf(i), i);
    }
    QCOMPARE(film.at(99), Moment(10));
    QCOMPARE(film.at(-1), Moment(0));
    QVERIFY(film.contains(10) && !film.contains(11) && !film.contains({3, 1}));
    QCOMPARE(film.nearest({3, 5}), Moment(3));
    QCOMPARE(film.nearest(40), Moment(10));
    stage.film->setRun(nullptr);
    QCOMPARE(film.size(), 0);
    QVERIFY(!film.contains(0));
}

void TestFilm::filledStepsStandBetween()
{
    const RunFeeder feeder;
    Run run(feeder.fake().record(10));
    FilmStage stage(&run);
    Film &film = *stage.film;
    QSignalSpy changed(&film, &Film::filledChanged);
    Run *filled = filledRun(feeder, 4);
    const int between = filled->modelCalls() - 1;
    QVERIFY(between > 3);
    QVERIFY(film.insert(4, filled));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(film.filled(4), filled);
    QCOMPARE(film.size(), 11 + between);
    QCOMPARE(film.at(3), Moment(3));
    QCOMPARE(film.at(4), Moment(3, 1));
    QCOMPARE(film.at(3 + between), Moment(3, between));
    QCOMPARE(film.at(4 + between), Moment(4));
    for (int i = 0; i < film.size(); ++i)
        QCOMPARE(film.indexOf(film.at(i)), i);
    for (int i = 1; i < film.size(); ++i) { // one by one, and never back
        const int jump = film.sentenceStep(film.at(i - 1)) - film.sentenceStep(film.at(i));
        QVERIFY(film.at(i).sub > 0 || film.at(i - 1).sub > 0 ? jump == 1 : jump >= 1);
        for (int n = 0; n < 12; ++n)
            QVERIFY(film.timestep(film.at(i), n) <= film.timestep(film.at(i - 1), n));
    }
    QCOMPARE(film.label({3, 2}, 5), filled->labelAt(2, 5));
    QCOMPARE(film.text({3, 2}), filled->textAt(2));
    QCOMPARE(film.previousLabel(4, 5), filled->labelAt(between, 5));
    QCOMPARE(film.hasChanged(4, 5), film.previousLabel(4, 5) != film.label(4, 5));
    QVERIFY(stage.cursor.selected() == Cell{});
    stage.cursor.setMoment(3);
    QVERIFY(stage.cursor.advance());
    QCOMPARE(stage.cursor.moment(), Moment(3, 1));
    QVERIFY(film.insert(4, filledRun(feeder, 4))); // anew: the earlier ones go
    QCOMPARE(film.size(), 11 + between);
}

void TestFilm::filledStepsGrow()
{
    const RunFeeder feeder;
    Run run(feeder.fake().record(10));
    FilmStage stage(&run);
    const fake::FakeRun steps = *feeder.fake().filled(2);
    auto *filled = new Run(steps.header().request);
    QVERIFY(filled->begin({steps.header(), {}}));
    QVERIFY(stage.film->insert(2, filled));
    QCOMPARE(stage.film->size(), 11);
    QVERIFY(filled->append({steps.frame(1), {}}));
    QCOMPARE(stage.film->size(), 12);
    QCOMPARE(stage.film->at(2), Moment(1, 1));
}

void TestFilm::filledStepsThatDoNotFit()
{
    const RunFeeder feeder;
    Run run(feeder.fake().record(10));
    FilmStage stage(&run);
    const std::unique_ptr<Run> other(filledRun(feeder, 5));
    for (const int call : {0, 4, 6, 11})
        QVERIFY(!stage.film->insert(call, other.get()));
    QCOMPARE(stage.film->size(), 11);
    QCOMPARE(other->parent(), nullptr); // not taken
}

void TestFilm::readsTheShownWord()
{
    Run run(RunFeeder().fake().record(10));
    FilmStage stage(&run);
    constexpr int position = fake::FakeRun::kSecondBest;
    const TokenState *token = stage.film->token(10, position);
    QCOMPARE(token->wordId, token->topIds[1]);
    QCOMPARE(stage.film->label(10, position), run.label(token->topIds[1]));
    QCOMPARE(stage.film->probability(10, position), static_cast<double>(token->topProbabilities[1]));
    QCOMPARE(stage.film->probability(0, position), 0.0);
    QVERIFY(stage.film->label(0, position).isEmpty());
}

void TestFilm::nothingIsKnownOfTheFuture()
{
    Run run(RunFeeder().fake().record(10));
    FilmStage stage(&run);
    int early = 0;
    for (int call = 0; call <= 10; ++call)
        for (int n = 0; n < 12; ++n) {
            const bool known = call == 10 || run.timestep(call, n) == 0;
            QCOMPARE(stage.film->isSettled(call, n, Sight::UpToMoment), call > 0 && known);
            const bool later = call > 0 && call >= run.settle().byWord(n); // what only the whole run tells
            QCOMPARE(stage.film->isSettled(call, n, Sight::WholeRun), later);
            early += later && !known ? 1 : 0;
        }
    QVERIFY(early > 10); // there is something to be hidden
}

void TestFilm::sameStepLiveAndAfterwards()
{
    const RunFeeder feeder;
    Run run(feeder.request());
    FilmStage stage(&run);
    std::vector<std::array<bool, 12>> settled;
    std::vector<std::array<int, 12>> steps;
    const auto read = [&](int call) {
        settled.emplace_back();
        steps.emplace_back();
        for (int n = 0; n < 12; ++n) {
            const auto at = static_cast<std::size_t>(n);
            settled.back()[at] = stage.film->isSettled(call, n, Sight::UpToMoment);
            steps.back()[at] = stage.film->settleSteps(call, n, Sight::UpToMoment).byWord;
        }
    };
    feeder.begin(run);
    for (int call = 1; call <= 10; ++call) {
        feeder.append(run);
        read(call);
    }
    const auto live = std::exchange(settled, {});
    const auto liveSteps = std::exchange(steps, {});
    feeder.finish(run);
    for (int call = 1; call <= 10; ++call)
        read(call);
    QVERIFY(settled == live);
    QVERIFY(steps == liveSteps);
}

void TestFilm::settleStepsSoFar()
{
    Run run(RunFeeder().fake().record(10));
    FilmStage stage(&run);
    for (int call = 1; call <= 10; ++call)
        for (int n = 0; n < 12; ++n) {
            RunRecord cut = run.record();
            cut.frames.resize(static_cast<std::size_t>(call));
            const Settling expected = settling(cut.frames);
            const SettleSteps steps = stage.film->settleSteps(call, n, Sight::UpToMoment);
            QCOMPARE(steps.byWord, expected.byWord[static_cast<std::size_t>(n)]);
            QCOMPARE(steps.bySchedule, expected.bySchedule[static_cast<std::size_t>(n)]);
            QCOMPARE(steps.provisional, call < 10);
            const SettleSteps all = stage.film->settleSteps(call, n, Sight::WholeRun);
            QCOMPARE(all.byWord, run.settle().byWord(n));
            QCOMPARE(all.bySchedule, run.settle().bySchedule(n));
            QVERIFY(!all.provisional);
        }
}

void TestFilm::aPlanWithoutARun()
{
    FilmStage stage;
    QSignalSpy changed(stage.film, &Film::planChanged);
    stage.film->setPlan(RunFeeder().fake().header().plan, 200);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(stage.film->length(), 12);
    QCOMPARE(stage.film->modelCalls(), 10);
    QCOMPARE(stage.film->size(), 0);
    QVERIFY(!stage.film->frame(1));
    Run run(RunFeeder(12, 200, 5).fake().record(5));
    stage.film->setRun(&run);
    QCOMPARE(stage.film->modelCalls(), 5);
    stage.film->setPlan({}, 0);
    QCOMPARE(changed.size(), 1); // of the run that is shown, nothing changed
}

void TestFilm::cursorSelects()
{
    Run run(RunFeeder().fake().record(10));
    FilmStage stage(&run);
    Cursor &cursor = stage.cursor;
    QSignalSpy selected(&cursor, &Cursor::selectedChanged), hovered(&cursor, &Cursor::hoveredChanged);
    cursor.setMoment(3); // no position yet
    QVERIFY(selected.isEmpty());
    cursor.select(4, 2);
    cursor.select(4, 2);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(cursor.moment(), Moment(2));
    cursor.setMoment(7);
    QCOMPARE(cursor.selected(), (Cell{4, 7}));
    cursor.select(4, 99); // as far as there is
    QCOMPARE(cursor.selected(), (Cell{4, 10}));
    QVERIFY(!cursor.advance());
    cursor.hover(1, 1);
    cursor.hover(1, 1);
    QCOMPARE(hovered.size(), 1);
    cursor.hover(-1, 3);
    QVERIFY(!cursor.hovered().isValid());
    cursor.select(-1, 2);
    QVERIFY(!cursor.selected().isValid());
    cursor.select(0, 0);
    cursor.clear();
    QVERIFY(!cursor.selected().isValid());
}

void TestFilm::cursorKeepsTheStepOfAKnownRun()
{
    Run first(RunFeeder().fake().record(10)), second(RunFeeder(12, 200, 20).fake().record(20));
    Run shortRun(RunFeeder(3, 200, 4).fake().record(4));
    FilmStage stage(&first);
    QCOMPARE(stage.cursor.moment(), Moment(10)); // a run is first seen at its end
    stage.film->setRun(&second);
    QCOMPARE(stage.cursor.moment(), Moment(20));
    stage.cursor.select(8, 6);
    stage.film->setRun(&first);
    QCOMPARE(stage.cursor.selected(), (Cell{8, 6}));
    stage.film->setRun(&second);
    QCOMPARE(stage.cursor.selected(), (Cell{8, 6}));
    stage.film->setRun(&shortRun);
    QCOMPARE(stage.cursor.moment(), Moment(4));
    QVERIFY(!stage.cursor.selected().isValid()); // it has no such position
    stage.film->setRun(&second);
    stage.cursor.setMoment(15);
    stage.film->setRun(&first);
    QCOMPARE(stage.cursor.moment(), Moment(10)); // as far as it exists
    stage.film->setRun(nullptr);
    QCOMPARE(stage.cursor.moment(), Moment(0));
    stage.film->setRun(&second);
    QCOMPARE(stage.cursor.moment(), Moment(20));
}

void TestFilm::lanesFollowTheCursor()
{
    Run first(RunFeeder().fake().record(10)), second(RunFeeder(12, 200, 40).fake().record(40));
    FilmStage stage(&first);
    Lane *lane = stage.board.add();
    lane->film()->setRun(&second);
    stage.cursor.setMoment(5);
    QCOMPARE(stage.cursor.momentIn(lane), Moment(5));
    stage.cursor.setLink(Cursor::Link::Share);
    QCOMPARE(stage.cursor.momentIn(lane), Moment(20));
    QSignalSpy moved(&stage.cursor, &Cursor::momentChanged);
    stage.cursor.select({7, 30, 1});
    QCOMPARE(stage.cursor.laneIndex(), 1);
    QCOMPARE(stage.cursor.selected(), (Cell{7, 30, 1}));
    QCOMPARE(stage.cursor.momentIn(stage.lane), Moment(8)); // 7.5, to the nearest
    QVERIFY(!moved.isEmpty());
}

void TestFilm::lanesFollowTheNoise()
{
    // Twice as many calls: after five of ten the noise is that of ten of twenty, or a little less.
    Run first(RunFeeder(12, 200, 10).fake().record(10)), second(RunFeeder(12, 200, 20).fake().record(20));
    FilmStage stage(&first);
    Lane *lane = stage.board.add();
    lane->film()->setRun(&second);
    stage.cursor.setLink(Cursor::Link::Noise);
    const auto noise = [](const Run &run, int call) {
        int sum = 0;
        for (int n = 0; n < run.length(); ++n)
            sum += run.timestep(call, n);
        return sum;
    };
    for (int call = 0; call <= 10; ++call) {
        stage.cursor.setMoment(call);
        const int there = stage.cursor.momentIn(lane).call;
        QVERIFY(noise(second, there) >= noise(first, call));
        QVERIFY(there == 20 || noise(second, there + 1) < noise(first, call));
    }
    QCOMPARE(stage.cursor.momentIn(lane), Moment(20));
}

void TestFilm::unlinkedLanesKeepTheirMoment()
{
    Run first(RunFeeder(12, 200, 10).fake().record(10)), second(RunFeeder(12, 200, 20).fake().record(20));
    FilmStage stage(&first);
    Lane *lane = stage.board.add();
    lane->film()->setRun(&second);
    stage.cursor.setMoment(4);
    stage.cursor.setLink(Cursor::Link::None);
    stage.cursor.setMoment(9);
    QCOMPARE(stage.cursor.momentIn(lane), Moment(4)); // where it was
    stage.cursor.setLane(1);
    QCOMPARE(stage.cursor.moment(), Moment(4));
    stage.cursor.setMoment(17);
    QCOMPARE(stage.cursor.momentIn(stage.lane), Moment(9));
    stage.cursor.setLane(0);
    QCOMPARE(stage.cursor.moment(), Moment(9));
}

void TestFilm::longerLanesPlayOn()
{
    Run first(RunFeeder(12, 200, 3).fake().record(3)), second(RunFeeder(12, 200, 7).fake().record(7));
    FilmStage stage(&first);
    Lane *lane = stage.board.add();
    lane->film()->setRun(&second);
    stage.cursor.setMoment(0);
    for (int call = 1; call <= 7; ++call) {
        QVERIFY(stage.cursor.playOn());
        QCOMPARE(stage.cursor.moment(), Moment(std::min(call, 3)));
        QCOMPARE(stage.cursor.momentIn(lane), Moment(call));
    }
    QVERIFY(!stage.cursor.playOn());
    stage.cursor.setMoment(2);
    QCOMPARE(stage.cursor.momentIn(lane), Moment(2));
    stage.cursor.toEnd();
    QCOMPARE(stage.cursor.momentIn(lane), Moment(7));
}

void TestFilm::lanesKeepTheirLetters()
{
    FilmStage stage;
    stage.board.add();
    stage.board.add();
    Lane *second = stage.board.at(1);
    stage.cursor.setLane(1);
    stage.board.swap(1, 2);
    QCOMPARE(stage.board.at(2), second);
    QCOMPARE(second->letter(), QStringLiteral("B"));
    QCOMPARE(stage.cursor.lane(), second);
    stage.board.remove(0);
    QCOMPARE(stage.board.add()->letter(), QStringLiteral("A")); // the first that is free
    while (stage.board.size() > 1)
        stage.board.remove(0);
    QCOMPARE(stage.board.at(0)->letter(), QStringLiteral("A")); // alone
}

void TestFilm::lanesComeAndGo()
{
    FilmStage stage;
    for (int i = 1; i < Board::kMaxLanes; ++i)
        QVERIFY(stage.board.add());
    QVERIFY(!stage.board.add());
    QCOMPARE(stage.board.size(), 8);
    stage.cursor.setLane(5);
    Lane *lane = stage.cursor.lane();
    QVERIFY(stage.board.remove(2)); // one before it
    QCOMPARE(stage.cursor.lane(), lane);
    QVERIFY(stage.board.remove(stage.cursor.laneIndex()));
    QVERIFY(stage.cursor.lane() && stage.cursor.lane() != lane);
    while (stage.board.size() > 1)
        QVERIFY(stage.board.remove(stage.board.size() - 1));
    QCOMPARE(stage.cursor.laneIndex(), 0);
    QVERIFY(!stage.board.remove(0));
}

void TestFilm::laneChanges()
{
    GenerationRequest common = RunFeeder::request(12, 200, 10, 7);
    LaneChanges changes;
    QCOMPARE(changes.applied(common).samplingSteps, 10);
    changes.schedule.emplace();
    changes.schedule->kind = "lagged";
    changes.schedule->lag = 50;
    changes.samplingSteps = 5;
    changes.clamp = ClampMode::Expected;
    const GenerationRequest mine = changes.applied(common);
    QCOMPARE(mine.schedule.kind, std::string("lagged"));
    QCOMPARE(mine.schedule.lag, 50);
    QCOMPARE(mine.schedule.length, 12); // the model's
    QCOMPARE(mine.schedule.diffusionSteps, 200);
    QCOMPARE(mine.samplingSteps, 5);
    QCOMPARE(mine.clamp, ClampMode::Expected);
    QCOMPARE(common.clamp, ClampMode::Nearest);
    QCOMPARE(mine.seed, std::uint64_t(7));
    common.clamp = ClampMode::Drawn;
    common.temperature = 0.5;
    common.topP = 0.9;
    QCOMPARE(changes.applied(common).temperature, 0.0); // words are not drawn any more
    QCOMPARE(changes.applied(common).topP, 1.0);
    changes.clamp.reset();
    QCOMPARE(changes.applied(common).temperature, 0.5);
}

QTEST_GUILESS_MAIN(TestFilm)
#include "tst_film.moc"
