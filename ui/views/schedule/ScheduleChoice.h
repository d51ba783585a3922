// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ScheduleChoice: one of the timestep schedules and, where it has one, its parameter, in a row. For dialogs.
#include "diffusion/TimestepSchedule.h"
#include <QWidget>
#include <functional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace ard::ui {

class ScheduleChoice : public QWidget {
    Q_OBJECT

public:
    /// name: what the parts' object names begin with, as in "lane.kind", "lane.parameter".
    explicit ScheduleChoice(const QString &name, QWidget *parent = nullptr);

    /// Shows this one; its length and T bound the parameter.
    void setSchedule(const TimestepScheduleSpec &spec);
    /// Those that are not offered cannot be chosen.
    void setOffered(const std::function<bool(const TimestepScheduleKind &)> &isOffered);
    /// `spec` with the chosen kind and parameter.
    TimestepScheduleSpec applied(TimestepScheduleSpec spec) const;

private:
    const TimestepScheduleKind &kind() const;
    void showParameter();

    TimestepScheduleSpec m_spec;
    QComboBox *m_kind;
    QLabel *m_title;
    QDoubleSpinBox *m_parameter; ///< of the kind; none has more than one
};

} // namespace ard::ui
