//! The program: hands the world's arguments to [`forbear::cli`] and returns its exit code.
fn main() -> std::process::ExitCode {
    let args: Vec<std::ffi::OsString> = std::env::args_os().collect();
    forbear::cli::run(&args)
}
