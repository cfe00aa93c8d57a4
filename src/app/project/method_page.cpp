#include "app/project/method_page.h"

#include "app/project/pca_page.h"

namespace epochscope::app {

std::vector<MethodPage*> make_method_pages(QWidget* parent) { return {new PcaPage(parent)}; }

}  // namespace epochscope::app
