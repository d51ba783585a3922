// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jump/CallInsideView.h"
#include "views/common/Icons.h"
#include "views/compare/ChartCanvas.h"
#include "views/jump/JumpFormula.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ard::ui {

namespace {

constexpr int kTableLetters = 45; ///< of the table at least, where the formula stands beside it

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

CallInsideView::CallInsideView(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_hint(plainLabel(this)), m_again(new QPushButton(tr("Ask again"), this)),
      m_body(new QWidget(this)), m_back(new QToolButton(m_body)), m_forward(new QToolButton(m_body)),
      m_where(plainLabel(m_body)), m_title(plainLabel(m_body)), m_text(plainLabel(m_body)),
      m_table(new QTableView(m_body)), m_formula(new JumpFormula(m_body)), m_map(new ChartCanvas(m_body))
{
    setAccessibleName(tr("Inside the call"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->addWidget(m_hint);
    layout->addWidget(m_again, 0, Qt::AlignLeft);
    layout->addWidget(m_body, 1);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(makeSteps());
    m_text->setWordWrap(true);
    body->addWidget(m_text);
    makeTable();
    m_parts = new QBoxLayout(QBoxLayout::TopToBottom);
    m_parts->setSpacing(14);
    m_parts->addWidget(m_table, 1);
    m_parts->addWidget(m_formula);
    m_parts->addWidget(m_map);
    m_map->setFocusPolicy(Qt::NoFocus); // the table is the way in
    m_map->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_map->paintChart = [this](QPainter &painter) { m_path.paint(painter); };
    connect(m_map, &ChartCanvas::reshaped, this, &CallInsideView::showPath);
    body->addLayout(m_parts);
    body->addStretch(1);

    connect(m_again, &QPushButton::clicked, session->inspector(), &CallInspector::retry);
    connect(session->inspector(), &CallInspector::changed, this, &CallInsideView::refresh);
    connect(session->cursor(), &Cursor::selectedChanged, this, &CallInsideView::look);
    connect(session->cursor(), &Cursor::momentChanged, this, &CallInsideView::look);
    connect(session->cursor(), &Cursor::laneChanged, this, &CallInsideView::look);
    connect(session->cursor(), &Cursor::runChanged, this, &CallInsideView::look);
    refresh();
}

QWidget *CallInsideView::makeSteps()
{
    auto *steps = new QWidget(m_body);
    auto *row = new QHBoxLayout(steps);
    row->setContentsMargins(0, 0, 0, 0);
    m_back->setText(tr("Previous stage"));
    m_forward->setText(tr("Next stage"));
    m_back->setToolTip(m_back->text());
    m_forward->setToolTip(m_forward->text());
    connect(m_back, &QToolButton::clicked, this, &CallInsideView::previousStage);
    connect(m_forward, &QToolButton::clicked, this, &CallInsideView::nextStage);
    m_where->setForegroundRole(QPalette::PlaceholderText);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_where);
    return steps;
}

void CallInsideView::makeTable()
{
    m_table->setAccessibleName(tr("Words of the stages by position"));
    m_table->setModel(&m_stages);
    m_table->setSelectionBehavior(QAbstractItemView::SelectColumns);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRows();
    m_table->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_table->setMinimumWidth(200);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && !m_linking)
            m_session->cursor()->select(
                {index.column(), m_session->cursor()->moment(), m_session->cursor()->laneIndex()});
    });
}

QString CallInsideView::hint() const
{
    return m_hint->isHidden() ? QString() : m_hint->text();
}

QString CallInsideView::explanation() const
{
    return m_text->text();
}

QStringList CallInsideView::formula() const
{
    return m_formula->lines();
}

QSize CallInsideView::sizeHint() const
{
    constexpr int letters = 90, lines = 18;
    return {letters * fontMetrics().averageCharWidth(), lines * fontMetrics().height()};
}

void CallInsideView::look()
{
    const Cursor *cursor = m_session->cursor();
    const Moment moment = cursor->moment();
    const bool isCall = moment.call > 0 && moment.sub == 0;
    if (isVisible() && isCall && cursor->position() >= 0)
        m_session->inspector()->look(cursor->lane()->run(), moment.call, cursor->position());
    else
        m_session->inspector()->look(nullptr, 0, -1);
    refresh();
}

QString CallInsideView::hintText() const
{
    const Cursor *cursor = m_session->cursor();
    if (!cursor->lane()->run())
        return tr("Run a sentence or open a run: here the stages inside one model call are shown one after the other.");
    if (cursor->position() < 0)
        return tr("Click a word or a cell: here the stages of the model call that led to it are shown.");
    if (cursor->moment().call == 0)
        return tr("The starting noise comes from no model call: go to a later moment.");
    if (cursor->moment().sub > 0)
        return tr("This moment is a skipped step that was filled in: go to an executed model call.");
    const CallInspector *inspector = m_session->inspector();
    return inspector->problem().isEmpty() ? tr("The engine is asked what happened inside this call.")
                                          : inspector->problem();
}

