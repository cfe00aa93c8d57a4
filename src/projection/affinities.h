#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// How much each two samples attract each other: symmetric, not negative, of sum 1; a row of
/// neighbours for each sample, as a sparse matrix holds it.
struct Affinities {
    /// Row i is from offsets[i] up to offsets[i + 1].
    std::vector<std::size_t> offsets;
    /// Rising in each row; the sample itself is not among them.
    std::vector<std::int32_t> neighbours;
    std::vector<double> values;
    /// The perplexity that was had.
    double perplexity = 0;

    [[nodiscard]] std::size_t size() const { return offsets.size() - 1; }
};

/// What a Gaussian around a sample gives each of its neighbours, as shares of 1, where its width
/// gives them this perplexity. `distances` rise, and there is one at least.
void fill_shares(std::span<const double> distances, double perplexity, std::span<double> shares);

/// The affinities of t-SNE: p(j|i) of a Gaussian whose width gives each row this perplexity, over
/// its nearest 3 perplexity neighbours, and of these (p(j|i) + p(i|j)) / 2N. O(N^2 D).
Affinities affinities_of(const Table& rows, double perplexity, int threads, const Job& job);

/// The warning where the perplexity that was had is less than the one wanted.
std::string perplexity_lowered(double wanted, double had, std::size_t samples);

}  // namespace epochscope
