#include <mpi.h>

#include <cstdio>

#include "cli/frame/run.h"
#include "cli/print/descriptors.h"
#include "simulation/run.h"

/// `accord` over the ranks of an MPI run: `mpirun -n 64 accord-mpi simulate SCENARIO.toml`. Every
/// rank reads the same files and simulates its part; rank 0 says the answer.
namespace {

class Ranks final : public accord::simulation::Workers {
 public:
  Ranks() {
    MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
    MPI_Comm_size(MPI_COMM_WORLD, &size_);
  }
  [[nodiscard]] unsigned rank() const override { return static_cast<unsigned>(rank_); }
  [[nodiscard]] unsigned size() const override { return static_cast<unsigned>(size_); }
  void sum(std::span<std::uint64_t> numbers) override {
    MPI_Allreduce(MPI_IN_PLACE, numbers.data(), static_cast<int>(numbers.size()), MPI_UINT64_T,
                  MPI_SUM, MPI_COMM_WORLD);
  }

 private:
  int rank_ = 0;
  int size_ = 1;
};

}  // namespace

int main(int argc, char** argv) {
  accord::cli::keep_standard_descriptors();  // before MPI opens its own
  MPI_Init(&argc, &argv);
  int status = 0;
  {
    Ranks ranks;
    if (ranks.rank() != 0 && (std::freopen("/dev/null", "w", stdout) == nullptr ||
                              std::freopen("/dev/null", "w", stderr) == nullptr))
      MPI_Abort(MPI_COMM_WORLD, 5);
    status = accord::cli::run({argv + 1, argv + argc}, ranks);
  }
  MPI_Finalize();
  return status;
}
