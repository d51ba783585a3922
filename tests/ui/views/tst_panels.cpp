// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The forms: what is typed reaches the session, what changes there is shown, problems are said in place.
#include "plot/PlaneView.h"
#include "shell/ControlRules.h"
#include "support/Refusal.h"
#include "views/engine/Banner.h"
#include "views/engine/EngineChip.h"
#include "views/plane/PlanePanel.h"
#include "views/source/NumberBox.h"
#include "views/source/ParameterForm.h"
#include "views/source/RulerEditor.h"
#include "views/source/SamplingPanel.h"
#include "views/source/SeedEdit.h"
#include "views/source/SourcePanel.h"
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <algorithm>

using namespace ard;
using namespace ard::ui;

class TestPanels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sourceBothWays();
    void modelOutsideTheList();
    void hintOfTheModel();
    void samplingBothWays();
    void scheduleKindsComeFromTheRegistry();
    void rulersBothWays();
    void everyParameterHasARow();
    void seedsHave64Bits();
    void limitsAreSaid();
    void tabsGoAsTheRows();
    void rowsStayUnderTheMouse();
    void aRunsSettingsComeBack();
    void theWheelChangesNoField();
    void customNeedsATable();
    void learnedNeedsAModelThatHasOne();
    void whyNotRun();
    void bannerSaysWhatHappened();

private:
    const ControlRules m_rules{nullptr}; // as in the window
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Session> m_session;
};

void TestPanels::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("explorer.ini")));
    m_settings->engineCommand.set(QStringLiteral("/does/not/exist"));
    m_session = std::make_unique<Session>(m_settings.get());
    protocol::ModelSummary model;
    model.folder = "m";
    model.name = "M";
    model.hint = "three facts";
    model.examples = {"one & two", "three", "four"};
    model.length = 12;
    model.diffusionSteps = 200;
    m_session->form()->setModel(model);
}

void TestPanels::cleanup()
{
    m_session.reset();
    m_settings.reset();
}

void TestPanels::sourceBothWays()
{
    QAction run, stop;
    SourcePanel panel(m_session.get(), &run, &stop);
    QTest::keyClicks(panel.sourceEdit(), QStringLiteral("a b, [c]"));
    QCOMPARE(m_session->form()->source(), QStringLiteral("a b, [c]"));
    m_session->form()->setSource(QStringLiteral("other"));
    QCOMPARE(panel.sourceEdit()->toPlainText(), QStringLiteral("other"));
}

/// A folder that was given on the command line and is in none of the searched ones has a name, too.
void TestPanels::modelOutsideTheList()
{
    QAction run, stop;
    SourcePanel panel(m_session.get(), &run, &stop);
    protocol::ModelSummary model = m_session->form()->model();
    model.folder = "/elsewhere/mine";
    model.name = "Mine";
    m_session->form()->setModel(model);
    const auto boxes = panel.findChildren<QComboBox *>();
    const auto box = std::find_if(boxes.begin(), boxes.end(),
                                  [](const QComboBox *b) { return b->accessibleName() == QStringLiteral("Model"); });
    QVERIFY(box != boxes.end());
    QCOMPARE((*box)->currentIndex(), -1);
    QCOMPARE((*box)->placeholderText(), QStringLiteral("Mine"));
}

void TestPanels::hintOfTheModel()
{
    QAction run, stop;
    SourcePanel panel(m_session.get(), &run, &stop);
    QCOMPARE(panel.sourceEdit()->placeholderText(), QStringLiteral("three facts"));
    bool found = false;
    for (QPushButton *button : panel.findChildren<QPushButton *>())
        if (button->toolTip() == QStringLiteral("one & two")) {
            found = true;
            button->click();
        }
    QVERIFY(found);
    QCOMPARE(m_session->form()->source(), QStringLiteral("one & two"));
}

