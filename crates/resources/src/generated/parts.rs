//! Attributes that several resources have in common.
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

use onem2m_primitive::{ResourceType, Timestamp};

use crate::{enumerations, types};

part! {
    /// The attributes that all resources have (TS-0001 9.6.1.3). Which of them a resource has depends on its type.
    Common;
    /// Sets attributes that all resources have.
    CommonAttributes;
    {
        /// `rn`: resourceName (`m2m:resourceName`, 1).
        resource_name: text = "rn",
        /// `ty`: resourceType (`m2m:resourceType`, 1).
        resource_type: ResourceType = "ty",
        /// `ri`: resourceID (`m2m:ID`, 1). Assigned by the hosting CSE.
        resource_id: text = "ri",
        /// `pi`: parentID (`m2m:nhURI`, 1). Assigned by the hosting CSE.
        parent_id: text = "pi",
        /// `ct`: creationTime (`m2m:timestamp`, 1). Assigned by the hosting CSE.
        creation_time: Timestamp = "ct",
        /// `lt`: lastModifiedTime (`m2m:timestamp`, 1). Assigned by the hosting CSE.
        last_modified_time: Timestamp = "lt",
        /// `lbl`: labels (`m2m:labels`, 0..1, a list).
        labels: [text] = "lbl",
        /// `acpi`: accessControlPolicyIDs (`m2m:acpType`, 0..1, a list).
        access_control_policy_ids: [text] = "acpi",
        /// `et`: expirationTime (`m2m:timestamp`, 1).
        expiration_time: Timestamp = "et",
        /// `lnk`: link (`xs:anyURI`, 1).
        link: text = "lnk",
        /// `daci`: dynamicAuthorizationConsultationIDs (`list of xs:anyURI`, 0..1, a list).
        dynamic_authorization_consultation_ids: [text] = "daci",
        /// `at`: announceTo (`list of xs:anyURI`, 0..1, a list).
        announce_to: [text] = "at",
        /// `aa`: announcedAttribute (`list of xs:NCName`, 0..1, a list).
        announced_attribute: [text] = "aa",
        /// `st`: stateTag (`xs:nonNegativeInteger`, 0..1).
        state_tag: u64 = "st",
        /// `cr`: creator (`m2m:ID`, 0..1).
        creator: text = "cr",
        /// `ast`: announceSyncType (`xs:nonNegativeInteger`, 0..1).
        announce_sync_type: u64 = "ast",
        /// `cstn`: custodian (`m2m:ID`, 0..1).
        custodian: text = "cstn",
        /// `loc`: location (`m2m:geoCoordinates`, 0..1).
        location: (types::GeoCoordinates) = "loc",
        /// `ch`: childResource (`m2m:childResourceRef`, 0..n).
        child_resource: [types::ChildResourceRef] = "ch",
    }
}

part! {
    /// The attributes that all specializations of `<mgmtObj>` have (TS-0001 9.6.15).
    MgmtObj;
    /// Sets attributes that all specializations of `<mgmtObj>` have.
    MgmtObjAttributes;
    {
        /// `mgd`: mgmtDefinition (`m2m:mgmtDefinition`, 1). Mandatory in a request to create it.
        mgmt_definition: (enumerations::MgmtDefinition) = "mgd",
        /// `obis`: objectIDs (`list of xs:anyURI`, 0..1, a list).
        object_ids: [text] = "obis",
        /// `obps`: objectPaths (`list of xs:anyURI`, 0..1, a list).
        object_paths: [text] = "obps",
        /// `dc`: description (`xs:string`, 0..1).
        description: text = "dc",
        /// `mgs`: mgmtSchema (`xs:anyURI`, 0..1).
        mgmt_schema: text = "mgs",
        /// `cmlk`: mgmtLink (`m2m:mgmtLinkRef`, 0..n).
        mgmt_link: [types::MgmtLinkRef] = "cmlk",
    }
}

part! {
    /// The attributes that all specializations of `<flexContainer>` have (TS-0001 9.6.35).
    FlexContainerCommon;
    /// Sets attributes that all specializations of `<flexContainer>` have.
    FlexContainerAttributes;
    {
        /// `cnd`: containerDefinition (`xs:anyURI`, 1). Mandatory in a request to create it.
        container_definition: text = "cnd",
        /// `or`: ontologyRef (`xs:anyURI`, 0..1).
        ontology_ref: text = "or",
        /// `cs`: contentSize (`xs:nonNegativeInteger`, 1). Assigned by the hosting CSE.
        content_size: u64 = "cs",
        /// `nl`: nodeLink (`xs:anyURI`, 0..1).
        node_link: text = "nl",
        /// `mni`: maxNrOfInstances (`xs:nonNegativeInteger`, 0..1).
        max_nr_of_instances: u64 = "mni",
        /// `mia`: maxInstanceAge (`xs:nonNegativeInteger`, 0..1).
        max_instance_age: u64 = "mia",
        /// `mbs`: maxByteSize (`xs:nonNegativeInteger`, 0..1).
        max_byte_size: u64 = "mbs",
        /// `cbs`: currentByteSize (`xs:nonNegativeInteger`, 1). Assigned by the hosting CSE.
        current_byte_size: u64 = "cbs",
        /// `cni`: currentNrOfInstances (`xs:nonNegativeInteger`, 1). Assigned by the hosting CSE.
        current_nr_of_instances: u64 = "cni",
        /// `fcied`: fcinEnabled (`xs:boolean`, 0..1).
        fcin_enabled: bool = "fcied",
        /// `org`: originator (`m2m:ID`, 0..1).
        originator: text = "org",
    }
}
