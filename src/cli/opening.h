#pragma once

#include "cli/verb.h"

#include <epochscope/io/open.h>
#include <epochscope/model/dataset.h>

#include <string>

namespace epochscope::cli {

/// What is to be opened, for every verb that opens a folder.
struct Opening {
    std::string folder;
    std::string projection;
    /// Further choices between its contents.
    OpenOptions contents = {};
};

/// Declares --labels, --key, --labels-key and, for places, --columns.
void add_contents(CLI::App& verb, OpenOptions& contents, bool with_columns);

/// Declares FOLDER and --projection, and what all such verbs have in common.
void add_opening(CLI::App& verb, Opening& opening);

/// A share, 0..1, as "93.0 %".
std::string percent(double share);

/// Opens it, and says on the side where it is a recording that is shown by its PCA. Throws
/// CallError where the folder leaves a choice that was not made, or the choice is none of its.
Dataset open(const Opening& opening, const Stage& stage);

}  // namespace epochscope::cli
