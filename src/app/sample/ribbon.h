#pragma once

#include "app/latest_wins.h"
#include "app/sample/sample_words.h"

#include <epochscope/model/dataset.h>

#include <QWidget>

#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace epochscope::app {

class Session;

/// One cell an epoch, coloured by the class predicted for a sample there: its label's colour as a
/// line above, its confidence as bars beneath, the playhead across. Click or drag to move it.
/// What is known of the sample is looked up on another thread: a mapped set may lie on a slow disk.
class Ribbon : public QWidget {
    Q_OBJECT

  public:
    explicit Ribbon(Session& session, QWidget* parent = nullptr);

    /// Nothing: draws nothing.
    void set_sample(std::optional<std::size_t> sample);

    /// The index of the epoch whose cell is at x, the nearest one where x lies outside.
    [[nodiscard]] std::size_t epoch_at(double x) const;
    /// The middle of an epoch's cell; between epochs in proportion.
    [[nodiscard]] double x_of(double playhead) const;
    /// What is known at an epoch, in words.
    [[nodiscard]] QString words_at(std::size_t epoch) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Wish {
        std::shared_ptr<const Dataset> dataset;
        std::size_t sample = 0;
    };

    void look_up(const Wish& wish, const std::stop_token& stop);
    void follow_playhead();
    void scrub(const QMouseEvent& event);
    void paint_cells(QPainter& painter) const;
    void paint_playhead(QPainter& painter) const;
    [[nodiscard]] QRect playhead_rect(double playhead) const;
    [[nodiscard]] std::size_t epoch_count() const;

    Session& session_;
    std::optional<std::size_t> sample_;
    /// Of each epoch; none until they are looked up.
    std::vector<SampleFacts> facts_;
    double drawn_playhead_ = 0;
    // Last, so that it ends before what it tells.
    LatestWins<Wish> looking_;
};

}  // namespace epochscope::app
