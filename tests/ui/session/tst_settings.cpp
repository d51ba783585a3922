// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is remembered and what is typed: settings, command lines, the model library, the log.
#include "session/AppSettings.h"
#include "session/CommandLine.h"
#include "session/LogBuffer.h"
#include "session/ModelLibrary.h"
#include "ui/session/TinyModel.h"
#include <QDir>
#include <QLocale>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace ard;
using namespace ard::ui;
using ard::test::modelJson;

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

void writeModel(const QString &folder, const char *name)
{
    writeFile(folder + QStringLiteral("/model.json"), modelJson(name));
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roundTrip();
    void defaultsForNonsense();
    void damagedFiles();
    void twoWindows();
    void changeSignals();
    void recentFiles();
    void ownFile();
    void commandLine_data();
    void commandLine();
    void commandLineErrors();
    void library();
    void textsOfModels();
    void firstModelByLanguage();
    void logIsBounded();
};

void TestSettings::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setApplicationName(QStringLiteral("ardiff-explorer-test"));
}

void TestSettings::roundTrip()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("explorer.ini"));
    {
        AppSettings settings(path);
        settings.theme.set(AppSettings::Theme::Dark);
        settings.engineCommand.set(QStringLiteral("ssh gpu-box \"ardiff\" serve, now; x=1"));
        settings.modelFolders.set({QStringLiteral("/a b"), QStringLiteral("/c,d")});
        settings.lastModel.set(QStringLiteral("/models/tiny"));
        settings.addRecentFile(QStringLiteral("/runs/ä.ardrun"));
        settings.playbackSpeed.set(8);
        settings.looping.set(true);
        settings.colourQuantity.set(AppSettings::ColourQuantity::Entropy);
        settings.windowGeometry.set(QByteArray("\x00\xff\x01", 3));
        settings.windowState.set(QByteArray("state"));
    }
    const AppSettings settings(path);
    QCOMPARE(settings.theme(), AppSettings::Theme::Dark);
    QCOMPARE(settings.engineCommand(), QStringLiteral("ssh gpu-box \"ardiff\" serve, now; x=1"));
    QCOMPARE(settings.modelFolders(), (QStringList{QStringLiteral("/a b"), QStringLiteral("/c,d")}));
    QCOMPARE(settings.lastModel(), QStringLiteral("/models/tiny"));
    QCOMPARE(settings.recentFiles(), QStringList{QStringLiteral("/runs/ä.ardrun")});
    QCOMPARE(settings.playbackSpeed(), 8.0);
    QVERIFY(settings.looping());
    QCOMPARE(settings.colourQuantity(), AppSettings::ColourQuantity::Entropy);
    QCOMPARE(settings.windowGeometry(), QByteArray("\x00\xff\x01", 3));
    QCOMPARE(settings.windowState(), QByteArray("state"));
}

void TestSettings::defaultsForNonsense()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("explorer.ini"));
    writeFile(path,
              "[appearance]\ntheme=Purple\n[playback]\nspeed=1e9\n[plane]\ncolour=17\n[window]\nuiScale=nan\n"
              "[engine]\npatience=ages\n[files]\nrecent=1,2,3,4,5,6,7,8,9,10,11\n");
    const AppSettings settings(path);
    QCOMPARE(settings.theme(), AppSettings::Theme::System);
    QCOMPARE(settings.playbackSpeed(), 4.0);
    QCOMPARE(settings.colourQuantity(), AppSettings::ColourQuantity::Probability);
    QCOMPARE(settings.uiScale(), 1.0);
    QCOMPARE(settings.enginePatience(), AppSettings::kNormalPatience);
    QVERIFY(settings.recentFiles().isEmpty());
    QVERIFY(settings.engineCommand().isEmpty());
}

