#include "app/project/method_page.h"

#include "app/project/pca_page.h"
#include "app/project/spacetime_page.h"
#include "app/project/tsne_page.h"

namespace epochscope::app {

std::vector<MethodPage*> make_method_pages(QWidget* parent) {
    // The principal components are what is seen of a recording anyway.
    return {new TsnePage(parent), new SpacetimePage(parent), new PcaPage(parent)};
}

}  // namespace epochscope::app
