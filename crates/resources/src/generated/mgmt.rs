//! The specializations of `<mgmtObj>` (TS-0004 annex D, TS-0022).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

use onem2m_primitive::{EventCategory, Timestamp};

use crate::{enumerations, types};

resource! {
    /// `<activeCmdhPolicy>`: `m2m:acmp`.
    ActiveCmdhPolicy: "m2m:acmp" 13;
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { active_cmdh_policy_link: text, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1012), }
    {
        /// `acmlk`: activeCmdhPolicyLink (`m2m:ID`, 1).
        active_cmdh_policy_link: text = "acmlk",
    }
}

resource! {
    /// `<areaNwkDeviceInfo>`: `m2m:andi`.
    AreaNwkDeviceInfo: "m2m:andi" 13 announced "m2m:andiA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { dev_id: text, dev_type: text, area_nwk_id: text, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1005), }
    {
        /// `dvd`: devID (`xs:string`, 1). Mandatory in a request to create it.
        dev_id: text = "dvd",
        /// `dvt`: devType (`xs:string`, 1). Mandatory in a request to create it.
        dev_type: text = "dvt",
        /// `awi`: areaNwkId (`xs:anyURI`, 1). Mandatory in a request to create it.
        area_nwk_id: text = "awi",
        /// `sli`: sleepInterval (`xs:nonNegativeInteger`, 0..1).
        sleep_interval: u64 = "sli",
        /// `sld`: sleepDuration (`xs:nonNegativeInteger`, 0..1).
        sleep_duration: u64 = "sld",
        /// `ss`: devStatus (`xs:string`, 0..1).
        dev_status: text = "ss",
        /// `lnh`: listOfNeighbors (`m2m:listOfURIs`, 0..1, a list).
        list_of_neighbors: [text] = "lnh",
    }
}

resource! {
    /// `<areaNwkInfo>`: `m2m:ani`.
    AreaNwkInfo: "m2m:ani" 13 announced "m2m:aniA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { area_nwk_type: text, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1004), }
    {
        /// `ant`: areaNwkType (`xs:string`, 1). Mandatory in a request to create it.
        area_nwk_type: text = "ant",
        /// `ldv`: listOfDevices (`m2m:listOfURIs`, 0..1, a list).
        list_of_devices: [text] = "ldv",
    }
}

resource! {
    /// `<battery>`: `m2m:bat`.
    Battery: "m2m:bat" 13 announced "m2m:batA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { battery_level: u32, battery_status: (enumerations::BatteryStatus), }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1006), }
    {
        /// `btl`: batteryLevel (`xs:unsignedInt`, 1). Mandatory in a request to create it.
        battery_level: u32 = "btl",
        /// `bts`: batteryStatus (`m2m:batteryStatus`, 1). Mandatory in a request to create it.
        battery_status: (enumerations::BatteryStatus) = "bts",
    }
}

resource! {
    /// `<cmdhBuffer>`: `m2m:cmbf`.
    CmdhBuffer: "m2m:cmbf" 13;
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { applicable_event_category: [EventCategory], max_buffer_size: u64, storage_priority: u64, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1019), }
    {
        /// `aec`: applicableEventCategory (`list of m2m:eventCatWithDef`, 1, a list).
        applicable_event_category: [EventCategory] = "aec",
        /// `mbfs`: maxBufferSize (`xs:nonNegativeInteger`, 1).
        max_buffer_size: u64 = "mbfs",
        /// `sgp`: storagePriority (`xs:positiveInteger`, 1).
        storage_priority: u64 = "sgp",
    }
}

resource! {
    /// `<cmdhDefEcValue>`: `m2m:cmdv`.
    CmdhDefEcValue: "m2m:cmdv" 13;
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { order: u64, def_ec_value: EventCategory, request_origin: [text], }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1014), }
    {
        /// `od`: order (`xs:positiveInteger`, 1).
        order: u64 = "od",
        /// `dev`: defEcValue (`m2m:eventCat`, 1).
        def_ec_value: EventCategory = "dev",
        /// `ror`: requestOrigin (`m2m:listOfM2MID`, 1, a list).
        request_origin: [text] = "ror",
        /// `rct`: requestContext (`xs:anyType`, 0..1).
        request_context: any = "rct",
        /// `rctn`: requestContextNotification (`xs:boolean`, 0..1).
        request_context_notification: bool = "rctn",
        /// `rch`: requestCharacteristics (`xs:anyType`, 0..1).
        request_characteristics: any = "rch",
    }
}

