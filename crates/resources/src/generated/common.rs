//! The flexContainers of what several domains have in common (TS-0023).
//!
//! Generated from the tables in `data` of `onem2m-primitive` by `tests/generated`. Not to be edited.

use onem2m_primitive::Timestamp;

resource! {
    /// `<acousticSensor>`: `cod:acoSr`.
    AcousticSensor: "cod:acoSr" 28 announced "cod:acoSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { loudness: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.acousticSensor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `louds`: loudness (`xs:float`, 1).
        loudness: f64 = "louds",
        /// `acoSs`: acousticStatus (`xs:integer`, 0..1).
        acoustic_status: i64 = "acoSs",
    }
}

resource! {
    /// `<activateClockTimer>`: `cod:acCTr`.
    ActivateClockTimer: "cod:acCTr" 28 announced "cod:acCTrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.activateClockTimer".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<airConJobMode>`: `cod:aCJMe`.
    AirConJobMode: "cod:aCJMe" 28 announced "cod:aCJMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_job_mode: u64, job_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.airConJobMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuJMe`: currentJobMode (`xs:nonNegativeInteger`, 1).
        current_job_mode: u64 = "cuJMe",
        /// `cJMNe`: currentJobModeName (`xs:string`, 0..1).
        current_job_mode_name: text = "cJMNe",
        /// `jobMs`: jobModes (`list of ?`, 1).
        job_modes: [any] = "jobMs",
    }
}

resource! {
    /// `<airFlow>`: `cod:airFw`.
    AirFlow: "cod:airFw" 28 announced "cod:airFwAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { speed: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.airFlow".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `speed`: speed (`xs:integer`, 1).
        speed: i64 = "speed",
        /// `minSd`: minSpeed (`xs:integer`, 0..1).
        min_speed: i64 = "minSd",
        /// `maxSd`: maxSpeed (`xs:integer`, 0..1).
        max_speed: i64 = "maxSd",
        /// `verDn`: verticalDirection (`xs:nonNegativeInteger`, 0..1).
        vertical_direction: u64 = "verDn",
        /// `suVDn`: supportedVerticalDirection (`list of ?`, 0..1).
        supported_vertical_direction: [any] = "suVDn",
        /// `horDn`: horizontalDirection (`xs:nonNegativeInteger`, 0..1).
        horizontal_direction: u64 = "horDn",
        /// `suHDn`: supportedHorizontalDirection (`list of ?`, 0..1).
        supported_horizontal_direction: [any] = "suHDn",
        /// `autoe`: automode (`xs:boolean`, 0..1).
        automode: bool = "autoe",
    }
}

resource! {
    /// `<airPurifierJobMode>`: `cod:aPJMe`.
    AirPurifierJobMode: "cod:aPJMe" 28 announced "cod:aPJMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_job_mode: u64, job_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.airPurifierJobMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuJMe`: currentJobMode (`xs:nonNegativeInteger`, 1).
        current_job_mode: u64 = "cuJMe",
        /// `cJMNe`: currentJobModeName (`xs:string`, 0..1).
        current_job_mode_name: text = "cJMNe",
        /// `jobMs`: jobModes (`list of ?`, 1).
        job_modes: [any] = "jobMs",
    }
}

resource! {
    /// `<airQualitySensor>`: `cod:aiQSr`.
    AirQualitySensor: "cod:aiQSr" 28 announced "cod:aiQSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.airQualitySensor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `monEd`: monitoringEnabled (`xs:boolean`, 0..1).
        monitoring_enabled: bool = "monEd",
        /// `pm1`: pm1 (`xs:integer`, 0..1).
        pm1: i64 = "pm1",
        /// `pm25`: pm25 (`xs:integer`, 0..1).
        pm25: i64 = "pm25",
        /// `pm10`: pm10 (`xs:integer`, 0..1).
        pm10: i64 = "pm10",
        /// `tsp`: tsp (`xs:float`, 0..1).
        tsp: f64 = "tsp",
        /// `odor`: odor (`xs:integer`, 0..1).
        odor: i64 = "odor",
        /// `humiy`: humidity (`xs:float`, 0..1).
        humidity: f64 = "humiy",
        /// `tempe`: temperature (`xs:float`, 0..1).
        temperature: f64 = "tempe",
        /// `airPe`: airPressure (`xs:float`, 0..1).
        air_pressure: f64 = "airPe",
        /// `co`: co (`xs:float`, 0..1).
        co: f64 = "co",
        /// `co2`: co2 (`xs:float`, 0..1).
        co2: f64 = "co2",
        /// `ch2o`: ch2o (`xs:float`, 0..1).
        ch2o: f64 = "ch2o",
        /// `voc`: voc (`xs:float`, 0..1).
        voc: f64 = "voc",
        /// `no2`: no2 (`xs:float`, 0..1).
        no2: f64 = "no2",
        /// `so2`: so2 (`xs:float`, 0..1).
        so2: f64 = "so2",
        /// `o3`: o3 (`xs:float`, 0..1).
        o3: f64 = "o3",
        /// `noise`: noise (`xs:float`, 0..1).
        noise: f64 = "noise",
        /// `winDn`: windDirection (`xs:float`, 0..1).
        wind_direction: f64 = "winDn",
        /// `winSd`: windSpeed (`xs:float`, 0..1).
        wind_speed: f64 = "winSd",
    }
}

resource! {
    /// `<alarmSpeaker>`: `cod:alaSr`.
    AlarmSpeaker: "cod:alaSr" 28 announced "cod:alaSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { alarm_status: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.alarmSpeaker".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `tone`: tone (`xs:nonNegativeInteger`, 0..1).
        tone: u64 = "tone",
        /// `light`: light (`xs:nonNegativeInteger`, 0..1).
        light: u64 = "light",
        /// `alaSs`: alarmStatus (`xs:boolean`, 1).
        alarm_status: bool = "alaSs",
    }
}

resource! {
    /// `<anemometer>`: `cod:anemr`.
    Anemometer: "cod:anemr" 28 announced "cod:anemrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { wind_speed: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.anemometer".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `winSd`: windSpeed (`xs:float`, 1).
        wind_speed: f64 = "winSd",
    }
}

resource! {
    /// `<answer>`: `cod:answr`.
    Answer: "cod:answr" 28 announced "cod:answrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.answer".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<audioVolume>`: `cod:audVe`.
    AudioVolume: "cod:audVe" 28 announced "cod:audVeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { volume_value: i64, mute_enabled: bool, save_audio_volume: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.audioVolume".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `volVe`: volumeValue (`xs:integer`, 1).
        volume_value: i64 = "volVe",
        /// `steVe`: stepValue (`xs:integer`, 0..1).
        step_value: i64 = "steVe",
        /// `maxVe`: maxValue (`xs:integer`, 0..1).
        max_value: i64 = "maxVe",
        /// `mutEd`: muteEnabled (`xs:boolean`, 1).
        mute_enabled: bool = "mutEd",
        /// `saAVe`: saveAudioVolume (`xs:boolean`, 1).
        save_audio_volume: bool = "saAVe",
    }
}

resource! {
    /// `<autoDocumentFeeder>`: `cod:auDFr`.
    AutoDocumentFeeder: "cod:auDFr" 28 announced "cod:auDFrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_adf_state: u64, adf_states: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.autoDocumentFeeder".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuASe`: currentAdfState (`xs:nonNegativeInteger`, 1).
        current_adf_state: u64 = "cuASe",
        /// `adfSs`: adfStates (`list of ?`, 1).
        adf_states: [any] = "adfSs",
    }
}

resource! {
    /// `<barometer>`: `cod:baror`.
    Barometer: "cod:baror" 28 announced "cod:barorAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { atmospheric_pressure: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.barometer".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `alarm`: alarm (`xs:boolean`, 0..1).
        alarm: bool = "alarm",
        /// `atmPe`: atmosphericPressure (`xs:float`, 1).
        atmospheric_pressure: f64 = "atmPe",
        /// `miPTd`: minPressureThreshold (`xs:integer`, 0..1).
        min_pressure_threshold: i64 = "miPTd",
        /// `maPTd`: maxPressureThreshold (`xs:integer`, 0..1).
        max_pressure_threshold: i64 = "maPTd",
    }
}

resource! {
    /// `<battery>`: `cod:bat`.
    Battery: "cod:bat" 28 announced "cod:batAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { level: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.battery".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `lvl`: level (`xs:integer`, 1).
        level: i64 = "lvl",
        /// `capay`: capacity (`xs:integer`, 0..1).
        capacity: i64 = "capay",
        /// `reche`: rechargeable (`xs:boolean`, 0..1).
        rechargeable: bool = "reche",
        /// `charg`: charging (`xs:boolean`, 0..1).
        charging: bool = "charg",
        /// `discg`: discharging (`xs:boolean`, 0..1).
        discharging: bool = "discg",
        /// `lowBy`: lowBattery (`xs:boolean`, 0..1).
        low_battery: bool = "lowBy",
        /// `batTd`: batteryThreshold (`xs:integer`, 0..1).
        battery_threshold: i64 = "batTd",
        /// `chaVe`: chargingVoltage (`xs:float`, 0..1).
        charging_voltage: f64 = "chaVe",
        /// `chaAe`: chargingAmpere (`xs:float`, 0..1).
        charging_ampere: f64 = "chaAe",
        /// `disVe`: dischargingVoltage (`xs:float`, 0..1).
        discharging_voltage: f64 = "disVe",
        /// `disAe`: dischargingAmpere (`xs:float`, 0..1).
        discharging_ampere: f64 = "disAe",
        /// `batMl`: batteryMaterial (`xs:nonNegativeInteger`, 0..1).
        battery_material: u64 = "batMl",
        /// `batSe`: batteryShape (`xs:nonNegativeInteger`, 0..1).
        battery_shape: u64 = "batSe",
    }
}

resource! {
    /// `<billDeposit>`: `cod:bilDt`.
    BillDeposit: "cod:bilDt" 28 announced "cod:bilDtAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { deposit_status: bool, balance: f64, count: i64, fake_status: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.billDeposit".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `depSs`: depositStatus (`xs:boolean`, 1).
        deposit_status: bool = "depSs",
        /// `balae`: balance (`xs:float`, 1).
        balance: f64 = "balae",
        /// `count`: count (`xs:integer`, 1).
        count: i64 = "count",
        /// `curry`: currency (`xs:string`, 0..1).
        currency: text = "curry",
        /// `fakSs`: fakeStatus (`xs:boolean`, 1).
        fake_status: bool = "fakSs",
    }
}

resource! {
    /// `<billWithdrawal>`: `cod:bilWl`.
    BillWithdrawal: "cod:bilWl" 28 announced "cod:bilWlAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { withdrawal_status: bool, balance: f64, count: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.billWithdrawal".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `witSs`: withdrawalStatus (`xs:boolean`, 1).
        withdrawal_status: bool = "witSs",
        /// `balae`: balance (`xs:float`, 1).
        balance: f64 = "balae",
        /// `count`: count (`xs:integer`, 1).
        count: i64 = "count",
    }
}

resource! {
    /// `<binaryObject>`: `cod:binOt`.
    BinaryObject: "cod:binOt" 28 announced "cod:binOtAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { object: text, object_type: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.binaryObject".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `objet`: object (`xs:string`, 1).
        object: text = "objet",
        /// `objTe`: objectType (`xs:string`, 1).
        object_type: text = "objTe",
        /// `size`: size (`xs:integer`, 0..1).
        size: i64 = "size",
        /// `hash`: hash (`xs:string`, 0..1).
        hash: text = "hash",
    }
}

