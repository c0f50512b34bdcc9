//! The flexContainers of metadata (TS-0023).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

use onem2m_primitive::Timestamp;

resource! {
    /// `<features>`: `mdd:feats`.
    Features: "mdd:feats" 28 announced "mdd:featsAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.metadata.moduleclass.features".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `metaa`: metadata (`list of ?`, 0..1).
        metadata: [any] = "metaa",
        /// `precn`: precision (`xs:integer`, 0..1).
        precision: i64 = "precn",
        /// `reliy`: reliability (`xs:integer`, 0..1).
        reliability: i64 = "reliy",
        /// `weigt`: weight (`xs:float`, 0..1).
        weight: f64 = "weigt",
        /// `size`: size (`list of ?`, 0..1).
        size: [any] = "size",
    }
}

resource! {
    /// `<localization>`: `mdd:loca0`.
    Localization: "mdd:loca0" 28 announced "mdd:loca0Annc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { locale: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.metadata.moduleclass.localization".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `locae`: locale (`xs:string`, 1).
        locale: text = "locae",
        /// `friNe`: friendlyName (`xs:string`, 0..1).
        friendly_name: text = "friNe",
        /// `dc`: description (`xs:string`, 0..1).
        description: text = "dc",
        /// `friLn`: friendlyLocation (`xs:string`, 0..1).
        friendly_location: text = "friLn",
    }
}

resource! {
    /// `<location>`: `mdd:locan`.
    Location: "mdd:locan" 28 announced "mdd:locanAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.metadata.moduleclass.location".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `posAs`: postalAddress (`xs:string`, 0..1).
        postal_address: text = "posAs",
        /// `geoJN`: geoJSON (`xs:string`, 0..1).
        geo_json: text = "geoJN",
        /// `friLn`: friendlyLocation (`xs:string`, 0..1).
        friendly_location: text = "friLn",
        /// `room`: room (`xs:string`, 0..1).
        room: text = "room",
    }
}

resource! {
    /// `<origin>`: `mdd:orign`.
    Origin: "mdd:orign" 28 announced "mdd:orignAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.metadata.moduleclass.origin".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `oriID`: originID (`xs:string`, 0..1).
        origin_id: text = "oriID",
        /// `datTe`: dataType (`xs:string`, 0..1).
        data_type: text = "datTe",
        /// `daSID`: dataSourceID (`xs:string`, 0..1).
        data_source_id: text = "daSID",
    }
}
