//! The flexContainers of the health domain (TS-0023).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

resource! {
    /// `<deviceBloodPressureMonitor>`: `hed:dBPMr`.
    DeviceBloodPressureMonitor: "hed:dBPMr" 28 announced "hed:dBPMrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.health.device.deviceBloodPressureMonitor".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceGlucosemeter>`: `hed:devGr`.
    DeviceGlucosemeter: "hed:devGr" 28 announced "hed:devGrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.health.device.deviceGlucosemeter".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceHeartRateMonitor>`: `hed:dHRMr`.
    DeviceHeartRateMonitor: "hed:dHRMr" 28 announced "hed:dHRMrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.health.device.deviceHeartRateMonitor".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<devicePulseOximeter>`: `hed:dePOr`.
    DevicePulseOximeter: "hed:dePOr" 28 announced "hed:dePOrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.health.device.devicePulseOximeter".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceWeightScaleAndBodyCompositionAnalyser>`: `hed:dWSAB`.
    DeviceWeightScaleAndBodyCompositionAnalyser: "hed:dWSAB" 28 announced "hed:dWSABAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.health.device.deviceWeightScaleAndBodyCompositionAnalyser".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<subDeviceCuff>`: `hed:suDCf`.
    SubDeviceCuff: "hed:suDCf" 28 announced "hed:suDCfAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.health.subdevice.subDeviceCuff".into(), }
    {
    }
}
