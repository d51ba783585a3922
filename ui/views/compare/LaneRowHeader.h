// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneRowHeader: the head of a lane's row: letter on its colour, and its name.
#include "models/LaneWordsModel.h"
#include "session/Session.h"
#include <QHeaderView>
#include <QPointer>

namespace ard::ui {

class LaneRowHeader : public QHeaderView {
    Q_OBJECT

public:
    /// All must outlive the header.
    LaneRowHeader(Session *session, const LaneWordsModel *model, QWidget *parent);

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    QString titleOf(int section) const;

    Session *m_session;
    QPointer<const LaneWordsModel> m_words; ///< gone before the header when the view is taken down
};

} // namespace ard::ui
