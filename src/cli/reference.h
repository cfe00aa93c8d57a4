#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace epochscope::cli {

/// An option, or an argument such as FOLDER, as it is declared.
struct OptionEntry {
    /// `-h`, `--help`; one name for an argument.
    std::vector<std::string> names;
    /// What stands for its value: `N`, `lower|upper`; empty for a flag.
    std::string value;
    /// Empty: none.
    std::string initial;
    std::string help;
    std::string group;
    bool is_argument = false;
    bool is_required = false;
};

/// A verb, or the program itself.
struct VerbEntry {
    std::string name;
    std::string help;
    std::string footer;
    std::vector<OptionEntry> options;
};

/// The program first, then its verbs.
using Reference = std::vector<VerbEntry>;

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

/// The tables of options for the manual's page, in English (`en`) or Chinese (`zh`). Paragraphs
/// below a heading stay as `page` has them, and so do meanings in Chinese.
std::string markdown(const Reference& reference, std::string_view page, std::string_view language);

/// The page with a new text between `<!-- generated: NAME -->` and `<!-- end -->`. Throws Error if
/// there are no such marks.
std::string with_generated(const std::string& page, const std::string& name,
                           const std::string& text);

/// The text between these marks.
std::string_view generated_part(std::string_view page, const std::string& name);

}  // namespace epochscope::cli
