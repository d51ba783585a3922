// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/source/SourcePanel.h"
#include "plot/ElidedLabel.h"
#include "session/PlainText.h"
#include "views/common/Icons.h"
#include "views/source/ChipButton.h"
#include "views/source/SourceNote.h"
#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace ard::ui {

SourcePanel::SourcePanel(Session *session, QAction *run, QAction *stop, QWidget *parent)
    : QWidget(parent), m_session(session), m_models(session->models())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 6);
    layout->setSpacing(6);
    buildModelRow(layout);
    buildSource(layout);
    buildButtons(layout, run, stop);
    connect(session->form(), &GenerationForm::modelChanged, this, &SourcePanel::showModel);
    connect(session->form(), &GenerationForm::changed, this, &SourcePanel::showSource);
    connect(session->models(), &ModelLibrary::modelsChanged, this, &SourcePanel::showModel);
    connect(session->engine(), &EngineClient::statusChanged, this, &SourcePanel::showModelState);
    connect(session, &Session::canRunChanged, this, &SourcePanel::showProblem);
    showModel();
    showSource();
    showProblem();
    applySizes();
}

QLabel *SourcePanel::heading(const QString &text)
{
    auto *label = new QLabel(text, this);
    m_headings.push_back(label);
    return label;
}

void SourcePanel::buildModelRow(QVBoxLayout *layout)
{
    m_model = new QComboBox(this);
    m_model->setModel(&m_models);
    m_model->setAccessibleName(tr("Model"));
    m_model->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_model->setMinimumContentsLength(10);
    m_modelState = new QLabel(this);
    m_modelState->setForegroundRole(QPalette::PlaceholderText);
    m_modelState->setWordWrap(true);
    m_modelState->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    QLabel *title = heading(tr("&Model"));
    title->setBuddy(m_model);
    layout->addWidget(title);
    layout->addWidget(m_model);
    layout->addWidget(m_modelState);
    layout->addSpacing(4);
    connect(m_model, &QComboBox::activated, this, [this](int row) {
        m_session->chooseModel(m_models.index(row).data(ModelListModel::FolderRole).toString());
        showModel(); // back to the present one when it was refused
    });
}

void SourcePanel::buildSource(QVBoxLayout *layout)
{
    m_source = new QPlainTextEdit(this);
    m_source->setAccessibleName(tr("Source"));
    m_source->setTabChangesFocus(true);
    m_source->installEventFilter(this);
    connect(m_source, &QPlainTextEdit::textChanged, this,
            [this] { m_session->form()->setSource(m_source->toPlainText()); });
    QLabel *title = heading(tr("S&ource"));
    title->setBuddy(m_source);
    m_examples = new QToolButton(this);
    m_examples->setIcon(themedIcon(QStringLiteral("examples")));
    m_examples->setText(QLatin1Char(' ') + tr("Examples"));
    m_examples->setAccessibleName(tr("Examples")); // without the space
    m_examples->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_examples->setPopupMode(QToolButton::InstantPopup);
    m_examples->setFocusPolicy(Qt::TabFocus);
    m_examples->setProperty("segment", true);
    auto *row = new QHBoxLayout;
    row->addWidget(title, 1);
    row->addWidget(m_examples);
    layout->addLayout(row);
    layout->addWidget(m_source);
    m_chips = new QVBoxLayout;
    m_chips->setSpacing(4);
    layout->addLayout(m_chips);
}

void SourcePanel::buildButtons(QVBoxLayout *layout, QAction *run, QAction *stop)
{
    const auto makeButton = [this](QAction *action, const QString &icon, IconTone tone) {
        auto *button = new QPushButton(themedIcon(icon, tone), controlName(action->text()),
                                       this); // the letter is the menu's
        button->setFocusPolicy(Qt::TabFocus);
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
        return button;
    };
    m_run = makeButton(run, QStringLiteral("play"), IconTone::OnAccent);
    m_run->setProperty("primary", true);
    QPushButton *halt = makeButton(stop, QStringLiteral("stop"), IconTone::Text);
    auto *row = new QHBoxLayout;
    row->addWidget(m_run, 2);
    row->addWidget(halt, 1);
    layout->addSpacing(4);
    layout->addLayout(row);
    m_problem = new ElidedLabel(this);
    m_problem->setTone(ElidedLabel::Tone::Muted);
    // One line of room for what comes and goes, so that nothing below it moves under the mouse.
    m_told = new QWidget(this);
    auto *told = new QVBoxLayout(m_told);
    told->setContentsMargins(0, 0, 0, 0);
    told->setSpacing(2);
    told->addWidget(m_problem);
    m_noteRoom = new QWidget(m_told); // what is in the way comes first
    auto *room = new QVBoxLayout(m_noteRoom);
    room->setContentsMargins(0, 0, 0, 0);
    room->addWidget(new SourceNote(m_session, m_noteRoom));
    told->addWidget(m_noteRoom);
    told->addStretch(1);
    layout->addWidget(m_told);
}

