// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SamplingPanel: how the sentence is sampled: timestep schedule with the parameters of its kind, sampling steps, eta, clamp,
// seed. The form is built from timestepScheduleKinds(), so that a new kind appears without a change here.
#include "session/Session.h"
#include <QWidget>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace ard::ui {

class RulerEditor;

class SamplingPanel : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the panel.
    explicit SamplingPanel(Session *session, QWidget *parent = nullptr);

    QComboBox *scheduleCombo() const { return m_kind; }
    QSpinBox *stepsBox() const { return m_steps; }
    QComboBox *clampBox() const { return m_clamp; }
    QSpinBox *seedBox() const { return m_seed; }
    RulerEditor *rulerEditor() const { return m_ruler; }

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildSchedule();
    void buildNumbers();
    void buildClamp();
    void buildSeed();
    void chooseTable();
    void rebuildParameters();
    void offerKinds(); ///< grey, with the reason, where the model does not have what a kind needs
    void showSettings();
    void applyFonts();
    void quiet(QWidget *box); ///< leaves Space and the wheel of a page that scrolls to others

    Session *m_session;
    QLabel *m_title;
    QFormLayout *m_form;
    QComboBox *m_kind = nullptr;
    QPushButton *m_table = nullptr; ///< custom: where its timesteps come from
    QLabel *m_warning = nullptr;
    std::vector<std::pair<std::string, QDoubleSpinBox *>> m_parameters;
    std::string m_parametersOf;
    QSpinBox *m_steps = nullptr;
    RulerEditor *m_ruler = nullptr;
    QDoubleSpinBox *m_eta = nullptr;
    QComboBox *m_clamp = nullptr;
    QSpinBox *m_seed = nullptr;
    bool m_showing = false;
};

} // namespace ard::ui