resource! {
    /// `<binarySwitch>`: `cod:binSh`.
    BinarySwitch: "cod:binSh" 28 announced "cod:binShAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { state: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.binarySwitch".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `state`: state (`xs:boolean`, 1).
        state: bool = "state",
    }
}

resource! {
    /// `<bioElectricalImpedanceAnalysis>`: `cod:bEIAs`.
    BioElectricalImpedanceAnalysis: "cod:bEIAs" 28 announced "cod:bEIAsAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { water: f64, fat: f64, muscle: f64, bone: f64, viscera_fat: f64, kcal: f64, resistance: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.bioElectricalImpedanceAnalysis".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `water`: water (`xs:float`, 1).
        water: f64 = "water",
        /// `fat`: fat (`xs:float`, 1).
        fat: f64 = "fat",
        /// `musce`: muscle (`xs:float`, 1).
        muscle: f64 = "musce",
        /// `bone`: bone (`xs:float`, 1).
        bone: f64 = "bone",
        /// `visFt`: visceraFat (`xs:float`, 1).
        viscera_fat: f64 = "visFt",
        /// `kcal`: kcal (`xs:float`, 1).
        kcal: f64 = "kcal",
        /// `resie`: resistance (`xs:float`, 1).
        resistance: f64 = "resie",
    }
}

resource! {
    /// `<blender>`: `cod:blenr`.
    Blender: "cod:blenr" 28 announced "cod:blenrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { use_blender: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.blender".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `useBr`: useBlender (`xs:boolean`, 1).
        use_blender: bool = "useBr",
        /// `spiSd`: spinSpeed (`xs:nonNegativeInteger`, 0..1).
        spin_speed: u64 = "spiSd",
    }
}

resource! {
    /// `<bodyCompositionAnalyser>`: `cod:boCAr`.
    BodyCompositionAnalyser: "cod:boCAr" 28 announced "cod:boCArAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.bodyCompositionAnalyser".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `bodLh`: bodyLength (`xs:float`, 0..1).
        body_length: f64 = "bodLh",
        /// `bmi`: bmi (`xs:float`, 0..1).
        bmi: f64 = "bmi",
        /// `faFMs`: fatFreeMass (`xs:float`, 0..1).
        fat_free_mass: f64 = "faFMs",
        /// `soLMs`: softLeanMass (`xs:float`, 0..1).
        soft_lean_mass: f64 = "soLMs",
        /// `musMs`: muscleMass (`xs:float`, 0..1).
        muscle_mass: f64 = "musMs",
        /// `basMm`: basalMetabolism (`xs:float`, 0..1).
        basal_metabolism: f64 = "basMm",
        /// `impee`: impedance (`xs:float`, 0..1).
        impedance: f64 = "impee",
        /// `mass`: mass (`xs:float`, 0..1).
        mass: f64 = "mass",
        /// `boWMs`: bodyWaterMass (`xs:float`, 0..1).
        body_water_mass: f64 = "boWMs",
        /// `inSMs`: inorganicSaltMass (`xs:float`, 0..1).
        inorganic_salt_mass: f64 = "inSMs",
        /// `somae`: somatotype (`xs:float`, 0..1).
        somatotype: f64 = "somae",
    }
}

resource! {
    /// `<boiler>`: `cod:boilr`.
    Boiler: "cod:boilr" 28 announced "cod:boilrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { status: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.boiler".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `sus`: status (`xs:boolean`, 1).
        status: bool = "sus",
    }
}

resource! {
    /// `<brewing>`: `cod:brewg`.
    Brewing: "cod:brewg" 28 announced "cod:brewgAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { cups_number: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.brewing".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cupNr`: cupsNumber (`xs:integer`, 1).
        cups_number: i64 = "cupNr",
        /// `streh`: strength (`xs:nonNegativeInteger`, 0..1).
        strength: u64 = "streh",
    }
}

resource! {
    /// `<brightness>`: `cod:brigs`.
    Brightness: "cod:brigs" 28 announced "cod:brigsAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { brightness: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.brightness".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `brigs`: brightness (`xs:integer`, 1).
        brightness: i64 = "brigs",
    }
}

resource! {
    /// `<call>`: `cod:call`.
    Call: "cod:call" 28 announced "cod:callAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.call".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<cardScanner>`: `cod:carSr`.
    CardScanner: "cod:carSr" 28 announced "cod:carSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { scan_status: bool, card_info: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.cardScanner".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `scaSs`: scanStatus (`xs:boolean`, 1).
        scan_status: bool = "scaSs",
        /// `carIo`: cardInfo (`xs:string`, 1).
        card_info: text = "carIo",
    }
}

resource! {
    /// `<cashDispenser>`: `cod:casDr`.
    CashDispenser: "cod:casDr" 28 announced "cod:casDrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { dispense_status: bool, balance: f64, count: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.cashDispenser".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `disSs`: dispenseStatus (`xs:boolean`, 1).
        dispense_status: bool = "disSs",
        /// `balae`: balance (`xs:float`, 1).
        balance: f64 = "balae",
        /// `count`: count (`xs:integer`, 1).
        count: i64 = "count",
        /// `curry`: currency (`xs:string`, 0..1).
        currency: text = "curry",
    }
}

resource! {
    /// `<clock>`: `cod:clock`.
    Clock: "cod:clock" 28 announced "cod:clockAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_time: text, current_date: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.clock".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `curTe`: currentTime (`xs:time`, 1).
        current_time: text = "curTe",
        /// `curDe`: currentDate (`xs:date`, 1).
        current_date: text = "curDe",
        /// `cuTZe`: currentTimeZone (`xs:string`, 0..1).
        current_time_zone: text = "cuTZe",
    }
}

resource! {
    /// `<close>`: `cod:close`.
    Close: "cod:close" 28 announced "cod:closeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.close".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<clothesDryerJobMode>`: `cod:cDJMe`.
    ClothesDryerJobMode: "cod:cDJMe" 28 announced "cod:cDJMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_job_mode: u64, job_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.clothesDryerJobMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuJMe`: currentJobMode (`xs:nonNegativeInteger`, 1).
        current_job_mode: u64 = "cuJMe",
        /// `cJMNe`: currentJobModeName (`xs:string`, 0..1).
        current_job_mode_name: text = "cJMNe",
        /// `jobMs`: jobModes (`list of ?`, 1).
        job_modes: [any] = "jobMs",
    }
}

resource! {
    /// `<clothesWasherDryerJobMode>`: `cod:cWDJM`.
    ClothesWasherDryerJobMode: "cod:cWDJM" 28 announced "cod:cWDJMAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { job_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.clothesWasherDryerJobMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuJMe`: currentJobMode (`xs:nonNegativeInteger`, 0..1).
        current_job_mode: u64 = "cuJMe",
        /// `cJMNe`: currentJobModeName (`xs:string`, 0..1).
        current_job_mode_name: text = "cJMNe",
        /// `jobMs`: jobModes (`list of ?`, 1).
        job_modes: [any] = "jobMs",
    }
}

resource! {
    /// `<clothesWasherJobMode>`: `cod:cWJMe`.
    ClothesWasherJobMode: "cod:cWJMe" 28 announced "cod:cWJMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_job_mode: u64, job_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.clothesWasherJobMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuJMe`: currentJobMode (`xs:nonNegativeInteger`, 1).
        current_job_mode: u64 = "cuJMe",
        /// `cJMNe`: currentJobModeName (`xs:string`, 0..1).
        current_job_mode_name: text = "cJMNe",
        /// `jobMs`: jobModes (`list of ?`, 1).
        job_modes: [any] = "jobMs",
    }
}

resource! {
    /// `<clothesWasherJobModeOption>`: `cod:cWJMO`.
    ClothesWasherJobModeOption: "cod:cWJMO" 28 announced "cod:cWJMOAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.clothesWasherJobModeOption".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `wasTp`: washTemp (`xs:nonNegativeInteger`, 0..1).
        wash_temp: u64 = "wasTp",
        /// `soiLl`: soilLevel (`xs:nonNegativeInteger`, 0..1).
        soil_level: u64 = "soiLl",
        /// `spiSd`: spinSpeed (`xs:nonNegativeInteger`, 0..1).
        spin_speed: u64 = "spiSd",
        /// `preWh`: preWash (`xs:boolean`, 0..1).
        pre_wash: bool = "preWh",
        /// `speWh`: speedWash (`xs:boolean`, 0..1).
        speed_wash: bool = "speWh",
        /// `steTt`: steamTreat (`xs:boolean`, 0..1).
        steam_treat: bool = "steTt",
        /// `colWh`: coldWash (`xs:boolean`, 0..1).
        cold_wash: bool = "colWh",
        /// `extRe`: extraRinse (`xs:boolean`, 0..1).
        extra_rinse: bool = "extRe",
    }
}

resource! {
    /// `<coinDeposit>`: `cod:coiDt`.
    CoinDeposit: "cod:coiDt" 28 announced "cod:coiDtAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { deposit_status: bool, balance: f64, count: i64, fake_status: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.coinDeposit".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `depSs`: depositStatus (`xs:boolean`, 1).
        deposit_status: bool = "depSs",
        /// `balae`: balance (`xs:float`, 1).
        balance: f64 = "balae",
        /// `count`: count (`xs:integer`, 1).
        count: i64 = "count",
        /// `curry`: currency (`xs:string`, 0..1).
        currency: text = "curry",
        /// `fakSs`: fakeStatus (`xs:boolean`, 1).
        fake_status: bool = "fakSs",
    }
}

resource! {
    /// `<colour>`: `cod:color`.
    Colour: "cod:color" 28 announced "cod:colorAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { red: i64, green: i64, blue: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.colour".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `red`: red (`xs:integer`, 1).
        red: i64 = "red",
        /// `green`: green (`xs:integer`, 1).
        green: i64 = "green",
        /// `blue`: blue (`xs:integer`, 1).
        blue: i64 = "blue",
    }
}

resource! {
    /// `<colourSaturation>`: `cod:colSn`.
    ColourSaturation: "cod:colSn" 28 announced "cod:colSnAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { colour_saturation: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.colourSaturation".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `colSn`: colourSaturation (`xs:integer`, 1).
        colour_saturation: i64 = "colSn",
    }
}

resource! {
    /// `<connectivity>`: `cod:conny`.
    Connectivity: "cod:conny" 28 announced "cod:connyAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { rsrp: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.connectivity".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `rsrp`: rsrp (`xs:integer`, 1).
        rsrp: i64 = "rsrp",
        /// `rsrq`: rsrq (`xs:integer`, 0..1).
        rsrq: i64 = "rsrq",
        /// `celID`: cellID (`xs:integer`, 0..1).
        cell_id: i64 = "celID",
        /// `rssi`: rssi (`xs:integer`, 0..1).
        rssi: i64 = "rssi",
        /// `siECL`: signalECL (`xs:integer`, 0..1).
        signal_ecl: i64 = "siECL",
        /// `sinr`: sinr (`xs:integer`, 0..1).
        sinr: i64 = "sinr",
        /// `pci`: pci (`xs:string`, 0..1).
        pci: text = "pci",
        /// `daATe`: dailyActivityTime (`xs:integer`, 0..1).
        daily_activity_time: i64 = "daATe",
        /// `dNOCs`: dailyNumberOfConnections (`xs:integer`, 0..1).
        daily_number_of_connections: i64 = "dNOCs",
        /// `coFVe`: commFreqValue (`xs:integer`, 0..1).
        comm_freq_value: i64 = "coFVe",
        /// `cuCBn`: currentCycleBeginn (`m2m:timestamp`, 0..1).
        current_cycle_beginn: Timestamp = "cuCBn",
        /// `cuCVe`: currentCycleVolume (`xs:integer`, 0..1).
        current_cycle_volume: i64 = "cuCVe",
        /// `cCTEs`: currentCycleTransmissionErrors (`xs:integer`, 0..1).
        current_cycle_transmission_errors: i64 = "cCTEs",
        /// `miCLy`: minimumCommunicationLatency (`xs:integer`, 0..1).
        minimum_communication_latency: i64 = "miCLy",
    }
}

