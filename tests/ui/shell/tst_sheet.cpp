// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The contact sheet in the window: shown and left, filled, its cells opened, kept in a folder and dropped from one.
#include "paint/Quantity.h"
#include "shell/FileQuestions.h"
#include "ui/shell/WindowFixture.h"
#include "views/engine/Banner.h"
#include "views/lane/BoardView.h"
#include "views/sheet/SheetTable.h"
#include "views/sheet/SheetView.h"
#include <QComboBox>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace ard;
using namespace ard::ui;
using test::WindowFixture;

namespace {

SheetView &viewOf(WindowFixture &f)
{
    return *f.central().sheet();
}

bool rests(WindowFixture &f)
{
    const ContactSheet *sheet = sheetOf(&f.session());
    return QTest::qWaitFor([&] { return !sheet->isFilling() && !sheet->isBusy(); }, WindowFixture::kWait);
}

/// The sheet is on screen, all of it filled and painted.
bool showFilled(WindowFixture &f)
{
    if (!f.startEngine())
        return false;
    f.window().resize(1280, 720);
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    QTest::mouseClick(f.central().findChild<QPushButton *>(QStringLiteral("sheet.fill")), Qt::LeftButton);
    return rests(f) && sheetOf(&f.session())->missing() == 0;
}

QImage seen(SheetView &view)
{
    QImage image;
    if (!QTest::qWaitFor(
            [&] {
                image = view.grab().toImage();
                return !view.pictures()->isPainting();
            },
            WindowFixture::kWait))
        return {};
    return view.grab().toImage();
}

void press(SheetView &view, int row, int column, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    view.table()->setCurrentIndex(view.model()->index(row, column));
    QTest::keyClick(view.table(), key, modifiers);
}

/// Pixels in the rectangle that have the colour, but for the rounding of a smaller picture.
int pixelsOf(const QImage &image, const QRect &rect, const QColor &colour)
{
    int found = 0;
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        for (int x = rect.left(); x <= rect.right(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            found += std::abs(pixel.red() - colour.red()) <= 3 && std::abs(pixel.green() - colour.green()) <= 3 &&
                std::abs(pixel.blue() - colour.blue()) <= 3;
        }
    return found;
}

/// What the word at position 0 has in the end.
QColor colourOf(const SheetCell &cell)
{
    const TokenState &token = cell.record->frames.back().tokens.front();
    return QuantityScale{.quantity = Quantity::Probability}.color(wordProbability(token));
}

} // namespace

class TestSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_questions = fileQuestions(); }
    void cleanup() { fileQuestions() = m_questions; }
    void comesAndGoes();
    void panelsComeBack();
    void fieldsAreChecked();
    void everythingIsSeen_data();
    void everythingIsSeen();
    void enterOpensTheRun();
    void clickOpensTheRun();
    void oneMoreLane();
    void arrowsMove();
    void escStops();
    void keptAndDropped();
    void noFolder();
    void closingAsksAboutCells();

private:
    FileQuestions m_questions;
};

void TestSheet::comesAndGoes()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    QVERIFY(!viewOf(f).isVisible());
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    QVERIFY(viewOf(f).isVisible() && !f.central().board()->isVisible());
    QCOMPARE(f.window().focusWidget(), viewOf(f).table());
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    QVERIFY(!viewOf(f).isVisible() && f.central().board()->isVisible());
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    QVERIFY(f.runToTheEnd()); // a run wants to be seen
    QVERIFY(!viewOf(f).isVisible() && f.central().board()->isVisible());
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    f.actions().compare->trigger();
    QVERIFY(!viewOf(f).isVisible() && f.central().board()->isVisible());
    QVERIFY(!f.actions().action(QStringLiteral("sheet.show"))->isChecked());
}

