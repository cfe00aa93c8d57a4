#include "io/curves/curve_file.h"
#include "io/curves/table_text.h"
#include "io/files/paths.h"
#include "io/files/text_encoding.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

/// The maximum size of a table in bytes.
constexpr std::size_t max_table = std::size_t{256} << 20U;

class TableFile : public CurveFile {
  public:
    using CurveFile::CurveFile;

    /// Reads the whole file, since tables are often rewritten.
    void read_on(const Job& job, unsigned) override {
        std::vector<std::string> said;
        const std::string where = file().string();
        const std::string text = decoded(where, read_text(file(), max_table), said);
        job.reached(0);
        CurveTable table = parse_curve_table(where, text);
        steps_are_ = table.steps_are;
        warnings_ = std::move(table.warnings);
        // They name the file already.
        for (const std::string& sentence : said)
            warnings_.push_back(sentence.substr(std::min(where.size() + 2, sentence.size())));
        if (table.is_cut) warnings_.emplace_back("the last line is cut off; it is left for later");
        set() = std::move(table.set);
    }
    [[nodiscard]] CurveSource source() const override { return CurveSource::table; }
    [[nodiscard]] StepUnit steps_are() const override { return steps_are_; }
    [[nodiscard]] std::vector<std::string> warnings() const override {
        std::vector<std::string> sentences;
        for (const std::string& warning : warnings_)
            sentences.push_back(file().string() + ": " + warning);
        return sentences;
    }

  private:
    StepUnit steps_are_ = StepUnit::rows;
    std::vector<std::string> warnings_;
};

}  // namespace

std::unique_ptr<CurveFile> make_table_file(const std::filesystem::path& file) {
    return std::make_unique<TableFile>(file);
}

}  // namespace epochscope
