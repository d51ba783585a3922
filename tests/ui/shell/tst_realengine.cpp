// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way on the bundled tiny model: the window starts the engine, runs, shows words, survives the death of the
// engine, and the same seed gives the same words.
#include "base/Files.h"
#include "base/Json.h"
#include "plot/PlaneView.h"
#include "shell/CentralView.h"
#include "shell/DockLayout.h"
#include "ui/shell/RealWindow.h"
#include "views/attention/AttentionView.h"
#include "views/jump/CallInsideView.h"
#include "views/plane/PlanePanel.h"
#include "views/sheet/SheetTable.h"
#include "views/sheet/SheetView.h"
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <cmath>
#include <csignal>

using namespace ard;
using namespace ard::ui;
using test::RealWindow;

class TestRealEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeWay();
    void compareTheFigure();
    void lanesAdvanceTogether();
    void insideACall();
    void attentionOfACall();
    void lengthsOfTheModelsChoice();
    void intoTheJump();
    void contactSheetAndCompare();

private:
    /// A model with a length head that was trained for a moment: "three dog" becomes "dog dog dog".
    QString countingModel(const QString &folder) const;
    static constexpr int kWait = 120'000;
};

void TestRealEngine::wholeWay()
{
    RealWindow real;
    Session &session = real.session;
    MainWindow &window = real.window;
    session.start(QStringLiteral(ARD_TINY_MODEL));
    QVERIFY2(QTest::qWaitFor([&] { return session.canRun(); }, kWait), qPrintable(session.whyNotRun()));

    const auto run = [&]() -> Run * {
        window.actions()->run->trigger();
        Run *made = session.cursor()->run();
        return made && QTest::qWaitFor([made] { return !made->isLive(); }, kWait) ? made : nullptr;
    };
    Run *first = run();
    QVERIFY(first);
    QVERIFY2(first->state() == Run::State::Complete, qPrintable(first->stateText()));
    QCOMPARE(first->frameCount(), first->modelCalls());
    QVERIFY(!first->textAt(first->modelCalls()).isEmpty());
    QTRY_COMPARE(window.central()->plane()->view()->state().shownCalls, first->modelCalls());
    QCOMPARE(window.central()->plane()->view()->state().words.size(), static_cast<std::size_t>(first->length()));

    Run *second = run();
    QVERIFY(second && second != first);
    for (int call = 1; call <= first->modelCalls(); ++call)
        for (int n = 0; n < first->length(); ++n)
            QCOMPARE(second->token(call, n)->wordId, first->token(call, n)->wordId);

    QCOMPARE(::kill(static_cast<pid_t>(session.engine()->processId()), SIGKILL), 0);
    QVERIFY(QTest::qWaitFor([&] { return session.engine()->state() == EngineClient::State::Failed; }, kWait));
    QCOMPARE(session.runs()->size(), 2);
    window.actions()->first->trigger();
    QCOMPARE(session.playback()->step(), 0);
    session.restartEngine();
    QVERIFY(QTest::qWaitFor([&] { return session.canRun(); }, kWait));
}

void TestRealEngine::compareTheFigure()
{
    RealWindow real;
    Session &session = real.session;
    session.start(QStringLiteral(ARD_TINY_MODEL));
    QVERIFY2(QTest::qWaitFor([&] { return session.canRun(); }, kWait), qPrintable(session.whyNotRun()));
    session.form()->setSeed(3);
    real.window.actions()->compare->trigger();
    QCOMPARE(session.board()->size(), 3);
    const auto ended = [&] {
        const QList<Lane *> &lanes = session.board()->lanes();
        return std::all_of(lanes.begin(), lanes.end(),
                           [](const Lane *lane) { return lane->run() && !lane->run()->isLive(); });
    };
    QVERIFY(QTest::qWaitFor(ended, kWait));
    for (const Lane *lane : session.board()->lanes()) {
        const Run *run = lane->run();
        QVERIFY2(run->state() == Run::State::Complete, qPrintable(run->stateText()));
        QCOMPARE(run->frameCount(), 20);
        // Each begins at the same noise: all at T-1, and of one model and seed.
        QCOMPARE(run->record().request.seed, session.board()->at(0)->run()->record().request.seed);
        QCOMPARE(run->record().provenance.modelFingerprint,
                 session.board()->at(0)->run()->record().provenance.modelFingerprint);
        QVERIFY(!run->textAt(run->modelCalls()).isEmpty());
    }
    if (const QString folder = qEnvironmentVariable("ARD_TEST_PICTURES"); !folder.isEmpty()) {
        real.window.resize(1440, 860);
        real.window.actions()->lanePanels->setChecked(false);
        session.cursor()->setMoment(13);
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(); // layouts
        QVERIFY(savePicture(pictureOf(&real.window), QDir(folder).filePath(QStringLiteral("compare.png"))));
    }
    // The last of them is what the form's own run would have been.
    real.window.actions()->compare->trigger();
    const Run *third = session.cursor()->lane()->run();
    real.window.actions()->run->trigger();
    Run *alone = session.cursor()->run();
    QVERIFY(alone && alone != third && QTest::qWaitFor([alone] { return !alone->isLive(); }, kWait));
    QCOMPARE(alone->textAt(20), third->textAt(20));
}

