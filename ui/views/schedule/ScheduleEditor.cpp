// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/schedule/ScheduleEditor.h"
#include "views/schedule/FrontCanvas.h"
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ard::ui {

namespace {
constexpr int kFronts = 3;

DrawnFronts emptyFronts(const GenerationForm &form, int count)
{
    const TimestepScheduleSpec &spec = form.values().schedule;
    return {spec.length, spec.diffusionSteps, count};
}
} // namespace

ScheduleEditor::ScheduleEditor(Session *session, QWidget *parent)
    : QDialog(parent), m_session(session), m_canvas(new FrontCanvas(emptyFronts(*session->form(), kFronts), this)),
      m_count(new QSpinBox(this))
{
    setObjectName(QStringLiteral("schedule.editor"));
    setWindowTitle(tr("Draw a timestep schedule"));
    auto *help = new QLabel(
        tr("Each line is where all tokens are at one sentence step. Press on a line and draw: the others give way, "
           "so that no token ever goes back to more noise."),
        this);
    help->setWordWrap(true);
    m_count->setRange(1, DrawnFronts::kMostFronts);
    m_count->setValue(kFronts);
    auto *countTitle = new QLabel(tr("&Lines"), this);
    countTitle->setBuddy(m_count);
    auto *present = new QPushButton(tr("From the &present one"), this);
    present->setToolTip(tr("Begin with the form's timestep schedule"));
    auto *load = new QPushButton(tr("L&oad…"), this);
    auto *store = new QPushButton(tr("&Save…"), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *row = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *>{countTitle, m_count, present, load, store})
        row->addWidget(widget);
    row->addStretch(1);
    row->addWidget(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(help);
    layout->addWidget(m_canvas, 1);
    layout->addLayout(row);
    connect(m_canvas, &FrontCanvas::drawn, this, &ScheduleEditor::use);
    connect(m_count, &QSpinBox::valueChanged, this, &ScheduleEditor::takePresent);
    connect(present, &QPushButton::clicked, this, &ScheduleEditor::takePresent);
    connect(load, &QPushButton::clicked, this, &ScheduleEditor::askToLoad);
    connect(store, &QPushButton::clicked, this, &ScheduleEditor::askToSave);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(session->form(), &GenerationForm::modelChanged, this, &ScheduleEditor::takePresent);
    connect(session->form(), &GenerationForm::planChanged, this, [this] {
        if (m_session->form()->values().schedule.kind == "custom" &&
            m_session->form()->values().schedule.table != m_table)
            takePresent(); // a table that was loaded
    });
    takePresent();
}

void ScheduleEditor::takePresent()
{
    const TimestepScheduleSpec &spec = m_session->form()->values().schedule;
    const auto schedule = makeTimestepSchedule(spec);
    m_canvas->setFronts(schedule ? DrawnFronts::of(**schedule, spec.length, spec.diffusionSteps, m_count->value())
                                 : emptyFronts(*m_session->form(), m_count->value()));
    m_table = spec.table;
}

void ScheduleEditor::use()
{
    const DrawnFronts &fronts = m_canvas->fronts();
    m_table = std::make_shared<const ScheduleTable>(fronts.table(fronts.diffusionSteps() + fronts.length()));
    m_session->form()->setScheduleTable(m_table);
}

void ScheduleEditor::save(const QString &path)
{
    const DrawnFronts &fronts = m_canvas->fronts();
    m_session->saveScheduleTable(
        std::make_shared<const ScheduleTable>(fronts.table(fronts.diffusionSteps() + fronts.length())), path);
}

void ScheduleEditor::askToSave()
{
    QFileDialog dialog(this, tr("Save the timestep schedule"), {}, tr("Tables (*.csv);;All files (*)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("csv"));
    if (dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty())
        save(dialog.selectedFiles().first());
}

void ScheduleEditor::askToLoad()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Load the table of a custom timestep schedule"), {},
                                                      tr("Tables (*.csv *.json *.txt);;All files (*)"));
    if (!path.isEmpty())
        m_session->loadScheduleTable(path);
}

void showScheduleEditor(Session *session, QWidget *window)
{
    auto *editor = window->findChild<ScheduleEditor *>();
    if (!editor) {
        editor = new ScheduleEditor(session, window);
        editor->setAttribute(Qt::WA_DeleteOnClose);
        editor->resize(760, 520);
    }
    editor->show();
    editor->raise();
    editor->activateWindow();
}

} // namespace ard::ui

#include "moc_ScheduleEditor.cpp"
