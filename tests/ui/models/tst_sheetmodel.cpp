// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The contact sheet as a table, watched by QAbstractItemModelTester while it is filled, arranged anew and read.
#include "models/SheetModel.h"
#include "session/GenerationForm.h"
#include "ui/session/EngineBench.h"
#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace ard;
using namespace ard::ui;
using test::Bench;
using test::kWait;
using State = SheetCell::State;

class TestSheetModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rowsAndColumns();
    void oneSeed();
    void filled();
    void sameSentence();
    void reference();
    void failed();

private:
    struct Parts {
        Bench bench;
        GenerationForm form;
        ContactSheet sheet{&bench.engine, &form};
        SheetModel model{&sheet};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    };
    bool fill()
    {
        m_parts->sheet.fill();
        return QTest::qWaitFor([this] { return !m_parts->sheet.isFilling(); }, kWait);
    }
    QVariant at(int row, int column, int role = Qt::DisplayRole)
    {
        return m_parts->model.index(row, column).data(role);
    }
    std::unique_ptr<Parts> m_parts;
};

void TestSheetModel::init()
{
    m_parts = std::make_unique<Parts>();
    protocol::ModelSummary model;
    model.length = 12;
    model.diffusionSteps = 200;
    m_parts->form.setModel(model);
    m_parts->form.setSource(QStringLiteral("name[Blue Spice]"));
    m_parts->sheet.setSchedules(QStringLiteral("uniform, lagged:50"));
    m_parts->sheet.setSteps(QStringLiteral("2, 3, 150"));
    m_parts->sheet.setSeeds(QStringLiteral("1, 4"));
    QVERIFY(m_parts->bench.ready());
}

void TestSheetModel::cleanup()
{
    m_parts.reset();
}

void TestSheetModel::rowsAndColumns()
{
    const SheetModel &model = m_parts->model;
    QCOMPARE(model.rowCount(), 4);
    QCOMPARE(model.columnCount(), 3);
    QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), QStringLiteral("M 150"));
    QCOMPARE(model.headerData(1, Qt::Vertical).toString(), QStringLiteral("Uniform, seed 4"));
    QVERIFY(model.headerData(3, Qt::Vertical).toString().contains(QStringLiteral("50")));
    QVERIFY(model.isFirstOfSchedule(2) && !model.isFirstOfSchedule(3));
    const SheetPlace place = model.placeOf(model.index(3, 1));
    QVERIFY(place.schedule == 1 && place.step == 1 && place.seed == 1);
    QCOMPARE(model.indexOfCell(model.indexOf(model.index(3, 1))), model.index(3, 1));
    QCOMPARE(at(0, 0, SheetModel::StateRole).toInt(), static_cast<int>(State::Missing));
    QVERIFY(at(0, 0, SheetModel::CostRole).toString().isEmpty());
}

void TestSheetModel::oneSeed()
{
    SheetModel &model = m_parts->model;
    model.setSeed(1);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.seedOf(0), quint64(4));
    QCOMPARE(model.placeOf(model.index(1, 0)).seed, 1);
    QVERIFY(!model.indexOfCell(0).isValid()); // of the other seed
    m_parts->sheet.setSeeds(QStringLiteral("4"));
    QCOMPARE(model.seed(), -1); // there is no second one any more
    QCOMPARE(model.rowCount(), 2);
}

void TestSheetModel::filled()
{
    QSignalSpy changed(&m_parts->model, &QAbstractItemModel::dataChanged);
    QVERIFY(fill());
    QTRY_VERIFY(!changed.isEmpty());
    const SheetCell cell = m_parts->sheet.cell({1, 1, 0});
    QCOMPARE(at(2, 1).toString(), cell.text);
    QCOMPARE(at(2, 1, SheetModel::StateRole).toInt(), static_cast<int>(State::Done));
    QCOMPARE(at(2, 1, SheetModel::CostRole).toString(), QStringLiteral("3 calls · 500 ms"));
    const QString spoken = at(2, 1, Qt::AccessibleTextRole).toString();
    for (const QString &part : {QStringLiteral("M 3"), QStringLiteral("seed 1"), cell.text, QStringLiteral("500 ms")})
        QVERIFY2(spoken.contains(part), qPrintable(spoken));
    QVERIFY(!spoken.contains(u'\n'));
    m_parts->sheet.setSchedules(QStringLiteral("lagged:50"));
    QCOMPARE(at(0, 1).toString(), cell.text);
}

/// The fake engine writes the same sentence however many steps it takes.
void TestSheetModel::sameSentence()
{
    QVERIFY(fill());
    QCOMPARE(at(0, 0, SheetModel::SameRole).toInt(), 150);
    QCOMPARE(at(0, 1, SheetModel::SameRole).toInt(), 150);
    QCOMPARE(at(0, 2, SheetModel::SameRole).toInt(), 0); // itself
}

void TestSheetModel::reference()
{
    QVERIFY(fill());
    QVERIFY(at(0, 0, SheetModel::ScoreRole).toString().isEmpty());
    m_parts->model.setReference(at(0, 0).toString());
    QCOMPARE(at(0, 0, SheetModel::ScoreRole).toString(), QStringLiteral("chrF 100.0"));
    QVERIFY(at(1, 0, SheetModel::ScoreRole).toString() != QStringLiteral("chrF 100.0")); // another seed, other words
    m_parts->model.setReference({});
    QVERIFY(at(0, 0, SheetModel::ScoreRole).toString().isEmpty());
}

void TestSheetModel::failed()
{
    m_parts->sheet.setSteps(QStringLiteral("2, 500"));
    QVERIFY(fill());
    QCOMPARE(at(0, 1, SheetModel::StateRole).toInt(), static_cast<int>(State::Failed));
    QCOMPARE(at(0, 1).toString(), m_parts->sheet.cell({0, 1, 0}).reason);
    QVERIFY(at(0, 1, SheetModel::CostRole).toString().isEmpty());
}

QTEST_MAIN(TestSheetModel)
#include "tst_sheetmodel.moc"
