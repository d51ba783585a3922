// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keyboard, wheel and text of every control: which keys are whose, letters after Alt, text that looks like HTML.
#include "plot/PlaneView.h"
#include "shell/ControlRules.h"
#include "shell/ViewRegistry.h"
#include "ui/shell/WindowFixture.h"
#include "views/engine/Banner.h"
#include "views/grid/TokenGridView.h"
#include "views/plane/PlanePanel.h"
#include "views/source/SourcePanel.h"
#include "views/strip/TextStripView.h"
#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QToolTip>
#include <QTranslator>
#include <QWheelEvent>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;

namespace {

void turnWheel(QWidget *over)
{
    const QPointF middle = over->rect().center();
    QWheelEvent event(middle, over->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(over, &event);
}

QString valueOf(const QWidget *field)
{
    if (const auto *combo = qobject_cast<const QComboBox *>(field))
        return combo->currentText();
    return qobject_cast<const QAbstractSpinBox *>(field)->text();
}

QList<QWidget *> fields(QWidget *window)
{
    QList<QWidget *> found;
    for (QComboBox *box : window->findChildren<QComboBox *>())
        found << box;
    for (QAbstractSpinBox *box : window->findChildren<QAbstractSpinBox *>())
        found << box;
    return found;
}

/// The letter after Alt; null: none.
QChar mnemonic(QString text)
{
    text.remove(QStringLiteral("&&"));
    const qsizetype at = text.indexOf(QLatin1Char('&'));
    return at >= 0 && at + 1 < text.size() ? text[at + 1].toLower() : QChar();
}

QStringList clashes(const QStringList &texts)
{
    QHash<QChar, QString> seen;
    QStringList found;
    for (const QString &text : texts) {
        const QChar letter = mnemonic(text);
        if (letter.isNull())
            continue;
        if (seen.contains(letter))
            found << QStringLiteral("Alt+%1: %2, %3").arg(letter).arg(seen.value(letter), text);
        seen.insert(letter, text);
    }
    return found;
}

/// Everything of one window that Alt reaches, without what is inside its menus.
QStringList mnemonicTexts(const QWidget *window)
{
    QStringList texts;
    const auto isHere = [window](const QWidget *widget) { return widget->window() == window; };
    for (const QMenuBar *bar : window->findChildren<QMenuBar *>())
        for (const QAction *action : bar->actions())
            texts << action->text();
    for (const QAbstractButton *button : window->findChildren<QAbstractButton *>())
        if (isHere(button))
            texts << button->text();
    for (const QLabel *label : window->findChildren<QLabel *>())
        if (label->buddy() && isHere(label))
            texts << label->text();
    for (const QGroupBox *box : window->findChildren<QGroupBox *>())
        if (isHere(box))
            texts << box->title();
    return texts;
}

} // namespace

class TestControls : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wheelChangesNothing();
    void keysOfAControlAreItsOwn();
    void filmKeysEverywhereElse();
    void keysOfARemote();
    void runTakesTheKeyboardToTheFilm();
    void panelKeysReachEveryPanel();
    void lettersAfterAltAreUnique_data();
    void lettersAfterAltAreUnique();
    void shortcutsOnOtherKeyboards_data();
    void shortcutsOnOtherKeyboards();
    void textIsNeverHtml();
};

void TestControls::wheelChangesNothing()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.window().resize(1100, 640);
    const QString model = QString::fromStdString(f.session().form()->model().folder);
    QVERIFY(fields(&f.window()).size() >= 8);
    for (QWidget *field : fields(&f.window())) {
        if (!field->isVisible())
            continue;
        f.window().setFocus();
        const QString before = valueOf(field);
        turnWheel(field);
        QCOMPARE(valueOf(field), before);
        QVERIFY2(!field->hasFocus(), "the wheel gave it the keyboard");
        if (auto *inside = field->findChild<QLineEdit *>()) {
            turnWheel(inside);
            QCOMPARE(valueOf(field), before);
        }
    }
    QCOMPARE(QString::fromStdString(f.session().form()->model().folder), model);
    // With the keyboard in it the wheel is meant.
    auto *steps = f.window().findChild<QSpinBox *>();
    QVERIFY(steps);
}

