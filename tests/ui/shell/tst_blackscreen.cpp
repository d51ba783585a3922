// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The black screen: covers all of its window, whatever its size; the next key or click takes it away and does nothing else.
#include "shell/BlackScreen.h"
#include <QAction>
#include <QImage>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace ard::ui;

class TestBlackScreen : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void coversTheWindow();
    void anyKeyTakesItAway_data();
    void anyKeyTakesItAway();
    void aClickTakesItAway();
    void theKeyboardComesBack();
    void onAndOffTwice();
    void goesWithItsWindow();

private:
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_field = nullptr;
    BlackScreen *m_black = nullptr;
    int m_triggered = 0;
};

void TestBlackScreen::init()
{
    m_triggered = 0;
    m_window = std::make_unique<QWidget>();
    m_window->resize(300, 200);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(new QLineEdit);
    layout->addWidget(m_field = new QLineEdit);
    auto *action = new QAction(m_window.get());
    action->setShortcuts({QKeySequence(Qt::Key_B), QKeySequence(Qt::Key_Space), QKeySequence(Qt::Key_PageDown),
                          QKeySequence(Qt::CTRL | Qt::Key_W)});
    connect(action, &QAction::triggered, this, [this] { ++m_triggered; });
    m_window->addAction(action);
    m_black = new BlackScreen(m_window.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_field->setFocus();
}

void TestBlackScreen::coversTheWindow()
{
    QVERIFY(!m_black->isVisible());
    m_black->setOn(true);
    QVERIFY(m_black->isVisible());
    QCOMPARE(m_black->geometry(), m_window->rect());
    m_window->resize(420, 310);
    QCOMPARE(m_black->geometry(), m_window->rect());
    const QImage image = m_window->grab().toImage();
    for (int y = 0; y < image.height(); y += 7)
        for (int x = 0; x < image.width(); x += 7)
            QCOMPARE(image.pixelColor(x, y), QColor(Qt::black));
    QVERIFY(!m_black->accessibleName().isEmpty());
}

void TestBlackScreen::anyKeyTakesItAway_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::newRow("the same") << int(Qt::Key_B) << 0;
    QTest::newRow("play") << int(Qt::Key_Space) << 0;
    QTest::newRow("a presenter's remote") << int(Qt::Key_PageDown) << 0;
    QTest::newRow("Esc") << int(Qt::Key_Escape) << 0;
    QTest::newRow("what would close a lane") << int(Qt::Key_W) << int(Qt::ControlModifier);
    QTest::newRow("a letter") << int(Qt::Key_X) << 0;
}

void TestBlackScreen::anyKeyTakesItAway()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    m_black->setOn(true);
    QTest::keyClick(m_window.get(), static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
    QVERIFY(!m_black->isVisible());
    QCOMPARE(m_triggered, 0);
    QVERIFY(m_field->text().isEmpty()); // nor was it typed
    if (key == Qt::Key_PageDown) {      // from now on keys are what they were
        QTest::keyClick(m_window.get(), Qt::Key_PageDown);
        QCOMPARE(m_triggered, 1);
    }
}

void TestBlackScreen::aClickTakesItAway()
{
    m_black->setOn(true);
    QTest::mouseClick(m_black, Qt::LeftButton);
    QVERIFY(!m_black->isVisible());
}

void TestBlackScreen::theKeyboardComesBack()
{
    QCOMPARE(QApplication::focusWidget(), m_field);
    m_black->setOn(true);
    m_black->setOn(false);
    QCOMPARE(QApplication::focusWidget(), m_field);
    m_black->setOn(true);
    delete m_field; // whoever had it is gone
    m_black->setOn(false);
    QVERIFY(!m_black->isVisible());
}

void TestBlackScreen::onAndOffTwice()
{
    m_black->setOn(false);
    QVERIFY(!m_black->isVisible());
    m_black->setOn(true);
    m_black->setOn(true);
    m_black->setOn(false);
    QVERIFY(!m_black->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_B);
    QCOMPARE(m_triggered, 1); // nobody listens in any more
}

/// Keys of the program go on after a window was closed in the dark.
void TestBlackScreen::goesWithItsWindow()
{
    m_black->setOn(true);
    m_window.reset();
    QLineEdit other;
    other.show();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QTest::keyClick(&other, Qt::Key_X);
    QCOMPARE(other.text(), QStringLiteral("x"));
}

QTEST_MAIN(TestBlackScreen)
#include "tst_blackscreen.moc"
