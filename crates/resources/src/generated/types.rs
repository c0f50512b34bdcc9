//! The complex types (TS-0004 6.3.5).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

use onem2m_primitive::{
    AbsoluteOrRelative, ContentFilterSyntax, ContentStatus, DesiredIdentifierResultType,
    EventCategory, FilterOperation, FilterUsage, Operation, ResourceType, ResponseStatusCode,
    ResponseTypeValue, ResultContent, Timestamp,
};

use crate::enumerations;

complex_type! {
    /// `m2m:accessControlRule.accessControlContexts`.
    AccessControlContexts;
    new {}
    {
        /// `actw`: accessControlWindow (`m2m:scheduleEntry`, 0..n).
        access_control_window: [text] = "actw",
        /// `acip`: accessControlIpAddresses (`m2m:accessControlRule.accessControlContexts.accessControlIpAddresses`, 0..1).
        access_control_ip_addresses: (AccessControlIpAddresses) = "acip",
        /// `aclr`: accessControlLocationRegion (`m2m:locationRegion`, 0..1).
        access_control_location_region: (LocationRegion) = "aclr",
        /// `acui`: accessControlUserIDs (`list of xs:string`, 0..1, a list).
        access_control_user_ids: [text] = "acui",
        /// `acec`: accessControlEvalCriteria (`m2m:evalCriteria`, 0..1).
        access_control_eval_criteria: (EvalCriteria) = "acec",
        /// `acl`: accessControlLimit (`xs:nonNegativeInteger`, 0..1).
        access_control_limit: u64 = "acl",
    }
}

complex_type! {
    /// `m2m:accessControlRule.accessControlContexts.accessControlIpAddresses`.
    AccessControlIpAddresses;
    new {}
    {
        /// `ipv4`: ipv4Addresses (`list of m2m:ipv4`, 0..1, a list).
        ipv4_addresses: [text] = "ipv4",
        /// `ipv6`: ipv6Addresses (`list of m2m:ipv6`, 0..1, a list).
        ipv6_addresses: [text] = "ipv6",
    }
}

complex_type! {
    /// `m2m:accessControlRule.accessControlObjectDetails`.
    AccessControlObjectDetails;
    new { child_resource_type: [ResourceType], }
    {
        /// `ty`: resourceType (`m2m:resourceType`, 0..1).
        resource_type: ResourceType = "ty",
        /// `spty`: specializationType (`m2m:specializationType`, 0..1).
        specialization_type: (SpecializationType) = "spty",
        /// `chty`: childResourceType (`list of m2m:resourceType`, 1, a list).
        child_resource_type: [ResourceType] = "chty",
    }
}

complex_type! {
    /// `m2m:accessControlRule`.
    AccessControlRule;
    new { access_control_originators: [text], access_control_operations: (enumerations::AccessControlOperations), }
    {
        /// `acor`: accessControlOriginators (`list of xs:anyURI`, 1, a list).
        access_control_originators: [text] = "acor",
        /// `acop`: accessControlOperations (`m2m:accessControlOperations`, 1).
        access_control_operations: (enumerations::AccessControlOperations) = "acop",
        /// `acco`: accessControlContexts (`m2m:accessControlRule.accessControlContexts`, 0..n).
        access_control_contexts: [AccessControlContexts] = "acco",
        /// `acaf`: accessControlAuthenticationFlag (`xs:boolean`, 0..1).
        access_control_authentication_flag: bool = "acaf",
        /// `acod`: accessControlObjectDetails (`m2m:accessControlRule.accessControlObjectDetails`, 0..n).
        access_control_object_details: [AccessControlObjectDetails] = "acod",
        /// `aca`: accessControlAttributes (`list of xs:NCName`, 0..1, a list).
        access_control_attributes: [text] = "aca",
    }
}

complex_type! {
    /// `m2m:actionInput`.
    ActionInput;
    new {}
    {
        /// `cstr`: contentString (`xs:NCName`, 0..1).
        content_string: text = "cstr",
        /// `rsid`: resourceID (`m2m:ID`, 0..1).
        resource_id: text = "rsid",
        /// `raid`: resourceAttributeID (`m2m:ID`, 0..1).
        resource_attribute_id: text = "raid",
    }
}

complex_type! {
    /// `m2m:actionStatus`.
    ActionStatus;
    new {}
    {
        /// `acn`: action (`xs:anyURI`, 0..1).
        action: text = "acn",
        /// `sus`: status (`m2m:status`, 0..1).
        status: (enumerations::Status) = "sus",
    }
}

complex_type! {
    /// `m2m:activityPattern`.
    ActivityPattern;
    new { schedule_element: [ScheduleEntries], }
    {
        /// `se`: scheduleElement (`m2m:scheduleEntries`, 1..n).
        schedule_element: [ScheduleEntries] = "se",
        /// `sti`: stationaryIndication (`m2m:stationaryIndication`, 0..1).
        stationary_indication: (enumerations::StationaryIndication) = "sti",
        /// `dsi`: dataSizeIndicator (`xs:positiveInteger`, 0..1).
        data_size_indicator: u64 = "dsi",
    }
}

complex_type! {
    /// `m2m:activityPatternElements`.
    ActivityPatternElements;
    new {}
    {
        /// `apt`: activityPatternElements (`m2m:activityPattern`, 0..n).
        activity_pattern_elements: [ActivityPattern] = "apt",
    }
}

complex_type! {
    /// `m2m:aggregatedNotification`.
    AggregatedNotification;
    new { notification: [Notification], notification_m2m_sgn: [Notification], }
    {
        /// `sgn`: notification (`m2m:notification`, 1..n).
        notification: [Notification] = "sgn",
        /// `m2m:sgn`: notification (`m2m:notification`, 1..n).
        notification_m2m_sgn: [Notification] = "m2m:sgn",
    }
}

complex_type! {
    /// `m2m:aggregatedRequest`.
    AggregatedRequest;
    new { request: [Request], }
    {
        /// `req`: request (`m2m:aggregatedRequest.request`, 1..n).
        request: [Request] = "req",
    }
}

complex_type! {
    /// `m2m:aggregatedResponse`.
    AggregatedResponse;
    new {}
    {
        /// `ri`: resourceID (`xs:anyURI`, 0..1).
        resource_id: text = "ri",
        /// `m2m:rsp`: responsePrimitive (`m2m:responsePrimitive`, 0..n).
        response_primitive: [ResponsePrimitive] = "m2m:rsp",
    }
}

complex_type! {
    /// `m2m:anyArgType`.
    AnyArgType;
    new { name: text, value: any, }
    {
        /// `nm`: name (`xs:NCName`, 1).
        name: text = "nm",
        /// `val`: value (`xs:anyType`, 1).
        value: any = "val",
    }
}

complex_type! {
    /// `m2m:attribute`.
    Attribute;
    new { name: text, value: any, }
    {
        /// `nm`: name (`xs:NCName`, 1).
        name: text = "nm",
        /// `val`: value (`xs:anyType`, 1).
        value: any = "val",
    }
}

complex_type! {
    /// `m2m:backOffParameters`.
    BackOffParameters;
    new { back_off_parameters_set: [BackOffParametersSet], }
    {
        /// `bops`: backOffParametersSet (`m2m:backOffParameters.backOffParametersSet`, 1..n).
        back_off_parameters_set: [BackOffParametersSet] = "bops",
    }
}

complex_type! {
    /// `m2m:backOffParameters.backOffParametersSet`.
    BackOffParametersSet;
    new { initial_backoff_time: u64, additional_backoff_time: u64, maximum_backoff_time: u64, }
    {
        /// `nwa`: networkAction (`m2m:networkAction`, 0..1).
        network_action: (enumerations::NetworkAction) = "nwa",
        /// `ibt`: initialBackoffTime (`xs:nonNegativeInteger`, 1).
        initial_backoff_time: u64 = "ibt",
        /// `abt`: additionalBackoffTime (`xs:nonNegativeInteger`, 1).
        additional_backoff_time: u64 = "abt",
        /// `mbt`: maximumBackoffTime (`xs:nonNegativeInteger`, 1).
        maximum_backoff_time: u64 = "mbt",
        /// `rbt`: optionalRandomBackoffTime (`xs:nonNegativeInteger`, 0..1).
        optional_random_backoff_time: u64 = "rbt",
    }
}

