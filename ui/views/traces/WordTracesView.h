// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordTracesView: the words of the cursor's lane over the model calls, a row a position, as a logic analyser shows signals. A click
// moves the cursor; what lies behind its moment is shown only where the window shows the future.
#include "facts/Settled.h"
#include "paint/WordTraces.h"
#include "views/compare/CompareView.h"

class QComboBox;
class QScrollBar;

namespace ard::ui {

class ElidedLabel;

class WordTracesView : public CompareView {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit WordTracesView(Session *session, QWidget *parent = nullptr);

    const WordTraces &traces() const { return m_traces; }
    PageChart onPage(const QString &title) const override { return pageChart<WordTraces>(title, traces().state()); }
    QComboBox *order() const { return m_order; } ///< 0: by position, 1: by settling
    QComboBox *range() const { return m_range; } ///< 0: all model calls, 1: those around the cursor
    QScrollBar *scroll() const { return m_scroll; }
    QString summary() const;
    QString tip(const QPointF &place) const;

protected:
    void rebuild() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::vector<int> positions(const SeenRun &run, const SettleOrder &order) const;
    WordTracesState::Row row(const SeenRun &run, const SettleOrder &order, int position) const;
    void fillRows(WordTracesState &state, const SeenRun &run);
    void chooseCalls(WordTracesState &state) const;
    QRectF chartRect() const;
    void reveal();
    void onClick(const QPointF &place);
    void onHover(const QPointF &place);

    QComboBox *m_order;
    QComboBox *m_range;
    ElidedLabel *m_summary;
    QScrollBar *m_scroll;
    std::vector<int> m_positions; ///< of all rows, in their order
    WordTraces m_traces;
};

} // namespace ard::ui
