// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a screen reader gets of a run: the plane, the words, the table, and what is said of a step, without an engine.
#include "models/CellSentence.h"
#include "models/TokenDetails.h"
#include "plot/PlaneView.h"
#include "ui/ManualClock.h"
#include "ui/RunFeeder.h"
#include "views/grid/TokenGridView.h"
#include "views/plane/PlanePanel.h"
#include "views/runs/RunsView.h"
#include "views/speech/StepSpeaker.h"
#include "views/strip/TextStripView.h"
#include <QAccessible>
#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace ard;
using namespace ard::ui;

namespace {

QString spoken(QObject *object, QAccessible::Text kind)
{
    return QAccessible::queryAccessibleInterface(object)->text(kind);
}

QAccessibleTextInterface *textOf(QObject *object)
{
    return QAccessible::queryAccessibleInterface(object)->textInterface();
}

} // namespace

class TestSpeech : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cellsAreSentences();
    void nothingOfTheFuture();
    void planeFollowsCellAndMoment();
    void planeIsATable();
    void planeOfAnotherRun();
    void focusFollowsTheChosenCell();
    void wordsAreAText();
    void wordsWithPiecesAndPadding();
    void chosenBySomebodyWhoHears();
    void tableSaysTheSame();
    void stepsAreAnnounced();
    void playingIsASummaryAndNotTooOften();
    void silentWhereNobodyListens();
    void runsDoNotTakeTheFocus();

private:
    Run *addRun(int calls = 10);

    QTemporaryDir m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QWidget> m_window;
    PlanePanel *m_panel = nullptr;
    TextStripView *m_strip = nullptr;
    TokenGridView *m_grid = nullptr;
};

void TestSpeech::initTestCase()
{
    QAccessible::setActive(true);
}

void TestSpeech::cleanupTestCase()
{
    m_window.reset();
}