void TestPanels::samplingBothWays()
{
    SamplingPanel panel(m_session.get());
    panel.stepsBox()->setValue(7);
    QCOMPARE(m_session->form()->values().samplingSteps, 7);
    m_session->form()->setSeed(123);
    QCOMPARE(panel.seedBox()->text(), QStringLiteral("123"));
    QCOMPARE(panel.stepsBox()->maximum(), double(m_session->form()->maximumSamplingSteps()));
    m_session->form()->setParameter("clamp", clampName(ClampMode::Expected));
    QCOMPARE(panel.clampBox()->currentText(), QStringLiteral("expected word"));
    panel.clampBox()->setFocus();
    QTest::keyClick(panel.clampBox(), Qt::Key_Up);
    QCOMPARE(m_session->form()->values().clamp, ClampMode::Nearest);
}

void TestPanels::scheduleKindsComeFromTheRegistry()
{
    SamplingPanel panel(m_session.get());
    QCOMPARE(panel.scheduleCombo()->count(), static_cast<int>(timestepScheduleKinds().size()));
    for (const TimestepScheduleKind &kind : timestepScheduleKinds()) {
        m_session->form()->setScheduleKind(QString::fromStdString(kind.name));
        QCOMPARE(panel.scheduleCombo()->currentText(), QString::fromStdString(kind.title));
        for (const ScheduleParameter &parameter : scheduleParameters()) {
            const bool isOwn = std::any_of(kind.parameters.begin(), kind.parameters.end(),
                                           [&](const auto &one) { return one.name == parameter.name; });
            QCOMPARE(panel.scheduleParameterBox(parameter.name) != nullptr, isOwn);
        }
    }
}

void TestPanels::rulersBothWays()
{
    SamplingPanel panel(m_session.get());
    panel.show();
    GenerationForm *form = m_session->form();
    RulerEditor *editor = panel.rulerEditor();
    QVERIFY(editor->tailBox()->isHidden() && editor->listEdit()->isHidden());
    form->setRuler({"tail", 3, {}});
    QCOMPARE(editor->kindCombo()->currentData().toString(), QStringLiteral("tail"));
    QVERIFY(editor->tailBox()->isVisible());
    editor->tailBox()->setValue(4);
    QCOMPARE(form->values().ruler.tail, 4);
    QVERIFY2(form->problem().isEmpty(), qPrintable(form->problem()));

    form->setRuler({});
    form->setSamplingSteps(3);
    const std::vector<int> executed = form->plan().sentenceSteps;
    editor->kindCombo()->setCurrentIndex(editor->kindCombo()->findData(QStringLiteral("list")));
    Q_EMIT editor->kindCombo()->activated(editor->kindCombo()->currentIndex());
    QCOMPARE(form->plan().sentenceSteps, executed); // a new list starts from what was there
    QVERIFY(!panel.stepsBox()->isEnabled());
    editor->listEdit()->setFocus();
    editor->listEdit()->selectAll();
    QTest::keyClicks(editor->listEdit(), QStringLiteral("%1, 9, 4,2").arg(executed.front()));
    QTest::keyClick(editor->listEdit(), Qt::Key_Return);
    QCOMPARE(form->values().ruler.sentenceSteps, (std::vector<int>{executed.front(), 9, 4, 2}));
    QCOMPARE(form->values().samplingSteps, 4);
    // What cannot be read stays, is said at the field, and does not run as something else.
    const std::pair<const char *, const char *> refusals[] = {
        {"9;4", "'9;4' where"}, {"abc", "'abc' where"}, {"-5", "'-5' where"}, {"150,,3", "'' where"}};
    for (const auto &[bad, words] : refusals) {
        editor->listEdit()->selectAll();
        QTest::keyClicks(editor->listEdit(), QString::fromLatin1(bad));
        QTest::keyClick(editor->listEdit(), Qt::Key_Return);
        QCOMPARE(editor->listEdit()->text(), QString::fromLatin1(bad));
        QVERIFY2(editor->listProblem()->isVisible(), bad);
        ARD_SAYS(editor->listProblem()->text(), words);
        QCOMPARE(form->problem(), editor->listProblem()->text());
        QCOMPARE(form->values().samplingSteps, 4); // nothing changed
    }
    editor->listEdit()->selectAll();
    QTest::keyClicks(editor->listEdit(), QStringLiteral("150 100  50"));
    QTest::keyClick(editor->listEdit(), Qt::Key_Return);
    QCOMPARE(form->values().ruler.sentenceSteps, (std::vector<int>{150, 100, 50})); // spaces separate
    QVERIFY(editor->listProblem()->isHidden());
    QVERIFY2(form->problem().isEmpty(), qPrintable(form->problem()));
}