complex_type! {
    /// `m2m:batchNotify`.
    BatchNotify;
    new {}
    {
        /// `num`: number (`xs:nonNegativeInteger`, 0..1).
        number: u64 = "num",
        /// `dur`: duration (`xs:duration`, 0..1).
        duration: text = "dur",
    }
}

complex_type! {
    /// `m2m:childResourceRef`.
    ChildResourceRef;
    new { value: text, name: text, type_: ResourceType, }
    {
        /// `val`: value (`xs:anyURI`, 1).
        value: text = "val",
        /// `nm`: name (`m2m:resourceName`, 1).
        name: text = "nm",
        /// `typ`: type (`m2m:resourceType`, 1).
        type_: ResourceType = "typ",
        /// `spty`: specializationID (`xs:anyURI`, 0..1).
        specialization_id: text = "spty",
        /// `spid`: specializationID (`xs:anyURI`, 0..1).
        specialization_id_spid: text = "spid",
    }
}

complex_type! {
    /// `m2m:contentRef`.
    ContentRef;
    new { uri_reference: [UriReference], }
    {
        /// `urir`: URIReference (`m2m:contentRef.URIReference`, 1..n).
        uri_reference: [UriReference] = "urir",
    }
}

complex_type! {
    /// `m2m:dynAuthTokenReqInfo.dasInfo`.
    DasInfo;
    new { uri: text, }
    {
        /// `uri`: URI (`xs:anyURI`, 1).
        uri: text = "uri",
        /// `dreq`: dasRequest (`m2m:dynAuthDasRequest`, 0..1).
        das_request: (DynAuthDasRequest) = "dreq",
        /// `sdr`: securedDasRequest (`m2m:dynAuthJWT`, 0..1).
        secured_das_request: text = "sdr",
    }
}

complex_type! {
    /// `m2m:dataLink`.
    DataLink;
    new { name: text, data_container_id: text, }
    {
        /// `nm`: name (`xs:anyURI`, 1).
        name: text = "nm",
        /// `dcid`: dataContainerID (`m2m:ID`, 1).
        data_container_id: text = "dcid",
        /// `atn`: attributeName (`xs:NCName`, 0..1).
        attribute_name: text = "atn",
    }
}

complex_type! {
    /// `m2m:deletionContexts`.
    DeletionContexts;
    new {}
    {
        /// `tod`: timeOfDay (`m2m:scheduleEntry`, 0..n).
        time_of_day: [text] = "tod",
        /// `lr`: locationRegions (`m2m:locationRegion`, 0..n).
        location_regions: [LocationRegion] = "lr",
    }
}

complex_type! {
    /// `m2m:deliveryMetaData`.
    DeliveryMetaData;
    new { tracing_option: bool, }
    {
        /// `tcop`: tracingOption (`xs:boolean`, 1).
        tracing_option: bool = "tcop",
        /// `tcin`: tracingInfo (`m2m:listOfM2MID`, 0..1, a list).
        tracing_info: [text] = "tcin",
    }
}

complex_type! {
    /// `m2m:downloadArgsType`.
    DownloadArgsType;
    #[expect(clippy::too_many_arguments, reason = "so many are mandatory")]
    new { file_type: text, url: text, username: text, password: text, filesize: u64, target_file: text, delay_seconds: u64, success_url: text, start_time: Timestamp, complete_time: Timestamp, }
    {
        /// `ftyp`: fileType (`xs:string`, 1).
        file_type: text = "ftyp",
        /// `url`: URL (`xs:anyURI`, 1).
        url: text = "url",
        /// `unm`: username (`xs:string`, 1).
        username: text = "unm",
        /// `pwd`: password (`xs:string`, 1).
        password: text = "pwd",
        /// `fsi`: filesize (`xs:positiveInteger`, 1).
        filesize: u64 = "fsi",
        /// `tgf`: targetFile (`xs:string`, 1).
        target_file: text = "tgf",
        /// `dss`: delaySeconds (`xs:positiveInteger`, 1).
        delay_seconds: u64 = "dss",
        /// `surl`: successURL (`xs:anyURI`, 1).
        success_url: text = "surl",
        /// `stt`: startTime (`m2m:timestamp`, 1).
        start_time: Timestamp = "stt",
        /// `cpt`: completeTime (`m2m:timestamp`, 1).
        complete_time: Timestamp = "cpt",
        /// `any`: anyArg (`m2m:anyArgType`, 0..n).
        any_arg: [AnyArgType] = "any",
    }
}

complex_type! {
    /// `m2m:dynAuthDasRequest`.
    DynAuthDasRequest;
    new { originator: text, operation: Operation, targeted_resource_id: text, }
    {
        /// `or`: originator (`m2m:ID`, 1).
        originator: text = "or",
        /// `trt`: targetedResourceType (`m2m:resourceType`, 0..1).
        targeted_resource_type: ResourceType = "trt",
        /// `op`: operation (`m2m:operation`, 1).
        operation: Operation = "op",
        /// `oip`: originatorIP (`m2m:dynAuthDasRequest.originatorIP`, 0..1).
        originator_ip: (OriginatorIp) = "oip",
        /// `olo`: originatorLocation (`m2m:locationRegion`, 0..1).
        originator_location: (LocationRegion) = "olo",
        /// `orid`: originatorRoleIDs (`list of m2m:roleID`, 0..1, a list).
        originator_role_ids: [text] = "orid",
        /// `rts`: requestTimestamp (`m2m:absRelTimestamp`, 0..1).
        request_timestamp: AbsoluteOrRelative = "rts",
        /// `trid`: targetedResourceID (`xs:anyURI`, 1).
        targeted_resource_id: text = "trid",
        /// `ppl`: proposedPrivilegesLifetime (`m2m:absRelTimestamp`, 0..1).
        proposed_privileges_lifetime: AbsoluteOrRelative = "ppl",
        /// `rfa`: roleIDsFromACPs (`list of m2m:roleID`, 0..1, a list).
        role_ids_from_acps: [text] = "rfa",
        /// `tids`: tokenIDs (`list of m2m:tokenID`, 0..1, a list).
        token_ids: [text] = "tids",
        /// `asi`: authorSignIndicator (`xs:boolean`, 0..1).
        author_sign_indicator: bool = "asi",
    }
}

complex_type! {
    /// `m2m:dynAuthDasResponse`.
    DynAuthDasResponse;
    new {}
    {
        /// `dai`: dynamicACPInfo (`m2m:dynAuthDasResponse.dynamicACPInfo`, 0..1).
        dynamic_acp_info: (DynamicAcpInfo) = "dai",
        /// `tkns`: tokens (`list of m2m:dynAuthJWT`, 0..1, a list).
        tokens: [text] = "tkns",
        /// `asri`: authorSignReqInfo (`xs:boolean`, 0..1).
        author_sign_req_info: bool = "asri",
    }
}

complex_type! {
    /// `m2m:dynAuthLocalTokenIdAssignments`.
    DynAuthLocalTokenIdAssignments;
    new { local_token_id_assignment: [LocalTokenIdAssignment], }
    {
        /// `ltia`: localTokenIdAssignment (`m2m:dynAuthLocalTokenIdAssignments.localTokenIdAssignment`, 1..n).
        local_token_id_assignment: [LocalTokenIdAssignment] = "ltia",
    }
}

complex_type! {
    /// `m2m:dynAuthRelMapRequest`.
    DynAuthRelMapRequest;
    new {}
    {
        /// `or`: originator (`m2m:ID`, 0..1).
        originator: text = "or",
        /// `tids`: tokenIDs (`list of m2m:tokenID`, 0..1, a list).
        token_ids: [text] = "tids",
        /// `tkns`: tokens (`list of m2m:dynAuthJWT`, 0..1, a list).
        tokens: [text] = "tkns",
        /// `aus`: authorSigns (`m2m:signatureList`, 0..1, a list).
        author_signs: [text] = "aus",
        /// `asri`: authorSignReqInfo (`xs:boolean`, 0..1).
        author_sign_req_info: bool = "asri",
    }
}

