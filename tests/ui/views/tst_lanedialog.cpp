// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog of what a lane has of its own: every field becomes a change of the lane and nothing else does; what cannot be is
// told in one sentence and changes nothing.
#include "session/Session.h"
#include "views/lane/LaneDialog.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>

using namespace ard;
using namespace ard::ui;

class TestLaneDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingTickedIsNoChange();
    void everyFieldIsAChange();
    void showsWhatTheLaneHas();
    void untickedFieldsAreTheForms();
    void parameterOfTheKind();
    void kindsThatCannotBe();
    void refusals_data();
    void refusals();
    void models();
    void modelOfAFolderThatWasOpened();
    void numbersOfTheModelCount();
    void cancelled();
    void hasNamesForAll();

private:
    void open()
    {
        m_dialog.reset();
        m_dialog = std::make_unique<LaneDialog>(m_session.get(), lane());
        m_dialog->show();
    }
    Lane *lane() const { return m_session->board()->at(1); }
    QCheckBox *tick(const QString &title) const
    {
        for (QCheckBox *box : m_dialog->findChildren<QCheckBox *>())
            if (box->text() == title)
                return box;
        return nullptr;
    }
    template <class Editor>
    Editor *editor(const QString &name) const
    {
        for (Editor *one : m_dialog->findChildren<Editor *>())
            if (one->objectName() == name || one->accessibleName() == name)
                return one;
        return nullptr;
    }
    QString problem() const { return m_dialog->findChild<QLabel *>(QStringLiteral("lane.problem"))->text(); }
    void choose(const char *kind) const
    {
        auto *kinds = editor<QComboBox>(QStringLiteral("lane.kind"));
        kinds->setCurrentIndex(kinds->findData(QString::fromLatin1(kind)));
    }
    bool isOffered(const char *kind) const
    {
        auto *kinds = editor<QComboBox>(QStringLiteral("lane.kind"));
        const int row = kinds->findData(QString::fromLatin1(kind));
        return static_cast<QStandardItemModel *>(kinds->model())->item(row)->isEnabled();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<LaneDialog> m_dialog;
};

void TestLaneDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const std::pair<const char *, int> models[] = {{"aside/far", 6}, {"models/long", 20}, {"models/tiny", 12}};
    for (const auto &[name, length] : models) {
        QDir(m_folder->path()).mkpath(QLatin1String(name));
        QFile file(m_folder->filePath(QStringLiteral("%1/model.json").arg(QLatin1String(name))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString learned = length != 20
            ? QString()
            : QStringLiteral(R"(, "learned_timesteps": {"levels": 1, "timesteps": [%1]})")
                  .arg(QStringList(20, QStringLiteral("[0, 199]")).join(u','));
        file.write(QStringLiteral(R"({"format": 1, "name": "%1", "examples": ["a b"], "default_sampling_steps": 10,
            "architecture": {"vocabulary": 25}, "diffusion": {"length": %2, "diffusion_steps": 200}%3})")
                       .arg(QFileInfo(QLatin1String(name)).fileName())
                       .arg(length)
                       .arg(learned)
                       .toUtf8());
    }
    qputenv("ARDIFF_MODELS", m_folder->filePath(QStringLiteral("models")).toUtf8());
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("explorer.ini")));
    m_settings->engineCommand.set(QStringLiteral("/no/such/engine"));
    m_session = std::make_unique<Session>(m_settings.get());
    m_session->models()->refreshNow();
    m_session->form()->setModel(*m_session->models()->find(m_folder->filePath(QStringLiteral("models/tiny"))));
    m_session->compare({{}, {}});
    open();
}

void TestLaneDialog::cleanup()
{
    m_dialog.reset();
    m_session.reset();
    m_settings.reset();
    m_folder.reset();
    qunsetenv("ARDIFF_MODELS");
}

