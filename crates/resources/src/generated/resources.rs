//! The resources of TS-0004.
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

use onem2m_primitive::{AbsoluteOrRelative, EventCategory, Operation, ResourceType, Timestamp};

use crate::{enumerations, types};

resource! {
    /// `<accessControlPolicy>`: `m2m:acp`.
    AccessControlPolicy: "m2m:acp" 1 announced "m2m:acpA";
    parts { common: Common, }
    new { privileges: (types::SetOfAcrs), self_privileges: (types::SetOfAcrs), }
    preset {}
    {
        /// `pv`: privileges (`m2m:setOfAcrs`, 1). Mandatory in a request to create it.
        privileges: (types::SetOfAcrs) = "pv",
        /// `pvs`: selfPrivileges (`m2m:setOfAcrs`, 1). Mandatory in a request to create it.
        self_privileges: (types::SetOfAcrs) = "pvs",
        /// `adri`: authorizationDecisionResourceIDs (`m2m:listOfURIs`, 0..1, a list).
        authorization_decision_resource_ids: [text] = "adri",
        /// `apri`: authorizationPolicyResourceIDs (`m2m:listOfURIs`, 0..1, a list).
        authorization_policy_resource_ids: [text] = "apri",
        /// `airi`: authorizationInformationResourceIDs (`m2m:listOfURIs`, 0..1, a list).
        authorization_information_resource_ids: [text] = "airi",
    }
}

resource! {
    /// `<action>`: `m2m:actr`.
    Action: "m2m:actr" 65 announced "m2m:actrA";
    parts { common: Common, }
    new { eval_criteria: (types::EvalCriteria), eval_mode: (enumerations::EvalMode), object_resource_id: text, action_primitive: (types::RequestPrimitive), }
    preset {}
    {
        /// `apy`: actionPriority (`xs:positiveInteger`, 0..1).
        action_priority: u64 = "apy",
        /// `sri`: subjectResourceID (`m2m:ID`, 0..1).
        subject_resource_id: text = "sri",
        /// `evc`: evalCriteria (`m2m:evalCriteria`, 1). Mandatory in a request to create it.
        eval_criteria: (types::EvalCriteria) = "evc",
        /// `evm`: evalMode (`m2m:evalMode`, 1). Mandatory in a request to create it.
        eval_mode: (enumerations::EvalMode) = "evm",
        /// `ecp`: evalControlParam (`xs:positiveInteger`, 0..1).
        eval_control_param: u64 = "ecp",
        /// `dep`: dependencies (`list of xs:anyURI`, 0..1, a list). Assigned by the hosting CSE.
        dependencies: [text] = "dep",
        /// `orc`: objectResourceID (`m2m:ID`, 1). Mandatory in a request to create it.
        object_resource_id: text = "orc",
        /// `apv`: actionPrimitive (`m2m:requestPrimitive`, 1). Mandatory in a request to create it.
        action_primitive: (types::RequestPrimitive) = "apv",
        /// `ipu`: input (`m2m:actionInput`, 0..1).
        input: (types::ActionInput) = "ipu",
        /// `air`: actionResult (`m2m:responsePrimitive`, 1). Assigned by the hosting CSE.
        action_result: (types::ResponsePrimitive) = "air",
    }
}

resource! {
    /// `<AE>`: `m2m:ae`.
    Ae: "m2m:ae" 2 announced "m2m:aeA";
    parts { common: Common, }
    new { app_id: text, request_reachability: bool, supported_release_versions: [text], }
    preset {}
    {
        /// `apn`: appName (`xs:string`, 0..1).
        app_name: text = "apn",
        /// `api`: App-ID (`xs:string`, 1). Mandatory in a request to create it.
        app_id: text = "api",
        /// `aei`: AE-ID (`m2m:ID`, 1). Assigned by the hosting CSE.
        ae_id: text = "aei",
        /// `poa`: pointOfAccess (`m2m:poaList`, 0..1, a list).
        point_of_access: [text] = "poa",
        /// `or`: ontologyRef (`xs:anyURI`, 0..1).
        ontology_ref: text = "or",
        /// `nl`: nodeLink (`xs:anyURI`, 0..1).
        node_link: text = "nl",
        /// `rr`: requestReachability (`xs:boolean`, 1). Mandatory in a request to create it.
        request_reachability: bool = "rr",
        /// `csz`: contentSerialization (`m2m:serializations`, 0..1, a list).
        content_serialization: [text] = "csz",
        /// `esi`: e2eSecInfo (`m2m:e2eSecInfo`, 0..1).
        e2e_sec_info: (types::E2eSecInfo) = "esi",
        /// `mei`: M2M-Ext-ID (`m2m:externalID`, 0..1).
        m2m_ext_id: text = "mei",
        /// `srv`: supportedReleaseVersions (`m2m:supportedReleaseVersions`, 0..1, a list). Mandatory in a request to create it.
        supported_release_versions: [text] = "srv",
        /// `regs`: registrationStatus (`m2m:AERegistrationStatus`, 0..1).
        registration_status: (enumerations::AeRegistrationStatus) = "regs",
        /// `trps`: trackRegistrationPoints (`xs:boolean`, 0..1).
        track_registration_points: bool = "trps",
        /// `scp`: sessionCapabilities (`m2m:sessionCapabilities`, 0..1, a list).
        session_capabilities: [text] = "scp",
        /// `tren`: triggerEnable (`xs:boolean`, 0..1).
        trigger_enable: bool = "tren",
        /// `ape`: activityPatternElements (`m2m:activityPatternElements`, 0..1).
        activity_pattern_elements: (types::ActivityPatternElements) = "ape",
        /// `tri`: Trigger-Recipient-ID (`m2m:triggerRecipientID`, 0..1).
        trigger_recipient_id: u64 = "tri",
        /// `trn`: triggerReferenceNumber (`xs:unsignedInt`, 0..1).
        trigger_reference_number: u32 = "trn",
    }
}

resource! {
    /// `<AEContactList>`: `m2m:alst`.
    AeContactList: "m2m:alst" 43;
    parts { common: Common, }
    new {}
    preset {}
    {
        /// `nic`: numberImpactedCSEs (`xs:nonNegativeInteger`, 1). Assigned by the hosting CSE.
        number_impacted_cses: u64 = "nic",
    }
}

resource! {
    /// `<AEContactListPerCSE>`: `m2m:alpc`.
    AeContactListPerCse: "m2m:alpc" 44;
    parts { common: Common, }
    new { cse_id: text, }
    preset {}
    {
        /// `csi`: CSE-ID (`m2m:ID`, 1). Mandatory in a request to create it.
        cse_id: text = "csi",
        /// `ail`: AE-IDList (`m2m:listOfM2MID`, 0..1, a list).
        ae_id_list: [text] = "ail",
    }
}

resource! {
    /// `<authorizationDecision>`: `m2m:auds`.
    AuthorizationDecision: "m2m:auds" 35;
    parts { common: Common, }
    new {}
    preset {}
    {
        /// `dec`: decision (`m2m:authorizationDecision`, 0..1).
        decision: (enumerations::AuthorizationDecision) = "dec",
        /// `sus`: status (`m2m:authorizationStatus`, 0..1).
        status: (enumerations::AuthorizationStatus) = "sus",
        /// `to`: to (`xs:anyURI`, 0..1).
        to: text = "to",
        /// `fr`: from (`m2m:ID`, 0..1).
        from: text = "fr",
        /// `op`: operation (`m2m:operation`, 0..1).
        operation: Operation = "op",
        /// `rrt`: requestedResourceType (`m2m:resourceType`, 0..1).
        requested_resource_type: ResourceType = "rrt",
        /// `fu`: filterUsage (`m2m:filterCriteria`, 0..1).
        filter_usage: (types::FilterCriteria) = "fu",
        /// `rids`: roleIDs (`list of m2m:roleID`, 0..1, a list).
        role_ids: [text] = "rids",
        /// `tids`: tokenIDs (`list of m2m:tokenID`, 0..1, a list).
        token_ids: [text] = "tids",
        /// `tkns`: tokens (`list of m2m:dynAuthJWT`, 0..1, a list).
        tokens: [text] = "tkns",
        /// `rtm`: requestTime (`m2m:timestamp`, 0..1).
        request_time: Timestamp = "rtm",
        /// `olo`: originatorLocation (`m2m:locationRegion`, 0..1).
        originator_location: (types::LocationRegion) = "olo",
        /// `oip`: originatorIP (`m2m:ipAddress`, 0..1).
        originator_ip: (types::IpAddress) = "oip",
    }
}