resource! {
    /// `<cookerHoodJobMode>`: `cod:cHJMe`.
    CookerHoodJobMode: "cod:cHJMe" 28 announced "cod:cHJMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_job_mode: u64, job_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.cookerHoodJobMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuJMe`: currentJobMode (`xs:nonNegativeInteger`, 1).
        current_job_mode: u64 = "cuJMe",
        /// `cJMNe`: currentJobModeName (`xs:string`, 0..1).
        current_job_mode_name: text = "cJMNe",
        /// `jobMs`: jobModes (`list of ?`, 1).
        job_modes: [any] = "jobMs",
    }
}

resource! {
    /// `<credentials>`: `cod:creds`.
    Credentials: "cod:creds" 28 announced "cod:credsAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.credentials".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `logNe`: loginName (`xs:string`, 0..1).
        login_name: text = "logNe",
        /// `pwd`: password (`xs:string`, 0..1).
        password: text = "pwd",
        /// `tk`: token (`xs:string`, 0..1).
        token: text = "tk",
    }
}

resource! {
    /// `<crossingBarrier>`: `cod:croBr`.
    CrossingBarrier: "cod:croBr" 28 announced "cod:croBrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { barrier_status: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.crossingBarrier".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `barDt`: barrierDefault (`xs:boolean`, 0..1).
        barrier_default: bool = "barDt",
        /// `barSs`: barrierStatus (`xs:boolean`, 1).
        barrier_status: bool = "barSs",
        /// `timer`: timer (`xs:time`, 0..1).
        timer: text = "timer",
    }
}

resource! {
    /// `<deactivateClockTimer>`: `cod:deCTr`.
    DeactivateClockTimer: "cod:deCTr" 28 announced "cod:deCTrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.deactivateClockTimer".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<decrementNumberValue>`: `cod:deNVe`.
    DecrementNumberValue: "cod:deNVe" 28 announced "cod:deNVeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.decrementNumberValue".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<dehumidifierJobMode>`: `cod:deJMe`.
    DehumidifierJobMode: "cod:deJMe" 28 announced "cod:deJMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_job_mode: u64, job_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.dehumidifierJobMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuJMe`: currentJobMode (`xs:nonNegativeInteger`, 1).
        current_job_mode: u64 = "cuJMe",
        /// `cJMNe`: currentJobModeName (`xs:string`, 0..1).
        current_job_mode_name: text = "cJMNe",
        /// `jobMs`: jobModes (`list of ?`, 1).
        job_modes: [any] = "jobMs",
    }
}

resource! {
    /// `<device3DDisplay>`: `cod:deDDy`.
    Device3dDisplay: "cod:deDDy" 28 announced "cod:deDDyAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.device3DDisplay".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<device3DPrinter>`: `cod:deDPr`.
    Device3dPrinter: "cod:deDPr" 28 announced "cod:deDPrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.device3DPrinter".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<device3DScanner>`: `cod:deDSr`.
    Device3dScanner: "cod:deDSr" 28 announced "cod:deDSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.device3DScanner".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceAirQualityMonitor>`: `cod:dAQMr`.
    DeviceAirQualityMonitor: "cod:dAQMr" 28 announced "cod:dAQMrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceAirQualityMonitor".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceAudioReceiver>`: `cod:deARr`.
    DeviceAudioReceiver: "cod:deARr" 28 announced "cod:deARrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceAudioReceiver".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceCamera>`: `cod:devCa`.
    DeviceCamera: "cod:devCa" 28 announced "cod:devCaAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceCamera".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceDoor>`: `cod:devD0`.
    DeviceDoor: "cod:devD0" 28 announced "cod:devD0Annc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceDoor".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceDoorLock>`: `cod:deDLk`.
    DeviceDoorLock: "cod:deDLk" 28 announced "cod:deDLkAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceDoorLock".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceGenericSensor>`: `cod:deGSr`.
    DeviceGenericSensor: "cod:deGSr" 28 announced "cod:deGSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceGenericSensor".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceLight>`: `cod:devLt`.
    DeviceLight: "cod:devLt" 28 announced "cod:devLtAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceLight".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceMultiFunctionPrinter>`: `cod:dMFPr`.
    DeviceMultiFunctionPrinter: "cod:dMFPr" 28 announced "cod:dMFPrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceMultiFunctionPrinter".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<devicePrinter>`: `cod:devPr`.
    DevicePrinter: "cod:devPr" 28 announced "cod:devPrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.devicePrinter".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceScanner>`: `cod:devSr`.
    DeviceScanner: "cod:devSr" 28 announced "cod:devSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceScanner".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceServiceButton>`: `cod:deSBn`.
    DeviceServiceButton: "cod:deSBn" 28 announced "cod:deSBnAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceServiceButton".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceSmartPlug>`: `cod:deSPg`.
    DeviceSmartPlug: "cod:deSPg" 28 announced "cod:deSPgAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceSmartPlug".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceSwitch>`: `cod:devSh`.
    DeviceSwitch: "cod:devSh" 28 announced "cod:devShAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceSwitch".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceThermometer>`: `cod:devTr`.
    DeviceThermometer: "cod:devTr" 28 announced "cod:devTrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceThermometer".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceThermostat>`: `cod:devTt`.
    DeviceThermostat: "cod:devTt" 28 announced "cod:devTtAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceThermostat".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<deviceWaterValve>`: `cod:deWVe`.
    DeviceWaterValve: "cod:deWVe" 28 announced "cod:deWVeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.device.deviceWaterValve".into(), }
    {
        /// `nodLk`: nodeLink (`xs:string`, 0..1).
        node_link: text = "nodLk",
        /// `flNLk`: flexNodeLink (`xs:string`, 0..1).
        flex_node_link: text = "flNLk",
    }
}

resource! {
    /// `<dishWasherJobMode>`: `cod:dWJMe`.
    DishWasherJobMode: "cod:dWJMe" 28 announced "cod:dWJMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_job_mode: u64, job_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.dishWasherJobMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuJMe`: currentJobMode (`xs:nonNegativeInteger`, 1).
        current_job_mode: u64 = "cuJMe",
        /// `cJMNe`: currentJobModeName (`xs:string`, 0..1).
        current_job_mode_name: text = "cJMNe",
        /// `jobMs`: jobModes (`list of ?`, 1).
        job_modes: [any] = "jobMs",
    }
}

resource! {
    /// `<disposal>`: `cod:displ`.
    Disposal: "cod:displ" 28 announced "cod:displAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { disposal_status: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.disposal".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `disS0`: disposalStatus (`xs:boolean`, 1).
        disposal_status: bool = "disS0",
    }
}

resource! {
    /// `<doorStatus>`: `cod:dooSs`.
    DoorStatus: "cod:dooSs" 28 announced "cod:dooSsAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { door_state: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.doorStatus".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `dooSe`: doorState (`xs:nonNegativeInteger`, 1).
        door_state: u64 = "dooSe",
        /// `opeDn`: openDuration (`m2m:timestamp`, 0..1).
        open_duration: Timestamp = "opeDn",
        /// `opeAm`: openAlarm (`xs:boolean`, 0..1).
        open_alarm: bool = "opeAm",
    }
}

resource! {
    /// `<downChannel>`: `cod:dowCl`.
    DownChannel: "cod:dowCl" 28 announced "cod:dowClAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.downChannel".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<downVolume>`: `cod:dowVe`.
    DownVolume: "cod:dowVe" 28 announced "cod:dowVeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.downVolume".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<electricVehicleConnector>`: `cod:elVCr`.
    ElectricVehicleConnector: "cod:elVCr" 28 announced "cod:elVCrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { status: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.electricVehicleConnector".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `sus`: status (`xs:boolean`, 1).
        status: bool = "sus",
        /// `chaCy`: chargingCapacity (`xs:integer`, 0..1).
        charging_capacity: i64 = "chaCy",
        /// `disCy`: dischargingCapacity (`xs:integer`, 0..1).
        discharging_capacity: i64 = "disCy",
    }
}

resource! {
    /// `<energyConsumption>`: `cod:eneCn`.
    EnergyConsumption: "cod:eneCn" 28 announced "cod:eneCnAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { absolute_energy_consumption: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.energyConsumption".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `power`: power (`xs:float`, 0..1).
        power: f64 = "power",
        /// `abECn`: absoluteEnergyConsumption (`xs:float`, 1).
        absolute_energy_consumption: f64 = "abECn",
        /// `roECn`: roundingEnergyConsumption (`xs:integer`, 0..1).
        rounding_energy_consumption: i64 = "roECn",
        /// `sigDs`: significantDigits (`xs:integer`, 0..1).
        significant_digits: i64 = "sigDs",
        /// `mulFs`: multiplyingFactors (`xs:integer`, 0..1).
        multiplying_factors: i64 = "mulFs",
        /// `volte`: voltage (`xs:float`, 0..1).
        voltage: f64 = "volte",
        /// `currt`: current (`xs:float`, 0..1).
        current: f64 = "currt",
        /// `freqy`: frequency (`xs:float`, 0..1).
        frequency: f64 = "freqy",
        /// `meaSe`: measuringScope (`xs:string`, 0..1).
        measuring_scope: text = "meaSe",
    }
}

resource! {
    /// `<energyGeneration>`: `cod:eneGn`.
    EnergyGeneration: "cod:eneGn" 28 announced "cod:eneGnAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { generation_source: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.energyGeneration".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `poGDa`: powerGenerationData (`xs:float`, 0..1).
        power_generation_data: f64 = "poGDa",
        /// `roEGn`: roundingEnergyGeneration (`xs:integer`, 0..1).
        rounding_energy_generation: i64 = "roEGn",
        /// `sigDs`: significantDigits (`xs:integer`, 0..1).
        significant_digits: i64 = "sigDs",
        /// `mulFs`: multiplyingFactors (`xs:integer`, 0..1).
        multiplying_factors: i64 = "mulFs",
        /// `genSe`: generationSource (`xs:string`, 1).
        generation_source: text = "genSe",
    }
}

resource! {
    /// `<faultDetection>`: `cod:fauDn`.
    FaultDetection: "cod:fauDn" 28 announced "cod:fauDnAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { status: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.faultDetection".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `sus`: status (`xs:boolean`, 1).
        status: bool = "sus",
        /// `code`: code (`xs:integer`, 0..1).
        code: i64 = "code",
        /// `dc`: description (`xs:string`, 0..1).
        description: text = "dc",
    }
}

resource! {
    /// `<filterInfo>`: `cod:filIo`.
    FilterInfo: "cod:filIo" 28 announced "cod:filIoAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { used_time: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.filterInfo".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `useTe`: usedTime (`xs:integer`, 1).
        used_time: i64 = "useTe",
        /// `neeRt`: needsReplacement (`xs:boolean`, 0..1).
        needs_replacement: bool = "neeRt",
        /// `filLe`: filterLifetime (`xs:integer`, 0..1).
        filter_lifetime: i64 = "filLe",
    }
}

resource! {
    /// `<foaming>`: `cod:foamg`.
    Foaming: "cod:foamg" 28 announced "cod:foamgAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { foaming_strength: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.foaming".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `foaSh`: foamingStrength (`xs:nonNegativeInteger`, 1).
        foaming_strength: u64 = "foaSh",
    }
}