/// The three planes of the paper's figure: each lane gives what its run alone gives, frame by frame in lockstep, from one noise.
void TestRealEngine::lanesAdvanceTogether()
{
    RealWindow real;
    Session &session = real.session;
    session.start(QStringLiteral(ARD_TINY_MODEL));
    QVERIFY2(QTest::qWaitFor([&] { return session.canRun(); }, kWait), qPrintable(session.whyNotRun()));
    session.form()->setSource(QString::fromStdString(session.form()->model().examples.front()));
    const QStringList kinds{QStringLiteral("uniform"), QStringLiteral("autoregressive"),
                            QStringLiteral("ar-diffusion")};
    for (int i = 0; i < kinds.size(); ++i) {
        Lane *lane = i == 0 ? session.board()->at(0) : session.board()->add();
        LaneChanges changes;
        changes.schedule.emplace().kind = kinds[i].toStdString();
        lane->setChanges(changes);
    }
    std::vector<int> order;
    const QList<Run *> runs = session.startLanes();
    QCOMPARE(runs.size(), 3);
    for (int i = 0; i < 3; ++i)
        connect(runs[i], &Run::frameAdded, this, [&order, i] { order.push_back(i); });
    for (Run *run : runs) {
        QVERIFY(QTest::qWaitFor([run] { return !run->isLive(); }, kWait));
        QVERIFY2(run->state() == Run::State::Complete, qPrintable(run->stateText()));
        QVERIFY(run->record().provenance.startingNoise.has_value());
        QCOMPARE(run->record().provenance.startingNoise, runs[0]->record().provenance.startingNoise);
    }
    for (std::size_t i = 0; i < order.size(); ++i)
        QCOMPARE(order[i], static_cast<int>(i % 3));
    QCOMPARE(order.size(), static_cast<std::size_t>(3 * runs[0]->modelCalls()));
    for (int i = 0; i < 3; ++i) {
        session.cursor()->setLane(i);
        Run *alone = session.startRun();
        QVERIFY(alone && QTest::qWaitFor([alone] { return !alone->isLive(); }, kWait));
        for (int call = 1; call <= alone->modelCalls(); ++call)
            for (int n = 0; n < alone->length(); ++n)
                QCOMPARE(alone->token(call, n)->wordId, runs[i]->token(call, n)->wordId);
    }
}

/// The stages of a call in their dock, from the model that wrote the run.
void TestRealEngine::insideACall()
{
    RealWindow real;
    Session &session = real.session;
    session.start(QStringLiteral(ARD_TINY_MODEL));
    QVERIFY2(QTest::qWaitFor([&] { return session.canRun(); }, kWait), qPrintable(session.whyNotRun()));
    session.form()->setSource(QString::fromStdString(session.form()->model().examples.front()));
    Run *run = session.startRun();
    QVERIFY(run && QTest::qWaitFor([run] { return run->state() == Run::State::Complete; }, kWait));
    QDockWidget *dock = real.window.docks()->dock(QStringLiteral("insideDock"));
    QVERIFY(dock && dock->isHidden());
    dock->show();
    dock->raise();
    auto *view = dock->findChild<CallInsideView *>();
    QVERIFY(view);
    session.cursor()->select(3, {7});
    const auto &inside = view->stages()->inside();
    QVERIFY(QTest::qWaitFor([&] { return inside && inside->modelCall == 7 && inside->position == 3; }, kWait));
    QVERIFY2(view->hint().isEmpty(), qPrintable(view->hint()));
    for (int n = 0; n < run->length(); ++n)
        QCOMPARE(inside->headWords[static_cast<std::size_t>(n)], run->token(7, n)->wordId);
    view->setStage(4);
    QVERIFY(view->formula().last().contains(QString::number(inside->eps.size())));
    QVERIFY(real.pictures(QStringLiteral("inside")));
}