void TestSpeech::init()
{
    m_window.reset();
    m_session.reset();
    QAccessible::setActive(true);
    m_settings = std::make_unique<AppSettings>(m_folder.filePath(QStringLiteral("explorer.ini")));
    m_session = std::make_unique<Session>(m_settings.get());
    m_window = std::make_unique<QWidget>();
    Lane *lane = m_session->board()->at(0);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_strip = new TextStripView(m_session.get(), lane));
    layout->addWidget(m_panel = new PlanePanel(m_session.get(), lane), 1);
    layout->addWidget(m_grid = new TokenGridView(m_session.get()), 1);
    m_window->resize(900, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

Run *TestSpeech::addRun(int calls)
{
    const test::RunFeeder feeder(12, 200, calls);
    Run *run = m_session->runs()->add(new Run(feeder.request()));
    feeder.all(*run);
    m_session->show(run);
    m_session->playback()->last();
    return run;
}

void TestSpeech::cellsAreSentences()
{
    const Run *run = addRun();
    const Film &film = *m_session->cursor()->film();
    const Moment end = film.last();
    int changes = 0;
    for (int call = 1; call <= 10; ++call)
        for (int n = 0; n < 12; ++n) {
            const QString sentence = cellSentence(film, {n, call}, end, Sight::UpToMoment);
            QVERIFY2(sentence.startsWith(QStringLiteral("position %1, step %2 of 10, ").arg(n).arg(call)),
                     qPrintable(sentence));
            if (!film.isPadding(call, n))
                QVERIFY2(sentence.contains(QStringLiteral(", ") + run->labelAt(call, n) + QStringLiteral(", ")),
                         qPrintable(sentence));
            const QString percent = QString::number(std::lround(100 * film.probability(call, n)));
            QVERIFY2(sentence.contains(QStringLiteral("probability %1 %").arg(percent)), qPrintable(sentence));
            const bool changed = film.hasChanged(call, n) && !film.previousLabel(call, n).isEmpty();
            QCOMPARE(sentence.endsWith(QStringLiteral("was ") + film.previousLabel(call, n)), changed);
            changes += changed;
        }
    QVERIFY(changes > 0);
    QCOMPARE(cellSentence(film, {3, 0}, end, Sight::UpToMoment), QStringLiteral("position 3, step 0 of 10, noise"));
    QCOMPARE(cellSentence(film, {12, 1}, end, Sight::UpToMoment), QString());
    QCOMPARE(cellSentence(film, {-1, 1}, end, Sight::UpToMoment), QString());
}

void TestSpeech::nothingOfTheFuture()
{
    addRun();
    const Film &film = *m_session->cursor()->film();
    const QString ahead = cellSentence(film, {4, 9}, 3, Sight::UpToMoment);
    QCOMPARE(ahead, QStringLiteral("position 4, step 9 of 10, not yet known"));
    QVERIFY(cellSentence(film, {4, 9}, 3, Sight::WholeRun).contains(QLatin1String("probability")));
}

void TestSpeech::planeFollowsCellAndMoment()
{
    QVERIFY(spoken(m_panel->view(), QAccessible::Name).contains(QLatin1String("Plane")));
    const Run *run = addRun();
    const auto said = [this] { return spoken(m_panel->view(), QAccessible::Description); };
    QVERIFY2(said().contains(QLatin1String("Step 10 of 10")) && said().contains(run->textAt(10)), qPrintable(said()));
    m_session->playback()->seek(4);
    QVERIFY2(said().contains(QLatin1String("Step 4 of 10")) && said().contains(run->textAt(4)), qPrintable(said()));
    m_session->cursor()->select(5, 4);
    QVERIFY2(said().contains(cellSentence(*m_session->cursor()->film(), {5, 4}, 4, Sight::UpToMoment)),
             qPrintable(said()));
    QVERIFY(said().contains(QStringLiteral("timestep %1 to %2").arg(run->timestep(3, 5)).arg(run->timestep(4, 5))));
}

void TestSpeech::planeIsATable()
{
    QAccessibleInterface *plane = QAccessible::queryAccessibleInterface(m_panel->view());
    QAccessibleTableInterface *table = plane->tableInterface();
    QVERIFY(table);
    QCOMPARE(plane->role(), QAccessible::Table);
    QCOMPARE(table->rowCount(), 0); // a plan has no words yet
    const Run *run = addRun();
    const Film &film = *m_session->cursor()->film();
    const int columns = m_session->positions()->shown(12);
    QCOMPARE(table->rowCount(), 10);
    QCOMPARE(table->columnCount(), columns);
    QCOMPARE(table->rowDescription(3), QStringLiteral("model call 4, sentence step %1").arg(film.sentenceStep(4)));
    QCOMPARE(table->columnDescription(2), QStringLiteral("position 2"));
    QVERIFY(!table->cellAt(10, 0) && !table->cellAt(-1, 0) && !table->cellAt(0, columns) && !table->cellAt(0, -1));
    m_session->playback()->seek(6);
    for (int row = 0; row < 10; ++row)
        for (int column = 0; column < columns; ++column) {
            QAccessibleInterface *cell = table->cellAt(row, column);
            QCOMPARE(cell->text(QAccessible::Name), cellSentence(film, {column, row + 1}, 6, Sight::UpToMoment));
            QCOMPARE(cell->text(QAccessible::Name).contains(QLatin1String("not yet known")), row >= 6);
            QCOMPARE(cell->role(), QAccessible::Cell);
            QCOMPARE(cell->parent(), plane);
            QCOMPARE(plane->indexOfChild(cell), plane->childCount() - 10 * columns + row * columns + column);
            QCOMPARE(plane->child(plane->indexOfChild(cell)), cell);
            QCOMPARE(cell->tableCellInterface()->rowIndex(), row);
            QCOMPARE(cell->tableCellInterface()->columnIndex(), column);
            QVERIFY(!cell->state().selected && cell->state().selectable);
        }
    // The widgets in it are still there: the legend, and what folds positions away.
    QStringList names;
    for (int i = 0; i < plane->childCount() - 10 * columns; ++i)
        names << plane->child(i)->text(QAccessible::Name);
    QVERIFY2(names.filter(QStringLiteral("Legend: where")).size() == 1, qPrintable(names.join(QLatin1Char('|'))));
    // Where it is on the screen is where the pointer finds it.
    m_panel->view()->flush();
    QAccessibleInterface *cell = table->cellAt(4, 2);
    const QPoint centre = cell->rect().center();
    QCOMPARE(plane->childAt(centre.x(), centre.y()), cell);
    QVERIFY(plane->rect().contains(cell->rect()));
    QVERIFY(cell->text(QAccessible::Name).contains(run->labelAt(5, 2)));
    // Chosen by somebody who hears.
    QCOMPARE(cell->actionInterface()->actionNames(), QStringList{QAccessibleActionInterface::pressAction()});
    cell->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(m_session->cursor()->selected(), (Cell{2, 5}));
    QVERIFY(cell->state().selected);
    QCOMPARE(table->selectedCells(), QList<QAccessibleInterface *>{cell});
}

/// What a screen reader kept of cells that are not there any more says so, and is no crash.
void TestSpeech::planeOfAnotherRun()
{
    addRun();
    QAccessibleInterface *plane = QAccessible::queryAccessibleInterface(m_panel->view());
    const QAccessible::Id kept = QAccessible::uniqueId(plane->tableInterface()->cellAt(9, 3));
    const auto isThere = [kept] {
        const QAccessibleInterface *cell = QAccessible::accessibleInterface(kept);
        return cell && cell->isValid() && !cell->text(QAccessible::Name).isEmpty();
    };
    QVERIFY(isThere());
    addRun(4);
    QVERIFY(!isThere());
    QCOMPARE(plane->tableInterface()->rowCount(), 4);
    m_session->show(nullptr);
    QCOMPARE(plane->tableInterface()->rowCount(), 0);
    QVERIFY(!plane->tableInterface()->cellAt(0, 0));
}

void TestSpeech::focusFollowsTheChosenCell()
{
    test::ManualClock clock;
    StepSpeaker speaker(m_session.get(), m_window.get(), &clock);
    QAccessible::setActive(true);
    addRun();
    QAccessibleInterface *plane = QAccessible::queryAccessibleInterface(m_panel->view());
    m_session->cursor()->select(4, 8);
    clock.advance(StepSpeaker::kGap);
    m_grid->setFocus();
    m_panel->view()->setFocus(Qt::TabFocusReason);
    QCOMPARE(plane->focusChild(), plane->tableInterface()->cellAt(7, 4)); // who comes to the plane is where one was
    QSignalSpy said(&speaker, &StepSpeaker::said), focusTold(&speaker, &StepSpeaker::focusTold);
    for (const auto &[key, position, call] : {std::tuple(Qt::Key_Right, 5, 8), std::tuple(Qt::Key_Up, 5, 7),
                                              std::tuple(Qt::Key_Left, 4, 7), std::tuple(Qt::Key_Down, 4, 8)}) {
        said.clear();
        focusTold.clear();
        QTest::keyClick(m_panel->view(), key);
        clock.advance(StepSpeaker::kGap);
        QCOMPARE(m_session->cursor()->selected(), (Cell{position, call}));
        QCOMPARE(focusTold.size(), 1); // the cell is read, not announced a second time
        QCOMPARE(said.size(), 1);
        QAccessibleInterface *cell = plane->focusChild();
        QCOMPARE(cell, plane->tableInterface()->cellAt(call - 1, position));
        QVERIFY(cell->state().focused);
        QCOMPARE(cell->text(QAccessible::Name), said.last().first().toString());
    }
    // A step without a chosen cell is announced.
    m_session->cursor()->clear();
    clock.advance(StepSpeaker::kGap);
    said.clear();
    focusTold.clear();
    m_session->playback()->seek(3);
    clock.advance(StepSpeaker::kGap);
    QCOMPARE(said.size(), 1);
    QCOMPARE(focusTold.size(), 0);
    m_grid->setFocus();
    QVERIFY(!plane->tableInterface()->cellAt(2, 0)->state().focused);
}

void TestSpeech::wordsAreAText()
{
    QAccessibleInterface *strip = QAccessible::queryAccessibleInterface(m_strip);
    QVERIFY(strip->textInterface());
    QCOMPARE(strip->textInterface()->characterCount(), 0);
    const Run *run = addRun();
    QVERIFY(strip->state().readOnly);
    m_session->playback()->seek(4);
    QVERIFY2(spoken(m_strip, QAccessible::Name).contains(QLatin1String("Step 4 of 10")),
             qPrintable(spoken(m_strip, QAccessible::Name)));
    QVERIFY(spoken(m_strip, QAccessible::Name).contains(run->textAt(4)));
    QAccessibleTextInterface *text = textOf(m_strip);
    const QString all = text->text(0, text->characterCount());
    QVERIFY(!all.isEmpty());
    QCOMPARE(all, spoken(m_strip, QAccessible::Value));
    QCOMPARE(text->selectionCount(), 0);
    // Every word has its place in it.
    for (int n = 0; n < m_session->positions()->shown(12); ++n) {
        if (m_session->cursor()->film()->isPadding(4, n))
            continue;
        m_session->cursor()->select(n, 4);
        QCOMPARE(text->selectionCount(), 1);
        int start = 0, end = 0;
        text->selection(0, &start, &end);
        QCOMPARE(text->text(start, end), run->labelAt(4, n));
        QCOMPARE(text->cursorPosition(), start);
        const QRect box = text->characterRect(start);
        QCOMPARE(
            box,
            QRect(m_strip->viewport()->mapToGlobal(m_strip->tokenRect(n).topLeft()), m_strip->tokenRect(n).size()));
        QCOMPARE(text->offsetAtPoint(box.center()), start);
    }
    m_session->playback()->seek(0);
    QCOMPARE(text->characterCount(), 0);
    QVERIFY(spoken(m_strip, QAccessible::Name).contains(QLatin1String("noise")));
}

void TestSpeech::wordsWithPiecesAndPadding()
{
    const auto word = [](const char *text, bool starts = true, bool padding = false) {
        StripWord made;
        made.text = QString::fromLatin1(text);
        made.startsWord = starts;
        made.padding = padding;
        return made;
    };
    const SpokenWords spoken =
        spokenWords({word("catch"), word("es", false), word("."), word("PAD", true, true), word("x")});
    QCOMPARE(spoken.text, QStringLiteral("catches . x"));
    QCOMPARE(spoken.startOf(1), 5);
    QCOMPARE(spoken.endOf(1), 7);
    QCOMPARE(spoken.startOf(3), -1);
    QCOMPARE(spoken.startOf(17), -1);
    QCOMPARE(spoken.positionAt(0), 0);
    QCOMPARE(spoken.positionAt(6), 1);
    QCOMPARE(spoken.positionAt(100), 4);
    QCOMPARE(spokenWords({}).positionAt(0), -1);
}

void TestSpeech::chosenBySomebodyWhoHears()
{
    addRun();
    QAccessibleTextInterface *text = textOf(m_strip);
    text->setCursorPosition(0);
    QCOMPARE(m_session->cursor()->position(), 0);
    const int last = text->characterCount();
    text->setCursorPosition(last);
    QVERIFY(m_session->cursor()->position() > 0);
    text->setSelection(0, 0, 3);
    QCOMPARE(m_session->cursor()->position(), 0);
    QVERIFY(spoken(m_strip, QAccessible::Description).startsWith(QLatin1String("position 0, step 10 of 10")));
}

void TestSpeech::tableSaysTheSame()
{
    addRun();
    QAccessibleTableInterface *table = QAccessible::queryAccessibleInterface(m_grid)->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 10);
    const Film &film = *m_session->cursor()->film();
    QCOMPARE(table->cellAt(3, 2)->text(QAccessible::Name), cellSentence(film, {2, 4}, film.last(), Sight::UpToMoment));
}

