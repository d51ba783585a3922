// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The views on a run without an engine: one cursor for all of them, scrubbing, following, keyboard.
#include "plot/PlaneView.h"
#include "ui/RunFeeder.h"
#include "views/card/CandidateBars.h"
#include "views/card/TokenCardView.h"
#include "views/grid/GridDelegate.h"
#include "views/grid/TokenGridView.h"
#include "views/plane/PlanePanel.h"
#include "views/strip/TextStripView.h"
#include "views/transport/ScrubRuler.h"
#include <QAccessible>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;

class TestViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void planShownWithoutARun();
    void planeFollowsRunAndStep();
    void planeFillsWhileTheRunGrows();
    void clickInThePlaneReachesEveryView();
    void clickInTheStrip();
    void stripKeys();
    void longSentenceInOneOfSeveralLanesIsSmaller();
    void gridSelects();
    void gridFollowsUntilScrolled();
    void cardNumbers();
    void probabilityIsThatOfTheShownWord();
    void cardSaysThatTimestepZeroIsNotTheEnd();
    void cardOfTheStartingNoise();
    void rulerIsToScale();
    void rulerKeysAndMouse();
    void rulerGivesRepairItsPlaces();
    void unfinishedRunKeepsItsFrames();

private:
    Run *addRun(int frames, bool finish);
    template <class View>
    View *show(View *view)
    {
        m_views.emplace_back(view);
        view->resize(900, 600);
        view->show();
        return view;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Session> m_session;
    std::vector<std::unique_ptr<QWidget>> m_views;
    std::unique_ptr<test::RunFeeder> m_feeder;
};

void TestViews::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("explorer.ini")));
    m_session = std::make_unique<Session>(m_settings.get());
    m_feeder = std::make_unique<test::RunFeeder>(12, 200, 10);
}

void TestViews::cleanup()
{
    m_views.clear();
    m_session.reset();
    m_settings.reset();
}

Run *TestViews::addRun(int frames, bool finish)
{
    Run *run = m_session->runs()->add(new Run(m_feeder->request()));
    m_session->show(run);
    m_feeder->begin(*run);
    m_feeder->append(*run, frames);
    if (finish)
        m_feeder->finish(*run);
    return run;
}

void TestViews::planShownWithoutARun()
{
    auto *panel = show(new PlanePanel(m_session.get(), m_session->board()->at(0)));
    protocol::ModelSummary model;
    model.folder = "m";
    model.length = 13;
    model.diffusionSteps = 2000;
    m_session->form()->setModel(model);
    QVERIFY(panel->view()->state().preview);
    QCOMPARE(panel->view()->state().layout.positions(), 13);
    QCOMPARE(panel->view()->state().layout.modelCalls(), 20);
    m_session->form()->setSamplingSteps(7);
    QCOMPARE(panel->view()->state().layout.modelCalls(), 7);
    QVERIFY(!panel->view()->state().explanation.isEmpty());
}

void TestViews::planeFollowsRunAndStep()
{
    auto *panel = show(new PlanePanel(m_session.get(), m_session->board()->at(0)));
    Run *run = addRun(10, true);
    QVERIFY(!panel->view()->state().preview);
    m_session->playback()->seek(4);
    QCOMPARE(panel->view()->state().shownCalls, 4);
    QCOMPARE(panel->view()->state().words.size(), std::size_t(12));
    for (int n = 0; n < 12; ++n) {
        QCOMPARE(panel->view()->state().words[static_cast<std::size_t>(n)].text, run->labelAt(4, n));
        QCOMPARE(panel->view()->state().words[static_cast<std::size_t>(n)].settled, run->timestep(4, n) == 0);
    }
    m_session->cursor()->setShowsFuture(true);
    for (int n = 0; n < 12; ++n)
        QCOMPARE(panel->view()->state().words[static_cast<std::size_t>(n)].settled, run->settle().byWord(n) <= 4);
    m_session->cursor()->setShowsFuture(false);
    m_session->playback()->seek(0);
    QVERIFY(panel->view()->state().words.empty());
}

void TestViews::planeFillsWhileTheRunGrows()
{
    auto *panel = show(new PlanePanel(m_session.get(), m_session->board()->at(0)));
    Run *run = addRun(0, false);
    for (int call = 1; call <= 3; ++call) {
        m_feeder->append(*run);
        QTRY_COMPARE(panel->view()->state().probabilities.size(), static_cast<std::size_t>(call));
        QCOMPARE(panel->view()->state().shownCalls, call);
    }
}

