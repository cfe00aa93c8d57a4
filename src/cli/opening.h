#pragma once

#include "cli/verb.h"

#include <epochscope/io/open.h>
#include <epochscope/model/dataset.h>

#include <string>
#include <vector>

namespace epochscope::cli {

/// What is to be opened, for every verb that opens a folder.
struct Opening {
    std::string folder;
    /// Which of its contents.
    OpenOptions contents = {};
};

/// The options --labels, --key, --labels-key and --columns.
std::vector<Option> contents_of(OpenOptions& contents);

/// Adds FOLDER, --projection and what else chooses between contents.
void add_opening(Verb& verb, Opening& opening, bool is_required = true);

/// A share, 0..1, as "93.0 %".
std::string percent(double share);

/// Opens it, and says on the side where it is a recording that is shown by its PCA. Throws
/// CallError where the folder leaves a choice that was not made, or the choice is none of its.
Dataset open(const Opening& opening, const Stage& stage);

}  // namespace epochscope::cli
