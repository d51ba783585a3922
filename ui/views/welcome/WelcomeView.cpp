// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/welcome/WelcomeView.h"
#include "paint/Tones.h"
#include "plot/TextWidth.h"
#include "views/common/Icons.h"
#include "views/source/ChipButton.h"
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace ard::ui {

namespace {
constexpr int kMostEntries = 5;
constexpr double kTitleScale = 2, kSentenceScale = 1.25, kWidthLetters = 110;

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}
} // namespace

WelcomeView::WelcomeView(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_title(new QLabel(tr("AR-Diffusion Explorer"), this)),
      m_sentence(
          new QLabel(tr("See how a diffusion model writes a sentence: all positions at once, or left words before "
                        "right ones, step by step on a real model."),
                     this)),
      m_show(new QPushButton(themedIcon(QStringLiteral("play"), IconTone::OnAccent), QLatin1Char(' ') + tr("Show me"),
                             this)),
      m_compare(new QPushButton(themedIcon(QStringLiteral("compare")),
                                QLatin1Char(' ') + tr("Compare on my own sentence"), this)),
      m_lists(new QWidget(this))
{
    m_show->setAccessibleName(tr("Show me")); // without the space that stands before a text with an icon
    m_compare->setAccessibleName(tr("Compare on my own sentence"));
    setObjectName(QStringLiteral("view.welcome"));
    m_sentence->setWordWrap(true);
    m_show->setProperty("primary", true);
    m_show->setToolTip(tr("Plays a recorded comparison of three timestep schedules; needs no engine"));
    m_compare->setToolTip(tr("Runs the sentence on the left under three timestep schedules"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addWidget(m_show);
    buttons->addWidget(m_compare);
    buttons->addStretch(1);
    auto *lists = new QHBoxLayout(m_lists);
    lists->setContentsMargins(0, 0, 0, 0);
    lists->setSpacing(32);
    m_examples = addList(tr("Recorded examples"));
    m_recent = addList(tr("Recent files"));
    auto *column = new QVBoxLayout;
    column->setSpacing(14);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(6);
    column->addLayout(buttons);
    column->addSpacing(14);
    column->addWidget(m_lists);
    column->addStretch(3);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(28, 14, 28, 14);
    layout->addStretch(1);
    layout->addLayout(column, 8);
    layout->addStretch(1);
    connect(m_show, &QPushButton::clicked, this,
            [this] { Q_EMIT comparisonWanted(m_session->models()->exampleComparisons().value(0).paths); });
    connect(m_compare, &QPushButton::clicked, this, &WelcomeView::compareWanted);
    connect(session->models(), &ModelLibrary::modelsChanged, this, &WelcomeView::fill);
    session->settings()->recentFiles.onChange(this, [this](const QStringList &) { fill(); });
    applyFonts();
    fill();
}

QVBoxLayout *WelcomeView::addList(const QString &title)
{
    auto *part = new QWidget(m_lists);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    auto *heading = new QLabel(title, part);
    m_headings << heading;
    column->addWidget(heading);
    auto *entries = new QVBoxLayout;
    entries->setSpacing(6);
    column->addLayout(entries);
    column->addStretch(1);
    m_lists->layout()->addWidget(part);
    return entries;
}

void WelcomeView::fill()
{
    clear(m_examples);
    clear(m_recent);
    const auto add = [this](QVBoxLayout *list, const QString &text, const QString &path,
                            void (WelcomeView::*wanted)(const QString &)) {
        auto *entry = new ChipButton(text, this);
        entry->setToolTip(path);
        connect(entry, &QPushButton::clicked, this, [this, path, wanted] { Q_EMIT(this->*wanted)(path); });
        list->addWidget(entry);
    };
    for (const ExampleRun &run : m_session->models()->exampleRuns())
        if (m_examples->count() < kMostEntries && !run.title.startsWith(QLatin1String("compare ")))
            add(m_examples, run.model + QStringLiteral(" · ") + m_session->models()->titleOf(run), run.path,
                &WelcomeView::exampleWanted);
    for (const QString &path : m_session->settings()->recentFiles())
        if (m_recent->count() < kMostEntries)
            add(m_recent, QFileInfo(path).fileName(), path, &WelcomeView::fileWanted);
    m_examples->parentWidget()->setVisible(m_examples->count() > 0);
    m_recent->parentWidget()->setVisible(m_recent->count() > 0);
    m_show->setVisible(!m_session->models()->exampleComparisons().isEmpty());
}

void WelcomeView::applyFonts()
{
    const auto scaled = [this](double scale, bool bold) {
        QFont result = font();
        result.setPointSizeF(font().pointSizeF() * scale);
        result.setBold(bold);
        return result;
    };
    m_title->setFont(scaled(kTitleScale, true));
    m_sentence->setFont(scaled(kSentenceScale, false));
    m_show->setFont(scaled(kSentenceScale, true));
    m_compare->setFont(scaled(kSentenceScale, false));
    for (QLabel *heading : m_headings)
        heading->setFont(scaled(1, true));
    m_sentence->setMaximumWidth(lettersWidth(fontMetrics(), kWidthLetters));
}

void WelcomeView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyFonts();
}

void WelcomeView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tonesOf(palette()).surface);
}

} // namespace ard::ui

#include "moc_WelcomeView.cpp"