void TestControls::keysOfAControlAreItsOwn()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    f.session().playback()->seek(5);
    const bool looping = f.session().playback()->isLooping();
    for (QWidget *field : fields(&f.window())) {
        if (!field->isVisible() || !field->isEnabled())
            continue;
        field->setFocus();
        for (const auto &[key, text] : {std::pair(Qt::Key_L, "l"),
                                        {Qt::Key_Space, " "},
                                        {Qt::Key_Home, ""},
                                        {Qt::Key_End, ""},
                                        {Qt::Key_Period, "."},
                                        {Qt::Key_Comma, ","},
                                        {Qt::Key_Equal, "="},
                                        {Qt::Key_PageDown, ""}}) {
            QKeyEvent asked(QEvent::ShortcutOverride, key, Qt::NoModifier, QLatin1String(text));
            QVERIFY2(ControlRules::belongsToControl(asked, field), qPrintable(field->accessibleName()));
            asked.ignore();
            QApplication::sendEvent(field, &asked);
            QVERIFY(asked.isAccepted());
        }
        // Ctrl and Alt are the window's.
        QVERIFY(!ControlRules::belongsToControl(
            QKeyEvent(QEvent::ShortcutOverride, Qt::Key_Return, Qt::ControlModifier), field));
        QVERIFY(
            !ControlRules::belongsToControl(QKeyEvent(QEvent::ShortcutOverride, Qt::Key_F5, Qt::NoModifier), field));
    }
    auto *number = f.window().findChild<QAbstractSpinBox *>();
    number->setFocus();
    QTest::keyClick(number, Qt::Key_Space);
    QVERIFY(!f.session().playback()->isPlaying());
    QCOMPARE(f.session().playback()->step(), 5);
    QCOMPARE(f.session().playback()->isLooping(), looping);
}

void TestControls::filmKeysEverywhereElse()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    f.actions().showBoth->trigger();
    for (QWidget *view :
         {static_cast<QWidget *>(f.central().strip()), static_cast<QWidget *>(f.central().plane()->view()),
          static_cast<QWidget *>(f.central().grid())}) {
        view->setFocus();
        QWidget *keyboard = f.window().focusWidget();
        f.session().playback()->seek(7);
        QTest::keyClick(keyboard, Qt::Key_PageDown);
        QCOMPARE(f.session().playback()->step(), 8);
        QTest::keyClick(keyboard, Qt::Key_PageUp);
        QTest::keyClick(keyboard, Qt::Key_Comma);
        QCOMPARE(f.session().playback()->step(), 6);
        QTest::keyClick(keyboard, Qt::Key_End);
        QCOMPARE(f.session().playback()->step(), 20);
        QTest::keyClick(keyboard, Qt::Key_PageUp, Qt::ShiftModifier);
        QCOMPARE(f.session().playback()->step(), 10);
        QTest::keyClick(keyboard, Qt::Key_Home);
        QCOMPARE(f.session().playback()->step(), 0);
        QTest::keyClick(keyboard, Qt::Key_Space);
        QVERIFY(f.session().playback()->isPlaying());
        QTest::keyClick(keyboard, Qt::Key_Space);
        QVERIFY(!f.session().playback()->isPlaying());
    }
}

void TestControls::keysOfARemote()
{
    // A presenter's remote sends these two, and F5 or Esc at times.
    WindowFixture f;
    QVERIFY(f.actions().forward->shortcuts().contains(QKeySequence(Qt::Key_PageDown)));
    QVERIFY(f.actions().back->shortcuts().contains(QKeySequence(Qt::Key_PageUp)));
}

