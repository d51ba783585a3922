// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page that plays runs in a browser: one file that asks for nothing, readable without scripts, the same bytes each time.
#include "shell/PictureExport.h"
#include "ui/RunFeeder.h"
#include "ui/shell/WindowFixture.h"
#include "views/player/PlayerOfBoard.h"
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;

class TestPlayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { fileQuestions() = m_questions; }
    void asksForNothing();
    void whatAReaderSeesWithoutScripts();
    void dataOfEveryStep();
    void hostileWords();
    void severalLanes();
    void longRunsAreThinned();
    void action();
    void aFailureKeepsTheFile();

private:
    static Run *add(Session &session, Lane *lane, const test::RunFeeder &feeder, int frames)
    {
        Run *run = session.runs()->add(new Run(feeder.request()));
        feeder.begin(*run);
        feeder.append(*run, frames);
        lane->film()->setRun(run);
        return run;
    }
    static QJsonObject dataOf(const QByteArray &page)
    {
        static const QRegularExpression data(
            QStringLiteral("<script type=\"application/json\" id=\"data\">(.*?)</script>"),
            QRegularExpression::DotMatchesEverythingOption);
        return QJsonDocument::fromJson(data.match(QString::fromUtf8(page)).captured(1).toUtf8()).object();
    }

    FileQuestions m_questions = fileQuestions();
};

void TestPlayer::asksForNothing()
{
    WindowFixture f;
    add(f.session(), f.session().board()->at(0), test::RunFeeder(12, 200, 10), 10);
    const QByteArray page = playerPage(*playerOfBoard(f.session()));
    QCOMPARE(page, playerPage(*playerOfBoard(f.session()))); // no date, no chance
    QVERIFY2(page.size() > 5'000 && page.size() < 60'000, QByteArray::number(page.size()).constData());
    for (const char *part :
         {"http:", "https:", " src=", "@import", "url(", "<link", "fetch(", "XMLHttpRequest", "@TITLE"})
        QVERIFY2(!page.contains(part), part);
    // What the policy of the page lets run is what stands in it.
    const QString text = QString::fromUtf8(page);
    for (const char *kind : {"style", "script"}) {
        const QString name = QString::fromLatin1(kind);
        const qsizetype begin = text.lastIndexOf(QStringLiteral("<%1>").arg(name)) + name.size() + 2;
        const QString body = text.mid(begin, text.indexOf(QStringLiteral("</%1>").arg(name), begin) - begin);
        const QByteArray hash = QCryptographicHash::hash(body.toUtf8(), QCryptographicHash::Sha256).toBase64();
        QVERIFY2(page.contains(name.toUtf8() + "-src 'sha256-" + hash + "'"), kind);
    }
    QVERIFY(page.contains("default-src 'none'"));
}

void TestPlayer::whatAReaderSeesWithoutScripts()
{
    WindowFixture f;
    Run *run = add(f.session(), f.session().board()->at(0), test::RunFeeder(12, 200, 10), 7);
    const QByteArray page = playerPage(*playerOfBoard(f.session()));
    QCOMPARE(page.count("<tr><td"), 7); // the calls there are
    QVERIFY(page.contains("name[Blue Spice]") && page.contains("ardiff generate --model models/"));
    QVERIFY(page.contains(run->textAt(7).toHtmlEscaped().toUtf8()));
    QVERIFY(page.contains("id=\"player\" hidden") && page.contains("id=\"steps\" open"));
}

void TestPlayer::dataOfEveryStep()
{
    WindowFixture f;
    Run *run = add(f.session(), f.session().board()->at(0), test::RunFeeder(12, 200, 10), 10);
    const QJsonObject data = dataOf(playerPage(*playerOfBoard(f.session())));
    const QJsonObject lane = data[QStringLiteral("lanes")].toArray().at(0).toObject();
    QCOMPARE(lane[QStringLiteral("letter")].toString(), QString()); // it is alone
    QCOMPARE(lane[QStringLiteral("calls")].toArray().size(), 11);
    const QJsonArray fronts = lane[QStringLiteral("fronts")].toArray(), words = data[QStringLiteral("words")].toArray();
    const QByteArray shares = QByteArray::fromBase64(lane[QStringLiteral("p")].toString().toLatin1());
    QCOMPARE(shares.size(), 10 * 12);
    for (const int call : {1, 5, 10})
        for (const int n : {0, 4, 11}) {
            QCOMPARE(fronts[call].toArray()[n].toInt(), run->timestep(call, n));
            const int word = lane[QStringLiteral("words")].toArray()[call - 1].toArray()[n].toInt();
            QCOMPARE(words[word].toString(), run->labelAt(call, n));
            const int share = static_cast<unsigned char>(shares[(call - 1) * 12 + n]);
            QVERIFY(std::abs(share / 255.0 - wordProbability(*run->token(call, n))) < 0.003);
        }
    // Nobody knows at the first step what stays.
    QCOMPARE(lane[QStringLiteral("settled")].toArray()[0].toString(), QStringLiteral("0").repeated(12));
}

