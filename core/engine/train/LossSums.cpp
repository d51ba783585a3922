// SPDX-FileCopyrightText: 2026 The AR-Diffusion Explorer authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/train/LossSums.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace ard {
namespace {

/// Calls visit with each shared sum in turn.
template <class Sums, class Visitor>
void visitShared(Sums &sums, Visitor &&visit)
{
    for (auto *sum : {&sums.loss, &sums.nll, &sums.mse})
        visit(*sum);
    for (auto *sum : {&sums.tokens, &sums.words, &sums.wordsRight, &sums.lengths, &sums.lengthsRight})
        visit(*sum);
    for (auto &sum : sums.bucketNll)
        visit(sum);
    for (auto &sum : sums.bucketCount)
        visit(sum);
}

} // namespace

std::vector<double> LossSums::shared() const
{
    std::vector<double> values;
    visitShared(*this, [&](const auto &sum) { values.push_back(static_cast<double>(sum)); });
    return values;
}

void LossSums::setShared(std::span<const double> values)
{
    auto next = values.begin();
    visitShared(*this, [&](auto &sum) { sum = static_cast<std::decay_t<decltype(sum)>>(*next++); });
}

nlohmann::json LossSums::toJson() const
{
    return {{"steps", steps}, {"gradient_norm", gradientNorm}, {"shared", shared()}};
}

void LossSums::readJson(const nlohmann::json &json)
{
    // Counts are whole numbers that a double holds exactly.
    const auto isSum = [](const nlohmann::json &value) {
        return value.is_number() && std::abs(value.get<double>()) < 9e15;
    };
    if (!json.is_object() || !json.contains("steps") || !json.contains("gradient_norm") || !json.contains("shared"))
        return;
    const nlohmann::json &values = json["shared"];
    if (!isSum(json["steps"]) || json["steps"] < 0 || !isSum(json["gradient_norm"]) || !values.is_array() ||
        values.size() != shared().size() || !std::all_of(values.begin(), values.end(), isSum))
        return;
    steps = json["steps"].get<int64_t>();
    gradientNorm = json["gradient_norm"].get<double>();
    setShared(values.get<std::vector<double>>());
}

} // namespace ard
