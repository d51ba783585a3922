// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Browser.h"
#include <QFile>
#include <QStandardPaths>
#include <QTest>
#include <QUrl>
#include <algorithm>

namespace ard::test {

namespace {

/// What the protocol wants to know of a key besides its name.
nlohmann::json keyEvent(const QString &key, int modifiers)
{
    static const QHash<QString, int> codes{{QStringLiteral("Tab"), 9},         {QStringLiteral("Enter"), 13},
                                           {QStringLiteral("PageUp"), 33},     {QStringLiteral("PageDown"), 34},
                                           {QStringLiteral("End"), 35},        {QStringLiteral("Home"), 36},
                                           {QStringLiteral("ArrowLeft"), 37},  {QStringLiteral("ArrowUp"), 38},
                                           {QStringLiteral("ArrowRight"), 39}, {QStringLiteral("ArrowDown"), 40}};
    nlohmann::json event{{"key", key.toStdString()}, {"code", key.toStdString()}, {"modifiers", modifiers}};
    event["windowsVirtualKeyCode"] = codes.value(key, key.size() == 1 ? key.front().toUpper().unicode() : 0);
    if (key.size() == 1)
        event["text"] = key.toStdString();
    if (key == QLatin1String("Enter"))
        event["text"] = "\r";
    return event;
}

} // namespace

QString Browser::find()
{
    const QString wanted = qEnvironmentVariable("ARD_CHROMIUM");
    for (const QString &name : {wanted, QStringLiteral("chromium"), QStringLiteral("chromium-browser"),
                                QStringLiteral("google-chrome-stable"), QStringLiteral("google-chrome")})
        if (const QString path = name.isEmpty() ? QString() : QStandardPaths::findExecutable(name); !path.isEmpty())
            return path;
    return {};
}

Browser::Browser(const QString &program)
{
    // It reads commands from descriptor 3 and writes to 4. Its sandbox refuses root and most containers; what it opens here
    // was made by the test. No name leads anywhere: nothing that a page asked for would leave this machine.
    const QStringList options{QStringLiteral("--headless"),
                              QStringLiteral("--remote-debugging-pipe"),
                              QStringLiteral("--no-sandbox"),
                              QStringLiteral("--disable-gpu"),
                              QStringLiteral("--disable-dev-shm-usage"),
                              QStringLiteral("--disable-background-networking"),
                              QStringLiteral("--disable-component-update"),
                              QStringLiteral("--disable-extensions"),
                              QStringLiteral("--host-resolver-rules=MAP * ~NOTFOUND"),
                              QStringLiteral("--no-first-run"),
                              QStringLiteral("--user-data-dir=") + m_folder.filePath(QStringLiteral("profile"))};
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")));
    m_process.start(
        QStringLiteral("bash"),
        QStringList{QStringLiteral("-c"), QStringLiteral("exec \"$0\" \"$@\" 3<&0 4>&1 1>&2 </dev/null"), program} +
            options);
}

Browser::~Browser()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    call("Browser.close");
    if (!m_process.waitForFinished(kWait))
        m_process.kill();
}

/// Until something came; false: it ended or is silent.
bool Browser::read()
{
    if (!m_process.waitForReadyRead(kWait))
        return false;
    m_read += m_process.readAllStandardOutput();
    for (qsizetype end = m_read.indexOf('\0'); end >= 0; end = m_read.indexOf('\0')) {
        auto message = nlohmann::json::parse(m_read.constData(), m_read.constData() + end);
        m_read.remove(0, end + 1);
        (message.contains("id") ? m_answers : m_events).push_back(std::move(message));
    }
    return true;
}

nlohmann::json Browser::call(const std::string &method, const nlohmann::json &parameters, const std::string &session)
{
    nlohmann::json message{{"id", ++m_lastId}, {"method", method}, {"params", parameters}};
    if (!session.empty())
        message["sessionId"] = session;
    m_process.write(QByteArray::fromStdString(message.dump()) + '\0');
    const auto answer = [this] {
        return std::find_if(m_answers.begin(), m_answers.end(),
                            [this](const nlohmann::json &each) { return each["id"] == m_lastId; });
    };
    while (answer() == m_answers.end())
        if (!read()) {
            QFile log(m_folder.filePath(QStringLiteral("log")));
            const QByteArray said = log.open(QIODevice::ReadOnly) ? log.readAll().right(2000) : QByteArray();
            QTest::qFail(("no answer to " + method + "\n" + said.toStdString()).c_str(), __FILE__, __LINE__);
            return nlohmann::json::object();
        }
    const nlohmann::json found = *answer();
    m_answers.clear(); // those of commands that nobody waited for
    if (found.contains("error"))
        QTest::qFail((method + ": " + found["error"].dump()).c_str(), __FILE__, __LINE__);
    return found.value("result", nlohmann::json::object());
}

