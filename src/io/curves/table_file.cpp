#include "io/curves/curve_file.h"
#include "io/curves/table_text.h"
#include "io/files/paths.h"

#include <cstddef>
#include <string>

namespace epochscope {

namespace {

/// Largest table that is read, in bytes.
constexpr std::size_t max_table = std::size_t{256} << 20U;

class TableFile : public CurveFile {
  public:
    using CurveFile::CurveFile;

    /// Whoever writes tables writes them anew as often as not: all of it is read.
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
