// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/whatif/BranchDialog.h"
#include "models/RunNames.h"
#include "session/CoreSentences.h"
#include "trace/RunJson.h"
#include "views/schedule/ScheduleChoice.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ard::ui {

namespace {
enum Change { Stays, Replaced, Pinned, Renoised };
} // namespace

BranchDialog::BranchDialog(Session *session, const Cell &cell, Asks asks, QWidget *parent)
    : QDialog(parent), m_session(session), m_cell(cell), m_problem(new QLabel(this))
{
    const Run *run = session->board()->at(cell.lane)->run();
    const WhatIf *whatIf = session->whatIf();
    setWindowTitle(tr("Branch of run #%1").arg(run->number()));
    auto *layout = new QVBoxLayout(this);
    auto *note =
        new QLabel(tr("The first %1 model calls stay, %2 run anew with the same noise. What is not ticked stays "
                      "as it was.")
                       .arg(whatIf->callsThatStay(cell))
                       .arg(whatIf->callsThatRun(cell)),
                   this);
    note->setWordWrap(true);
    note->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(note);
    auto *form = new QFormLayout;
    layout->addLayout(form);
    addWord(form, asks);
    addRest(form);
    m_beside = new QCheckBox(tr("In a further lane beside it"), this);
    m_beside->setObjectName(QStringLiteral("branch.beside"));
    m_beside->setEnabled(session->board()->size() < Board::kMaxLanes);
    layout->addWidget(m_beside);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(QStringLiteral("branch.problem"));
    m_problem->hide();
    layout->addWidget(m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("Run the branch"));
    connect(buttons, &QDialogButtonBox::accepted, this, &BranchDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &BranchDialog::reject);
    layout->addWidget(buttons);
    showChange();
    if (asks == Asks::Word)
        m_word->setFocus();
}

void BranchDialog::addWord(QFormLayout *form, Asks asks)
{
    const Lane *lane = m_session->board()->at(m_cell.lane);
    m_change = new QComboBox(this);
    m_change->setObjectName(QStringLiteral("branch.change"));
    m_change->addItems({tr("stays as it is"), tr("is replaced, and may change again"), tr("is pinned to the end"),
                        tr("becomes noise again")});
    m_change->setCurrentIndex(asks == Asks::Word ? Replaced : Stays);
    m_word = new QComboBox(this);
    m_word->setObjectName(QStringLiteral("branch.word"));
    m_word->setEditable(true);
    m_word->setInsertPolicy(QComboBox::NoInsert);
    m_word->setAccessibleName(tr("Word"));
    if (const TokenState *token = lane->film()->token(m_cell.moment, m_cell.position))
        for (const std::int32_t id : token->topIds)
            if (id >= 0)
                m_word->addItem(lane->run()->label(id), id);
    m_word->setToolTip(tr("One word of the model's vocabulary; the list has the candidates"));
    if (m_cell.position < 0) {
        m_change->hide();
        m_word->hide();
        return;
    }
    form->addRow(tr("Position %1").arg(m_cell.position), m_change);
    form->addRow(tr("Word"), m_word);
    connect(m_change, &QComboBox::currentIndexChanged, this, &BranchDialog::showChange);
}

void BranchDialog::showChange()
{
    m_word->setEnabled(m_change->currentIndex() == Replaced || m_change->currentIndex() == Pinned);
}

QCheckBox *BranchDialog::addRow(QFormLayout *form, const QString &title, QWidget *editor)
{
    auto *own = new QCheckBox(title, this);
    editor->setEnabled(false);
    editor->setAccessibleName(title);
    connect(own, &QCheckBox::toggled, editor, &QWidget::setEnabled);
    form->addRow(own, editor);
    return own;
}