resource! {
    /// `<cmdhDefaults>`: `m2m:cmdf`.
    CmdhDefaults: "m2m:cmdf" 13;
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { mgmt_link: [types::MgmtLinkRef], }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1013), }
    {
        /// `cmlk`: mgmtLink (`m2m:mgmtLinkRef`, 1..n).
        mgmt_link: [types::MgmtLinkRef] = "cmlk",
    }
}

resource! {
    /// `<cmdhEcDefParamValues>`: `m2m:cmpv`.
    CmdhEcDefParamValues: "m2m:cmpv" 13;
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { applicable_event_category: [EventCategory], default_request_exp_time: i64, default_result_exp_time: i64, default_op_exec_time: i64, default_resp_persistence: i64, default_del_aggregation: bool, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1015), }
    {
        /// `aec`: applicableEventCategory (`list of m2m:eventCatWithDef`, 1, a list).
        applicable_event_category: [EventCategory] = "aec",
        /// `dqet`: defaultRequestExpTime (`xs:long`, 1).
        default_request_exp_time: i64 = "dqet",
        /// `dset`: defaultResultExpTime (`xs:long`, 1).
        default_result_exp_time: i64 = "dset",
        /// `doet`: defaultOpExecTime (`xs:long`, 1).
        default_op_exec_time: i64 = "doet",
        /// `drp`: defaultRespPersistence (`xs:long`, 1).
        default_resp_persistence: i64 = "drp",
        /// `dda`: defaultDelAggregation (`xs:boolean`, 1).
        default_del_aggregation: bool = "dda",
    }
}

resource! {
    /// `<cmdhLimits>`: `m2m:cml`.
    CmdhLimits: "m2m:cml" 13;
    parts { common: Common, mgmt_obj: MgmtObj, }
    #[expect(clippy::too_many_arguments, reason = "so many are mandatory")]
    new { order: u64, request_origin: [text], request_context: any, request_characteristics: any, limits_event_category: [EventCategory], limits_request_exp_time: [i64], limits_result_exp_time: [i64], limits_op_exec_time: [i64], limits_resp_persistence: [i64], limits_del_aggregation: [bool], }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1016), }
    {
        /// `od`: order (`xs:positiveInteger`, 1).
        order: u64 = "od",
        /// `ror`: requestOrigin (`m2m:listOfM2MID`, 1, a list).
        request_origin: [text] = "ror",
        /// `rct`: requestContext (`xs:anyType`, 1).
        request_context: any = "rct",
        /// `rctn`: requestContextNotification (`xs:boolean`, 0..1).
        request_context_notification: bool = "rctn",
        /// `rch`: requestCharacteristics (`xs:anyType`, 1).
        request_characteristics: any = "rch",
        /// `lec`: limitsEventCategory (`list of m2m:eventCat`, 1, a list).
        limits_event_category: [EventCategory] = "lec",
        /// `lqet`: limitsRequestExpTime (`m2m:listOfMinMax`, 1, a list).
        limits_request_exp_time: [i64] = "lqet",
        /// `lset`: limitsResultExpTime (`m2m:listOfMinMax`, 1, a list).
        limits_result_exp_time: [i64] = "lset",
        /// `loet`: limitsOpExecTime (`m2m:listOfMinMax`, 1, a list).
        limits_op_exec_time: [i64] = "loet",
        /// `lrp`: limitsRespPersistence (`m2m:listOfMinMax`, 1, a list).
        limits_resp_persistence: [i64] = "lrp",
        /// `lda`: limitsDelAggregation (`list of xs:boolean`, 1, a list).
        limits_del_aggregation: [bool] = "lda",
    }
}

