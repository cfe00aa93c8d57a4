#pragma once

#include "app/review/review_queue.h"

#include <epochscope/model/dataset.h>

#include <QString>

#include <cstddef>

namespace epochscope::app {

/// The text of a sample, cut off after `most` characters; empty if the dataset has none.
QString sample_text(const Dataset& dataset, std::size_t sample, qsizetype most);

/// What names a sample in one line: the beginning of its text, or else its id or index.
QString sample_line(const Dataset& dataset, std::size_t sample);

/// "Sample 12", with its id if the dataset has ids.
QString sample_title(const Dataset& dataset, std::size_t sample);

/// "labelled 6, predicted 7 since epoch 5".
QString review_facts(const Dataset& dataset, const ReviewItem& item);

}  // namespace epochscope::app
