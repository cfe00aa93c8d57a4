#pragma once

#include "io/npy/label_array.h"
#include "io/recording/run_arrays.h"
#include "io/recording/run_files.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

namespace epochscope {

/// The samples of a recording, and their rows in the arrays of each epoch.
///
/// The labels are those of the run. An epoch with `ids.npy` names the sample of each row: an entry
/// of the run's `ids.npy`, or else an index of its labels. Without labels of the run, the samples
/// are those that the epochs name, sorted by id, with the labels of the epochs. If these have none
/// either, all samples are in one class, or unlabelled if there are logits or probabilities.
class SampleOrder {
  public:
    /// The row of a sample that is absent at an epoch.
    static constexpr std::size_t no_row = std::numeric_limits<std::size_t>::max();

    /// Reads labels and ids. Throws Error if they contradict one another.
    /// `arrays` opens them, and has to live as long as this.
    SampleOrder(const RunFiles& files, RunArrays& arrays);

    /// In the order of the samples.
    [[nodiscard]] LabelArray labels() const { return {labels_, names_, remark_}; }
    /// The id of each sample; empty: an id is an index, or ids are texts.
    [[nodiscard]] std::vector<std::int64_t> ids() const {
        return text_ids_.empty() ? ids_ : std::vector<std::int64_t>();
    }
    /// The row of each sample in the arrays of an epoch, or no_row; empty if row i is sample i.
    /// Throws Error if the epoch's ids or labels contradict those of the run.
    std::vector<std::size_t> rows_of(const EpochFiles& epoch);

    /// Sentences about epochs in another order and absent samples.
    [[nodiscard]] std::vector<std::string> warnings() const;

  private:
    /// The ids of a file: whole numbers, or texts, which are numbered as they appear.
    std::vector<std::int64_t> read_ids(const std::filesystem::path& file);
    std::vector<std::int64_t> ids_of(const std::filesystem::path& file, std::size_t rows,
                                     const std::string& what);
    void gather(const RunFiles& files);
    void do_without_labels(const RunFiles& files);
    void take(LabelArray labels);
    void add_names(const LabelArray& labels);
    /// The labels of an epoch as indices of the names.
    [[nodiscard]] std::vector<std::int32_t> labels_in(const std::filesystem::path& file) const;
    [[nodiscard]] LabelArray labels_of(const std::filesystem::path& file) const {
        return read_label_array(arrays_.open(file));
    }
    void name_ids(const std::string& where);
    [[nodiscard]] std::size_t sample_of(std::int64_t id, const std::string& where) const;
    void expect_labels(const EpochFiles& epoch, const std::vector<std::size_t>& rows) const;
    void note_absent(const EpochFiles& epoch, const std::vector<std::size_t>& rows);

    RunArrays& arrays_;
    /// Names the labels in errors.
    std::string labels_name_;
    std::vector<std::int32_t> labels_;
    /// See LabelArray.
    std::vector<std::string> names_;
    std::string remark_;
    /// The id of each sample, and the sample of each id; empty: an id is an index.
    std::vector<std::int64_t> ids_;
    std::unordered_map<std::string, std::int64_t> text_ids_;
    std::unordered_map<std::int64_t, std::size_t> samples_;

    std::size_t ordered_epochs_ = 0;
    std::size_t absent_ = 0;
    std::size_t absent_epochs_ = 0;
    std::string first_absent_;
};

}  // namespace epochscope
