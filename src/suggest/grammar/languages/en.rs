//! The grammar of English.

use crate::suggest::grammar::Grammar;
use crate::suggest::grammar::clauses::Clauses;
use crate::suggest::grammar::names::Names;
use crate::suggest::grammar::nouns::Nouns;
use crate::suggest::grammar::page::Page;
use crate::suggest::grammar::reports::{BackWords, Follows, Infinitives, InsertedClause, PassiveBack, Reports};
use crate::suggest::grammar::verbs::{PlaceVerbs, VerbGroup, Verbs};

pub(super) fn grammar() -> Grammar {
    Grammar { verbs: verbs(), reports: reports(), clauses: clauses(), nouns: nouns(), names: names(), page: page() }
}

fn verbs() -> Verbs {
    Verbs {
        group: VerbGroup::Analytic,
        passive: "is are was were been be being".into(),
        passive_reports: "said".into(),
        loose_openers: "while by as and also is was are were".into(),
        determiners: "the a an of this that these those his her its their my our your no any some in for with s by on to as de du \
            des la le les"
            .into(),
        bare_subjects: "he she they it who we i also which one police people officials authorities".into(),
        say_present: "says".into(),
        outside_group: "and then now however yesterday today".into(),
        negation: "not".into(),
        adverb_endings: &["ly"],
        opening_adverb_endings: &[
            "ally", "ably", "ibly", "ently", "antly", "ately", "edly", "ously", "lessly", "ively", "fully", "arily",
        ],
        loose_endings: &["ing"],
        gerund_endings: &["ing"],
        not_gerunds: "during nothing king".into(),
        finite: "is are was were am has have had can could should may might must will would shall do does did isn't aren't \
            wasn't weren't won't don't didn't doesn't can't couldn't wouldn't shouldn't hasn't haven't hadn't cannot needs remains \
            seems want wants came went got took made saw ran fell rose grew led met won lost paid left sent held kept brought \
            began broke gave found became felt thought knew said told put let cut hit set spent built sought fought drew stood bore \
            wore wrote drove chose spoke froze shook threw flew blew meant dealt slept swept bought caught taught hung dug stuck \
            struck shot sat cost hurt shut split spread makes takes goes gives gets comes becomes keeps means faces plans hopes \
            expects works lives plays continues depends requires includes represents reflects offers serves allows begins appears \
            exists need know think believe feel look looks"
            .into(),
        finite_by_context: "seeks holds shows runs supports remain leads gave falls rises grows sends meets leaves loses wins \
            spends puts brings stands pays owns"
            .into(),
        finite_endings: &["ed"],
        finite_longer_than: 4,
        noun_markers: "to of".into(),
        place: PlaceVerbs::AfterComma,
        never_by_place: "with for and but or by from about including like such as the a an of in on at to who which that after \
            before while when"
            .into(),
        past_endings: &["ed"],
        place_forms: "read reads began grinned sang spat".into(),
        subject_pronouns: "he she they".into(),
        ..Verbs::default()
    }
}

