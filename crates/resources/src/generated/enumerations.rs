//! The enumerations (TS-0004 6.3.4).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

enumerations! {
    /// `dcfg:cellularNetworkBearer`. Unknown numbers are kept.
    CellularNetworkBearer: "dcfg:cellularNetworkBearer" {
        /// `0`: GSM cellular network.
        GSM_CELLULAR_NETWORK = 0,
        /// `1`: TD-SCDMA cellular network.
        TD_SCDMA_CELLULAR_NETWORK = 1,
        /// `2`: WCDMA cellular network.
        WCDMA_CELLULAR_NETWORK = 2,
        /// `3`: CDMA2000 cellular network.
        CDMA2000_CELLULAR_NETWORK = 3,
        /// `4`: WiMAX cellular network.
        WIMAX_CELLULAR_NETWORK = 4,
        /// `5`: LTE-TDD cellular network.
        LTE_TDD_CELLULAR_NETWORK = 5,
        /// `6`: LTE-FDD cellular network.
        LTE_FDD_CELLULAR_NETWORK = 6,
        /// `7`: NB-IoT.
        NB_IO_T = 7,
    }

    /// `dcfg:coverageEnhancementLevel`. Unknown numbers are kept.
    CoverageEnhancementLevel: "dcfg:coverageEnhancementLevel" {
        /// `0`: No Coverage Enhancement in the serving cell.
        NO_COVERAGE_ENHANCEMENT_IN_THE_SERVING_CELL = 0,
        /// `1`: Coverage Enhancement level 0.
        COVERAGE_ENHANCEMENT_LEVEL_0 = 1,
        /// `2`: Coverage Enhancement level 1.
        COVERAGE_ENHANCEMENT_LEVEL_1 = 2,
        /// `3`: Coverage Enhancement level 2.
        COVERAGE_ENHANCEMENT_LEVEL_2 = 3,
        /// `4`: Coverage Enhancement level 3.
        COVERAGE_ENHANCEMENT_LEVEL_3 = 4,
    }

    /// `dcfg:simStatus`. Unknown numbers are kept.
    SimStatus: "dcfg:simStatus" {
        /// `0`: inactive.
        INACTIVE = 0,
        /// `1`: active.
        ACTIVE = 1,
    }

    /// `dcfg:simType`. Unknown numbers are kept.
    SimType: "dcfg:simType" {
        /// `0`: UICC (removable).
        UICC_REMOVABLE = 0,
        /// `1`: eUICC (removable).
        EUICC_REMOVABLE = 1,
        /// `2`: eUICC (non-removable).
        EUICC_NON_REMOVABLE = 2,
        /// `3`: iUICC.
        I_UICC = 3,
    }

    /// `dcfg:wifiConnectionStatus`. Unknown numbers are kept.
    WifiConnectionStatus: "dcfg:wifiConnectionStatus" {
        /// `0`: Disconnected.
        DISCONNECTED = 0,
        /// `1`: Connected.
        CONNECTED = 1,
        /// `2`: Idle.
        IDLE = 2,
        /// `3`: No SSID available.
        NO_SSID_AVAILABLE = 3,
        /// `4`: Scan completed.
        SCAN_COMPLETED = 4,
        /// `5`: Failed.
        FAILED = 5,
        /// `6`: Lost.
        LOST = 6,
    }

    /// `dcfg:wifiEncryptionType`. Unknown numbers are kept.
    WifiEncryptionType: "dcfg:wifiEncryptionType" {
        /// `1`: None.
        NONE = 1,
        /// `2`: WEP.
        WEP = 2,
        /// `3`: WPA Personal.
        WPA_PERSONAL = 3,
        /// `4`: WPA2 Personal.
        WPA2_PERSONAL = 4,
        /// `5`: WPA3 Personal.
        WPA3_PERSONAL = 5,
        /// `6`: WPA Enterprise.
        WPA_ENTERPRISE = 6,
        /// `7`: WPA2 Enterprise.
        WPA2_ENTERPRISE = 7,
        /// `8`: WPA3 Enterprise.
        WPA3_ENTERPRISE = 8,
    }

    /// `m2m:AERegistrationStatus`. Unknown numbers are kept.
    AeRegistrationStatus: "m2m:AERegistrationStatus" {
        /// `1`: ACTIVE.
        ACTIVE = 1,
        /// `2`: INACTIVE.
        INACTIVE = 2,
    }

    /// `m2m:accessControlOperations`. Unknown numbers are kept.
    AccessControlOperations: "m2m:accessControlOperations" {
        /// `1`: CREATE.
        CREATE = 1,
        /// `2`: RETRIEVE.
        RETRIEVE = 2,
        /// `4`: UPDATE.
        UPDATE = 4,
        /// `8`: DELETE.
        DELETE = 8,
        /// `16`: NOTIFY.
        NOTIFY = 16,
        /// `32`: DISCOVERY.
        DISCOVERY = 32,
    }

    /// `m2m:acpCombiningAlgorithm`. Unknown numbers are kept.
    AcpCombiningAlgorithm: "m2m:acpCombiningAlgorithm" {
        /// `1`: PERMIT_OVERRIDES.
        PERMIT_OVERRIDES = 1,
    }

    /// `m2m:allJoynDirection`. Unknown numbers are kept.
    AllJoynDirection: "m2m:allJoynDirection" {
        /// `1`: AllJoyn_to_oneM2M.
        ALL_JOYN_TO_ONE_M2M = 1,
        /// `2`: oneM2M_to_AllJoyn.
        ONE_M2M_TO_ALL_JOYN = 2,
    }

    /// `m2m:authorizationDecision`. Unknown numbers are kept.
    AuthorizationDecision: "m2m:authorizationDecision" {
        /// `1`: PERMIT.
        PERMIT = 1,
        /// `2`: DENY.
        DENY = 2,
    }

    /// `m2m:authorizationStatus`. Unknown numbers are kept.
    AuthorizationStatus: "m2m:authorizationStatus" {
        /// `1`: OK.
        OK = 1,
        /// `2`: NOT_APPLICABLE.
        NOT_APPLICABLE = 2,
        /// `3`: MISSING_ATTRIBUTE.
        MISSING_ATTRIBUTE = 3,
        /// `4`: SYNTAX_ERROR.
        SYNTAX_ERROR = 4,
        /// `5`: PROCESSING_ERROR.
        PROCESSING_ERROR = 5,
    }

    /// `m2m:batteryStatus`. Unknown numbers are kept.
    BatteryStatus: "m2m:batteryStatus" {
        /// `1`: NORMAL.
        NORMAL = 1,
        /// `2`: CHARGING.
        CHARGING = 2,
        /// `3`: CHARGING_COMPLETE.
        CHARGING_COMPLETE = 3,
        /// `4`: DAMAGED.
        DAMAGED = 4,
        /// `5`: LOW_BATTERY.
        LOW_BATTERY = 5,
        /// `6`: NOT_INSTALLED.
        NOT_INSTALLED = 6,
        /// `7`: UNKNOWN.
        UNKNOWN = 7,
    }

    /// `m2m:cmdType`. Unknown numbers are kept.
    CmdType: "m2m:cmdType" {
        /// `1`: RESET.
        RESET = 1,
        /// `2`: REBOOT.
        REBOOT = 2,
        /// `3`: UPLOAD.
        UPLOAD = 3,
        /// `4`: DOWNLOAD.
        DOWNLOAD = 4,
        /// `5`: SOFTWAREINSTALL.
        SOFTWAREINSTALL = 5,
        /// `6`: SOFTWAREUNINSTALL.
        SOFTWAREUNINSTALL = 6,
        /// `7`: SOFTWAREUPDATE.
        SOFTWAREUPDATE = 7,
    }

    /// `m2m:consistencyStrategy`. Unknown numbers are kept.
    ConsistencyStrategy: "m2m:consistencyStrategy" {
        /// `1`: ABANDON_MEMBER.
        ABANDON_MEMBER = 1,
        /// `2`: ABANDON_GROUP.
        ABANDON_GROUP = 2,
        /// `3`: SET_MIXED.
        SET_MIXED = 3,
    }

    /// `m2m:contentSecurity`. Unknown numbers are kept.
    ContentSecurity: "m2m:contentSecurity" {
        /// `0`: none.
        NONE = 0,
        /// `1`: JWE/JWS compact serialization, no transfer encoding.
        JWE_JWS_COMPACT_SERIALIZATION_NO_TRANSFER_ENCODING = 1,
        /// `2`: JWE/JWS JSON serialization, no transfer encoding.
        JWE_JWS_JSON_SERIALIZATION_NO_TRANSFER_ENCODING = 2,
        /// `3`: JWE/JWS JSON serialization, base64.
        JWE_JWS_JSON_SERIALIZATION_BASE64 = 3,
        /// `4`: XML encryption/signature, no transfer encoding.
        XML_ENCRYPTION_SIGNATURE_NO_TRANSFER_ENCODING = 4,
        /// `5`: XML encryption/signature, base64.
        XML_ENCRYPTION_SIGNATURE_BASE64 = 5,
    }

    /// `m2m:cseTypeID`. Unknown numbers are kept.
    CseTypeId: "m2m:cseTypeID" {
        /// `1`: IN_CSE.
        IN_CSE = 1,
        /// `2`: MN_CSE.
        MN_CSE = 2,
        /// `3`: ASN_CSE.
        ASN_CSE = 3,
    }

    /// `m2m:encodingType`. Unknown numbers are kept.
    EncodingType: "m2m:encodingType" {
        /// `0`: plain.
        PLAIN = 0,
        /// `1`: base64 on string data.
        BASE64_ON_STRING_DATA = 1,
        /// `2`: base64 on binary data.
        BASE64_ON_BINARY_DATA = 2,
    }

    /// `m2m:esprimKeyGenAlgID`. Unknown numbers are kept.
    EsprimKeyGenAlgId: "m2m:esprimKeyGenAlgID" {
        /// `1`: HMAC-SHA256.
        HMAC_SHA256 = 1,
    }

    /// `m2m:esprimProtocolAndAlgID`. Unknown numbers are kept.
    EsprimProtocolAndAlgId: "m2m:esprimProtocolAndAlgID" {
        /// `10`: JWE compact, A128GCM.
        JWE_COMPACT_A128_GCM = 10,
        /// `11`: JWE compact, A192GCM.
        JWE_COMPACT_A192_GCM = 11,
        /// `12`: JWE compact, A256GCM.
        JWE_COMPACT_A256_GCM = 12,
    }

    /// `m2m:evalCriteriaOperator`. Unknown numbers are kept.
    EvalCriteriaOperator: "m2m:evalCriteriaOperator" {
        /// `1`: equal.
        EQUAL = 1,
        /// `2`: not equal.
        NOT_EQUAL = 2,
        /// `3`: greater than.
        GREATER_THAN = 3,
        /// `4`: less than.
        LESS_THAN = 4,
        /// `5`: greater than or equal.
        GREATER_THAN_OR_EQUAL = 5,
        /// `6`: less than or equal.
        LESS_THAN_OR_EQUAL = 6,
    }

    /// `m2m:evalMode`. Unknown numbers are kept.
    EvalMode: "m2m:evalMode" {
        /// `0`: off.
        OFF = 0,
        /// `1`: once.
        ONCE = 1,
        /// `2`: periodic.
        PERIODIC = 2,
        /// `3`: continuous.
        CONTINUOUS = 3,
    }

    /// `m2m:eventEvaluationMode`. Unknown numbers are kept.
    EventEvaluationMode: "m2m:eventEvaluationMode" {
        /// `1`: All events present.
        ALL_EVENTS_PRESENT = 1,
        /// `2`: All or some events present.
        ALL_OR_SOME_EVENTS_PRESENT = 2,
        /// `3`: All or some events missing.
        ALL_OR_SOME_EVENTS_MISSING = 3,
        /// `4`: All events missing.
        ALL_EVENTS_MISSING = 4,
        /// `5`: Some events missing.
        SOME_EVENTS_MISSING = 5,
    }

    /// `m2m:eventType`. Unknown numbers are kept.
    EventType: "m2m:eventType" {
        /// `1`: DATAOPERATION.
        DATAOPERATION = 1,
        /// `2`: STORAGEBASED.
        STORAGEBASED = 2,
        /// `3`: TIMERBASED.
        TIMERBASED = 3,
    }

    /// `m2m:execModeType`. Unknown numbers are kept.
    ExecModeType: "m2m:execModeType" {
        /// `1`: IMMEDIATEONCE.
        IMMEDIATEONCE = 1,
        /// `2`: IMMEDIATEREPEAT.
        IMMEDIATEREPEAT = 2,
        /// `3`: RANDOMONCE.
        RANDOMONCE = 3,
        /// `4`: RANDOMREPEAT.
        RANDOMREPEAT = 4,
    }

    /// `m2m:execResultType`. Unknown numbers are kept.
    ExecResultType: "m2m:execResultType" {
        /// `0`: STATUS_SUCCESS.
        STATUS_SUCCESS = 0,
        /// `1`: STATUS_REQUEST_UNSUPPORTED.
        STATUS_REQUEST_UNSUPPORTED = 1,
        /// `2`: STATUS_REQUEST DENIED.
        STATUS_REQUEST_DENIED = 2,
        /// `3`: STATUS_CANCELLATION_DENIED.
        STATUS_CANCELLATION_DENIED = 3,
        /// `4`: STATUS_INTERNAL_ERROR.
        STATUS_INTERNAL_ERROR = 4,
        /// `5`: STATUS_INVALID_ARGUMENTS.
        STATUS_INVALID_ARGUMENTS = 5,
        /// `6`: STATUS_RESOURCES_EXCEEDED.
        STATUS_RESOURCES_EXCEEDED = 6,
        /// `7`: STATUS_FILE_TRANSFER_FAILED.
        STATUS_FILE_TRANSFER_FAILED = 7,
        /// `8`: STATUS_FILE_TRANSFER_SERVER_AUTHENTICATION_FAILURE.
        STATUS_FILE_TRANSFER_SERVER_AUTHENTICATION_FAILURE = 8,
        /// `9`: STATUS_UNSUPPORTED_PROTOCOL.
        STATUS_UNSUPPORTED_PROTOCOL = 9,
        /// `10`: STATUS_UPLOAD_FAILED.
        STATUS_UPLOAD_FAILED = 10,
        /// `11`: STATUS_FILE_TRANSFER_FAILED_MULTICAST_GROUP_UNABLE_JOIN.
        STATUS_FILE_TRANSFER_FAILED_MULTICAST_GROUP_UNABLE_JOIN = 11,
        /// `12`: STATUS_FILE_TRANSFER_FAILED_SERVER_CONTACT_FAILED.
        STATUS_FILE_TRANSFER_FAILED_SERVER_CONTACT_FAILED = 12,
        /// `13`: STATUS_FILE_TRANSFER_FAILED_FILE_ACCESS_FAILED.
        STATUS_FILE_TRANSFER_FAILED_FILE_ACCESS_FAILED = 13,
        /// `14`: STATUS_FILE_TRANSFER_FAILED_DOWNLOAD_INCOMPLETE.
        STATUS_FILE_TRANSFER_FAILED_DOWNLOAD_INCOMPLETE = 14,
        /// `15`: STATUS_FILE_TRANSFER_FAILED_FILE_CORRUPTED.
        STATUS_FILE_TRANSFER_FAILED_FILE_CORRUPTED = 15,
        /// `16`: STATUS_FILE_TRANSFER_FILE_AUTHENTICATION_FAILURE.
        STATUS_FILE_TRANSFER_FILE_AUTHENTICATION_FAILURE = 16,
        /// `19`: STATUS_FILE_TRANSFER_WINDOW_EXCEEDED.
        STATUS_FILE_TRANSFER_WINDOW_EXCEEDED = 19,
        /// `20`: STATUS_INVALID_UUID_FORMAT.
        STATUS_INVALID_UUID_FORMAT = 20,
        /// `21`: STATUS_UNKNOWN_EXECUTION_ENVIRONMENT.
        STATUS_UNKNOWN_EXECUTION_ENVIRONMENT = 21,
        /// `22`: STATUS_DISABLED_EXECUTION_ENVIRONMENT.
        STATUS_DISABLED_EXECUTION_ENVIRONMENT = 22,
        /// `23`: STATUS_EXECUTION_ENVIRONMENT_MISMATCH.
        STATUS_EXECUTION_ENVIRONMENT_MISMATCH = 23,
        /// `24`: STATUS_DUPLICATE_DEPLOYMENT_UNIT.
        STATUS_DUPLICATE_DEPLOYMENT_UNIT = 24,
        /// `25`: STATUS_SYSTEM_RESOURCES_EXCEEDED.
        STATUS_SYSTEM_RESOURCES_EXCEEDED = 25,
        /// `26`: STATUS_UNKNOWN_DEPLOYMENT_UNIT.
        STATUS_UNKNOWN_DEPLOYMENT_UNIT = 26,
        /// `27`: STATUS_INVALID_DEPLOYMENT_UNIT_STATE.
        STATUS_INVALID_DEPLOYMENT_UNIT_STATE = 27,
        /// `28`: STATUS_INVALID_DEPLOYMENT_UNIT_UPDATE_DOWNGRADE_DISALLOWED.
        STATUS_INVALID_DEPLOYMENT_UNIT_UPDATE_DOWNGRADE_DISALLOWED = 28,
        /// `29`: STATUS_INVALID_DEPLOYMENT_UNIT_UPDATE_UPGRADE_DISALLOWED.
        STATUS_INVALID_DEPLOYMENT_UNIT_UPDATE_UPGRADE_DISALLOWED = 29,
        /// `30`: STATUS_INVALID_DEPLOYMENT_UNIT_UPDATE_VERSION_EXISTS.
        STATUS_INVALID_DEPLOYMENT_UNIT_UPDATE_VERSION_EXISTS = 30,
        /// `31`: STATUS_NOT_FINISHED.
        STATUS_NOT_FINISHED = 31,
    }

    /// `m2m:execStatusType`. Unknown numbers are kept.
    ExecStatusType: "m2m:execStatusType" {
        /// `1`: INITIATED.
        INITIATED = 1,
        /// `2`: PENDING.
        PENDING = 2,
        /// `3`: FINISHED.
        FINISHED = 3,
        /// `4`: CANCELLING.
        CANCELLING = 4,
        /// `5`: CANCELLED.
        CANCELLED = 5,
        /// `6`: STATUS_NON_CANCELLABLE.
        STATUS_NON_CANCELLABLE = 6,
    }

    /// `m2m:geoSpatialFunctionType`. Unknown numbers are kept.
    GeoSpatialFunctionType: "m2m:geoSpatialFunctionType" {
        /// `1`: Within.
        WITHIN = 1,
        /// `2`: Contains.
        CONTAINS = 2,
        /// `3`: Intersects.
        INTERSECTS = 3,
    }

    /// `m2m:geofenceEventCriteria`. Unknown numbers are kept.
    GeofenceEventCriteria: "m2m:geofenceEventCriteria" {
        /// `1`: Entering.
        ENTERING = 1,
        /// `2`: Leaving.
        LEAVING = 2,
        /// `3`: Inside.
        INSIDE = 3,
        /// `4`: Outside.
        OUTSIDE = 4,
    }

    /// `m2m:geometryType`. Unknown numbers are kept.
    GeometryType: "m2m:geometryType" {
        /// `1`: Point.
        POINT = 1,
        /// `2`: LineString.
        LINE_STRING = 2,
        /// `3`: Polygon.
        POLYGON = 3,
        /// `4`: MultiPoint.
        MULTI_POINT = 4,
        /// `5`: MultiLineString.
        MULTI_LINE_STRING = 5,
        /// `6`: MultiPolygon.
        MULTI_POLYGON = 6,
    }

    /// `m2m:locationInformationType`. Unknown numbers are kept.
    LocationInformationType: "m2m:locationInformationType" {
        /// `1`: Position fix.
        POSITION_FIX = 1,
        /// `2`: Geofence event.
        GEOFENCE_EVENT = 2,
    }

    /// `m2m:locationSource`. Unknown numbers are kept.
    LocationSource: "m2m:locationSource" {
        /// `1`: Network_based.
        NETWORK_BASED = 1,
        /// `2`: Device_based.
        DEVICE_BASED = 2,
        /// `3`: Sharing_based.
        SHARING_BASED = 3,
    }

    /// `m2m:locationUpdateEventCriteria`. Unknown numbers are kept.
    LocationUpdateEventCriteria: "m2m:locationUpdateEventCriteria" {
        /// `0`: Location_Change.
        LOCATION_CHANGE = 0,
    }

    /// `m2m:logStatus`. Unknown numbers are kept.
    LogStatus: "m2m:logStatus" {
        /// `1`: Started.
        STARTED = 1,
        /// `2`: Stopped.
        STOPPED = 2,
        /// `3`: Unknown.
        UNKNOWN = 3,
        /// `4`: NotPresent.
        NOT_PRESENT = 4,
        /// `5`: Error.
        ERROR = 5,
    }

    /// `m2m:logTypeId`. Unknown numbers are kept.
    LogTypeId: "m2m:logTypeId" {
        /// `1`: System.
        SYSTEM = 1,
        /// `2`: Security.
        SECURITY = 2,
        /// `3`: Event.
        EVENT = 3,
        /// `4`: Trace.
        TRACE = 4,
        /// `5`: Panic.
        PANIC = 5,
    }

    /// `m2m:logicalOperator`. Unknown numbers are kept.
    LogicalOperator: "m2m:logicalOperator" {
        /// `1`: AND operation.
        AND_OPERATION = 1,
        /// `2`: OR operation.
        OR_OPERATION = 2,
    }

    /// `m2m:mashupMemberStoreType`. Unknown numbers are kept.
    MashupMemberStoreType: "m2m:mashupMemberStoreType" {
        /// `1`: URI_ONLY.
        URI_ONLY = 1,
        /// `2`: URI_AND_VALUE.
        URI_AND_VALUE = 2,
    }

    /// `m2m:mashupResultGenType`. Unknown numbers are kept.
    MashupResultGenType: "m2m:mashupResultGenType" {
        /// `1`: WHEN_SMI_IS_CREATED.
        WHEN_SMI_IS_CREATED = 1,
        /// `2`: WHEN_MR_REQUESTS.
        WHEN_MR_REQUESTS = 2,
        /// `3`: PERIODICALLY.
        PERIODICALLY = 3,
        /// `4`: WHEN_A_MASHUP_MEMBER_IS_UPDATED.
        WHEN_A_MASHUP_MEMBER_IS_UPDATED = 4,
    }

    /// `m2m:memberType`. Unknown numbers are kept.
    MemberType: "m2m:memberType" {
        /// `0`: mixed.
        MIXED = 0,
        /// `1`: accessControlPolicy.
        ACCESS_CONTROL_POLICY = 1,
        /// `2`: AE.
        AE = 2,
        /// `3`: container.
        CONTAINER = 3,
        /// `4`: contentInstance.
        CONTENT_INSTANCE = 4,
        /// `5`: CSEBase.
        CSE_BASE = 5,
        /// `6`: delivery.
        DELIVERY = 6,
        /// `7`: eventConfig.
        EVENT_CONFIG = 7,
        /// `8`: execInstance.
        EXEC_INSTANCE = 8,
        /// `9`: group.
        GROUP = 9,
        /// `10`: locationPolicy.
        LOCATION_POLICY = 10,
        /// `11`: m2mServiceSubscriptionProfile.
        M2M_SERVICE_SUBSCRIPTION_PROFILE = 11,
        /// `12`: mgmtCmd.
        MGMT_CMD = 12,
        /// `13`: mgmtObj.
        MGMT_OBJ = 13,
        /// `14`: node.
        NODE = 14,
        /// `15`: pollingChannel.
        POLLING_CHANNEL = 15,
        /// `16`: remoteCSE.
        REMOTE_CSE = 16,
        /// `17`: request.
        REQUEST = 17,
        /// `18`: schedule.
        SCHEDULE = 18,
        /// `19`: serviceSubscribedAppRule.
        SERVICE_SUBSCRIBED_APP_RULE = 19,
        /// `20`: serviceSubscribedNode.
        SERVICE_SUBSCRIBED_NODE = 20,
        /// `21`: statsCollect.
        STATS_COLLECT = 21,
        /// `22`: statsConfig.
        STATS_CONFIG = 22,
        /// `23`: subscription.
        SUBSCRIPTION = 23,
        /// `24`: semanticDescriptor.
        SEMANTIC_DESCRIPTOR = 24,
        /// `25`: notificationTargetMgmtPolicyRef.
        NOTIFICATION_TARGET_MGMT_POLICY_REF = 25,
        /// `26`: notificationTargetPolicy.
        NOTIFICATION_TARGET_POLICY = 26,
        /// `27`: policyDeletionRules.
        POLICY_DELETION_RULES = 27,
        /// `28`: flexContainer.
        FLEX_CONTAINER = 28,
        /// `29`: timeSeries.
        TIME_SERIES = 29,
        /// `30`: timeSeriesInstance.
        TIME_SERIES_INSTANCE = 30,
        /// `31`: role.
        ROLE = 31,
        /// `32`: token.
        TOKEN = 32,
        /// `33`: void.
        VOID = 33,
        /// `34`: dynamicAuthorizationConsultation.
        DYNAMIC_AUTHORIZATION_CONSULTATION = 34,
        /// `35`: authorizationDecision.
        AUTHORIZATION_DECISION = 35,
        /// `36`: authorizationPolicy.
        AUTHORIZATION_POLICY = 36,
        /// `37`: authorizationInformation.
        AUTHORIZATION_INFORMATION = 37,
        /// `38`: ontologyRepository.
        ONTOLOGY_REPOSITORY = 38,
        /// `39`: ontology.
        ONTOLOGY = 39,
        /// `40`: semanticMashupJobProfile.
        SEMANTIC_MASHUP_JOB_PROFILE = 40,
        /// `41`: semanticMashupInstance.
        SEMANTIC_MASHUP_INSTANCE = 41,
        /// `42`: semanticMashupResult.
        SEMANTIC_MASHUP_RESULT = 42,
        /// `43`: AEContactList.
        AE_CONTACT_LIST = 43,
        /// `44`: AEContactListPerCSE.
        AE_CONTACT_LIST_PER_CSE = 44,
        /// `46`: multimediaSession.
        MULTIMEDIA_SESSION = 46,
        /// `47`: triggerRequest.
        TRIGGER_REQUEST = 47,
        /// `48`: crossResourceSubscription.
        CROSS_RESOURCE_SUBSCRIPTION = 48,
        /// `49`: backgroundDataTransfer.
        BACKGROUND_DATA_TRANSFER = 49,
        /// `50`: transactionMgmt.
        TRANSACTION_MGMT = 50,
        /// `51`: transaction.
        TRANSACTION = 51,
        /// `10001`: accessControlPolicyAnnc.
        ACCESS_CONTROL_POLICY_ANNC = 10001,
        /// `10002`: AEAnnc.
        AE_ANNC = 10002,
        /// `10003`: containerAnnc.
        CONTAINER_ANNC = 10003,
        /// `10004`: contentInstanceAnnc.
        CONTENT_INSTANCE_ANNC = 10004,
        /// `10009`: groupAnnc.
        GROUP_ANNC = 10009,
        /// `10010`: locationPolicyAnnc.
        LOCATION_POLICY_ANNC = 10010,
        /// `10013`: mgmtObjAnnc.
        MGMT_OBJ_ANNC = 10013,
        /// `10014`: nodeAnnc.
        NODE_ANNC = 10014,
        /// `10016`: remoteCSEAnnc.
        REMOTE_CSE_ANNC = 10016,
        /// `10018`: scheduleAnnc.
        SCHEDULE_ANNC = 10018,
        /// `10024`: semanticDescriptorAnnc.
        SEMANTIC_DESCRIPTOR_ANNC = 10024,
        /// `10028`: flexContainerAnnc.
        FLEX_CONTAINER_ANNC = 10028,
        /// `10029`: timeSeriesAnnc.
        TIME_SERIES_ANNC = 10029,
        /// `10030`: timeSeriesInstanceAnnc.
        TIME_SERIES_INSTANCE_ANNC = 10030,
        /// `10033`: void.
        VOID_10033 = 10033,
        /// `10038`: ontologyRepositoryAnnc.
        ONTOLOGY_REPOSITORY_ANNC = 10038,
        /// `10039`: ontologyAnnc.
        ONTOLOGY_ANNC = 10039,
        /// `10040`: semanticMashupJobProfileAnnc.
        SEMANTIC_MASHUP_JOB_PROFILE_ANNC = 10040,
        /// `10041`: semanticMashupInstanceAnnc.
        SEMANTIC_MASHUP_INSTANCE_ANNC = 10041,
        /// `10042`: semanticMashupResultAnnc.
        SEMANTIC_MASHUP_RESULT_ANNC = 10042,
        /// `10046`: multimediaSessionAnnc.
        MULTIMEDIA_SESSION_ANNC = 10046,
        /// `20001`: oldest.
        OLDEST = 20001,
        /// `20002`: latest.
        LATEST = 20002,
        /// `20003`: mashup.
        MASHUP = 20003,
    }

    /// `m2m:mgmtDefinition`. Unknown numbers are kept.
    MgmtDefinition: "m2m:mgmtDefinition" {
        /// `0`: Self-defined.
        SELF_DEFINED = 0,
        /// `1001`: firmware.
        FIRMWARE = 1001,
        /// `1002`: software.
        SOFTWARE = 1002,
        /// `1003`: memory.
        MEMORY = 1003,
        /// `1004`: areaNwkInfo.
        AREA_NWK_INFO = 1004,
        /// `1005`: areaNwkDeviceInfo.
        AREA_NWK_DEVICE_INFO = 1005,
        /// `1006`: battery.
        BATTERY = 1006,
        /// `1007`: deviceInfo.
        DEVICE_INFO = 1007,
        /// `1008`: deviceCapability.
        DEVICE_CAPABILITY = 1008,
        /// `1009`: reboot.
        REBOOT = 1009,
        /// `1010`: eventLog.
        EVENT_LOG = 1010,
        /// `1011`: cmdhPolicy.
        CMDH_POLICY = 1011,
        /// `1012`: activeCmdhPolicy.
        ACTIVE_CMDH_POLICY = 1012,
        /// `1013`: cmdhDefaults.
        CMDH_DEFAULTS = 1013,
        /// `1014`: cmdhDefEcValue.
        CMDH_DEF_EC_VALUE = 1014,
        /// `1015`: cmdhEcDefParamValues.
        CMDH_EC_DEF_PARAM_VALUES = 1015,
        /// `1016`: cmdhLimits.
        CMDH_LIMITS = 1016,
        /// `1017`: cmdhNetworkAccessRules.
        CMDH_NETWORK_ACCESS_RULES = 1017,
        /// `1018`: cmdhNwAccessRule.
        CMDH_NW_ACCESS_RULE = 1018,
        /// `1019`: cmdhBuffer.
        CMDH_BUFFER = 1019,
        /// `1020`: registration.
        REGISTRATION = 1020,
        /// `1021`: dataCollection.
        DATA_COLLECTION = 1021,
        /// `1022`: authenticationProfile.
        AUTHENTICATION_PROFILE = 1022,
        /// `1023`: myCertFileCred.
        MY_CERT_FILE_CRED = 1023,
        /// `1024`: trustAnchorCred.
        TRUST_ANCHOR_CRED = 1024,
        /// `1025`: MAFClientRegCfg.
        MAF_CLIENT_REG_CFG = 1025,
        /// `1026`: MEFClientRegCfg.
        MEF_CLIENT_REG_CFG = 1026,
        /// `1027`: OAuth2Authentication.
        O_AUTH2_AUTHENTICATION = 1027,
        /// `1028`: wifiClient.
        WIFI_CLIENT = 1028,
        /// `1029`: credentials.
        CREDENTIALS = 1029,
        /// `1030`: SIM.
        SIM = 1030,
        /// `1031`: mobileNetwork.
        MOBILE_NETWORK = 1031,
    }

    /// `m2m:multicastCapability`. Unknown numbers are kept.
    MulticastCapability: "m2m:multicastCapability" {
        /// `1`: MBMS.
        MBMS = 1,
        /// `2`: IP.
        IP = 2,
    }

    /// `m2m:networkAction`. Unknown numbers are kept.
    NetworkAction: "m2m:networkAction" {
        /// `1`: cellular-registration.
        CELLULAR_REGISTRATION = 1,
        /// `2`: cellular-attach.
        CELLULAR_ATTACH = 2,
        /// `3`: cellular-pdpctxact.
        CELLULAR_PDPCTXACT = 3,
        /// `4`: cellular-sms.
        CELLULAR_SMS = 4,
        /// `5`: default.
        DEFAULT = 5,
    }

    /// `m2m:notificationContentType`. Unknown numbers are kept.
    NotificationContentType: "m2m:notificationContentType" {
        /// `1`: All Attributes.
        ALL_ATTRIBUTES = 1,
        /// `2`: Modified Attributes.
        MODIFIED_ATTRIBUTES = 2,
        /// `3`: ResourceID.
        RESOURCE_ID = 3,
        /// `4`: Trigger Payload.
        TRIGGER_PAYLOAD = 4,
        /// `5`: TimeSeries notification.
        TIME_SERIES_NOTIFICATION = 5,
    }

    /// `m2m:notificationEventType`. Unknown numbers are kept.
    NotificationEventType: "m2m:notificationEventType" {
        /// `1`: Update_of_Resource.
        UPDATE_OF_RESOURCE = 1,
        /// `2`: Delete_of_Resource.
        DELETE_OF_RESOURCE = 2,
        /// `3`: Create_of_Direct_Child_Resource.
        CREATE_OF_DIRECT_CHILD_RESOURCE = 3,
        /// `4`: Delete_of_Direct_Child_Resource.
        DELETE_OF_DIRECT_CHILD_RESOURCE = 4,
        /// `5`: Retrieve_of_Container_Resource_With_No_Child_Resource.
        RETRIEVE_OF_CONTAINER_RESOURCE_WITH_NO_CHILD_RESOURCE = 5,
        /// `6`: Trigger_Received_For_AE_Resource.
        TRIGGER_RECEIVED_FOR_AE_RESOURCE = 6,
        /// `7`: Blocking_Update.
        BLOCKING_UPDATE = 7,
        /// `8`: Report_on_missing_data_points.
        REPORT_ON_MISSING_DATA_POINTS = 8,
        /// `9`: blockingRetrieve.
        BLOCKING_RETRIEVE = 9,
        /// `10`: blockingRetrieveDirectChild.
        BLOCKING_RETRIEVE_DIRECT_CHILD = 10,
    }

    /// `m2m:notificationTargetPolicyAction`. Unknown numbers are kept.
    NotificationTargetPolicyAction: "m2m:notificationTargetPolicyAction" {
        /// `1`: accept request.
        ACCEPT_REQUEST = 1,
        /// `2`: reject request.
        REJECT_REQUEST = 2,
        /// `3`: seek authorization.
        SEEK_AUTHORIZATION = 3,
        /// `4`: inform subscription originator only.
        INFORM_SUBSCRIPTION_ORIGINATOR_ONLY = 4,
    }

    /// `m2m:pendingNotification`. Unknown numbers are kept.
    PendingNotification: "m2m:pendingNotification" {
        /// `1`: sendLatest.
        SEND_LATEST = 1,
        /// `2`: sendAllPending.
        SEND_ALL_PENDING = 2,
    }

    /// `m2m:primitiveProfileApplicability`. Unknown numbers are kept.
    PrimitiveProfileApplicability: "m2m:primitiveProfileApplicability" {
        /// `1`: REQUESTS_TO_CSE.
        REQUESTS_TO_CSE = 1,
        /// `2`: RESPONSES_FROM_CSE.
        RESPONSES_FROM_CSE = 2,
        /// `4`: NOTIFICATIONS_FROM_CSE.
        NOTIFICATIONS_FROM_CSE = 4,
    }

    /// `m2m:processControl`. Unknown numbers are kept.
    ProcessControl: "m2m:processControl" {
        /// `1`: Enable.
        ENABLE = 1,
        /// `2`: Disable.
        DISABLE = 2,
        /// `3`: Pause.
        PAUSE = 3,
        /// `4`: Reactivate.
        REACTIVATE = 4,
    }

    /// `m2m:processStatus`. Unknown numbers are kept.
    ProcessStatus: "m2m:processStatus" {
        /// `1`: Disabled.
        DISABLED = 1,
        /// `2`: Enabled.
        ENABLED = 2,
        /// `3`: Activated.
        ACTIVATED = 3,
        /// `4`: Paused.
        PAUSED = 4,
        /// `5`: Completed.
        COMPLETED = 5,
        /// `6`: Aborted.
        ABORTED = 6,
    }

    /// `m2m:requestStatus`. Unknown numbers are kept.
    RequestStatus: "m2m:requestStatus" {
        /// `1`: COMPLETED.
        COMPLETED = 1,
        /// `2`: FAILED.
        FAILED = 2,
        /// `3`: PENDING.
        PENDING = 3,
        /// `4`: FORWARDED.
        FORWARDED = 4,
        /// `5`: PARTIALLY_COMPLETED.
        PARTIALLY_COMPLETED = 5,
    }

    /// `m2m:securityInfoType`. Unknown numbers are kept.
    SecurityInfoType: "m2m:securityInfoType" {
        /// `1`: Dynamic Authorization Request.
        DYNAMIC_AUTHORIZATION_REQUEST = 1,
        /// `2`: Dynamic Authorization Response.
        DYNAMIC_AUTHORIZATION_RESPONSE = 2,
        /// `3`: receiverESPrimRandObject Request.
        RECEIVER_ES_PRIM_RAND_OBJECT_REQUEST = 3,
        /// `4`: receiverESPrimRandObject Response.
        RECEIVER_ES_PRIM_RAND_OBJECT_RESPONSE = 4,
        /// `5`: ESPrim Object.
        ES_PRIM_OBJECT = 5,
        /// `6`: ESCertKE Message.
        ES_CERT_KE_MESSAGE = 6,
        /// `7`: Dynamic Authorization Relationship Mapping Request.
        DYNAMIC_AUTHORIZATION_RELATIONSHIP_MAPPING_REQUEST = 7,
        /// `8`: Dynamic Authorization Relationship Mapping Response.
        DYNAMIC_AUTHORIZATION_RELATIONSHIP_MAPPING_RESPONSE = 8,
    }

    /// `m2m:semanticFormat`. Unknown numbers are kept.
    SemanticFormat: "m2m:semanticFormat" {
        /// `1`: IRI.
        IRI = 1,
        /// `2`: File format: Functional-style.
        FILE_FORMAT_FUNCTIONAL_STYLE = 2,
        /// `3`: File format: OWL/XML.
        FILE_FORMAT_OWL_XML = 3,
        /// `4`: File format: RDF/XML.
        FILE_FORMAT_RDF_XML = 4,
        /// `5`: File format: RDF/Turtle.
        FILE_FORMAT_RDF_TURTLE = 5,
        /// `6`: File format: Manchester.
        FILE_FORMAT_MANCHESTER = 6,
        /// `7`: File format: JSON-LD.
        FILE_FORMAT_JSON_LD = 7,
    }

    /// `m2m:sessionState`. Unknown numbers are kept.
    SessionState: "m2m:sessionState" {
        /// `1`: OFFLINE.
        OFFLINE = 1,
        /// `2`: ONLINE.
        ONLINE = 2,
    }

    /// `m2m:statModelType`. Unknown numbers are kept.
    StatModelType: "m2m:statModelType" {
        /// `1`: EVENTBASED.
        EVENTBASED = 1,
    }

    /// `m2m:stationaryIndication`. Unknown numbers are kept.
    StationaryIndication: "m2m:stationaryIndication" {
        /// `1`: Stationary.
        STATIONARY = 1,
        /// `2`: Mobile (Moving).
        MOBILE_MOVING = 2,
    }

    /// `m2m:statsRuleStatusType`. Unknown numbers are kept.
    StatsRuleStatusType: "m2m:statsRuleStatusType" {
        /// `1`: ACTIVE.
        ACTIVE = 1,
        /// `2`: INACTIVE.
        INACTIVE = 2,
    }

    /// `m2m:status`. Unknown numbers are kept.
    Status: "m2m:status" {
        /// `0`: Uninitialized.
        UNINITIALIZED = 0,
        /// `1`: Successful.
        SUCCESSFUL = 1,
        /// `2`: Failure.
        FAILURE = 2,
        /// `3`: In_Process.
        IN_PROCESS = 3,
    }

    /// `m2m:suid`. Unknown numbers are kept.
    Suid: "m2m:suid" {
        /// `10`: pre-provisioned symmetric key: MEF.
        PRE_PROVISIONED_SYMMETRIC_KEY_MEF = 10,
        /// `11`: pre-provisioned symmetric key: MAF.
        PRE_PROVISIONED_SYMMETRIC_KEY_MAF = 11,
        /// `12`: pre-provisioned symmetric key: SAEF.
        PRE_PROVISIONED_SYMMETRIC_KEY_SAEF = 12,
        /// `13`: pre-provisioned symmetric key: ESPrim.
        PRE_PROVISIONED_SYMMETRIC_KEY_ES_PRIM = 13,
        /// `14`: pre-provisioned symmetric key: ESData encryption.
        PRE_PROVISIONED_SYMMETRIC_KEY_ES_DATA_ENCRYPTION = 14,
        /// `15`: pre-provisioned symmetric key: ESData signature.
        PRE_PROVISIONED_SYMMETRIC_KEY_ES_DATA_SIGNATURE = 15,
        /// `21`: RSPF-provisioned symmetric key: MAF.
        RSPF_PROVISIONED_SYMMETRIC_KEY_MAF = 21,
        /// `22`: RSPF-provisioned symmetric key: SAEF.
        RSPF_PROVISIONED_SYMMETRIC_KEY_SAEF = 22,
        /// `23`: RSPF-provisioned symmetric key: ESPrim.
        RSPF_PROVISIONED_SYMMETRIC_KEY_ES_PRIM = 23,
        /// `24`: RSPF-provisioned symmetric key: ESData encryption.
        RSPF_PROVISIONED_SYMMETRIC_KEY_ES_DATA_ENCRYPTION = 24,
        /// `25`: RSPF-provisioned symmetric key: ESData signature.
        RSPF_PROVISIONED_SYMMETRIC_KEY_ES_DATA_SIGNATURE = 25,
        /// `32`: MAF-distributed symmetric key: SAEF.
        MAF_DISTRIBUTED_SYMMETRIC_KEY_SAEF = 32,
        /// `33`: MAF-distributed symmetric key: ESPrim.
        MAF_DISTRIBUTED_SYMMETRIC_KEY_ES_PRIM = 33,
        /// `34`: MAF-distributed symmetric key: ESData encryption.
        MAF_DISTRIBUTED_SYMMETRIC_KEY_ES_DATA_ENCRYPTION = 34,
        /// `35`: MAF-distributed symmetric key: ESData signature.
        MAF_DISTRIBUTED_SYMMETRIC_KEY_ES_DATA_SIGNATURE = 35,
        /// `40`: certificate: MEF.
        CERTIFICATE_MEF = 40,
        /// `41`: certificate: MAF.
        CERTIFICATE_MAF = 41,
        /// `42`: certificate: SAEF.
        CERTIFICATE_SAEF = 42,
        /// `43`: certificate: ESPrim.
        CERTIFICATE_ES_PRIM = 43,
        /// `44`: certificate: ESData encryption.
        CERTIFICATE_ES_DATA_ENCRYPTION = 44,
        /// `45`: certificate: ESData signature.
        CERTIFICATE_ES_DATA_SIGNATURE = 45,
    }

    /// `m2m:timeWindowType`. Unknown numbers are kept.
    TimeWindowType: "m2m:timeWindowType" {
        /// `1`: PERIODICWINDOW.
        PERIODICWINDOW = 1,
        /// `2`: SLIDINGWINDOW.
        SLIDINGWINDOW = 2,
    }

    /// `m2m:transactionControl`. Unknown numbers are kept.
    TransactionControl: "m2m:transactionControl" {
        /// `1`: INITIAL.
        INITIAL = 1,
        /// `2`: LOCK.
        LOCK = 2,
        /// `3`: EXECUTE.
        EXECUTE = 3,
        /// `4`: COMMIT.
        COMMIT = 4,
        /// `5`: ABORT.
        ABORT = 5,
    }

    /// `m2m:transactionLockType`. Unknown numbers are kept.
    TransactionLockType: "m2m:transactionLockType" {
        /// `1`: BLOCK_ALL.
        BLOCK_ALL = 1,
        /// `2`: ALLOW_RETRIEVES.
        ALLOW_RETRIEVES = 2,
    }

    /// `m2m:transactionMgmtHandling`. Unknown numbers are kept.
    TransactionMgmtHandling: "m2m:transactionMgmtHandling" {
        /// `1`: DELETE.
        DELETE = 1,
        /// `2`: PERSIST.
        PERSIST = 2,
    }

    /// `m2m:transactionMode`. Unknown numbers are kept.
    TransactionMode: "m2m:transactionMode" {
        /// `1`: CSE_CONTROLLED.
        CSE_CONTROLLED = 1,
        /// `2`: CREATOR_CONTROLLED.
        CREATOR_CONTROLLED = 2,
    }

    /// `m2m:transactionState`. Unknown numbers are kept.
    TransactionState: "m2m:transactionState" {
        /// `1`: INITIAL.
        INITIAL = 1,
        /// `2`: LOCKED.
        LOCKED = 2,
        /// `3`: EXECUTED.
        EXECUTED = 3,
        /// `4`: COMMITTED.
        COMMITTED = 4,
        /// `5`: ERROR.
        ERROR = 5,
        /// `6`: ABORTED.
        ABORTED = 6,
    }

    /// `m2m:transferSelectionGuidance`. Unknown numbers are kept.
    TransferSelectionGuidance: "m2m:transferSelectionGuidance" {
        /// `1`: lowestCost.
        LOWEST_COST = 1,
        /// `2`: bestDataRates.
        BEST_DATA_RATES = 2,
    }

    /// `m2m:triggerPurpose`. Unknown numbers are kept.
    TriggerPurpose: "m2m:triggerPurpose" {
        /// `1`: establishConnection.
        ESTABLISH_CONNECTION = 1,
        /// `2`: registrationRequest.
        REGISTRATION_REQUEST = 2,
        /// `3`: executeCRUD.
        EXECUTE_CRUD = 3,
        /// `4`: enrolmentRequest.
        ENROLMENT_REQUEST = 4,
    }

    /// `m2m:triggerStatus`. Unknown numbers are kept.
    TriggerStatus: "m2m:triggerStatus" {
        /// `1`: PROCESSING.
        PROCESSING = 1,
        /// `2`: ERROR_NSE_NOT_FOUND.
        ERROR_NSE_NOT_FOUND = 2,
        /// `3`: TRIGGER_TRIGGERED.
        TRIGGER_TRIGGERED = 3,
        /// `4`: TRIGGER_DELIVERED.
        TRIGGER_DELIVERED = 4,
        /// `5`: TRIGGER_EXPIRED.
        TRIGGER_EXPIRED = 5,
        /// `6`: TRIGGER_FAILED.
        TRIGGER_FAILED = 6,
    }
}