complex_type! {
    /// `m2m:dynAuthRelMapResponse`.
    DynAuthRelMapResponse;
    new {}
    {
        /// `tids`: tokenIDs (`list of m2m:tokenID`, 0..1, a list).
        token_ids: [text] = "tids",
        /// `tkns`: tokens (`list of m2m:dynAuthJWT`, 0..1, a list).
        tokens: [text] = "tkns",
        /// `asri`: authorSignReqInfo (`xs:boolean`, 0..1).
        author_sign_req_info: bool = "asri",
        /// `signature`: signature (`m2m:signatureList`, 0..1, a list).
        signature: [text] = "signature",
    }
}

complex_type! {
    /// `m2m:dynAuthTokenReqInfo`.
    DynAuthTokenReqInfo;
    new { das_info: [DasInfo], }
    {
        /// `dasi`: dasInfo (`m2m:dynAuthTokenReqInfo.dasInfo`, 1..n).
        das_info: [DasInfo] = "dasi",
    }
}

complex_type! {
    /// `m2m:dynAuthTokenSummary`.
    DynAuthTokenSummary;
    new { token_id: text, not_before: Timestamp, not_after: Timestamp, }
    {
        /// `tkid`: tokenID (`m2m:tokenID`, 1).
        token_id: text = "tkid",
        /// `tknb`: notBefore (`m2m:timestamp`, 1).
        not_before: Timestamp = "tknb",
        /// `tkna`: notAfter (`m2m:timestamp`, 1).
        not_after: Timestamp = "tkna",
        /// `tknm`: tokenName (`xs:string`, 0..1).
        token_name: text = "tknm",
        /// `tkau`: audience (`list of m2m:ID`, 0..1, a list).
        audience: [text] = "tkau",
    }
}

complex_type! {
    /// `m2m:dynAuthDasResponse.dynamicACPInfo`.
    DynamicAcpInfo;
    new {}
    {
        /// `gp`: grantedPrivileges (`m2m:setOfAcrs`, 0..1).
        granted_privileges: (SetOfAcrs) = "gp",
        /// `pl`: privilegesLifetime (`m2m:absRelTimestamp`, 0..1).
        privileges_lifetime: AbsoluteOrRelative = "pl",
    }
}

complex_type! {
    /// `m2m:e2eSecInfo`.
    E2eSecInfo;
    new { supported_e2_e_sec_features: [enumerations::Suid], }
    {
        /// `esf`: supportedE2ESecFeatures (`list of m2m:suid`, 1, a list).
        supported_e2_e_sec_features: [enumerations::Suid] = "esf",
        /// `escert`: certificates (`list of xs:base64Binary`, 0..1, a list).
        certificates: [text] = "escert",
        /// `esro`: sharedReceiverESPrimRandObject (`m2m:receiverESPrimRandObject`, 0..1).
        shared_receiver_es_prim_rand_object: (ReceiverEsPrimRandObject) = "esro",
    }
}

complex_type! {
    /// `m2m:evalCriteria`.
    EvalCriteria;
    new { operator: (enumerations::EvalCriteriaOperator), subject: text, threshold: any, }
    {
        /// `optr`: operator (`m2m:evalCriteriaOperator`, 1).
        operator: (enumerations::EvalCriteriaOperator) = "optr",
        /// `sbjt`: subject (`xs:NCName`, 1).
        subject: text = "sbjt",
        /// `thld`: threshold (`xs:anyType`, 1).
        threshold: any = "thld",
    }
}

complex_type! {
    /// `m2m:eventNotificationCriteria`.
    EventNotificationCriteria;
    new {}
    {
        /// `crb`: createdBefore (`m2m:timestamp`, 0..1).
        created_before: Timestamp = "crb",
        /// `cra`: createdAfter (`m2m:timestamp`, 0..1).
        created_after: Timestamp = "cra",
        /// `ms`: modifiedSince (`m2m:timestamp`, 0..1).
        modified_since: Timestamp = "ms",
        /// `us`: unmodifiedSince (`m2m:timestamp`, 0..1).
        unmodified_since: Timestamp = "us",
        /// `sts`: stateTagSmaller (`xs:positiveInteger`, 0..1).
        state_tag_smaller: u64 = "sts",
        /// `stb`: stateTagBigger (`xs:nonNegativeInteger`, 0..1).
        state_tag_bigger: u64 = "stb",
        /// `exb`: expireBefore (`m2m:timestamp`, 0..1).
        expire_before: Timestamp = "exb",
        /// `exa`: expireAfter (`m2m:timestamp`, 0..1).
        expire_after: Timestamp = "exa",
        /// `sza`: sizeAbove (`xs:nonNegativeInteger`, 0..1).
        size_above: u64 = "sza",
        /// `szb`: sizeBelow (`xs:positiveInteger`, 0..1).
        size_below: u64 = "szb",
        /// `om`: operationMonitor (`m2m:operationMonitor`, 0..n).
        operation_monitor: [OperationMonitor] = "om",
        /// `atr`: attribute (`m2m:attributeList`, 0..1, a list).
        attribute: [text] = "atr",
        /// `net`: notificationEventType (`m2m:notificationEventType`, 0..5).
        notification_event_type: [enumerations::NotificationEventType] = "net",
        /// `chty`: childResourceType (`list of m2m:resourceType`, 0..1, a list).
        child_resource_type: [ResourceType] = "chty",
        /// `md`: missingData (`m2m:missingData`, 0..1).
        missing_data: (MissingData) = "md",
        /// `fo`: filterOperation (`m2m:filterOperation`, 0..1).
        filter_operation: FilterOperation = "fo",
        /// `aq`: advancedQuery (`xs:string`, 0..1).
        advanced_query: text = "aq",
    }
}

complex_type! {
    /// `m2m:eventNotificationCriteriaSet`.
    EventNotificationCriteriaSet;
    new { event_notification_criteria_entry: [EventNotificationCriteria], }
    {
        /// `encn`: eventNotificationCriteriaEntry (`m2m:eventNotificationCriteria`, 1..n).
        event_notification_criteria_entry: [EventNotificationCriteria] = "encn",
        /// `enc`: eventNotificationCriteria (`m2m:eventNotificationCriteria`, 0..n).
        event_notification_criteria: [EventNotificationCriteria] = "enc",
    }
}

complex_type! {
    /// `m2m:execReqArgsListType`.
    ExecReqArgsListType;
    new {}
    {
        /// `rst`: reset (`m2m:resetArgsType`, 0..n).
        reset: [ResetArgsType] = "rst",
        /// `rbo`: reboot (`m2m:rebootArgsType`, 0..n).
        reboot: [RebootArgsType] = "rbo",
        /// `uld`: upload (`m2m:uploadArgsType`, 0..n).
        upload: [UploadArgsType] = "uld",
        /// `dld`: download (`m2m:downloadArgsType`, 0..n).
        download: [DownloadArgsType] = "dld",
        /// `swin`: softwareInstall (`m2m:softwareInstallArgsType`, 0..n).
        software_install: [SoftwareInstallArgsType] = "swin",
        /// `swup`: softwareUpdate (`m2m:softwareUpdateArgsType`, 0..n).
        software_update: [SoftwareUpdateArgsType] = "swup",
        /// `swun`: softwareUninstall (`m2m:softwareUninstallArgsType`, 0..n).
        software_uninstall: [SoftwareUninstallArgsType] = "swun",
    }
}