resource! {
    /// `<galleryMode>`: `cod:galMe`.
    GalleryMode: "cod:galMe" 28 announced "cod:galMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { display_orientation: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.galleryMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `disOn`: displayOrientation (`xs:nonNegativeInteger`, 1).
        display_orientation: u64 = "disOn",
        /// `disIl`: displayInterval (`xs:integer`, 0..1).
        display_interval: i64 = "disIl",
        /// `disOr`: displayOrder (`xs:nonNegativeInteger`, 0..1).
        display_order: u64 = "disOr",
    }
}

resource! {
    /// `<gasChargingControl>`: `cod:gaCCl`.
    GasChargingControl: "cod:gaCCl" 28 announced "cod:gaCClAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.gasChargingControl".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `bilNr`: billingNumber (`xs:string`, 0..1).
        billing_number: text = "bilNr",
        /// `recCt`: rechargeCredit (`xs:float`, 0..1).
        recharge_credit: f64 = "recCt",
        /// `surCt`: surplusCredit (`xs:float`, 0..1).
        surplus_credit: f64 = "surCt",
        /// `recGs`: rechargeGas (`xs:float`, 0..1).
        recharge_gas: f64 = "recGs",
        /// `surGs`: surplusGas (`xs:float`, 0..1).
        surplus_gas: f64 = "surGs",
    }
}

resource! {
    /// `<gasMeterAlarm>`: `cod:gaMAm`.
    GasMeterAlarm: "cod:gaMAm" 28 announced "cod:gaMAmAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.gasMeterAlarm".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `loGAm`: lowGasAlarm (`xs:boolean`, 0..1).
        low_gas_alarm: bool = "loGAm",
        /// `loCAm`: lowCreditAlarm (`xs:boolean`, 0..1).
        low_credit_alarm: bool = "loCAm",
        /// `leaAm`: leakageAlarm (`xs:boolean`, 0..1).
        leakage_alarm: bool = "leaAm",
        /// `loDAm`: lockedDownAlarm (`xs:boolean`, 0..1).
        locked_down_alarm: bool = "loDAm",
        /// `laFAm`: largeFlowAlarm (`xs:boolean`, 0..1).
        large_flow_alarm: bool = "laFAm",
        /// `magDb`: magneticDisturb (`xs:boolean`, 0..1).
        magnetic_disturb: bool = "magDb",
        /// `siCAm`: singleCountAlarm (`xs:boolean`, 0..1).
        single_count_alarm: bool = "siCAm",
    }
}

resource! {
    /// `<gasMeterReportInfo>`: `cod:gMRIo`.
    GasMeterReportInfo: "cod:gMRIo" 28 announced "cod:gMRIoAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { total_use_value: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.gasMeterReportInfo".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `toUVe`: totalUseValue (`xs:float`, 1).
        total_use_value: f64 = "toUVe",
        /// `valSs`: valveStatus (`xs:boolean`, 0..1).
        valve_status: bool = "valSs",
    }
}

resource! {
    /// `<geoLocation>`: `cod:geoLn`.
    GeoLocation: "cod:geoLn" 28 announced "cod:geoLnAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { latitude: f64, longitude: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.geoLocation".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `latie`: latitude (`xs:float`, 1).
        latitude: f64 = "latie",
        /// `longe`: longitude (`xs:float`, 1).
        longitude: f64 = "longe",
        /// `altie`: altitude (`xs:float`, 0..1).
        altitude: f64 = "altie",
        /// `headg`: heading (`xs:float`, 0..1).
        heading: f64 = "headg",
        /// `horAy`: horizontalAccuracy (`xs:float`, 0..1).
        horizontal_accuracy: f64 = "horAy",
        /// `verAy`: verticalAccuracy (`xs:float`, 0..1).
        vertical_accuracy: f64 = "verAy",
        /// `heaAy`: headingAccuracy (`xs:float`, 0..1).
        heading_accuracy: f64 = "heaAy",
        /// `tarLe`: targetLatitude (`xs:float`, 0..1).
        target_latitude: f64 = "tarLe",
        /// `tarL0`: targetLongitude (`xs:float`, 0..1).
        target_longitude: f64 = "tarL0",
        /// `tarAe`: targetAltitude (`xs:float`, 0..1).
        target_altitude: f64 = "tarAe",
    }
}

resource! {
    /// `<glucometer>`: `cod:glucr`.
    Glucometer: "cod:glucr" 28 announced "cod:glucrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { concentration: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.glucometer".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `concn`: concentration (`xs:float`, 1).
        concentration: f64 = "concn",
        /// `hba1c`: hba1c (`xs:float`, 0..1).
        hba1c: f64 = "hba1c",
        /// `conEe`: contextExercise (`xs:float`, 0..1).
        context_exercise: f64 = "conEe",
        /// `conMn`: contextMedication (`xs:float`, 0..1).
        context_medication: f64 = "conMn",
        /// `coCAt`: contextCarbohydratesAmount (`xs:float`, 0..1).
        context_carbohydrates_amount: f64 = "coCAt",
        /// `coCSe`: contextCarbohydratesSource (`xs:string`, 0..1).
        context_carbohydrates_source: text = "coCSe",
        /// `conMl`: contextMeal (`xs:string`, 0..1).
        context_meal: text = "conMl",
        /// `conLn`: contextLocation (`xs:string`, 0..1).
        context_location: text = "conLn",
        /// `conTr`: contextTester (`xs:string`, 0..1).
        context_tester: text = "conTr",
        /// `conHh`: contextHealth (`xs:string`, 0..1).
        context_health: text = "conHh",
    }
}

resource! {
    /// `<grinder>`: `cod:grinr`.
    Grinder: "cod:grinr" 28 announced "cod:grinrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { use_grinder: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.grinder".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `useGr`: useGrinder (`xs:boolean`, 1).
        use_grinder: bool = "useGr",
        /// `coars`: coarseness (`xs:nonNegativeInteger`, 0..1).
        coarseness: u64 = "coars",
        /// `graRg`: grainsRemaining (`xs:nonNegativeInteger`, 0..1).
        grains_remaining: u64 = "graRg",
    }
}

resource! {
    /// `<hangup>`: `cod:hangp`.
    Hangup: "cod:hangp" 28 announced "cod:hangpAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.hangup".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<headingSensor>`: `cod:heaSr`.
    HeadingSensor: "cod:heaSr" 28 announced "cod:heaSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { heading: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.headingSensor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `headg`: heading (`xs:float`, 1).
        heading: f64 = "headg",
        /// `heaAy`: headingAccuracy (`xs:float`, 0..1).
        heading_accuracy: f64 = "heaAy",
    }
}

resource! {
    /// `<heatingZone>`: `cod:heaZe`.
    HeatingZone: "cod:heaZe" 28 announced "cod:heaZeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { heating_level: i64, max_heating_level: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.heatingZone".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `heaLl`: heatingLevel (`xs:integer`, 1).
        heating_level: i64 = "heaLl",
        /// `maHLl`: maxHeatingLevel (`xs:integer`, 1).
        max_heating_level: i64 = "maHLl",
    }
}

resource! {
    /// `<height>`: `cod:heigt`.
    Height: "cod:heigt" 28 announced "cod:heigtAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { height: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.height".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `heigt`: height (`xs:float`, 1).
        height: f64 = "heigt",
    }
}

resource! {
    /// `<hotWaterSupply>`: `cod:hoWSy`.
    HotWaterSupply: "cod:hoWSy" 28 announced "cod:hoWSyAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.hotWaterSupply".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `bath`: bath (`xs:boolean`, 0..1).
        bath: bool = "bath",
    }
}

resource! {
    /// `<impactSensor>`: `cod:impSr`.
    ImpactSensor: "cod:impSr" 28 announced "cod:impSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { impact_status: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.impactSensor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `impSs`: impactStatus (`xs:boolean`, 1).
        impact_status: bool = "impSs",
        /// `impLl`: impactLevel (`xs:float`, 0..1).
        impact_level: f64 = "impLl",
        /// `imDHl`: impactDirectionHorizontal (`xs:float`, 0..1).
        impact_direction_horizontal: f64 = "imDHl",
        /// `imDVl`: impactDirectionVertical (`xs:float`, 0..1).
        impact_direction_vertical: f64 = "imDVl",
    }
}

resource! {
    /// `<incrementNumberValue>`: `cod:inNVe`.
    IncrementNumberValue: "cod:inNVe" 28 announced "cod:inNVeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.incrementNumberValue".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<infraredSensor>`: `cod:infSr`.
    InfraredSensor: "cod:infSr" 28 announced "cod:infSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { detected_value: bool, detected_time: Timestamp, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.infraredSensor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `detVe`: detectedValue (`xs:boolean`, 1).
        detected_value: bool = "detVe",
        /// `detTe`: detectedTime (`m2m:timestamp`, 1).
        detected_time: Timestamp = "detTe",
    }
}

resource! {
    /// `<keepWarm>`: `cod:keeWm`.
    KeepWarm: "cod:keeWm" 28 announced "cod:keeWmAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.keepWarm".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `time`: time (`xs:integer`, 0..1).
        time: i64 = "time",
        /// `tarTe`: targetTemperature (`xs:float`, 0..1).
        target_temperature: f64 = "tarTe",
    }
}

resource! {
    /// `<keypad>`: `cod:keypd`.
    Keypad: "cod:keypd" 28 announced "cod:keypdAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { key_number: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.keypad".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `keyNr`: keyNumber (`xs:integer`, 1).
        key_number: i64 = "keyNr",
    }
}

resource! {
    /// `<liquidLevel>`: `cod:liqLl`.
    LiquidLevel: "cod:liqLl" 28 announced "cod:liqLlAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { liquid_level: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.liquidLevel".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `liqLl`: liquidLevel (`xs:nonNegativeInteger`, 1).
        liquid_level: u64 = "liqLl",
    }
}

resource! {
    /// `<liquidRemaining>`: `cod:liqRg`.
    LiquidRemaining: "cod:liqRg" 28 announced "cod:liqRgAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { liquid_remaining: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.liquidRemaining".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `liqRg`: liquidRemaining (`xs:nonNegativeInteger`, 1).
        liquid_remaining: u64 = "liqRg",
    }
}

resource! {
    /// `<lock>`: `cod:lock`.
    Lock: "cod:lock" 28 announced "cod:lockAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { lock: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.lock".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `lock`: lock (`xs:boolean`, 1).
        lock: bool = "lock",
    }
}

resource! {
    /// `<magneticSensorParameters>`: `cod:maSPs`.
    MagneticSensorParameters: "cod:maSPs" 28 announced "cod:maSPsAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { detection_interval: f64, high_magnetic_alarm: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.magneticSensorParameters".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `detIl`: detectionInterval (`xs:float`, 1).
        detection_interval: f64 = "detIl",
        /// `iniMc`: initialMagnetic (`xs:float`, 0..1).
        initial_magnetic: f64 = "iniMc",
        /// `maSLl`: magneticSensitivityLevel (`xs:integer`, 0..1).
        magnetic_sensitivity_level: i64 = "maSLl",
        /// `hiMAm`: highMagneticAlarm (`xs:boolean`, 1).
        high_magnetic_alarm: bool = "hiMAm",
    }
}