void TestLaneDialog::nothingTickedIsNoChange()
{
    for (const QCheckBox *box : m_dialog->findChildren<QCheckBox *>())
        QVERIFY2(!box->isChecked(), qPrintable(box->text()));
    QSignalSpy changed(lane(), &Lane::changesChanged);
    m_dialog->accept();
    QCOMPARE(m_dialog->result(), int(QDialog::Accepted));
    QVERIFY(lane()->changes().isEmpty());
    QCOMPARE(changed.size(), 0);
}

void TestLaneDialog::everyFieldIsAChange()
{
    for (QCheckBox *box : m_dialog->findChildren<QCheckBox *>())
        box->setChecked(true);
    auto *model = editor<QComboBox>(QStringLiteral("lane.model"));
    model->setCurrentIndex(model->findText(QStringLiteral("long")));
    choose("lagged");
    editor<QDoubleSpinBox>(QStringLiteral("lane.parameter"))->setValue(40);
    editor<QSpinBox>(QStringLiteral("Sampling steps M"))->setValue(13);
    editor<QDoubleSpinBox>(QStringLiteral("Eta"))->setValue(0.25);
    editor<QLineEdit>(QStringLiteral("Seed"))->setText(QStringLiteral(" 18446744073709551615 ")); // the largest
    auto *clamp = editor<QComboBox>(QStringLiteral("Clamp"));
    clamp->setCurrentIndex(clamp->findData(static_cast<int>(ClampMode::Expected)));
    editor<QLineEdit>(QStringLiteral("Ruler"))->setText(QStringLiteral("tail=3"));
    m_dialog->accept();
    QCOMPARE(problem(), QString());
    const LaneChanges &made = lane()->changes();
    QCOMPARE(made.model->name, std::string("long"));
    QCOMPARE(made.schedule->kind, std::string("lagged"));
    QCOMPARE(made.schedule->lag, 40);
    QCOMPARE(made.samplingSteps, std::optional<int>(13));
    QCOMPARE(made.eta, std::optional<double>(0.25));
    QCOMPARE(made.seed, std::optional<std::uint64_t>(18'446'744'073'709'551'615U));
    QCOMPARE(made.clamp, std::optional<ClampMode>(ClampMode::Expected));
    QCOMPARE(rulerText(*made.ruler), std::string("tail=3"));
    QVERIFY(m_session->board()->at(0)->changes().isEmpty()); // the lane's own
    QCOMPARE(m_session->form()->values().samplingSteps, 10);
}

void TestLaneDialog::showsWhatTheLaneHas()
{
    everyFieldIsAChange();
    open();
    for (const QCheckBox *box : m_dialog->findChildren<QCheckBox *>())
        QVERIFY2(box->isChecked(), qPrintable(box->text()));
    QCOMPARE(editor<QComboBox>(QStringLiteral("lane.model"))->currentText(), QStringLiteral("long"));
    QCOMPARE(editor<QComboBox>(QStringLiteral("lane.kind"))->currentData().toString(), QStringLiteral("lagged"));
    QCOMPARE(editor<QDoubleSpinBox>(QStringLiteral("lane.parameter"))->value(), 40.0);
    QCOMPARE(editor<QSpinBox>(QStringLiteral("Sampling steps M"))->value(), 13);
    QCOMPARE(editor<QLineEdit>(QStringLiteral("Seed"))->text(), QStringLiteral("18446744073709551615"));
    QCOMPARE(editor<QLineEdit>(QStringLiteral("Ruler"))->text(), QStringLiteral("tail=3"));
    const LaneChanges before = lane()->changes();
    QSignalSpy changed(lane(), &Lane::changesChanged);
    m_dialog->accept(); // as it was
    QCOMPARE(changed.size(), 0);
    QVERIFY(lane()->changes() == before);
}