/// Whatever is in the file: every setting can be used, and a new value is kept.
void TestSettings::damagedFiles()
{
    const QTemporaryDir folder;
    const QByteArray good =
        "[appearance]\ntheme=Dark\nlanguage=de\n[playback]\nspeed=8\nloop=true\n[plane]\n"
        "colour=Entropy\n[window]\nuiScale=1.5\ngeometry=@ByteArray(\\0\\xff)\n[engine]\npatience=60\n"
        "command=\"ssh gpu-box ardiff serve\"\n[files]\nrecent=/a.ardrun, /b.ardrun\n";
    std::mt19937 random(19);
    for (int round = 0; round < 200; ++round) {
        QByteArray bytes = round % 4 == 0 ? good.left(static_cast<qsizetype>(random() % good.size())) : good;
        for (int change = 0; round % 4 != 0 && change <= round % 16; ++change)
            bytes[static_cast<qsizetype>(random() % bytes.size())] = static_cast<char>(random());
        const QString path = folder.filePath(QStringLiteral("%1.ini").arg(round));
        writeFile(path, bytes);
        AppSettings settings(path);
        QVERIFY(settings.playbackSpeed() >= Playback::kMinimumSpeed &&
                settings.playbackSpeed() <= Playback::kMaximumSpeed);
        QVERIFY(settings.uiScale() >= 0.75 && settings.uiScale() <= 2.5);
        QVERIFY(settings.enginePatience() >= AppSettings::kMinimumPatience);
        QVERIFY(QMetaEnum::fromType<AppSettings::Theme>().valueToKey(static_cast<int>(settings.theme())));
        QVERIFY(settings.recentFiles().size() <= AppSettings::kMaxRecentFiles);
        settings.lastModel.set(QStringLiteral("/models/tiny"));
        settings.sync();
        QCOMPARE(settings.lastModel(), QStringLiteral("/models/tiny"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(file.readAll().contains("/models/tiny"), bytes.constData());
    }
}

/// What one window sets is not taken back by another one that was started before.
void TestSettings::twoWindows()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("explorer.ini"));
    AppSettings mine(path);
    mine.theme.set(AppSettings::Theme::Dark);
    mine.addRecentFile(QStringLiteral("/runs/first.ardrun"));
    mine.sync();
    const pid_t other = ::fork();
    if (other == 0) { // a window in a process of its own
        AppSettings its(path);
        its.language.set(QStringLiteral("de"));
        its.playbackSpeed.set(8);
        its.addRecentFile(QStringLiteral("/runs/its.ardrun"));
        its.sync();
        ::_exit(its.recentFiles().size() == 2 ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(::waitpid(other, &status, 0), other);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
    mine.uiScale.set(1.5);
    mine.addRecentFile(QStringLiteral("/runs/mine.ardrun"));
    mine.sync();
    const AppSettings later(path);
    QCOMPARE(later.recentFiles(),
             (QStringList{QStringLiteral("/runs/mine.ardrun"), QStringLiteral("/runs/its.ardrun"),
                          QStringLiteral("/runs/first.ardrun")}));
    QCOMPARE(later.theme(), AppSettings::Theme::Dark);
    QCOMPARE(later.language(), QStringLiteral("de"));
    QCOMPARE(later.playbackSpeed(), 8.0);
    QCOMPARE(later.uiScale(), 1.5);
}

void TestSettings::changeSignals()
{
    const QTemporaryDir folder;
    AppSettings settings(folder.filePath(QStringLiteral("explorer.ini")));
    QSignalSpy theme(&settings.theme, &SettingSignal::changed);
    QSignalSpy speed(&settings.playbackSpeed, &SettingSignal::changed);
    QSignalSpy command(&settings.engineCommand, &SettingSignal::changed);
    QSignalSpy colour(&settings.colourQuantity, &SettingSignal::changed);
    settings.theme.set(AppSettings::Theme::System); // it is already
    settings.theme.set(AppSettings::Theme::Light);
    settings.theme.set(AppSettings::Theme::Light);
    settings.playbackSpeed.set(4);
    settings.playbackSpeed.set(2);
    settings.engineCommand.set(QStringLiteral("x"));
    settings.engineCommand.set(QStringLiteral("x"));
    settings.colourQuantity.set(AppSettings::ColourQuantity::Probability); // it is already
    settings.colourQuantity.set(AppSettings::ColourQuantity::NoiseLevel);
    QCOMPARE(theme.size(), 1);
    QCOMPARE(speed.size(), 1);
    QCOMPARE(command.size(), 1);
    QCOMPARE(colour.size(), 1);
}

void TestSettings::recentFiles()
{
    const QTemporaryDir folder;
    AppSettings settings(folder.filePath(QStringLiteral("explorer.ini")));
    for (int i = 0; i < 14; ++i)
        settings.addRecentFile(QStringLiteral("/runs/%1.ardrun").arg(i));
    QCOMPARE(settings.recentFiles().size(), AppSettings::kMaxRecentFiles);
    QCOMPARE(settings.recentFiles().first(), QStringLiteral("/runs/13.ardrun"));
    settings.addRecentFile(QStringLiteral("/runs/9.ardrun"));
    QCOMPARE(settings.recentFiles().first(), QStringLiteral("/runs/9.ardrun"));
    QCOMPARE(settings.recentFiles().count(QStringLiteral("/runs/9.ardrun")), 1);
    settings.removeRecentFile(QStringLiteral("/runs/9.ardrun"));
    QVERIFY(!settings.recentFiles().contains(QStringLiteral("/runs/9.ardrun")));
}

void TestSettings::ownFile()
{
    const AppSettings settings;
    QVERIFY(settings.filePath().endsWith(QStringLiteral("explorer.ini")));
    QVERIFY(settings.filePath().startsWith(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)));
}

void TestSettings::commandLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *text, const QStringList &words) {
        QTest::newRow(text) << QString::fromUtf8(text) << words;
    };
    row("ssh gpu-box ardiff serve", {"ssh", "gpu-box", "ardiff", "serve"});
    row("  a\t b ", {"a", "b"});
    row("'my folder/ardiff' serve", {"my folder/ardiff", "serve"});
    row("a \"b \\\"c\\\" \\d\" e", {"a", "b \"c\" \\d", "e"});
    row("a\\ b 'it'\\''s' ''", {"a b", "it's", ""});
    row("ssh host 'cd x && ./ardiff serve'", {"ssh", "host", "cd x && ./ardiff serve"});
    row("~/a $HOME *", {"~/a", "$HOME", "*"});
}

