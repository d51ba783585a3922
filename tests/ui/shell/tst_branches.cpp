// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Branches in the window: by context menus, keys, candidates and the dialog; undone and redone; marked, named and told apart.
#include "models/CandidateRisksModel.h"
#include "models/RunListModel.h"
#include "models/StepTableModel.h"
#include "models/TextStripModel.h"
#include "session/WhatIf.h"
#include "ui/shell/WindowFixture.h"
#include "views/candidates/CandidatesView.h"
#include "views/card/CandidateBars.h"
#include "views/compare/DifferenceView.h"
#include "views/grid/TokenGridView.h"
#include "views/origin/OriginLine.h"
#include "views/runs/RunsView.h"
#include "views/strip/TextStripView.h"
#include "views/whatif/BranchDialog.h"
#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>

using namespace ard;
using namespace ard::ui;
using ard::test::WindowFixture;

namespace {

constexpr int kCall = 8, kPosition = 3;

QAction *entryOf(const QMenu *menu, const QString &part)
{
    for (QAction *action : menu->actions())
        if (action->text().contains(part))
            return action;
    return nullptr;
}

/// The menu that was opened last in the widget.
QMenu *menuOf(const QWidget *widget)
{
    const auto menus = widget->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    return menus.isEmpty() ? nullptr : menus.back();
}

void askForMenu(QWidget *widget, const QPoint &place, QContextMenuEvent::Reason reason = QContextMenuEvent::Mouse)
{
    QContextMenuEvent event(reason, place, widget->mapToGlobal(place));
    QCoreApplication::sendEvent(widget, &event);
}

} // namespace

class TestBranches : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_fixture.reset(); }
    void contextMenus_data();
    void contextMenus();
    void keys_data();
    void keys();
    void candidateIsPutIn();
    void dialog();
    void undoAndRedo();
    void refusedIsNotUndone();
    void isMarkedAndNamed();
    void listIsATree();
    void couldNotChange();
    void candidatesTakenOut();
    void candidatesOfOtherRules();

private:
    Session &session() { return m_fixture->session(); }
    QAction *action(const char *id) { return m_fixture->actions().action(QString::fromLatin1(id)); }
    void choose(int position = kPosition, int call = kCall) { session().cursor()->select(position, call); }
    /// The cursor's run, which is another than the first and finished.
    Run *branch()
    {
        Run *run = session().cursor()->run();
        return run && run != m_run &&
                QTest::qWaitFor([&] { return !run->isLive() && session().canRun(); }, WindowFixture::kWait)
            ? run
            : nullptr;
    }

    std::unique_ptr<WindowFixture> m_fixture;
    Run *m_run = nullptr;
};

void TestBranches::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    QVERIFY(m_fixture->startEngine());
    QVERIFY(m_fixture->runToTheEnd());
    m_run = session().cursor()->run();
    QTRY_VERIFY(session().canRun());
}

void TestBranches::contextMenus_data()
{
    QTest::addColumn<QString>("where");
    for (const char *where : {"plane", "plane by key", "words", "words by key", "table", "table by key"})
        QTest::newRow(where) << QString::fromLatin1(where);
}

