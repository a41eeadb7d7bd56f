#include "cli/frame/run.h"

int main(int argc, char** argv) {
  return accord::cli::run(argc > 1 ? std::vector<std::string>(argv + 1, argv + argc)
                                   : std::vector<std::string>());
}
