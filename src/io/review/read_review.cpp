#include "io/files/paths.h"
#include "io/files/text_encoding.h"
#include "io/review/review_text.h"
#include "io/tables/table_reader.h"

#include <epochscope/io/review.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <functional>
#include <optional>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_review_bytes = std::size_t{1} << 28U;

std::optional<std::size_t> whole_number(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// Reads the rows of a table.
class ReviewReader {
  public:
    ReviewReader(const std::string& where, std::string_view text, const Dataset& dataset)
        : where_(where), dataset_(dataset), reader_(where, text, {.has_names = true}) {
        find_columns();
        for (std::size_t c = 0; c < dataset.series.classes().names.size(); ++c)
            classes_.emplace(dataset.series.classes().names[c], static_cast<std::int32_t>(c));
    }

    Review read(std::vector<std::string>& warnings) {
        while (reader_.next()) rows_.push_back({cells(), reader_.line()});
        if (reader_.is_cut()) throw Error(where_, "ends within a row");
        find_samples();
        // The last row of a sample is its decision; what came before it is kept too.
        std::vector<std::string> faults(rows_.size());
        std::map<std::size_t, std::size_t> row_of;
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            faults[row] = fault_of(rows_[row]);
            if (faults[row].empty()) row_of[*rows_[row].sample] = row;
        }
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            const auto& sample = rows_[row].sample;
            if (faults[row].empty() && row_of.at(*sample) == row)
                review_.decisions.emplace(*sample, decision(rows_[row]));
            else
                review_.other_rows.push_back(rows_[row].cells);
        }
        warn(faults, warnings);
        return std::move(review_);
    }

  private:
    struct Row {
        /// The columns that we write, then the others.
        std::vector<std::string> cells;
        std::size_t line = 0;
        std::optional<std::size_t> sample = {};
    };

    void find_columns() {
        const auto& names = reader_.names();
        std::vector<bool> is_ours(names.size());
        for (std::size_t i = 0; i < review_columns.size(); ++i) {
            places_.push_back(reader_.find({review_columns[i]}));
            if (places_.back()) is_ours[*places_.back()] = true;
        }
        if (!places_[ReviewColumn::index] && !places_[ReviewColumn::id])
            throw Error(where_, "has no column called index or id");
        if (!places_[ReviewColumn::action]) throw Error(where_, "has no column called action");
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (is_ours[i]) continue;
            places_.emplace_back(i);
            review_.other_columns.push_back(names[i]);
        }
    }

    [[nodiscard]] std::vector<std::string> cells() const {
        std::vector<std::string> cells;
        cells.reserve(places_.size());
        for (const auto& place : places_)
            cells.emplace_back(place ? reader_.text(*place) : std::string_view{});
        return cells;
    }

    /// By index, unless both the row and the dataset have an id.
    void find_samples() {
        const std::size_t count = dataset_.series.sample_count();
        const bool has_ids =
            dataset_.metadata != nullptr && dataset_.metadata->find("id") != nullptr;
        std::map<std::string, std::optional<std::size_t>, std::less<>> ids;
        for (Row& row : rows_) {
            if (has_ids && !row.cells[ReviewColumn::id].empty()) {
                ids.emplace(row.cells[ReviewColumn::id], std::nullopt);
            } else if (const auto index = whole_number(row.cells[ReviewColumn::index])) {
                if (*index < count) row.sample = index;
            }
        }
        if (ids.empty()) return;
        for (std::size_t sample = 0; sample < count; ++sample) {
            const auto found = ids.find(id_words(dataset_, sample));
            if (found != ids.end()) found->second = sample;
        }
        for (Row& row : rows_) {
            const auto found = ids.find(row.cells[ReviewColumn::id]);
            if (found == ids.end()) continue;
            // Ids may repeat: then the index says which.
            const auto index = whole_number(row.cells[ReviewColumn::index]);
            const bool fits = index && *index < count && id_words(dataset_, *index) == found->first;
            row.sample = fits ? index : found->second;
        }
    }

    [[nodiscard]] std::optional<ReviewAction> action_of(const Row& row) const {
        for (const auto action : {ReviewAction::none, ReviewAction::relabel, ReviewAction::keep})
            if (row.cells[ReviewColumn::action] == name_of(action)) return action;
        return std::nullopt;
    }

    /// Why a row is no decision about the dataset; empty if it is one.
    [[nodiscard]] std::string fault_of(const Row& row) const {
        if (!row.sample) return "is about no sample of this folder";
        const auto& names = dataset_.series.classes().names;
        const auto label = static_cast<std::size_t>(dataset_.series.labels()[*row.sample]);
        const std::string& told = row.cells[ReviewColumn::label];
        if (places_[ReviewColumn::label] && told != names[label])
            return "has another label than the sample";
        const auto action = action_of(row);
        if (!action) return "has an unknown action";
        if (action == ReviewAction::relabel &&
            !classes_.contains(row.cells[ReviewColumn::new_label]))
            return "has an unknown class";
        if (action == ReviewAction::none && row.cells[ReviewColumn::note].empty())
            return "has neither an action nor a note";
        return {};
    }

    [[nodiscard]] ReviewDecision decision(const Row& row) const {
        ReviewDecision made;
        made.action = *action_of(row);
        if (made.action == ReviewAction::relabel)
            made.new_label = classes_.find(row.cells[ReviewColumn::new_label])->second;
        made.note = row.cells[ReviewColumn::note];
        made.time = row.cells[ReviewColumn::time];
        made.others.assign(row.cells.begin() + review_columns.size(), row.cells.end());
        return made;
    }

    void warn(const std::vector<std::string>& faults, std::vector<std::string>& warnings) const {
        const auto first =
            std::ranges::find_if(faults, [](const std::string& fault) { return !fault.empty(); });
        if (first == faults.end()) return;
        const auto count =
            std::ranges::count_if(faults, [](const std::string& fault) { return !fault.empty(); });
        const Row& row = rows_[static_cast<std::size_t>(first - faults.begin())];
        warnings.push_back(where_ + ": line " + std::to_string(row.line) + " " + *first +
                           (count > 1 ? "; rows like this: " + std::to_string(count) : "") +
                           " (kept as it is)");
    }

    std::string where_;
    const Dataset& dataset_;
    TableReader reader_;
    /// Of our columns, then of the others, among those of the table.
    std::vector<std::optional<std::size_t>> places_;
    std::map<std::string, std::int32_t, std::less<>> classes_;
    std::vector<Row> rows_;
    Review review_;
};

}  // namespace

