#include "app/open/remote_backgrounds.h"
namespace epochscope::app {
struct RemoteBackgrounds::Impl {};
RemoteBackgrounds::RemoteBackgrounds(Session&, QObject* parent) : QObject(parent) {}
RemoteBackgrounds::~RemoteBackgrounds() = default;
QString RemoteBackgrounds::problem_with(const QString&) { return {}; }
void RemoteBackgrounds::start(const QString&) {}
void RemoteBackgrounds::cancel() {}
bool RemoteBackgrounds::is_running() const { return false; }
}  // namespace epochscope::app
