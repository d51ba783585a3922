// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the board out of the window: kinds of files and their sizes, what is in them, several lanes, and a place
// that cannot be written.
#include "shell/FileQuestions.h"
#include "shell/PictureDialog.h"
#include "shell/PictureExport.h"
#include "trace/RunCommand.h"
#include "ui/RunFeeder.h"
#include "ui/shell/WindowFixture.h"
#include "views/engine/Banner.h"
#include "views/page/PageOfBoard.h"
#include <QComboBox>
#include <QDockWidget>
#include <QImage>
#include <QSignalSpy>
#include <csignal>
#include <sys/resource.h>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;

class TestPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { fileQuestions() = m_questions; }
    void aDrawingHasItsTextsAsText();
    void kindsAndSizes();
    void titlesAndChartsAreThoseOfTheWindow();
    void nothingAheadOfTheMoment();
    void allLanesWithTheirCommands();
    void aPlanAndAnEmptyBoard();
    void theWindowsTones();
    void aViewAlone();
    void theQuestionAsItIsPut();
    void cancelledQuestionsWriteNothing();
    void aFailureIsOneSentenceAndKeepsTheFile();

private:
    enum Size { Slide, Page, Screen };
    static bool exportTo(WindowFixture &f, const QString &path, Size size);
    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static PageState pageOf(WindowFixture &f)
    {
        PageLook look;
        look.font.setPixelSize(14);
        return pageOfBoard(*f.session().board(), *f.session().cursor(), look);
    }

    FileQuestions m_questions = fileQuestions();
};

bool TestPictures::exportTo(WindowFixture &f, const QString &path, Size size)
{
    fileQuestions().picture = [size](QWidget *, const PictureQuestion &) {
        return std::optional(PictureChoice{0, size});
    };
    fileQuestions().saveName = [path](QWidget *, const SaveQuestion &) { return path; };
    fileQuestions().mayReplace = [](QWidget *, const QString &) { return true; };
    QSignalSpy written(f.window().findChild<PictureExport *>(), &PictureExport::written);
    f.actions().exportPlane->trigger();
    const bool answered = written.wait(WindowFixture::kWait);
    if (const QString folder = qEnvironmentVariable("ARD_TEST_PICTURES"); !folder.isEmpty())
        QFile::copy(path, QDir(folder).filePath(QFileInfo(path).fileName()));
    return answered;
}

void TestPictures::aDrawingHasItsTextsAsText()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    QVERIFY(exportTo(f, f.path(QStringLiteral("a.svg")), Slide));
    const QByteArray text = bytes(f.path(QStringLiteral("a.svg")));
    const Run *run = f.session().cursor()->run();
    QList<QByteArray> parts{"<svg",
                            "viewBox=\"0 0 1280 720\"",
                            "timestep t",
                            "199",
                            "where every token is now",
                            "not reached",
                            "Source: name[Blue Spice]",
                            "ardiff generate --model models/",
                            "--seed",
                            run->labelAt(20, 0).toUtf8()};
    for (const QByteArray &part : parts)
        QVERIFY2(text.contains(part), part.constData());
}

void TestPictures::kindsAndSizes()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    QVERIFY(exportTo(f, f.path(QStringLiteral("a b")), Page)); // gets its suffix
    QCOMPARE(QImage(f.path(QStringLiteral("a b.png"))).size(), QSize(3200, 2000));
    QVERIFY(exportTo(f, f.path(QStringLiteral("c.PNG")), Screen));
    QCOMPARE(QImage(f.path(QStringLiteral("c.PNG"))).size(), f.window().size() * 2);
    QVERIFY(exportTo(f, f.path(QStringLiteral("d.pdf")), Slide));
    QVERIFY(bytes(f.path(QStringLiteral("d.pdf"))).contains("/MediaBox [0 0 960"));
}

void TestPictures::titlesAndChartsAreThoseOfTheWindow()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    LaneChanges changes;
    changes.seed = 7;
    f.session().board()->add()->setChanges(changes);
    QVERIFY(f.runToTheEnd());
    const Run *other = f.session().board()->at(1)->run();
    QVERIFY(other && QTest::qWaitFor([other] { return !other->isLive(); }, WindowFixture::kWait));
    for (const bool open : {false, true}) {
        for (const char *id : {"settleDock", "curvesDock", "differenceDock"})
            f.window().docks()->dock(QString::fromLatin1(id))->setVisible(open && id[0] == 's');
        const QString path = f.path(open ? QStringLiteral("open.svg") : QStringLiteral("closed.svg"));
        QVERIFY(exportTo(f, path, Page));
        QVERIFY(bytes(path).contains(">seed 7 · ")); // what differs comes first, as over the lane
        QCOMPARE(bytes(path).contains("settled in model call"), open);
    }
}

