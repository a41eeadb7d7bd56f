#include "cli/frame/run.h"
#include "simulation/run.h"

int main(int argc, char** argv) {
  accord::simulation::Workers alone;
  return accord::cli::run(
      argc > 1 ? std::vector<std::string>(argv + 1, argv + argc) : std::vector<std::string>(),
      alone);
}
