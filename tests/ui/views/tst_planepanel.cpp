// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The plane's panel with what belongs to it, without an engine: folded positions in all views, the handle of the timestep schedule
// and the ruler by mouse and keys, both ways with the form; the skipped steps of a jump.
#include "models/JumpModel.h"
#include "plot/PlaneView.h"
#include "ui/RunFeeder.h"
#include "views/grid/TokenGridView.h"
#include "views/plane/PlanePanel.h"
#include "views/ruler/RulerPanel.h"
#include "views/ruler/RulerView.h"
#include "views/strip/TextStripView.h"
#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;

class TestPlanePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void finishedSentencesAreFolded();
    void theEdgeShowsAllAndFolds();
    void lanesShowTheSameColumns();
    void theCursorIsInTheNewRunFirst();
    void offTraining();
    void anchorByMouse();
    void anchorByKeys();
    void lagAndBlockByMouse();
    void aRunsScheduleIsEditedOnRequest();
    void pointsOfTheLearnedOne();
    void aLoadedTableIsBent();
    void rulerByMouse();
    void rulerByKeys();
    void rulerPresets();
    void rulerOfARunIsNotEdited();
    void jumpArithmetic();
    void jumpOfNothing();

private:
    Run *addRun(int frames, bool finish);
    void setModel(int length = 13, int steps = 2000);
    QWidget *plotAt(const QPoint &at) { return m_panel->view()->childAt(at); }
    void drag(const QPoint &from, const QPoint &to);

    QTemporaryDir m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<test::RunFeeder> m_feeder;
    std::unique_ptr<PlanePanel> m_panel;
};

