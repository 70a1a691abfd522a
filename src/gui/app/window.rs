//! Opens the native window and runs the app in it.

use eframe::{NativeOptions, icon_data};
use egui::ViewportBuilder;

use super::App;
use super::options::Options;
use crate::host::panic_log;

/// The application id of the window and of its settings folder.
const APP_ID: &str = "dicta";

/// Runs the window until it is closed.
///
/// # Errors
/// If the window cannot be opened; the reason, in words.
pub fn run(mut options: Options) -> Result<(), String> {
    options.preferences =
        options.preferences.or_else(|| eframe::storage_dir(APP_ID).map(|folder| folder.join("preferences.ron")));
    panic_log::install(&options.state_dir);
    let mut viewport = ViewportBuilder::default()
        .with_app_id(APP_ID)
        .with_title("Dicta")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([640.0, 400.0]);
    if let Ok(icon) = icon_data::from_png_bytes(include_bytes!("../../../assets/icon.png")) {
        viewport = viewport.with_icon(icon);
    }
    let native = NativeOptions { viewport, centered: true, ..NativeOptions::default() };
    let start = |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, Box<dyn std::error::Error + Send + Sync>> {
        let stop = options.stop.clone();
        let app = App::new(cc, options)?;
        #[cfg(unix)]
        super::stop::listen(cc.egui_ctx.clone(), stop, app.workers.journal().clone())?;
        Ok(Box::new(app))
    };
    eframe::run_native(APP_ID, native, Box::new(start))
        .map_err(|error| format!("the window could not be opened ({error}). “dicta import” and “dicta check” work without one"))
}
