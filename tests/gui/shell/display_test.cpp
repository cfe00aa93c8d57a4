#include "app/window/display.h"

#include "support/catch.h"

#include <QByteArray>

#include <array>
#include <utility>

using epochscope::app::display_problem;

namespace {

/// Variables of the environment as a test wants them, and as they were at the end.
class Environment {
  public:
    Environment() {
        for (auto& [name, value] : kept_) {
            value = qgetenv(name);
            qunsetenv(name);
        }
    }
    ~Environment() {
        for (const auto& [name, value] : kept_) {
            if (value.isNull()) {
                qunsetenv(name);
            } else {
                qputenv(name, value);
            }
        }
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

  private:
    std::array<std::pair<const char*, QByteArray>, 3> kept_{
        {{"DISPLAY", {}}, {"WAYLAND_DISPLAY", {}}, {"QT_QPA_PLATFORM", {}}}};
};

}  // namespace

TEST_CASE("a display that is not there is told before Qt looks for it", "[shell]") {
    const Environment environment;
    CHECK(display_problem().startsWith("there is no display. `epochscope export` needs none"));
    // Nobody numbers displays so high.
    qputenv("DISPLAY", ":54321");
    CHECK(display_problem().startsWith("the display :54321 does not answer."));
    qputenv("DISPLAY", "nonsense");
    CHECK(display_problem().startsWith("the display nonsense does not answer."));
}

TEST_CASE("what cannot be asked is believed", "[shell]") {
    const Environment environment;
    qputenv("DISPLAY", ":54321");
    qputenv("WAYLAND_DISPLAY", "wayland-0");
    CHECK(display_problem().isEmpty());
    qputenv("QT_QPA_PLATFORM", "xcb");
    CHECK_FALSE(display_problem().isEmpty());
    qputenv("QT_QPA_PLATFORM", "offscreen");
    CHECK(display_problem().isEmpty());
}
