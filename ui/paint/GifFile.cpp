// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "paint/GifFile.h"
#include <QHash>
#include <algorithm>
#include <array>
#include <gif_lib.h>
#include <memory>
#include <tuple>
#include <vector>

namespace ard::ui {

namespace {

constexpr int kColors = 255, kTransparent = 255; ///< the last entry stands for "as before"
constexpr int kMostGifPixels = 4096;

int append(GifFileType *gif, const GifByteType *bytes, int count)
{
    static_cast<QByteArray *>(gif->UserData)->append(reinterpret_cast<const char *>(bytes), count);
    return count;
}

int distance(QRgb a, QRgb b)
{
    const int red = qRed(a) - qRed(b), green = qGreen(a) - qGreen(b), blue = qBlue(a) - qBlue(b);
    return 2 * red * red + 4 * green * green + 3 * blue * blue; // as eyes weigh them, roughly
}

/// The colours of a picture within a rectangle, the most frequent first, and the entry of each of them. Shades that are almost the
/// same, as smooth edges of letters have them, count as one, that of most pixels: else they would leave none for a colour scale.
class Palette {
public:
    Palette(const QImage &image, const QRect &rect)
    {
        QHash<QRgb, int> counts;
        for (int y = rect.top(); y <= rect.bottom(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            for (int x = rect.left(); x <= rect.right(); ++x)
                ++counts[line[x] | 0xff000000U];
        }
        QHash<QRgb, Shade> shades;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
            Shade &shade = shades[coarse(it.key())];
            shade.all += it.value();
            if (std::pair(it.value(), it.key()) > std::pair(shade.most, shade.color))
                std::tie(shade.most, shade.color) = std::pair(it.value(), it.key());
        }
        std::vector<std::tuple<int, QRgb, QRgb>> sorted; // by pixels, and then by colour: always the same
        for (auto it = shades.cbegin(); it != shades.cend(); ++it)
            sorted.emplace_back(-it->all, it->color, it.key());
        std::sort(sorted.begin(), sorted.end());
        QHash<QRgb, GifPixelType> entries;
        for (const auto &[count, color, key] : sorted)
            if (m_colors.size() < kColors) {
                entries.insert(key, static_cast<GifPixelType>(m_colors.size()));
                m_colors.push_back(color);
            } else {
                entries.insert(key, nearest(color));
            }
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            m_entries.insert(it.key(), entries.value(coarse(it.key())));
    }

    GifPixelType entry(QRgb color) const { return m_entries.value(color | 0xff000000U); }

    std::array<GifColorType, 256> table() const
    {
        std::array<GifColorType, 256> table{};
        for (std::size_t i = 0; i < m_colors.size(); ++i)
            table[i] = {static_cast<GifByteType>(qRed(m_colors[i])), static_cast<GifByteType>(qGreen(m_colors[i])),
                        static_cast<GifByteType>(qBlue(m_colors[i]))};
        return table;
    }

private:
    struct Shade {
        int all = 0, most = 0; ///< pixels; of its most frequent colour
        QRgb color = 0;
    };
    static QRgb coarse(QRgb color) { return color & 0xf8f8f8U; }

    GifPixelType nearest(QRgb color) const
    {
        const auto best = std::min_element(m_colors.begin(), m_colors.end(),
                                           [color](QRgb a, QRgb b) { return distance(a, color) < distance(b, color); });
        return static_cast<GifPixelType>(best - m_colors.begin());
    }