nlohmann::json Browser::event(const std::string &method, const std::string &session)
{
    const auto place = [&] {
        return std::find_if(m_events.begin(), m_events.end(), [&](const nlohmann::json &each) {
            return each["method"] == method && each.value("sessionId", std::string()) == session;
        });
    };
    while (place() == m_events.end())
        if (!read()) {
            QTest::qFail(("no " + method).c_str(), __FILE__, __LINE__);
            return nlohmann::json::object();
        }
    const nlohmann::json parameters = (*place())["params"];
    m_events.erase(place());
    return parameters;
}

BrowserPage::BrowserPage(Browser *browser, const Look &look) : m_browser(browser)
{
    m_target = browser->call("Target.createTarget", {{"url", "about:blank"}}).value("targetId", std::string());
    m_session = browser->call("Target.attachToTarget", {{"targetId", m_target}, {"flatten", true}})
                    .value("sessionId", std::string());
    for (const char *domain : {"Page.enable", "Runtime.enable", "Log.enable", "Network.enable"})
        call(domain);
    set(look);
}

BrowserPage::~BrowserPage()
{
    m_browser->call("Target.closeTarget", {{"targetId", m_target}});
}

nlohmann::json BrowserPage::call(const std::string &method, const nlohmann::json &parameters)
{
    return m_browser->call(method, parameters, m_session);
}

void BrowserPage::open(const QString &file)
{
    call("Page.navigate", {{"url", QUrl::fromLocalFile(file).toString(QUrl::FullyEncoded).toStdString()}});
    m_browser->event("Page.loadEventFired", m_session);
}

void BrowserPage::set(const Look &look)
{
    call("Emulation.setDeviceMetricsOverride",
         {{"width", look.width}, {"height", look.height}, {"deviceScaleFactor", look.ratio}, {"mobile", false}});
    const auto feature = [](const char *name, const char *value) {
        return nlohmann::json{{"name", name}, {"value", value}};
    };
    call("Emulation.setEmulatedMedia",
         {{"features",
           {feature("prefers-color-scheme", look.dark ? "dark" : "light"),
            feature("prefers-reduced-motion", look.reducedMotion ? "reduce" : "no-preference")}}});
    call("Emulation.setScriptExecutionDisabled", {{"value", !look.scripts}});
}

nlohmann::json BrowserPage::evaluate(const QString &expression)
{
    const nlohmann::json answer =
        call("Runtime.evaluate",
             {{"expression", expression.toStdString()}, {"awaitPromise", true}, {"returnByValue", true}});
    if (answer.contains("exceptionDetails"))
        QTest::qFail(answer["exceptionDetails"].dump().c_str(), __FILE__, __LINE__);
    return answer.value("result", nlohmann::json::object()).value("value", nlohmann::json());
}

void BrowserPage::key(const QString &key, int modifiers)
{
    nlohmann::json event = keyEvent(key, modifiers);
    event["type"] = event.contains("text") ? "keyDown" : "rawKeyDown";
    call("Input.dispatchKeyEvent", event);
    event["type"] = "keyUp";
    event.erase("text");
    call("Input.dispatchKeyEvent", event);
}

void BrowserPage::mouse(const char *type, double x, double y, bool isPressed)
{
    call("Input.dispatchMouseEvent",
         {{"type", type},
          {"x", x},
          {"y", y},
          {"button", isPressed ? "left" : "none"},
          {"buttons", isPressed ? 1 : 0},
          {"clickCount", isPressed ? 1 : 0}});
}

void BrowserPage::letTimePass(int ms)
{
    call("Emulation.setVirtualTimePolicy", {{"policy", "advance"}, {"budget", ms}});
    m_browser->event("Emulation.virtualTimeBudgetExpired", m_session);
}

void BrowserPage::picture(const QString &path)
{
    const nlohmann::json made = call("Page.captureScreenshot", {{"format", "png"}});
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(QByteArray::fromBase64(QByteArray::fromStdString(made.value("data", std::string())))) <= 0)
        QTest::qFail("no picture", __FILE__, __LINE__);
}

QStringList BrowserPage::requests() const
{
    QStringList found;
    for (const nlohmann::json &event : m_browser->events())
        if (event["method"] == "Network.requestWillBeSent" && event.value("sessionId", std::string()) == m_session)
            found << QString::fromStdString(event["params"]["request"]["url"].get<std::string>());
    return found;
}

QStringList BrowserPage::complaints() const
{
    QStringList found;
    for (const nlohmann::json &event : m_browser->events()) {
        const std::string method = event["method"];
        const bool is = method == "Runtime.exceptionThrown" || method == "Runtime.consoleAPICalled" ||
            method == "Log.entryAdded" || method == "Network.loadingFailed";
        if (is && event.value("sessionId", std::string()) == m_session)
            found << QString::fromStdString(event["params"].dump());
    }
    return found;
}

} // namespace ard::test
