use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use core::fmt;

/// The operation that a request asks for: `op` (TS-0004 6.3.4.2.5). Unknown numbers are kept.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Operation(pub u32);

/// The type of a resource: `ty` (TS-0004 6.3.4.2.1). Unknown numbers are kept; announced variants are 10000 more.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ResourceType(pub u32);

/// The status of a response: `rsc` (TS-0004 6.6). Unknown numbers are kept.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ResponseStatusCode(pub u32);

/// The content that a response is to have: `rcn` (TS-0004 6.3.4.2.7). Unknown numbers are kept.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ResultContent(pub u32);

/// The urgency of a primitive: `ec` (TS-0004 6.3.4.2.9). 100 to 999 are for users; unknown numbers are kept.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct EventCategory(pub u32);

/// The way in which the response is to come: `rtv` (TS-0004 6.3.4.2.6). Unknown numbers are kept.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ResponseTypeValue(pub u32);

/// The form of the names of discovered resources: `drt` (TS-0004 6.3.4.2.8). Unknown numbers are kept.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct DesiredIdentifierResultType(pub u32);

/// The status of a content, all or a part: `cnst` (TS-0004 6.3.4.2.44). Unknown numbers are kept.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ContentStatus(pub u32);

/// The use of filter criteria: `fu` (TS-0004 6.3.4.2.31). Unknown numbers are kept.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct FilterUsage(pub u32);

/// The way in which different conditions combine: `fo` (TS-0004 6.3.4.2.47). Unknown numbers are kept.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct FilterOperation(pub u32);

/// The language of a content filter: `cfs` (TS-0004 6.3.4.2.33). Unknown numbers are kept.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ContentFilterSyntax(pub u32);

/// The kind of event that a notification is about: `net` (TS-0004 6.3.4.2.19). Unknown numbers are kept.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct NotificationEventType(pub u32);

/// The classes of response status codes, by their thousands digit (TS-0004 6.6.1).
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum StatusClass {
    /// 1xxx: the request was received, and is not completed yet.
    Acknowledgement,
    /// 2xxx: the request was carried out.
    Success,
    /// 4xxx: the originator's error.
    OriginatorError,
    /// 5xxx: the receiver's error.
    ReceiverError,
    /// 6xxx: an error of the network beneath.
    NetworkError,
    /// Any other status.
    Unknown,
}

