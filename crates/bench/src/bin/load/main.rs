//! The waits of honest nodes at a registrar beside others that take all they can get, and its gain by a second thread. See this
//! package's README.

#![forbid(unsafe_code)]
#![expect(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement that does not do what it says must end, and statistics are rounded"
)]

mod beside;
mod client;
mod cse;
mod fairness;
mod honest;
mod threads;

use std::process::ExitCode;

type Failure = Box<dyn core::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["fairness"] => fairness::run(&beside::Case::ALL),
        ["fairness", case] => match beside::Case::named(case) {
            Some(case) => fairness::run(&[case]),
            None => return usage(),
        },
        ["threads"] => threads::run(),
        ["serve", case] => match beside::Case::named(case) {
            Some(case) => fairness::serve(case),
            None => return usage(),
        },
        ["honest", url] => honest::run(url),
        ["beside", case, url] => match beside::Case::named(case) {
            Some(case) => beside::run(case, url),
            None => return usage(),
        },
        _ => return usage(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("load: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    let names = beside::Case::ALL.map(beside::Case::name);
    eprintln!("load fairness [{}] | threads", names.join("|"));
    ExitCode::from(2)
}
