// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/schedule/ScheduleChoice.h"
#include "models/RunNames.h"
#include "session/CoreTexts.h"
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QStandardItemModel>
#include <algorithm>

namespace ard::ui {

ScheduleChoice::ScheduleChoice(const QString &name, QWidget *parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_title(new QLabel(this)), m_parameter(new QDoubleSpinBox(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kind, 1);
    row->addWidget(m_title);
    row->addWidget(m_parameter);
    m_kind->setObjectName(name + QStringLiteral(".kind"));
    m_kind->setAccessibleName(tr("Timestep schedule"));
    m_parameter->setObjectName(name + QStringLiteral(".parameter"));
    for (const TimestepScheduleKind &kind : timestepScheduleKinds())
        m_kind->addItem(coreText(kind.title), QString::fromStdString(kind.name));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ScheduleChoice::showParameter);
}

void ScheduleChoice::setSchedule(const TimestepScheduleSpec &spec)
{
    m_spec = spec;
    m_kind->setCurrentIndex(m_kind->findData(QString::fromStdString(spec.kind)));
    showParameter();
    if (!kind().parameters.empty())
        m_parameter->setValue(kind().parameters.front().get(spec));
}

void ScheduleChoice::setOffered(const std::function<bool(const TimestepScheduleKind &)> &isOffered)
{
    auto *model = static_cast<QStandardItemModel *>(m_kind->model());
    for (int row = 0; row < m_kind->count(); ++row)
        model->item(row)->setEnabled(isOffered(timestepScheduleKinds()[static_cast<std::size_t>(row)]));
}

const TimestepScheduleKind &ScheduleChoice::kind() const
{
    return timestepScheduleKinds()[static_cast<std::size_t>(std::max(0, m_kind->currentIndex()))];
}

void ScheduleChoice::showParameter()
{
    const bool has = !kind().parameters.empty();
    m_parameter->setVisible(has);
    m_title->setVisible(has);
    if (!has)
        return;
    const ScheduleParameter &parameter = kind().parameters.front();
    m_title->setText(parameterTitle(parameter.name));
    m_parameter->setAccessibleName(m_title->text());
    m_parameter->setDecimals(parameter.integer ? 0 : 2);
    m_parameter->setRange(parameter.minimum, parameter.largest(m_spec));
    m_parameter->setValue(parameter.defaultValue);
}

TimestepScheduleSpec ScheduleChoice::applied(TimestepScheduleSpec spec) const
{
    spec.kind = kind().name;
    if (!kind().parameters.empty())
        kind().parameters.front().set(spec, m_parameter->value());
    return spec;
}

} // namespace ard::ui

#include "moc_ScheduleChoice.cpp"
