// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sheet/SheetView.h"
#include "plot/ElidedLabel.h"
#include "session/PlainText.h"
#include "views/sheet/SheetTable.h"
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace ard::ui {

namespace {

template <class Value>
QString listOf(const QList<Value> &values)
{
    QStringList texts;
    for (const Value &value : values)
        texts << QString::number(value);
    return texts.join(QStringLiteral(", "));
}

QHBoxLayout *rowIn(QWidget *panel)
{
    auto *row = new QHBoxLayout(panel);
    row->setContentsMargins(12, 6, 12, 0);
    row->setSpacing(6);
    return row;
}

} // namespace

SheetView::SheetView(Session *session, QAction *openFolder, QAction *keepFolder, QWidget *parent)
    : QWidget(parent), m_session(session), m_sheet(sheetOf(session)), m_model(m_sheet), m_pictures(session),
      m_table(new SheetTable(&m_model, &m_pictures)), m_fill(new QPushButton(this)), m_status(new ElidedLabel(this)),
      m_source(new ElidedLabel(this)), m_seedChoice(new QComboBox(this)), m_set(new QComboBox(this)),
      m_sourceNumber(new QSpinBox(this)), m_takeForm(new QPushButton(tr("Take the form"), this))
{
    m_table->setObjectName(QStringLiteral("view.sheet"));
    m_table->setAccessibleName(tr("Contact sheet: timestep schedules by sampling steps"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildSource(openFolder, keepFolder));
    layout->addWidget(buildAxes());
    layout->addSpacing(6);
    layout->addWidget(m_table, 1);
    connectTable();
    connect(&m_model, &QAbstractItemModel::modelReset, this,
            [this] { m_seedChoice->setCurrentIndex(m_model.seed() + 1); });
    connect(m_sheet, &ContactSheet::arranged, this, &SheetView::showAxes);
    connect(m_sheet, &ContactSheet::progressed, this, &SheetView::showProgress);
    showAxes();
    showProgress();
}

QString SheetView::status() const
{
    return m_status->fullText();
}

QWidget *SheetView::buildSource(QAction *openFolder, QAction *keepFolder)
{
    auto *panel = new QWidget(this);
    QHBoxLayout *row = rowIn(panel);
    m_source->setEmphasis(1.1, true);
    row->addWidget(m_source, 1);
    m_takeForm->setToolTip(tr("A new sheet of the sentence and the settings in the form"));
    connect(m_takeForm, &QPushButton::clicked, m_sheet, &ContactSheet::takeForm);
    row->addWidget(m_takeForm);
    buildSetChoice(row);
    m_reference = new QLineEdit(panel);
    m_reference->setObjectName(QStringLiteral("sheet.reference"));
    m_reference->setPlaceholderText(tr("Reference sentence"));
    m_reference->setAccessibleName(tr("Reference sentence"));
    m_reference->setToolTip(tr("How near does every cell come to it? chrF, 0 to 100"));
    m_reference->setClearButtonEnabled(true);
    connect(m_reference, &QLineEdit::textChanged, &m_model, &SheetModel::setReference);
    row->addWidget(m_reference, 1);
    for (QAction *action : {openFolder, keepFolder}) {
        auto *button = new QToolButton(panel);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(controlName(action->text()));
        button->setProperty("segment", true);
        row->addWidget(button);
    }
    return panel;
}

/// Which sheet of a folder: where it has several.
void SheetView::buildSetChoice(QHBoxLayout *row)
{
    m_set->setAccessibleName(tr("Cells of the folder that belong together"));
    m_set->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_set->setMinimumContentsLength(14);
    connect(m_set, &QComboBox::activated, this, [this](int set) { m_sheet->show(set, 0); });
    row->addWidget(m_set);
    m_sourceNumber->setObjectName(QStringLiteral("sheet.source"));
    m_sourceNumber->setAccessibleName(tr("Number of the sentence in the folder"));
    m_sourceNumber->setKeyboardTracking(false);
    connect(m_sourceNumber, &QSpinBox::valueChanged, this,
            [this](int number) { m_sheet->show(m_sheet->setIndex(), number - 1); });
    row->addWidget(m_sourceNumber);
}

QLineEdit *SheetView::addList(QHBoxLayout *row, const QString &title, const QString &name, const QString &help,
                              int stretch, const std::function<QString(const QString &)> &take)
{
    auto *label = new QLabel(title, this);
    auto *field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAccessibleName(controlName(title));
    field->setToolTip(help);
    label->setBuddy(field);
    connect(field, &QLineEdit::editingFinished, this, [this, field, take] {
        if (!field->isModified())
            return;
        field->setModified(false);
        m_fieldProblem = take(field->text());
        showProgress();
    });
    row->addWidget(label);
    row->addWidget(field, stretch);
    return field;
}

QWidget *SheetView::buildAxes()
{
    auto *panel = new QWidget(this);
    QHBoxLayout *row = rowIn(panel);
    m_schedules = addList(row, tr("Timestep schedules"), QStringLiteral("sheet.schedules"),
                          tr("Timestep schedules, separated by commas, as ardiff compare has them: lagged:50, "
                             "ar-diffusion:anchor-scale=1"),
                          5, [this](const QString &texts) { return m_sheet->setSchedules(texts); });
    m_steps = addList(row, tr("M"), QStringLiteral("sheet.steps"), tr("Numbers of sampling steps, separated by commas"),
                      3, [this](const QString &texts) { return m_sheet->setSteps(texts); });
    m_seeds = addList(row, tr("Seeds"), QStringLiteral("sheet.seeds"), tr("Seeds, separated by commas"), 2,
                      [this](const QString &texts) { return m_sheet->setSeeds(texts); });
    m_seedChoice->setObjectName(QStringLiteral("sheet.seedChoice"));
    m_seedChoice->setAccessibleName(tr("Seeds that are shown"));
    connect(m_seedChoice, &QComboBox::activated, this, [this](int choice) { m_model.setSeed(choice - 1); });
    row->addWidget(m_seedChoice);
    m_status->setTone(ElidedLabel::Tone::Muted);
    row->addWidget(m_status, 4);
    m_fill->setObjectName(QStringLiteral("sheet.fill"));
    m_fill->setProperty("primary", true);
    connect(m_fill, &QPushButton::clicked, this, [this] {
        if (m_sheet->isFilling())
            m_sheet->stop();
        else
            m_sheet->fill();
    });
    row->addWidget(m_fill);
    return panel;
}

void SheetView::connectTable()
{
    connect(m_table, &SheetTable::opened, this, &SheetView::open);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &SheetView::showMenu);
}

void SheetView::showAxes()
{
    QStringList schedules;
    for (const SheetSchedule &schedule : m_sheet->schedules())
        schedules << schedule.text;
    m_schedules->setText(schedules.join(QStringLiteral(", ")));
    m_steps->setText(listOf(m_sheet->steps()));
    m_seeds->setText(listOf(m_sheet->seeds()));
    for (QLineEdit *field : {m_schedules, m_steps, m_seeds})
        field->setCursorPosition(0);
    m_fieldProblem.clear();
    m_seedChoice->clear();
    m_seedChoice->addItem(tr("All seeds"));
    for (const quint64 seed : m_sheet->seeds())
        m_seedChoice->addItem(tr("Seed %1").arg(seed));
    m_seedChoice->setCurrentIndex(m_model.seed() + 1);
    m_seedChoice->setVisible(m_sheet->seeds().size() > 1);
    showSets();
}

void SheetView::showSets()
{
    const std::vector<SheetSet> &sets = m_sheet->sets();
    m_set->clear();
    for (const SheetSet &set : sets) {
        const QList<quint64> seeds(set.seeds.begin(), set.seeds.end());
        m_set->addItem(
            set.source.empty()
                ? tr("Seeds %1 · k %2 · sentences: %3").arg(listOf(seeds)).arg(set.candidates).arg(set.sources)
                : QString::fromStdString(set.source).simplified());
    }
    m_set->setCurrentIndex(m_sheet->setIndex());
    m_set->setVisible(sets.size() > 1);
    const QSignalBlocker quiet(m_sourceNumber);
    const int sources =
        sets.empty() ? 0 : static_cast<int>(sets[static_cast<std::size_t>(m_sheet->setIndex())].sources);
    m_sourceNumber->setRange(1, std::max(1, sources));
    m_sourceNumber->setSuffix(tr(" of %1").arg(sources));
    m_sourceNumber->setValue(m_sheet->sourceIndex() + 1);
    m_sourceNumber->setVisible(sources > 1);
}

void SheetView::showProgress()
{
    m_source->setFullText(m_sheet->source().isEmpty() ? tr("No sentence yet") : m_sheet->source());
    m_takeForm->setVisible(m_sheet->formDiffers());
    const bool isFilling = m_sheet->isFilling();
    const int missing = m_sheet->missing();
    m_fill->setText(isFilling          ? tr("Stop")
                        : missing == 0 ? tr("Filled")
                        : missing == 1 ? tr("Fill 1 cell")
                                       : tr("Fill %1 cells").arg(missing));
    const QString why = m_sheet->whyNotFill();
    m_fill->setEnabled(isFilling || (missing > 0 && why.isEmpty()));
    m_status->setTone(m_fieldProblem.isEmpty() ? ElidedLabel::Tone::Muted : ElidedLabel::Tone::Danger);
    QStringList parts;
    if (!m_fieldProblem.isEmpty())
        parts << m_fieldProblem;
    else if (isFilling)
        parts << tr("%1 of %2").arg(m_sheet->filled()).arg(m_sheet->wanted());
    else if (m_sheet->isBusy())
        parts << tr("Reading or writing the folder");
    else if (missing > 0 && !why.isEmpty())
        parts << why;
    if (const int failed = m_sheet->failed(); failed > 0 && m_fieldProblem.isEmpty())
        parts << tr("failed: %1").arg(failed);
    m_status->setFullText(parts.join(QStringLiteral(" · ")));
}

void SheetView::open(const QModelIndex &index, bool inAnotherLane)
{
    const SheetPlace place = m_model.placeOf(index);
    const SheetCell::State state = m_sheet->cell(place).state;
    if (state == SheetCell::State::Missing || state == SheetCell::State::Waiting || state == SheetCell::State::Failed)
        return; // there is nothing to open, and the cell says so
    if (openCell(m_session, place, inAnotherLane))
        Q_EMIT runOpened();
}

void SheetView::showMenu(const QPoint &place)
{
    const QModelIndex index = m_table->indexAt(place);
    if (!index.isValid())
        return;
    const SheetCell &cell = m_sheet->cell(m_model.placeOf(index));
    QMenu menu(this);
    const bool hasRun = cell.run || !cell.file.isEmpty();
    menu.addAction(tr("Open the run"), this, [this, index] { open(index, false); })->setEnabled(hasRun);
    menu.addAction(tr("Open the run in one more lane"), this, [this, index] { open(index, true); })->setEnabled(hasRun);
    menu.addAction(tr("Copy the sentence"), this, [text = cell.text] { QGuiApplication::clipboard()->setText(text); })
        ->setEnabled(!cell.text.isEmpty());
    menu.addSeparator();
    const bool canFill = !cell.record && !m_sheet->isFilling() && m_sheet->whyNotFill().isEmpty();
    menu.addAction(tr("Fill this cell"), this, [this, index] { m_sheet->fill(m_model.placeOf(index)); })
        ->setEnabled(canFill);
    menu.exec(m_table->viewport()->mapToGlobal(place));
}

} // namespace ard::ui

#include "moc_SheetView.cpp"
