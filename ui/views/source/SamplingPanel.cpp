// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/source/SamplingPanel.h"
#include "session/CoreTexts.h"
#include "views/common/Icons.h"
#include "views/source/RulerEditor.h"
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>
#include <limits>

namespace ard::ui {

namespace {
QLabel *smallPrint(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

const TimestepScheduleKind *kindOf(const std::string &name)
{
    for (const TimestepScheduleKind &kind : timestepScheduleKinds())
        if (kind.name == name)
            return &kind;
    return nullptr;
}
} // namespace

SamplingPanel::SamplingPanel(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_title(new QLabel(tr("Sampling"), this)), m_form(new QFormLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 6, 14, 10);
    layout->addWidget(m_title);
    layout->addLayout(m_form);
    layout->addStretch(1);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_form->setVerticalSpacing(6);
    m_form->setHorizontalSpacing(10);
    buildSchedule();
    buildNumbers();
    buildSeed();
    buildClamp();
    connect(session->form(), &GenerationForm::changed, this, &SamplingPanel::showSettings);
    connect(session->form(), &GenerationForm::modelChanged, this, &SamplingPanel::showSettings);
    applyFonts();
    showSettings();
}

void SamplingPanel::buildSchedule()
{
    m_kind = new QComboBox(this);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(12);
    for (const TimestepScheduleKind &kind : timestepScheduleKinds())
        m_kind->addItem(coreText(kind.title), QString::fromStdString(kind.name));
    quiet(m_kind);
    m_kind->setAccessibleName(tr("Timestep schedule"));
    connect(m_kind, &QComboBox::activated, this,
            [this](int i) { m_session->form()->setScheduleKind(m_kind->itemData(i).toString()); });
    m_warning = smallPrint(this);
    auto *title = new QLabel(tr("&Timestep schedule"), this);
    title->setBuddy(m_kind);
    m_form->addRow(title);
    m_form->addRow(m_kind);
    m_table = new QPushButton(tr("Load a table…"), this);
    m_table->setToolTip(tr(
        "A CSV file with a line of timesteps for each sentence step, or what “ardiff schedule --format json” prints"));
    connect(m_table, &QPushButton::clicked, this, &SamplingPanel::chooseTable);
    m_form->addRow(m_table);
    m_form->addRow(m_warning);
}

void SamplingPanel::buildNumbers()
{
    m_steps = new QSpinBox(this);
    m_steps->setRange(1, 1);
    m_steps->setKeyboardTracking(false);
    m_steps->setToolTip(tr("How many sentence steps are executed, each one model call; the others are skipped"));
    quiet(m_steps);
    connect(m_steps, &QSpinBox::valueChanged, this, [this](int value) {
        if (!m_showing)
            m_session->form()->setSamplingSteps(value);
    });
    m_form->addRow(tr("&Sampling steps M"), m_steps);

    m_ruler = new RulerEditor(this);
    for (QWidget *box : m_ruler->findChildren<QWidget *>())
        quiet(box);
    connect(m_ruler, &RulerEditor::edited, m_session->form(), &GenerationForm::setRuler);
    connect(m_ruler, &RulerEditor::refused, m_session,
            [this](const QString &why) { m_session->tell(Notices::Topic::Form, why); });
    m_form->addRow(tr("R&uler"), m_ruler);

    m_eta = new QDoubleSpinBox(this);
    m_eta->setRange(0, 1);
    m_eta->setSingleStep(0.1);
    m_eta->setDecimals(2);
    m_eta->setKeyboardTracking(false);
    m_eta->setToolTip(tr("1 is the paper's sampling (new noise in every step), 0 is deterministic (DDIM)"));
    quiet(m_eta);
    connect(m_eta, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (!m_showing)
            m_session->form()->setEta(value);
    });
    m_form->addRow(tr("Et&a η"), m_eta);
}

void SamplingPanel::buildClamp()
{
    m_clamp = new QComboBox(this);
    m_clamp->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_clamp->setMinimumContentsLength(8);
    m_clamp->addItem(tr("nearest word"), static_cast<int>(ClampMode::Nearest));
    m_clamp->addItem(tr("expected word"), static_cast<int>(ClampMode::Expected));
    m_clamp->addItem(tr("none"), static_cast<int>(ClampMode::None));
    m_clamp->setToolTip(
        tr("What a prediction becomes before the next step: the embedding of the nearest word (the paper's), the mean "
           "of all "
           "words, each as probable as it is (ours), or nothing else. A model card says what suits its model"));
    quiet(m_clamp);
    connect(m_clamp, &QComboBox::activated, this,
            [this](int i) { m_session->form()->setClamp(static_cast<ClampMode>(m_clamp->itemData(i).toInt())); });
    m_form->addRow(tr("C&lamp"), m_clamp);
}

void SamplingPanel::buildSeed()
{
    m_seed = new QSpinBox(this);
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setKeyboardTracking(false);
    m_seed->setToolTip(tr("The same seed gives the same starting noise and the same step noise"));
    quiet(m_seed);
    connect(m_seed, &QSpinBox::valueChanged, this, [this](int value) {
        if (!m_showing)
            m_session->form()->setSeed(static_cast<quint64>(value));
    });
    auto *die = new QToolButton(this);
    die->setIcon(themedIcon(QStringLiteral("die")));
    die->setToolTip(tr("Another seed (Shift+F5 also runs with it)"));
    die->setAccessibleName(tr("Another seed"));
    die->setFocusPolicy(Qt::TabFocus);
    connect(die, &QToolButton::clicked, m_session->form(), &GenerationForm::newSeed);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_seed, 1);
    row->addWidget(die);
    m_form->addRow(tr("See&d"), row);
    static_cast<QLabel *>(m_form->labelForField(row))->setBuddy(m_seed);
}