resource! {
    /// `<mediaSelect>`: `cod:medSt`.
    MediaSelect: "cod:medSt" 28 announced "cod:medStAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { media_id: i64, supported_media_sources: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.mediaSelect".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `medID`: mediaID (`xs:integer`, 1).
        media_id: i64 = "medID",
        /// `suMSs`: supportedMediaSources (`list of ?`, 1).
        supported_media_sources: [any] = "suMSs",
        /// `medNe`: mediaName (`xs:string`, 0..1).
        media_name: text = "medNe",
        /// `sus`: status (`xs:boolean`, 0..1).
        status: bool = "sus",
        /// `medTe`: mediaType (`xs:nonNegativeInteger`, 0..1).
        media_type: u64 = "medTe",
    }
}

resource! {
    /// `<motionSensor>`: `cod:motSr`.
    MotionSensor: "cod:motSr" 28 announced "cod:motSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { alarm: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.motionSensor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `alarm`: alarm (`xs:boolean`, 1).
        alarm: bool = "alarm",
        /// `silTe`: silentTime (`xs:integer`, 0..1).
        silent_time: i64 = "silTe",
        /// `sensy`: sensitivity (`xs:integer`, 0..1).
        sensitivity: i64 = "sensy",
    }
}

resource! {
    /// `<muteAudioVolume>`: `cod:muAVe`.
    MuteAudioVolume: "cod:muAVe" 28 announced "cod:muAVeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.muteAudioVolume".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<muteSmokeSensor>`: `cod:muSSr`.
    MuteSmokeSensor: "cod:muSSr" 28 announced "cod:muSSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.muteSmokeSensor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<nextTrack>`: `cod:nexTk`.
    NextTrack: "cod:nexTk" 28 announced "cod:nexTkAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.nextTrack".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<numberValue>`: `cod:numVe`.
    NumberValue: "cod:numVe" 28 announced "cod:numVeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { number_value: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.numberValue".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `numVe`: numberValue (`xs:float`, 1).
        number_value: f64 = "numVe",
        /// `minVe`: minValue (`xs:float`, 0..1).
        min_value: f64 = "minVe",
        /// `maxVe`: maxValue (`xs:float`, 0..1).
        max_value: f64 = "maxVe",
        /// `defVe`: defaultValue (`xs:float`, 0..1).
        default_value: f64 = "defVe",
        /// `step`: step (`xs:float`, 0..1).
        step: f64 = "step",
    }
}

resource! {
    /// `<open>`: `cod:open`.
    Open: "cod:open" 28 announced "cod:openAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.open".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<openLevel>`: `cod:opeLl`.
    OpenLevel: "cod:opeLl" 28 announced "cod:opeLlAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { open_level: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.openLevel".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `opeLl`: openLevel (`xs:integer`, 1).
        open_level: i64 = "opeLl",
        /// `steVe`: stepValue (`xs:integer`, 0..1).
        step_value: i64 = "steVe",
        /// `minLl`: minLevel (`xs:integer`, 0..1).
        min_level: i64 = "minLl",
        /// `maxLl`: maxLevel (`xs:integer`, 0..1).
        max_level: i64 = "maxLl",
    }
}

resource! {
    /// `<operationMode>`: `cod:opeMe`.
    OperationMode: "cod:opeMe" 28 announced "cod:opeMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { start_pause: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.operationMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `staPe`: startPause (`xs:boolean`, 1).
        start_pause: bool = "staPe",
    }
}

resource! {
    /// `<overcurrentSensor>`: `cod:oveSr`.
    OvercurrentSensor: "cod:oveSr" 28 announced "cod:oveSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { overcurrent_status: bool, detected_time: Timestamp, duration: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.overcurrentSensor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `oveSs`: overcurrentStatus (`xs:boolean`, 1).
        overcurrent_status: bool = "oveSs",
        /// `detTe`: detectedTime (`m2m:timestamp`, 1).
        detected_time: Timestamp = "detTe",
        /// `dur`: duration (`xs:float`, 1).
        duration: f64 = "dur",
    }
}

resource! {
    /// `<oximeter>`: `cod:oximr`.
    Oximeter: "cod:oximr" 28 announced "cod:oximrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { oxygen_saturation: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.oximeter".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `oxySn`: oxygenSaturation (`xs:integer`, 1).
        oxygen_saturation: i64 = "oxySn",
    }
}

resource! {
    /// `<ozoneMeter>`: `cod:ozoMr`.
    OzoneMeter: "cod:ozoMr" 28 announced "cod:ozoMrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { ozone_value_ppm: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.ozoneMeter".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `oVPPM`: ozoneValuePPM (`xs:float`, 1).
        ozone_value_ppm: f64 = "oVPPM",
        /// `ozVMG`: ozoneValueMG (`xs:float`, 0..1).
        ozone_value_mg: f64 = "ozVMG",
        /// `ozoSs`: ozoneStatus (`xs:nonNegativeInteger`, 0..1).
        ozone_status: u64 = "ozoSs",
        /// `maxVe`: maxValue (`xs:float`, 0..1).
        max_value: f64 = "maxVe",
    }
}

resource! {
    /// `<parkingStatus>`: `cod:parSs`.
    ParkingStatus: "cod:parSs" 28 announced "cod:parSsAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { parking_status: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.parkingStatus".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `parSs`: parkingStatus (`xs:boolean`, 1).
        parking_status: bool = "parSs",
    }
}

resource! {
    /// `<periodicalReportConfig>`: `cod:peRCg`.
    PeriodicalReportConfig: "cod:peRCg" 28 announced "cod:peRCgAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { backoff_time: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.periodicalReportConfig".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `bacTe`: backoffTime (`xs:integer`, 1).
        backoff_time: i64 = "bacTe",
        /// `perid`: period (`xs:integer`, 0..1).
        period: i64 = "perid",
        /// `retTs`: retryTimes (`xs:integer`, 0..1).
        retry_times: i64 = "retTs",
        /// `retIl`: retryInterval (`xs:integer`, 0..1).
        retry_interval: i64 = "retIl",
    }
}

resource! {
    /// `<phoneCall>`: `cod:phoCl`.
    PhoneCall: "cod:phoCl" 28 announced "cod:phoClAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { caller_id: text, recipient_id: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.phoneCall".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `calID`: callerID (`xs:string`, 1).
        caller_id: text = "calID",
        /// `recID`: recipientID (`xs:string`, 1).
        recipient_id: text = "recID",
        /// `calSe`: callState (`xs:nonNegativeInteger`, 0..1).
        call_state: u64 = "calSe",
    }
}

resource! {
    /// `<playerControl>`: `cod:plaCl`.
    PlayerControl: "cod:plaCl" 28 announced "cod:plaClAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_player_mode: u64, supported_player_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.playerControl".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuPMe`: currentPlayerMode (`xs:nonNegativeInteger`, 1).
        current_player_mode: u64 = "cuPMe",
        /// `cPMNe`: currentPlayerModeName (`xs:string`, 0..1).
        current_player_mode_name: text = "cPMNe",
        /// `suPMs`: supportedPlayerModes (`list of ?`, 1).
        supported_player_modes: [any] = "suPMs",
        /// `speFr`: speedFactor (`xs:float`, 0..1).
        speed_factor: f64 = "speFr",
    }
}

resource! {
    /// `<powerSave>`: `cod:powS0`.
    PowerSave: "cod:powS0" 28 announced "cod:powS0Annc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { power_save_enabled: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.powerSave".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `poSEd`: powerSaveEnabled (`xs:boolean`, 1).
        power_save_enabled: bool = "poSEd",
    }
}

resource! {
    /// `<prePaidCardReader>`: `cod:pPCRr`.
    PrePaidCardReader: "cod:pPCRr" 28 announced "cod:pPCRrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { read_status: bool, card_info: i64, balance: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.prePaidCardReader".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `reaSs`: readStatus (`xs:boolean`, 1).
        read_status: bool = "reaSs",
        /// `carIo`: cardInfo (`xs:integer`, 1).
        card_info: i64 = "carIo",
        /// `balae`: balance (`xs:float`, 1).
        balance: f64 = "balae",
        /// `curry`: currency (`xs:string`, 0..1).
        currency: text = "curry",
    }
}

resource! {
    /// `<previousTrack>`: `cod:preTk`.
    PreviousTrack: "cod:preTk" 28 announced "cod:preTkAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.previousTrack".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<printQueue>`: `cod:priQe`.
    PrintQueue: "cod:priQe" 28 announced "cod:priQeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { uri: [any], printing_state: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.printQueue".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `ur0`: uri (`list of ?`, 1).
        uri: [any] = "ur0",
        /// `priS0`: printingState (`list of ?`, 1).
        printing_state: [any] = "priS0",
    }
}

resource! {
    /// `<pulsemeter>`: `cod:pulsr`.
    Pulsemeter: "cod:pulsr" 28 announced "cod:pulsrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { pulse_rate: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.pulsemeter".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `pulRe`: pulseRate (`xs:float`, 1).
        pulse_rate: f64 = "pulRe",
        /// `r0`: rr (`xs:float`, 0..1).
        rr: f64 = "r0",
        /// `enery`: energy (`xs:float`, 0..1).
        energy: f64 = "enery",
        /// `moday`: modality (`xs:string`, 0..1).
        modality: text = "moday",
    }
}

resource! {
    /// `<pushButton>`: `cod:pusBn`.
    PushButton: "cod:pusBn" 28 announced "cod:pusBnAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { pushed: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.pushButton".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `pushd`: pushed (`xs:boolean`, 1).
        pushed: bool = "pushd",
    }
}

resource! {
    /// `<rainGauge>`: `cod:raiGe`.
    RainGauge: "cod:raiGe" 28 announced "cod:raiGeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { gauge_height: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.rainGauge".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `gauHt`: gaugeHeight (`xs:integer`, 1).
        gauge_height: i64 = "gauHt",
    }
}

resource! {
    /// `<recorder>`: `cod:recor`.
    Recorder: "cod:recor" 28 announced "cod:recorAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { duration: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.recorder".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `dur`: duration (`xs:integer`, 1).
        duration: i64 = "dur",
    }
}

resource! {
    /// `<refrigeration>`: `cod:refrn`.
    Refrigeration: "cod:refrn" 28 announced "cod:refrnAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { defrost: bool, deodorize: bool, degerm: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.refrigeration".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `rapFe`: rapidFreeze (`xs:boolean`, 0..1).
        rapid_freeze: bool = "rapFe",
        /// `rapCl`: rapidCool (`xs:boolean`, 0..1).
        rapid_cool: bool = "rapCl",
        /// `defrt`: defrost (`xs:boolean`, 1).
        defrost: bool = "defrt",
        /// `deode`: deodorize (`xs:boolean`, 1).
        deodorize: bool = "deode",
        /// `degem`: degerm (`xs:boolean`, 1).
        degerm: bool = "degem",
    }
}

resource! {
    /// `<relativeHumidity>`: `cod:relHy`.
    RelativeHumidity: "cod:relHy" 28 announced "cod:relHyAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { relative_humidity: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.relativeHumidity".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `relHy`: relativeHumidity (`xs:float`, 1).
        relative_humidity: f64 = "relHy",
        /// `desHy`: desiredHumidity (`xs:float`, 0..1).
        desired_humidity: f64 = "desHy",
    }
}

resource! {
    /// `<remoteControlEnable>`: `cod:reCEe`.
    RemoteControlEnable: "cod:reCEe" 28 announced "cod:reCEeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { remote_control_enabled: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.remoteControlEnable".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `reCEd`: remoteControlEnabled (`xs:boolean`, 1).
        remote_control_enabled: bool = "reCEd",
    }
}

