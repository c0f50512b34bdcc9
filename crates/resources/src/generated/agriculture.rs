//! The flexContainers of the agriculture domain (TS-0023).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

use onem2m_primitive::Timestamp;

resource! {
    /// `<cowActivityMonitor>`: `agd:coAMr`.
    CowActivityMonitor: "agd:coAMr" 28 announced "agd:coAMrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { steps_per_period: [any], history_step_counts: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.agriculture.moduleclass.cowActivityMonitor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `stPPd`: stepsPerPeriod (`list of ?`, 1).
        steps_per_period: [any] = "stPPd",
        /// `updTe`: updateTime (`m2m:timestamp`, 0..1).
        update_time: Timestamp = "updTe",
        /// `hiSCs`: historyStepCounts (`list of ?`, 1).
        history_step_counts: [any] = "hiSCs",
    }
}

resource! {
    /// `<deviceCowActivityMonitor>`: `agd:dCAMr`.
    DeviceCowActivityMonitor: "agd:dCAMr" 28 announced "agd:dCAMrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.agriculture.device.deviceCowActivityMonitor".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}
