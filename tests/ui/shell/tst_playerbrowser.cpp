// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The page that plays runs, driven in a browser: its keys, its bar, the pointer, without scripts, dark, narrow, with little motion.
// Each test with one run and with three lanes; at the end of each the page has asked for nothing and complained of nothing.
#include "ui/Browser.h"
#include "ui/RunFeeder.h"
#include "ui/shell/WindowFixture.h"
#include "views/player/PlayerOfBoard.h"
#include <QUrl>

using namespace ard;
using namespace ard::ui;
using nlohmann::json;
using test::Browser;
using test::BrowserPage;
using test::WindowFixture;
using Look = test::BrowserPage::Look;

namespace {

/// What the tests ask of a page, as functions of it; found by role and name as somebody would find it.
const QString kQuestions = QStringLiteral(R"JS(
const q = {
  all: what => [...document.querySelectorAll(what)],
  range: () => document.querySelector("input[type=range]"),
  step: () => Number(q.range().value),
  button: name => q.all("button").find(each => each.textContent === name || each.ariaLabel === name),
  box: element => { const b = element.getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; },
  sentences: () => q.all(".words").map(each => each.textContent),
  letters: () => q.all(".letter").map(each => each.textContent),
  visible: element => element.checkVisibility() && element.getClientRects().length > 0,
  named: () => { const e = document.activeElement; return e.ariaLabel || e.textContent; },
  // The next picture has been painted: a change of the window's size has been heard of.
  painted: () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))),
  luminance: colour => colour.match(/[\d.]+/g).slice(0, 3).map(c => c / 255)
      .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
      .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0),
  ground: element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)") return colour;
    }
    return "rgb(255, 255, 255)";
  },
  contrast: element => {
    const [a, b] = [getComputedStyle(element).color, q.ground(element)].map(q.luminance);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  },
  // Everything with a text of its own that can be read worse than the ratio says.
  faint: ratio => q.all("body *").filter(e => q.visible(e) && ![...e.children].length && e.textContent.trim() &&
      e.tagName !== "OPTION" && q.contrast(e) < ratio).map(e => e.className + " " + e.textContent + " " + q.contrast(e)),
  pixel: (canvas, x, y) => { // of a copy: the browser has something to say of canvases that are read
    const copy = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    copy.drawImage(canvas, -x, -y);
    return [...copy.getImageData(0, 0, 1, 1).data].slice(0, 3);
  },
};
true
)JS");

/// Nothing has to be scrolled sideways.
const QString kFits = QStringLiteral("document.documentElement.scrollWidth <= "
                                     "document.documentElement.clientWidth");

QString text(const json &value)
{
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

} // namespace

class TestPlayerBrowser : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_browser.reset(); }
    void keys_data() { boards(); }
    void keys();
    void bar_data() { boards(); }
    void bar();
    void playing_data() { boards(); }
    void playing();
    void everyControlByTab_data() { boards(); }
    void everyControlByTab();
    void pointerTellsCells_data() { boards(); }
    void pointerTellsCells();
    void reducedMotion_data() { boards(); }
    void reducedMotion();
    void withoutScripts_data() { boards(); }
    void withoutScripts();
    void darkAndLight_data() { boards(); }
    void darkAndLight();
    void narrow_data() { boards(); }
    void narrow();
    void aPageThatAsksIsNoticed();

private:
    static void boards();
    PlayerState makeBoard(int lanes);
    std::unique_ptr<BrowserPage> page(const Look &look = {});
    void verifyQuiet(const BrowserPage &page) const;
    void picture(BrowserPage &page, const QString &name) const;
    int lanes() const { return static_cast<int>(m_state.lanes.size()); }
    int last() const { return m_state.lanes.front().calls.back(); } ///< of the longest lane
    QStringList sentencesAt(int step) const;
    QString file() const { return m_folder.filePath(QStringLiteral("a page.html")); }

    QTemporaryDir m_folder;
    std::unique_ptr<Browser> m_browser;
    PlayerState m_state;
};

void TestPlayerBrowser::initTestCase()
{
    const QString program = Browser::find();
    if (program.isEmpty())
        QSKIP("there is no Chromium here to open the page in: packaging/setup.sh --browser installs it");
    m_browser = std::make_unique<Browser>(program);
}

void TestPlayerBrowser::boards()
{
    QTest::addColumn<int>("lanes");
    QTest::newRow("one run") << 1;
    QTest::newRow("three lanes") << 3;
}