std::string_view name_of(ReviewAction action) {
    switch (action) {
        case ReviewAction::none:
            return "";
        case ReviewAction::relabel:
            return "relabel";
        case ReviewAction::keep:
            return "keep";
    }
    return "";
}

std::string id_words(const Dataset& dataset, std::size_t sample) {
    const Column* ids = dataset.metadata != nullptr ? dataset.metadata->find("id") : nullptr;
    return ids != nullptr ? ids->words(sample) : std::string();
}

fs::path review_file_of(const Dataset& dataset) {
    const fs::path place(dataset.path);
    if (is_folder(place) || !path_exists(place)) return place / "review.csv";
    return place.parent_path() / (place.stem().string() + ".review.csv");
}

Review parse_review(const std::string& where, std::string_view text, const Dataset& dataset,
                    std::vector<std::string>& warnings) {
    if (text.find('\0') != std::string_view::npos)
        throw Error(where, "has bytes that are 0, expected a table in UTF-8");
    return ReviewReader(where, text, dataset).read(warnings);
}

Review read_review(const fs::path& file, const Dataset& dataset,
                   std::vector<std::string>& warnings) {
    if (!path_exists(file)) return {};
    const std::string name = file.filename().string();
    return parse_review(name, decoded(name, read_text(file, max_review_bytes), warnings), dataset,
                        warnings);
}

}  // namespace epochscope