resource! {
    /// `<resetGauge>`: `cod:resGe`.
    ResetGauge: "cod:resGe" 28 announced "cod:resGeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.resetGauge".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<resetNumberValue>`: `cod:reNVe`.
    ResetNumberValue: "cod:reNVe" 28 announced "cod:reNVeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.resetNumberValue".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<resetTextMessage>`: `cod:reTMe`.
    ResetTextMessage: "cod:reTMe" 28 announced "cod:reTMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.resetTextMessage".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<robotCleanerJobMode>`: `cod:rCJMe`.
    RobotCleanerJobMode: "cod:rCJMe" 28 announced "cod:rCJMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_job_mode: u64, job_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.robotCleanerJobMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuJMe`: currentJobMode (`xs:nonNegativeInteger`, 1).
        current_job_mode: u64 = "cuJMe",
        /// `cJMNe`: currentJobModeName (`xs:string`, 0..1).
        current_job_mode_name: text = "cJMNe",
        /// `jobMs`: jobModes (`list of ?`, 1).
        job_modes: [any] = "jobMs",
    }
}

resource! {
    /// `<runState>`: `cod:runSe`.
    RunState: "cod:runSe" 28 announced "cod:runSeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_machine_state: u64, machine_states: [any], current_job_state: u64, job_states: [any], progress_percentage: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.runState".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuMSe`: currentMachineState (`xs:nonNegativeInteger`, 1).
        current_machine_state: u64 = "cuMSe",
        /// `macSs`: machineStates (`list of ?`, 1).
        machine_states: [any] = "macSs",
        /// `cuJSe`: currentJobState (`xs:nonNegativeInteger`, 1).
        current_job_state: u64 = "cuJSe",
        /// `jobSs`: jobStates (`list of ?`, 1).
        job_states: [any] = "jobSs",
        /// `proPe`: progressPercentage (`xs:float`, 1).
        progress_percentage: f64 = "proPe",
    }
}

resource! {
    /// `<securityMode>`: `cod:secMe`.
    SecurityMode: "cod:secMe" 28 announced "cod:secMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_security_mode: u64, security_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.securityMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuSMe`: currentSecurityMode (`xs:nonNegativeInteger`, 1).
        current_security_mode: u64 = "cuSMe",
        /// `secMs`: securityModes (`list of ?`, 1).
        security_modes: [any] = "secMs",
    }
}

resource! {
    /// `<sessionDescription>`: `cod:sesDn`.
    SessionDescription: "cod:sesDn" 28 announced "cod:sesDnAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.sessionDescription".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `ur0`: uri (`xs:anyURI`, 0..1).
        uri: text = "ur0",
        /// `sdp`: sdp (`xs:string`, 0..1).
        sdp: text = "sdp",
    }
}

resource! {
    /// `<shoesWasherJobMode>`: `cod:sWJMe`.
    ShoesWasherJobMode: "cod:sWJMe" 28 announced "cod:sWJMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_job_mode: u64, job_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.shoesWasherJobMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuJMe`: currentJobMode (`xs:nonNegativeInteger`, 1).
        current_job_mode: u64 = "cuJMe",
        /// `cJMNe`: currentJobModeName (`xs:string`, 0..1).
        current_job_mode_name: text = "cJMNe",
        /// `jobMs`: jobModes (`list of ?`, 1).
        job_modes: [any] = "jobMs",
    }
}

resource! {
    /// `<signalPanel>`: `cod:sigPl`.
    SignalPanel: "cod:sigPl" 28 announced "cod:sigPlAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { signal: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.signalPanel".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `signl`: signal (`xs:boolean`, 1).
        signal: bool = "signl",
    }
}

resource! {
    /// `<signalStrength>`: `cod:sigSh`.
    SignalStrength: "cod:sigSh" 28 announced "cod:sigShAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { lqi: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.signalStrength".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `lqi`: lqi (`xs:integer`, 1).
        lqi: i64 = "lqi",
        /// `rssi`: rssi (`xs:float`, 0..1).
        rssi: f64 = "rssi",
    }
}

resource! {
    /// `<slcAlarm>`: `cod:slcAm`.
    SlcAlarm: "cod:slcAm" 28 announced "cod:slcAmAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.slcAlarm".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `ovCTd`: overCurrentThreshold (`xs:float`, 0..1).
        over_current_threshold: f64 = "ovCTd",
        /// `ovCDn`: overCurrentDuration (`xs:integer`, 0..1).
        over_current_duration: i64 = "ovCDn",
        /// `unCTd`: underCurrentThreshold (`xs:float`, 0..1).
        under_current_threshold: f64 = "unCTd",
        /// `unCDn`: underCurrentDuration (`xs:integer`, 0..1).
        under_current_duration: i64 = "unCDn",
        /// `ovVTd`: overVoltageThreshold (`xs:float`, 0..1).
        over_voltage_threshold: f64 = "ovVTd",
        /// `ovVDn`: overVoltageDuration (`xs:integer`, 0..1).
        over_voltage_duration: i64 = "ovVDn",
        /// `unVTd`: underVoltageThreshold (`xs:float`, 0..1).
        under_voltage_threshold: f64 = "unVTd",
        /// `unVDn`: underVoltageDuration (`xs:integer`, 0..1).
        under_voltage_duration: i64 = "unVDn",
        /// `ovVPt`: overVoltagePercent (`xs:integer`, 0..1).
        over_voltage_percent: i64 = "ovVPt",
        /// `unVPt`: underVoltagePercent (`xs:integer`, 0..1).
        under_voltage_percent: i64 = "unVPt",
        /// `staVe`: standardreferenceVoltage (`xs:integer`, 0..1).
        standardreference_voltage: i64 = "staVe",
        /// `ovCAm`: overCurrentAlarm (`xs:boolean`, 0..1).
        over_current_alarm: bool = "ovCAm",
        /// `unCAm`: underCurrentAlarm (`xs:boolean`, 0..1).
        under_current_alarm: bool = "unCAm",
        /// `ovVAm`: overVoltageAlarm (`xs:boolean`, 0..1).
        over_voltage_alarm: bool = "ovVAm",
        /// `unVAm`: underVoltageAlarm (`xs:boolean`, 0..1).
        under_voltage_alarm: bool = "unVAm",
    }
}

resource! {
    /// `<slcParameterSetting>`: `cod:slPSg`.
    SlcParameterSetting: "cod:slPSg" 28 announced "cod:slPSgAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.slcParameterSetting".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `ligCt`: lightCount (`xs:integer`, 0..1).
        light_count: i64 = "ligCt",
        /// `tiPSs`: timePlanStatus (`xs:boolean`, 0..1).
        time_plan_status: bool = "tiPSs",
        /// `tiRCt`: timeRangeCount (`xs:integer`, 0..1).
        time_range_count: i64 = "tiRCt",
        /// `timRe`: timeRange (`list of ?`, 0..1).
        time_range: [any] = "timRe",
        /// `tRLDV`: timeRangeLightDimmingValue (`list of ?`, 0..1).
        time_range_light_dimming_value: [any] = "tRLDV",
    }
}

resource! {
    /// `<slcReportInfo>`: `cod:slRIo`.
    SlcReportInfo: "cod:slRIo" 28 announced "cod:slRIoAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { switch_status: bool, light_voltage: f64, light_current: f64, light_dimming_value: i64, light_power_factor: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.slcReportInfo".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `volFy`: voltageFrequency (`xs:integer`, 0..1).
        voltage_frequency: i64 = "volFy",
        /// `swiSs`: switchStatus (`xs:boolean`, 1).
        switch_status: bool = "swiSs",
        /// `onlSs`: onlineStatus (`xs:boolean`, 0..1).
        online_status: bool = "onlSs",
        /// `ligVe`: lightVoltage (`xs:float`, 1).
        light_voltage: f64 = "ligVe",
        /// `ligC0`: lightCurrent (`xs:float`, 1).
        light_current: f64 = "ligC0",
        /// `liDVe`: lightDimmingValue (`xs:integer`, 1).
        light_dimming_value: i64 = "liDVe",
        /// `liPFr`: lightPowerFactor (`xs:float`, 1).
        light_power_factor: f64 = "liPFr",
        /// `liAPr`: lightActivePower (`xs:float`, 0..1).
        light_active_power: f64 = "liAPr",
        /// `liRPr`: lightReactivePower (`xs:float`, 0..1).
        light_reactive_power: f64 = "liRPr",
        /// `liAP0`: lightApparentPower (`xs:float`, 0..1).
        light_apparent_power: f64 = "liAP0",
        /// `liPAs`: lightPolarizationAxis (`xs:float`, 0..1).
        light_polarization_axis: f64 = "liPAs",
        /// `colTe`: colourTemperature (`xs:integer`, 0..1).
        colour_temperature: i64 = "colTe",
        /// `lamTy`: lampTechnology (`xs:string`, 0..1).
        lamp_technology: text = "lamTy",
    }
}

resource! {
    /// `<smokeSensor>`: `cod:smoSr`.
    SmokeSensor: "cod:smoSr" 28 announced "cod:smoSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { alarm: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.smokeSensor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `alarm`: alarm (`xs:boolean`, 1).
        alarm: bool = "alarm",
        /// `detTe`: detectedTime (`m2m:timestamp`, 0..1).
        detected_time: Timestamp = "detTe",
        /// `smoTd`: smokeThreshold (`xs:integer`, 0..1).
        smoke_threshold: i64 = "smoTd",
        /// `crv`: currentValue (`xs:integer`, 0..1).
        current_value: i64 = "crv",
        /// `senFt`: sensorFault (`xs:boolean`, 0..1).
        sensor_fault: bool = "senFt",
        /// `lowVe`: lowVoltage (`xs:boolean`, 0..1).
        low_voltage: bool = "lowVe",
        /// `dismd`: dismantled (`xs:boolean`, 0..1).
        dismantled: bool = "dismd",
        /// `powOn`: powerOn (`xs:boolean`, 0..1).
        power_on: bool = "powOn",
    }
}

resource! {
    /// `<sphygmomanometer>`: `cod:sphyr`.
    Sphygmomanometer: "cod:sphyr" 28 announced "cod:sphyrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { diastolic_pressure: f64, systolic_pressure: f64, mean_pressure: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.sphygmomanometer".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `diaPe`: diastolicPressure (`xs:float`, 1).
        diastolic_pressure: f64 = "diaPe",
        /// `sysPe`: systolicPressure (`xs:float`, 1).
        systolic_pressure: f64 = "sysPe",
        /// `meaPe`: meanPressure (`xs:float`, 1).
        mean_pressure: f64 = "meaPe",
    }
}

resource! {
    /// `<spinLevel>`: `cod:spiLl`.
    SpinLevel: "cod:spiLl" 28 announced "cod:spiLlAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { spin_level_strength: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.spinLevel".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `spLSh`: spinLevelStrength (`xs:nonNegativeInteger`, 1).
        spin_level_strength: u64 = "spLSh",
    }
}

resource! {
    /// `<start3Dprint>`: `cod:staDt`.
    Start3dprint: "cod:staDt" 28 announced "cod:staDtAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.start3Dprint".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<steamClosetJobMode>`: `cod:sCJMe`.
    SteamClosetJobMode: "cod:sCJMe" 28 announced "cod:sCJMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_job_mode: u64, job_modes: [any], }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.steamClosetJobMode".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `cuJMe`: currentJobMode (`xs:nonNegativeInteger`, 1).
        current_job_mode: u64 = "cuJMe",
        /// `cJMNe`: currentJobModeName (`xs:string`, 0..1).
        current_job_mode_name: text = "cJMNe",
        /// `jobMs`: jobModes (`list of ?`, 1).
        job_modes: [any] = "jobMs",
    }
}

resource! {
    /// `<stop3Dprint>`: `cod:stoDt`.
    Stop3dprint: "cod:stoDt" 28 announced "cod:stoDtAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.stop3Dprint".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<subDevicePowerOutlet>`: `cod:sDPOt`.
    SubDevicePowerOutlet: "cod:sDPOt" 28 announced "cod:sDPOtAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.subdevice.subDevicePowerOutlet".into(), }
    {
    }
}