resource! {
    /// `<cmdhNetworkAccessRules>`: `m2m:cmnr`.
    CmdhNetworkAccessRules: "m2m:cmnr" 13;
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { applicable_event_categories: [EventCategory], }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1017), }
    {
        /// `aecs`: applicableEventCategories (`list of m2m:eventCatWithDef`, 1, a list).
        applicable_event_categories: [EventCategory] = "aecs",
        /// `cmlk`: mgmtLink (`m2m:mgmtLinkRef`, 0..n).
        mgmt_link: [types::MgmtLinkRef] = "cmlk",
    }
}

resource! {
    /// `<cmdhNwAccessRule>`: `m2m:cmwr`.
    CmdhNwAccessRule: "m2m:cmwr" 13;
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { target_network: [text], min_req_volume: u64, spreading_wait_time: u64, back_off_parameters: (types::BackOffParameters), mgmt_link: (types::MgmtLinkRef), }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1018), }
    {
        /// `ttn`: targetNetwork (`m2m:listOfM2MID`, 1, a list).
        target_network: [text] = "ttn",
        /// `mrv`: minReqVolume (`xs:nonNegativeInteger`, 1).
        min_req_volume: u64 = "mrv",
        /// `swt`: spreadingWaitTime (`xs:nonNegativeInteger`, 1).
        spreading_wait_time: u64 = "swt",
        /// `bop`: backOffParameters (`m2m:backOffParameters`, 1).
        back_off_parameters: (types::BackOffParameters) = "bop",
        /// `ohc`: otherConditions (`xs:anyType`, 0..1).
        other_conditions: any = "ohc",
        /// `cmlk`: mgmtLink (`m2m:mgmtLinkRef`, 1).
        mgmt_link: (types::MgmtLinkRef) = "cmlk",
    }
}

resource! {
    /// `<cmdhPolicy>`: `m2m:cmp`.
    CmdhPolicy: "m2m:cmp" 13;
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { cmdh_policy_name: text, mgmt_link: [types::MgmtLinkRef], }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1011), }
    {
        /// `cpn`: cmdhPolicyName (`xs:string`, 1).
        cmdh_policy_name: text = "cpn",
        /// `cmlk`: mgmtLink (`m2m:mgmtLinkRef`, 4..n).
        mgmt_link: [types::MgmtLinkRef] = "cmlk",
    }
}

resource! {
    /// `<credentials>`: `dcfg:crds`.
    Credentials: "dcfg:crds" 13 announced "dcfg:crdsA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new {}
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1029), }
    {
        /// `pur`: purpose (`xs:string`, 0..1).
        purpose: text = "pur",
        /// `crid`: credentialID (`xs:string`, 0..1).
        credential_id: text = "crid",
        /// `crse`: credentialSecret (`xs:string`, 0..1).
        credential_secret: text = "crse",
        /// `crtk`: credentialToken (`xs:string`, 0..1).
        credential_token: text = "crtk",
    }
}

resource! {
    /// `<dataCollection>`: `dcfg:datc`.
    DataCollection: "dcfg:datc" 13 announced "dcfg:datcA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { container_path: text, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1021), }
    {
        /// `cntp`: containerPath (`xs:string`, 1). Mandatory in a request to create it.
        container_path: text = "cntp",
        /// `rpsc`: reportingSchedule (`m2m:scheduleEntries`, 0..n).
        reporting_schedule: [types::ScheduleEntries] = "rpsc",
        /// `mesc`: measurementSchedule (`m2m:scheduleEntries`, 0..n).
        measurement_schedule: [types::ScheduleEntries] = "mesc",
        /// `meil`: measurementInterval (`xs:positiveInteger`, 0..1).
        measurement_interval: u64 = "meil",
    }
}

