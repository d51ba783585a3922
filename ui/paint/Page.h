// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Page: one picture of runs for people without the program: for each lane its title and its plane, the sentence, the
// charts that compare them, the legend and how it was made. Lays itself out in any size, so that a picture does not depend on the window.
// writePage() makes a file of it. Any thread that may use fonts.
#include "base/Result.h"
#include "paint/ChartArea.h"
#include "paint/ColorBarPainter.h"
#include "paint/LegendPainter.h"
#include "paint/PlaneState.h"
#include "paint/StripPainter.h"
#include <QCoreApplication>
#include <QRectF>
#include <QSize>
#include <QStringList>
#include <functional>
#include <vector>

class QPainter;

namespace ard::ui {

struct PageLane {
    QString title;
    QString subtitle; ///< where in the film it is
    PlaneState plane;
    std::vector<StripWord> words; ///< the sentence; empty: none
    int mark = -1;                ///< its letter and colour beside others (LaneMark), 0..7; -1: none
};

/// What stands under the planes, or alone, in the page's style.
struct PageChart {
    QString title; ///< above it; empty: none
    std::function<void(QPainter &, const QRectF &, const ChartStyle &)> paint;
};
/// By the painter that it has on screen, which is made of such a state and a rectangle.
template <class Chart, class State>
PageChart pageChart(QString title, State state)
{
    return {std::move(title),
            [state = std::move(state)](QPainter &painter, const QRectF &rect, const ChartStyle &style) {
                State styled = state;
                if constexpr (requires { styled.style; }) {
                    styled.style = style;
                } else {
                    styled.tones = style.tones;
                    styled.font = style.font;
                }
                Chart(std::move(styled), rect).paint(painter);
            }};
}

struct PageState {
    std::vector<PageLane> lanes;   ///< side by side
    std::vector<PageChart> charts; ///< side by side, under them; without lanes they have the whole page
    LegendContent legend;          ///< of planes
    QStringList recipe;            ///< lines: source, model, settings, how to make it again; long ones wrap
    const Tones *tones = &lightTones();
    QFont font; ///< with a size in pixels, so that it is the same on every device
    /// Of pages that follow each other, so that nothing jumps: the room that titles and sentences take at least, pixels, and
    /// the size of the sentences in their usual one; 0: as they need.
    double leastHead = 0, sentenceScale = 0;
};

class Page {
    Q_DECLARE_TR_FUNCTIONS(ard::ui::Page)

public:
    explicit Page(PageState state);
    void paint(QPainter &painter, const QRectF &rect) const;
    /// What PageState::leastHead and sentenceScale would be for this page alone, in such a size.
    double headHeight(const QSizeF &size) const;
    double sentenceScale(const QSizeF &size) const;

private:
    QRectF firstColumn(const QRectF &inner) const; ///< of a lane, above charts and foot
    double footHeight(const QRectF &inner) const;
    QStringList recipeLines(const QRectF &inner) const;
    void paintFoot(QPainter &painter, const QRectF &inner) const;
    double chartsHeight(double room) const; ///< of so much above the foot
    void paintCharts(QPainter &painter, const QRectF &rect) const;
    double offsetOf(const PageLane &lane, double width) const; ///< of its column, from the first one
    /// Title and sentence.
    void paintHead(QPainter &painter, const PageLane &lane, const QRectF &rect, const QFont &font) const;
    double headHeight(const PageLane &lane, double width, const QFont &font) const;
    double titleHeight() const;
    bool isAlone() const { return m_state.lanes.size() == 1; }
    ColorBarState bar() const; ///< the same for all lanes
    QSizeF barSize() const;
    int legendWidth(const QRectF &inner) const;
    double legendHeight(const QRectF &inner) const; ///< with the colour bar beside it
    void paintTitle(QPainter &painter, const PageLane &lane, const QRectF &rect) const;
    /// The same for all lanes: smaller where long sentences would leave the planes no room.
    double fittingScale(const QSizeF &column) const;
    QFont sentenceFont(const QSizeF &column) const;
    static void paintPlane(QPainter &painter, const PlaneState &state, const QRectF &area);

    PageState m_state;
};

/// A PNG, SVG or PDF file by the suffix of the path (without one of these: an error). size: of the page in pixels of 1/96
/// inch; scale: pixels of a PNG for each of them. Written under another name first, so that an existing file is kept when
/// this fails; the error is one sentence.
Status writePage(const Page &page, const QString &path, QSize size, double scale);

} // namespace ard::ui
