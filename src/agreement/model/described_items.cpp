#include "agreement/model/clause_table.h"
#include "agreement/model/described.h"
#include "agreement/model/role.h"

/// Tables of the items of a text, of the clauses of a term, and of the text as a whole.
namespace accord::agreement {

namespace {

using described::key;
using described::member;
using described::object;
using described::Use;

template <auto P>
consteval auto data_of() {
  return member<P>("data", "names in the tables of the workspace");
}
template <auto P>
consteval auto head_of() {
  return member<P>("head", "name, title and reference").flat();
}
template <auto P>
consteval auto words_of() {
  return member<P>("words", "readings, quotations and notes").flat();
}

// --- clauses

constexpr auto obliges =
    object("obliges", "Who owes",
           member<&Obliges::how>("how", "one party, each of several, or all together"),
           member<&Obliges::who>("who", "the parties").role(Role::party), place_of<&Obliges::at>(),
           comments_of<&Obliges::comments>());

constexpr auto condition_clause = object(
    "condition_clause", "When a term holds",
    member<&ConditionClause::unless>("unless", "whether it holds while the condition is not true"),
    member<&ConditionClause::condition>("condition", "the condition"),
    place_of<&ConditionClause::at>(), comments_of<&ConditionClause::comments>());

constexpr auto clauses = object(
    "clauses", "The clauses of a term, or those that take their place",
    clause<&Clauses::obliges, ClauseKind::obliges>("obliges", "who owes"),
    clause<&Clauses::owed, ClauseKind::owed>("owed", "to whom").role(Role::party),
    clause<&Clauses::verifier, ClauseKind::verifier>("verifier",
                                                     "who verifies it; an empty list: nobody")
        .role(Role::party),
    clause<&Clauses::from, ClauseKind::from>("from", "when it is in force"),
    clauses_of<&Clauses::rules>("rules", "what is owed"),
    clauses_of<&Clauses::conditions>("conditions", "while what it holds, then unless what"),
    clause<&Clauses::stale_after, ClauseKind::stale>("stale_after",
                                                     "how old a figure or statement may be"),
    clause<&Clauses::reciprocal, ClauseKind::reciprocal>("reciprocal",
                                                         "the terms that are given in return")
        .called("reciprocal to")
        .role(Role::term),
    clause<&Clauses::about, ClauseKind::about>("about", "what it concerns").role(Role::item),
    words_of<&Clauses::words>(), comments_of<&Clauses::owed_comments>("owed_comments"),
    comments_of<&Clauses::verifier_comments>("verifier_comments"),
    comments_of<&Clauses::from_comments>("from_comments"),
    comments_of<&Clauses::stale_comments>("stale_comments"),
    comments_of<&Clauses::reciprocal_comments>("reciprocal_comments"),
    comments_of<&Clauses::about_comments>("about_comments"),
    comments_of<&Clauses::closing_comments>("closing_comments"),
    member<&Clauses::damage>("damage", "whether a clause could not be read").in(Use::nowhere));

constexpr auto heading =
    object("heading", "What an item is called", member<&Heading::name>("name", "its name"),
           member<&Heading::title>("title", "its title"),
           member<&Heading::ref>("ref", "the paragraph of the treaty"), place_of<&Heading::at>(),
           comments_of<&Heading::comments>(),
           member<&Heading::damage>("damage", "whether a part could not be read").in(Use::nowhere));

// --- items

constexpr auto term = object("term", "What someone owes", head_of<&Term::head>(),
                             member<&Term::clauses>("clauses", "its clauses").flat())
                          .tagged("item");

constexpr auto source =
    object("source", "Where the text comes from", member<&Source::text>("text", "the source"),
           place_of<&Source::at>(), comments_of<&Source::comments>())
        .tagged("item")
        .said("Source: {text}.");

constexpr auto languages = object("languages", "The authentic languages",
                                  member<&Languages::names>("names", "their codes"),
                                  place_of<&Languages::at>(), comments_of<&Languages::comments>())
                               .tagged("item")
                               .said("Authentic languages: {names}.");

constexpr auto party =
    object("party", "A party, a group of them, or a body", head_of<&Party::head>(),
           member<&Party::is_body>("is_body", "whether it owes nothing").named_if_true("body"),
           member<&Party::members>("members", "of a group").role(Role::party))
        .tagged("item");

constexpr auto site =
    object("site", "A place", head_of<&Site::head>(),
           member<&Site::parent>("parent", "the place it is in").called("in").role(Role::site))
        .tagged("item");

constexpr auto unit = object("unit", "A unit of the text", head_of<&Unit::head>(),
                             member<&Unit::left>("left", "so much of one unit"),
                             member<&Unit::right>("right", "is so much of another"))
                          .tagged("item");

constexpr auto measure =
    object("measure", "What is measured or seen", head_of<&Measure::head>(),
           member<&Measure::kind>("kind", "whether it stands, adds up, or is seen").kind(),
           member<&Measure::unit>("unit", "of its figures")
               .only(Measure::Kind::amount, Measure::Kind::flow)
               .role(Role::unit),
           member<&Measure::formula>("formula", "how it is computed from others"),
           data_of<&Measure::data>())
        .tagged("item");

constexpr auto event =
    object("event", "What happens on a day", head_of<&Event::head>(), data_of<&Event::data>())
        .tagged("item")
        .said("“{title}” is an event, which happens on a day and may happen again.");

constexpr auto named_day =
    object("day", "A day with a name", head_of<&NamedDay::head>(),
           member<&NamedDay::expression>("expression", "how it is found").called("day"))
        .tagged("item")
        .said("{name} is {expression}.");

constexpr auto holidays =
    object("holidays", "Days on which nobody works", member<&Holidays::days>("days", "the days"),
           place_of<&Holidays::at>(), comments_of<&Holidays::comments>())
        .tagged("item")
        .said("No working days, besides Saturdays and Sundays: {days}.");

constexpr auto provision =
    object("provision", "What the text says and nobody judges", head_of<&Provision::head>(),
           member<&Provision::about>("about", "what it concerns").role(Role::item),
           key<&Provision::from>("from", "when it is in force"), words_of<&Provision::words>(),
           comments_of<&Provision::about_comments>("about_comments"),
           comments_of<&Provision::from_comments>("from_comments"),
           comments_of<&Provision::closing_comments>("closing_comments"))
        .tagged("item");

constexpr auto procedure_stage = object(
    "procedure_stage", "One step of a procedure", member<&ProcedureStage::name>("name", "its name"),
    member<&ProcedureStage::duration>("duration", "how long it takes"),
    member<&ProcedureStage::extendable>("extendable", "whether it can take longer"),
    member<&ProcedureStage::label>("label", "what it is"),
    comments_of<&ProcedureStage::comments>());

constexpr auto procedure =
    object("procedure", "How a dispute runs", head_of<&Procedure::head>(),
           member<&Procedure::opens_by>("opens_by", "who can open it").role(Role::party),
           member<&Procedure::opens_with>("opens_with", "the event that opens it")
               .none_if_empty()
               .role(Role::event),
           member<&Procedure::stages>("stages", "its steps, one after the other"),
           member<&Procedure::stops_on>("stops_on", "events that stop it").role(Role::event),
           member<&Procedure::leads_to>("leads_to", "what may be done when it has run out"),
           member<&Procedure::available_until>("available_until",
                                               "first day on which it cannot be opened"),
           words_of<&Procedure::words>(), comments_of<&Procedure::opens_comments>("opens_comments"),
           comments_of<&Procedure::stops_comments>("stops_comments"),
           comments_of<&Procedure::leads_comments>("leads_comments"),
           comments_of<&Procedure::available_comments>("available_comments"),
           comments_of<&Procedure::closing_comments>("closing_comments"))
        .tagged("item");

constexpr auto answer = object(
    "answer", "An answer to a question", member<&Answer::name>("name", "its name"),
    member<&Answer::text>("text", "its words"),
    member<&Answer::by>("by", "who gives it").role(Role::party), comments_of<&Answer::comments>());

constexpr auto question =
    object("question", "What the text leaves open", head_of<&Question::head>(),
           member<&Question::arises_from>("arises_from", "the event after which it is asked")
               .role(Role::event),
           member<&Question::answers>("answers", "its answers"), words_of<&Question::words>(),
           comments_of<&Question::arises_comments>("arises_comments"),
           comments_of<&Question::closing_comments>("closing_comments"))
        .tagged("item");

constexpr auto replace =
    object("replace", "Clauses that take the place of those of their kinds",
           member<&Replace::term>("term", "the term that is changed").role(Role::term),
           member<&Replace::clauses>("clauses", "the new ones").flat(),
           comments_of<&Replace::comments>())
        .tagged("change");

constexpr auto repeal = object("repeal", "The end of a term",
                               member<&Repeal::term>("term", "the term that ends").role(Role::term),
                               comments_of<&Repeal::comments>())
                            .tagged("change");

constexpr auto amendment =
    object("amendment", "A change of the text", head_of<&Amendment::head>(),
           member<&Amendment::decided>("decided", "the day of the decision"),
           member<&Amendment::effective>("effective", "first day on which it holds"),
           member<&Amendment::changes>("changes", "the changes, in the order written"),
           words_of<&Amendment::words>(),
           comments_of<&Amendment::decided_comments>("decided_comments"),
           comments_of<&Amendment::closing_comments>("closing_comments"))
        .tagged("item");

constexpr auto waiver =
    object("waiver", "Terms that are not asked for during a time", head_of<&Waiver::head>(),
           key<&Waiver::of>("of", "the terms").role(Role::term),
           member<&Waiver::for_parties>("for_parties", "for whom; none: for every obliged party")
               .called("for")
               .role(Role::party),
           member<&Waiver::by>("by", "who grants it").role(Role::party),
           member<&Waiver::decided>("decided", "the day of the decision"),
           key<&Waiver::from>("from", "during which time"), words_of<&Waiver::words>(),
           comments_of<&Waiver::body_comments>("body_comments"),
           comments_of<&Waiver::closing_comments>("closing_comments"))
        .tagged("item");

// --- examples

constexpr auto when = object(
    "when", "When a fact was, and who says so", member<&When::on>("on", "the day it is about"),
    member<&When::known>("known", "the day it became known; none: the same"),
    member<&When::by>("by", "the party").none_if_empty().role(Role::party),
    member<&When::grade>("grade", "grade of the evidence; none: verified").none_if_empty(),
    place_of<&When::at>());

using FactKind = Fact::Kind;
constexpr std::array<std::uint8_t, 9> subject_roles = [] {
  std::array<std::uint8_t, 9> out{};
  out.fill(static_cast<std::uint8_t>(Role::party));
  const auto set = [&](FactKind kind, Role role) {
    out[static_cast<std::size_t>(kind)] = static_cast<std::uint8_t>(role);
  };
  set(FactKind::event, Role::event);
  set(FactKind::no_access, Role::measure);
  set(FactKind::figure, Role::figure);
  set(FactKind::seen, Role::activity);
  set(FactKind::answer, Role::question);
  return out;
}();

constexpr auto fact =
    object("given", "A fact of an example", member<&Fact::kind>("kind", "what it says").kind(),
           member<&Fact::subject>("subject", "the event, measure, question or party")
               .role_of_kind(subject_roles),
           member<&Fact::relation>("relation", "how the figure stands to the value")
               .only(FactKind::figure),
           member<&Fact::value>("value", "the figure").only(FactKind::figure),
           member<&Fact::plus_minus>("plus_minus", "its expanded uncertainty, in the same unit"),
           member<&Fact::yes>("yes", "whether the activity was seen").only(FactKind::seen),
           member<&Fact::where>("where", "in which relation to the sites").only(FactKind::seen),
           member<&Fact::sites>("sites", "the sites").role(Role::site),
           member<&Fact::answer>("answer", "the answer that is assumed").none_if_empty(),
           member<&Fact::terms>("terms", "the terms that are declared about").role(Role::term),
           member<&Fact::when>("when", "the day, and who says so")
               .only(FactKind::event, FactKind::no_access, FactKind::figure, FactKind::seen,
                     FactKind::ceases, FactKind::suspends, FactKind::resumes, FactKind::refuses),
           place_of<&Fact::at>(), comments_of<&Fact::comments>())
        .tagged("line");

constexpr auto expectation =
    object("expect", "The state that a term must have",
           member<&Expectation::term>("term", "the term").role(Role::term),
           member<&Expectation::state>("state", "its state"),
           member<&Expectation::on>("on", "the day asked about"),
           member<&Expectation::known>("known", "the day of knowledge; none: the same"),
           member<&Expectation::by>("by", "the obliged party").none_if_empty().role(Role::party),
           place_of<&Expectation::at>(), comments_of<&Expectation::comments>())
        .tagged("line");

constexpr auto example =
    object("example", "Facts, and the states that follow",
           member<&Example::title>("title", "its title"),
           member<&Example::lines>("lines", "every fact, then every expectation"),
           place_of<&Example::at>(), comments_of<&Example::comments>(),
           comments_of<&Example::closing_comments>("closing_comments"))
        .tagged("item");

constexpr auto agreement =
    object("agreement", "An agreement text",
           member<&Agreement::version>("accord", "version of the language"),
           member<&Agreement::name>("agreement", "its name"),
           member<&Agreement::title>("title", "its title"),
           member<&Agreement::items>("items", "everything in it, in the order written"),
           comments_of<&Agreement::comments>(),
           comments_of<&Agreement::closing_comments>("closing_comments"),
           comments_of<&Agreement::end_comments>("end_comments"));

}  // namespace
}  // namespace accord::agreement

