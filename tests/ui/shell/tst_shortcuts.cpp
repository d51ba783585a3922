// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of one's own: kept, refused where they clash, as at first again; the dialog that changes them.
#include "shell/ShortcutDialog.h"
#include "shell/Shortcuts.h"
#include "ui/shell/WindowFixture.h"
#include "views/common/KeyNote.h"
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QToolButton>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;

namespace {

QKeySequence key(const char *text)
{
    return QKeySequence(QString::fromLatin1(text), QKeySequence::PortableText);
}

/// Actions with the keys that the settings say.
struct Bench {
    explicit Bench(AppSettings *settings) : actions(&window), shortcuts(&actions, settings) { }

    void nothingClashes() const
    {
        QSet<QKeySequence> seen;
        for (const QAction *action : actions.all())
            for (const QKeySequence &one : action->shortcuts()) {
                QVERIFY2(!seen.contains(one), qPrintable(one.toString()));
                seen.insert(one);
            }
    }

    QWidget window;
    Actions actions;
    Shortcuts shortcuts;
};

ShortcutDialog *openDialog(WindowFixture &f)
{
    f.actions().shortcuts->trigger();
    return f.window().findChild<ShortcutDialog *>();
}

} // namespace

class TestShortcuts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownKeysAreKept();
    void clashesAreRefused();
    void someKeysAreTheWindows();
    void sentencesNameTheKeyOfNow();
    void asAtFirstAgain();
    void settingsThatDoNotFit();
    void dialogChangesAKey();
    void dialogRefuses();
    void newKeyWorksInTheWindow();

private:
    QTemporaryDir m_folder;
    QString newFile() { return m_folder.filePath(QStringLiteral("%1.ini").arg(++m_files)); }
    int m_files = 0;
};

void TestShortcuts::ownKeysAreKept()
{
    AppSettings settings(newFile());
    {
        Bench b(&settings);
        QVERIFY(settings.shortcuts().isEmpty());
        QCOMPARE(b.shortcuts.set(b.actions.play, 0, key("K")), QString());
        QCOMPARE(b.shortcuts.set(b.actions.save, 1, key("Ctrl+;")), QString());
        QCOMPARE(b.shortcuts.set(b.actions.loop, 0, {}), QString());
        QVERIFY(b.actions.play->toolTip().contains(QLatin1String("(K)")));
        QVERIFY(!b.shortcuts.isAsAtFirst(b.actions.play));
        QVERIFY(b.shortcuts.isAsAtFirst(b.actions.stop));
    }
    Bench b(&settings);
    QCOMPARE(b.actions.play->shortcuts(), QList{key("K")});
    QCOMPARE(b.actions.save->shortcuts(), (QList{key("Ctrl+S"), key("Ctrl+;")}));
    QVERIFY(b.actions.loop->shortcuts().isEmpty());
    b.nothingClashes();
    QCOMPARE(settings.shortcuts().size(), 3);
}

void TestShortcuts::clashesAreRefused()
{
    AppSettings settings(newFile());
    Bench b(&settings);
    const QString why = b.shortcuts.set(b.actions.play, 0, key("Ctrl+S"));
    QVERIFY2(why.contains(QLatin1String("Save run")) && why.contains(QLatin1String("Ctrl+S")), qPrintable(why));
    QVERIFY(b.shortcuts.isAsAtFirst(b.actions.play));
    QVERIFY(settings.shortcuts().isEmpty());
    // Free again, it can be had; and then its first owner cannot have it back.
    QCOMPARE(b.shortcuts.set(b.actions.save, 0, {}), QString());
    QCOMPARE(b.shortcuts.set(b.actions.play, 0, key("Ctrl+S")), QString());
    QVERIFY(b.shortcuts.reset(b.actions.save).contains(QLatin1String("Ctrl+S")));
    QVERIFY(b.actions.save->shortcuts().isEmpty());
    // The other key of the same action is no clash: it moves.
    QCOMPARE(b.shortcuts.set(b.actions.run, 0, key("Ctrl+Return")), QString());
    QCOMPARE(b.actions.run->shortcuts(), QList{key("Ctrl+Return")});
    b.nothingClashes();
}