void TestSpeech::stepsAreAnnounced()
{
    test::ManualClock clock;
    StepSpeaker speaker(m_session.get(), m_window.get(), &clock);
    QAccessible::setActive(true); // a screen reader is there
    QSignalSpy said(&speaker, &StepSpeaker::said);
    const auto last = [&said] { return said.isEmpty() ? QString() : said.last().first().toString(); };
    const Run *run = addRun();
    clock.advance(StepSpeaker::kGap);
    said.clear();
    m_panel->view()->setFocus();
    m_session->playback()->seek(6);
    clock.advance(StepSpeaker::kGap);
    QCOMPARE(said.size(), 1);
    QCOMPARE(last(), QStringLiteral("Step 6 of 10: ") + run->textAt(6));
    m_session->cursor()->select(7, 6);
    clock.advance(StepSpeaker::kGap);
    QCOMPARE(last(), cellSentence(*m_session->cursor()->film(), {7, 6}, 6, Sight::UpToMoment));
    // Nothing new is not said again.
    const qsizetype before = said.size();
    m_session->cursor()->select(7, 6);
    clock.advance(StepSpeaker::kGap);
    QCOMPARE(said.size(), before);
}

void TestSpeech::playingIsASummaryAndNotTooOften()
{
    test::ManualClock clock;
    StepSpeaker speaker(m_session.get(), m_window.get(), &clock);
    QAccessible::setActive(true); // a screen reader is there
    QSignalSpy said(&speaker, &StepSpeaker::said);
    addRun(100);
    m_session->playback()->first();
    clock.advance(StepSpeaker::kGap);
    said.clear();
    m_session->playback()->play();
    QVERIFY(m_session->playback()->isPlaying());
    constexpr int kSteps = 80, kApart = 30; // ms: 33 steps a second
    for (int i = 0; i < kSteps; ++i) {
        m_session->cursor()->playOn();
        QMetaObject::invokeMethod(m_session->playback(), "play"); // another has moved it: it would stop
        clock.advance(kApart);
    }
    const int most = kSteps * kApart / StepSpeaker::kGap + 1;
    QVERIFY2(said.size() >= 2 && said.size() <= most, qPrintable(QString::number(said.size())));
    QVERIFY2(said.last().first().toString().contains(QLatin1String("positions settled")),
             qPrintable(said.last().first().toString()));
    m_session->playback()->pause();
    clock.advance(StepSpeaker::kGap);
    QVERIFY(said.last().first().toString().startsWith(
        stepSentence(*m_session->cursor()->film(), m_session->cursor()->moment())));
}

