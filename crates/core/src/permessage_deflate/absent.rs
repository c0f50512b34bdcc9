//! The stand-in for permessage-deflate without the feature `deflate`: nothing is offered, answered or agreed, and
//! no connection has a [`Deflate`].

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::convert::Infallible;

use super::Inflated;
use crate::config::Config;
use crate::error::ProtocolError;
use crate::handshake::Extension;

pub(crate) const NAME: &str = "permessage-deflate";

pub(crate) type AgreedDeflate = Infallible;

pub(crate) const fn offer(_: &Config) -> Option<Extension<'static>> {
    None
}

pub(crate) fn answer<'a>(
    _: &Config,
    _: impl Iterator<Item = Extension<'a>>,
) -> Option<(Extension<'static>, AgreedDeflate)> {
    None
}

pub(crate) const fn agree(_: &Config, _: &Extension<'_>) -> Option<AgreedDeflate> {
    None
}

#[derive(Debug)]
pub(crate) enum Deflate {}

impl Deflate {
    pub(crate) fn new(agreed: AgreedDeflate, _: &Config) -> Box<Self> {
        match agreed {}
    }

    pub(crate) const fn max_wire_len(&self) -> u64 {
        match *self {}
    }

    pub(crate) const fn is_worthwhile(&self, _: usize) -> bool {
        match *self {}
    }

    pub(crate) const fn compress(&mut self, _: &[u8], _: &mut Vec<u8>) -> bool {
        match *self {}
    }

    pub(crate) const fn compress_piece(&mut self, _: &[u8], _: bool, _: &mut Vec<u8>) {
        match *self {}
    }

    pub(crate) const fn inflate(
        &mut self,
        _: &[u8],
        _: bool,
        _: &Config,
        _: usize,
        _: &mut Vec<u8>,
    ) -> Result<(Inflated, usize), ProtocolError> {
        match *self {}
    }

    pub(crate) const fn release(&mut self) {
        match *self {}
    }
}
