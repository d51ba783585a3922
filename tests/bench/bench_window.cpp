// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window takes for a long run, without a display: bench_window [POSITIONS] [MODEL CALLS] [PIXEL RATIO], 256, 2000 and 1
// otherwise. A run comes from the fake engine as fast as it can send; then the film is scrubbed and the table scrolled. Told are
// the longest time between two events while the run comes, and median and worst of single moves until they are painted; with one
// lane beside the table, and with three lanes and every view of the comparison.
#include "Effort.h"
#include "session/RunMemory.h"
#include "ui/shell/WindowFixture.h"
#include "views/grid/TokenGridView.h"
#include <QApplication>
#include <QMetaEnum>
#include <QScrollBar>

using namespace ard;
using namespace ard::ui;

namespace {

constexpr int kMoves = 60; ///< of each kind
constexpr QSize kWindow(1600, 1000);

/// Remembers the event that took longest of those that the event loop itself hands over.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;

    struct Longest {
        bench::Effort effort;
        QByteArray receiver;
        QEvent::Type type = QEvent::None;
    };

    Longest takeLongest() { return std::exchange(m_longest, {}); }

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const QByteArray name = receiver->metaObject()->className(); // it may go
        const QEvent::Type type = event->type();
        ++m_depth;
        const bench::Stopwatch watch;
        const bool result = QApplication::notify(receiver, event);
        const bench::Effort taken = watch.taken();
        --m_depth;
        if (taken.processor > m_longest.effort.processor)
            m_longest = {taken, name, type};
        return result;
    }

private:
    Longest m_longest;
    int m_depth = 0;
};

class Bench {
public:
    Bench(WatchedApplication *application, int positions, int calls)
        : m_application(application), m_fixture({}, positions, 2000), m_calls(calls)
    {
        m_fixture.window().resize(kWindow);
        if (!m_fixture.startEngine())
            qFatal("no engine");
        m_fixture.session().form()->setSource(QStringLiteral("name[Blue Spice], eatType[coffee shop]"));
        m_fixture.session().form()->setSamplingSteps(calls);
        settle();
    }

    void oneLane()
    {
        std::printf("one lane, plane and table\n");
        m_fixture.actions().showBoth->trigger();
        live([this] { m_fixture.actions().run->trigger(); });
        moves();
        scroll();
    }

    void threeLanes()
    {
        std::printf("three lanes, all views of the comparison\n");
        m_fixture.actions().showPlane->trigger();
        live([this] { m_fixture.actions().compare->trigger(); });
        moves();
        DockLayout *docks = m_fixture.window().docks();
        for (const char *id : {"settleDock", "curvesDock", "wordsDock", "differenceDock"}) {
            QDockWidget *dock = docks->dock(QString::fromLatin1(id));
            dock->show();
            dock->raise();
            settle();
            scrub(id, -1);
        }
    }

private:
    /// Until everything is painted: the plot asks for a repaint in one turn of the event loop, and gets it in the next.
    static void settle()
    {
        for (int turn = 0; turn < 4; ++turn)
            QCoreApplication::processEvents();
    }

    template <class Start>
    void live(const Start &start)
    {
        settle();
        m_application->takeLongest();
        const bench::Stopwatch watch;
        start();
        const auto isOver = [this] {
            for (const Lane *lane : m_fixture.session().board()->lanes())
                if (!lane->run() || lane->run()->isLive())
                    return false;
            return true;
        };
        while (!isOver())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        settle();
        const bench::Effort all = watch.taken();
        const WatchedApplication::Longest longest = m_application->takeLongest();
        const char *type = QMetaEnum::fromType<QEvent::Type>().valueToKey(longest.type);
        std::printf("  %d calls live: %.0f ms of processor, %.0f ms on the wall; longest between two events %.1f ms of "
                    "processor, %.1f ms on the wall (%s of %s)\n",
                    m_calls, all.processor, all.wall, longest.effort.processor, longest.effort.wall,
                    type ? type : "an event", longest.receiver.constData());
        for (const Lane *lane : m_fixture.session().board()->lanes())
            std::printf("  memory of lane %s: %s\n", qPrintable(lane->letter()),
                        qPrintable(RunMemory::text(lane->run()->record())));
        std::fflush(stdout);
    }

    template <class Move>
    void measure(const char *what, const Move &move)
    {
        std::vector<bench::Effort> efforts;
        for (int i = 0; i < kMoves; ++i) {
            const bench::Stopwatch watch;
            move(i);
            settle();
            efforts.push_back(watch.taken());
        }
        std::printf("  ");
        bench::print(what, efforts);
    }

    void scrub(const char *what, int by)
    {
        measure(what, [&](int) { m_fixture.session().playback()->stepForward(by); });
    }

    void moves()
    {
        Cursor *cursor = m_fixture.session().cursor();
        m_fixture.session().playback()->last();
        settle();
        scrub("a step back", -1);
        scrub("a step forward", 1);
        const int length = cursor->film()->length();
        measure("any step", [&](int i) { m_fixture.session().playback()->seek(1 + (i * 619) % m_calls); });
        m_fixture.session().playback()->seek(m_calls / 2);
        measure("hover", [&](int i) { cursor->hover((i * 7) % length, m_calls / 2 - i); });
        measure("choose", [&](int i) { cursor->select((i * 7) % length, m_calls / 2); });
        cursor->clear();
        measure("another scale", [&](int) { m_fixture.actions().tailZoom->trigger(); });
    }

    void scroll()
    {
        QScrollBar *bar = m_fixture.window().findChild<TokenGridView *>()->verticalScrollBar();
        measure("scroll the table", [&](int i) { bar->setValue(bar->maximum() / 2 + i * 37); });
    }

    WatchedApplication *m_application;
    test::WindowFixture m_fixture;
    int m_calls;
};

} // namespace

int main(int argc, char **argv)
{
    const auto argument = [&](int i, const char *otherwise) { return argc > i ? argv[i] : otherwise; };
    qputenv("QT_SCALE_FACTOR", argument(3, "1"));
    WatchedApplication application(argc, argv);
    Bench bench(&application, atoi(argument(1, "256")), atoi(argument(2, "2000")));
    bench.oneLane();
    bench.threeLanes();
    return 0;
}