void TestSheet::panelsComeBack()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    const auto shown = [&] {
        QStringList ids;
        for (const QDockWidget *dock : f.window().docks()->docks())
            if (!dock->isHidden())
                ids << dock->objectName();
        return ids;
    };
    const QStringList before = shown();
    QVERIFY(!before.isEmpty());
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    QVERIFY(shown().isEmpty());
    const QByteArray stored = [&] {
        f.window().storeLayout();
        return f.settings().windowState();
    }();
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    QCOMPARE(shown(), before);
    f.window().storeLayout();
    QCOMPARE(f.settings().windowState(), stored); // a window closed on the sheet has its panels at the next start
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    f.actions().lecture->trigger();
    f.actions().lecture->trigger();
    QVERIFY(!viewOf(f).isVisible());
    QCOMPARE(shown(), before);
}

void TestSheet::fieldsAreChecked()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    auto *steps = f.central().findChild<QLineEdit *>(QStringLiteral("sheet.steps"));
    steps->setFocus();
    steps->selectAll();
    QTest::keyClicks(steps, QStringLiteral("2, many"));
    QTest::keyClick(steps, Qt::Key_Return);
    QVERIFY2(viewOf(f).status().contains(QStringLiteral("many")), qPrintable(viewOf(f).status()));
    QCOMPARE(steps->text(), QStringLiteral("2, many")); // to be mended
    QCOMPARE(viewOf(f).model()->columnCount(), 6);
    steps->selectAll();
    QTest::keyClicks(steps, QStringLiteral("4,2,4"));
    QTest::keyClick(steps, Qt::Key_Return);
    QVERIFY(!viewOf(f).status().contains(QStringLiteral("many")));
    QCOMPARE(steps->text(), QStringLiteral("2, 4"));
    QCOMPARE(viewOf(f).model()->columnCount(), 2);
    QCOMPARE(f.session().runs()->size(), 0); // Return in a field runs nothing
}

void TestSheet::everythingIsSeen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// At 1280 x 720: all cells of one seed without scrolling, and in every tile the colour of its first word's
/// probability, as the plane has it.
void TestSheet::everythingIsSeen()
{
    QFETCH(const bool, dark);
    WindowFixture f;
    (dark ? f.actions().themeDark : f.actions().themeLight)->trigger();
    QVERIFY(showFilled(f));
    SheetView &view = viewOf(f);
    view.model()->setSeed(0);
    const QImage image = seen(view);
    QVERIFY(!image.isNull());
    f.picture(dark ? QStringLiteral("sheet-dark") : QStringLiteral("sheet"));
    QCOMPARE(f.central().findChild<QComboBox *>(QStringLiteral("sheet.seedChoice"))->currentIndex(), 1);
    QCOMPARE(view.table()->horizontalScrollBar()->maximum(), 0);
    QCOMPARE(view.table()->verticalScrollBar()->maximum(), 0);
    for (int row = 0; row < view.model()->rowCount(); ++row)
        for (int column = 0; column < view.model()->columnCount(); ++column) {
            const QRect cell = view.table()->visualRect(view.model()->index(row, column));
            QVERIFY(view.table()->viewport()->rect().contains(cell));
            const QRect tile(view.table()->viewport()->mapTo(&view, cell.topLeft()), cell.size());
            const SheetCell &shown = sheetOf(&f.session())->cell({row, column, 0});
            QVERIFY2(pixelsOf(image, tile, colourOf(shown)) >= 10,
                     qPrintable(QStringLiteral("%1 %2").arg(row).arg(column)));
        }
    view.model()->setSeed(-1);
    QVERIFY(!seen(view).isNull());
    f.picture(dark ? QStringLiteral("sheet-seeds-dark") : QStringLiteral("sheet-seeds"));
    f.actions().themeLight->trigger();
}