void TestSettings::commandLine()
{
    QFETCH(QString, text);
    QFETCH(QStringList, words);
    const auto split = splitCommandLine(text);
    QVERIFY(split);
    QCOMPARE(*split, words);
    QStringList quoted;
    for (const QString &word : words)
        quoted << quoteWord(word);
    QCOMPARE(*splitCommandLine(quoted.join(QLatin1Char(' '))), words);
}

void TestSettings::commandLineErrors()
{
    for (const char *text : {"", "   ", "a 'b", "\"", "''"})
        QVERIFY2(!splitCommandLine(QString::fromLatin1(text)), text);
}

void TestSettings::textsOfModels()
{
    const QTemporaryDir folder;
    writeModel(folder.filePath(QStringLiteral("b/zebra")), "Zebra");
    writeFile(folder.filePath(QStringLiteral("b/zebra/translations.json")), R"({"de": {"task": "Streifen"}})");
    qputenv("ARDIFF_MODELS", folder.filePath(QStringLiteral("b")).toUtf8());
    QLocale::setDefault(QLocale(QStringLiteral("de")));
    ModelLibrary library;
    library.refreshNow();
    QVERIFY(library.find(QStringLiteral("zebra")));
    protocol::ModelSummary zebra = *library.find(QStringLiteral("zebra"));
    const auto task = [&library](const protocol::ModelSummary &of) {
        return library.texts(of).text(QStringLiteral("task"), QStringLiteral("stripes"));
    };
    QCOMPARE(task(zebra), QStringLiteral("Streifen"));
    // An engine elsewhere has the same model in a folder of its own, or another one of that name.
    zebra.folder = "/far/away";
    library.setListed({{zebra}});
    QCOMPARE(task(zebra), QStringLiteral("Streifen"));
    zebra.parameters += 1;
    QCOMPARE(task(zebra), QStringLiteral("stripes"));
    QLocale::setDefault(QLocale::system());
    qunsetenv("ARDIFF_MODELS");
}

void TestSettings::firstModelByLanguage()
{
    const QTemporaryDir folder;
    const auto language = [](const char *code) {
        return QByteArray(modelJson("Verse")).replace(0, 1, QByteArray("{\"languages\": \"") + code + "\",");
    };
    writeModel(folder.filePath(QStringLiteral("b/apple")), "Apple");
    writeModel(folder.filePath(QStringLiteral("b/tiny")), "Tiny");
    writeFile(folder.filePath(QStringLiteral("b/verse/model.json")), language("zh"));
    for (const char *run : {"apple/runs/an_apple", "verse/runs/compare_1_uniform"})
        writeFile(folder.filePath(QStringLiteral("b/%1.ardrun").arg(QLatin1String(run))), "x");
    qputenv("ARDIFF_MODELS", folder.filePath(QStringLiteral("b")).toUtf8());
    ModelLibrary library;
    library.refreshNow();
    const auto firstIn = [&library](const char *locale) {
        QLocale::setDefault(QLocale(QString::fromLatin1(locale)));
        return library.forFirstStart()->name;
    };
    QCOMPARE(firstIn("en_GB"), std::string("Tiny"));
    QCOMPARE(firstIn("de"), std::string("Tiny"));
    QCOMPARE(firstIn("zh_CN"), std::string("Verse"));
    QCOMPARE(library.exampleRuns().first().model, QStringLiteral("Verse"));
    QCOMPARE(library.exampleComparisons().first().model, QStringLiteral("Verse"));
    writeFile(folder.filePath(QStringLiteral("b/verse/model.json")), language("en"));
    library.refreshNow();
    QCOMPARE(firstIn("en_GB"), std::string("Tiny")); // several write English
    QLocale::setDefault(QLocale::system());
    qunsetenv("ARDIFF_MODELS");
}