fn reports() -> Reports {
    Reports {
        subject_first: true,
        drops_that: true,
        inserted: InsertedClause::SubjectFirst,
        abbreviations: "dr mr mrs ms".into(),
        object_links: "as of by to with de du".into(),
        possessives: "his her their".into(),
        not_sources: "whether plan".into(),
        apposition_openers: "a who".into(),
        that_pronoun: "that".into(),
        question_words: "how why whether".into(),
        that_joins: "and".into(),
        tell_stems: &["told", "tell"],
        tell_past: "told".into(),
        tell_finite: "told tells".into(),
        addressed_stems: &["tol", "tel", "remind", "warn", "inform", "assur", "advis", "convinc", "promis", "notif"],
        say_forms: "said says say saying".into(),
        clause_verbs: "is are was were will would has have had can could should may might must do does did isn't aren't wasn't \
            won't don't didn't doesn't cannot needs remains seems want wants need"
            .into(),
        clause_verb_nouns: "needs".into(),
        clause_openers: "it he she they we i there the his her its their this these those a an no some many all both nobody \
            everyone you"
            .into(),
        clause_aside_ends: "monday tuesday wednesday thursday friday saturday sunday today yesterday reporters journalists \
            lawmakers earlier him her them"
            .into(),
        no_clause: "so and nothing to".into(),
        counted: "all every everyone everything everybody one many enough".into(),
        infinitives: Infinitives::Marked,
        asking_stems: &[
            "urg", "told", "tell", "ask", "call", "warn", "advis", "order", "instruct", "encourag", "invit", "beg", "press",
            "appeal", "vow", "promis", "pledg", "threaten", "claim", "swor", "request",
        ],
        preposition_stems: &[
            ("accus", "of"), ("blam", "for"), ("warn", "against"), ("warn", "of"), ("warn", "about"), ("critici", "for"),
            ("reprimand", "for"), ("praise", "for"),
        ],
        infinitive_marks: "to".into(),
        surely_infinitives: "discuss".into(),
        not_after_mark: "its their him them us me all what date parliament people".into(),
        clause_subjects: "he she they it we there".into(),
        object_conjunctions: "and or with".into(),
        narrator_conjunctions: "and but".into(),
        as_words: "as".into(),
        subordinators: "before after when while as since although though once until because unless".into(),
        conditionals: "if".into(),
        adjuncts: "speaking asked answering responding commenting writing addressing under despite throughout across within".into(),
        quote_stems: &["quot", "cit"],
        as_saying: &[&["as", "saying"]],
        coordinators: "and but".into(),
        relative_openers: "who which whose where".into(),
        back_closes: &[
            BackWords { words: &["about", "this"], then_break: false },
            BackWords { words: &["about", "it"], then_break: false },
        ],
        back_passive: Some(PassiveBack { subjects: &["this", "that"], auxiliaries: &["was", "is", "has"], by: "by" }),
        nouns: "claim claims warning warnings suggestion suggestions allegation allegations accusation accusations assertion \
            assertions assessment statement statements announcement complaint complaints fear fears concern concerns promise \
            promises pledge pledges view belief argument arguments conclusion prediction predictions denial insistence admission \
            remark remarks comment comments declaration contention reminder confirmation assurance assurances threat threats hope \
            hopes demand demands information"
            .into(),
        noun_that: &[&["that"]],
        noun_links: "by of from in on to made".into(),
        noun_holders: "by of from".into(),
        possessive_marks: "s 's ’s".into(),
        possessive_pronouns: "his her their".into(),
        ..Reports::default()
    }
}

fn clauses() -> Clauses {
    Clauses {
        // Particles of foreign names are read as articles.
        articles: "the a an his her one two another several some le la les l' un une des du de".into(),
        conjunctions: "and but or and/or which that who".into(),
        report_conjunctions: "and but while or as".into(),
        relatives: "which that who".into(),
        relative_pronouns: "who".into(),
        sentence_openers: "but and".into(),
        binders: "meanwhile however moreover furthermore additionally nevertheless".into(),
        narrator_asides: &[("whereas", Follows::Anything), ("while", Follows::Ending("ing"))],
        openings: "at in on after before since during for by with despite while although though as if when once provided unless \
            given following until however moreover meanwhile nevertheless furthermore besides also still yet thus therefore instead \
            indeed finally later earlier"
            .into(),
        joins: "and but while whereas".into(),
        relative_openers: "which who whose where whom".into(),
        gerund_prepositions: "by".into(),
        aims: &[&["in", "order", "to"]],
        dates: "january february march april may june july august september october november december monday tuesday wednesday \
            thursday friday saturday sunday"
            .into(),
        clipped: "em til cause bout tis twas n cos round un".into(),
        measures: &["tall", "long", "wide"],
        demonstratives: "it this these".into(),
        subject_demonstratives: "it this".into(),
        ..Clauses::default()
    }
}

