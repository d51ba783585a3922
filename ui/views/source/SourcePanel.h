// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SourcePanel: which model, what it is given, examples to try, Run and Stop, and why Run cannot be pressed.
#include "models/ModelListModel.h"
#include "session/Session.h"
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ard::ui {

class ElidedLabel;

class SourcePanel : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the panel; run and stop are the actions of the window.
    SourcePanel(Session *session, QAction *run, QAction *stop, QWidget *parent = nullptr);

    QPlainTextEdit *sourceEdit() const { return m_source; }
    QComboBox *modelCombo() const { return m_model; }
    QString problemText() const; ///< empty: nothing is in the way

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildModelRow(QVBoxLayout *layout);
    void buildSource(QVBoxLayout *layout);
    void buildButtons(QVBoxLayout *layout, QAction *run, QAction *stop);
    void showModel();
    void showModelState();
    void showSource();
    void showProblem();
    void showExamples();
    void applySizes();
    QLabel *heading(const QString &text);

    static constexpr int kStateLines = 2; ///< room for what comes and goes
    static constexpr int kChips = 2;      ///< examples shown as chips; the others are in the menu

    Session *m_session;
    ModelListModel m_models;
    QComboBox *m_model = nullptr;
    QLabel *m_modelState = nullptr;
    QPlainTextEdit *m_source = nullptr;
    QToolButton *m_examples = nullptr;
    QVBoxLayout *m_chips = nullptr;
    QPushButton *m_run = nullptr;
    ElidedLabel *m_problem = nullptr;
    QWidget *m_told = nullptr;
    QWidget *m_noteRoom = nullptr;
    std::vector<QLabel *> m_headings;
};

} // namespace ard::ui