void TestPlanePanel::init()
{
    m_panel.reset();
    m_session.reset();
    m_settings = std::make_unique<AppSettings>(m_folder.filePath(QStringLiteral("explorer.ini")));
    m_session = std::make_unique<Session>(m_settings.get());
    m_feeder = std::make_unique<test::RunFeeder>(12, 200, 10);
    m_panel = std::make_unique<PlanePanel>(m_session.get(), m_session->board()->at(0));
    m_panel->resize(900, 640);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

Run *TestPlanePanel::addRun(int frames, bool finish)
{
    Run *run = m_session->runs()->add(new Run(m_feeder->request()));
    m_session->show(run);
    m_feeder->begin(*run);
    m_feeder->append(*run, frames);
    if (finish)
        m_feeder->finish(*run);
    return run;
}

void TestPlanePanel::setModel(int length, int steps)
{
    protocol::ModelSummary model;
    model.folder = "m";
    model.length = length;
    model.diffusionSteps = steps;
    m_session->form()->setModel(model);
    m_panel->view()->flush();
}

void TestPlanePanel::drag(const QPoint &from, const QPoint &to)
{
    QWidget *plot = plotAt(from);
    QVERIFY(plot);
    const auto at = [&](const QPoint &point) { return plot->mapFrom(m_panel->view(), point); };
    QTest::mousePress(plot, Qt::LeftButton, {}, at(from));
    QTest::mouseMove(plot, at((from + to) / 2));
    QTest::mouseMove(plot, at(to));
    QTest::mouseRelease(plot, Qt::LeftButton, {}, at(to));
    m_panel->view()->flush();
}

void TestPlanePanel::finishedSentencesAreFolded()
{
    TextStripView strip(m_session.get(), m_session->board()->at(0));
    TokenGridView grid(m_session.get());
    const auto columns = [&] { return m_panel->view()->state().layout.columns(); };
    Run *run = addRun(10, false);
    QTRY_COMPARE(m_panel->view()->state().probabilities.size(), std::size_t(10));
    QCOMPARE(columns(), 12); // nobody knows yet how long it will be
    QVERIFY(!strip.tokenRect(11).isEmpty());
    m_feeder->finish(*run); // nine words and three PAD
    QCOMPARE(columns(), 9);
    QCOMPARE(m_panel->view()->state().layout.folded(), 3);
    QVERIFY(strip.tokenRect(9).isEmpty());
    QVERIFY(!strip.tokenRect(8).isEmpty());
    QVERIFY(grid.isColumnHidden(9) && !grid.isColumnHidden(8));
    m_session->playback()->first(); // and at every moment
    QCOMPARE(columns(), 9);
    m_session->show(nullptr); // the plan is of all positions
    setModel();
    QCOMPARE(columns(), 13);
}

void TestPlanePanel::theEdgeShowsAllAndFolds()
{
    addRun(10, true);
    m_panel->view()->flush();
    auto *edge = m_panel->findChild<QAbstractButton *>(QStringLiteral("plane.fold"));
    QVERIFY(edge && edge->isVisible());
    QVERIFY(edge->accessibleName().contains(QStringLiteral("3")));
    QTest::mouseClick(edge, Qt::LeftButton);
    QCOMPARE(m_panel->view()->state().layout.columns(), 12);
    QVERIFY(m_session->positions()->showsAll());
    QTest::mouseClick(edge, Qt::LeftButton);
    QCOMPARE(m_panel->view()->state().layout.columns(), 9);
    m_session->show(nullptr);
    QVERIFY(!edge->isVisible());
}

void TestPlanePanel::lanesShowTheSameColumns()
{
    addRun(10, true);
    QCOMPARE(m_session->positions()->shown(12), 9);
    Lane *second = m_session->board()->add();
    auto *other = new Run(m_feeder->request(), m_session.get());
    second->film()->setRun(other);
    m_feeder->begin(*other);
    QCOMPARE(m_session->positions()->shown(12), 12); // it may need them all
    m_feeder->append(*other, 10);
    m_feeder->finish(*other);
    QCOMPARE(m_session->positions()->shown(12), 9);
    QCOMPARE(m_session->positions()->foldable(12), 3);
    m_session->board()->remove(1);
    QCOMPARE(m_session->positions()->shown(12), 9);
}

/// What is told of the chosen cell was read from the plan of the run before, beyond its end.
void TestPlanePanel::theCursorIsInTheNewRunFirst()
{
    m_feeder = std::make_unique<test::RunFeeder>(5, 200, 3);
    addRun(3, true);
    m_session->cursor()->select(4, 3);
    QVERIFY(m_panel->view()->description().contains(QStringLiteral("position 4, step 3 of 3")));
    m_feeder = std::make_unique<test::RunFeeder>(12, 200, 10);
    Run *longer = m_session->runs()->add(new Run(m_feeder->request()));
    m_feeder->begin(*longer);
    m_feeder->append(*longer, 10);
    m_feeder->finish(*longer);
    m_session->show(longer);
    m_session->cursor()->select(11, 10);
    QVERIFY2(m_panel->view()->description().contains(QStringLiteral("position 11, step 10 of 10")),
             qPrintable(m_panel->view()->description()));
    QCOMPARE(m_panel->view()->state().selected, (PlaneCell{11, 10}));
    m_session->show(m_session->runs()->runs().first()); // and back: it has neither
    QVERIFY(!m_panel->view()->state().selected || m_panel->view()->state().selected->position < 5);
}

void TestPlanePanel::offTraining()
{
    protocol::ModelSummary model;
    model.folder = "m";
    model.length = 13;
    model.diffusionSteps = 2000;
    model.trainedSchedules = {"ar-diffusion"};
    m_session->form()->setModel(model);
    auto *badge = m_panel->findChild<QWidget *>(QStringLiteral("plane.offTraining"));
    QVERIFY(badge && !badge->isVisible());
    m_session->form()->setScheduleKind(QStringLiteral("block"));
    QVERIFY(badge->isVisible());
    QVERIFY2(badge->toolTip().contains(QStringLiteral("block"), Qt::CaseInsensitive), qPrintable(badge->toolTip()));
    QVERIFY(m_panel->view()->state().offTraining);
    m_session->form()->setScheduleKind(QStringLiteral("ar-diffusion"));
    QVERIFY(!badge->isVisible());
    m_session->form()->setScheduleParameter(QStringLiteral("anchor-scale"), 3);
    QVERIFY(badge->isVisible());
}

void TestPlanePanel::anchorByMouse()
{
    setModel();
    PlaneView *view = m_panel->view();
    QCOMPARE(view->state().handle->value, 2.0);
    const SamplingPlan before = m_session->form()->plan();
    const QPoint start = view->handlePoint();
    drag(start, start - QPoint(20, 0));
    const double nearer = m_session->form()->values().schedule.anchorScale;
    QVERIFY2(nearer < 2 && nearer >= 1, qPrintable(QString::number(nearer)));
    QVERIFY(m_session->form()->plan().timesteps != before.timesteps); // f(n, s) follows at once
    QCOMPARE(view->state().layout.plan().timesteps, m_session->form()->plan().timesteps);
    QCOMPARE(view->state().handle->value, nearer);
    drag(view->handlePoint(), start + QPoint(2, 40)); // beside the paper's place
    QCOMPARE(m_session->form()->values().schedule.anchorScale, 2.0);
    QCOMPARE(m_session->form()->plan().timesteps, before.timesteps);
    QSignalSpy refused(view, &PlaneView::handleRefused);
    drag(view->handlePoint(), QPoint(view->width() / 2, start.y()));
    QCOMPARE(m_session->form()->values().schedule.anchorScale, 1.0);
    QVERIFY(!refused.isEmpty() && refused.last().first().toString().contains(QStringLiteral("12")));
    m_session->form()->setScheduleParameter(QStringLiteral("anchor-scale"), 5); // typed: the handle follows
    view->flush();
    QCOMPARE(view->state().handle->value, 5.0);
    QVERIFY(view->handlePoint().x() > start.x());
}

void TestPlanePanel::anchorByKeys()
{
    setModel();
    PlaneView *view = m_panel->view();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(m_session->form()->values().schedule.anchorScale, 2.1);
    QTest::keyClick(view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_session->form()->values().schedule.anchorScale, 1.1);
    QTest::keyClick(view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(m_session->form()->values().schedule.anchorScale, 1.0); // held, with the reason
}

void TestPlanePanel::lagAndBlockByMouse()
{
    setModel();
    PlaneView *view = m_panel->view();
    m_session->form()->setScheduleKind(QStringLiteral("lagged"));
    view->flush();
    QCOMPARE(view->state().handle->kind, ScheduleHandle::Kind::Lag);
    const QPoint start = view->handlePoint();
    drag(start, start + QPoint(0, 60));
    QVERIFY(m_session->form()->values().schedule.lag > 200);
    drag(view->handlePoint(), start - QPoint(0, 200)); // above the plane: uniform
    QCOMPARE(m_session->form()->values().schedule.lag, 0);
    m_session->form()->setScheduleKind(QStringLiteral("block"));
    view->flush();
    QCOMPARE(view->state().handle->value, 8.0);
    const QPoint block = view->handlePoint();
    drag(block, QPoint(block.x() * 2, block.y()));
    QCOMPARE(m_session->form()->values().schedule.block, 13);
    m_session->form()->setScheduleKind(QStringLiteral("uniform")); // has no number
    QVERIFY(!view->state().handle);
}

void TestPlanePanel::aRunsScheduleIsEditedOnRequest()
{
    setModel(12, 200);
    addRun(10, true);
    PlaneView *view = m_panel->view();
    QVERIFY(!view->state().handle && !view->state().ghost);
    m_session->planeOptions()->setEditsSchedule(true);
    QVERIFY(view->state().handle && view->state().ghost);
    const auto own = view->state().layout.plan().timesteps;
    view->flush();
    drag(view->handlePoint(), view->handlePoint() + QPoint(30, 0));
    QVERIFY(m_session->form()->values().schedule.anchorScale > 2);
    QCOMPARE(view->state().layout.plan().timesteps, own); // the run is what it was
    QCOMPARE(view->state().ghost->plan().timesteps, m_session->form()->plan().timesteps);
    // What a lane has of its own, its next run has, too.
    LaneChanges changes;
    changes.schedule = m_session->form()->values().schedule;
    changes.schedule->kind = "lagged";
    changes.schedule->lag = 7;
    m_session->board()->at(0)->setChanges(changes);
    QCOMPARE(view->state().ghost->plan().timesteps,
             GenerationForm::planOf(changes.applied(m_session->form()->values()))->timesteps);
    QVERIFY(view->state().ghost->plan().timesteps != m_session->form()->plan().timesteps);
    m_session->planeOptions()->setEditsSchedule(false);
    QVERIFY(!view->state().handle && !view->state().ghost);
}

void TestPlanePanel::pointsOfTheLearnedOne()
{
    setModel(12, 200);
    GenerationForm *form = m_session->form();
    protocol::ModelSummary model = form->model();
    model.learnedTimesteps = std::make_shared<const ScheduleTable>(12, std::vector<int>{0, 20, 90, 150, 199});
    form->setModel(model);
    form->setScheduleKind(QStringLiteral("learned"));
    PlaneView *view = m_panel->view();
    view->flush();
    QVERIFY(view->state().fronts && !view->state().handle);
    QCOMPARE(view->state().fronts->fronts.count(), 3); // its levels, the two ends left aside
    QCOMPARE(view->state().fronts->fronts.timestep(2, 4), 90);
    QVERIFY(view->state().fronts->label.contains(QStringLiteral("learned")));
    const SamplingPlan learned = form->plan();

    const QPoint from = view->frontPoint({2, 4});
    drag(from, from); // taken hold of and let go
    QCOMPARE(form->values().schedule.kind, "custom");
    QCOMPARE(form->plan().sentenceSteps, learned.sentenceSteps);
    for (std::size_t call = 0; call < learned.timesteps.size(); ++call)
        for (std::size_t n = 0; n < 12; ++n) // a pixel is less than one timestep
            QVERIFY(std::abs(form->plan().timesteps[call][n] - learned.timesteps[call][n]) <= (n == 4 ? 2 : 1));

    drag(view->frontPoint({2, 4}), view->frontPoint({3, 4}) + QPoint(0, 30)); // beyond the next line, which gives way
    const DrawnFronts &fronts = view->state().fronts->fronts;
    QVERIFY(fronts.timestep(2, 4) < 20 && fronts.timestep(3, 4) <= fronts.timestep(2, 4));
    QCOMPARE(fronts.timestep(2, 9), 90);
    QVERIFY(view->state().fronts->label.contains(QStringLiteral("learned"))); // where it comes from
    for (std::size_t call = 1; call < form->plan().timesteps.size(); ++call)
        for (std::size_t n = 0; n < 12; ++n)
            QVERIFY(form->plan().timesteps[call][n] <= form->plan().timesteps[call - 1][n]);

    const int before = fronts.timestep(2, 4);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Up);
    QCOMPARE(view->state().fronts->fronts.timestep(2, 4), before + 2);
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_PageUp);
    QCOMPARE(view->state().fronts->chosen, (FrontPoint{1, 5}));
    form->setScheduleKind(QStringLiteral("uniform"));
    QVERIFY(!view->state().fronts);
}

