// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the window: which one a system gets, the change without a restart, what stays when it changes.
#include "WindowFixture.h"
#include "models/RunNames.h"
#include "session/CoreTexts.h"
#include "session/PlainText.h"
#include "shell/Language.h"
#include "shell/SettingsDialog.h"
#include "shell/WindowKeeper.h"
#include "views/transport/ScrubRuler.h"
#include "views/transport/TransportBar.h"
#include <QComboBox>
#include <QFontDatabase>
#include <QFontInfo>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>

using namespace ard;
using namespace ard::ui;
using ard::test::WindowFixture;

namespace {

QString translations()
{
    return QStringLiteral(ARD_TRANSLATIONS);
}

QString firstMenu(const MainWindow &window)
{
    return controlName(window.menuBar()->actions().first()->text());
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void ofTheSystem_data();
    void ofTheSystem();
    void namesOfControls_data();
    void namesOfControls();
    void numbersAndQtsOwnTexts();
    void namesOfKinds();
    void changeWithoutARestart();
    void lanesStay();
    void markersStay();
    void branchesCanStillBeUndone();
    void choiceInTheSettings();
    void fontForChinese();
};

void TestLanguage::cleanup()
{
    QLocale::setDefault(QLocale::system());
    WindowFixture::theme().setLanguage(QStringLiteral("en"));
}

void TestLanguage::ofTheSystem_data()
{
    QTest::addColumn<QStringList>("tags");
    QTest::addColumn<QString>("code");
    const auto tags = [](const char *texts) { return QString::fromLatin1(texts).split(u' '); };
    QTest::newRow("mainland") << tags("zh-Hans-CN zh-CN zh") << QStringLiteral("zh_CN");
    QTest::newRow("Taiwan") << tags("zh-Hant-TW zh-TW zh-Hant") << QStringLiteral("zh_CN");
    QTest::newRow("Austria") << tags("de-AT de") << QStringLiteral("de");
    QTest::newRow("Britain") << tags("en-GB de-DE") << QStringLiteral("en");
    QTest::newRow("French first, then Chinese") << tags("fr-FR zh-CN") << QStringLiteral("zh_CN");
    QTest::newRow("French alone") << tags("fr-FR") << QStringLiteral("en");
    QTest::newRow("none") << tags("C") << QStringLiteral("en");
}

void TestLanguage::ofTheSystem()
{
    QFETCH(QStringList, tags);
    QTEST(Language::bestOf(tags), "code");
}

void TestLanguage::namesOfControls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::newRow("English") << QStringLiteral("Open a &model folder...") << QStringLiteral("Open a model folder...");
    QTest::newRow("Chinese") << QStringLiteral("打开模型文件夹(&M)…") << QStringLiteral("打开模型文件夹…");
    QTest::newRow("brackets of its own") << QStringLiteral("&Uniform (a)") << QStringLiteral("Uniform (a)");
}

void TestLanguage::namesOfControls()
{
    QFETCH(QString, text);
    QTEST(controlName(text), "name");
}

void TestLanguage::numbersAndQtsOwnTexts()
{
    Language language(translations());
    language.set(QStringLiteral("de"));
    QCOMPARE(QLocale().toString(0.5), QStringLiteral("0,5"));
    language.set(QStringLiteral("zh_CN"));
    QCOMPARE(QLocale().toString(0.5), QStringLiteral("0.5"));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("取消"));
    QCOMPARE(QCoreApplication::translate("DockLayout", "Runs"), QStringLiteral("运行列表"));
    language.set(QStringLiteral("en"));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), QStringLiteral("Cancel"));
    QCOMPARE(QCoreApplication::translate("DockLayout", "Runs"), QStringLiteral("Runs"));
}

void TestLanguage::namesOfKinds()
{
    Language language(translations());
    QCOMPARE(kindName("Uniform (Diffusion-LM)"), QStringLiteral("Uniform"));
    QCOMPARE(parameterName("anchor-scale"), QStringLiteral("anchor scale"));
    language.set(QStringLiteral("de"));
    QCOMPARE(parameterName("anchor-scale"), QStringLiteral("Ankerfaktor")); // a noun keeps its capital
    language.set(QStringLiteral("zh_CN"));
    QCOMPARE(kindName("Uniform (Diffusion-LM)"), QStringLiteral("统一")); // its brackets are 全角
    QCOMPARE(listed({QStringLiteral("甲"), QStringLiteral("乙")}), QStringLiteral("甲，乙"));
    QCOMPARE(running({QStringLiteral("甲。"), QStringLiteral("乙。"), QStringLiteral("（丙）")}),
             QStringLiteral("甲。乙。（丙）"));
    QCOMPARE(running({QStringLiteral("One."), QStringLiteral("Two.")}), QStringLiteral("One. Two."));
    QCOMPARE(withReason(QStringLiteral("失败"), QStringLiteral("原因")), QStringLiteral("失败：原因"));
}

