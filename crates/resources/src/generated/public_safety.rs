//! The flexContainers of the public safety domain (TS-0023).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

use onem2m_primitive::Timestamp;

resource! {
    /// `<cancel>`: `psd:cancl`.
    Cancel: "psd:cancl" 28 announced "psd:canclAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { warning_identifier: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.publicsafety.action.cancel".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `warIr`: warningIdentifier (`xs:string`, 1).
        warning_identifier: text = "warIr",
    }
}

resource! {
    /// `<devicePWSCenter>`: `psd:dPWSC`.
    DevicePwsCenter: "psd:dPWSC" 28 announced "psd:dPWSCAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.publicsafety.device.devicePWSCenter".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<devicePWSEquipment>`: `psd:dPWSE`.
    DevicePwsEquipment: "psd:dPWSE" 28 announced "psd:dPWSEAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.publicsafety.device.devicePWSEquipment".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<disseminator>`: `psd:dissr`.
    Disseminator: "psd:dissr" 28 announced "psd:dissrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    #[expect(clippy::too_many_arguments, reason = "so many are mandatory")]
    new { identifier: text, sender: text, sent: text, status: u64, msg_type: u64, urgency: u64, severity: u64, certainty: u64, event_codes: [any], repetition_period: i64, repetition_count: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.publicsafety.moduleclass.disseminator".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `idenr`: identifier (`xs:string`, 1).
        identifier: text = "idenr",
        /// `sendr`: sender (`xs:string`, 1).
        sender: text = "sendr",
        /// `sent`: sent (`xs:dateTime`, 1).
        sent: text = "sent",
        /// `sus`: status (`xs:nonNegativeInteger`, 1).
        status: u64 = "sus",
        /// `msgTe`: msgType (`xs:nonNegativeInteger`, 1).
        msg_type: u64 = "msgTe",
        /// `refes`: references (`list of ?`, 0..1).
        references: [any] = "refes",
        /// `urgey`: urgency (`xs:nonNegativeInteger`, 1).
        urgency: u64 = "urgey",
        /// `sevey`: severity (`xs:nonNegativeInteger`, 1).
        severity: u64 = "sevey",
        /// `certy`: certainty (`xs:nonNegativeInteger`, 1).
        certainty: u64 = "certy",
        /// `eveCs`: eventCodes (`list of ?`, 1).
        event_codes: [any] = "eveCs",
        /// `effee`: effective (`xs:dateTime`, 0..1).
        effective: text = "effee",
        /// `onset`: onset (`xs:dateTime`, 0..1).
        onset: text = "onset",
        /// `expis`: expires (`xs:dateTime`, 0..1).
        expires: text = "expis",
        /// `areLe`: areaLatitude (`xs:float`, 0..1).
        area_latitude: f64 = "areLe",
        /// `areL0`: areaLongitude (`xs:float`, 0..1).
        area_longitude: f64 = "areL0",
        /// `areRs`: areaRadius (`xs:float`, 0..1).
        area_radius: f64 = "areRs",
        /// `repPd`: repetitionPeriod (`xs:integer`, 1).
        repetition_period: i64 = "repPd",
        /// `repCt`: repetitionCount (`xs:integer`, 1).
        repetition_count: i64 = "repCt",
    }
}

resource! {
    /// `<emergencyHandler>`: `psd:emeHr`.
    EmergencyHandler: "psd:emeHr" 28 announced "psd:emeHrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    #[expect(clippy::too_many_arguments, reason = "so many are mandatory")]
    new { emergency_mode: bool, identifier: text, sender: text, sent: text, status: u64, msg_type: u64, urgency: u64, severity: u64, certainty: u64, event_codes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.publicsafety.moduleclass.emergencyHandler".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `emeMe`: emergencyMode (`xs:boolean`, 1).
        emergency_mode: bool = "emeMe",
        /// `idenr`: identifier (`xs:string`, 1).
        identifier: text = "idenr",
        /// `sendr`: sender (`xs:string`, 1).
        sender: text = "sendr",
        /// `sent`: sent (`xs:dateTime`, 1).
        sent: text = "sent",
        /// `sus`: status (`xs:nonNegativeInteger`, 1).
        status: u64 = "sus",
        /// `msgTe`: msgType (`xs:nonNegativeInteger`, 1).
        msg_type: u64 = "msgTe",
        /// `refes`: references (`list of ?`, 0..1).
        references: [any] = "refes",
        /// `urgey`: urgency (`xs:nonNegativeInteger`, 1).
        urgency: u64 = "urgey",
        /// `sevey`: severity (`xs:nonNegativeInteger`, 1).
        severity: u64 = "sevey",
        /// `certy`: certainty (`xs:nonNegativeInteger`, 1).
        certainty: u64 = "certy",
        /// `eveCs`: eventCodes (`list of ?`, 1).
        event_codes: [any] = "eveCs",
        /// `effee`: effective (`xs:dateTime`, 0..1).
        effective: text = "effee",
        /// `onset`: onset (`xs:dateTime`, 0..1).
        onset: text = "onset",
        /// `expis`: expires (`xs:dateTime`, 0..1).
        expires: text = "expis",
        /// `areLe`: areaLatitude (`xs:float`, 0..1).
        area_latitude: f64 = "areLe",
        /// `areL0`: areaLongitude (`xs:float`, 0..1).
        area_longitude: f64 = "areL0",
        /// `areRs`: areaRadius (`xs:float`, 0..1).
        area_radius: f64 = "areRs",
    }
}

resource! {
    /// `<settings>`: `psd:setts`.
    Settings: "psd:setts" 28 announced "psd:settsAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { optout_status: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.publicsafety.moduleclass.settings".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `optSs`: optoutStatus (`xs:boolean`, 1).
        optout_status: bool = "optSs",
    }
}
