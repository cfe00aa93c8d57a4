#include "projection/attention.h"

#include <epochscope/compute/head_logits.h>

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

void Attention::weigh(const Table& rows, const Head& head) {
    of_classes_.clear();
    if (head.class_count() < 2) {
        points_.weighed_by.resize(points_.weighed_by.size() + rows.rows(), 0);
        return;
    }
    if (!head.is_linear()) {
        weigh_by_module(rows, *head.module());
        return;
    }
    const LinearHead view = view_of(head.linear());
    std::vector<double> logits(view.bias.size());
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        logits_at(view, rows.row(i), std::span<double>(logits));
        const auto [first, second] = leading(logits);
        const auto [found, added] = of_classes_.insert({{first, second}, 0});
        if (added) {
            std::vector<double> steepness(points_.dimension);
            for (std::size_t d = 0; d < steepness.size(); ++d)
                steepness[d] = std::abs(double{view.weight.row(first)[d]}) +
                               std::abs(double{view.weight.row(second)[d]});
            found->second = add_row(std::move(steepness));
        }
        points_.weighed_by.push_back(found->second);
    }
}

void Attention::weigh_by_module(const Table& rows, const ClassifierHead& head) {
    const std::size_t dimension = rows.columns;
    const std::size_t classes = head.class_count();
    std::vector<float> logits(rows.rows() * classes);
    head.write_logits(rows.values, logits);
    std::vector<double> steepness(rows.values.size(), 0);
    // Once for the one and once for the other of the two that lead.
    for (const bool is_first : {true, false}) {
        std::vector<float> chosen(logits.size(), 0);
        for (std::size_t i = 0; i < rows.rows(); ++i) {
            const auto row = std::span(logits).subspan(i * classes, classes);
            const auto [first, second] = leading({row.begin(), row.end()});
            chosen[i * classes + (is_first ? first : second)] = 1;
        }
        std::vector<float> slopes(rows.values.size());
        head.write_gradients(rows.values, chosen, slopes);
        for (std::size_t i = 0; i < slopes.size(); ++i) steepness[i] += std::abs(double{slopes[i]});
    }
    for (std::size_t i = 0; i < rows.rows(); ++i) {
        const auto row = std::span(steepness).subspan(i * dimension, dimension);
        points_.weighed_by.push_back(add_row({row.begin(), row.end()}));
    }
}

std::uint32_t Attention::add_row(std::vector<double> steepness) {
    for (double& value : steepness) value /= temperature;
    const double greatest = *std::max_element(steepness.begin(), steepness.end());
    double sum = 0;
    for (double& value : steepness) sum += value = std::exp(value - greatest);
    const auto row = static_cast<std::uint32_t>(points_.weights.size() / points_.dimension);
    for (const double value : steepness)
        points_.weights.push_back(static_cast<float>(1 + value / sum));
    return row;
}

}  // namespace epochscope
