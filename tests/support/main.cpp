// The main function of the tests that need no window.
#include "support/skip.h"

int main(int argc, char** argv) { return epochscope::tests::run_tests(argc, argv); }
