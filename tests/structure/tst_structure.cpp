// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that keep the parts of the program apart hold for its own sources; and each rule finds a source that breaks it.
#include "structure/Rules.h"
#include <QTemporaryDir>
#include <QTest>

using namespace ard::test;

using Rule = QStringList (*)(const SourceTree &);
Q_DECLARE_METATYPE(Rule)

namespace {

const QByteArray licence = "// SPDX-FileCopyrightText: 2026 Somebody\n// SPDX-License-Identifier: GPL-3.0-or-later\n";

void write(const QTemporaryDir &folder, const QString &path, const QByteArray &text)
{
    QVERIFY(QDir(folder.path()).mkpath(QFileInfo(path).path()));
    QFile file(folder.filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

void addRules()
{
    QTest::addColumn<Rule>("rule");
    QTest::newRow("no Qt in core and the command line") << &qtOutsideTheWindow;
    QTest::newRow("torch only in the engine") << &torchOutsideTheEngine;
    QTest::newRow("qcustomplot only in ui/plot") << &qcustomplotOutsidePlot;
    QTest::newRow("no widget in ui/paint") << &widgetsInPainters;
    QTest::newRow("the window does not see the engine") << &windowSeesEngine;
    QTest::newRow("arrows between folders") << &wrongArrows;
    QTest::newRow("views ask the session") << &viewsTalkToEngine;
    QTest::newRow("JSON has one reader") << &jsonPastItsReader;
    QTest::newRow("SPDX lines") << &missingLicenceLines;
    QTest::newRow("short files, guarded headers") << &unwieldyFiles;
    QTest::newRow("no paths of one computer") << &personalPaths;
    QTest::newRow("tests watch no clock") << &testsThatWatchTheClock;
}

} // namespace

class TestStructure : public QObject {
    Q_OBJECT

private slots:
    void treeIsRead();
    void sourcesKeepTheRules_data() { addRules(); }
    void sourcesKeepTheRules();
    void rulesAcceptAGoodTree_data() { addRules(); }
    void rulesAcceptAGoodTree();
    void rulesFindABadFile_data();
    void rulesFindABadFile();
    void whatGoesWrongIsTested();
    void pagesThatNameNoTestAreFound();
};

void TestStructure::treeIsRead()
{
    const SourceTree tree(ARD_SOURCE_TREE);
    QVERIFY(tree.files().size() > 50);
    const SourceFile main = tree.files().value("app/cli/main.cpp");
    QVERIFY(main.ownIncludes.contains("app/cli/Commands.h"));
    QVERIFY(tree.ownReach("app/cli/main.cpp").contains("core/base/Result.h"));
    QVERIFY(tree.foreignReach("app/cli/main.cpp").contains("CLI/CLI.hpp"));
}

void TestStructure::sourcesKeepTheRules()
{
    QFETCH(Rule, rule);
    const QStringList wrong = rule(SourceTree(ARD_SOURCE_TREE));
    QVERIFY2(wrong.isEmpty(), qPrintable('\n' + wrong.join('\n')));
}

void TestStructure::rulesAcceptAGoodTree()
{
    QFETCH(Rule, rule);
    QTemporaryDir folder;
    write(folder, "core/base/A.h", licence + "#pragma once\n#include <vector>\n");
    write(folder, "core/engine/E.cpp", licence + "#include \"base/A.h\"\n#include <torch/types.h>\n");
    write(folder, "ui/session/EngineClient.h", licence + "#pragma once\n#include \"base/A.h\"\n#include <QProcess>\n");
    write(folder, "ui/paint/P.cpp", licence + "#include \"base/A.h\"\n#include <QPainter>\n#include <QTextLayout>\n");
    write(folder, "ui/plot/P.cpp", licence + "#include <qcustomplot.h>\n");
    write(folder, "ui/views/V.cpp",
          licence + "#include \"base/A.h\"\nint f() { return engine()->status(); } // never engine()->ask()\n");
    write(folder, "tests/ui/T.cpp",
          licence +
              "void f() { QTest::qWaitFor(done, 9); QVERIFY(spy.wait(9)); } // no sleep(1)\n"
              "const QDeadlineTimer deadline(patience);\n"
              "std::condition_variable changed; auto g = [] { changed.wait_for(lock, patience, done); };\n");
    write(folder, "tests/packaging/t.sh",
          "#!/bin/sh\n" + QByteArray(licence).replace("//", "#") + "echo 'a dog may sleep'\n");
    write(folder, "ui/session/Clock.cpp", licence + "QElapsed" + "Timer timer;\n");
    const QStringList wrong = rule(SourceTree(folder.path()));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
}

void TestStructure::rulesFindABadFile_data()
{
    QTest::addColumn<Rule>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, Rule rule, const char *path, const QByteArray &text) {
        QTest::newRow(name) << rule << QString(path) << text;
    };
    row("Qt class in core", &qtOutsideTheWindow, "core/base/B.cpp", "#include <QString>\n");
    row("Qt module in core", &qtOutsideTheWindow, "core/base/B.cpp", "#include <QtCore/qglobal.h>\n");
    row("Qt through a header", &qtOutsideTheWindow, "app/cli/B.cpp", "#include \"session/WithQt.h\"\n");
    row("Qt linked", &qtOutsideTheWindow, "core/base/CMakeLists.txt", "target_link_libraries(x PUBLIC Qt6::Core)\n");
    row("torch in text", &torchOutsideTheEngine, "core/text/B.cpp", "#include <torch/types.h>\n");
    row("torch through a header", &torchOutsideTheEngine, "app/cli/B.cpp", "#include \"engine/WithTorch.h\"\n");
    row("qcustomplot in a view", &qcustomplotOutsidePlot, "ui/views/B.h", "#pragma once\n#include <qcustomplot.h>\n");
    row("widget in a painter", &widgetsInPainters, "ui/paint/B.cpp", "#include <QTableView>\n");
    row("widget in a painter, by module", &widgetsInPainters, "ui/paint/B.cpp", "#include <QtWidgets/QWidget>\n");
    row("widgets linked to painters", &widgetsInPainters, "ui/paint/CMakeLists.txt",
        "target_link_libraries(x PUBLIC Qt6::Widgets)\n");
    row("painter sees session", &wrongArrows, "ui/paint/B.cpp", "#include \"session/WithQt.h\"\n");
    row("plot sees session", &wrongArrows, "ui/plot/B.cpp", "#include \"session/WithQt.h\"\n");
    row("engine in the window", &windowSeesEngine, "ui/shell/B.cpp", "#include \"engine/WithTorch.h\"\n");
    row("engine linked", &windowSeesEngine, "ui/shell/CMakeLists.txt", "target_link_libraries(x PUBLIC ard::engine)\n");
    row("base sees session", &wrongArrows, "core/base/B.cpp", "#include \"session/WithQt.h\"\n");
    row("session sees views", &wrongArrows, "ui/session/B.cpp", "#include \"views/View.h\"\n");
    row("unknown folder", &wrongArrows, "ui/more/B.cpp", "int b;\n");
    row("view connects to a request", &viewsTalkToEngine, "ui/views/B.cpp", "auto f = &EngineClient::ask;\n");
    row("item model asks the engine", &viewsTalkToEngine, "ui/models/B.cpp", "void f() { m_engine->setCommand(c); }\n");
    row("view starts a process", &viewsTalkToEngine, "ui/views/B.cpp", "#include <QProcess>\n");
    row("view asks the engine", &viewsTalkToEngine, "ui/views/B.cpp", "void f() { session->engine()->restart(); }\n");
    row("JSON parsed by hand", &jsonPastItsReader, "core/text/B.cpp",
        "auto a = nlohmann::json::parse(text, nullptr, false);\n");
    row("too long", &unwieldyFiles, "core/base/B.cpp", QByteArray(501, '\n'));
    row("header without guard", &unwieldyFiles, "core/base/B.h", "int b;\n");
    row("path of one computer", &personalPaths, "core/base/B.cpp",
        QByteArray("const char *p = \"/") + "home/me/data\";\n");
    // In two pieces: this file is a test as well.
    row("elapsed time", &testsThatWatchTheClock, "tests/ui/B.cpp", QByteArray("QElapsed") + "Timer timer;\n");
    row("standard clock", &testsThatWatchTheClock, "tests/ui/B.h",
        QByteArray("#pragma once\nauto t = std::chrono::steady_") + "clock::now();\n");
    row("time of day", &testsThatWatchTheClock, "tests/ui/B.cpp", QByteArray("auto t = QTime::current") + "Time();\n");
    row("compared time", &testsThatWatchTheClock, "tests/ui/B.cpp",
        QByteArray("void f() { QVERIFY") + "(!deadline.hasExpired()); }\n");
    row("fixed wait", &testsThatWatchTheClock, "tests/ui/B.cpp", QByteArray("void f() { QTest::qWait") + "(50); }\n");
    row("sleeping thread", &testsThatWatchTheClock, "tests/base/B.cpp",
        QByteArray("void f() { std::this_thread::sleep") + "_for(1s); }\n");
    row("sleeping test", &testsThatWatchTheClock, "tests/ui/B.cpp",
        QByteArray("void f() { QThread::msleep") + "(5); }\n");
    row("wait for nothing", &testsThatWatchTheClock, "tests/ui/B.cpp",
        QByteArray("void f() { QVERIFY(!spy") + ".wait(50)); }\n");
    row("sleeping script", &testsThatWatchTheClock, "tests/packaging/b.sh", "start &\n  sleep 1\n");
    QTest::newRow("no licence") << Rule(&missingLicenceLines) << QString("core/base/B.cpp") << QByteArray();
}

void TestStructure::rulesFindABadFile()
{
    QFETCH(Rule, rule);
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QTemporaryDir folder;
    write(folder, "core/engine/WithTorch.h", licence + "#pragma once\n#include <ATen/ATen.h>\n");
    write(folder, "ui/session/WithQt.h", licence + "#pragma once\n#include <QObject>\n");
    write(folder, "ui/views/View.h", licence + "#pragma once\n");
    QVERIFY(rule(SourceTree(folder.path())).isEmpty());
    write(folder, path, text.isEmpty() ? QByteArray("int b;\n") : licence + text);
    const QStringList wrong = rule(SourceTree(folder.path()));
    QCOMPARE(wrong.size(), 1);
    QVERIFY2(wrong.first().startsWith(path), qPrintable(wrong.first()));
}

/// The table of docs/reliability.md cannot promise what no test shows.
void TestStructure::whatGoesWrongIsTested()
{
    QFile page(ARD_SOURCE_TREE "/docs/reliability.md");
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(page.readAll());
    const QStringList wrong = testsThatAreNotThere(SourceTree(ARD_SOURCE_TREE), text);
    QVERIFY2(wrong.isEmpty(), qPrintable('\n' + wrong.join('\n')));
    QVERIFY(text.count("`tst_") >= 30);
}

void TestStructure::pagesThatNameNoTestAreFound()
{
    QTemporaryDir folder;
    write(folder, "tests/base/tst_a.cpp", licence + "void TestA::works()\n{\n}\n");
    write(folder, "tests/base/tst_b.cpp", licence + "    void works()\n    {\n    }\n");
    const SourceTree tree(folder.path());
    const QString head = "| what | test |\n|---|---|\n";
    QCOMPARE(testsThatAreNotThere(tree, head + "| x | `tst_a::works`, `tst_b::works` |\n"), QStringList());
    QCOMPARE(testsThatAreNotThere(tree, head + "| x | `tst_a::fails` |\n").size(), 1);
    QCOMPARE(testsThatAreNotThere(tree, head + "| x | `tst_c::works` |\n").size(), 1);
    QCOMPARE(testsThatAreNotThere(tree, head + "| x | none |\n").size(), 1);
}

QTEST_GUILESS_MAIN(TestStructure)
#include "tst_structure.moc"
