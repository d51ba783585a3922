// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WordsView: the sentences of all lanes laid beside each other word by word, with the model call since which each has its word and
// who had it first; and against a reference sentence, where one is typed in. A click moves the cursor.
#include "models/LaneWordsModel.h"
#include "session/Session.h"
#include <QTableView>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace ard::ui {

class ElidedLabel;

class WordsView : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the view.
    explicit WordsView(Session *session, QWidget *parent = nullptr);

    QTableView *table() const { return m_table; }
    const LaneWordsModel *model() const { return &m_model; }
    QLineEdit *reference() const { return m_reference; }
    QToolButton *onlyDifferences() const { return m_onlyDifferences; }
    QString summary() const;

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildControls();
    void buildTable();
    void refresh();
    void fitTable();
    void onCell(const QModelIndex &index);

    Session *m_session;
    Comparison m_comparison;
    LaneWordsModel m_model;
    ElidedLabel *m_summary;
    QLineEdit *m_reference;
    QToolButton *m_onlyDifferences;
    QTableView *m_table;
};

} // namespace ard::ui