/// All of the request, whatever parameters there are: none is left behind, and no default of a model replaces one.
void TestSettings::library()
{
    const QTemporaryDir folder;
    writeModel(folder.filePath(QStringLiteral("b/zebra")), "Zebra");
    writeModel(folder.filePath(QStringLiteral("b/apple")), "Apple");
    writeFile(folder.filePath(QStringLiteral("b/broken/model.json")), "{\"format\": 1");
    QDir().mkpath(folder.filePath(QStringLiteral("b/empty")));
    qputenv("ARDIFF_MODELS", folder.filePath(QStringLiteral("b")).toUtf8());
    ModelLibrary library;
    QVERIFY(library.searchFolders().contains(QFileInfo(folder.filePath(QStringLiteral("b"))).canonicalFilePath()));
    QSignalSpy changed(&library, &ModelLibrary::modelsChanged);
    library.refreshNow();
    QCOMPARE(changed.size(), 1);
    QVERIFY(library.find(QStringLiteral("apple")));
    QVERIFY(library.find(folder.filePath(QStringLiteral("b/zebra/"))));
    QVERIFY(!library.find(QStringLiteral("nothing")));
    QVERIFY(!library.find(QString()));
    QCOMPARE(library.problems().size(), 1);
    QVERIFY(library.problems().first().contains(QStringLiteral("broken")));
    const auto mine = [&library] { // the bundled models may have some, too
        QList<ExampleRun> runs;
        for (const ExampleRun &run : library.exampleRuns())
            if (run.model == QStringLiteral("Zebra"))
                runs << run;
        return runs;
    };
    QVERIFY(mine().isEmpty());
    writeFile(folder.filePath(QStringLiteral("b/zebra/runs/long_sentence.ardrun")), "x");
    writeFile(folder.filePath(QStringLiteral("b/zebra/runs/a_failure.ardrun")), "x");
    writeFile(folder.filePath(QStringLiteral("b/zebra/runs/notes.txt")), "x");
    library.refreshNow();
    QCOMPARE(mine().size(), 2);
    QCOMPARE(mine().last().title, QStringLiteral("a failure")); // what a model does well comes first
    QVERIFY(mine().first().path.endsWith(QStringLiteral("zebra/runs/long_sentence.ardrun")));
    changed.clear();

    writeModel(folder.filePath(QStringLiteral("extra")), "Extra");
    library.setExtraFolders(
        {folder.filePath(QStringLiteral("extra")), folder.filePath(QStringLiteral("b")), QStringLiteral("/nowhere")});
    QVERIFY(changed.wait());
    QVERIFY(library.find(QStringLiteral("extra"))); // a folder that is a model itself
    int apples = 0;
    for (const auto &model : library.models())
        apples += model.name == "Apple";
    QCOMPARE(apples, 1); // found twice, listed once
    qunsetenv("ARDIFF_MODELS");
}

void TestSettings::logIsBounded()
{
    LogBuffer log(3);
    QSignalSpy dropped(&log, &LogBuffer::droppedFirst);
    for (int i = 0; i < 5; ++i)
        log.append(QStringLiteral("info"), QStringLiteral("line %1").arg(i));
    QCOMPARE(log.size(), 3);
    QCOMPARE(dropped.size(), 2);
    QCOMPARE(log.line(0).text, QStringLiteral("line 2"));
    log.append({}, QString(100'000, QLatin1Char('x')));
    QVERIFY(log.line(2).text.size() <= 4000);
    log.clear();
    QCOMPARE(log.size(), 0);
    QVERIFY(log.allText().isEmpty());
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
