#pragma once

#include <QMetaObject>
#include <QObject>

#include <utility>

namespace epochscope::app {

/// Calls `call` later on the thread of `receiver`, unless that is destroyed before.
template <typename Call>
void post(QObject* receiver, Call call) {
    QMetaObject::invokeMethod(receiver, std::move(call), Qt::QueuedConnection);
}

}  // namespace epochscope::app