void TestPlayer::hostileWords()
{
    PlayerState state;
    state.title = state.source = QStringLiteral("</script><img onerror=x> & @DATA@");
    state.words = QStringList{QStringLiteral("</script><b>"), QStringLiteral("<!--")};
    PlayerLane lane;
    lane.length = 1;
    lane.calls = {0, 1};
    lane.sentenceSteps = {1, 0};
    lane.fronts = {{1}, {0}};
    lane.words = {{0}};
    lane.settled = {{true}};
    lane.shares = {{2.0}}; // out of range
    lane.sentences = QStringList{QStringLiteral("<i>")};
    state.lanes = {lane};
    const QByteArray page = playerPage(state);
    QVERIFY(!page.contains("<img") && !page.contains("<b>") && !page.contains("<i>") && !page.contains("<!--"));
    QCOMPARE(page.count("</script>"), 2);
    QVERIFY(page.contains("&amp; @DATA@")); // what is filled in is not filled in again
    QCOMPARE(dataOf(page)[QStringLiteral("words")].toArray()[0].toString(), state.words[0]);
}

void TestPlayer::severalLanes()
{
    WindowFixture f;
    add(f.session(), f.session().board()->at(0), test::RunFeeder(12, 200, 10), 10);
    add(f.session(), f.session().board()->add(), test::RunFeeder(9, 200, 4, 7), 4);
    f.session().board()->add(); // a plan has nothing to play
    const auto state = playerOfBoard(f.session());
    QCOMPARE(state->lanes.size(), 2UL);
    QCOMPARE(state->lanes[0].letter, QStringLiteral("A"));
    QCOMPARE(state->lanes[1].letter, QStringLiteral("B"));
    QVERIFY(state->lanes[0].colour != state->lanes[1].colour);
    QCOMPARE(state->lanes[1].calls, (std::vector<int>{0, 1, 2, 3, 4}));
    QCOMPARE(state->recipe.filter(QStringLiteral("ardiff generate ")).size(), 2);
    QVERIFY(playerPage(*state).contains("B · "));
    WindowFixture empty;
    QVERIFY(!playerOfBoard(empty.session()));
}

void TestPlayer::longRunsAreThinned()
{
    WindowFixture f;
    add(f.session(), f.session().board()->at(0), test::RunFeeder(12, 200, 50), 50);
    const auto state = playerOfBoard(f.session(), 12 * 20);
    const std::vector<int> &calls = state->lanes[0].calls;
    QVERIFY(calls.size() <= 21 && calls.front() == 0 && calls[1] == 3 && calls.back() == 50);
    QVERIFY(playerPage(*state).contains(
        QStringLiteral("%1 of 50 model calls are in this page").arg(calls.size() - 1).toUtf8()));
}

void TestPlayer::action()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    fileQuestions().mayReplace = [](QWidget *, const QString &) { return true; };
    QSignalSpy written(f.window().exports(), &PictureExport::written);
    const auto exportBy = [&](QAction *action, const QString &name) {
        fileQuestions().saveName = [path = f.path(name)](QWidget *, const SaveQuestion &) { return path; };
        action->trigger();
        return written.wait(WindowFixture::kWait);
    };
    QVERIFY(exportBy(f.actions().exportPlayer, QStringLiteral("film"))); // gets its suffix
    QVERIFY(QFileInfo(f.path(QStringLiteral("film.html"))).size() > 5'000);
    QVERIFY(exportBy(f.actions().exportData, QStringLiteral("data")));
    QVERIFY(QFileInfo(f.path(QStringLiteral("data.csv"))).size() > 1'000);
    QVERIFY(exportBy(f.actions().exportData, QStringLiteral("data.json")));
    QFile json(f.path(QStringLiteral("data.json")));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(json.readAll()).object()[QStringLiteral("format")].toString(),
             QStringLiteral("ardiff-runs"));
}

void TestPlayer::aFailureKeepsTheFile()
{
    WindowFixture f;
    QSignalSpy written(f.window().exports(), &PictureExport::written);
    fileQuestions().saveName = [&](QWidget *, const SaveQuestion &) { return f.path(QStringLiteral("none/film")); };
    f.actions().exportPlayer->trigger();
    QCOMPARE(written.size(), 1); // there is no run: said at once
    QCOMPARE(f.session().notices()->newest(), QStringLiteral("There is no run to export yet"));
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.actions().exportPlayer->trigger();
    QVERIFY(written.size() == 2 || written.wait(WindowFixture::kWait));
    QVERIFY2(f.session().notices()->newest().contains(QStringLiteral("none/film.html could not be written")),
             qPrintable(f.session().notices()->newest()));
}

QTEST_MAIN(TestPlayer)
#include "tst_player.moc"
