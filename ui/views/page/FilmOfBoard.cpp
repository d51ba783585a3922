// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/page/FilmOfBoard.h"
#include "paint/GifFile.h"
#include "paint/PlaneFacts.h"
#include "views/plane/PlanePanel.h"
#include "views/strip/StripWords.h"
#include <QPainter>
#include <QSaveFile>
#include <cmath>

namespace ard::ui {

namespace {

constexpr int kFirst = 100, kLast = 400; ///< hundredths of a second: time to see what it is, and to read the sentence

FilmOfBoard::Moment momentOf(const Board &board, const Cursor &cursor, const PageLook &look)
{
    FilmOfBoard::Moment moment;
    for (Lane *lane : board.lanes()) {
        FilmOfBoard::Moment::OfLane &of = moment.lanes.emplace_back();
        if (!lane->run())
            continue;
        const Moment now = cursor.momentIn(lane);
        of.shownCalls = now.call;
        of.below = planeWords(*lane->film(), now, Sight::UpToMoment);
        of.words = stripWords(TextStripModel(lane, &cursor), look.shown(lane->film()->length()));
    }
    return moment;
}

/// Every page with as much room for its sentences as the one that needs most.
void settle(FilmOfBoard &film, const QSizeF &size)
{
    double scale = 1, head = 0;
    for (std::size_t i = 0; i < film.moments.size(); ++i)
        scale = std::min(scale, Page(pageAt(film, i)).sentenceScale(size));
    film.page.sentenceScale = scale;
    for (std::size_t i = 0; i < film.moments.size(); ++i)
        head = std::max(head, Page(pageAt(film, i)).headHeight(size));
    film.page.leastHead = head;
}

} // namespace

FilmOfBoard filmOfBoard(Board &board, const Cursor &shown, const PageLook &look, int most)
{
    FilmOfBoard film;
    Cursor cursor(&board); // walks through the film in the place of the one on screen
    cursor.setLink(shown.link() == Cursor::Link::None ? Cursor::Link::Call : shown.link());
    cursor.setLane(shown.laneIndex());
    cursor.setMoment({0});
    int last = 0;
    while (cursor.playOn())
        ++last;
    if (last == 0)
        return film;
    film.page = pageOfBoard(board, cursor, look);
    for (PageLane &lane : film.page.lanes)
        lane.plane.selected.reset();
    film.page.recipe.removeIf(
        [](const QString &line) { return line.startsWith(QLatin1String("ardiff ")); }); // no time to read it
    const int count = std::min(last + 1, std::max(2, most));
    cursor.setLane(shown.laneIndex());
    cursor.setMoment({0});
    for (int i = 0, at = 0; i < count; ++i) {
        const auto wanted = static_cast<int>(std::lround(static_cast<double>(i) * last / (count - 1)));
        for (; at < wanted; ++at)
            cursor.playOn();
        film.moments.push_back(momentOf(board, cursor, look));
    }
    return film;
}

PageState pageAt(const FilmOfBoard &film, std::size_t moment)
{
    PageState page = film.page;
    for (std::size_t i = 0; i < page.lanes.size(); ++i) {
        const FilmOfBoard::Moment::OfLane &of = film.moments[moment].lanes[i];
        PageLane &lane = page.lanes[i];
        lane.plane.shownCalls = of.shownCalls;
        lane.plane.words = of.below;
        lane.words = of.words;
        lane.subtitle = planeSubtitle(lane.plane);
    }
    return page;
}

Status writeGif(const FilmOfBoard &film, const QString &path, QSize size)
{
    FilmOfBoard even = film;
    settle(even, size);
    GifFilm gif;
    gif.size = size;
    gif.frames = static_cast<int>(even.moments.size());
    gif.frame = [&even, size](int i) {
        QImage image(size, QImage::Format_RGB32);
        if (image.isNull())
            return image;
        QPainter painter(&image);
        Page(pageAt(even, static_cast<std::size_t>(i))).paint(painter, QRectF(QPointF(), size));
        return image;
    };
    gif.hundredths = [&](int i) {
        return i == 0 ? kFirst : i + 1 == gif.frames ? kLast : std::max(2, static_cast<int>(100 / even.perSecond));
    };
    const Result<QByteArray> bytes = gifOf(gif);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return fail(ErrorCode::Io,
                    "The picture " + path.toStdString() + " could not be written: " + file.errorString().toStdString());
    return {};
}

} // namespace ard::ui
