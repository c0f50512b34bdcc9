//! What `tests/generated` makes of the tables, one file for each table or domain.

pub(crate) mod parts;
pub(crate) mod resources;

pub mod enumerations;
pub mod interworking;
pub mod mgmt;
pub mod types;

#[cfg(feature = "agriculture")]
pub mod agriculture;
#[cfg(feature = "city")]
pub mod city;
#[cfg(feature = "common")]
pub mod common;
#[cfg(feature = "health")]
pub mod health;
#[cfg(feature = "home")]
pub mod home;
#[cfg(feature = "management")]
pub mod management;
#[cfg(feature = "metadata")]
pub mod metadata;
#[cfg(feature = "public-safety")]
pub mod public_safety;
#[cfg(feature = "railway")]
pub mod railway;
#[cfg(feature = "vehicular")]
pub mod vehicular;
