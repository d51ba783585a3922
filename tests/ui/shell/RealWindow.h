// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RealWindow: the main window over the real engine and a bundled model, for tests of the whole way.
#include "session/CommandLine.h"
#include "shell/Actions.h"
#include "shell/MainWindow.h"
#include "shell/Pictures.h"
#include "shell/Theme.h"
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace ard::test {

using namespace ard::ui;

/// The window over the real engine, with settings of its own.
struct RealWindow {
    QTemporaryDir folder;
    AppSettings settings{folder.filePath(QStringLiteral("explorer.ini"))};
    Session session{&settings};
    Theme theme;
    MainWindow window{&session, &theme};

    RealWindow()
    {
        settings.engineCommand.set(quoteWord(QStringLiteral(ARD_ENGINE)) + QStringLiteral(" serve"));
        window.actions()->asFastAsEngine->setChecked(true); // what is waited for shall not depend on the film's pace
        window.show();
    }

    /// Where ARD_TEST_PICTURES names a folder: NAME_light.png and NAME_dark.png of the window. False: they cannot be kept.
    bool pictures(const QString &name)
    {
        const QString to = qEnvironmentVariable("ARD_TEST_PICTURES");
        bool kept = true;
        for (const auto mode : {AppSettings::Theme::Light, AppSettings::Theme::Dark}) {
            if (to.isEmpty())
                continue;
            theme.setMode(mode);
            for (int turn = 0; turn < 4; ++turn) {
                QCoreApplication::sendPostedEvents();
                QCoreApplication::processEvents(); // layouts
            }
            const char *suffix = mode == AppSettings::Theme::Light ? "_light.png" : "_dark.png";
            kept = savePicture(pictureOf(&window), QDir(to).filePath(name + QLatin1String(suffix))) && kept;
        }
        return kept;
    }

    /// The model is loaded, so that a run can begin.
    bool load(const QString &model)
    {
        session.start(model);
        return QTest::qWaitFor([this] { return session.canRun(); }, kWait);
    }
    /// A complete run of the model's first example; nullptr: it did not come to its end.
    Run *runExample(const QString &model)
    {
        if (!load(model))
            return nullptr;
        window.actions()->run->trigger();
        Run *run = session.cursor()->run();
        const bool ended = run && QTest::qWaitFor([run] { return !run->isLive(); }, kWait);
        return ended && run->state() == Run::State::Complete ? run : nullptr;
    }

    static constexpr int kWait = 120'000;
};

} // namespace ard::test