/// What the view says of the network is what `attention` answers: rows that add up to one, the split exact.
void TestRealEngine::attentionOfACall()
{
    RealWindow real;
    Session &session = real.session;
    session.start(QStringLiteral(ARD_TINY_MODEL));
    QVERIFY2(QTest::qWaitFor([&] { return session.canRun(); }, kWait), qPrintable(session.whyNotRun()));
    session.form()->setSource(QString::fromStdString(session.form()->model().examples.front()));
    Run *run = session.startRun();
    QVERIFY(run && QTest::qWaitFor([run] { return run->state() == Run::State::Complete; }, kWait));
    for (const char *id : {"tokenCurvesDock", "attentionDock"}) {
        QDockWidget *dock = real.window.docks()->dock(QString::fromLatin1(id));
        QVERIFY(dock && dock->isHidden());
        dock->show();
        dock->raise();
    }
    auto *view = real.window.findChild<AttentionView *>();
    session.cursor()->select(4, {12});
    const auto shows = [&](int layer, int head) {
        const AttentionMap *map = session.attention()->answer();
        return map && map->modelCall == 12 && map->layer == layer && map->head == head;
    };
    QVERIFY2(QTest::qWaitFor([&] { return shows(0, 0); }, kWait), qPrintable(session.attention()->problem()));
    const AttentionMap map = *session.attention()->answer();
    QCOMPARE(map.length, run->length());
    for (int row = 0; row < map.length; ++row) {
        double sum = 0, exponentials = 0;
        const auto at = [&](int column) { return static_cast<std::size_t>(row * map.length + column); };
        for (int column = 0; column < map.length; ++column) {
            sum += static_cast<double>(map.weights[at(column)]);
            exponentials += std::exp(static_cast<double>(map.content[at(column)] + map.time[at(column)]));
        }
        QVERIFY(std::abs(sum - 1) < 1e-4);
        const double first = std::exp(static_cast<double>(map.content[at(0)] + map.time[at(0)])) / exponentials;
        QVERIFY(std::abs(first - static_cast<double>(map.weights[at(0)])) < 1e-4);
    }
    QCOMPARE(view->table()->rowCount(), map.length + map.sourceLength);
    QVERIFY2(view->summary().contains(run->labelAt(12, 4)), qPrintable(view->summary()));
    QVERIFY(!view->grid().state().columnWords.isEmpty());
    QVERIFY(real.pictures(QStringLiteral("attention")));
    view->setPlace(map.layers - 1, map.heads - 1);
    QVERIFY2(QTest::qWaitFor([&] { return shows(map.layers - 1, map.heads - 1); }, kWait),
             qPrintable(session.attention()->problem()));
    view->setPart(AttentionView::Part::Source);
    QCOMPARE(view->grid().state().columns, map.sourceLength);
    QVERIFY(real.pictures(QStringLiteral("attention_source")));
    real.window.docks()->dock(QStringLiteral("tokenCurvesDock"))->raise();
    QVERIFY(real.pictures(QStringLiteral("curves")));
}

QString TestRealEngine::countingModel(const QString &folder) const
{
    QByteArray sources, targets;
    const QByteArrayList numbers{"one", "two", "three", "four", "five"};
    for (int i = 0; i < 240; ++i) {
        const QByteArray noun = QByteArrayList{"dog", "cat", "tree", "river"}[i % 4];
        const int count = i % 5;
        sources += numbers[count] + " " + noun + "\n";
        targets += QByteArrayList(count + 1, noun).join(' ') + "\n";
    }
    const QByteArray config =
        R"({"architecture": {"embedding_width": 16, "width": 32, "heads": 2, "encoder_layers": 1, "decoder_layers": 1,
        "time_channels": 16, "dropout": 0, "attention_dropout": 0, "length_head": "mean_pool"}, "diffusion": {"diffusion_steps": 100},
        "batch": 16, "steps": 300, "warmup": 10, "learning_rate": 0.005, "length_weight": 0.5, "precision": "float32", "ema": 0.98})";
    const QDir dir(folder);
    for (const auto &[name, text] :
         {std::pair{"source", sources}, std::pair{"target", targets}, std::pair{"train.json", config}}) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
    }
    const QStringList prepare{"prepare",  "--word-model",         "--vocab-size", "40",
                              "--source", dir.filePath("source"), "--target",     dir.filePath("target"),
                              "--out",    dir.filePath("data")};
    const QStringList train{"train",
                            "--config",
                            dir.filePath("train.json"),
                            "--data",
                            dir.filePath("data"),
                            "--out",
                            dir.filePath("run"),
                            "--device",
                            "cpu"};
    for (const QStringList &arguments : {prepare, train}) {
        QProcess process;
        process.start(QStringLiteral(ARD_ENGINE), arguments);
        if (!process.waitForFinished(kWait) || process.exitCode() != 0) {
            qWarning() << process.readAllStandardError();
            return {};
        }
    }
    return dir.filePath("run/model");
}