void TestSheet::enterOpensTheRun()
{
    WindowFixture f;
    QVERIFY(showFilled(f));
    press(viewOf(f), 2, 1, Qt::Key_Return); // the second timestep schedule, its first seed, M 3
    QVERIFY(!viewOf(f).isVisible());
    QCOMPARE(f.session().board()->size(), 1);
    QCOMPARE(f.session().runs()->size(), 1);
    const Run *run = f.session().board()->at(0)->run();
    QVERIFY(run);
    QCOMPARE(run->record().request.schedule.kind, std::string("autoregressive"));
    QCOMPARE(run->record().request.samplingSteps, 3);
    QCOMPARE(run->record().request.seed, sheetOf(&f.session())->seeds()[0]);
    QVERIFY(!run->isRecorded()); // it was computed here
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    QCOMPARE(sheetOf(&f.session())->missing(), 0); // and is there still
    press(viewOf(f), 2, 1, Qt::Key_Enter);
    QCOMPARE(f.session().runs()->size(), 1); // the same run
    QVERIFY(!viewOf(f).isVisible());
}

void TestSheet::clickOpensTheRun()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.window().resize(1280, 720);
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    SheetTable *table = viewOf(f).table();
    const auto click = [&](int row, int column) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(viewOf(f).model()->index(row, column)).center());
    };
    click(0, 0);
    QVERIFY(viewOf(f).isVisible()); // nothing to open yet
    sheetOf(&f.session())->fill({0, 0, 0});
    QVERIFY(rests(f));
    click(0, 0);
    QVERIFY(!viewOf(f).isVisible());
    QCOMPARE(f.session().cursor()->run()->record().request.samplingSteps, 2);
}

void TestSheet::oneMoreLane()
{
    WindowFixture f;
    QVERIFY(showFilled(f));
    press(viewOf(f), 0, 0, Qt::Key_Return);
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    press(viewOf(f), 4, 2, Qt::Key_Return, Qt::ShiftModifier);
    QVERIFY(!viewOf(f).isVisible());
    const Board *board = f.session().board();
    QCOMPARE(board->size(), 2);
    QCOMPARE(board->at(0)->run()->record().request.samplingSteps, 2);
    QCOMPARE(board->at(1)->run()->record().request.samplingSteps, 5);
    QCOMPARE(board->at(1)->run()->record().request.schedule.kind, std::string("ar-diffusion"));
    QCOMPARE(board->at(1)->changes().samplingSteps, std::optional<int>(5)); // run again, it is the same
    QCOMPARE(f.session().cursor()->laneIndex(), 1);
}

void TestSheet::arrowsMove()
{
    WindowFixture f;
    QVERIFY(f.startEngine());
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    SheetTable *table = viewOf(f).table();
    QCOMPARE(table->currentIndex(), viewOf(f).model()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Right);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentIndex(), viewOf(f).model()->index(1, 1));
    QTest::keyClick(table, Qt::Key_End);
    QCOMPARE(table->currentIndex().column(), 5); // the film's key elsewhere
}

void TestSheet::escStops()
{
    WindowFixture f(QStringLiteral("--delay 20"));
    QVERIFY(f.startEngine());
    f.actions().action(QStringLiteral("sheet.show"))->trigger();
    auto *fill = f.central().findChild<QPushButton *>(QStringLiteral("sheet.fill"));
    QTest::mouseClick(fill, Qt::LeftButton);
    QVERIFY(sheetOf(&f.session())->isFilling());
    QTRY_VERIFY(f.actions().stop->isEnabled());
    f.actions().stop->trigger();
    QVERIFY(rests(f));
    QVERIFY(sheetOf(&f.session())->missing() > 0);
    QTRY_VERIFY(fill->isEnabled() && fill->text().contains(QString::number(sheetOf(&f.session())->missing())));
}

