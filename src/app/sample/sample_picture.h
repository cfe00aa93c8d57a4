#pragma once

#include <QWidget>

#include <cstddef>
#include <optional>

namespace epochscope::app {

class Session;

/// The picture of a sample, if the folder has pictures. Its height does not depend on whether the
/// picture is decoded; it shrinks where there is no room.
class SamplePicture : public QWidget {
    Q_OBJECT

  public:
    explicit SamplePicture(Session& session, QWidget* parent = nullptr);

    void set_sample(std::optional<std::size_t> sample);
    [[nodiscard]] QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void describe();

    Session& session_;
    std::optional<std::size_t> sample_;
};

}  // namespace epochscope::app