void TestRealEngine::lengthsOfTheModelsChoice()
{
    RealWindow real;
    Session &session = real.session;
    MainWindow &window = real.window;
    const QString model = countingModel(real.folder.path());
    QVERIFY(!model.isEmpty());
    session.start(model);
    session.form()->setSource(QStringLiteral("one dog"));
    QVERIFY2(QTest::qWaitFor([&] { return session.canRun(); }, kWait), qPrintable(session.whyNotRun()));
    QCOMPARE(session.form()->plan().timesteps.front().size(), std::size_t(5)); // the preview shows the longest
    const QStringList sources{"two cat", "four tree", "one river"};
    const int lengths[] = {2, 4, 1};
    for (int i = 0; i < sources.size(); ++i) {
        session.form()->setSource(sources[i]);
        window.actions()->run->trigger();
        Run *run = session.cursor()->run();
        QVERIFY(run && QTest::qWaitFor([run] { return !run->isLive(); }, kWait));
        QVERIFY2(run->state() == Run::State::Complete, qPrintable(run->stateText()));
        QCOMPARE(run->length(), lengths[i]);
        QCOMPARE(run->record().request.schedule.length, lengths[i]);
        QCOMPARE(run->record().outputs.at(0).tokens.size(), static_cast<std::size_t>(lengths[i]));
        const auto *plane = window.central()->plane()->view();
        QTRY_COMPARE(plane->state().shownCalls, run->modelCalls());
        QCOMPARE(plane->state().words.size(), static_cast<std::size_t>(lengths[i]));
    }
    const QString file = real.folder.filePath(QStringLiteral("four.ardrun"));
    Run *four = session.runs()->at(1);
    session.saveRun(four, file);
    QTRY_VERIFY(four->isSaved());
    session.openRun(file);
    QTRY_COMPARE(session.runs()->size(), 4);
    QCOMPARE(session.cursor()->run()->length(), 4);
    QCOMPARE(session.cursor()->run()->textAt(four->modelCalls()), four->textAt(four->modelCalls()));
}

void TestRealEngine::intoTheJump()
{
    RealWindow real;
    Session &session = real.session;
    session.start(QStringLiteral(ARD_TINY_MODEL));
    QVERIFY2(QTest::qWaitFor([&] { return session.canRun(); }, kWait), qPrintable(session.whyNotRun()));
    real.window.actions()->run->trigger();
    const Run *run = session.cursor()->run();
    QVERIFY(QTest::qWaitFor([run] { return !run->isLive(); }, kWait));
    QCOMPARE(session.notices()->newest(), QString()); // the engine's own models are not asked for: a folder was given
    const int last = run->modelCalls();
    Jumps *jumps = session.jumps();
    jumps->open(session.board()->at(0), last);
    const int steps = jumps->way().modelCalls();
    QCOMPARE(steps, run->sentenceStep(last - 1)); // the odd last jump
    QVERIFY(jumps->estimatedSeconds() > 0);
    jumps->fill();
    QVERIFY2(QTest::qWaitFor([&] { return !jumps->isFilling(); }, kWait), qPrintable(jumps->problem()));
    QVERIFY2(jumps->comparison(), qPrintable(jumps->problem()));
    // The way that the engine took is the one that was worked out here before.
    QCOMPARE(jumps->filled()->plan().timesteps, jumps->way().timesteps);
    QCOMPARE(jumps->filled()->frameCount(), steps);
    const FilledSteps &ways = *jumps->comparison();
    float farthest = 0;
    for (int n = 0; n < run->length(); ++n) {
        QCOMPARE(ways.jumpWords[static_cast<std::size_t>(n)], run->token(last, n)->wordId); // the final words
        farthest = std::max(farthest, ways.distance[static_cast<std::size_t>(n)]);
    }
    QVERIFY(farthest > 0); // the two ways part
    const Film *film = session.board()->at(0)->film();
    QCOMPARE(film->size(), 1 + last + steps - 1);
    if (const QString folder = qEnvironmentVariable("ARD_TEST_PICTURES"); !folder.isEmpty()) {
        real.window.resize(1280, 900);
        real.window.actions()->leftPanels->setChecked(false);
        real.window.actions()->rightPanels->setChecked(false);
        session.cursor()->select(5, Moment(last - 1, 10));
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(); // layouts
        QVERIFY(savePicture(pictureOf(&real.window), QDir(folder).filePath(QStringLiteral("jump.png"))));
    }
}