void TestShortcuts::someKeysAreTheWindows()
{
    AppSettings settings(newFile());
    Bench b(&settings);
    for (const char *taken : {"F10", "Alt+F", "Left", "Down", "Return", "Tab", "Ctrl+K, Ctrl+C"})
        QVERIFY2(!b.shortcuts.set(b.actions.play, 0, key(taken)).isEmpty(), taken);
    for (const char *free : {"Alt+7", "F12", "X", "Shift+Left"})
        QVERIFY2(b.shortcuts.set(b.actions.play, 0, key(free)).isEmpty(), free);
    QVERIFY(settings.shortcuts().size() == 1);
}

void TestShortcuts::sentencesNameTheKeyOfNow()
{
    AppSettings settings(newFile());
    Bench b(&settings);
    const auto note = [] { return keyNote(QStringLiteral("run.start")); };
    QCOMPARE(note(), QStringLiteral(" (F5)"));
    QCOMPARE(b.shortcuts.set(b.actions.run, 0, key("F12")), QString());
    QCOMPARE(note(), QStringLiteral(" (F12)"));
    QCOMPARE(b.shortcuts.set(b.actions.run, 1, {}), QString());
    QCOMPARE(b.shortcuts.set(b.actions.run, 0, {}), QString());
    QCOMPARE(note(), QString());
    QCOMPARE(keyNote(QStringLiteral("no.such")), QString());
}

void TestShortcuts::asAtFirstAgain()
{
    AppSettings settings(newFile());
    Bench b(&settings);
    b.shortcuts.set(b.actions.play, 0, key("K"));
    b.shortcuts.set(b.actions.loop, 0, key("Space"));
    QVERIFY(b.shortcuts.reset(b.actions.play).contains(QLatin1String("Space"))); // the loop has it
    QCOMPARE(b.shortcuts.reset(b.actions.loop), QString());
    QCOMPARE(b.shortcuts.reset(b.actions.play), QString());
    QVERIFY(settings.shortcuts().isEmpty());
    b.shortcuts.set(b.actions.play, 0, key("K"));
    b.shortcuts.set(b.actions.loop, 0, key("Space"));
    b.shortcuts.resetAll();
    QVERIFY(settings.shortcuts().isEmpty());
    for (const QAction *action : b.actions.all())
        QVERIFY(b.shortcuts.isAsAtFirst(action));
}

void TestShortcuts::settingsThatDoNotFit()
{
    AppSettings settings(newFile());
    // A clash among one's own, one with a key of the first start, three keys, no action, no key, a chord.
    settings.shortcuts.set({QStringLiteral("film.play=K"), QStringLiteral("film.loop=K"),
                            QStringLiteral("file.save=F5"), QStringLiteral("film.first=A; D; G"),
                            QStringLiteral("no.such=Q"), QStringLiteral("=="), QString(),
                            QStringLiteral("film.last=Ctrl+K, Ctrl+C"), QStringLiteral("film.back=F10")});
    Bench b(&settings);
    b.nothingClashes();
    QCOMPARE(b.actions.play->shortcuts(), QList{key("K")});
    QVERIFY(b.shortcuts.isAsAtFirst(b.actions.loop));
    QCOMPARE(b.actions.save->shortcuts(), QList{key("F5")});
    QCOMPARE(b.actions.run->shortcuts(), QList{key("Ctrl+Return")}); // it had F5
    for (const QAction *action : {b.actions.first, b.actions.last, b.actions.back})
        QVERIFY(b.shortcuts.isAsAtFirst(action));
}