void TestPlanePanel::aLoadedTableIsBent()
{
    setModel(12, 200);
    GenerationForm *form = m_session->form();
    ScheduleTable steps; // more of them than the lines that can be taken hold of
    for (int row = 0; row <= 100; ++row)
        steps.emplace_back(12, row == 100 ? 0 : 199 - 10 * (row / 6));
    const auto table = std::make_shared<const ScheduleTable>(steps);
    form->setScheduleTable(table);
    QCOMPARE(form->values().schedule.kind, "custom");
    PlaneView *view = m_panel->view();
    view->flush();
    QVERIFY(view->state().fronts);
    QCOMPARE(view->state().fronts->fronts.count(), 7);
    drag(view->frontPoint({4, 5}), view->frontPoint({4, 5}) + QPoint(0, 12));
    const auto drawn = form->values().schedule.table;
    QVERIFY(drawn && drawn != table);
    for (std::size_t row = 0; row < steps.size(); ++row) {
        std::vector<int> expected = steps[row];
        const bool isNear = row > 37 && row < 63; // between the third line and the fifth
        if (isNear)
            expected[5] = (*drawn)[row][5];
        QCOMPARE((*drawn)[row], expected);
    }
    QVERIFY((*drawn)[50][5] < steps[50][5]);
    QCOMPARE((*drawn)[51][5], (*drawn)[53][5]); // a step is still one
}

