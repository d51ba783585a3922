// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Commands and the words that find them, under Qt's model tester.
#include "models/CommandModel.h"
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace ard::ui;

namespace {
constexpr auto kFatal = QAbstractItemModelTester::FailureReportingMode::QtTest;
} // namespace

class TestCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows();
    void anActionThatGoes();
    void wordsFind_data();
    void wordsFind();
    void theNameCountsMost();
    void allInTheirOrderWithoutWords();
};

void TestCommands::rows()
{
    QAction run(QStringLiteral("&Run && look...")), loop(QStringLiteral("L&oop"));
    run.setShortcuts({QKeySequence(Qt::Key_F5), QKeySequence(Qt::CTRL | Qt::Key_Return)});
    run.setStatusTip(QStringLiteral("Denoise the source"));
    loop.setCheckable(true);
    CommandModel model({{&run, QStringLiteral("Run")}, {&loop, {}}});
    const QAbstractItemModelTester tester(&model, kFatal);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Run & look..."));
    QCOMPARE(model.index(0).data(CommandModel::KeysRole).toString(), QStringLiteral("F5, Ctrl+Return"));
    QCOMPARE(model.index(0).data(CommandModel::PlaceRole).toString(), QStringLiteral("Run"));
    QCOMPARE(model.index(0).data(CommandModel::HelpRole).toString(), QStringLiteral("Denoise the source"));
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Run & look..., Run, F5, Ctrl+Return"));
    QVERIFY(!model.index(1).data(CommandModel::IsOnRole).toBool());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    loop.setChecked(true);
    QVERIFY(!changed.isEmpty());
    QVERIFY(model.index(1).data(CommandModel::IsOnRole).toBool());
    QVERIFY(model.index(1).data(CommandModel::IsEnabledRole).toBool());
    loop.setEnabled(false);
    QVERIFY(!model.index(1).data(CommandModel::IsEnabledRole).toBool());
    QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral("not now")));
}

void TestCommands::anActionThatGoes()
{
    auto *recent = new QAction(QStringLiteral("old.ardrun"));
    CommandModel model({{recent, QStringLiteral("File")}});
    CommandFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter, kFatal);
    delete recent;
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("old.ardrun"));
    QVERIFY(!filter.index(0, 0).data(CommandModel::IsEnabledRole).toBool());
    QVERIFY(!filter.index(0, 0).data(CommandModel::ActionRole).value<QAction *>());
}

void TestCommands::wordsFind_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("finds");
    const auto row = [](const char *words, const char *name, bool finds) {
        QTest::addRow("%s in %s", words, name) << QString::fromUtf8(words) << QString::fromUtf8(name) << finds;
    };
    row("export pic", "Export a picture...", true);
    row("pic exp", "Export a picture...", true);
    row("port", "Export a picture...", true);
    row("EXPORT", "Export a picture...", true);
    row("shrtct", "Keyboard shortcuts", true);
    row("export table", "Export a picture...", false);
    row("xp", "Next panel", false);
    row("ubersicht", "Übersicht", true);
    row("übersicht", "Ubersicht", true);
    row("  ", "Run", true);
    row("导出", "导出图片(&E)...", true);
    row("图片 导出", "导出图片(&E)...", true);
    row("图片 表", "导出图片(&E)...", false);
}

void TestCommands::wordsFind()
{
    QFETCH(QString, words);
    QFETCH(QString, name);
    QTEST(commandScore(words, name, {}, {}) > 0, "finds");
}

void TestCommands::theNameCountsMost()
{
    QAction help(QStringLiteral("Follow")), place(QStringLiteral("Dark")), inside(QStringLiteral("Untabled")),
        name(QStringLiteral("Copy the table"));
    help.setStatusTip(QStringLiteral("The table scrolls with the film"));
    CommandModel model({{&help, QStringLiteral("View")},
                        {&place, QStringLiteral("View ▸ Table")},
                        {&inside, QStringLiteral("Run")},
                        {&name, QStringLiteral("Edit")}});
    CommandFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter, kFatal);
    filter.setWords(QStringLiteral("table"));
    QStringList order;
    for (int row = 0; row < filter.rowCount(); ++row)
        order << filter.index(row, 0).data().toString();
    QCOMPARE(order, (QStringList{name.text(), inside.text(), place.text(), help.text()}));
    filter.setWords(QStringLiteral("table copy"));
    QCOMPARE(filter.rowCount(), 1);
    filter.setWords(QStringLiteral("nothing of this"));
    QCOMPARE(filter.rowCount(), 0);
}

void TestCommands::allInTheirOrderWithoutWords()
{
    QAction z(QStringLiteral("Z")), a(QStringLiteral("A")), m(QStringLiteral("M"));
    CommandModel model({{&z, {}}, {&a, {}}, {&m, {}}});
    CommandFilter filter;
    filter.setSourceModel(&model);
    const auto order = [&filter] {
        QString names;
        for (int row = 0; row < filter.rowCount(); ++row)
            names += filter.index(row, 0).data().toString();
        return names;
    };
    QCOMPARE(order(), QStringLiteral("ZAM"));
    filter.setWords(QStringLiteral("a"));
    QCOMPARE(order(), QStringLiteral("A"));
    filter.setWords({});
    QCOMPARE(order(), QStringLiteral("ZAM"));
}

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