void TestPictures::nothingAheadOfTheMoment()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.session().playback()->seek(5);
    PageLane lane = pageOf(f).lanes.at(0);
    QCOMPARE(lane.plane.shownCalls, 5);
    QCOMPARE(lane.plane.knownCalls(), 5);
    QVERIFY(lane.subtitle.startsWith(QStringLiteral("model call 5 of 20")));
    QCOMPARE(lane.words.size(), 12UL);
    QCOMPARE(lane.words[3].text, f.session().cursor()->run()->labelAt(5, 3));
    for (const StripWord &word : lane.words)
        QVERIFY(word.settledByWord == 0); // known at the end only
}

void TestPictures::allLanesWithTheirCommands()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    const test::RunFeeder feeder(12, 200, 10, 77);
    Run other(feeder.request());
    feeder.all(other);
    Lane *second = f.session().board()->add();
    second->setTitle(QStringLiteral("B"));
    second->film()->setRun(&other);
    const PageState page = pageOf(f);
    QCOMPARE(page.lanes.size(), 2UL);
    QVERIFY(page.lanes[1].title.startsWith(QStringLiteral("B · ")));
    QCOMPARE(page.lanes[1].plane.shownCalls, 10);
    QCOMPARE(page.recipe.filter(QStringLiteral("Source: ")).size(), 1); // both were given the same
    QCOMPARE(page.recipe.filter(QStringLiteral("ardiff generate ")).size(), 2);
    QCOMPARE(page.recipe.filter(QStringLiteral("--seed 77")).size(), 1);
    QVERIFY(exportTo(f, f.path(QStringLiteral("two.svg")), Page));
    const QByteArray text = bytes(f.path(QStringLiteral("two.svg")));
    QVERIFY(text.contains("model call 20 of 20") && text.contains("model call 10 of 10"));
    second->film()->setRun(nullptr);
}

void TestPictures::aPlanAndAnEmptyBoard()
{
    WindowFixture f;
    PageState empty = pageOf(f); // no model, no plan
    QCOMPARE(empty.lanes.size(), 1UL);
    QVERIFY(empty.recipe.isEmpty());
    QVERIFY(exportTo(f, f.path(QStringLiteral("empty.png")), Slide));
    QVERIFY(f.startEngine());
    const PageState plan = pageOf(f);
    QVERIFY(plan.lanes[0].plane.preview && plan.legend.preview);
    QCOMPARE(plan.lanes[0].plane.layout.positions(), 12);
    QVERIFY(plan.lanes[0].words.empty());
    QVERIFY(exportTo(f, f.path(QStringLiteral("plan.svg")), Slide));
    QVERIFY(bytes(f.path(QStringLiteral("plan.svg"))).contains("model calls: 20"));
}

void TestPictures::theWindowsTones()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    for (QAction *theme : {f.actions().themeDark, f.actions().themeLight}) {
        theme->trigger();
        const QString path = f.path(theme->objectName() + QStringLiteral(".png"));
        QVERIFY(exportTo(f, path, Slide));
        const Tones &tones = theme == f.actions().themeDark ? darkTones() : lightTones();
        QCOMPARE(QImage(path).pixelColor(3, 3), tones.surface);
    }
}

