//! The grammar of French.

use crate::suggest::grammar::Grammar;
use crate::suggest::grammar::clauses::Clauses;
use crate::suggest::grammar::names::Names;
use crate::suggest::grammar::nouns::Nouns;
use crate::suggest::grammar::page::Page;
use crate::suggest::grammar::reports::{Follows, Infinitives, InsertedClause, Reports};
use crate::suggest::grammar::verbs::{PlaceVerbs, PluralVerbs, VerbGroup, Verbs};

pub(super) fn grammar() -> Grammar {
    Grammar { verbs: verbs(), reports: reports(), clauses: clauses(), nouns: nouns(), names: names(), page: page() }
}

fn verbs() -> Verbs {
    Verbs {
        group: VerbGroup::Joined,
        auxiliaries: "a ont avait avaient aurait auraient aura ayant ai avons avez eut avoir ait aient auront eurent".into(),
        passive: "est sont été était étaient être fut furent sera étant".into(),
        between: "t il elle ils elles on ni jamais plus pas".into(),
        joins: "et puis mais".into(),
        loose_openers: "en et tout".into(),
        determiners: "le la les un une des du de d' l' ce cet cette ces son sa ses leur leurs au aux mon ma notre nos chaque a on \
            as"
            .into(),
        idioms: &[("dire", &["veut", "voulait", "veulent", "pas"]), ("assur", &["s'", "se", "nous", "vous"])],
        object_openers: "d' à au aux sur qu' que leur leurs ses notre".into(),
        reflexives: "s' se".into(),
        dative: "leur".into(),
        negation: "n'".into(),
        adverb_endings: &["ment"],
        loose_endings: &["ant"],
        gerund_endings: &["ant"],
        not_gerunds: "pendant avant devant durant".into(),
        finite: "est sont suis sommes êtes était étaient étions fut furent sera seront serait seraient soit soient ai as a avons \
            avez ont avait avaient aura auront aurait auraient ait aient eut eurent va vont allait iront ira irait fait font peut \
            peuvent pouvait pourra pourrait doit doivent devait devra devrait veut veulent voulait faut fallait faudra faudrait \
            reste restent vient viennent permet permettent prend prennent met mettent tient tiennent sait savent voit voient dit \
            disent existe existent devient constitue représente concerne montre compte comptent attend attendent demande semble \
            semblent dispose passe passent souhaite souhaitent porte portent remonte s'agit agit repose continue continuent \
            commence vise visent risque"
            .into(),
        finite_by_context: "inscrit inscrivent tente tentent insiste insistent marque marquent figure figurent demeure appelle \
            appellent estime estiment"
            .into(),
        finite_endings: &["ait", "aient", "èrent", "irent", "era", "eront", "ira", "iront"],
        finite_longer_than: 4,
        plural: PluralVerbs {
            ending: "ent",
            but_not: "ment",
            longer_than: 6,
            nouns: "président précédent différent accident incident continent présent permanent fréquent évident prudent résident \
                occident pourcent excellent violent innocent équivalent compétent intelligent"
                .into(),
        },
        noun_markers: "de d' à pour a".into(),
        place: PlaceVerbs::Inverted,
        never_by_place: "avec chez selon pour contre dont comme sans par sur sous dans entre vers après avant depuis pendant \
            notamment et ou mais que qui quand si car donc puis ni dixit voire soit d'après de à en au aux du des un une le la les \
            l' ce cette son sa ses leur plus"
            .into(),
        joined_pronouns: "t il elle ils elles on".into(),
        place_auxiliaries: "a ont avait".into(),
        past_endings: &["é", "i", "t", "u"],
        present_endings: &["e", "t", "a", "ent"],
        ..Verbs::default()
    }
}