resource! {
    /// `<deviceCapability>`: `m2m:dvc`.
    DeviceCapability: "m2m:dvc" 13 announced "m2m:dvcA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { capability_name: text, attached: bool, capability_action_status: (types::ActionStatus), current_state: bool, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1008), }
    {
        /// `can`: capabilityName (`xs:string`, 1). Mandatory in a request to create it.
        capability_name: text = "can",
        /// `att`: attached (`xs:boolean`, 1). Mandatory in a request to create it.
        attached: bool = "att",
        /// `cas`: capabilityActionStatus (`m2m:actionStatus`, 1). Mandatory in a request to create it.
        capability_action_status: (types::ActionStatus) = "cas",
        /// `cus`: currentState (`xs:boolean`, 1). Mandatory in a request to create it.
        current_state: bool = "cus",
        /// `ena`: enable (`xs:boolean`, 0..1).
        enable: bool = "ena",
        /// `dis`: disable (`xs:boolean`, 0..1).
        disable: bool = "dis",
    }
}

resource! {
    /// `<deviceInfo>`: `m2m:dvi`.
    DeviceInfo: "m2m:dvi" 13 announced "m2m:dviA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { device_label: text, manufacturer: text, model: text, device_type: text, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1007), }
    {
        /// `dlb`: deviceLabel (`xs:string`, 1). Mandatory in a request to create it.
        device_label: text = "dlb",
        /// `man`: manufacturer (`xs:string`, 1). Mandatory in a request to create it.
        manufacturer: text = "man",
        /// `mfdl`: manufacturerDetailsLink (`xs:string`, 0..1).
        manufacturer_details_link: text = "mfdl",
        /// `mfd`: manufacturingDate (`m2m:timestamp`, 0..1).
        manufacturing_date: Timestamp = "mfd",
        /// `mod`: model (`xs:string`, 1). Mandatory in a request to create it.
        model: text = "mod",
        /// `smod`: subModel (`xs:string`, 0..1).
        sub_model: text = "smod",
        /// `dty`: deviceType (`xs:string`, 1). Mandatory in a request to create it.
        device_type: text = "dty",
        /// `dvnm`: deviceName (`xs:string`, 0..1).
        device_name: text = "dvnm",
        /// `fwv`: fwVersion (`xs:string`, 0..1).
        fw_version: text = "fwv",
        /// `swv`: swVersion (`xs:string`, 0..1).
        sw_version: text = "swv",
        /// `hwv`: hwVersion (`xs:string`, 0..1).
        hw_version: text = "hwv",
        /// `osv`: osVersion (`xs:string`, 0..1).
        os_version: text = "osv",
        /// `cnty`: country (`xs:string`, 0..1).
        country: text = "cnty",
        /// `loc`: location (`xs:string`, 0..1).
        location: text = "loc",
        /// `syst`: systemTime (`m2m:timestamp`, 0..1).
        system_time: Timestamp = "syst",
        /// `spur`: supportURL (`xs:anyURI`, 0..1).
        support_url: text = "spur",
        /// `purl`: presentationURL (`xs:anyURI`, 0..1).
        presentation_url: text = "purl",
        /// `ptl`: protocol (`m2m:protocolList`, 0..1, a list).
        protocol: [text] = "ptl",
    }
}

resource! {
    /// `<eventLog>`: `m2m:evl`.
    EventLog: "m2m:evl" 13 announced "m2m:evlA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { log_type_id: (enumerations::LogTypeId), log_data: text, log_status: (enumerations::LogStatus), }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1010), }
    {
        /// `lgt`: logTypeId (`m2m:logTypeId`, 1). Mandatory in a request to create it.
        log_type_id: (enumerations::LogTypeId) = "lgt",
        /// `lgd`: logData (`xs:string`, 1). Mandatory in a request to create it.
        log_data: text = "lgd",
        /// `lgst`: logStatus (`m2m:logStatus`, 1). Mandatory in a request to create it.
        log_status: (enumerations::LogStatus) = "lgst",
        /// `lga`: logStart (`xs:boolean`, 1).
        log_start: bool = "lga",
        /// `lgo`: logStop (`xs:boolean`, 1).
        log_stop: bool = "lgo",
    }
}

