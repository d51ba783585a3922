// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/source/SamplingPanel.h"
#include "plot/TextWidth.h"
#include "session/CoreTexts.h"
#include "session/PlainText.h"
#include "views/schedule/ScheduleEditor.h"
#include "views/source/NumberBox.h"
#include "views/source/ParameterForm.h"
#include "views/source/RulerEditor.h"
#include "views/source/SeedEdit.h"
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>
#include <utility>

namespace ard::ui {

SamplingPanel::SamplingPanel(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_title(new QLabel(tr("Sampling"), this)), m_form(new QFormLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 6, 14, 10);
    layout->addWidget(m_title);
    layout->addLayout(m_form);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(
        QFormLayout::WrapLongRows); // a field that is too wide for its column has a line of its own
    m_form->setVerticalSpacing(6);
    m_form->setHorizontalSpacing(10);
    buildSchedule();
    m_parameters = new ParameterForm(session->form(), m_form, this);
    connect(m_parameters, &ParameterForm::note, this, &SamplingPanel::showNote);
    buildRuler();
    buildNote();
    layout->addWidget(m_note);
    layout->addStretch(1);
    connect(session->form(), &GenerationForm::changed, this, &SamplingPanel::showValues);
    connect(session->form(), &GenerationForm::modelChanged, this, &SamplingPanel::showValues);
    applyFonts();
    showValues();
}

NumberBox *SamplingPanel::stepsBox() const
{
    return qobject_cast<NumberBox *>(m_parameters->field("steps"));
}

QComboBox *SamplingPanel::clampBox() const
{
    return qobject_cast<QComboBox *>(m_parameters->field("clamp"));
}

SeedEdit *SamplingPanel::seedBox() const
{
    return qobject_cast<SeedEdit *>(m_parameters->field("seed"));
}

NumberBox *SamplingPanel::scheduleParameterBox(const std::string &name) const
{
    for (const auto &[key, box] : m_scheduleParameters)
        if (key == name)
            return box;
    return nullptr;
}

QString SamplingPanel::noteText() const
{
    return m_note->text();
}

void SamplingPanel::buildSchedule()
{
    m_kind = new QComboBox(this);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(12);
    for (const TimestepScheduleKind &kind : timestepScheduleKinds())
        m_kind->addItem(coreText(kind.title), QString::fromStdString(kind.name));
    m_kind->setAccessibleName(tr("Timestep schedule"));
    connect(m_kind, &QComboBox::activated, this,
            [this](int i) { m_session->form()->setScheduleKind(m_kind->itemData(i).toString()); });
    auto *title = new QLabel(tr("&Timestep schedule"), this);
    title->setBuddy(m_kind);
    m_form->addRow(title);
    m_form->addRow(m_kind);
    m_table = new QPushButton(tr("Load a table…"), this);
    connect(m_table, &QPushButton::clicked, this, &SamplingPanel::chooseTable);
    m_form->addRow(m_table);
    m_draw = new QPushButton(tr("Draw by hand…"), this);
    m_draw->setToolTip(tr("Draw where every token is at a few sentence steps"));
    connect(m_draw, &QPushButton::clicked, this, [this] { showScheduleEditor(m_session, window()); });
    m_form->addRow(m_draw);
}

/// Below M, which it spends.
void SamplingPanel::buildRuler()
{
    m_ruler = new RulerEditor(this);
    connect(m_ruler, &RulerEditor::edited, m_session->form(), &GenerationForm::setRuler);
    connect(m_ruler, &RulerEditor::refused, m_session->form(), &GenerationForm::setUnreadable);
    int row = 0;
    m_form->getWidgetPosition(stepsBox(), &row, nullptr);
    m_form->insertRow(row + 1, tr("R&uler"), m_ruler);
}

void SamplingPanel::buildNote()
{
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("form.note"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_note->setMinimumHeight(3 * m_note->fontMetrics().lineSpacing()); // the rows stay where they are when it appears
}

void SamplingPanel::chooseTable()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Load the table of a custom timestep schedule"), {},
                                                      tr("Tables (*.csv *.json *.txt);;All files (*)"));
    if (!path.isEmpty())
        m_session->loadScheduleTable(path);
}