void TestPanels::everyParameterHasARow()
{
    SamplingPanel panel(m_session.get());
    panel.show();
    ParameterForm *parameters = panel.parameters();
    for (const RequestParameter &parameter : requestParameters()) {
        QWidget *field = parameters->field(parameter.name);
        QVERIFY2(field, parameter.name.c_str());
        QCOMPARE(field->isVisible(), parameter.forEveryone);
    }
    parameters->moreButton()->setChecked(true);
    for (const RequestParameter &parameter : requestParameters())
        QVERIFY2(parameters->field(parameter.name)->isVisible(), parameter.name.c_str());
    qobject_cast<NumberBox *>(parameters->field("candidates"))->setValue(5);
    QCOMPARE(m_session->form()->request().candidates, 5);
    parameters->moreButton()->setChecked(false);
    QVERIFY(parameters->field("candidates")->isVisible()); // what is not as usual is seen
    QVERIFY(!parameters->field("beam")->isVisible());
}

void TestPanels::seedsHave64Bits()
{
    SamplingPanel panel(m_session.get());
    SeedEdit *seed = panel.seedBox();
    const auto type = [seed](const QString &text) {
        seed->selectAll();
        QTest::keyClicks(seed, text);
        QTest::keyClick(seed, Qt::Key_Return);
    };
    type(QStringLiteral("4294967297"));
    QCOMPARE(m_session->form()->values().seed, quint64(4294967297));
    type(QStringLiteral("18446744073709551615"));
    QCOMPARE(m_session->form()->values().seed, UINT64_MAX);
    m_session->form()->setSeed(quint64(1) << 40);
    QCOMPARE(seed->text(), QStringLiteral("1099511627776"));
    type(QStringLiteral("18446744073709551616")); // refused aloud
    QCOMPARE(m_session->form()->values().seed, quint64(1) << 40);
    QCOMPARE(seed->text(), QStringLiteral("1099511627776"));
    QVERIFY2(panel.noteText().contains(QStringLiteral("18446744073709551615")), qPrintable(panel.noteText()));
}

/// Whatever depends on N, T or S: more can be typed, becomes the limit, and is said.
void TestPanels::limitsAreSaid()
{
    SamplingPanel panel(m_session.get());
    GenerationForm *form = m_session->form();
    const auto type = [](NumberBox *box, const QString &text) {
        box->selectAll();
        QTest::keyClicks(box, text);
        QTest::keyClick(box, Qt::Key_Return);
    };
    type(panel.stepsBox(), QStringLiteral("2000"));
    QCOMPARE(form->values().samplingSteps, 212); // T + N
    QVERIFY2(panel.noteText().contains(QStringLiteral("212")), qPrintable(panel.noteText()));
    form->setScheduleKind(QStringLiteral("lagged"));
    type(panel.scheduleParameterBox("lag"), QStringLiteral("5000"));
    QCOMPARE(form->values().schedule.lag, 200); // T
    QVERIFY2(panel.noteText().contains(QStringLiteral("200")), qPrintable(panel.noteText()));
    form->setScheduleKind(QStringLiteral("block"));
    type(panel.scheduleParameterBox("block"), QStringLiteral("99"));
    QCOMPARE(form->values().schedule.block, 12); // N
    QVERIFY2(panel.noteText().contains(QStringLiteral("12")), qPrintable(panel.noteText()));
    ARD_SAYS(form->problem(),
             "There are 200 sentence steps"); // 212 calls are more than the 200 sentence steps that are left
    form->setSamplingSteps(20);
    QVERIFY(form->hasPlan());
}