PlayerState TestPlayerBrowser::makeBoard(int lanes)
{
    WindowFixture f;
    f.session().positions()->setShowsAll(true); // else the page has no words where the last sentence has none
    const std::vector<test::RunFeeder> feeders{test::RunFeeder(12, 200, 10), test::RunFeeder(9, 200, 4, 7),
                                               test::RunFeeder(12, 200, 8, 3)};
    for (int i = 0; i < lanes; ++i) {
        Lane *lane = i == 0 ? f.session().board()->at(0) : f.session().board()->add();
        Run *run = f.session().runs()->add(new Run(feeders[static_cast<std::size_t>(i)].request()));
        feeders[static_cast<std::size_t>(i)].all(*run);
        lane->film()->setRun(run);
    }
    return *playerOfBoard(f.session());
}

/// The page of the row's board, with its questions.
std::unique_ptr<BrowserPage> TestPlayerBrowser::page(const Look &look)
{
    QFETCH(int, lanes);
    m_state = makeBoard(lanes);
    if (!writePlayer(m_state, file()))
        qFatal("the page could not be written");
    auto made = std::make_unique<BrowserPage>(m_browser.get(), look);
    made->open(file());
    made->evaluate(kQuestions);
    return made;
}

void TestPlayerBrowser::verifyQuiet(const BrowserPage &page) const
{
    QCOMPARE(page.requests(), QStringList{QUrl::fromLocalFile(file()).toString(QUrl::FullyEncoded)});
    QCOMPARE(page.complaints().join(QLatin1Char('\n')), QString());
}

void TestPlayerBrowser::picture(BrowserPage &page, const QString &name) const
{
    const QString folder = qEnvironmentVariable("ARD_TEST_PICTURES");
    if (!folder.isEmpty())
        page.picture(QStringLiteral("%1/player-%2-%3.png").arg(folder, name).arg(lanes()));
}

/// What each lane's sentence is where the longest one is at `step`; shorter ones stay at their end.
QStringList TestPlayerBrowser::sentencesAt(int step) const
{
    QStringList all;
    for (const PlayerLane &lane : m_state.lanes)
        all << (step == 0 ? QStringLiteral("Noise: no words yet")
                          : lane.sentences[std::min<qsizetype>(step, lane.sentences.size()) - 1]);
    return all;
}

void TestPlayerBrowser::keys()
{
    const auto page = this->page();
    const auto at = [&](int step) {
        const json told = page->evaluate(QStringLiteral("[q.step(), q.sentences(), q.range().ariaValueText]"));
        QCOMPARE(told[0].get<int>(), step);
        QStringList sentences;
        for (const json &each : told[1])
            sentences << text(each);
        QCOMPARE(sentences, sentencesAt(step));
        QVERIFY2(text(told[2]).startsWith(QStringLiteral("step %1 of %2").arg(step).arg(last())),
                 qPrintable(text(told[2])));
    };
    at(last()); // the outcome, at rest
    page->key(QStringLiteral("Home"));
    at(0);
    for (int step = 1; step <= last(); ++step) {
        page->key(step % 2 == 0 ? QStringLiteral("PageDown") : QStringLiteral("ArrowRight"));
        at(step);
    }
    page->key(QStringLiteral("ArrowRight")); // there is nothing behind it
    at(last());
    page->key(QStringLiteral("ArrowLeft"));
    at(last() - 1);
    page->key(QStringLiteral("PageUp"));
    at(last() - 2);
    // What is said to those who hear the page is what is on it.
    QVERIFY(text(page->evaluate(QStringLiteral("document.querySelector('[role=status]').textContent")))
                .contains(sentencesAt(last() - 2).join(QStringLiteral(". "))));
    page->key(QStringLiteral("ArrowRight"), 2); // with Ctrl it is the browser's
    at(last() - 2);
    page->key(QStringLiteral("End"));
    at(last());
    const QString before = text(page->evaluate(QStringLiteral("q.letters().join('')")));
    QCOMPARE(before, lanes() > 1 ? QStringLiteral("ABC") : QString());
    page->key(QStringLiteral("b"));
    QCOMPARE(text(page->evaluate(QStringLiteral("q.letters().join('')"))),
             lanes() > 1 ? QStringLiteral("BAC") : QString());
    page->key(QStringLiteral("B"), 8);
    QCOMPARE(text(page->evaluate(QStringLiteral("q.letters().join('')"))), before);
    verifyQuiet(*page);
}