void TestLanguage::changeWithoutARestart()
{
    WindowFixture f;
    Language language(translations());
    WindowKeeper keeper(&f.session(), &f.theme());
    QObject::connect(&language, &Language::changed, &keeper, &WindowKeeper::rebuild, Qt::QueuedConnection);
    QSignalSpy rebuilt(&keeper, &WindowKeeper::rebuilt);
    keeper.window()->show();
    QVERIFY(f.startEngine());
    QVERIFY(f.runToTheEnd());
    f.session().playback()->seek(3);
    f.session().cursor()->select(2, {3, 0});
    keeper.window()->actions()->showBoth->trigger();
    keeper.window()->actions()->tailZoom->trigger();
    const QSize size(1200, 760);
    keeper.window()->resize(size);
    const Run *run = f.session().cursor()->run();
    QCOMPARE(firstMenu(*keeper.window()), QStringLiteral("File"));

    language.set(QStringLiteral("zh_CN"));
    QVERIFY(QTest::qWaitFor([&rebuilt] { return rebuilt.size() == 1; }, WindowFixture::kWait));
    const MainWindow *window = keeper.window();
    QVERIFY(window->isVisible());
    QCOMPARE(firstMenu(*window), QStringLiteral("文件"));
    QVERIFY(window->windowTitle().contains(QStringLiteral("种子")));
    QVERIFY(runOrigin(*run).contains(QStringLiteral("跳步：等间隔")));
    QCOMPARE(window->docks()->dock(QStringLiteral("runsDock"))->windowTitle(), QStringLiteral("运行列表"));
    QCOMPARE(f.session().cursor()->run(), run);
    QCOMPARE(f.session().playback()->step(), 3);
    QCOMPARE(f.session().cursor()->selected().position, 2);
    QVERIFY(window->actions()->showBoth->isChecked());
    QVERIFY(window->actions()->tailZoom->isChecked());
    QVERIFY(!window->actions()->showPlane->isChecked());
    QCOMPARE(window->size(), size);
    f.picture(QStringLiteral("chinese"), keeper.window());

    language.set(QStringLiteral("de"));
    QVERIFY(QTest::qWaitFor([&rebuilt] { return rebuilt.size() == 2; }, WindowFixture::kWait));
    QCOMPARE(firstMenu(*keeper.window()), QStringLiteral("Datei"));
    QVERIFY(keeper.window()->actions()->showBoth->isChecked());
}

void TestLanguage::lanesStay()
{
    WindowFixture f;
    WindowKeeper keeper(&f.session(), &f.theme());
    keeper.window()->show();
    QVERIFY(f.startEngine());
    keeper.window()->actions()->compare->trigger();
    const qsizetype lanes = f.session().board()->lanes().size();
    QVERIFY(lanes > 1);
    const auto isDone = [&f] {
        const QList<Lane *> &all = f.session().board()->lanes();
        return std::all_of(all.begin(), all.end(),
                           [](const Lane *lane) { return lane->run() && !lane->run()->isLive(); });
    };
    QVERIFY(QTest::qWaitFor(isDone, WindowFixture::kWait));
    keeper.window()->actions()->showFuture->trigger();
    QList<const Run *> runs;
    for (const Lane *lane : f.session().board()->lanes())
        runs << lane->run();

    Language language(translations());
    language.set(QStringLiteral("zh_CN"));
    f.theme().setLanguage(QStringLiteral("zh_CN"));
    keeper.rebuild();
    QCOMPARE(f.session().board()->lanes().size(), lanes);
    for (qsizetype i = 0; i < lanes; ++i)
        QCOMPARE(f.session().board()->at(int(i))->run(), runs[i]);
    const Actions *actions = keeper.window()->actions();
    QVERIFY(actions->compare->isChecked());
    QVERIFY(actions->compareLayout->isChecked());
    QVERIFY(actions->showFuture->isChecked());
    QVERIFY(f.session().cursor()->showsFuture());
    QVERIFY(QTest::qWaitForWindowExposed(keeper.window()));
    f.picture(QStringLiteral("chinese-lanes"), keeper.window());
}