void TestPlanePanel::rulerByMouse()
{
    setModel();
    RulerView *ruler = m_panel->ruler()->ruler();
    QVERIFY(ruler->isVisible());
    const GenerationForm *form = m_session->form();
    QCOMPARE(ruler->state().executed, form->plan().sentenceSteps);
    const auto steps = [form] { return form->plan().sentenceSteps; };
    const std::vector<int> before = steps();
    // Drag the sixth to the middle of its two neighbours' way.
    const QPoint from = ruler->pointOf(before[5]), to = ruler->pointOf(before[5] - 60);
    QTest::mousePress(ruler, Qt::LeftButton, {}, from);
    QTest::mouseMove(ruler, to);
    QTest::mouseRelease(ruler, Qt::LeftButton, {}, to);
    QCOMPARE(form->values().ruler.kind, std::string("list"));
    QCOMPARE(steps().size(), before.size());
    QVERIFY(steps()[5] < before[5] && steps()[5] > before[6]);
    // Beyond a neighbour it stops: no step twice.
    QTest::mousePress(ruler, Qt::LeftButton, {}, ruler->pointOf(steps()[5]));
    QTest::mouseMove(ruler, ruler->pointOf(0));
    QTest::mouseRelease(ruler, Qt::LeftButton, {}, ruler->pointOf(0));
    QCOMPARE(steps()[5], before[6] + 1);
    // A double click adds one.
    const QPoint gap = (ruler->pointOf(before[9]) + ruler->pointOf(before[10])) / 2;
    QTest::mouseDClick(ruler, Qt::LeftButton, {}, gap);
    QCOMPARE(steps().size(), before.size() + 1);
    QCOMPARE(form->values().samplingSteps, static_cast<int>(before.size()));
    // The ends stay.
    QTest::mousePress(ruler, Qt::LeftButton, {}, ruler->pointOf(0));
    QTest::mouseMove(ruler, ruler->pointOf(300));
    QTest::mouseRelease(ruler, Qt::LeftButton, {}, ruler->pointOf(300));
    QCOMPARE(steps().back(), 0);
}

