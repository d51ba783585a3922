// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys that find something in the film, pressed in the window: changes, words, markers; and Play at the end.
#include "ui/shell/WindowFixture.h"
#include "views/find/FindBar.h"
#include "views/source/SourcePanel.h"
#include "views/strip/TextStripView.h"
#include "views/transport/ScrubRuler.h"
#include "views/transport/TransportBar.h"
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;

class TestFilmKeys : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void changes();
    void marksOnTheRuler();
    void findAWord();
    void nothingIsFound();
    void markers();
    void keysOfControlsStayTheirs();
    void playAtTheEndBeginsAgain();

private:
    /// A finished run of 20 calls, with the keyboard in the strip.
    static QWidget *ready(WindowFixture &f)
    {
        const bool up = f.startEngine() && f.runToTheEnd() && QTest::qWaitForWindowActive(&f.window());
        f.central().strip()->setFocus();
        return up ? f.window().focusWidget() : nullptr;
    }
    /// Calls in which a word becomes another or settles for good, told from the frames alone.
    static QList<int> eventsOf(const Run &run)
    {
        QList<int> events;
        for (int call = 1; call <= run.frameCount(); ++call)
            for (int n = 0; n < run.length(); ++n) {
                const bool flips = call > 1 && run.token(call, n)->wordId != run.token(call - 1, n)->wordId;
                if ((flips || run.settle().byWord(n) == call) && (events.isEmpty() || events.back() != call))
                    events << call;
            }
        return events;
    }
};