void SamplingPanel::rebuildScheduleParameters()
{
    const std::string &name = m_session->form()->values().schedule.kind;
    if (name == m_parametersOf)
        return;
    m_parametersOf = name;
    for (const auto &[key, box] : m_scheduleParameters)
        m_form->removeRow(box);
    m_scheduleParameters.clear();
    const TimestepScheduleKind *kind = timestepScheduleKind(name);
    if (!kind)
        return;
    int row = 0;
    m_form->getWidgetPosition(m_draw, &row, nullptr);
    for (const ScheduleParameter &parameter : kind->parameters) {
        auto *box = new NumberBox(parameter.integer, this);
        box->setRange(parameter.minimum, parameter.maximum);
        box->setToolTip(coreText(parameter.help));
        const QString title = parameterTitle(parameter.name), key = QString::fromStdString(parameter.name);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, key](double value) {
            if (!m_showing)
                m_session->form()->setScheduleParameter(key, value);
        });
        connect(box, &NumberBox::limited, this, [this, title](double limit) {
            showNote(tr("%1: %2 is the limit here").arg(title).arg(limit, 0, 'f', -1));
        });
        m_form->insertRow(++row, title, box);
        m_scheduleParameters.emplace_back(parameter.name, box);
    }
    orderTabs();
}

void SamplingPanel::orderTabs()
{
    QList<QWidget *> order{m_kind, m_table, m_draw};
    for (const auto &[key, box] : m_scheduleParameters)
        order << box;
    for (QWidget *field : m_parameters->fields()) {
        order << field;
        if (field == stepsBox())
            order << m_ruler->kindCombo() << m_ruler->tailBox() << m_ruler->listEdit();
    }
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
}

void SamplingPanel::offerKinds()
{
    auto *items = qobject_cast<QStandardItemModel *>(m_kind->model());
    for (int i = 0; items && i < m_kind->count(); ++i) {
        const TimestepScheduleKind *kind = timestepScheduleKind(m_kind->itemData(i).toString().toStdString());
        const QString why = m_session->form()->whyNotOffered(*kind);
        items->item(i)->setEnabled(why.isEmpty());
        items->item(i)->setToolTip(why.isEmpty() ? coreText(kind->help) : why);
    }
}

void SamplingPanel::showValues()
{
    const QScopedValueRollback showing(m_showing, true);
    const GenerationForm *form = m_session->form();
    const GenerationRequest &values = form->values();
    rebuildScheduleParameters();
    offerKinds();
    m_kind->setCurrentIndex(m_kind->findData(QString::fromStdString(values.schedule.kind)));
    const TimestepScheduleKind *kind = timestepScheduleKind(values.schedule.kind);
    m_kind->setToolTip(kind ? coreText(kind->help) : QString());
    for (const ScheduleParameter &parameter : kind ? kind->parameters : std::vector<ScheduleParameter>()) {
        NumberBox *box = scheduleParameterBox(parameter.name);
        const double value = parameter.get(values.schedule);
        box->setMaximum(std::max(parameter.largest(values.schedule), value));
        box->setValue(value);
    }
    m_parameters->showValues();
    stepsBox()->setEnabled(values.ruler.kind != "list"); // the list says itself how many
    m_ruler->setRuler(values.ruler, form->plan().sentenceSteps, form->unreadable().isEmpty());
    showTable();
    for (QPushButton *button : {m_table, m_draw})
        m_form->setRowVisible(button, kind && kind->needsTable);
    showNote();
}

void SamplingPanel::showTable()
{
    const QString name = m_session->form()->tableName();
    m_table->setText(name.isEmpty() ? tr("Load a table…")
                                    : fontMetrics().elidedText(withoutMnemonics(name), Qt::ElideMiddle,
                                                               lettersWidth(fontMetrics(), kLettersOfTable)));
    const QString help = tr(
        "A CSV file with a line of timesteps for each sentence step, or what “ardiff schedule --format json” prints");
    m_table->setToolTip(name.isEmpty() ? help : name + QLatin1Char('\n') + help);
}

/// What is wrong stands under Run; here is what is only unusual, or what was just limited, until the next change.
void SamplingPanel::showNote(const QString &limited)
{
    const QString earlier = std::exchange(m_limited, limited); // its own change comes after it was told
    const QString &told = limited.isEmpty() ? earlier : limited;
    const QString text = told.isEmpty() ? m_session->form()->offDistribution() : told;
    m_note->setText(text.isEmpty() ? QString() : QStringLiteral("⚠ ") + text);
}

void SamplingPanel::applyFonts()
{
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    for (QToolButton *button : findChildren<QToolButton *>())
        button->setIconSize(QSize(1, 1) * (fontMetrics().height() * 5 / 4));
}

void SamplingPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFonts();
}

} // namespace ard::ui

#include "moc_SamplingPanel.cpp"