complex_type! {
    /// `m2m:filterCriteria`.
    FilterCriteria;
    new {}
    {
        /// `crb`: createdBefore (`m2m:timestamp`, 0..1).
        created_before: Timestamp = "crb",
        /// `cra`: createdAfter (`m2m:timestamp`, 0..1).
        created_after: Timestamp = "cra",
        /// `ms`: modifiedSince (`m2m:timestamp`, 0..1).
        modified_since: Timestamp = "ms",
        /// `us`: unmodifiedSince (`m2m:timestamp`, 0..1).
        unmodified_since: Timestamp = "us",
        /// `sts`: stateTagSmaller (`xs:positiveInteger`, 0..1).
        state_tag_smaller: u64 = "sts",
        /// `stb`: stateTagBigger (`xs:nonNegativeInteger`, 0..1).
        state_tag_bigger: u64 = "stb",
        /// `exb`: expireBefore (`m2m:timestamp`, 0..1).
        expire_before: Timestamp = "exb",
        /// `exa`: expireAfter (`m2m:timestamp`, 0..1).
        expire_after: Timestamp = "exa",
        /// `lbl`: labels (`m2m:labels`, 0..1, a list).
        labels: [text] = "lbl",
        /// `clbl`: childLabels (`m2m:labels`, 0..1, a list).
        child_labels: [text] = "clbl",
        /// `palb`: parentLabels (`m2m:labels`, 0..1, a list).
        parent_labels: [text] = "palb",
        /// `lbq`: labelsQuery (`xs:string`, 0..1).
        labels_query: text = "lbq",
        /// `ty`: resourceType (`list of m2m:resourceType`, 0..1, a list).
        resource_type: [ResourceType] = "ty",
        /// `chty`: childResourceType (`list of m2m:resourceType`, 0..1, a list).
        child_resource_type: [ResourceType] = "chty",
        /// `pty`: parentResourceType (`list of m2m:resourceType`, 0..1, a list).
        parent_resource_type: [ResourceType] = "pty",
        /// `sza`: sizeAbove (`xs:nonNegativeInteger`, 0..1).
        size_above: u64 = "sza",
        /// `szb`: sizeBelow (`xs:positiveInteger`, 0..1).
        size_below: u64 = "szb",
        /// `cty`: contentType (`m2m:typeOfContent`, 0..n).
        content_type: [text] = "cty",
        /// `atr`: attribute (`m2m:attribute`, 0..n).
        attribute: [Attribute] = "atr",
        /// `catr`: childAttribute (`m2m:attribute`, 0..n).
        child_attribute: [Attribute] = "catr",
        /// `patr`: parentAttribute (`m2m:attribute`, 0..n).
        parent_attribute: [Attribute] = "patr",
        /// `fu`: filterUsage (`m2m:filterUsage`, 0..1).
        filter_usage: FilterUsage = "fu",
        /// `lim`: limit (`xs:nonNegativeInteger`, 0..1).
        limit: u64 = "lim",
        /// `smf`: semanticsFilter (`m2m:sparql`, 0..n).
        semantics_filter: [text] = "smf",
        /// `fo`: filterOperation (`m2m:filterOperation`, 0..1).
        filter_operation: FilterOperation = "fo",
        /// `cfs`: contentFilterSyntax (`m2m:contentFilterSyntax`, 0..1).
        content_filter_syntax: ContentFilterSyntax = "cfs",
        /// `cfq`: contentFilterQuery (`xs:string`, 0..1).
        content_filter_query: text = "cfq",
        /// `lvl`: level (`xs:positiveInteger`, 0..1).
        level: u64 = "lvl",
        /// `ofst`: offset (`xs:positiveInteger`, 0..1).
        offset: u64 = "ofst",
        /// `arp`: applyRelativePath (`xs:anyURI`, 0..1).
        apply_relative_path: text = "arp",
        /// `ops`: operations (`xs:nonNegativeInteger`, 0..1).
        operations: u64 = "ops",
    }
}

complex_type! {
    /// `m2m:geoCoordinates`.
    GeoCoordinates;
    new { type_: (enumerations::GeometryType), coordinates: text, }
    {
        /// `typ`: type (`m2m:geometryType`, 1).
        type_: (enumerations::GeometryType) = "typ",
        /// `crd`: coordinates (`m2m:geoJsonCoordinate`, 1).
        coordinates: text = "crd",
    }
}

complex_type! {
    /// `m2m:ipAddress`.
    IpAddress;
    new {}
    {
        /// `ip4`: ipv4Address (`m2m:ipv4`, 0..1).
        ipv4_address: text = "ip4",
        /// `ip6`: ipv6Address (`m2m:ipv6`, 0..1).
        ipv6_address: text = "ip6",
    }
}

complex_type! {
    /// `m2m:notification.IPEDiscoveryRequest`.
    IpeDiscoveryRequest;
    new { originator: text, filter_criteria: (FilterCriteria), }
    {
        /// `or`: originator (`m2m:ID`, 1).
        originator: text = "or",
        /// `fc`: filterCriteria (`m2m:filterCriteria`, 1).
        filter_criteria: (FilterCriteria) = "fc",
    }
}

complex_type! {
    /// `m2m:listOfChildResourceRef`.
    ListOfChildResourceRef;
    new {}
    {
        /// `rrf`: resourceRef (`m2m:childResourceRef`, 0..n).
        resource_ref: [ChildResourceRef] = "rrf",
    }
}

complex_type! {
    /// `m2m:listOfDataLinks`.
    ListOfDataLinks;
    new { data_link_entry: [DataLink], }
    {
        /// `dle`: dataLinkEntry (`m2m:dataLink`, 1..n).
        data_link_entry: [DataLink] = "dle",
    }
}

complex_type! {
    /// `m2m:dynAuthLocalTokenIdAssignments.localTokenIdAssignment`.
    LocalTokenIdAssignment;
    new { local_token_id: text, token_id: text, }
    {
        /// `lti`: localTokenID (`xs:NCName`, 1).
        local_token_id: text = "lti",
        /// `tkid`: tokenID (`m2m:tokenID`, 1).
        token_id: text = "tkid",
    }
}

complex_type! {
    /// `m2m:locationRegion`.
    LocationRegion;
    new {}
    {
        /// `accr`: circRegion (`list of 3 xs:float`, 0..1, a list).
        circ_region: [f64] = "accr",
        /// `accc`: countryCode (`list of m2m:countryCode`, 0..1, a list).
        country_code: [text] = "accc",
    }
}

complex_type! {
    /// `m2m:mashupMembers.mashupMember`.
    MashupMember;
    new { member_uri: text, }
    {
        /// `muri`: memberURI (`xs:anyURI`, 1).
        member_uri: text = "muri",
        /// `mvl`: memberValue (`xs:double`, 0..1).
        member_value: f64 = "mvl",
    }
}

complex_type! {
    /// `m2m:mashupMembers`.
    MashupMembers;
    new { mashup_member: [MashupMember], }
    {
        /// `msm`: mashupMember (`m2m:mashupMembers.mashupMember`, 1..n).
        mashup_member: [MashupMember] = "msm",
    }
}

