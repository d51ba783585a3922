// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WindowFixture: a main window with settings of its own and the fake engine. With ARD_TEST_PICTURES set to a folder,
// picture() leaves a PNG there, to be looked at.
#include "plot/PlaneView.h"
#include "session/CommandLine.h"
#include "shell/Actions.h"
#include "shell/CentralView.h"
#include "shell/DockLayout.h"
#include "shell/MainWindow.h"
#include "shell/Pictures.h"
#include "shell/Theme.h"
#include "views/plane/PlanePanel.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace ard::test {

class WindowFixture {
public:
    static constexpr int kWait = 20'000;

    explicit WindowFixture(const QString &switches = {}, int length = 12, int diffusionSteps = 200)
        : m_settings(m_folder.filePath(QStringLiteral("explorer.ini")))
    {
        QDir(m_folder.path()).mkpath(QStringLiteral("models/tiny"));
        QFile file(m_folder.filePath(QStringLiteral("models/tiny/model.json")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no temporary folder");
        file.write(
            QStringLiteral(
                R"({"format": 1, "name": "Tiny", "hint": "facts", "examples": ["name[Blue Spice], eatType[coffee shop]",
            "name[The Mill], food[English], area[riverside]"], "default_sampling_steps": 20, "parameters": 400000,
            "architecture": {"vocabulary": 25}, "diffusion": {"length": %1, "diffusion_steps": %2}})")
                .arg(length)
                .arg(diffusionSteps)
                .toUtf8());
        file.close();
        qputenv("ARDIFF_MODELS", m_folder.filePath(QStringLiteral("models")).toUtf8());
        m_settings.engineCommand.set(ui::quoteWord(QStringLiteral(ARD_FAKE_ENGINE)) + u' ' + switches);
        m_settings.asFastAsEngine.set(true); // tests of the film's pace say so
        m_session = std::make_unique<ui::Session>(&m_settings);
        m_window = std::make_unique<ui::MainWindow>(m_session.get(), &theme());
        m_window->show();
    }

    ~WindowFixture()
    {
        m_window.reset();
        qunsetenv("ARDIFF_MODELS");
    }

    static ui::Theme &theme()
    {
        static ui::Theme one;
        return one;
    }

    bool startEngine()
    {
        m_session->start(m_folder.filePath(QStringLiteral("models/tiny")));
        return QTest::qWaitFor([this] { return m_session->canRun(); }, kWait);
    }

    bool runToTheEnd()
    {
        actions().run->trigger();
        ui::Run *run = m_session->cursor()->run();
        return run && QTest::qWaitFor([run] { return !run->isLive(); }, kWait);
    }

    void picture(const QString &name) { picture(name, m_window.get()); }
    void picture(const QString &name, QWidget *of)
    {
        const QString folder = qEnvironmentVariable("ARD_TEST_PICTURES");
        if (folder.isEmpty())
            return;
        QCoreApplication::sendPostedEvents(); // layouts
        central().plane()->view()->flush();
        if (const Status saved =
                ui::savePicture(ui::pictureOf(of), QDir(folder).filePath(name + QStringLiteral(".png")));
            !saved)
            qWarning("%s", saved.error().message.c_str());
    }

    QString path(const QString &name) const { return m_folder.filePath(name); }
    ui::Session &session() { return *m_session; }
    ui::AppSettings &settings() { return m_settings; }
    ui::MainWindow &window() { return *m_window; }
    ui::Actions &actions() { return *m_window->actions(); }
    ui::CentralView &central() { return *m_window->central(); }

private:
    QTemporaryDir m_folder;
    ui::AppSettings m_settings;
    std::unique_ptr<ui::Session> m_session;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace ard::test
