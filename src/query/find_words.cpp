#include "query/fold_case.h"

#include <epochscope/compute/threads.h>
#include <epochscope/query/sample_query.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
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
void mark(const Column::Categories& categories, const Needles& needles, std::size_t begin,
          std::size_t end, const std::vector<char>& has_words, std::vector<char>& marks) {
    static_cast<void>(needles);
    for (std::size_t i = begin; i < end; ++i) {
        const std::int32_t code = categories.codes[i];
        if (code >= 0 && static_cast<std::size_t>(code) < has_words.size() &&
            has_words[static_cast<std::size_t>(code)] != 0)
            marks[i] = 1;
    }
}

void mark(const Column& column, const Needles& needles, std::size_t begin, std::size_t end,
          std::vector<char>& marks) {
    for (std::size_t i = begin; i < end; ++i)
        if (marks[i] == 0 && has_all(column.is_text() ? column.text(i) : column.words(i), needles))
            marks[i] = 1;
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
    const auto* const categories = std::get_if<Column::Categories>(&column.values());
    if (categories == nullptr)
        return in_blocks(marks.size(), job, [&](std::size_t begin, std::size_t end) {
            mark(column, needles, begin, end, marks);
        });
    std::vector<char> has_words(categories->words.size());
    std::ranges::transform(categories->words, has_words.begin(),
                           [&](const std::string& word) { return has_all(word, needles); });
    in_blocks(marks.size(), job, [&](std::size_t begin, std::size_t end) {
        mark(*categories, needles, begin, end, has_words, marks);
    });
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