complex_type! {
    /// `m2m:metaInformation`.
    MetaInformation;
    new { release_version_indicator: text, }
    {
        /// `ty`: resourceType (`m2m:resourceType`, 0..1).
        resource_type: ResourceType = "ty",
        /// `ot`: originatingTimestamp (`m2m:timestamp`, 0..1).
        originating_timestamp: Timestamp = "ot",
        /// `rqet`: requestExpirationTimestamp (`m2m:absRelTimestamp`, 0..1).
        request_expiration_timestamp: AbsoluteOrRelative = "rqet",
        /// `rset`: resultExpirationTimestamp (`m2m:absRelTimestamp`, 0..1).
        result_expiration_timestamp: AbsoluteOrRelative = "rset",
        /// `oet`: operationExecutionTime (`m2m:absRelTimestamp`, 0..1).
        operation_execution_time: AbsoluteOrRelative = "oet",
        /// `rt`: responseType (`m2m:responseTypeInfo`, 0..1).
        response_type: (ResponseTypeInfo) = "rt",
        /// `rp`: resultPersistence (`m2m:absRelTimestamp`, 0..1).
        result_persistence: AbsoluteOrRelative = "rp",
        /// `rcn`: resultContent (`m2m:resultContent`, 0..1).
        result_content: ResultContent = "rcn",
        /// `ec`: eventCategory (`m2m:eventCat`, 0..1).
        event_category: EventCategory = "ec",
        /// `da`: deliveryAggregation (`xs:boolean`, 0..1).
        delivery_aggregation: bool = "da",
        /// `gid`: groupRequestIdentifier (`xs:string`, 0..1).
        group_request_identifier: text = "gid",
        /// `fc`: filterCriteria (`m2m:filterCriteria`, 0..1).
        filter_criteria: (FilterCriteria) = "fc",
        /// `drt`: desiredIdentifierResultType (`m2m:desIdResType`, 0..1).
        desired_identifier_result_type: DesiredIdentifierResultType = "drt",
        /// `rids`: roleIDs (`list of m2m:roleID`, 0..1, a list).
        role_ids: [text] = "rids",
        /// `tqi`: tokenRequestIndicator (`xs:boolean`, 0..1).
        token_request_indicator: bool = "tqi",
        /// `tkns`: tokens (`list of m2m:dynAuthJWT`, 0..1, a list).
        tokens: [text] = "tkns",
        /// `tids`: tokenIDs (`list of m2m:tokenID`, 0..1, a list).
        token_ids: [text] = "tids",
        /// `ltids`: localTokenIDs (`list of xs:NCName`, 0..1, a list).
        local_token_ids: [text] = "ltids",
        /// `grtm`: groupRequestTargetMembers (`list of xs:anyURI`, 0..1, a list).
        group_request_target_members: [text] = "grtm",
        /// `asi`: authorSignIndicator (`xs:boolean`, 0..1).
        author_sign_indicator: bool = "asi",
        /// `aus`: authorSigns (`m2m:signatureList`, 0..1, a list).
        author_signs: [text] = "aus",
        /// `auri`: authorRelIndicator (`xs:boolean`, 0..1).
        author_rel_indicator: bool = "auri",
        /// `sqi`: semanticQueryIndicator (`xs:boolean`, 0..1).
        semantic_query_indicator: bool = "sqi",
        /// `rvi`: ReleaseVersionIndicator (`m2m:releaseVersion`, 1).
        release_version_indicator: text = "rvi",
        /// `vsi`: vendorInformation (`xs:string`, 0..1).
        vendor_information: text = "vsi",
        /// `nm`: name (`xs:NCName`, 0..1).
        name: text = "nm",
        /// `gstn`: groupSomecastTargetNumber (`xs:positiveInteger`, 0..1).
        group_somecast_target_number: u64 = "gstn",
        /// `omr`: ontologyMappingResources (`list of m2m:ID`, 0..1, a list).
        ontology_mapping_resources: [text] = "omr",
        /// `msu`: m2mServiceUser (`m2m:ID`, 0..1).
        m2m_service_user: text = "msu",
    }
}

complex_type! {
    /// `m2m:mgmtLinkRef`.
    MgmtLinkRef;
    new { value: text, name: text, type_: (enumerations::MgmtDefinition), }
    {
        /// `val`: value (`xs:anyURI`, 1).
        value: text = "val",
        /// `nm`: name (`m2m:resourceName`, 1).
        name: text = "nm",
        /// `typ`: type (`m2m:mgmtDefinition`, 1).
        type_: (enumerations::MgmtDefinition) = "typ",
    }
}

complex_type! {
    /// `m2m:missingData`.
    MissingData;
    new { number: u64, duration: text, }
    {
        /// `num`: number (`xs:positiveInteger`, 1).
        number: u64 = "num",
        /// `dur`: duration (`xs:duration`, 1).
        duration: text = "dur",
    }
}

complex_type! {
    /// `m2m:notification`.
    Notification;
    new { subscription_reference: text, }
    {
        /// `nev`: notificationEvent (`m2m:notification.notificationEvent`, 0..1).
        notification_event: (NotificationEvent) = "nev",
        /// `vrq`: verificationRequest (`xs:boolean`, 0..1).
        verification_request: bool = "vrq",
        /// `sud`: subscriptionDeletion (`xs:boolean`, 0..1).
        subscription_deletion: bool = "sud",
        /// `sur`: subscriptionReference (`xs:anyURI`, 1).
        subscription_reference: text = "sur",
        /// `cr`: creator (`m2m:ID`, 0..1).
        creator: text = "cr",
        /// `nfu`: notificationForwardingURI (`xs:anyURI`, 0..1).
        notification_forwarding_uri: text = "nfu",
        /// `ntt`: notificationTarget (`m2m:ID`, 0..1).
        notification_target: text = "ntt",
        /// `trr`: targetRemovalRequest (`xs:boolean`, 0..1).
        target_removal_request: bool = "trr",
        /// `tra`: targetRemovalAllowance (`xs:boolean`, 0..1).
        target_removal_allowance: bool = "tra",
        /// `idr`: IPEDiscoveryRequest (`m2m:notification.IPEDiscoveryRequest`, 0..1).
        ipe_discovery_request: (IpeDiscoveryRequest) = "idr",
        /// `aerp`: AERegistrationPointChange (`xs:boolean`, 0..1).
        ae_registration_point_change: bool = "aerp",
        /// `aerid`: AEReferenceIDChange (`xs:boolean`, 0..1).
        ae_reference_id_change: bool = "aerid",
        /// `tid1`: trackingID1 (`m2m:ID`, 0..1).
        tracking_id1: text = "tid1",
        /// `tid2`: trackingID2 (`m2m:ID`, 0..1).
        tracking_id2: text = "tid2",
    }
}

complex_type! {
    /// `m2m:notification.notificationEvent`.
    NotificationEvent;
    new { notification_event_type: (enumerations::NotificationEventType), }
    {
        /// `rep`: representation (`m2m:representation`, 0..1).
        representation: any = "rep",
        /// `om`: operationMonitor (`m2m:notification.notificationEvent.operationMonitor`, 0..1).
        operation_monitor: (NotificationEventOperationMonitor) = "om",
        /// `net`: notificationEventType (`m2m:notificationEventType`, 1).
        notification_event_type: (enumerations::NotificationEventType) = "net",
    }
}

complex_type! {
    /// `m2m:notification.notificationEvent.operationMonitor`.
    NotificationEventOperationMonitor;
    new { operation: Operation, originator: text, }
    {
        /// `op`: operation (`m2m:operation`, 1).
        operation: Operation = "op",
        /// `or`: originator (`m2m:ID`, 1).
        originator: text = "or",
        /// `ops`: operations (`m2m:accessControlOperations`, 0..1).
        operations: (enumerations::AccessControlOperations) = "ops",
        /// `org`: originator (`m2m:ID`, 0..1).
        originator_org: text = "org",
    }
}

complex_type! {
    /// `m2m:operationMonitor`.
    OperationMonitor;
    new {}
    {
        /// `ops`: operations (`m2m:accessControlOperations`, 0..1).
        operations: (enumerations::AccessControlOperations) = "ops",
        /// `or`: originator (`m2m:ID`, 0..1).
        originator: text = "or",
        /// `org`: originator (`m2m:ID`, 0..1).
        originator_org: text = "org",
    }
}

complex_type! {
    /// `m2m:operationResult`.
    OperationResult;
    new { response_status_code: ResponseStatusCode, request_identifier: text, }
    {
        /// `rsc`: responseStatusCode (`m2m:responseStatusCode`, 1).
        response_status_code: ResponseStatusCode = "rsc",
        /// `rqi`: requestIdentifier (`m2m:requestID`, 1).
        request_identifier: text = "rqi",
        /// `pc`: primitiveContent (`m2m:primitiveContent`, 0..1).
        primitive_content: any = "pc",
        /// `to`: to (`xs:anyURI`, 0..1).
        to: text = "to",
        /// `fr`: from (`m2m:ID`, 0..1).
        from: text = "fr",
        /// `ot`: originatingTimestamp (`m2m:timestamp`, 0..1).
        originating_timestamp: Timestamp = "ot",
        /// `rset`: resultExpirationTimestamp (`m2m:absRelTimestamp`, 0..1).
        result_expiration_timestamp: AbsoluteOrRelative = "rset",
        /// `ec`: eventCategory (`m2m:eventCat`, 0..1).
        event_category: EventCategory = "ec",
        /// `cnst`: contentStatus (`m2m:contentStatus`, 0..1).
        content_status: ContentStatus = "cnst",
        /// `cnot`: contentOffset (`xs:positiveInteger`, 0..1).
        content_offset: u64 = "cnot",
    }
}

