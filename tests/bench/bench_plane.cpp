// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How much processor time the plane takes to paint, without a display: bench_plane [POSITIONS] [MODEL CALLS], 256 and 2000 otherwise.
// One line a case: the first painting, each further model call, steps back, everything anew after a change of size.
#include "paint/PlanePainter.h"
#include "support/fake_engine/FakeRun.h"
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <cstdio>
#include <ctime>

using namespace ard;
using namespace ard::ui;

namespace {

constexpr int kFilm = 30; ///< model calls stepped over, forwards and back

PlaneState stateOf(int positions, int calls, Quantity quantity)
{
    GenerationRequest request;
    request.schedule.length = positions;
    request.schedule.diffusionSteps = 2000;
    request.samplingSteps = calls;
    const auto run = fake::FakeRun::make(request, positions, 2000);
    PlaneState state;
    state.layout = PlaneLayout(run->header().plan, 2000, TimestepScale::Linear);
    state.quantity.quantity = quantity;
    for (int call = 1; call <= state.layout.modelCalls(); ++call) {
        // The words do not matter here: any values that differ.
        std::vector<float> row;
        for (int n = 0; n < positions; ++n)
            row.push_back(static_cast<float>((call * 7 + n * 13) % 100) / 100);
        state.probabilities.push_back(row);
        state.entropies.push_back(row);
    }
    return state;
}

class Bench {
public:
    Bench(PlaneState state, double ratio) : m_state(std::move(state)), m_ratio(ratio) { }

    /// Milliseconds of processor time of one painting in a plane of so many pixels.
    double paint(int calls, QSize size)
    {
        if (m_image.size() != size * m_ratio) {
            m_image = QImage(size * m_ratio, QImage::Format_ARGB32_Premultiplied);
            m_image.setDevicePixelRatio(m_ratio);
        }
        m_state.shownCalls = calls;
        QPainter painter(&m_image);
        const QRectF area(QPointF(), size);
        const PlaneGeometry geometry(m_state.layout, area.adjusted(40, 10, -20, -80), area);
        const std::clock_t start = std::clock();
        m_painter.paintCells(painter, m_state, geometry);
        return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    }

    /// The mean of painting one call after the other.
    double film(int from, int to, QSize size)
    {
        double sum = 0;
        const int step = from < to ? 1 : -1;
        for (int call = from; call != to; call += step)
            sum += paint(call, size);
        return sum / std::abs(to - from);
    }

private:
    PlaneState m_state;
    PlanePainter m_painter;
    QImage m_image;
    double m_ratio;
};

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const int positions = arguments.size() > 1 ? arguments[1].toInt() : 256;
    const int calls = arguments.size() > 2 ? arguments[2].toInt() : 2000;
    const QSize size(1600, 900), other(1500, 850);
    for (const auto &[name, quantity] :
         {std::pair("noise", Quantity::Noise), std::pair("probability", Quantity::Probability)})
        for (const double ratio : {1.0, 2.0}) {
            Bench bench(stateOf(positions, calls, quantity), ratio);
            for (const int last : {calls / 2, calls - 1}) {
                const int before = std::max(1, last - kFilm);
                const double first = bench.paint(before, size), forward = bench.film(before + 1, last, size);
                const double back = bench.film(last, before, size), anew = bench.paint(last, other);
                std::printf("%s, %gx, call %d: first %.1f ms, a call more %.2f ms, a call back %.2f ms, another size "
                            "%.1f ms\n",
                            name, ratio, last, first, forward, back, anew);
                std::fflush(stdout);
            }
        }
    return 0;
}
