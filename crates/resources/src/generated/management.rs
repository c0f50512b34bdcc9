//! The flexContainers of the management domain (TS-0023).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

use onem2m_primitive::Timestamp;

resource! {
    /// `<activate>`: `mad:actie`.
    Activate: "mad:actie" 28 announced "mad:actieAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.activate".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<deactivate>`: `mad:deace`.
    Deactivate: "mad:deace" 28 announced "mad:deaceAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.deactivate".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<deployPackage>`: `mad:depPe`.
    DeployPackage: "mad:depPe" 28 announced "mad:depPeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { name: text, version: text, url: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.deployPackage".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `name`: name (`xs:string`, 1).
        name: text = "name",
        /// `versn`: version (`xs:string`, 1).
        version: text = "versn",
        /// `url`: url (`xs:anyURI`, 1).
        url: text = "url",
    }
}

resource! {
    /// `<disable>`: `mad:disae`.
    Disable: "mad:disae" 28 announced "mad:disaeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.disable".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<dmAgent>`: `mad:dmAgt`.
    DmAgent: "mad:dmAgt" 28 announced "mad:dmAgtAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { state: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.moduleclass.dmAgent".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `state`: state (`xs:nonNegativeInteger`, 1).
        state: u64 = "state",
        /// `stoAe`: storageAvailable (`xs:integer`, 0..1).
        storage_available: i64 = "stoAe",
        /// `stoTl`: storageTotal (`xs:integer`, 0..1).
        storage_total: i64 = "stoTl",
        /// `ramAe`: ramAvailable (`xs:integer`, 0..1).
        ram_available: i64 = "ramAe",
        /// `ramTl`: ramTotal (`xs:integer`, 0..1).
        ram_total: i64 = "ramTl",
        /// `powSs`: powerStatus (`xs:nonNegativeInteger`, 0..1).
        power_status: u64 = "powSs",
        /// `cpuUe`: cpuUsage (`xs:integer`, 0..1).
        cpu_usage: i64 = "cpuUe",
        /// `sysTe`: systemTime (`m2m:timestamp`, 0..1).
        system_time: Timestamp = "sysTe",
    }
}

resource! {
    /// `<dmAreaNwkDeviceInfo>`: `mad:dANDo`.
    DmAreaNwkDeviceInfo: "mad:dANDo" 28 announced "mad:dANDoAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { dev_id: text, dev_type: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.moduleclass.dmAreaNwkDeviceInfo".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `devId`: devId (`xs:string`, 1).
        dev_id: text = "devId",
        /// `devTe`: devType (`xs:nonNegativeInteger`, 1).
        dev_type: u64 = "devTe",
        /// `sleIl`: sleepInterval (`xs:integer`, 0..1).
        sleep_interval: i64 = "sleIl",
        /// `sleDn`: sleepDuration (`xs:integer`, 0..1).
        sleep_duration: i64 = "sleDn",
        /// `sus`: status (`xs:string`, 0..1).
        status: text = "sus",
    }
}

resource! {
    /// `<dmAreaNwkInfo>`: `mad:dANIo`.
    DmAreaNwkInfo: "mad:dANIo" 28 announced "mad:dANIoAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.subdevice.dmAreaNwkInfo".into(), }
    {
    }
}

resource! {
    /// `<dmCapability>`: `mad:dmCay`.
    DmCapability: "mad:dmCay" 28 announced "mad:dmCayAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { name: text, attached: bool, current_state: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.moduleclass.dmCapability".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `name`: name (`xs:string`, 1).
        name: text = "name",
        /// `attad`: attached (`xs:boolean`, 1).
        attached: bool = "attad",
        /// `curSe`: currentState (`xs:boolean`, 1).
        current_state: bool = "curSe",
    }
}

resource! {
    /// `<dmDataModelIO>`: `mad:dDMIO`.
    DmDataModelIo: "mad:dDMIO" 28 announced "mad:dDMIOAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { data_model_type: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.moduleclass.dmDataModelIO".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `daMTe`: dataModelType (`xs:nonNegativeInteger`, 1).
        data_model_type: u64 = "daMTe",
    }
}

resource! {
    /// `<dmDeviceInfo>`: `mad:dmDIo`.
    DmDeviceInfo: "mad:dmDIo" 28 announced "mad:dmDIoAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.moduleclass.dmDeviceInfo".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `serNr`: serialNumber (`xs:string`, 0..1).
        serial_number: text = "serNr",
        /// `manur`: manufacturer (`xs:string`, 0..1).
        manufacturer: text = "manur",
        /// `maDLk`: manufacturerDetailsLink (`xs:anyURI`, 0..1).
        manufacturer_details_link: text = "maDLk",
        /// `manDe`: manufacturingDate (`m2m:timestamp`, 0..1).
        manufacturing_date: Timestamp = "manDe",
        /// `model`: model (`xs:string`, 0..1).
        model: text = "model",
        /// `subMl`: subModel (`xs:string`, 0..1).
        sub_model: text = "subMl",
        /// `hweVn`: hwVersion (`xs:string`, 0..1).
        hw_version: text = "hweVn",
        /// `oseVn`: osVersion (`xs:string`, 0..1).
        os_version: text = "oseVn",
        /// `couny`: country (`xs:string`, 0..1).
        country: text = "couny",
        /// `suURL`: supportURL (`xs:anyURI`, 0..1).
        support_url: text = "suURL",
        /// `prURL`: presentationURL (`xs:anyURI`, 0..1).
        presentation_url: text = "prURL",
        /// `friNe`: friendlyName (`xs:string`, 0..1).
        friendly_name: text = "friNe",
        /// `dc`: description (`xs:string`, 0..1).
        description: text = "dc",
    }
}

resource! {
    /// `<dmEventLog>`: `mad:dmELg`.
    DmEventLog: "mad:dmELg" 28 announced "mad:dmELgAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { type_: i64, data: text, status: i64, enabled: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.moduleclass.dmEventLog".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `type`: type (`xs:integer`, 1).
        type_: i64 = "type",
        /// `data`: data (`xs:string`, 1).
        data: text = "data",
        /// `sus`: status (`xs:integer`, 1).
        status: i64 = "sus",
        /// `enabd`: enabled (`xs:boolean`, 1).
        enabled: bool = "enabd",
    }
}

resource! {
    /// `<dmFirmware>`: `mad:dmFie`.
    DmFirmware: "mad:dmFie" 28 announced "mad:dmFieAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { multi_firmware: bool, primary_state: u64, primary_name: text, primary_version: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.moduleclass.dmFirmware".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `mulFe`: multiFirmware (`xs:boolean`, 1).
        multi_firmware: bool = "mulFe",
        /// `priSe`: primaryState (`xs:nonNegativeInteger`, 1).
        primary_state: u64 = "priSe",
        /// `priNe`: primaryName (`xs:string`, 1).
        primary_name: text = "priNe",
        /// `priVn`: primaryVersion (`xs:string`, 1).
        primary_version: text = "priVn",
        /// `priUl`: primaryUrl (`xs:anyURI`, 0..1).
        primary_url: text = "priUl",
        /// `secSe`: secondaryState (`xs:nonNegativeInteger`, 0..1).
        secondary_state: u64 = "secSe",
        /// `secNe`: secondaryName (`xs:string`, 0..1).
        secondary_name: text = "secNe",
        /// `secVn`: secondaryVersion (`xs:string`, 0..1).
        secondary_version: text = "secVn",
        /// `secUl`: secondaryUrl (`xs:anyURI`, 0..1).
        secondary_url: text = "secUl",
        /// `compt`: component (`xs:string`, 0..1).
        component: text = "compt",
    }
}

resource! {
    /// `<dmPackage>`: `mad:dmPae`.
    DmPackage: "mad:dmPae" 28 announced "mad:dmPaeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { type_: u64, state: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.moduleclass.dmPackage".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `type`: type (`xs:nonNegativeInteger`, 1).
        type_: u64 = "type",
        /// `state`: state (`xs:nonNegativeInteger`, 1).
        state: u64 = "state",
        /// `name`: name (`xs:string`, 0..1).
        name: text = "name",
        /// `versn`: version (`xs:string`, 0..1).
        version: text = "versn",
        /// `url`: url (`xs:anyURI`, 0..1).
        url: text = "url",
        /// `softs`: softwares (`list of ?`, 0..1).
        softwares: [any] = "softs",
    }
}

resource! {
    /// `<dmSoftware>`: `mad:dmSoe`.
    DmSoftware: "mad:dmSoe" 28 announced "mad:dmSoeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { state: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.moduleclass.dmSoftware".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `state`: state (`xs:nonNegativeInteger`, 1).
        state: u64 = "state",
        /// `name`: name (`xs:string`, 0..1).
        name: text = "name",
        /// `versn`: version (`xs:string`, 0..1).
        version: text = "versn",
    }
}

resource! {
    /// `<dmStorage>`: `mad:dmSte`.
    DmStorage: "mad:dmSte" 28 announced "mad:dmSteAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { avail_storage: i64, total_storage: i64, writable: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.moduleclass.dmStorage".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `UUID`: UUID (`xs:string`, 0..1).
        uuid: text = "UUID",
        /// `type`: type (`xs:integer`, 0..1).
        type_: i64 = "type",
        /// `name`: name (`xs:string`, 0..1).
        name: text = "name",
        /// `wriSd`: writeSpeed (`xs:integer`, 0..1).
        write_speed: i64 = "wriSd",
        /// `reaSd`: readSpeed (`xs:integer`, 0..1).
        read_speed: i64 = "reaSd",
        /// `avaSe`: availStorage (`xs:integer`, 1).
        avail_storage: i64 = "avaSe",
        /// `totSe`: totalStorage (`xs:integer`, 1).
        total_storage: i64 = "totSe",
        /// `prese`: presence (`xs:integer`, 0..1).
        presence: i64 = "prese",
        /// `sus`: status (`xs:integer`, 0..1).
        status: i64 = "sus",
        /// `mouns`: mounts (`xs:integer`, 0..1).
        mounts: i64 = "mouns",
        /// `forUs`: forcedUnmounts (`xs:integer`, 0..1).
        forced_unmounts: i64 = "forUs",
        /// `filSm`: fileSystem (`xs:string`, 0..1).
        file_system: text = "filSm",
        /// `mouPt`: mountingPoint (`xs:string`, 0..1).
        mounting_point: text = "mouPt",
        /// `mouOs`: mountOptions (`xs:string`, 0..1).
        mount_options: text = "mouOs",
        /// `write`: writable (`xs:boolean`, 1).
        writable: bool = "write",
    }
}

resource! {
    /// `<enable>`: `mad:enabe`.
    Enable: "mad:enabe" 28 announced "mad:enabeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.enable".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<flexNode>`: `mad:fleNe`.
    FlexNode: "mad:fleNe" 28 announced "mad:fleNeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.device.flexNode".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<format>`: `mad:formt`.
    Format: "mad:formt" 28 announced "mad:formtAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.format".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<install>`: `mad:instl`.
    Install: "mad:instl" 28 announced "mad:instlAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.install".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<readIO>`: `mad:reaIO`.
    ReadIo: "mad:reaIO" 28 announced "mad:reaIOAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { address: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.readIO".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `addrs`: address (`xs:string`, 1).
        address: text = "addrs",
    }
}

resource! {
    /// `<reboot>`: `mad:rebot`.
    Reboot: "mad:rebot" 28 announced "mad:rebotAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { reboot_type: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.reboot".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `rebTe`: rebootType (`xs:nonNegativeInteger`, 1).
        reboot_type: u64 = "rebTe",
    }
}

resource! {
    /// `<retrieveLog>`: `mad:reLog`.
    RetrieveLog: "mad:reLog" 28 announced "mad:reLogAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.retrieveLog".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `start`: start (`m2m:timestamp`, 0..1).
        start: Timestamp = "start",
        /// `end`: end (`m2m:timestamp`, 0..1).
        end: Timestamp = "end",
    }
}

resource! {
    /// `<toggle>`: `mad:togge`.
    Toggle: "mad:togge" 28 announced "mad:toggeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.toggle".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<uninstall>`: `mad:uninl`.
    Uninstall: "mad:uninl" 28 announced "mad:uninlAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.uninstall".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<unmount>`: `mad:unmot`.
    Unmount: "mad:unmot" 28 announced "mad:unmotAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.unmount".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<update>`: `mad:updae`.
    Update: "mad:updae" 28 announced "mad:updaeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { version: text, url: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.update".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `versn`: version (`xs:string`, 1).
        version: text = "versn",
        /// `url`: url (`xs:anyURI`, 1).
        url: text = "url",
    }
}

resource! {
    /// `<updateFirmware>`: `mad:updFe`.
    UpdateFirmware: "mad:updFe" 28 announced "mad:updFeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { url: text, version: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.updateFirmware".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `url`: url (`xs:anyURI`, 1).
        url: text = "url",
        /// `versn`: version (`xs:string`, 1).
        version: text = "versn",
    }
}

resource! {
    /// `<writeIO>`: `mad:wriIO`.
    WriteIo: "mad:wriIO" 28 announced "mad:wriIOAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { address: text, payload: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.management.action.writeIO".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `addrs`: address (`xs:string`, 1).
        address: text = "addrs",
        /// `payld`: payload (`xs:string`, 1).
        payload: text = "payld",
    }
}