complex_type! {
    /// `m2m:originatorESPrimRandObject`.
    OriginatorEsPrimRandObject;
    new { esprim_rand_id: text, esprim_rand_value: text, esprim_rand_expiry: AbsoluteOrRelative, esprim_key_gen_alg_id: (enumerations::EsprimKeyGenAlgId), esprim_protocol_and_alg_ids: [enumerations::EsprimProtocolAndAlgId], }
    {
        /// `esri`: esprimRandID (`xs:NCName`, 1).
        esprim_rand_id: text = "esri",
        /// `esrv`: esprimRandValue (`xs:NCName`, 1).
        esprim_rand_value: text = "esrv",
        /// `esrx`: esprimRandExpiry (`m2m:absRelTimestamp`, 1).
        esprim_rand_expiry: AbsoluteOrRelative = "esrx",
        /// `esk`: esprimKeyGenAlgID (`m2m:esprimKeyGenAlgID`, 1).
        esprim_key_gen_alg_id: (enumerations::EsprimKeyGenAlgId) = "esk",
        /// `espa`: esprimProtocolAndAlgIDs (`list of m2m:esprimProtocolAndAlgID`, 1, a list).
        esprim_protocol_and_alg_ids: [enumerations::EsprimProtocolAndAlgId] = "espa",
    }
}

complex_type! {
    /// `m2m:dynAuthDasRequest.originatorIP`.
    OriginatorIp;
    new {}
    {
        /// `ip4`: ipv4Address (`m2m:ipv4`, 0..1).
        ipv4_address: text = "ip4",
        /// `ip6`: ipv6Address (`m2m:ipv6`, 0..1).
        ipv6_address: text = "ip6",
    }
}

complex_type! {
    /// `m2m:processConditions`.
    ProcessConditions;
    new { eval_criteria: (EvalCriteria), subject_resource_id: text, }
    {
        /// `evc`: evalCriteria (`m2m:evalCriteria`, 1).
        eval_criteria: (EvalCriteria) = "evc",
        /// `sri`: subjectResourceID (`m2m:ID`, 1).
        subject_resource_id: text = "sri",
    }
}

complex_type! {
    /// `m2m:rateLimit`.
    RateLimit;
    new { max_nr_of_notify: u64, time_window: text, }
    {
        /// `mnn`: maxNrOfNotify (`xs:nonNegativeInteger`, 1).
        max_nr_of_notify: u64 = "mnn",
        /// `tww`: timeWindow (`xs:duration`, 1).
        time_window: text = "tww",
    }
}

complex_type! {
    /// `m2m:rebootArgsType`.
    RebootArgsType;
    new {}
    {
        /// `any`: anyArg (`m2m:anyArgType`, 0..n).
        any_arg: [AnyArgType] = "any",
    }
}

complex_type! {
    /// `m2m:receiverESPrimRandObject`.
    ReceiverEsPrimRandObject;
    new { esprim_rand_id: text, esprim_rand_value: text, esprim_rand_expiry: AbsoluteOrRelative, esprim_key_gen_alg_ids: [enumerations::EsprimKeyGenAlgId], esprim_protocol_and_alg_ids: [enumerations::EsprimProtocolAndAlgId], }
    {
        /// `esri`: esprimRandID (`xs:NCName`, 1).
        esprim_rand_id: text = "esri",
        /// `esrv`: esprimRandValue (`xs:NCName`, 1).
        esprim_rand_value: text = "esrv",
        /// `esrx`: esprimRandExpiry (`m2m:absRelTimestamp`, 1).
        esprim_rand_expiry: AbsoluteOrRelative = "esrx",
        /// `esks`: esprimKeyGenAlgIDs (`list of m2m:esprimKeyGenAlgID`, 1, a list).
        esprim_key_gen_alg_ids: [enumerations::EsprimKeyGenAlgId] = "esks",
        /// `espa`: esprimProtocolAndAlgIDs (`list of m2m:esprimProtocolAndAlgID`, 1, a list).
        esprim_protocol_and_alg_ids: [enumerations::EsprimProtocolAndAlgId] = "espa",
    }
}

complex_type! {
    /// `m2m:aggregatedRequest.request`.
    Request;
    new { operation: Operation, to: text, from: text, request_identifier: text, }
    {
        /// `op`: operation (`m2m:operation`, 1).
        operation: Operation = "op",
        /// `to`: to (`xs:anyURI`, 1).
        to: text = "to",
        /// `fr`: from (`m2m:ID`, 1).
        from: text = "fr",
        /// `rqi`: requestIdentifier (`m2m:requestID`, 1).
        request_identifier: text = "rqi",
        /// `pc`: primitiveContent (`m2m:primitiveContent`, 0..1).
        primitive_content: any = "pc",
        /// `mi`: metaInformation (`m2m:metaInformation`, 0..1).
        meta_information: (MetaInformation) = "mi",
    }
}

complex_type! {
    /// `m2m:requestPrimitive`.
    RequestPrimitive;
    new { operation: Operation, to: text, request_identifier: text, release_version_indicator: text, }
    {
        /// `op`: operation (`m2m:operation`, 1).
        operation: Operation = "op",
        /// `to`: to (`xs:anyURI`, 1).
        to: text = "to",
        /// `fr`: from (`m2m:ID`, 0..1).
        from: text = "fr",
        /// `rqi`: requestIdentifier (`m2m:requestID`, 1).
        request_identifier: text = "rqi",
        /// `ty`: resourceType (`m2m:resourceType`, 0..1).
        resource_type: ResourceType = "ty",
        /// `pc`: primitiveContent (`m2m:primitiveContent`, 0..1).
        primitive_content: any = "pc",
        /// `rids`: roleIDs (`list of m2m:roleID`, 0..1, a list).
        role_ids: [text] = "rids",
        /// `ot`: originatingTimestamp (`m2m:timestamp`, 0..1).
        originating_timestamp: Timestamp = "ot",
        /// `rqet`: requestExpirationTimestamp (`m2m:absRelTimestamp`, 0..1).
        request_expiration_timestamp: AbsoluteOrRelative = "rqet",
        /// `rset`: resultExpirationTimestamp (`m2m:absRelTimestamp`, 0..1).
        result_expiration_timestamp: AbsoluteOrRelative = "rset",
        /// `oet`: operationExecutionTime (`m2m:absRelTimestamp`, 0..1).
        operation_execution_time: AbsoluteOrRelative = "oet",
        /// `rt`: responseType (`m2m:responseTypeInfo`, 0..1).
        response_type: (ResponseTypeInfo) = "rt",
        /// `rp`: resultPersistence (`m2m:absRelTimestamp`, 0..1).
        result_persistence: AbsoluteOrRelative = "rp",
        /// `rcn`: resultContent (`m2m:resultContent`, 0..1).
        result_content: ResultContent = "rcn",
        /// `ec`: eventCategory (`m2m:eventCat`, 0..1).
        event_category: EventCategory = "ec",
        /// `da`: deliveryAggregation (`xs:boolean`, 0..1).
        delivery_aggregation: bool = "da",
        /// `gid`: groupRequestIdentifier (`xs:string`, 0..1).
        group_request_identifier: text = "gid",
        /// `fc`: filterCriteria (`m2m:filterCriteria`, 0..1).
        filter_criteria: (FilterCriteria) = "fc",
        /// `drt`: desiredIdentifierResultType (`m2m:desIdResType`, 0..1).
        desired_identifier_result_type: DesiredIdentifierResultType = "drt",
        /// `tkns`: tokens (`list of m2m:dynAuthJWT`, 0..1, a list).
        tokens: [text] = "tkns",
        /// `tids`: tokenIDs (`list of m2m:tokenID`, 0..1, a list).
        token_ids: [text] = "tids",
        /// `ltids`: localTokenIDs (`list of xs:NCName`, 0..1, a list).
        local_token_ids: [text] = "ltids",
        /// `tqi`: tokenRequestIndicator (`xs:boolean`, 0..1).
        token_request_indicator: bool = "tqi",
        /// `grtm`: groupRequestTargetMembers (`list of xs:anyURI`, 0..1, a list).
        group_request_target_members: [text] = "grtm",
        /// `asi`: authorSignIndicator (`xs:boolean`, 0..1).
        author_sign_indicator: bool = "asi",
        /// `aus`: authorSigns (`m2m:signatureList`, 0..1, a list).
        author_signs: [text] = "aus",
        /// `auri`: authorRelIndicator (`xs:boolean`, 0..1).
        author_rel_indicator: bool = "auri",
        /// `sqi`: semanticQueryIndicator (`xs:boolean`, 0..1).
        semantic_query_indicator: bool = "sqi",
        /// `rvi`: releaseVersionIndicator (`m2m:releaseVersion`, 1).
        release_version_indicator: text = "rvi",
        /// `vsi`: vendorInformation (`xs:string`, 0..1).
        vendor_information: text = "vsi",
        /// `msu`: m2mServiceUser (`m2m:ID`, 0..1).
        m2m_service_user: text = "msu",
        /// `gstn`: groupSomecastTargetNumber (`xs:positiveInteger`, 0..1).
        group_somecast_target_number: u64 = "gstn",
        /// `omr`: ontologyMappingResources (`list of m2m:ID`, 0..1, a list).
        ontology_mapping_resources: [text] = "omr",
        /// `prpi`: primitiveProfileID (`m2m:ID`, 0..1).
        primitive_profile_id: text = "prpi",
        /// `ma`: maxAge (`xs:duration`, 0..1).
        max_age: text = "ma",
    }
}