void TestPlayerBrowser::bar()
{
    const auto page = this->page();
    const json box = page->evaluate(QStringLiteral("q.box(q.range())"));
    const double left = box[0], width = box[2], y = box[1].get<double>() + box[3].get<double>() / 2;
    const auto step = [&] { return page->evaluate(QStringLiteral("q.step()")).get<int>(); };
    page->mouse("mousePressed", left + width / 2, y, true);
    QCOMPARE(step(), last() / 2);
    QCOMPARE(text(page->evaluate(QStringLiteral("q.sentences()[0]"))), sentencesAt(last() / 2)[0]);
    page->mouse("mouseMoved", left + 1, y, true);
    QCOMPARE(step(), 0);
    page->mouse("mouseMoved", left + width - 1, y, true);
    page->mouse("mouseReleased", left + width - 1, y);
    QCOMPARE(step(), last());
    // It has the keyboard now; arrows are one step all the same, not two.
    page->key(QStringLiteral("ArrowLeft"));
    QCOMPARE(step(), last() - 1);
    page->evaluate(QStringLiteral("q.button('One step back').click()"));
    QCOMPARE(step(), last() - 2);
    page->evaluate(QStringLiteral("q.button('One step on').click()"));
    QCOMPARE(step(), last() - 1);
    verifyQuiet(*page);
}

