// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/SettingsDialog.h"
#include "plot/TextWidth.h"
#include "session/CommandLine.h"
#include "shell/FileQuestions.h"
#include "shell/Language.h"
#include "shell/Theme.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace ard::ui {

namespace {

QLabel *explanation(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

SettingsDialog::SettingsDialog(Session *session, QWidget *parent)
    : QDialog(parent), m_session(session), m_language(new QComboBox(this)), m_theme(new QComboBox(this)),
      m_size(new QSpinBox(this)), m_motion(new QComboBox(this)), m_engine(new QLineEdit(this)),
      m_problem(new QLabel(this)), m_patience(new QSpinBox(this)), m_folders(new QListWidget(this)),
      m_remove(new QPushButton(tr("&Remove"), this))
{
    setWindowTitle(tr("Settings"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(buildAppearance());
    layout->addWidget(buildEngine());
    layout->addWidget(buildFolders(), 1);
    layout->addWidget(buttons);
    resize(lettersWidth(fontMetrics(), 80), fontMetrics().height() * 32);
}

QWidget *SettingsDialog::buildAppearance()
{
    const AppSettings *settings = m_session->settings();
    auto *group = new QGroupBox(tr("Appearance"), this);
    auto *form = new QFormLayout(group);
    m_language->addItem(tr("As the system"), QString());
    for (const QString &code : Language::codes())
        m_language->addItem(Language::nameOf(code), code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(settings->language())));
    form->addRow(tr("&Language"), m_language);
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")}); // as AppSettings::Theme
    m_theme->setCurrentIndex(static_cast<int>(settings->theme()));
    form->addRow(tr("T&heme"), m_theme);
    m_size->setRange(qRound(100 * Theme::kMinimumScale), qRound(100 * Theme::kMaximumScale));
    m_size->setSingleStep(10);
    m_size->setSuffix(tr(" %", "percent"));
    m_size->setValue(qRound(100 * settings->uiScale()));
    form->addRow(tr("Te&xt size"), m_size);
    m_motion->addItems({tr("As the system"), tr("Reduced: nothing slides, fades or blinks"), tr("Full")});
    m_motion->setCurrentIndex(static_cast<int>(settings->motion()));
    form->addRow(tr("&Motion"), m_motion);
    return group;
}

QWidget *SettingsDialog::buildEngine()
{
    auto *group = new QGroupBox(tr("Engine"), this);
    auto *layout = new QVBoxLayout(group);
    auto *label = new QLabel(tr("&Command that starts the engine"), group);
    label->setBuddy(m_engine);
    m_engine->setText(m_session->settings()->engineCommand());
    m_engine->setPlaceholderText(EngineClient::defaultCommand());
    m_engine->setClearButtonEnabled(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(label);
    layout->addWidget(m_engine);
    layout->addWidget(m_problem);
    m_patience->setRange(AppSettings::kMinimumPatience, AppSettings::kMaximumPatience);
    m_patience->setValue(m_session->settings()->enginePatience());
    m_patience->setSuffix(tr(" s", "seconds"));
    auto *patienceLabel = new QLabel(tr("&Time that it has to answer at its start"), group);
    patienceLabel->setBuddy(m_patience);
    auto *patience = new QHBoxLayout;
    patience->addWidget(patienceLabel);
    patience->addWidget(m_patience);
    patience->addStretch(1);
    layout->addWidget(
        explanation(tr("Empty: the one that came with this window. Another machine computes with a command such as "
                       "“ssh gpu-box ardiff serve”. A new command restarts the engine; runs on screen stay."),
                    group));
    layout->addLayout(patience);
    return group;
}

QWidget *SettingsDialog::buildFolders()
{
    auto *group = new QGroupBox(tr("Models"), this);
    auto *layout = new QVBoxLayout(group);
    layout->addWidget(explanation(tr("Folders of your own that hold model folders, besides the bundled ones."), group));
    m_folders->addItems(m_session->settings()->modelFolders());
    m_folders->setAccessibleName(tr("Folders with models"));
    layout->addWidget(m_folders, 1);
    auto *add = new QPushButton(tr("&Add a folder…"), group);
    auto *row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(m_remove);
    row->addStretch(1);
    layout->addLayout(row);
    m_remove->setEnabled(false);
    connect(add, &QPushButton::clicked, this, &SettingsDialog::addFolder);
    connect(m_remove, &QPushButton::clicked, this, &SettingsDialog::removeFolder);
    connect(m_folders, &QListWidget::currentRowChanged, m_remove, [this](int row) { m_remove->setEnabled(row >= 0); });
    return group;
}

void SettingsDialog::addFolder()
{
    const QString folder = fileQuestions().folder(this, tr("A folder that holds model folders"));
    if (!folder.isEmpty() && m_folders->findItems(folder, Qt::MatchExactly).isEmpty())
        m_folders->addItem(folder);
}

void SettingsDialog::removeFolder()
{
    delete m_folders->takeItem(m_folders->currentRow());
}

void SettingsDialog::accept()
{
    const QString command = m_engine->text().trimmed();
    if (!command.isEmpty()) {
        if (const auto words = splitCommandLine(command); !words) {
            m_problem->setText(QString::fromStdString(words.error().message));
            m_problem->show();
            m_engine->setFocus();
            return;
        }
    }
    QStringList folders;
    for (int row = 0; row < m_folders->count(); ++row)
        folders << m_folders->item(row)->text();
    AppSettings *settings = m_session->settings();
    settings->language.set(m_language->currentData().toString());
    settings->theme.set(static_cast<AppSettings::Theme>(m_theme->currentIndex()));
    settings->motion.set(static_cast<AppSettings::Motion>(m_motion->currentIndex()));
    if (m_size->value() != qRound(100 * settings->uiScale())) // what the window was made by key is no whole percent
        settings->uiScale.set(m_size->value() / 100.0);
    settings->modelFolders.set(folders);
    settings->enginePatience.set(m_patience->value());
    if (command != settings->engineCommand()) {
        settings->engineCommand.set(command);
        m_session->restartEngine();
    }
    QDialog::accept();
}

} // namespace ard::ui

#include "moc_SettingsDialog.cpp"
