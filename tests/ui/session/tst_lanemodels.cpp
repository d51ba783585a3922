// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lanes with models of their own: an engine for each model in use, no more; runs that begin together; what fails in one lane
// fails there only.
#include "session/CommandLine.h"
#include "session/Session.h"
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <csignal>

using namespace ard;
using namespace ard::ui;

namespace {

constexpr int kWait = 20'000;

bool isEnded(const Lane *lane)
{
    return lane->run() && !lane->run()->isLive();
}

} // namespace

class TestLaneModels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void eachModelHasAnEngine();
    void lanesOfOneModelShareItsEngine();
    void aModelOfTheFormNeedsNoOther();
    void runsBeginTogether();
    void failsInItsLaneOnly();
    void stoppedEngineIsTriedAgain();
    void stoppedWhileItWaits();
    void closedWhileItWaits();
    void busyEngineEndsAfterItsRun();
    void numbersAreTheModels();
    void looksIntoARunWithItsModel();
    void restartBringsAllBack();

private:
    void start(const QString &switches = {});
    /// Lanes of these models, by the names of their folders; empty: the form's.
    void lanesOf(const QStringList &models);
    protocol::ModelSummary model(const QString &name) const
    {
        return *m_session->models()->find(m_folder->filePath(QStringLiteral("models/") + name));
    }
    bool allEnded() const
    {
        const QList<Lane *> &lanes = m_session->board()->lanes();
        return QTest::qWaitFor([&] { return std::all_of(lanes.begin(), lanes.end(), isEnded); }, kWait);
    }
    Run *run(int lane) const { return m_session->board()->at(lane)->run(); }
    EngineClient *engineOf(const QString &name) const
    {
        return m_session->engines()->of(QString::fromStdString(model(name).folder));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Session> m_session;
};

void TestLaneModels::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const std::pair<const char *, int> models[] = {{"tiny", 12}, {"long", 20}, {"other", 12}};
    for (const auto &[name, length] : models) {
        QDir(m_folder->path()).mkpath(QStringLiteral("models/") + QLatin1String(name));
        QFile file(m_folder->filePath(QStringLiteral("models/%1/model.json").arg(QLatin1String(name))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QStringLiteral(R"({"format": 1, "name": "%1", "examples": ["a b"], "default_sampling_steps": 10,
            "architecture": {"vocabulary": 25}, "diffusion": {"length": %2, "diffusion_steps": 200}})")
                       .arg(QLatin1String(name))
                       .arg(length)
                       .toUtf8());
    }
    qputenv("ARDIFF_MODELS", m_folder->filePath(QStringLiteral("models")).toUtf8());
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("explorer.ini")));
}

void TestLaneModels::cleanup()
{
    m_session.reset();
    m_settings.reset();
    m_folder.reset();
    qunsetenv("ARDIFF_MODELS");
}

void TestLaneModels::start(const QString &switches)
{
    m_settings->engineCommand.set(quoteWord(QStringLiteral(ARD_FAKE_ENGINE)) + u' ' + switches);
    m_session = std::make_unique<Session>(m_settings.get());
    m_session->start(m_folder->filePath(QStringLiteral("models/tiny")));
    m_session->form()->setSource(QStringLiteral("a b"));
    QVERIFY(QTest::qWaitFor([this] { return m_session->canRun(); }, kWait));
}

void TestLaneModels::lanesOf(const QStringList &models)
{
    std::vector<LaneChanges> lanes;
    for (const QString &name : models) {
        LaneChanges changes;
        if (!name.isEmpty())
            changes.model = model(name);
        lanes.push_back(changes);
    }
    m_session->compare(lanes);
}

void TestLaneModels::eachModelHasAnEngine()
{
    start();
    QCOMPARE(m_session->engines()->all().size(), 1);
    lanesOf({{}, QStringLiteral("long"), QStringLiteral("other")});
    QCOMPARE(m_session->engines()->all().size(), 3);
    QCOMPARE(m_session->startLanes().size(), 3);
    QVERIFY(allEnded());
    const char *names[] = {"tiny", "long", "other"};
    for (int lane = 0; lane < 3; ++lane) {
        QCOMPARE(run(lane)->state(), Run::State::Complete);
        QCOMPARE(run(lane)->record().provenance.modelName, std::string(names[lane]));
    }
    QVERIFY(engineOf(QStringLiteral("long"))->processId() != m_session->engine()->processId());
    QVERIFY(m_session->canRun());

    m_session->board()->remove(1); // nobody needs that one any more
    QCOMPARE(m_session->engines()->all().size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engines()->findChildren<EngineClient *>().size(), 1, kWait);
    m_session->board()->at(1)->setChanges({});
    QCOMPARE(m_session->engines()->all().size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engines()->findChildren<EngineClient *>().size(), 0, kWait);
}