resource! {
    /// `<authorizationInformation>`: `m2m:auif`.
    AuthorizationInformation: "m2m:auif" 37;
    parts { common: Common, }
    new {}
    preset {}
    {
        /// `sus`: status (`m2m:authorizationStatus`, 0..1).
        status: (enumerations::AuthorizationStatus) = "sus",
        /// `fr`: from (`m2m:ID`, 0..1).
        from: text = "fr",
        /// `rids`: roleIDs (`list of m2m:roleID`, 0..1, a list).
        role_ids: [text] = "rids",
        /// `tids`: tokenIDs (`list of m2m:tokenID`, 0..1, a list).
        token_ids: [text] = "tids",
    }
}

resource! {
    /// `<authorizationPolicy>`: `m2m:aupy`.
    AuthorizationPolicy: "m2m:aupy" 36;
    parts { common: Common, }
    new {}
    preset {}
    {
        /// `ps`: policies (`m2m:setOfPermissions`, 0..1).
        policies: (types::SetOfPermissions) = "ps",
        /// `ca`: combiningAlgorithm (`m2m:acpCombiningAlgorithm`, 0..1).
        combining_algorithm: (enumerations::AcpCombiningAlgorithm) = "ca",
        /// `sus`: status (`m2m:authorizationStatus`, 0..1).
        status: (enumerations::AuthorizationStatus) = "sus",
        /// `to`: to (`xs:anyURI`, 0..1).
        to: text = "to",
    }
}

resource! {
    /// `<backgroundDataTransfer>`: `m2m:bdt`.
    BackgroundDataTransfer: "m2m:bdt" 49;
    parts { common: Common, }
    new { volume_per_node: u64, number_of_nodes: u64, }
    preset {}
    {
        /// `vpn`: volumePerNode (`xs:positiveInteger`, 1).
        volume_per_node: u64 = "vpn",
        /// `non`: numberOfNodes (`xs:positiveInteger`, 1).
        number_of_nodes: u64 = "non",
        /// `dtw`: desiredTimeWindow (`m2m:scheduleEntry`, 0..1).
        desired_time_window: text = "dtw",
        /// `tsg`: transferSelectionGuidance (`m2m:transferSelectionGuidance`, 0..1).
        transfer_selection_guidance: (enumerations::TransferSelectionGuidance) = "tsg",
        /// `ggi`: geographicInformation (`m2m:locationRegion`, 0..1).
        geographic_information: (types::LocationRegion) = "ggi",
        /// `gli`: groupLink (`xs:anyURI`, 0..1).
        group_link: text = "gli",
        /// `mid`: memberIDs (`list of xs:anyURI`, 0..1, a list).
        member_ids: [text] = "mid",
    }
}

resource! {
    /// `<container>`: `m2m:cnt`.
    Container: "m2m:cnt" 3 announced "m2m:cntA";
    parts { common: Common, }
    new {}
    preset {}
    {
        /// `mni`: maxNrOfInstances (`xs:nonNegativeInteger`, 0..1).
        max_nr_of_instances: u64 = "mni",
        /// `mbs`: maxByteSize (`xs:nonNegativeInteger`, 0..1).
        max_byte_size: u64 = "mbs",
        /// `mia`: maxInstanceAge (`xs:nonNegativeInteger`, 0..1).
        max_instance_age: u64 = "mia",
        /// `cni`: currentNrOfInstances (`xs:nonNegativeInteger`, 1). Assigned by the hosting CSE.
        current_nr_of_instances: u64 = "cni",
        /// `cbs`: currentByteSize (`xs:nonNegativeInteger`, 1). Assigned by the hosting CSE.
        current_byte_size: u64 = "cbs",
        /// `li`: locationID (`xs:anyURI`, 0..1). Assigned by the hosting CSE.
        location_id: text = "li",
        /// `or`: ontologyRef (`xs:anyURI`, 0..1).
        ontology_ref: text = "or",
        /// `disr`: disableRetrieval (`xs:boolean`, 0..1).
        disable_retrieval: bool = "disr",
        /// `subi`: subscriptionIDs (`list of xs:string`, 0..1, a list).
        subscription_ids: [text] = "subi",
        /// `la`: latest (`xs:anyURI`, 0..1).
        latest: text = "la",
        /// `ol`: oldest (`xs:anyURI`, 0..1).
        oldest: text = "ol",
    }
}

resource! {
    /// `<contentInstance>`: `m2m:cin`.
    ContentInstance: "m2m:cin" 4 announced "m2m:cinA";
    parts { common: Common, }
    new { content: any, }
    preset {}
    {
        /// `cnf`: contentInfo (`m2m:contentInfo`, 0..1).
        content_info: text = "cnf",
        /// `cs`: contentSize (`xs:nonNegativeInteger`, 1). Assigned by the hosting CSE.
        content_size: u64 = "cs",
        /// `conr`: contentRef (`m2m:contentRef`, 0..1).
        content_ref: (types::ContentRef) = "conr",
        /// `or`: ontologyRef (`xs:anyURI`, 0..1).
        ontology_ref: text = "or",
        /// `con`: content (`xs:anyType`, 1).
        content: any = "con",
        /// `dcnt`: deletionCnt (`xs:positiveInteger`, 0..1).
        deletion_cnt: u64 = "dcnt",
        /// `dgt`: dataGenerationTime (`m2m:absRelTimestamp`, 0..1).
        data_generation_time: AbsoluteOrRelative = "dgt",
    }
}

resource! {
    /// `<crossResourceSubscription>`: `m2m:crs`.
    CrossResourceSubscription: "m2m:crs" 48;
    parts { common: Common, }
    new { time_window_type: (enumerations::TimeWindowType), time_window_size: text, notification_uri: [text], }
    preset {}
    {
        /// `rrat`: regularResourcesAsTarget (`m2m:listOfURIs`, 0..1, a list).
        regular_resources_as_target: [text] = "rrat",
        /// `srat`: subscriptionResourcesAsTarget (`m2m:listOfURIs`, 0..1, a list).
        subscription_resources_as_target: [text] = "srat",
        /// `rrats`: regularResourcesAsTargetSubscriptions (`m2m:listOfURIs`, 0..1, a list). Assigned by the hosting CSE.
        regular_resources_as_target_subscriptions: [text] = "rrats",
        /// `twt`: timeWindowType (`m2m:timeWindowType`, 1). Mandatory in a request to create it.
        time_window_type: (enumerations::TimeWindowType) = "twt",
        /// `tws`: timeWindowSize (`xs:duration`, 1). Mandatory in a request to create it.
        time_window_size: text = "tws",
        /// `encs`: eventNotificationCriteriaSet (`m2m:eventNotificationCriteriaSet`, 0..1).
        event_notification_criteria_set: (types::EventNotificationCriteriaSet) = "encs",
        /// `nec`: notificationEventCat (`m2m:eventCat`, 0..1).
        notification_event_cat: EventCategory = "nec",
        /// `exc`: expirationCounter (`xs:positiveInteger`, 0..1).
        expiration_counter: u64 = "exc",
        /// `nu`: notificationURI (`list of xs:anyURI`, 1, a list). Mandatory in a request to create it.
        notification_uri: [text] = "nu",
        /// `su`: subscriberURI (`xs:anyURI`, 0..1).
        subscriber_uri: text = "su",
        /// `eem`: eventEvaluationMode (`m2m:eventEvaluationMode`, 0..1).
        event_evaluation_mode: (enumerations::EventEvaluationMode) = "eem",
        /// `nse`: notificationStatsEnable (`xs:boolean`, 0..1).
        notification_stats_enable: bool = "nse",
        /// `nsi`: notificationStatsInfo (`m2m:setOfNotificationStatsInfo`, 0..n). Assigned by the hosting CSE.
        notification_stats_info: [types::SetOfNotificationStatsInfo] = "nsi",
    }
}