namespace accord::described {

#define ACCORD_TABLE(T, table) \
  constinit const Type Described<agreement::T>::type = type_by<agreement::table>()
ACCORD_TABLE(Obliges, obliges);
ACCORD_TABLE(ConditionClause, condition_clause);
ACCORD_TABLE(Clauses, clauses);
ACCORD_TABLE(Heading, heading);
ACCORD_TABLE(Term, term);
ACCORD_TABLE(Source, source);
ACCORD_TABLE(Languages, languages);
ACCORD_TABLE(Party, party);
ACCORD_TABLE(Site, site);
ACCORD_TABLE(Unit, unit);
ACCORD_TABLE(Measure, measure);
ACCORD_TABLE(Event, event);
ACCORD_TABLE(NamedDay, named_day);
ACCORD_TABLE(Holidays, holidays);
ACCORD_TABLE(Provision, provision);
ACCORD_TABLE(ProcedureStage, procedure_stage);
ACCORD_TABLE(Procedure, procedure);
ACCORD_TABLE(Answer, answer);
ACCORD_TABLE(Question, question);
ACCORD_TABLE(Replace, replace);
ACCORD_TABLE(Repeal, repeal);
ACCORD_TABLE(Amendment, amendment);
ACCORD_TABLE(Waiver, waiver);
ACCORD_TABLE(When, when);
ACCORD_TABLE(Fact, fact);
ACCORD_TABLE(Expectation, expectation);
ACCORD_TABLE(Example, example);
ACCORD_TABLE(Agreement, agreement);
#undef ACCORD_TABLE

}  // namespace accord::described
