// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SamplingPanel: how the sentence is sampled: timestep schedule with the parameters of its kind, ruler, and the rows of
// ParameterForm. Built from timestepScheduleKinds() and requestParameters(): a new kind or parameter appears without a change
// here. What is wrong or limited is said below the last row, so that no row moves under the mouse.
#include "session/Session.h"
#include <QWidget>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ard::ui {

class NumberBox;
class ParameterForm;
class RulerEditor;
class SeedEdit;

class SamplingPanel : public QWidget {
    Q_OBJECT

public:
    /// session must outlive the panel.
    explicit SamplingPanel(Session *session, QWidget *parent = nullptr);

    QComboBox *scheduleCombo() const { return m_kind; }
    NumberBox *stepsBox() const;
    QComboBox *clampBox() const;
    SeedEdit *seedBox() const;
    /// The box of a parameter of the present timestep schedule ("lag"); null when it has none of this name.
    NumberBox *scheduleParameterBox(const std::string &name) const;
    RulerEditor *rulerEditor() const { return m_ruler; }
    ParameterForm *parameters() const { return m_parameters; }
    QPushButton *tableButton() const { return m_table; } ///< says which table is loaded
    QString noteText() const;                            ///< empty: nothing to say

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildSchedule();
    void buildRuler();
    void buildNote();
    void chooseTable();
    void rebuildScheduleParameters();
    void offerKinds(); ///< grey, with the reason, where the model does not have what a kind needs
    void showValues();
    void showTable();
    void showNote(const QString &limited = {});
    void orderTabs(); ///< as the rows are
    void applyFonts();

    static constexpr int kLettersOfTable = 22;

    Session *m_session;
    QLabel *m_title;
    QFormLayout *m_form;
    QComboBox *m_kind = nullptr;
    QPushButton *m_table = nullptr; ///< custom: where its timesteps come from
    QPushButton *m_draw = nullptr;  ///< custom: drawn by hand
    std::vector<std::pair<std::string, NumberBox *>> m_scheduleParameters;
    std::string m_parametersOf;
    ParameterForm *m_parameters = nullptr;
    RulerEditor *m_ruler = nullptr;
    QLabel *m_note = nullptr;
    QString m_limited; ///< told just now, stays through the change that it is about
    bool m_showing = false;
};

} // namespace ard::ui
