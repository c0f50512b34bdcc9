//! The flexContainers of the vehicular domain (TS-0023).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

resource! {
    /// `<deviceElectricMotorcycle>`: `ved:deEMe`.
    DeviceElectricMotorcycle: "ved:deEMe" 28 announced "ved:deEMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.vehicular.device.deviceElectricMotorcycle".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceElectricVehicleCharger>`: `ved:dEVCr`.
    DeviceElectricVehicleCharger: "ved:dEVCr" 28 announced "ved:dEVCrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.vehicular.device.deviceElectricVehicleCharger".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}