void TestShortcuts::dialogChangesAKey()
{
    WindowFixture f;
    ShortcutDialog *dialog = openDialog(f);
    QVERIFY(dialog);
    QVERIFY(!dialog->isModal());
    QCOMPARE(dialog->list()->model()->rowCount(), f.actions().all().size());
    f.picture(QStringLiteral("shortcuts"), dialog);
    dialog->field()->setText(QStringLiteral("play or pause"));
    QCOMPARE(dialog->list()->currentIndex().data(CommandModel::ActionRole).value<QAction *>(), f.actions().play);
    QCOMPARE(dialog->keyEdit(0)->keySequence(), key("Space"));
    // Ctrl alone is not yet a key; then it is taken at once.
    dialog->keyEdit(0)->setFocus();
    QTest::keyPress(dialog->keyEdit(0), Qt::Key_Control, Qt::ControlModifier);
    QCOMPARE(f.actions().play->shortcuts(), QList{key("Space")});
    QTest::keyClick(dialog->keyEdit(0), Qt::Key_J, Qt::ControlModifier);
    QCOMPARE(f.actions().play->shortcuts(), QList{key("Ctrl+J")});
    QCOMPARE(dialog->keyEdit(0)->keySequence(), key("Ctrl+J"));
    QVERIFY(dialog->problemLabel()->text().isEmpty());
    QCOMPARE(f.settings().shortcuts(), QStringList{QStringLiteral("film.play=Ctrl+J")});
    QTest::keyClick(dialog->keyEdit(1), Qt::Key_K);
    QCOMPARE(f.actions().play->shortcuts(), (QList{key("Ctrl+J"), key("K")}));
    QVERIFY(
        dialog->list()->currentIndex().data(CommandModel::KeysRole).toString().contains(QLatin1String("Ctrl+J, K")));
    for (QToolButton *button : dialog->findChildren<QToolButton *>())
        if (button->accessibleName() == QLatin1String("Take this key away")) {
            button->click(); // the first one's
            break;
        }
    QCOMPARE(f.actions().play->shortcuts(), QList{key("K")});
    for (QPushButton *button : dialog->findChildren<QPushButton *>())
        if (button->text() == QLatin1String("As at &first"))
            button->click();
    QCOMPARE(f.actions().play->shortcuts(), QList{key("Space")});
    QVERIFY(f.settings().shortcuts().isEmpty());
}

void TestShortcuts::dialogRefuses()
{
    WindowFixture f;
    ShortcutDialog *dialog = openDialog(f);
    QVERIFY(dialog);
    dialog->field()->setText(QStringLiteral("play or pause"));
    QTest::keyClick(dialog->keyEdit(0), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(dialog->problemLabel()->text().contains(QLatin1String("Save run")));
    QCOMPARE(dialog->keyEdit(0)->keySequence(), key("Space"));
    f.picture(QStringLiteral("shortcuts-refused"), dialog);
    QCOMPARE(f.actions().play->shortcuts(), QList{key("Space")});
    dialog->field()->setText(QStringLiteral("full screen"));
    QVERIFY(dialog->problemLabel()->text().isEmpty());
    dialog->field()->setText(QStringLiteral("nothing like that"));
    QVERIFY(!dialog->keyEdit(0)->isEnabled());
    QTest::keyClick(dialog->keyEdit(0), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(f.settings().shortcuts().isEmpty());
}

void TestShortcuts::newKeyWorksInTheWindow()
{
    WindowFixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    const bool was = f.actions().tailZoom->isChecked();
    ShortcutDialog *dialog = openDialog(f);
    QVERIFY(dialog);
    dialog->field()->setText(QStringLiteral("tail zoom"));
    QTest::keyClick(dialog->keyEdit(0), Qt::Key_Y, Qt::ControlModifier | Qt::AltModifier);
    dialog->close();
    f.central().plane()->view()->setFocus();
    QTRY_VERIFY(f.window().isActiveWindow());
    QTest::keyClick(f.window().focusWidget(), Qt::Key_T, Qt::ControlModifier);
    QCOMPARE(f.actions().tailZoom->isChecked(), was);
    QTest::keyClick(f.window().focusWidget(), Qt::Key_Y, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(f.actions().tailZoom->isChecked(), !was);
}

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