/// Defines the numbers that have names, and `name`.
macro_rules! named {
    ($type:ident { $($(#[$doc:meta])* $name:ident = $value:literal,)* }) => {
        impl $type {
            $(
                #[doc = concat!("`", stringify!($value), "`")]
                $(#[$doc])*
                pub const $name: Self = Self($value);
            )*

            /// The name of the number, if it has one.
            #[must_use]
            pub const fn name(self) -> Option<&'static str> {
                match self.0 {
                    $($value => Some(stringify!($name)),)*
                    _ => None,
                }
            }
        }

        /// As the number.
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_u32(self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                u32::deserialize(deserializer).map(Self)
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self.name() {
                    Some(name) => write!(f, "{} {name}", self.0),
                    None => fmt::Display::fmt(&self.0, f),
                }
            }
        }
    };
}

named!(Operation { CREATE = 1, RETRIEVE = 2, UPDATE = 3, DELETE = 4, NOTIFY = 5, });

named!(EventCategory { IMMEDIATE = 2, BEST_EFFORT = 3, LATEST = 4, });

named!(ResponseTypeValue {
    NON_BLOCKING_REQUEST_SYNCH = 1, NON_BLOCKING_REQUEST_ASYNCH = 2, BLOCKING_REQUEST = 3, FLEX_BLOCKING = 4,
    NO_RESPONSE = 5,
});

named!(DesiredIdentifierResultType { STRUCTURED = 1, UNSTRUCTURED = 2, });

named!(ContentStatus { PARTIAL_CONTENT = 1, FULL_CONTENT = 2, });

named!(FilterUsage {
    DISCOVERY = 1, CONDITIONAL_RETRIEVAL = 2, IPE_ON_DEMAND_DISCOVERY = 3, DISCOVERY_BASED_OPERATION = 4,
});

named!(FilterOperation { AND = 1, OR = 2, XOR = 3, });

named!(ContentFilterSyntax { JSONPATH = 1, });

named!(NotificationEventType {
    UPDATE_OF_RESOURCE = 1, DELETE_OF_RESOURCE = 2, CREATE_OF_DIRECT_CHILD_RESOURCE = 3,
    DELETE_OF_DIRECT_CHILD_RESOURCE = 4, RETRIEVE_OF_CONTAINER_RESOURCE_WITH_NO_CHILD_RESOURCE = 5,
    TRIGGER_RECEIVED_FOR_AE_RESOURCE = 6, BLOCKING_UPDATE = 7,
});

named!(ResultContent {
    NOTHING = 0, ATTRIBUTES = 1, HIERARCHICAL_ADDRESS = 2, HIERARCHICAL_ADDRESS_AND_ATTRIBUTES = 3,
    ATTRIBUTES_AND_CHILD_RESOURCES = 4, ATTRIBUTES_AND_CHILD_RESOURCE_REFERENCES = 5, CHILD_RESOURCE_REFERENCES = 6,
    ORIGINAL_RESOURCE = 7, CHILD_RESOURCES = 8, MODIFIED_ATTRIBUTES = 9, SEMANTIC_CONTENT = 10,
    DISCOVERY_RESULT_REFERENCES = 11, PERMISSIONS = 12,
});

named!(ResourceType {
    ACCESS_CONTROL_POLICY = 1, AE = 2, CONTAINER = 3, CONTENT_INSTANCE = 4, CSE_BASE = 5, DELIVERY = 6,
    EVENT_CONFIG = 7, EXEC_INSTANCE = 8, GROUP = 9, LOCATION_POLICY = 10, M2M_SERVICE_SUBSCRIPTION_PROFILE = 11,
    MGMT_CMD = 12, MGMT_OBJ = 13, NODE = 14, POLLING_CHANNEL = 15, REMOTE_CSE = 16, REQUEST = 17, SCHEDULE = 18,
    SERVICE_SUBSCRIBED_APP_RULE = 19, SERVICE_SUBSCRIBED_NODE = 20, STATS_COLLECT = 21, STATS_CONFIG = 22,
    SUBSCRIPTION = 23, SEMANTIC_DESCRIPTOR = 24, NOTIFICATION_TARGET_MGMT_POLICY_REF = 25,
    NOTIFICATION_TARGET_POLICY = 26, POLICY_DELETION_RULES = 27, FLEX_CONTAINER = 28, TIME_SERIES = 29,
    TIME_SERIES_INSTANCE = 30, ROLE = 31, TOKEN = 32, DYNAMIC_AUTHORIZATION_CONSULTATION = 34,
    AUTHORIZATION_DECISION = 35, AUTHORIZATION_POLICY = 36, AUTHORIZATION_INFORMATION = 37, ONTOLOGY_REPOSITORY = 38,
    ONTOLOGY = 39, SEMANTIC_MASHUP_JOB_PROFILE = 40, SEMANTIC_MASHUP_INSTANCE = 41, SEMANTIC_MASHUP_RESULT = 42,
    AE_CONTACT_LIST = 43, AE_CONTACT_LIST_PER_CSE = 44, LOCAL_MULTICAST_GROUP = 45, MULTIMEDIA_SESSION = 46,
    TRIGGER_REQUEST = 47, CROSS_RESOURCE_SUBSCRIPTION = 48, BACKGROUND_DATA_TRANSFER = 49, TRANSACTION_MGMT = 50,
    TRANSACTION = 51, FLEX_CONTAINER_INSTANCE = 58, TIME_SYNC_BEACON = 60, PRIMITIVE_PROFILE = 62,
    PROCESS_MANAGEMENT = 63, STATE = 64, ACTION = 65, DEPENDENCY = 66,
});

named!(ResponseStatusCode {
    ACCEPTED = 1000, ACCEPTED_NON_BLOCKING_SYNCH = 1001, ACCEPTED_NON_BLOCKING_ASYNCH = 1002,
    OK = 2000, CREATED = 2001, DELETED = 2002, UPDATED = 2004,
    BAD_REQUEST = 4000, RELEASE_VERSION_NOT_SUPPORTED = 4001, NOT_FOUND = 4004, OPERATION_NOT_ALLOWED = 4005,
    REQUEST_TIMEOUT = 4008, UNSUPPORTED_MEDIA_TYPE = 4015,
    SUBSCRIPTION_CREATOR_HAS_NO_PRIVILEGE = 4101, CONTENTS_UNACCEPTABLE = 4102, ORIGINATOR_HAS_NO_PRIVILEGE = 4103,
    GROUP_REQUEST_IDENTIFIER_EXISTS = 4104, CONFLICT = 4105, ORIGINATOR_NOT_AUTHENTICATED = 4106,
    SECURITY_ASSOCIATION_REQUIRED = 4107, INVALID_CHILD_RESOURCE_TYPE = 4108, NO_MEMBERS = 4109,
    GROUP_MEMBER_TYPE_INCONSISTENT = 4110, ESPRIM_UNSUPPORTED_OPTION = 4111, ESPRIM_UNKNOWN_KEY_ID = 4112,
    ESPRIM_UNKNOWN_ORIG_RAND_ID = 4113, ESPRIM_UNKNOWN_RECV_RAND_ID = 4114, ESPRIM_BAD_MAC = 4115,
    ESPRIM_IMPERSONATION_ERROR = 4116, ORIGINATOR_HAS_ALREADY_REGISTERED = 4117, ONTOLOGY_NOT_AVAILABLE = 4118,
    LINKED_SEMANTICS_NOT_AVAILABLE = 4119, INVALID_SEMANTICS = 4120, MASHUP_MEMBER_NOT_FOUND = 4121,
    INVALID_TRIGGER_PURPOSE = 4122, ILLEGAL_TRANSACTION_STATE_TRANSITION_ATTEMPTED = 4123,
    BLOCKING_SUBSCRIPTION_ALREADY_EXISTS = 4124, SPECIALIZATION_SCHEMA_NOT_FOUND = 4125,
    APP_RULE_VALIDATION_FAILED = 4126, OPERATION_DENIED_BY_REMOTE_ENTITY = 4127,
    SERVICE_SUBSCRIPTION_NOT_ESTABLISHED = 4128, ONTOLOGY_MAPPING_ALGORITHM_NOT_AVAILABLE = 4130,
    ONTOLOGY_MAPPING_POLICY_NOT_MATCHED = 4131, ONTOLOGY_MAPPING_NOT_AVAILABLE = 4132,
    BAD_FACT_INPUTS_FOR_REASONING = 4133, BAD_RULE_INPUTS_FOR_REASONING = 4134, DISCOVERY_LIMIT_EXCEEDED = 4135,
    PRIMITIVE_PROFILE_NOT_ACCESSIBLE = 4136, PRIMITIVE_PROFILE_BAD_REQUEST = 4137, UNAUTHORIZED_USER = 4138,
    SERVICE_SUBSCRIPTION_NOT_ACTIVE = 4139, SOFTWARE_CAMPAIGN_CONFLICT = 4140, INVALID_PROCESS_CONFIGURATION = 4142,
    INVALID_SPARQL_QUERY = 4143,
    INTERNAL_SERVER_ERROR = 5000, NOT_IMPLEMENTED = 5001, TARGET_NOT_REACHABLE = 5103,
    RECEIVER_HAS_NO_PRIVILEGE = 5105, ALREADY_EXISTS = 5106, REMOTE_ENTITY_NOT_REACHABLE = 5107,
    TARGET_NOT_SUBSCRIBABLE = 5203, SUBSCRIPTION_VERIFICATION_INITIATION_FAILED = 5204,
    SUBSCRIPTION_HOST_HAS_NO_PRIVILEGE = 5205, NON_BLOCKING_SYNCH_REQUEST_NOT_SUPPORTED = 5206,
    NOT_ACCEPTABLE = 5207, DISCOVERY_DENIED_BY_IPE = 5208, GROUP_MEMBERS_NOT_RESPONDED = 5209,
    ESPRIM_DECRYPTION_ERROR = 5210, ESPRIM_ENCRYPTION_ERROR = 5211, SPARQL_UPDATE_ERROR = 5212,
    TARGET_HAS_NO_SESSION_CAPABILITY = 5214, SESSION_IS_ONLINE = 5215, JOIN_MULTICAST_GROUP_FAILED = 5216,
    LEAVE_MULTICAST_GROUP_FAILED = 5217, TRIGGERING_DISABLED_FOR_RECIPIENT = 5218, UNABLE_TO_REPLACE_REQUEST = 5219,
    UNABLE_TO_RECALL_REQUEST = 5220, CROSS_RESOURCE_OPERATION_FAILURE = 5221,
    TRANSACTION_PROCESSING_IS_INCOMPLETE = 5222, ONTOLOGY_MAPPING_ALGORITHM_FAILED = 5230,
    ONTOLOGY_CONVERSION_FAILED = 5231, REASONING_PROCESSING_FAILED = 5232,
    EXTERNAL_OBJECT_NOT_REACHABLE = 6003, EXTERNAL_OBJECT_NOT_FOUND = 6005, MAX_NUMBER_OF_MEMBER_EXCEEDED = 6010,
    MGMT_SESSION_CANNOT_BE_ESTABLISHED = 6020, MGMT_SESSION_ESTABLISHMENT_TIMEOUT = 6021, INVALID_CMDTYPE = 6022,
    INVALID_ARGUMENTS = 6023, INSUFFICIENT_ARGUMENTS = 6024, MGMT_CONVERSION_ERROR = 6025,
    MGMT_CANCELLATION_FAILED = 6026, ALREADY_COMPLETE = 6028, MGMT_COMMAND_NOT_CANCELLABLE = 6029,
    EXTERNAL_OBJECT_NOT_REACHABLE_BEFORE_RQET_TIMEOUT = 6030,
    EXTERNAL_OBJECT_NOT_REACHABLE_BEFORE_OET_TIMEOUT = 6031, NETWORK_QOS_CONFIG_ERROR = 6033,
    REQUESTED_ACTIVITY_PATTERN_NOT_PERMITTED = 6034,
});

impl ResponseStatusCode {
    /// Returns the class of the status.
    #[must_use]
    pub const fn class(self) -> StatusClass {
        match self.0 / 1000 {
            1 => StatusClass::Acknowledgement,
            2 => StatusClass::Success,
            4 => StatusClass::OriginatorError,
            5 => StatusClass::ReceiverError,
            6 => StatusClass::NetworkError,
            _ => StatusClass::Unknown,
        }
    }

    /// Returns whether the request was carried out.
    #[must_use]
    pub const fn is_success(self) -> bool {
        matches!(self.class(), StatusClass::Success)
    }
}

impl ResourceType {
    /// The announced variant of the type (TS-0001 9.6.26).
    #[must_use]
    pub const fn announced(self) -> Self {
        Self(self.0.saturating_add(10000))
    }
}

/// The identifier that ties a response to its request: `rqi`. An identifier has 1 to 256 bytes without control characters, and is
/// compared byte by byte. [`UNASSIGNED`](Self::UNASSIGNED) stands for one that is still to be given.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct RequestIdentifier<'a>(Cow<'a, str>);

impl<'a> RequestIdentifier<'a> {
    /// Longest identifier, in bytes.
    pub const MAX_LEN: usize = 256;

    /// No identifier yet: the session that sends the request assigns one. A primitive without an identifier cannot be encoded.
    pub const UNASSIGNED: RequestIdentifier<'static> = RequestIdentifier(Cow::Borrowed(""));

    /// Returns `true` for [`UNASSIGNED`](Self::UNASSIGNED), which no other identifier equals.
    #[must_use]
    pub fn is_unassigned(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the identifier, or `None` for text that cannot be one.
    #[must_use]
    pub fn new(identifier: impl Into<Cow<'a, str>>) -> Option<Self> {
        let identifier = identifier.into();
        let is_valid = !identifier.is_empty()
            && identifier.len() <= Self::MAX_LEN
            && !identifier.chars().any(char::is_control);
        is_valid.then_some(Self(identifier))
    }

    /// The identifier made of a prefix, in hexadecimal digits, and a number.
    #[must_use]
    pub fn numbered(prefix: u64, number: u64) -> RequestIdentifier<'static> {
        RequestIdentifier(Cow::Owned(format!("{prefix:016x}-{number}")))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the same identifier, copied if it was borrowed.
    #[must_use]
    pub fn into_owned(self) -> RequestIdentifier<'static> {
        RequestIdentifier(Cow::Owned(self.0.into_owned()))
    }

    /// The text, owned.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0.into_owned()
    }
}

/// For look-ups by text: it is ordered and hashed as its text is.
impl core::borrow::Borrow<str> for RequestIdentifier<'_> {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RequestIdentifier<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
