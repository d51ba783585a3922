// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/kernels/Product.h"
#include "engine/kernels/Clones.h"

#include <algorithm>

namespace ard::kernels {
namespace {

constexpr int64_t kPanel = PackedMatrix::kPanel;
/// So much of a panel's depth at a time: 32 KB, which stay in the first-level cache while all rows pass.
constexpr int64_t kDepth = 256;

/// What is done with the sums of a block of y.
enum class Put { Set, AddWithBias, Add };

/// A part of a panel: so much of its depth.
struct PanelPart {
    const float *numbers, *bias;
    int64_t depth;
    Put put;
};

#define ARD_INLINE inline __attribute__((always_inline))

/// So many bytes of numbers in a register; they are at any address in memory.
template <int Bytes>
struct Register {
    typedef float Numbers __attribute__((vector_size(Bytes)));
    static ARD_INLINE void load(Numbers &numbers, const float *from) { __builtin_memcpy(&numbers, from, Bytes); }
    static ARD_INLINE void store(const Numbers &numbers, float *to) { __builtin_memcpy(to, &numbers, Bytes); }
};

/// How x lies: row by row, or, Across, each step of the depth with all rows side by side.
enum class Lying { Along, Across };

/// Height rows by Width vectors of sums stay in registers.
template <Lying X, int Bytes, int Height, int Width>
ARD_INLINE void block(const PanelPart &part, const float *x, int64_t xStride, float *y, int64_t yStride)
{
    using Vector = typename Register<Bytes>::Numbers;
    constexpr int64_t kLanes = Bytes / sizeof(float);
    Vector sums[Height][Width] = {};
    for (int64_t d = 0; d < part.depth; ++d) {
        Vector weights[Width];
#pragma GCC unroll 8
        for (int w = 0; w < Width; ++w)
            Register<Bytes>::load(weights[w], part.numbers + d * kPanel + w * kLanes);
#pragma GCC unroll 16
        for (int r = 0; r < Height; ++r)
#pragma GCC unroll 8
            for (int w = 0; w < Width; ++w)
                sums[r][w] += x[X == Lying::Along ? r * xStride + d : d * xStride + r] * weights[w];
    }
#pragma GCC unroll 16
    for (int r = 0; r < Height; ++r)
#pragma GCC unroll 8
        for (int w = 0; w < Width; ++w) {
            float *to = y + r * yStride + w * kLanes;
            Vector sum = sums[r][w], other;
            if (part.put != Put::Add) {
                Register<Bytes>::load(other, part.bias + w * kLanes);
                sum += other;
            }
            if (part.put != Put::Set) {
                Register<Bytes>::load(other, to);
                sum += other;
            }
            Register<Bytes>::store(sum, to);
        }
}

template <Lying X, int Bytes, int Height, int Width>
ARD_INLINE void blocks(const PanelPart &part, const float *x, int64_t xStride, int64_t rows, float *y, int64_t yStride)
{
    constexpr int64_t kColumns = Width * Bytes / sizeof(float);
    const int64_t nextRow = X == Lying::Along ? xStride : 1;
    for (int64_t column = 0; column < kPanel; column += kColumns) {
        const PanelPart here{part.numbers + column, part.bias + column, part.depth, part.put};
        int64_t r = 0;
        for (; r + Height <= rows; r += Height)
            block<X, Bytes, Height, Width>(here, x + r * nextRow, xStride, y + r * yStride + column, yStride);
        for (; r + 4 <= rows; r += 4)
            block<X, Bytes, 4, Width>(here, x + r * nextRow, xStride, y + r * yStride + column, yStride);
        for (; r < rows; ++r)
            block<X, Bytes, 1, Width>(here, x + r * nextRow, xStride, y + r * yStride + column, yStride);
    }
}

using Panel = void (*)(const PanelPart &part, const float *x, int64_t xStride, int64_t rows, float *y, int64_t yStride);

/// A panel's product for x of both kinds.
struct Panels {
    Panel along, across;
};

// Each with as many sums as the registers of its instruction set hold.
template <Lying X>
void anyPanel(const PanelPart &part, const float *x, int64_t xStride, int64_t rows, float *y, int64_t yStride)
{
    blocks<X, 16, 4, 2>(part, x, xStride, rows, y, yStride);
}

#if defined(__x86_64__) && defined(__GNUC__)
template <Lying X>
__attribute__((target("avx2,fma"))) void avx2Panel(const PanelPart &part, const float *x, int64_t xStride, int64_t rows,
                                                   float *y, int64_t yStride)
{
    blocks<X, 32, 6, 2>(part, x, xStride, rows, y, yStride);
}

template <Lying X>
__attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma,prefer-vector-width=512"))) void
avx512Panel(const PanelPart &part, const float *x, int64_t xStride, int64_t rows, float *y, int64_t yStride)
{
    blocks<X, 64, 12, 2>(part, x, xStride, rows, y, yStride);
}

Panels fastestPanels()
{
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw") &&
        __builtin_cpu_supports("avx512dq"))
        return {avx512Panel<Lying::Along>, avx512Panel<Lying::Across>};
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return {avx2Panel<Lying::Along>, avx2Panel<Lying::Across>};
    return {anyPanel<Lying::Along>, anyPanel<Lying::Across>};
}
#else
Panels fastestPanels()
{
    return {anyPanel<Lying::Along>, anyPanel<Lying::Across>};
}
#endif

const Panels panelProduct = fastestPanels();

/// All of a panel's depth.
template <Lying X>
void wholePanel(const PackedMatrix &weight, int64_t panel, ConstRows x, int64_t rows, float *y, int64_t yStride,
                bool add)
{
    const Panel product = X == Lying::Along ? panelProduct.along : panelProduct.across;
    const int64_t nextStep = X == Lying::Along ? 1 : x.stride;
    for (int64_t d = 0; d < weight.depth(); d += kDepth) {
        const Put put = d > 0 ? Put::Add : add ? Put::AddWithBias : Put::Set;
        const PanelPart part{weight.panel(panel) + d * kPanel, weight.bias(panel), std::min(kDepth, weight.depth() - d),
                             put};
        product(part, x.data + d * nextStep, x.stride, rows, y, yStride);
    }
}

/// A panel of which only `columns` columns are wanted.
template <Lying X>
void partOfPanel(const PackedMatrix &weight, int64_t panel, int64_t columns, ConstRows x, int64_t rows, Rows y,
                 bool add)
{
    constexpr int64_t kRows = 24;
    float whole[kRows * kPanel];
    for (int64_t begin = 0; begin < rows; begin += kRows) {
        const int64_t count = std::min(kRows, rows - begin);
        const float *from = x.data + begin * (X == Lying::Along ? x.stride : 1);
        wholePanel<X>(weight, panel, {from, x.stride}, count, whole, kPanel, false);
        for (int64_t r = 0; r < count; ++r) {
            float *to = y.data + (begin + r) * y.stride;
            for (int64_t c = 0; c < columns; ++c)
                to[c] = add ? to[c] + whole[r * kPanel + c] : whole[r * kPanel + c];
        }
    }
}

ARD_CLONES float largestOf(const float *values, int64_t n)
{
    float largest = values[0];
    for (int64_t i = 1; i < n; ++i)
        largest = values[i] > largest ? values[i] : largest;
    return largest;
}

constexpr int64_t kCacheLine = 16; ///< numbers of one, which is read once

/// The transpose of 4 x 4 numbers, whose rows begin kPanel numbers apart.
ARD_INLINE void turnFour(ConstRows from, float *to)
{
    using Four = Register<16>::Numbers;
    Four rows[4];
    for (int r = 0; r < 4; ++r)
        Register<16>::load(rows[r], from.data + r * from.stride);
    const Four a = __builtin_shufflevector(rows[0], rows[1], 0, 4, 1, 5),
               b = __builtin_shufflevector(rows[0], rows[1], 2, 6, 3, 7),
               c = __builtin_shufflevector(rows[2], rows[3], 0, 4, 1, 5),
               d = __builtin_shufflevector(rows[2], rows[3], 2, 6, 3, 7);
    Register<16>::store(__builtin_shufflevector(a, c, 0, 1, 4, 5), to);
    Register<16>::store(__builtin_shufflevector(a, c, 2, 3, 6, 7), to + kPanel);
    Register<16>::store(__builtin_shufflevector(b, d, 0, 1, 4, 5), to + 2 * kPanel);
    Register<16>::store(__builtin_shufflevector(b, d, 2, 3, 6, 7), to + 3 * kPanel);
}

/// The transpose of rows of so many numbers, into a panel.
void turn(ConstRows from, int64_t rows, int64_t count, float *to)
{
    int64_t r = 0;
    for (; r + 4 <= rows; r += 4) {
        int64_t i = 0;
        for (; i + 4 <= count; i += 4)
            turnFour({from.data + r * from.stride + i, from.stride}, to + i * kPanel + r);
        for (; i < count; ++i)
            for (int64_t row = r; row < r + 4; ++row)
                to[i * kPanel + row] = from.data[row * from.stride + i];
    }
    for (; r < rows; ++r)
        for (int64_t i = 0; i < count; ++i)
            to[i * kPanel + r] = from.data[r * from.stride + i];
}

} // namespace

