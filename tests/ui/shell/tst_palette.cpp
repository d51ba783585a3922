// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The command palette in the window: every action is in it, words find it in every language, Enter does it where the keyboard was.
#include "models/RunNames.h"
#include "session/PlainText.h"
#include "shell/CommandPalette.h"
#include "shell/Language.h"
#include "ui/shell/WindowFixture.h"
#include "views/grid/TokenGridView.h"
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListView>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;

namespace {

CommandPalette *openPalette(WindowFixture &f)
{
    QTest::keyClick(f.window().focusWidget(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    CommandPalette *shown = nullptr;
    for (CommandPalette *palette : f.window().findChildren<CommandPalette *>())
        if (palette->isVisible())
            shown = palette;
    return shown;
}

QModelIndex rowOf(const QAction *action, const QAbstractItemModel &model)
{
    for (int row = 0; row < model.rowCount(); ++row)
        if (model.index(row, 0).data(CommandModel::ActionRole).value<QAction *>() == action)
            return model.index(row, 0);
    return {};
}

} // namespace

class TestPalette : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyActionIsInIt_data();
    void everyActionIsInIt();
    void enterDoesIt();
    void keyboardComesBackFirst();
    void whatCannotBeDoneIsPale();
    void runsAndModels();
    void escapeAndTheKeyCloseIt();
    void inASmallWindow();
};

void TestPalette::everyActionIsInIt_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &code : Language::codes())
        QTest::newRow(qPrintable(code)) << code;
}

void TestPalette::everyActionIsInIt()
{
    QFETCH(QString, language);
    Language chosen(QStringLiteral(ARD_TRANSLATIONS));
    chosen.set(language);
    WindowFixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    CommandPalette *palette = openPalette(f);
    QVERIFY(palette);
    QAbstractItemModel &rows = *palette->list()->model();
    const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (const QAction *action : f.actions().all()) {
        if (action->objectName() == QLatin1String("help.commands"))
            continue;
        palette->field()->clear();
        const QModelIndex row = rowOf(action, rows);
        QVERIFY2(row.isValid(), qPrintable(action->objectName()));
        for (const QKeySequence &key : action->shortcuts())
            QVERIFY(row.data(CommandModel::KeysRole).toString().contains(key.toString(QKeySequence::NativeText)));
        // Its own words find it.
        palette->field()->setText(controlName(action->text()));
        QVERIFY2(rowOf(action, rows).isValid(), qPrintable(action->text()));
    }
    palette->field()->clear();
    QCOMPARE(rowOf(f.actions().themeDark, rows).data(CommandModel::PlaceRole).toString().count(u'▸'), 1);
    f.picture(QStringLiteral("palette-") + language);
}

void TestPalette::enterDoesIt()
{
    WindowFixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    CommandPalette *palette = openPalette(f);
    QVERIFY(palette);
    QVERIFY(palette->field()->hasFocus());
    QTest::keyClicks(palette->field(), QStringLiteral("tail zo"));
    QCOMPARE(palette->list()->currentIndex().data().toString(), controlName(f.actions().tailZoom->text()));
    QVERIFY(palette->field()->accessibleDescription().contains(QStringLiteral("Ctrl+T")));
    f.picture(QStringLiteral("palette-found"));
    QVERIFY(!f.actions().tailZoom->isChecked());
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QVERIFY(f.actions().tailZoom->isChecked());
    QVERIFY(!palette->isVisible());
    // The next one is reached with the arrow keys.
    palette = openPalette(f);
    QVERIFY(palette);
    QTest::keyClicks(palette->field(), QStringLiteral("size"));
    const QString first = palette->list()->currentIndex().data().toString();
    QTest::keyClick(palette->field(), Qt::Key_Down);
    QVERIFY(palette->list()->currentIndex().data().toString() != first);
    QTest::keyClicks(palette->field(), QStringLiteral(" nothing like it"));
    QVERIFY(!palette->list()->isVisible());
    QTest::keyClick(palette->field(), Qt::Key_Return); // nothing to do, nothing happens
    QVERIFY(palette->isVisible());
}

