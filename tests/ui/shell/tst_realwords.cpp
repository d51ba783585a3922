// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any word in the real window over the real engine, with a bundled model that has a length head: the choice of the length first, then
// the word in its trace, on the map of settling and on its way among the words of the model.
#include "models/LengthText.h"
#include "shell/CentralView.h"
#include "shell/DockLayout.h"
#include "support/Refusal.h"
#include "ui/shell/RealWindow.h"
#include "views/compare/SettleMapView.h"
#include "views/map/WordMapView.h"
#include "views/plane/LengthNote.h"
#include "views/plane/PlanePanel.h"
#include "views/traces/WordTracesView.h"
#include <QDockWidget>

using namespace ard;
using namespace ard::ui;
using test::RealWindow;

class TestRealWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLengthThenTheWords();

private:
    static bool keepPictures(RealWindow &real, const QString &name)
    {
        bool kept = true;
        for (const QSize &size : {QSize(1440, 900), QSize(1280, 720)}) {
            real.window.resize(size);
            kept = real.pictures(QStringLiteral("%1_%2").arg(name).arg(size.width())) && kept;
        }
        return kept;
    }
    template <class View>
    static View *raised(RealWindow &real, const QString &id)
    {
        QDockWidget *dock = real.window.docks()->dock(id);
        dock->show();
        dock->raise();
        return real.window.findChild<View *>();
    }
};

void TestRealWords::theLengthThenTheWords()
{
    RealWindow real;
    Session &session = real.session;
    const Run *run = real.runExample(QStringLiteral(ARD_HEAD_MODEL));
    QVERIFY2(run, qPrintable(session.whyNotRun()));
    session.playback()->pause();
    Cursor *cursor = session.cursor();

    const auto &choice = run->record().lengthChoice;
    QVERIFY(choice && choice->by == LengthChoice::By::Head);
    QCOMPARE(choice->likely.front().length, run->length());
    cursor->setMoment(0);
    const LengthNote *note = real.window.central()->plane()->lengthNote();
    QVERIFY(note->isVisible());
    ARD_SAYS(note->text(), "length head: ");
    QCOMPARE(note->text(), lengthText(*run));
    QVERIFY(keepPictures(real, QStringLiteral("length")));

    const int position = 2, last = run->modelCalls();
    cursor->select(position, Moment{last});
    QVERIFY(note->isHidden());
    const auto *traces = raised<WordTracesView>(real, QStringLiteral("tracesDock"));
    QVERIFY(traces && !traces->traces().state().rows.empty());
    for (const WordTracesState::Row &row : traces->traces().state().rows)
        QCOMPARE(row.segments.back().word, run->labelAt(last, row.position));
    QVERIFY(keepPictures(real, QStringLiteral("traces")));

    const auto *settled = raised<SettleMapView>(real, QStringLiteral("settleMapDock"));
    QVERIFY(settled);
    QCOMPARE(settled->map().state().lanes.front().rows[SettleMapView::ByWord].cells[position].call,
             run->settle().byWord(position));
    QVERIFY(keepPictures(real, QStringLiteral("settlemap")));

    const auto *map = raised<WordMapView>(real, QStringLiteral("wordMapDock"));
    QVERIFY2(QTest::qWaitFor([&] { return session.vocabulary()->answer() != nullptr; }, RealWindow::kWait),
             qPrintable(session.vocabulary()->problem()));
    const WordMapState &state = map->map().state();
    QVERIFY(state.words && state.paths.front().hasWord);
    QCOMPARE(static_cast<int>(state.words->size()), session.form()->model().vocabulary);
    QCOMPARE(static_cast<int>(state.paths.front().points.size()), last);
    QCOMPARE(state.landmarks.front().word, run->labelAt(last, position));
    // The last state of the token is that of its word, but for what timestep 0 leaves of noise.
    const QPointF away = state.paths.front().points.back() - state.paths.front().word,
                  whole = state.paths.front().points.front() - state.paths.front().word;
    QVERIFY(QPointF::dotProduct(away, away) < QPointF::dotProduct(whole, whole));
    QVERIFY(keepPictures(real, QStringLiteral("wordmap")));
}

QTEST_MAIN(TestRealWords)
#include "tst_realwords.moc"
