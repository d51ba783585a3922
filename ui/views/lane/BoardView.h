// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BoardView: the lanes of the session's board side by side, up to four in a row, with the same columns and scales, and one
// legend and one colour bar for all. A single lane has the view for itself.
#include "paint/LegendPainter.h"
#include "paint/Quantity.h"
#include "session/Session.h"
#include <QWidget>

class QGridLayout;
class QHBoxLayout;

namespace ard::ui {

class ColorBar;
class ElidedLabel;
class LaneView;
class PlaneLegend;

class BoardView : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMostInRow = 4;

    /// session must outlive the view.
    explicit BoardView(Session *session, QWidget *parent = nullptr);

    const QList<LaneView *> &lanes() const { return m_lanes; } ///< in the order of the board
    LaneView *current() const;                                 ///< of the cursor's lane
    void setQuantity(Quantity quantity);
    void setTailZoom(bool on);
    void setLecture(bool on);     ///< more of the height for the planes
    void flush();                 ///< what is pending is painted now
    LegendContent legend() const; ///< of all lanes

Q_SIGNALS:
    void arranged(); ///< there are other lanes than before, or in another order
    void changeWanted(ard::ui::Lane *lane);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void add(int index);
    void remove(int index);
    void arrange();
    bool isDense() const; ///< two rows of lanes in a low window
    void alignStrips();   ///< as high as the highest, so that the planes stand side by side
    void showKey();
    void showKeyWhere(bool alone);
    void showSource();
    void nameParts();
    void takeFocusAlong();

    Session *m_session;
    QList<LaneView *> m_lanes;
    QGridLayout *m_grid;
    QHBoxLayout *m_sourceRow;
    ElidedLabel *m_source;
    QWidget *m_key;
    QHBoxLayout *m_keyRow;
    PlaneLegend *m_legend;
    ColorBar *m_bar;
    Quantity m_quantity = Quantity::Noise;
    bool m_tailZoom = false;
    bool m_lecture = false;
    bool m_dense = false;
    bool m_aligning = false;
};

} // namespace ard::ui
