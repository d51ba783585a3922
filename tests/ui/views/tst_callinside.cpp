// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Inside the call: the stages one after the other, the formula with its numbers, and why there is nothing to see.
#include "session/CommandLine.h"
#include "views/jump/CallInsideView.h"
#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace ard;
using namespace ard::ui;

namespace {

constexpr int kWait = 20'000;

} // namespace

class TestCallInside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hintsBeforeThereIsAnAnswer();
    void stagesOneAfterTheOther();
    void formulaHasTheNumbers();
    void theTableMovesTheCursor();
    void onlyAsksWhileItIsSeen();
    void saysWhyNot();

private:
    bool shows(int call, int position)
    {
        return QTest::qWaitFor(
            [&] {
                const auto &inside = m_view->stages()->inside();
                return m_view->hint().isEmpty() && inside && inside->modelCall == call && inside->position == position;
            },
            kWait);
    }
    bool run()
    {
        Run *run = m_session->startRun();
        return run && QTest::qWaitFor([run] { return !run->isLive(); }, kWait) && run->state() == Run::State::Complete;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<CallInsideView> m_view;
};

void TestCallInside::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("explorer.ini")));
    m_settings->engineCommand.set(quoteWord(QStringLiteral(ARD_FAKE_ENGINE)));
    m_session = std::make_unique<Session>(m_settings.get());
    m_session->engine()->loadModel(QStringLiteral("somewhere"));
    m_session->engine()->start();
    m_session->form()->setSource(QStringLiteral("name[Blue Spice]"));
    QTRY_VERIFY_WITH_TIMEOUT(m_session->canRun(), kWait);
    m_view = std::make_unique<CallInsideView>(m_session.get());
    m_view->resize(900, 400);
    m_view->show();
}

void TestCallInside::cleanup()
{
    m_view.reset();
    m_session.reset();
    m_settings.reset();
}

void TestCallInside::hintsBeforeThereIsAnAnswer()
{
    QVERIFY(m_view->hint().contains(QStringLiteral("Run a sentence")));
    QVERIFY(run());
    m_session->cursor()->setMoment({0});
    QVERIFY(m_view->hint().contains(QStringLiteral("Click a word")));
    m_session->cursor()->select(2, {0});
    QVERIFY(m_view->hint().contains(QStringLiteral("starting noise")));
    m_session->cursor()->select(2, {3});
    QVERIFY(shows(3, 2));
}

void TestCallInside::stagesOneAfterTheOther()
{
    QVERIFY(run());
    m_session->cursor()->select(2, {3});
    QVERIFY(shows(3, 2));
    const CallStagesModel *stages = m_view->stages();
    const QAbstractItemModelTester tester(const_cast<CallStagesModel *>(stages));
    QCOMPARE(stages->rowCount(), 5);
    QCOMPARE(stages->columnCount(), 12);
    const auto buttons = m_view->findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 2);
    QVERIFY(!buttons[0]->isEnabled() && buttons[1]->isEnabled());
    QStringList explanations;
    for (int stage = 0; stage < 5; ++stage) {
        QCOMPARE(stages->stage(), stage);
        for (int row = 0; row < 5; ++row) // what has not happened yet is not told
            QCOMPARE(stages->index(row, 4).data().toString(),
                     row <= stage ? QStringLiteral("stage%1").arg(row + 1) : QString());
        QVERIFY(!explanations.contains(m_view->explanation()));
        explanations << m_view->explanation();
        QCOMPARE(m_view->path().state().shown, stage);
        buttons[1]->click();
    }
    for (std::size_t i = 0; i < kCallStages; ++i) {
        const auto &[x, y] = stages->inside()->stages[i].point;
        QCOMPARE(m_view->path().state().stages[i].at, QPointF(static_cast<double>(x), static_cast<double>(y)));
    }
    QVERIFY(buttons[0]->isEnabled() && !buttons[1]->isEnabled());
    m_view->previousStage();
    QCOMPARE(stages->stage(), 3);
    m_session->cursor()->select(2, {4}); // the stage stays while the moment moves
    QVERIFY(shows(4, 2));
    QCOMPARE(stages->stage(), 3);
}

void TestCallInside::formulaHasTheNumbers()
{
    QVERIFY(run());
    m_session->cursor()->select(2, {3});
    QVERIFY(shows(3, 2));
    // a = 0.75, b = 0.5, sigma = 0.25, eps = 1, -1, 0.5; all values of stage i are i + 1.
    QCOMPARE(m_view->formula().value(1), QStringLiteral("Component 1 … = 0.7500 · 1.0000 + 0.5000 · … + 0.2500 · …"));
    m_view->setStage(2);
    QCOMPARE(m_view->formula().value(1),
             QStringLiteral("Component 1 … = 0.7500 · 1.0000 + 0.5000 · 3.0000 + 0.2500 · …"));
    m_view->setStage(4);
    QCOMPARE(m_view->formula().value(0), QStringLiteral("x′ = a · x + b · x̂₀ + σ · ε"));
    QCOMPARE(m_view->formula().value(2),
             QStringLiteral("Component 2 5.0000 = 0.7500 · 1.0000 + 0.5000 · 3.0000 + 0.2500 · -1.0000"));
    QCOMPARE(m_view->formula().last(), QStringLiteral("Length of all 3 8.6603 1.7321 5.1962 1.5000"));
}

void TestCallInside::theTableMovesTheCursor()
{
    QVERIFY(run());
    m_session->cursor()->select(2, {3});
    QVERIFY(shows(3, 2));
    auto *table = m_view->findChild<QTableView *>();
    QCOMPARE(table->currentIndex().column(), 2);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 1)).center());
    QCOMPARE(m_session->cursor()->position(), 1);
    QCOMPARE(m_session->cursor()->moment(), Moment(3));
    QVERIFY(shows(3, 1));
}

void TestCallInside::onlyAsksWhileItIsSeen()
{
    QVERIFY(run());
    m_view->hide();
    m_session->cursor()->select(2, {3});
    QVERIFY(!m_session->inspector()->isAsking());
    m_view->show();
    QVERIFY(shows(3, 2));
}

void TestCallInside::saysWhyNot()
{
    QVERIFY(run());
    m_session->engine()->shutdown();
    m_session->cursor()->select(2, {3});
    QCOMPARE(m_view->hint(), m_session->inspector()->problem());
    QVERIFY(!m_view->hint().isEmpty());
    auto *again = m_view->findChild<QPushButton *>();
    QVERIFY(again->isVisible());
    m_session->engine()->start();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->engine()->canRun(), kWait);
    QVERIFY(shows(3, 2)); // by itself, when a model is there
    QVERIFY(!again->isVisible());
}

QTEST_MAIN(TestCallInside)
#include "tst_callinside.moc"
