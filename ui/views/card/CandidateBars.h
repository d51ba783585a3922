// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CandidateBars: the rows of a CandidatesModel as words with bars of their probability. Each is a label of its own, so that a
// screen reader reads one after the other.
#include "models/CandidatesModel.h"
#include <QLabel>
#include <QList>
#include <QWidget>

namespace ard::ui {

class CandidateBars : public QWidget {
    Q_OBJECT

public:
    explicit CandidateBars(CandidatesModel *model, QWidget *parent = nullptr);

    QLabel *row(int index) const { return m_rows.value(index); } ///< hidden where there are fewer candidates

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int rowHeight() const;
    void place();
    void describe();

    CandidatesModel *m_model;
    QList<QLabel *> m_rows;
};

} // namespace ard::ui
