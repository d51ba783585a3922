// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts: which panels each has, that they come back after a restart and leave nothing behind; looks in the settings; reduced motion.
#include "shell/SettingsDialog.h"
#include "shell/WindowKeeper.h"
#include "ui/shell/WindowFixture.h"
#include <QComboBox>
#include <QMenuBar>
#include <QSpinBox>
#include <QStatusBar>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;
using Layout = AppSettings::Layout;

namespace {

QStringList shown(const MainWindow &window)
{
    QStringList ids;
    for (const QDockWidget *dock : window.docks()->docks())
        if (!dock->isHidden())
            ids << dock->objectName();
    ids.sort();
    return ids;
}

const QStringList kStudent{QStringLiteral("cardDock"), QStringLiteral("sourceDock")};
const QStringList kStandard{QStringLiteral("cardDock"), QStringLiteral("runsDock"), QStringLiteral("sourceDock")};

} // namespace

class TestLayouts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void panelsOfEach();
    void oneAtATime_data();
    void oneAtATime();
    void comeBackAndLeaveNothing_data();
    void comeBackAndLeaveNothing();
    void studentWithoutRoom();
    void comparingStaysInTheLayout();
    void keptInAnotherLanguage();
    void looksInTheSettings();
    void cancelledSettingsChangeNothing();
    void reducedMotion();
};

void TestLayouts::panelsOfEach()
{
    WindowFixture f;
    f.window().resize(1440, 900);
    QCOMPARE(shown(f.window()), kStandard);
    f.actions().studentLayout->trigger();
    QCOMPARE(shown(f.window()), kStudent);
    QVERIFY(f.window().menuBar()->isVisible() && f.window().statusBar()->isVisible());
    f.picture(QStringLiteral("layout-student"));
    f.actions().researchLayout->trigger();
    QVERIFY(!f.actions().studentLayout->isChecked());
    QCOMPARE(shown(f.window()),
             (QStringList{QStringLiteral("cardDock"), QStringLiteral("insideDock"), QStringLiteral("jumpDock"),
                          QStringLiteral("logDock"), QStringLiteral("runsDock"), QStringLiteral("sourceDock")}));
    QCoreApplication::sendPostedEvents();
    QVERIFY2(f.central().height() > 400,
             qPrintable(QString::number(f.central().height()))); // the planes keep their room
    f.picture(QStringLiteral("layout-research"));
    f.actions().researchLayout->trigger(); // again: the standard layout
    QCOMPARE(shown(f.window()), kStandard);
}

void TestLayouts::oneAtATime_data()
{
    QTest::addColumn<Layout>("from");
    QTest::addColumn<Layout>("to");
    const std::pair<const char *, Layout> all[] = {{"lecture", Layout::Lecture},
                                                   {"compare", Layout::Compare},
                                                   {"student", Layout::Student},
                                                   {"research", Layout::Research},
                                                   {"standard", Layout::Standard}};
    for (const auto &[fromName, from] : all)
        for (const auto &[toName, to] : all)
            QTest::addRow("%s to %s", fromName, toName) << from << to;
}

void TestLayouts::oneAtATime()
{
    QFETCH(Layout, from);
    QFETCH(Layout, to);
    WindowFixture f;
    f.window().resize(1440, 900);
    QStringList direct;
    {
        WindowFixture other;
        other.window().resize(1440, 900);
        other.window().setLayout(to);
        direct = shown(other.window());
        other.window().setLayout(Layout::Standard);
    }
    f.window().setLayout(from);
    f.window().setLayout(to);
    const bool fewerLanes = from == Layout::Compare && to != Layout::Compare; // its lanes stay, and so do their panels
    if (!fewerLanes)
        QCOMPARE(shown(f.window()), direct);
    QCOMPARE(f.window().docks()->layout(), to);
    QCOMPARE(WindowFixture::theme().shownScale(), to == Layout::Lecture ? 1.5 : 1.0);
    const QAction *on = nullptr;
    for (const QAction *action :
         {f.actions().lecture, f.actions().compareLayout, f.actions().studentLayout, f.actions().researchLayout})
        if (action->isChecked()) {
            QVERIFY(!on);
            on = action;
        }
    QCOMPARE(on != nullptr, to != Layout::Standard);
    f.window().setLayout(Layout::Standard);
}

void TestLayouts::comeBackAndLeaveNothing_data()
{
    QTest::addColumn<Layout>("layout");
    QTest::newRow("student") << Layout::Student;
    QTest::newRow("research") << Layout::Research;
}

void TestLayouts::comeBackAndLeaveNothing()
{
    QFETCH(Layout, layout);
    WindowFixture f;
    f.window().resize(1440, 900);
    f.window().docks()->dock(QStringLiteral("cardDock"))->hide(); // the user's own standard layout
    const QStringList before = shown(f.window());
    f.window().setLayout(layout);
    const QStringList of = shown(f.window());
    f.window().docks()->dock(QStringLiteral("logDock"))->setVisible(true); // for now, and no longer
    QVERIFY(f.window().close());
    QCOMPARE(f.settings().layout(), layout);
    MainWindow again(&f.session(), &WindowFixture::theme());
    again.show();
    QCOMPARE(again.docks()->layout(), layout);
    QCOMPARE(shown(again), of);
    again.setLayout(Layout::Standard);
    QCOMPARE(shown(again), before);
    QVERIFY(again.close());
    QCOMPARE(f.settings().layout(), Layout::Standard);
    QCOMPARE(f.settings().uiScale(), 1.0);
}

