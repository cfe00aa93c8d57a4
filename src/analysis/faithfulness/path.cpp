#include "analysis/faithfulness/path.h"

#include "analysis/faithfulness/ranks.h"

#include <cmath>
#include <limits>

namespace epochscope {

void Path::follow(const Table& places, std::size_t near_epochs) {
    const Tiles tiles(places);
    epochs_ = places.rows();
    width_ = tiles.padded_count();
    near_epochs_ = near_epochs;
    rows_.resize(epochs_ * width_);
    ranks_.resize(epochs_ * (epochs_ - 1));
    near_.resize(epochs_);
    std::vector<double> others(epochs_ - 1);
    for (std::size_t e = 0; e < epochs_; ++e) {
        const std::span<double> distances = std::span(rows_).subspan(e * width_, width_);
        tiles.squares_from(places.row(e), distances);
        for (std::size_t o = 0; o < others.size(); ++o) others[o] = distances[o < e ? o : o + 1];
        double_ranks(others, std::span(ranks_).subspan(e * others.size(), others.size()));
        distances[e] = std::numeric_limits<double>::infinity();
        if (near_epochs > 0) find_near(distances, near_epochs, near_[e]);
    }
}

double Path::step(std::size_t from) const { return std::sqrt(row(from)[from + 1]); }

double Path::kept_epochs(std::size_t epoch, const Path& other) const {
    return shared_weight(near_[epoch], row(epoch), other.near_[epoch].set, other.row(epoch)) /
           static_cast<double>(near_epochs_);
}

std::optional<double> Path::tau(std::size_t epoch, const Path& other) const {
    return kendall(ranks(epoch), other.ranks(epoch));
}

std::optional<double> Path::rho(std::size_t epoch, const Path& other) const {
    return spearman(ranks(epoch), other.ranks(epoch));
}

}  // namespace epochscope
