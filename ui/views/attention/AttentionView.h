// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AttentionView: what the positions looked at in the model call that led to the cursor's moment, in one layer and head: a heat map
// of all, and for the selected token a table from it or to it. Asks only while it is on the screen.
#include "models/AttentionModel.h"
#include "paint/AttentionGrid.h"
#include "session/Session.h"
#include "views/page/OnPage.h"
#include <QSortFilterProxyModel>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTableView;

namespace ard::ui {

class ChartCanvas;

class AttentionView : public QWidget, public OnPage {
    Q_OBJECT

public:
    /// What the colours of the map are.
    enum class Part { Weights, Content, Time, Source };

    /// session must outlive the view.
    explicit AttentionView(Session *session, QWidget *parent = nullptr);
    ~AttentionView() override;

    const AttentionGrid &grid() const { return m_grid; }
    PageChart onPage(const QString &title) const override { return pageChart<AttentionGrid>(title, grid().state()); }
    const QSortFilterProxyModel *table() const { return &m_sorted; }
    QString hint() const; ///< shown instead of the map; empty while it is shown
    QString summary() const;
    void setPart(Part part);
    void setToIt(bool toIt); ///< who looks at the token, instead of whom it looks at
    void setPlace(int layer, int head);
    QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeControls();
    QTableView *makeTable();
    void look();
    void refresh();
    void fillPlaces(const AttentionMap &map);
    void showMap();
    void fillGrid(AttentionGridState &state, const AttentionMap &map) const;
    void showSummary();
    void showShares(); ///< the chosen row or column behind the words of the sentence
    QString hintText() const;
    QString tip(const QPointF &place) const;
    QStringList words(int length) const;
    QStringList source(int length) const;

    Session *m_session;
    AttentionModel m_model;
    QSortFilterProxyModel m_sorted;
    QLabel *m_hint, *m_summary;
    QPushButton *m_again;
    QWidget *m_body;
    QComboBox *m_layer, *m_head, *m_part, *m_direction;
    ChartCanvas *m_canvas;
    QSplitter *m_parts;
    AttentionGrid m_grid;
    std::string m_fingerprint; ///< of the model whose layer and head are chosen
};

} // namespace ard::ui