void TestBranches::contextMenus()
{
    QFETCH(const QString, where);
    m_fixture->actions().showBoth->trigger();
    choose();
    QWidget *owner = nullptr;
    if (where.startsWith(QStringLiteral("plane"))) {
        owner = m_fixture->central().plane();
        PlaneView *plane = m_fixture->central().plane()->view();
        if (where.endsWith(QStringLiteral("key")))
            askForMenu(plane, plane->rect().center(), QContextMenuEvent::Keyboard); // of the chosen cell
        else
            Q_EMIT plane->cellMenuWanted(kPosition, kCall, {});
    } else if (where.startsWith(QStringLiteral("words"))) {
        auto *strip = m_fixture->window().findChild<TextStripView *>();
        owner = strip;
        const bool byKey = where.endsWith(QStringLiteral("key"));
        askForMenu(strip->viewport(), strip->tokenRect(kPosition).center(),
                   byKey ? QContextMenuEvent::Keyboard : QContextMenuEvent::Mouse);
    } else {
        TokenGridView *grid = m_fixture->central().grid();
        owner = grid;
        const bool byKey = where.endsWith(QStringLiteral("key"));
        const QModelIndex cell = grid->model()->index(kCall - 1, kPosition);
        grid->scrollTo(cell);
        askForMenu(grid->viewport(), grid->visualRect(cell).center(),
                   byKey ? QContextMenuEvent::Keyboard : QContextMenuEvent::Mouse);
    }
    QMenu *menu = menuOf(owner);
    QVERIFY(menu);
    QVERIFY(entryOf(menu, QStringLiteral("12 calls run anew")));
    QAction *pin = entryOf(menu, QStringLiteral("in “%1”").arg(m_run->labelAt(kCall, kPosition)));
    QVERIFY(pin && pin->isEnabled());
    pin->trigger();
    menu->close();
    Run *made = branch();
    QVERIFY(made);
    QCOMPARE(made->callsBefore(), kCall);
    QVERIFY(made->isPinned(kCall + 1, kPosition));
    QCOMPARE(session().board()->size(), 1);
}

void TestBranches::keys_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("key");
    QTest::newRow("pin") << "whatif.pin" << int(Qt::Key_P);
    QTest::newRow("noise") << "whatif.renoise" << int(Qt::Key_N);
    QTest::newRow("seed") << "whatif.seed" << int(Qt::Key_S);
}

void TestBranches::keys()
{
    QFETCH(const QString, id);
    QFETCH(const int, key);
    QAction *wanted = m_fixture->actions().action(id);
    session().cursor()->clear();
    QCOMPARE(wanted->isEnabled(), id == QStringLiteral("whatif.seed")); // the others need a word
    choose();
    QVERIFY(wanted->isEnabled());
    auto *plane = m_fixture->central().plane()->view();
    m_fixture->window().activateWindow();
    plane->setFocus();
    QTest::keyClick(&m_fixture->window(), static_cast<Qt::Key>(key));
    Run *made = branch();
    QVERIFY(made);
    QCOMPARE(made->callsBefore(), kCall);
    // With Shift in a further lane.
    session().cursor()->select(kPosition, 12);
    QTest::keyClick(&m_fixture->window(), static_cast<Qt::Key>(key), Qt::ShiftModifier);
    QTRY_COMPARE(session().board()->size(), 2);
    QCOMPARE(session().board()->at(0)->run(), made);
    QTRY_VERIFY(session().canRun());
    QCOMPARE(session().runs()->parent(session().board()->at(1)->run()), made);
}

void TestBranches::candidateIsPutIn()
{
    choose();
    auto *bars = m_fixture->window().findChild<CandidateBars *>();
    QVERIFY(bars);
    const std::int32_t word = m_run->token(kCall, kPosition)->topIds[2];
    QTest::mouseClick(bars, Qt::LeftButton, {}, bars->row(2)->geometry().center());
    Run *made = branch();
    QVERIFY(made);
    QCOMPARE(made->changes().front().change, (PositionChange{PositionChange::Kind::Replace, kPosition, word, {}}));
    // By keyboard, too.
    choose();
    bars->setFocus();
    QTest::keyClick(bars, Qt::Key_Down);
    QTest::keyClick(bars, Qt::Key_Return);
    QTRY_VERIFY(session().cursor()->run() != made);
    QTRY_VERIFY(session().canRun());
    QCOMPARE(session().runs()->parent(session().cursor()->run()), made);
}