void CallInsideView::refresh()
{
    const CallInside *answer = m_session->inspector()->answer();
    if (!answer && m_session->inspector()->isAsking() && m_stages.inside() && m_hint->isHidden())
        return; // what was shown stays until the answer is there: no flicker
    m_hint->setVisible(!answer);
    m_again->setVisible(!answer && !m_session->inspector()->problem().isEmpty());
    m_body->setVisible(answer);
    if (!answer) {
        m_hint->setText(hintText());
        return;
    }
    m_linking = true;
    m_stages.setInside(*answer);
    m_linking = false;
    m_where->setText(tr("Position %1 · model call %2 of %3 · t %4 → %5")
                         .arg(answer->position)
                         .arg(answer->modelCall)
                         .arg(m_session->cursor()->film()->modelCalls())
                         .arg(answer->timestepBefore)
                         .arg(answer->timestepAfter));
    showStage();
}

void CallInsideView::setStage(int stage)
{
    m_stages.setStage(stage);
    if (m_stages.inside())
        showStage();
}

void CallInsideView::showStage()
{
    const CallInside &inside = *m_stages.inside();
    const auto stage = static_cast<CallStage>(m_stages.stage());
    const int last = static_cast<int>(kCallStages) - 1;
    m_back->setEnabled(m_stages.stage() > 0);
    m_forward->setEnabled(m_stages.stage() < last);
    m_title->setText(tr("Stage %1 of %2: %3").arg(m_stages.stage() + 1).arg(last + 1).arg(m_stages.title(stage)));
    m_text->setText(textOf(stage));
    m_formula->show(inside, stage);
    showPath();
    arrange();
    m_linking = true;
    m_table->setCurrentIndex(m_stages.index(m_stages.stage(), inside.position));
    m_linking = false;
    m_table->horizontalHeader()->resizeSections(QHeaderView::ResizeToContents);
    const int rows = static_cast<int>(kCallStages) * m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(rows + m_table->horizontalHeader()->sizeHint().height() +
                            m_table->horizontalScrollBar()->sizeHint().height() + 2 * m_table->frameWidth());
}

void CallInsideView::showPath()
{
    const auto &inside = m_stages.inside();
    if (!inside)
        return;
    StagePathState state;
    QStringList told;
    for (std::size_t i = 0; i < kCallStages; ++i) {
        const std::array<float, 2> &point = inside->stages[i].point;
        state.stages.push_back({QPointF(static_cast<double>(point[0]), static_cast<double>(point[1])),
                                CallStagesModel::title(static_cast<CallStage>(i))});
        if (static_cast<int>(i) <= m_stages.stage())
            told << tr("%1 at %2, %3", "stage, and its place on the map")
                        .arg(state.stages[i].name, QLocale().toString(state.stages[i].at.x(), 'f', 2),
                             QLocale().toString(state.stages[i].at.y(), 'f', 2));
    }
    state.shown = m_stages.stage();
    state.title = tr("Position %1 on a plane through the embeddings").arg(inside->position);
    state.style = m_map->style();
    m_map->setAccessibleName(state.title);
    m_map->setAccessibleDescription(told.join(QStringLiteral("; ")));
    m_path = StagePath(std::move(state), m_map->chartRect());
    m_map->update();
}

QString CallInsideView::textOf(CallStage stage) const
{
    const CallInside &inside = *m_stages.inside();
    const auto values = [&](CallStage of) { return inside.stages[static_cast<std::size_t>(of)].values; };
    switch (stage) {
    case CallStage::Noisy:
        return tr("What goes into the network: the latent x of every position, each at its own timestep. Words are the "
                  "nearest embeddings.");
    case CallStage::Prediction:
        return tr("The network predicts the clean latent x̂₀ of all positions at once.");
    case CallStage::Clamped:
        return values(CallStage::Clamped) == values(CallStage::Prediction)
            ? tr("x̂₀ of this position is not clamped in this call: the step takes it as it is.")
            : tr("x̂₀ is clamped: it snaps to a word before the step takes it.");
    case CallStage::Step:
        return tr("x and x̂₀ are mixed by factors that follow from t and t′ alone.");
    case CallStage::Noise:
        return inside.noise == 0 ? tr("No noise is added to this position: x′ is what the step gave.")
                                 : tr("Fresh noise ε is added, σ of it: x′ is what goes into the next call.");
    }
    return {};
}

void CallInsideView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_back->setIcon(themedIcon(QStringLiteral("step-back")));
    m_forward->setIcon(themedIcon(QStringLiteral("step-forward")));
    look();
}

void CallInsideView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    look();
}

void CallInsideView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        m_back->setIcon(themedIcon(QStringLiteral("step-back")));
        m_forward->setIcon(themedIcon(QStringLiteral("step-forward")));
    }
    if (event->type() == QEvent::FontChange)
        fitRows();
}

void CallInsideView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CallInsideView::arrange()
{
    const int table = kTableLetters * fontMetrics().averageCharWidth();
    const bool isWide = width() >= m_formula->sizeHint().width() + table;
    m_parts->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    const int map = m_map->minimumSizeHint().width() * 3 / 2;
    m_map->setMaximumWidth(isWide ? map : QWIDGETSIZE_MAX);
    m_map->setVisible(!isWide || width() >= m_formula->sizeHint().width() + table + map);
}

void CallInsideView::fitRows()
{
    m_table->verticalHeader()->setMinimumSectionSize(12);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
}

} // namespace ard::ui

#include "moc_CallInsideView.cpp"