resource! {
    /// `<televisionChannel>`: `cod:telCl`.
    TelevisionChannel: "cod:telCl" 28 announced "cod:telClAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { channel_number: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.televisionChannel".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `chaNr`: channelNumber (`xs:integer`, 1).
        channel_number: i64 = "chaNr",
        /// `avaCs`: availableChannels (`list of ?`, 0..1).
        available_channels: [any] = "avaCs",
        /// `preCl`: previousChannel (`xs:integer`, 0..1).
        previous_channel: i64 = "preCl",
        /// `chaNe`: channelName (`xs:string`, 0..1).
        channel_name: text = "chaNe",
    }
}

resource! {
    /// `<temperature>`: `cod:tempe`.
    Temperature: "cod:tempe" 28 announced "cod:tempeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { current_temperature: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.temperature".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `curT0`: currentTemperature (`xs:float`, 1).
        current_temperature: f64 = "curT0",
        /// `tarTe`: targetTemperature (`xs:float`, 0..1).
        target_temperature: f64 = "tarTe",
        /// `unit`: unit (`xs:nonNegativeInteger`, 0..1).
        unit: u64 = "unit",
        /// `minVe`: minValue (`xs:float`, 0..1).
        min_value: f64 = "minVe",
        /// `maxVe`: maxValue (`xs:float`, 0..1).
        max_value: f64 = "maxVe",
        /// `steVe`: stepValue (`xs:float`, 0..1).
        step_value: f64 = "steVe",
    }
}

resource! {
    /// `<temperatureAlarm>`: `cod:temAm`.
    TemperatureAlarm: "cod:temAm" 28 announced "cod:temAmAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { high_temperature_alarm: bool, low_temperature_alarm: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.temperatureAlarm".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `unit`: unit (`xs:nonNegativeInteger`, 0..1).
        unit: u64 = "unit",
        /// `tempe`: temperature (`xs:float`, 0..1).
        temperature: f64 = "tempe",
        /// `hiTAm`: highTemperatureAlarm (`xs:boolean`, 1).
        high_temperature_alarm: bool = "hiTAm",
        /// `hTATd`: highTemperatureAlarmThreshold (`xs:float`, 0..1).
        high_temperature_alarm_threshold: f64 = "hTATd",
        /// `loTAm`: lowTemperatureAlarm (`xs:boolean`, 1).
        low_temperature_alarm: bool = "loTAm",
        /// `lTATd`: lowTemperatureAlarmThreshold (`xs:float`, 0..1).
        low_temperature_alarm_threshold: f64 = "lTATd",
        /// `alaTp`: alarmTimestamp (`m2m:timestamp`, 0..1).
        alarm_timestamp: Timestamp = "alaTp",
    }
}

resource! {
    /// `<test>`: `cod:test`.
    Test: "cod:test" 28 announced "cod:testAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.test".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<textMessage>`: `cod:texMe`.
    TextMessage: "cod:texMe" 28 announced "cod:texMeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { text_message: text, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.textMessage".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `texMe`: textMessage (`xs:string`, 1).
        text_message: text = "texMe",
        /// `suMVs`: supportedMessageValues (`list of ?`, 0..1).
        supported_message_values: [any] = "suMVs",
        /// `minLh`: minLength (`xs:integer`, 0..1).
        min_length: i64 = "minLh",
        /// `maxLh`: maxLength (`xs:integer`, 0..1).
        max_length: i64 = "maxLh",
        /// `mesEg`: messageEncoding (`xs:string`, 0..1).
        message_encoding: text = "mesEg",
        /// `defVe`: defaultValue (`xs:string`, 0..1).
        default_value: text = "defVe",
    }
}

resource! {
    /// `<threeDDisplay>`: `cod:thDDy`.
    ThreeDDisplay: "cod:thDDy" 28 announced "cod:thDDyAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { three_d_display_type: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.threeDDisplay".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `tDDTe`: threeDDisplayType (`xs:nonNegativeInteger`, 1).
        three_d_display_type: u64 = "tDDTe",
        /// `tDDVe`: threeDDisplayViewAngle (`xs:integer`, 0..1).
        three_d_display_view_angle: i64 = "tDDVe",
        /// `tDDRX`: threeDDisplayResolutionX (`xs:integer`, 0..1).
        three_d_display_resolution_x: i64 = "tDDRX",
        /// `tDDRY`: threeDDisplayResolutionY (`xs:integer`, 0..1).
        three_d_display_resolution_y: i64 = "tDDRY",
        /// `thDGs`: threeDGlasses (`xs:boolean`, 0..1).
        three_d_glasses: bool = "thDGs",
    }
}

resource! {
    /// `<threeDPrinter>`: `cod:thDPr`.
    ThreeDPrinter: "cod:thDPr" 28 announced "cod:thDPrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { print_type: u64, print_size_x: f64, print_size_y: f64, print_size_z: f64, network: bool, memory_size: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.threeDPrinter".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `priTe`: printType (`xs:nonNegativeInteger`, 1).
        print_type: u64 = "priTe",
        /// `priSX`: printSizeX (`xs:float`, 1).
        print_size_x: f64 = "priSX",
        /// `priSY`: printSizeY (`xs:float`, 1).
        print_size_y: f64 = "priSY",
        /// `priSZ`: printSizeZ (`xs:float`, 1).
        print_size_z: f64 = "priSZ",
        /// `netwk`: network (`xs:boolean`, 1).
        network: bool = "netwk",
        /// `memSe`: memorySize (`xs:float`, 1).
        memory_size: f64 = "memSe",
    }
}

resource! {
    /// `<threeDScanner>`: `cod:thDSr`.
    ThreeDScanner: "cod:thDSr" 28 announced "cod:thDSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { three_d_scanner_type: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.threeDScanner".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `tDSTe`: threeDScannerType (`xs:nonNegativeInteger`, 1).
        three_d_scanner_type: u64 = "tDSTe",
        /// `tDSRn`: threeDScanResolution (`xs:integer`, 0..1).
        three_d_scan_resolution: i64 = "tDSRn",
        /// `maxSX`: maxSizeX (`xs:float`, 0..1).
        max_size_x: f64 = "maxSX",
        /// `maxSY`: maxSizeY (`xs:float`, 0..1).
        max_size_y: f64 = "maxSY",
        /// `maxSZ`: maxSizeZ (`xs:float`, 0..1).
        max_size_z: f64 = "maxSZ",
    }
}

resource! {
    /// `<timer>`: `cod:timer`.
    Timer: "cod:timer" 28 announced "cod:timerAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.timer".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `refTr`: referenceTimer (`xs:integer`, 0..1).
        reference_timer: i64 = "refTr",
        /// `tTTSt`: targetTimeToStart (`xs:integer`, 0..1).
        target_time_to_start: i64 = "tTTSt",
        /// `tTTSp`: targetTimeToStop (`xs:integer`, 0..1).
        target_time_to_stop: i64 = "tTTSp",
        /// `eTTEd`: estimatedTimeToEnd (`xs:integer`, 0..1).
        estimated_time_to_end: i64 = "eTTEd",
        /// `runTe`: runningTime (`xs:integer`, 0..1).
        running_time: i64 = "runTe",
        /// `tarDn`: targetDuration (`xs:integer`, 0..1).
        target_duration: i64 = "tarDn",
        /// `abSTe`: absoluteStartTime (`m2m:timestamp`, 0..1).
        absolute_start_time: Timestamp = "abSTe",
        /// `abST0`: absoluteStopTime (`m2m:timestamp`, 0..1).
        absolute_stop_time: Timestamp = "abST0",
    }
}

resource! {
    /// `<toggle>`: `cod:togge`.
    Toggle: "cod:togge" 28 announced "cod:toggeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.toggle".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<touchScreen>`: `cod:touSn`.
    TouchScreen: "cod:touSn" 28 announced "cod:touSnAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { pushed: bool, position_x: i64, position_y: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.touchScreen".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `pushd`: pushed (`xs:boolean`, 1).
        pushed: bool = "pushd",
        /// `posiX`: positionX (`xs:integer`, 1).
        position_x: i64 = "posiX",
        /// `posiY`: positionY (`xs:integer`, 1).
        position_y: i64 = "posiY",
    }
}

resource! {
    /// `<turbo>`: `cod:turbo`.
    Turbo: "cod:turbo" 28 announced "cod:turboAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { turbo_enabled: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.turbo".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `turEd`: turboEnabled (`xs:boolean`, 1).
        turbo_enabled: bool = "turEd",
    }
}

