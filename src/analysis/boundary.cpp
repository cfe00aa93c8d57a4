#include "analysis/boundary_meeting.h"

#include <epochscope/analysis/boundary.h>
#include <epochscope/analysis/heads.h>
#include <epochscope/compute/head_logits.h>
#include <epochscope/compute/random.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace epochscope {

namespace {

constexpr double by_success = 0.05;
constexpr std::size_t draws_for_each = 64;

/// A pair of classes and its statistics.
struct ClassPair {
    std::array<std::int32_t, 2> classes{};
    std::size_t tried = 0;
    std::size_t found = 0;
    [[nodiscard]] double success() const {
        return tried == 0 ? 1 : static_cast<double>(found) / static_cast<double>(tried);
    }
};

class Search {
  public:
    /// By the logits of the embeddings, and their module (null: a linear head).
    Search(const Table& embeddings, std::vector<double> logits, std::size_t classes,
           const ClassifierHead* module, const BoundaryOptions& options)
        : embeddings_(embeddings),
          wanted_(options.count),
          classes_(classes),
          logits_(std::move(logits)),
          module_(module),
          members_(classes_),
          draw_(options.seed) {
        for (std::size_t i = 0; i < embeddings.rows(); ++i)
            members_[static_cast<std::size_t>(greatest_of(logits_of_sample(i)))].push_back(i);
        for (std::size_t a = 0; a < classes_; ++a)
            for (std::size_t b = a + 1; b < classes_; ++b)
                if (!members_[a].empty() && !members_[b].empty())
                    pairs_.push_back(
                        {{static_cast<std::int32_t>(a), static_cast<std::int32_t>(b)}, 0, 0});
    }

    BoundaryPoints points() {
        BoundaryPoints points{embeddings_.columns, {}, {}};
        if (pairs_.empty()) return points;
        const std::size_t draws = draws_for_each * (wanted_ + pairs_.size());
        for (std::size_t i = 0; i < draws && points.count() < wanted_; ++i) {
            ClassPair& pair = pairs_[chosen_pair(points.count())];
            const auto [a, b] = pair.classes;
            const std::size_t from = drawn_of(a);
            const std::size_t to = drawn_of(b);
            ++pair.tried;
            if (!seen_.insert({from, to}).second) continue;
            const auto fraction = meeting_of(from, to, a, b);
            if (!fraction) continue;
            ++pair.found;
            add(points, from, to, *fraction);
            points.between.push_back(pair.classes);
        }
        return points;
    }

  private:
    std::size_t drawn_of(std::int32_t of_class) {
        const std::vector<std::size_t>& members = members_[static_cast<std::size_t>(of_class)];
        return members[draw_.below(members.size())];
    }

    /// Draws the next pair of classes.
    std::size_t chosen_pair(std::size_t found) {
        const auto count = static_cast<double>(pairs_.size());
        const double mean = static_cast<double>(found) / count;
        const auto deficit = [&](const ClassPair& pair) {
            // Before the first point, all deficits are equal.
            return mean > 0 ? std::max(0.0, 1 - static_cast<double>(pair.found) / mean) : 1;
        };
        double successes = 0;
        double deficits = 0;
        for (const ClassPair& pair : pairs_) {
            successes += pair.success();
            deficits += deficit(pair);
        }
        const auto part = [&](double value, double sum) {
            return sum > 0 ? value / sum : 1 / count;
        };
        double left = draw_.uniform();
        for (std::size_t p = 0; p + 1 < pairs_.size(); ++p) {
            left -= by_success * part(pairs_[p].success(), successes) +
                    (1 - by_success) * part(deficit(pairs_[p]), deficits);
            if (left < 0) return p;
        }
        return pairs_.size() - 1;
    }

    [[nodiscard]] std::span<const double> logits_of_sample(std::size_t i) const {
        return std::span(logits_).subspan(i * classes_, classes_);
    }

    /// The fraction of the segment at which the logits of both classes are equal, if no third is
    /// larger.
    [[nodiscard]] std::optional<double> meeting_of(std::size_t from, std::size_t to, std::int32_t a,
                                                   std::int32_t b) const {
        const Segment segment{.from = embeddings_.row(from),
                              .to = embeddings_.row(to),
                              .logits_from = logits_of_sample(from),
                              .logits_to = logits_of_sample(to),
                              .class_from = a,
                              .class_to = b};
        return module_ ? asked_meeting(segment, *module_) : linear_meeting(segment);
    }

    void add(BoundaryPoints& points, std::size_t from, std::size_t to, double fraction) const {
        const auto first = embeddings_.row(from);
        const auto second = embeddings_.row(to);
        for (std::size_t d = 0; d < first.size(); ++d) {
            const double start = first[d];
            points.values.push_back(static_cast<float>(start + fraction * (second[d] - start)));
        }
    }

    const Table& embeddings_;
    std::size_t wanted_;
    std::size_t classes_;
    /// Rows of C.
    std::vector<double> logits_;
    const ClassifierHead* module_;
    /// The samples of each predicted class.
    std::vector<std::vector<std::size_t>> members_;
    std::vector<ClassPair> pairs_;
    std::set<std::pair<std::size_t, std::size_t>> seen_;
    RandomGenerator draw_;
};

}  // namespace

BoundaryPoints boundary_points(const Table& embeddings, const LinearHead& head,
                               const BoundaryOptions& options) {
    const std::size_t classes = head.bias.size();
    std::vector<double> logits(embeddings.rows() * classes);
    for (std::size_t i = 0; i < embeddings.rows(); ++i)
        logits_at(head, embeddings.row(i), std::span(logits).subspan(i * classes, classes));
    return Search(embeddings, std::move(logits), classes, nullptr, options).points();
}

BoundaryPoints boundary_points(const Table& embeddings, const Head& head,
                               const BoundaryOptions& options) {
    return Search(embeddings, logits_of(head, embeddings, 1), head.class_count(),
                  head.module().get(), options)
        .points();
}

}  // namespace epochscope