/// A field without a tick cannot be edited, and what stands there is what the lane has from the form.
void TestLaneDialog::untickedFieldsAreTheForms()
{
    QVERIFY(!editor<QSpinBox>(QStringLiteral("Sampling steps M"))->isEnabled());
    QCOMPARE(editor<QSpinBox>(QStringLiteral("Sampling steps M"))->value(), 10);
    tick(QStringLiteral("Sampling steps M"))->setChecked(true);
    QVERIFY(editor<QSpinBox>(QStringLiteral("Sampling steps M"))->isEnabled());
    editor<QSpinBox>(QStringLiteral("Sampling steps M"))->setValue(3);
    tick(QStringLiteral("Sampling steps M"))->setChecked(false); // thought better of
    m_dialog->accept();
    QVERIFY(lane()->changes().isEmpty());
}

void TestLaneDialog::parameterOfTheKind()
{
    auto *parameter = editor<QDoubleSpinBox>(QStringLiteral("lane.parameter"));
    tick(QStringLiteral("Timestep schedule"))->setChecked(true);
    for (const TimestepScheduleKind &kind : timestepScheduleKinds()) {
        choose(kind.name.c_str());
        QVERIFY2(parameter->isVisible() != kind.parameters.empty(), kind.name.c_str());
        if (kind.parameters.empty())
            continue;
        QCOMPARE(parameter->value(), kind.parameters.front().defaultValue);
        QCOMPARE(parameter->maximum(), kind.parameters.front().largest(m_session->form()->values().schedule));
        QVERIFY(!parameter->accessibleName().isEmpty());
    }
}

void TestLaneDialog::kindsThatCannotBe()
{
    QVERIFY(!isOffered("custom") && !isOffered("learned"));
    QVERIFY(isOffered("uniform") && isOffered("autoregressive") && isOffered("ar-diffusion"));
    tick(QStringLiteral("Model"))->setChecked(true); // a model that has learned one
    editor<QComboBox>(QStringLiteral("lane.model"))
        ->setCurrentIndex(editor<QComboBox>(QStringLiteral("lane.model"))->findText(QStringLiteral("long")));
    QVERIFY(isOffered("learned"));
    tick(QStringLiteral("Model"))->setChecked(false);
    QVERIFY(!isOffered("learned"));
    m_session->form()->setScheduleTable(
        std::make_shared<const ScheduleTable>(ScheduleTable{std::vector<int>(12, 199), std::vector<int>(12, 0)}));
    open();
    QVERIFY(isOffered("custom"));
}

void TestLaneDialog::refusals_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("told");
    QTest::newRow("no number") << QStringLiteral("Seed") << QStringLiteral("seven") << QStringLiteral("seven");
    QTest::newRow("negative") << QStringLiteral("Seed") << QStringLiteral("-1") << QStringLiteral("-1");
    QTest::newRow("beyond 64 bits") << QStringLiteral("Seed") << QStringLiteral("18446744073709551616")
                                    << QStringLiteral("18446744073709551616");
    QTest::newRow("empty seed") << QStringLiteral("Seed") << QString() << QStringLiteral("seed");
    QTest::newRow("no ruler") << QStringLiteral("Ruler") << QStringLiteral("zigzag") << QStringLiteral("zigzag");
    QTest::newRow("a ruler that makes no plan")
        << QStringLiteral("Ruler") << QStringLiteral("list=5,7") << QStringLiteral("5");
    QTest::newRow("a step that is not there")
        << QStringLiteral("Ruler") << QStringLiteral("list=100000,0") << QStringLiteral("100000");
}

void TestLaneDialog::refusals()
{
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, told);
    tick(field)->setChecked(true);
    editor<QLineEdit>(field)->setText(text);
    QSignalSpy changed(lane(), &Lane::changesChanged);
    m_dialog->accept();
    QVERIFY(m_dialog->isVisible()); // to be mended
    QVERIFY2(problem().contains(told), qPrintable(problem()));
    QCOMPARE(changed.size(), 0);
    QVERIFY(lane()->changes().isEmpty());
    tick(field)->setChecked(false);
    m_dialog->accept();
    QVERIFY(!m_dialog->isVisible());
}