fn nouns() -> Nouns {
    Nouns {
        role_after_name: true,
        determiners: "a an the one two three four five several some many another his her their its other most".into(),
        things: "day week month year time way thing moment morning evening night hour minute place part fact case idea question \
            number price"
            .into(),
        evidence: "statement statements remark remarks comment comments declaration declarations figures data estimates \
            calculations forecast forecasts testimony assessment"
            .into(),
        said: "remark remarks comment comments declaration declarations words".into(),
        abstract_endings: &[
            "tion", "sion", "ness", "ity", "ance", "ence", "ism", "ment", "ship", "hood", "ure", "age", "ing",
        ],
        after_head: "who whose near close familiar".into(),
        clause_starts: "and but while as that because".into(),
        prepositions: "in on at to of for from with by against after about between among via".into(),
        name_to_role: "s 's national foreign top senior chief former own".into(),
        definite: "the its".into(),
        indefinite: "a an two three several some another one many other".into(),
        plural_endings: &["s"],
        plural_longer_than: 4,
        counting: "percent in out".into(),
        bodies: "company firm group union party agency ministry department organisation organization club team council committee \
            commission association charity bank newspaper broadcaster channel outlet institute university school court regulator \
            watchdog force squad side"
            .into(),
        nobodies: "police authorities prosecutors government report lawsuit statement study survey poll document letter complaint \
            media source sources witness witnesses residents military army officials people researchers scientists experts analysts \
            troops opposition"
            .into(),
        feminine_titles: "mrs ms miss queen spokeswoman chairwoman lady actress princess congresswoman duchess mother wife daughter"
            .into(),
        masculine_titles: "mr sir king spokesman chairman lord prince congressman duke father husband son".into(),
        complement_links: "of for at in to".into(),
        title_particles: "de du des la l'".into(),
        role_adjectives: "senior junior chief deputy foreign former home".into(),
        places: "in near at from into to toward towards across outside inside throughout around through via between visited leave \
            left"
            .into(),
        place_articles: "the la le l' les de".into(),
        bearer_links: "of for de des du d'".into(),
        complement_articles: "the la l' les le".into(),
        offices: "secretary treasurer chancellor speaker envoy excellency majesty highness premier".into(),
        beside_titles: "prime vice deputy acting interim outgoing former foreign home press ex official".into(),
        domains: "affairs agriculture budget culture defence defense economy education energy finance finances health interior \
            justice labor labour ports state trade transport transports treasury war works"
            .into(),
        titles_and_names: "king prince pope bishop judge major marshal abbot dean baker cook guard page parson priest bailiff \
            chancellor prior general constable butler steward porter speaker head chair"
            .into(),
        role_links: "of for the a an at to and".into(),
        role_of: "of for".into(),
        numbers: "one two three four five six seven eight nine ten twelve twenty half".into(),
        percent: "percent percentage".into(),
        percent_phrases: &[&["per", "cent"]],
        parts: "majority minority half third quarter fifth".into(),
        part_of: "of".into(),
        out_of: "in out".into(),
        ..Nouns::default()
    }
}

fn names() -> Names {
    Names {
        trusts_capitals: true,
        marks_open_speech: true,
        articles: "the le la les l'".into(),
        place_adjectives: "north south east west new".into(),
        lone_bodies: "parliament congress senate".into(),
        institutions: "academy administration agency alliance army assembly association authority bank board bureau cabinet center \
            centre chamber church club college commission committee community company confederation conference congress convention \
            corporation council court department embassy federation force forces foundation front fund government group house \
            institute institution league ministry mission movement museum network office ombudsman organisation organization \
            parliament party police press prosecution republic school secretariat senate service society staff state supreme \
            syndicate team trust union university watchdog"
            .into(),
        demonyms: "african american arab asian australian austrian belgian brazilian british canadian chinese czech danish dutch \
            eastern egyptian english european federal finnish french german greek hungarian indian international iranian iraqi irish \
            israeli italian japanese kenyan korean lebanese mexican national nigerian northern norwegian pakistani palestinian \
            polish regional royal russian saudi scottish southern spanish supreme swedish swiss syrian turkish ukrainian united \
            western world"
            .into(),
        leaders: "president leader premier chancellor king queen head prime".into(),
        event_openings: "battle treaty summit accord accords".into(),
        event_closings: "accord accords act agreement agreements bill championship championships constitution crisis cup derby \
            election elections games marathon olympics open summit tournament treaty trophy war wars"
            .into(),
        not_persons: "agency alliance army assembly association authority bank board bureau cabinet camp center centre chamber church \
            city club college commission committee company conference congress corporation corps council court department direction \
            embassy federation force forces foundation front fund gazette government group guard herald house institute journal \
            kingdom league media minister ministry mission movement nation nations network news observatoire office organisation \
            organization palace parliament party police post presidency press radio red region republic school sea senate service \
            society source sources state states street syndicate television times town tribune union united unit university war \
            watch white wire world zone north south east west new saint san los great africa america asia europe audit bay lake \
            river bridge square airport hospital project trade tv podcast today magazine food foods airlines motors"
            .into(),
        calendar: "january february march april may june july august september october november december monday tuesday wednesday \
            thursday friday saturday sunday"
            .into(),
        ..Names::default()
    }
}

fn page() -> Page {
    Page {
        credit_openings: "photo photos photograph photographs photography image images picture pictures credit credits \
            illustration illustrations © (c) ©photo"
            .into(),
        byline_openings: "by text reporting written".into(),
        agencies:
            "afp ap reuters getty epa efe dpa ansa tass ria ukrinform sputnik xinhua shutterstock istock rex pa sipa maxppp \
            belga keystone anp pti ani bloomberg imago alamy unsplash wikimedia globallookpress"
                .into(),
    }
}