void BranchDialog::addRest(QFormLayout *form)
{
    m_seed = new QLineEdit(QString::number(m_session->whatIf()->freeSeed(m_cell)), this);
    m_hasSeed = addRow(form, tr("Seed"), m_seed);
    m_hasSeed->setObjectName(QStringLiteral("branch.hasSeed"));
    const TimestepScheduleSpec now = schedule();
    m_schedule = new ScheduleChoice(QStringLiteral("branch"), this);
    m_schedule->setOffered([&](const TimestepScheduleKind &kind) {
        return m_session->form()->whyNotOffered(kind).isEmpty() && (!kind.needsTable || now.table != nullptr);
    });
    m_schedule->setSchedule(now);
    m_hasSchedule = addRow(form, tr("Timestep schedule"), m_schedule);
    m_hasSchedule->setObjectName(QStringLiteral("branch.hasSchedule"));
    m_ruler = new QLineEdit(
        QString::fromStdString(rulerText(m_session->board()->at(m_cell.lane)->run()->record().request.ruler)), this);
    m_ruler->setObjectName(QStringLiteral("branch.ruler"));
    m_ruler->setToolTip(tr("stride, tail=5 or list=1999,1500,0"));
    m_hasRuler = addRow(form, tr("Ruler"), m_ruler);
    m_hasRuler->setObjectName(QStringLiteral("branch.hasRuler"));
    m_steps = new QSpinBox(this);
    m_steps->setRange(1, kMaxSamplingSteps);
    m_steps->setValue(std::max(1, m_session->whatIf()->callsThatRun(m_cell)));
    m_hasSteps = addRow(form, tr("Model calls of the rest"), m_steps);
    m_hasSteps->setObjectName(QStringLiteral("branch.hasSteps"));
}

/// The run's own, and the form's table where the run has none.
TimestepScheduleSpec BranchDialog::schedule() const
{
    TimestepScheduleSpec spec = m_session->board()->at(m_cell.lane)->run()->record().request.schedule;
    const TimestepScheduleSpec &typed = m_session->form()->values().schedule;
    if (!spec.table)
        spec.table = typed.table;
    if (!spec.knots)
        spec.knots = typed.knots;
    return spec;
}

Status BranchDialog::takeRest(Continuation &changes) const
{
    if (m_hasSeed->isChecked()) {
        bool isNumber = false;
        changes.seed = m_seed->text().trimmed().toULongLong(&isNumber);
        if (!isNumber)
            return fail(ErrorCode::InvalidArgument,
                        tr("The seed is a whole number from 0, not %1").arg(m_seed->text()).toStdString());
    }
    if (m_hasSchedule->isChecked())
        changes.schedule = m_schedule->applied(schedule());
    if (m_hasRuler->isChecked()) {
        ARD_ASSIGN(changes.ruler, parseRuler(m_ruler->text().trimmed().toStdString()));
    }
    if (m_hasSteps->isChecked())
        changes.samplingSteps = m_steps->value();
    return {};
}

Result<Continuation> BranchDialog::changes() const
{
    Continuation changes;
    ARD_TRY(takeRest(changes));
    const int change = m_cell.position < 0 ? Stays : m_change->currentIndex();
    if (change == Stays)
        return changes;
    using Kind = PositionChange::Kind;
    PositionChange made{change == Pinned         ? Kind::Pin
                            : change == Replaced ? Kind::Replace
                                                 : Kind::Renoise,
                        m_cell.position,
                        -1,
                        {}};
    if (change != Renoised) {
        const QString typed = m_word->currentText().trimmed();
        if (typed.isEmpty())
            return fail(ErrorCode::InvalidArgument, tr("Type the word, or choose a candidate").toStdString());
        const int row = m_word->findText(typed, Qt::MatchExactly);
        if (row >= 0)
            made.word = m_word->itemData(row).toInt();
        else
            made.text = typed.toStdString();
    }
    changes.changes = {std::move(made)};
    return changes;
}

void BranchDialog::accept()
{
    const Result<Continuation> made = changes();
    const QString problem = made ? m_session->whatIf()->whyNot(m_cell) : coreSentence(made.error());
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty())
        return;
    QDialog::accept(); // first: the run in the lane changes, and with it the dialog would be closed
    m_session->whatIf()->branch(m_cell, *made, m_beside->isChecked() ? WhatIf::Place::Beside : WhatIf::Place::Here);
}

void askForBranch(Session *session, const Cell &cell, BranchDialog::Asks asks, QWidget *parent)
{
    const WhatIf *whatIf = session->whatIf();
    const QString problem = asks == BranchDialog::Asks::Word ? whatIf->whyNotChange(cell) : whatIf->whyNot(cell);
    if (!problem.isEmpty()) {
        session->tell(Notices::Topic::Run, problem);
        return;
    }
    auto *dialog = new BranchDialog(session, cell, asks, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const Lane *lane = session->board()->at(cell.lane);
    QObject::connect(lane, &QObject::destroyed, dialog, &QDialog::reject);
    QObject::connect(lane->film(), &Film::runChanged, dialog, &QDialog::reject);
    dialog->open();
}

} // namespace ard::ui

#include "moc_BranchDialog.cpp"
