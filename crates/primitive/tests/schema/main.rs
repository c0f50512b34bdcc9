//! The data-type table: that it is generated from `data`, and that look-ups find what `data` says.
//!
//! `UPDATE_SCHEMA=1 cargo test -p onem2m-primitive --test schema` generates `src/schema/generated.rs` again.
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

mod cases;
mod generator;
mod lines;
mod tables;

use std::{env, fs};

#[test]
fn the_generated_file_is_up_to_date() {
    let path = tables::path("src/schema/generated.rs");
    let text = generator::generate();
    if env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let is_equal = fs::read_to_string(&path).is_ok_and(|found| found == text);
    assert!(is_equal, "run this test with UPDATE_SCHEMA=1");
}