void TestLaneModels::lanesOfOneModelShareItsEngine()
{
    start();
    lanesOf({QStringLiteral("other"), {}, QStringLiteral("other"), {}});
    QCOMPARE(m_session->engines()->all().size(), 2);
    m_session->startLanes();
    QTRY_VERIFY_WITH_TIMEOUT(run(2)->frameCount() > 0, kWait);
    // Asked for together: no lane of the model is a step ahead of the other.
    QVERIFY(std::abs(run(0)->frameCount() - run(2)->frameCount()) <= 1);
    QVERIFY(allEnded());
    QCOMPARE(run(2)->record().provenance.modelName, std::string("other"));
}

void TestLaneModels::aModelOfTheFormNeedsNoOther()
{
    start();
    lanesOf({{}, QStringLiteral("tiny")}); // which the form has
    QCOMPARE(m_session->engines()->all().size(), 1);
    m_session->startLanes();
    QVERIFY(allEnded());
    QCOMPARE(run(1)->state(), Run::State::Complete);

    m_session->chooseModel(m_folder->filePath(QStringLiteral("models/other")));
    QCOMPARE(m_session->engines()->all().size(), 2); // the lane's is another one now
    QTRY_VERIFY_WITH_TIMEOUT(m_session->canRun(), kWait);
    m_session->chooseModel(m_folder->filePath(QStringLiteral("models/tiny")));
    QCOMPARE(m_session->engines()->all().size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->canRun(), kWait);
}

void TestLaneModels::runsBeginTogether()
{
    start(QStringLiteral("--load-delay 60"));
    lanesOf({{}, QStringLiteral("long")});
    m_session->startLanes(); // the second model is still being loaded
    QVERIFY(!Engines::isDecided(engineOf(QStringLiteral("long"))));
    QCOMPARE(run(0)->state(), Run::State::Waiting);
    QVERIFY(!m_session->canRun() && m_session->isRunning());
    bool hadModel = false;
    connect(run(0), &Run::started, this, [&] { hadModel = engineOf(QStringLiteral("long"))->hasModel(); });
    QVERIFY(allEnded());
    QVERIFY(hadModel); // nothing began before
    QCOMPARE(run(1)->state(), Run::State::Complete);
}

void TestLaneModels::failsInItsLaneOnly()
{
    start(QStringLiteral("--refuse-folder other"));
    lanesOf({{}, QStringLiteral("other"), QStringLiteral("long")});
    QSignalSpy ended(m_session.get(), &Session::runEnded);
    m_session->startLanes();
    QVERIFY(allEnded());
    QCOMPARE(run(0)->state(), Run::State::Complete);
    QCOMPARE(run(1)->state(), Run::State::Failed);
    QVERIFY2(run(1)->reason().contains(QStringLiteral("cut short")), qPrintable(run(1)->reason()));
    QCOMPARE(run(2)->state(), Run::State::Complete);
    QCOMPARE(ended.size(), 3);
    QCOMPARE(m_session->engine()->model()->name, std::string("tiny"));
    QCOMPARE(m_session->form()->model().name, std::string("tiny"));
    const QString folder = QString::fromStdString(model(QStringLiteral("other")).folder);
    QVERIFY(m_session->engines()->problem(folder).contains(QStringLiteral("cut short")));
    QVERIFY(m_session->canRun());
}

