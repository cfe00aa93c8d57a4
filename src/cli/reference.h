#pragma once

#include "cli/verb.h"

#include <string>
#include <string_view>
#include <vector>

namespace epochscope::cli {

/// The program first, then its verbs.
using Reference = std::vector<Verb>;

struct ReferenceFile {
    std::string name;
    std::string text;
};

/// `epochscope.1`, and a page for each verb.
std::vector<ReferenceFile> man_pages(const Reference& reference);

/// Completions, by the name under which the shell looks for them.
ReferenceFile bash_completion(const Reference& reference);
ReferenceFile zsh_completion(const Reference& reference);
ReferenceFile fish_completion(const Reference& reference);

/// The manual's pages that have parts made of tables, between `<!-- generated: NAME -->` and
/// `<!-- end -->`.
std::vector<std::string> generated_pages();

/// The page of that name with these parts made anew, in English (`en`) or Chinese (`zh`).
/// Paragraphs stay as the page has them, and in Chinese also what it says of an option or a method.
/// Throws Error if a part is missing.
std::string renewed(const Reference& reference, const std::string& name, std::string page,
                    std::string_view language);

/// The tables of all verbs' options.
std::string verbs_markdown(const Reference& reference, std::string_view language);

}  // namespace epochscope::cli