/// The window is made anew; what was marked in its film stays marked, and its keys go there.
void TestLanguage::markersStay()
{
    WindowFixture f;
    WindowKeeper keeper(&f.session(), &f.theme());
    keeper.window()->show();
    QVERIFY(f.startEngine());
    keeper.window()->actions()->run->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().cursor()->run() && !f.session().cursor()->run()->isLive(),
                             WindowFixture::kWait);
    f.session().cursor()->select(3, 5);
    keeper.window()->actions()->setMarkers[6]->trigger();
    f.session().cursor()->setMoment(9);
    Language language(translations());
    language.set(QStringLiteral("de"));
    keeper.rebuild();
    const ScrubRuler *ruler = keeper.window()->central()->transport()->ruler();
    QCOMPARE(ruler->markers(), (std::vector<ScrubRuler::Marker>{{5, 7}}));
    keeper.window()->actions()->goToMarkers[6]->trigger();
    QCOMPARE(f.session().cursor()->selected(), (Cell{3, 5, 0}));
}

/// Which branches were made is not the window's: a new one undoes and redoes them, and says so in its language.
void TestLanguage::branchesCanStillBeUndone()
{
    WindowFixture f;
    WindowKeeper keeper(&f.session(), &f.theme());
    keeper.window()->show();
    QVERIFY(f.startEngine());
    const auto ended = [&f] {
        const Run *run = f.session().cursor()->run();
        return run && !run->isLive();
    };
    keeper.window()->actions()->run->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(ended(), WindowFixture::kWait);
    const Run *first = f.session().cursor()->run();
    QList<const Run *> made;
    for (const char *id : {"whatif.pin", "whatif.seed"}) {
        f.session().cursor()->select(3, 8);
        keeper.window()->actions()->action(QString::fromLatin1(id))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(ended(), WindowFixture::kWait);
        made << f.session().cursor()->run();
    }
    const auto action = [&keeper](const char *id) {
        return keeper.window()->actions()->action(QString::fromLatin1(id));
    };
    action("edit.undo")->trigger();
    QCOMPARE(f.session().cursor()->run(), made[0]);

    Language language(translations());
    language.set(QStringLiteral("de"));
    keeper.rebuild();
    QVERIFY(action("edit.undo")->isEnabled() && action("edit.redo")->isEnabled());
    QVERIFY2(action("edit.undo")->text().startsWith(QStringLiteral("Rückgän&gig: ")) &&
                 action("edit.undo")->text().endsWith(branchChange(*made[0])),
             qPrintable(action("edit.undo")->text()));
    QVERIFY2(action("edit.redo")->text().endsWith(branchChange(*made[1])), qPrintable(action("edit.redo")->text()));
    action("edit.redo")->trigger();
    QCOMPARE(f.session().cursor()->run(), made[1]);
    action("edit.undo")->trigger();
    action("edit.undo")->trigger();
    QCOMPARE(f.session().cursor()->run(), first);
    QVERIFY(!action("edit.undo")->isEnabled());
    // What is branched in the new window is undone in the next one.
    f.session().cursor()->select(2, 4);
    action("whatif.pin")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(ended(), WindowFixture::kWait);
    keeper.rebuild();
    action("edit.undo")->trigger();
    QCOMPARE(f.session().cursor()->run(), first);
}

void TestLanguage::choiceInTheSettings()
{
    WindowFixture f;
    QSignalSpy chosen(&f.settings().language, &SettingSignal::changed);
    f.actions().settings->trigger();
    auto *dialog = f.window().findChild<SettingsDialog *>();
    QVERIFY(dialog);
    QComboBox *box = dialog->languageBox();
    QStringList names;
    for (int i = 0; i < box->count(); ++i)
        names << box->itemText(i);
    QCOMPARE(names,
             (QStringList{QStringLiteral("As the system"), QStringLiteral("English"), QStringLiteral("Deutsch"),
                          QStringLiteral("中文")}));
    QCOMPARE(box->currentIndex(), 0);
    box->setCurrentIndex(3);
    dialog->accept();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(f.settings().language(), QStringLiteral("zh_CN"));
}

void TestLanguage::fontForChinese()
{
    if (chineseFamily().isEmpty())
        QSKIP("this machine has no Chinese font");
    Theme &theme = WindowFixture::theme();
    const QString latin = QApplication::font().families().first();
    QCOMPARE(
        QFontInfo(QApplication::font()).family(),
        QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).family()); // no other than without Chinese
    QCOMPARE(QApplication::font().families().last(), chineseFamily());
    theme.setLanguage(QStringLiteral("zh_CN"));
    QCOMPARE(QApplication::font().families().first(), chineseFamily());
    QCOMPARE(QFontInfo(QApplication::font()).family(), chineseFamily());
    theme.setLanguage(QStringLiteral("en"));
    QCOMPARE(QApplication::font().families().first(), latin);
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
