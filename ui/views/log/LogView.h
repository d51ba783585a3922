// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LogView: what the engine wrote, newest last; stays at the end unless the user scrolled up.
#include "models/LogModel.h"
#include <QTableView>

namespace ard::ui {

class LogView : public QTableView {
    Q_OBJECT

public:
    /// log must outlive the view.
    explicit LogView(LogBuffer *log, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitColumns();

    LogModel m_model;
};

} // namespace ard::ui
