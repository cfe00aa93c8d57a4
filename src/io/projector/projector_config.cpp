#include "io/projector/projector_config.h"

#include "io/tables/table_reader.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <optional>
#include <utility>

namespace epochscope {

namespace {

constexpr std::size_t max_entries = 100'000;

/// Splits protobuf's text format into words, texts in quotes, and braces.
class TextCursor {
  public:
    TextCursor(std::string_view where, std::string_view text) : where_(where), text_(text) {}

    [[nodiscard]] bool at_end() {
        skip_blanks();
        return at_ == text_.size();
    }
    bool take(char wanted) {
        skip_blanks();
        if (at_ == text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }
    /// A name or a number.
    std::string word() {
        skip_blanks();
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_of_word(text_[at_])) ++at_;
        if (begin == at_) fail("expected a name or a value");
        return std::string(text_.substr(begin, at_ - begin));
    }
    /// A word or a text in quotes.
    std::string value() {
        skip_blanks();
        const char quote = at_ < text_.size() ? text_[at_] : '\0';
        if (quote != '"' && quote != '\'') return word();
        std::string value;
        for (++at_; at_ < text_.size() && text_[at_] != quote; ++at_) {
            if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
            value += text_[at_];
        }
        if (at_ < text_.size()) ++at_;
        return value;
    }
    [[noreturn]] void fail(const char* what) const {
        throw Error(where_, "byte ", at_ + 1, ": ", what);
    }

  private:
    static bool is_of_word(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' ||
               c == '-' || c == '+';
    }
    void skip_blanks() {
        while (at_ < text_.size()) {
            if (text_[at_] == '#')
                at_ = std::min(text_.find('\n', at_), text_.size());
            else if (std::isspace(static_cast<unsigned char>(text_[at_])) != 0 ||
                     text_[at_] == ',' || text_[at_] == ';')
                ++at_;
            else
                break;
        }
    }

    std::string_view where_;
    std::string_view text_;
    std::size_t at_ = 0;
};

/// 0 if it is no whole number.
std::size_t whole(const std::string& text) {
    constexpr double max = 1e15;
    const auto number = plain_number(text);
    if (!number || !(*number >= 0) || *number > max || *number != std::floor(*number)) return 0;
    return static_cast<std::size_t>(*number);
}

class ConfigReader {
  public:
    ConfigReader(std::string_view where, std::string_view text) : cursor_(where, text) {}

    std::vector<ProjectorEntry> read() {
        while (!cursor_.at_end()) {
            const std::string key = cursor_.word();
            cursor_.take(':');
            const bool is_message = cursor_.take('{');
            if (is_message && key == "embeddings")
                read_entry();
            else if (is_message)
                skip_message();
            else
                cursor_.value();
        }
        return std::move(entries_);
    }

  private:
    /// Calls `field(key)` for the fields of a message; it reads or skips the value.
    template <typename Field>
    void read_message(const Field& field) {
        while (!cursor_.at_end() && !cursor_.take('}')) {
            const std::string key = cursor_.word();
            cursor_.take(':');
            field(key);
        }
    }

    void read_entry() {
        if (entries_.size() == max_entries) cursor_.fail("has too many embeddings");
        ProjectorEntry entry;
        read_message([&](const std::string& key) {
            if (cursor_.take('{'))
                return key == "sprite" ? read_sprite(entry.sprite) : skip_message();
            if (cursor_.take('[')) return skip_list();
            std::string value = cursor_.value();
            if (key == "tensor_shape") entry.shape.push_back(whole(value));
            if (key == "tensor_name")
                entry.name = std::move(value);
            else if (key == "tensor_path")
                entry.tensors = std::move(value);
            else if (key == "metadata_path")
                entry.metadata = std::move(value);
        });
        entries_.push_back(std::move(entry));
    }

    void read_sprite(ProjectorSprite& sprite) {
        std::size_t dimensions = 0;
        read_message([&](const std::string& key) {
            if (cursor_.take('{')) return skip_message();
            if (cursor_.take('[')) return skip_list();
            std::string value = cursor_.value();
            if (key == "image_path") sprite.path = std::move(value);
            if (key == "single_image_dim")
                (dimensions++ == 0 ? sprite.width : sprite.height) = whole(value);
        });
    }

    void skip_list() {
        while (!cursor_.at_end() && !cursor_.take(']')) cursor_.value();
    }

    /// Up to the brace that ends the message, over those within it.
    void skip_message() {
        for (std::size_t depth = 1; depth > 0 && !cursor_.at_end();) {
            if (cursor_.take('{'))
                ++depth;
            else if (cursor_.take('}'))
                --depth;
            else if (!cursor_.take(':') && !cursor_.take('[') && !cursor_.take(']'))
                cursor_.value();
        }
    }

    TextCursor cursor_;
    std::vector<ProjectorEntry> entries_;
};

}  // namespace

std::vector<ProjectorEntry> parse_projector_config(std::string_view where, std::string_view text) {
    return ConfigReader(where, text).read();
}

}  // namespace epochscope
