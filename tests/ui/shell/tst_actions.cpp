// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shortcuts: no two are the same, each is in its tooltip, menu bar letters stay free; every action is named.
#include "shell/Actions.h"
#include "shell/Language.h"
#include "shell/Shortcuts.h"
#include "shell/Theme.h"
#include "views/common/Icons.h"
#include <QFile>
#include <QMap>
#include <QTest>
#include <QWidget>

using namespace ard::ui;

class TestActions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noTwoClash_data();
    void noTwoClash();
    void menuBarKeysStayFree();
    void shortcutIsInTheTooltip();
    void keysOfTheDesign();
    void iconsFollowTheTheme();
    void styleSheetHasNoHoles();

private:
    QWidget m_window;
    Actions m_actions{&m_window};
};

void TestActions::noTwoClash_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &code : Language::codes())
        QTest::newRow(qPrintable(code)) << code;
}

void TestActions::noTwoClash()
{
    QFETCH(QString, language);
    Language chosen(QStringLiteral(ARD_TRANSLATIONS));
    chosen.set(language);
    QWidget window;
    const Actions actions(&window);
    QMap<QKeySequence, QString> seen;
    for (const QAction *action : actions.all()) {
        // The names of keys are translated, the keys are not.
        QCOMPARE(action->shortcuts(), m_actions.action(action->objectName())->shortcuts());
        QVERIFY(action->shortcuts().size() <= Shortcuts::kMost);
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!key.isEmpty(), qPrintable(action->text()));
            QVERIFY2(!seen.contains(key),
                     qPrintable(key.toString() + QStringLiteral(": ") + action->text() + QStringLiteral(" and ") +
                                seen.value(key)));
            seen.insert(key, action->text());
        }
    }
    QVERIFY(seen.size() > 25);
}

void TestActions::menuBarKeysStayFree()
{
    for (const QAction *action : m_actions.all())
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY(key != QKeySequence(Qt::Key_F10));
            const QKeyCombination first = key[0];
            const bool altLetter =
                first.keyboardModifiers() == Qt::AltModifier && first.key() >= Qt::Key_A && first.key() <= Qt::Key_Z;
            QVERIFY2(!altLetter, qPrintable(key.toString()));
        }
}

void TestActions::shortcutIsInTheTooltip()
{
    for (const QAction *action : m_actions.all()) {
        QVERIFY(!action->text().isEmpty());
        QVERIFY(!action->statusTip().isEmpty());
        for (const QKeySequence &key : action->shortcuts())
            QVERIFY2(action->toolTip().contains(key.toString(QKeySequence::NativeText)), qPrintable(action->text()));
    }
}

void TestActions::keysOfTheDesign()
{
    const std::pair<const QAction *, const char *> expected[] = {{m_actions.play, "Space"},
                                                                 {m_actions.forward, "."},
                                                                 {m_actions.back, ","},
                                                                 {m_actions.first, "Home"},
                                                                 {m_actions.last, "End"},
                                                                 {m_actions.slower, "["},
                                                                 {m_actions.faster, "]"},
                                                                 {m_actions.normalSpeed, "="},
                                                                 {m_actions.run, "F5"},
                                                                 {m_actions.run, "Ctrl+Return"},
                                                                 {m_actions.runNewSeed, "Shift+F5"},
                                                                 {m_actions.stop, "Esc"},
                                                                 {m_actions.open, "Ctrl+O"},
                                                                 {m_actions.save, "Ctrl+S"},
                                                                 {m_actions.fullScreen, "F11"},
                                                                 {m_actions.quit, "Ctrl+Q"}};
    for (const auto &[action, key] : expected)
        QVERIFY2(action->shortcuts().contains(QKeySequence(QString::fromLatin1(key))), key);
}

void TestActions::iconsFollowTheTheme()
{
    const auto darkest = [] {
        const QImage image = themedIcon(QStringLiteral("play")).pixmap(32, 32).toImage();
        int best = 255;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y).alpha() > 250)
                    best = std::min(best, image.pixelColor(x, y).lightness());
        return best;
    };
    Theme theme;
    theme.setMode(AppSettings::Theme::Light);
    QVERIFY(darkest() < 60);
    theme.setMode(AppSettings::Theme::Dark);
    QVERIFY(darkest() > 180 && darkest() < 255);
    for (const QAction *action : m_actions.all())
        if (!action->icon().isNull())
            QVERIFY2(!action->icon().pixmap(24, 24).isNull(), qPrintable(action->text()));
}

void TestActions::styleSheetHasNoHoles()
{
    for (const Tones *tones : {&lightTones(), &darkTones()}) {
        const QString sheet = styleSheetOf(*tones);
        QVERIFY(!sheet.isEmpty());
        QVERIFY(!sheet.contains(QStringLiteral("${")));
        static const QRegularExpression url(QStringLiteral("url\\((:[^)]*)\\)"));
        for (auto it = url.globalMatch(sheet); it.hasNext();) {
            const QString path = it.next().captured(1);
            QVERIFY2(QFile::exists(path), qPrintable(path));
        }
    }
}

QTEST_MAIN(TestActions)
#include "tst_actions.moc"
