// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/source/ParameterForm.h"
#include "session/CoreTexts.h"
#include "views/common/Icons.h"
#include "views/source/NumberBox.h"
#include "views/source/SeedEdit.h"
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QToolButton>

namespace ard::ui {

using Kind = RequestParameter::Kind;

ParameterForm::ParameterForm(GenerationForm *form, QFormLayout *layout, QWidget *parent)
    : QObject(parent), m_form(form), m_layout(layout), m_parent(parent), m_more(new QToolButton(parent))
{
    for (const RequestParameter &parameter : requestParameters()) {
        QWidget *row = makeField(parameter);
        const QString name = QString::fromStdString(parameter.name);
        QWidget *field = m_fields.value(name);
        field->setToolTip(coreText(parameter.help));
        field->setAccessibleName(coreText(parameter.title));
        field->setObjectName(QStringLiteral("parameter.") + name);
        m_rows[name] = row;
        m_layout->addRow(coreText(parameter.title), row);
        static_cast<QLabel *>(m_layout->labelForField(row))->setBuddy(field);
    }
    m_more->setText(tr("More"));
    m_more->setToolTip(tr("Shows the settings that are seldom changed"));
    m_more->setCheckable(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_layout->addRow(m_more);
    m_order << m_more;
    connect(m_more, &QToolButton::toggled, this, &ParameterForm::showValues);
}

void ParameterForm::showValues()
{
    const QScopedValueRollback showing(m_showing, true);
    for (const RequestParameter &parameter : requestParameters()) {
        showValue(parameter);
        m_layout->setRowVisible(m_rows.value(QString::fromStdString(parameter.name)), isShown(parameter));
    }
}

/// What is not as it usually is must be seen.
bool ParameterForm::isShown(const RequestParameter &parameter) const
{
    return parameter.forEveryone || m_more->isChecked() || parameter.get(m_form->values()) != parameter.defaultValue();
}

void ParameterForm::set(const RequestParameter &parameter, const ParameterValue &value)
{
    if (!m_showing)
        m_form->setParameter(parameter.name, value);
}

QWidget *ParameterForm::makeField(const RequestParameter &parameter)
{
    switch (parameter.kind) {
    case Kind::Seed:
        return makeSeed(parameter);
    case Kind::Choice:
        return makeChoice(parameter);
    case Kind::Switch:
        return makeSwitch(parameter);
    case Kind::Whole:
    case Kind::Number:
        break;
    }
    return makeNumber(parameter);
}

QWidget *ParameterForm::makeNumber(const RequestParameter &parameter)
{
    const bool isWhole = parameter.kind == Kind::Whole;
    auto *box = new NumberBox(isWhole, m_parent);
    box->setRange(parameter.zeroIsOff() ? 0 : parameter.minimum, parameter.maximum);
    if (parameter.zeroIsOff())
        box->setSpecialValueText(tr("off"));
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, &parameter, isWhole](double value) {
        set(parameter, isWhole ? ParameterValue(static_cast<std::int64_t>(value)) : ParameterValue(value));
    });
    connect(box, &NumberBox::limited, this, [this, &parameter](double limit) {
        Q_EMIT note(tr("%1: %2 is the limit here").arg(coreText(parameter.title)).arg(limit, 0, 'f', -1));
    });
    m_fields[QString::fromStdString(parameter.name)] = box;
    m_order << box;
    return box;
}

QWidget *ParameterForm::makeSeed(const RequestParameter &parameter)
{
    auto *row = new QWidget(m_parent);
    auto *edit = new SeedEdit(row);
    connect(edit, &SeedEdit::seedEdited, this,
            [this, &parameter](quint64 seed) { set(parameter, std::uint64_t{seed}); });
    connect(edit, &SeedEdit::refused, this, &ParameterForm::note);
    auto *die = new QToolButton(row);
    die->setIcon(themedIcon(QStringLiteral("die")));
    die->setToolTip(tr("Another seed"));
    die->setAccessibleName(tr("Another seed"));
    die->setFocusPolicy(Qt::TabFocus);
    connect(die, &QToolButton::clicked, m_form, &GenerationForm::newSeed);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(edit, 1);
    layout->addWidget(die);
    row->setFocusProxy(edit);
    m_fields[QString::fromStdString(parameter.name)] = edit;
    m_order << edit << die;
    return row;
}

QWidget *ParameterForm::makeChoice(const RequestParameter &parameter)
{
    auto *box = new QComboBox(m_parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    for (const ParameterChoice &choice : parameter.choices)
        box->addItem(coreText(choice.title), QString::fromStdString(choice.name));
    connect(box, &QComboBox::activated, this,
            [this, &parameter, box](int i) { set(parameter, box->itemData(i).toString().toStdString()); });
    m_fields[QString::fromStdString(parameter.name)] = box;
    m_order << box;
    return box;
}

QWidget *ParameterForm::makeSwitch(const RequestParameter &parameter)
{
    auto *box = new QCheckBox(m_parent);
    connect(box, &QCheckBox::toggled, this, [this, &parameter](bool isOn) { set(parameter, isOn); });
    m_fields[QString::fromStdString(parameter.name)] = box;
    m_order << box;
    return box;
}

void ParameterForm::showValue(const RequestParameter &parameter)
{
    QWidget *field = this->field(parameter.name);
    const ParameterValue value = parameter.get(m_form->values());
    if (auto *box = qobject_cast<NumberBox *>(field)) {
        const double number = parameter.kind == Kind::Whole ? static_cast<double>(std::get<std::int64_t>(value))
                                                            : std::get<double>(value);
        box->setMaximum(std::max(m_form->largest(parameter), number));
        box->setValue(number);
    } else if (auto *seed = qobject_cast<SeedEdit *>(field)) {
        seed->setSeed(std::get<std::uint64_t>(value));
    } else if (auto *choices = qobject_cast<QComboBox *>(field)) {
        choices->setCurrentIndex(choices->findData(QString::fromStdString(std::get<std::string>(value))));
    } else if (auto *check = qobject_cast<QCheckBox *>(field)) {
        check->setChecked(std::get<bool>(value));
    }
}

} // namespace ard::ui

#include "moc_ParameterForm.cpp"