fn reports() -> Reports {
    Reports {
        words_take_that: true,
        takes_objects: true,
        verbless_content: true,
        bare_apposition: true,
        inserted: InsertedClause::AfterComma,
        abbreviations: "mm mme dr me".into(),
        object_links: "de d' du des comme par à en".into(),
        possessives: "ses leurs".into(),
        not_sources: "que qu' laquelle lequel plan".into(),
        whom: "qui".into(),
        apposition_openers: "a qui".into(),
        that_joins: "et".into(),
        infinitives: Infinitives::ByEnding,
        asking_stems: &[
            "demand", "propos", "prome", "promi", "menac", "accus", "reproch", "appel", "exhort", "invit", "conseill", "recommand",
            "ordonn", "félicit", "jur", "sugg", "pri", "somm", "excus", "engag", "envisag", "permet", "soupçonn", "enjoi", "plaid",
            "préconis", "press",
        ],
        infinitive_marks: "de d' à".into(),
        infinitive_endings: &["er", "ir", "re", "oir"],
        not_infinitive_endings: &["ère", "aire", "ture", "oire", "bre", "vre", "tre"],
        not_infinitives: "hier mer hiver cher premier dernier janvier février chantier dossier soir pouvoir avenir plaisir père mère \
            guerre quartier métier"
            .into(),
        surely_infinitives: "faire mettre permettre remettre être connaître suivre vivre croire défaire satisfaire promettre \
            admettre paraître poursuivre"
            .into(),
        noun_infinitives: "pouvoir".into(),
        before_noun_infinitives: "le la les l' un une des du ce cet".into(),
        clitics: "ne n' pas plus jamais se s' le la les l' y en lui leur rien".into(),
        days: "lundi mardi mercredi jeudi vendredi samedi dimanche hier".into(),
        thing_stems: &[
            "annonc", "rappel", "soulign", "réitér", "réaffirm", "nie", "nié", "démen", "exclu", "contest", "promet", "promis",
            "prédi", "prévoi", "jug", "déplor", "regrett", "crain", "confirm", "révèl", "révél", "propos", "dévoil", "plaid",
        ],
        object_prepositions: "de d' à sur".into(),
        object_openers: "toute tout leur leurs ses encore".into(),
        object_conjunctions: "et ou avec".into(),
        narrator_conjunctions: "et mais".into(),
        as_words: "comme ainsi".into(),
        subordinators: "quand lorsque lorsqu' alors tandis comme bien puisque".into(),
        conditionals: "si".into(),
        adjuncts: "sous selon interrogé interrogée malgré outre côté chez face avec sans invité vers dès de d' du sur".into(),
        impersonal: "on".into(),
        impersonal_sources: &[&["auprès", "de"], &["auprès", "d'"], &["auprès", "du"], &["auprès", "des"], &["de"]],
        quote_stems: &["cit"],
        coordinators: "et mais puis".into(),
        relative_openers: "qui dont où".into(),
        back_opens: &[(&["c'", "est", "ce"], 6)],
        nouns: "affirmation affirmations accusation accusations annonce avertissement crainte craintes déclaration déclarations \
            allégation allégations rumeur rumeurs thèse théorie argument arguments promesse idée informations information critiques \
            critique suggestion suggestions assertion assertions conclusion prédiction prédictions"
            .into(),
        noun_that: &[&["selon", "laquelle"], &["selon", "lequel"], &["selon", "lesquelles"], &["selon", "lesquels"]],
        noun_links: "de du des d' par".into(),
        noun_holders: "de du des d' par".into(),
        ..Reports::default()
    }
}

fn clauses() -> Clauses {
    Clauses {
        articles: "le la les l' un une des ce cet cette ces son sa deux plusieurs du de".into(),
        conjunctions: "et mais ou que qu' qui ni".into(),
        report_conjunctions: "et mais tandis puis tout en".into(),
        relatives: "qu' que qui".into(),
        relative_pronouns: "qui".into(),
        sentence_openers: "mais et".into(),
        binders: "cependant toutefois pourtant néanmoins".into(),
        narrator_asides: &[
            ("tandis", Follows::Anything),
            ("tout", Follows::Word(&["en"])),
            ("avant", Follows::Word(&["de", "d'"])),
        ],
        openings:
            "après avant depuis lors pour dans en à au aux malgré selon si quand lorsque lorsqu' alors tandis bien face outre \
            cependant toutefois néanmoins ainsi par dès pendant durant afin contre sans sous sur ensuite enfin"
                .into(),
        joins: "et mais tandis".into(),
        second_that: "que qu'".into(),
        relative_openers: "qui dont où lequel laquelle lesquels lesquelles".into(),
        gerund_prepositions: "en".into(),
        hanging: &[&["tout", "en"]],
        aims: &[&["en", "vue", "de"], &["en", "vue", "d'"], &["en", "vue", "du"], &["afin", "de"], &["afin", "d'"]],
        aim_infinitive_endings: &["er", "ir", "re"],
        aim_infinitive_prepositions: "de d' à".into(),
        dates: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi \
            vendredi samedi dimanche"
            .into(),
        demonstratives: "cela ce".into(),
        subject_demonstratives: "cela ce".into(),
        elided: "l d j m t s n c qu jusqu lorsqu puisqu presqu".into(),
        elided_before_name: "l d j m t s n c qu jusqu lorsqu puisqu quoiqu presqu quelqu".into(),
        apostrophe_words: "aujourd".into(),
        ..Clauses::default()
    }
}

