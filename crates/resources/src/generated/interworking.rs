//! The specializations of `<flexContainer>` for interworking (TS-0004 annexes).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

use crate::{enumerations, types};

resource! {
    /// `<allJoynApp>`: `m2m:ajap`.
    AllJoynApp: "m2m:ajap" 28 announced "m2m:ajapA";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { direction: (enumerations::AllJoynDirection), }
    preset {}
    {
        /// `dir`: direction (`m2m:allJoynDirection`, 1).
        direction: (enumerations::AllJoynDirection) = "dir",
    }
}

resource! {
    /// `<allJoynInterface>`: `m2m:ajif`.
    AllJoynInterface: "m2m:ajif" 28 announced "m2m:ajifA";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { interface_introspect_xml_ref: text, }
    preset {}
    {
        /// `ajir`: interfaceIntrospectXmlRef (`xs:anyURI`, 1).
        interface_introspect_xml_ref: text = "ajir",
    }
}

resource! {
    /// `<allJoynMethod>`: `m2m:ajmd`.
    AllJoynMethod: "m2m:ajmd" 28 announced "m2m:ajmdA";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset {}
    {
    }
}

resource! {
    /// `<allJoynMethodCall>`: `m2m:ajmc`.
    AllJoynMethodCall: "m2m:ajmc" 28 announced "m2m:ajmcA";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset {}
    {
        /// `inp`: input (`xs:string`, 0..1).
        input: text = "inp",
        /// `clst`: callStatus (`xs:string`, 0..1).
        call_status: text = "clst",
        /// `out`: output (`xs:string`, 0..1).
        output: text = "out",
    }
}

resource! {
    /// `<allJoynProperty>`: `m2m:ajpr`.
    AllJoynProperty: "m2m:ajpr" 28 announced "m2m:ajprA";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_value: text, }
    preset {}
    {
        /// `crv`: currentValue (`xs:string`, 1).
        current_value: text = "crv",
        /// `rqv`: requestedValue (`xs:string`, 0..1).
        requested_value: text = "rqv",
    }
}

resource! {
    /// `<allJoynSvcObject>`: `m2m:ajso`.
    AllJoynSvcObject: "m2m:ajso" 28 announced "m2m:ajsoA";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { object_path: text, enable: bool, }
    preset {}
    {
        /// `ajop`: objectPath (`xs:string`, 1).
        object_path: text = "ajop",
        /// `ena`: enable (`xs:boolean`, 1).
        enable: bool = "ena",
    }
}

resource! {
    /// `<genericInterworkingOperationInstance>`: `m2m:gio`.
    GenericInterworkingOperationInstance: "m2m:gio" 28 announced "m2m:gioA";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { operation_name: text, operation_state: text, }
    preset {}
    {
        /// `gion`: operationName (`xs:string`, 1).
        operation_name: text = "gion",
        /// `gios`: operationState (`xs:string`, 1).
        operation_state: text = "gios",
        /// `giip`: inputDataPointLinks (`m2m:listOfDataLinks`, 0..1).
        input_data_point_links: (types::ListOfDataLinks) = "giip",
        /// `giop`: outputDataPointLinks (`m2m:listOfDataLinks`, 0..1).
        output_data_point_links: (types::ListOfDataLinks) = "giop",
        /// `giil`: inputLinks (`m2m:listOfDataLinks`, 0..1).
        input_links: (types::ListOfDataLinks) = "giil",
        /// `giol`: outputLinks (`m2m:listOfDataLinks`, 0..1).
        output_links: (types::ListOfDataLinks) = "giol",
    }
}

resource! {
    /// `<genericInterworkingService>`: `m2m:gis`.
    GenericInterworkingService: "m2m:gis" 28 announced "m2m:gisA";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { service_name: text, }
    preset {}
    {
        /// `gisn`: serviceName (`xs:string`, 1).
        service_name: text = "gisn",
        /// `giip`: inputDataPointLinks (`m2m:listOfDataLinks`, 0..1).
        input_data_point_links: (types::ListOfDataLinks) = "giip",
        /// `giop`: outputDataPointLinks (`m2m:listOfDataLinks`, 0..1).
        output_data_point_links: (types::ListOfDataLinks) = "giop",
    }
}

resource! {
    /// `<svcFwWrapper>`: `m2m:ajfw`.
    SvcFwWrapper: "m2m:ajfw" 28 announced "m2m:ajfwA";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset {}
    {
    }
}

resource! {
    /// `<svcObjWrapper>`: `m2m:ajsw`.
    SvcObjWrapper: "m2m:ajsw" 28 announced "m2m:ajswA";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset {}
    {
    }
}
