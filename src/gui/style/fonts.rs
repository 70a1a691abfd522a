//! Installs Dicta's fonts in egui: Noto Serif for articles, Inter for the interface.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

const FACES: [(&str, &str, &[u8]); 5] = [
    ("sans", "inter", include_bytes!("../../../assets/fonts/Inter-Regular.otf")),
    ("sans-medium", "inter-medium", include_bytes!("../../../assets/fonts/Inter-Medium.otf")),
    ("sans-semibold", "inter-semibold", include_bytes!("../../../assets/fonts/Inter-SemiBold.otf")),
    ("serif", "noto-serif", include_bytes!("../../../assets/fonts/NotoSerif-Regular.ttf")),
    ("serif-bold", "noto-serif-bold", include_bytes!("../../../assets/fonts/NotoSerif-Bold.ttf")),
];

/// Installs the fonts. egui's own fonts follow as a fallback for symbols and emoji, then the system's on demand.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
}

fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let behind = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (family, name, data) in FACES {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(data)));
        let mut chain = vec![name.to_owned()];
        if family.starts_with("sans") {
            // Noto Serif has some symbols and scripts that Inter lacks.
            chain.push("noto-serif".to_owned());
        } else {
            chain.push("inter".to_owned());
        }
        chain.extend(behind.iter().cloned());
        let family = if family == "sans" { FontFamily::Proportional } else { FontFamily::Name(family.into()) };
        fonts.families.insert(family, chain);
    }
    fonts
}