fn nouns() -> Nouns {
    Nouns {
        noun_first: true,
        determiners: "le la l' un une les des deux trois quatre plusieurs certains ce cet cette ces son sa ses leur leurs autre"
            .into(),
        things: "jour semaine mois année fois heure minute temps lieu moment place part cas fait idée question nombre prix partie \
            suite côté cours"
            .into(),
        evidence: "déclaration déclarations propos dires confidences témoignage témoignages calculs chiffres données estimations \
            statistiques prévisions décompte bilan avis informations aveux"
            .into(),
        said: "déclaration déclarations propos dires confidences aveux".into(),
        abstract_endings: &[
            "tion", "sion", "ité", "ance", "ence", "isme", "ure", "age", "ude", "oire", "aison", "suite", "ette", "esse", "ement",
        ],
        clause_starts: "et mais que".into(),
        prepositions: "à au aux dans sur avec pour de d' du des en par contre lors après chez entre vers sans sous depuis via"
            .into(),
        definite: "le la l' cette ce cet".into(),
        indefinite: "un une des deux trois plusieurs autre certains certaines".into(),
        plural_endings: &["s"],
        plural_longer_than: 4,
        counting: "cent sur".into(),
        bodies: "entreprise groupe société syndicat parti agence ministère organisation club équipe conseil comité commission \
            association banque journal quotidien chaîne institut université école tribunal formation collectif fédération préfecture \
            mairie constructeur géant force"
            .into(),
        nobodies: "police autorités parquet gouvernement rapport communiqué étude sondage enquête document texte presse médias source \
            sources témoin témoins habitants riverains armée opposition direction informations chiffres données pays état ville \
            région loi tribune site opérateur"
            .into(),
        feminine_titles: "mme mmes mlle présidente directrice reine chancelière sénatrice députée cheffe avocate procureure patronne \
            conseillère maîtresse chanteuse joueuse actrice mère épouse fille"
            .into(),
        masculine_titles: "m mm roi président directeur chancelier sénateur député chef avocat procureur patron conseiller chanteur \
            joueur acteur père mari fils"
            .into(),
        complement_links: "des d' au aux les".into(),
        title_particles: "de du des la l'".into(),
        of_words: "de d' du des".into(),
        of_articles: "l' la".into(),
        places: "en dans à au aux vers depuis près rejoindre quitter".into(),
        place_articles: "la le l' les de".into(),
        bearer_links: "de des du d' à aux".into(),
        complement_articles: "la l' les le".into(),
        offices: "monsieur madame excellence majesté ministre porte-parole présidente patronne négociateur négociatrice \
            négociatrices négociateurs émissaire conseillère"
            .into(),
        beside_titles: "adjoint adjointe délégué déléguée ancien ancienne première".into(),
        domains: "affaires armées budget commerce comptes défense écologie économie éducation énergie enseignement étrangères \
            environnement état extérieur intérieur intérieure logement mer publics recherche relations santé sceaux sports \
            territoires travail"
            .into(),
        titles_and_names: "leroy roi maire".into(),
        role_links: "de du des d' la le les l' un une et".into(),
        role_of: "de du des d' à au aux".into(),
        elided_articles: &["l'", "d'"],
        numbers: "un une deux trois quatre cinq six sept huit neuf dix".into(),
        percent: "pourcent".into(),
        percent_phrases: &[&["pour", "cent"]],
        parts: "majorité minorité moitié tiers quart".into(),
        part_of: "de des d'".into(),
        out_of: "sur".into(),
        ..Nouns::default()
    }
}

fn names() -> Names {
    Names {
        trusts_capitals: true,
        marks_open_speech: true,
        articles: "le la les l'".into(),
        place_adjectives: "north south east west new".into(),
        lone_bodies: "parlement sénat congress".into(),
        body_adjective_endings: &[
            "al", "ale", "ales", "aux", "ique", "iques", "aire", "aires", "en", "enne", "ais", "aise", "ois", "oise", "ée", "és",
            "ées", "if", "ive", "el", "elle", "nies", "nis", "eur", "ieure", "in", "ine",
        ],
        body_links: "de des d' du".into(),
        body_link_articles: "la l'".into(),
        institutions: "académie agence alliance armée assemblée association autorité banque bourse bureau cabinet centre chambre \
            collectif comité commission communauté compagnie confédération conférence conseil consulat cour département direction \
            direction église état fédération fondation force front gouvernement groupe haut institut ligue maison mairie ministère \
            mission mouvement musée nations observatoire office ordre organisation parlement parquet parti police préfecture \
            présidence rassemblement région république secrétariat sénat service société sûreté syndicat tribunal union université \
            ville école opération"
            .into(),
        demonyms: "français française russe ukrainien ukrainienne américain américaine allemand allemande britannique européen \
            européenne canadien canadienne anglais anglaise espagnol espagnole italien italienne chinois chinoise israélien \
            israélienne palestinien palestinienne belge suisse marocain marocaine algérien algérienne tunisien tunisienne ivoirien \
            ivoirienne sénégalais sénégalaise polonais polonaise turc turque iranien iranienne japonais japonaise indien indienne \
            brésilien brésilienne hongrois hongroise grec grecque"
            .into(),
        leaders: "président présidente dirigeant dirigeante chef cheffe premier leader roi reine chancelier chancelière".into(),
        event_openings: "bataille championnat championnats constitution coupe guerre jeux loi mondial sommet tournoi traité trophée"
            .into(),
        event_closings: "guerre".into(),
        not_persons: "banque comité conférence conseil cour département ambassade fédération fondation gouvernement groupe institut \
            mairie ministère mouvement palais parlement parti présidence presse région république royaume sénat syndicat télévision \
            unies unis université afrique"
            .into(),
        ..Names::default()
    }
}

fn page() -> Page {
    Page {
        credit_openings: "crédit crédits photographie photographies illustration illustrations".into(),
        byline_openings: "par texte écrit rédigé propos".into(),
        ..Page::default()
    }
}
