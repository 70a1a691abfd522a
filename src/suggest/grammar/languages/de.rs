//! The grammar of German.

use crate::suggest::grammar::Grammar;
use crate::suggest::grammar::clauses::Clauses;
use crate::suggest::grammar::names::Names;
use crate::suggest::grammar::nouns::Nouns;
use crate::suggest::grammar::page::Page;
use crate::suggest::grammar::reports::Reports;
use crate::suggest::grammar::verbs::{PlaceVerbs, VerbGroup, Verbs};

pub(super) fn grammar() -> Grammar {
    Grammar { verbs: verbs(), reports: reports(), clauses: clauses(), nouns: nouns(), names: names(), page: page() }
}

fn verbs() -> Verbs {
    Verbs {
        group: VerbGroup::Parted,
        auxiliaries: "hat haben hatte hatten habe".into(),
        passive: "wird wurde werden wurden worden".into(),
        determiners: "zu beim zum zur am im des dem einer eines einem".into(),
        negation: "nicht".into(),
        finite: "ist sind war waren hat haben hatte hatten wird werden wurde wurden kann können konnte konnten muss müssen musste \
            mussten soll sollen sollte sollten will wollen wollte wollten darf dürfen durfte mag möchte sei seien habe werde könne \
            müsse solle wolle dürfe bleibe gebe gehe komme stehe wäre wären hätte hätten würde würden könnte könnten müsste müssten \
            gibt gab gaben geht ging gingen kommt kam kamen steht stand standen bleibt blieb blieben liegt lag lagen sieht sah sahen nimmt nahm hält hielt lässt ließ macht zeigt \
            findet fand beginnt begann gilt galt führt bringt brachte braucht weiß wusste fällt fiel steigt stieg sinkt sank trifft \
            traf zieht zog arbeiten arbeitet kostet fordert fordern wächst wuchs verliert verlor gewinnt gewann fährt fuhr schließt \
            schloss entsteht entstand reicht fehlt fehlen leben lebt"
            .into(),
        finite_endings: &["te", "ten"],
        finite_longer_than: 4,
        not_finite: "heute mitte letzte letzten erste ersten zweite zweiten dritte dritten rechte rechten bitte beste besten \
            nächste nächsten alte alten gesamte gesamten bekannte bekannten weite weiten späte späten geplante geplanten"
            .into(),
        noun_markers: "zu".into(),
        place: PlaceVerbs::AfterMarks,
        never_by_place: "und oder aber denn wenn weil dass der die das ein eine mit von zu nach bei für auf aus über unter seit".into(),
        past_endings: &["te", "ten"],
        present_endings: &["t"],
        subject_pronouns: "er sie es".into(),
        reported_mood: "sei seien habe werde könne müsse solle wolle dürfe bleibe gebe gehe komme stehe brauche wisse liege lasse \
            mache bringe halte nehme finde sehe wäre wären hätte hätten würde würden könnte könnten müsste müssten"
            .into(),
        ..Verbs::default()
    }
}

fn reports() -> Reports {
    Reports {
        clause_after_comma: true,
        verb_second: true,
        far_that: true,
        abbreviations: "dr prof hr fr st".into(),
        set_off_sources: "so".into(),
        possessives: "seiner ihrer".into(),
        question_words: "ob wie warum".into(),
        that_joins: "und".into(),
        object_conjunctions: "und oder mit".into(),
        narrator_conjunctions: "und aber".into(),
        as_words: "wie".into(),
        subordinators: "bevor nachdem als während seit obwohl weil sobald bis wenn".into(),
        conditionals: "wenn falls".into(),
        adjuncts: "gefragt angesprochen trotz angesichts".into(),
        coordinators: "und aber".into(),
        relative_openers: "der die das welche welcher welches deren dessen".into(),
        ..Reports::default()
    }
}

fn clauses() -> Clauses {
    Clauses {
        articles: "der die das den dem des ein eine einen einem einer eines sein seine ihr ihre zwei mehrere einige kein keine"
            .into(),
        conjunctions: "und aber oder sondern denn dass".into(),
        report_conjunctions: "und aber oder".into(),
        relatives: "welche welcher welches".into(),
        sentence_openers: "aber und doch".into(),
        binders: "allerdings jedoch indes zudem außerdem dennoch".into(),
        openings: "nach vor seit bei in im am an auf aus mit trotz wegen während wenn falls obwohl weil als bis seitdem nachdem \
            allerdings jedoch zudem außerdem dennoch schließlich zunächst später"
            .into(),
        joins: "und aber während".into(),
        second_that: "dass".into(),
        relative_openers: "welche welcher welches deren dessen".into(),
        aims: &[&["um"]],
        dates: "januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch \
            donnerstag freitag samstag sonntag"
            .into(),
        demonstratives: "es dies diese dieser das".into(),
        subject_demonstratives: "es dies".into(),
        ..Clauses::default()
    }
}