resource! {
    /// `<firmware>`: `m2m:fwr`.
    Firmware: "m2m:fwr" 13 announced "m2m:fwrA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { version: text, firmware_name: text, url: text, update: bool, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1001), }
    {
        /// `vr`: version (`xs:string`, 1). Mandatory in a request to create it.
        version: text = "vr",
        /// `fwn`: firmwareName (`xs:string`, 1). Mandatory in a request to create it.
        firmware_name: text = "fwn",
        /// `url`: URL (`xs:anyURI`, 1). Mandatory in a request to create it.
        url: text = "url",
        /// `ud`: update (`xs:boolean`, 1). Mandatory in a request to create it.
        update: bool = "ud",
        /// `uds`: updateStatus (`m2m:actionStatus`, 1). Assigned by the hosting CSE.
        update_status: (types::ActionStatus) = "uds",
    }
}

resource! {
    /// `<memory>`: `m2m:mem`.
    Memory: "m2m:mem" 13 announced "m2m:memA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { mem_available: u64, mem_total: u64, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1003), }
    {
        /// `mma`: memAvailable (`xs:unsignedLong`, 1). Mandatory in a request to create it.
        mem_available: u64 = "mma",
        /// `mmt`: memTotal (`xs:unsignedLong`, 1). Mandatory in a request to create it.
        mem_total: u64 = "mmt",
    }
}

resource! {
    /// `<mobileNetwork>`: `dcfg:mnwk`.
    MobileNetwork: "dcfg:mnwk" 13 announced "dcfg:mnwkA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { cellular_network_bearer: (enumerations::CellularNetworkBearer), }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1031), }
    {
        /// `cnb`: cellularNetworkBearer (`dcfg:cellularNetworkBearer`, 0..1). Mandatory in a request to create it.
        cellular_network_bearer: (enumerations::CellularNetworkBearer) = "cnb",
        /// `rss`: radioSignalStrength (`xs:integer`, 0..1).
        radio_signal_strength: i64 = "rss",
        /// `liqu`: linkQuality (`xs:integer`, 0..1).
        link_quality: i64 = "liqu",
        /// `ipad`: ipAddresses (`m2m:ipAddress`, 0..n).
        ip_addresses: [types::IpAddress] = "ipad",
        /// `ripa`: routerIPAddresses (`m2m:ipAddress`, 0..n).
        router_ip_addresses: [types::IpAddress] = "ripa",
        /// `apna`: apn (`xs:string`, 0..1).
        apn: text = "apna",
        /// `ceid`: cellID (`xs:integer`, 0..1).
        cell_id: i64 = "ceid",
        /// `smnc`: smnc (`xs:integer`, 0..1).
        smnc: i64 = "smnc",
        /// `smcc`: smcc (`xs:integer`, 0..1).
        smcc: i64 = "smcc",
        /// `lac`: lac (`xs:integer`, 0..1).
        lac: i64 = "lac",
        /// `coel`: coverageEnhancementLevel (`dcfg:coverageEnhancementLevel`, 0..1).
        coverage_enhancement_level: (enumerations::CoverageEnhancementLevel) = "coel",
    }
}

resource! {
    /// `<myCertFileCred>`: `dcfg:nycfc`.
    MyCertFileCred: "dcfg:nycfc" 13 announced "dcfg:nycfcA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { suids: [enumerations::Suid], my_cert_file_format: text, my_cert_file_content: text, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1023), }
    {
        /// `suids`: SUIDs (`list of m2m:suid`, 1, a list). Mandatory in a request to create it.
        suids: [enumerations::Suid] = "suids",
        /// `mcff`: myCertFileFormat (`xs:anyURI`, 1). Mandatory in a request to create it.
        my_cert_file_format: text = "mcff",
        /// `mcfc`: myCertFileContent (`xs:string`, 1). Mandatory in a request to create it.
        my_cert_file_content: text = "mcfc",
    }
}

resource! {
    /// `<reboot>`: `m2m:rbo`.
    Reboot: "m2m:rbo" 13 announced "m2m:rboA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new {}
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1009), }
    {
        /// `rbo`: reboot (`xs:boolean`, 1).
        reboot: bool = "rbo",
        /// `far`: factoryReset (`xs:boolean`, 1).
        factory_reset: bool = "far",
    }
}