void TestBranches::dialog()
{
    choose();
    action("whatif.replace")->trigger();
    auto *dialog = m_fixture->window().findChild<BranchDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    m_fixture->picture(QStringLiteral("branch-dialog"), dialog);
    auto *word = dialog->findChild<QComboBox *>(QStringLiteral("branch.word"));
    word->setEditText(QStringLiteral("Spice"));
    dialog->findChild<QCheckBox *>(QStringLiteral("branch.hasRuler"))->setChecked(true);
    dialog->findChild<QLineEdit *>(QStringLiteral("branch.ruler"))->setText(QStringLiteral("nonsense"));
    dialog->accept();
    const auto *problem = dialog->findChild<QLabel *>(QStringLiteral("branch.problem"));
    QVERIFY(problem->isVisible() && !problem->text().isEmpty());
    QCOMPARE(session().runs()->size(), 1);
    dialog->findChild<QLineEdit *>(QStringLiteral("branch.ruler"))->setText(QStringLiteral("tail=2"));
    dialog->findChild<QCheckBox *>(QStringLiteral("branch.hasSeed"))->setChecked(true);
    dialog->findChild<QCheckBox *>(QStringLiteral("branch.hasSchedule"))->setChecked(true);
    auto *kinds = dialog->findChild<QComboBox *>(QStringLiteral("branch.kind"));
    QCOMPARE(kinds->currentData().toString().toStdString(),
             m_run->record().request.schedule.kind); // begins with the run's own
    kinds->setCurrentIndex(kinds->findData(QStringLiteral("lagged")));
    dialog->findChild<QDoubleSpinBox *>(QStringLiteral("branch.parameter"))->setValue(40);
    dialog->findChild<QCheckBox *>(QStringLiteral("branch.beside"))->setChecked(true);
    dialog->accept();
    Run *made = branch();
    QVERIFY(made);
    QCOMPARE(session().board()->size(), 2);
    const Continuation &asked = made->record().request.continuations.back();
    QCOMPARE(asked.fromCall, kCall);
    QCOMPARE(asked.changes.size(), std::size_t(1));
    QCOMPARE(asked.seed, std::optional(m_run->record().request.seed + 1));
    QVERIFY(asked.ruler && asked.ruler->kind == "tail");
    QVERIFY(asked.schedule && asked.schedule->kind == "lagged");
    QCOMPARE(asked.schedule->lag, 40);
}

void TestBranches::undoAndRedo()
{
    QAction *undo = action("edit.undo"), *redo = action("edit.redo");
    QVERIFY(!undo->isEnabled() && !redo->isEnabled());
    choose();
    action("whatif.pin")->trigger();
    Run *made = branch();
    QVERIFY(made);
    QVERIFY(undo->isEnabled());
    QVERIFY2(undo->text().contains(QStringLiteral("pinned")), qPrintable(undo->text()));
    session().cursor()->select(7, 20);
    undo->trigger();
    QCOMPARE(session().cursor()->run(), m_run);
    QCOMPARE(session().cursor()->selected(), (Cell{kPosition, kCall, 0}));
    QCOMPARE(session().runs()->size(), 2); // it is only left
    QVERIFY(!undo->isEnabled() && redo->isEnabled());
    redo->trigger();
    QCOMPARE(session().cursor()->run(), made);
    undo->trigger();
    action("whatif.seed")->trigger();
    Run *other = branch();
    QVERIFY(other && other != made);
    QVERIFY(!redo->isEnabled());
    // Closed meanwhile: nothing to go back to, and nothing is lost by trying.
    QVERIFY(session().runs()->remove(m_run));
    undo->trigger();
    QCOMPARE(session().cursor()->run(), other);
    QVERIFY(!undo->isEnabled());
}

void TestBranches::refusedIsNotUndone()
{
    session().whatIf()->replace({kPosition, kCall, 0}, QStringLiteral("antidisestablishment"), true);
    QTRY_COMPARE(session().runs()->size(), 1);
    QCOMPARE(session().cursor()->run(), m_run);
    QVERIFY(!action("edit.undo")->isEnabled());
    QVERIFY(session().notices()->newest().contains(QStringLiteral("antidisestablishment")));
}