void TestLaneDialog::models()
{
    auto *models = editor<QComboBox>(QStringLiteral("lane.model"));
    QCOMPARE(models->count(), int(m_session->models()->models().size()));
    QCOMPARE(models->currentText(), QStringLiteral("tiny")); // the form's
    QVERIFY(!models->isEnabled());
    tick(QStringLiteral("Model"))->setChecked(true);
    models->setCurrentIndex(models->findText(QStringLiteral("long")));
    m_dialog->accept();
    QCOMPARE(lane()->changes().model->name, std::string("long"));
    QCOMPARE(lane()->film()->length(), 20);
    QCOMPARE(m_session->board()->at(0)->film()->length(), 12);
    open();
    tick(QStringLiteral("Model"))->setChecked(false);
    m_dialog->accept();
    QVERIFY(!lane()->changes().model);
    QCOMPARE(lane()->film()->length(), 12);
}

void TestLaneDialog::modelOfAFolderThatWasOpened()
{
    m_session->chooseModel(m_folder->filePath(QStringLiteral("aside/far"))); // in no list
    QCOMPARE(m_session->form()->model().name, std::string("far"));
    open();
    QCOMPARE(editor<QComboBox>(QStringLiteral("lane.model"))->count(), int(m_session->models()->models().size()) + 1);
    QCOMPARE(editor<QComboBox>(QStringLiteral("lane.model"))->currentText(), QStringLiteral("far"));
    tick(QStringLiteral("Model"))->setChecked(true); // the lane keeps it, whatever the form does
    m_dialog->accept();
    QCOMPARE(lane()->changes().model->name, std::string("far"));
}

/// A table of 12 columns is none of a model of 20 positions, and the sentence says so before anything runs.
void TestLaneDialog::numbersOfTheModelCount()
{
    m_session->form()->setScheduleTable(
        std::make_shared<const ScheduleTable>(ScheduleTable{std::vector<int>(12, 199), std::vector<int>(12, 0)}));
    m_session->form()->setSamplingSteps(1);
    open();
    tick(QStringLiteral("Model"))->setChecked(true);
    auto *models = editor<QComboBox>(QStringLiteral("lane.model"));
    models->setCurrentIndex(models->findText(QStringLiteral("long")));
    m_dialog->accept();
    QVERIFY(m_dialog->isVisible());
    QVERIFY2(problem().contains(QStringLiteral("20")), qPrintable(problem()));
    QVERIFY(lane()->changes().isEmpty());
    tick(QStringLiteral("Timestep schedule"))->setChecked(true);
    choose("uniform");
    m_dialog->accept();
    QVERIFY(!m_dialog->isVisible());
}

void TestLaneDialog::cancelled()
{
    tick(QStringLiteral("Eta"))->setChecked(true);
    editor<QDoubleSpinBox>(QStringLiteral("Eta"))->setValue(0.5);
    m_dialog->reject();
    QVERIFY(lane()->changes().isEmpty());
}

/// For a screen reader: what can have the keyboard has a name, and the dialog says whose it is.
void TestLaneDialog::hasNamesForAll()
{
    QVERIFY(m_dialog->windowTitle().contains(QLatin1Char('B')));
    for (QWidget *each : m_dialog->findChildren<QWidget *>()) {
        const bool isPart = qobject_cast<QLineEdit *>(each) && each->parentWidget() != m_dialog.get();
        if (each->isVisible() && (each->focusPolicy() & Qt::TabFocus) && !isPart &&
            !qobject_cast<QAbstractButton *>(each))
            QVERIFY2(!each->accessibleName().isEmpty(), each->metaObject()->className());
    }
}

QTEST_MAIN(TestLaneDialog)
#include "tst_lanedialog.moc"
