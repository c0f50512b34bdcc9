//! The parameters that a primitive has to have, and those that it may (TS-0004 clauses 8.2.2 and 8.2.3, TS-0001 clause 8.1).

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::parameters::Presence;
use super::{RequestPrimitive, ResponsePrimitive};
use crate::content::Content;
use crate::schema::Context;
use crate::timestamp::AbsoluteOrRelative;
use crate::types::{
    Operation, ResourceType, ResponseStatusCode, ResponseTypeValue, ResultContent, StatusClass,
};

/// The demands of a receiver on a request.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Demands<'d> {
    /// The release versions that the receiver supports. A request without one is of release 1.
    pub release_versions: &'d [&'d str],
    /// True if unknown parameters are a fault: for a hosting CSE. A transit CSE passes them on (TS-0004 7.3.2.1).
    pub only_known_parameters: bool,
}

impl Default for Demands<'_> {
    fn default() -> Self {
        Self {
            release_versions: &["1", "2", "2a", "3", "4", "5"],
            only_known_parameters: true,
        }
    }
}

/// All faults of a primitive.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Invalid {
    /// The faults: at least one.
    pub faults: Vec<Fault>,
}

/// A parameter, and the rule that it breaks.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Fault {
    /// The short name.
    pub parameter: String,
    /// The rule that is broken.
    pub rule: FaultRule,
}

/// The rules that a parameter can break.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum FaultRule {
    /// The operation demands the parameter.
    Missing,
    /// The operation does not have the parameter.
    NotAllowed,
    /// The parameter does not have such a value, or not beside the other parameters.
    Value,
    /// The receiver does not support the release.
    ReleaseVersion,
    /// The parameter is not known.
    Unknown,
}

impl Invalid {
    /// The response status code that the primitive deserves.
    #[must_use]
    pub fn status(&self) -> ResponseStatusCode {
        let has = |rule| self.faults.iter().any(|fault| fault.rule == rule);
        if has(FaultRule::Missing) || has(FaultRule::NotAllowed) || has(FaultRule::Value) {
            ResponseStatusCode::BAD_REQUEST
        } else if has(FaultRule::ReleaseVersion) {
            ResponseStatusCode::RELEASE_VERSION_NOT_SUPPORTED
        } else {
            ResponseStatusCode::NOT_IMPLEMENTED
        }
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, Fault { parameter, rule }) in self.faults.iter().enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            let what = match rule {
                FaultRule::Missing => "missing",
                FaultRule::NotAllowed => "not allowed",
                FaultRule::Value => "wrong value",
                FaultRule::ReleaseVersion => "not supported",
                FaultRule::Unknown => "unknown",
            };
            write!(f, "{separator}{}: {what}", parameter.escape_debug())?;
        }
        Ok(())
    }
}

impl core::error::Error for Invalid {}

#[derive(Default)]
struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, parameter: &str, rule: FaultRule) {
        let parameter = String::from(parameter);
        self.0.push(Fault { parameter, rule });
    }

    fn finish(self) -> Result<(), Invalid> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Invalid { faults: self.0 })
        }
    }

    fn presence(&mut self, parameter: &str, presence: Presence, is_present: bool) {
        match (presence, is_present) {
            (Presence::M, false) => self.add(parameter, FaultRule::Missing),
            (Presence::X, true) => self.add(parameter, FaultRule::NotAllowed),
            (Presence::M | Presence::O, true) | (Presence::O | Presence::X, false) => {}
        }
    }
}