resource! {
    /// `<CSEBase>`: `m2m:cb`.
    CseBase: "m2m:cb" 5 announced "m2m:cbA";
    parts { common: Common, }
    new { cse_id: text, supported_release_versions: [text], sp_id: text, }
    preset {}
    {
        /// `cst`: cseType (`m2m:cseTypeID`, 0..1).
        cse_type: (enumerations::CseTypeId) = "cst",
        /// `csi`: CSE-ID (`m2m:ID`, 1). Mandatory in a request to create it.
        cse_id: text = "csi",
        /// `srt`: supportedResourceType (`list of m2m:resourceType`, 1, a list).
        supported_resource_type: [ResourceType] = "srt",
        /// `poa`: pointOfAccess (`m2m:poaList`, 1, a list).
        point_of_access: [text] = "poa",
        /// `nl`: nodeLink (`xs:anyURI`, 0..1). Assigned by the hosting CSE.
        node_link: text = "nl",
        /// `csz`: contentSerialization (`m2m:serializations`, 0..1, a list).
        content_serialization: [text] = "csz",
        /// `esi`: e2eSecInfo (`m2m:e2eSecInfo`, 0..1).
        e2e_sec_info: (types::E2eSecInfo) = "esi",
        /// `srv`: supportedReleaseVersions (`m2m:supportedReleaseVersions`, 0..1, a list). Mandatory in a request to create it.
        supported_release_versions: [text] = "srv",
        /// `spi`: SP-ID (`m2m:ID`, 1). Mandatory in a request to create it.
        sp_id: text = "spi",
        /// `ici`: IN-CSE-ID (`m2m:ID`, 0..1). Assigned by the hosting CSE.
        in_cse_id: text = "ici",
        /// `ctm`: currentTime (`m2m:timestamp`, 0..1). Assigned by the hosting CSE.
        current_time: Timestamp = "ctm",
    }
}

resource! {
    /// `<delivery>`: `m2m:dlv`.
    Delivery: "m2m:dlv" 6;
    parts { common: Common, }
    new { source: text, target: text, lifespan: Timestamp, event_cat: EventCategory, delivery_meta_data: (types::DeliveryMetaData), aggregated_request: (types::AggregatedRequest), }
    preset {}
    {
        /// `sr`: source (`m2m:ID`, 1).
        source: text = "sr",
        /// `tg`: target (`m2m:ID`, 1).
        target: text = "tg",
        /// `ls`: lifespan (`m2m:timestamp`, 1).
        lifespan: Timestamp = "ls",
        /// `ec`: eventCat (`m2m:eventCat`, 1).
        event_cat: EventCategory = "ec",
        /// `dmd`: deliveryMetaData (`m2m:deliveryMetaData`, 1).
        delivery_meta_data: (types::DeliveryMetaData) = "dmd",
        /// `arq`: aggregatedRequest (`m2m:aggregatedRequest`, 1).
        aggregated_request: (types::AggregatedRequest) = "arq",
    }
}

resource! {
    /// `<dependency>`: `m2m:depr`.
    Dependency: "m2m:depr" 66 announced "m2m:deprA";
    parts { common: Common, }
    new { sufficient: bool, eval_criteria: (types::EvalCriteria), referenced_resource_id: text, }
    preset {}
    {
        /// `sfc`: sufficient (`xs:boolean`, 1). Mandatory in a request to create it.
        sufficient: bool = "sfc",
        /// `evc`: evalCriteria (`m2m:evalCriteria`, 1). Mandatory in a request to create it.
        eval_criteria: (types::EvalCriteria) = "evc",
        /// `rri`: referencedResourceID (`m2m:ID`, 1). Mandatory in a request to create it.
        referenced_resource_id: text = "rri",
    }
}

resource! {
    /// `<dynamicAuthorizationConsultation>`: `m2m:dac`.
    DynamicAuthorizationConsultation: "m2m:dac" 34;
    parts { common: Common, }
    new { dynamic_authorization_enabled: bool, dynamic_authorization_poa: [text], }
    preset {}
    {
        /// `dae`: dynamicAuthorizationEnabled (`xs:boolean`, 1). Mandatory in a request to create it.
        dynamic_authorization_enabled: bool = "dae",
        /// `dap`: dynamicAuthorizationPoA (`m2m:poaList`, 1, a list). Mandatory in a request to create it.
        dynamic_authorization_poa: [text] = "dap",
        /// `dal`: dynamicAuthorizationLifetime (`m2m:timestamp`, 0..1).
        dynamic_authorization_lifetime: Timestamp = "dal",
    }
}

resource! {
    /// `<eventConfig>`: `m2m:evcg`.
    EventConfig: "m2m:evcg" 7;
    parts { common: Common, }
    new { event_id: text, event_type: (enumerations::EventType), }
    preset {}
    {
        /// `evi`: eventID (`xs:string`, 1).
        event_id: text = "evi",
        /// `evt`: eventType (`m2m:eventType`, 1).
        event_type: (enumerations::EventType) = "evt",
        /// `evs`: eventStart (`m2m:timestamp`, 0..1).
        event_start: Timestamp = "evs",
        /// `eve`: eventEnd (`m2m:timestamp`, 0..1).
        event_end: Timestamp = "eve",
        /// `opt`: operationType (`list of m2m:operation`, 0..1, a list).
        operation_type: [Operation] = "opt",
        /// `ds`: dataSize (`xs:nonNegativeInteger`, 0..1).
        data_size: u64 = "ds",
        /// `erts`: eventResourceTypes (`m2m:resourceTypeList`, 0..1, a list).
        event_resource_types: [ResourceType] = "erts",
        /// `eris`: eventResourceIDs (`m2m:listOfURIs`, 0..1, a list).
        event_resource_ids: [text] = "eris",
    }
}

resource! {
    /// `<execInstance>`: `m2m:exin`.
    ExecInstance: "m2m:exin" 8;
    parts { common: Common, }
    new { exec_status: (enumerations::ExecStatusType), exec_result: (enumerations::ExecResultType), exec_target: text, }
    preset {}
    {
        /// `exs`: execStatus (`m2m:execStatusType`, 1).
        exec_status: (enumerations::ExecStatusType) = "exs",
        /// `exr`: execResult (`m2m:execResultType`, 1).
        exec_result: (enumerations::ExecResultType) = "exr",
        /// `exd`: execDisable (`xs:boolean`, 0..1).
        exec_disable: bool = "exd",
        /// `ext`: execTarget (`m2m:nodeID`, 1).
        exec_target: text = "ext",
        /// `exm`: execMode (`m2m:execModeType`, 0..1).
        exec_mode: (enumerations::ExecModeType) = "exm",
        /// `exf`: execFrequency (`xs:duration`, 0..1).
        exec_frequency: text = "exf",
        /// `exy`: execDelay (`xs:duration`, 0..1).
        exec_delay: text = "exy",
        /// `exn`: execNumber (`xs:nonNegativeInteger`, 0..1).
        exec_number: u64 = "exn",
        /// `exra`: execReqArgs (`m2m:execReqArgsListType`, 0..1).
        exec_req_args: (types::ExecReqArgsListType) = "exra",
    }
}

resource! {
    /// `<flexContainer>`: `m2m:fcnt`.
    FlexContainer: "m2m:fcnt" 28 announced "m2m:fcntA";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset {}
    {
    }
}

resource! {
    /// `<flexContainerInstance>`: `m2m:fci`.
    FlexContainerInstance: "m2m:fci" 58 announced "m2m:fciA";
    parts { common: Common, }
    new { originator: text, }
    preset {}
    {
        /// `cs`: contentSize (`xs:nonNegativeInteger`, 0..1). Assigned by the hosting CSE.
        content_size: u64 = "cs",
        /// `org`: originator (`m2m:ID`, 1).
        originator: text = "org",
    }
}

resource! {
    /// `<group>`: `m2m:grp`.
    Group: "m2m:grp" 9 announced "m2m:grpA";
    parts { common: Common, }
    new { max_nr_of_members: u64, member_ids: [text], }
    preset {}
    {
        /// `mt`: memberType (`m2m:memberType`, 1).
        member_type: (enumerations::MemberType) = "mt",
        /// `spty`: specializationType (`m2m:specializationType`, 0..1).
        specialization_type: (types::SpecializationType) = "spty",
        /// `cnm`: currentNrOfMembers (`xs:nonNegativeInteger`, 1). Assigned by the hosting CSE.
        current_nr_of_members: u64 = "cnm",
        /// `mnm`: maxNrOfMembers (`xs:positiveInteger`, 1). Mandatory in a request to create it.
        max_nr_of_members: u64 = "mnm",
        /// `mid`: memberIDs (`list of xs:anyURI`, 1, a list). Mandatory in a request to create it.
        member_ids: [text] = "mid",
        /// `macp`: membersAccessControlPolicyIDs (`m2m:listOfURIs`, 0..1, a list).
        members_access_control_policy_ids: [text] = "macp",
        /// `mtv`: memberTypeValidated (`xs:boolean`, 0..1). Assigned by the hosting CSE.
        member_type_validated: bool = "mtv",
        /// `csy`: consistencyStrategy (`m2m:consistencyStrategy`, 1).
        consistency_strategy: (enumerations::ConsistencyStrategy) = "csy",
        /// `gn`: groupName (`xs:string`, 0..1).
        group_name: text = "gn",
        /// `ssi`: semanticSupportIndicator (`xs:boolean`, 0..1). Assigned by the hosting CSE.
        semantic_support_indicator: bool = "ssi",
        /// `nar`: notifyAggregation (`m2m:batchNotify`, 0..1).
        notify_aggregation: (types::BatchNotify) = "nar",
        /// `fopt`: fanOutPoint (`xs:anyURI`, 0..1).
        fan_out_point: text = "fopt",
    }
}