void TestLayouts::studentWithoutRoom()
{
    WindowFixture f;
    f.window().resize(1024, 640);
    for (const Layout layout : {Layout::Student, Layout::Research}) {
        f.window().setLayout(layout);
        QCoreApplication::processEvents();
        QCOMPARE(f.window().size(), QSize(1024, 640));
        QVERIFY(!shown(f.window()).contains(QStringLiteral("insideDock")));
        QVERIFY2(f.central().plane()->view()->height() > 200,
                 qPrintable(QString::number(f.central().plane()->height())));
        f.picture(QStringLiteral("layout-small-%1").arg(static_cast<int>(layout)));
    }
}

void TestLayouts::comparingStaysInTheLayout()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.window().setLayout(Layout::Student);
    f.actions().compare->trigger();
    QVERIFY(f.actions().studentLayout->isChecked());
    QVERIFY(!f.actions().compareLayout->isChecked());
    f.actions().compare->trigger();
    f.window().setLayout(Layout::Standard);
    f.actions().compare->trigger();
    QVERIFY(f.actions().compareLayout->isChecked());
}

void TestLayouts::keptInAnotherLanguage()
{
    WindowFixture f; // the session and the settings
    f.window().hide();
    WindowKeeper keeper(&f.session(), &WindowFixture::theme());
    keeper.window()->show();
    keeper.window()->setLayout(Layout::Student);
    keeper.rebuild();
    QVERIFY(keeper.window()->actions()->studentLayout->isChecked());
    QCOMPARE(keeper.window()->docks()->layout(), Layout::Student);
    QCOMPARE(shown(*keeper.window()), kStudent);
}

void TestLayouts::looksInTheSettings()
{
    WindowFixture f;
    f.actions().settings->trigger();
    auto *dialog = f.window().findChild<SettingsDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->themeBox()->count(), 3);
    QCOMPARE(dialog->sizeBox()->value(), 100);
    dialog->themeBox()->setCurrentIndex(static_cast<int>(AppSettings::Theme::Dark));
    dialog->sizeBox()->setValue(130);
    dialog->motionBox()->setCurrentIndex(static_cast<int>(AppSettings::Motion::Reduced));
    QCOMPARE(WindowFixture::theme().shownScale(), 1.0); // not before OK
    f.picture(QStringLiteral("settings-looks"), dialog);
    dialog->accept();
    QVERIFY(WindowFixture::theme().isDark());
    QCOMPARE(WindowFixture::theme().shownScale(), 1.3);
    QVERIFY(WindowFixture::theme().isMotionReduced());
    QCOMPARE(f.settings().uiScale(), 1.3);
    QVERIFY(f.actions().themeDark->isChecked());
    f.settings().theme.set(AppSettings::Theme::System);
    f.settings().motion.set(AppSettings::Motion::System);
    f.actions().normalSize->trigger();
    QCOMPARE(f.settings().uiScale(), 1.0);
}

void TestLayouts::cancelledSettingsChangeNothing()
{
    WindowFixture f;
    f.actions().settings->trigger();
    auto *dialog = f.window().findChild<SettingsDialog *>();
    QVERIFY(dialog);
    dialog->themeBox()->setCurrentIndex(static_cast<int>(AppSettings::Theme::Dark));
    dialog->sizeBox()->setValue(200);
    dialog->reject();
    QCOMPARE(f.settings().theme(), AppSettings::Theme::System);
    QCOMPARE(f.settings().uiScale(), 1.0);
    // A size that was chosen by key is not rounded by a look at the settings.
    f.actions().larger->trigger();
    f.actions().larger->trigger();
    const double scale = f.settings().uiScale();
    f.actions().settings->trigger();
    for (SettingsDialog *open : f.window().findChildren<SettingsDialog *>())
        if (open->isVisible())
            open->accept();
    QCOMPARE(f.settings().uiScale(), scale);
    f.actions().normalSize->trigger();
}

void TestLayouts::reducedMotion()
{
    WindowFixture f;
    Theme &theme = WindowFixture::theme();
    theme.setMotion(AppSettings::Motion::Full);
    const int flash = QApplication::cursorFlashTime();
    QVERIFY(flash > 0);
    QVERIFY(f.window().isAnimated());
    f.settings().motion.set(AppSettings::Motion::Reduced);
    QVERIFY(theme.isMotionReduced());
    QVERIFY(!f.window().isAnimated());
    QCOMPARE(QApplication::cursorFlashTime(), 0);
    QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    for (const Qt::UIEffect effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_FadeTooltip})
        QVERIFY(!QApplication::isEffectEnabled(effect));
    f.settings().motion.set(AppSettings::Motion::Full);
    QCOMPARE(QApplication::cursorFlashTime(), flash);
    QVERIFY(f.window().isAnimated());
    f.settings().motion.set(AppSettings::Motion::System);
    theme.setMotion(AppSettings::Motion::System);
}

QTEST_MAIN(TestLayouts)
#include "tst_layouts.moc"
