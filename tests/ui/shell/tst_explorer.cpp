// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The program from outside: exit status, what it says, the picture it leaves.
#include "diffusion/ScheduleText.h"
#include "paint/ColorMap.h"
#include "session/CommandLine.h"
#include "support/fake_engine/FakeRun.h"
#include "trace/RunFile.h"
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <set>

using namespace ard;

namespace {

/// The share of a picture that has a colour in which the plane shows probabilities.
double shareOfPlaneColors(const QImage &image)
{
    std::set<QRgb> colors;
    for (const std::uint32_t color : ui::tables::kViridis)
        colors.insert(QRgb(color) & 0xffffff);
    qsizetype found = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            found += qsizetype(colors.count(image.pixel(x, y) & 0xffffff));
    return double(found) / std::max(1, image.width() * image.height());
}

} // namespace

class TestExplorer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void help();
    void answersInTheLanguageAskedFor();
    void withoutADisplay_data();
    void withoutADisplay();
    void pictureWithoutADisplay();
    void unknownModel_data();
    void unknownModel();
    void endedFromOutside();
    void wrongUsage_data();
    void wrongUsage();
    void runAndPicture();
    void compareAndPicture();
    void openWithoutAnEngine();
    void exportsWithoutADisplay();
    void failures_data();
    void failures();

private:
    int start(const QStringList &arguments, const QString &switches = {}, bool withModel = true,
              bool withDisplay = true);

    QProcessEnvironment environment(bool withModel, bool withDisplay) const;

    QStringList sentences() const; ///< what the program said on standard error in its own name

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_output, m_error;
};

void TestExplorer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QDir(m_folder->path()).mkpath(QStringLiteral("models/tiny"));
    QFile file(m_folder->filePath(QStringLiteral("models/tiny/model.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"format": 1, "name": "Tiny", "architecture": {"vocabulary": 25}, "diffusion": {"length": 12, "diffusion_steps": 200}})");
}

QProcessEnvironment TestExplorer::environment(bool withModel, bool withDisplay) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!withDisplay)
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QLatin1String(name));
    environment.insert(QStringLiteral("HOME"), m_folder->path());
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_folder->path());
    environment.insert(QStringLiteral("ARDIFF_MODELS"),
                       m_folder->filePath(withModel ? QStringLiteral("models") : QStringLiteral("none")));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    return environment;
}

int TestExplorer::start(const QStringList &arguments, const QString &switches, bool withModel, bool withDisplay)
{
    QProcess process;
    process.setProcessEnvironment(environment(withModel, withDisplay));
    const QString engine = ui::quoteWord(QStringLiteral(ARD_FAKE_ENGINE)) + u' ' + switches;
    process.start(QStringLiteral(ARD_EXPLORER), QStringList{QStringLiteral("--engine"), engine} + arguments);
    if (!process.waitForFinished(60'000))
        return -1;
    m_output = QString::fromUtf8(process.readAllStandardOutput());
    m_error = QString::fromUtf8(process.readAllStandardError());
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
}

QStringList TestExplorer::sentences() const
{
    const QString name = QStringLiteral("ardiff-explorer: ");
    QStringList found;
    for (const QString &line : m_error.split(u'\n'))
        if (line.startsWith(name))
            found << line.mid(name.size());
    return found;
}

void TestExplorer::answersInTheLanguageAskedFor()
{
    const QString language = QStringLiteral("--language");
    QCOMPARE(start({language, QStringLiteral("zh_CN"), QStringLiteral("--help")}), 0);
    QVERIFY2(m_output.contains(QStringLiteral("打开运行记录或全部栏。")), qPrintable(m_output));
    // Half of it is Qt's own.
    QVERIFY2(m_output.contains(QStringLiteral("选项")), qPrintable(m_output));
    const QStringList pink{QStringLiteral("--theme"), QStringLiteral("pink"), language, QStringLiteral("de")};
    QCOMPARE(start(pink), 2);
    QCOMPARE(sentences(), QStringList{QStringLiteral("--theme ist light, dark oder system, nicht pink")});
}

void TestExplorer::help()
{
    QCOMPARE(start({QStringLiteral("--help")}), 0);
    for (const char *option :
         {"--model", "--open", "--source", "--run", "--screenshot", "--quit", "--engine", "--language"})
        QVERIFY2(m_output.contains(QLatin1String(option)), option);
}

void TestExplorer::withoutADisplay_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");
    QTest::newRow("help") << QStringLiteral("--help") << 0 << QStringLiteral("--screenshot");
    QTest::newRow("short help") << QStringLiteral("-h") << 0 << QStringLiteral("--screenshot");
    QTest::newRow("all help") << QStringLiteral("--help-all") << 0 << QStringLiteral("--screenshot");
    QTest::newRow("version") << QStringLiteral("--version") << 0 << QStringLiteral("ardiff-explorer ");
    QTest::newRow("nonsense") << QStringLiteral("--nonsense") << 2 << QStringLiteral("nonsense");
    QTest::newRow("a window") << QStringLiteral("--run") << 1 << QStringLiteral("display");
}

void TestExplorer::withoutADisplay()
{
    QFETCH(QString, argument);
    QFETCH(int, status);
    QFETCH(QString, said);
    QCOMPARE(start({argument}, {}, true, false), status);
    QVERIFY2((status == 0 ? m_output : m_error).contains(said), qPrintable(m_output + m_error));
}

void TestExplorer::pictureWithoutADisplay()
{
    const QString picture = m_folder->filePath(QStringLiteral("window.png"));
    QCOMPARE(start({QStringLiteral("--screenshot"), picture, QStringLiteral("--quit")}, {}, true, false), 0);
    QVERIFY(!QImage(picture).isNull());
}

void TestExplorer::unknownModel_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("runs");
    for (const bool runs : {false, true}) {
        QTest::addRow("name, %d", runs) << QStringLiteral("nosuch") << runs;
        QTest::addRow("folder, %d", runs) << QStringLiteral("/nonexistent") << runs;
    }
}