resource! {
    /// `<localMulticastGroup>`: `m2m:lmg`.
    LocalMulticastGroup: "m2m:lmg" 45;
    parts { common: Common, }
    new { multicast_address: (types::IpAddress), multicast_group_fanout_target: text, member_list: [text], response_target: text, }
    preset {}
    {
        /// `egid`: externalGroupID (`m2m:externalID`, 0..1).
        external_group_id: text = "egid",
        /// `mad`: multicastAddress (`m2m:ipAddress`, 1).
        multicast_address: (types::IpAddress) = "mad",
        /// `mgft`: multicastGroupFanoutTarget (`xs:anyURI`, 1).
        multicast_group_fanout_target: text = "mgft",
        /// `mli`: memberList (`m2m:listOfURIs`, 1, a list).
        member_list: [text] = "mli",
        /// `rstt`: responseTarget (`xs:anyURI`, 1).
        response_target: text = "rstt",
        /// `rstw`: responseTimeWindow (`xs:duration`, 0..1).
        response_time_window: text = "rstw",
        /// `tmgi`: TMGI (`m2m:TMGI`, 0..1).
        tmgi: text = "tmgi",
    }
}

resource! {
    /// `<locationPolicy>`: `m2m:lcp`.
    LocationPolicy: "m2m:lcp" 10 announced "m2m:lcpA";
    parts { common: Common, }
    new { location_source: (enumerations::LocationSource), }
    preset {}
    {
        /// `los`: locationSource (`m2m:locationSource`, 1). Mandatory in a request to create it.
        location_source: (enumerations::LocationSource) = "los",
        /// `lit`: locationInformationType (`m2m:locationInformationType`, 1).
        location_information_type: (enumerations::LocationInformationType) = "lit",
        /// `lou`: locationUpdatePeriod (`list of xs:duration`, 0..1, a list).
        location_update_period: [text] = "lou",
        /// `lot`: locationTargetID (`m2m:locationTargetID`, 0..1).
        location_target_id: text = "lot",
        /// `lor`: locationServer (`xs:anyURI`, 0..1).
        location_server: text = "lor",
        /// `loi`: locationContainerID (`xs:anyURI`, 1). Assigned by the hosting CSE.
        location_container_id: text = "loi",
        /// `lon`: locationContainerName (`xs:string`, 0..1).
        location_container_name: text = "lon",
        /// `lost`: locationStatus (`xs:string`, 1). Assigned by the hosting CSE.
        location_status: text = "lost",
        /// `gta`: geographicalTargetArea (`xs:anyType`, 0..1).
        geographical_target_area: any = "gta",
        /// `gec`: geofenceEventCriteria (`m2m:geofenceEventCriteria`, 0..1).
        geofence_event_criteria: (enumerations::GeofenceEventCriteria) = "gec",
        /// `aid`: authID (`m2m:externalID`, 0..1).
        auth_id: text = "aid",
        /// `rlkl`: retrieveLastKnownLocation (`xs:boolean`, 0..1).
        retrieve_last_known_location: bool = "rlkl",
        /// `luec`: locationUpdateEventCriteria (`m2m:locationUpdateEventCriteria`, 0..1).
        location_update_event_criteria: (enumerations::LocationUpdateEventCriteria) = "luec",
    }
}

resource! {
    /// `<m2mServiceSubscriptionProfile>`: `m2m:mssp`.
    M2mServiceSubscriptionProfile: "m2m:mssp" 11;
    parts { common: Common, }
    new {}
    preset {}
    {
        /// `svr`: serviceRoles (`list of m2m:roleID`, 0..1, a list).
        service_roles: [text] = "svr",
    }
}

resource! {
    /// `<mgmtCmd>`: `m2m:mgc`.
    MgmtCmd: "m2m:mgc" 12;
    parts { common: Common, }
    new { cmd_type: (enumerations::CmdType), exec_enable: bool, exec_target: text, }
    preset {}
    {
        /// `dc`: description (`xs:string`, 0..1).
        description: text = "dc",
        /// `cmt`: cmdType (`m2m:cmdType`, 1).
        cmd_type: (enumerations::CmdType) = "cmt",
        /// `exra`: execReqArgs (`m2m:execReqArgsListType`, 0..1).
        exec_req_args: (types::ExecReqArgsListType) = "exra",
        /// `exe`: execEnable (`xs:boolean`, 1).
        exec_enable: bool = "exe",
        /// `ext`: execTarget (`m2m:nodeID`, 1).
        exec_target: text = "ext",
        /// `exm`: execMode (`m2m:execModeType`, 0..1).
        exec_mode: (enumerations::ExecModeType) = "exm",
        /// `exf`: execFrequency (`xs:duration`, 0..1).
        exec_frequency: text = "exf",
        /// `exy`: execDelay (`xs:duration`, 0..1).
        exec_delay: text = "exy",
        /// `exn`: execNumber (`xs:nonNegativeInteger`, 0..1).
        exec_number: u64 = "exn",
    }
}

resource! {
    /// `<multimediaSession>`: `m2m:mms`.
    MultimediaSession: "m2m:mms" 46 announced "m2m:mmsA";
    parts { common: Common, }
    new { session_originator_id: text, accepted_session_descriptions: (types::SessionDescriptions), offered_session_descriptions: (types::SessionDescriptions), session_state: (enumerations::SessionState), }
    preset {}
    {
        /// `soi`: sessionOriginatorID (`m2m:ID`, 1).
        session_originator_id: text = "soi",
        /// `asd`: acceptedSessionDescriptions (`m2m:sessionDescriptions`, 1).
        accepted_session_descriptions: (types::SessionDescriptions) = "asd",
        /// `osd`: offeredSessionDescriptions (`m2m:sessionDescriptions`, 1).
        offered_session_descriptions: (types::SessionDescriptions) = "osd",
        /// `sst`: sessionState (`m2m:sessionState`, 1).
        session_state: (enumerations::SessionState) = "sst",
    }
}

resource! {
    /// `<node>`: `m2m:nod`.
    Node: "m2m:nod" 14 announced "m2m:nodA";
    parts { common: Common, }
    new { node_id: text, }
    preset {}
    {
        /// `ni`: nodeID (`m2m:nodeID`, 1). Mandatory in a request to create it.
        node_id: text = "ni",
        /// `hcl`: hostedCSELink (`m2m:ID`, 0..1).
        hosted_cse_link: text = "hcl",
        /// `hael`: hostedAELinks (`m2m:listOfM2MID`, 0..1, a list).
        hosted_ae_links: [text] = "hael",
        /// `hsl`: hostedServiceLinks (`m2m:listOfM2MID`, 0..1, a list).
        hosted_service_links: [text] = "hsl",
        /// `mgca`: mgmtClientAddress (`xs:string`, 0..1).
        mgmt_client_address: text = "mgca",
        /// `rms`: roamingStatus (`xs:boolean`, 0..1). Assigned by the hosting CSE.
        roaming_status: bool = "rms",
        /// `nid`: networkID (`xs:string`, 0..1). Assigned by the hosting CSE.
        network_id: text = "nid",
        /// `nty`: nodeType (`xs:nonNegativeInteger`, 0..1).
        node_type: u64 = "nty",
    }
}

resource! {
    /// `<notificationTargetMgmtPolicyRef>`: `m2m:ntpr`.
    NotificationTargetMgmtPolicyRef: "m2m:ntpr" 25;
    parts { common: Common, }
    new { notification_target_uri: [text], }
    preset {}
    {
        /// `ntu`: notificationTargetURI (`list of xs:anyURI`, 1, a list). Mandatory in a request to create it.
        notification_target_uri: [text] = "ntu",
        /// `npi`: notificationPolicyID (`xs:anyURI`, 0..1).
        notification_policy_id: text = "npi",
    }
}