PackedMatrix::PackedMatrix(const float *weight, const float *bias, int64_t columns, int64_t depth)
{
    pack(weight, bias, columns, depth);
}

void PackedMatrix::resize(int64_t columns, int64_t depth)
{
    m_columns = columns;
    m_depth = depth;
    const int64_t panels = (columns + kPanel - 1) / kPanel;
    m_panels.resize(static_cast<std::size_t>(panels * kPanel * depth));
    m_bias.assign(static_cast<std::size_t>(panels * kPanel), 0.0f);
}

void PackedMatrix::pack(const float *weight, const float *bias, int64_t columns, int64_t depth)
{
    resize(columns, depth);
    for (int64_t first = 0; first < columns; first += kPanel) {
        const int64_t count = std::min(kPanel, columns - first);
        float *to = m_panels.data() + first * depth;
        if (count < kPanel)
            std::fill_n(to, kPanel * depth, 0.0f);
        for (int64_t d = 0; d < depth; d += kCacheLine)
            turn({weight + first * depth + d, depth}, count, std::min(kCacheLine, depth - d), to + d * kPanel);
    }
    if (bias)
        std::copy_n(bias, columns, m_bias.begin());
}

void PackedMatrix::packAcross(ConstRows matrix, int64_t columns, int64_t depth)
{
    resize(columns, depth);
    if (columns % kPanel)
        std::fill_n(m_panels.data() + columns / kPanel * kPanel * depth, kPanel * depth, 0.0f);
    for (int64_t d = 0; d < depth; ++d) // rows are read as they lie
        for (int64_t first = 0; first < columns; first += kPanel)
            std::copy_n(matrix.data + d * matrix.stride + first, std::min(kPanel, columns - first),
                        m_panels.data() + first * depth + d * kPanel);
}

