//! Finds the subject of a cue: who, by the order of the words, is said to speak.

use std::ops::Range;

use super::clause::{View, is_article};
use super::cues::{Cue, CueKind};
use super::mentions::{Cast, Mention, Who};

/// The mention that is the subject of the cue.
pub(super) fn subject<'a>(view: &View<'_>, cast: &'a Cast, cue: &Cue, clause: Option<&Range<usize>>) -> Option<&'a Mention> {
    let all = &cast.mentions;
    let from = |word: usize| all.partition_point(|mention| mention.words.start < word);
    let usable = |mention: &&Mention| !mention.is_quoted;
    let in_range = |range: Range<usize>| all.get(from(range.start)..from(range.end)).unwrap_or_default();
    let end = view.sentence.words.end;
    if cue.kind == CueKind::According {
        let stop = (cue.words.end + 1..end).find(|&at| view.is_break(at)).unwrap_or(end);
        return best(in_range(cue.words.end..stop.min(cue.words.end + 12)), view, false);
    }
    if cue.is_loose() {
        // The subject of what comes before.
        let before = view
            .cues
            .iter()
            .rev()
            .find(|other| other.words.end <= cue.words.start && other.kind != CueKind::According && !other.is_loose());
        if let Some(before) = before {
            return subject(view, cast, before, None);
        }
        return in_range(view.sentence.words.start..cue.words.start).iter().find(usable);
    }
    // `said that …, and recalled that …`: one subject for both.
    let joined = cue.words.start.checked_sub(1).and_then(|at| view.word(at)).is_some_and(|word| {
        matches!(word.lower.as_str(), "and" | "but" | "et" | "mais" | "puis" | "и" | "но") && word.quotation == 0
    });
    if joined
        && let Some(before) =
            view.cues.iter().rev().find(|other| other.words.end < cue.words.start && other.kind != CueKind::According)
    {
        return subject(view, cast, before, None);
    }
    // Inside the group: `a-t-il dit`.
    // Another word there is the verb itself, as `juge` in `la préfecture juge que …`.
    if let Some(inside) = in_range(cue.words.clone()).iter().find(|mention| matches!(mention.who, Who::Pronoun(_))) {
        return Some(inside);
    }
    // Inverted: `said Korn`, `a déclaré la ministre`, `dit-il`.
    let stop = (cue.words.end..end.min(cue.words.end + 14)).find(|&at| view.is_break(at)).unwrap_or(end.min(cue.words.end + 14));
    let first = clause.map_or(cue.words.start, |clause| clause.start);
    let starts_clause = view.is_break(cue.words.start)
        || view.word(cue.words.start).is_some_and(|_| cue.words.start == view.sentence.words.start);
    let quoted_before = cue.words.start.checked_sub(1).and_then(|at| view.word(at)).is_some_and(|word| word.quotation != 0);
    if starts_clause || quoted_before {
        let behind = in_range(cue.words.end..stop);
        let told = view.word(cue.words.end - 1).is_some_and(|word| matches!(word.lower.as_str(), "told" | "tells"));
        if !told && let Some(found) = best(behind, view, true) {
            return Some(found);
        }
    }
    // Before the verb, in its clause; `X, adviser to Y, said` jumps over what stands between commas.
    if first < cue.words.start
        && let Some(found) = in_range(first..cue.words.start).iter().find(usable)
    {
        return Some(found);
    }
    let mut stop = cue.words.start;
    for round in 0..4 {
        let start = (view.sentence.words.start..stop).rev().find(|&at| view.is_break(at)).unwrap_or(view.sentence.words.start);
        // An apposition stands right before the verb with a comma.
        let is_apposition = round == 0 && view.is_break(cue.words.start) && start > view.sentence.words.start;
        let segment = in_range(start..stop);
        let lively: Vec<&Mention> = segment.iter().filter(usable).collect();
        if !is_apposition && !lively.is_empty() {
            // The subject comes first, unless the clause opens with a preposition or has a verb before.
            let after_cue = view
                .cues
                .iter()
                .rev()
                .find(|other| other.words.end <= cue.words.start && other.words.start >= start)
                .map_or(start, |other| other.words.end);
            let own =
                lively.iter().copied().find(|mention| mention.words.start >= after_cue && !follows_preposition(view, mention));
            return own.or(lively.first().copied());
        }
        if start == view.sentence.words.start {
            break;
        }
        stop = start;
    }
    best(in_range(cue.words.end..end.min(cue.words.end + 6)), view, false).filter(|_| starts_clause)
}

/// The name that stands beside a role between commas: `its leader, Tom Vale, said`.
pub(super) fn named_beside<'a>(view: &View<'_>, cast: &'a Cast, mention: &'a Mention) -> &'a Mention {
    let next = cast.mentions.partition_point(|other| other.words.start < mention.words.end);
    let beside = cast.mentions.get(next).filter(|next| {
        let is_role = matches!(mention.who, Who::Role(_)) && matches!(next.who, Who::Named(_));
        is_role
            && next.words.start == mention.words.end
            && view.is_break(next.words.start)
            && view.is_break(next.words.end)
            && !next.is_quoted
    });
    beside.unwrap_or(mention)
}

fn follows_preposition(view: &View<'_>, mention: &Mention) -> bool {
    let mut at = mention.words.start;
    for _ in 0..2 {
        let Some(before) = at.checked_sub(1).and_then(|at| view.word(at)).filter(|_| !view.is_break(at)) else { return false };
        if matches!(
            before.lower.as_str(),
            "in" | "on"
                | "at"
                | "to"
                | "of"
                | "for"
                | "from"
                | "with"
                | "à"
                | "au"
                | "aux"
                | "dans"
                | "sur"
                | "avec"
                | "pour"
                | "de"
                | "d'"
                | "du"
                | "des"
                | "en"
                | "par"
                | "by"
                | "against"
                | "contre"
                | "lors"
                | "après"
                | "after"
                | "в"
                | "на"
                | "с"
                | "из"
                | "от"
                | "о"
                | "об"
                | "для"
                | "к"
        ) {
            return true;
        }
        if !is_article(&before.lower) {
            return false;
        }
        at -= 1;
    }
    false
}

/// The name if a title stands before it, else the first who is not the object of a preposition.
fn best<'a>(mentions: &'a [Mention], view: &View<'_>, is_strict: bool) -> Option<&'a Mention> {
    let free: Vec<&Mention> = mentions.iter().filter(|mention| !mention.is_quoted).collect();
    let first = free.iter().copied().find(|mention| !follows_preposition(view, mention));
    let first = first.or(free.first().copied().filter(|_| !is_strict))?;
    // `said spokesman Ivan Korn`: the name directly behind the role, or within its phrase.
    if let Who::Role(_) = first.who {
        let named = free.iter().copied().find(|mention| {
            matches!(mention.who, Who::Named(_))
                && mention.words.start >= first.words.end
                && mention.words.start <= first.words.end + 5
        });
        let glued = named.filter(|named| {
            (first.words.end..=named.words.start).all(|at| !view.is_break(at)) && !follows_preposition(view, named)
        });
        return glued.or(Some(first));
    }
    Some(first)
}