void TestViews::clickInThePlaneReachesEveryView()
{
    auto *panel = show(new PlanePanel(m_session.get(), m_session->board()->at(0)));
    auto *grid = show(new TokenGridView(m_session.get()));
    auto *card = show(new TokenCardView(m_session.get()));
    Run *run = addRun(10, true);
    Q_EMIT panel->view()->cellSelected(5, 3);
    QCOMPARE(m_session->cursor()->selected(), (Cell{5, 3}));
    QCOMPARE(m_session->playback()->step(), 3);
    QCOMPARE(panel->view()->state().selected, std::optional(PlaneCell{5, 3}));
    QCOMPARE(grid->currentIndex(), grid->steps()->index(2, 5));
    QCOMPARE(card->word(), run->labelAt(3, 5));
    m_session->playback()->stepForward();
    QCOMPARE(grid->currentIndex(), grid->steps()->index(3, 5));
    QCOMPARE(card->word(), run->labelAt(4, 5));
    m_session->cursor()->clear();
    QVERIFY(!panel->view()->state().selected);
    QVERIFY(card->word().isEmpty());
}

void TestViews::clickInTheStrip()
{
    auto *strip = show(new TextStripView(m_session.get(), m_session->board()->at(0)));
    addRun(10, true);
    QTRY_VERIFY(!strip->tokenRect(4).isEmpty());
    QTest::mouseClick(strip->viewport(), Qt::LeftButton, {}, strip->tokenRect(4).center());
    QCOMPARE(m_session->cursor()->selected(), (Cell{4, 10}));
}

void TestViews::stripKeys()
{
    auto *strip = show(new TextStripView(m_session.get(), m_session->board()->at(0)));
    addRun(10, true);
    QTest::keyClick(strip, Qt::Key_Right);
    QCOMPARE(m_session->cursor()->selected().position, 0);
    QTest::keyClick(strip, Qt::Key_Right);
    QCOMPARE(m_session->cursor()->selected().position, 1);
    QTest::keyClick(strip, Qt::Key_Left);
    QTest::keyClick(strip, Qt::Key_Left);
    QCOMPARE(m_session->cursor()->selected().position, 0);
}

void TestViews::longSentenceInOneOfSeveralLanesIsSmaller()
{
    m_feeder = std::make_unique<test::RunFeeder>(48, 200, 10);
    auto *strip = show(new TextStripView(m_session.get(), m_session->board()->at(0)));
    strip->setCompact(true, 4);
    addRun(10, true);
    QTRY_VERIFY(!strip->tokenRect(0).isEmpty());
    strip->resize(3000, 600);
    const int roomy = strip->tokenRect(0).height();
    strip->resize(300, 600);
    QTRY_VERIFY(strip->tokenRect(0).height() < roomy);
    const int least = strip->tokenRect(0).height();
    QVERIFY2(least >= roomy * 0.75, "words of a crowded strip stay readable");
    m_session->cursor()->setMoment(3); // another step, other words: the size stays
    QCOMPARE(strip->tokenRect(0).height(), least);
}

void TestViews::gridSelects()
{
    auto *grid = show(new TokenGridView(m_session.get()));
    addRun(10, true);
    grid->setCurrentIndex(grid->steps()->index(6, 2));
    QCOMPARE(m_session->cursor()->selected(), (Cell{2, 7}));
    QCOMPARE(m_session->playback()->step(), 7);
    QTest::keyClick(grid, Qt::Key_Up);
    QCOMPARE(m_session->cursor()->selected(), (Cell{2, 6}));

    m_session->cursor()->setMoment(10); // nothing is ahead
    GridDelegate delegate(&grid->scale(), nullptr);
    const auto *token = m_session->cursor()->run()->token(7, 2);
    QCOMPARE(delegate.fill(grid->steps()->index(6, 2)), ColorMap::cividisReversed().at(token->timestepAfter / 200.0));
    grid->setQuantity(Quantity::Probability);
    QCOMPARE(delegate.fill(grid->steps()->index(6, 2)),
             ColorMap::viridis().at(static_cast<double>(token->topProbabilities[0])));
    // In the last call the word need not be the most probable one: the colour is the word's all the same.
    const auto *second = m_session->cursor()->run()->token(10, fake::FakeRun::kSecondBest);
    QVERIFY(second->wordId == second->topIds[1]);
    QCOMPARE(delegate.fill(grid->steps()->index(9, fake::FakeRun::kSecondBest)),
             ColorMap::viridis().at(static_cast<double>(second->topProbabilities[1])));
}

void TestViews::gridFollowsUntilScrolled()
{
    m_feeder = std::make_unique<test::RunFeeder>(12, 200, 100);
    auto *grid = show(new TokenGridView(m_session.get()));
    addRun(100, true);
    m_session->playback()->seek(1);
    QVERIFY(grid->isFollowing());
    QTRY_COMPARE(grid->verticalScrollBar()->value(), 0);
    m_session->playback()->seek(100);
    QTRY_COMPARE(grid->verticalScrollBar()->value(), grid->verticalScrollBar()->maximum());
    grid->setFollowing(false);
    m_session->playback()->seek(1);
    QCOMPARE(grid->verticalScrollBar()->value(), grid->verticalScrollBar()->maximum());
    grid->setFollowing(true);
    QTRY_COMPARE(grid->verticalScrollBar()->value(), 0);
}