void TestPalette::keyboardComesBackFirst()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    f.actions().showTable->trigger();
    TokenGridView *grid = f.central().grid();
    grid->setFocus();
    f.session().cursor()->select({2, Moment{5, 0}, 0});
    const QString word = grid->currentIndex().data().toString();
    CommandPalette *palette = openPalette(f);
    QVERIFY(palette);
    QTest::keyClicks(palette->field(), QStringLiteral("copy sentence"));
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QVERIFY(grid->hasFocus());
    QCOMPARE(QGuiApplication::clipboard()->text(), word); // of the table, as with its key
}

void TestPalette::whatCannotBeDoneIsPale()
{
    WindowFixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    QVERIFY(!f.actions().save->isEnabled());
    CommandPalette *palette = openPalette(f);
    QVERIFY(palette);
    QTest::keyClicks(palette->field(), QStringLiteral("save run"));
    const QModelIndex row = rowOf(f.actions().save, *palette->list()->model());
    QVERIFY(row.isValid());
    QVERIFY(!row.data(CommandModel::IsEnabledRole).toBool());
    palette->list()->setCurrentIndex(row);
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QVERIFY(palette->isVisible());
}

void TestPalette::runsAndModels()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    Run *first = f.session().cursor()->run();
    QVERIFY(f.runToTheEnd());
    QVERIFY(f.session().cursor()->run() != first);
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    CommandPalette *palette = openPalette(f);
    QVERIFY(palette);
    palette->field()->setText(runLabel(*first));
    QCOMPARE(palette->list()->currentIndex().data().toString(), runLabel(*first));
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QCOMPARE(f.session().cursor()->run(), first);
    palette = openPalette(f);
    QVERIFY(palette);
    palette->field()->setText(QStringLiteral("models tiny"));
    QCOMPARE(palette->list()->currentIndex().data().toString(), QStringLiteral("Tiny"));
    // A run that goes while it stands in the list is one that cannot be shown.
    palette->field()->setText(runLabel(*first));
    f.session().show(nullptr);
    QVERIFY(f.session().runs()->remove(first));
    QTest::keyClick(palette->field(), Qt::Key_Return);
    QVERIFY(f.session().cursor()->run() != first);
}

void TestPalette::escapeAndTheKeyCloseIt()
{
    WindowFixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    QWidget *before = f.window().focusWidget();
    CommandPalette *palette = openPalette(f);
    QVERIFY(palette);
    f.actions().stop->setEnabled(true); // whose key it is otherwise
    const QMetaObject::Connection stopped =
        connect(f.actions().stop, &QAction::triggered, this, [] { QFAIL("stopped"); });
    QTest::keyClick(palette->field(), Qt::Key_Escape);
    disconnect(stopped);
    QVERIFY(!palette->isVisible());
    QCOMPARE(f.window().focusWidget(), before);
    palette = openPalette(f);
    QVERIFY(palette);
    QVERIFY(!openPalette(f)); // the same key closes it
    QCOMPARE(f.window().focusWidget(), before);
    palette = openPalette(f);
    QVERIFY(palette);
    f.central().plane()->view()->setFocus(Qt::MouseFocusReason); // a click elsewhere
    QVERIFY(!palette->isVisible());
    QVERIFY(f.central().plane()->view()->hasFocus());
}

void TestPalette::inASmallWindow()
{
    WindowFixture f;
    f.window().resize(1024, 640);
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    const CommandPalette *palette = openPalette(f);
    QVERIFY(palette);
    QVERIFY(f.window().rect().contains(palette->geometry()));
    QVERIFY(palette->rect().contains(palette->list()->geometry()));
    f.picture(QStringLiteral("palette-small"));
    f.window().resize(700, 600);
    QVERIFY(f.window().rect().contains(palette->geometry()));
}

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
