#include "io/recording/sample_order.h"

#include "io/npy/shape_text.h"
#include "io/recording/chosen_epochs.h"

#include <epochscope/io/cut_off.h>
#include <epochscope/io/npy.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <utility>

namespace epochscope {

namespace {

namespace fs = std::filesystem;

std::vector<std::int64_t> whole_numbers(const NpyArray& array) {
    // Larger whole numbers are not exact as doubles.
    constexpr double largest = 9007199254740992.0;
    std::vector<std::int64_t> ids;
    ids.reserve(array.size());
    for (const double id : array.doubles()) {
        if (!(std::abs(id) <= largest) || id != std::floor(id))
            throw Error(array.name(), "entry ", ids.size(), " is ", id,
                        ", expected a whole number up to 2^53");
        ids.push_back(static_cast<std::int64_t>(id));
    }
    return ids;
}

std::set<std::int64_t> set_of(const std::vector<std::int64_t>& ids) {
    return {ids.begin(), ids.end()};
}

std::vector<std::int32_t> sorted(std::vector<std::int32_t> values) {
    std::ranges::sort(values);
    return values;
}

/// Visits the epochs; the last one may be cut off, which those who read its tables tell.
template <typename Visit>
void for_each_whole(const RunFiles& files, const Visit& visit) {
    for (const EpochFiles& epoch : files.epochs) {
        try {
            visit(epoch);
        } catch (const FileCutOff& error) {
            if (&epoch != &files.epochs.back())
                refuse_epoch(error, epoch.number, files.epochs.front().number,
                             files.epochs.back().number, files.chosen);
        }
    }
}

constexpr const char* advice =
    "; save ids.npy beside it, the index of each row in the labels of the recording, or save every "
    "epoch in the same order";

}  // namespace

SampleOrder::SampleOrder(const RunFiles& files, RunArrays& arrays) : arrays_(arrays) {
    if (files.labels.empty()) {
        gather(files);
        return;
    }
    labels_name_ = files.labels.string();
    take(labels_of(files.labels));
    if (files.ids.empty()) return;
    ids_ = ids_of(files.ids, labels_.size(), labels_name_);
    name_ids(files.ids.string());
}

std::vector<std::int64_t> SampleOrder::read_ids(const fs::path& file) {
    const NpyArray array = arrays_.open(file).squeezed();
    if (array.shape().empty() || array.size() != array.shape()[0] || array.size() == 0)
        throw Error(array.name(), "has the shape ", shape_text(array.shape()),
                    ", expected (N), the id of each row");
    if (array.kind() != NpyKind::text) return whole_numbers(array);
    std::vector<std::int64_t> ids;
    for (const std::string& text : array.texts())
        ids.push_back(
            text_ids_.try_emplace(text, static_cast<std::int64_t>(text_ids_.size())).first->second);
    return ids;
}

std::vector<std::int64_t> SampleOrder::ids_of(const fs::path& file, std::size_t rows,
                                              const std::string& what) {
    std::vector<std::int64_t> ids = read_ids(file);
    if (ids.size() != rows)
        throw Error(file.string(), "has ", ids.size(), " ids, ", what, " has ", rows, " labels");
    return ids;
}

void SampleOrder::take(LabelArray labels) {
    labels_ = std::move(labels.labels);
    names_ = std::move(labels.names);
    remark_ = std::move(labels.remark);
}

void SampleOrder::add_names(const LabelArray& labels) {
    std::vector<std::string> all;
    std::ranges::set_union(names_, labels.names, std::back_inserter(all));
    names_ = std::move(all);
    remark_ = labels.remark;
}

std::vector<std::int32_t> SampleOrder::labels_in(const fs::path& file) const {
    return labels_among(labels_of(file), file.string(), names_);
}

void SampleOrder::gather(const RunFiles& files) {
    const EpochFiles& first = files.epochs.front();
    if (first.labels.empty()) {
        do_without_labels(files);
        return;
    }
    labels_name_ = first.labels.string();
    if (first.ids.empty()) {
        take(labels_of(first.labels));
        return;
    }
    for_each_whole(files, [&](const EpochFiles& epoch) {
        if (!epoch.labels.empty()) add_names(labels_of(epoch.labels));
    });
    std::map<std::int64_t, std::int32_t> labels;
    for_each_whole(files, [&](const EpochFiles& epoch) {
        if (epoch.labels.empty() || epoch.ids.empty()) return;
        const std::vector<std::int32_t> found = labels_in(epoch.labels);
        const std::vector<std::int64_t> ids =
            ids_of(epoch.ids, found.size(), epoch.labels.string());
        for (std::size_t i = 0; i < ids.size(); ++i) labels.emplace(ids[i], found[i]);
    });
    for (const auto& [id, label] : labels) {
        ids_.push_back(id);
        labels_.push_back(label);
    }
    name_ids(first.ids.string());
}

void SampleOrder::do_without_labels(const RunFiles& files) {
    labels_name_ = (files.run / "dataset" / "labels.npy").string();
    // A class that all samples are in is no label that predictions could be compared with.
    const bool has_outputs = std::ranges::any_of(files.epochs, [](const EpochFiles& epoch) {
        return !epoch.logits.empty() || !epoch.probabilities.empty();
    });
    const EpochFiles& first = files.epochs.front();
    std::size_t count = 0;
    if (first.ids.empty()) {
        const NpyArray embeddings = arrays_.open(first.embeddings);
        count = embeddings.shape().empty() ? 0 : embeddings.shape()[0];
        if (count == 0) throw Error(embeddings.name(), "has no rows");
    } else {
        std::set<std::int64_t> ids;
        for_each_whole(files, [&](const EpochFiles& epoch) {
            if (!epoch.ids.empty()) ids.merge(set_of(read_ids(epoch.ids)));
        });
        ids_.assign(ids.begin(), ids.end());
        name_ids(first.ids.string());
        count = ids_.size();
    }
    labels_.assign(count, has_outputs ? -1 : 0);
    remark_ = has_outputs ? "there is no labels.npy: all samples are unlabelled"
                          : "there is no labels.npy: all samples are in one class";
}

void SampleOrder::name_ids(const std::string& where) {
    for (std::size_t i = 0; i < ids_.size(); ++i)
        if (!samples_.emplace(ids_[i], i).second)
            throw Error(where, "names sample ", ids_[i], " twice");
}

std::size_t SampleOrder::sample_of(std::int64_t id, const std::string& where) const {
    if (ids_.empty()) {
        if (!text_ids_.empty())
            throw Error(where,
                        "holds texts, so dataset/ids.npy is expected, the text of each label");
        if (id >= 0 && static_cast<std::size_t>(id) < labels_.size())
            return static_cast<std::size_t>(id);
        throw Error(where, "names sample ", id, ", expected 0..", labels_.size() - 1,
                    ", the samples of ", labels_name_,
                    "; if ids are no indices, save dataset/ids.npy, the id of each label");
    }
    const auto found = samples_.find(id);
    if (found == samples_.end())
        throw Error(where, "names sample ", id, ", which has no label in ", labels_name_);
    return found->second;
}

std::vector<std::size_t> SampleOrder::rows_of(const EpochFiles& epoch) {
    std::vector<std::size_t> rows;
    if (!epoch.ids.empty()) {
        const std::string where = epoch.ids.string();
        const std::vector<std::int64_t> ids = read_ids(epoch.ids);
        rows.assign(labels_.size(), no_row);
        for (std::size_t row = 0; row < ids.size(); ++row) {
            std::size_t& place = rows[sample_of(ids[row], where)];
            if (place != no_row) throw Error(where, "names sample ", ids[row], " twice");
            place = row;
        }
    }
    if (!epoch.labels.empty() && epoch.labels.string() != labels_name_) expect_labels(epoch, rows);
    if (rows.empty()) return rows;
    note_absent(epoch, rows);
    std::vector<std::size_t> in_order(rows.size());
    std::iota(in_order.begin(), in_order.end(), std::size_t{0});
    if (rows == in_order) return {};
    ++ordered_epochs_;
    return rows;
}

void SampleOrder::expect_labels(const EpochFiles& epoch,
                                const std::vector<std::size_t>& rows) const {
    const std::string where = epoch.labels.string();
    const std::vector<std::int32_t> found = labels_in(epoch.labels);
    if (!rows.empty()) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            if (rows[i] != no_row && (rows[i] >= found.size() || found[rows[i]] != labels_[i]))
                throw Error(where, "contradicts ", labels_name_, " for sample ", i,
                            ", in the order of ", epoch.ids.string());
        return;
    }
    if (found.size() != labels_.size())
        throw Error(where, "has ", found.size(), " labels, ", labels_name_, " has ", labels_.size(),
                    ": samples are missing, or shuffled", advice);
    const auto different = std::ranges::mismatch(found, labels_).in1;
    if (different == found.end()) return;
    const auto index = static_cast<std::size_t>(different - found.begin());
    throw Error(where, "differs from ", labels_name_, " from sample ", index, " on (", found[index],
                ", expected ", labels_[index], "): ",
                sorted(found) == sorted(labels_) ? "the samples are shuffled"
                                                 : "these are other samples, or shuffled ones",
                advice);
}

void SampleOrder::note_absent(const EpochFiles& epoch, const std::vector<std::size_t>& rows) {
    const auto absent = static_cast<std::size_t>(std::ranges::count(rows, no_row));
    if (absent == 0) return;
    if (absent_ == 0)
        first_absent_ = "sample " + std::to_string(std::ranges::find(rows, no_row) - rows.begin()) +
                        " at epoch " + std::to_string(epoch.number);
    absent_ += absent;
    ++absent_epochs_;
}

std::vector<std::string> SampleOrder::warnings() const {
    std::vector<std::string> warnings;
    if (ordered_epochs_ > 0)
        warnings.push_back("ids.npy: the samples of " + std::to_string(ordered_epochs_) +
                           (ordered_epochs_ == 1 ? " epoch are" : " epochs are") +
                           " put in the order of the labels");
    if (absent_ > 0)
        warnings.push_back("ids.npy: samples that an epoch does not name are absent there: " +
                           std::to_string(absent_) + " in " + std::to_string(absent_epochs_) +
                           (absent_epochs_ == 1 ? " epoch" : " epochs") + ", the first is " +
                           first_absent_);
    return warnings;
}

}  // namespace epochscope