resource! {
    /// `<notificationTargetPolicy>`: `m2m:ntp`.
    NotificationTargetPolicy: "m2m:ntp" 26;
    parts { common: Common, }
    new { action: (enumerations::NotificationTargetPolicyAction), policy_label: text, }
    preset {}
    {
        /// `acn`: action (`m2m:notificationTargetPolicyAction`, 1). Mandatory in a request to create it.
        action: (enumerations::NotificationTargetPolicyAction) = "acn",
        /// `plbl`: policyLabel (`xs:token`, 1). Mandatory in a request to create it.
        policy_label: text = "plbl",
        /// `rrs`: rulesRelationship (`m2m:logicalOperator`, 0..1).
        rules_relationship: (enumerations::LogicalOperator) = "rrs",
    }
}

resource! {
    /// `<ontology>`: `m2m:ont`.
    Ontology: "m2m:ont" 39 announced "m2m:ontA";
    parts { common: Common, }
    new { ontology_format: (enumerations::SemanticFormat), ontology_content: any, }
    preset {}
    {
        /// `dc`: description (`xs:string`, 0..1).
        description: text = "dc",
        /// `ontf`: ontologyFormat (`m2m:semanticFormat`, 1).
        ontology_format: (enumerations::SemanticFormat) = "ontf",
        /// `ontc`: ontologyContent (`xs:anySimpleType`, 1).
        ontology_content: any = "ontc",
        /// `soe`: semanticOpExec (`m2m:sparql`, 0..1).
        semantic_op_exec: text = "soe",
    }
}

resource! {
    /// `<ontologyRepository>`: `m2m:ontr`.
    OntologyRepository: "m2m:ontr" 38 announced "m2m:ontrA";
    parts { common: Common, }
    new {}
    preset {}
    {
    }
}

resource! {
    /// `<policyDeletionRules>`: `m2m:pdr`.
    PolicyDeletionRules: "m2m:pdr" 27;
    parts { common: Common, }
    new {}
    preset {}
    {
        /// `dr`: deletionRules (`m2m:deletionContexts`, 0..1).
        deletion_rules: (types::DeletionContexts) = "dr",
        /// `drr`: deletionRulesRelation (`m2m:logicalOperator`, 0..1).
        deletion_rules_relation: (enumerations::LogicalOperator) = "drr",
    }
}

resource! {
    /// `<pollingChannel>`: `m2m:pch`.
    PollingChannel: "m2m:pch" 15;
    parts { common: Common, }
    new {}
    preset {}
    {
        /// `rqag`: requestAggregation (`xs:boolean`, 0..1).
        request_aggregation: bool = "rqag",
        /// `pcu`: pollingChannelURI (`xs:anyURI`, 0..1).
        polling_channel_uri: text = "pcu",
    }
}

resource! {
    /// `<primitiveProfile>`: `m2m:prp`.
    PrimitiveProfile: "m2m:prp" 62 announced "m2m:prpA";
    parts { common: Common, }
    new { id_list: [text], }
    preset {}
    {
        /// `idl`: IDList (`list of m2m:ID`, 1, a list). Mandatory in a request to create it.
        id_list: [text] = "idl",
        /// `rtys`: resourceTypes (`list of m2m:resourceType`, 0..1, a list).
        resource_types: [ResourceType] = "rtys",
        /// `ops`: operations (`list of m2m:operation`, 0..1, a list).
        operations: [Operation] = "ops",
        /// `rsds`: resourceIDs (`list of xs:anyURI`, 0..1, a list).
        resource_ids: [text] = "rsds",
        /// `rvs`: releaseVersions (`list of xs:string`, 0..1, a list).
        release_versions: [text] = "rvs",
        /// `adds`: additions (`m2m:attribute`, 0..n).
        additions: [types::Attribute] = "adds",
        /// `dels`: deletions (`list of xs:NCName`, 0..1, a list).
        deletions: [text] = "dels",
        /// `appl`: applicability (`list of xs:string`, 0..1, a list).
        applicability: [text] = "appl",
    }
}

resource! {
    /// `<processManagement>`: `m2m:prmr`.
    ProcessManagement: "m2m:prmr" 63 announced "m2m:prmrA";
    parts { common: Common, }
    new {}
    preset {}
    {
        /// `prst`: processStatus (`m2m:processStatus`, 1). Assigned by the hosting CSE.
        process_status: (enumerations::ProcessStatus) = "prst",
        /// `prct`: processControl (`m2m:processControl`, 1). Assigned by the hosting CSE.
        process_control: (enumerations::ProcessControl) = "prct",
        /// `cust`: currentState (`m2m:ID`, 1). Assigned by the hosting CSE.
        current_state: text = "cust",
        /// `atcos`: activateConditions (`m2m:processConditions`, 0..n). Assigned by the hosting CSE.
        activate_conditions: [types::ProcessConditions] = "atcos",
        /// `encos`: endConditions (`m2m:processConditions`, 0..n). Assigned by the hosting CSE.
        end_conditions: [types::ProcessConditions] = "encos",
        /// `inst`: initialState (`m2m:ID`, 1). Assigned by the hosting CSE.
        initial_state: text = "inst",
    }
}

resource! {
    /// `<remoteCSE>`: `m2m:csr`.
    RemoteCse: "m2m:csr" 16 announced "m2m:csrA";
    parts { common: Common, }
    new { cse_base: text, request_reachability: bool, supported_release_versions: [text], }
    preset {}
    {
        /// `cst`: cseType (`m2m:cseTypeID`, 0..1).
        cse_type: (enumerations::CseTypeId) = "cst",
        /// `poa`: pointOfAccess (`m2m:poaList`, 0..1, a list).
        point_of_access: [text] = "poa",
        /// `cb`: CSEBase (`xs:anyURI`, 1). Mandatory in a request to create it.
        cse_base: text = "cb",
        /// `csi`: CSE-ID (`m2m:ID`, 1).
        cse_id: text = "csi",
        /// `mei`: M2M-Ext-ID (`m2m:externalID`, 0..1).
        m2m_ext_id: text = "mei",
        /// `tri`: Trigger-Recipient-ID (`m2m:triggerRecipientID`, 0..1).
        trigger_recipient_id: u64 = "tri",
        /// `rr`: requestReachability (`xs:boolean`, 1). Mandatory in a request to create it.
        request_reachability: bool = "rr",
        /// `nl`: nodeLink (`xs:anyURI`, 0..1).
        node_link: text = "nl",
        /// `trn`: triggerReferenceNumber (`xs:unsignedInt`, 0..1).
        trigger_reference_number: u32 = "trn",
        /// `csz`: contentSerialization (`m2m:serializations`, 0..1, a list).
        content_serialization: [text] = "csz",
        /// `esi`: e2eSecInfo (`m2m:e2eSecInfo`, 0..1).
        e2e_sec_info: (types::E2eSecInfo) = "esi",
        /// `dcse`: descendantCSEs (`m2m:listOfM2MID`, 0..1, a list).
        descendant_cses: [text] = "dcse",
        /// `srv`: supportedReleaseVersions (`m2m:supportedReleaseVersions`, 0..1, a list). Mandatory in a request to create it.
        supported_release_versions: [text] = "srv",
        /// `mtcc`: multicastCapability (`m2m:multicastCapability`, 0..1).
        multicast_capability: (enumerations::MulticastCapability) = "mtcc",
        /// `egid`: externalGroupID (`m2m:externalID`, 0..1).
        external_group_id: text = "egid",
        /// `tren`: triggerEnable (`xs:boolean`, 0..1).
        trigger_enable: bool = "tren",
        /// `ape`: activityPatternElements (`m2m:activityPatternElements`, 0..1).
        activity_pattern_elements: (types::ActivityPatternElements) = "ape",
        /// `spi`: SP-ID (`m2m:ID`, 1).
        sp_id: text = "spi",
        /// `ici`: IN-CSE-ID (`m2m:ID`, 0..1).
        in_cse_id: text = "ici",
    }
}