complex_type! {
    /// `m2m:resetArgsType`.
    ResetArgsType;
    new {}
    {
        /// `any`: anyArg (`m2m:anyArgType`, 0..n).
        any_arg: [AnyArgType] = "any",
    }
}

complex_type! {
    /// `m2m:resourceWrapper`.
    ResourceWrapper;
    new { uri: text, }
    {
        /// `uri`: URI (`xs:anyURI`, 1).
        uri: text = "uri",
    }
}

complex_type! {
    /// `m2m:responsePrimitive`.
    ResponsePrimitive;
    new { response_status_code: ResponseStatusCode, request_identifier: text, release_version_indicator: text, }
    {
        /// `rsc`: responseStatusCode (`m2m:responseStatusCode`, 1).
        response_status_code: ResponseStatusCode = "rsc",
        /// `rqi`: requestIdentifier (`m2m:requestID`, 1).
        request_identifier: text = "rqi",
        /// `pc`: primitiveContent (`m2m:primitiveContent`, 0..1).
        primitive_content: any = "pc",
        /// `to`: to (`m2m:ID`, 0..1).
        to: text = "to",
        /// `fr`: from (`m2m:ID`, 0..1).
        from: text = "fr",
        /// `ot`: originatingTimestamp (`m2m:timestamp`, 0..1).
        originating_timestamp: Timestamp = "ot",
        /// `rset`: resultExpirationTimestamp (`m2m:absRelTimestamp`, 0..1).
        result_expiration_timestamp: AbsoluteOrRelative = "rset",
        /// `ec`: eventCategory (`m2m:eventCat`, 0..1).
        event_category: EventCategory = "ec",
        /// `cnst`: contentStatus (`m2m:contentStatus`, 0..1).
        content_status: ContentStatus = "cnst",
        /// `cnot`: contentOffset (`xs:positiveInteger`, 0..1).
        content_offset: u64 = "cnot",
        /// `ati`: assignedTokenIdentifiers (`m2m:dynAuthLocalTokenIdAssignments`, 0..1).
        assigned_token_identifiers: (DynAuthLocalTokenIdAssignments) = "ati",
        /// `tqf`: tokenRequestInformation (`m2m:dynAuthTokenReqInfo`, 0..1).
        token_request_information: (DynAuthTokenReqInfo) = "tqf",
        /// `asri`: authorSignReqInfo (`xs:boolean`, 0..1).
        author_sign_req_info: bool = "asri",
        /// `rvi`: releaseVersionIndicator (`m2m:releaseVersion`, 1).
        release_version_indicator: text = "rvi",
        /// `vsi`: vendorInformation (`xs:string`, 0..1).
        vendor_information: text = "vsi",
        /// `msu`: m2mServiceUser (`m2m:ID`, 0..1).
        m2m_service_user: text = "msu",
    }
}

complex_type! {
    /// `m2m:responseTypeInfo`.
    ResponseTypeInfo;
    new { response_type_value: ResponseTypeValue, }
    {
        /// `rtv`: responseTypeValue (`m2m:responseType`, 1).
        response_type_value: ResponseTypeValue = "rtv",
        /// `nu`: notificationURI (`list of xs:anyURI`, 0..1, a list).
        notification_uri: [text] = "nu",
    }
}

complex_type! {
    /// `m2m:scheduleEntries`.
    ScheduleEntries;
    new { schedule_entry: [text], }
    {
        /// `sce`: scheduleEntry (`m2m:scheduleEntry`, 1..n).
        schedule_entry: [text] = "sce",
    }
}

complex_type! {
    /// `m2m:securityInfo`.
    SecurityInfo;
    new { security_info_type: (enumerations::SecurityInfoType), }
    {
        /// `sit`: securityInfoType (`m2m:securityInfoType`, 1).
        security_info_type: (enumerations::SecurityInfoType) = "sit",
        /// `dreq`: dasRequest (`m2m:dynAuthDasRequest`, 0..1).
        das_request: (DynAuthDasRequest) = "dreq",
        /// `dres`: dasResponse (`m2m:dynAuthDasResponse`, 0..1).
        das_response: (DynAuthDasResponse) = "dres",
        /// `ero`: esprimRandObject (`m2m:receiverESPrimRandObject`, 0..1).
        esprim_rand_object: (ReceiverEsPrimRandObject) = "ero",
        /// `epo`: esprimObject (`m2m:e2eCompactJWE`, 0..1).
        esprim_object: text = "epo",
        /// `eckm`: escertkeMessage (`xs:base64Binary`, 0..1).
        escertke_message: text = "eckm",
        /// `darq`: dynAuthRelMapRequest (`m2m:dynAuthRelMapRequest`, 0..1).
        dyn_auth_rel_map_request: (DynAuthRelMapRequest) = "darq",
        /// `dars`: dynAuthRelMapResponse (`m2m:dynAuthRelMapResponse`, 0..1).
        dyn_auth_rel_map_response: (DynAuthRelMapResponse) = "dars",
    }
}

complex_type! {
    /// `m2m:sessionDescriptions`.
    SessionDescriptions;
    new { session_description: [text], }
    {
        /// `sdc`: sessionDescription (`m2m:sessionDescription`, 1..n).
        session_description: [text] = "sdc",
    }
}

complex_type! {
    /// `m2m:setOfAcrs`.
    SetOfAcrs;
    new {}
    {
        /// `acr`: accessControlRule (`m2m:accessControlRule`, 0..n).
        access_control_rule: [AccessControlRule] = "acr",
    }
}

complex_type! {
    /// `m2m:setOfNotificationStatsInfo`.
    SetOfNotificationStatsInfo;
    new { target: text, requests_sent: u64, responses_received: u64, notification_event_count: u64, }
    {
        /// `tg`: target (`m2m:ID`, 1).
        target: text = "tg",
        /// `rqs`: requestsSent (`xs:nonNegativeInteger`, 1).
        requests_sent: u64 = "rqs",
        /// `rsr`: responsesReceived (`xs:nonNegativeInteger`, 1).
        responses_received: u64 = "rsr",
        /// `noec`: notificationEventCount (`xs:nonNegativeInteger`, 1).
        notification_event_count: u64 = "noec",
    }
}

complex_type! {
    /// `m2m:setOfPermissions`.
    SetOfPermissions;
    new {}
    {
        /// `pv`: privileges (`m2m:setOfAcrs`, 0..n).
        privileges: [SetOfAcrs] = "pv",
    }
}

complex_type! {
    /// `m2m:softwareInstallArgsType`.
    SoftwareInstallArgsType;
    new { url: text, uuid: text, username: text, password: text, execution_env_ref: text, }
    {
        /// `url`: URL (`xs:anyURI`, 1).
        url: text = "url",
        /// `uuid`: UUID (`xs:string`, 1).
        uuid: text = "uuid",
        /// `unm`: username (`xs:string`, 1).
        username: text = "unm",
        /// `pwd`: password (`xs:string`, 1).
        password: text = "pwd",
        /// `eer`: executionEnvRef (`xs:string`, 1).
        execution_env_ref: text = "eer",
        /// `any`: anyArg (`m2m:anyArgType`, 0..n).
        any_arg: [AnyArgType] = "any",
    }
}

