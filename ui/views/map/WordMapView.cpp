// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/WordMapView.h"
#include "facts/WordSegments.h"
#include "plot/ElidedLabel.h"
#include "views/compare/LaneFacts.h"
#include <QHBoxLayout>
#include <QLocale>
#include <algorithm>
#include <set>

namespace ard::ui {

namespace {

constexpr std::size_t kFrequentLandmarks = 400; ///< most find no room
constexpr double kBoundsMargin = 0.05;          ///< of the bounds, around them

QPointF pointOf(const std::array<float, 2> &point)
{
    return {static_cast<double>(point[0]), static_cast<double>(point[1])};
}

void include(QRectF &bounds, const QPointF &point)
{
    if (bounds.isNull())
        bounds = QRectF(point, QSizeF(1e-6, 1e-6));
    bounds.setCoords(std::min(bounds.left(), point.x()), std::min(bounds.top(), point.y()),
                     std::max(bounds.right(), point.x()), std::max(bounds.bottom(), point.y()));
}

/// A whole word of at least two letters: others say nothing to a reader.
bool isLandmark(const QString &piece)
{
    const QString label = Run::labelOf(piece);
    return piece.startsWith(QChar(0x2581)) && label.size() >= 2 &&
        std::all_of(label.begin(), label.end(), [](QChar letter) { return letter.isLetter(); });
}

} // namespace

WordMapView::WordMapView(Session *session, QWidget *parent)
    : CompareView(session, tr("The way of a token among the words of the model"), parent),
      m_summary(new ElidedLabel(this))
{
    m_summary->setTone(ElidedLabel::Tone::Muted);
    controls()->addWidget(m_summary, 1);
    canvas()->paintChart = [this](QPainter &painter) { m_map.paint(painter); };
    canvas()->tipAt = [this](const QPointF &place) { return tip(place); };
    connect(canvas(), &ChartCanvas::clicked, this, [this](const QPointF &place) {
        if (const WordMap::Hit hit = m_map.hitAt(place); hit.call > 0)
            this->session()->cursor()->select(
                {this->session()->cursor()->position(), Moment{hit.call}, m_lanes[hit.path]});
    });
    connect(canvas(), &ChartCanvas::keyMoved, this,
            [this](int right, int) { moveCursor(this->session()->cursor(), 0, right); });
    connect(session->vocabulary(), &VocabularyInspector::changed, this, [this] { refresh(); });
    start();
}

QString WordMapView::summary() const
{
    return m_summary->fullText();
}

void WordMapView::takePlaces()
{
    const auto map = session()->vocabulary()->answer();
    if (map == m_places.of)
        return;
    m_places = {map, nullptr, {}, {}};
    if (!map)
        return;
    auto points = std::make_shared<std::vector<QPointF>>();
    for (std::size_t id = 0; id < map->points.size(); ++id) {
        points->push_back(pointOf(map->points[id]));
        include(m_places.bounds, points->back());
        // Vocabularies that are learned begin with what is frequent.
        if (m_places.frequent.size() < kFrequentLandmarks && isLandmark(QString::fromStdString(map->pieces[id])))
            m_places.frequent.push_back(static_cast<std::int32_t>(id));
    }
    m_places.points = std::move(points);
}

/// By all tokens and calls that there are, so that nothing moves with the cursor.
void WordMapView::widen(QRectF &bounds, int lane)
{
    const Run *run = comparison().board()->at(lane)->run();
    auto &[frames, extent] = m_extents[run->number()];
    for (; frames < run->frameCount(); ++frames)
        for (const TokenState &token : run->frame(frames + 1)->tokens)
            if (token.projection)
                include(extent, pointOf(*token.projection));
    if (!extent.isNull()) {
        include(bounds, extent.topLeft());
        include(bounds, extent.bottomRight());
    }
}

void WordMapView::addPath(WordMapState &state, int index)
{
    const Cursor *cursor = session()->cursor();
    const Lane *lane = comparison().board()->at(index);
    const SeenRun run = comparison().seen(index);
    WordMapState::Path path;
    path.key = laneKey(*lane, *session());
    if (comparison().size() == 1)
        path.key.title.clear();
    for (int call = 1; const TokenState *token = run.token(call, cursor->position()); ++call) {
        if (!token->projection) { // of an older engine, in part
            path.points.clear();
            path.firstCall = call + 1;
            continue;
        }
        path.points.push_back(pointOf(*token->projection));
    }
    widen(state.bounds, index);
    path.shownCall = cursor->momentIn(lane).call;
    const TokenState *now = run.token(path.shownCall, cursor->position());
    if (now && m_places.points && static_cast<std::size_t>(now->wordId) < m_places.points->size()) {
        path.word = (*m_places.points)[static_cast<std::size_t>(now->wordId)];
        path.hasWord = true;
    }
    state.paths.push_back(std::move(path));
    m_lanes.push_back(index);
}

/// First the words that the token showed, then those that it might be now, then frequent ones.
void WordMapView::addLandmarks(WordMapState &state) const
{
    if (!m_places.points)
        return;
    std::set<std::int32_t> have;
    const auto add = [&](std::int32_t id, bool isPassed) {
        if (id < 0 || static_cast<std::size_t>(id) >= m_places.points->size() || !have.insert(id).second)
            return;
        const auto at = static_cast<std::size_t>(id);
        state.landmarks.push_back(
            {(*m_places.points)[at], Run::labelOf(QString::fromStdString(m_places.of->pieces[at])), isPassed});
    };
    const int position = session()->cursor()->position();
    for (const int lane : m_lanes) {
        const SeenRun run = comparison().seen(lane);
        const std::vector<WordSegment> segments = wordSegments(run, position);
        for (auto segment = segments.rbegin(); segment != segments.rend(); ++segment)
            add(segment->word, true);
    }
    for (const int lane : m_lanes) {
        const Moment now = session()->cursor()->momentIn(comparison().board()->at(lane));
        if (const TokenState *token = comparison().seen(lane).token(now.call, position))
            for (const std::int32_t id : token->topIds)
                add(id, false);
    }
    for (const std::int32_t id : m_places.frequent)
        add(id, false);
}

QString WordMapView::sentence() const
{
    const Cursor *cursor = session()->cursor();
    QStringList parts{tr("Position %1").arg(cursor->position())};
    if (const QString word = cursor->film()->label(cursor->moment(), cursor->position()); !word.isEmpty())
        parts << word;
    if (m_places.of)
        parts << tr("the same plane in all runs of the model; it holds %1 % of how the words differ: what is close "
                    "here may be far apart")
                     .arg(QLocale().toString(static_cast<double>(m_places.of->share) * 100, 'f', 0));
    else if (const QString problem = session()->vocabulary()->problem(); !problem.isEmpty())
        parts << tr("without the words of the model: %1").arg(problem);
    return parts.join(QStringLiteral(" · "));
}

void WordMapView::rebuild()
{
    const Cursor *cursor = session()->cursor();
    WordMapState state;
    session()->vocabulary()->look(isVisible() && cursor->position() >= 0 ? cursor->run() : nullptr);
    takePlaces();
    m_lanes.clear(); // not before: the first look makes the map anew
    state.bounds = m_places.bounds;
    state.words = m_places.points;
    if (cursor->run() && cursor->position() >= 0) {
        const std::string &model = cursor->run()->record().provenance.modelFingerprint;
        for (int lane = 0; lane < comparison().size(); ++lane) {
            const Run *run = comparison().board()->at(lane)->run();
            if (run && run->record().provenance.modelFingerprint == model)
                addPath(state, lane);
        }
        addLandmarks(state);
    }
    const double space = kBoundsMargin * std::max(state.bounds.width(), state.bounds.height());
    state.bounds.adjust(-space, -space, space, space);
    state.empty = cursor->run() ? tr("Click a word or a cell: here its way among the words of the model is drawn.")
                                : tr("Run a sentence or open a run.");
    state.style = canvas()->style();
    m_summary->setFullText(state.paths.empty() ? QString() : sentence());
    m_map = WordMap(std::move(state), canvas()->chartRect());
}

QString WordMapView::tip(const QPointF &place) const
{
    const WordMap::Hit hit = m_map.hitAt(place);
    if (hit.call == 0)
        return {};
    const Lane *lane = comparison().board()->at(m_lanes[hit.path]);
    const int position = session()->cursor()->position();
    return tr("Model call %1: “%2”, noise deviation %3")
        .arg(hit.call)
        .arg(lane->film()->label(Moment{hit.call}, position),
             QLocale().toString(lane->film()->noiseLevel(Moment{hit.call}, position), 'f', 2));
}

} // namespace ard::ui

#include "moc_WordMapView.cpp"