/// A schedule's own parameter comes right after the schedule, whenever it was made.
void TestPanels::tabsGoAsTheRows()
{
    SamplingPanel panel(m_session.get());
    panel.show();
    for (const char *kind : {"lagged", "ar-diffusion", "block"}) {
        m_session->form()->setScheduleKind(QString::fromLatin1(kind));
        const std::string name = timestepScheduleKind(kind)->parameters.front().name;
        QTRY_VERIFY(panel.scheduleParameterBox(name)->isVisible()); // a row that is added is shown a moment later
        QWidget *next = panel.scheduleCombo()->nextInFocusChain();
        while (!next->isVisible() || !(next->focusPolicy() & Qt::TabFocus) || next->focusProxy())
            next = next->nextInFocusChain();
        QCOMPARE(next, panel.scheduleParameterBox(name));
    }
}

/// Three clicks on an arrow are three steps, whatever note appears after the first.
void TestPanels::rowsStayUnderTheMouse()
{
    protocol::ModelSummary model = m_session->form()->model();
    model.trainedSchedules = {"ar-diffusion"};
    m_session->form()->setModel(model);
    SamplingPanel panel(m_session.get());
    panel.resize(panel.sizeHint());
    panel.show();
    NumberBox *box = panel.scheduleParameterBox("anchor-scale");
    const QPoint before = box->mapTo(&panel, QPoint());
    QVERIFY(panel.noteText().isEmpty());
    box->stepUp();
    ARD_SAYS(panel.noteText(), "trained with anchor scale 2");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(box->mapTo(&panel, QPoint()), before);
}

void TestPanels::aRunsSettingsComeBack()
{
    SamplingPanel panel(m_session.get());
    panel.show();
    GenerationRequest asked;
    asked.source = "what it was given";
    asked.schedule.kind = "uniform";
    asked.schedule.length = 12;
    asked.schedule.diffusionSteps = 200;
    asked.samplingSteps = 9;
    asked.candidates = 3;
    asked.seed = quint64(1) << 50;
    Run run(asked);
    m_session->takeSettings(&run);
    QCOMPARE(m_session->form()->source(), QStringLiteral("what it was given"));
    QCOMPARE(panel.scheduleCombo()->currentData().toString(), QStringLiteral("uniform"));
    QCOMPARE(panel.stepsBox()->value(), 9.0);
    QCOMPARE(panel.seedBox()->seed(), quint64(1) << 50);
    QCOMPARE(m_session->form()->request().candidates, 3);
    QVERIFY(panel.parameters()->field("candidates")->isVisible());
}

