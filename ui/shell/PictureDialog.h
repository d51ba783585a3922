// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PictureDialog: of what a picture is made, how large and in which colours.
#include "shell/FileQuestions.h"
#include <QDialog>

class QComboBox;

namespace ard::ui {

class PictureDialog : public QDialog {
    Q_OBJECT

public:
    PictureDialog(PictureQuestion question, QWidget *parent);

    PictureChoice choice() const;
    QComboBox *views() const { return m_views; }
    QComboBox *sizes() const { return m_sizes; }
    QComboBox *colours() const { return m_colours; }

private:
    void showColours();

    PictureQuestion m_question;
    QComboBox *m_views, *m_sizes, *m_colours;
};

} // namespace ard::ui