void SourcePanel::showModel()
{
    const protocol::ModelSummary &model = m_session->form()->model();
    const QSignalBlocker blocker(m_model);
    m_model->setPlaceholderText(QString::fromStdString(model.name)); // of a folder that is not in the list
    m_model->setCurrentIndex(m_models.rowOfFolder(QString::fromStdString(model.folder)));
    const QString hint =
        m_session->models()->texts(model).text(QStringLiteral("hint"), QString::fromStdString(model.hint));
    m_source->setPlaceholderText(hint.isEmpty() ? tr("What the model is given") : hint);
    showExamples();
    showModelState();
}

void SourcePanel::showModelState()
{
    const protocol::ModelSummary &model = m_session->form()->model();
    const EngineClient *engine = m_session->engine();
    if (m_session->isAskingForModels() && model.folder.empty()) {
        m_modelState->setText(tr("The engine is asked which models it has."));
        return;
    }
    if (m_models.rowCount() == 0 && model.folder.empty()) {
        m_modelState->setText(tr("No model was found: give its folder with --model, or open a run file."));
        return;
    }
    QStringList facts;
    if (engine->state() == EngineClient::State::LoadingModel)
        facts << tr("loading");
    if (model.length > 0)
        facts << (model.lengthHead ? tr("up to %1 positions") : tr("%1 positions")).arg(model.length)
              << tr("T %1").arg(model.diffusionSteps)
              << tr("%1 M parameters").arg(QLocale().toString(model.parameters / 1e6, 'f', 1));
    m_modelState->setText(facts.join(QStringLiteral(" · ")));
}

void SourcePanel::showExamples()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    delete m_examples->menu();
    const auto &examples = m_session->form()->model().examples;
    m_examples->setVisible(!examples.empty());
    const ModelTexts texts = m_session->models()->texts(m_session->form()->model());
    auto *menu = new QMenu(m_examples);
    menu->setToolTipsVisible(true);
    int shown = 0;
    for (const std::string &example : examples) {
        const QString text = QString::fromStdString(example);
        const auto use = [this, text] { m_session->form()->setSource(text); };
        const QString meaning = texts.example(text); // for those who do not read the model's language
        menu->addAction(withoutMnemonics(text), this, use)->setToolTip(meaning.isEmpty() ? text : meaning);
        if (shown++ >= kChips)
            continue;
        auto *chip = new ChipButton(text, this);
        if (!meaning.isEmpty())
            chip->setToolTip(text + u'\n' + meaning);
        connect(chip, &QPushButton::clicked, this, use);
        m_chips->addWidget(chip);
    }
    m_examples->setMenu(menu);
}

void SourcePanel::showSource()
{
    const QString source = m_session->form()->source();
    if (m_source->toPlainText() != source)
        m_source->setPlainText(source);
}

void SourcePanel::showProblem()
{
    const QString why = m_session->whyNotRun();
    // While it runs, Stop is the answer and the status shows how far it is.
    const bool running = m_session->isRunning();
    m_problem->setFullText(running ? QString() : why);
    m_problem->setVisible(!m_problem->fullText().isEmpty());
    m_noteRoom->setVisible(m_problem->fullText().isEmpty());
}

QString SourcePanel::problemText() const
{
    return m_problem->fullText();
}

bool SourcePanel::eventFilter(QObject *watched, QEvent *event)
{
    // Esc is Stop for the whole window, and Ctrl+Return is Run: the text field takes neither.
    if (watched == m_source && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return && key->modifiers() == Qt::ControlModifier)
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SourcePanel::applySizes()
{
    m_source->setFixedHeight(m_source->fontMetrics().lineSpacing() * 4 + 16);
    QFont bold = font();
    bold.setBold(true);
    for (QLabel *label : m_headings)
        label->setFont(bold);
    m_run->setMinimumHeight(fontMetrics().height() * 2);
    m_told->setMinimumHeight(fontMetrics().lineSpacing() * 3 / 2);
    m_modelState->setMinimumHeight(fontMetrics().lineSpacing() * kStateLines);
    const QSize icon(fontMetrics().height(), fontMetrics().height());
    for (QAbstractButton *button : findChildren<QAbstractButton *>())
        button->setIconSize(icon);
}

void SourcePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_run)
        applySizes();
}

} // namespace ard::ui

#include "moc_SourcePanel.cpp"