void SamplingPanel::chooseTable()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Load the table of a custom timestep schedule"), {},
                                                      tr("Tables (*.csv *.json *.txt);;All files (*)"));
    if (!path.isEmpty())
        m_session->loadScheduleTable(path);
}

void SamplingPanel::rebuildParameters()
{
    const std::string &name = m_session->form()->settings().schedule.kind;
    if (name == m_parametersOf)
        return;
    m_parametersOf = name;
    for (const auto &[key, box] : m_parameters)
        m_form->removeRow(box);
    m_parameters.clear();
    const TimestepScheduleKind *kind = kindOf(name);
    if (!kind)
        return;
    int row = 0;
    m_form->getWidgetPosition(m_warning, &row, nullptr);
    for (const ScheduleParameter &parameter : kind->parameters) {
        auto *box = new QDoubleSpinBox(this);
        box->setRange(parameter.minimum, parameter.maximum);
        box->setDecimals(parameter.integer ? 0 : 2);
        box->setSingleStep(parameter.integer ? 1 : 0.1);
        box->setKeyboardTracking(false);
        box->setToolTip(coreText(parameter.help));
        quiet(box);
        const QString key = QString::fromStdString(parameter.name);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, key](double value) {
            if (!m_showing)
                m_session->form()->setScheduleParameter(key, value);
        });
        m_form->insertRow(++row, parameterTitle(parameter.name), box);
        m_parameters.emplace_back(parameter.name, box);
    }
}

void SamplingPanel::offerKinds()
{
    auto *items = qobject_cast<QStandardItemModel *>(m_kind->model());
    for (int i = 0; items && i < m_kind->count(); ++i) {
        const TimestepScheduleKind *kind = kindOf(m_kind->itemData(i).toString().toStdString());
        const QString why = m_session->form()->whyNotOffered(*kind);
        items->item(i)->setEnabled(why.isEmpty());
        items->item(i)->setToolTip(why.isEmpty() ? coreText(kind->help) : why);
    }
}

void SamplingPanel::showSettings()
{
    const QScopedValueRollback showing(m_showing, true);
    const GenerationForm *form = m_session->form();
    const RunSettings &settings = form->settings();
    rebuildParameters();
    offerKinds();
    m_kind->setCurrentIndex(m_kind->findData(QString::fromStdString(settings.schedule.kind)));
    const TimestepScheduleKind *kind = kindOf(settings.schedule.kind);
    m_kind->setToolTip(kind ? coreText(kind->help) : QString());
    for (const auto &[name, box] : m_parameters)
        box->setValue(settings.parameter(name).value_or(box->value()));
    m_steps->setMaximum(std::max({1, form->maximumSamplingSteps(), settings.samplingSteps}));
    m_steps->setValue(settings.samplingSteps);
    m_steps->setEnabled(settings.ruler.kind != "list"); // the list says itself how many
    m_ruler->setRuler(settings.ruler, form->plan().sentenceSteps);
    m_form->setRowVisible(m_table, kind && kind->needsTable);
    m_eta->setValue(settings.eta);
    m_clamp->setCurrentIndex(m_clamp->findData(static_cast<int>(settings.clamp)));
    m_seed->setValue(static_cast<int>(std::min<quint64>(settings.seed, static_cast<quint64>(m_seed->maximum()))));
    const QString warning = form->problem().isEmpty() ? form->offDistribution() : form->problem();
    m_warning->setText(warning.isEmpty() ? QString() : QStringLiteral("⚠ ") + warning);
    m_form->setRowVisible(m_warning, !warning.isEmpty());
}

void SamplingPanel::quiet(QWidget *box)
{
    box->setFocusPolicy(Qt::StrongFocus); // not by the wheel
    box->installEventFilter(this);
    for (QLineEdit *edit : box->findChildren<QLineEdit *>())
        edit->installEventFilter(this);
}

bool SamplingPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Space plays, wherever the focus is: numbers hold no spaces.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier && !qobject_cast<QComboBox *>(watched)) {
            event->ignore();
            return true;
        }
    }
    if (event->type() == QEvent::Wheel && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
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
