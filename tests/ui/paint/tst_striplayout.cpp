// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The flowing line of the text strip: gaps, wrapping, words of several pieces, hits.
#include "paint/StripLayout.h"
#include <QTest>

using namespace ard::ui;

class TestStripLayout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gaps();
    void wordsWrapWhole();
    void aWordLongerThanTheLineWrapsBetweenPieces();
    void linesEnd();
    void widthsStayOnTheGrid();
    void hits();
    void nothing();

private:
    StripMetrics m_metrics{.width = 200, .lineHeight = 50, .wordGap = 12, .joinGap = 3, .grid = 8};
};

void TestStripLayout::gaps()
{
    const StripLayout layout = layoutStrip({{40, true}, {24, false}, {40, true}}, m_metrics);
    QCOMPARE(layout.boxes[0].left(), 0.0);
    QCOMPARE(layout.boxes[1].left(), 43.0); // a half-gap inside a word
    QCOMPARE(layout.boxes[2].left(), 43.0 + 24 + 12);
    QCOMPARE(layout.lines, 1);
    QCOMPARE(layout.height(), 50.0);
}

void TestStripLayout::wordsWrapWhole()
{
    const StripLayout layout = layoutStrip({{160, true}, {24, true}, {24, false}}, m_metrics);
    QCOMPARE(layout.boxes[1].top(), 50.0);
    QCOMPARE(layout.boxes[1].left(), 0.0);
    QCOMPARE(layout.boxes[2].top(), 50.0);
    QCOMPARE(layout.lines, 2);
}

void TestStripLayout::aWordLongerThanTheLineWrapsBetweenPieces()
{
    const StripLayout layout = layoutStrip({{120, true}, {120, false}}, m_metrics);
    QCOMPARE(layout.boxes[1].topLeft(), QPointF(0, 50));
}

void TestStripLayout::linesEnd()
{
    const StripLayout layout =
        layoutStrip({{24, true}, {24, true, true}, {24, true}, {24, false, true}, {24, false}, {24, true}}, m_metrics);
    QCOMPARE(layout.lines, 3);
    QCOMPARE(layout.boxes[1].topLeft(), QPointF(36, 0));
    QCOMPARE(layout.boxes[2].topLeft(), QPointF(0, 50));
    QCOMPARE(layout.boxes[3].topLeft(), QPointF(27, 50));
    QCOMPARE(layout.boxes[4].topLeft(), QPointF(0, 100)); // within a word, too
    QCOMPARE(layout.boxes[5].topLeft(), QPointF(36, 100));
    QCOMPARE(layoutStrip({{24, true, true}}, m_metrics).lines, 1); // behind the last there is no line
}

void TestStripLayout::widthsStayOnTheGrid()
{
    const StripLayout layout = layoutStrip({{1, true}, {33, true}}, m_metrics);
    QCOMPARE(layout.boxes[0].width(), 8.0);
    QCOMPARE(layout.boxes[1].width(), 40.0);
}

void TestStripLayout::hits()
{
    const StripLayout layout = layoutStrip({{176, true}, {24, true}}, m_metrics);
    QCOMPARE(layout.tokenAt({10, 10}), 0);
    QCOMPARE(layout.tokenAt({10, 60}), 1);
    QCOMPARE(layout.tokenAt({190, 10}), -1);
}

void TestStripLayout::nothing()
{
    const StripLayout layout = layoutStrip({}, m_metrics);
    QCOMPARE(layout.lines, 0);
    QCOMPARE(layout.height(), 0.0);
    QCOMPARE(layout.tokenAt({0, 0}), -1);
}

QTEST_GUILESS_MAIN(TestStripLayout)
#include "tst_striplayout.moc"