/// What the window keeps `ardiff compare` takes for its own, file by file; and what the command has kept the window shows.
void TestRealEngine::contactSheetAndCompare()
{
    RealWindow real;
    Session &session = real.session;
    session.start(QStringLiteral(ARD_TINY_MODEL));
    QVERIFY2(QTest::qWaitFor([&] { return session.canRun(); }, kWait), qPrintable(session.whyNotRun()));
    const QString source = QString::fromStdString(session.form()->model().examples.front());
    session.form()->setSource(source);
    ContactSheet *sheet = sheetOf(&session);
    QVERIFY(sheet->setSchedules(QStringLiteral("uniform, lagged:50")).isEmpty());
    QVERIFY(sheet->setSteps(QStringLiteral("2, 3")).isEmpty());
    QVERIFY(sheet->setSeeds(QStringLiteral("1, 5")).isEmpty());
    const auto rests = [&] { return QTest::qWaitFor([&] { return !sheet->isFilling() && !sheet->isBusy(); }, kWait); };
    sheet->fill();
    QVERIFY(rests());
    const QDir mine(real.folder.filePath(QStringLiteral("mine"))), its(real.folder.filePath(QStringLiteral("its")));
    sheet->keepIn(mine.path());
    QVERIFY(rests());

    const QString references = real.folder.filePath(QStringLiteral("refs.tsv"));
    QVERIFY(writeAtomically(references.toStdString(), source.toStdString() + "\ta dog .\n"));
    const auto compare = [&](const QDir &cells) {
        QProcess command;
        command.start(QStringLiteral(ARD_ENGINE),
                      {QStringLiteral("compare"), QStringLiteral("--model"), QStringLiteral(ARD_TINY_MODEL),
                       QStringLiteral("--refs"), references, QStringLiteral("--device"), QStringLiteral("cpu"),
                       QStringLiteral("--schedules"), QStringLiteral("uniform,lagged:50"), QStringLiteral("--steps"),
                       QStringLiteral("2,3"), QStringLiteral("--seeds"), QStringLiteral("1,5"),
                       QStringLiteral("--bootstrap"), QStringLiteral("10"), QStringLiteral("--cells"), cells.path(),
                       QStringLiteral("--runs"), QStringLiteral("1")});
        return command.waitForFinished(kWait) && command.exitCode() == 0;
    };
    const QStringList files = mine.entryList(QDir::Files);
    QCOMPARE(files.size(), 4 + 8);
    QMap<QString, std::string> before;
    for (const QString &file : files)
        before[file] = *readText(mine.filePath(file).toStdString());
    QVERIFY(compare(mine));
    QCOMPARE(mine.entryList(QDir::Files), files); // nothing was computed again
    for (const QString &file : files)
        QCOMPARE(*readText(mine.filePath(file).toStdString()), before[file]);

    QVERIFY(compare(its));
    QCOMPARE(its.entryList(QDir::Files), files);
    for (const QString &file : its.entryList({QStringLiteral("*.json")})) {
        auto one = *readJsonObject(mine.filePath(file).toStdString());
        auto other = *readJsonObject(its.filePath(file).toStdString());
        one.erase("seconds_per_source");
        other.erase("seconds_per_source");
        QVERIFY2(one == other, (one.dump() + "\n" + other.dump()).c_str());
    }
    QStringList texts;
    for (int index = 0; index < sheet->size(); ++index)
        texts << sheet->cell(sheet->placeOf(index)).text;
    sheet->takeForm();
    QCOMPARE(sheet->missing(), 8);
    sheet->open(its.path());
    QVERIFY(rests());
    QCOMPARE(sheet->source(), source.simplified());
    for (int index = 0; index < sheet->size(); ++index) {
        const SheetCell &cell = sheet->cell(sheet->placeOf(index));
        QVERIFY2(cell.state == SheetCell::State::Done, qPrintable(cell.reason));
        QCOMPARE(cell.text, texts[index]);
    }
    QVERIFY(real.window.central()->sheet()->isVisible());
    QTest::keyClick(real.window.central()->sheet()->table(), Qt::Key_Return);
    QTRY_COMPARE(session.runs()->size(), 1);
    QCOMPARE(session.cursor()->run()->textAt(2), texts[0]);
}

QTEST_MAIN(TestRealEngine)
#include "tst_realengine.moc"