void TestPanels::theWheelChangesNoField()
{
    SamplingPanel panel(m_session.get());
    panel.show();
    const GenerationRequest before = m_session->form()->values();
    int fields = 0;
    for (QWidget *field : panel.findChildren<QWidget *>()) {
        if (!field->isVisible() || !(qobject_cast<QComboBox *>(field) || qobject_cast<QAbstractSpinBox *>(field)))
            continue;
        ++fields;
        QVERIFY2(!(field->focusPolicy() & ~Qt::StrongFocus & Qt::WheelFocus), field->metaObject()->className());
        const QPointF middle = QRectF(field->rect()).center();
        QWheelEvent turn(middle, field->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                         Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(field, &turn);
    }
    QVERIFY(fields >= 5);
    const GenerationRequest &after = m_session->form()->values();
    QVERIFY(after.schedule == before.schedule && after.ruler == before.ruler);
    for (const RequestParameter &parameter : requestParameters())
        QVERIFY2(parameter.get(after) == parameter.get(before), parameter.name.c_str());
}

void TestPanels::customNeedsATable()
{
    GenerationForm *form = m_session->form();
    form->setScheduleKind(QStringLiteral("custom"));
    QVERIFY(form->problem().contains(QStringLiteral("needs a table")));
    QFile file(m_folder->filePath(QStringLiteral("mine.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const int length = form->values().schedule.length, last = form->values().schedule.diffusionSteps - 1;
    for (const int timestep : {last, last / 2, 0})
        file.write(
            (QStringList(length, QString::number(timestep)).join(QLatin1Char(',')) + QLatin1Char('\n')).toUtf8());
    file.close();
    form->setSamplingSteps(2);
    const SamplingPanel panel(m_session.get());
    const QString unnamed = panel.tableButton()->text();
    m_session->loadScheduleTable(file.fileName());
    QTRY_VERIFY(form->hasPlan());
    QCOMPARE(panel.tableButton()->text(), QStringLiteral("mine.csv"));
    PlanePanel plane(m_session.get(), m_session->board()->at(0));
    QVERIFY2(plane.view()->title().endsWith(QStringLiteral(": mine.csv")), qPrintable(plane.view()->title()));
    QCOMPARE(form->maximumSamplingSteps(), 3);
    QSignalSpy said(m_session.get(), &Session::message);
    m_session->loadScheduleTable(m_folder->filePath(QStringLiteral("gone.csv")));
    QTRY_COMPARE(said.size(), 1);
    QVERIFY(form->hasPlan());
    QCOMPARE(panel.tableButton()->text(), QStringLiteral("mine.csv"));                             // still that one
    form->setScheduleTable(std::make_shared<const ScheduleTable>(*form->values().schedule.table)); // of no file
    QCOMPARE(panel.tableButton()->text(), unnamed);
    QVERIFY(!plane.view()->title().contains(QStringLiteral("mine.csv")));
}

void TestPanels::learnedNeedsAModelThatHasOne()
{
    SamplingPanel panel(m_session.get());
    GenerationForm *form = m_session->form();
    const QComboBox *kinds = panel.scheduleCombo();
    const QModelIndex learned = kinds->model()->index(kinds->findData(QStringLiteral("learned")), 0);
    QVERIFY(learned.isValid());
    QVERIFY(!learned.flags().testFlag(Qt::ItemIsEnabled));
    QVERIFY(learned.data(Qt::ToolTipRole).toString().contains(QStringLiteral("draw.learned")));
    form->setScheduleKind(QStringLiteral("learned")); // as a run that is opened can
    QVERIFY(form->problem().contains(QStringLiteral("no learned timestep schedule")));

    protocol::ModelSummary model = form->model();
    const int last = model.diffusionSteps - 1;
    model.learnedTimesteps =
        std::make_shared<const ScheduleTable>(std::size_t(model.length), std::vector<int>{0, last / 4, last});
    form->setModel(model);
    QVERIFY(learned.flags().testFlag(Qt::ItemIsEnabled));
    QVERIFY(learned.data(Qt::ToolTipRole).toString().contains(QStringLiteral("own pace")));
    QVERIFY2(form->problem().isEmpty(), qPrintable(form->problem()));
    QCOMPARE(form->maximumSamplingSteps(), model.diffusionSteps);
    form->setRuler({"list", 1, {last, last / 2, 0}});
    QVERIFY(std::abs(form->plan().timesteps.at(1).front() - last / 4) <= 1); // half-way down, a quarter of the noise
    QVERIFY(form->request().schedule.knots);                                 // goes to the engine, and into the run

    GenerationRequest opened = form->request();
    opened.schedule.knots.reset();
    form->takeRequest(opened);
    QVERIFY(form->hasPlan()); // the model's, not those of the run that the settings come from
}

void TestPanels::whyNotRun()
{
    QAction run, stop;
    SourcePanel panel(m_session.get(), &run, &stop);
    ARD_SAYS(panel.problemText(), "Engine not started");
    QCOMPARE(panel.problemText(), m_session->whyNotRun());
}

void TestPanels::bannerSaysWhatHappened()
{
    Banner banner(m_session.get());
    EngineChip chip(m_session->engines());
    QVERIFY(banner.text().isEmpty());
    m_session->tell(Notices::Topic::Save, QStringLiteral("The disk is full"));
    QCOMPARE(banner.text(), QStringLiteral("The disk is full"));
    QVERIFY(banner.restartButton()->isHidden());
    m_session->engine()->start();
    QTRY_COMPARE(m_session->engine()->state(), EngineClient::State::Failed);
    QVERIFY(banner.text().contains(m_session->engine()->status().reason));
    QVERIFY(!banner.restartButton()->isHidden());
    m_session->tell(Notices::Topic::Save, QStringLiteral("Something small"));
    QVERIFY(!banner.text().contains(QStringLiteral("small"))); // the graver one stays
    QCOMPARE(chip.text(), QStringLiteral("Engine stopped"));
}

QTEST_MAIN(TestPanels)
#include "tst_panels.moc"
