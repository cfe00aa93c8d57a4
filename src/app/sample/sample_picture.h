#pragma once

#include <QWidget>

#include <cstddef>
#include <optional>

namespace epochscope::app {

class Session;

/// The picture of a sample, where the folder has pictures; as high whether it is there already or
/// not, so that nothing moves. Smaller where there is not the room for it.
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