namespace {

template <Lying X>
void multiplySome(const PackedMatrix &weight, int64_t first, int64_t count, ConstRows x, int64_t rows, Rows y, bool add)
{
    for (int64_t column = 0; column < count; column += kPanel) {
        const int64_t panel = (first + column) / kPanel;
        if (column + kPanel <= count)
            wholePanel<X>(weight, panel, x, rows, y.data + column, y.stride, add);
        else
            partOfPanel<X>(weight, panel, count - column, x, rows, {y.data + column, y.stride}, add);
    }
}

} // namespace

void multiplyColumns(const PackedMatrix &weight, int64_t first, int64_t count, ConstRows x, int64_t rows, Rows y,
                     bool add)
{
    multiplySome<Lying::Along>(weight, first, count, x, rows, y, add);
}

void multiplyAcross(const PackedMatrix &weight, ConstRows x, int64_t rows, Rows y, bool add)
{
    multiplySome<Lying::Across>(weight, 0, weight.columns(), x, rows, y, add);
}

void multiply(const PackedMatrix &weight, ConstRows x, int64_t rows, Rows y, bool add)
{
    multiplyColumns(weight, 0, weight.columns(), x, rows, y, add);
}

void largestColumns(const PackedMatrix &weight, ConstRows x, int64_t rows, int64_t *columns)
{
    constexpr int64_t kRows = 48, kColumns = 512; // their scores stay in the second-level cache
    std::vector<float> scores(kRows * kColumns), best(kRows);
    for (int64_t begin = 0; begin < rows; begin += kRows) {
        const int64_t height = std::min(kRows, rows - begin);
        for (int64_t first = 0; first < weight.columns(); first += kColumns) {
            const int64_t width = std::min(kColumns, weight.columns() - first);
            multiplyColumns(weight, first, width, {x.data + begin * x.stride, x.stride}, height,
                            {scores.data(), kColumns});
            for (int64_t r = 0; r < height; ++r) {
                const float *row = scores.data() + r * kColumns, largest = largestOf(row, width);
                if (first == 0)
                    columns[begin + r] = 0;
                if (first == 0 || largest > best[static_cast<std::size_t>(r)]) {
                    best[static_cast<std::size_t>(r)] = largest;
                    const float *found = std::find(row, row + width, largest);
                    columns[begin + r] = found == row + width ? columns[begin + r] : first + (found - row);
                }
            }
        }
    }
}

} // namespace ard::kernels
