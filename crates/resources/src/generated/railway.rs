//! The flexContainers of the railway domain (TS-0023).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

use onem2m_primitive::Timestamp;

resource! {
    /// `<baliseTransmissionModule>`: `rad:baTMe`.
    BaliseTransmissionModule: "rad:baTMe" 28 announced "rad:baTMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.railway.moduleclass.baliseTransmissionModule".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `baSId`: baliseSystemId (`xs:nonNegativeInteger`, 0..1).
        balise_system_id: u64 = "baSId",
        /// `telMe`: telegramMessage (`xs:string`, 0..1).
        telegram_message: text = "telMe",
    }
}

resource! {
    /// `<deviceCardRechargingMachine>`: `rad:dCRMe`.
    DeviceCardRechargingMachine: "rad:dCRMe" 28 announced "rad:dCRMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.railway.device.deviceCardRechargingMachine".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceHandheldPTTTerminal>`: `rad:dHPTT`.
    DeviceHandheldPttTerminal: "rad:dHPTT" 28 announced "rad:dHPTTAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.railway.device.deviceHandheldPTTTerminal".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceSmartGate>`: `rad:deSGe`.
    DeviceSmartGate: "rad:deSGe" 28 announced "rad:deSGeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.railway.device.deviceSmartGate".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceSmartScreenDoor>`: `rad:dSSDr`.
    DeviceSmartScreenDoor: "rad:dSSDr" 28 announced "rad:dSSDrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.railway.device.deviceSmartScreenDoor".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceTrainborneTerminal>`: `rad:deTTl`.
    DeviceTrainborneTerminal: "rad:deTTl" 28 announced "rad:deTTlAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.railway.device.deviceTrainborneTerminal".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}
