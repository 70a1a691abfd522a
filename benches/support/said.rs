//! What people say of annotations: speakers with their mentions and cues, sources, values, links to other articles.

use std::sync::Arc;

use dicta::model::{
    Actor, ActorId, Annotation, AnnotationId, Article, ArticleId, Attribution, EvidenceKind, Fragment, Label, Layer, Link,
    LinkId, LinkKind, Register, Who,
};
use dicta::text::{ByteOffset, Span};

/// How many actors the register has.
const ACTORS: usize = 300;
/// One article in so many holds a link to the next.
const EVERY: usize = 10;
/// The number of the annotation that is linked, a claim.
const LINKED: usize = 6;

/// The register that everything names.
pub fn register() -> Register {
    Register::new((0..ACTORS).filter_map(|number| {
        let mut actor = Actor::new(actor_id(number)?, &format!("Actor Number {number}"));
        actor.role = format!("role {}", number % 7);
        Some(actor)
    }))
}

/// The id of an article by its number.
pub fn article_id(number: usize) -> String {
    format!("a{number:05}")
}

/// The same annotations with ids of their own, and with what a person would say of them.
pub fn layer(article: &Article, number: usize, articles: usize, plain: &Layer) -> Layer {
    let made = plain.annotations().iter().enumerate().filter_map(|(at, plain_one)| {
        let made = Annotation { id: own(number, &plain_one.id)?, ..Annotation::clone(plain_one) };
        let actor = actor_id((number * 7 + at) % ACTORS)?;
        // An open question here and there.
        Some(Arc::new(if at.is_multiple_of(9) {
            made
        } else {
            said(made, article, at, actor, mention(number, plain, &plain_one.id))
        }))
    });
    let mut made: Vec<Arc<Annotation>> = made.collect();
    let linked = AnnotationId::parse(&format!("a{LINKED:09}"))
        .ok()
        .and_then(|plain| Some((own(number, &plain)?, own(number + 1, &plain)?)));
    if let Some((from, to)) = linked.filter(|_| number.is_multiple_of(EVERY) && number + 1 < articles)
        && let Some(claim) = made.iter_mut().find(|one| one.id == from)
        && let (Ok(id), Ok(article)) = (LinkId::parse(&format!("l{number:05}")), ArticleId::parse(&article_id(number + 1)))
    {
        Arc::make_mut(claim).details.links = vec![Link { id, kind: LinkKind::Contradicts, article, to, note: String::new() }];
    }
    Layer::new(made)
}

fn said(mut made: Annotation, article: &Article, at: usize, actor: ActorId, mention: Option<AnnotationId>) -> Annotation {
    let (end, text) = (made.end().0, &article.text);
    let details = &mut made.details;
    match made.label {
        Label::Actor => made.actor = Some(actor),
        Label::Quote => {
            details.attribution = vec![Attribution { who: Who::Actor(actor), mention }];
            let value = if at.is_multiple_of(3) { "indirect" } else { "direct" };
            details.attributes.insert("quote_type".to_owned(), value.to_owned());
            if let Some(span) = Span::snapped(text, ByteOffset(end), ByteOffset((end + 9).min(text.end().0))) {
                details.add_evidence(EvidenceKind::Cue, Fragment::new(text, span));
            }
        }
        Label::Claim => {
            let unnamed = Who::Unnamed("deux sources diplomatiques".to_owned());
            details.attribution = vec![Attribution::of(if at.is_multiple_of(4) { unnamed } else { Who::Actor(actor) })];
            details.attributes.insert("claim_type".to_owned(), "event".to_owned());
        }
    }
    made
}

/// The mention that stands in a quote: the annotation that was made after it.
fn mention(number: usize, plain: &Layer, quote: &AnnotationId) -> Option<AnnotationId> {
    let after = quote.as_str().get(1..)?.parse::<usize>().ok()? + 1;
    let mention = AnnotationId::parse(&format!("a{after:09}")).ok()?;
    plain.get(&mention).filter(|mention| mention.label == Label::Actor).and_then(|mention| own(number, &mention.id))
}

/// An id that no other article has.
fn own(number: usize, plain: &AnnotationId) -> Option<AnnotationId> {
    AnnotationId::parse(&format!("n{number:05}{plain}")).ok()
}

fn actor_id(number: usize) -> Option<ActorId> {
    ActorId::parse(&format!("actor-{number:03}")).ok()
}