void TestControls::runTakesTheKeyboardToTheFilm()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    QPlainTextEdit *source = f.window().docks()->source()->sourceEdit();
    source->setFocus();
    const QString before = source->toPlainText();
    QTest::keyClick(source, Qt::Key_Return, Qt::ControlModifier);
    Run *run = f.session().cursor()->run();
    QVERIFY(run);
    QTRY_VERIFY(!run->isLive());
    QTest::keyClick(f.window().focusWidget(), Qt::Key_Home);
    QCOMPARE(f.session().playback()->step(), 0);
    QTest::keyClick(f.window().focusWidget(), Qt::Key_Space);
    QVERIFY(f.session().playback()->isPlaying());
    QCOMPARE(source->toPlainText(), before);
    f.actions().showTable->trigger();
    f.actions().run->trigger();
    QVERIFY(f.central().grid()->hasFocus());
}

void TestControls::panelKeysReachEveryPanel()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    QVERIFY(QTest::qWaitForWindowActive(&f.window()));
    f.actions().showBoth->trigger();
    for (QDockWidget *dock : f.window().docks()->docks())
        dock->show();
    QStringList reached;
    const auto panelNow = [&f] {
        for (const QString &id : panelOrder())
            if (auto *panel = f.window().findChild<QWidget *>(id);
                panel && (panel->hasFocus() || panel->isAncestorOf(f.window().focusWidget())))
                return id;
        return QString();
    };
    QStringList expected = panelOrder();
    expected.removeOne(QStringLiteral("view.sheet")); // it takes the place of the others
    for (qsizetype i = 0; i < expected.size(); ++i) {
        QTest::keyClick(f.window().focusWidget(), Qt::Key_F6);
        reached << panelNow();
    }
    reached.sort();
    expected.sort();
    QCOMPARE(reached, expected);
    const QString last = panelNow();
    QTest::keyClick(f.window().focusWidget(), Qt::Key_F6);
    QTest::keyClick(f.window().focusWidget(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(panelNow(), last);
}

void TestControls::lettersAfterAltAreUnique_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QString();
    for (const QFileInfo &file :
         QDir(QStringLiteral(ARD_TRANSLATIONS)).entryInfoList({QStringLiteral("explorer_*.qm")}))
        QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
}