void TestViews::cardNumbers()
{
    auto *card = show(new TokenCardView(m_session.get()));
    Run *run = addRun(10, true);
    m_session->cursor()->select(3, 6);
    const TokenState *token = run->token(6, 3);
    QCOMPARE(card->value(QStringLiteral("timestep")),
             QStringLiteral("%1 → %2").arg(token->timestepBefore).arg(token->timestepAfter));
    QCOMPARE(card->value(QStringLiteral("probability")), QLocale().toString(token->topProbabilities[0], 'f', 3));
    QCOMPARE(card->candidates()->rowCount(), kTopWords);
    const auto *bars = card->findChild<CandidateBars *>();
    for (int i = 0; i < kTopWords; ++i) { // each bar is read by itself
        const QString spoken = QAccessible::queryAccessibleInterface(bars->row(i))->text(QAccessible::Name);
        const QModelIndex word = card->candidates()->index(i, CandidatesModel::WordColumn);
        QVERIFY2(spoken.startsWith(word.data().toString() + QStringLiteral(": ")), qPrintable(spoken));
        QVERIFY(spoken.contains(card->candidates()->index(i, CandidatesModel::ProbabilityColumn).data().toString()));
        QCOMPARE(spoken.contains(QStringLiteral("shown")), word.data(CandidatesModel::ChosenRole).toBool());
    }
    // What comes later is not told, unless it is asked for.
    QVERIFY(run->settle().bySchedule(3) > 6);
    QCOMPARE(card->value(QStringLiteral("bySchedule")), QStringLiteral("not yet"));
    QVERIFY(card->value(QStringLiteral("byWord")).endsWith(QStringLiteral("so far")));
    const auto all = [](int call) { return QStringLiteral("model call %1").arg(call); };
    m_session->cursor()->setShowsFuture(true);
    QCOMPARE(card->value(QStringLiteral("bySchedule")), all(run->settle().bySchedule(3)));
    QCOMPARE(card->value(QStringLiteral("byWord")), all(run->settle().byWord(3)));
    m_session->cursor()->setShowsFuture(false);
    m_session->cursor()->setMoment(10); // now all of it has happened
    QCOMPARE(card->value(QStringLiteral("bySchedule")), all(run->settle().bySchedule(3)));
    QCOMPARE(card->value(QStringLiteral("byWord")), all(run->settle().byWord(3)));
}

void TestViews::probabilityIsThatOfTheShownWord()
{
    auto *panel = show(new PlanePanel(m_session.get(), m_session->board()->at(0)));
    auto *card = show(new TokenCardView(m_session.get()));
    Run *run = addRun(10, true);
    constexpr int position = fake::FakeRun::kSecondBest;
    const TokenState *token = run->token(10, position);
    QVERIFY(token->wordId == token->topIds[1] && token->topProbabilities[1] < token->topProbabilities[0]);
    const auto expected = static_cast<double>(token->topProbabilities[1]);
    QCOMPARE(panel->view()->state().probabilities[9][position], token->topProbabilities[1]);
    QVERIFY(panel->tooltip({position, 10}).endsWith(QLocale().toString(expected, 'f', 2)));
    m_session->cursor()->setMoment(9);
    QVERIFY(!panel->tooltip({position, 10}).contains(run->labelAt(10, position))); // not there yet
    m_session->cursor()->select(position, 10);
    QCOMPARE(card->value(QStringLiteral("probability")), QLocale().toString(expected, 'f', 3));
}

void TestViews::cardSaysThatTimestepZeroIsNotTheEnd()
{
    auto *card = show(new TokenCardView(m_session.get()));
    GenerationRequest request = m_feeder->request();
    request.schedule.kind = "autoregressive";
    const auto fake = fake::FakeRun::make(request, 12, 200);
    QVERIFY(fake);
    RunRecord record = fake->header();
    for (int call = 1; call <= fake->modelCalls(); ++call)
        record.frames.push_back(fake->frame(call));
    record.complete = true;
    Run *run = m_session->runs()->add(new Run(std::move(record)));
    m_session->show(run);
    const auto isTold = [card] {
        for (const QLabel *label : card->findChildren<QLabel *>())
            if (label->text().contains(QStringLiteral("can still change")))
                return true;
        return false;
    };
    QVERIFY(run->noiseLevel(0) > 0.05 && run->timestep(5, 0) == 0 && run->timestep(5, 11) > 0);
    m_session->cursor()->select(0, 5);
    QVERIFY(isTold());
    m_session->cursor()->select(11, 5); // not there yet
    QVERIFY(!isTold());
    m_session->cursor()->select(0, 10); // no call follows
    QVERIFY(!isTold());
}

