// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/attention/AttentionView.h"
#include "plot/TextWidth.h"
#include "views/compare/ChartCanvas.h"
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

namespace ard::ui {

namespace {
constexpr int kLettersWide = 85; ///< from which map and table stand side by side

constexpr int kLettersOfChoice = 24; ///< at most; in a narrow panel less
constexpr int kMuch = 100;

QComboBox *namedBox(const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(5);
    box->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return box;
}

QLabel *wrappedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}
} // namespace

AttentionView::AttentionView(Session *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_hint(wrappedLabel(this)), m_summary(nullptr),
      m_again(new QPushButton(tr("Ask again"), this)), m_body(new QWidget(this)), m_canvas(new ChartCanvas(m_body))
{
    setAccessibleName(tr("Attention"));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_summary = wrappedLabel(m_body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 8);
    layout->addWidget(m_hint);
    layout->addWidget(m_again, 0, Qt::AlignLeft);
    layout->addWidget(m_body, 1);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->addWidget(makeControls());
    body->addWidget(m_summary);
    m_parts = new QSplitter(Qt::Horizontal, m_body);
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(m_canvas);
    m_parts->addWidget(makeTable());
    m_parts->setStretchFactor(0, 3);
    m_parts->setStretchFactor(1, 2);
    body->addWidget(m_parts, 1);

    m_canvas->paintChart = [this](QPainter &painter) { m_grid.paint(painter); };
    m_canvas->tipAt = [this](const QPointF &place) { return tip(place); };
    const auto select = [this](int position) {
        const Cursor *cursor = m_session->cursor();
        if (position >= 0 && position < cursor->film()->length())
            m_session->cursor()->select({position, cursor->moment(), cursor->laneIndex()});
    };
    connect(m_canvas, &ChartCanvas::clicked, this, [this, select](const QPointF &place) {
        const auto [row, column] = m_grid.cellAt(place);
        if (row >= 0)
            select(m_grid.state().toIt ? column : row);
    });
    connect(m_canvas, &ChartCanvas::keyMoved, this,
            [this, select](int positions, int up) { select(m_session->cursor()->position() + positions - up); });
    connect(m_canvas, &ChartCanvas::reshaped, this, &AttentionView::showMap);
    connect(m_again, &QPushButton::clicked, session->attention(), &AttentionInspector::retry);
    connect(session->attention(), &AttentionInspector::changed, this, &AttentionView::refresh);
    const Cursor *cursor = session->cursor();
    connect(cursor, &Cursor::momentChanged, this, &AttentionView::look);
    connect(cursor, &Cursor::laneChanged, this, &AttentionView::look);
    connect(cursor, &Cursor::selectedChanged, this, &AttentionView::look);
    connect(cursor, &Cursor::runChanged, this, &AttentionView::look);
    refresh();
}

QWidget *AttentionView::makeControls()
{
    auto *controls = new QWidget(m_body);
    auto *grid = new QGridLayout(controls);
    grid->setContentsMargins(0, 0, 0, 0);
    m_layer = namedBox(tr("Layer of the decoder"), controls);
    m_head = namedBox(tr("Head of the layer"), controls);
    m_part = namedBox(tr("What the colours are"), controls);
    m_part->addItems({tr("Weights"), tr("Logits by content"), tr("Logits by timestep"), tr("Weights to the source")});
    m_direction = namedBox(tr("Direction"), controls);
    m_direction->addItems({tr("From the token"), tr("To the token")});
    grid->addWidget(m_layer, 0, 0);
    grid->addWidget(m_head, 0, 1);
    grid->addWidget(m_part, 1, 0);
    grid->addWidget(m_direction, 1, 1);
    for (const int column : {0, 1})
        grid->setColumnStretch(column, kMuch);
    grid->setColumnStretch(2, 1); // what is left over
    for (QComboBox *box : {m_layer, m_head, m_part, m_direction})
        box->setMaximumWidth(lettersWidth(fontMetrics(), kLettersOfChoice));
    for (QComboBox *box : {m_layer, m_head})
        connect(box, &QComboBox::activated, this, &AttentionView::look);
    for (QComboBox *box : {m_part, m_direction})
        connect(box, &QComboBox::currentIndexChanged, this, &AttentionView::showMap);
    return controls;
}

QTableView *AttentionView::makeTable()
{
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(AttentionModel::ValueRole);
    auto *table = new QTableView(m_body);
    table->setAccessibleName(tr("What the token looks at, the heaviest first"));
    table->setModel(&m_sorted);
    table->setSortingEnabled(true);
    table->sortByColumn(AttentionModel::WeightColumn, Qt::DescendingOrder);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

AttentionView::~AttentionView()
{
    m_session->shares()->set(nullptr, {});
}

QString AttentionView::hint() const
{
    return m_hint->isHidden() ? QString() : m_hint->text();
}

QString AttentionView::summary() const
{
    return m_summary->text();
}

QSize AttentionView::sizeHint() const
{
    constexpr int letters = 100, lines = 20;
    return {letters * fontMetrics().averageCharWidth(), lines * fontMetrics().height()};
}

void AttentionView::setPart(Part part)
{
    m_part->setCurrentIndex(static_cast<int>(part));
}

void AttentionView::setToIt(bool toIt)
{
    m_direction->setCurrentIndex(toIt ? 1 : 0);
}

void AttentionView::setPlace(int layer, int head)
{
    m_layer->setCurrentIndex(layer);
    m_head->setCurrentIndex(head);
    look();
}

void AttentionView::look()
{
    const Cursor *cursor = m_session->cursor();
    const Moment moment = cursor->moment();
    const bool isCall = moment.call > 0 && moment.sub == 0;
    Run *run = cursor->lane()->run();
    const std::string model = run ? run->record().provenance.modelFingerprint : std::string();
    if (std::exchange(m_fingerprint, model) != model) { // another model may have fewer layers
        m_layer->setCurrentIndex(0);
        m_head->setCurrentIndex(0);
    }
    if (isVisible() && isCall)
        m_session->attention()->look(run, moment.call, std::max(0, m_layer->currentIndex()),
                                     std::max(0, m_head->currentIndex()));
    else
        m_session->attention()->look(nullptr, 0, 0, 0);
    refresh();
}

QString AttentionView::hintText() const
{
    const Cursor *cursor = m_session->cursor();
    if (!cursor->lane()->run())
        return tr("Run a sentence or open a run: here is shown which positions look at which inside a model call.");
    if (cursor->moment().call == 0)
        return tr("The starting noise comes from no model call: go to a later moment.");
    if (cursor->moment().sub > 0)
        return tr("This moment is a skipped step that was filled in: go to an executed model call.");
    const AttentionInspector *attention = m_session->attention();
    return attention->problem().isEmpty() ? tr("The engine is asked what this call looked at.") : attention->problem();
}

void AttentionView::refresh()
{
    const AttentionMap *map = m_session->attention()->answer();
    if (!map && m_session->attention()->isAsking() && m_hint->isHidden() &&
        m_session->attention()->problem().isEmpty() && !m_grid.state().values.empty())
        return; // what was shown stays until the answer is there: no flicker
    m_hint->setVisible(!map);
    m_again->setVisible(!map && !m_session->attention()->problem().isEmpty());
    m_body->setVisible(map);
    if (!map) {
        m_hint->setText(hintText());
        showShares();
        return;
    }
    fillPlaces(*map);
    m_model.setMap(*map, words(map->length), source(map->sourceLength));
    showMap();
}

/// So many layers and heads as the model has, which only an answer says.
void AttentionView::fillPlaces(const AttentionMap &map)
{
    const auto fill = [](QComboBox *box, int count, int current, const auto &name) {
        if (box->count() != count) {
            box->clear();
            for (int i = 0; i < count; ++i)
                box->addItem(name(i + 1));
        }
        box->setCurrentIndex(current);
    };
    fill(m_layer, map.layers, map.layer, [](int number) { return tr("Layer %1").arg(number); });
    fill(m_head, map.heads, map.head, [](int number) { return tr("Head %1").arg(number); });
}

QStringList AttentionView::words(int length) const
{
    QStringList words;
    for (int n = 0; n < length; ++n)
        words << m_session->cursor()->film()->label(m_session->cursor()->moment(), n);
    return words;
}

/// A run from a file does not hold the pieces of its source.
QStringList AttentionView::source(int length) const
{
    QStringList pieces;
    for (const std::string &piece : m_session->cursor()->lane()->run()->source().pieces)
        pieces << Run::labelOf(QString::fromStdString(piece));
    return pieces.size() == length ? pieces : QStringList();
}

void AttentionView::fillGrid(AttentionGridState &state, const AttentionMap &map) const
{
    const auto part = static_cast<Part>(m_part->currentIndex());
    state.rows = map.length;
    state.columns = part == Part::Source ? map.sourceLength : map.length;
    state.isSigned = part == Part::Content || part == Part::Time;
    state.toIt = m_direction->currentIndex() == 1 && part != Part::Source;
    switch (part) {
    case Part::Weights:
        state.values = map.weights;
        break;
    case Part::Content:
        state.values = centredLogits(map.content, map.length);
        break;
    case Part::Time:
        state.values = centredLogits(map.time, map.length);
        break;
    case Part::Source:
        state.values = map.cross;
        break;
    }
    state.rowWords = words(map.length);
    state.columnWords = part == Part::Source ? source(map.sourceLength) : state.rowWords;
    state.asks = tr("who looks");
    state.looked = part == Part::Source ? tr("at which piece of the source") : tr("at whom");
    state.title = m_part->currentText();
}

void AttentionView::showMap()
{
    const AttentionMap *map = m_session->attention()->answer();
    if (!map)
        return;
    const int position = m_session->cursor()->position();
    m_model.setPosition(position, m_direction->currentIndex() == 1);
    AttentionGridState state;
    fillGrid(state, *map);
    state.selected = position;
    state.style = m_canvas->style();
    m_canvas->setAccessibleName(tr("Attention map, %1").arg(state.title));
    m_grid = AttentionGrid(std::move(state), m_canvas->chartRect());
    m_canvas->update();
    showSummary();
    showShares();
    m_canvas->setAccessibleDescription(m_summary->text());
}

void AttentionView::showShares()
{
    const AttentionGridState &state = m_grid.state();
    const auto part = static_cast<Part>(m_part->currentIndex());
    std::vector<float> shares;
    if (m_session->attention()->answer() && isVisible() && part != Part::Source && state.selected >= 0 &&
        state.selected < state.rows)
        for (int n = 0; n < state.columns; ++n) {
            const int row = state.toIt ? n : state.selected, column = state.toIt ? state.selected : n;
            shares.push_back(state.values[static_cast<std::size_t>(row * state.columns + column)]);
        }
    m_session->shares()->set(m_session->cursor()->lane(), std::move(shares));
}

void AttentionView::showSummary()
{
    const bool toIt = m_direction->currentIndex() == 1;
    if (m_sorted.rowCount() == 0) {
        m_summary->setText(tr("Click a row, a word or a cell: the table shows what that token looks at."));
        return;
    }
    std::vector<std::pair<double, int>> weights; // of the positions
    for (int row = 0; row < m_session->attention()->answer()->length; ++row)
        weights.emplace_back(
            -m_model.index(row, AttentionModel::WeightColumn).data(AttentionModel::ValueRole).toDouble(), row);
    std::sort(weights.begin(), weights.end());
    weights.resize(std::min<std::size_t>(3, weights.size()));
    QStringList heaviest;
    for (const auto &[weight, row] : weights)
        heaviest << tr("\"%1\" (position %2, %3)")
                        .arg(m_model.index(row, AttentionModel::WordColumn).data().toString())
                        .arg(row)
                        .arg(m_model.index(row, AttentionModel::WeightColumn).data().toString());
    const QString word = words(m_model.position() + 1).last();
    const QString list = QLocale().createSeparatedList(heaviest);
    const QString sentence =
        toIt ? tr("Position %1, \"%2\", is looked at most by %3.") : tr("Position %1, \"%2\", looks most at %3.");
    m_summary->setText(
        sentence.arg(m_model.position()).arg(word, list) + QLatin1Char(' ') +
        tr("Words are those after the call. Attention goes both ways: that the left influences the right is "
           "learned, not built in.") +
        (static_cast<Part>(m_part->currentIndex()) == Part::Source
             ? QString()
             : QLatin1Char(' ') + tr("The fields behind the words of the sentence are the same.")));
}

QString AttentionView::tip(const QPointF &place) const
{
    const auto [row, column] = m_grid.cellAt(place);
    if (row < 0)
        return {};
    const AttentionGridState &state = m_grid.state();
    const float value = state.values[static_cast<std::size_t>(row * state.columns + column)];
    const QString number = state.isSigned
        ? QLocale().toString(static_cast<double>(value), 'f', 2)
        : tr("%1 %", "a share").arg(QLocale().toString(static_cast<double>(value) * 100, 'f', 1));
    const bool isSource = m_part->currentIndex() == static_cast<int>(Part::Source);
    const QString from = tr("Position %1, \"%2\"").arg(row).arg(state.rowWords.value(row));
    const QString to = isSource ? tr("piece %1 of the source, \"%2\"").arg(column).arg(state.columnWords.value(column))
                                : tr("position %1, \"%2\"").arg(column).arg(state.columnWords.value(column));
    return tr("%1 at %2: %3", "who looks at whom, how much").arg(from, to, number);
}

/// Map and table stand side by side where there is room for both.
void AttentionView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= kLettersWide * fontMetrics().averageCharWidth();
    m_parts->setOrientation(isWide ? Qt::Horizontal : Qt::Vertical);
}

void AttentionView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    look();
}

void AttentionView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    look();
}

} // namespace ard::ui

#include "moc_AttentionView.cpp"