resource! {
    /// `<upChannel>`: `cod:uphCl`.
    UpChannel: "cod:uphCl" 28 announced "cod:uphClAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.upChannel".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<upVolume>`: `cod:upoVe`.
    UpVolume: "cod:upoVe" 28 announced "cod:upoVeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.action.upVolume".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
    }
}

resource! {
    /// `<uvSensor>`: `cod:uveSr`.
    UvSensor: "cod:uveSr" 28 announced "cod:uveSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { uv_value: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.uvSensor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `uvaVe`: uvValue (`xs:float`, 1).
        uv_value: f64 = "uvaVe",
        /// `uvtSs`: uvStatus (`xs:nonNegativeInteger`, 0..1).
        uv_status: u64 = "uvtSs",
    }
}

resource! {
    /// `<waterFilterType>`: `cod:waFTe`.
    WaterFilterType: "cod:waFTe" 28 announced "cod:waFTeAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { filter_type: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.waterFilterType".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `filTe`: filterType (`xs:nonNegativeInteger`, 1).
        filter_type: u64 = "filTe",
    }
}

resource! {
    /// `<waterFlow>`: `cod:watFw`.
    WaterFlow: "cod:watFw" 28 announced "cod:watFwAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { water_flow_strength: u64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.waterFlow".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `waFSh`: waterFlowStrength (`xs:nonNegativeInteger`, 1).
        water_flow_strength: u64 = "waFSh",
    }
}

resource! {
    /// `<waterMeterAlarm>`: `cod:waMAm`.
    WaterMeterAlarm: "cod:waMAm" 28 announced "cod:waMAmAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    #[expect(clippy::too_many_arguments, reason = "so many are mandatory")]
    new { high_flow_alarm_threshold: f64, high_flow_alarm: bool, reverse_flow_alarm: bool, high_pressure_alarm_threshold: f64, high_pressure_alarm: bool, low_pressure_alarm_threshold: f64, low_pressure_alarm: bool, high_temperature_alarm_threshold: f64, high_temperature_alarm: bool, low_temperature_alarm_threshold: f64, low_temperature_alarm: bool, water_temperature_sensor_fault: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.waterMeterAlarm".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `hFATd`: highFlowAlarmThreshold (`xs:float`, 1).
        high_flow_alarm_threshold: f64 = "hFATd",
        /// `hiFDn`: highFlowDuration (`xs:integer`, 0..1).
        high_flow_duration: i64 = "hiFDn",
        /// `hiFAm`: highFlowAlarm (`xs:boolean`, 1).
        high_flow_alarm: bool = "hiFAm",
        /// `lFATd`: lowFlowAlarmThreshold (`xs:float`, 0..1).
        low_flow_alarm_threshold: f64 = "lFATd",
        /// `loFDn`: lowFlowDuration (`xs:integer`, 0..1).
        low_flow_duration: i64 = "loFDn",
        /// `loFAm`: lowFlowAlarm (`xs:boolean`, 0..1).
        low_flow_alarm: bool = "loFAm",
        /// `rFATd`: reverseFlowAlarmThreshold (`xs:float`, 0..1).
        reverse_flow_alarm_threshold: f64 = "rFATd",
        /// `reFDn`: reverseFlowDuration (`xs:integer`, 0..1).
        reverse_flow_duration: i64 = "reFDn",
        /// `reFAm`: reverseFlowAlarm (`xs:boolean`, 1).
        reverse_flow_alarm: bool = "reFAm",
        /// `hPATd`: highPressureAlarmThreshold (`xs:float`, 1).
        high_pressure_alarm_threshold: f64 = "hPATd",
        /// `hiPAm`: highPressureAlarm (`xs:boolean`, 1).
        high_pressure_alarm: bool = "hiPAm",
        /// `lPATd`: lowPressureAlarmThreshold (`xs:float`, 1).
        low_pressure_alarm_threshold: f64 = "lPATd",
        /// `loPAm`: lowPressureAlarm (`xs:boolean`, 1).
        low_pressure_alarm: bool = "loPAm",
        /// `hTATd`: highTemperatureAlarmThreshold (`xs:float`, 1).
        high_temperature_alarm_threshold: f64 = "hTATd",
        /// `hiTAm`: highTemperatureAlarm (`xs:boolean`, 1).
        high_temperature_alarm: bool = "hiTAm",
        /// `lTATd`: lowTemperatureAlarmThreshold (`xs:float`, 1).
        low_temperature_alarm_threshold: f64 = "lTATd",
        /// `loTAm`: lowTemperatureAlarm (`xs:boolean`, 1).
        low_temperature_alarm: bool = "loTAm",
        /// `hTIAT`: highTemperatureInnerAlarmThreshold (`xs:float`, 0..1).
        high_temperature_inner_alarm_threshold: f64 = "hTIAT",
        /// `iHITm`: innerHighInternalTemperatureAlarm (`xs:boolean`, 0..1).
        inner_high_internal_temperature_alarm: bool = "iHITm",
        /// `inEAm`: innerErrorAlarm (`xs:boolean`, 0..1).
        inner_error_alarm: bool = "inEAm",
        /// `iTSFt`: innerTemperatureSensorFault (`xs:boolean`, 0..1).
        inner_temperature_sensor_fault: bool = "iTSFt",
        /// `tamAm`: tamperAlarm (`xs:boolean`, 0..1).
        tamper_alarm: bool = "tamAm",
        /// `wTSFt`: waterTemperatureSensorFault (`xs:boolean`, 1).
        water_temperature_sensor_fault: bool = "wTSFt",
        /// `prSFt`: pressureSensorFault (`xs:boolean`, 0..1).
        pressure_sensor_fault: bool = "prSFt",
        /// `comAm`: communicationAlarm (`xs:boolean`, 0..1).
        communication_alarm: bool = "comAm",
        /// `magIe`: magneticInterference (`xs:boolean`, 0..1).
        magnetic_interference: bool = "magIe",
        /// `stoFt`: storageFault (`xs:boolean`, 0..1).
        storage_fault: bool = "stoFt",
        /// `urBPh`: urgencyButtonPush (`xs:boolean`, 0..1).
        urgency_button_push: bool = "urBPh",
        /// `butFt`: buttonFault (`xs:boolean`, 0..1).
        button_fault: bool = "butFt",
        /// `demAm`: demolitionAlarm (`xs:boolean`, 0..1).
        demolition_alarm: bool = "demAm",
        /// `impFt`: impulseFault (`xs:boolean`, 0..1).
        impulse_fault: bool = "impFt",
        /// `viSFt`: vibrationSensorFault (`xs:boolean`, 0..1).
        vibration_sensor_fault: bool = "viSFt",
    }
}

resource! {
    /// `<waterMeterReportInfo>`: `cod:wMRIo`.
    WaterMeterReportInfo: "cod:wMRIo" 28 announced "cod:wMRIoAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { cumulative_flow: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.waterMeterReportInfo".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `dUWTe`: dailyUseWaterTime (`xs:integer`, 0..1).
        daily_use_water_time: i64 = "dUWTe",
        /// `cumFw`: cumulativeFlow (`xs:float`, 1).
        cumulative_flow: f64 = "cumFw",
        /// `cuFDy`: cumulativeFlowDaily (`xs:float`, 0..1).
        cumulative_flow_daily: f64 = "cuFDy",
        /// `poCFw`: positiveCumulativeFlow (`xs:float`, 0..1).
        positive_cumulative_flow: f64 = "poCFw",
        /// `neCFw`: negativeCumulativeFlow (`xs:float`, 0..1).
        negative_cumulative_flow: f64 = "neCFw",
        /// `peFRe`: peakFlowRate (`xs:float`, 0..1).
        peak_flow_rate: f64 = "peFRe",
        /// `pFRTe`: peakFlowRateTime (`m2m:timestamp`, 0..1).
        peak_flow_rate_time: Timestamp = "pFRTe",
        /// `loFRe`: lowestFlowRate (`xs:float`, 0..1).
        lowest_flow_rate: f64 = "loFRe",
        /// `lFRTe`: lowestFlowRateTime (`m2m:timestamp`, 0..1).
        lowest_flow_rate_time: Timestamp = "lFRTe",
        /// `pRFRe`: peakReverseFlowRate (`xs:float`, 0..1).
        peak_reverse_flow_rate: f64 = "pRFRe",
        /// `pRFR0`: peakReverseFlowRateTime (`m2m:timestamp`, 0..1).
        peak_reverse_flow_rate_time: Timestamp = "pRFR0",
        /// `lRFRe`: lowestReverseFlowRate (`xs:float`, 0..1).
        lowest_reverse_flow_rate: f64 = "lRFRe",
        /// `lRFR0`: lowestReverseFlowRateTime (`m2m:timestamp`, 0..1).
        lowest_reverse_flow_rate_time: Timestamp = "lRFR0",
        /// `intFw`: intervalFlow (`list of ?`, 0..1).
        interval_flow: [any] = "intFw",
        /// `reIFw`: reverseIntervalFlow (`list of ?`, 0..1).
        reverse_interval_flow: [any] = "reIFw",
        /// `waITe`: waterIntervalTemperature (`list of ?`, 0..1).
        water_interval_temperature: [any] = "waITe",
        /// `waIPe`: waterIntervalPressure (`list of ?`, 0..1).
        water_interval_pressure: [any] = "waIPe",
    }
}

resource! {
    /// `<waterMeterSetting>`: `cod:waMSg`.
    WaterMeterSetting: "cod:waMSg" 28 announced "cod:waMSgAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { flow_interval: i64, reverse_flow_interval: i64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.waterMeterSetting".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `floIl`: flowInterval (`xs:integer`, 1).
        flow_interval: i64 = "floIl",
        /// `reFIl`: reverseFlowInterval (`xs:integer`, 1).
        reverse_flow_interval: i64 = "reFIl",
        /// `waTIl`: waterTemperatureInterval (`xs:integer`, 0..1).
        water_temperature_interval: i64 = "waTIl",
        /// `waPIl`: waterPressureInterval (`xs:integer`, 0..1).
        water_pressure_interval: i64 = "waPIl",
        /// `inSIl`: intensiveSampleInterval (`xs:integer`, 0..1).
        intensive_sample_interval: i64 = "inSIl",
        /// `inRIl`: intensiveReportInterval (`xs:integer`, 0..1).
        intensive_report_interval: i64 = "inRIl",
        /// `iRSTe`: intensiveReportStartTime (`m2m:timestamp`, 0..1).
        intensive_report_start_time: Timestamp = "iRSTe",
    }
}

resource! {
    /// `<waterQualityMonitor>`: `cod:waQMr`.
    WaterQualityMonitor: "cod:waQMr" 28 announced "cod:waQMrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new {}
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.waterQualityMonitor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `algae`: algae (`xs:float`, 0..1).
        algae: f64 = "algae",
        /// `anios`: anionics (`xs:float`, 0..1).
        anionics: f64 = "anios",
        /// `aroh`: aroh (`xs:float`, 0..1).
        aroh: f64 = "aroh",
        /// `as`: as (`xs:float`, 0..1).
        as_: f64 = "as",
        /// `bioty`: biotoxicity (`xs:float`, 0..1).
        biotoxicity: f64 = "bioty",
        /// `bod`: bod (`xs:float`, 0..1).
        bod: f64 = "bod",
        /// `cod`: cod (`xs:float`, 0..1).
        cod: f64 = "cod",
        /// `condy`: conductivity (`xs:float`, 0..1).
        conductivity: f64 = "condy",
        /// `cd`: cd (`xs:float`, 0..1).
        cd: f64 = "cd",
        /// `chloa`: chlorophyll_a (`xs:float`, 0..1).
        chlorophyll_a: f64 = "chloa",
        /// `cn`: cn (`xs:float`, 0..1).
        cn: f64 = "cn",
        /// `cr6`: cr6 (`xs:float`, 0..1).
        cr6: f64 = "cr6",
        /// `cu`: cu (`xs:float`, 0..1).
        cu: f64 = "cu",
        /// `do`: do (`xs:float`, 0..1).
        do_: f64 = "do",
        /// `f`: f (`xs:float`, 0..1).
        f: f64 = "f",
        /// `fe`: fe (`xs:float`, 0..1).
        fe: f64 = "fe",
        /// `ftu`: ftu (`xs:float`, 0..1).
        ftu: f64 = "ftu",
        /// `hg`: hg (`xs:float`, 0..1).
        hg: f64 = "hg",
        /// `kmno4`: kmno4 (`xs:float`, 0..1).
        kmno4: f64 = "kmno4",
        /// `nh3n4`: nh3nh4 (`xs:float`, 0..1).
        nh3nh4: f64 = "nh3n4",
        /// `no3n`: no3n (`xs:float`, 0..1).
        no3n: f64 = "no3n",
        /// `oil`: oil (`xs:float`, 0..1).
        oil: f64 = "oil",
        /// `pb`: pb (`xs:float`, 0..1).
        pb: f64 = "pb",
        /// `ph`: ph (`xs:float`, 0..1).
        ph: f64 = "ph",
        /// `sulfe`: sulfide (`xs:float`, 0..1).
        sulfide: f64 = "sulfe",
        /// `tempe`: temperature (`xs:float`, 0..1).
        temperature: f64 = "tempe",
        /// `tn`: tn (`xs:float`, 0..1).
        tn: f64 = "tn",
        /// `tp`: tp (`xs:float`, 0..1).
        tp: f64 = "tp",
        /// `zn`: zn (`xs:float`, 0..1).
        zn: f64 = "zn",
    }
}

resource! {
    /// `<waterSensor>`: `cod:watSr`.
    WaterSensor: "cod:watSr" 28 announced "cod:watSrAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { alarm: bool, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.waterSensor".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `alarm`: alarm (`xs:boolean`, 1).
        alarm: bool = "alarm",
    }
}

resource! {
    /// `<weight>`: `cod:weigt`.
    Weight: "cod:weigt" 28 announced "cod:weigtAnnc";
    parts { common: Common, flex_container: FlexContainerCommon, }
    new { weight: f64, }
    preset { flex_container: FlexContainerCommon.container_definition = "org.onem2m.common.moduleclass.weight".into(), }
    {
        /// `dgt`: dataGenerationTime (`m2m:timestamp`, 0..1).
        data_generation_time: Timestamp = "dgt",
        /// `weigt`: weight (`xs:float`, 1).
        weight: f64 = "weigt",
        /// `unit`: unit (`xs:nonNegativeInteger`, 0..1).
        unit: u64 = "unit",
    }
}