void TestPictures::aViewAlone()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    QDockWidget *traces = f.window().docks()->dock(QStringLiteral("tracesDock"));
    traces->show();
    traces->raise();
    QVERIFY(QTest::qWaitForWindowExposed(&f.window()));
    PictureQuestion asked;
    const auto pictureOf = [&](const QString &title, PictureChoice::Colours colours, const QString &name) {
        fileQuestions().picture = [&, title, colours](QWidget *, const PictureQuestion &question) {
            asked = question;
            int view = 0;
            while (question.views.value(view).title != title)
                ++view;
            return std::optional(PictureChoice{view, Slide, colours});
        };
        fileQuestions().saveName = [path = f.path(name)](QWidget *, const SaveQuestion &) { return path; };
        QSignalSpy written(f.window().findChild<PictureExport *>(), &PictureExport::written);
        f.actions().exportPlane->trigger();
        return written.wait(WindowFixture::kWait) ? bytes(f.path(name)) : QByteArray();
    };
    const QByteArray drawing =
        pictureOf(traces->windowTitle(), PictureChoice::Colours::Window, QStringLiteral("t.svg"));
    QVERIFY(drawing.contains(">Word traces<") && drawing.contains("ardiff generate "));
    QVERIFY(!drawing.contains("timestep t")); // no plane
    QVERIFY(!drawing.contains("<image"));     // drawn, not taken from the screen
    for (const PictureQuestion::View &view : asked.views)
        QVERIFY2(view.title != QStringLiteral("Runs") && view.title != QStringLiteral("Sentence"),
                 qPrintable(view.title));
    QVERIFY(!pictureOf(traces->windowTitle(), PictureChoice::Colours::Dark, QStringLiteral("t.png")).isEmpty());
    QCOMPARE(QImage(f.path(QStringLiteral("t.png"))).pixelColor(3, 3), darkTones().surface);

    const QString card = f.window().docks()->dock(QStringLiteral("cardDock"))->windowTitle();
    QVERIFY(pictureOf(card, PictureChoice::Colours::Window, QStringLiteral("card.svg")).contains("<image"));
}

void TestPictures::theQuestionAsItIsPut()
{
    PictureQuestion question{{{QStringLiteral("page")}, {QStringLiteral("card"), false}, {QStringLiteral("traces")}},
                             2,
                             {{QStringLiteral("small"), {10, 10}}, {QStringLiteral("large"), {20, 20}}}};
    PictureDialog dialog(question, nullptr);
    QCOMPARE(dialog.choice().view, 2);
    dialog.sizes()->setCurrentIndex(1);
    dialog.colours()->setCurrentIndex(2);
    QCOMPARE(dialog.choice().size, 1);
    QVERIFY(dialog.choice().colours == PictureChoice::Colours::Dark);
    dialog.views()->setCurrentIndex(1); // taken from the screen
    QVERIFY(!dialog.colours()->isEnabled());
    QVERIFY(dialog.choice().colours == PictureChoice::Colours::Window);
    QVERIFY(!dialog.colours()->toolTip().isEmpty());
    dialog.views()->setCurrentIndex(0);
    QVERIFY(dialog.colours()->isEnabled() && dialog.colours()->count() == 3);
}

void TestPictures::cancelledQuestionsWriteNothing()
{
    WindowFixture f;
    bool asked = false;
    fileQuestions().picture = [](QWidget *, const PictureQuestion &) { return std::optional<PictureChoice>(); };
    fileQuestions().saveName = [&asked](QWidget *, const SaveQuestion &) {
        asked = true;
        return QString();
    };
    f.actions().exportPlane->trigger();
    QVERIFY(!asked);
    fileQuestions().picture = [](QWidget *, const PictureQuestion &) { return std::optional(PictureChoice{}); };
    QSignalSpy written(f.window().findChild<PictureExport *>(), &PictureExport::written);
    f.actions().exportPlane->trigger();
    QVERIFY(asked);
    QCoreApplication::processEvents();
    QCOMPARE(written.size(), 0);
}

void TestPictures::aFailureIsOneSentenceAndKeepsTheFile()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    QVERIFY(exportTo(f, f.path(QStringLiteral("none/a.png")), Slide));
    const QString sentence = f.central().banner()->text();
    QVERIFY2(sentence.startsWith(QStringLiteral("The picture ")) && sentence.contains(QStringLiteral("none/a.png")),
             qPrintable(sentence));

    const QString kept = f.path(QStringLiteral("kept.png"));
    QVERIFY(exportTo(f, kept, Slide));
    QVERIFY(f.central().banner()->text().isEmpty()); // it has succeeded meanwhile
    const QByteArray before = bytes(kept);
    // Like a full disk, which also stops the superuser.
    std::signal(SIGXFSZ, SIG_IGN);
    struct rlimit limit { };
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    struct rlimit small = limit;
    small.rlim_cur = 1000;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const bool answered = exportTo(f, kept, Page);
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    QVERIFY(answered);
    QVERIFY(f.central().banner()->text().contains(QStringLiteral("kept.png")));
    QCOMPARE(bytes(kept), before);
    QCOMPARE(QDir(f.path({})).entryList({QStringLiteral("kept*")}).size(), 1);
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
