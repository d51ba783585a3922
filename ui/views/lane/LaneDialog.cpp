// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lane/LaneDialog.h"
#include "models/RunNames.h"
#include "session/CoreSentences.h"
#include "views/schedule/ScheduleChoice.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <algorithm>

namespace ard::ui {

namespace {
constexpr int kMostSteps = 100'000;
constexpr ClampMode kClamps[] = {ClampMode::Nearest, ClampMode::Expected, ClampMode::Drawn, ClampMode::None};
} // namespace

LaneDialog::LaneDialog(Session *session, Lane *lane, QWidget *parent)
    : QDialog(parent), m_session(session), m_lane(lane), m_problem(new QLabel(this))
{
    setWindowTitle(tr("Lane %1").arg(lane->letter()));
    auto *layout = new QVBoxLayout(this);
    auto *note = new QLabel(tr("What is not ticked is as the form says, in all lanes alike."), this);
    note->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(note);
    auto *form = new QFormLayout;
    layout->addLayout(form);
    const GenerationRequest now = laneValues(lane->changes(), *session->form());
    addModel(form);
    addSchedule(form, now);
    addNumbers(form, now);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(QStringLiteral("lane.problem"));
    m_problem->hide();
    layout->addWidget(m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &LaneDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &LaneDialog::reject);
    layout->addWidget(buttons);
}

QCheckBox *LaneDialog::addRow(QFormLayout *form, const QString &title, QWidget *editor, bool isOwn)
{
    auto *own = new QCheckBox(title, this);
    own->setChecked(isOwn);
    editor->setEnabled(isOwn);
    editor->setAccessibleName(title);
    connect(own, &QCheckBox::toggled, editor, &QWidget::setEnabled);
    form->addRow(own, editor);
    return own;
}

void LaneDialog::addModel(QFormLayout *form)
{
    m_model = new QComboBox(this);
    m_model->setObjectName(QStringLiteral("lane.model"));
    const protocol::ModelSummary now = laneModel(m_lane->changes(), *m_session->form());
    m_modelList = m_session->models()->models();
    const auto isNow = [&](const protocol::ModelSummary &model) { return model.folder == now.folder; };
    if (std::none_of(m_modelList.begin(), m_modelList.end(), isNow) && !now.folder.empty())
        m_modelList.insert(m_modelList.begin(), now); // of a folder that was opened
    for (const protocol::ModelSummary &model : m_modelList) {
        const QString name = QString::fromStdString(model.name);
        m_model->addItem(m_session->models()->texts(model).text(QStringLiteral("name"), name));
        m_model->setItemData(m_model->count() - 1, QString::fromStdString(model.folder), Qt::ToolTipRole);
        if (isNow(model))
            m_model->setCurrentIndex(m_model->count() - 1);
    }
    m_hasModel = addRow(form, tr("Model"), m_model, m_lane->changes().model.has_value());
    m_hasModel->setEnabled(m_model->count() > 0);
    m_hasModel->setToolTip(tr("Each model has an engine of its own while a lane has it"));
    connect(m_model, &QComboBox::currentIndexChanged, this, &LaneDialog::showOffered);
    connect(m_hasModel, &QCheckBox::toggled, this, &LaneDialog::showOffered);
}

std::optional<protocol::ModelSummary> LaneDialog::chosenModel() const
{
    if (!m_hasModel->isChecked() || m_model->currentIndex() < 0)
        return std::nullopt;
    return m_modelList[static_cast<std::size_t>(m_model->currentIndex())];
}

GenerationRequest LaneDialog::common() const
{
    LaneChanges onlyModel;
    onlyModel.model = chosenModel();
    return laneValues(onlyModel, *m_session->form());
}

void LaneDialog::addSchedule(QFormLayout *form, const GenerationRequest &now)
{
    m_schedule = new ScheduleChoice(QStringLiteral("lane"), this);
    m_hasTable = now.schedule.table != nullptr;
    showOffered();
    m_schedule->setSchedule(now.schedule);
    m_hasSchedule = addRow(form, tr("Timestep schedule"), m_schedule, m_lane->changes().schedule.has_value());
}

void LaneDialog::addNumbers(QFormLayout *form, const GenerationRequest &now)
{
    const LaneChanges &mine = m_lane->changes();
    m_steps = new QSpinBox(this);
    m_steps->setRange(1, kMostSteps);
    m_steps->setValue(now.samplingSteps);
    m_hasSteps = addRow(form, tr("Sampling steps M"), m_steps, mine.samplingSteps.has_value());
    m_eta = new QDoubleSpinBox(this);
    m_eta->setRange(0, 1);
    m_eta->setSingleStep(0.1);
    m_eta->setValue(now.eta);
    m_hasEta = addRow(form, tr("Eta"), m_eta, mine.eta.has_value());
    m_seed = new QLineEdit(QString::number(now.seed), this);
    m_hasSeed = addRow(form, tr("Seed"), m_seed, mine.seed.has_value());
    m_clamp = new QComboBox(this);
    for (const ClampMode clamp : kClamps)
        m_clamp->addItem(clampTitle(clamp), static_cast<int>(clamp));
    m_clamp->setCurrentIndex(m_clamp->findData(static_cast<int>(now.clamp)));
    m_hasClamp = addRow(form, tr("Clamp"), m_clamp, mine.clamp.has_value());
    m_ruler = new QLineEdit(QString::fromStdString(rulerText(now.ruler)), this);
    m_ruler->setToolTip(tr("stride, tail=5 or list=1999,1500,0"));
    m_hasRuler = addRow(form, tr("Ruler"), m_ruler, mine.ruler.has_value());
}

void LaneDialog::showOffered()
{
    const bool hasLearned = common().schedule.knots != nullptr;
    m_schedule->setOffered([&](const TimestepScheduleKind &kind) {
        return GenerationForm::whyNotOffered(kind, hasLearned).isEmpty() && (!kind.needsTable || m_hasTable);
    });
}

Result<LaneChanges> LaneDialog::changes() const
{
    LaneChanges made;
    made.model = chosenModel();
    if (m_hasSchedule->isChecked())
        made.schedule = m_schedule->applied(m_lane->changes().applied(common()).schedule);
    if (m_hasSteps->isChecked())
        made.samplingSteps = m_steps->value();
    if (m_hasEta->isChecked())
        made.eta = m_eta->value();
    if (m_hasSeed->isChecked()) {
        bool isNumber = false;
        made.seed = m_seed->text().trimmed().toULongLong(&isNumber);
        if (!isNumber)
            return fail(ErrorCode::InvalidArgument,
                        tr("The seed is a whole number from 0, not %1").arg(m_seed->text()).toStdString());
    }
    if (m_hasClamp->isChecked())
        made.clamp = static_cast<ClampMode>(m_clamp->currentData().toInt());
    if (m_hasRuler->isChecked()) {
        ARD_ASSIGN(made.ruler, parseRuler(m_ruler->text().trimmed().toStdString()));
    }
    return made;
}

void LaneDialog::accept()
{
    const Result<LaneChanges> made = changes();
    QString problem = made ? QString() : coreSentence(made.error());
    if (made)
        if (const auto plan = GenerationForm::planOf(laneValues(*made, *m_session->form())); !plan)
            problem = coreSentence(plan.error());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        return;
    m_lane->setChanges(*made);
    QDialog::accept();
}

} // namespace ard::ui

#include "moc_LaneDialog.cpp"
