//! `src/generated` and the list of the types for the tests are made of the tables in `data` of `onem2m-primitive`:
//!
//! ```sh
//! UPDATE_RESOURCES=1 cargo test -p onem2m-resources --test generated
//! ```
//!
//! Without the variable, the test fails if the two differ.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "in tests, anything but what is expected is a failure"
)]

mod model;
mod names;
mod tables;
mod write;

use std::{env, fs};

#[test]
fn the_generated_files_are_up_to_date() {
    let model = model::Model::of_tables();
    for (name, text) in write::files(&model) {
        let path = tables::root().join(&name);
        if env::var_os("UPDATE_RESOURCES").is_some() {
            fs::write(&path, &text).unwrap();
        }
        let is_equal = fs::read_to_string(&path).is_ok_and(|found| found == text);
        assert!(is_equal, "{name}: run this test with UPDATE_RESOURCES=1");
    }
}
