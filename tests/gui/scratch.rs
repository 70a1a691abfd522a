//! Scratch.
use dicta::model::*;
use dicta::session::state::Start;
use dicta::session::{Action, Command, Effect, For, Report, Scope, Session, Slot};
use dicta::text::ByteOffset;
use std::path::PathBuf;

#[test]
fn make_demo() {
    let set = PathBuf::from("/tmp/demo-register/set");
    let _ = std::fs::remove_dir_all("/tmp/demo-register");
    std::fs::create_dir_all("/tmp/demo-register").unwrap();
    let mut paths: Vec<PathBuf> = std::fs::read_dir("/work/shared/articles")
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    paths.sort();
    let annotator = Annotator::parse("alice").unwrap();
    let state = PathBuf::from("/tmp/demo-register/state");
    let mut now = Timestamp(1_770_000_000_000);
    dicta::host::import::Import { set: set.clone(), paths, annotator: annotator.clone(), seed: 1 }
        .run(&state, now, &mut Vec::new())
        .unwrap();
    let opened = dicta::host::open(&set, &state, &|_, _| {}).unwrap();
    let mut keep = opened.keep.unwrap();
    let mut s = Session::new(
        Start { document: opened.document, history: opened.history, annotator, access: opened.access, seed: 4, unsaved: false },
        now,
    );
    let mut d = |s: &mut Session, c: Command| {
        now = Timestamp(now.0 + 1500);
        for e in s.dispatch(c, now) {
            if let Effect::Search(j) = e {
                let mut all = vec![];
                j.run(|f| {
                    all.push(f);
                    true
                });
                for f in all {
                    s.dispatch(Command::Report(Report::Found(f)), now);
                }
            }
        }
    };
    for n in [
        "Emmanuel Macron",
        "Vladimir Putin",
        "Sergey Lavrov",
        "Emmanuel Bonne",
        "Yuri Ushakov",
        "Iouri Ouchakov",
        "Emmanuel Bonn",
        "Dmitry Peskov",
        "Volodymyr Zelensky",
        "Сергей Лавров",
        "Élysée",
        "Kremlin",
        "Reuters",
        "Emmanuel Bonne",
    ] {
        d(&mut s, Command::NewActor { name: n.into(), target: For::Register });
    }
    let id = |s: &Session, n: &str| s.actors_named(n)[0].clone();
    let m = id(&s, "Emmanuel Macron");
    let mut a = Actor::clone(s.document().register.get(&m).unwrap());
    a.role = "French president".into();
    a.country = "France".into();
    a.wikidata = "Q3052772".into();
    a.aliases =
        vec![Alias { name: "Macron".into(), language: "".into() }, Alias { name: "Макрон".into(), language: "ru".into() }];
    a.part_of = Some(id(&s, "Élysée"));
    d(&mut s, Command::SetActor(Box::new(a)));
    for (n, r) in [
        ("Vladimir Putin", "Russian president"),
        ("Sergey Lavrov", "foreign minister of Russia"),
        ("Dmitry Peskov", "spokesman of the Kremlin"),
    ] {
        let i = id(&s, n);
        let mut a = Actor::clone(s.document().register.get(&i).unwrap());
        a.role = r.into();
        d(&mut s, Command::SetActor(Box::new(a)));
    }
    let arts: Vec<_> = s.reading_order().iter().map(|a| a.id.clone()).collect();
    let mark = |s: &mut Session, d: &mut dyn FnMut(&mut Session, Command), w: &str, act: Action| {
        let t = s.article().unwrap().text.as_str().find(w);
        if let Some(at) = t {
            d(s, Command::Select { anchor: ByteOffset(at), head: ByteOffset(at + w.len()) });
            d(s, Command::Do(act));
        }
    };
    d(&mut s, Command::OpenArticle(arts[4].clone()));
    for (w, act, who) in [
        ("“At the technical level, discussions are currently taking place to prepare for this,”", 0, Some("Emmanuel Macron")),
        ("\"At the technical level, discussions are currently taking place to prepare for this,”", 0, Some("Emmanuel Macron")),
        ("there is currently no concrete plan for organizing contacts between Putin and Macron", 1, Some("Dmitry Peskov")),
        ("Russia supports the idea of maintaining dialogue", 1, None),
        ("France has begun technical-level preparations", 1, Some("Emmanuel Macron")),
        ("\"I do not see Russia is ready to conclude a peace agreement in the coming weeks,”", 0, None),
    ] {
        mark(&mut s, &mut d, w, if act == 0 { Action::TagQuote } else { Action::TagClaim });
        if let (Some(c), Some(who)) = (s.current().map(|c| c.id.clone()), who) {
            let w = Who::Actor(id(&s, who));
            d(&mut s, Command::Credit { id: c, slot: Slot::Speaker, who: w, joins: false });
        }
    }
    mark(&mut s, &mut d, "Dmitry Peskov", Action::TagActor);
    mark(&mut s, &mut d, "Peskov emphasized", Action::TagClaim);
    for n in ["Emmanuel Macron", "Vladimir Putin"] {
        let i = id(&s, n);
        d(&mut s, Command::FindMentions(i, Scope::Set));
        d(&mut s, Command::AcceptReview);
    }
    d(&mut s, Command::OpenArticle(arts[2].clone()));
    let t = s.article().unwrap().text.clone();
    for n in [1usize, 2, 6] {
        let p = t.paragraph(n);
        d(&mut s, Command::PlaceCaret { at: ByteOffset(p.start), extend: false });
        d(&mut s, Command::MarkZone(ZoneKind::ALL[n % 4]));
        d(&mut s, Command::CloseReview);
    }
    d(&mut s, Command::OpenArticle(arts[4].clone()));
    d(&mut s, Command::SetTitle("Channels".into()));
    keep.save(s.document()).unwrap();
}
