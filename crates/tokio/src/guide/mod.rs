//! A guide, page by page, each with code that is compiled and tested.
//!
//! - [`first_ae`]: an AE that registers, makes resources, and reads them; verbs and errors.
//! - [`notifications`]: subscriptions as streams, and the requests of a CSE to an AE.
//! - [`sleeping`]: when there is a connection, and requests while there is none; power saving.
//! - [`outcomes`]: the ways in which a request ends, and what "unknown" means.
//! - [`cse`]: the registrar's side.
//! - [`tls`]: `wss`, certificates and keys, and who the peer is.
//! - [`peers`]: deployed peers, and the settings that they need.
//! - [`event_loop`]: the state machines without a runtime.
//! - [`from_tungstenite`]: the calls of `tokio-tungstenite`, and those here.
//! - [`side_by_side`]: a chat in both, and the questions that users of WebSocket libraries ask.
//! - [`tuning`]: limits, memory, deadlines, features.
//!
//! The examples of the repository are programs to begin with:
//!
//! | program | example |
//! |---|---|
//! | an AE in ten lines | `meter` |
//! | an AE that tells what happens to it | `ae` |
//! | three AEs on one connection | `gateway` |
//! | a small CSE | `cse` |
//! | `wss` with certificates on both sides, and their recipe | `mutual_tls` |
//! | `wss` with a pre-shared key | `psk` |
//! | a registrar within an HTTP server | `axum` |
//! | a chat | `chat` |
//! | WebSocket alone: an echo server, a client | `echo`, `client` |
//! | thousands of connections without a runtime | `mio`, of `onem2m-ws-driver` |
//! | the procedure of TS-0020 5.2, step by step | `registration` |

pub mod cse;
pub mod event_loop;
pub mod first_ae;
pub mod from_tungstenite;
pub mod notifications;
pub mod outcomes;
pub mod peers;
pub mod side_by_side;
pub mod sleeping;
pub mod tls;
pub mod tuning;