void TestControls::lettersAfterAltAreUnique()
{
    QFETCH(QString, language);
    QTranslator translator;
    if (!language.isEmpty()) {
        QVERIFY(translator.load(language));
        QCoreApplication::installTranslator(&translator);
    }
    WindowFixture f;
    f.actions().settings->trigger();
    f.actions().shortcuts->trigger();
    QStringList found = clashes(mnemonicTexts(&f.window()));
    for (const QWidget *dialog : f.window().findChildren<QDialog *>())
        found << clashes(mnemonicTexts(dialog));
    for (const QMenu *menu : f.window().menuBar()->findChildren<QMenu *>()) {
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts << action->text();
        found << clashes(texts);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void TestControls::shortcutsOnOtherKeyboards_data()
{
    // Per key: what it writes alone and with Shift; only where it differs from letter and capital.
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("US") << QStringList{QStringLiteral("=+"), QStringLiteral("-_"), QStringLiteral(",<"),
                                       QStringLiteral(".>"), QStringLiteral("/?"), QStringLiteral("0)"),
                                       QStringLiteral("[{"), QStringLiteral("]}"), QStringLiteral("1!"),
                                       QStringLiteral("2@"), QStringLiteral("3#")};
    QTest::newRow("German") << QStringList{
        QStringLiteral("+*"), QStringLiteral("-_"), QStringLiteral(",;"), QStringLiteral(".:"),  QStringLiteral("<>"),
        QStringLiteral("0="), QStringLiteral("7/"), QStringLiteral("1!"), QStringLiteral("2\""), QStringLiteral("3§")};
    QTest::newRow("French") << QStringList{QStringLiteral("=+"), QStringLiteral(")°"), QStringLiteral(",?"),
                                           QStringLiteral(";."), QStringLiteral(":/"), QStringLiteral("<>"),
                                           QStringLiteral("à0"), QStringLiteral("-6"), QStringLiteral("&1"),
                                           QStringLiteral("é2"), QStringLiteral("\"3")};
}

void TestControls::shortcutsOnOtherKeyboards()
{
    QFETCH(QStringList, keys);
    WindowFixture f;
    QHash<QKeySequence, QString> shortcuts;
    for (const QAction *action : f.actions().all())
        for (const QKeySequence &key : action->shortcuts())
            shortcuts.insert(key, action->objectName());
    for (const Qt::KeyboardModifiers base : {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ControlModifier)})
        for (const QString &key : keys)
            for (const bool shift : {false, true}) {
                // As Qt tries them: the sign with and without Shift, and the key itself with Shift.
                const auto sequence = [&base](QChar sign, bool withShift) {
                    return QKeySequence(QKeyCombination(base | (withShift ? Qt::ShiftModifier : Qt::NoModifier),
                                                        Qt::Key(sign.toUpper().unicode())));
                };
                QSet<QKeySequence> tried{sequence(key[shift ? 1 : 0], false)};
                if (shift)
                    tried += {sequence(key[1], true), sequence(key[0], true)};
                QStringList hit;
                for (const QKeySequence &one : tried)
                    if (shortcuts.contains(one))
                        hit << one.toString() + QStringLiteral(" ") + shortcuts.value(one);
                QVERIFY2(hit.size() <= 1, qPrintable(hit.join(QStringLiteral(", "))));
            }
    QVERIFY(f.actions().larger->shortcuts().contains(QKeySequence(QStringLiteral("Ctrl++"))));
}

void TestControls::textIsNeverHtml()
{
    const QString hostile = QStringLiteral("<b>x</b> <h1>hello</h1> & [*] &y");
    WindowFixture f(QStringLiteral("--refuse-load"));
    protocol::ModelSummary model;
    model.name = model.hint = model.folder = hostile.toStdString();
    model.examples = {hostile.toStdString(), "<i>other</i>"};
    model.length = 12;
    model.diffusionSteps = 200;
    f.session().form()->setModel(model);
    f.session().form()->setSource(hostile);
    f.session().log()->append(QStringLiteral("error"), hostile);
    f.session().settings()->addRecentFile(f.path(QStringLiteral("<b>x.ardrun")));
    f.session().tell(Notices::Topic::Save, hostile);
    GenerationRequest request;
    request.source = hostile.toStdString();
    request.schedule.kind = "uniform";
    request.schedule.length = 4;
    request.schedule.diffusionSteps = 200;
    auto *run = new Run(request);
    run->setName(hostile);
    f.session().show(f.session().runs()->add(run));
    for (const QWidget *window : QApplication::topLevelWidgets())
        for (QLabel *label : window->findChildren<QLabel *>()) {
            label->ensurePolished(); // as being shown does
            QVERIFY2(label->textFormat() != Qt::AutoText && label->textFormat() != Qt::RichText,
                     qPrintable(label->text()));
        }
    QCOMPARE(f.central().banner()->text(), hostile);
    QVERIFY(f.window().windowTitle().contains(QStringLiteral("[*][*]")));
    for (const QAbstractButton *button : f.window().findChildren<QAbstractButton *>())
        QVERIFY2(!button->text().contains(QStringLiteral("& [")) || button->text().contains(QStringLiteral("&& [")),
                 qPrintable(button->text()));
    // Tooltips, of whatever view.
    QToolTip::showText(f.window().mapToGlobal(QPoint(10, 10)), hostile, &f.window());
    QLabel *tip = nullptr;
    for (QWidget *window : QApplication::topLevelWidgets())
        if (window->inherits("QTipLabel"))
            tip = qobject_cast<QLabel *>(window);
    QVERIFY(tip);
    QCOMPARE(tip->text(), hostile);
    QCOMPARE(tip->textFormat(), Qt::PlainText);
    QToolTip::hideText();
    f.session().show(nullptr);
}

QTEST_MAIN(TestControls)
#include "tst_controls.moc"
