// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/TokenShares.h"
#include <algorithm>
#include <cmath>

namespace ard::ui {

void TokenShares::set(const Lane *lane, std::vector<float> shares)
{
    float largest = 0;
    for (const float share : shares)
        largest = std::max(largest, std::abs(share));
    if (!(largest > 0 && std::isfinite(largest)))
        shares.clear();
    for (float &share : shares)
        share /= largest;
    if (shares.empty())
        lane = nullptr;
    if (lane == m_lane && shares == m_shares)
        return;
    m_lane = lane;
    m_shares = std::move(shares);
    Q_EMIT changed();
}

const std::vector<float> &TokenShares::of(const Lane *lane) const
{
    static const std::vector<float> none;
    return lane && lane == m_lane ? m_shares : none;
}

} // namespace ard::ui

#include "moc_TokenShares.cpp"
