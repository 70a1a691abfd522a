//! The same scenes in the whole window: bars, lists and panels around the text, threads behind it.

use std::time::Duration;

use dicta::gui::{App, Options};
use eframe::{App as _, CreationContext, Frame};
use egui::Event;

use crate::scenes::{Scene, play};
use crate::stage::Window;
use crate::support::table::{ms, ratio};
use crate::support::{Samples, Table, marks, sentences, set};

/// Where the text and its map stand between the panels, in points.
const LEFT: f32 = 420.0;
const MAP: f32 = 1114.0;

/// Plays every scene in a window with a short and with a long article.
pub fn print(empty: &Samples) {
    let mut table = Table::new(&[
        "the whole window, 200,000 words, 5,000 annotations",
        "p50",
        "p99",
        "budget p99",
        "÷ empty frame",
        "÷ 20,000 words",
        "p99 ÷ 20,000 words",
    ]);
    for scene in Scene::ALL {
        let small = samples(20_000, 500, scene);
        let large = samples(200_000, 5_000, scene);
        let times = [ratio(large.p50(), empty.p50()), ratio(large.p50(), small.p50())];
        table.row(&[
            scene.name().to_owned(),
            ms(large.p50()),
            ms(large.p99()),
            "4 ms".to_owned(),
            times[0].clone(),
            times[1].clone(),
            ratio(large.p99(), small.p99()),
        ]);
    }
    table.print();
}

fn samples(words: usize, annotations: usize, scene: Scene) -> Samples {
    let folder = set::folder("reader-whole");
    let root = folder.join("set");
    set::create(&root);
    let article = set::article("a", sentences::text(words, 1));
    set::add(&root, &article, &marks::layer(&article.text, annotations, 5));
    let mut window = Window::new();
    let options =
        Options { state_dir: folder.join("state"), paths: vec![root], annotator: Some(set::alice()), ..Options::default() };
    let mut app = App::new(&CreationContext::_new_kittest(window.ctx.clone()), options).expect("a window");
    let mut frame = |events: Vec<Event>| draw(&mut window, &mut app, events);
    for _ in 0..300 {
        frame(Vec::new());
        std::thread::sleep(Duration::from_millis(2));
    }
    let samples = play(scene, LEFT, MAP, frame);
    let session = app.session().expect("the set is open");
    let tagged = session.layer().map_or(0, |layer| layer.annotations().len()) > annotations + 20;
    assert!(tagged == (scene == Scene::Tag), "{}: the window did not do what was played", scene.name());
    samples
}

fn draw(window: &mut Window, app: &mut App, events: Vec<Event>) -> Duration {
    let mut frame = Frame::_new_kittest();
    window.frame(events, |ui| {
        app.logic(&ui.ctx().clone(), &mut frame);
        app.ui(ui, &mut frame);
    })
}