void TestBranches::isMarkedAndNamed()
{
    choose();
    action("whatif.pin")->trigger();
    Run *made = branch();
    QVERIFY(made);
    QTRY_COMPARE(session().cursor()->moment().call, 20);
    const auto &plane = m_fixture->central().plane()->view()->state();
    QCOMPARE(plane.callsBefore, kCall);
    QCOMPARE(plane.changes.size(), std::size_t(1));
    const auto *origin = m_fixture->window().findChild<OriginLine *>();
    QVERIFY2(
        origin->settingsText().contains(QStringLiteral("branch of #%1 after model call 8: position 3 pinned to “%2”")
                                            .arg(m_run->number())
                                            .arg(m_run->labelAt(kCall, kPosition))),
        qPrintable(origin->settingsText()));
    Lane *lane = session().cursor()->lane();
    TextStripModel words(lane, session().cursor());
    const QAbstractItemModelTester wordsTester(&words, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(words.index(kPosition, 0).data(TextStripModel::PinnedRole).toBool());
    QVERIFY(!words.index(kPosition + 1, 0).data(TextStripModel::PinnedRole).toBool());
    QVERIFY(words.index(kPosition, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("pinned")));
    StepTableModel table(lane, session().cursor());
    const QAbstractItemModelTester tableTester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!table.index(kCall - 1, kPosition).data(StepTableModel::PinnedRole).toBool());
    QVERIFY(table.index(kCall, kPosition).data(StepTableModel::PinnedRole).toBool());
    m_fixture->picture(QStringLiteral("branch-pinned"));
    session().cursor()->setMoment(4); // before it parts
    QVERIFY(!words.index(kPosition, 0).data(TextStripModel::PinnedRole).toBool());
}

void TestBranches::listIsATree()
{
    const RunsView *list = m_fixture->window().findChild<RunsView *>();
    RunListModel model(session().runs(), session().cursor());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    session().form()->setSeed(99);
    QVERIFY(m_fixture->runToTheEnd()); // a run of its own, behind it
    QTRY_VERIFY(session().canRun());
    session().show(m_run);
    choose();
    action("whatif.pin")->trigger();
    Run *made = branch();
    QVERIFY(made);
    QCOMPARE(session().runs()->indexOf(made), 1);
    QCOMPARE(model.index(1).data(RunListModel::DepthRole).toInt(), 1);
    QVERIFY(model.index(1).data().toString().startsWith(QChar(0x21B3)));
    QVERIFY(model.index(2).data().toString().startsWith(QLatin1Char('#')));
    const QModelIndexList shown = list->selectionModel()->selectedIndexes();
    QCOMPARE(shown.size(), 1);
    QCOMPARE(shown.front().row(), 1);
    QVERIFY(session().runs()->remove(m_run));
    QCOMPARE(model.index(0).data(RunListModel::DepthRole).toInt(), 0);
}

void TestBranches::couldNotChange()
{
    choose();
    session().whatIf()->pin(session().whatIf()->cell(), WhatIf::Place::Beside);
    QTRY_COMPARE(session().board()->size(), 2);
    QVERIFY(branch());
    m_fixture->central().show();
    QDockWidget *dock = m_fixture->window().findChild<QDockWidget *>(QStringLiteral("differenceDock"));
    QVERIFY(dock);
    dock->toggleViewAction()->trigger();                             // as from the menu Window
    QTRY_VERIFY(dock->height() > 10 * dock->fontMetrics().height()); // with room for its rows
    const auto *view = m_fixture->window().findChild<DifferenceView *>();
    session().cursor()->toEnd();
    QTRY_COMPARE(view->grid().state().rows.size(), std::size_t(20));
    const auto &rows = view->grid().state().rows;
    for (int n = 0; n < 12; ++n) {
        QVERIFY(rows[kCall - 1][static_cast<std::size_t>(n)].isFixed);
        QCOMPARE(rows[kCall][static_cast<std::size_t>(n)].isFixed, n == kPosition);
    }
    QVERIFY(!view->grid().state().fixed.isEmpty());
    QTRY_VERIFY2(view->summary().contains(QStringLiteral("could not change 1")), qPrintable(view->summary()));
    m_fixture->picture(QStringLiteral("branch-differences"));
}