void TestExplorer::unknownModel()
{
    // The engine beside the program: what is no folder here is none for it either.
    QFETCH(QString, model);
    QFETCH(bool, runs);
    QProcess process;
    process.setProcessEnvironment(environment(true, true));
    process.start(QStringLiteral(ARD_EXPLORER),
                  QStringList{QStringLiteral("--model"), model, QStringLiteral("--quit")} +
                      (runs ? QStringList{QStringLiteral("--run")} : QStringList()));
    QVERIFY(process.waitForFinished(60'000));
    const QString said = QString::fromUtf8(process.readAllStandardError());
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(said.count(QStringLiteral("ardiff-explorer: ")), 1);
    QVERIFY2(said.contains(model) && !said.contains(QStringLiteral("--model")), qPrintable(said));
}

void TestExplorer::endedFromOutside()
{
    const QString settings = m_folder->filePath(QStringLiteral("ardiff-explorer/explorer.ini"));
    QProcess process;
    process.setProcessEnvironment(environment(true, true));
    process.start(QStringLiteral(ARD_EXPLORER),
                  {QStringLiteral("--engine"), ui::quoteWord(QStringLiteral(ARD_FAKE_ENGINE)),
                   QStringLiteral("--model"), QStringLiteral("tiny")});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(settings), 60'000); // the model that was chosen
    process.terminate();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 128 + SIGTERM);
    QFile file(settings);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("geometry="));
}

void TestExplorer::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QStringList &arguments, const QString &sentence) {
        QTest::newRow(name) << arguments << sentence;
    };
    row("unknown option", {QStringLiteral("--nonsense")}, QStringLiteral("Unknown option 'nonsense'."));
    row("language", {QStringLiteral("--language"), QStringLiteral("fr")},
        QStringLiteral("--language is en, de or zh_CN, not fr"));
    row("theme", {QStringLiteral("--theme"), QStringLiteral("pink")},
        QStringLiteral("--theme is light, dark or system, not pink"));
    row("scale", {QStringLiteral("--scale"), QStringLiteral("99")},
        QStringLiteral("--scale is a number from 0.75 to 2.5, not 99"));
    row("timeout", {QStringLiteral("--timeout"), QStringLiteral("soon")},
        QStringLiteral("--timeout is a number of seconds from 1 to 86400, not soon"));
    row("two files", {QStringLiteral("a.ardrun"), QStringLiteral("b.ardrun")},
        QStringLiteral("One recorded run can be opened at the start"));
    row("kind of a lane", {QStringLiteral("--compare"), QStringLiteral("uniform,sideways")},
        QString::fromStdString(parseTimestepSchedule("sideways", {}).error().message));
    row("too many lanes",
        {QStringLiteral("--compare"),
         QStringLiteral("uniform,uniform,uniform,uniform,uniform,uniform,uniform,uniform,uniform")},
        QStringLiteral("A comparison has 1 to 8 timestep schedules, not 9"));
    row("layout", {QStringLiteral("--layout"), QStringLiteral("round")},
        QStringLiteral("--layout is one of standard, lecture, compare, student, research, not round"));
}