resource! {
    /// `<request>`: `m2m:req`.
    Request: "m2m:req" 17;
    parts { common: Common, }
    new { operation: Operation, target: text, originator: text, request_id: text, meta_information: (types::MetaInformation), request_status: (enumerations::RequestStatus), }
    preset {}
    {
        /// `op`: operation (`m2m:operation`, 1).
        operation: Operation = "op",
        /// `tg`: target (`xs:anyURI`, 1). Mandatory in a request to create it.
        target: text = "tg",
        /// `org`: originator (`m2m:ID`, 1).
        originator: text = "org",
        /// `rid`: requestID (`m2m:requestID`, 1). Mandatory in a request to create it.
        request_id: text = "rid",
        /// `mi`: metaInformation (`m2m:metaInformation`, 1). Mandatory in a request to create it.
        meta_information: (types::MetaInformation) = "mi",
        /// `pc`: primitiveContent (`m2m:primitiveContent`, 0..1).
        primitive_content: any = "pc",
        /// `rs`: requestStatus (`m2m:requestStatus`, 1). Mandatory in a request to create it.
        request_status: (enumerations::RequestStatus) = "rs",
        /// `ors`: operationResult (`m2m:operationResult`, 1).
        operation_result: (types::OperationResult) = "ors",
    }
}

resource! {
    /// `<role>`: `m2m:rol`.
    Role: "m2m:rol" 31;
    parts { common: Common, }
    new { role_id: text, issuer: text, holder: text, not_before: Timestamp, not_after: Timestamp, }
    preset {}
    {
        /// `rlid`: roleID (`m2m:roleID`, 1).
        role_id: text = "rlid",
        /// `tkis`: issuer (`m2m:ID`, 1).
        issuer: text = "tkis",
        /// `tkhd`: holder (`m2m:ID`, 1).
        holder: text = "tkhd",
        /// `tknb`: notBefore (`m2m:timestamp`, 1).
        not_before: Timestamp = "tknb",
        /// `tkna`: notAfter (`m2m:timestamp`, 1).
        not_after: Timestamp = "tkna",
        /// `rlnm`: roleName (`xs:string`, 0..1).
        role_name: text = "rlnm",
        /// `rltl`: tokenLink (`xs:anyURI`, 0..1).
        token_link: text = "rltl",
    }
}

resource! {
    /// `<schedule>`: `m2m:sch`.
    Schedule: "m2m:sch" 18 announced "m2m:schA";
    parts { common: Common, }
    new { schedule_element: (types::ScheduleEntries), }
    preset {}
    {
        /// `se`: scheduleElement (`m2m:scheduleEntries`, 1). Mandatory in a request to create it.
        schedule_element: (types::ScheduleEntries) = "se",
        /// `nco`: networkCoordinated (`xs:boolean`, 0..1).
        network_coordinated: bool = "nco",
    }
}

resource! {
    /// `<semanticDescriptor>`: `m2m:smd`.
    SemanticDescriptor: "m2m:smd" 24 announced "m2m:smdA";
    parts { common: Common, }
    new { descriptor_representation: (enumerations::SemanticFormat), descriptor: text, }
    preset {}
    {
        /// `dcrp`: descriptorRepresentation (`m2m:semanticFormat`, 1). Mandatory in a request to create it.
        descriptor_representation: (enumerations::SemanticFormat) = "dcrp",
        /// `soe`: semanticOpExec (`m2m:sparql`, 0..1). Assigned by the hosting CSE.
        semantic_op_exec: text = "soe",
        /// `dsp`: descriptor (`xs:base64Binary`, 1). Mandatory in a request to create it.
        descriptor: text = "dsp",
        /// `or`: ontologyRef (`xs:anyURI`, 0..1).
        ontology_ref: text = "or",
        /// `rels`: relatedSemantics (`list of xs:anyURI`, 0..1, a list).
        related_semantics: [text] = "rels",
        /// `svd`: semanticValidated (`xs:boolean`, 0..1). Assigned by the hosting CSE.
        semantic_validated: bool = "svd",
        /// `vlde`: validationEnable (`xs:boolean`, 0..1).
        validation_enable: bool = "vlde",
    }
}

resource! {
    /// `<semanticMashupInstance>`: `m2m:smi`.
    SemanticMashupInstance: "m2m:smi" 41 announced "m2m:smiA";
    parts { common: Common, }
    new { smjp_id: text, member_store_type: (enumerations::MashupMemberStoreType), result_gen_type: (enumerations::MashupResultGenType), }
    preset {}
    {
        /// `mjid`: smjpID (`xs:anyURI`, 1).
        smjp_id: text = "mjid",
        /// `jpin`: smjpInputParameter (`xs:base64Binary`, 0..1).
        smjp_input_parameter: text = "jpin",
        /// `mst`: memberStoreType (`m2m:mashupMemberStoreType`, 1).
        member_store_type: (enumerations::MashupMemberStoreType) = "mst",
        /// `msm`: mashupMember (`m2m:mashupMembers`, 0..1).
        mashup_member: (types::MashupMembers) = "msm",
        /// `rgt`: resultGenType (`m2m:mashupResultGenType`, 1).
        result_gen_type: (enumerations::MashupResultGenType) = "rgt",
        /// `prg`: periodForResultGen (`xs:duration`, 0..1).
        period_for_result_gen: text = "prg",
    }
}

resource! {
    /// `<semanticMashupJobProfile>`: `m2m:smjp`.
    SemanticMashupJobProfile: "m2m:smjp" 40 announced "m2m:smjpA";
    parts { common: Common, }
    new { member_filter: text, output_descriptor: text, function_descriptor: text, }
    preset {}
    {
        /// `mbft`: memberFilter (`m2m:sparql`, 1).
        member_filter: text = "mbft",
        /// `miid`: smiID (`m2m:listOfURIs`, 0..1, a list).
        smi_id: [text] = "miid",
        /// `iptd`: inputDescriptor (`xs:base64Binary`, 0..1).
        input_descriptor: text = "iptd",
        /// `uptd`: outputDescriptor (`xs:base64Binary`, 1).
        output_descriptor: text = "uptd",
        /// `fucd`: functionDescriptor (`xs:base64Binary`, 1).
        function_descriptor: text = "fucd",
    }
}

resource! {
    /// `<semanticMashupResult>`: `m2m:smr`.
    SemanticMashupResult: "m2m:smr" 42 announced "m2m:smrA";
    parts { common: Common, }
    new { mashup_result_format: [text], mashup_result: text, }
    preset {}
    {
        /// `jpin`: smjpInputParameter (`xs:base64Binary`, 0..1).
        smjp_input_parameter: text = "jpin",
        /// `mrf`: mashupResultFormat (`m2m:serializations`, 1, a list).
        mashup_result_format: [text] = "mrf",
        /// `mrt`: mashupResult (`xs:base64Binary`, 1).
        mashup_result: text = "mrt",
    }
}

resource! {
    /// `<serviceSubscribedAppRule>`: `m2m:asar`.
    ServiceSubscribedAppRule: "m2m:asar" 19;
    parts { common: Common, }
    new {}
    preset {}
    {
        /// `apci`: applicableCredIDs (`m2m:listOfM2MID`, 0..1, a list).
        applicable_cred_ids: [text] = "apci",
        /// `aai`: allowedApp-IDs (`m2m:listOfM2MID`, 0..1, a list).
        allowed_app_ids: [text] = "aai",
        /// `aae`: allowedAEs (`m2m:listOfM2MID`, 0..1, a list).
        allowed_aes: [text] = "aae",
        /// `ari`: allowedRole-IDs (`list of m2m:roleID`, 0..1, a list).
        allowed_role_ids: [text] = "ari",
    }
}

resource! {
    /// `<serviceSubscribedNode>`: `m2m:svsn`.
    ServiceSubscribedNode: "m2m:svsn" 20;
    parts { common: Common, }
    new { node_id: text, }
    preset {}
    {
        /// `ni`: nodeID (`m2m:nodeID`, 1).
        node_id: text = "ni",
        /// `csi`: CSE-ID (`m2m:ID`, 0..1).
        cse_id: text = "csi",
        /// `di`: deviceIdentifier (`list of m2m:deviceID`, 0..1, a list).
        device_identifier: [text] = "di",
        /// `rlk`: ruleLinks (`list of xs:anyURI`, 0..1, a list).
        rule_links: [text] = "rlk",
        /// `nrq`: niddRequired (`xs:boolean`, 0..1).
        nidd_required: bool = "nrq",
    }
}

resource! {
    /// `<state>`: `m2m:stte`.
    State: "m2m:stte" 64 announced "m2m:stteA";
    parts { common: Common, }
    new {}
    preset {}
    {
        /// `sact`: stateActive (`xs:boolean`, 1). Assigned by the hosting CSE.
        state_active: bool = "sact",
        /// `stac`: stateAction (`m2m:ID`, 0..1). Assigned by the hosting CSE.
        state_action: text = "stac",
        /// `sttrs`: stateTranistions (`m2m:stateTransition`, 0..n).
        state_tranistions: [types::StateTransition] = "sttrs",
    }
}