void TestFilmKeys::changes()
{
    WindowFixture f;
    QWidget *keyboard = ready(f);
    QVERIFY(keyboard);
    const QList<int> events = eventsOf(*f.session().cursor()->run());
    QVERIFY(events.size() > 3);
    f.session().playback()->first();
    QList<int> reached;
    for (qsizetype i = 0; i < events.size(); ++i) {
        QTest::keyClick(keyboard, Qt::Key_Right, Qt::ControlModifier);
        reached << f.session().cursor()->moment().call;
    }
    QCOMPARE(reached, events);
    QTest::keyClick(keyboard, Qt::Key_Right, Qt::ControlModifier); // there is none any more
    QCOMPARE(f.session().cursor()->moment().call, events.back());
    QTest::keyClick(keyboard, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(f.session().cursor()->moment().call, events[events.size() - 2]);
}

void TestFilmKeys::marksOnTheRuler()
{
    WindowFixture f;
    QVERIFY(ready(f));
    const ScrubRuler *ruler = f.central().transport()->ruler();
    QVERIFY(!ruler->events().empty());
    f.session().playback()->seek(8);
    for (const ScrubRuler::Event &event : ruler->events())
        QVERIFY(event.step <= 8);
    const std::size_t seen = ruler->events().size();
    f.session().cursor()->setShowsFuture(true);
    QVERIFY(ruler->events().size() > seen);
    f.session().cursor()->setShowsFuture(false);
    f.session().playback()->first();
    QVERIFY(ruler->events().empty());
    f.session().playback()->seek(14);
    f.picture(QStringLiteral("film-marks"));
}

void TestFilmKeys::findAWord()
{
    WindowFixture f;
    QWidget *keyboard = ready(f);
    QVERIFY(keyboard);
    const Run *run = f.session().cursor()->run();
    FindBar *bar = f.central().findBar();
    QVERIFY(!bar->isVisible());
    QTest::keyClick(keyboard, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(bar->isVisible() && bar->field()->hasFocus());
    const QString word = run->labelAt(20, 0);
    QTest::keyClicks(bar->field(), word);
    QTest::keyClick(bar->field(), Qt::Key_Return);
    const Cell first = f.session().cursor()->selected();
    QVERIFY(first.isValid());
    QCOMPARE(run->labelAt(first.moment.call, first.position).toLower(), word.toLower());
    QVERIFY(bar->result().startsWith(QStringLiteral("1 of ")));
    f.picture(QStringLiteral("find"));
    QTest::keyClick(keyboard, Qt::Key_F3);
    const Cell second = f.session().cursor()->selected();
    QTest::keyClick(keyboard, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(f.session().cursor()->selected(), first);
    QTest::keyClick(bar->field(), Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QTest::keyClick(f.window().focusWidget(), Qt::Key_F3); // goes on while the bar is away
    QCOMPARE(f.session().cursor()->selected(), second);
}

void TestFilmKeys::nothingIsFound()
{
    WindowFixture f;
    QWidget *keyboard = ready(f);
    QVERIFY(keyboard);
    FindBar *bar = f.central().findBar();
    QTest::keyClick(keyboard, Qt::Key_F3); // nothing to look for yet: asks
    QVERIFY(bar->isVisible());
    const Moment before = f.session().cursor()->moment();
    QTest::keyClicks(bar->field(), QStringLiteral("zzz"));
    QTest::keyClick(bar->field(), Qt::Key_Return);
    QVERIFY(!bar->result().isEmpty());
    QCOMPARE(f.session().cursor()->moment(), before);
    QVERIFY(!f.session().cursor()->selected().isValid());
}

void TestFilmKeys::markers()
{
    WindowFixture f;
    QWidget *keyboard = ready(f);
    QVERIFY(keyboard);
    f.session().cursor()->select(3, 5);
    QTest::keyClick(keyboard, Qt::Key_1, Qt::ControlModifier);
    f.session().cursor()->select(4, 12);
    QTest::keyClick(keyboard, Qt::Key_9, Qt::ControlModifier);
    const ScrubRuler *ruler = f.central().transport()->ruler();
    QCOMPARE(ruler->markers(), (std::vector<ScrubRuler::Marker>{{5, 1}, {12, 9}}));
    QTest::keyClick(keyboard, Qt::Key_1);
    QCOMPARE(f.session().cursor()->selected(), (Cell{3, 5, 0}));
    QTest::keyClick(keyboard, Qt::Key_9);
    QCOMPARE(f.session().cursor()->selected(), (Cell{4, 12, 0}));
    f.picture(QStringLiteral("markers"));
    QTest::keyClick(keyboard, Qt::Key_9, Qt::ControlModifier);
    QCOMPARE(ruler->markers(), (std::vector<ScrubRuler::Marker>{{5, 1}}));
}

void TestFilmKeys::keysOfControlsStayTheirs()
{
    WindowFixture f;
    QWidget *keyboard = ready(f);
    QVERIFY(keyboard);
    f.session().playback()->seek(5);
    QTest::keyClick(keyboard, Qt::Key_1, Qt::ControlModifier);
    f.session().playback()->seek(9);
    QPlainTextEdit *source = f.window().docks()->source()->sourceEdit();
    source->setFocus();
    source->setPlainText(QStringLiteral("two words"));
    QTest::keyClick(source, Qt::Key_1);
    QTest::keyClick(source, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(source->toPlainText(), QStringLiteral("1two words"));
    QCOMPARE(f.session().playback()->step(), 9);
    QCOMPARE(source->textCursor().position(), 5); // behind "1two ": a word on
    auto *runs = f.window().docks()->dock(QStringLiteral("runsDock"))->findChild<QListView *>();
    QVERIFY(runs);
    runs->setFocus();
    QTest::keyClick(runs, Qt::Key_1); // a list goes to what the digit begins
    QCOMPARE(f.session().playback()->step(), 9);
}

void TestFilmKeys::playAtTheEndBeginsAgain()
{
    WindowFixture f;
    QWidget *keyboard = ready(f);
    QVERIFY(keyboard);
    f.session().playback()->last();
    QCOMPARE(f.session().playback()->step(), 20);
    QVERIFY(f.actions().play->isEnabled());
    QTest::keyClick(keyboard, Qt::Key_Space);
    QVERIFY(f.session().playback()->isPlaying());
    QCOMPARE(f.session().playback()->step(), 0);
}

QTEST_MAIN(TestFilmKeys)
#include "tst_filmkeys.moc"