void TestExplorer::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    QCOMPARE(start(arguments), 2);
    QCOMPARE(sentences(), QStringList{sentence});
}

void TestExplorer::runAndPicture()
{
    const QString picture = m_folder->filePath(QStringLiteral("window.png"));
    QCOMPARE(
        start({QStringLiteral("--model"), QStringLiteral("tiny"), QStringLiteral("--source"), QStringLiteral("a b"),
               QStringLiteral("--run"), QStringLiteral("--screenshot"), picture, QStringLiteral("--quit")}),
        0);
    const QImage image(picture);
    QVERIFY(image.width() >= 1000 && image.height() >= 600);
    const double filled = shareOfPlaneColors(image);
    QVERIFY2(filled > 0.1, qPrintable(QString::number(filled)));
    // Without a run the plane is empty.
    QCOMPARE(start({QStringLiteral("--model"), QStringLiteral("tiny"), QStringLiteral("--screenshot"), picture,
                    QStringLiteral("--quit")}),
             0);
    QVERIFY(shareOfPlaneColors(QImage(picture)) < filled / 4);
}

void TestExplorer::compareAndPicture()
{
    const QString picture = m_folder->filePath(QStringLiteral("lanes.png"));
    QCOMPARE(
        start({QStringLiteral("--model"), QStringLiteral("tiny"), QStringLiteral("--source"), QStringLiteral("a b"),
               QStringLiteral("--compare"), QStringLiteral("uniform,lagged:50,ar-diffusion:1"), QStringLiteral("--run"),
               QStringLiteral("--screenshot"), picture, QStringLiteral("--quit")}),
        0);
    const QImage image(picture);
    const int third = image.width() / 3;
    for (int lane = 0; lane < 3; ++lane) { // all had ended when the picture was taken
        const double filled = shareOfPlaneColors(image.copy(lane * third, 0, third, image.height()));
        QVERIFY2(filled > 0.1, qPrintable(QStringLiteral("lane %1: %2").arg(lane).arg(filled)));
    }
}

void TestExplorer::openWithoutAnEngine()
{
    const QString file = m_folder->filePath(QStringLiteral("one.ardrun")),
                  picture = m_folder->filePath(QStringLiteral("window.png"));
    GenerationRequest request;
    request.schedule.length = 12;
    request.schedule.diffusionSteps = 200;
    QVERIFY(saveRun(fake::FakeRun::make(request, 12, 200)->record(20), file.toStdString()).has_value());
    QCOMPARE(start({QStringLiteral("--open"), file, QStringLiteral("--screenshot"), picture, QStringLiteral("--quit")},
                   QStringLiteral("--die-at-start"), false),
             0);
    QVERIFY(shareOfPlaneColors(QImage(picture)) > 0.1);
}