void TestLaneModels::stoppedEngineIsTriedAgain()
{
    start();
    lanesOf({{}, QStringLiteral("other")});
    QTRY_VERIFY_WITH_TIMEOUT(engineOf(QStringLiteral("other"))->canRun(), kWait);
    ::kill(static_cast<pid_t>(engineOf(QStringLiteral("other"))->processId()), SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(engineOf(QStringLiteral("other"))->state(), EngineClient::State::Failed, kWait);
    QCOMPARE(m_session->engine()->state(), EngineClient::State::Ready);
    QVERIFY(m_session->canRun());
    m_session->startLanes();
    QVERIFY(allEnded());
    QCOMPARE(run(1)->state(), Run::State::Complete);
}

void TestLaneModels::stoppedWhileItWaits()
{
    start(QStringLiteral("--load-delay 100"));
    lanesOf({{}, QStringLiteral("other")});
    m_session->startLanes();
    m_session->stopRun();
    QCOMPARE(run(0)->state(), Run::State::Cancelled);
    QCOMPARE(run(1)->state(), Run::State::Cancelled);
    QVERIFY(!m_session->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(engineOf(QStringLiteral("other"))->canRun(), kWait);
    QCOMPARE(run(1)->frameCount(), 0);
}

void TestLaneModels::closedWhileItWaits()
{
    start(QStringLiteral("--load-delay 100"));
    lanesOf({{}, QStringLiteral("other")});
    m_session->startLanes();
    Run *orphan = run(1);
    m_session->board()->remove(1);
    QVERIFY(allEnded());
    QCOMPARE(run(0)->state(), Run::State::Complete);
    QCOMPARE(orphan->state(), Run::State::Failed);
    QVERIFY(!orphan->reason().isEmpty());
}

void TestLaneModels::busyEngineEndsAfterItsRun()
{
    start(QStringLiteral("--delay 20"));
    lanesOf({{}, QStringLiteral("other")});
    m_session->startLanes();
    Run *made = run(1);
    QTRY_VERIFY_WITH_TIMEOUT(made->frameCount() > 0, kWait);
    m_session->board()->remove(1);
    QCOMPARE(m_session->engines()->all().size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(made->state(), Run::State::Complete, kWait); // it stays in the list, whole
    QTRY_COMPARE_WITH_TIMEOUT(m_session->engines()->all().size(), 1, kWait);
}

/// N, T and what was learned are the model's; all else is as the form says, in all lanes alike.
void TestLaneModels::numbersAreTheModels()
{
    start();
    lanesOf({{}, QStringLiteral("long")});
    m_session->form()->setSamplingSteps(7);
    m_session->form()->setScheduleKind(QStringLiteral("uniform"));
    QCOMPARE(m_session->board()->at(0)->film()->length(), 12);
    QCOMPARE(m_session->board()->at(1)->film()->length(), 20);
    QCOMPARE(m_session->board()->at(1)->film()->modelCalls(), 7);
    m_session->startLanes();
    QVERIFY(allEnded());
    QCOMPARE(run(1)->length(), 20);
    QCOMPARE(run(1)->record().request.schedule.kind, std::string("uniform"));
    QVERIFY(!m_session->formDiffers(m_session->board()->at(0)) && !m_session->formDiffers(m_session->board()->at(1)));
    m_session->form()->setSamplingSteps(8);
    QVERIFY(m_session->formDiffers(m_session->board()->at(1)));
}

void TestLaneModels::looksIntoARunWithItsModel()
{
    start();
    lanesOf({{}, QStringLiteral("other")});
    m_session->form()->setSamplingSteps(4);
    m_session->startLanes();
    QVERIFY(allEnded());
    QCOMPARE(m_session->engines()->of(run(0)), m_session->engine());
    QCOMPARE(m_session->engines()->of(run(1)), engineOf(QStringLiteral("other")));
    m_session->inspector()->look(run(1), 2, 3);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->inspector()->answer(), kWait);
    QCOMPARE(m_session->inspector()->answer()->modelCall, 2);
    m_session->jumps()->open(m_session->board()->at(1), 2);
    QCOMPARE(m_session->jumps()->whyNotFill(), QString());
    m_session->jumps()->fill();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->jumps()->comparison(), kWait);
    // Without its engine it is as with any run of another model.
    Run *made = run(1);
    m_session->board()->remove(1);
    QCOMPARE(m_session->engines()->of(made), m_session->engine());
    m_session->inspector()->look(made, 1, 0);
    QVERIFY2(m_session->inspector()->problem().contains(QStringLiteral("other")),
             qPrintable(m_session->inspector()->problem()));
}

void TestLaneModels::restartBringsAllBack()
{
    start();
    lanesOf({{}, QStringLiteral("other")});
    QTRY_VERIFY_WITH_TIMEOUT(engineOf(QStringLiteral("other"))->canRun(), kWait);
    const qint64 before = engineOf(QStringLiteral("other"))->processId();
    m_session->restartEngine();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->canRun() && engineOf(QStringLiteral("other"))->canRun(), kWait);
    QVERIFY(engineOf(QStringLiteral("other"))->processId() != before);
    QCOMPARE(engineOf(QStringLiteral("other"))->model()->name, std::string("other"));
}

QTEST_GUILESS_MAIN(TestLaneModels)
#include "tst_lanemodels.moc"