void TestSpeech::silentWhereNobodyListens()
{
    test::ManualClock clock;
    StepSpeaker speaker(m_session.get(), m_window.get(), &clock);
    QAccessible::setActive(false);
    const QSignalSpy said(&speaker, &StepSpeaker::said);
    addRun();
    m_session->playback()->seek(3);
    m_session->cursor()->select(2, 3);
    clock.advance(10 * StepSpeaker::kGap);
    QCOMPARE(said.size(), 0);
}

void TestSpeech::runsDoNotTakeTheFocus()
{
    QAction action;
    auto *runs = new RunsView(m_session.get(), {&action, &action, &action, &action, &action, &action, &action});
    auto *field = new QLineEdit;
    m_window->layout()->addWidget(runs);
    m_window->layout()->addWidget(field);
    runs->show();
    field->show();
    field->setFocus();
    Run *first = addRun(), *second = addRun();
    m_session->playback()->seek(3);
    m_session->cursor()->select(2, 3);
    QAccessibleTableInterface *table = QAccessible::queryAccessibleInterface(runs)->tableInterface();
    QVERIFY(table);
    QVERIFY(table->cellAt(1, 0)->state().selected); // the run on screen
    QVERIFY(!table->cellAt(1, 0)->state().focused);
    runs->setFocus(Qt::TabFocusReason);
    QVERIFY(table->cellAt(1, 0)->state().focused);
    QTest::keyClick(runs, Qt::Key_Up);
    QCOMPARE(m_session->cursor()->run(), first);
    QVERIFY(table->cellAt(0, 0)->state().focused);
    field->setFocus(Qt::TabFocusReason);
    QVERIFY(!table->cellAt(0, 0)->state().focused);
    QVERIFY(table->cellAt(0, 0)->state().selected);
    m_session->show(second);
    QVERIFY(table->cellAt(1, 0)->state().selected && !table->cellAt(0, 0)->state().selected);
    m_session->show(nullptr);
    QVERIFY(!table->cellAt(1, 0)->state().selected);
}

QTEST_MAIN(TestSpeech)
#include "tst_speech.moc"
