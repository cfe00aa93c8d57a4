#include "projection/forces.h"

#include "projection/attraction.h"
#include "projection/cell_tree.h"
#include "projection/force_kernels.h"

#include <epochscope/compute/threads.h>

#include <oneapi/tbb/enumerable_thread_specific.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace epochscope {

namespace {

/// Extent over distance of a cell that is taken for one body: errors of the divergence found stay
/// below a thousandth of it.
constexpr float opening = 0.5F;

/// Pushes of samples in the order in which they were worked out, not yet divided by the sum of
/// weights.
template <typename Real>
struct Pushes {
    std::vector<Real> x;
    std::vector<Real> y;
    std::vector<Real> weights;

    void make_room(std::size_t count) {
        // A vector may reach beyond the last.
        const std::size_t room = count + force_lanes;
        x.resize(room);
        y.resize(room);
        weights.resize(room);
    }
    [[nodiscard]] Pushed<Real> at(std::size_t first) {
        return {&x[first], &y[first], &weights[first]};
    }
    /// Each sample was pushed by itself too, which weighs 1.
    [[nodiscard]] double weight_sum(std::size_t count) const {
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(weights[i]) - 1;
        return sum;
    }
};

void push_exactly(const LanePlaces<double>& places, std::size_t count, Pushes<double>& pushes) {
    const std::vector<double> ones(count, 1);
    const auto kernels = force_kernels<double>();
    pushes.make_room(count);
    tbb::parallel_for(std::size_t{0}, padded_to_lanes(count) / force_lanes, [&](std::size_t group) {
        const std::size_t first = group * force_lanes;
        kernels.push(&places.x[first], &places.y[first],
                     {places.x.data(), places.y.data(), ones.data(), count}, pushes.at(first));
    });
}

class ExactForces : public Forces {
  public:
    ExactForces(const Affinities& affinities, int threads) : attraction_(affinities, threads) {}

    double gradient_at(const Layout& layout, double exaggeration, Layout& gradient) override {
        const std::size_t count = layout.size();
        double sum = 0;
        on_threads(attraction_.threads(), [&] {
            places_.take(layout);
            push_exactly(places_, count, pushes_);
            sum = pushes_.weight_sum(count);
            for (std::size_t i = 0; i < count; ++i) {
                gradient.x[i] = sum > 0 ? -4 * pushes_.x[i] / sum : 0;
                gradient.y[i] = sum > 0 ? -4 * pushes_.y[i] / sum : 0;
            }
            attraction_.add_to(gradient, places_, places_, 4 * exaggeration);
        });
        return sum;
    }

  private:
    Attraction<double> attraction_;
    LanePlaces<double> places_;
    Pushes<double> pushes_;
};

class CellForces : public Forces {
  public:
    CellForces(const Affinities& affinities, int threads) : attraction_(affinities, threads) {}

    double gradient_at(const Layout& layout, double exaggeration, Layout& gradient) override {
        double sum = 0;
        on_threads(attraction_.threads(), [&] {
            sum = push(layout, gradient);
            places_.take(layout);
            attraction_.add_to(gradient, places_, places_, 4 * exaggeration);
        });
        return sum;
    }

  private:
    double push(const Layout& layout, Layout& gradient) {
        const std::size_t count = layout.size();
        tree_.arrange(layout);
        pushes_.make_room(count);
        const auto crowds = tree_.crowds();
        tbb::parallel_for(std::size_t{0}, crowds.size(), [&](std::size_t c) {
            BodyList& bodies = bodies_.local();
            tree_.collect(crowds[c], bodies);
            push_crowd(crowds[c], bodies.bodies());
        });
        const double sum = pushes_.weight_sum(count);
        for (std::size_t at = 0; at < count; ++at) {
            const auto sample = static_cast<std::size_t>(tree_.order()[at]);
            gradient.x[sample] = sum > 0 ? -4 * static_cast<double>(pushes_.x[at]) / sum : 0;
            gradient.y[sample] = sum > 0 ? -4 * static_cast<double>(pushes_.y[at]) / sum : 0;
        }
        return sum;
    }

    void push_crowd(const Crowd& crowd, const Bodies<float>& bodies) {
        std::array<float, force_lanes> x{};
        std::array<float, force_lanes> y{};
        std::array<float, force_lanes> weights{};
        for (std::size_t at = crowd.begin; at < crowd.end; at += force_lanes) {
            kernels_.push(tree_.x() + at, tree_.y() + at, bodies,
                          {x.data(), y.data(), weights.data()});
            // The last vector reaches into the next crowd, which others push.
            const auto mine =
                static_cast<std::ptrdiff_t>(std::min<std::size_t>(force_lanes, crowd.end - at));
            const auto to = static_cast<std::ptrdiff_t>(at);
            std::copy(x.begin(), x.begin() + mine, pushes_.x.begin() + to);
            std::copy(y.begin(), y.begin() + mine, pushes_.y.begin() + to);
            std::copy(weights.begin(), weights.begin() + mine, pushes_.weights.begin() + to);
        }
    }

    Attraction<float> attraction_;
    ForceKernels<float> kernels_ = force_kernels<float>();
    CellTree tree_{opening};
    tbb::enumerable_thread_specific<BodyList> bodies_;
    LanePlaces<float> places_;
    Pushes<float> pushes_;
};

}  // namespace

std::unique_ptr<Forces> make_forces(const Affinities& affinities, Repulsion repulsion,
                                    int threads) {
    if (repulsion == Repulsion::exact) return std::make_unique<ExactForces>(affinities, threads);
    return std::make_unique<CellForces>(affinities, threads);
}

double weight_sum(const Layout& layout, int threads) {
    LanePlaces<double> places;
    places.take(layout);
    Pushes<double> pushes;
    on_threads(threads, [&] { push_exactly(places, layout.size(), pushes); });
    return pushes.weight_sum(layout.size());
}

double divergence_of(const Affinities& affinities, const Layout& layout, double weights) {
    if (!(weights > 0)) return 0;
    double sum = 0;
    for (std::size_t i = 0; i < affinities.size(); ++i)
        for (std::size_t k = affinities.offsets[i]; k < affinities.offsets[i + 1]; ++k) {
            const auto j = static_cast<std::size_t>(affinities.neighbours[k]);
            const double dx = layout.x[i] - layout.x[j];
            const double dy = layout.y[i] - layout.y[j];
            const double p = affinities.values[k];
            if (p > 0) sum += p * std::log(p * weights * (1 + dx * dx + dy * dy));
        }
    return sum;
}

}  // namespace epochscope
