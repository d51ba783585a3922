// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Product: rows times a matrix that was laid out for it, a weight once for all calls or anew where it changes, on one thread. At a model's shapes (some ten to some
// hundred rows) a BLAS copies the whole weight anew in every call and reaches half of what this does; and nothing here
// starts threads or waits for them: who has several shares the rows among them. A row's numbers do not depend on how many
// rows are multiplied with it.
#include "engine/kernels/Attention.h"
#include <cstdint>
#include <vector>

namespace ard::kernels {

/// The weight [columns,depth] of a linear layer and its bias, in panels of kPanel columns that are read from front to back.
class PackedMatrix {
public:
    static constexpr int64_t kPanel = 32;

    PackedMatrix() = default;
    /// weight: `columns` rows of `depth` numbers; bias [columns] may be null.
    PackedMatrix(const float *weight, const float *bias, int64_t columns, int64_t depth);
    /// The same in the memory that is there.
    void pack(const float *weight, const float *bias, int64_t columns, int64_t depth);
    /// Of a matrix that lies the other way round: `depth` rows of `columns` numbers, without bias.
    void packAcross(ConstRows matrix, int64_t columns, int64_t depth);

    bool isEmpty() const { return m_columns == 0; }
    int64_t columns() const { return m_columns; }
    int64_t depth() const { return m_depth; }
    const float *panel(int64_t index) const { return m_panels.data() + index * kPanel * m_depth; }
    const float *bias(int64_t index) const { return m_bias.data() + index * kPanel; }

private:
    void resize(int64_t columns, int64_t depth);

    int64_t m_columns = 0, m_depth = 0;
    std::vector<float> m_panels; ///< [panels,depth,kPanel], zeros behind the last column
    std::vector<float> m_bias;   ///< [panels * kPanel]
};

/// y = x W^T + bias, or y += that: x [rows,depth], y [rows,columns]. Each row of x and y is contiguous.
void multiply(const PackedMatrix &weight, ConstRows x, int64_t rows, Rows y, bool add = false);
/// The same for columns first .. first + count only, which y begins with; first is a multiple of kPanel.
void multiplyColumns(const PackedMatrix &weight, int64_t first, int64_t count, ConstRows x, int64_t rows, Rows y,
                     bool add = false);

/// y = x^T W^T + bias, or y += that, of an x that lies the other way round, [depth,rows]. With a matrix of packAcross, which has no
/// bias, that is the gradient of a weight.
void multiplyAcross(const PackedMatrix &weight, ConstRows x, int64_t rows, Rows y, bool add = false);

/// For each row of x the column where x W^T + bias is largest, the first of them where there are several.
void largestColumns(const PackedMatrix &weight, ConstRows x, int64_t rows, int64_t *columns);

} // namespace ard::kernels