resource! {
    /// `<statsCollect>`: `m2m:stcl`.
    StatsCollect: "m2m:stcl" 21;
    parts { common: Common, }
    new { stats_collect_id: text, collecting_entity_id: text, stats_rule_status: (enumerations::StatsRuleStatusType), stat_model: (enumerations::StatModelType), }
    preset {}
    {
        /// `sci`: statsCollectID (`xs:string`, 1).
        stats_collect_id: text = "sci",
        /// `cei`: collectingEntityID (`m2m:ID`, 1).
        collecting_entity_id: text = "cei",
        /// `cdi`: collectedEntityID (`m2m:listOfM2MID`, 0..1, a list).
        collected_entity_id: [text] = "cdi",
        /// `srs`: statsRuleStatus (`m2m:statsRuleStatusType`, 1).
        stats_rule_status: (enumerations::StatsRuleStatusType) = "srs",
        /// `sm`: statModel (`m2m:statModelType`, 1).
        stat_model: (enumerations::StatModelType) = "sm",
        /// `cp`: collectPeriod (`m2m:scheduleEntries`, 0..1).
        collect_period: (types::ScheduleEntries) = "cp",
        /// `evi`: eventID (`xs:string`, 0..1).
        event_id: text = "evi",
    }
}

resource! {
    /// `<statsConfig>`: `m2m:stcg`.
    StatsConfig: "m2m:stcg" 22;
    parts { common: Common, }
    new {}
    preset {}
    {
    }
}

resource! {
    /// `<subscription>`: `m2m:sub`.
    Subscription: "m2m:sub" 23;
    parts { common: Common, }
    new { notification_uri: [text], }
    preset {}
    {
        /// `enc`: eventNotificationCriteria (`m2m:eventNotificationCriteria`, 0..1).
        event_notification_criteria: (types::EventNotificationCriteria) = "enc",
        /// `exc`: expirationCounter (`xs:positiveInteger`, 0..1).
        expiration_counter: u64 = "exc",
        /// `nu`: notificationURI (`list of xs:anyURI`, 1, a list). Mandatory in a request to create it.
        notification_uri: [text] = "nu",
        /// `gpi`: groupID (`xs:anyURI`, 0..1).
        group_id: text = "gpi",
        /// `nfu`: notificationForwardingURI (`xs:anyURI`, 0..1).
        notification_forwarding_uri: text = "nfu",
        /// `bn`: batchNotify (`m2m:batchNotify`, 0..1).
        batch_notify: (types::BatchNotify) = "bn",
        /// `rl`: rateLimit (`m2m:rateLimit`, 0..1).
        rate_limit: (types::RateLimit) = "rl",
        /// `psn`: preSubscriptionNotify (`xs:positiveInteger`, 0..1).
        pre_subscription_notify: u64 = "psn",
        /// `pn`: pendingNotification (`m2m:pendingNotification`, 0..1).
        pending_notification: (enumerations::PendingNotification) = "pn",
        /// `nsp`: notificationStoragePriority (`xs:positiveInteger`, 0..1).
        notification_storage_priority: u64 = "nsp",
        /// `ln`: latestNotify (`xs:boolean`, 0..1).
        latest_notify: bool = "ln",
        /// `nct`: notificationContentType (`m2m:notificationContentType`, 1).
        notification_content_type: (enumerations::NotificationContentType) = "nct",
        /// `nec`: notificationEventCat (`m2m:eventCat`, 0..1).
        notification_event_cat: EventCategory = "nec",
        /// `su`: subscriberURI (`xs:anyURI`, 0..1).
        subscriber_uri: text = "su",
        /// `acrs`: associatedCrossResourceSub (`m2m:listOfURIs`, 0..1, a list).
        associated_cross_resource_sub: [text] = "acrs",
        /// `nse`: notificationStatsEnable (`xs:boolean`, 0..1).
        notification_stats_enable: bool = "nse",
        /// `nsi`: notificationStatsInfo (`m2m:setOfNotificationStatsInfo`, 0..n). Assigned by the hosting CSE.
        notification_stats_info: [types::SetOfNotificationStatsInfo] = "nsi",
        /// `eeno`: enableEventNotificationOriginator (`xs:boolean`, 0..1).
        enable_event_notification_originator: bool = "eeno",
        /// `ma`: maxAge (`xs:duration`, 0..1).
        max_age: text = "ma",
    }
}

resource! {
    /// `<timeSeries>`: `m2m:ts`.
    TimeSeries: "m2m:ts" 29 announced "m2m:tsA";
    parts { common: Common, }
    new {}
    preset {}
    {
        /// `mni`: maxNrOfInstances (`xs:nonNegativeInteger`, 0..1).
        max_nr_of_instances: u64 = "mni",
        /// `mbs`: maxByteSize (`xs:nonNegativeInteger`, 0..1).
        max_byte_size: u64 = "mbs",
        /// `mia`: maxInstanceAge (`xs:nonNegativeInteger`, 0..1).
        max_instance_age: u64 = "mia",
        /// `cni`: currentNrOfInstances (`xs:nonNegativeInteger`, 1). Assigned by the hosting CSE.
        current_nr_of_instances: u64 = "cni",
        /// `cbs`: currentByteSize (`xs:nonNegativeInteger`, 1). Assigned by the hosting CSE.
        current_byte_size: u64 = "cbs",
        /// `pei`: periodicInterval (`xs:positiveInteger`, 0..1).
        periodic_interval: u64 = "pei",
        /// `peid`: periodicIntervalDelta (`xs:nonNegativeInteger`, 0..1).
        periodic_interval_delta: u64 = "peid",
        /// `mdd`: missingDataDetect (`xs:boolean`, 0..1).
        missing_data_detect: bool = "mdd",
        /// `mdn`: missingDataMaxNr (`xs:positiveInteger`, 0..1).
        missing_data_max_nr: u64 = "mdn",
        /// `mdlt`: missingDataList (`m2m:missingDataList`, 0..1, a list). Assigned by the hosting CSE.
        missing_data_list: [text] = "mdlt",
        /// `mdc`: missingDataCurrentNr (`xs:nonNegativeInteger`, 1). Assigned by the hosting CSE.
        missing_data_current_nr: u64 = "mdc",
        /// `mdt`: missingDataDetectTimer (`xs:positiveInteger`, 0..1).
        missing_data_detect_timer: u64 = "mdt",
        /// `or`: ontologyRef (`xs:anyURI`, 0..1).
        ontology_ref: text = "or",
        /// `cnf`: contentInfo (`m2m:contentInfo`, 0..1).
        content_info: text = "cnf",
        /// `la`: latest (`xs:anyURI`, 0..1).
        latest: text = "la",
        /// `ol`: oldest (`xs:anyURI`, 0..1).
        oldest: text = "ol",
    }
}

resource! {
    /// `<timeSeriesInstance>`: `m2m:tsi`.
    TimeSeriesInstance: "m2m:tsi" 30 announced "m2m:tsiA";
    parts { common: Common, }
    new { data_generation_time: AbsoluteOrRelative, content: any, }
    preset {}
    {
        /// `dgt`: dataGenerationTime (`m2m:absRelTimestamp`, 1). Mandatory in a request to create it.
        data_generation_time: AbsoluteOrRelative = "dgt",
        /// `con`: content (`xs:anySimpleType`, 1).
        content: any = "con",
        /// `snr`: sequenceNr (`xs:nonNegativeInteger`, 0..1).
        sequence_nr: u64 = "snr",
        /// `cs`: contentSize (`xs:nonNegativeInteger`, 1). Assigned by the hosting CSE.
        content_size: u64 = "cs",
    }
}

resource! {
    /// `<timeSyncBeacon>`: `m2m:tsb`.
    TimeSyncBeacon: "m2m:tsb" 60 announced "m2m:tsbA";
    parts { common: Common, }
    new { beacon_criteria: u64, beacon_notification_uris: [text], }
    preset {}
    {
        /// `bcnr`: beaconRequester (`m2m:ID`, 0..1).
        beacon_requester: text = "bcnr",
        /// `bcnc`: beaconCriteria (`xs:nonNegativeInteger`, 1). Mandatory in a request to create it.
        beacon_criteria: u64 = "bcnc",
        /// `bcni`: beaconInterval (`xs:duration`, 0..1).
        beacon_interval: text = "bcni",
        /// `bcnt`: beaconThreshold (`xs:duration`, 0..1).
        beacon_threshold: text = "bcnt",
        /// `bcnu`: beaconNotificationURIs (`list of xs:anyURI`, 1, a list). Mandatory in a request to create it.
        beacon_notification_uris: [text] = "bcnu",
    }
}