void TestBranches::candidatesTakenOut()
{
    RunRecord record = m_run->record();
    for (const char *text : {"the cat sat on the mat", "the cat sat on a mat", "a dog ran", "the cat sat on the mat"}) {
        CandidateOutput &output = record.outputs.emplace_back();
        output.text = text;
        output.tokens = record.outputs.front().tokens;
    }
    record.outputs.erase(record.outputs.begin());
    record.request.candidates = 4;
    auto *dock = m_fixture->window().findChild<QDockWidget *>(QStringLiteral("candidatesDock"));
    QVERIFY(dock);
    dock->show();
    dock->raise();
    auto *view = m_fixture->window().findChild<CandidatesView *>();
    const QAbstractItemModelTester tester(view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(view->model()->rowCount(), 0);
    const QString hint = view->summary();
    session().show(session().runs()->add(new Run(record)));
    QCOMPARE(view->model()->rowCount(), 4);
    QTRY_COMPARE(view->model()->chosen(), 0);
    QVERIFY(view->summary() != hint);
    m_fixture->picture(QStringLiteral("candidates"));
    QVERIFY(view->model()->setData(view->model()->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(view->model()->chosen(), 1);
    QVERIFY2(view->summary().contains(QStringLiteral("instead of 1")), qPrintable(view->summary()));
    m_fixture->picture(QStringLiteral("candidates-out"));
    view->model()->takeAllIn();
    QCOMPARE(view->model()->chosen(), 0);
    session().show(m_run);
    QCOMPARE(view->model()->rowCount(), 0);
}

void TestBranches::candidatesOfOtherRules()
{
    RunRecord record = m_run->record();
    const CandidateOutput first = record.outputs.front();
    record.outputs.clear();
    const double likely[] = {-0.6, -0.55, -0.3, -0.61};
    int c = 0;
    for (const char *text : {"the cat sat on the mat", "the cat sat on a mat", "a dog ran", "the cat sat on the mat"})
        record.outputs.push_back({text, first.tokens, first.modelCalls, likely[c++]});
    record.request.candidates = 4;
    record.request.choose = ChoiceRule::Likelihood;
    auto *dock = m_fixture->window().findChild<QDockWidget *>(QStringLiteral("candidatesDock"));
    QVERIFY(dock);
    dock->show();
    dock->raise();
    auto *view = m_fixture->window().findChild<CandidatesView *>();
    CandidateRisksModel *model = view->model();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    session().show(session().runs()->add(new Run(record)));
    QTRY_COMPARE(model->chosen(), 2);
    QCOMPARE(model->likelihoodColumn(), 2);
    QCOMPARE(model->scoreColumn(), -1);
    QCOMPARE(model->columnCount(), 3 + 4);
    QCOMPARE(model->index(2, 2).data().toString(), QLocale().toString(-0.3, 'f', 3));
    QVERIFY2(view->summary().contains(QStringLiteral("20 model calls more")), qPrintable(view->summary()));
    model->setOut(2, true);
    QCOMPARE(model->chosen(), 1);
    QCOMPARE(model->index(2, 2).data().toString(), QLocale().toString(-0.3, 'f', 3)); // whatever is in
    record.request.choose = ChoiceRule::Mixed;
    session().show(session().runs()->add(new Run(record)));
    QTRY_COMPARE(model->chosen(), 0);
    QCOMPARE(model->scoreColumn(), 3);
    QCOMPARE(model->columnCount(), 4 + 4);
    const auto number = [&](int row, int column) {
        return QLocale().toDouble(model->index(row, column).data().toString());
    };
    for (int row = 0; row < 4; ++row)
        QVERIFY(std::abs(number(row, 3) - (100 - number(row, 1) + 100 * likely[row])) < 0.11); // each is rounded
    QCOMPARE(model->headerData(4, Qt::Horizontal).toString(), QStringLiteral("1"));
    view->resize(900, 260);
    m_fixture->picture(QStringLiteral("candidates-mixed"), view);
    model->setOut(0, true);
    QCOMPARE(model->index(0, 3).data().toString(), QStringLiteral("–"));
    QCOMPARE(model->chosen(), 2);            // those that are left agree less, and the likeliest wins
    record.outputs[1].logLikelihood.reset(); // of a file from elsewhere: agreement is what is known
    session().show(session().runs()->add(new Run(record)));
    QTRY_COMPARE(model->chosen(), 0);
    QCOMPARE(model->columnCount(), 2 + 4);
    session().show(m_run);
}

QTEST_MAIN(TestBranches)
#include "tst_branches.moc"
