#include "io/curves/curve_file.h"
#include "io/curves/table_text.h"
#include "io/files/paths.h"

#include <cstddef>
#include <string>

namespace epochscope {

namespace {

/// The maximum size of a table in bytes.
constexpr std::size_t max_table = std::size_t{256} << 20U;

class TableFile : public CurveFile {
  public:
    using CurveFile::CurveFile;

    /// Reads the whole file, since tables are often rewritten.
    void read_on(const Job& job, unsigned) override {
        const std::string text = read_text(file(), max_table);
        job.reached(0);
        CurveTable table = parse_curve_table(file().string(), text);
        steps_are_ = table.steps_are;
        is_cut_ = table.is_cut;
        set() = std::move(table.set);
    }
    [[nodiscard]] CurveSource source() const override { return CurveSource::table; }
    [[nodiscard]] StepUnit steps_are() const override { return steps_are_; }
    [[nodiscard]] std::vector<std::string> warnings() const override {
        if (!is_cut_) return {};
        return {file().string() + ": the last line is cut off; it is left for later"};
    }

  private:
    StepUnit steps_are_ = StepUnit::rows;
    bool is_cut_ = false;
};

}  // namespace

std::unique_ptr<CurveFile> make_table_file(const std::filesystem::path& file) {
    return std::make_unique<TableFile>(file);
}

}  // namespace epochscope
