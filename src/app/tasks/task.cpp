#include "app/tasks/task.h"

#include "app/messages/message_words.h"

#include <QCoreApplication>

#include <new>

namespace epochscope::app {

QString problem_of(const std::exception& error) {
    if (dynamic_cast<const std::bad_alloc*>(&error) != nullptr)
        return QCoreApplication::translate("epochscope::app::Task",
                                           "There is not enough memory for this.");
    return message_words(error.what());
}

}  // namespace epochscope::app
