#include "projection/attention.h"

#include "analysis/head_logits.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope {

namespace {

constexpr double temperature = 0.01;

/// The two greatest, the lesser index first.
std::pair<std::size_t, std::size_t> leading(const std::vector<double>& logits) {
    std::size_t first = 0;
    std::size_t second = 1;
    if (logits[1] > logits[0]) std::swap(first, second);
    for (std::size_t c = 2; c < logits.size(); ++c) {
        if (logits[c] > logits[first])
            second = std::exchange(first, c);
        else if (logits[c] > logits[second])
            second = c;
    }
    return std::minmax(first, second);
}

}  // namespace

Attention::Attention(TrainingPoints& points) : points_(points) {
    points_.weights.assign(points_.dimension, 1);
}

void Attention::weigh(const Table& rows, const LinearHead* head) {
    of_classes_.clear();
    if (head == nullptr || head->bias.size() < 2) {
        points_.weighed_by.resize(points_.weighed_by.size() + rows.rows(), 0);
        return;
    }
    std::vector<double> logits(head->bias.size());
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        logits_at(*head, rows.row(i), std::span<double>(logits));
        const auto [first, second] = leading(logits);
        const auto [found, added] = of_classes_.insert({{first, second}, 0});
        if (added) found->second = row_of(*head, first, second);
        points_.weighed_by.push_back(found->second);
    }
}

std::uint32_t Attention::row_of(const LinearHead& head, std::size_t first, std::size_t second) {
    const std::size_t dimension = points_.dimension;
    std::vector<double> steepness(dimension);
    for (std::size_t d = 0; d < dimension; ++d)
        steepness[d] = (std::abs(double{head.weight.row(first)[d]}) +
                        std::abs(double{head.weight.row(second)[d]})) /
                       temperature;
    const double greatest = *std::max_element(steepness.begin(), steepness.end());
    double sum = 0;
    for (double& value : steepness) sum += value = std::exp(value - greatest);
    const auto row = static_cast<std::uint32_t>(points_.weights.size() / dimension);
    for (const double value : steepness)
        points_.weights.push_back(static_cast<float>(1 + value / sum));
    return row;
}

}  // namespace epochscope