    std::vector<QRgb> m_colors;
    QHash<QRgb, GifPixelType> m_entries;
};

/// Where two pictures differ; of the first, all of it. At least one pixel: a frame has to hold something.
QRect changed(const QImage &before, const QImage &now)
{
    if (before.isNull())
        return now.rect();
    int left = now.width(), right = -1, top = now.height(), bottom = -1;
    for (int y = 0; y < now.height(); ++y) {
        const auto *a = reinterpret_cast<const QRgb *>(before.constScanLine(y)),
                   *b = reinterpret_cast<const QRgb *>(now.constScanLine(y));
        const auto first = std::mismatch(b, b + now.width(), a).first - b;
        if (first == now.width())
            continue;
        int last = now.width() - 1;
        while (a[last] == b[last])
            --last;
        left = std::min(left, static_cast<int>(first));
        right = std::max(right, last);
        top = std::min(top, y);
        bottom = y;
    }
    return right < 0 ? QRect(0, 0, 1, 1) : QRect(QPoint(left, top), QPoint(right, bottom));
}

class Writer {
public:
    explicit Writer(QSize size)
    {
        int error = 0;
        m_gif = EGifOpen(&m_bytes, append, &error);
        m_fine = m_gif != nullptr;
        if (!m_fine)
            return;
        EGifSetGifVersion(m_gif, true);
        m_fine = EGifPutScreenDesc(m_gif, size.width(), size.height(), 8, 0, nullptr) == GIF_OK;
    }
    ~Writer() { close(); }
    Q_DISABLE_COPY_MOVE(Writer)

    void add(const QImage &image, int hundredths)
    {
        if (!m_fine)
            return;
        const QRect rect = changed(m_before, image);
        const Palette palette(image, rect);
        const auto table = palette.table();
        using Map = std::unique_ptr<ColorMapObject, void (*)(ColorMapObject *)>;
        const Map map(GifMakeMapObject(256, table.data()), GifFreeMapObject);
        std::array<GifByteType, 4> control{};
        const GraphicsControlBlock block{DISPOSE_DO_NOT, false, hundredths, kTransparent};
        EGifGCBToExtension(&block, control.data());
        m_fine = map && EGifPutExtension(m_gif, GRAPHICS_EXT_FUNC_CODE, 4, control.data()) == GIF_OK &&
            EGifPutImageDesc(m_gif, rect.left(), rect.top(), rect.width(), rect.height(), false, map.get()) == GIF_OK;
        std::vector<GifPixelType> line(static_cast<std::size_t>(rect.width()));
        for (int y = rect.top(); m_fine && y <= rect.bottom(); ++y) {
            const auto *now = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            const auto *was = m_before.isNull() ? nullptr : reinterpret_cast<const QRgb *>(m_before.constScanLine(y));
            for (int x = rect.left(); x <= rect.right(); ++x)
                line[static_cast<std::size_t>(x - rect.left())] =
                    was && was[x] == now[x] ? kTransparent : palette.entry(now[x]);
            m_fine = EGifPutLine(m_gif, line.data(), rect.width()) == GIF_OK;
        }
        m_before = image;
    }

    Result<QByteArray> finish()
    {
        close();
        if (!m_fine)
            return fail(ErrorCode::OutOfMemory, "The animation could not be made: there is no memory for it");
        return m_bytes;
    }

private:
    void close()
    {
        int error = 0;
        if (m_gif && EGifCloseFile(m_gif, &error) != GIF_OK)
            m_fine = false;
        m_gif = nullptr;
    }

    QByteArray m_bytes;
    GifFileType *m_gif = nullptr;
    QImage m_before;
    bool m_fine = true;
};

} // namespace

Result<QByteArray> gifOf(const GifFilm &film)
{
    if (film.frames < 1 || film.size.isEmpty() || film.size.width() > kMostGifPixels ||
        film.size.height() > kMostGifPixels)
        return fail(ErrorCode::InvalidArgument, "An animation has frames of 1 to 4096 pixels a side");
    Writer writer(film.size);
    for (int i = 0; i < film.frames; ++i) {
        const QImage image = film.frame(i).convertToFormat(QImage::Format_RGB32);
        if (image.size() != film.size)
            return fail(ErrorCode::OutOfMemory, "The animation could not be made: there is no memory for it");
        writer.add(image, film.hundredths(i));
    }
    return writer.finish();
}

} // namespace ard::ui
