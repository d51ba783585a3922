// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing a timestep schedule by mouse and keys: the form has it at once, a file has it too and gives it back.
#include "diffusion/ScheduleTable.h"
#include "views/ruler/RulerView.h"
#include "views/schedule/FrontCanvas.h"
#include "views/schedule/ScheduleEditor.h"
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;

class TestScheduleEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsWithThePresent();
    void drawnByMouse();
    void drawnByKeys();
    void savedAndLoaded();
    void withoutAModel();
    void aRepairExecutesNoSentenceStep();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ScheduleEditor> m_editor;
};

void TestScheduleEditor::init()
{
    m_editor.reset();
    m_session.reset();
    m_settings = std::make_unique<AppSettings>(m_folder.filePath(QStringLiteral("explorer.ini")));
    m_session = std::make_unique<Session>(m_settings.get());
    protocol::ModelSummary model;
    model.folder = "m";
    model.length = 16;
    model.diffusionSteps = 200;
    m_session->form()->setModel(model);
    m_editor = std::make_unique<ScheduleEditor>(m_session.get());
    m_editor->resize(760, 520);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
}

void TestScheduleEditor::beginsWithThePresent()
{
    const DrawnFronts &fronts = m_editor->canvas()->fronts();
    QCOMPARE(fronts.count(), 3);
    std::vector<int> row(16);
    (*makeTimestepSchedule(m_session->form()->values().schedule))->timesteps(108, row); // (S-1) / 2 = 107.5
    for (int n = 0; n < 16; ++n)
        QCOMPARE(fronts.timestep(2, n), row[static_cast<std::size_t>(n)]);
    m_editor->frontsBox()->setValue(7);
    QCOMPARE(m_editor->canvas()->fronts().count(), 7);
    QCOMPARE(m_session->form()->values().schedule.kind, std::string("ar-diffusion")); // nothing is drawn yet
}

void TestScheduleEditor::drawnByMouse()
{
    FrontCanvas *canvas = m_editor->canvas();
    const QPoint from = canvas->pointOf(2, 3).toPoint(), to = canvas->pointOf(2, 12).toPoint() - QPoint(0, 60);
    QTest::mousePress(canvas, Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas, to);
    QCOMPARE(canvas->front(), 2);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, to);
    const TimestepScheduleSpec &spec = m_session->form()->values().schedule;
    QCOMPARE(spec.kind, std::string("custom"));
    QVERIFY(m_session->form()->hasPlan());
    QCOMPARE(spec.table->size(), std::size_t(216));
    // No position between is left out, and the line rises to where the pointer went.
    for (int n = 4; n <= 12; ++n)
        QVERIFY(canvas->fronts().timestep(2, n) >= canvas->fronts().timestep(2, n - 1));
    QVERIFY(std::abs(canvas->pointOf(2, 12).y() - to.y()) < 3);
}

void TestScheduleEditor::drawnByKeys()
{
    FrontCanvas *canvas = m_editor->canvas();
    for (const auto key : {Qt::Key_PageUp, Qt::Key_Right, Qt::Key_Right})
        QTest::keyClick(canvas, key);
    QCOMPARE(canvas->front(), 1);
    QCOMPARE(canvas->position(), 2);
    const int before = canvas->fronts().timestep(1, 2);
    QTest::keyClick(canvas, Qt::Key_Down);
    QCOMPARE(canvas->fronts().timestep(1, 2), before - 2); // a hundredth of T
    QCOMPARE(m_session->form()->values().schedule.kind, std::string("custom"));
    QVERIFY(canvas->accessibleName().contains(QString::number(before - 2)));
}

void TestScheduleEditor::savedAndLoaded()
{
    QTest::keyClick(m_editor->canvas(), Qt::Key_Down);
    const ScheduleTable drawn = *m_session->form()->values().schedule.table;
    const QString path = m_folder.filePath(QStringLiteral("mine.csv"));
    m_editor->save(path);
    QTRY_VERIFY(QFileInfo::exists(path));
    const auto read = readScheduleTable(path.toStdString());
    QVERIFY(read);
    QCOMPARE(**read, drawn);
    m_session->form()->setScheduleKind(QStringLiteral("uniform"));
    m_session->loadScheduleTable(path);
    QTRY_COMPARE(m_session->form()->values().schedule.kind, std::string("custom"));
    QCOMPARE(*m_session->form()->values().schedule.table, drawn);
    // The fronts lie between two rows of the table.
    for (int n = 0; n < 16; ++n)
        QVERIFY(std::abs(m_editor->canvas()->fronts().timestep(2, n) - drawn[108][static_cast<std::size_t>(n)]) <= 2);
    m_editor->save(m_folder.filePath(QStringLiteral("no/such/folder.csv")));
    QTRY_COMPARE(m_session->notices()->size(), 1);
}

void TestScheduleEditor::withoutAModel()
{
    AppSettings settings(m_folder.filePath(QStringLiteral("other.ini")));
    Session session(&settings);
    ScheduleEditor editor(&session);
    QCOMPARE(editor.canvas()->fronts().length(), 1);
    QTest::keyClick(editor.canvas(), Qt::Key_Down);
    QVERIFY(!session.form()->hasPlan()); // it says so; nothing goes wrong
}

void TestScheduleEditor::aRepairExecutesNoSentenceStep()
{
    RulerView ruler;
    ruler.show({19, 9, 0, 0, 0}, 4, false); // two calls and a repair of two
    QCOMPARE(ruler.state().executed, (std::vector<int>{19, 9, 0}));
    QCOMPARE(ruler.state().shownCalls, 2);
    QVERIFY(ruler.accessibleName().contains(QStringLiteral("3 executed of 20")));
    ruler.show({}, 3, false);
    QVERIFY(ruler.state().executed.empty());
    QVERIFY(!ruler.grab().isNull());
}

QTEST_MAIN(TestScheduleEditor)
#include "tst_scheduleeditor.moc"