void TestSheet::keptAndDropped()
{
    WindowFixture f;
    const QString folder = f.path(QStringLiteral("cells"));
    QVERIFY(!f.actions().action(QStringLiteral("sheet.keep"))->isEnabled()); // nothing to keep
    QVERIFY(showFilled(f));
    fileQuestions().folder = [folder](QWidget *, const QString &) { return folder; };
    QTRY_VERIFY(f.actions().action(QStringLiteral("sheet.keep"))->isEnabled());
    f.actions().action(QStringLiteral("sheet.keep"))->trigger();
    QVERIFY(rests(f));
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 18 + 36);

    WindowFixture other;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(folder)});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&other.window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&other.window(), &drop);
    QTRY_VERIFY(viewOf(other).isVisible());
    QVERIFY(rests(other));
    QCOMPARE(sheetOf(&other.session())->missing(), 0);
    QCOMPARE(viewOf(other).model()->index(3, 4).data().toString(), viewOf(f).model()->index(3, 4).data().toString());
    press(viewOf(other), 3, 4, Qt::Key_Return);
    QTRY_COMPARE(other.session().runs()->size(), 1);
    QVERIFY(other.session().cursor()->run()->isRecorded());
    QCOMPARE(other.session().cursor()->run()->record().request.samplingSteps, 20);
    other.actions().action(QStringLiteral("sheet.show"))->trigger();
    press(viewOf(other), 3, 4, Qt::Key_Return);
    QCOMPARE(other.session().runs()->size(), 1); // not read twice
}

void TestSheet::noFolder()
{
    WindowFixture f;
    const QString empty = f.path(QStringLiteral("empty"));
    QDir().mkpath(empty);
    fileQuestions().folder = [](QWidget *, const QString &) { return QString(); }; // cancelled
    f.actions().action(QStringLiteral("sheet.open"))->trigger();
    QCOMPARE(f.session().notices()->size(), 0);
    fileQuestions().folder = [empty](QWidget *, const QString &) { return empty; };
    f.actions().action(QStringLiteral("sheet.open"))->trigger();
    QTRY_VERIFY(f.central().banner()->text().contains(empty));
    QVERIFY(!viewOf(f).isVisible());
}

void TestSheet::closingAsksAboutCells()
{
    WindowFixture f;
    const auto question = [] {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (widget->objectName() == QLatin1String("unsavedSheet") && widget->isVisible())
                return qobject_cast<QMessageBox *>(widget);
        return static_cast<QMessageBox *>(nullptr);
    };
    const auto answer = [&](QMessageBox::ButtonRole role) {
        for (QAbstractButton *button : question()->buttons())
            if (question() && question()->buttonRole(button) == role)
                return button->click();
    };
    QVERIFY(showFilled(f));
    ContactSheet *sheet = sheetOf(&f.session());
    QCOMPARE(sheet->inNoFolder(), sheet->size() - sheet->failed());
    QVERIFY(!f.window().close() && question());
    QVERIFY(question()->text().contains(QString::number(sheet->inNoFolder())));
    answer(QMessageBox::RejectRole);
    QVERIFY(f.window().isVisible());
    // A folder that cannot be written to: it stays, with the reason on screen.
    const QString inTheWay = f.path(QStringLiteral("file"));
    QFile file(inTheWay);
    QVERIFY(file.open(QIODevice::WriteOnly));
    fileQuestions().folder = [&](QWidget *, const QString &) { return inTheWay; };
    QSignalSpy problem(sheet, &ContactSheet::problem);
    QVERIFY(!f.window().close());
    answer(QMessageBox::AcceptRole);
    QTRY_VERIFY_WITH_TIMEOUT(!problem.isEmpty() && rests(f), WindowFixture::kWait);
    QCoreApplication::processEvents();
    QVERIFY(f.window().isVisible());
    QVERIFY(sheet->inNoFolder() > 0);
    fileQuestions().folder = [&](QWidget *, const QString &) { return f.path(QStringLiteral("kept")); };
    QVERIFY(!f.window().close());
    answer(QMessageBox::AcceptRole);
    QTRY_VERIFY_WITH_TIMEOUT(!f.window().isVisible(), WindowFixture::kWait);
    QCOMPARE(QDir(f.path(QStringLiteral("kept"))).entryList(QDir::Files).size(), 18 + 36);

    WindowFixture other;
    QVERIFY(showFilled(other));
    QVERIFY(!other.window().close());
    answer(QMessageBox::DestructiveRole);
    QTRY_VERIFY(!other.window().isVisible());
}

QTEST_MAIN(TestSheet)
#include "tst_sheet.moc"