void TestPlayerBrowser::playing()
{
    const auto page = this->page();
    const auto now = [&] {
        return text(page->evaluate(QStringLiteral("q.step() + ' ' + document.querySelector('.play').textContent")));
    };
    page->letTimePass(60'000);
    QCOMPARE(now(), QStringLiteral("%1 Play").arg(last())); // nothing moves by itself
    page->key(QStringLiteral(" "));
    QCOMPARE(now(), QStringLiteral("0 Pause")); // from the first step on
    page->letTimePass(1'750);
    QCOMPARE(now(), QStringLiteral("3 Pause")); // two steps a second
    page->key(QStringLiteral(" "));
    page->letTimePass(60'000);
    QCOMPARE(now(), QStringLiteral("3 Play"));
    page->evaluate(QStringLiteral("const s = document.querySelector('select'); s.value = '8'; "
                                  "s.dispatchEvent(new Event('change'))"));
    page->key(QStringLiteral(" "));
    page->letTimePass(300);
    QCOMPARE(now(), QStringLiteral("5 Pause")); // goes on at another speed
    page->key(QStringLiteral("ArrowLeft"));
    QCOMPARE(now(), QStringLiteral("4 Play")); // a step of one's own pauses
    page->key(QStringLiteral(" "));
    page->letTimePass(60'000);
    QCOMPARE(now(), QStringLiteral("%1 Play").arg(last())); // stops at the end
    QCOMPARE(text(page->evaluate(QStringLiteral("q.sentences()[0]"))), sentencesAt(last())[0]);
    verifyQuiet(*page);
}

void TestPlayerBrowser::everyControlByTab()
{
    const auto page = this->page();
    QStringList wanted{QStringLiteral("Play"), QStringLiteral("One step back"), QStringLiteral("Step"),
                       QStringLiteral("One step on"), QStringLiteral("Speed")};
    if (lanes() > 1)
        wanted << QStringLiteral("Swap A and B");
    wanted << QStringLiteral("All steps as a table");
    for (const QString &name : wanted) {
        page->key(QStringLiteral("Tab"));
        QCOMPARE(text(page->evaluate(QStringLiteral("q.named()"))), name);
        QVERIFY2(page->evaluate(QStringLiteral("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")) >=
                     2,
                 qPrintable(name)); // one sees where the keyboard is
    }
    const QString isOpen = QStringLiteral("q.visible(q.all('table')[0])");
    QCOMPARE(page->evaluate(isOpen), json(false));
    page->key(QStringLiteral("Enter"));
    QCOMPARE(page->evaluate(isOpen), json(true));
    picture(*page, QStringLiteral("table"));
    // A button's space is its own: it steps once and does not play.
    page->evaluate(QStringLiteral("q.button('One step back').focus()"));
    page->key(QStringLiteral(" "));
    QCOMPARE(page->evaluate(QStringLiteral("q.step()")), json(last() - 1));
    QCOMPARE(text(page->evaluate(QStringLiteral("document.querySelector('.play').textContent"))),
             QStringLiteral("Play"));
    // Nothing that can be operated is without a name.
    QCOMPARE(page->evaluate(QStringLiteral("q.all('button, input, select, canvas').filter(e => !(e.ariaLabel || "
                                           "e.textContent.trim())).length")),
             json(0));
    verifyQuiet(*page);
}

void TestPlayerBrowser::pointerTellsCells()
{
    const auto page = this->page();
    const PlayerLane &lane = m_state.lanes.front();
    const json box = page->evaluate(QStringLiteral("q.box(q.all('canvas')[0])"));
    const auto tell = [&](int position, double timestep) { // the plane: 44 px of axis left, 20 below, 8 above and right
        const double x = 44 + (position + 0.5) * (box[2].get<double>() - 52) / lane.length;
        const double y = 8 + (1 - timestep / (lane.timesteps - 1)) * (box[3].get<double>() - 28);
        page->mouse("mouseMoved", box[0].get<double>() + x, box[1].get<double>() + y);
        return text(page->evaluate(QStringLiteral("document.querySelector('.cell').textContent")));
    };
    const int call = last() / 2, position = 3;
    const auto front = [&](int at) { return lane.fronts[static_cast<std::size_t>(at)][position]; };
    const QString told = tell(position, (front(call - 1) + front(call)) / 2.0);
    QVERIFY2(told.startsWith(QStringLiteral("position %1, model call %2: ").arg(position).arg(call)), qPrintable(told));
    QVERIFY2(told.endsWith(QLatin1String(" %")), qPrintable(told));
    page->key(QStringLiteral("Home"));
    QCOMPARE(tell(position, (front(call - 1) + front(call)) / 2.0), QString()); // nobody knows at the noise
    verifyQuiet(*page);
}

void TestPlayerBrowser::reducedMotion()
{
    Look look;
    look.reducedMotion = true;
    const auto page = this->page(look);
    QCOMPARE(page->evaluate(QStringLiteral("matchMedia('(prefers-reduced-motion: reduce)').matches")), json(true));
    // The outcome, at rest, and no transition between two steps.
    QCOMPARE(page->evaluate(QStringLiteral("q.step()")), json(last()));
    for (const QString &key : {QStringLiteral("Home"), QStringLiteral("ArrowRight"), QStringLiteral("b")}) {
        page->key(key);
        QCOMPARE(page->evaluate(QStringLiteral("document.getAnimations().length")), json(0));
    }
    QCOMPARE(page->evaluate(QStringLiteral("q.all('*').filter(e => getComputedStyle(e).transitionDuration !== '0s' || "
                                           "getComputedStyle(e).animationName !== 'none').length")),
             json(0));
    QCOMPARE(page->evaluate(QStringLiteral("q.step()")), json(1));
    page->letTimePass(60'000);
    QCOMPARE(page->evaluate(QStringLiteral("q.step()")), json(1));
    // Who asks for it has it played all the same.
    page->key(QStringLiteral(" "));
    page->letTimePass(60'000);
    QCOMPARE(page->evaluate(QStringLiteral("q.step()")), json(last()));
    verifyQuiet(*page);
}

void TestPlayerBrowser::withoutScripts()
{
    Look look;
    look.scripts = false;
    const auto page = this->page(look);
    QCOMPARE(page->evaluate(QStringLiteral("q.visible(document.getElementById('player'))")), json(false));
    QCOMPARE(page->evaluate(QStringLiteral("q.all('main button, main input, main canvas').length")), json(0));
    const json tables = page->evaluate(QStringLiteral(
        "q.all('table').map(t => ({caption: t.caption.innerText, heads: [...t.tHead.rows[0].cells].map(c => "
        "c.innerText), "
        "rows: [...t.tBodies[0].rows].map(r => [...r.cells].map(c => c.innerText)), visible: q.visible(t)}))"));
    QCOMPARE(tables.size(), m_state.lanes.size());
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const PlayerLane &lane = m_state.lanes[i];
        QVERIFY(tables[i]["visible"].get<bool>());
        QVERIFY(text(tables[i]["caption"]).contains(lane.title));
        QCOMPARE(tables[i]["heads"], json({"model call", "sentence step", "words"}));
        QCOMPARE(tables[i]["rows"].size(), lane.calls.size() - 1);
        for (std::size_t step = 1; step < lane.calls.size(); ++step) {
            const json &row = tables[i]["rows"][step - 1];
            QCOMPARE(text(row[0]), QString::number(lane.calls[step]));
            QCOMPARE(text(row[1]), QString::number(lane.sentenceSteps[step]));
            QCOMPARE(text(row[2]), lane.sentences[static_cast<qsizetype>(step) - 1].simplified());
        }
    }
    QVERIFY(page->evaluate(QStringLiteral("q.faint(4.5)")).empty());
    picture(*page, QStringLiteral("noscript"));
    verifyQuiet(*page);
}

void TestPlayerBrowser::darkAndLight()
{
    Look look;
    const auto page = this->page(look);
    page->evaluate(QStringLiteral("document.getElementById('steps').open = true"));
    page->key(QStringLiteral("ArrowLeft")); // words that have not settled, too
    const auto ground = [&] {
        return page->evaluate(QStringLiteral("q.luminance(q.ground(document.body))")).get<double>();
    };
    // Above the line of the noise nothing is painted but the plane's ground.
    const auto planeGround = [&] {
        page->evaluate(QStringLiteral("q.painted()"));
        return page
            ->evaluate(QStringLiteral("(() => { const c = q.all('canvas')[0]; return q.luminance('rgb(' + "
                                      "q.pixel(c, 60, c.height - 24).join() + ')') })()"))
            .get<double>();
    };
    page->key(QStringLiteral("Home"));
    const double light = ground(), lightPlane = planeGround();
    QCOMPARE(page->evaluate(QStringLiteral("q.faint(4.5)")), json::array());
    picture(*page, QStringLiteral("light"));
    look.dark = true;
    page->set(look); // while it is open
    QVERIFY(light > 0.8 && ground() < 0.05);
    QVERIFY(lightPlane > 0.7 && planeGround() < 0.1);
    QCOMPARE(page->evaluate(QStringLiteral("q.faint(4.5)")), json::array());
    page->key(QStringLiteral("End"));
    page->key(QStringLiteral("ArrowLeft"));
    QCOMPARE(page->evaluate(QStringLiteral("q.faint(4.5)")), json::array());
    picture(*page, QStringLiteral("dark"));
    verifyQuiet(*page);
}

void TestPlayerBrowser::narrow()
{
    Look look;
    const auto page = this->page(look);
    const QString columns = QStringLiteral("new Set(q.all('.lane').map(e => Math.round(q.box(e)[0]))).size");
    QCOMPARE(page->evaluate(columns), json(lanes()));
    for (const int width : {360, 320, 240}) {
        look.width = width;
        look.ratio = 2;
        page->set(look);
        page->evaluate(QStringLiteral("q.painted()"));
        QCOMPARE(page->evaluate(columns), json(1)); // lanes below each other
        QVERIFY2(page->evaluate(kFits).get<bool>(), QByteArray::number(width).constData());
        // Nothing stands out at the right, and planes are painted for so many pixels anew.
        QCOMPARE(page->evaluate(
                     QStringLiteral("q.all('main button, main input, main select, main canvas, main p').filter(e => "
                                    "q.box(e)[0] < 0 || q.box(e)[0] + q.box(e)[2] > innerWidth).length")),
                 json(0));
        QCOMPARE(page->evaluate(QStringLiteral("q.all('canvas').every(c => c.width === 2 * c.clientWidth)")),
                 json(true));
        if (width == 360)
            picture(*page, QStringLiteral("narrow"));
    }
    page->evaluate(QStringLiteral("document.getElementById('steps').open = true"));
    picture(*page, QStringLiteral("narrow-table"));
    QCOMPARE(page->evaluate(kFits), json(true));
    verifyQuiet(*page);
}

/// What verifyQuiet relies on: this browser does tell of requests, messages and exceptions.
void TestPlayerBrowser::aPageThatAsksIsNoticed()
{
    QFile file(this->file());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "<!DOCTYPE html><img src=\"http://example.invalid/a.png\"><script>console.log(1); throw new Error()</script>");
    file.close();
    BrowserPage page(m_browser.get(), {});
    page.open(this->file());
    QCOMPARE(page.requests().size(), 2);
    QVERIFY2(page.complaints().size() >= 3, qPrintable(page.complaints().join(QLatin1Char('\n'))));
}

QTEST_MAIN(TestPlayerBrowser)
#include "tst_playerbrowser.moc"
