#include "query/fold_case.h"

#include <epochscope/compute/threads.h>
#include <epochscope/query/sample_query.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

/// Samples between two looks at the stop token.
constexpr std::size_t block = 8192;

using Needles = std::vector<FoldedNeedle>;

/// The words between blanks, the longest first: it is in the fewest texts.
Needles needles_of(std::string_view words) {
    std::vector<std::string_view> found;
    constexpr std::string_view blanks = " \t\r\n";
    for (std::size_t at = words.find_first_not_of(blanks); at != std::string_view::npos;
         at = words.find_first_not_of(blanks, at)) {
        const std::size_t end = std::min(words.find_first_of(blanks, at), words.size());
        found.push_back(words.substr(at, end - at));
        at = end;
    }
    std::ranges::stable_sort(found, std::ranges::greater(), &std::string_view::size);
    return {found.begin(), found.end()};
}

bool has_all(std::string_view text, const Needles& needles) {
    return std::ranges::all_of(needles,
                               [&](const FoldedNeedle& needle) { return needle.is_in(text); });
}

/// Marks the samples of which a column of few texts has all words in it.
void mark(const Column::Categories& categories, const std::vector<char>& has_words,
          std::size_t begin, std::size_t end, std::vector<char>& marks) {
    for (std::size_t i = begin; i < end; ++i) {
        const auto code = static_cast<std::size_t>(categories.codes[i]);
        if (code < has_words.size() && has_words[code] != 0) marks[i] = 1;
    }
}

void mark(const Column::Texts& texts, const Needles& needles, std::size_t begin, std::size_t end,
          std::vector<char>& marks) {
    const Needles others(needles.begin() + 1, needles.end());
    find_in_texts(texts.bytes, texts.ends, begin, end, needles.front(), [&](std::size_t i) {
        const std::uint64_t from = i == 0 ? 0 : texts.ends[i - 1];
        if (has_all(texts.bytes.substr(from, texts.ends[i] - from), others)) marks[i] = 1;
    });
}

/// Marks by numbers in words.
void mark(const Column& column, const Needles& needles, std::size_t begin, std::size_t end,
          std::vector<char>& marks) {
    for (std::size_t i = begin; i < end; ++i)
        if (has_all(column.words(i), needles)) marks[i] = 1;
}

template <typename Work>
void in_blocks(std::size_t samples, const Job& job, const Work& work) {
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, samples, block), [&](const auto& range) {
        end_if_stopped(job.stop);
        work(range.begin(), range.end());
    });
}

void search(const Column& column, const Needles& needles, const Job& job,
            std::vector<char>& marks) {
    const auto in_each_block = [&](const auto& values, const auto& how) {
        in_blocks(marks.size(), job, [&](std::size_t begin, std::size_t end) {
            mark(values, how, begin, end, marks);
        });
    };
    if (const auto* const texts = std::get_if<Column::Texts>(&column.values()))
        return in_each_block(*texts, needles);
    const auto* const categories = std::get_if<Column::Categories>(&column.values());
    if (categories == nullptr) return in_each_block(column, needles);
    std::vector<char> has_words(categories->words.size());
    std::ranges::transform(categories->words, has_words.begin(),
                           [&](const std::string& word) { return has_all(word, needles); });
    in_each_block(*categories, has_words);
}

}  // namespace

std::vector<std::size_t> find_words(const SampleColumns& columns, std::string_view words,
                                    const Job& job) {
    const Needles needles = needles_of(words);
    std::vector<std::size_t> samples;
    if (needles.empty()) return samples;
    std::vector<char> marks(columns.sample_count(), 0);
    for (const ColumnInfo& info : columns.list()) {
        const bool is_searched =
            info.name == "id" || info.name == "label" ||
            (info.source == ColumnSource::metadata && info.type == ColumnType::text);
        if (is_searched) search(columns.column(info.name, job), needles, job, marks);
    }
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (marks[i] != 0) samples.push_back(i);
    return samples;
}

}  // namespace epochscope
