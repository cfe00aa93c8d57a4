#pragma once

#include <epochscope/compute/team.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/job.h>
#include <epochscope/model/option.h>
#include <epochscope/model/recording.h>
#include <epochscope/projection/method.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// How it is worked out by how much samples push each other away.
enum class Repulsion : std::uint8_t {
    /// `exact` up to 500 samples, `cells` beyond.
    automatic,
    /// Each by each, in double precision. O(N^2) an iteration.
    exact,
    /// Far samples together, by the cells of a quadtree (Barnes & Hut 1986), in single precision.
    /// O(N log N) an iteration.
    cells,
};

/// t-SNE as van der Maaten & Hinton (2008) have it, with the learning rate of Belkina et al.
/// (2019): N / 12, at least 50.
struct TsneOptions {
    /// Three times as many neighbours are looked at: where there are fewer, it is lowered, see
    /// TsneResult::warnings.
    double perplexity = 30;
    /// Of an epoch that starts from its principal components.
    double early_exaggeration = 12;
    int early_iterations = 250;
    /// Iterations after those.
    int iterations = 750;
    /// Iterations of an epoch that starts from the one before: its places are drawn together to a
    /// tenth, so that samples come past each other, and a quarter of the iterations attract twice
    /// as much.
    int warm_iterations = 200;
    /// This times the mean of |y - y_before|^2 is added to the divergence.
    double pull = 0.0005;
    bool warm_start = true;
    /// Where they do not: whether each is turned and mirrored to lie as the one before does
    /// (Schönemann 1966: orthogonal Procrustes).
    bool align = true;
    Repulsion repulsion = Repulsion::automatic;
    /// Of the small differences that part what the principal components leave on a line.
    std::uint64_t seed = 0;
    /// 0: all there are. The same result for any number.
    int threads = 0;
};

/// The places of N samples in double precision.
struct Layout {
    std::vector<double> x;
    std::vector<double> y;

    [[nodiscard]] static Layout of(std::span<const Point> points);
    [[nodiscard]] std::size_t size() const { return x.size(); }
    [[nodiscard]] std::vector<Point> points() const;
};

/// The t-SNE of one table, which can be run on for as long as one likes: many short runs are one
/// long one.
class Tsne {
  public:
    /// What iterations have in common.
    struct Phase {
        double exaggeration = 1;
        double momentum = 0.8;
        friend bool operator==(const Phase&, const Phase&) = default;
    };

    /// Works out how samples attract each other: O(N^2 D), tells the progress. `start` has a place
    /// for each row; values must be finite. Throws Cancelled when stopped.
    Tsne(const Table& rows, Layout start, const TsneOptions& options, const Job& job = {});
    Tsne(Tsne&&) noexcept;
    Tsne& operator=(Tsne&&) noexcept;
    ~Tsne();

    /// Holds the samples at these places, as TsneOptions::pull says; before the first run.
    void hold_at(Layout places);
    /// One run of iterations. Where the phase is another than before, velocities and gains are as
    /// at the start. Throws Cancelled when stopped, between two iterations.
    void run(int iterations, const Phase& phase, const std::stop_token& stop = {});

    [[nodiscard]] const Layout& layout() const;
    /// The perplexity that was had.
    [[nodiscard]] double perplexity() const;
    /// The Kullback-Leibler divergence of where samples are, exact. O(N^2).
    [[nodiscard]] double divergence() const;
    /// The same as the last iteration saw it before its step, and as exact as its repulsion was;
    /// 0 before the first. O(N perplexity).
    [[nodiscard]] double estimated_divergence() const;

  private:
    class Descent;
    std::unique_ptr<Descent> descent_;
};

/// Where samples are while it goes on: every few iterations.
struct TsneStatus {
    /// Index of the epoch.
    std::size_t epoch = 0;
    /// How many iterations of it are done, and how many there will be.
    int iteration = 0;
    int iterations = 0;
    /// The divergence, estimated.
    double divergence = 0;
    /// Valid during the call.
    std::span<const Point> places;
};

struct TsneResult {
    /// N places for each epoch that was laid out.
    std::vector<std::vector<Point>> places;
    /// The divergence of each epoch: exact up to 50,000 samples, estimated beyond.
    std::vector<double> divergences;
    /// What the user should know, in sentences: a perplexity that had to be lowered.
    std::vector<std::string> warnings;
};

/// The t-SNE of each epoch of a recording: the first started from its principal components, scaled
/// so that places along the first have a standard deviation of 1e-4; the others from the epoch
/// before. Where `before` are the places at the recording's epochs but the last, only that one is
/// laid out. Throws Error where values are not finite or options out of range, Cancelled when
/// stopped.
TsneResult tsne(const Recording& recording, const TsneOptions& options = {}, const Job& job = {},
                const std::function<void(const TsneStatus&)>& watch = {},
                std::span<const std::vector<Point>> before = {}, const Team& team = {});

// As a method, see methods.h.
MethodText about(const TsneOptions& options);
std::vector<Option> options_of(TsneOptions& options);
double memory_needed(const Recording& recording, const TsneOptions& options);
std::optional<ProjectionWork> work_of(const Recording& recording, const TsneOptions& options);
Placed placed_by(const TsneOptions& options, const MethodRun& run);

}  // namespace epochscope
