//! Pairs the quotation marks of one paragraph. Linear in the marks: each is pushed and popped once.
//!
//! First marks of one family are paired, then what is left over by place alone, as in `« … "`, never across a pair. A dash
//! that opens the paragraph is an opening mark for the first closing mark that has none.

use super::marks::{Family, Mark, Side};

/// What became of the marks. Numbers are places in the list of marks.
#[derive(Debug, Default)]
pub(in crate::suggest) struct Pairs {
    /// Opening and closing mark, in order of the closing ones; the opening one is missing for a dash.
    pub matched: Vec<(Option<usize>, usize)>,
    /// The innermost opening mark without a closing one that lies in no pair: it may go on in the next paragraph.
    pub running: Option<usize>,
    /// Opening marks that are not closed before the same quotation opens again with the other mark: paragraphs run
    /// together by whoever copied the text, `“One. “Two.”`.
    pub reopened: Vec<(usize, usize)>,
    /// The same for a single mark, which may as well be an apostrophe: it counts only if the next paragraph takes it up.
    pub soft_running: Option<usize>,
    /// Marks without a partner, the running one not among them.
    pub unpaired: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Ignored,
    LeftOpen,
    LeftClosing,
    PairOpens,
    PairCloses,
}

/// Pairs `marks`; `dashed` says that a dash opens the paragraph.
pub(in crate::suggest) fn pair(marks: &[Mark], dashed: bool) -> Pairs {
    let mut pairs = Pairs::default();
    let roles = by_family(marks, &mut pairs);
    by_place(marks, &roles, dashed, &mut pairs);
    pairs.unpaired.sort_unstable();
    pairs
}

fn by_family(marks: &[Mark], pairs: &mut Pairs) -> Vec<Role> {
    let closer_follows = single_closers(marks);
    let mut roles = vec![Role::Ignored; marks.len()];
    let mut set = |at: usize, role| {
        if let Some(place) = roles.get_mut(at) {
            *place = role;
        }
    };
    let mut open: Vec<(usize, &Mark)> = Vec::new();
    let mut counts = [0usize; 4];
    for (at, mark) in marks.iter().enumerate() {
        let family = mark.family as usize;
        let is_open = counts.get(family).is_some_and(|&count| count > 0);
        let inner = open.last().filter(|(_, top)| top.family == mark.family).map(|&(_, top)| top);
        let closes = match (mark.family, mark.shape, mark.place) {
            // A genitive plural, when a better end follows.
            (Family::Single, ..) if mark.after_s && closer_follows.get(at) == Some(&true) => continue,
            (Family::Single, Side::Either, place) => place == Side::Closes || place == Side::Either && inner.is_some(),
            (_, Side::Either, Side::Either) => is_open,
            (_, Side::Either, place) => place == Side::Closes,
            // „ … “ and » … «
            (_, Side::Opens, Side::Closes) => mark.family != Family::Single && inner.is_some(),
            (_, Side::Opens, _) => false,
            (Family::Single, Side::Closes, _) => true,
            (_, Side::Closes, Side::Opens) => is_open,
            (_, Side::Closes, _) => true,
        };
        if !closes {
            // A sentence has ended inside, and the mark is again before the next one.
            if mark.place == Side::Opens
                && mark.after_stop
                && let Some((opening, _)) = open.pop_if(|(_, top)| top.family == mark.family && top.place != Side::Closes)
            {
                counts.get_mut(family).into_iter().for_each(|count| *count -= 1);
                pairs.reopened.push((opening, at));
            }
            open.push((at, mark));
            counts.get_mut(family).into_iter().for_each(|count| *count += 1);
        } else if mark.family == Family::Single {
            // A single closing mark looks like an apostrophe, so it never closes across another mark.
            if inner.is_some()
                && let Some((opening, _)) = open.pop()
            {
                counts.get_mut(family).into_iter().for_each(|count| *count -= 1);
                set(opening, Role::PairOpens);
                set(at, Role::PairCloses);
                pairs.matched.push((Some(opening), at));
            }
        } else if is_open {
            while let Some((opening, top)) = open.pop() {
                counts.get_mut(top.family as usize).into_iter().for_each(|count| *count -= 1);
                if top.family == mark.family {
                    set(opening, Role::PairOpens);
                    set(at, Role::PairCloses);
                    pairs.matched.push((Some(opening), at));
                    break;
                }
                set(opening, if is_soft(top) { Role::Ignored } else { Role::LeftOpen });
            }
        } else {
            set(at, Role::LeftClosing);
        }
    }
    for (at, mark) in open {
        if is_soft(mark) && mark.opens_speech && mark.place == Side::Opens {
            pairs.soft_running = Some(at);
        }
        set(at, if is_soft(mark) { Role::Ignored } else { Role::LeftOpen });
    }
    roles
}

/// Pairs what is left over, whatever its shape, inside the same pair.
fn by_place(marks: &[Mark], roles: &[Role], dashed: bool, pairs: &mut Pairs) {
    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Frame {
        Dash,
        Pair,
        Open(usize),
    }
    let mut frames = Vec::new();
    if dashed {
        frames.push(Frame::Dash);
    }
    let (mut begins, mut ends) = (vec![false; marks.len()], vec![false; marks.len()]);
    for &(opening, again) in &pairs.reopened {
        begins.get_mut(opening).into_iter().for_each(|begins| *begins = true);
        ends.get_mut(again).into_iter().for_each(|ends| *ends = true);
    }
    for (at, (role, mark)) in roles.iter().zip(marks).enumerate() {
        // What is opened anew holds its words together like a pair.
        if ends.get(at) == Some(&true) {
            while let Some(Frame::Open(opening)) = frames.last().copied() {
                pairs.unpaired.push(opening);
                frames.pop();
            }
            frames.pop();
        }
        if begins.get(at) == Some(&true) {
            frames.push(Frame::Pair);
        }
        match (role, frames.last().copied()) {
            (Role::Ignored, _) => {}
            (Role::LeftOpen, _) => frames.push(Frame::Open(at)),
            (Role::PairOpens, _) => frames.push(Frame::Pair),
            (Role::PairCloses, _) => {
                while let Some(Frame::Open(opening)) = frames.last().copied() {
                    pairs.unpaired.push(opening);
                    frames.pop();
                }
                frames.pop();
            }
            (Role::LeftClosing, Some(Frame::Open(opening))) if mark.family != Family::Single => {
                frames.pop();
                pairs.matched.push((Some(opening), at));
            }
            (Role::LeftClosing, Some(Frame::Dash)) => {
                frames.pop();
                pairs.matched.push((None, at));
            }
            (Role::LeftClosing, _) => pairs.unpaired.push(at),
        }
    }
    for frame in frames.into_iter().rev() {
        if let Frame::Open(opening) = frame {
            match pairs.running {
                None => pairs.running = Some(opening),
                Some(_) => pairs.unpaired.push(opening),
            }
        }
    }
}

/// For each mark, whether a single closing mark follows before the next single opening one.
fn single_closers(marks: &[Mark]) -> Vec<bool> {
    let mut follows = false;
    let mut found: Vec<bool> = marks
        .iter()
        .rev()
        .map(|mark| {
            let known = follows;
            if mark.family == Family::Single {
                follows = mark.shape != Side::Opens && mark.place != Side::Opens;
            }
            known
        })
        .collect();
    found.reverse();
    found
}

/// A straight or low single mark may be anything; alone it is not worth a word.
fn is_soft(mark: &Mark) -> bool {
    mark.family == Family::Single && (mark.shape != Side::Opens || mark.end - mark.start < 3)
}