void TestExplorer::exportsWithoutADisplay()
{
    const QString file = m_folder->filePath(QStringLiteral("one.ardrun"));
    GenerationRequest request;
    request.schedule.length = 12;
    request.schedule.diffusionSteps = 200;
    QVERIFY(saveRun(fake::FakeRun::make(request, 12, 200)->record(20), file.toStdString()).has_value());
    const auto path = [this](const char *name) { return m_folder->filePath(QString::fromLatin1(name)); };
    // One option, more files behind it, and again; it quits by itself.
    QCOMPARE(start({QStringLiteral("--open"), file, QStringLiteral("--export"), path("a.svg"), path("a.csv"),
                    path("a.html"), QStringLiteral("--export"), path("a.json"), path("a.gif")},
                   QStringLiteral("--die-at-start"), false, false),
             0);
    QCOMPARE(m_error, QString());
    const std::vector<std::pair<const char *, QByteArray>> beginnings{{"a.svg", "<?xml"},
                                                                      {"a.csv", "lane,schedule,"},
                                                                      {"a.html", "<!DOCTYPE html>"},
                                                                      {"a.json", "{\n \"format\""},
                                                                      {"a.gif", "GIF89a"}};
    for (const auto &[name, beginning] : beginnings) {
        QFile written(path(name));
        QVERIFY2(written.open(QIODevice::ReadOnly) && written.readAll().startsWith(beginning), name);
    }
    QCOMPARE(start({QStringLiteral("--open"), file, QStringLiteral("--export"), path("a.tiff")}, {}, false, false), 2);
    QCOMPARE(m_error.trimmed(),
             QStringLiteral("ardiff-explorer: An export is a .png, .svg, .pdf, .gif, .html, .csv or .json file"));
    QCOMPARE(start({QStringLiteral("--open"), file, QStringLiteral("--export"), path("none/a.csv")}, {}, false, false),
             1);
    QCOMPARE(m_error.trimmed().count(QLatin1Char('\n')), 0);
    QVERIFY2(m_error.contains(QLatin1String("its folder does not exist")), qPrintable(m_error));
    QCOMPARE(start({QStringLiteral("--export"), path("b.html")}, {}, true, false), 1); // nothing ran
    QVERIFY2(m_error.contains(QLatin1String("There is no run to export yet")), qPrintable(m_error));
}

void TestExplorer::failures_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("switches");
    QTest::addColumn<bool>("withModel");
    QTest::addColumn<QString>("sentence"); // a regular expression
    const QStringList run{QStringLiteral("--model"), QStringLiteral("tiny"),  QStringLiteral("--source"),
                          QStringLiteral("a b"),     QStringLiteral("--run"), QStringLiteral("--quit")};
    QTest::newRow("no file") << QStringList{QStringLiteral("--open"), QStringLiteral("gone.ardrun"),
                                            QStringLiteral("--quit")}
                             << QString() << true
                             << QStringLiteral("gone\\.ardrun was not opened: .*No such file or directory");
    // A model that this machine has not is the engine's to find.
    QTest::newRow("no such model") << QStringList{QStringLiteral("--model"),  QStringLiteral("gone"),
                                                  QStringLiteral("--source"), QStringLiteral("a b"),
                                                  QStringLiteral("--run"),    QStringLiteral("--quit")}
                                   << QStringLiteral("--refuse-load") << false
                                   << QStringLiteral("The weights of gone are cut short");
    QTest::newRow("no source text") << QStringList{QStringLiteral("--model"), QStringLiteral("gone"),
                                                   QStringLiteral("--run"), QStringLiteral("--quit")}
                                    << QString() << false << QStringLiteral("Type a source text first");
    QTest::newRow("engine dies") << run << QStringLiteral("--die-at-start") << true
                                 << QStringLiteral("The engine stopped with exit status 4: .*no device of that name");
    QTest::newRow("engine crashes in the run")
        << run << QStringLiteral("--crash-after 3") << true
        << QStringLiteral("interrupted after 3 of 20 calls: The engine stopped: it was killed \\(signal 9; .*\\)");
    QTest::newRow("model is refused") << run << QStringLiteral("--refuse-load") << true
                                      << QStringLiteral("The weights of .*tiny are cut short");
    QTest::newRow("too slow") << run + QStringList{QStringLiteral("--timeout"), QStringLiteral("1")}
                              << QStringLiteral("--delay 20000") << true
                              << QStringLiteral("Nothing came of it within 1 seconds: .*");
    QTest::newRow("picture cannot be written")
        << run + QStringList{QStringLiteral("--screenshot"), QStringLiteral("/does/not/exist.png")} << QString() << true
        << QStringLiteral("The picture /does/not/exist\\.png could not be written: No such file or directory");
}

void TestExplorer::failures()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, switches);
    QFETCH(bool, withModel);
    QFETCH(QString, sentence);
    QCOMPARE(start(arguments, switches, withModel), 1);
    QCOMPARE(sentences().size(), 1);
    const QRegularExpression expected(QRegularExpression::anchoredPattern(sentence));
    QVERIFY2(expected.match(sentences().first()).hasMatch(), qPrintable(sentences().first()));
}

QTEST_GUILESS_MAIN(TestExplorer)
#include "tst_explorer.moc"