void TestViews::cardOfTheStartingNoise()
{
    auto *card = show(new TokenCardView(m_session.get()));
    addRun(10, true);
    m_session->cursor()->select(3, 0);
    QCOMPARE(card->word(), QStringLiteral("noise"));
    QCOMPARE(card->value(QStringLiteral("probability")), QStringLiteral("–"));
    QCOMPARE(card->candidates()->rowCount(), 0);
}

void TestViews::rulerIsToScale()
{
    ScrubRuler ruler;
    ruler.resize(1020, 40);
    ruler.setSteps({1000, 900, 800, 300, 0}, 4);
    QVERIFY(std::abs((ruler.xOf(1) - ruler.xOf(0)) - 100) < 1e-9);
    QVERIFY(std::abs((ruler.xOf(3) - ruler.xOf(2)) - 500) < 1e-9);
    QCOMPARE(ruler.maximum(), 4);
    ruler.setSteps({}, 0);
    QCOMPARE(ruler.maximum(), 0);
}

void TestViews::rulerKeysAndMouse()
{
    ScrubRuler ruler;
    ruler.resize(1020, 40);
    ruler.setSteps({1000, 900, 800, 300, 0}, 3);
    ruler.show();
    QSignalSpy spy(&ruler, &QAbstractSlider::valueChanged);
    QTest::keyClick(&ruler, Qt::Key_Right);
    QCOMPARE(ruler.value(), 1);
    QTest::mouseClick(&ruler, Qt::LeftButton, {}, QPoint(static_cast<int>(ruler.xOf(3)), 20));
    QCOMPARE(ruler.value(), 3);
    QTest::mouseClick(&ruler, Qt::LeftButton, {}, QPoint(static_cast<int>(ruler.xOf(4)), 20));
    QCOMPARE(ruler.value(), 3); // not computed yet
    QCOMPARE(spy.size(), 2);
}

/// All steps of a repair are at sentence step 0; each is seen, pointed at and told apart all the same.
void TestViews::rulerGivesRepairItsPlaces()
{
    ScrubRuler ruler;
    ruler.resize(1020, 40);
    ruler.setSteps({1000, 900, 300, 0, 0, 0}, 5);
    QCOMPARE(ruler.maximum(), 5);
    QVERIFY(std::abs(ruler.xOf(0) - 10) < 1e-9 && std::abs(ruler.xOf(5) - 1010) < 1e-9);
    QVERIFY(std::abs((ruler.xOf(2) - ruler.xOf(1)) - 6 * (ruler.xOf(1) - ruler.xOf(0))) < 1e-9); // to scale as before
    QVERIFY(std::abs((ruler.xOf(5) - ruler.xOf(4)) - (ruler.xOf(4) - ruler.xOf(3))) < 1e-9);
    QVERIFY(ruler.xOf(4) - ruler.xOf(3) > 100);
    ruler.show();
    for (int step = 0; step <= 5; ++step) {
        QTest::mouseClick(&ruler, Qt::LeftButton, {}, QPoint(static_cast<int>(ruler.xOf(step)), 20));
        QCOMPARE(ruler.value(), step);
        QCOMPARE(ruler.toolTipOf(step).contains(QLatin1String("repair")), step > 3);
        QCOMPARE(ruler.toolTipOf(step).contains(QLatin1String("sentence step")), step <= 3);
    }
    // However many they are, most of the bar is the run's.
    std::vector<int> steps{1000, 0};
    steps.resize(18, 0);
    ruler.setSteps(steps, 17);
    QVERIFY(ruler.xOf(1) >= 10 + 1000 * 2 / 3.0 - 1e-9);
    QVERIFY(ruler.xOf(17) - ruler.xOf(16) > 10);
}

void TestViews::unfinishedRunKeepsItsFrames()
{
    auto *panel = show(new PlanePanel(m_session.get(), m_session->board()->at(0)));
    auto *grid = show(new TokenGridView(m_session.get()));
    Run *run = addRun(4, false);
    run->interrupt(QStringLiteral("the engine was killed"));
    QCOMPARE(grid->steps()->rowCount(), 4);
    QTRY_COMPARE(panel->view()->state().shownCalls, 4);
    Q_EMIT panel->view()->cellSelected(2, 9); // ahead of what was computed
    QCOMPARE(m_session->cursor()->selected(), (Cell{2, 4}));
}

QTEST_MAIN(TestViews)
#include "tst_views.moc"