resource! {
    /// `<SIM>`: `dcfg:sim`.
    Sim: "dcfg:sim" 13 announced "dcfg:simA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { iccid: text, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1030), }
    {
        /// `imsi`: imsi (`dcfg:imsi`, 0..1).
        imsi: text = "imsi",
        /// `icid`: iccid (`dcfg:iccid`, 1). Mandatory in a request to create it.
        iccid: text = "icid",
        /// `sist`: simStatus (`dcfg:simStatus`, 0..1).
        sim_status: (enumerations::SimStatus) = "sist",
        /// `sity`: simType (`dcfg:simType`, 0..1).
        sim_type: (enumerations::SimType) = "sity",
        /// `spn`: serviceProviderName (`xs:string`, 0..1).
        service_provider_name: text = "spn",
    }
}

resource! {
    /// `<software>`: `m2m:swr`.
    Software: "m2m:swr" 13 announced "m2m:swrA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { version: text, software_name: text, url: text, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1002), }
    {
        /// `vr`: version (`xs:string`, 1). Mandatory in a request to create it.
        version: text = "vr",
        /// `swn`: softwareName (`xs:string`, 1). Mandatory in a request to create it.
        software_name: text = "swn",
        /// `url`: URL (`xs:anyURI`, 1).
        url: text = "url",
        /// `in`: install (`xs:boolean`, 1). Assigned by the hosting CSE.
        install: bool = "in",
        /// `un`: uninstall (`xs:boolean`, 1). Assigned by the hosting CSE.
        uninstall: bool = "un",
        /// `ins`: installStatus (`m2m:actionStatus`, 1). Assigned by the hosting CSE.
        install_status: (types::ActionStatus) = "ins",
        /// `act`: activate (`xs:boolean`, 0..1). Assigned by the hosting CSE.
        activate: bool = "act",
        /// `dea`: deactivate (`xs:boolean`, 0..1). Assigned by the hosting CSE.
        deactivate: bool = "dea",
        /// `acts`: activeStatus (`m2m:actionStatus`, 0..1). Assigned by the hosting CSE.
        active_status: (types::ActionStatus) = "acts",
    }
}

resource! {
    /// `<wifiClient>`: `dcfg:wific`.
    WifiClient: "dcfg:wific" 13 announced "dcfg:wificA";
    parts { common: Common, mgmt_obj: MgmtObj, }
    new { ssid: text, scan: bool, }
    preset { mgmt_obj: MgmtObj.mgmt_definition = enumerations::MgmtDefinition(1028), }
    {
        /// `ssid`: ssid (`xs:string`, 1). Mandatory in a request to create it.
        ssid: text = "ssid",
        /// `wcrds`: credentials (`dcfg:wifiCredentials`, 0..1).
        credentials: (types::WifiCredentials) = "wcrds",
        /// `maca`: macAddress (`xs:string`, 0..1).
        mac_address: text = "maca",
        /// `chanl`: channel (`xs:string`, 0..1).
        channel: text = "chanl",
        /// `cons`: connectionStatus (`dcfg:wifiConnectionStatus`, 1).
        connection_status: (enumerations::WifiConnectionStatus) = "cons",
        /// `scan`: scan (`xs:boolean`, 1). Mandatory in a request to create it.
        scan: bool = "scan",
        /// `scanr`: scanResult (`list of xs:string`, 1, a list).
        scan_result: [text] = "scanr",
        /// `ud`: update (`xs:boolean`, 1).
        update: bool = "ud",
        /// `uds`: updateStatus (`m2m:actionStatus`, 0..1).
        update_status: (types::ActionStatus) = "uds",
        /// `trdst`: toggleRadioStatus (`xs:boolean`, 1).
        toggle_radio_status: bool = "trdst",
        /// `rdst`: radioStatus (`xs:boolean`, 0..1).
        radio_status: bool = "rdst",
    }
}
