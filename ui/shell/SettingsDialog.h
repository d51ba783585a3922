// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SettingsDialog: language and looks, the command that starts the engine and the folders that models are looked for in. Nothing changes
// before OK; what is on screen stays. Playback and panels are remembered as they are used and need no dialog.
#include "session/Session.h"
#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace ard::ui {

class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    /// session must outlive the dialog.
    explicit SettingsDialog(Session *session, QWidget *parent = nullptr);

    QComboBox *languageBox() const { return m_language; }
    QComboBox *themeBox() const { return m_theme; }
    QSpinBox *sizeBox() const { return m_size; }
    QComboBox *motionBox() const { return m_motion; }
    QLineEdit *engineEdit() const { return m_engine; }
    QSpinBox *patienceBox() const { return m_patience; }
    QListWidget *folderList() const { return m_folders; }
    QLabel *problemLabel() const { return m_problem; }

    void accept() override; ///< stays open, with a sentence, when the command cannot be read

private:
    QWidget *buildAppearance();
    QWidget *buildEngine();
    QWidget *buildFolders();
    void addFolder();
    void removeFolder();

    Session *m_session;
    QComboBox *m_language;
    QComboBox *m_theme;
    QSpinBox *m_size; ///< of text, percent
    QComboBox *m_motion;
    QLineEdit *m_engine;
    QLabel *m_problem;
    QSpinBox *m_patience;
    QListWidget *m_folders;
    QPushButton *m_remove;
};

} // namespace ard::ui
