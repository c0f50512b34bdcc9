//! The flexContainers of the city domain (TS-0023).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

resource! {
    /// `<deviceMagneticParkingMonitor>`: `cid:dMPMr`.
    DeviceMagneticParkingMonitor: "cid:dMPMr" 28 announced "cid:dMPMrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.city.device.deviceMagneticParkingMonitor".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceOutdoorLamp>`: `cid:deOLp`.
    DeviceOutdoorLamp: "cid:deOLp" 28 announced "cid:deOLpAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.city.device.deviceOutdoorLamp".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceSmartElectricMeter>`: `cid:dSEMr`.
    DeviceSmartElectricMeter: "cid:dSEMr" 28 announced "cid:dSEMrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.city.device.deviceSmartElectricMeter".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceSmartGasMeter>`: `cid:dSGMr`.
    DeviceSmartGasMeter: "cid:dSGMr" 28 announced "cid:dSGMrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.city.device.deviceSmartGasMeter".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceSmartWaterMeter>`: `cid:dSWMr`.
    DeviceSmartWaterMeter: "cid:dSWMr" 28 announced "cid:dSWMrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.city.device.deviceSmartWaterMeter".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceStreetLightController>`: `cid:dSLCr`.
    DeviceStreetLightController: "cid:dSLCr" 28 announced "cid:dSLCrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.city.device.deviceStreetLightController".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceWaterQualityMonitor>`: `cid:dWQMr`.
    DeviceWaterQualityMonitor: "cid:dWQMr" 28 announced "cid:dWQMrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.city.device.deviceWaterQualityMonitor".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceWeatherStation>`: `cid:deWSn`.
    DeviceWeatherStation: "cid:deWSn" 28 announced "cid:deWSnAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.city.device.deviceWeatherStation".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}