complex_type! {
    /// `m2m:softwareUninstallArgsType`.
    SoftwareUninstallArgsType;
    new { uuid: text, version: text, execution_env_ref: text, }
    {
        /// `uuid`: UUID (`xs:string`, 1).
        uuid: text = "uuid",
        /// `vr`: version (`xs:string`, 1).
        version: text = "vr",
        /// `eer`: executionEnvRef (`xs:string`, 1).
        execution_env_ref: text = "eer",
        /// `any`: anyArg (`m2m:anyArgType`, 0..n).
        any_arg: [AnyArgType] = "any",
    }
}

complex_type! {
    /// `m2m:softwareUpdateArgsType`.
    SoftwareUpdateArgsType;
    new { uuid: text, version: text, url: text, username: text, password: text, execution_env_ref: text, }
    {
        /// `uuid`: UUID (`xs:string`, 1).
        uuid: text = "uuid",
        /// `vr`: version (`xs:string`, 1).
        version: text = "vr",
        /// `url`: URL (`xs:anyURI`, 1).
        url: text = "url",
        /// `unm`: username (`xs:string`, 1).
        username: text = "unm",
        /// `pwd`: password (`xs:string`, 1).
        password: text = "pwd",
        /// `eer`: executionEnvRef (`xs:string`, 1).
        execution_env_ref: text = "eer",
        /// `any`: anyArg (`m2m:anyArgType`, 0..n).
        any_arg: [AnyArgType] = "any",
    }
}

complex_type! {
    /// `m2m:specializationType`.
    SpecializationType;
    new {}
    {
        /// `cnd`: containerDefinition (`xs:anyURI`, 0..1).
        container_definition: text = "cnd",
        /// `mgd`: mgmtDefinition (`m2m:mgmtDefinition`, 0..1).
        mgmt_definition: (enumerations::MgmtDefinition) = "mgd",
    }
}

complex_type! {
    /// `m2m:stateTransition`.
    StateTransition;
    new { eval_criteria: (EvalCriteria), }
    {
        /// `evc`: evalCriteria (`m2m:evalCriteria`, 1).
        eval_criteria: (EvalCriteria) = "evc",
        /// `nxst`: nextState (`m2m:ID`, 0..1).
        next_state: text = "nxst",
    }
}

complex_type! {
    /// `m2m:timeSeriesNotification`.
    TimeSeriesNotification;
    new { missing_data_list: [text], missing_data_current_nr: u64, }
    {
        /// `mdlt`: missingDataList (`m2m:missingDataList`, 1, a list).
        missing_data_list: [text] = "mdlt",
        /// `mdc`: missingDataCurrentNr (`xs:nonNegativeInteger`, 1).
        missing_data_current_nr: u64 = "mdc",
    }
}

complex_type! {
    /// `m2m:timeSyncBeaconNotification`.
    TimeSyncBeaconNotification;
    new { time_sync_beacon_reference: text, current_time: Timestamp, }
    {
        /// `tbr`: timeSyncBeaconReference (`m2m:ID`, 1).
        time_sync_beacon_reference: text = "tbr",
        /// `ctm`: currentTime (`m2m:timestamp`, 1).
        current_time: Timestamp = "ctm",
    }
}

complex_type! {
    /// `m2m:tokenClaimSet`.
    TokenClaimSet;
    new { version: text, token_id: text, holder: text, issuer: text, not_before: Timestamp, not_after: Timestamp, }
    {
        /// `vr`: version (`xs:string`, 1).
        version: text = "vr",
        /// `tkid`: tokenID (`m2m:tokenID`, 1).
        token_id: text = "tkid",
        /// `tkhd`: holder (`m2m:ID`, 1).
        holder: text = "tkhd",
        /// `tkis`: issuer (`m2m:ID`, 1).
        issuer: text = "tkis",
        /// `tknb`: notBefore (`m2m:timestamp`, 1).
        not_before: Timestamp = "tknb",
        /// `tkna`: notAfter (`m2m:timestamp`, 1).
        not_after: Timestamp = "tkna",
        /// `tknm`: tokenName (`xs:string`, 0..1).
        token_name: text = "tknm",
        /// `tkau`: audience (`list of m2m:ID`, 0..1, a list).
        audience: [text] = "tkau",
        /// `tkps`: permissions (`m2m:tokenPermissions`, 0..1).
        permissions: (TokenPermissions) = "tkps",
        /// `tkex`: extension (`xs:string`, 0..1).
        extension: text = "tkex",
    }
}

complex_type! {
    /// `m2m:tokenPermission`.
    TokenPermission;
    new {}
    {
        /// `ris`: resourceIDs (`list of m2m:ID`, 0..1, a list).
        resource_ids: [text] = "ris",
        /// `pv`: privileges (`m2m:setOfAcrs`, 0..1).
        privileges: (SetOfAcrs) = "pv",
        /// `rids`: roleIDs (`list of m2m:roleID`, 0..1, a list).
        role_ids: [text] = "rids",
    }
}

complex_type! {
    /// `m2m:tokenPermissions`.
    TokenPermissions;
    new {}
    {
        /// `pm`: permission (`m2m:tokenPermission`, 0..n).
        permission: [TokenPermission] = "pm",
    }
}

complex_type! {
    /// `m2m:triggerPayload`.
    TriggerPayload;
    new { trigger_purpose: (enumerations::TriggerPurpose), }
    {
        /// `tpe`: triggerPurpose (`m2m:triggerPurpose`, 1).
        trigger_purpose: (enumerations::TriggerPurpose) = "tpe",
        /// `tia`: triggerInfoAddress (`xs:anyURI`, 0..1).
        trigger_info_address: text = "tia",
        /// `tipa`: triggerInfoPoA (`m2m:poaList`, 0..1, a list).
        trigger_info_poa: [text] = "tipa",
        /// `tio`: triggerInfoOperation (`m2m:operation`, 0..1).
        trigger_info_operation: Operation = "tio",
        /// `tirt`: triggerInfoResourceType (`m2m:resourceType`, 0..1).
        trigger_info_resource_type: ResourceType = "tirt",
        /// `tiae`: triggerInfoAE-ID (`m2m:ID`, 0..1).
        trigger_info_ae_id: text = "tiae",
        /// `tist`: triggerInfoSerializationTypes (`m2m:serializations`, 0..1, a list).
        trigger_info_serialization_types: [text] = "tist",
    }
}

complex_type! {
    /// `m2m:uploadArgsType`.
    UploadArgsType;
    new { file_type: text, url: text, username: text, password: text, }
    {
        /// `ftyp`: fileType (`xs:string`, 1).
        file_type: text = "ftyp",
        /// `url`: URL (`xs:anyURI`, 1).
        url: text = "url",
        /// `unm`: username (`xs:string`, 1).
        username: text = "unm",
        /// `pwd`: password (`xs:string`, 1).
        password: text = "pwd",
        /// `any`: anyArg (`m2m:anyArgType`, 0..n).
        any_arg: [AnyArgType] = "any",
    }
}

complex_type! {
    /// `m2m:contentRef.URIReference`.
    UriReference;
    new { name: text, uri: text, }
    {
        /// `nm`: name (`xs:NCName`, 1).
        name: text = "nm",
        /// `uri`: URI (`xs:anyURI`, 1).
        uri: text = "uri",
    }
}

complex_type! {
    /// `dcfg:wifiCredentials`.
    WifiCredentials;
    new { encryption_type: (enumerations::WifiEncryptionType), }
    {
        /// `enct`: encryptionType (`dcfg:wifiEncryptionType`, 1).
        encryption_type: (enumerations::WifiEncryptionType) = "enct",
        /// `unm`: username (`xs:string`, 0..1).
        username: text = "unm",
        /// `pwd`: password (`xs:string`, 0..1).
        password: text = "pwd",
        /// `wepk`: wepKey (`xs:string`, 0..1).
        wep_key: text = "wepk",
        /// `wpap`: wpaPsk (`xs:string`, 0..1).
        wpa_psk: text = "wpap",
    }
}
