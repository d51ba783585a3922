// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Browser: Chromium without a window, told what to do over two pipes (its DevTools protocol), for tests of pages that the program
// writes. It asks for no port and no network. What a page does wrong is collected: its requests, errors and messages.
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace ard::test {

class Browser {
public:
    static constexpr int kWait = 60'000; ///< ms for one answer: starting it on a busy machine takes some

    /// The first Chromium of the path ($ARD_CHROMIUM before all); empty: none.
    static QString find();

    explicit Browser(const QString &program);
    ~Browser();

    /// The result of a command. Where there is none (refused, ended, silent) the test fails and the result is empty.
    nlohmann::json call(const std::string &method, const nlohmann::json &parameters = nlohmann::json::object(),
                        const std::string &session = {});
    /// The parameters of the first event of that name from that session which was not taken yet; waits for it.
    nlohmann::json event(const std::string &method, const std::string &session);
    /// Those that are there already, with "method" and "params".
    const std::vector<nlohmann::json> &events() const { return m_events; }

private:
    bool read();

    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_read;
    std::vector<nlohmann::json> m_answers, m_events;
    int m_lastId = 0;
};

/// One page. Modifiers of keys as the protocol has them: 1 Alt, 2 Ctrl, 8 Shift.
class BrowserPage {
public:
    struct Look {
        int width = 1200, height = 900;
        double ratio = 1; ///< device pixels a pixel
        bool dark = false, reducedMotion = false, scripts = true;
    };

    BrowserPage(Browser *browser, const Look &look);
    ~BrowserPage();

    void open(const QString &file); ///< until it is loaded
    void set(const Look &look);
    /// An expression's value; of a promise the value that it comes to. An exception fails the test.
    nlohmann::json evaluate(const QString &expression);
    void key(const QString &key, int modifiers = 0);
    void mouse(const char *type, double x, double y, bool isPressed = false);
    /// Timers of the page run for so many of its milliseconds, which take no time here. Afterwards its clock stands.
    void letTimePass(int ms);
    void picture(const QString &path);

    QStringList requests() const;   ///< addresses that it asked for, in order
    QStringList complaints() const; ///< exceptions, refused by its policy, what was written to the console

private:
    nlohmann::json call(const std::string &method, const nlohmann::json &parameters = nlohmann::json::object());

    Browser *m_browser;
    std::string m_target, m_session;
};

} // namespace ard::test
