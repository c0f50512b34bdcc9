#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| onem2m_ws_tests::fuzz_bodies::deflate_split(data));