fn nouns() -> Nouns {
    Nouns {
        prepositions:
            "in an auf aus bei mit nach von vom zu zum zur für gegen über unter um durch seit vor im am ans ins beim ohne \
            zwischen neben wegen laut"
                .into(),
        definite: "der die das".into(),
        indefinite: "ein eine einer einem mehrere einige zwei drei viele andere".into(),
        counting: "prozent von".into(),
        bodies:
            "unternehmen konzern gruppe gewerkschaft partei behörde ministerium organisation verein mannschaft rat ausschuss \
            kommission verband bank zeitung sender institut universität schule gericht firma amt"
                .into(),
        nobodies:
            "polizei behörden staatsanwaltschaft regierung bericht mitteilung erklärung studie umfrage dokument brief medien \
            quelle quellen zeuge zeugen anwohner armee opposition feuerwehr experten fachleute kritiker"
                .into(),
        feminine_titles: "frau ministerin präsidentin kanzlerin sprecherin bürgermeisterin direktorin chefin vorsitzende \
            abgeordnete leiterin professorin anwältin königin"
            .into(),
        masculine_titles:
            "herr minister präsident kanzler sprecher bürgermeister direktor chef vorsitzender abgeordneter leiter \
            professor anwalt könig"
                .into(),
        complement_links: "des für bei in von vom".into(),
        role_adjectives: "frühere früheren ehemalige ehemaligen stellvertretende stellvertretenden".into(),
        places: "in nach aus bei vor um über durch zwischen".into(),
        place_articles: "der dem die den".into(),
        bearer_links: "für von des".into(),
        complement_articles: "des dem den".into(),
        numbers: "zwei drei vier fünf sechs sieben acht neun zehn zwölf".into(),
        percent: "prozent".into(),
        parts: "mehrheit minderheit hälfte drittel viertel".into(),
        part_of: "der von".into(),
        out_of: "von".into(),
        ..Nouns::default()
    }
}

fn names() -> Names {
    Names {
        marks_open_speech: true,
        institutions: "agentur akademie amt armee ausschuss bank behörde börse bundesbank bundesrat bundestag bundeswehr fraktion \
            gericht gewerkschaft institut kammer kanzleramt kirche kommission landtag ministerium parlament partei polizei rat \
            regierung senat stadtrat stiftung universität verband verein"
            .into(),
        institution_endings: &["ministerium", "behörde", "kommission", "gewerkschaft", "verband", "universität", "stiftung"],
        leaders: "präsident präsidentin kanzler kanzlerin könig königin".into(),
        event_openings: "weltmeisterschaft olympiade".into(),
        event_closings: "gesetz krieg wahl meisterschaft".into(),
        adjective_noun_endings: &["e", "en", "er", "es", "em"],
        noun_endings: &[
            "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "tät", "täten", "ismus",
            "nis", "nisse", "tum", "ling", "chen", "lein", "zeit", "preis", "preise", "werk", "werke", "platz", "straße", "brücke",
            "hafen", "haus", "jahr", "jahre", "jahren", "tag", "tage", "tagen", "geld", "kosten", "stadt", "welt", "weg", "recht",
            "markt", "plan", "pläne", "arbeit", "leute",
        ],
        before_nouns: "der die das den dem des ein eine einen einem einer eines kein keine keinen keiner im am zum zur beim vom ans \
            ins dieser diese dieses diesen diesem jeder jede jedes jeden mein meine sein seine seinen seiner seinem ihr ihre ihren \
            ihrer ihrem unser unsere unseren viele vielen mehr weniger zwei drei vier fünf sechs sieben acht neun zehn zwölf alle \
            allen aller einige einigen mehrere mehreren manche welche welcher beide beiden kaum ohne pro"
            .into(),
        ..Names::default()
    }
}

fn page() -> Page {
    Page { credit_openings: "foto fotos bild bilder".into(), byline_openings: "von text".into(), agencies: "apa sid kna".into() }
}