resource! {
    /// `<token>`: `m2m:tk`.
    Token: "m2m:tk" 32;
    parts { common: Common, }
    new { token_id: text, token_object: text, }
    preset {}
    {
        /// `tkid`: tokenID (`m2m:tokenID`, 1).
        token_id: text = "tkid",
        /// `tkob`: tokenObject (`m2m:dynAuthJWT`, 1).
        token_object: text = "tkob",
        /// `vr`: version (`xs:string`, 0..1).
        version: text = "vr",
        /// `tkis`: issuer (`m2m:ID`, 0..1).
        issuer: text = "tkis",
        /// `tkhd`: holder (`m2m:ID`, 0..1).
        holder: text = "tkhd",
        /// `tknb`: notBefore (`m2m:timestamp`, 0..1).
        not_before: Timestamp = "tknb",
        /// `tkna`: notAfter (`m2m:timestamp`, 0..1).
        not_after: Timestamp = "tkna",
        /// `tknm`: tokenName (`xs:string`, 0..1).
        token_name: text = "tknm",
        /// `tkau`: audience (`list of m2m:ID`, 0..1, a list).
        audience: [text] = "tkau",
        /// `tkps`: permissions (`m2m:tokenPermissions`, 0..1).
        permissions: (types::TokenPermissions) = "tkps",
        /// `tkex`: extension (`xs:string`, 0..1).
        extension: text = "tkex",
    }
}

resource! {
    /// `<trafficPattern>`: `m2m:trpt`.
    TrafficPattern: "m2m:trpt" 33 announced "m2m:trptA";
    parts { common: Common, }
    new { target_network: [text], }
    preset {}
    {
        /// `ptn`: provideToNSE (`xs:boolean`, 0..1).
        provide_to_nse: bool = "ptn",
        /// `pri`: periodicIndicator (`m2m:periodicIndicator`, 0..1).
        periodic_indicator: u32 = "pri",
        /// `pdt`: periodicDurationTime (`xs:unsignedInt`, 0..1).
        periodic_duration_time: u32 = "pdt",
        /// `pit`: periodicIntervalTime (`xs:unsignedInt`, 0..1).
        periodic_interval_time: u32 = "pit",
        /// `sti`: stationaryIndication (`m2m:stationaryIndication`, 0..1).
        stationary_indication: (enumerations::StationaryIndication) = "sti",
        /// `dsi`: dataSizeIndicator (`xs:positiveInteger`, 0..1).
        data_size_indicator: u64 = "dsi",
        /// `vdt`: validityTime (`m2m:timestamp`, 0..1).
        validity_time: Timestamp = "vdt",
        /// `ttn`: targetNetwork (`m2m:listOfM2MID`, 1, a list).
        target_network: [text] = "ttn",
    }
}

resource! {
    /// `<transaction>`: `m2m:trac`.
    Transaction: "m2m:trac" 51;
    parts { common: Common, }
    new { transaction_id: text, transaction_control: (enumerations::TransactionControl), transaction_state: (enumerations::TransactionState), request_primitive: (types::RequestPrimitive), }
    preset {}
    {
        /// `tid`: transactionID (`xs:string`, 1).
        transaction_id: text = "tid",
        /// `tctl`: transactionControl (`m2m:transactionControl`, 1).
        transaction_control: (enumerations::TransactionControl) = "tctl",
        /// `trst`: transactionState (`m2m:transactionState`, 1).
        transaction_state: (enumerations::TransactionState) = "trst",
        /// `tltm`: transactionLockTime (`m2m:timestamp`, 0..1).
        transaction_lock_time: Timestamp = "tltm",
        /// `text`: transactionExecuteTime (`m2m:timestamp`, 0..1).
        transaction_execute_time: Timestamp = "text",
        /// `tct`: transactionCommitTime (`m2m:timestamp`, 0..1).
        transaction_commit_time: Timestamp = "tct",
        /// `tltp`: transactionLockType (`m2m:transactionLockType`, 0..1).
        transaction_lock_type: (enumerations::TransactionLockType) = "tltp",
        /// `m2m:rqp`: requestPrimitive (`m2m:requestPrimitive`, 1).
        request_primitive: (types::RequestPrimitive) = "m2m:rqp",
        /// `m2m:rsp`: responsePrimitive (`m2m:responsePrimitive`, 0..1).
        response_primitive: (types::ResponsePrimitive) = "m2m:rsp",
    }
}

resource! {
    /// `<transactionMgmt>`: `m2m:tram`.
    TransactionMgmt: "m2m:tram" 50;
    parts { common: Common, }
    new { transaction_state: (enumerations::TransactionState), request_primitives: (types::AggregatedRequest), response_primitives: (types::AggregatedResponse), }
    preset {}
    {
        /// `tltm`: transactionLockTime (`m2m:timestamp`, 0..1).
        transaction_lock_time: Timestamp = "tltm",
        /// `text`: transactionExecuteTime (`m2m:timestamp`, 0..1).
        transaction_execute_time: Timestamp = "text",
        /// `tct`: transactionCommitTime (`m2m:timestamp`, 0..1).
        transaction_commit_time: Timestamp = "tct",
        /// `tept`: transactionExpirationTime (`m2m:timestamp`, 0..1).
        transaction_expiration_time: Timestamp = "tept",
        /// `tmd`: transactionMode (`m2m:transactionMode`, 0..1).
        transaction_mode: (enumerations::TransactionMode) = "tmd",
        /// `tltp`: transactionLockType (`m2m:transactionLockType`, 0..1).
        transaction_lock_type: (enumerations::TransactionLockType) = "tltp",
        /// `tctl`: transactionControl (`m2m:transactionControl`, 0..1).
        transaction_control: (enumerations::TransactionControl) = "tctl",
        /// `trst`: transactionState (`m2m:transactionState`, 1).
        transaction_state: (enumerations::TransactionState) = "trst",
        /// `tmr`: transactionMaxRetries (`xs:nonNegativeInteger`, 0..1).
        transaction_max_retries: u64 = "tmr",
        /// `tmh`: transactionMgmtHandling (`m2m:transactionMgmtHandling`, 0..1).
        transaction_mgmt_handling: (enumerations::TransactionMgmtHandling) = "tmh",
        /// `rqps`: requestPrimitives (`m2m:aggregatedRequest`, 1).
        request_primitives: (types::AggregatedRequest) = "rqps",
        /// `rsps`: responsePrimitives (`m2m:aggregatedResponse`, 1).
        response_primitives: (types::AggregatedResponse) = "rsps",
    }
}

resource! {
    /// `<triggerRequest>`: `m2m:tgr`.
    TriggerRequest: "m2m:tgr" 47;
    parts { common: Common, }
    new { m2m_ext_id: text, trigger_recipient_id: u64, trigger_status: (enumerations::TriggerStatus), trigger_validity_time: text, }
    preset {}
    {
        /// `mei`: M2M-Ext-ID (`m2m:externalID`, 1).
        m2m_ext_id: text = "mei",
        /// `tri`: Trigger-Recipient-ID (`m2m:triggerRecipientID`, 1).
        trigger_recipient_id: u64 = "tri",
        /// `tpe`: triggerPurpose (`m2m:triggerPurpose`, 1).
        trigger_purpose: (enumerations::TriggerPurpose) = "tpe",
        /// `tst`: triggerStatus (`m2m:triggerStatus`, 1).
        trigger_status: (enumerations::TriggerStatus) = "tst",
        /// `tvt`: triggerValidityTime (`xs:duration`, 1).
        trigger_validity_time: text = "tvt",
        /// `tiae`: triggerInfoAE-ID (`m2m:ID`, 0..1).
        trigger_info_ae_id: text = "tiae",
        /// `tia`: triggerInfoAddress (`xs:anyURI`, 0..1).
        trigger_info_address: text = "tia",
        /// `tio`: triggerInfoOperation (`m2m:operation`, 0..1).
        trigger_info_operation: Operation = "tio",
        /// `tirt`: targetedResourceType (`m2m:resourceType`, 0..1).
        targeted_resource_type: ResourceType = "tirt",
        /// `trf`: triggerReference (`xs:string`, 0..1).
        trigger_reference: text = "trf",
    }
}