impl RequestPrimitive<'_> {
    /// Checks that the request is one that TS-0004 allows: the parameters that its operation demands and has, and the values
    /// that go together.
    ///
    /// # Errors
    ///
    /// Every parameter at fault.
    pub fn validate(&self, demands: &Demands<'_>) -> Result<(), Invalid> {
        let mut faults = Faults::default();
        let column = match self.operation {
            Operation::CREATE => Some(0),
            Operation::RETRIEVE => Some(1),
            Operation::UPDATE => Some(2),
            Operation::DELETE => Some(3),
            Operation::NOTIFY => Some(4),
            _ => None,
        };
        match column {
            Some(column) => {
                self.presences(|parameter, presences, is_present| {
                    let presence = presences.get(column).copied().unwrap_or(Presence::O);
                    faults.presence(parameter, presence, is_present);
                });
                self.check_values(&mut faults);
            }
            None => faults.add("op", FaultRule::Value),
        }
        if self.to.is_empty() {
            faults.add("to", FaultRule::Value);
        }
        let release = self.release_version.as_deref().unwrap_or("1");
        if !demands.release_versions.contains(&release) {
            faults.add("rvi", FaultRule::ReleaseVersion);
        }
        if demands.only_known_parameters {
            for other in &self.others {
                faults.add(&other.name, FaultRule::Unknown);
            }
        }
        faults.finish()
    }

    /// Checks the rules that depend on more than one parameter.
    fn check_values(&self, faults: &mut Faults) {
        let is_registration = self.resource_type == Some(ResourceType::AE);
        if self.operation == Operation::CREATE && self.from.is_none() && !is_registration {
            faults.add("fr", FaultRule::Missing);
        }
        if let Some(content) = &self.content
            && !self.is_content(content)
        {
            faults.add("pc", FaultRule::Value);
        }
        if let Some(result_content) = self.result_content
            && !is_result_content(self.operation, result_content)
        {
            faults.add("rcn", FaultRule::Value);
        }
        let expirations = (
            self.request_expiration_timestamp,
            self.result_expiration_timestamp,
        );
        if let (Some(request), Some(result)) = expirations
            && !is_later(result, request)
        {
            faults.add("rset", FaultRule::Value);
        }
        if let Some(response_type) = &self.response_type
            && response_type.notification_targets.is_some()
            && !matches!(
                response_type.value,
                Some(
                    ResponseTypeValue::NON_BLOCKING_REQUEST_ASYNCH
                        | ResponseTypeValue::FLEX_BLOCKING
                )
            )
        {
            faults.add("rt", FaultRule::Value);
        }
    }

    /// Returns whether the operation has content of this kind (TS-0004 6.3.5.17).
    fn is_content(&self, content: &Content<'_>) -> bool {
        let root = &*content.root_name();
        match self.operation {
            Operation::RETRIEVE => root == "m2m:atrl",
            Operation::NOTIFY => {
                matches!(
                    root,
                    "m2m:sgn" | "m2m:agn" | "m2m:rsp" | "m2m:rqp" | "m2m:seci"
                )
            }
            _ => {
                let member = Context::CONTENT.member(root);
                let context = member.and_then(|member| member.context());
                match context.map(|context| (context.element(), context.resource_type())) {
                    // What the table does not have may be a specialization.
                    None => member.is_none() && root.contains(':') && !root.starts_with("m2m:"),
                    Some((None, _)) => false,
                    Some((Some(_), found)) => {
                        self.resource_type.is_none() || self.resource_type == found
                    }
                }
            }
        }
    }
}

impl ResponsePrimitive<'_> {
    /// Checks that the response is one that TS-0004 allows for a request with this operation.
    ///
    /// # Errors
    ///
    /// Every parameter at fault.
    pub fn validate(&self, operation: Operation) -> Result<(), Invalid> {
        let mut faults = Faults::default();
        let column = match (self.status.class(), operation) {
            (StatusClass::Acknowledgement, _) => 0,
            (StatusClass::Success, Operation::CREATE) => 1,
            (StatusClass::Success, Operation::RETRIEVE) => 2,
            (StatusClass::Success, Operation::UPDATE) => 3,
            (StatusClass::Success, Operation::DELETE) => 4,
            (StatusClass::Success, _) => 5,
            (
                StatusClass::OriginatorError
                | StatusClass::ReceiverError
                | StatusClass::NetworkError,
                _,
            ) => 6,
            (StatusClass::Unknown, _) => {
                faults.add("rsc", FaultRule::Value);
                return faults.finish();
            }
        };
        self.presences(|parameter, presences, is_present| {
            let presence = presences.get(column).copied().unwrap_or(Presence::O);
            faults.presence(parameter, presence, is_present);
        });
        faults.finish()
    }
}

/// Returns whether a response to the operation can contain this (TS-0001 table 8.1.2-1).
fn is_result_content(operation: Operation, result_content: ResultContent) -> bool {
    let allowed: &[u32] = match operation {
        Operation::CREATE => &[0, 1, 2, 3, 9],
        Operation::RETRIEVE => &[1, 4, 5, 6, 7, 8, 10, 11, 12],
        Operation::UPDATE => &[0, 1, 9],
        Operation::DELETE => &[0, 1, 4, 5, 6, 8],
        _ => &[],
    };
    allowed.contains(&result_content.0)
}

/// As far as it can be told without a clock.
fn is_later(one: AbsoluteOrRelative, other: AbsoluteOrRelative) -> bool {
    use AbsoluteOrRelative::{Absolute, Relative};
    match (one, other) {
        (Absolute(one), Absolute(other)) => other.is_before(one),
        (Relative(one), Relative(other)) => one < 0 || (other >= 0 && one > other),
        (Absolute(_), Relative(_)) | (Relative(_), Absolute(_)) => true,
    }
}