void TestPlanePanel::rulerByKeys()
{
    setModel();
    RulerView *ruler = m_panel->ruler()->ruler();
    const GenerationForm *form = m_session->form();
    const std::vector<int> before = form->plan().sentenceSteps;
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(ruler, Qt::Key_Down);
    QCOMPARE(ruler->state().selected, 3);
    QTest::keyClick(ruler, Qt::Key_Right); // towards 0
    QCOMPARE(form->plan().sentenceSteps[3], before[3] - 1);
    QTest::keyClick(ruler, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(form->plan().sentenceSteps[3], before[3] + 9);
    QTest::keyClick(ruler, Qt::Key_Delete);
    QCOMPARE(form->plan().sentenceSteps.size(), before.size() - 1);
    QCOMPARE(form->plan().sentenceSteps[3], before[4]);
    QTest::keyClick(ruler, Qt::Key_Insert);
    QCOMPARE(form->plan().sentenceSteps.size(), before.size());
    QVERIFY(ruler->accessibleName().contains(QString::number(form->plan().sentenceSteps[4])));
}

void TestPlanePanel::rulerPresets()
{
    setModel();
    QComboBox *presets = m_panel->ruler()->presets();
    QVERIFY(presets->isVisible());
    const auto choose = [&](const QString &kind) {
        presets->setCurrentIndex(presets->findData(kind));
        Q_EMIT presets->activated(presets->currentIndex());
    };
    choose(QStringLiteral("tail"));
    QCOMPARE(m_session->form()->values().ruler.kind, std::string("tail"));
    choose(QStringLiteral("list"));
    QCOMPARE(m_session->form()->values().ruler.sentenceSteps, m_session->form()->plan().sentenceSteps);
    m_session->form()->setRuler({}); // by the form: the preset follows
    QCOMPARE(presets->currentData().toString(), QStringLiteral("stride"));
}

void TestPlanePanel::rulerOfARunIsNotEdited()
{
    setModel(12, 200);
    Run *run = addRun(10, true);
    RulerView *ruler = m_panel->ruler()->ruler();
    m_session->playback()->seek(4);
    QCOMPARE(ruler->state().shownCalls, 4);
    QCOMPARE(ruler->state().executed, run->plan().sentenceSteps);
    QVERIFY(!m_panel->ruler()->presets()->isVisible());
    QTest::mouseDClick(ruler, Qt::LeftButton, {}, ruler->pointOf((run->sentenceStep(2) + run->sentenceStep(3)) / 2));
    QCOMPARE(m_session->form()->values().ruler.kind, std::string("stride"));
}

void TestPlanePanel::jumpArithmetic()
{
    Run *run = addRun(10, true);
    Jumps *jumps = m_session->jumps();
    JumpModel model(jumps);
    const QAbstractItemModelTester tester(&model);
    QSignalSpy opened(jumps, &Jumps::opened);
    jumps->open(m_session->board()->at(0), 4);
    QCOMPARE(opened.size(), 1);
    const int steps = run->sentenceStep(3) - run->sentenceStep(4);
    QCOMPARE(jumps->skipped(), steps - 1);
    QCOMPARE(model.rowCount(), steps + 1);
    QCOMPARE(model.columnCount(), 12);
    const auto schedule = *makeTimestepSchedule(run->record().request.schedule);
    std::vector<int> row(12);
    for (int r = 0; r <= steps; ++r) {
        schedule->timesteps(run->sentenceStep(3) - r, row);
        for (int n = 0; n < 12; ++n)
            QCOMPARE(model.index(r, n).data(JumpModel::TimestepRole).toInt(), row[static_cast<std::size_t>(n)]);
    }
    QCOMPARE(model.kind(0), JumpModel::Kind::Executed);
    QCOMPARE(model.kind(1), JumpModel::Kind::Skipped);
    QCOMPARE(model.kind(steps), JumpModel::Kind::Executed);
    QCOMPARE(model.headerData(1, Qt::Vertical).toInt(), run->sentenceStep(3) - 1);
    QVERIFY(!jumps->whyNotFill().isEmpty()); // no engine
    QVERIFY(!jumps->comparison());
    m_session->show(nullptr); // with the run its jump goes
    QCOMPARE(jumps->call(), 0);
    QCOMPARE(model.rowCount(), 0);
}

void TestPlanePanel::jumpOfNothing()
{
    Jumps *jumps = m_session->jumps();
    QSignalSpy opened(jumps, &Jumps::opened);
    jumps->open(m_session->board()->at(0), 1); // there is no run
    addRun(10, true);
    jumps->open(m_session->board()->at(0), 0);
    jumps->open(m_session->board()->at(0), 11);
    QCOMPARE(opened.size(), 0);
    jumps->fill();
    jumps->cancel();
    QCOMPARE(jumps->call(), 0);
    QVERIFY(!jumps->isFilling());
}

QTEST_MAIN(TestPlanePanel)
#include "tst_planepanel.moc"
